"""Direction: whether the value of a statement says that something rises, falls or neither (同比下降7% is a fall).

A value is printed without its sign, so the words around it must be read. The last word of change before it governs it,
within its clause and behind the value before (A增长5%、B下降3%). Words of `data/lexicon/changes.yml` are of four kinds:

- verbs of rise and fall: 增长8% rises by it, 提高到45% rises to it;
- rates of rise and fall: 增速5% is a rise, 降幅3% a fall. What such a rate reaches keeps its sign (增速回落到5% is a
  rise, 降幅收窄到3.2% a fall); by what it moves is a change of the rate (增速回落2个百分点 falls, 降幅收窄2个百分点
  rises).

A minus or 负 before the value makes a fall of a rate (增长-3.5%). A distance to another place or a norm is no change
(高于全国2个百分点), one to an earlier time is (高于上年2个百分点).
"""

import functools
import re
from typing import NamedTuple

from ..language import alternation, first_character_class, load_lexicon
from .phrasing import Phrase
from .quantities import Quantity

RISES, FALLS, NO_CHANGE = "up", "down", "none"
"""The three directions."""

YEAR, QUARTER, HALF, MONTHS, YEARS = "year", "quarter", "half", "months", "years"
"""The five spans of time that a value can cover, told apart in `spans`."""

_WORDS = load_lexicon("changes")
_OF_SIGN = {1: RISES, -1: FALLS}
_VERBS = {word: sign for sign, name in ((1, "rises"), (-1, "falls")) for word in _WORDS[name]["words"]}
_RATES = {word: sign for sign, name in ((1, "rates of rise"), (-1, "rates of fall")) for word in _WORDS[name]["words"]}
_SHORT = {word: sign for sign, name in ((1, "short rises"), (-1, "short falls")) for word in _WORDS[name]["words"]}
_SIGNS = {**_VERBS, **_RATES, **_SHORT}
_OTHER = _WORDS["no changes"]["words"]
_RIGHT_BEFORE = "[了到至为成约近超逾过达“ −－–—负-]*+$|了?[到至为][^，。；、]{0,10}$"  # 增约|8%, 降至每吨|5元
_WORD = re.compile(
    rf"""
    (?= {first_character_class([*_SIGNS, *_OTHER])} )
    (?: (?P<other> {alternation(_OTHER)} )
      | (?P<rate>  {alternation(_RATES)} )
      | (?<! [不未止无] )                                                                  # 不下降, 止跌: nothing falls
        (?P<verb>  {alternation(_VERBS)} | (?: {alternation(_SHORT)} ) (?= {_RIGHT_BEFORE} ) )
    )
    """,
    re.VERBOSE,
)

# How a verb takes its value

_TO = re.compile("[了]?[到至为成]|.{0,16}[到至][了约近超逾过“ ]*$")  # 提高|到45%, 提高|城镇化率到60%
_FAR = 16  # code points: 提高|常住人口城镇化率|2个百分点, 增速|比上年同期|回落
_PART = re.compile("贡献|占")  # 对经济增长|贡献2个百分点: a part of the growth
_ADVERB = re.compile("[^率比占重到至，。；、]{0,4}")  # 下滑|约3%; but 降低|不良率3%
# What stands between a verb and an amount is what changes (减少|贫困人口5万人), not a second act or a total
_ACTS = "达|完成|实现|建成|建设|新建|新增|改造|总计|合计|共|占|安排|签约|引进|实施|发放|行动|[、：:（）()]"
_ACT, _OTHER_ACT = re.compile(f"{_ACTS}|等|项目|工程|措施|结构|”"), re.compile(_ACTS)
_BEFORE_AMOUNT = 12  # code points
_FOR_GROWTH = ("稳", "促", "保")  # 稳|增长
# Verbs of which what falls is the thing itself, whatever it is called: 压减|“两高”项目39个; but 减税|措施20条
_OF_THINGS = frozenset({"压减", "减少", "压缩", "缩减", "削减", "消减", "核减", "调减", "裁减", "精减", "精简"})
# Verbs that also act on things (提升|县乡道路50公里): of an amount they need the word of a size, of a number a
# comparison
_UPGRADES = frozenset({"提升", "提高", "扩大", "扩张", "拓展", "加快", "加速", "提速"})
_COMPARED = re.compile("[比较](?![重例量快大高多好为])|同比")
_PLACES = "位"  # 提升|2位
_SPEEDS = frozenset({"加快", "加速", "提速"})  # what they take is no amount: 加快|5万吨硫酸镍项目建设
_SIZE = re.compile(".*(?:标准|面积|能力|规模|收入|时间|时限|水平|成本|产量|产能|容量|额度|待遇|投入)|[了约近超“ ]*")
_RATIOS = frozenset({"points", "times", "fraction"})
_OWN_RATE = re.compile("(?:自然|人口|自)增长率$")  # an indicator of its own, as shares are
# The rate that a change starts from: 增速|由8%|回落到5%, 由增长|8%|回落到5%
_RATE = f"(?:{alternation(_RATES)}|增长|下降)"
_FROM = re.compile(
    rf"(?<!自然)(?<!人口)(?P<rate>{_RATE})[^，。；0-9]{{0,12}}[由从][^，。；]{{0,12}}[0-9][^，。；]{{0,24}}$"
    rf"|[由从][^，。；0-9]{{0,12}}(?P<first>{_RATE})[^，。；0-9]{{0,4}}[0-9][^，。；]{{0,24}}$"
)

