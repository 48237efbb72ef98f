"""Lines: where a line of Chinese may end.

No space tells its words apart, and a line that ends anywhere breaks 开发区 before 区 and 2026年 before 年. A text is
cut into pieces within which no line ends: words of the private tokenizer, a number with the measure word behind it, a
short quotation, and words of one character with the word that they belong to. Titles, measures, sources and labels of
figures all break by these pieces.
"""

import functools
import itertools
import re
from collections.abc import Iterator

from ..characters import EVERY_HAN
from ..texts.labels import bilingual, figure_names
from .segment import cut_words

_CLINGS = "，。、；：？！）》」』”’%…,;:)."  # no line begins with one of these
_LATIN = {*map(chr, range(0x21, 0x7F)), *"’–"}  # no line ends between two of these
_STOPS = "，。、；：？！"
_OPENS = "（《「『“‘("  # and none ends with one of these
_DIGITS = r"\d[\d,.]*(?:[—–~/:+−-]\d[\d,.]*|\+N)*"
_NUMBER = re.compile(rf"[±+−<>≥×÷]?{_DIGITS}%?")
_HAN = f"{EVERY_HAN}\u3005-\u3007"  # with 々, 〆 and 〇
_WHOLE = rf"n = {_DIGITS}|CC BY 4\.0|“[^”\s]{{1,10}}”|《[^》\s]{{1,12}}》"
_SIGNS = re.compile(
    rf"{_WHOLE}|{_NUMBER.pattern}|[{_HAN}]+|\s+|[{_CLINGS}{_OPENS}]"
    rf"|[^\s\d{_HAN}{_CLINGS}{_OPENS}]+(?:[\d.][^\s{_HAN}{_OPENS}，。；：、）]*)?"
)
# what a word of Chinese leans on: these on the word before, every other word of one character on the next
_LEANS_BACK = frozenset("的地得了着过者们等中内外后前上下时起间末初型类级项个字词句率式好")
_BOUND = {"以来", "以后", "以前", "以上", "以下", "以内", "以外", "左右", "之前", "之后", "之间", "之外", "为止"}
_COMPOUNDS = {"四分位数", "个百分点", "数字口号", "地级市"}
_NUMERAL = re.compile("[〇零一二三四五六七八九十百千万亿两几每各第]+")


def unbroken_pieces(words: str) -> list[str]:
    """Return words in pieces within which no line may end; joined together they are the words.

    Parameters
    ----------
    words
        A title, a source or a label, in Chinese or English. Names of the texts are kept whole, with their year.

    Examples
    --------
    >>> unbroken_pieces("2026年有27个大城市（见表）")
    ['2026年', '有27个', '大城市', '（见表）']
    >>> unbroken_pieces("met by 9 of 10 places")
    ['met ', 'by ', '9 ', 'of ', '10 ', 'places']
    """
    signs = [*_signs(words), ""]
    pieces: list[str] = []
    goes_on = False  # whether no line ends behind the last piece
    for sign, after in itertools.pairwise(signs):
        before = pieces[-1] if pieces else " "
        latin = not before[-1].isspace() and before[-1] in _LATIN and sign[0] in _LATIN
        back = bool(pieces) and (latin or sign.isspace() or sign in _CLINGS or _leans_back(sign, before, after))
        if back or goes_on:
            pieces[-1] += sign
        else:
            pieces.append(sign)
        goes_on = not sign.isspace() and sign not in _CLINGS and not (back and len(sign) == 1) and _leans_on(sign)
    return pieces


def _leans_back(sign: str, before: str, after: str) -> bool:
    """Return whether a word clings to the piece before it, from which no stop parts it."""
    if before[-1] in _STOPS or before[-1].isspace():
        return False
    counts = before[-1].isdigit() or after in _CLINGS  # a measure word, or the end of a part
    return (len(sign) == 1 and _is_han(sign) and counts) or sign in _LEANS_BACK or sign in _BOUND


def _leans_on(sign: str) -> bool:
    """Return whether no line ends between a word and the next one."""
    return sign in _OPENS or bool(_NUMERAL.fullmatch(sign)) or sign[-1].isdigit() or (len(sign) == 1 and _is_han(sign))


def _is_han(sign: str) -> bool:
    return bool(re.match(f"[{_HAN}]", sign))


def _signs(words: str) -> Iterator[str]:
    """Yield the words, numbers, marks and spaces of a line."""
    for place, part in enumerate(_named().split(words)):
        for sign in [part] if place % 2 else _SIGNS.findall(part):
            yield from cut_words(sign) if _is_han(sign) and not place % 2 else [sign]


@functools.cache
def _named() -> re.Pattern[str]:
    """Return what finds the names of texts, and compounds of which jieba makes two words."""
    names = {name.rstrip("0123456789") for name in figure_names().values()} | _COMPOUNDS
    alternatives = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"((?:{alternatives})(?:\d{{4}})?)")


def even_lines(words: str, most: int) -> list[str]:
    """Return words in lines as even as can be, of which none ends within a piece.

    Parameters
    ----------
    words
        A label.
    most
        How much a line holds, in halves of a Chinese character. A piece that is longer is broken where it must.
    """
    lines = _filled(words, most)
    for narrower in range(most - 1, 0, -1):
        evener = _filled(words, narrower)
        if len(evener) > len(lines) or max(map(_halves, evener)) > narrower:
            break
        lines = evener
    return lines


def _filled(words: str, most: int) -> list[str]:
    lines = [""]
    for piece in unbroken_pieces(words):
        for part in [piece] if _halves(piece.rstrip()) <= most else piece:
            if lines[-1].strip() and _halves(lines[-1] + part.rstrip()) > most:
                lines.append("")
            lines[-1] += part if lines[-1] else part.lstrip()
    return [line.rstrip() for line in lines]


def _halves(words: str) -> int:
    full = bilingual("", "—“”‘’…")  # these are as wide as a character in Chinese
    return sum(2 if sign >= "\u2e80" or sign in full else 1 for sign in words)
