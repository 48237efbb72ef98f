"""Status: whether a statement is a result, a goal or the size of something described, and its period.

The cases in order, the first that holds decides:

1. The base of a change is a result (由40%提高到45%: the 40%).
2. A statement in a list of main expected targets is a goal.
3. The size of something described or under way is `ongoing` (总投资41亿元的项目).
4. Else the mood of its section decides, with the words that speak against it: a plan sets goals, but 目前已有9个 within
   it is a result; a review reports results, but 到2025年力争 within it is a goal. Without sections words decide alone.
"""

import re
from typing import NamedTuple

from ..language import entry_pattern, load_lexicon, named_year, numeral_value
from ..language.aims import is_delivered_in, read_aim
from ..language.tenses import Tense
from .frames import Section, TextFrame
from .phrasing import Phrase
from .quantities import Quantity

TARGET, ACHIEVED, ONGOING = "target", "achieved", "ongoing"

# Words of data/lexicon/status.yml, which has examples of each
_PATTERNS = {entry: entry_pattern(fields) for entry, fields in load_lexicon("status").items()}
_GOAL = re.compile(_PATTERNS["goal"])  # 力争, 确保, 年底前
_RESULT = re.compile(rf"(?<![比较于与同过以项])(?:{_PATTERNS['result']})")  # 已, 去年; but 比去年 compares
_QUARTER = re.compile(_PATTERNS["quarter"])  # 一季度…增长
_DONE = re.compile(_PATTERNS["done"])  # 完成, 新增
_UNDERWAY = re.compile(_PATTERNS["underway"])  # 加快推进
_COMPLETED = re.compile(_PATTERNS["completed"])  # 建成投产
_DESCRIBED = re.compile(_PATTERNS["described"])  # 紧盯
_SIZE_OF = re.compile(rf"(?:{_PATTERNS['size_of']})(?:(?:预计|将)(?:超过?|达到?)?|逾|约|近|为|共)?$")  # 总投资
_ACTED_ON, _PUSHED = re.compile(_PATTERNS["acted_on"]), re.compile(_PATTERNS["pushed"])  # 淘汰, 推进
_COMMITTED = re.compile(_PATTERNS["committed"])

