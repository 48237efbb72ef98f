"""Where a statement stands: result, goal or size of something described; and its period."""

import re
from typing import NamedTuple

from ..language import entry_pattern, load_lexicon, named_year
from .frames import Section, TextFrame
from .phrasing import Phrase
from .quantities import Quantity

TARGET, ACHIEVED, ONGOING = "target", "achieved", "ongoing"

_PATTERNS = {entry: entry_pattern(fields) for entry, fields in load_lexicon("status").items()}
_GOAL = re.compile(_PATTERNS["goal"])
_RESULT = re.compile(rf"(?<![比较于与同过以项])(?:{_PATTERNS['result']})")
_QUARTER = re.compile(_PATTERNS["quarter"])
_DONE = re.compile(_PATTERNS["done"])
_UNDERWAY = re.compile(_PATTERNS["underway"])
_COMPLETED = re.compile(_PATTERNS["completed"])
_DESCRIBED = re.compile(_PATTERNS["described"])
_SIZE_OF = re.compile(rf"(?:{_PATTERNS['size_of']})$")
_ACTED_ON, _PUSHED = re.compile(_PATTERNS["acted_on"]), re.compile(_PATTERNS["pushed"])
_COMMITTED = re.compile(_PATTERNS["committed"])
_CLAUSE_END = re.compile("[，,。；;\\n]")
_CHANGED = re.compile("[由从][^，。；]*$")  # the base value of a change: 由上年的32.4%提高到34%
_TO_COME = re.compile("今年|明年|要(?![求素点件])")
_MONTHS = re.compile("[1-9][0-9]?[-—－~至到]{1,2}[1-9][0-9]?月|(?:截至|截止)[^，。]{0,8}月")  # 1-10月份, 截止6月底
_THIS_YEAR = re.compile("今年|明年|本年度")
_LAST_YEAR = re.compile("去年|上年|过去一年")
_CAPACITY = re.compile("(?:瓦|吨|瓦时|吨级)$")
_PARAGRAPH = 600  # code points back to the start of a paragraph
_OPENING = 14  # code points in which a paragraph names its year
_FROM = re.compile(r"(?:由|从)[^，。；、0-9]{0,10}(?:(?P<year>20[0-9]{2})年[的底末初]{0,2})?$")
_TO = re.compile("[^，。；0-9]{0,12}(?:到|至|增|提高|提升|上升|下降|降|扩大|优化|缩)|[、和]")


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


def status_of_section(frame: TextFrame, position: int) -> StatusAndPeriod:
    """Return status and period that a position has by its section alone."""
    section = frame.section(position)
    if listed := frame.list_at(position):
        return StatusAndPeriod(TARGET, listed.period or (section.period if section.mood == "plan" else frame.year))
    if section.mood == "plan":
        return StatusAndPeriod(TARGET, section.period)
    return StatusAndPeriod(ACHIEVED, section.period)


def status_of_statement(frame: TextFrame, quantity: Quantity, span: tuple[int, int], phrase: Phrase) -> StatusAndPeriod:
    """Return status and period of the statement of a quantity, whose quote is text[span]."""
    text, (start, end) = frame.text, span
    clause_end = _CLAUSE_END.search(text, end, end + 80)
    stop = clause_end.start() if clause_end else min(len(text), end + 80)
    before = text[max(quantity.sentence, start - 80) : start]
    said = named_year(before + text[start:end])
    section = frame.section(quantity.start)
    opens = _opening_year(text, quantity.sentence, frame.year) if section.mood == "open" else None
    setting = _Setting(phrase, quantity, before, text[start:stop], text[quantity.end : stop], said, opens)
    if base := _base(text, quantity, section):
        return base
    if listed := frame.list_at(quantity.start):
        at_list = section.period if section.mood == "plan" else frame.year
        return StatusAndPeriod(TARGET, said or listed.period or at_list)
    if _is_ongoing(setting):
        return StatusAndPeriod(ONGOING, None)
    found = _BY_MOOD[section.mood](setting, section, frame.year)
    if found.status == TARGET and found.period == frame.year and frame.year and "年均" in phrase.left:
        return StatusAndPeriod(TARGET, frame.year + 4)  # a yearly average is planned for a term of five years
    return found


