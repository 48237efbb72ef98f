"""Headline targets: the lists of main expected targets of a text, and its growth target for the coming year.

Most texts announce their list (今年主要预期目标是：…, `find_announced_lists`), some only open one with this year's
growth (`find_unannounced_list`). The headline growth target is the rate of GDP growth that a report plans for the
coming year: a fall is no growth, and neither a part of a year nor an average of several (年均增长8%) is the year.

`gdp_growth_target` picks it from the statements of a text. `first_growth_target` is the rule that also holds for the
targets of the reference: the first rate of a list counts, and its upper end where it opens a range.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..language.years import LAST_YEARS_OF_PLANS
from .direction import FALLS, NO_CHANGE, RISES, YEAR
from .indicators import OTHER_INDICATOR, identify_indicator

if TYPE_CHECKING:
    from .recognition import Statement

_Row = TypeVar("_Row", bound=Any)  # a statement, or a row of the targets or results of the reference


class TargetList(NamedTuple):
    """A list of main expected targets."""

    start: int
    end: int
    period: int | None  # the year or end year that its announcement names


_NEAR = 6  # code points between the two ends of a range: 6%-6.5%区间


def gdp_growth_target(statements: "Sequence[Statement]", year: int | None = None) -> "list[Statement]":
    """Return the rows that state the GDP growth target of the plan year.

    Parameters
    ----------
    statements
        The accepted rows of one text, in text order, as `find_statements` gives them.
    year
        The plan year; the earliest year for which the text has a growth target if not given.

    Returns
    -------
    list of Statement
        One row, two for a range (6%-6.5%), none where the text sets no such target. Rows of the list of main expected
        targets go before others, earlier ones before later.

    Examples
    --------
    >>> from analysis.targets import find_statements
    >>> found = find_statements("2025年主要预期目标是：地区生产总值增长6%-6.5%，财政收入增长5%。", year=2025)
    >>> [(row.relation, row.value) for row in gdp_growth_target(found, 2025)]
    [('>=', 6.0), ('<=', 6.5)]
    """
    goals = [row for row in statements if _is_growth_goal(row)]
    wanted = year if year is not None else min((row.period for row in goals if row.period), default=None)
    goals = [row for row in goals if row.period in (wanted, None)]
    return first_growth_target([row for row in goals if row.headline] or goals)


def _is_growth_goal(row: "Statement") -> bool:
    return is_growth_rate(row) and row.direction == RISES and row.status == "target" and not row.refused


def first_growth_target(rows: Iterable[_Row]) -> list[_Row]:
    """Return the headline growth target of a list of targets: its first rate of GDP growth.

    Parameters
    ----------
    rows
        Targets of one text for one year, in the order of the text.

    Returns
    -------
    list
        One row; two for a range (6%-6.5%), its lower end and its upper end, which stand side by side; none if no row
        is a rate of GDP growth.
    """
    rates = [row for row in rows if is_growth_rate(row) and row.direction == RISES]
    return rates[:1] + [row for row in rates[1:] if _is_range(rates[0], row)][:1]


def is_growth_rate(row: Any) -> bool:
    """Return whether a row gives a year's growth or fall of GDP in per cent: a statement, or a row of the reference."""
    return bool((row.indicator, row.measure, row.unit, row.span) == ("gdp", "growth", "%", YEAR))


WORDINGS = ("range", "about", "at least", "at most", "strive", "bare", "parity", "qualitative", "level")
"""How a target can be worded: with two ends, 左右, 以上 (突破, 不低于), 以内, 力争 (争取), with nothing; without a
number beside another value (与经济增长同步) or alone (保持稳定); as an amount without a rate (达到1000亿元)."""

_COUNTED_IN = "万人"  # new jobs; 人次 counts events
_INDEX_BASE = 100  # 居民消费价格指数103: 3% above last year's prices


def target_wording(relation: str, modifier: str, *, is_range: bool = False) -> str:
    """Return how a target with a number is worded, one of `WORDINGS`.

    Parameters
    ----------
    relation, modifier
        Of its statement, or of the lower end of a range.
    is_range
        Whether it has an upper end.
    """
    if is_range:
        return "range"
    if "力争" in modifier or "争取" in modifier:
        return "strive"
    return {"~": "about", ">=": "at least", ">": "at least", "<=": "at most"}.get(relation, "bare")


