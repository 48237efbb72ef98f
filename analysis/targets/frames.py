"""Frames: which part of a text reports results and which sets goals, and where its headline targets stand.

The frame of a text has two layers. Target lists are the lists of main expected targets (主要预期目标): most texts
announce theirs (今年主要预期目标是：…), some only open one with this year's growth. Sections are stretches in one
mood: `review` (results of a past period), `plan` (goals for a coming one), `before` (a list of targets follows) and
`open` (none does). A heading always turns the mood; other words do so only where a mood can begin.
"""

import bisect
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..language import alternation, first_character_class, load_lexicon
from ..language.aims import is_delivered_in
from ..language.tenses import TenseReader
from ..language.years import LAST_YEARS_OF_PLANS
from .indicators import OTHER_INDICATOR, identify_indicator


class TargetList(NamedTuple):
    """A list of main expected targets."""

    start: int
    end: int
    period: int | None  # the year or end year that its announcement names


class Section(NamedTuple):
    """A stretch of text in one mood."""

    start: int
    mood: str  # review, plan, before (a list of targets follows) or open (none does)
    period: int | None  # the year, or the last of several, that it reviews or plans
    years: int = 1  # how many years it reviews or plans


class TextFrame:
    """The sections and target lists of one text."""

    def __init__(self, text: str, year: int | None) -> None:
        """Read the frame of a text whose plan year is `year`."""
        self.text = text
        self.year = year
        self.tenses = TenseReader(text, year)
        self.target_lists = find_announced_lists(text, year)
        self._enter(_sections(text, year, self.target_lists))
        # no list of the year is announced: look for one that opens with growth
        is_listed = any(span.period in (year, None) for span in self.target_lists)
        if not is_listed and (opening := find_unannounced_list(text, year, self._is_planned)):
            self.target_lists = sorted([*self.target_lists, opening])
            self._enter(_sections(text, year, self.target_lists))

    def _enter(self, sections: list[Section]) -> None:
        self.sections, self._starts = sections, [section.start for section in sections]
        self._list_starts = [span.start for span in self.target_lists]

    def _is_planned(self, position: int) -> bool | None:
        section, tense = self.section(position), self.tenses.at(position)
        # 前三季度，全区生产总值增长10% in a news item
        if tense and tense.is_ahead is False:
            return False
        if section.mood == "plan" and section.years == 1 and section.period in (self.year, None):
            return True
        return None if section.mood in ("open", "before") else False

    def section(self, position: int) -> Section:
        """Return the section in which a position lies."""
        return self.sections[bisect.bisect_right(self._starts, position) - 1]

    def is_headline(self, position: int) -> bool:
        """Return whether a position lies in a list of main expected targets."""
        return self.list_at(position) is not None

    def list_at(self, position: int) -> TargetList | None:
        """Return the list of main expected targets in which a position lies, or None."""
        index = bisect.bisect_right(self._list_starts, position) - 1
        return self.target_lists[index] if index >= 0 and position < self.target_lists[index].end else None


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
_SEVERAL = re.compile("增长[^，,。；;]{0,6}?[0-9.]+ ?[%％]|[0-9.]+[%％]|同步")


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
_NOT_ITEM = re.compile("实现上述|为实现|围绕|提出|确定|这|上述|实现这|以上|做好|完成上述|各位")


def _list_end(text: str, start: int) -> int:
    end = _sentence_end(text, start)
    while end < len(text):
        begin = end + 1
        while begin < len(text) and text[begin] in "\n \u3000*":
            begin += 1
        item = _ITEM.match(text, begin)
        if not item or _NOT_ITEM.match(item["first"]):
            break
        # a dash makes an item of anything; other sentences must name an indicator
        if not item["dash"] and identify_indicator(item["first"]) == OTHER_INDICATOR:
            break
        after = _paragraph_end(text, begin) if item["dash"] else _sentence_end(text, begin)
        # an item states a rate, a comparison or a task, and is short
        if not re.search("[0-9]%|[0-9]％|同步|约束性|任务", text[begin:after]) or after - begin > 400:
            break
        end = after
    return end


