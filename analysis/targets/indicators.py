"""Indicators and measures: what a statement is about and how it measures it (规上工业增加值增长8% is growth).

`identify_indicator` names the entry of `data/lexicon/indicators.yml` that the words of a phrase speak of. The word
nearest the value decides, as the head of a Chinese phrase stands last: 棚户区改造融资 is financing, not housing.
`identify_measure` tells growth from level, count, share, multiple and rank by the unit and the words around the number.
"""

import functools
import re
from typing import NamedTuple

from ..language import alternation, first_character_class, load_lexicon
from .quantities import LEAST_INDEX, Quantity

# Indicators

OTHER_INDICATOR = "other"
_REACH = 12  # code points between the two halves of a word with a gap (新增…企业)


class _Entry(NamedTuple):
    id: str
    words: tuple[str, ...]
    without: frozenset[str]  # words that must not be in the phrase
    never: tuple[str, ...]  # kinds of units, and units, that its values never have
    heads: tuple[str, ...]  # words at the end of a phrase that name it whatever stands before them
    units: tuple[str, ...]  # units that name it where no word does


class _Piece(NamedTuple):
    """A stretch of characters that words of entries consist of."""

    text: str
    length: int
    named: tuple[int, ...]  # the ranks of the entries of which it is a word
    tail_of: tuple[tuple[str, int], ...]  # (新增, rank) for the 企业 of 新增…企业
    is_asked: bool  # whether an entry asks if it is there, as the 新增 of 新增…企业 or as a word that must not be


_ENTRIES = [
    _Entry(
        name,
        tuple(fields["words"]),
        frozenset(fields.get("without", ())),
        *(tuple(fields.get(field, ())) for field in ("never", "heads", "units")),
    )
    for name, fields in load_lexicon("indicators").items()
]


def _pieces() -> dict[str, _Piece]:
    named: dict[str, list[int]] = {}
    tails: dict[str, list[tuple[str, int]]] = {}
    others: set[str] = set()
    for rank, entry in enumerate(_ENTRIES):
        others |= entry.without
        for word in entry.words:
            head, gap, tail = word.partition("…")
            if gap:
                tails.setdefault(tail, []).append((head, rank))
                others.add(head)
            else:
                named.setdefault(word, []).append(rank)
    return {
        text: _Piece(text, len(text), tuple(named.get(text, ())), tuple(tails.get(text, ())), text in others)
        for text in sorted(others.union(named, tails))
    }


_PIECES = _pieces()
# The pieces by the characters that they begin with, two or the only one: faster than a pattern of a thousand words.
_STARTING: dict[str, tuple[_Piece, ...]] = {}
for _piece in _PIECES.values():
    _STARTING[_piece.text[:2]] = (*_STARTING.get(_piece.text[:2], ()), _piece)
_ALONE = frozenset(text for text in _STARTING if len(text) == 1)
_BY_UNIT = [(entry.units, entry.id) for entry in _ENTRIES if entry.units]
_HEADED: dict[str, list[int]] = {}
for _rank, _entry in enumerate(_ENTRIES):
    for _head in _entry.heads:
        _HEADED.setdefault(_head, []).append(_rank)
# 新建|教育项目|达到, 5个|教育项目|建成投用: what may stand between the head and the value, or behind the head
_HEAD = re.compile(
    rf"""
    (?= {first_character_class(_HEADED)} )
    ({alternation(_HEADED)})
    (?: 达 | 突破 | 超过? | 增长 | 增加 | 下降 | 提高 | 提升 | 降低 | 减少 | 压缩 | 缩短
      | 到 | 至 | 为 | 共 | 约 | 近 | 建设 | 竣工 | 建成 | 完工
      | 投产 | 投用 | 投入使用 | 交付使用 | 完成 | 加快 | 推进 | 全面 | 顺利 | 有序
      | 集中 | 实施 | 等 | [“”（）\s] )*+ $
    """,
    re.VERBOSE,
)
# 民生支出|占预算支出, 旅游收入|相当于GDP的8%: a share is of what stands before it; but 占地 (to cover land) is none
# (the character first, and what stands before it then: a pattern that begins with a look back is slow to search)
_SHARE_OF = re.compile("占(?<=..占)(?!地(?!区|方)|用|补|比)|相当于(?<=..相当于)|与(?<=..与)(?=[^，]{2,10}之比)")
# 地区生产总值|和城乡居民收入翻番: of indicators named whole and joined, one row is of the first
_FIRST_OF = re.compile(
    """
    ( (?: 总值 | 增加值 | 产值 | 投资 | 收入 | 总额 | 零售额 | 出口 | 外资 | 税收 | GDP | 能耗 | 减排 | 降碳 | 价格 )
      (?: 增长 | 增速 | 增幅 | 下降 | 降低 )? )
    (?: 以及 | [、和与及] ) (?=.)
    """,
    re.VERBOSE,
)


