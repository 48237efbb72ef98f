"""Names that the levels above use, and since when: whose programme a slogan is where no word of the text says it.

A name of its own belongs to the highest level that has it by the day of the text: the nation and the Party, then the
province. A name that many provinces have at once comes from above too, though none of the kept documents may have it;
so does one that several prefectures of one province have and few others. Generic names (三大工程) stay the speaker's.
Source: `data/reference/attested.csv`, made by `archive` from the work reports and the documents of the centre.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, Self

from .. import paths
from ..language import delivery_date, planned_year
from ..runs.files import read_rows
from ..texts.places import provinces_of_places
from .doctrines import doctrines_by_name
from .scopes import OWN, Owner, SpeakingLevel, is_generic
from .typology import NUMERALS

# 三化, 五新, 123: too short to be one thing everywhere
_SHORT = re.compile(rf"[{NUMERALS}0-9]+ [大个]? [^{NUMERALS}0-9] | [0-9]+", re.VERBOSE)
_AHEAD = 1  # years in which a doctrine may be known before a kept document has it
_VARIANT = re.compile("[、，,·]|(?<=行动)(?:计划|方案|实施方案)$")


def same_name(slogan: str) -> str:
    """Return the form under which variants of one name are one: without commas, and of a campaign without its plan.

    Examples
    --------
    >>> same_name("双随机、一公开"), same_name("国企改革三年行动方案")
    ('双随机一公开', '国企改革三年行动')
    """
    return _VARIANT.sub("", slogan)


class Speaker(NamedTuple):
    """Who speaks and when: what an attestation has to be above, and not later than."""

    level: SpeakingLevel
    province: str  # in full; "" if unknown
    day: str  # 2023-01-13; "" if unknown: then every attestation counts


class Attested(NamedTuple):
    """A name that a level above has; a row of data/reference/attested.csv."""

    slogan: str  # as `same_name` writes it
    owner: str  # the province, in full; "" for the nation
    since: str  # the day from which on it is known there
    why: str  # attested, by a document of that level, or spread


class Attestation:
    """Which names are known above, to be asked for any text."""

    def __init__(self, rows: Iterable[Attested]) -> None:
        """Index rows; of several for one name and owner the earliest counts, and between equals an attestation."""
        self._known: dict[tuple[str, str], tuple[str, str]] = {}
        for row in rows:
            key, known = (same_name(row.slogan), row.owner), (row.since, row.why)
            self._known[key] = min(known, self._known.get(key, known))

    @classmethod
    @functools.cache
    def shipped(cls) -> Self:
        """Return the table that ships with the study; empty if it has not been made."""
        known = read_rows(paths.ATTESTED) if paths.ATTESTED.is_file() else []
        return cls(Attested(**row) for row in known)

    def settled(self, slogan: str, owner: Owner, speaker: Speaker) -> Owner:
        """Return whose programme a name is, given what words and definitions say of it.

        Parameters
        ----------
        slogan
            The name, as `slogan_name` writes it.
        owner
            As from `owner_beside` or `owner_in_definition`.
        speaker
            Who speaks.
        """
        # Case 1: words or a definition have spoken
        if owner.why in ("speaker", "words", "glossary"):
            return owner
        # Case 2: a doctrine whose name is used before it was announced, or years before the nation knows it, is
        # another's: 三大攻坚战 of Guangxi in 2016, 四个全面 in 2007
        if owner.why == "attested":
            return OWN if self._named_before(slogan, speaker) else owner
        # Case 3: a generic name tells nothing: 三大工程
        if is_generic(slogan):
            return Owner("local", "generic")
        # Case 4: the nation has it; but 三化 is of many, each with its own three
        name = same_name(slogan)
        nation = self._known.get((name, ""))
        if nation and self._counts(nation[0], speaker) and not _SHORT.fullmatch(slogan):
            return Owner("national", nation[1])
        # Case 5: the province has it
        province = self._known.get((name, speaker.province)) if speaker.province else None
        if province and speaker.level > SpeakingLevel.PROVINCE and self._counts(province[0], speaker):
            return Owner("regional", province[1])
        return OWN

    def _named_before(self, slogan: str, speaker: Speaker) -> bool:
        """Return whether a doctrine of the lexicon cannot be meant yet."""
        doctrine = doctrines_by_name().get(slogan)
        since = self._known.get((same_name(slogan), ""), ("", ""))[0]
        early = bool(since and speaker.day) and int(since[:4]) > int(speaker.day[:4]) + _AHEAD
        return doctrine is not None and (early or not self._counts(doctrine.since, speaker))

    @staticmethod
    def _counts(since: str, speaker: Speaker) -> bool:
        """Return whether something is known no later than the day of a text."""
        return not speaker.day or since <= speaker.day


NOTHING_ATTESTED = Attestation(())
"""For texts whose names are to be judged by words alone, as those from which a table of attestations is made."""

# Who speaks in a text of which nothing is known.

_HEAD = 6000  # code points in which a text names its own place
_PLACE_END = re.compile("[市盟州区省]")


def place_and_day(text: str) -> tuple[str, str]:
    """Return the province in which a text speaks, by the places that it names, and the last day on which it may.

    Returns
    -------
    tuple of str
        The province in full, and a day (2023-01-13, or the last of the year that it plans for); "" where the text does
        not say.
    """
    places = provinces_of_places()
    longest = max(map(len, places))
    counts: Counter[str] = Counter()
    head = text[:_HEAD]
    for found in _PLACE_END.finditer(head):
        for start in range(max(0, found.end() - longest), found.start()):
            if province := places.get(head[start : found.end()]):
                counts[province] += 1
                break
    day = delivery_date(text)
    if len(day) != len("2023-01-13"):
        year = planned_year(text)
        day = f"{year}-12-31" if year else ""
    return max(counts, key=lambda name: (counts[name], name), default=""), day