# Distances: 高于上年2个百分点, 比全国高2个百分点

_TIME, _NORM = (re.compile(alternation(_WORDS[name]["words"])) for name in ("times", "norms"))
_DISTANCE = re.compile(
    """
    (?: (?P<above> 高于|快于|多于|好于|优于|大于|高出|超过|超出|超 ) | (?P<below> 低于|慢于|少于|小于 ) )
    (?P<other> [^，。；、]{2,16} ) $                                        # 高于上年|2个百分点
    | (?: [比较] (?P<than> [^，。；、]{1,18}? ) | 同比 )
    (?: (?P<more> 高|多|快|长|好|大 ) | (?P<less> 低|少|慢|短|小 ) )
    [出于了投收支用产缴交花]? [约近 ]? $                                      # 比上年低|2个百分点
    """,
    re.VERBOSE,
)
_DISTANT = frozenset("高低快慢多少好优大小长短超")  # a cheap look: most phrases have none
_NEW = re.compile("(?:[比较][^，。；]{2,12}|同比)新增[了约近超 ]*$")

# Signs and words behind the value

# 增长-3.5%, 增速为-2.1%, 为负3.5%: a dash behind anything else joins two values
_MINUS_SIGNS = frozenset("-−－–—负")
_MINUS = re.compile(r"(?:[增减降长少速幅率]|(?P<said>[为是由从到至达了比：:、和，]))[ ]?(?:[-−－–—]|负)$")
_AFTER = re.compile(  # 8%|以上的增速, 3%|的负增长
    "(?:(?P<fall>的下降|的?(?:负增长|降幅|跌幅|减幅|降速))|的?(?:正?增长|增速|增幅|涨幅|速度))"
)


class _Word(NamedTuple):
    """A word of change before a value."""

    start: int
    end: int
    sign: int  # 1 or -1
    is_rate: bool


@functools.lru_cache(maxsize=16_384)
def _words(left: str) -> tuple[_Word, ...]:
    """Return the words of change in the words before a value."""
    return tuple(
        _Word(*match.span(), _SIGNS[match[0]], match.lastgroup == "rate")
        for match in _WORD.finditer(left)
        if match.lastgroup != "other"
    )


def direction_of_statement(  # noqa: PLR0911  one return a case
    text: str, quantity: Quantity, phrase: Phrase, indicator: str, measure: str
) -> str:
    """Return the direction of the value of a statement: up, down, or none where it states no change.

    Parameters
    ----------
    text
        The text in which the quantity was found.
    quantity
        Its number expression.
    phrase
        The phrase of the quantity, or of the first that share it (分别下降3%和4%).
    indicator, measure
        What it is about, and its measure, as from `identify_measure`.
    """
    # 居全省第3位, 20.5:52.1:27.4: a place and a structure do not rise
    if quantity.kind in ("rank", "structure"):
        return NO_CHANGE
    # 翻一番
    if quantity.kind == "doubling":
        return RISES
    left = phrase.left
    words = _words(left)
    # 比年初|新增|46亿元: what is new is a rise where it is compared
    if not words and "新增" in left and _NEW.search(left):
        return RISES
    # 增长-3.5%; but 2%-3.5% is a range
    sign = text[quantity.start - 1 : quantity.start]
    minus = sign in _MINUS_SIGNS and _MINUS.search(text, max(0, quantity.start - 3), quantity.start)
    if minus and (not minus["said"] or measure == "growth" or any(word.is_rate for word in words)):
        return FALLS
    distance = None if _DISTANT.isdisjoint(left) else _DISTANCE.search(left)
    # 比上年提|高|2个百分点 is a word of change
    if distance and not (words and not words[-1].is_rate and words[-1].end > _sign_of(distance)):
        return _by_distance(distance, words)
    # 3%|的负增长
    if not words:
        return _behind(phrase, quantity, indicator, measure)
    last = words[-1]
    if last.is_rate:
        # 增速达|8%; but 对增速的贡献达|8%
        far = len(left) - last.end > _FAR or _PART.search(left, last.end)
        return NO_CHANGE if far else _OF_SIGN[last.sign]
    # 物价回落到6.1%: prices still rise by that much
    if indicator == "cpi" and measure == "growth" and _TO.match(left[last.end :]):
        return RISES
    return _by_verb(text, quantity, phrase, measure, words)


