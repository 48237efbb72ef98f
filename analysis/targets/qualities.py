"""Targets without a number: 与经济增长同步 keeps parity, 完成省下达任务 is a qualitative headline target.

Two kinds are found. Within a list of main expected targets every clause without a quantity may be one: a comparison
(`parity`) or a task (`qualitative`). Elsewhere only the comparison of a rate with a larger area counts (增速高于全省).
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .frames import TextFrame
from .indicators import OTHER_INDICATOR, identify_indicator


class UnnumberedTarget(NamedTuple):
    """A headline target or a comparison without a number."""

    start: int
    end: int
    subject: str
    indicator: str
    measure: str  # parity or qualitative
    relation: str
    modifier: str


_CLAUSE = re.compile(r"[^，,；;。\n]+")

# Comparisons

_PARITY = re.compile(
    r"""
    (?P<subject> [^，,；;。\n]*? )
    (?: (?: 与|和|同 ) [^，,；;。\n]{2,20}?                                   # 居民收入|与经济增长|基本同步
        (?P<sync> 基本同步 | 保持同步 | 同步 | 大体相当 | 基本持平 )
      | (?P<above> 不低于 | 高于 | 快于 | 超过 )                               # 居民收入|不低于|经济增速
        (?: 全[国省市区州盟县] | 经济 | GDP | (?:地区)?生产总值 | 同期 | 城镇 | 自治区 | 财政 ) )
    """,
    re.VERBOSE,
)
# Outside of a list: 进出口总额增速|快于全省平均水平
_FASTER = re.compile(
    r"(?P<above>高于|快于)全[国省市区州盟](?:、?全[国省市])?(?:平均)?(?:水平|增速|增幅)?(?=[，,；;。、\n])"
)
_RATED = re.compile(r"(?P<subject>[^，,；;。\n]{0,20}(?:增速|增幅|增长率|涨幅|增长|水平|收入))$")

# Tasks: a clause needs a word of reaching and a word of an aim (完成|…任务, 控制在|…范围)

_TARGET = re.compile(
    "完成|达到|控制在|保持|持续|得到|实现|稳定|进一步|明显|不断|稳步|只降不升|零增长|改善|优于|好于|正增长|达标"
)
_TASK = re.compile("指标|任务|目标|范围|计划|平稳|稳定|改善|优良|平衡|提升|提高|下降|增长|要求|良好|达标|合理区间")
_NOT_TARGET = re.compile("基础上|前提下|的同时|力争在实际|努力|各位代表|按照|坚持|为|结合")  # 坚持…: how, not what
# Words before the subject that are not quoted: 全面完成|节能减排指标
_LEAD = re.compile(r"(?:[\s*“”、：:（()）0-9.—\-]|确保|力争|(?:全面|圆满|努力)?完成|全市|全省|[一二三四五六七八九]是)*")
_MEASURE_NOUN = re.compile("(?:指标|量|率|强度|能耗|任务|目标|质量|水平)$")


def find_unnumbered_targets(frame: TextFrame, stated: Sequence[int]) -> Iterator[UnnumberedTarget]:
    """Yield the targets without a number: those of the target lists, then comparisons elsewhere.

    Parameters
    ----------
    frame
        The frame of the text.
    stated
        Where the quantities of the text start, in order; a clause that holds one is not looked at.
    """
    # 今年主要预期目标是：…，居民收入与经济增长同步，完成节能减排任务。
    for span in frame.target_lists:
        for clause in _CLAUSE.finditer(frame.text, span.start, span.end):
            if not _holds(stated, clause.start(), clause.end()):
                yield from _listed(clause.start(), clause[0])
    # 居民收入增速快于全省
    for match in _FASTER.finditer(frame.text):
        rated = _RATED.search(frame.text, max(0, match.start() - 26), match.start())
        if rated and not frame.is_headline(rated.start()) and not _holds(stated, rated.start(), match.end()):
            words = frame.text[rated.start() : match.end()]
            yield _parity(rated.start(), rated["subject"], words, ">=", match["above"])


def _holds(positions: Sequence[int], start: int, end: int) -> bool:
    """Return whether one of some positions, in order, lies in a span."""
    index = bisect.bisect_left(positions, start)
    return index < len(positions) and positions[index] < end


def _listed(start: int, clause: str) -> Iterator[UnnumberedTarget]:
    """Yield the targets of a clause of a list, which begins at `start`."""
    # 居民收入与经济增长基本同步 is about equal, 不低于经济增速 at least equal
    if match := _PARITY.match(clause):
        kept = "~" if (match["sync"] or "").startswith(("基本", "大体")) else "="
        relation = kept if match["sync"] else ">="
        yield _parity(start, match["subject"], clause, relation, match["sync"] or match["above"])
        return
    # 努力开创新局面 (strive for a new situation) is no target
    if len(clause) > 60 or not (_TARGET.search(clause) and _TASK.search(clause)) or _NOT_TARGET.match(clause):
        return
    # 与远景目标相衔接 (fits the long-range goals) says how a target was found
    if "相衔接" in clause:
        return
    lead = _LEAD.match(clause)
    begin = lead.end() if lead else 0
    subject = re.split("控制在|完成|达到|保持|持续|得到|实现|稳定在", clause[begin:])[0]
    identified = identify_indicator(clause)
    # what no entry names must be called a target or task: 各项完成任务, 干群关系保持稳定
    if identified == OTHER_INDICATOR and not re.search("指标|任务|目标|平衡|平稳|稳定", clause):
        return
    relation = "<=" if re.search("以内|之内|不超过", clause) else "="
    # 能耗强度和主要污染物排放量完成省下达目标: two indicators are two targets
    words = [part for part in re.split("和|及|与", subject) if part]
    ids = [identify_indicator(part) for part in words]
    if len(words) == 2 and len(set(ids)) == 2 and OTHER_INDICATOR not in ids and _MEASURE_NOUN.search(words[0]):
        for word, identifier in zip(words, ids, strict=True):
            offset = clause.find(word, begin)
            yield UnnumberedTarget(start + offset, start + len(clause), word, identifier, "qualitative", relation, "")
        return
    yield UnnumberedTarget(
        start + begin, start + len(clause), subject or clause, identified, "qualitative", relation, ""
    )


def _parity(start: int, subject: str, clause: str, relation: str, modifier: str) -> UnnumberedTarget:
    lead = _LEAD.match(subject)
    begin = lead.end() if lead else 0
    words = subject[begin:]
    return UnnumberedTarget(
        start + begin, start + len(clause), words, identify_indicator(words), "parity", relation, modifier
    )