_CLAUSE_END = re.compile("[，,。；;\\n]")
_CHANGED = re.compile("[由从][^，。；]*$")  # the base value of a change: 由上年的32.4%|提高到34%
_YIELD = re.compile(
    "(?:达产|投产|建成|投用|投运|竣工|运营)后|预计可?(?:实现|形成)?(?:每年|年(?![底内初末度]))"
)  # 达产后年产值|20亿元
_TO_QUARTER = re.compile("到20[0-9]{2}年(?=[一二三四]季度|[0-9]{1,2}月)")  # up to then, and no goal
_FOR_THE_YEAR = re.compile("(?:本)?年度(?:计划)?投资")  # 总投资50亿元、|年度投资5亿元: what is to be spent
_COMPARES = re.compile("同比|[比较](?:上年|去年)|累计")
_EARLY = 4  # the last month in which 今年 alone plans
_MEASURED = ("rate", "points", "money", "size", "structure", "times", "number", "fraction", "doubling", "index")
_TO_COME = re.compile("今年|明年|要(?![求素点件])")  # 要 (have to); but 要求, 要素, 要点, 要件
_MONTHS = re.compile("[1-9][0-9]?[-—－~至到]{1,2}[1-9][0-9]?月|(?:截至|截止)[^，。]{0,8}月")  # 1-10月份, 截止6月底
_THIS_YEAR = re.compile("今年|明年|本年度")
_LAST_YEAR, _WHOLE_YEAR = re.compile("去年|上年|过去一年"), re.compile("全年|[比较](?:上年|去年)")
_LOOKED_BACK = re.compile("[。\n](?:刚刚)?(?:过去的?一年|去年)，[^。；\n]{2,60}。[ 　]*$")
# 在2010年基础上翻一番, 以2010年为基数: the year is what the value is compared with
_BASE_YEAR = re.compile("(?:19|20)[0-9]{2}年[末底]?的?(?:水平|实绩)?(?:的?基础上|为基[数期])")
_WITHIN = re.compile(  # 五年内|翻番; but 比2012年|翻番, 提前五年|翻番
    "(?<![0-9一二三四五六七八九〇零前续第十个几])(?P<years>[二两三四五六七八九十2-9])年(?!代)(?:之?内|时间)?[^，。；0-9年]{0,14}$"
)
_CAPACITY = re.compile("(?:瓦|吨|瓦时|吨级)(?:/年)?$")  # 100万千瓦, 60万吨
# A number of projects: 35个|省重点, 91个|过5亿元项目
_PROJECTS = re.compile("[^，,。；;、\\n]{0,16}?(?:项目|工程)|[国省市区县州][、级]?[省市区县]?级?重点")
_NAMED = re.compile("投资[^，。；\\n]{0,16}元的|等$")  # 总投资1686亿元的|253个, 西港区、机场等|60个项目
_OVER = re.compile("个?[过超][0-9.]+亿")  # 91个|过5亿元项目
_OF_WHICH = re.compile("[^，。；\\n0-9]{0,24}已(?:开工|竣工|投产|建成|完成|开复工)[0-9]+个")  # 425个|项目已开工394个
_ONE_NAMED = re.compile(
    "的[^，。；、\\n0-9]{0,4}[^，。；、\\n0-9项]{3}[^，。；、\\n0-9]{0,40}(?:[，,。；;、\\n]|$)"
)  # 120亿元|的超薄铜箔、
_TURNED_OUT = re.compile(
    "[开动复]工|新[增建开签]|建成|投[产用]|签约|竣工|落户|入库|完成|引进|招引|即将|尽快|通过|入选|列入|获"
)
_ALL_TOLD = re.compile("项目(?:一?共|总计|共计)有?$")  # 重点项目共|60个，总投资395亿元
_PARAGRAPH = 600  # code points back to the start of a paragraph
_HEADING = 45  # code points: a longer line is a paragraph
_NUMBERED_HEADING = re.compile("[ \u3000]*[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]")  # 一、上半年工作总结
_TITLE = 150  # code points in which a news item has its headlines
_OPENING = 14  # code points in which a paragraph names its year
_FROM = re.compile(
    r"(?:由(?!于)|从(?![业事严]))[^，。；、0-9]{0,10}(?:(?P<year>(?:19|20)[0-9]{2})年[的底末初]{0,2})?$"
)  # 由2017年底的|40%
_TO = re.compile(  # 40%|提高到45%; 20.5:52.1:27.4|，调整为15.5:46.4:38.1
    r"""
      [^，。；0-9]{0,12}
      (?: 到 | 至 | 增 | 提高 | 提升 | 上升 | 下降 | 降 | 扩大 | 优化 | 缩 | 调整 | 演[进变] | 转[变为] | 变[为化] )
    | ， (?: 调整 | 提高 | 提升 | 增[加长] | 上升 | 下降 | 降低 | 发展 | 扩大 | 优化 | 缩[短小减] | 转变 ) [到至为]
    | [、和]
    """,
    re.VERBOSE,
)


class StatusAndPeriod(NamedTuple):
    """Status and period of a statement."""

    status: str  # target, achieved or ongoing
    period: int | None
    is_shown: bool = True  # by words of the sentence or its section; if not, the statement before it may decide


class _Setting(NamedTuple):
    """A statement with the words around it."""

    phrase: Phrase
    quantity: Quantity
    before: str  # of its sentence
    within: str  # from its quote to the end of its clause
    after: str  # from the number to the end of its clause
    said: int | None  # the year that the words name
    opens: int | None  # the year that its paragraph opens with