def yearly_change(row: Any) -> float | None:
    """Return what a row of the reference says of a year in the measure by which its indicator is followed.

    Parameters
    ----------
    row
        A target or a result, with `value_norm` and `unit_norm`.

    Returns
    -------
    float or None
        The rate of change in per cent, a fall negative; of jobs how many were or are to be made, in 10,000 persons.
        None if the row tells something else: an amount, a part of a year, several years.
    """
    if row.span != YEAR or row.value_norm is None or row.value_norm != row.value_norm:
        return None
    # 城镇新增就业22万人
    if row.indicator == "jobs":
        return float(row.value_norm) if (row.measure, row.unit_norm) == ("count", _COUNTED_IN) else None
    # 居民消费价格指数控制在103以内
    if row.measure == "index":
        return round(float(row.value_norm) - _INDEX_BASE, 6)
    if (row.measure, row.unit_norm) != ("growth", "%") or row.direction == NO_CHANGE:
        return None
    return -float(row.value_norm) if row.direction == FALLS else float(row.value_norm)


def first_yearly_target(rows: Iterable[_Row]) -> list[_Row]:
    """Return the headline target of a list of targets for one indicator: its first yearly change.

    The rule of `first_growth_target` for all main indicators.

    Parameters
    ----------
    rows
        Targets of one text for one year and one indicator, in the order of the text.

    Returns
    -------
    list
        One row; two for a range, its lower end and its upper end; none if no row tells a change of the year.
    """
    told = [row for row in rows if yearly_change(row) is not None]
    return told[:1] + [row for row in told[1:] if _is_range(told[0], row)][:1]


def _is_range(lower: Any, upper: Any) -> bool:
    return bool(
        (lower.relation, upper.relation) == (">=", "<=")
        and lower.value < upper.value
        and 0 <= upper.start - lower.end <= _NEAR
    )


# Target lists that are announced: 今年主要预期目标是：地区生产总值增长7%以上；…

_ANNOUNCEMENT = re.compile(
    r"""
    (?: 主要 | 总体 | 预期 | 调控 | 约束性 | 具体 | 奋斗 | 发展 ) [^，。；：:\n]{0,12}?
    (?: 目标 | 指标 ) (?: 任务 )?                                     # 主要预期目标, 约束性指标
    (?: [^，。；：:\n]{0,8}?
        (?: 是 | 为 (?! 民 | 人民 | 群众 )                              # …目标|为：; but …和为民办实事
          | 如下 | [：:] )
      | ，[^。；：:\n]{2,24}[：:] )                                   # …目标|，经综合研究考虑：
    """,
    re.VERBOSE,
)
_PLANNED = re.compile("预期|调控|约束|奋斗")
_LISTED = re.compile("[0-9]%|同步")
# Words that look back at the targets of last year: 主要预期目标顺利实现 (were met)
_REPORTED = re.compile(
    "(?<!确保|努力|力争|奋力)(?<![要将])完成“?[^，。；:”]{0,8}”?[^，。；:”]{0,3}发展目标|最初|原定|完成情况|回顾|超额|顺利实现|圆满|均完成|达到预期"
)
_HORIZON = re.compile(
    r"""
      (?P<now>  今年 | 明年 | 本年 | 全年 )
    | (?P<year> (?:19|20)[0-9]{2} ) 年                                            # 2023年主要预期目标
    | (?P<plan> 十[一二三四五]?五 | 九五 ) ”?
      (?= 时期 | 期间 | 末 | 经济 | 规划 | 发展 | 我 | 全 )                          # “十四五”时期: to 2025
    | (?P<five> 今后五年 | 未来五年 | 今后5年 | 未来5年 | 五年 )                      # the term of a government
    """,
    re.VERBOSE,
)
_YEARLY = re.compile("年均(?:增|递|实际增)|年均[^，。；]{0,8}增[长幅速]")  # 年均增长8%: an average over a term
_GROWS = re.compile("增长[^，。；]{0,4}[0-9.]+%")


