"""Numeric slogans: numerals that name or package a programme instead of measuring it (1+1269, 六个北海, 第一要务).

Candidates are proposed widely and refused by name, so that a reader can look up why a phrase is no slogan.
"""

import re
import unicodedata
from typing import NamedTuple

from ..language import half_width
from .doctrines import NameIndex, doctrine_within, named_regions, without_quotation_marks
from .phrases import CLASSIFIERS, NUMERALS, announced_items, slogan_digits, slogan_type
from .quotations import quoted_phrases
from .scopes import SpeakingLevel, slogan_scope, speaking_level
from .unquoted import unquoted_phrases


class Slogan(NamedTuple):
    """One mention of a numeric slogan, or a refused candidate; a row of the slogan table."""

    doc_id: str
    start: int  # code points; text[start:end] == quote
    end: int  # exclusive
    quote: str  # numeral through head noun, without enclosing quotation marks
    type: str  # formula, list, compression, ordinal, staged or round
    scope: str  # national, regional (programme of the level above) or local
    digits: tuple[int | str, ...]  # numerals in order; N and X stay letters
    announced: int | None  # how many items it announces; None where that is meaningless
    items: tuple[str, ...]  # the members, where the document itself enumerates them
    note: str
    refused: str  # why it is no slogan after all; "" if it is one


# A quoted name is known without quotation marks too if it counts beyond one and says what: 三大主导产业, not 三个一.
_TELLING = re.compile(
    rf"""
      (?= .* [二三四五六七八九十两双百千万2-9] | .* 一 .+ 一 )
      (?: .* [^\W0-9{NUMERALS}{CLASSIFIERS}] ){{2}} .*
    | [0-9]+ (?: [+] [0-9NX]+ )+
    """,
    re.VERBOSE,
)
_DECODED = re.compile(r"[”」’]?[^，。；“\n]{0,8}[。，,：:]?(?:即|分别是|是指|也就是)")


def slogan_mentions(text: str, doc_id: str = "") -> list[Slogan]:
    """Return every mention of a numeric slogan in the text, in text order; offsets are code points into it."""
    return _read(text, doc_id, with_refused=False)


def propose_slogans(text: str, doc_id: str = "") -> list[Slogan]:
    """Return all proposals in text order, each with the reason for which it was refused, or "" if it is a slogan.

    Slogans never overlap each other. The time grows linearly with the text. No input raises an error.
    """
    return _read(text, doc_id, with_refused=True)


def _read(text: str, doc_id: str, *, with_refused: bool) -> list[Slogan]:
    plain = half_width(text)  # for the patterns; the rows quote the text as printed
    quoted = list(quoted_phrases(plain))
    accepted = [(start, end) for start, end, refused in quoted if not refused]
    places = named_regions(plain)
    names = NameIndex(filter(_TELLING.fullmatch, (plain[start:end] for start, end in accepted)))
    proposals = sorted([*quoted, *unquoted_phrases(plain, accepted, names, places)])
    decoded = {
        plain[start:end] for start, end, refused in proposals if not refused and _DECODED.match(plain, end, end + 16)
    }
    reader = _Reader(plain, decoded, places)
    return [
        Slogan(doc_id, start, end, text[start:end], *reader.read(start, end), (), "", refused)
        for start, end, refused in proposals
        if with_refused or not refused
    ]


class _Reader:
    """Reads what the mentions of one text are, with what the whole text tells."""

    def __init__(self, text: str, decoded: set[str], places: frozenset[str]) -> None:
        self._text = text
        self._decoded = decoded
        self._speaker = speaking_level(text)
        self._places = places

    def read(self, start: int, end: int) -> tuple[str, str, tuple[int | str, ...], int | None]:
        """Return type, scope, digits and announced number of a mention."""
        quote = self._text[start:end]
        doctrine = doctrine_within(without_quotation_marks(quote))
        if not doctrine:
            scope = slogan_scope(self._text, start, end, self._speaker)
            return slogan_type(quote), scope, slogan_digits(quote), announced_items(quote, quote in self._decoded)
        scope = doctrine.scope
        if scope == "regional" and (doctrine.where not in self._places or self._speaker <= SpeakingLevel.PROVINCE):
            scope = slogan_scope(self._text, start, end, self._speaker)  # the province's own, or another of that name
        return doctrine.type, scope, doctrine.digits, doctrine.announced


_QUOTES = "“”‘’「」『』\"'《》〈〉"


def slogan_name(quote: str) -> str:
    """Return the name of a slogan: its quote at half width, without spaces and quotation marks."""
    plain = unicodedata.normalize("NFKC", "".join(quote.split()))
    return "".join(sign for sign in plain if sign not in _QUOTES and sign != "*")
