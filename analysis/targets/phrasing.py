"""Phrasing: the words of a statement around its number, and which indicators the number is said of.

`read_phrase` cuts out the words before and after a number (完成|土地收储13.76万亩: the quote begins behind the act) and
names the indicator. `assign_subjects` says of which indicator each number of a group is stated, where one phrase
distributes several values: 分别 (respectively) in order, 均 (each) the same one to all.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..language import alternation, load_lexicon
from .indicators import OTHER_INDICATOR, identify_indicator
from .quantities import Quantity


class Phrase(NamedTuple):
    """What a statement says beside its value."""

    start: int  # where its quote starts
    end: int
    left: str  # the words before the number, from the quote's start
    right: str  # the words after it in its clause
    subject: str  # the words that name the indicator; "" if an earlier statement names it
    indicator: str  # "" if an earlier statement names it
    is_named: bool  # a noun follows the number (滨州港5万吨级航道)


class Subject(NamedTuple):
    """An indicator as a text words it."""

    words: str
    indicator: str  # an entry of data/lexicon/indicators.yml


# The words around one number

_LONGEST = 60  # code points before a number that can name its indicator

# Words that lead to a statement and are not quoted: 力争|签约项目18个, 5月|签约项目18个
_LEAD = re.compile(
    r"""
    (?: [\s*“”"'、，,：:·—–－～~\-）)(（●]
      | 其中 | 同时 | 并且 | 以及 | 全年 | 预计 | 力争 | 确保 | 争取 | 今年 | 去年 | 年内 | 年底前
      | 和 | 及 | 与 | 并 | 且 | 将 | 要 | 使 | 让 | 分别
      | 年 (?! [均度产] )                                 # the end of 2024年; but 年均 belongs to the statement
      | 月 份? | 日 | 底 | 前 | 末 )+                      # the end of 5月, 6月底
    """,
    re.VERBOSE,
)
# Acts name nothing: 新增|企业25家 is about 企业 (firms)
_ACT = re.compile(rf"(?:{alternation(load_lexicon('statements')['acts']['words'])}|[\s“”、（）()*·]|20[0-9]{{2}}年)*+")
# Words of comparison and change alone: the indicator stands before them (，比1997年增长59.4%; ，是2010年的2.41倍)
_COMPARED = re.compile(
    r"""
    (?: (?:19|20)[0-9]{2} 年 (?:末|底)? | [一二三四五六七八九十两] 年             # 1997年, 五年
      | 上年 | 去年 | 同期 | 年均 | 平均 | 每年 | 年平均
      | 比 | 较 | 是 | 由 | 从 | 的 | 在 | 分别 | 均 | 都 | 同比 | 约 | 基础上 | 又 | 还
      | 增长 | 增加 | 提高 | 下降 | 降低 | 减少 | 上升 | 回落 | 净增 | 到 | 至 | 达到? | 实现 | 为
      | 低于 | 高于 | 超过 | 高出 | 快于 | 省定 | 市定 | 国家 | 省 | 市 | 全国 | 全省 | 全市  # 低于省定
      | 计划 | 目标 | 预期 | 控制 | 平均水平 | 水平
      | [ “”、，] )+
    """,
    re.VERBOSE,
)
_RIGHT = re.compile(r"[ ]?(?P<words>[^，,；;。！？!?\n：:、（）()…]{0,40})")
_LABEL = re.compile(r"[^，,；;。！？!?\n：:、“”\s0-9]{2,24}$")  # 国内生产总值（GDP）|：1.72万亿欧元
_NO_NOUN = re.compile(  # what follows a number and is not counted: 5个|增加到6个, 8%|的目标
    r"(?:增加|提高|上升|下降|降低|增长|减少|扩大)[到至].*|(?:的|之)?(?:目标|增速|增长|速度|水平|增幅|任务|比例|大关|台阶|以上|以内|左右|和|及|与|的|，|$)*[”“]?$"
)
_HARDENER = re.compile(r"(?P<word>力争|确保|争取|力保|必保|保证|冲刺|努力)[^，。；,;\n]{0,26}$")  # 力争|签约项目100个
_JOINT = re.compile("(?:力争|确保|争取|冲刺|和|及|与|到|至|、|达到?|[ “])*")  # 增长8%，|力争|9%
_DIGIT = re.compile("[0-9]")


def read_phrase(text: str, quantity: Quantity, after: int) -> Phrase:
    """Return the phrase of a quantity.

    Parameters
    ----------
    text
        The text in which the quantity was found.
    quantity
        A quantity of it.
    after
        Where the phrase may start at the earliest, within the clause: where the quantity before it ends.
    """
    floor = min(quantity.start, max(quantity.clause, after, quantity.start - _LONGEST))
    lead = _LEAD.match(text, floor, quantity.start)
    start = lead.end() if lead else floor
    left = text[start : quantity.start]
    acts = _ACT.match(left)
    named = left[acts.end() :] if acts else left
    named = "" if _COMPARED.fullmatch(named) or _COMPARED.fullmatch(left) else named
    right = words_after(text, quantity.end)
    noun = "" if quantity.kind == "rank" else _noun(right)
    end = quantity.end + len(noun)
    is_named = bool(noun)
    # 签约项目18个, 土地收储13.76万亩: the words before the number name the indicator
    if named:
        indicator = identify_indicator(left)
        # 投资增长|8%|高于全省: what follows a rate is not counted
        if quantity.kind not in ("count", "size", "number"):
            end = quantity.end
        # 新增省级|25家|企业: the noun behind it must help
        elif indicator == OTHER_INDICATOR:
            indicator = identify_indicator(left + noun)
        return Phrase(start, end, left, right, left.strip(), indicator, is_named)
    # 新建|5所|学校: the noun behind the number names it
    if noun:
        return Phrase(start, end, left, right, noun.strip(), identify_indicator(left + noun), is_named)
    # ，比上年增长|8%: an earlier statement names it, unless the acts themselves do
    indicator = identify_indicator(left)
    if indicator == OTHER_INDICATOR:
        return Phrase(start, end, left, right, "", "", is_named)
    return Phrase(start, end, left, right, left, indicator, is_named)


def read_label(text: str, colon: int, after: int) -> Phrase | None:
    """Return the phrase of the label before a colon (地区生产总值：增长7%), or None if it names no indicator."""
    label = _LABEL.search(text, max(after, colon - _LONGEST), colon)
    indicator = identify_indicator(label[0]) if label else OTHER_INDICATOR
    if not label or indicator == OTHER_INDICATOR:
        return None
    return Phrase(label.start(), colon, label[0], "", label[0], indicator, is_named=False)


def words_after(text: str, end: int) -> str:
    """Return the words of a clause after a number that ends at `end`."""
    match = _RIGHT.match(text, end)
    return match[0] if match else ""


def _noun(words: str) -> str:
    """Return the noun that a number counts, at the beginning of the words after it, or ""."""
    # 5个|的目标, 5个|的项目, 在8%与9%|之间
    if _NO_NOUN.fullmatch(words) or words.startswith(("的", "之间")):
        return ""
    # 5个|企业|3个…: the noun ends where the next number begins
    if digit := _DIGIT.search(words):
        words = words[: digit.start()]
    return words.rstrip("和及与 ")


def without_acts(words: str) -> str:
    """Return words without the acts at their start, which name nothing: 企业 of 新增企业."""
    return _ACT.sub("", words, count=1)


def continues_statement(phrase: Phrase) -> bool:
    """Return whether a number only continues the statement before it (增长8%，力争9%)."""
    return not phrase.indicator and bool(_JOINT.fullmatch(phrase.left))


def find_modifier(text: str, quantity: Quantity) -> str:
    """Return the hardener and the hedge of a quantity as printed, joined by … where there are two (力争…左右)."""
    hardener = _HARDENER.search(text, max(quantity.clause, quantity.start - 30), quantity.start)
    return "…".join(filter(None, (hardener["word"] if hardener else "", quantity.hedge)))


# Which indicators the numbers of a group are said of

_SECTORS = ("第一产业占比", "第二产业占比", "第三产业占比")
_SECTORAL = re.compile("产业|[一二三]产|经济结构|增加值")  # 三次产业比重, 一二三产比例
_NUMBERED = re.compile("[一二三]")
_ADJUSTED = re.compile("(?:现在|目前|逐步)?(?:调整|优化|提升|演[进变]|转[变化为]|变|改|升|发展|到|至)")
_WHOLE_NAMED = re.compile("[\u4e00-\u9fff]{2}(?<!结构)(?:比例|比重|构成|结构)")
_PARTS = re.compile(
    "([\u4e00-\u9fff]{1,6})、([\u4e00-\u9fff]{1,6})[、和]([\u4e00-\u9fff]{1,6}?)的?(?:比例|比重|结构|之比)"
)
_RESPECTIVELY = re.compile("分别|分列|依次")
# 均下降3.5%; but 人均, 均衡 (balanced), 均价 (mean price), and 年均 only within a phrase: A和B年均增长8%
_EACH = re.compile("(?<![年月日人户亩平])均(?!可|衡|等|价)|都|双双")
_EACH_NAMED = re.compile("(?<![月日人户亩])[年平]?均(?!可|衡|等|价)|都|双双")
_SPLIT = re.compile("、|和|与|及|以及|，")
_AND = re.compile("和|及|与|、")
_RATES = ("rate", "doubling")
# Indicators named whole, so that the rate behind a second one is theirs too: 经济总量|和固定资产投资五年翻番
_WHOLE = re.compile("(?:总值|增加值|产值|总量|投资|收入|总额|零售额|出口|外资|资金|税收|GDP|价格|能耗|排放量|贷款)$")
_RESIDENTS = re.compile(".{0,8}(?:城镇|城市|农村|农民|农牧民|居民|城乡)")


def assign_subjects(phrase: Phrase, group: Sequence[Quantity], earlier: Sequence[Subject]) -> list[Subject]:
    """Return the subject of every quantity of a group; more subjects than quantities where 均 says one value of each.

    Parameters
    ----------
    phrase
        The phrase of the first quantity.
    group
        The quantities that belong together, one or more.
    earlier
        The subjects of the rows before in the sentence, in text order.
    """
    # 三次产业结构调整为20.5:52.1:27.4
    if group[0].kind == "structure":
        return _subjects_of_structure(phrase, len(group), earlier)
    # 地区生产总值、财政收入分别增长8%、9%
    if handed := _respective_subjects(phrase, len(group), earlier):
        return handed
    # 能耗和二氧化碳排放量均下降3.5%
    if each := subjects_of_each(phrase.left, group[0].kind):
        return each
    # 地区生产总值增长6%-6.5%
    if phrase.indicator:
        return [Subject(phrase.subject, phrase.indicator)] * len(group)
    # 地区生产总值160亿元，财政收入5亿元，均增长8%
    distinct = list({subject.indicator: subject for subject in earlier}.values())[-2:]
    if says_each(phrase.left) and len(distinct) == 2:
        return distinct
    # 地区生产总值160亿元，同比增长2%: the subject before it
    return [earlier[-1] if earlier else Subject(phrase.left.strip(), OTHER_INDICATOR)] * len(group)


def _subjects_of_structure(phrase: Phrase, count: int, earlier: Sequence[Subject]) -> list[Subject]:
    """Return the subjects of the shares of a structure: the three sectors, unless other parts are named."""
    # 粮、经、饲比例由…: the parts are named; but 一、二、三产 are the sectors
    parts = _PARTS.search(phrase.left)
    if parts and not _NUMBERED.search(parts[0]):
        return [Subject(part, identify_indicator(part)) for part in parts.groups()]
    # 三次产业结构由…, 经济结构由…
    if not _SECTORAL.search(phrase.left):
        # …由79:12:9|调整为59:18:23: the parts of the structure before
        if _ADJUSTED.match(phrase.left) and len(earlier) >= count:
            return list(earlier[-count:])
        # 粮经饲比例由79:12:9: the whole alone is named
        if _WHOLE_NAMED.search(phrase.left):
            return [Subject(phrase.subject, phrase.indicator or OTHER_INDICATOR)] * count
    return [Subject(words, OTHER_INDICATOR) for words in _SECTORS]


def _respective_subjects(phrase: Phrase, count: int, earlier: Sequence[Subject]) -> list[Subject]:
    """Return the subjects to which 分别 distributes the values, in the phrase or before it; none without 分别."""
    if not says_respectively(phrase.left):
        return []
    # 地区生产总值、财政收入|分别|增长8%、9%
    if words := without_acts(_RESPECTIVELY.split(phrase.left)[0]):
        return [Subject(part, identify_indicator(part)) for part in split_subjects(words, count)]
    # 城镇居民收入12453元，农民收入5880元，|分别|增长59.4%和56.3%
    return list(earlier[-count:]) if len(earlier) >= count else []


def is_range(lower: Quantity, upper: Quantity, between: str) -> bool:
    """Return whether two quantities are the ends of a range (8%|到|9%, 七||八百人) or of a change (由8%|到|9%)."""
    joint = between.strip()
    # the ends of a range have what parts them as their hedge
    if (lower.relation, upper.relation) == (">=", "<="):
        return lower.hedge == upper.hedge == joint
    return joint in ("到", "至") and lower.kind == upper.kind


def says_respectively(left: str) -> bool:
    """Return whether the words before a number distribute values in order (分别, respectively)."""
    return bool(_RESPECTIVELY.search(left))


def says_each(left: str) -> bool:
    """Return whether the words before a number state it of each of several indicators (均, each)."""
    return bool(_EACH.search(left))


def subjects_of_each(left: str, kind: str) -> list[Subject]:
    """Return the indicators of which a number states the same value (A和B均下降3.5%, A和B五年翻番).

    The list is empty unless each has an id of its own. Without 均 the indicators must be named whole, and the number be
    a rate or a doubling.
    """
    words = [part for part in _AND.split(_EACH_NAMED.split(left)[0]) if part]
    if len(words) < 2 or not (_EACH_NAMED.search(left) or (kind in _RATES and all(map(_WHOLE.search, words[:-1])))):
        return []
    found = [Subject(part, identify_indicator(part)) for part in words]
    ids = {subject.indicator for subject in found}
    return found if len(ids) == len(found) and OTHER_INDICATOR not in ids else []


def split_subjects(subject: str, count: int) -> list[str]:
    """Return the subjects to which 分别 distributes `count` values in order.

    城镇和农村居民人均可支配收入 gives 城镇居民 and 农村居民 their incomes; 城乡居民 means both.
    """
    words = [part for part in _SPLIT.split(_RESPECTIVELY.split(subject)[0]) if part]
    # 城乡居民人均可支配收入: urban and rural
    if len(words) < count and "城乡" in subject and count == 2:
        return [subject.replace("城乡", "城镇"), subject.replace("城乡", "农村")]
    # more or fewer names than values: all values are of the whole
    if len(words) != count:
        return [subject] * count
    # 城镇|和|农村居民人均可支配收入: the first gets the noun of the last
    if "收入" in words[-1]:
        tail = "居民人均可支配收入"
        named = [word if "收入" in word else word.removesuffix("居民") + tail for word in words]
        words = [full if _RESIDENTS.match(word) else word for word, full in zip(words, named, strict=True)]
    # 重点|、|一般|、|污染物排放量: what names nothing alone is read with the last
    elif identify_indicator(words[-1]) != OTHER_INDICATOR:
        last = words[-1]
        words = [word if identify_indicator(word) != OTHER_INDICATOR else word + "、" + last for word in words]
    return words