def find_announced_lists(text: str, year: int | None) -> list[TargetList]:
    """Return the announced lists of main expected targets of a text, in text order.

    Parameters
    ----------
    text, year
        A text and its plan year.
    """
    found: list[TargetList] = []
    for marker in _ANNOUNCEMENT.finditer(text):
        if found and marker.start() < found[-1].end:
            continue
        # 主要经济指标高开稳走：地区生产总值增长9.4% is a result
        if "目标" not in marker[0] and not _PLANNED.search(marker[0]):
            continue
        # 主要目标是办好实事 lists nothing
        end = _list_end(text, marker.end())
        if not _LISTED.search(text, marker.end(), end):
            continue
        begin = max(text.rfind(sign, max(0, marker.start() - 60), marker.start()) for sign in "。；\n") + 1
        words = text[max(begin, marker.start() - 60) : marker.end()]
        period = _announced(words, text[marker.end() : min(end, marker.end() + 160)], year)
        # the targets of last year, reported in a review
        if not _REPORTED.search(words) and not (period and year and period < year):
            found.append(TargetList(marker.end(), end, period))
    return found


def _announced(words: str, first: str, year: int | None) -> int | None:
    """Return the year or end year for which a list is announced, or None if the words name none.

    Parameters
    ----------
    words
        The sentence of the announcement; the last year in it counts.
    first
        The first words of the list, whose growth tells a year (增长8%) from a term (年均增长8%).
    year
        The plan year.
    """
    for match in reversed(list(_HORIZON.finditer(words))):
        if match["now"]:
            return year
        if match["five"]:
            return year + 4 if year else None
        return int(match["year"]) if match["year"] else LAST_YEARS_OF_PLANS[match["plan"]]
    if not year or not _GROWS.search(first):
        return None
    return year + 4 if _YEARLY.search(first) else year


# A list that no words announce: 综合考虑，今年全市地区生产总值增长8%，固定资产投资增长9%。

_UNANNOUNCED = re.compile(
    r"""
    (?: ^ | [。；;：:，,\n*●—“-] ) [ \u3000]*                               # where a clause begins
    (?P<lead> (?: (?: 今年 | 明年 | 本年 | 新的?一年 | (?P<year> (?:19|20)[0-9]{2} ) [ ]? 年 ) [，,]? | 全年
                | 预期 | 建议 | 奋力 | 努力 | 全力 | 力争 | 争取 | 力保 | 确保 | 保持 | 实现 | 完成
                | 初步 | 计划 | 安排 | 提出 | 确定 | 要 | 其中 | 我们 )* )       # 今年|力争
    (?P<first> (?: 全[省市区州盟县] 的? | [我本][省市区州盟县] )? (?: 预期 | 计划 | 力争 | 实现 )?  # 全市
      (?: (?: 地区 | 国内 )? 生产总值 (?: [（(] (?:GDP|gdp) [）)] )?             # 地区生产总值（GDP）
        | 经济总量 | GDP | gdp | 经济 (?= 增长 | 增速 ) )
      (?: [^，,。；;：:\n0-9均去上]{0,10}? [0-9.]+ 亿?元 [^，,。；;：:\n0-9均]{0,4} [，,、] )?  # 达到160亿元，
      (?P<rate> [^，,。；;：:\n0-9]{0,14}? (?: 增长 | 增速 | 增幅 ) [^，,。；;：:\n0-9]{0,12}?
        [0-9.]+ \s? (?: %                                                 # 增长8%
                      | [-－—~～至到]+ [0-9.]+ \s? [%％]                     # 增长8-9%
                      | 个百分点 ) ) )
    """,
    re.VERBOSE,
)
_WILLED = re.compile("预期|建议|力争|争取|力保|确保|计划|安排|努力|奋力|要|目标")
_THIS_YEAR = re.compile("今年|明年|本年|新的?一年")
# Growth of another time or of a part: 年均增长8%, 预计增长5%, 人均生产总值增长8%
_HAPPENED = re.compile("年均|平均|预计|去年|在上年|上年的|基础上|已|同期|占|了|累计|人均|又")
_ESTIMATED = re.compile("(?:统计|核算|预计|测算)[^。；;\n]{0,6}[，,：:]?$")  # 初步统计，|全省生产总值增长11%: a result
# 主要安排是：|地区生产总值增长8%
_INTRODUCED = re.compile("[^，,。；;：:\n]{0,16}(?:指标|目标|安排|预期|盘子|任务)[^，,。；;：:\n]{0,8}[：:]$")
_SEVERAL = re.compile("(?<![0-9.])[0-9.]++ ?[%％]|同步")


