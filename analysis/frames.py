"""The frame of a text: which stretches review a past period, which plan the coming one, and for which year."""

import bisect
import re
from typing import NamedTuple

from analysis import headlines, lexicon, years
from analysis.headlines import Span


class Section(NamedTuple):
    """A stretch of text in one mood."""

    start: int
    mood: str  # review, plan or open
    period: int | None


_WORDS = {entry: fields["words"] for entry, fields in lexicon.load("status").items()}
_CUE = re.compile(
    rf"""
      (?P<year>   (?:19|20)[0-9]{{2}} ) 年? [^，。；\n0-9]{{0,16}}?
                  (?: (?P<past> 回顾 | 总结 | 主要工作情况 ) | (?: 工作 (?! 日 | 报告 | 会议 | 专班 | 者 ) | 目标 | 安排 | 任务 | 总体要求 | 总体思路 | 重点 ) )
    | (?P<five>   今后五年 | 未来五年 | “?十[一二三四五]?五”?(?:时期|期间)[^，。；\n]{{0,24}}(?:目标|任务|思路) )
    | (?P<review> {lexicon.alternation(_WORDS["review"])} )
    | (?P<plan>   {lexicon.alternation(word for word in _WORDS["plan"] if word not in ("今后五年", "未来五年"))} )
    """,
    re.VERBOSE,
)
_HEADING_LENGTH = 45
_SENTENCE = re.compile("[。；;!！]")
_STATES = re.compile("[^，。；]{0,6}?[是为：:]|如下")
_OPENERS = (
    "预期目标",
    "总体要求",
    "指导思想",
    "新的一年",
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
        self.sections = _sections(text, year, self.headlines)
        self._starts = [section.start for section in self.sections]

    def section(self, position: int) -> Section:
        """Return the section in which a position lies."""
        return self.sections[bisect.bisect_right(self._starts, position) - 1]

    def headline(self, position: int) -> bool:
        """Return whether a position lies in a list of main expected targets."""
        return self.list_at(position) is not None

    def list_at(self, position: int) -> Span | None:
        """Return the list of main expected targets in which a position lies."""
        return next((span for span in self.headlines if span.start <= position < span.end), None)


def _sections(text: str, year: int | None, headlines: list[Span]) -> list[Section]:
    last = year - 1 if year else None
    found = [Section(0, "review", last) if headlines else Section(0, "open", year)]
    cues = [(cue.start(), *_mood(cue, year), _weight(text, cue)) for cue in _CUE.finditer(text)]
    cues += [(span.start, "plan", span.period or year, "list") for span in headlines]
    listed = False
    for start, mood, period, weight in sorted(cues, key=lambda cue: cue[0]):
        current = found[-1]
        if weight == "heading":
            turns = True
        elif mood == "review":
            turns = weight == "paragraph" and not listed
        else:
            turns = (
                weight in ("paragraph", "sentence")
                and current.mood != "plan"
                or (weight == "list" and current.mood != "plan")
            )
        listed = listed or weight == "list"
        if turns and (mood, period) != current[1:]:
            found.append(Section(start, mood, period))
    return found


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


def _mood(cue: re.Match[str], year: int | None) -> tuple[str, int | None]:
    if cue["five"]:
        plan = next((end for name, end in years.PLANS.items() if name in cue["five"]), None)
        return "plan", plan or (year + 4 if year else None)
    if cue["year"]:
        said = int(cue["year"])
        if cue["past"] or (year and said < year):
            return "review", said
        return "plan", said
    if cue["review"]:
        return "review", year - 1 if year else None
    return "plan", year
