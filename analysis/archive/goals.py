"""Goals over several years: what a report wants its main figures to reach later than in its plan year.

The table of targets holds what the list of main expected targets says of the coming year. A report says more: to double
GDP by 2020, to let it grow by 8% a year until 2025, to reach 3,000亿元. `find_goals` keeps these of the ten indicators,
each with the year it counts from and the year it is due where the report says so, and tells a doubling as a yearly
rate: twice in ten years is 7.18% a year.
"""

import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..targets import Statement
from ..targets.direction import FALLS, YEARS

MULTIPLE, AVERAGE, TOTAL, LEVEL, GROWTH = "multiple", "average", "total", "level", "growth"
"""The forms of goals: 翻一番, 年均增长8%, 比2015年增长50%, 达到3000亿元, and growth of which nothing says whether it is
of one year or of all. An average is a rate, or of jobs a number a year."""


class Goal(NamedTuple):
    """A goal of a report for a main indicator, of several years or of a later one."""

    indicator: str
    form: str  # multiple, average, total, level or growth
    relation: str
    value: float | None  # in the unit as printed, without a sign; 翻一番 is 2
    unit: str | None
    direction: str  # up, down or none
    base: int | None  # the year from which it counts; None if the report does not say
    due: int | None  # the year in which it is to be reached; None if the report does not say
    factor: float | None  # how many times the value of the base year; None of averages and levels
    yearly_rate: float | None  # per cent a year, a fall negative; None where the years are unknown
    modifier: str
    start: int  # code points of the file's text
    end: int  # exclusive
    quote: str


_YEAR = r"\ ?((?:19|20)[0-9]{2})\ ?年?[底末]?"
_BASE = re.compile(
    rf"""
      (?: [比较] | 相对于? ) 于? {_YEAR} (?! \ ?[-—至到] )                              # 比2010年翻一番
    | [在以与同] {_YEAR} [的全年]{{0,3}} (?: 基础 | 为基 | 相比 )                         # 在2014年基础上
    | [是为到于达] {_YEAR} 的 (?= [^，。；]{{0,12}} 倍 )                                 # 是2015年的2倍
    """,
    re.VERBOSE,
)
# 比“十二五”末翻一番: plans end in years that five divides, the first of them in 1957
_PLANS = ("十五", "十一五", "十二五", "十三五", "十四五", "十五五")
_PLAN_BASE = re.compile("[比较在]“?(?P<plan>十[一二三四五]?五)”?期?(?:末|期末|规划末)")
_FIRST_PLAN_END = 2005  # of 十五
_TERM = re.compile(  # 今后五年…翻一番, 五年翻一番: counts from where the years begin
    "(?:今后|未来)的?(?P<ahead>[二两三四五六七八九十]|10|[2-9])年|(?<!提前)(?P<last>[三四五六七八九十]|10|[2-9])年(?:内|左右|时间)?[^，。；]{0,8}翻"
)
_DIGITS = {"两": 2, **{sign: number for number, sign in enumerate("二三四五六七八九十", 2)}}
_EACH_YEAR = re.compile("年均|每年|平均|递增|年增长率?|年增速|年经济增长")
_ADDED_UP = re.compile("累计|累积")
_DOUBLES, _TIMES = "翻", "倍"
_LATER = re.compile("((?:19|20)[0-9]{2}) ?年")
_THIS_YEAR = re.compile("今年|年内|全年|本年")
_PAST_MARKS = re.compile("[。！？!?；;\n]")
_PAUSES = ("，", ",", "、")
_OF_COUNTIES = re.compile("县、|县经济|试点县|各县")
_WIDEST = 80  # code points before a value in which its sentence names the year it counts from
_NO_GOAL = ("rank", "index", "share")  # measures that tell neither an amount nor its growth


def find_goals(text: str, stated: Iterable[Statement], year: int | None) -> list[Goal]:
    """Return the goals among the statements of a report.

    Parameters
    ----------
    text
        The text in which the statements were found.
    stated
        Its target statements about the main indicators of the whole place.
    year
        Its plan year.

    Returns
    -------
    list of Goal
        In the order of `stated`. Targets of the plan year are none, but a multiple always is: no report doubles its
        GDP in a year. A goal without a number (与经济增长同步) is none either.
    """
    return list(_goals(text, stated, year)) if year is not None else []


