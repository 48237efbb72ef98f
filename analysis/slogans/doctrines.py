"""Doctrines and programmes known by name (两个确立, 一带一路): where they stand in a text and what they announce."""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from ..language import load_lexicon
from .typology import NUMERALS, announced_count, blank_idioms, slogan_digits, slogan_type

_NUMERAL = re.compile(f"[{NUMERALS}0-9]")


class Doctrine(NamedTuple):
    """A named doctrine, as the lexicon has it; what the lexicon does not say is read from the name."""

    name: str
    scope: str  # national or regional
    type: str  # as `slogan_type` names it
    digits: tuple[int | str, ...]  # its numerals in order
    announced: int | None  # how many items it announces; None where that is meaningless
    bare: bool  # whether it is a slogan without quotation marks too
    where: str  # the region in whose texts alone the name is this programme; "" for everywhere
    since: str  # the day from which the name is this programme (2017-10-18); "" where nobody had it before
    not_before: str  # characters that must not follow: 双创 is no doctrine in 双创造


@functools.cache
def doctrines_by_name() -> dict[str, Doctrine]:
    """Return every doctrine of `data/lexicon/doctrines.yml` by its name."""
    found = {}
    for entry in load_lexicon("doctrines").values():
        for name, fields in entry["names"].items():
            given = fields if isinstance(fields, dict) else {}
            found[name] = Doctrine(
                name,
                entry["scope"],
                given.get("type", slogan_type(name)),
                tuple(given.get("digits", slogan_digits(name))),
                given.get("announced", announced_count(name)),
                entry["bare"],
                given.get("where", ""),
                given.get("since", ""),
                "".join(entry.get("not_before", [])),
            )
    return found


@functools.cache
def doctrine_glosses() -> dict[str, str]:
    """Return the English gloss of every doctrine of `data/lexicon/doctrines.yml` by its name."""
    return {
        name: str(fields["gloss"] if isinstance(fields, dict) else fields)
        for entry in load_lexicon("doctrines").values()
        for name, fields in entry["names"].items()
    }


class NameIndex:
    """Names to be found at their first numeral, so that a text is searched once for numerals and not for every name."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index the names by the two characters from their first numeral on; names without a numeral are left out."""
        self._starts: dict[str, list[tuple[int, str]]] = {}
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            if first := _NUMERAL.search(name):
                self._starts.setdefault(name[first.start() : first.start() + 2], []).append((first.start(), name))

    def at(self, text: str, position: int) -> tuple[int, str] | None:
        """Return start and name of the longest name whose first numeral stands at the position; None if there is none.

        新三大布局 at the position of 三 starts one code point before it.
        """
        for offset, name in self._starts.get(text[position : position + 2], ()):
            start = position - offset
            if text.startswith(name, start):  # where less than the name stands before, it cannot
                return start, name
        return None


@functools.cache
def index_of_bare_names(regions: frozenset[str] | None = None) -> NameIndex:
    """Return the index of the doctrines that need no quotation marks.

    Parameters
    ----------
    regions
        As `named_regions` returns them: doctrines of other regions are left out; None for all doctrines.
    """
    return NameIndex(
        name
        for name, doctrine in doctrines_by_name().items()
        if doctrine.bare and (regions is None or doctrine.where in regions)
    )


@functools.lru_cache(maxsize=65_536)
def doctrine_within(phrase: str) -> Doctrine | None:
    """Return the doctrine that a phrase names; None if it names none, or counts something beside it."""
    phrase = phrase.replace("”“", "")  # “一带”“一路”
    # Case 1: the phrase is the name: 六稳
    if exact := doctrines_by_name().get(phrase):
        return exact
    # Case 2: it holds the name, and no numeral is left when the name is taken out: 六稳工作, but not 六稳三保
    for match in _NUMERAL.finditer(phrase):
        found = index_of_bare_names().at(phrase, match.start())
        if found and not _NUMERAL.search(blank_idioms(phrase.replace(found[1], ""))):
            return doctrines_by_name()[found[1]]
    return None


def named_regions(text: str) -> frozenset[str]:
    """Return the regions with programmes of their own that a text names, and "" for the whole nation."""
    return frozenset(region for region in _regions() if region in text)


@functools.cache
def _regions() -> frozenset[str]:
    return frozenset(doctrine.where for doctrine in doctrines_by_name().values())


def without_quotation_marks(phrase: str) -> str:
    """Return a phrase without the quotation marks inside it: 两个“毫不动摇” is 两个毫不动摇."""
    return phrase.replace("“", "").replace("”", "")