def find_unannounced_list(text: str, year: int | None, is_planned: Callable[[int], bool | None]) -> TargetList | None:
    """Return the list that opens with this year's growth where none is announced, or None.

    Parameters
    ----------
    text, year
        A text and its plan year.
    is_planned
        Says of a position whether it lies in the plan for the year: yes, no (a review, a plan for a term), or None.
    """
    for opening in _UNANNOUNCED.finditer(text):
        # 2022年生产总值增长8% and 生产总值年均增长8% are not this year's growth
        if (opening["year"] and int(opening["year"]) != year) or _HAPPENED.search(opening["rate"]):
            continue
        start = opening.start("first")
        before = text[max(0, start - 40) : start]
        planned = is_planned(start)
        willed = _WILLED.search(opening["lead"] + opening["rate"])
        # outside of a plan the words must name the year, or introduce targets
        named = opening["year"] or _THIS_YEAR.search(opening["lead"])
        introduced = _INTRODUCED.search(before)
        dated = (planned is None and (named or introduced)) or (introduced and _THIS_YEAR.search(introduced[0]))
        if not (planned or willed or dated) or _ESTIMATED.search(before):
            continue
        # one number alone is no list
        end = _list_end(text, start)
        if len(_SEVERAL.findall(text, start, end)) >= 2:
            return TargetList(start, end, year)
    return None


# Where a list ends: with its sentence, or with the last of the items that follow on lines of their own

_ITEM = re.compile(
    r"""
    [\s*]*+
    (?: (?: (?P<dash> [-—·●─]++ )                              # ——居民收入增长7%
          | [（(]? [0-9一二三四五六七八九十]{1,2} [）)、.．]         # （1）, 一、
          | [一二三四五六七八九]是 )                              # 一是
      [\s*]*+ )?
    (?P<first> [^，。；：:\n]{2,40} )
    """,
    re.VERBOSE,
)
# 为实现上述目标，… (to reach these targets): the list is over
_NOT_ITEM = re.compile("(?:为?实现|完成)?(?:上述|这)|为实现|围绕|提出|确定|以上|做好|各位")


_TASKED = re.compile("[0-9][%％]|同步|约束性|任务")  # a rate, a comparison or a task
_COUNTED = re.compile("[^，。；：:0-9]{2,16}[0-9.]+[^，。；：:0-9]{1,8}")
_CLAUSE = re.compile("[，,；;：:、]")
_RATED = re.compile("[0-9][%％]")
_PARTS = re.compile("其中|第?一、?二、?三|三次产业|第一产业")
_STATED = re.compile("[0-9]|同步")


def _list_end(text: str, start: int) -> int:
    end = _sentence_end(text, start)
    while end < len(text):
        begin = end + 1
        while begin < len(text) and text[begin] in "\n \u3000*":
            begin += 1
        item = _ITEM.match(text, begin)
        if not item or _NOT_ITEM.match(item["first"]):
            break
        after = _paragraph_end(text, begin) if item["dash"] else _sentence_end(text, begin)
        # an item is short
        if after - begin > 400 or not _is_item(
            text[begin:after], item, text[end] == "。" and "\n" not in text[end:begin]
        ):
            break
        end = after
    return end


def _is_item(sentence: str, item: re.Match[str], same_paragraph: bool) -> bool:
    """Return whether a sentence goes on with a list of targets."""
    named = identify_indicator(item["first"]) != OTHER_INDICATOR
    # a dash makes an item of anything; other sentences must name an indicator: 居民消费价格涨幅控制在3%以内
    if (item["dash"] or named) and _TASKED.search(sentence):
        return True
    if not same_paragraph:
        return False
    # 城镇新增就业1.3万人。 a count is a target as well
    if named and _COUNTED.fullmatch(sentence):
        return True
    # one rate alone may be of anything: 引进项目增长10%
    if len(_RATED.findall(sentence)) <= 1:
        return False
    # 其中：第一产业增加值增长7%，第二产业增加值增长14.5%。 the parts of growth
    if _PARTS.match(sentence):
        return True
    # 民生福祉持续改善，城镇新增就业5万人，居民收入增长7%，…。 most clauses are numbers, of which one is of an indicator
    clauses = _CLAUSE.split(sentence)
    stated = [clause for clause in clauses if _STATED.search(clause)]
    return len(stated) >= len(clauses) / 2 and any(
        _RATED.search(clause) and identify_indicator(clause) != OTHER_INDICATOR for clause in stated
    )


def _sentence_end(text: str, start: int) -> int:
    ends = [end for sign in "。\n" if (end := text.find(sign, start, start + 1500)) >= 0]
    return min(ends, default=min(len(text), start + 1500))


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start, start + 1500)
    return end if end >= 0 else min(len(text), start + 1500)
