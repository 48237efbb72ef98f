"""Indicators and measures: what a statement is about and how it measures it (规上工业增加值增长8% is growth).

`identify_indicator` names the entry of `data/lexicon/indicators.yml` that the words of a phrase speak of. Entries stand
there in order of precedence, the narrower before the wider: 单位地区生产总值能耗 is energy_intensity, not gdp.
`identify_measure` tells growth from level, count, share, multiple and rank by the unit and the words around the number.
"""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from ..language import alternation, first_character_class, load_lexicon
from .quantities import Quantity

# Indicators

OTHER_INDICATOR = "other"
_REACH = 12  # code points between the two halves of a word with a gap (新增…企业)


class _Entry(NamedTuple):
    id: str
    words: tuple[str, ...]
    gapped: tuple[tuple[str, str], ...]  # (新增, 企业) for 新增…企业
    without: tuple[str, ...]  # words that must not be in the phrase


def _entries() -> list[_Entry]:
    found = []
    for name, fields in load_lexicon("indicators").items():
        halves = [tuple(word.split("…")) for word in fields["words"]]
        found.append(
            _Entry(
                name,
                tuple(half[0] for half in halves if len(half) == 1),
                tuple((half[0], half[1]) for half in halves if len(half) == 2),
                tuple(fields.get("without", ())),
            )
        )
    return found


_ENTRIES = _entries()
_PIECES = sorted(
    {
        piece
        for entry in _ENTRIES
        for piece in (*entry.words, *entry.without, *(p for pair in entry.gapped for p in pair))
    }
)
# One scan finds the longest piece at every position; the shorter ones that it begins with are in `_PREFIXES`.
_SCAN = re.compile(f"(?={first_character_class(_PIECES)})(?=({alternation(_PIECES)}))")
_PREFIXES = {piece: [other for other in _PIECES if piece.startswith(other)] for piece in _PIECES}
_ENTRIES_OF: dict[str, set[int]] = {}
for _rank, _entry in enumerate(_ENTRIES):
    for _piece in (*_entry.words, *(tail for _, tail in _entry.gapped)):
        _ENTRIES_OF.setdefault(_piece, set()).add(_rank)
# 民生支出|占一般公共预算支出: a share is of what stands before 占; but 占地 (to cover land) is no share
_SHARE_OF = re.compile("(?<=..)占(?!地(?!区|方)|用|补|比)")
_NOTHING = "(?!)"


@functools.lru_cache(maxsize=65_536)
def identify_indicator(phrase: str) -> str:
    """Return the id of the indicator that the words of a phrase name, or "other"."""
    part = _SHARE_OF.search(phrase)
    if part:
        phrase = phrase[: part.start()]
    found: dict[str, list[int]] = {}
    for match in _SCAN.finditer(phrase):
        for piece in _PREFIXES[match[1]]:
            found.setdefault(piece, []).append(match.start())
    ranks: set[int] = set().union(*(_ENTRIES_OF[piece] for piece in found if piece in _ENTRIES_OF))
    return next((_ENTRIES[rank].id for rank in sorted(ranks) if _names(_ENTRIES[rank], found)), OTHER_INDICATOR)


def _names(entry: _Entry, found: dict[str, list[int]]) -> bool:
    """Return whether the pieces found in a phrase, with their positions, name an entry."""
    if any(word in found for word in entry.without):
        return False
    return any(word in found for word in entry.words) or any(
        0 <= after - before - len(head) <= _REACH
        for head, tail in entry.gapped
        if head in found and tail in found
        for before in found[head]
        for after in found[tail]
    )


def indicator_pattern(ids: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds something in every stretch of text whose words name one of some indicators."""
    ranks = {rank for rank, entry in enumerate(_ENTRIES) if entry.id in set(ids)}
    pieces = [piece for piece, named in _ENTRIES_OF.items() if named & ranks]
    return re.compile(alternation(pieces) if pieces else _NOTHING)


# Measures

_CHANGE = alternation(load_lexicon("statements")["changes"]["words"])
_GROWTH = re.compile(rf"(?:{_CHANGE})(?!到|至|为)[^到至率重比，。；、]{{0,8}}$")  # 同比增长|8%; but 提高到|8%
_GROWTH_NOUN = re.compile(  # 增速|8%, 增长的预期目标为|8.5%
    "增速|增幅|减幅|增长速度|涨幅|降幅|升幅|增长率|递增率|(?:增长|上涨|下降)[^，。；、]{0,8}(?:目标|预期)[^，。；、]{0,4}$"
)
_GROWTH_AFTER = re.compile("(?:的|以上的|左右的)?(?:增长|增速|增幅|速度)")  # 保持8%|以上的增速
_REACHED = re.compile(r"(?:到|至|为|达)[了“]?$")  # 提高比例达|8%: a share that was reached
# 比上年增加|5亿元, 同比下降|5万吨: the amount of a change; but 比上年增加到|5亿元 is a level
_COMPARED = re.compile(r"(?:比|较|同比)[^，。；、]{0,14}(?:增|减|多|少|提高|下降|上升|降低|增加|减少)[^到至]{0,3}$")
# 位次前移|2位, 较上年提升|10位
_MOVED = re.compile("(?:[前后]移|上升|提升|跃升|攀升|晋升|[前提]进|提高|下[降滑移]|后退|退后)了?$")
# 存款|5万: an amount of money with its unit left out
_SUM = re.compile("支出|收入|投资|产值|总值|存款|贷款|余额|资产|市值|利润|税|总额|成交额|基金|融资")
_EACH = re.compile("每万|每千|每百|人均|户均|亩均|每[0-9]|平均每|日均")  # 每万人拥有|5名: a density, no count
_TIMES_OF = re.compile("(?:是|为|相当于|达到?)[^，。；]{0,16}的[^，。；]{0,4}$|^(?:分别)?的$")  # 是2015年的|3倍
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


def identify_measure(quantity: Quantity, indicator: str, left: str, right: str) -> str:  # noqa: PLR0911  one return a case
    """Return the measure of a quantity: growth, level, count, share, multiple or rank.

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
        return "multiple" if _TIMES_OF.search(left) else "growth"
    if kind == "rate":
        # 居民消费价格3%左右, 人口自然增长率8‰: always rates of change
        if indicator == "cpi" or quantity.unit == "‰":
            return "growth"
        # 增长8%, 8%以上的增速; but 失业率4%以内 is always a share
        grows = _GROWTH_NOUN.search(left) or (_GROWTH.search(left) and not _REACHED.search(left))
        return "growth" if (grows and indicator != "unemployment") or _GROWTH_AFTER.match(right) else "share"
    # 比上年增加5亿元
    if _COMPARED.search(left):
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
