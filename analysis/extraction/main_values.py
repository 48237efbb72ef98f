"""Main targets and results: which statements of a report are of the place, for the year, of one of ten indicators.

A report gives its main results together, in one sentence of the review, and its main targets in one list. Values
elsewhere are of parts (工业投资, investment in industry), of several years, or of something beside the series of the
statistics (农村劳动力转移就业, countrypeople brought to work, is no new job in the towns). Words of parts are in
`data/lexicon/parts.yml`.
"""

import re
from typing import NamedTuple

from ..language import alternation, load_lexicon
from ..targets import Statement

MAIN_INDICATORS = (
    "gdp",
    "industrial_value_added",
    "fai",
    "retail_sales",
    "trade",
    "budget_revenue",
    "urban_income",
    "rural_income",
    "cpi",
    "jobs",
)
"""The ten indicators of nearly every list of main expected targets; ids of data/lexicon/indicators.yml."""

_TARGETS = ("growth", "level", "count", "index", "parity", "qualitative")  # a share is of something else
_RESULTS = ("growth", "level", "index")  # measures of the main results; ranks and shares only comment on them
_NEAR = 250  # code points: the length of a sentence that gives the main results together
_AVERAGE = ("年均", "平均", "累计", "合计")  # over several years, or of several things
_BESIDE = 40  # code points between two values of one sentence
_GOES_ON = re.compile("总?[量额]?[达为到的]|完成|实现")
_REAL = re.compile("扣除|剔除|考虑|实际|比上年实际")
_POINTS, _HUNDRED_MILLIONS = "个百分点", "亿"
_PLACED = re.compile("城镇[^，。；]{0,6}(?:安置|安排)了[^，。；]*就业")
_PER_HEAD = ("urban_income", "rural_income")
# 全民所有制单位固定资产投资, 兰州新区地区生产总值, 一市三县”地区生产总值: of a part of the place
_OF_A_PART = re.compile(
    "全民所有制|新区|开发区|高新区|园区|示范区|县[（(、]市|[一二两三四五六七八九十0-9]个?县|县域|县区"
)
_PARTS = {name: re.compile(alternation(entry["words"])) for name, entry in load_lexicon("parts").items()}
_WHOLES = {
    name: re.compile(alternation(entry["whole"])) for name, entry in load_lexicon("parts").items() if "whole" in entry
}


class Value(NamedTuple):
    """A target or result of a report for one of the main indicators."""

    indicator: str
    measure: str
    relation: str
    value: float | None  # in the unit as printed, without a sign
    unit: str | None
    direction: str  # up, down or none
    span: str  # year, quarter, half, months or years
    modifier: str
    start: int  # code points of the file's text
    end: int  # exclusive
    quote: str


def is_main_target(row: Statement, year: int | None) -> bool:
    """Return whether a statement is a main target of a report for the year that it plans for."""
    return (
        row.status == "target"
        and row.headline
        and row.period in (year, None)
        and row.measure in _TARGETS
        and _is_main(row)
    )


def is_main_result(row: Statement, year: int | None) -> bool:
    """Return whether a statement is a result of the place for the year before the one that a report plans for."""
    return (
        row.status == "achieved"
        and year is not None
        and row.period == year - 1
        and (row.measure in _RESULTS or (row.indicator, row.measure) == ("jobs", "count"))
        # 就业率同比提高1.2个百分点, 高于全国2个百分点, 全市GDP的5.9倍: the values of something else
        and row.unit != _POINTS
        and (row.measure, row.unit) != ("level", "倍")
        # 农民增收108亿元 is no income per head
        and not (row.indicator in _PER_HEAD and (row.unit or "").startswith(_HUNDRED_MILLIONS))
        and _is_main(row)
    )


def given_together(values: list[Value]) -> list[Value]:
    """Return one value of each indicator, measure and span: that with the most other indicators near it.

    A report gives its main results together, in one sentence of the review; values elsewhere are of parts and partners.
    Of values with as many near them, the first counts. A rate goes before the amount of a change, though
    (比上年增加225亿元，增长14.7%), and a value that goes on with a bound before it (突破1万亿元，达到11377亿元); of
    a nominal and a real rate side by side the first counts (增长12.7%，扣除价格因素增长7.1%).
    """
    chosen: dict[tuple[str, ...], tuple[int, Value]] = {}
    for value in values:
        near = len({other.indicator for other in values if abs(other.start - value.start) <= _NEAR})
        key = value.indicator, value.measure, value.span
        known = chosen.get(key)
        if known is None or _goes_before(value, known[1], near - known[0]):
            chosen[key] = near, value
    return sorted((value for _, value in chosen.values()), key=lambda value: value.start)


def _goes_before(value: Value, known: Value, more: int) -> bool:
    """Return whether a value with so many more indicators near it counts instead of an earlier one of its kind."""
    # 比上年增加225亿元，增长14.7%
    rate, known_rate = (row.measure == "growth" and row.unit == "%" for row in (value, known))
    if rate != known_rate:
        return rate
    if value.start - known.end <= _BESIDE:
        # 突破1万亿元，达到11377亿元
        if known.relation != "=" and value.relation == "=" and _GOES_ON.match(value.quote):
            return True
        # 增长12.7%，扣除价格因素增长7.1%
        return more > 0 and not (rate and _REAL.match(value.quote))
    return more > 0


def _is_main(row: Statement) -> bool:
    return is_of_whole(row) and not any(word in row.quote for word in _AVERAGE)


def is_of_whole(row: Statement) -> bool:
    """Return whether a statement is of a main indicator and of the whole place."""
    if row.indicator not in MAIN_INDICATORS:
        return False
    # 脱贫人口人均纯收入, 跨境电商进出口: of a part
    words = row.indicator_text
    if _OF_A_PART.search(row.quote) or ((part := _PARTS.get(row.indicator)) and part.search(words)):
        return False
    # 工业投资 and 务工就业: of something beside the series; but 城镇安置了903万人就业 are new jobs
    whole = _WHOLES.get(row.indicator)
    placed = row.indicator == "jobs" and _PLACED.search(row.quote)
    return whole is None or bool(placed or whole.search(words + row.quote))


def value_of(row: Statement) -> Value:
    """Return what the reference keeps of a statement."""
    return Value._make(getattr(row, field) for field in Value._fields)
