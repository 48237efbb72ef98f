"""Aims: what a report sets out to reach although its words stand among results (今年计划国民生产总值增长6%).

Old reports have no headings that part the plan from the review. `read_aim` tells an aim by the words of the sentence
and by the last word of time in its paragraph; `is_delivered_in` says whether 今年 is the year that a report plans for.
"""

import functools
import re
from typing import NamedTuple, Protocol

from .lexicon import entry_pattern, load_lexicon
from .years import delivery_date, named_year

# 今年计划增长6%; but 今年以来 and 今年一季度 report, 比去年 compares
_TIME = re.compile(
    "(?P<now>(?:今年|明年|本年度)(?!以来|前|上半年|第?[一二三四0-9]))|(?<![比较于与同])(?:去年|上年)|[0-9]年|年来"
)
_GOAL = entry_pattern(load_lexicon("status")["goal"])
_AIMED = re.compile(
    rf"{_GOAL}|计划(?!内|外|生育|单列)|预期|要求|目标|必须|决定|努力把|总规模为|安排为|要(?=比|[^，。；]{{0,12}}控制)"
)
# “七五”计划草案规定，|五年增长44%; but 超过计划规定的指标
_DRAFTED = re.compile("计划》?(?:(?:草案|（草案）)?规定(?![的了])|[，,]?要求(?![的了，,。；]))")
_REPORTS = re.compile("(?<![比较于与同])(?:去年|上年)|年来|完成情况|执行结果")
_PROMISED = re.compile("(?:去年|上年)[^。；]{0,20}提出[^。；]{0,10}要(?![^。；]*实际)")  # 去年提出，要|控制在10%以内
_PARAGRAPH = 600  # code points back to the start of a paragraph


class Position(Protocol):
    """Where a value stands in a text."""

    @property
    def sentence(self) -> int:
        """Where its sentence begins."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


class Aim(NamedTuple):
    """What a report sets out to reach."""

    period: int | None  # the year or end year; None if the words name none


@functools.lru_cache(maxsize=4)
def is_delivered_in(text: str, year: int | None) -> bool:
    """Return whether the head of a text dates it within a year, so that 今年 there is that year."""
    return year is not None and delivery_date(text)[:4] == str(year)


def read_aim(text: str, year: int | None, said: int | None, place: Position) -> Aim | None:
    """Return the aim that a statement in a review or in a text without sections sets out, or None if it reports.

    Parameters
    ----------
    text, year
        A text and its plan year.
    said
        The year that the words of the statement name.
    place
        Where its value stands, and where its sentence begins.

    Returns
    -------
    Aim or None
        None in a text that was not delivered in its plan year, unless a plan is named (计划规定), and of a statement
        of another year.
    """
    sentence, start, end = place.sentence, place.start, place.end
    begin = max(text.rfind("\n", 0, start) + 1, start - _PARAGRAPH)
    # “七五”计划草案规定，五年增长44%。投资总额五年为8960亿元: to the end of the paragraph
    drafted = _DRAFTED.search(text, begin, start)
    if drafted and not _REPORTS.search(text, drafted.end(), start):
        return Aim(named_year(text[sentence:start]))
    if year is None or said not in (None, year, year - 1) or not is_delivered_in(text, year):
        return None
    # 去年政府工作报告提出，物价涨幅要降到10%
    if _PROMISED.search(text, sentence, end):
        return Aim(year - 1)
    if said == year - 1:
        return None
    # 今年计划增长6%。零售物价涨幅控制在6%以内: to the end of the paragraph, or to another word of time
    spoken = None
    for found in _TIME.finditer(text, begin, start):
        spoken = found
    # 已经决定：今年投资要压缩21%: the word of an aim stands anywhere from the sentence of 今年 on
    is_aimed = spoken is not None and spoken["now"] and _AIMED.search(text, min(spoken.end(), sentence), end)
    return Aim(year) if is_aimed else None
