"""Frames: which part of a text reports results and which sets goals, and where its headline targets stand.

The frame of a text has two layers. Target lists are the lists of main expected targets (主要预期目标): most texts
announce theirs (今年主要预期目标是：…), some only open one with this year's growth. Sections are stretches in one
mood: `review` (results of a past period), `plan` (goals for a coming one), `before` (a list of targets follows) and
`open` (none does). A heading always turns the mood; other words do so only where a mood can begin.
"""

import bisect
import re
from collections.abc import Sequence
from typing import NamedTuple

from ..language import alternation, first_character_class, load_lexicon
from ..language.aims import is_delivered_in
from ..language.tenses import TenseReader
from ..language.years import LAST_YEARS_OF_PLANS
from .headline import TargetList, find_announced_lists, find_unannounced_list


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
