"""The reading form: one character for another, so that all layers read one way of writing and every offset stays.

A no-break space is read as a space (7%[nbsp]左右), full-width letters and digits at half width (ＧＤＰ, １＋１), a
radical or compatibility ideograph of a PDF as its character (⼯ is 工), a traditional character as the simplified one
(地區生產總值) and any pair of quotation marks as “…”. `read_as_usual` does it before lines are joined,
`usual_quotation_marks` behind it, since a quotation may be broken over two lines. Rows quote the text as it is printed.
Source of the traditional characters: `data/characters.csv`, a one-to-one table made from those of OpenCC.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from .. import paths
from ..characters import HAN
from ..runs.files import read_rows

# Full-width letters, digits and signs of numbers. Marks between clauses stay, as they are full-width in Chinese: ，：（
_WIDE = {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SIGNS = {"＋": "+", "％": "%", "．": ".", "＆": "&", "＄": "$", "﹪": "%", "﹢": "+"}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " "
)
_LINE_ENDS = dict.fromkeys("\v\f\x85\u2028\u2029", "\n")
# Radicals for which Unicode gives no character, as PDF files have them
_RADICALS = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
# OpenCC leaves these to the tables of single regions
_OF_REGIONS = {"衞": "卫", "敍": "叙"}
_LEAST_OF_TEXT = 0.05  # of traditional among the Chinese characters of a text that is written in them: 0.2 to 0.4
_LEAST_OF_LINE = (
    0.1  # and of a line that quotes one; names (毕昇, 濛溪河) stay below 0.07 in all lines of 2,986 reports
)


class _Usual(NamedTuple):
    """What is read otherwise than it is printed."""

    anywhere: dict[str, str]  # in every text
    traditional: dict[str, str]  # in lines of traditional characters
    unusual: re.Pattern[str]  # one character of which the first holds, or the second never stands in simplified text
    only_traditional: re.Pattern[str]  # one that no simplified text has


@functools.cache
def _usual() -> _Usual:
    anywhere = {chr(code): sign for code, sign in _WIDE.items()} | _SIGNS | _SPACES | _LINE_ENDS
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        if len(sign := unicodedata.normalize("NFKC", chr(code))) == 1 and sign != chr(code):
            anywhere[chr(code)] = sign
    anywhere |= _RADICALS
    traditional = {
        sign: row["simplified"] for row in read_rows(paths.CHARACTERS) for sign in row["traditional"]
    } | _OF_REGIONS
    # 乾, 後, 於 are characters of simplified text as well (乾隆): the national standard of 1980 has them
    only = [sign for sign in traditional if not _in_standard(sign)]
    # a class is fast as long as it lists none of the characters beyond U+FFFF one by one
    signs = "".join(sorted(sign for sign in {*anywhere, *only} if sign <= "\uffff"))
    unusual = re.compile(f"[{signs}\U0002f800-\U0002fa1f]")
    return _Usual(anywhere, traditional, unusual, re.compile(f"[{''.join(sorted(only))}]"))


def _in_standard(sign: str) -> bool:
    """Return whether a character stands in GB 2312, the standard of simplified text."""
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def read_as_usual(text: str) -> str:
    """Return a text of the same length with usual characters for unusual ones; quotation marks stay.

    Traditional characters are read as simplified ones in a text or line that is written in them. What stands in
    simplified text too, or in a single name (毕昇), stays there.

    Examples
    --------
    >>> read_as_usual("地區生產總值增長７％\u00a0左右。")
    '地区生产总值增长7% 左右。'
    """
    usual = _usual()
    found = set(usual.unusual.findall(text))
    written = {sign: usual.anywhere[sign] for sign in found if sign in usual.anywhere}
    for sign, read in written.items():
        text = text.replace(sign, read)  # a table for translate is slower where few are found
    # a compatibility ideograph may be that of a traditional character
    traditional = len(found) > len(written) or any(map(usual.only_traditional.match, written.values()))
    return _simplified(text, usual) if traditional else text


def _simplified(text: str, usual: _Usual) -> str:
    table = str.maketrans(usual.traditional)
    if _share(text, usual)[0] >= _LEAST_OF_TEXT:
        return text.translate(table)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        share, count = _share(line, usual) if len(line) > 1 else (0.0, 0)
        if share >= _LEAST_OF_LINE and count > 1:
            lines[number] = line.translate(table)
    return "\n".join(lines)


def _share(text: str, usual: _Usual) -> tuple[float, int]:
    """Return the share of traditional among the Chinese characters of a text, and how many there are."""
    count = len(usual.only_traditional.findall(text))
    return (count / len(re.findall(f"[{HAN}]", text)), count) if count else (0.0, 0)


# Quotation marks

_OTHER_MARKS = re.compile("[‘’「」『』﹁﹂﹃﹄〝〞〟\"＂'＇]")
_MARKS = re.compile("[“”‘’「」『』﹁﹂﹃﹄〝〞〟\"＂'＇]")
_CLOSED_BY = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〞",
    '"': '"',
    "＂": "＂",
    "'": "'",
    "＇": "＇",
}
_CLOSING = {closing: opening for opening, closing in _CLOSED_BY.items()} | {"〟": "〝"}
_APOSTROPHE = frozenset("’'＇")
_LATIN = re.compile("[A-Za-z0-9]")


class _Pair(NamedTuple):
    """An opening and a closing quotation mark."""

    start: int
    end: int  # of the closing mark itself


def usual_quotation_marks(text: str) -> str:
    r"""Return a text of the same length in which every pair of quotation marks is “…”, or ‘…’ within another pair.

    Marks are paired within a line. An apostrophe in a Latin word (don't) is none, and a mark without a partner stays.

    Examples
    --------
    >>> usual_quotation_marks('实施「三大戰役」、"1+N"和\'四新\'，提出‘抓“三基”’。')
    '实施“三大戰役”、“1+N”和“四新”，提出“抓‘三基’”。'
    """
    if not _OTHER_MARKS.search(text):
        return text
    signs = list(text)
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if _OTHER_MARKS.search(text, start, end):
            _write_marks(signs, text, sorted(_pairs(text, start, end)))
        start = end + 1
    return "".join(signs)


def _write_marks(signs: list[str], text: str, pairs: list[_Pair]) -> None:
    """Write the marks of some pairs, sorted by their start, into a list of characters."""
    around: list[_Pair] = []
    for pair in pairs:
        while around and around[-1].end < pair.start:
            around.pop()
        # “主题是“某事”” is badly set and stays; a pair within other marks is an inner quotation
        if text[pair.start] != "“" or (around and text[around[-1].start] != "“"):
            signs[pair.start], signs[pair.end] = "‘’" if len(around) % 2 else "“”"
        around.append(pair)


def _pairs(text: str, start: int, end: int) -> Iterator[_Pair]:
    """Yield the pairs of quotation marks of a line, a pair before the one around it."""
    opened: list[tuple[str, int]] = []
    waiting = dict.fromkeys(_CLOSED_BY, 0)  # how many of each are open
    for match in _MARKS.finditer(text, start, end):
        mark, place = match[0], match.start()
        opening = _CLOSING.get(mark, "")
        if opening and waiting[opening]:
            if mark in _APOSTROPHE and _is_apostrophe(text, place, closing=True):
                continue
            while opened:  # what was opened within and never closed has no partner
                other, before = opened.pop()
                waiting[other] -= 1
                if other == opening:
                    yield _Pair(before, place)
                    break
        elif mark in _CLOSED_BY and not (mark in _APOSTROPHE and _is_apostrophe(text, place, closing=False)):
            opened.append((mark, place))
            waiting[mark] += 1


def _is_apostrophe(text: str, place: int, *, closing: bool) -> bool:
    """Return whether a mark stands in a Latin word or behind a number: don't, 5'30."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if closing:
        return bool(_LATIN.match(before) and _LATIN.match(after))
    return (before.isalpha() and before.isascii()) or bool(_LATIN.match(before) and _LATIN.match(after))