@functools.lru_cache(maxsize=65_536)
def identify_indicator(phrase: str, kind: str = "", unit: str = "") -> str:
    """Return the id of the indicator that the words of a phrase name, or "other".

    Parameters
    ----------
    phrase
        The words before a value, or with the noun behind it.
    kind, unit
        Those of the value, if it is known: a count is no gross domestic product (生产总值超百亿元的县5个).
    """
    part = _SHARE_OF.search(phrase)
    if part:
        phrase = phrase[: part.start()]
    if (joined := _FIRST_OF.search(phrase)) and (first := _named(phrase[: joined.end(1)], kind, unit)):
        return first
    # 已建成|702万千瓦: the unit alone names the indicator
    return _named(phrase, kind, unit) or next(
        (name for units, name in _BY_UNIT if unit.endswith(units)), OTHER_INDICATOR
    )


def _named(phrase: str, kind: str, unit: str) -> str:
    """Return the id of the indicator that one name names, or ""."""
    starts: dict[str, list[int]] = {}  # where the pieces begin that entries ask for
    places: list[tuple[int, int, int]] = []  # where a word ends, its length, and the rank of its entry below zero
    has_alone = not _ALONE.isdisjoint(phrase)
    for start, first in enumerate(phrase):
        begun = _STARTING.get(phrase[start : start + 2], ())
        # 畜: a word of one character
        if has_alone and first in _ALONE:
            begun += _STARTING[first]
        for text, length, named, tail_of, is_asked in begun:
            if length > 2 and not phrase.startswith(text, start):
                continue
            if is_asked:
                starts.setdefault(text, []).append(start)
            if named:
                places += [(start + length, length, -rank) for rank in named]
            for head, rank in tail_of:
                if any(0 <= start - before - len(head) <= _REACH for before in starts.get(head, ())):
                    places.append((start + length, len(head) + length, -rank))
    headed = _HEAD.search(phrase)
    if not places and not headed:
        return ""
    barred = _barred(kind, unit)
    # the word nearest the value, then the longer word, then the entry that stands first
    places.sort(reverse=True)
    fitting = (-rank for _, _, rank in places if -rank not in barred and _ENTRIES[-rank].without.isdisjoint(starts))
    if headed:
        *narrower, widest = _HEADED[headed[1]]
        # 签约工业|项目: of the entries that share a head that whose words are there, else the widest
        if widest not in barred and _ENTRIES[widest].without.isdisjoint(starts):
            return _ENTRIES[next((rank for rank in fitting if rank in narrower), widest)].id
    return next((_ENTRIES[rank].id for rank in fitting), "")


@functools.lru_cache(maxsize=1024)
def _barred(kind: str, unit: str) -> frozenset[int]:
    """Return the ranks of the entries that no value with a unit, or of its kind, can have."""
    return frozenset(rank for rank, entry in enumerate(_ENTRIES) if kind in entry.never or unit.endswith(entry.never))


# Measures