def status_of_statement(frame: TextFrame, quantity: Quantity, span: tuple[int, int], phrase: Phrase) -> StatusAndPeriod:
    """Return status and period of the statement of a quantity, whose quote is text[span]."""
    text, (start, end) = frame.text, span
    clause_end = _CLAUSE_END.search(text, end, end + 80)
    stop = clause_end.start() if clause_end else min(len(text), end + 80)
    before = text[max(quantity.sentence, start - 80) : start]
    words = before + text[start:end]
    said = named_year(_BASE_YEAR.sub("", words) if "基" in words else words)
    section = frame.section(quantity.start)
    opens = _opening_year(text, quantity.sentence, frame.year) if section.mood == "open" else None
    setting = _Setting(phrase, quantity, before, text[start:stop], text[quantity.end : stop], said, opens)
    # 1. 由40%提高到45%: the 40%
    if base := _base(text, quantity, section):
        return base
    # 2. 今年主要预期目标是：地区生产总值增长7%
    if listed := frame.list_at(quantity.start):
        at_list = section.period if section.mood == "plan" else frame.year
        return StatusAndPeriod(TARGET, said or listed.period or at_list)
    # 3. 总投资41亿元的项目
    if _is_ongoing(setting, frame):
        return StatusAndPeriod(ONGOING, None)
    # 4. by the section and the words
    found = _BY_MOOD[section.mood](setting, section, frame)
    # 年均增长6% (a yearly average) is planned for a term of five years
    if found.status == TARGET and found.period == frame.year and frame.year and "年均" in phrase.left:
        return StatusAndPeriod(TARGET, frame.year + 4)
    return found


def status_of_doubling(
    frame: TextFrame, quantity: Quantity, phrase: Phrase, standing: StatusAndPeriod
) -> StatusAndPeriod:
    """Return the standing of a doubling with the year in which it is due, also where words give a span of time."""
    section = frame.section(quantity.start)
    # 五年内工业产值翻两番: due in the fifth year from that of the text, unless another year is named
    within = _WITHIN.search(phrase.left)
    if within and frame.year and standing.status == TARGET and standing.period in (frame.year, section.period):
        return standing._replace(period=frame.year + int(numeral_value(within["years"])) - 1)
    return standing


def status_of_section(frame: TextFrame, position: int) -> StatusAndPeriod:
    """Return status and period that a position has by its list or section alone: those of a target without a number."""
    section = frame.section(position)
    if listed := frame.list_at(position):
        return StatusAndPeriod(TARGET, listed.period or (section.period if section.mood == "plan" else frame.year))
    if section.mood == "plan":
        return StatusAndPeriod(TARGET, section.period)
    return StatusAndPeriod(ACHIEVED, section.period)


def _opening_year(text: str, position: int, year: int | None) -> int | None:
    """Return the year with which the paragraph of a position opens (2023年，全区完成…; 去年，…), or None."""
    start = text.rfind("\n", max(0, position - _PARAGRAPH), position) + 1
    opening = text[start : start + _OPENING]
    if said := named_year(opening):
        return said
    return year - 1 if year and _LAST_YEAR.match(opening) else None


# Case 1: the base of a change


def _base(text: str, quantity: Quantity, section: Section) -> StatusAndPeriod | None:
    """Return the standing of the value that a change starts from, or None if the quantity is no such value."""
    lead = _FROM.search(text, max(quantity.clause, quantity.start - 24), quantity.start)
    if not lead or not _TO.match(text, quantity.end):
        return None
    # 由2017年的50%提高到60%
    if lead["year"]:
        return StatusAndPeriod(ACHIEVED, int(lead["year"]))
    # 由40%提高到45%: the value before the period of the section
    return StatusAndPeriod(ACHIEVED, section.period - section.years if section.period else None)


# Case 3: the size of something described


