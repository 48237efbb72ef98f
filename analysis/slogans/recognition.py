"""Numeric slogans: numerals that name or package a programme instead of measuring it (1+1269, 六个北海, 第一要务).

Candidates are proposed widely and refused by name, so that a reader can look up why a phrase is no slogan. Both
`slogan_mentions` and `propose_slogans`, which keeps the refused ones, go this way (`_rows`):

1. text -> quoted proposals, each with its refusal or ""           `quotations.quoted_phrases`
2. accepted names -> those known without quotation marks too        `_index_of_quoted_names`
3. text -> unquoted proposals, each with its refusal or ""          `unquoted.unquoted_phrases`
4. proposals -> rows: type, scope, digits and announced number      `_SloganReader.read`
5. rows -> scopes: a name is of one owner in the whole text         `_with_scopes_settled`

`slogan_name` gives the name under which the same slogan is counted in many texts.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from ..language import half_width
from .attested import NOTHING_ATTESTED, Attestation, Speaker, place_and_day
from .doctrines import NameIndex, doctrine_within, named_regions, without_quotation_marks
from .quotations import quoted_phrases
from .scopes import Owner, SpeakingLevel, is_generic, owner_beside, speaking_level
from .typology import (
    CLASSIFIERS,
    NUMERALS,
    announced_count,
    slogan_digits,
    slogan_type,
    without_uncounted_names,
)
from .unquoted import unquoted_phrases


class Slogan(NamedTuple):
    """One mention of a numeric slogan, or a refused candidate; a row of the slogan table."""

    doc_id: str
    start: int  # code points into the text; text[start:end] == quote
    end: int  # exclusive
    quote: str  # numeral through head noun, without enclosing quotation marks
    type: str  # formula, list, compression, ordinal, staged or round
    scope: str  # national, regional (programme of the level above) or local
    scope_why: str  # what says so, one of SCOPE_EVIDENCE
    digits: tuple[int | str, ...]  # numerals in order; N and X stay letters
    announced: int | None  # how many items it announces; None where that is meaningless
    items: tuple[str, ...]  # the members, where the document itself enumerates them
    note: str
    refused: str  # why it is no slogan after all; "" if it is one


def slogan_mentions(text: str, doc_id: str = "", *, attested: Attestation | None = None) -> list[Slogan]:
    """Return every mention of a numeric slogan in the text, in text order; offsets are code points into it.

    Parameters
    ----------
    text
        The text.
    doc_id
        Copied into every row.
    attested
        Which names are known above; what ships with the study if not given.
    """
    return _rows(text, doc_id, attested, with_refused=False)


def propose_slogans(text: str, doc_id: str = "", *, attested: Attestation | None = None) -> list[Slogan]:
    """Return all proposals in text order, each with the reason for which it was refused, or "" if it is a slogan.

    Slogans never overlap each other. The time grows linearly with the text. No input raises an error. Parameters are
    those of `slogan_mentions`.
    """
    return _rows(text, doc_id, attested, with_refused=True)


def _rows(text: str, doc_id: str, attested: Attestation | None, *, with_refused: bool) -> list[Slogan]:
    """Return the rows of the proposals of a text, all of them or only those that are not refused."""
    plain = half_width(text)  # for the patterns; the rows quote the text as printed
    quoted = list(quoted_phrases(plain))
    accepted = [(start, end) for start, end, refused in quoted if not refused]
    regions = named_regions(plain)
    names = _index_of_quoted_names(plain[start:end] for start, end in accepted)
    proposals = _with_sets_named_elsewhere(plain, sorted([*quoted, *unquoted_phrases(plain, accepted, names, regions)]))
    decoded = {plain[start:end] for start, end, refused in proposals if not refused and _DECODED.match(plain, end)}
    reader = _SloganReader(plain, decoded, regions)
    rows = [
        Slogan(doc_id, start, end, text[start:end], *reader.read(start, end), (), "", refused)
        for start, end, refused in proposals
        if with_refused or not refused
    ]
    known = Attestation.shipped() if attested is None else attested
    speaker = Speaker(reader.speaker, *(place_and_day(plain) if rows and known is not NOTHING_ATTESTED else ("", "")))
    return _with_scopes_settled(rows, known, speaker)


# 2. and 3. Names known without quotation marks.

# A quoted name is known without its marks if it is a formula, or counts beyond one and says of what.
_TELLS_WHAT_IT_COUNTS = re.compile(
    rf"""
      (?= .* [二三四五六七八九十两双百千万2-9] | .* 一 .+ 一 )       # 三大主导产业 and 一企一策, but not 一网通办
      (?: .* [^\W0-9{NUMERALS}{CLASSIFIERS}] ){{2}} .*           # 三大主导产业, but not 三个一
    | [0-9]+ (?: [+] [0-9NX]+ )+                                # 1+1269
    """,
    re.VERBOSE,
)


def _index_of_quoted_names(quotes: Iterable[str]) -> NameIndex:
    """Return the index of the quoted names of a text that are slogans without quotation marks too.

    A coordinated name is known by its names with a numeral: “大循环、双循环” makes 双循环 known.
    """
    return NameIndex(filter(_TELLS_WHAT_IT_COUNTS.fullmatch, map(without_uncounted_names, quotes)))


_COUNTS_A_SET = re.compile(rf"[{NUMERALS}]+[{CLASSIFIERS}][^\W0-9{NUMERALS}]{{2,}}")  # 三大板块, but not 三类, 20条


def _with_sets_named_elsewhere(text: str, proposals: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the proposals, those of them accepted that count a set which the text names elsewhere.

    A set that the text lists once (生产、生活、生态三大板块) is the same set wherever else it is mentioned (三大板块).
    """
    named = {text[start:end] for start, end, refused in proposals if not refused}
    found, upcoming = [], len(text)  # where the next slogan begins
    for start, end, reason in reversed(proposals):
        is_named = (
            reason == "plain count"
            and end <= upcoming
            and text[start:end] in named
            and bool(_COUNTS_A_SET.fullmatch(text, start, end))
        )
        found.append((start, end, "" if is_named else reason))
        upcoming = upcoming if reason else start
    return found[::-1]