def _sentence_end(text: str, start: int) -> int:
    ends = [end for sign in "。\n" if (end := text.find(sign, start, start + 1500)) >= 0]
    return min(ends, default=min(len(text), start + 1500))


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start, start + 1500)
    return end if end >= 0 else min(len(text), start + 1500)


# Sections: the words that turn the mood, and where they can

_WORDS = {entry: fields["words"] for entry, fields in load_lexicon("status").items()}
_SO_FAR = "今年以来"
_FIVE = ("今后五年", "未来五年")
_CUE_STARTS = first_character_class(["1", "2", "今", "未", "“", "十", *_WORDS["review"], *_WORDS["plan"]])
_CUE = re.compile(
    rf"""
    (?= {_CUE_STARTS} )  # lets the search run from one possible start to the next
    (?: (?P<year> (?:19|20)[0-9]{{2}} ) 年? [^，。；\n0-9]{{0,16}}?
        (?: (?P<past> 回顾 | 总结 | 主要工作情况 )                                  # 2022年工作回顾
          | (?: 工作 (?! 日 | 报告 | 会议 | 专班 | 者 | [^，。；\n]{{0,6}} (?: 回顾 | 总结 ) )  # 2023年工作安排
              | 目标 | 安排 | 任务 | 总体要求 | 总体思路 | 重点 ) )                   # 2023年主要目标
      | (?P<five> {"|".join(_FIVE)}                                              # 今后五年
                | “?十[一二三四五]?五”?(?:时期|期间)[^，。；\n]{{0,24}}(?:目标|任务|思路) )  # “十四五”时期的主要目标
      | (?P<review> {alternation(_WORDS["review"])} )                            # 过去一年
      | (?P<plan>   {alternation(word for word in _WORDS["plan"] if word not in _FIVE)} )  # 重点工作
    )
    """,
    re.VERBOSE,
)
_TERM = re.compile("五年|十[一二三四五]?五|本届政府|[0-9]年来")  # 过去五年: a review of five years
_PART = re.compile("上半年|季度")
_HEADING_LENGTH = 45  # code points: a longer line is a paragraph
_STOP, _SENTENCE = re.compile("[。；\n0-9]"), re.compile("[。；;!！]")
_MEETING = re.compile("召开|举行|开幕|(?:大会|会议|座谈会|部署会|动员会|推进会|分析会)$|总结[^\\n]*(?:计划|思路|打算)")
_STATES = re.compile("[^，。；]{0,6}?[是为：:]|如下")  # 总体要求|是：…
# Words that open the plan where they begin a sentence and state something (总体要求是：…), not where they are mentioned
_OPENERS = (
    "预期目标",
    "总体要求",
    "指导思想",
    "总体思路",
    "奋斗目标",
    "工作总体要求",
    "工作的总体要求",
    "重点做好",
    "重点抓好",
)


def _sections(text: str, year: int | None, lists: Sequence[TargetList]) -> list[Section]:
    """Return the sections of a text, the first from its beginning, each from a cue that turns the mood."""
    last = year - 1 if year else None
    found = [Section(0, "before", last) if lists else Section(0, "open", year)]
    weighed = ((cue, _weight(text, cue)) for cue in _CUE.finditer(text))
    cues = [(_section(text, cue, year), weight) for cue, weight in weighed if weight]  # most stand within a sentence
    cues += [(Section(span.start, "plan", span.period or year), "list") for span in lists]
    listed = False
    for section, weight in sorted(cues, key=lambda cue: cue[0].start):
        listed = listed or weight == "list"
        if _names_the_same(text, found[-1], section):
            continue
        if section[1:] != found[-1][1:] and _turns(section, weight, found[-1], listed):
            found.append(section)
    # a report without headings: what stands before its plan reviews the last year
    if len(found) > 1 and found[1].mood == "plan" and is_delivered_in(text, year):
        found[0] = Section(0, "before", last)
    return found


