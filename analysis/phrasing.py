"""The words of a statement around its number: what stands before it, what follows, and what 分别 hands out in order."""

import re
from typing import NamedTuple

from analysis import indicators, lexicon, wording
from analysis.quantities import Quantity

_LONGEST = 60  # code points before a number that can name its indicator

_LEAD = re.compile(
    r"""
    (?: [\s*“”"'、，,：:·—–－～~\-）)(（●]
      | 其中 | 同时 | 并且 | 以及 | 全年 | 预计 | 力争 | 确保 | 争取 | 今年 | 去年 | 年内 | 年底前
      | 和 | 及 | 与 | 并 | 且 | 将 | 要 | 使 | 让 | 分别 | 年 (?! [均度产] ) | 月 份? | 日 | 底 | 前 | 末 )+
    """,
    re.VERBOSE,
)
_ACT = re.compile(
    rf"(?:{wording.alternation(lexicon.load('statements')['acts']['words'])}|[\s“”、（）()*·]|20[0-9]{{2}}年)*+"
)
# words of comparison and change alone: the indicator stands before them (，比1997年增长59.4%; ，是2010年的2.41倍)
_COMPARED = re.compile(
    r"""
    (?: (?:19|20)[0-9]{2} 年 (?:末|底)? | [一二三四五六七八九十两] 年 | 上年 | 去年 | 同期 | 年均 | 平均 | 每年 | 年平均
      | 比 | 较 | 是 | 由 | 从 | 的 | 在 | 分别 | 均 | 都 | 同比 | 约 | 基础上 | 又 | 还
      | 增长 | 增加 | 提高 | 下降 | 降低 | 减少 | 上升 | 回落 | 净增 | 到 | 至 | 达到? | 实现 | 为
      | 低于 | 高于 | 超过 | 高出 | 快于 | 省定 | 市定 | 国家 | 省 | 市 | 全国 | 全省 | 全市
      | 计划 | 目标 | 预期 | 控制 | 平均水平 | 水平
      | [ “”、，] )+
    """,
    re.VERBOSE,
)
_RIGHT = re.compile(r"[ ]?(?P<words>[^，,；;。！？!?\n：:、（）()…]{0,40})")
_NO_NOUN = re.compile(
    r"(?:增加|提高|上升|下降|降低|增长|减少|扩大)[到至].*|(?:的|之)?(?:目标|增速|增长|速度|水平|增幅|任务|比例|大关|台阶|以上|以内|左右|和|及|与|的|，|$)*[”“]?$"
)
_HARDENER = re.compile(r"(?P<word>力争|确保|争取|力保|必保|保证|冲刺|努力)[^，。；,;\n]{0,26}$")
_JOINT = re.compile("(?:力争|确保|争取|冲刺|和|及|与|到|至|、|达到?|[ “])*")
_DIGIT = re.compile("[0-9]")


class Phrase(NamedTuple):
    """What a statement says beside its value."""

    start: int  # where its quote starts
    end: int
    left: str  # the words before the number, from the quote's start
    right: str  # the words after it in its clause
    subject: str  # the words that name the indicator; "" if an earlier statement names it
    indicator: str  # "" if an earlier statement names it
    is_named: bool  # a noun follows the number (滨州港5万吨级航道)


def read(text: str, quantity: Quantity, after: int) -> Phrase:
    """Return the phrase of a quantity in its clause, from where the quantity before it ends."""
    floor = min(quantity.start, max(quantity.clause, after, quantity.start - _LONGEST))
    lead = _LEAD.match(text, floor, quantity.start)
    start = lead.end() if lead else floor
    left = text[start : quantity.start]
    acts = _ACT.match(left)
    named = left[acts.end() :] if acts else left
    named = "" if _COMPARED.fullmatch(named) or _COMPARED.fullmatch(left) else named
    after_it = _RIGHT.match(text, quantity.end)
    right = after_it[0] if after_it else ""
    noun = _noun(right)
    end = quantity.end + len(noun)
    is_named = bool(noun)
    if named:
        indicator = indicators.identify(left)
        if quantity.kind not in ("count", "size", "number"):
            end = quantity.end
        elif indicator == indicators.OTHER:
            indicator = indicators.identify(left + noun)
        return Phrase(start, end, left, right, left.strip(), indicator, is_named)
    if noun:
        return Phrase(start, end, left, right, noun.strip(), indicators.identify(left + noun), is_named)
    indicator = indicators.identify(left)
    if indicator == indicators.OTHER:
        return Phrase(start, end, left, right, "", "", is_named)
    return Phrase(start, end, left, right, left, indicator, is_named)


def named_before(words: str) -> str:
    """Return the words without the acts at their start, which name nothing (新增|企业)."""
    return _ACT.sub("", words, count=1)


def continues(phrase: Phrase) -> bool:
    """Return whether a number only continues the statement before it (增长8%，力争9%)."""
    return not phrase.indicator and bool(_JOINT.fullmatch(phrase.left))


def modifier(text: str, quantity: Quantity) -> str:
    """Return the hedge or hardener of a quantity as printed, joined by … where there are two."""
    hardener = _HARDENER.search(text, max(quantity.clause, quantity.start - 30), quantity.start)
    return "…".join(filter(None, (hardener["word"] if hardener else "", quantity.hedge)))


def _noun(words: str) -> str:
    if _NO_NOUN.fullmatch(words) or words.startswith("的"):
        return ""
    if digit := _DIGIT.search(words):
        words = words[: digit.start()]
    return words.rstrip("和及与 ")
