"""Quantities: number expressions with value, unit and bound (不低于1.5万亩 is at least 1.5 万亩).

One scan of `_NUMBER_TOKEN` runs over the text and hands each kind of number to its reader: 160亿元 to `_arabic`, 第3位
to `_rank`, 翻番 to `_doubling`, 百分之八 to `_hundredth`, 三分之二 to `_fraction`, 两个 to `_chinese`. What is found is
proposed widely: the 5 of 5G and the year 2024年 are quantities too, and `exclusions` says later why they state nothing.
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..language import NumeralError, alternation, amounts_as_printed, entry_pattern, load_lexicon
from ..language.bounds import stated_relation
from ..language.numerals import LONGEST_AMOUNT, arabic_value, is_rising_list
from ..texts.damage import LOST


class Quantity(NamedTuple):
    """A number expression: a value with its unit, or a number that measures nothing."""

    start: int  # the value phrase without the indicator or the hedge before it: 1.5万亩以上
    end: int
    value: float | None  # in the unit as printed; None for a string of digits that is no amount
    unit: str | None  # with its magnitude: 万亩
    kind: str  # an entry of data/lexicon/units.yml; or number, bare, index, rank, doubling, fraction, structure
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

LEAST_INDEX = 80.0
"""An index of prices (103) is above this, a rate of change (3%) below."""
CHINESE_NUMBER = "一二三四五六七八九十两百千零〇"
_UNIT_STARTS = "".join(sorted({word[0] for word in UNIT_WORDS}))
_ARABIC = rf"""
    (?: [0-9]{{1,3}}(?:,[0-9]{{3}})++(?![0-9])                                # 1,234(.5)
      | (?<![A-Za-z0-9.,])[0-9]{{1,3}}(?:[，\ ][0-9]{{3}})++                   # 26，530元, 10 497元: only if
        (?= (?:\.[0-9]++)? [余多十百千万亿{_UNIT_STARTS}] )                    # something is counted
      | [0-9]++ )
    (?: \.[0-9]++ | ·[0-9]++(?=[%‰倍]|个百分点|[万亿]?元) )?                   # 1234.5, 7·5%
    """

# The scan

_FIRST = f"[0-9{LOST}第前首榜之翻一二三四五六七八九十两百千零〇万亿半过]"
_NUMBER_TOKEN = re.compile(
    rf"""
    (?= {_FIRST} )  # skips fast over the many characters that begin nothing
    (?: (?P<arabic>  {_ARABIC} )                               # 160(亿元), 1,234.5(亿元)
    | (?P<lost>      {LOST}++ )                                # a number whose digits are lost
    | (?P<rank>      第[ ]?(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})  # 第3(位): 3rd place
                   | 首位 (?! [度产经战城园] ) | 榜首 | 之首 )     # first place; but 首位度, 首位产业
    | (?P<top>       前[ ]?(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}}) )  # 前10(强): among the first ten
    | (?P<doubling>  翻了?[一两二三四]?番 )                      # 翻番 doubles, 翻两番 quadruples
    | (?P<hundredth> 百分之[一二三四五六七八九十百千零点]++ | 百分百 )  # 百分之八: 8%
    | (?P<fraction>  [一二三四五六七八九十]分之[一二三四五六七八九十]  # 三分之二: two thirds
                   | 一半 | 半数 | 过半 )                        # half; 过半: more than half
    | (?P<half>      半 (?= 个百分点 ) )                         # half a point
    # 两(个), 千亿(元), 七点五(%): of the group only if a unit can follow or it ends in 万 or 亿, as most count
    # nothing (一是, 三农); those are passed over as a whole
    | [{CHINESE_NUMBER}万亿]++ (?: 点[一二三四五六七八九零]++[万亿]*+ )?+
      (?P<chinese>   (?<= [万亿] ) | (?= [ \u3000余多至到{_UNIT_STARTS}] ) )?
    )
    """,
    re.VERBOSE,
)
_STOP, _PAUSE = "。", "，"
_OTHER_STOPS, _OTHER_PAUSES = "！？!?；;\n", ",：:"  # read as these: where sentences and clauses end

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
# 10亿3000|万, 3万2千|亿, 2万7千|多名: further parts of a number, the last with a magnitude of its own or of all
_PARTS = re.compile(
    r"""
    [0-9]++ (?:\.[0-9]++)? (?: [千百]?(?:万亿|[万亿]) | [千百] ) 零?
    [0-9]++ (?: [千百十](?![瓦米克伏]) (?: 零?[0-9]++[百十] )? | (?:\.[0-9]++)? (?= [余多]?[万亿] ) )
    """,
    re.VERBOSE,
)
_MAGNITUDES, _SURPLUS = frozenset("百千万亿"), frozenset("余多")
_LAST = re.compile("(?P<more>[余多]?)(?P<magnitude>[万亿]*)")  # 二亿四千|多万
# A unit character that begins another word is no unit: in 500人才 (talents) and 3户籍 nobody counts 人 or 户.
_NOT_UNIT = re.compile(entry_pattern(load_lexicon("statements")["not_units"]))
_NOT_UNIT_PAIRS = frozenset(word[:2] for word in load_lexicon("statements")["not_units"]["words"])  # a cheap look

# What joins numbers

_RANGE = re.compile(r"[ ]?(?:[-–—－~～─]{1,2}|至|到|与|和)[ ]?")  # 6%-6.5%, 6至7%, 在8%与9%之间
_RANGING = frozenset(" -–—－~～─至到与和")  # what it begins with: a look at it is faster
_CHANGED = re.compile(  # 由40%到45%, 从2019年的40%到45%: a change of a value, no range
    r"(?:由|从)(?:(?:[^，。；、]{0,8}年|“?十[^，。；、]{1,4}末)[底末初的]{0,3}|(?:原来|目前|最初)的?)?$"
)
_JOINT = re.compile(r"[ ]?[和、及与][ ]?")  # 34.9和28.5个百分点
_NUMBER = re.compile(_ARABIC, re.VERBOSE)
_SPELLED = re.compile(f"[{CHINESE_NUMBER}]++(?:点[{CHINESE_NUMBER}]++)?[万亿]*+")
_PAIR = re.compile("[一二三四五六七八九两](?=[一二三四五六七八九两])")  # 二|三十亿: where the lower number ends
_AFTER = re.compile("以上|左右|以内")
_RANKED = re.compile("[ ]?[位名强]")  # 第3位, 前10强
_INDEX = re.compile(r"价格(?:总水平|总)?指数[^，。；0-9]{0,12}\Z")
_MOST = 6  # numbers that share one printed unit: more are a table, not a sentence
# 20.5:52.1:27.4, the shares of the three sectors; a time (14:59) has two parts.
_SHARE = r"([0-9]++(?:\.[0-9]++)?)"
_STRUCTURE = re.compile(rf"{_SHARE}%?[ ]?[:︰﹕][ ]?{_SHARE}%?[ ]?[:︰﹕][ ]?{_SHARE}(?![ ]?[:︰﹕]|[0-9])")
_PARTING = frozenset(":︰﹕% ")  # what may follow its first share
_PART = re.compile("[^，]+")
_QUOTIENT = re.compile("(?<![0-9/.个月周每])([1-9])/([2-9])(?![0-9/.月日])")  # 1/3
_WHOLE = (97, 104)  # from, and less than: what three shares come to, rounded: 12:30:45 is a time, 2:1:2 a ratio


def find_quantities(text: str) -> list[Quantity]:
    """Return the number expressions of a text in text order, also those that measure nothing.

    Chinese numerals are proposed only where a unit can follow, so that 一般 (in general) and 三农 (the three rural
    issues) do not fill the table. The time grows linearly with the text; no input raises an error.
    Offsets are code points into it.
    """
    return list(_find(text))


def _find(text: str) -> Iterator[Quantity]:
    # most sentences and clauses hold no number: their ends are looked for from the numbers back, and there is one
    # mark to look for, where a token for each of them took half the time of the scan
    ends = _with_one_mark(text)
    clause = sentence = done = seen = 0
    for token in _NUMBER_TOKEN.finditer(text):
        kind, start = token.lastgroup, token.start()
        if kind is None or start < done:
            continue
        if (stop := ends.rfind(_STOP, seen, start)) >= 0:
            clause = sentence = stop + 1
        # a comma within a quantity already read (1,234.5亿元) ends no clause
        if (pause := ends.rfind(_PAUSE, max(seen, done, sentence), start)) >= 0:
            clause = pause + 1
        seen = start
        for quantity in _READERS[kind](_Place(text, start, clause, sentence), token[0]):
            yield quantity
            done = quantity.end


def _with_one_mark(text: str) -> str:
    """Return a text with one mark for all that end a sentence, and one for all that end a clause."""
    for mark in _OTHER_STOPS:
        text = text.replace(mark, _STOP)
    for mark in _OTHER_PAUSES:
        text = text.replace(mark, _PAUSE)
    return text


# Arabic numbers: 160亿元, 6%-6.5%, 34.9和28.5个百分点


def _lost(place: _Place, words: str) -> Sequence[Quantity]:
    """Read a number whose digits are lost, with its unit: it has no value."""
    return [_measured(place, place.start + len(words), None)]


def _arabic(place: _Place, digits: str) -> Sequence[Quantity]:
    text, start, clause, sentence = place
    follows = text[start + len(digits) : start + len(digits) + 1]
    # 三次产业结构调整为20.5:52.1:27.4 is three shares
    structure = _STRUCTURE.match(text, start) if follows in _PARTING else None
    if structure and _WHOLE[0] <= sum(map(float, structure.groups())) < _WHOLE[1]:
        return [
            Quantity(*structure.span(part), float(structure[part]), None, "structure", "=", "", clause, sentence)
            for part in (1, 2, 3)
        ]
    # 占全省1/3
    if follows == "/" and (quotient := _QUOTIENT.match(text, start)):
        return [_bounded(place, quotient[0], round(int(quotient[1]) / int(quotient[2]), 4), "fraction")]
    # 分别为105，130，150万元: commas part the numbers
    if "，" in digits and ("分别" in text[clause:start] or is_rising_list(digits)):
        return [_amount(place._replace(start=start + part.start()), part[0]) for part in _PART.finditer(digits)]
    plain = follows not in _MAGNITUDES  # most numbers have no further parts
    first = _measured(place, start + len(digits), arabic_value(digits)) if plain else _amount(place, digits)
    ends = _range(text, first) if text[first.end : first.end + 1] in _RANGING else ()
    return ends or (_jointly(text, first) if first.kind == "bare" else ()) or [first]


def _amount(place: _Place, digits: str) -> Quantity:
    """Return the quantity of an Arabic number, with all its parts: 10亿3000万元 is 10.3 亿元."""
    text, start = place.text, place.start
    end = start + len(digits)
    if text[end : end + 1] in _MAGNITUDES and (parts := _PARTS.match(text, start)):
        last = _LAST.match(text, parts.end())
        more, magnitude = last.groups() if last else ("", "")
        # 5亿3亿: two numbers
        if amounts := _amounts(parts[0] + magnitude):
            ((value, printed),) = amounts
            return _measured(place, parts.end() + len(more + magnitude), value, printed, more)
    return _measured(place, end, arabic_value(digits))


def _measured(place: _Place, end: int, value: float | None, magnitude: str = "", more: str = "") -> Quantity:
    """Return the quantity of a number that ends at `end`, with unit and bound; `magnitude`, `more`: read with it."""
    text, start, clause, sentence = place
    tail = _TAIL.match(text, end)
    if tail is None:  # cannot be: every part of the pattern is optional
        raise AssertionError
    bare, end = end, tail.end()
    surplus, tail_magnitude, moreover, unit, grade, bound = tail.groups()
    more, magnitude = more or surplus or moreover, magnitude + tail_magnitude
    hedge = bound or ""
    # 引进10万人才: 人 belongs to 人才 (talents), so that 10万 has no unit
    at = tail.start("unit")
    if unit and text[at : at + 2] in _NOT_UNIT_PAIRS and _NOT_UNIT.match(text, at):
        unit, end, hedge = None, tail.end("moreover"), ""
    # 5万吨级 is of the unit 万吨级; 1000亿元级 is a class of industries, its unit is 亿元
    if unit:
        kind = UNIT_WORDS[unit]
        printed = magnitude + unit + (grade or "" if kind != "money" else "")
    # 分别达1226万、1006万: a number of things not named here
    elif magnitude:
        kind, printed, end = "number", magnitude, tail.end() if hedge else tail.end("moreover")
    # 居民消费价格指数控制在103以内: the year before is 100
    elif value and value > LEAST_INDEX and _INDEX.search(text, max(clause, start - 24), start):
        kind, printed, end = "index", "", tail.end() if hedge else bare
    # 共81: nothing says what is counted
    else:
        kind, printed, hedge, end = "bare", "", "", bare
    relation, hedge = stated_relation(text, start, clause, hedge or more)
    return Quantity(start, end, value, printed or None, kind, relation, hedge, clause, sentence)


def _range(text: str, first: Quantity) -> Sequence[Quantity]:
    """Return both ends of a range as bounds (6%-6.5%), of a change as values (由40%到45%); nothing if none follows."""
    if not (dash := _RANGE.match(text, first.end)):
        return ()
    second = _following(_Place(text, dash.end(), first.clause, first.sentence), text[first.start])
    if not second or second.kind == "bare" or first.value is None:
        return ()
    # 6-7%, 20万至30万人: the first number has the unit of the second
    shares = first.kind == "bare" or (first.kind == "number" and (second.unit or "").startswith(first.unit or ""))
    # 2023-2025 has no unit, 6亿元-7% has two that differ: no range
    if not shares and first.kind != second.kind:
        return ()
    # 8%和9%: two values, unless 之间 follows
    if dash[0].strip() in ("与", "和") and not text.startswith("之间", second.end):
        return ()
    lower = first._replace(unit=second.unit, kind=second.kind) if shares else first
    changed = _CHANGED.search(text, max(first.clause, first.start - 16), first.start)
    # 由原来的316-386个工作日缩短到…: only 到 or 至 joins the ends of a change, unless 由 stands right before
    if changed and (dash[0].strip() in ("到", "至") or len(changed[0]) == 1):
        return lower, second
    return lower._replace(relation=">=", hedge=dash[0].strip()), second._replace(relation="<=", hedge=dash[0].strip())


def _following(place: _Place, first: str) -> Quantity | None:
    """Return the quantity at a place, printed as the one that begins with the character `first`: 6至|7%, 两到|三倍."""
    if first.isdecimal():
        number = _NUMBER.match(place.text, place.start)
        return _amount(place, number[0]) if number else None
    spelled = _SPELLED.match(place.text, place.start)
    found = _spelled(place, spelled[0]) if spelled else ()
    return found[0] if len(found) == 1 else None


def _jointly(text: str, first: Quantity) -> Sequence[Quantity]:
    """Return numbers that share the unit of the last, as in 34.9和28.5个百分点; nothing if none follow."""
    numbers = [first]
    while len(numbers) < _MOST and numbers[-1].kind == "bare":
        joint = _JOINT.match(text, numbers[-1].end)
        number = _NUMBER.match(text, joint.end()) if joint else None
        if not number:
            return ()
        place = _Place(text, number.start(), first.clause, first.sentence)
        numbers.append(_measured(place, number.end(), arabic_value(number[0])))
    last = numbers[-1]
    return [number._replace(unit=last.unit, kind=last.kind) for number in numbers] if last.kind != "bare" else ()


# Chinese numerals: 两个, 千亿元, 七八百人


def _chinese(place: _Place, digits: str) -> Sequence[Quantity]:
    """Read a Chinese numeral before a unit: 两个 is 2 个, 千亿元 is 1000 亿元, 两到三倍 a range."""
    found = _spelled(place, digits)
    if len(found) == 1 and (ends := _range(place.text, found[0])):
        return ends
    return [quantity for quantity in found if quantity.kind != "bare"]


def _spelled(place: _Place, digits: str) -> Sequence[Quantity]:
    """Return the quantity of a Chinese numeral, two if it names a range; nothing if it is no numeral."""
    end, more = place.start + len(digits), ""
    # 二亿四千|多万元
    if place.text[end : end + 1] in _SURPLUS and (last := _LAST.match(place.text, end)):
        end, more, digits = last.end(), last["more"], digits + last["magnitude"]
    amounts = _amounts(digits)
    if not amounts:
        return ()
    upper = _measured(place, end, *amounts[-1], more)
    # 七八百人: 七 is the lower end, 八百人 the upper
    if len(amounts) == 2 and (pair := _PAIR.search(digits)):
        parted = place.start + pair.end()
        lower = upper._replace(end=parted, value=amounts[0][0], relation=">=", hedge="")
        return lower, upper._replace(start=parted, relation="<=", hedge="")
    return (upper,)


@functools.lru_cache(maxsize=4096)
def _amounts(numeral: str) -> Sequence[tuple[float, str]]:
    """Return what a numeral amounts to in its printed magnitude; nothing if it is no numeral."""
    if len(numeral.rstrip("万亿")) > LONGEST_AMOUNT:
        return ()
    try:
        return amounts_as_printed(numeral)
    except NumeralError:
        return ()


def _chinese_value(numeral: str) -> float | None:
    """Return the one number that a Chinese numeral without 万 and 亿 names."""
    amounts = _amounts(numeral)
    return amounts[0][0] if len(amounts) == 1 else None


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
    value = _chinese_value(words.removeprefix("百分").removeprefix("之"))
    found = _bounded(place, words, value, "rate")
    return [found._replace(unit="%")] if value is not None else ()


def _fraction(place: _Place, words: str) -> Sequence[Quantity]:
    """Read 三分之二 as 0.6667, 一半 as 0.5."""
    whole, _, part = words.partition("分之")
    above, below = (_chinese_value(part), _chinese_value(whole)) if part else (1.0, 2.0)
    if not above or not below:
        return ()
    value = round(above / below, 4)
    found = _bounded(place, words, value, "fraction")
    return [found._replace(relation=">", hedge="过") if words == "过半" else found]


def _bounded(place: _Place, words: str, value: float | None, kind: str) -> Quantity:
    """Return a quantity without a unit, with the words that bound it."""
    text, start, clause, sentence = place
    after = _AFTER.match(text, start + len(words))
    relation, hedge = stated_relation(text, start, clause, after[0] if after else "")
    return Quantity(
        start, after.end() if after else start + len(words), value, None, kind, relation, hedge, clause, sentence
    )


_READERS: dict[str, Callable[[_Place, str], Sequence[Quantity]]] = {
    "arabic": _arabic,
    "lost": _lost,
    "rank": _rank,
    "top": _rank,
    "doubling": _doubling,
    "hundredth": _hundredth,
    "fraction": _fraction,
    "half": _chinese,
    "chinese": _chinese,
}