# 4. Rows.

_DECODED = re.compile(r"[”」’]?[^，。；“\n]{0,8}[。，,：:]?(?:即|分别是|是指|也就是)")  # 1+1269|”工作思路。即


class _SloganReader:
    """Reads the mentions of one text: who speaks, which regions it names and what it decodes is the same for all."""

    def __init__(self, text: str, decoded: set[str], regions: frozenset[str]) -> None:
        """Read who speaks in the text.

        Parameters
        ----------
        text
            The text at half width.
        decoded
            The quotes that the text decodes somewhere.
        regions
            The regions that the text names, as `named_regions` returns them.
        """
        self._text = text
        self._decoded = decoded
        self.speaker = speaking_level(text)
        self._regions = regions

    def read(self, start: int, end: int) -> tuple[str, str, str, tuple[int | str, ...], int | None]:
        """Return type, scope, what tells the scope, digits and announced number of a mention."""
        quote = self._text[start:end]
        doctrine = doctrine_within(without_quotation_marks(quote))
        # Case 1: no doctrine: all is read from the phrase and the words before it
        if not doctrine:
            owner = owner_beside(self._text, start, end, self.speaker)
            return slogan_type(quote), *owner, slogan_digits(quote), announced_count(quote, quote in self._decoded)
        # Case 2: a doctrine is as the lexicon has it; but one of a region is, in a text that does not name the region,
        # another of the same name (办好两件大事), and in the region's own report its own
        owner = Owner(doctrine.scope, "attested")
        if owner.scope == "regional" and (
            doctrine.where not in self._regions or self.speaker <= SpeakingLevel.PROVINCE
        ):
            owner = owner_beside(self._text, start, end, self.speaker)
        return doctrine.type, *owner, doctrine.digits, doctrine.announced


# 5. Scopes.


def _with_scopes_settled(rows: list[Slogan], attested: Attestation, speaker: Speaker) -> list[Slogan]:
    """Return the rows, those without an owner with that which other mentions or documents above give to their name.

    落实省委“三四八” tells whose 三四八 is in the whole text; of 三大工程 there may be several.
    """
    told = {
        name: Owner(row.scope, row.scope_why)
        for row in reversed(rows)
        if row.scope_why == "words" and not row.refused and not is_generic(name := slogan_name(row.quote))
    }
    settled = []
    for row in rows:
        name = slogan_name(row.quote)
        owner = Owner(row.scope, row.scope_why)
        owner = attested.settled(name, told.get(name, owner) if owner.why == "default" else owner, speaker)
        settled.append(row._replace(scope=owner.scope, scope_why=owner.why))
    return settled


# Names across texts.

_QUOTATION_MARKS = "“”‘’「」『』\"'《》〈〉"


def slogan_name(quote: str) -> str:
    """Return the name of a slogan: its quote at half width, without spaces and quotation marks.

    Names are compared across texts, so that more than the signs of numbers is at half width here: brackets, letters.
    """
    plain = unicodedata.normalize("NFKC", "".join(quote.split()))
    return "".join(sign for sign in plain if sign not in _QUOTATION_MARKS and sign != "*")
