"""Numeric slogans: numerals that name or package a programme instead of measuring it (1+1269, 六个北海, 第一要务).

Candidates are proposed widely and refused by name, so that a reader can look up why a phrase is no slogan.
"""

import re
from typing import NamedTuple

from analysis import doctrines, numerals, phrases, quotations, unquoted


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
_NATIONAL = re.compile(
    r"""
      (?: 全国 | 国家 | 中央 | 国务院 | 党的 | 世界 | 中国 ) [^，。；\n]{0,12} $
    | ^ (?: [百千]强 | 中国 | 全国 | 世界 | 500强 | 12345 (?: 政务 | 热线 | 便民 ) | 多.{1,2}合一 )
    """,
    re.VERBOSE,
)
_REGIONAL = re.compile(r"(?:省委|省政府|全省|我省|自治区)[^，。；\n]{0,12}$|^全省")
_HOTLINE = re.compile("[”」]?(?:政务|热线|市民|便民|服务|平台)")


def mentions(text: str, doc_id: str = "") -> list[Slogan]:
    """Return every mention of a numeric slogan in the text, in text order; offsets are code points into it."""
    return [slogan for slogan in candidates(text, doc_id) if not slogan.refused]


def candidates(text: str, doc_id: str = "") -> list[Slogan]:
    """Return all proposals in text order, each with the reason for which it was refused, or "" if it is a slogan.

    Slogans never overlap each other. The time grows linearly with the text. No input raises an error.
    """
    plain = numerals.half_width(text)  # for the patterns; the rows quote the text as printed
    quoted = list(quotations.find(plain))
    accepted = [(start, end) for start, end, refused in quoted if not refused]
    names = doctrines.Index(filter(_TELLING.fullmatch, (plain[start:end] for start, end in accepted)))
    proposals = sorted([*quoted, *unquoted.find(plain, accepted, names)])
    decoded = {
        plain[start:end] for start, end, refused in proposals if not refused and _DECODED.match(plain, end, end + 16)
    }
    return [
        Slogan(doc_id, start, end, text[start:end], *_reading(plain, start, end, decoded), (), "", refused)
        for start, end, refused in proposals
    ]


def _reading(text: str, start: int, end: int, decoded: set[str]) -> tuple[str, str, tuple[int | str, ...], int | None]:
    """Return type, scope, digits and announced number of a mention."""
    quote = text[start:end]
    if doctrine := doctrines.within(quote):
        return doctrine.type, doctrine.scope, doctrine.digits, doctrine.announced
    return (
        phrases.kind(quote),
        _scope(text, start, end),
        phrases.digits(quote),
        phrases.announced(quote, quote in decoded),
    )


def _scope(text: str, start: int, end: int) -> str:
    """Return whose programme it is: by the words just before the mention, or within it."""
    before, quote = text[max(0, start - 14) : start], text[start:end]
    if _NATIONAL.search(before) or _NATIONAL.search(quote) or (quote == "12345" and _HOTLINE.match(text, end)):
        return "national"
    return "regional" if _REGIONAL.search(before) or _REGIONAL.search(quote) else "local"
