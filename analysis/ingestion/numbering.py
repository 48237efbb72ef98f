"""Automatic numbers of Word: 一、 and （三） that stand in no paragraph but are counted when it is shown.

A government report numbers its sections so, and the rules read by these numbers where a list stands.
"""

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_NO_SPACE_AFTER = "、．.)）:：章节条篇部"
_LEVELS = 9


class NumberLevel(NamedTuple):
    """How the paragraphs of one level of a list are numbered."""

    start: int
    form: str  # the numFmt of Word: decimal, chineseCounting, bullet …
    label: str  # lvlText: %1、


def chinese_number(number: int) -> str:
    """Return a number from 0 to 9999 as a Chinese heading counts: 十二, 二十, 一百零三."""
    if number < 10:
        return _DIGITS[number]
    words, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + sign
        gap = not digit
    return words[1:] if words.startswith("一十") else words


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        words += sign * count
    return words


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else f"({number})"


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital"),
            *("japaneseCounting", "japaneseDigitalTenThousand", "taiwaneseCounting", "taiwaneseCountingThousand"),
        ),
        chinese_number,
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
}


class ListCounter:
    """Counts the numbered paragraphs of a document in their order.

    Parameters
    ----------
    numbering
        The root of numbering.xml; None if the document numbers nothing.
    """

    def __init__(self, numbering: Element | None) -> None:
        """Read the lists of a document."""
        self._levels: dict[str, dict[int, NumberLevel]] = {}
        self._list_of: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if numbering is None:
            return
        for each in numbering.iter(f"{W}abstractNum"):
            own = {_whole(level, "ilvl"): _level(level) for level in each.iter(f"{W}lvl")}
            self._levels[each.get(f"{W}abstractNumId", "")] = own
        for each in numbering.iter(f"{W}num"):
            name, made_of = each.get(f"{W}numId", ""), each.find(f"{W}abstractNumId")
            self._list_of[name] = "" if made_of is None else made_of.get(f"{W}val", "")
            for override in each.iter(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None:
                    self._restarts.setdefault(name, {})[_whole(override, "ilvl")] = _whole(start, "val")

    def label(self, name: str, level: int) -> str:
        """Count a paragraph of a list and return what stands before it, with a space where one is needed.

        Parameters
        ----------
        name
            The numId of the paragraph.
        level
            Its level, from 0.
        """
        made_of = self._list_of.get(name, "")
        levels = self._levels.get(made_of, {})
        if level not in levels or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(made_of, [None] * _LEVELS)
        if name not in self._begun:  # the first paragraph of a list that begins anew
            self._begun.add(name)
            for at, start in self._restarts.get(name, {}).items():
                if 0 <= at < _LEVELS:
                    counts[at] = start - 1
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._words(levels, counts, level)

    @staticmethod
    def _words(levels: dict[int, NumberLevel], counts: list[int | None], level: int) -> str:
        if levels[level].form in ("bullet", "none"):
            return ""
        words = levels[level].label
        for at in range(level + 1):
            own = levels.get(at)
            number = counts[at]
            if own is not None:
                shown = _FORMS.get(own.form, str)(own.start if number is None else number)
                words = words.replace(f"%{at + 1}", shown)
        return words if not words or words[-1] in _NO_SPACE_AFTER or words[-1].isspace() else f"{words} "


def _level(level: Element) -> NumberLevel:
    values = {name: level.find(f"{W}{name}") for name in ("start", "numFmt", "lvlText")}
    found = {name: "" if node is None else node.get(f"{W}val", "") for name, node in values.items()}
    return NumberLevel(int(found["start"]) if found["start"].isdecimal() else 1, found["numFmt"], found["lvlText"])


def _whole(node: Element, name: str) -> int:
    value = node.get(f"{W}{name}", "")
    return int(value) if value.lstrip("-").isdecimal() else 0