def _section(text: str, cue: re.Match[str], year: int | None) -> Section:
    """Return the section that a cue would open."""
    start = cue.start()
    # 今后五年: a plan of five years; “十四五”时期 ends in 2025
    if cue["five"]:
        plan = next((end for name, end in LAST_YEARS_OF_PLANS.items() if name in cue["five"]), None)
        return Section(start, "plan", plan or (year + 4 if year else None), 5)
    said = int(cue["year"]) if cue["year"] else None
    # 过去一年, 2022年工作回顾, and 2022年目标任务 in a text of 2023
    if cue["review"] or cue["past"] or (said and year and said < year):
        words = text[max(0, start - 16, text.rfind("\n", 0, start)) : cue.end()]
        # 今年以来: results of the year so far stand beside what is still to do
        if cue["review"] == _SO_FAR:
            return Section(start, "open", year)
        # 上半年工作总结 reviews this year
        last = year if _PART.search(words) or year is None else year - 1
        return Section(start, "review", said or last, 5 if _TERM.search(words) else 1)
    # 2023年工作安排, 重点工作
    return Section(start, "plan", said or year)


def _weight(text: str, cue: re.Match[str]) -> str:
    """Return how firmly a cue stands: heading, paragraph or sentence where it begins one, "" within a sentence."""
    if _is_heading(text, cue):
        return "heading"
    # 完成2023年工作任务: a year within a sentence turns nothing
    if cue["year"]:
        return ""
    begin = max(text.rfind(sign, max(0, cue.start() - 40), cue.start()) for sign in "。；\n") + 1
    before = text[begin : cue.start()] if begin or cue.start() < 40 else " " * 40
    # 各位代表，过去一年，…
    if cue["review"]:
        return "paragraph" if len(before) < 12 and (not begin or text[begin - 1] == "\n") else ""
    # 在今后五年，…
    if cue["five"] or cue["plan"] == "新的一年":
        return "sentence" if len(before) < 4 else ""
    # 今年工作的总体要求是：…
    return "sentence" if len(before) < 32 and cue[0] in _OPENERS and _STATES.match(text, cue.end()) else ""


def _is_heading(text: str, cue: re.Match[str]) -> bool:
    start = text.rfind("\n", max(0, cue.start() - _HEADING_LENGTH), cue.start()) + 1
    end = text.find("\n", cue.end(), cue.end() + _HEADING_LENGTH)
    if (not start and cue.start() > _HEADING_LENGTH) or (end < 0 and len(text) > cue.end() + _HEADING_LENGTH):
        return False
    line = text[start : end if end >= 0 else len(text)]
    # 召开2023年工作总结会议: the headline of a news item; 上半年工作总结和下半年工作思路: of a review and a plan
    return len(line) <= _HEADING_LENGTH and not _SENTENCE.search(line) and not _MEETING.search(line)


def _turns(section: Section, weight: str, current: Section, listed: bool) -> bool:
    """Return whether a cue of some weight turns the mood of the current section."""
    if weight == "heading":
        return True
    # a paragraph (一年来，…) turns back to the review only before the targets are listed: after it the plan goes on
    if section.mood in ("review", "open"):
        return weight == "paragraph" and not listed
    # from the plan for a term to the targets of its first year
    if weight == "list" and current.mood == "plan":
        return current.years == 5 and (section.period or 0) < (current.period or 0)
    return current.mood != "plan"


def _names_the_same(text: str, before: Section, section: Section) -> bool:
    """Return whether a cue only names further what a five-year plan has opened (今后五年的|奋斗目标)."""
    if (before.mood, before.years, section.mood, section.years) != ("plan", 5, "plan", 1):
        return False
    return section.start - before.start < _HEADING_LENGTH and not _STOP.search(text, before.start, section.start)
