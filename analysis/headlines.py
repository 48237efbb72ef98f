"""The lists of main expected targets (主要预期目标): where each starts and ends, and the year it is announced for."""

import re
from collections.abc import Callable
from typing import NamedTuple

from analysis import indicators, years


class Span(NamedTuple):
    """A list of main expected targets."""

    start: int
    end: int
    period: int | None  # the year or end year that its announcement names


_HEADLINE = re.compile(
    r"""
    (?: 主要 | 总体 | 预期 | 调控 | 约束性 | 具体 | 奋斗 | 发展 ) [^，。；：:\n]{0,12}? (?: 目标 | 指标 ) (?: 任务 )?
    (?: [^，。；：:\n]{0,8}? (?: 是 | 为 (?! 民 | 人民 | 群众 ) | 如下 | [：:] ) | ，[^。；：:\n]{2,24}[：:] )
    """,
    re.VERBOSE,
)
_LISTED = re.compile("[0-9]%|同步")
_REPORTED = re.compile("最初|原定|完成情况|回顾|超额|顺利实现|圆满|均完成|达到预期")
_HORIZON = re.compile(
    r"""
      (?P<now>  今年 | 明年 | 本年 | 全年 )
    | (?P<year> (?:19|20)[0-9]{2} ) 年
    | (?P<plan> 十[一二三四五]?五 | 九五 ) ”? (?= 时期 | 期间 | 末 | 经济 | 规划 | 发展 | 我 | 全 )
    | (?P<five> 今后五年 | 未来五年 | 今后5年 | 未来5年 | 五年 )
    """,
    re.VERBOSE,
)
_PLANNED = re.compile("预期|调控|约束|奋斗")
_YEARLY = re.compile("年均(?:增|递|实际增)|年均[^，。；]{0,8}增[长幅速]")
_GROWS = re.compile("增长[^，。；]{0,4}[0-9.]+%")
_UNANNOUNCED = re.compile(
    r"""
    (?: ^ | [。；;：:，,\n*●—“-] ) [ \u3000]*
    (?P<lead> (?: 今年 | 明年 | 本年 | 全年 | 新的?一年 | (?P<year> (?:19|20)[0-9]{2} ) [ ]? 年
                | 预期 | 建议 | 奋力 | 努力 | 全力 | 力争 | 争取 | 力保 | 确保 | 保持 | 实现 | 完成
                | 初步 | 计划 | 安排 | 提出 | 确定 | 要 | 其中 | 我们 )* )
    (?P<first> (?: 全[省市区州盟县] 的? | [我本][省市区州盟县] )? (?: 预期 | 计划 | 力争 | 实现 )?
      (?: (?: 地区 | 国内 )? 生产总值 (?: [（(] (?:GDP|gdp) [）)] )? | 经济总量 | GDP | gdp | 经济 (?= 增长 | 增速 ) )
      (?: [^，,。；;：:\n0-9均去上]{0,10}? [0-9.]+ 亿?元 [^，,。；;：:\n0-9均]{0,4} [，,、] )?
      (?P<rate> [^，,。；;：:\n0-9]{0,14}? (?: 增长 | 增速 | 增幅 ) [^，,。；;：:\n0-9]{0,12}?
        [0-9.]+ \s? (?: % | [-－—~～至到]+ [0-9.]+ \s? [%％] | 个百分点 ) ) )
    """,
    re.VERBOSE,
)
_WILLED = re.compile("预期|建议|力争|争取|力保|确保|计划|安排|努力|奋力|要|目标")
_THIS_YEAR = re.compile("今年|明年|本年|新的?一年")
_HAPPENED = re.compile("年均|平均|预计|去年|在上年|上年的|基础上|已|同期|占|了|累计|人均|又")
_ESTIMATED = re.compile("(?:统计|核算|预计|测算)[^。；;\n]{0,6}[，,：:]?$")
_INTRODUCED = re.compile("[^，,。；;：:\n]{0,16}(?:指标|目标|安排|预期|盘子|任务)[^，,。；;：:\n]{0,8}[：:]$")
_SEVERAL = re.compile("增长[^，,。；;]{0,6}?[0-9.]+ ?[%％]|[0-9.]+[%％]|同步")
_ITEM = re.compile(
    r"""
    [\s*]*+
    (?: (?: (?P<dash> [-—·●─]++ ) | [（(]? [0-9一二三四五六七八九十]{1,2} [）)、.．] | [一二三四五六七八九]是 )
      [\s*]*+ )?
    (?P<first> [^，。；：:\n]{2,40} )
    """,
    re.VERBOSE,
)
_NOT_ITEM = re.compile("实现上述|为实现|围绕|提出|确定|这|上述|实现这|以上|做好|完成上述|各位")