def _goals(text: str, stated: Iterable[Statement], year: int) -> Iterator[Goal]:
    for row in stated:
        form = _form(text, row)
        multiplies = form == MULTIPLE
        period = row.period if row.period is not None else year
        # 与经济增长同步, 经济总量进入全省前三; 岳池县、武胜县、邻水县经济总量均超400亿元
        if row.value is None or row.measure in _NO_GOAL or _OF_COUNTIES.search(row.quote):
            continue
        # 实现经济总量比2010年翻一番: the year that was read is the one it counts from
        if period < year and not (multiplies and _DOUBLES in row.quote):
            continue
        if not multiplies and not (period > year or (row.span == YEARS and form in (AVERAGE, TOTAL))):
            continue
        before = _sentence_before(text, row)
        due = _due(before + row.quote, period, year)
        base = _base(before + row.quote, due) if form in (MULTIPLE, TOTAL) else None
        # 增长1.39倍: without a year it is a result, or of this year
        if row.unit == _TIMES and base is None and due is None:
            continue
        # 2020年翻一番 with 2020 as its base: one of both was misread
        if base is not None and due is not None and due <= base:
            due = None
        factor = _factor(form, row)
        yield Goal(
            indicator=row.indicator,
            form=form,
            relation=row.relation,
            value=row.value,
            unit=row.unit,
            direction=row.direction,
            base=base,
            due=due,
            factor=factor,
            yearly_rate=_rate(form, row, factor, base, due),
            modifier=row.modifier,
            start=row.start,
            end=row.end,
            quote=row.quote,
        )


def _form(text: str, row: Statement) -> str:
    """Return the form of a goal."""
    # 翻一番, 是2015年的2倍, 增长1倍
    if row.measure == "multiple" or row.unit == _TIMES:
        return MULTIPLE
    before = _sentence_before(text, row)
    clause = before[max(map(before.rfind, _PAUSES)) + 1 :] + row.quote
    # 年均增长8%, 年均新增就业40万人
    if _EACH_YEAR.search(clause):
        return AVERAGE
    if row.measure != "growth":
        return LEVEL
    # 比2015年增长50%, 累计增长50%
    if _BASE.search(clause) or _ADDED_UP.search(clause):
        return TOTAL
    # 年均增长10%以上，力争达到|12%以上: goes on with the average
    return AVERAGE if _EACH_YEAR.search(before) else GROWTH


def _sentence_before(text: str, row: Statement) -> str:
    """Return the words of its sentence that stand before a statement."""
    words = text[max(0, row.start - _WIDEST) : row.start]
    marks = list(_PAST_MARKS.finditer(words))
    return words[marks[-1].end() :] if marks else words


def _due(words: str, period: int, year: int) -> int | None:
    """Return the year in which a goal is due, None where the report does not say."""
    # a later year was read, from the words or from the section (今后五年的目标)
    if period > year:
        return period
    # 到2015年，地区生产总值比“十一五”末翻一番: the year of the base was read
    later = [int(said) for said in _LATER.findall(words) if int(said) > year]
    if later:
        return later[-1]
    # 今年翻一番
    return year if period == year and (_THIS_YEAR.search(words) or f"{year}年" in words) else None


def _base(words: str, due: int | None) -> int | None:
    """Return the year from which a goal counts, None where the report does not say."""
    # the last that is named: 比2010年翻一番
    named = [int(year) for found in _BASE.finditer(words) for year in found.groups() if year]
    if named:
        return named[-1]
    # 比“十二五”末翻一番
    if plan := _PLAN_BASE.search(words):
        return _FIRST_PLAN_END + 5 * _PLANS.index(plan["plan"])
    # 今后五年翻一番: five years before it is due
    terms = list(_TERM.finditer(words))
    if terms and due is not None:
        length = terms[-1]["ahead"] or terms[-1]["last"]
        return due - (int(length) if length.isdigit() else _DIGITS[length])
    return None


def _factor(form: str, row: Statement) -> float | None:
    """Return how many times the value of the base year a goal is."""
    if row.value is None or form not in (MULTIPLE, TOTAL):
        return None
    # 翻一番, 是2015年的2倍
    if row.measure == "multiple":
        return row.value
    # 增长1倍, 增长50%
    change = row.value if row.unit == _TIMES else row.value / 100
    return round(1 - change if row.direction == FALLS else 1 + change, 6)


def _rate(form: str, row: Statement, factor: float | None, base: int | None, due: int | None) -> float | None:
    """Return a goal as a rate of growth a year, per cent."""
    # 年均增长8%
    if form == AVERAGE and row.unit == "%" and row.value is not None:
        return -row.value if row.direction == FALLS else row.value
    if factor is None or factor <= 0 or base is None or due is None:
        return None
    return round(100 * (math.pow(factor, 1 / (due - base)) - 1), 4)
