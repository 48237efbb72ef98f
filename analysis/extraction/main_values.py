"""Main targets and results: which statements of a report are of the place, for the year, of one of ten indicators.

A report gives its main results together, in one sentence of the review, and its main targets in one list. Values
elsewhere are of parts (工业投资, investment in industry), of several years, or of something beside the series of the
statistics (农村劳动力转移就业, countrypeople brought to work, is no new job in the towns). Words of parts are in
`data/lexicon/parts.yml`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..language import alternation, load_lexicon
from ..targets import Statement
from ..targets.direction import YEAR

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
_AVERAGE = ("年均", "平均", "累计", "合计", "每年")  # over several years, or of several things
_BESIDE = 40  # code points between two values of one sentence
_GOES_ON = re.compile("总?[量额]?[达为到的]|完成|实现")
_REAL = re.compile("扣除|剔除|考虑|实际|比上年实际")
_POINTS, _PIECES, _TIMES, _MYRIADS, _HUNDRED_MILLIONS = "个百分点", "个", "倍", "万", "亿"
_PLACED = re.compile("城镇[^，。；]{0,6}(?:安置|安排)了[^，。；]*就业")
_PER_HEAD = ("urban_income", "rural_income")
# 全民所有制单位固定资产投资, 兰州新区地区生产总值, 一市三县”地区生产总值: of a part of the place
_OF_A_PART = re.compile(
    "全民所有制|(?:新|开发|经开|高新|示范|集聚|直管|综保|保税|台商)区|园区|片区|兵团|都市圈|山区|镇街|乡镇"
    "|县[（(、]市|[一二两三四五六七八九十0-9]个?县|县域|县区|市县|设区市|^县"
)
_PASSED_ON = ("growth", "level")  # 新增开发区|4个 counts zones, and says nothing of what follows
_LASTING_PART = "兵团"  # of which a paragraph goes on to speak
_WHOLE_AGAIN = re.compile("全[国省市区州盟]|[我本][省市区州]|自治区|不含")
_ENDS = re.compile(r"[。\n]")  # of what is said of a part
_AMONG = "其中"  # 工业增长8%，其中园区工业增长9%，投资增长7%: the whole goes on
_MOST_PER_HEAD = 100  # 万元
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
        and (row.measure, row.unit) != ("level", _TIMES)
        # 农民增收108亿元 is no income per head
        and not (row.indicator in _PER_HEAD and _is_of_all(row))
        # 财政收入增长1.8倍: over years that the sentence does not name; but foreign trade may double in one
        and not ((row.measure, row.unit, row.span) == ("growth", _TIMES, YEAR) and row.indicator != "trade")
        # 工业增加值比重和城镇化率分别提高1.1个和1.6个百分点
        and not (row.unit == _PIECES and row.indicator != "jobs")
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


def of_the_place(rows: Sequence[Statement], text: str) -> list[Statement]:
    """Return the statements of a report without those that go on with a part of the place.

    兵团生产总值增长8%，|固定资产投资增长9%: the investment is of the part, too.

    Parameters
    ----------
    rows
        All statements, in the order of the text.
    text
        The text that their offsets count.
    """
    kept: list[Statement] = []
    part = sentence = 0  # up to where the sentence has spoken of a part, 0 if it has not; where its last row ends
    for row in rows:
        is_first = not sentence or bool(_ENDS.search(text, sentence, row.start))
        between = text[part : row.end]
        # 贵安新区生产总值增长15%，其中工业增长30%；投资增长15%。 up to 全市 or the end of the sentence
        goes_on = part and not is_first and not _WHOLE_AGAIN.search(between)
        opens = is_first and _names_part(row) and not text.endswith(_AMONG, 0, row.start)
        part = row.end if goes_on or opens else 0
        sentence = row.end
        if opens or not (goes_on or _is_of_lasting_part(row, text)):
            kept.append(row)
    return kept


def _names_part(row: Statement) -> bool:
    """Return whether a change or amount is of a part of the place, of which the next ones are too."""
    words = row.indicator_text + row.quote
    return row.measure in _PASSED_ON and bool(_OF_A_PART.search(words)) and not _WHOLE_AGAIN.search(words)


def _is_of_lasting_part(row: Statement, text: str) -> bool:
    """Return whether the paragraph of a statement last spoke of a part that keeps its own accounts."""
    start = text.rfind("\n", 0, row.start) + 1
    named = text.rfind(_LASTING_PART, start, row.start)
    return named >= 0 and not _WHOLE_AGAIN.search(text, named, row.end)


def _is_of_all(row: Statement) -> bool:
    """Return whether an amount is too large for one head."""
    unit = row.unit or ""
    return unit.startswith(_HUNDRED_MILLIONS) or (unit.startswith(_MYRIADS) and (row.value or 0) > _MOST_PER_HEAD)


def is_of_whole(row: Statement) -> bool:
    """Return whether a statement is of a main indicator and of the whole place."""
    if row.indicator not in MAIN_INDICATORS:
        return False
    # 脱贫人口人均纯收入, 跨境电商进出口: of a part
    words = row.indicator_text
    if _OF_A_PART.search(row.quote) or _OF_A_PART.search(words):
        return False
    if (part := _PARTS.get(row.indicator)) and part.search(words):
        return False
    # 工业投资 and 务工就业: of something beside the series; but 城镇安置了903万人就业 are new jobs
    whole = _WHOLES.get(row.indicator)
    placed = row.indicator == "jobs" and _PLACED.search(row.quote)
    return whole is None or bool(placed or whole.search(words + row.quote))


def value_of(row: Statement) -> Value:
    """Return what the reference keeps of a statement."""
    return Value._make(getattr(row, field) for field in Value._fields)
