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
_RIGHT = re.compile(r"[ ]?(?P<words>[^，,；;。！？!?\n：:、（）()…]{0,40})")
_NO_NOUN = re.compile(
    r"(?:的|之)?(?:目标|增速|增长|速度|水平|增幅|任务|比例|大关|台阶|以上|以内|左右|和|及|与|的|，|$)*[”“]?$"
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
