"""Spaces that no reader sees: those that part a number from its unit, or all words or characters of a text.

In most texts a space parts headings or columns and stays. It is left out where it can mean nothing: between a number
and its unit (160 亿元), around the plus of a formula (1 + 1269), between the digits of one number (2 0 2 4 年). A
corpus that is cut into words by spaces, or has one behind every character, is known by how many of its characters a
space parts; there all single spaces go.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from ..characters import HAN

_INVISIBLE = re.compile("[\r\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff](?:(?<!\r)|(?=\n))")
_SIDE_BY_SIDE = re.compile(rf"[{HAN}](?=[{HAN}])")
_LEAST_PARTED = 0.2  # of the neighbours in a text cut into words 0.3 to 0.6 are parted, in others hardly any
_ALL_PARTED = 0.9
_FEWEST = 3  # spaces between characters, by which a text or line is known as cut
_PROSE = re.compile("[，。；、：,;]")
_SEPARATORS = (" ", "  ", "\u3000", "\t", "/", "|")
_RUN = {" ": re.compile(" +"), "  ": re.compile(" +"), "\u3000": re.compile("\u3000+"), "\t": re.compile("\t+")}
_ALNUM = re.compile("[A-Za-z0-9.]")


def find_superfluous(text: str) -> list[tuple[int, int]]:
    """Return the spans of the spaces and invisible characters that are left out of a text, in text order.

    Parameters
    ----------
    text
        A text with usual characters, its lines joined (`read_as_usual`, `find_line_wraps`).
    """
    found = {match.span() for match in _INVISIBLE.finditer(text)}
    found.update(_spaces_of_cut_text(text))
    if " " in text:
        found.update(_spaces_in_numbers(text))
    return join_overlapping(sorted(found))


def join_overlapping(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted spans, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


# Texts that are cut by spaces


def _spaces_of_cut_text(text: str) -> Iterator[tuple[int, int]]:
    if _PROSE.search(text):
        for separator in _SEPARATORS:
            # one for each of twenty characters: else it is not worth a closer look
            if text.count(separator) * 20 > len(text) and (share := _share_parted(text, separator)) >= _LEAST_PARTED:
                yield from _separators(text, (0, len(text)), separator, everywhere=share >= _ALL_PARTED)
                return
    if text.count(" ") < _FEWEST:
        return
    start = 0
    for line in text.split("\n"):
        # a list of names (张三 李四 王五) has spaces where others have marks
        if line.count(" ") >= _FEWEST and _PROSE.search(line):
            share = _share_parted(line, " ")
            if share >= _LEAST_PARTED:
                yield from _separators(text, (start, start + len(line)), " ", everywhere=share >= _ALL_PARTED)
        start += len(line) + 1


def _share_parted(text: str, separator: str) -> float:
    """Return the share of neighbouring Chinese characters that a separator parts; 0 if hardly any are."""
    parted = len(_parted(separator).findall(text))
    return parted / (parted + len(_SIDE_BY_SIDE.findall(text))) if parted >= _FEWEST else 0.0


@functools.cache
def _parted(separator: str) -> re.Pattern[str]:
    sign = re.escape(separator)
    return re.compile(rf"{sign}(?<=[{HAN}]{sign})(?=[{HAN}])")


def _separators(text: str, span: tuple[int, int], separator: str, *, everywhere: bool) -> Iterator[tuple[int, int]]:
    """Yield the separators of a stretch, and of a wider space all but one; those between Latin words stay.

    If each character is parted, those within Latin words and numbers go too.
    """
    runs = _RUN.get(separator) or re.compile(re.escape(separator))
    for found in runs.finditer(text, *span):
        start, end = found.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        latin = bool(_ALNUM.match(before) and _ALNUM.match(after)) and not everywhere
        if found[0] != separator:
            yield start + 1, end
        elif not latin:
            yield start, end


# Numbers

_MAGNITUDES = "万亿千百"
_BOUNDS = "以上|以下|以内|左右|上下|之内|及以上"
_PLUS = re.compile(r"\+")
_DIGIT_ALONE = re.compile(" [0-9.] ")
_OF_FORMULA = re.compile("[0-9NXnx]")
# What stands before the digits of one number that a space parts: 比重达到2| 6.5%; but not 表1| 2.5%
_BEGUN = re.compile(rf"(?P<word>[{HAN}]{{0,2}})(?<![第表图件注])(?P<first>(?<=[{HAN}、])[0-9]{{1,4}})(?P<point>\.?)$")
_WANTS_VALUE = re.compile("增长|增加|下降|降低|提高|提升|达到|完成|实现|突破|超过|[达为至到约]$")


def _is_one_number(begun: re.Match[str], rest: str) -> bool:
    """Return whether a number without unit and the number with a unit behind it are one."""
    first = begun["first"]
    whole, _, decimals = rest.partition(".")
    # Case 1: a decimal point at the end: 增长12. 5%
    if begun["point"]:
        return not decimals
    # Case 2: thousands: 投资1 234亿元; but not 2022 123亿元
    if len(whole) == 3 and len(first) < 4:
        return True
    # Case 3: 增长7 8% may have lost a dash
    if first != "1" and len(first) == 1 and rest == str(int(first) + 1):
        return False
    # Case 4: 比重达到2 6.5%, 增长25%和1 4%; but 城镇化率7 12% may be two
    return len(first) + len(whole) <= 3 and (len(whole) == 1 or bool(_WANTS_VALUE.search(begun["word"])))


@functools.cache
def _units() -> str:
    from ..language import first_character_class, load_lexicon  # noqa: PLC0415  # --help needs no lexicon

    return first_character_class(word for entry in load_lexicon("units").values() for word in entry["words"])


@functools.cache
def _before_unit() -> re.Pattern[str]:
    units = _units()
    return re.compile(
        rf"""
        [ ] (?: (?<=[0-9][ ]) [ ]{{0,2}} (?= {units} | [{_MAGNITUDES}余多] | {_BOUNDS} )            # 160 亿元, 7 %
              | (?<=[{_MAGNITUDES}][ ]) (?= {units} | [{_MAGNITUDES}] )                          # 3万 亩
              | (?<=[{HAN}][ ]) (?= [0-9][0-9.]*+ [ ]? (?: (?![年月日时]) {units} | [{_MAGNITUDES}强] ) )  # 增长 7%
              | (?<=[%‰元亩吨个家户人名项][ ]) (?= {_BOUNDS} ) )                                    # 7% 以上
        """,
        re.VERBOSE,
    )


@functools.cache
def _between_digits() -> re.Pattern[str]:
    """Return the pattern of a space between a number without unit and one with a unit: 1 2.5%."""
    return re.compile(rf" (?<=[0-9.] )(?=(?P<rest>[0-9]++(?:\.[0-9]++)?)[ ]?[余多]?(?:{_units()}|[{_MAGNITUDES}]))")


@functools.cache
def _digits_apart() -> re.Pattern[str]:
    """Return the pattern of a number whose digits are parted one by one: 2 0 2 4 年."""
    return re.compile(rf"(?<![0-9.] )(?<![0-9.])[0-9](?: [0-9.])(?: [0-9.])++ ?[余多]?(?={_units()}|[{_MAGNITUDES}])")


_NUMBERED = re.compile(r"[ \t\u3000]*[0-9]{1,2}$")  # 1 个人所得税: the number of a heading


def _spaces_in_numbers(text: str) -> Iterator[tuple[int, int]]:
    for found in _before_unit().finditer(text):
        line = text.rfind("\n", max(0, found.start() - 8), found.start()) + 1
        if not (line or found.start() <= 8) or not _NUMBERED.fullmatch(text, line, found.start()):
            yield found.span()
    for plus in _PLUS.finditer(text):
        low, high = plus.span()
        low -= text[low - 1 : low] == " "
        high += text[high : high + 1] == " "
        if high - low > 1 and _OF_FORMULA.match(text, low - 1) and _OF_FORMULA.match(text, high):
            if low < plus.start():
                yield low, plus.start()
            if high > plus.end():
                yield plus.end(), high
    if _DIGIT_ALONE.search(text):
        for found in _digits_apart().finditer(text):
            yield from ((place, place + 1) for place in range(*found.span()) if text[place] == " ")
    for found in _between_digits().finditer(text):
        begun = _BEGUN.search(text, max(0, found.start() - 8), found.start())
        if begun and _is_one_number(begun, found["rest"]):
            yield found.span()