def _is_ongoing(setting: _Setting, frame: TextFrame) -> bool:
    """Return whether the statement gives the size of something there or under way rather than what is done."""
    phrase, quantity, before = setting.phrase, setting.quantity, setting.before
    # 投资16亿元|的工程 is described, 投资16亿元|改造危房 is spent
    if phrase.left == "投资":
        return setting.after.startswith("的")
    # 总投资41亿元, 占地635亩; but 签约项目18个,总投资851亿元 is a result, and so is 年产5万吨 that is 建成投产
    is_amount = quantity.kind not in ("rate", "points")  # 不低于总建筑面积|10% is a share
    if is_amount and (sized := _SIZE_OF.search(phrase.left)):
        # 力争签约总投资120亿元|的超薄铜箔、…: the size of the one named
        is_one = frame.tenses.counts_from_date and _ONE_NAMED.match(setting.after)
        if is_one or not _COMMITTED.search(before[-24:] + phrase.left):
            return not (sized[0] == "年产" and _is_completed(setting))
    # 紧盯梳理出的134个项目: a set that is there already
    if quantity.kind == "count" and _DESCRIBED.search(_clause(setting)[-24:] + setting.within):
        return True
    # 强力推进总投资1686亿元的253个项目
    if _are_projects(setting, frame):
        return True
    # 推进100万千瓦光伏项目 pushes a project; but 淘汰50万吨落后产能 acts on the capacity: the last such verb counts
    named = quantity.kind == "size" and _CAPACITY.search(quantity.unit or "")
    if named and phrase.is_named and not _is_completed(setting):
        clause = _clause(setting)
        if _last(_ACTED_ON, clause) <= _last(_PUSHED, clause):
            return True
    # 84个安置点建设快速推进
    return bool(_UNDERWAY.search(setting.after) and not _GOAL.search(before))


def _are_projects(setting: _Setting, frame: TextFrame) -> bool:
    """Return whether a number in a news item is that of projects there already: a clause pushes or describes them."""
    kind = setting.quantity.kind
    # a speech promises what it pushes
    if not frame.tenses.counts_from_date or kind not in ("money", "count"):
        return False
    clause = _clause(setting)
    # 推动100亿元|的新能源汽车项目: the size of what is pushed
    if kind == "money":
        return setting.after.startswith("的") and any(verb.end() == len(clause) for verb in _PUSHED.finditer(clause))
    words = clause.replace("加快建设", "加快推进").replace("实施", "")
    if _TURNED_OUT.search(words):
        return False
    # 425个重点工业投资项目|已开工394个; 重点项目共60个，总投资395亿元
    end = setting.quantity.end + len(setting.after)
    is_told = _ALL_TOLD.search(clause) and frame.text[end + 1 : end + 4] == "总投资"
    if _OF_WHICH.match(setting.after) or is_told:
        return True
    # 强力推进总投资1686亿元的253个项目, 加快建设西港区等60个产业项目; but 推进40个项目 is promised
    if not (_NAMED.search(setting.before + setting.phrase.left) or _OVER.match(setting.after)):
        return False
    is_pushed = _last(_PUSHED, words) > _last(_ACTED_ON, words)
    return bool(is_pushed and _PROJECTS.match(setting.after) and not _TURNED_OUT.search(setting.within))


def _is_completed(setting: _Setting) -> bool:
    return bool(_COMPLETED.search(setting.phrase.left + setting.within))


def _clause(setting: _Setting) -> str:
    """Return the words of the clause of a statement up to its number."""
    return _CLAUSE_END.split(setting.before)[-1] + setting.phrase.left


# Case 4: by the mood of the section


