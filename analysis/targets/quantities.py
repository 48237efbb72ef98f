"""Quantities: number expressions with value, unit and bound (不低于1.5万亩 is at least 1.5 万亩).

One scan of `QUANTITY_TOKEN` runs over the text and hands each kind of number to its reader: 160亿元 to `_arabic`, 第3位
to `_rank`, 翻番 to `_doubling`, 百分之八 to `_hundredth`, 三分之二 to `_fraction`, 两个 to `_chinese`. What is found is
proposed widely: the 5 of 5G and the year 2024年 are quantities too, and `exclusions` says later why they state nothing.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..language import NumeralError, alternation, entry_pattern, load_lexicon, numeral_value
from ..texts.damage import LOST


class Quantity(NamedTuple):
    """A number expression: a value with its unit, or a number that measures nothing."""

    start: int  # the value phrase without the indicator or the hedge before it: 1.5万亩以上
    end: int
    value: float | None  # in the unit as printed; None for a string of digits that is no amount
    unit: str | None  # with its magnitude: 万亩
    kind: str  # an entry of data/lexicon/units.yml; or number, bare, rank, doubling, fraction, structure
    relation: str  # =, ~, >=, > or <=
    hedge: str  # the words that say so, as printed: 以上, 不低于; "" if none
    clause: int  # where its clause starts
    sentence: int  # where its sentence starts


class _Place(NamedTuple):
    """Where a number stands."""

    text: str
    start: int
    clause: int
    sentence: int


UNIT_WORDS: dict[str, str] = {word: kind for kind, entry in load_lexicon("units").items() for word in entry["words"]}
"""The kind of every unit word: 亩 is `size`, 亿元 is `money`."""

CHINESE_NUMBER = "一二三四五六七八九十两百千零〇"
_ARABIC = r"(?: [0-9]{1,3}(?:,[0-9]{3})++(?![0-9]) | [0-9]++ ) (?:\.[0-9]++)?"  # 1,234.5 or 1234.5
_LONGEST = 16  # digits: a longer string is a telephone or document number, no amount

# The scan

_FIRST = f"[0-9{LOST}第前首榜之翻一二三四五六七八九十两百千零〇万亿半过。！？!?；;\n，,：:]"
QUANTITY_TOKEN = re.compile(
    rf"""
    (?= {_FIRST} )  # skips fast over the many characters that begin nothing
    (?: (?P<stop>      [。！？!?；;\n] )                        # a sentence ends
    | (?P<arabic>    {_ARABIC} )                               # 160(亿元), 1,234.5(亿元)
    | (?P<pause>     [，,：:] )                                 # a clause ends
    | (?P<lost>      {LOST}++ )                                # a number whose digits are lost
    | (?P<rank>      第[ ]?(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})  # 第3(位): 3rd place
                   | 首位 | 榜首 | 之首 )                        # first place
    | (?P<top>       前[ ]?(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}}) )  # 前10(强): among the first ten
    | (?P<doubling>  翻了?[一两二三四]?番 )                      # 翻番 doubles, 翻两番 quadruples
    | (?P<hundredth> 百分之[一二三四五六七八九十零点]++ )          # 百分之八: 8%
    | (?P<fraction>  [一二三四五六七八九十]分之[一二三四五六七八九十]  # 三分之二: two thirds
                   | 一半 | 半数 | 过半 )                        # half; 过半: more than half
    | (?P<chinese>   [{CHINESE_NUMBER}万亿]++ )                 # 两(个), 千亿(元)
    )
    """,
    re.VERBOSE,
)
"""Where a number begins, or a sentence or clause ends."""

# A Chinese numeral is read only if a unit can follow it or it ends in 万 or 亿: most count nothing (一是, 三农).
_MEASURES = re.compile(f".[ \u3000余多{''.join({word[0] for word in UNIT_WORDS})}]|[万亿]")

# What follows a number

_TAIL = re.compile(
    rf"""
    [ \u3000]? (?P<more> [余多]? )                                          # 1500余人: 1500 or more
    (?P<magnitude> (?: [十百万亿] | 千 (?! [瓦米克伏] ) ){{0,3}} )              # 万亩; but 千瓦 is a unit, no 1000 瓦
    (?P<moreover> [余多]? ) [ \u3000]?                                      # 50万余人
    (?P<unit> {alternation(UNIT_WORDS)} )?
    (?P<grade> 级 (?! 别 ) )?                                               # 5万吨级: a class of ships
    [ \u3000]? (?P<bound> 及?以上 | 及?以下 | 以内 | 之内 | 左右 | 上下 )?      # 7%以上, 100家左右
    """,
    re.VERBOSE,
)
# A unit character that begins another word is no unit: in 500人才 (talents) and 3户籍 nobody counts 人 or 户.
_NOT_UNIT = re.compile(entry_pattern(load_lexicon("statements")["not_units"]))

# What stands before a number and bounds it: 不低于7%, 突破100亿元. Look-behinds leave out words that end alike:
# 通过 (to pass) is no 过 (over), 签约 (to sign) and 节约 (to save) are no 约 (about), 最近 (recently) is no 近 (near).
_BEFORE = re.compile(
    r"""
    (?:
      (?P<at_least> 不低于 | 不少于 | 不小于 | 最低 | 高于 | 不下于 | 好于 | 优于 | 多于 | 至少 )
    | (?P<at_most>  不超过 | 不高于 | 不大于 | 不突破 | 不多于 | 低于 | 少于 | 小于 | 至多 | 最多 | 不足 | 不到 )
    | (?P<above>    突破 | 超过 | 大于 | 超出 | 超越 | 逾 | 超 | (?<! [通经渡度不] ) 过 )
    | (?P<about>    大约 | (?<! [签预节合公制集] ) 约为? | 接近 | 将近 | (?<! [最附临邻] ) 近 )
    )
    (?: (?<= 至少 ) (?: 新?建设? | 建成 | 打造 | 培育 | 创建 | 引进 ) )?                     # 至少建设1个
    [了到至达为“]{0,2} [ ]? $
    """,
    re.VERBOSE,
)
_BOUNDING = frozenset(_BEFORE.pattern)  # a cheap look: before a number no other character ends such words
_RELATION = {"at_least": ">=", "at_most": "<=", "above": ">", "about": "~"}
_BOUND = {"以上": ">=", "余": ">=", "多": ">=", "以下": "<=", "以内": "<=", "之内": "<=", "左右": "~", "上下": "~"}

# What joins numbers

_RANGE = re.compile(r"[ ]?(?:[-–—－~～]{1,2}|至|到)[ ]?")  # 6%-6.5%, 6至7%
_JOINT = re.compile(r"[ ]?[和、及与][ ]?")  # 34.9和28.5个百分点
_NUMBER = re.compile(_ARABIC, re.VERBOSE)
_RANKED = re.compile("[ ]?[位名强]")  # 第3位, 前10强
_AFTER = re.compile("以上|左右|以内")
_MOST = 6  # numbers that share one printed unit: more are a table, not a sentence
# 20.5:52.1:27.4, the shares of the three sectors; a time (14:59) has two parts.
_STRUCTURE = re.compile(r"([0-9]++(?:\.[0-9]++)?):([0-9]++(?:\.[0-9]++)?):([0-9]++(?:\.[0-9]++)?)(?![:0-9])")


def find_quantities(text: str, spans: Iterable[tuple[int, int]] | None = None) -> list[Quantity]:
    """Return the number expressions of a text in text order, also those that measure nothing.

    Chinese numerals are proposed only where a unit can follow, so that 一般 (in general) and 三农 (the three rural
    issues) do not fill the table. The time grows linearly with the text; no input raises an error.

    Parameters
    ----------
    text
        Offsets are code points into it.
    spans
        Whole sentences to look in, in text order; all of the text if not given.
    """
    return [quantity for span in ([(0, len(text))] if spans is None else spans) for quantity in _find(text, *span)]


def _find(text: str, first: int, last: int) -> Iterator[Quantity]:
    clause = sentence = done = first
    for token in QUANTITY_TOKEN.finditer(text, first, last):
        kind = token.lastgroup
        if kind == "pause":
            # a comma within a quantity already read (1,234.5亿元) ends no clause
            clause = token.end() if token.start() >= done else clause
        elif kind == "stop":
            clause = sentence = token.end()
        elif (start := token.start()) >= done and (kind != "chinese" or _MEASURES.match(text, token.end() - 1)):
            for quantity in _READERS[str(kind)](_Place(text, start, clause, sentence), token[0]):
                yield quantity
                done = quantity.end


# Arabic numbers: 160亿元, 6%-6.5%, 34.9和28.5个百分点


def _lost(place: _Place, words: str) -> Sequence[Quantity]:
    """Read a number whose digits are lost, with its unit: it has no value."""
    return [_measured(place, place.start + len(words), None)]


def _arabic(place: _Place, digits: str) -> Sequence[Quantity]:
    text, start, clause, sentence = place
    # 三次产业结构调整为20.5:52.1:27.4 is three shares
    if structure := _STRUCTURE.match(text, start):
        return [
            Quantity(*structure.span(part), float(structure[part]), None, "structure", "=", "", clause, sentence)
            for part in (1, 2, 3)
        ]
    first = _measured(place, start + len(digits), _number(digits))
    return _range(text, first) or (_jointly(text, first) if first.kind == "bare" else ()) or [first]


def _number(digits: str) -> float | None:
    return float(digits.replace(",", "")) if len(digits) <= _LONGEST else None


def _measured(place: _Place, end: int, value: float | None) -> Quantity:
    """Return the quantity of a number that ends at `end`, with its unit and the words that bound it."""
    text, start, clause, sentence = place
    tail = _TAIL.match(text, end)
    if tail is None:  # cannot be: every part of the pattern is optional
        raise AssertionError
    bare, end = end, tail.end()
    more, magnitude, moreover, unit, grade, bound = tail.groups()
    hedge = bound or ""
    # 引进10万人才: 人 belongs to 人才 (talents), so that 10万 has no unit
    if unit and _NOT_UNIT.match(text, tail.start("unit")):
        unit, end, hedge = None, tail.end("moreover"), ""
    # 5万吨级 is of the unit 万吨级; 1000亿元级 is a class of industries, its unit is 亿元
    if unit:
        kind = UNIT_WORDS[unit]
        printed = magnitude + unit + (grade or "" if kind != "money" else "")
    # 分别达1226万、1006万: a number of things not named here
    elif magnitude:
        kind, printed = "number", magnitude
        end = tail.end() if hedge else tail.end("moreover")
    # 共81: nothing says what is counted
    else:
        kind, printed, hedge = "bare", "", ""
        end = bare
    relation, hedge = _relation(text, start, clause, hedge or more or moreover)
    return Quantity(start, end, value, printed or None, kind, relation, hedge, clause, sentence)


def _relation(text: str, start: int, clause: int, after: str) -> tuple[str, str]:
    """Return the relation that the words around a number state, and these words.

    A word after the number goes before one ahead of it: 约5亿元以上 is at least 5 亿元, with the hedge 约…以上.
    """
    before = text[start - 1 : start] in _BOUNDING and _BEFORE.search(text, max(clause, start - 8), start)
    relation = _BOUND.get(after.removeprefix("及"), "=") if after else "="
    if not before:
        return relation, after
    words = str(before.lastgroup)
    return relation if relation != "=" else _RELATION[words], "…".join(filter(None, (before[words], after)))


def _range(text: str, first: Quantity) -> Sequence[Quantity]:
    """Return both ends of a range as bounds (6%-6.5%), of a change as values (由40%到45%); nothing if none follows."""
    if not ((dash := _RANGE.match(text, first.end)) and (number := _NUMBER.match(text, dash.end()))):
        return ()
    place = _Place(text, number.start(), first.clause, first.sentence)
    second = _measured(place, number.end(), _number(number[0]))
    # 2023-2025 has no unit, 6亿元-7% has two that differ: no range
    if second.kind == "bare" or first.kind not in ("bare", second.kind) or first.value is None:
        return ()
    # 6-7%: the first number has the unit of the second
    lower = first._replace(unit=second.unit, kind=second.kind) if first.kind == "bare" else first
    if text[first.start - 1 : first.start] in ("由", "从"):
        return lower, second
    return lower._replace(relation=">=", hedge=dash[0].strip()), second._replace(relation="<=", hedge=dash[0].strip())


def _jointly(text: str, first: Quantity) -> Sequence[Quantity]:
    """Return numbers that share the unit of the last, as in 34.9和28.5个百分点; nothing if none follow."""
    numbers = [first]
    while len(numbers) < _MOST and numbers[-1].kind == "bare":
        joint = _JOINT.match(text, numbers[-1].end)
        number = _NUMBER.match(text, joint.end()) if joint else None
        if not number:
            return ()
        place = _Place(text, number.start(), first.clause, first.sentence)
        numbers.append(_measured(place, number.end(), _number(number[0])))
    last = numbers[-1]
    return [number._replace(unit=last.unit, kind=last.kind) for number in numbers] if last.kind != "bare" else ()


# Chinese numerals: 两个, 千亿元


def _chinese(place: _Place, digits: str) -> Sequence[Quantity]:
    """Read a Chinese numeral before a unit: 两个 is 2 个, 千亿元 is 1000 亿元, 万亿 is 1 万亿."""
    stem = digits.rstrip("万亿")
    value = _chinese_value(stem)
    quantity = _measured(place, place.start + len(stem), value)
    return [quantity] if value is not None and quantity.kind != "bare" else ()


@functools.lru_cache(maxsize=4096)
def _chinese_value(stem: str) -> float | None:
    if not stem:
        return 1.0  # 亿元, 万亿元: the leading 一 is unsaid
    if len(stem) > _LONGEST:
        return None
    try:
        return float(numeral_value(stem))
    except NumeralError:
        return None


# Numbers without a unit: 第3位, 翻番, 百分之八, 三分之二


def _rank(place: _Place, words: str) -> Sequence[Quantity]:
    """Read a place in a ranking: 第3位 is 3, 首位 (the first place) is 1, 前十 (the first ten) is at most 10."""
    digits = words.lstrip("第前 ")
    value = 1.0 if words in ("首位", "榜首", "之首") else float(digits) if digits.isdigit() else _chinese_value(digits)
    end = place.start + len(words)
    if suffix := _RANKED.match(place.text, end):
        end = suffix.end()
    relation = "<=" if words.startswith("前") else "="
    return [Quantity(place.start, end, value, None, "rank", relation, "", place.clause, place.sentence)]


def _doubling(place: _Place, words: str) -> Sequence[Quantity]:
    """Read 翻番 and 翻一番 as 2, 翻两番 as 4, 翻三番 as 8."""
    times = {"两": 4.0, "二": 4.0, "三": 8.0, "四": 16.0}.get(words[-2], 2.0)
    return [_bounded(place, words, times, "doubling")]


def _hundredth(place: _Place, words: str) -> Sequence[Quantity]:
    """Read 百分之八 as 8%."""
    value = _chinese_value(words.removeprefix("百分之"))
    found = _bounded(place, words, value, "rate")
    return [found._replace(unit="%")] if value is not None else ()


def _fraction(place: _Place, words: str) -> Sequence[Quantity]:
    """Read 三分之二 as 0.6667, 一半 as 0.5."""
    whole, _, part = words.partition("分之")
    value = 0.5
    if part:
        above, below = _chinese_value(part), _chinese_value(whole)
        if not above or not below:
            return ()
        value = round(above / below, 4)
    found = _bounded(place, words, value, "fraction")
    return [found._replace(relation=">", hedge="过") if words == "过半" else found]


def _bounded(place: _Place, words: str, value: float | None, kind: str) -> Quantity:
    """Return a quantity without a unit, with the words that bound it."""
    text, start, clause, sentence = place
    end = start + len(words)
    after = _AFTER.match(text, end)
    relation, hedge = _relation(text, start, clause, after[0] if after else "")
    return Quantity(start, after.end() if after else end, value, None, kind, relation, hedge, clause, sentence)


_READERS: dict[str, Callable[[_Place, str], Sequence[Quantity]]] = {
    "arabic": _arabic,
    "lost": _lost,
    "rank": _rank,
    "top": _rank,
    "doubling": _doubling,
    "hundredth": _hundredth,
    "fraction": _fraction,
    "chinese": _chinese,
}
