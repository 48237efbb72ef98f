"""Sums of counts: where a text gives a total and the counts of the same kind that make it up (21个: 9个, 6个, 6个)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis import numerals, phrases
from analysis.members import Span


class Tally(NamedTuple):
    """A total that other counts of the text add up to; a row of the table of sums."""

    start: int  # of the total, code points
    end: int
    quote: str
    total: int
    parts: tuple[str, ...]  # the counts that make it up, exact quotes
    spans: tuple[Span, ...]  # where they stand


class _Count(NamedTuple):
    start: int
    value: int
    unit: str
    thing: str  # the words after the unit, perhaps with more than the noun
    thing_start: int


_COUNT = re.compile(
    rf"""
    (?<! [0-9第] ) (?<! [0-9][.,] ) (?P<number> [1-9][0-9]{{0,4}} | [{phrases.NUMERAL}]{{1,4}} )
    (?P<unit> [个家项条处座所件户台套辆] ) (?P<thing> [\u4e00-\u9fff]{{2,10}} )
    """,
    re.VERBOSE,
)
_REACH = 300  # code points between the total and its parts
_MOST = 8  # parts


def sums(text: str) -> list[Tally]:
    """Return the totals of a text that the counts directly before or after them add up to, in text order.

    Counts are of one kind if they have one unit and share a word of two characters (在建园区, 拟建园区).

    Parameters
    ----------
    text
        The text.

    Returns
    -------
    list of Tally
        With two parts or more each. The time grows linearly with the text. No input raises an error.
    """
    counts = list(_counts(text))
    return [tally for place in range(len(counts)) if (tally := _tally(text, counts, place))]


def _counts(text: str) -> Iterator[_Count]:
    for match in _COUNT.finditer(text):
        try:
            value = numerals.value(match["number"])
        except numerals.NumeralError:
            continue
        if isinstance(value, int) and value > 0:
            yield _Count(match.start(), value, match["unit"], match["thing"], match.start("thing"))


def _tally(text: str, counts: Sequence[_Count], place: int) -> Tally | None:
    """Return the total at a place with its parts, nearest parts first tried before it and then after it."""
    total = counts[place]
    before = range(place - 1, max(-1, place - 1 - _MOST), -1)
    after = range(place + 1, min(len(counts), place + 1 + _MOST))
    for direction in (before, after):
        parts: list[_Count] = []
        for other in direction:
            part = counts[other]
            if abs(part.start - total.start) > _REACH or part.unit != total.unit:
                break
            parts.append(part)
            added = sum(part.value for part in parts)
            if added >= total.value:
                shared = _shared(total, parts) if added == total.value and len(parts) > 1 else ""
                if shared:
                    return _row(text, total, sorted(parts), shared)
                break
    return None


def _shared(total: _Count, parts: Sequence[_Count]) -> str:
    """Return the first word of two characters that total and parts all hold."""
    pairs = (total.thing[place : place + 2] for place in range(len(total.thing) - 1))
    return next((pair for pair in pairs if all(pair in part.thing for part in parts)), "")


def _row(text: str, total: _Count, parts: Sequence[_Count], shared: str) -> Tally:
    start, end = _span(total, shared)
    spans = tuple(_span(part, shared) for part in parts)
    return Tally(start, end, text[start:end], total.value, tuple(text[a:b] for a, b in spans), spans)


def _span(count: _Count, shared: str) -> Span:
    """Return the span of a count through the word it shares with the others."""
    return count.start, count.thing_start + count.thing.index(shared) + len(shared)