def _opening_year(text: str, position: int, year: int | None) -> int | None:
    """Return the year with which the paragraph of a position opens (2023年，全区完成…; 去年，…), or None."""
    start = text.rfind("\n", max(0, position - _PARAGRAPH), position) + 1
    opening = text[start : start + _OPENING]
    if said := named_year(opening):
        return said
    return year - 1 if year and _LAST_YEAR.match(opening) else None


def _base(text: str, quantity: Quantity, section: Section) -> StatusAndPeriod | None:
    """Return the standing of the value that a change starts from (由40%提高到45%)."""
    lead = _FROM.search(text, max(quantity.clause, quantity.start - 24), quantity.start)
    if not lead or not _TO.match(text, quantity.end):
        return None
    if lead["year"]:
        return StatusAndPeriod(ACHIEVED, int(lead["year"]))
    return StatusAndPeriod(ACHIEVED, section.period - section.years if section.period else None)


def _is_ongoing(setting: _Setting) -> bool:
    """Return whether the statement gives the size of something there or under way rather than what is done."""
    phrase, quantity, before = setting.phrase, setting.quantity, setting.before
    completed = _COMPLETED.search(phrase.left + setting.within)
    if phrase.left == "投资":
        return setting.after.startswith("的")  # 投资16亿元的工程 is described, 投资16亿元改造危房 is spent
    if (sized := _SIZE_OF.search(phrase.left)) and not _COMMITTED.search(before[-24:] + phrase.left):
        return not (sized[0] == "年产" and completed)
    clause = _CLAUSE_END.split(before)[-1] + phrase.left
    if quantity.kind == "count" and _DESCRIBED.search(clause[-24:] + setting.within):
        return True
    named = quantity.kind == "size" and _CAPACITY.search(quantity.unit or "")
    if named and phrase.is_named and not completed and _last(_ACTED_ON, clause) <= _last(_PUSHED, clause):
        return True
    return bool(_UNDERWAY.search(setting.after) and not _GOAL.search(before))


def _planned(setting: _Setting, section: Section, year: int | None) -> StatusAndPeriod:
    said = setting.said
    changed = _CHANGED.search(setting.before)
    words = setting.before[: changed.start() if changed else None][-30:] + setting.within
    is_result = _last(_RESULT, words) > max(_last(_GOAL, words), _last(_TO_COME, words))
    if not said and _MONTHS.search(setting.before) and (is_result or not _GOAL.search(setting.before + setting.within)):
        return StatusAndPeriod(ACHIEVED, year)
    if (said and year and said < year) or is_result or (_QUARTER.search(words) and not _GOAL.search(words)):
        return StatusAndPeriod(ACHIEVED, said or (year - 1 if year else None))
    if not said and year and _THIS_YEAR.search(setting.before + setting.within):
        return StatusAndPeriod(TARGET, year)
    return StatusAndPeriod(TARGET, said or section.period)


def _reviewed(setting: _Setting, section: Section, year: int | None) -> StatusAndPeriod:
    said = setting.said
    if said and year and said >= year and _GOAL.search(setting.before + setting.within):
        return StatusAndPeriod(TARGET, said)
    return StatusAndPeriod(ACHIEVED, said if said and (not year or said <= year) else section.period)


def _preceding(setting: _Setting, section: Section, year: int | None) -> StatusAndPeriod:
    """Return the standing of what comes before the list of targets: a result, or a goal by its words."""
    if _has_goal(setting):
        return StatusAndPeriod(TARGET, setting.said or year)
    return StatusAndPeriod(ACHIEVED, setting.said or section.period)


def _unframed(setting: _Setting, section: Section, year: int | None) -> StatusAndPeriod:
    if _has_goal(setting):
        return StatusAndPeriod(TARGET, setting.said or year)
    words = setting.before[-30:] + setting.within
    if setting.quantity.kind == "rank" or _DONE.search(words) or _RESULT.search(words):
        last = year - 1 if year and _LAST_YEAR.search(setting.before + setting.within) else section.period
        return StatusAndPeriod(ACHIEVED, setting.said or setting.opens or last)
    return StatusAndPeriod(ONGOING, None, is_shown=False)


def _has_goal(setting: _Setting) -> bool:
    """Return whether the last word that tells result from goal, up to the end of the clause, is one of a goal."""
    words = setting.before + setting.within
    goal, result = _last(_GOAL, words), _last(_RESULT, words)
    return goal > result or bool(_GOAL.search(setting.within))


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


_BY_MOOD = {"plan": _planned, "review": _reviewed, "before": _preceding, "open": _unframed}