_CHANGE = alternation(load_lexicon("statements")["changes"]["words"])
_GROWTH = re.compile(rf"(?:{_CHANGE})(?!到|至|为)[^到至率重比，。；、]{{0,8}}$")  # 同比增长|8%; but 提高到|8%
_GROWTH_NOUN = re.compile(  # 增速|8%, 增长的预期目标为|8.5%
    "增速|增幅|减幅|(?:增长|上涨)[速幅]度|涨幅|降幅|升幅|增长率|递增率|(?:增长|上涨|下降)[^，。；、]{0,8}(?:目标|预期)[^，。；、]{0,4}$"
)
_GROWTH_AFTER = re.compile("的?(?:增长|增速|增幅|速度)")  # 保持8%|以上的增速
_REACHED = re.compile(r"[为达][了“]?$")  # 提高比例达|8%: a share that was reached
# 比上年增加|5亿元, 同比下降|5万吨: the amount of a change; but 比上年增加到|5亿元 is a level
_COMPARED = re.compile(r"[比较][^，。；、]{0,14}(?:[增减多少]|提高|下降|上升|降低)[^到至]{0,3}$")
# 财政收入突破3万亿元，增加|5232亿元: of what is told in money; but 增加投资|5亿元 is spent
_GREW = re.compile("(?:增加|增长|减少|下降|净增|新增|增量)(?:了|达到?|近|约|超过?)*$|^(?:新增|净增)")
# 位次前移|2位, 较上年提升|10位
_MOVED = re.compile("(?:[前后]移|上升|提升|跃升|攀升|晋升|[前提]进|提高|下[降滑移]|后退|退后)了?$")
# 存款|5万: an amount of money with its unit left out
_SUM = re.compile("支出|收入|投资|产值|总值|存款|贷款|余额|资产|市值|利润|税|总额|成交额|基金|融资")
_EACH = re.compile("每万|每千|每百|人均|户均|亩均|每[0-9]|平均每|日均")  # 每万人拥有|5名: a density, no count
_TIMES_OF = re.compile("(?:是|为|相当于|达)[^，。；]{0,16}的[^，。；]{1,4}$")  # 是2015年的|3倍
_MONEY = (
    "gdp",
    "budget_revenue",
    "tax_revenue",
    "fai",
    "retail_sales",
    "trade",
    "exports",
    "inbound_investment",
    "project_investment",
)
_MAIN_SUMS = (
    "gdp",
    "industrial_value_added",
    "budget_revenue",
    "retail_sales",
    "trade",
    "urban_income",
    "rural_income",
)


def identify_measure(quantity: Quantity, indicator: str, left: str, right: str) -> str:  # noqa: PLR0911, PLR0912  one return a case
    """Return the measure of a quantity: growth, level, count, share, multiple, rank or index.

    Parameters
    ----------
    quantity
        A number expression.
    indicator
        What it is about.
    left, right
        The words of its phrase before and after it.
    """
    kind = quantity.kind
    # 位列全省第3位
    if kind == "rank":
        return "rank"
    # 居民消费价格指数103: of last year's prices
    if kind == "index":
        return "index"
    # 翻番
    if kind == "doubling":
        return "multiple"
    # 三分之二, 20.5:52.1:27.4
    if kind in ("fraction", "structure"):
        return "share"
    # 提高8个百分点 is growth; 低于要求26个百分点 a distance
    if kind == "points":
        return "growth" if _GROWTH.search(left) or _GROWTH_NOUN.search(left) else "level"
    # 占四成 is a share, 增长三成 growth; 是2015年的3倍 a multiple, 增长3倍 growth
    if kind == "times":
        if quantity.unit != "倍":
            return "growth" if _GROWTH.search(left) and not left.endswith("的") else "share"
        return "multiple" if left.endswith("的") or _TIMES_OF.search(left) else "growth"
    if kind == "rate":
        # 居民消费价格指数控制在103%左右: of last year's prices
        if indicator == "cpi" and (quantity.value or 0) > LEAST_INDEX:
            return "index"
        # 居民消费价格3%左右, 人口自然增长率8‰: always rates of change
        if indicator == "cpi" or quantity.unit == "‰":
            return "growth"
        # 增长8%, 8%以上的增速; but 失业率4%以内 is always a share
        grows = _GROWTH_NOUN.search(left) or (_GROWTH.search(left) and not _REACHED.search(left))
        return "growth" if (grows and indicator != "unemployment") or _GROWTH_AFTER.match(right) else "share"
    # 比上年增加5亿元; 财政收入突破3万亿元，增加5232亿元
    if _COMPARED.search(left) or (kind == "money" and indicator in _MAIN_SUMS and _GREW.search(left)):
        return "growth"
    # 位次前移|2位: a rise, no rank
    if quantity.unit == "位" and _MOVED.search(left):
        return "growth"
    # 新建学校3所, 新增就业5万; but 每万人拥有5名 and 存款5万 are levels
    if kind == "count" or (kind == "number" and indicator not in _MONEY and not _SUM.search(left)):
        return "level" if _EACH.search(left) else "count"
    # 优良天数300天
    if quantity.unit == "天" and ("天数" in left or indicator == "ecology"):
        return "count"
    # 160亿元, 3万亩
    return "level"