def _planned(setting: _Setting, section: Section, frame: TextFrame) -> StatusAndPeriod:
    """Return the standing within a plan: a goal, unless words speak of a result."""
    said, year = setting.said, frame.year
    # 据了解，2023年，… behind the list of a news item
    if (tense := _behind_list(setting, section, frame)) and tense.is_ahead is False and not _has_goal(setting):
        return StatusAndPeriod(ACHIEVED, tense.year)
    changed = _CHANGED.search(setting.before)
    words = setting.before[: changed.start() if changed else None][-30:] + setting.within
    is_result = _last(_RESULT, words) > (ahead := max(_last(_GOAL, words), _last(_TO_COME, words)))
    # 1-10月份，新建学校5所: results of this year so far
    if not said and _MONTHS.search(setting.before) and (is_result or not _GOAL.search(setting.before + setting.within)):
        return StatusAndPeriod(ACHIEVED, year)
    # 过去一年，…。国内生产总值增长10.3% looks back with the sentence before; 去年，…。确保签约项目60个 does not
    at = setting.quantity.sentence
    is_result = is_result or bool(not said and ahead < 0 and _LOOKED_BACK.search(frame.text, max(0, at - 80), at))
    # 2022年完成…, 目前已有9个, 一季度下降9.8%
    if (said and year and said < year) or is_result or (_QUARTER.search(words) and not _GOAL.search(words)):
        return StatusAndPeriod(ACHIEVED, said or (year - 1 if year else None))
    # 今年新建学校5所, also within the plan of a term
    if not said and year and _THIS_YEAR.search(setting.before + setting.within):
        return StatusAndPeriod(TARGET, year)
    return StatusAndPeriod(TARGET, said or section.period)


def _behind_list(setting: _Setting, section: Section, frame: TextFrame) -> Tense | None:
    """Return what a news item speaks of within a plan that no heading opens, behind its list of targets for one."""
    if not frame.tenses.counts_from_date or _has_heading(frame, section):
        return None
    tense = frame.tenses.at(setting.quantity.start)
    return tense if tense and tense.since > section.start else None


def _reviewed(setting: _Setting, section: Section, frame: TextFrame) -> StatusAndPeriod:
    """Return the standing within a review: a result, unless a coming year and a word of a goal stand beside it."""
    said, year = setting.said, frame.year
    # 今年，我市将… behind the review of a news item
    if frame.tenses.counts_from_date and not _has_heading(frame, section) and (told := _told(setting, frame)):
        return told
    # 到2025年力争新建学校5所
    if said and year and said >= year and _GOAL.search(setting.before + setting.within):
        return StatusAndPeriod(TARGET, said)
    # 今年计划增长6%
    if aim := read_aim(frame.text, year, said, setting.quantity):
        return StatusAndPeriod(TARGET, aim.period)
    return StatusAndPeriod(ACHIEVED, said if said and (not year or said <= year) else section.period)


def _has_heading(frame: TextFrame, section: Section) -> bool:
    """Return whether a section begins with a heading, not with a list, a paragraph or the headline of the whole."""
    if any(span.start == section.start for span in frame.target_lists):
        return False
    line = frame.text.rfind("\n", 0, section.start) + 1
    is_line = line < section.start < line + _HEADING and frame.text.find("\n", section.start, line + _HEADING) >= 0
    return is_line and (section.start >= _TITLE or bool(_NUMBERED_HEADING.match(frame.text, line)))


def _preceding(setting: _Setting, section: Section, frame: TextFrame) -> StatusAndPeriod:
    """Return the standing of what comes before the list of targets: a result, or a goal by its words."""
    if told := _told(setting, frame):
        return told
    if _has_goal(setting):
        return StatusAndPeriod(TARGET, setting.said or frame.year)
    return StatusAndPeriod(ACHIEVED, setting.said or section.period)


