"""What a slogan announces: how many members, and the words that these may share (四个治理、一个保障: four, one)."""

import functools
import re
from typing import NamedTuple

from ..language import load_lexicon
from ..slogans import Slogan, slogan_digits
from ..slogans.doctrines import doctrine_within
from ..slogans.typology import CLASSIFIERS, NUMERALS, blank_idioms

GENERIC_HEADS = frozenset(load_lexicon("closure")["generic"]["words"])
"""Words that a name counts in any field (工程, 行动), so that two names with one may be of different things."""

_NUMBER = rf"(?:[0-9]+|[{NUMERALS}]+)"
_COUNTED_WORD = rf"(?:一[^、，,]*|[^{NUMERALS}0-9、，,]+)"  # 治理; 一 of 六个一
_TERM = re.compile(rf"(?P<count>{_NUMBER})(?P<head>[{CLASSIFIERS}]?{_COUNTED_WORD})[、，,]?")  # 四|个治理|、
_PART_OF_NAME = re.compile(rf"{_NUMBER}{_COUNTED_WORD}")  # 三单, 一网
_CLASSIFIER = re.compile(rf"[{CLASSIFIERS}](?=.)")
_MOST = 60  # members that a text may be expected to spell out; a search for more would read half of it
COUNTED_NOUN = re.compile(rf"[^{NUMERALS}0-9]{{0,4}}{_NUMBER}[{CLASSIFIERS}]")
"""The start of a name that counts things one by one: numeral and classifier (三大, 新三张)."""


class Announcement(NamedTuple):
    """A mention that announces members."""

    start: int  # code points into the text
    end: int  # exclusive
    quote: str  # text[start:end]
    members: int  # how many it announces
    terms: tuple[tuple[int, str], ...]  # each number with the word that it counts: ((4, 治理), (1, 保障))
    known: bool  # a doctrine, whose members a text seldom spells out
    counts_things: bool  # by a classifier: 两个要害, unlike 双控

    syllable: str = ""  # what a compression of one number counts (权 of 三权分置), as its members have it; else ""

    @property
    def head(self) -> str:
        """The word that the name counts (北海 of 六个北海); "" if it counts several or the word is not known."""
        return self.terms[0][1] if len(self.terms) == 1 else ""


def read_announcement(mention: Slogan) -> Announcement | None:
    """Return what a mention announces.

    Return None if its number announces nothing (第一要务) or more than a text spells out (百企入村).
    """
    if mention.announced is None or mention.announced > _MOST:
        return None
    terms = _terms(mention.quote)
    # 双百工程: the numbers of its words do not add up to what it announces, so that no word is known to be counted
    if sum(count for count, _ in terms) != mention.announced:
        terms = ((mention.announced, terms[0][1] if len(terms) == 1 else ""),)
    known = doctrine_within(mention.quote) is not None
    counts_things = bool(COUNTED_NOUN.match(mention.quote))
    syllable = terms[0][1][:1] if len(terms) == 1 and mention.type == "compression" else ""
    return Announcement(
        mention.start, mention.end, mention.quote, mention.announced, terms, known, counts_things, syllable
    )


def quoted_parts(text: str, name: Announcement, reach: int) -> list[Announcement | None]:
    """Return the parts of a coordinated name (三单一网: 三单, 一网) as names of their own.

    Parameters
    ----------
    text, name
        The text and the name.
    reach
        How many code points after the name its parts must be quoted (“三单”, “一网”).

    Returns
    -------
    list of Announcement or None
        One for each part; None for a part that the text does not quote there or that counts more than one word.
    """
    found: list[Announcement | None] = []
    for quote in _PART_OF_NAME.findall(name.quote):
        start = text.find(f"“{quote}”", name.end, name.end + reach) + 1
        terms = _terms(quote)
        found.append(
            Announcement(start, start + len(quote), quote, terms[0][0], terms, False, bool(COUNTED_NOUN.match(quote)))
            if start and len(terms) == 1
            else None
        )
    return found


@functools.lru_cache(maxsize=65_536)
def _terms(quote: str) -> tuple[tuple[int, str], ...]:
    """Return each number of a name with the word that it counts, without classifier: 四个治理 has (4, 治理)."""
    found = []
    for term in _TERM.finditer(blank_idioms(quote)):
        numbers = slogan_digits(term["count"])
        if len(numbers) == 1 and isinstance(numbers[0], int):
            found.append((numbers[0], _CLASSIFIER.sub("", term["head"], count=1)))
    return tuple(found)


