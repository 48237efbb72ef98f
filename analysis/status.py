"""Where a statement stands: result, goal or size of something described; its period; the list of main expected targets."""

import bisect
import re
from typing import NamedTuple

from analysis import indicators, lexicon
from analysis.phrasing import Phrase
from analysis.quantities import Quantity


class Section(NamedTuple):
    """A stretch of text in one mood."""

    start: int
    mood: str  # review, plan or open
    period: int | None


class Span(NamedTuple):
    """A list of main expected targets."""

    start: int
    end: int
    period: int | None  # the year or end year that its announcement names



_WORDS = {entry: fields["words"] for entry, fields in lexicon.load("status").items()}
_PLANS = {
    "十五五": 2030,
    "十四五": 2025,
    "十三五": 2020,
    "十二五": 2015,
    "十一五": 2010,
    "十五": 2005,
    "九五": 2000,
    "八五": 1995,
}
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
_HEADLINE = re.compile(
    r"""
    (?: 主要 | 总体 | 预期 | 调控 | 约束性 | 具体 | 奋斗 | 发展 ) [^，。；：:\n]{0,12}? (?: 目标 | 指标 ) (?: 任务 )?
    (?: [^，。；：:\n]{0,8}? (?: 是 | 为 | 如下 | [：:] ) | ，[^。；：:\n]{2,24}[：:] )
    """,
    re.VERBOSE,
)
_LISTED = re.compile("[0-9]%|同步")
_REPORTED = re.compile("完成情况|回顾|超额|顺利实现|圆满|均完成|达到预期")
_HORIZON = re.compile(
    r"""
      (?P<now>  今年 | 明年 | 本年 | 全年 )
    | (?P<year> (?:19|20)[0-9]{2} ) 年
    | (?P<plan> 十[一二三四五]?五 | 九五 ) ”? (?= 时期 | 期间 | 末 | 经济 | 规划 | 发展 | 我 | 全 )
    | (?P<five> 今后五年 | 未来五年 | 今后5年 | 未来5年 | 五年 )
    """,
    re.VERBOSE,
)
_GROWS = re.compile("增长[^，。；]{0,4}[0-9.]+%")
_UNANNOUNCED = re.compile(
    r"""
    (?: ^ | [。\n] ) (?: [^。；\n]{0,40} ， )? (?: 今年 | (?P<year> 20[0-9]{2} ) 年 ) (?! 预计 ) [^，。；\n0-9]{0,14}?
    (?P<first> (?: 地区 | 国内 )? 生产总值 (?: 预期 )? 增长 | 经济增长预期目标 )
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
_ITEM = re.compile(
    r"[\s*]*(?:[-—·●]+|[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]|[一二三四五六七八九]是)?[\s*]*(?P<first>[^，。；：:\n]{2,40})"
)
_NOT_ITEM = re.compile("实现上述|为实现|围绕|提出|确定|这|上述|实现这|以上|做好|完成上述|各位")
_YEAR = re.compile(
    r"(?<![0-9比较是同与])(?P<year>(?:19|20)[0-9]{2})年(?!的|以来|代)|“?(?P<plan>十[一二三四五]?五)”?(?=末|期末|规划末|期间|时期)"
)


class Frame:
    """The moods, target lists and years of one text."""

    def __init__(self, text: str, year: int | None) -> None:
        """Read the frame of a text whose plan year is `year`."""
        self.text = text
        self.year = year
        self.headlines = _headlines(text, year)
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
        plan = next((end for name, end in _PLANS.items() if name in cue["five"]), None)
        return "plan", plan or (year + 4 if year else None)
    if cue["year"]:
        said = int(cue["year"])
        if cue["past"] or (year and said < year):
            return "review", said
        return "plan", said
    if cue["review"]:
        return "review", year - 1 if year else None
    return "plan", year


def _headlines(text: str, year: int | None) -> list[Span]:
    found: list[Span] = []
    for marker in _HEADLINE.finditer(text):
        if found and marker.start() < found[-1].end:
            continue
        end = _list_end(text, marker.end())
        if not _LISTED.search(text, marker.end(), end):
            continue
        begin = max(text.rfind(sign, max(0, marker.start() - 60), marker.start()) for sign in "。；\n") + 1
        words = text[max(begin, marker.start() - 60) : marker.end()]
        period = _announced(words, text[marker.end() : min(end, marker.end() + 160)], year)
        if not _REPORTED.search(words) and not (period and year and period < year):
            found.append(Span(marker.end(), end, period))
    if not any(span.period in (year, None) for span in found):
        found += _unannounced(text, year)
    return sorted(found)


def _unannounced(text: str, year: int | None) -> list[Span]:
    """Return the list that opens with this year's growth where none is announced (今年全市地区生产总值增长8%)."""
    for opening in _UNANNOUNCED.finditer(text):
        end = _list_end(text, opening.start("first"))
        several = len(_GROWS.findall(text, opening.start("first"), end)) >= 3
        if several and (not opening["year"] or int(opening["year"]) == year):
            return [Span(opening.start("first"), end, year)]
    return []


def _announced(words: str, first: str, year: int | None) -> int | None:
    """Return the year or end year for which a list of targets is announced; None if the words name none."""
    for match in reversed(list(_HORIZON.finditer(words))):
        if match["now"]:
            return year
        if match["five"]:
            return year + 4 if year else None
        return int(match["year"]) if match["year"] else _PLANS[match["plan"]]
    if not year or not _GROWS.search(first):
        return None
    return year + 4 if "年均" in first else year


def _sentence_end(text: str, start: int) -> int:
    ends = [end for sign in "。\n" if (end := text.find(sign, start, start + 1500)) >= 0]
    return min(ends, default=min(len(text), start + 1500))


def _list_end(text: str, start: int) -> int:
    end = _sentence_end(text, start)
    while end < len(text):
        begin = end + 1
        while begin < len(text) and text[begin] in "\n \u3000*":
            begin += 1
        item = _ITEM.match(text, begin)
        if not item or _NOT_ITEM.match(item["first"]) or indicators.identify(item["first"]) == indicators.OTHER:
            break
        after = _sentence_end(text, begin)
        if not re.search("[0-9]%|[0-9]％|同步|约束性|任务", text[begin:after]) or after - begin > 400:
            break
        end = after
    return end


_GOAL = re.compile(
    r"力争|确保|争取|将(?!近|军)|计划(?:完成|实现|建设|投资|新)|目标|年底前|年内|预期|拟(?:建|于|在)|到20[0-9]{2}年"
)
_RESULT = re.compile("去年|上年|已(?!经?济)|截至|目前|累计已|以来")
_DONE = re.compile(
    "完成|实现|达到?|新增|建成|签约|签订|突破|超|获|夺|招聘|处置|处分|解决|入驻|竣工|投产|移交|拆迁|腾空|改造|惠及|入选|通过|发放|争取|投放|减免|供地|增长|排名|查摆|问题|在线运营|成活率|征迁|拆除|落地"
)
_UNDERWAY = re.compile(lexicon.alternation(_WORDS["underway"]))


_SIZE_OF = re.compile("总投资(?:额|约|达|为|近|超)?$|^投资$|^年产$|占地(?:面积)?$|总占地$")
_COMMITTED = re.compile("完成|签约|签订|协议|新签|引进")
_CLAUSE_END = re.compile("[，,。；;\\n]")
_PLAN_YEAR = re.compile(
    r"(?P<title>(?:19|20)[0-9]{2})年[^，。\n]{0,12}政府工作报告|(?P<plan>(?:19|20)[0-9]{2})年[^，。；\n]{0,20}(?:主要|预期|奋斗)目标"
)


class Standing(NamedTuple):
    """Status and period of a statement."""

    status: str  # target, achieved or ongoing
    period: int | None


def plan_year(text: str) -> int | None:
    """Return the year that a text plainly plans for: 2024年政府工作报告, 2024年主要预期目标; None if it names none."""
    found = _PLAN_YEAR.search(text)
    return int(found["title"] or found["plan"]) if found else None


def at(frame: Frame, position: int) -> Standing:
    """Return status and period that a position has by its section alone."""
    section = frame.section(position)
    if listed := frame.list_at(position):
        return Standing("target", listed.period or (section.period if section.mood == "plan" else frame.year))
    if section.mood == "plan":
        return Standing("target", section.period)
    return Standing("achieved", section.period)


def standing(frame: Frame, quantity: Quantity, start: int, end: int, phrase: Phrase) -> Standing:
    """Return status and period of the statement text[start:end] of a quantity."""
    text = frame.text
    section = frame.section(start)
    clause_end = _CLAUSE_END.search(text, end, end + 80)
    after = text[end : clause_end.start() if clause_end else end + 80]
    before = text[max(quantity.sentence, start - 80) : start]
    within = text[start:end] + after
    said = _said(before + text[start:end])
    year = frame.year
    if listed := frame.list_at(start):
        return Standing("target", said or listed.period or (section.period if section.mood == "plan" else year))
    if _is_described(phrase, before) or (_UNDERWAY.search(after) and not _GOAL.search(before)):
        return Standing("ongoing", None)
    if section.mood == "plan":
        if (said and year and said < year) or _RESULT.search(before[-30:] + within):
            return Standing("achieved", said or (year - 1 if year else None))
        return Standing("target", said or section.period)
    if section.mood == "review":
        if said and year and said >= year and _GOAL.search(before + within):
            return Standing("target", said)
        return Standing("achieved", said if said and (not year or said <= year) else section.period)
    if _GOAL.search(before) or _GOAL.search(within):
        return Standing("target", said or year)
    if _DONE.search(before[-30:] + within):
        return Standing("achieved", said or section.period)
    return Standing("ongoing", None)


def _is_described(phrase: Phrase, before: str) -> bool:
    """Return whether the statement gives the size of something named rather than what is done (总投资, 年产)."""
    return bool(_SIZE_OF.search(phrase.left)) and not _COMMITTED.search(before[-24:] + phrase.left)


def _said(words: str) -> int | None:
    """Return the last year that the words name as the period of what follows."""
    said = None
    for match in _YEAR.finditer(words):
        said = int(match["year"]) if match["year"] else _PLANS[match["plan"]]
    return said
