"""The frame of a text: which stretches review a past period, which plan the coming one, and for which year."""

import bisect
import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis import headlines, lexicon, wording, years
from analysis.headlines import Span


class Section(NamedTuple):
    """A stretch of text in one mood."""

    start: int
    mood: str  # review, plan, before (a list of targets follows) or open (none does)
    period: int | None
    years: int = 1  # how many years it reviews or plans


_WORDS = {entry: fields["words"] for entry, fields in lexicon.load("status").items()}
_SO_FAR = "今年以来"
_FIVE = ("今后五年", "未来五年")
_CUE_STARTS = wording.first_characters(["1", "2", "今", "未", "“", "十", *_WORDS["review"], *_WORDS["plan"]])
_CUE = re.compile(
    rf"""
    (?= {_CUE_STARTS} )  # lets the search run from one possible start to the next
    (?: (?P<year> (?:19|20)[0-9]{{2}} ) 年? [^，。；\n0-9]{{0,16}}?
        (?: (?P<past> 回顾 | 总结 | 主要工作情况 )
          | (?: 工作 (?! 日 | 报告 | 会议 | 专班 | 者 | [^，。；\n]{{0,6}} (?: 回顾 | 总结 ) )
              | 目标 | 安排 | 任务 | 总体要求 | 总体思路 | 重点 ) )
      | (?P<five> {"|".join(_FIVE)} | “?十[一二三四五]?五”?(?:时期|期间)[^，。；\n]{{0,24}}(?:目标|任务|思路) )
      | (?P<review> {lexicon.alternation(_WORDS["review"])} )
      | (?P<plan>   {lexicon.alternation(word for word in _WORDS["plan"] if word not in _FIVE)} )
    )
    """,
    re.VERBOSE,
)
_TERM = re.compile("五年|十[一二三四五]?五|本届政府|[0-9]年来")
_HEADING_LENGTH = 45
_STOP = re.compile("[。；\n0-9]")
_SENTENCE = re.compile("[。；;!！]")
_STATES = re.compile("[^，。；]{0,6}?[是为：:]|如下")
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


class Frame:
    """The moods, target lists and years of one text."""

    def __init__(self, text: str, year: int | None) -> None:
        """Read the frame of a text whose plan year is `year`."""
        self.text = text
        self.year = year
        self.headlines = headlines.find(text, year)
        self._enter(_sections(text, year, self.headlines))
        if not any(span.period in (year, None) for span in self.headlines):
            opening = headlines.unannounced(text, year, self._is_planned)
            if opening:
                self.headlines = sorted([*self.headlines, opening])
                self._enter(_sections(text, year, self.headlines))

    def _enter(self, sections: list[Section]) -> None:
        self.sections = sections
        self._starts = [section.start for section in sections]
        self._list_starts = [span.start for span in self.headlines]

    def _is_planned(self, position: int) -> bool | None:
        section = self.section(position)
        if section.mood == "plan" and section.years == 1 and section.period in (self.year, None):
            return True
        return None if section.mood in ("open", "before") else False

    def section(self, position: int) -> Section:
        """Return the section in which a position lies."""
        return self.sections[bisect.bisect_right(self._starts, position) - 1]

    def headline(self, position: int) -> bool:
        """Return whether a position lies in a list of main expected targets."""
        return self.list_at(position) is not None

    def list_at(self, position: int) -> Span | None:
        """Return the list of main expected targets in which a position lies."""
        index = bisect.bisect_right(self._list_starts, position) - 1
        return self.headlines[index] if index >= 0 and position < self.headlines[index].end else None


def _sections(text: str, year: int | None, lists: Sequence[Span]) -> list[Section]:
    """Return the sections of a text; a heading always turns the mood, other cues only where a mood can begin."""
    last = year - 1 if year else None
    found = [Section(0, "before", last) if lists else Section(0, "open", year)]
    cues = [(_section(text, cue, year), _weight(text, cue)) for cue in _CUE.finditer(text)]
    cues += [(Section(span.start, "plan", span.period or year), "list") for span in lists]
    listed = False
    for section, weight in sorted(cues, key=lambda cue: cue[0].start):
        listed = listed or weight == "list"
        if _names_the_same(text, found[-1], section):
            continue
        if section[1:] != found[-1][1:] and _turns(section, weight, found[-1], listed):
            found.append(section)
    return found


def _names_the_same(text: str, before: Section, section: Section) -> bool:
    """Return whether a cue only names further what a five-year plan has opened (今后五年的|奋斗目标)."""
    if (before.mood, before.years, section.mood, section.years) != ("plan", 5, "plan", 1):
        return False
    return section.start - before.start < _HEADING_LENGTH and not _STOP.search(text, before.start, section.start)


def _turns(section: Section, weight: str, current: Section, listed: bool) -> bool:
    if weight == "heading":
        return True
    if section.mood in ("review", "open"):
        return weight == "paragraph" and not listed
    if weight == "list" and current.mood == "plan":
        return current.years == 5 and (section.period or 0) < (current.period or 0)  # from the term to its first year
    return weight != "" and current.mood != "plan"


def _weight(text: str, cue: re.Match[str]) -> str:
    """Return how firmly a cue stands: in a heading, at the start of a paragraph or of a sentence, or within one."""
    if _is_heading(text, cue):
        return "heading"
    if cue["year"]:
        return ""
    begin = max(text.rfind(sign, max(0, cue.start() - 40), cue.start()) for sign in "。；\n") + 1
    before = text[begin : cue.start()] if begin or cue.start() < 40 else " " * 40
    if cue["review"]:
        return "paragraph" if len(before) < 12 and (not begin or text[begin - 1] == "\n") else ""
    if cue["five"] or cue["plan"] == "新的一年":
        return "sentence" if len(before) < 4 else ""
    return "sentence" if len(before) < 32 and cue[0] in _OPENERS and _STATES.match(text, cue.end()) else ""


def _is_heading(text: str, cue: re.Match[str]) -> bool:
    start = text.rfind("\n", max(0, cue.start() - _HEADING_LENGTH), cue.start()) + 1
    end = text.find("\n", cue.end(), cue.end() + _HEADING_LENGTH)
    if (not start and cue.start() > _HEADING_LENGTH) or (end < 0 and len(text) > cue.end() + _HEADING_LENGTH):
        return False
    line = text[start : end if end >= 0 else len(text)]
    return len(line) <= _HEADING_LENGTH and not _SENTENCE.search(line)


def _section(text: str, cue: re.Match[str], year: int | None) -> Section:
    start = cue.start()
    if cue["five"]:
        plan = next((end for name, end in years.PLANS.items() if name in cue["five"]), None)
        return Section(start, "plan", plan or (year + 4 if year else None), 5)
    said = int(cue["year"]) if cue["year"] else None
    if cue["review"] or cue["past"] or (said and year and said < year):
        words = text[max(0, start - 16, text.rfind("\n", 0, start)) : cue.end()]
        if cue["review"] == _SO_FAR:
            return Section(start, "open", year)  # results of the year so far stand beside what is still to do
        return Section(start, "review", said or (year - 1 if year else None), 5 if _TERM.search(words) else 1)
    return Section(start, "plan", said or year)