def find(text: str, year: int | None) -> list[Span]:
    """Return the lists of main expected targets of a text whose plan year is `year`, in text order."""
    found: list[Span] = []
    for marker in _HEADLINE.finditer(text):
        if found and marker.start() < found[-1].end:
            continue
        if "目标" not in marker[0] and not _PLANNED.search(marker[0]):
            continue  # 主要经济指标高开稳走：地区生产总值增长9.4% is a result
        end = _list_end(text, marker.end())
        if not _LISTED.search(text, marker.end(), end):
            continue
        begin = max(text.rfind(sign, max(0, marker.start() - 60), marker.start()) for sign in "。；\n") + 1
        words = text[max(begin, marker.start() - 60) : marker.end()]
        period = _announced(words, text[marker.end() : min(end, marker.end() + 160)], year)
        if not _REPORTED.search(words) and not (period and year and period < year):
            found.append(Span(marker.end(), end, period))
    return found


def unannounced(text: str, year: int | None, is_planned: Callable[[int], bool | None]) -> Span | None:
    """Return the list that opens with this year's growth where none is announced (今年全市地区生产总值增长8%).

    Parameters
    ----------
    text, year
        A text and its plan year.
    is_planned
        Says of a position whether it lies in the plan for the year: yes, no (a review, a plan for a term), or None.
    """
    for opening in _UNANNOUNCED.finditer(text):
        if (opening["year"] and int(opening["year"]) != year) or _HAPPENED.search(opening["rate"]):
            continue
        start = opening.start("first")
        before = text[max(0, start - 40) : start]
        planned = is_planned(start)
        willed = _WILLED.search(opening["lead"] + opening["rate"])
        named = opening["year"] or _THIS_YEAR.search(opening["lead"])
        introduced = _INTRODUCED.search(before)
        dated = (planned is None and (named or introduced)) or (introduced and _THIS_YEAR.search(introduced[0]))
        if not (planned or willed or dated) or _ESTIMATED.search(before):
            continue
        end = _list_end(text, start)
        if len(_SEVERAL.findall(text, start, end)) >= 2:
            return Span(start, end, year)
    return None


def _announced(words: str, first: str, year: int | None) -> int | None:
    """Return the year or end year for which a list of targets is announced; None if the words name none."""
    for match in reversed(list(_HORIZON.finditer(words))):
        if match["now"]:
            return year
        if match["five"]:
            return year + 4 if year else None
        return int(match["year"]) if match["year"] else years.PLANS[match["plan"]]
    if not year or not _GROWS.search(first):
        return None
    return year + 4 if _YEARLY.search(first) else year


def _sentence_end(text: str, start: int) -> int:
    ends = [end for sign in "。\n" if (end := text.find(sign, start, start + 1500)) >= 0]
    return min(ends, default=min(len(text), start + 1500))


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start, start + 1500)
    return end if end >= 0 else min(len(text), start + 1500)


def _list_end(text: str, start: int) -> int:
    end = _sentence_end(text, start)
    while end < len(text):
        begin = end + 1
        while begin < len(text) and text[begin] in "\n \u3000*":
            begin += 1
        item = _ITEM.match(text, begin)
        if not item or _NOT_ITEM.match(item["first"]):
            break
        if not item["dash"] and indicators.identify(item["first"]) == indicators.OTHER:
            break
        after = _paragraph_end(text, begin) if item["dash"] else _sentence_end(text, begin)
        if not re.search("[0-9]%|[0-9]％|同步|约束性|任务", text[begin:after]) or after - begin > 400:
            break
        end = after
    return end