# The parts of a name, as a definition explains them.

_PIECE = re.compile(
    rf"(?P<number>[0-9]+|[{NUMERALS}]+|[NXnxM]|多)(?P<classifier>[{CLASSIFIERS}](?=[^{NUMERALS}0-9+多、，]))?"
    rf"(?P<head>[^{NUMERALS}0-9+多NXM、，]*)"
)
_BASES = ("十", "百", "千", "万", "百万", "千兆")
_DOUBLED = re.compile("双(?P<base>百万|千兆|[十百千万三四五六七八九])")
_OPEN_SIGNS = "NXnxM多"


def _not_counted(idiom: re.Match[str]) -> str:
    """Return the numeral of a word that counts nothing as another sign: 统一, 普九."""
    return idiom[0].replace("一", "壹").replace("九", "玖")


class NamePart(NamedTuple):
    """A number of a name with the word that it counts."""

    number: int  # 0 for a letter or 多
    sign: str  # as printed: 三清, 1, N
    head: str  # 清; "" for a number alone


def name_parts(quote: str, text: str) -> list[NamePart]:
    """Return the numbers of a name with the words that they count; a formula has a part for each of its digits."""
    # 五个一批, 三个十大, 两个一律 count things with a number in their name
    nested = re.match(
        rf"(?P<head>[^{NUMERALS}0-9]*)(?P<number>[{NUMERALS}]+|[0-9]+)(?:[个项](?=[{NUMERALS}0-9])|大(?=[十百千万0-9]))",
        quote,
    )
    if nested:
        numbers = slogan_digits(nested["number"] + "个")
        if len(numbers) == 1 and isinstance(numbers[0], int):
            return [NamePart(numbers[0], quote, quote[nested.end() :])]
    # 双百双千 counts two and two: 引进100名…、培养100名…，聚集1000名…、发展1000名…
    doubled = list(_DOUBLED.finditer(quote))
    if doubled and (doubled[0]["base"] in _BASES or len(doubled) > 1):
        bounds = [0, *(at for double in doubled for at in double.span()), len(quote)]
        between = [name_parts(quote[low:high], text) for low, high in zip(bounds[::2], bounds[1::2], strict=True)]
        twice = [[NamePart(2, double[0], double["base"])] for double in doubled] + [[]]
        return [part for pair in zip(between, twice, strict=True) for parts in pair for part in parts]
    formula = re.search(r"(?<![0-9NX])[0-9NX]+(?:\+[0-9NXM]+)+|(?<![0-9])[0-9]{3,}(?![0-9年条])", quote)
    if formula:
        digits = list(slogan_digits(quote))
        # 1310 has a ten if the text says so: 重点完成十项任务
        if digits[-2:] == [1, 0] and re.search(rf"[^0-9](?:10|十)[{CLASSIFIERS}]", text):
            digits[-2:] = [10]
        return [
            NamePart(digit, str(digit), "") if isinstance(digit, int) else NamePart(0, digit, "")
            for digit in digits
            if digit != 0
        ]
    parts: list[NamePart] = []
    # 统一, 普九 have no number
    for piece in _PIECE.finditer(re.sub(f"(?<=[统唯划])一|(?<=(?<![{NUMERALS}0-9])专)一|普九", _not_counted, quote)):
        sign = piece["number"]
        head = re.sub("[和与及的]$", "", piece["head"]).replace("壹", "一")
        if sign == "多" and head.startswith("合"):  # 六多合一: 多证合一、多规合一、…
            continue
        if sign in _OPEN_SIGNS:
            if sign != "多" or parts:
                parts.append(NamePart(0, piece[0], head))
            continue
        numbers = slogan_digits(sign + (piece["classifier"] or "") + head) or slogan_digits(f"{sign}个{head}")
        printed = piece[0].rstrip("、，和与").replace("壹", "一") if len(numbers) == 1 else ""
        counted = [number for number in numbers if isinstance(number, int) and number > 0]
        parts += [NamePart(number, printed or str(number), head) for number in counted]
    # 五位一体, 多规合一: one is no number of things
    if len(parts) > 1 and re.search("(?:一体|合一)$", quote):
        return [part._replace(head=part.head.removesuffix("合") or part.head) for part in parts[:-1]]
    return parts
