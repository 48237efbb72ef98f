"""Whose value a number states: the indicator in its phrase, those that 分别 and 均 share it with, or an earlier one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis import indicators, phrasing
from analysis.phrasing import Phrase
from analysis.quantities import Quantity


class Subject(NamedTuple):
    """An indicator as a text words it."""

    words: str
    indicator: str  # an entry of data/lexicon/indicators.yml


_SECTORS = ("第一产业占比", "第二产业占比", "第三产业占比")
_SHARED = re.compile("分别|分列|依次")
_EACH = re.compile("均(?!可|衡|等|价)|都|双双")
_SPLIT = re.compile("、|和|与|及|以及|，")
_AND = re.compile("和|及|与|、")
_RATES = ("rate", "doubling")
_WHOLE = re.compile("(?:总值|增加值|产值|总量|投资|收入|总额|零售额|出口|外资|资金|税收|GDP|价格|能耗|排放量|贷款)$")
_RESIDENTS = re.compile(".{0,8}(?:城镇|城市|农村|农民|农牧民|居民|城乡)")


def of(phrase: Phrase, group: Sequence[Quantity], earlier: Sequence[Subject]) -> list[Subject]:
    """Return the subject of every quantity of a group; more of them where 均 says one value of several.

    Parameters
    ----------
    phrase
        The phrase of the first quantity.
    group
        The quantities that are handed out together, one or more.
    earlier
        The subjects of the rows before in the sentence, in text order.
    """
    if group[0].kind == "structure":
        return [Subject(words, indicators.OTHER) for words in _SECTORS]
    if handed := _handed_out(phrase, len(group), earlier):
        return handed
    if each := each_subject(phrase.left, group[0].kind):
        return each
    if phrase.indicator:
        return [Subject(phrase.subject, phrase.indicator)] * len(group)
    distinct = list({subject.indicator: subject for subject in earlier}.values())[-2:]
    if is_each(phrase.left) and len(distinct) == 2:
        return distinct
    return [earlier[-1] if earlier else Subject(phrase.left.strip(), indicators.OTHER)] * len(group)


def _handed_out(phrase: Phrase, count: int, earlier: Sequence[Subject]) -> list[Subject]:
    """Return the subjects to which 分别 hands the values, named in the phrase or before it; none without 分别."""
    if not is_shared(phrase.left):
        return []
    if words := phrasing.named_before(_SHARED.split(phrase.left)[0]):
        return [Subject(part, indicators.identify(part)) for part in parts(words, count)]
    return list(earlier[-count:]) if len(earlier) >= count else []


def is_shared(left: str) -> bool:
    """Return whether the words before a number hand out values in order (分别)."""
    return bool(_SHARED.search(left))


def is_each(left: str) -> bool:
    """Return whether the words before a number state it of each of several indicators (均)."""
    return bool(_EACH.search(left))


def each_subject(left: str, kind: str) -> list[Subject]:
    """Return the indicators of which a number states the same value (A和B均下降3.5%, A和B五年翻番).

    None unless each has an id of its own; without 均 each must be whole, and the number a rate or a doubling.
    """
    words = [part for part in _AND.split(_EACH.split(left)[0]) if part]
    if len(words) < 2 or not (is_each(left) or (kind in _RATES and all(map(_WHOLE.search, words[:-1])))):
        return []
    found = [Subject(part, indicators.identify(part)) for part in words]
    ids = {subject.indicator for subject in found}
    return found if len(ids) == len(found) and indicators.OTHER not in ids else []


def parts(subject: str, count: int) -> list[str]:
    """Return the subjects that 分别 hands out to `count` values in order.

    城镇和农村居民人均可支配收入 hands 城镇居民 and 农村居民 their incomes; 城乡居民 is both.
    """
    words = [part for part in _SPLIT.split(_SHARED.split(subject)[0]) if part]
    if len(words) < count and "城乡" in subject and count == 2:
        return [subject.replace("城乡", "城镇"), subject.replace("城乡", "农村")]
    if len(words) != count:
        return [subject] * count
    if "收入" in words[-1]:
        tail = "居民人均可支配收入"
        named = [word if "收入" in word else word.removesuffix("居民") + tail for word in words]
        words = [full if _RESIDENTS.match(word) else word for word, full in zip(words, named, strict=True)]
    elif indicators.identify(words[-1]) != indicators.OTHER:
        last = words[-1]
        words = [word if indicators.identify(word) != indicators.OTHER else word + "、" + last for word in words]
    return words
