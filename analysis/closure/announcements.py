"""What a slogan announces: how many members, and the words that these may share (四个治理、一个保障: four, one)."""

import re
from typing import NamedTuple

from ..slogans import Slogan, slogan_digits
from ..slogans.doctrines import doctrine_within
from ..slogans.phrases import CLASSIFIER, NUMERAL, blank_idioms

_NUMBER = rf"(?:[0-9]+|[{NUMERAL}]+)"
_HEAD = rf"(?:一[^、，,]*|[^{NUMERAL}0-9、，,]+)"
_TERM = re.compile(rf"(?P<count>{_NUMBER})(?P<head>[{CLASSIFIER}]?{_HEAD})[、，,]?")
_PART = re.compile(rf"{_NUMBER}{_HEAD}")
_CLASSIFIER = re.compile(rf"[{CLASSIFIER}](?=.)")
_MOST = 60  # members that a text may be expected to spell out; a search for more would read half of it
COUNTED_NOUN = re.compile(rf"[^{NUMERAL}0-9]{{0,4}}{_NUMBER}[{CLASSIFIER}]")
"""The start of a name that counts things one by one: numeral and classifier (三大)."""


class Announcement(NamedTuple):
    """A mention that announces members."""

    start: int  # code points
    end: int
    quote: str
    members: int  # how many
    terms: tuple[tuple[int, str], ...]  # each number with the word that it counts: ((4, 治理), (1, 保障))
    known: bool  # a doctrine, whose members a text seldom spells out
    counts_things: bool  # by a classifier, as 两个要害 and unlike 双控

    @property
    def head(self) -> str:
        """Return the word that the name counts; "" where it counts several."""
        return self.terms[0][1] if len(self.terms) == 1 else ""


def read_announcement(mention: Slogan) -> Announcement | None:
    """Return what a mention announces, or None where its number announces nothing (第一要务) or too much (百企入村)."""
    if mention.announced is None or mention.announced > _MOST:
        return None
    terms = _terms(mention.quote)
    if sum(count for count, _ in terms) != mention.announced:
        terms = ((mention.announced, terms[0][1] if len(terms) == 1 else ""),)
    known = doctrine_within(mention.quote) is not None
    counts_things = bool(COUNTED_NOUN.match(mention.quote))
    return Announcement(mention.start, mention.end, mention.quote, mention.announced, terms, known, counts_things)


def parts_of_name(text: str, name: Announcement, reach: int) -> list[Announcement | None]:
    """Return the parts of a coordinated name (三单一网: 三单, 一网) where the text quotes it soon after, else None."""
    found: list[Announcement | None] = []
    for quote in _PART.findall(name.quote):
        start = text.find(f"“{quote}”", name.end, name.end + reach) + 1
        terms = _terms(quote)
        found.append(
            Announcement(start, start + len(quote), quote, terms[0][0], terms, False, bool(COUNTED_NOUN.match(quote)))
            if start and len(terms) == 1
            else None
        )
    return found


def _terms(quote: str) -> tuple[tuple[int, str], ...]:
    """Return each number of a name with the word that it counts."""
    found = []
    for term in _TERM.finditer(blank_idioms(quote)):
        numbers = slogan_digits(term["count"])
        if len(numbers) == 1 and isinstance(numbers[0], int):
            found.append((numbers[0], _CLASSIFIER.sub("", term["head"], count=1)))
    return tuple(found)