def _sign_of(distance: re.Match[str]) -> int:
    """Return where the word stands that says whether a distance lies above or below."""
    return max(distance.start(name) for name in ("above", "below", "more", "less"))


def _by_distance(distance: re.Match[str], words: tuple[_Word, ...]) -> str:
    """Return the direction of a distance: that from an earlier time, none from another place or a norm."""
    other = distance["other"] or distance["than"]
    # 高于全国同期2个百分点
    if other is not None and (_NORM.search(other) or not _TIME.search(other)):
        return NO_CHANGE
    sign = 1 if distance["above"] or distance["more"] else -1
    # 降幅比上年低2个百分点
    return _OF_SIGN[sign * next((word.sign for word in reversed(words) if word.is_rate), 1)]


def _by_verb(text: str, quantity: Quantity, phrase: Phrase, measure: str, words: tuple[_Word, ...]) -> str:
    """Return the direction that the last word of change gives, a verb."""
    left, last = phrase.left, words[-1]
    gap = left[last.end :]
    moved = words[-2] if len(words) > 1 and words[-2].is_rate and last.start - words[-2].end <= _FAR else None
    if _TO.match(gap):
        # 增速回落到5%, 降幅收窄到3.2%; but 人口自然增长率下降到5‰ falls
        if moved and not _OWN_RATE.search(left, 0, moved.end):
            return _OF_SIGN[moved.sign]
        # 增速由8%回落到5%
        if base := _FROM.search(text, max(quantity.clause, quantity.start - 60), quantity.start):
            return _OF_SIGN[_SIGNS[base["rate"] or base["first"]]]
        # 提高到45%, 由40%下降到38%
        return _OF_SIGN[last.sign]
    if not _governs(last, left, quantity, measure):
        return NO_CHANGE
    # 增速回落2个百分点, 降幅收窄2个百分点; 增长8%
    return _OF_SIGN[last.sign * (moved.sign if moved else 1)]


def _governs(last: _Word, left: str, quantity: Quantity, measure: str) -> bool:
    """Return whether a verb changes something by the value that follows the words."""
    verb, gap = left[last.start : last.end], left[last.end :]
    # 增长约8%
    if quantity.kind == "rate":
        return measure == "growth" or bool(_ADVERB.fullmatch(gap))
    # 提高城镇化率2个百分点, 增长近3倍
    if quantity.kind in _RATIOS:
        return len(gap) <= _FAR and not _PART.search(gap)
    # 减少贫困人口5万人; but 稳增长20条措施 counts what is done for growth
    act = (_OTHER_ACT if verb in _OF_THINGS else _ACT).search(gap)
    if len(gap) > _BEFORE_AMOUNT or act or (last.sign > 0 and left[: last.start].endswith(_FOR_GROWTH)):
        return False
    # 提升道路50公里 counts what is worked on
    if verb not in _UPGRADES:
        return True
    if verb in _SPEEDS or (quantity.kind == "count" and quantity.unit != _PLACES):
        return bool(_COMPARED.search(left))
    return bool(_SIZE.fullmatch(gap))


def _behind(phrase: Phrase, quantity: Quantity, indicator: str, measure: str) -> str:
    """Return the direction of a value that no word before it gives."""
    if quantity.kind == "rate" and (after := _AFTER.match(phrase.right.lstrip())):
        # 3%的负增长, 8%以上的增速
        return FALLS if after["fall"] else RISES if measure == "growth" else NO_CHANGE
    # 居民消费价格3%左右, 人口自然增长率8‰: rates of change by their nature
    grows = measure == "growth" and (indicator == "cpi" or quantity.unit == "‰")
    return RISES if grows else NO_CHANGE