def _unframed(setting: _Setting, section: Section, frame: TextFrame) -> StatusAndPeriod:
    """Return the standing in a text without sections, by its words alone."""
    if told := _told(setting, frame):
        return told
    year = frame.year
    # 力争签约项目100个
    if _has_goal(setting):
        return StatusAndPeriod(TARGET, setting.said or year)
    # 今年计划增长6%
    if aim := read_aim(frame.text, year, setting.said, setting.quantity):
        return StatusAndPeriod(TARGET, aim.period)
    # 1989年国民生产总值15677亿元
    is_over = bool(setting.said and year and setting.said < year and setting.quantity.kind in _MEASURED)
    # 位列全省第3位, 新增企业25家
    if is_over or _is_done(setting):
        words = setting.before + setting.within
        # 全年国民生产总值达到13853亿元
        whole = _WHOLE_YEAR.search(words) and is_delivered_in(frame.text, year)
        last = year - 1 if year and (whole or _LAST_YEAR.search(words)) else section.period
        return StatusAndPeriod(ACHIEVED, setting.said or setting.opens or last)
    # 税收53亿元, the second of 生产总值完成531亿元，税收53亿元: no word of its own
    return StatusAndPeriod(ONGOING, None, is_shown=False)


def _told(  # noqa: PLR0911  a list of named cases
    setting: _Setting, frame: TextFrame
) -> StatusAndPeriod | None:
    """Return the standing in a news item or bulletin, by the year of which its words speak; None in a speech."""
    tenses, quantity = frame.tenses, setting.quantity
    if not tenses.counts_from_date:
        return None
    tense = tenses.at(quantity.start)
    year = tense.year if tense else tenses.reviewed
    words = setting.before[-30:] + setting.within
    is_over = _last(_RESULT, words) >= 0
    # 建成后年产值20亿元: expected, of no year
    around = setting.before[-60:] + setting.phrase.left
    if _last(_YIELD, around) > _last(_RESULT, around):
        return StatusAndPeriod(TARGET, None)
    # 力争签约项目100个, 年度投资5亿元
    if _has_goal(setting) or _FOR_THE_YEAR.match(setting.phrase.left):
        ahead = tense.year if tense and tense.year and tense.year >= (tenses.today or 0) else frame.year
        return StatusAndPeriod(TARGET, ahead)
    # 下一步，…。新建学校5所: a plan goes on until words of a result
    if tense and tense.is_ahead and not is_over:
        return StatusAndPeriod(TARGET, year)
    # 今年，新建学校5所: planned in the first months
    is_early = tenses.month is not None and tenses.month <= _EARLY
    if tense and tense.is_ahead is None and is_early and not is_over and not _COMPARES.search(words):
        return StatusAndPeriod(TARGET, year)
    # 位列全省第3位, 新增企业25家
    if _is_done(setting):
        return StatusAndPeriod(ACHIEVED, year)
    # 第一产业增加值6亿元, 生猪出栏16万头: what is measured, or named before its count, is a result
    named_before = (tense or tenses.month) and quantity.kind == "count" and len(setting.phrase.left.strip()) > 1
    if quantity.kind in _MEASURED or named_before:
        return StatusAndPeriod(ACHIEVED, year, is_shown=False)
    # 产业项目29个: no word of its own
    return StatusAndPeriod(ONGOING, None, is_shown=False)


def _is_done(setting: _Setting) -> bool:
    """Return whether a statement is a rank, or has a word of a result beside it."""
    words = setting.before[-30:] + setting.within
    return bool(setting.quantity.kind == "rank" or _DONE.search(words) or _RESULT.search(words))


def _has_goal(setting: _Setting) -> bool:
    """Return whether the last word that tells result from goal, up to the end of the clause, is one of a goal."""
    before, within = _TO_QUARTER.sub("", setting.before), _TO_QUARTER.sub("", setting.within)
    goal, result = _last(_GOAL, before + within), _last(_RESULT, before + within)
    return goal > result or bool(_GOAL.search(within))


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Return where a pattern is last found, -1 if nowhere."""
    last = -1
    for match in pattern.finditer(words):  # a generator for max takes three times as long
        last = match.start()
    return last


_BY_MOOD = {"plan": _planned, "review": _reviewed, "before": _preceding, "open": _unframed}
