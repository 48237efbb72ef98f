"""Numeric slogans: numerals that name or package a programme instead of measuring it (1+1269, 六个北海, 第一要务).

Candidates are proposed widely and refused by name, so that a reader can look up why a phrase is no slogan.
"""

import re
from typing import NamedTuple

from analysis import doctrines, numerals, phrases, quotations, scopes, unquoted


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
      (?: .* [^\W0-9{phrases.NUMERAL}{phrases.CLASSIFIER}] ){{2}} .*
    | [0-9]+ (?: [+] [0-9NX]+ )+
    """,
    re.VERBOSE,
)
_DECODED = re.compile(r"[”」’]?[^，。；“\n]{0,8}[。，,：:]?(?:即|分别是|是指|也就是)")


def mentions(text: str, doc_id: str = "") -> list[Slogan]:
    """Return every mention of a numeric slogan in the text, in text order; offsets are code points into it."""
    return _read(text, doc_id, with_refused=False)


def candidates(text: str, doc_id: str = "") -> list[Slogan]:
    """Return all proposals in text order, each with the reason for which it was refused, or "" if it is a slogan.

    Slogans never overlap each other. The time grows linearly with the text. No input raises an error.
    """
    return _read(text, doc_id, with_refused=True)


def _read(text: str, doc_id: str, *, with_refused: bool) -> list[Slogan]:
    plain = numerals.half_width(text)  # for the patterns; the rows quote the text as printed
    quoted = list(quotations.find(plain))
    accepted = [(start, end) for start, end, refused in quoted if not refused]
    places = doctrines.places(plain)
    names = doctrines.Index(filter(_TELLING.fullmatch, (plain[start:end] for start, end in accepted)))
    proposals = sorted([*quoted, *unquoted.find(plain, accepted, names, places)])
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
        self._speaker = scopes.level(text)
        self._places = places

    def read(self, start: int, end: int) -> tuple[str, str, tuple[int | str, ...], int | None]:
        """Return type, scope, digits and announced number of a mention."""
        quote = self._text[start:end]
        doctrine = doctrines.within(doctrines.unquoted(quote))
        if not doctrine:
            scope = scopes.of(self._text, start, end, self._speaker)
            return phrases.kind(quote), scope, phrases.digits(quote), phrases.announced(quote, quote in self._decoded)
        scope = doctrine.scope
        if scope == "regional" and (doctrine.where not in self._places or self._speaker <= scopes.Level.PROVINCE):
            scope = scopes.of(self._text, start, end, self._speaker)  # the province's own, or another of that name
        return doctrine.type, scope, doctrine.digits, doctrine.announced
