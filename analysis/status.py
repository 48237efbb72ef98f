"""Where a statement stands: result, goal or size of something described; and its period."""

import re
from typing import NamedTuple

from analysis import lexicon, years
from analysis.frames import Frame
from analysis.phrasing import Phrase
from analysis.quantities import Quantity

_WORDS = {entry: fields["words"] for entry, fields in lexicon.load("status").items()}
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


class Standing(NamedTuple):
    """Status and period of a statement."""

    status: str  # target, achieved or ongoing
    period: int | None


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
    said = years.named(before + text[start:end])
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
