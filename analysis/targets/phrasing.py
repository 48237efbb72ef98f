"""Phrasing: the words of a statement around its number, and which indicators the number is said of.

`read_phrase` cuts out the words before and after a number (完成|土地收储13.76万亩: the quote begins behind the act) and
names the indicator. `assign_subjects` says of which indicator each number of a group is stated, where one phrase
distributes several values: 分别 (respectively) in order, 均 (each) the same one to all.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..language import alternation, load_lexicon
from ..texts.damage import LOST
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
_ACTS = load_lexicon("statements")["acts"]["words"]
# 收入达到1220元，扣除物价上涨因素，|比上年增长5%: what is taken out names nothing
_TAKEN_OUT = "(?:(?:扣除|剔除|考虑)[^，。；、0-9]{0,8}价[^，。；、0-9]{0,6}因素|按(?:可比|不变)(?:价格?|口径)?计算)"
# Acts name nothing: 新增|企业25家 is about 企业 (firms)
_ACT = re.compile(rf"(?:{_TAKEN_OUT}|{alternation(_ACTS)}|[\s“”、（）()*·]|20[0-9]{{2}}年)*+")
# The act of a list holds for each of its members: 净增|企业40户、商户80户
_LISTED = re.compile(f"(?:{alternation([*_ACTS, '净增'])})*+")
# Words of comparison and change alone: the indicator stands before them (，比1997年增长59.4%; ，总量居全省|第3位).
# Of words that begin alike the longer stands first, as the pattern never goes back.
_COMPARED = re.compile(
    r"""
    (?: (?:19|20)[0-9]{2} 年? [末底]? | [一二三四五六七八九十两] 年 前?              # 1997年, 五年
      | “? (?: 十 [一二三四五]? | [九八七] ) 五 ”? (?: 时期 | 期间 | 期末 | 末 )?    # 是“十二五”末的
      | 上年 | 去年 | 同期 | 年均 | 平均 | 每年 | 年平均 | 年初 | 前五年 | 上个五年 | 首次 | 连续
      | 增长 | 增加 | 增至 | 增速 | 增幅 | 增量 | 提高 | 下降 | 降低 | 减少 | 上升 | 回落 | 净增 | 升至 | 突破
      | 总量 | 总额 | 总数 | 总规模 | 处理能力 | 余额 | 占比 | 比重 | 数量
      | 低于 | 高于 | 超过 | 高出 | 快于 | 超 | 过
      | 省定 | 市定 | 省会城市 | 副省级城市 | 同类城市 | 西部 | 中部 | 东部
      | 国家 | 全国 | 全省 | 全市 | 全区 | 全州 | 省 | 市
      | 位居 | 居 | 位列 | 列 | 名列 | 排名 | 排 | 跃居 | 稳居 | 保持 | 已
      | 比 | 较 | 是 | 由 | 从 | 的 | 在 | 分别 | 均 | 都 | 同比 | 环比 | 约 | 基础上 | 又 | 还 | 双双
      | 到 | 至 | 达到? | 实现 | 为
      | 计划 | 目标 | 预期 | 控制 | 水平
      | [ “”、，] )++
    """,
    re.VERBOSE,
)
# ，占全省|31%: a share of what the statement before it names; but 占地 (to cover land) names land
_SHARE_ALONE = re.compile("(?:约|均|分别|并|已)?占(?!地(?!区|方)|用|补|比|道)")
_CLAUSES = re.compile("[，,；;：:]")
_COUNTED = ("count", "size", "number")  # kinds of units behind which the noun stands that is counted
_DONE = re.compile(
    "(?:交付|使用|建成|投用|投产|竣工|完工|开工|建设|主体|封顶|投入|全部|已|顺利|全面|完成|运营|开业|达产)+"
)
# 产值突破6000亿元、市场主体突破|40万家: a number that was turned down ends the words of its own indicator
_BEFORE_OWN = re.compile(r".*[0-9][^0-9、，]{1,4}、(?=.)", re.DOTALL)
_RIGHT = re.compile(r"[ ]?(?P<words>[^，,；;。！？!?\n：:、（）()…]{0,40})")
_LABEL = re.compile(r"[^，,；;。！？!?\n：:、“”\s0-9]{2,24}$")  # 国内生产总值（GDP）|：1.72万亿欧元
_NO_NOUN = re.compile(  # what follows a number and is not counted: 5个|增加到6个, 8%|的目标
    r"(?:增加|提高|上升|下降|降低|增长|减少|扩大)[到至].*|之?(?:目标|增速|增长|速度|水平|增幅|任务|比例|大关|台阶|以上|以内|左右|和|及|与|的)*[”“]?"
)
_NO_NOUN_STARTS = frozenset(_NO_NOUN.pattern)  # a cheap look: what it matches begins with a character of its own
_HARDENER = re.compile(r"(?P<word>力争|确保|争取|力保|必保|保证|冲刺|努力)[^，。；,;\n]{0,26}$")  # 力争|签约项目100个
_JOINT = re.compile("(?:力争|确保|争取|冲刺|和|及|与|到|至|、|达到?|[ “])*")  # 增长8%，|力争|9%
_DIGIT = re.compile(f"[0-9{LOST}]")
_NUMERAL = re.compile(f"[0-9{LOST}]|[一二三四五六七八九十百千][亿万个项家所]")


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
    alone = _COMPARED.fullmatch(named) or (named != left and _COMPARED.fullmatch(left)) or _SHARE_ALONE.match(left)
    named = "" if alone else named
    right = words_after(text, quantity.end)
    noun = "" if quantity.kind == "rank" else _noun(right)
    end = quantity.end + len(noun)
    is_named = bool(noun)
    # 12个安置区主体封顶，2个|交付使用: acts alone name nothing
    noun = "" if noun and _DONE.fullmatch(noun) else noun
    # 签约项目18个, 土地收储13.76万亩: the words before the number name the indicator
    if named:
        # 投资增长|8%|高于全省: what follows a rate is not counted
        if quantity.kind not in _COUNTED:
            end, noun = quantity.end, ""
        # 净增企业40户、|商贸企业|80户: the act of the list holds for each of its members
        listed = _LISTED.match(text, quantity.clause, start) if start > quantity.clause and left == named else None
        act = listed[0] if listed else left[: len(left) - len(named)]
        indicator = _named_indicator(quantity, act, left if not listed else act + left, noun)
        return Phrase(start, end, left, right, left.strip(), indicator, is_named)
    # 新建|5所|学校: the noun behind the number names it
    if noun:
        return Phrase(start, end, left, right, noun.strip(), _identify(left + noun, quantity), is_named)
    # |80%|的企业: the noun that the share is of
    if quantity.kind in ("rate", "fraction") and not left and right.startswith("的") and not _NO_NOUN.fullmatch(right):
        return Phrase(start, end, left, right, right[1:].strip(), _identify(right[1:], quantity), is_named)
    # ，比上年增长|8%: an earlier statement names it, unless the acts themselves do
    indicator = OTHER_INDICATOR if alone else _identify(re.sub(_TAKEN_OUT, "", left), quantity)
    if indicator == OTHER_INDICATOR:
        # 棚户区改造扎实推进，开工|4673套: the clause before it, if that states no number itself and is no label
        is_label = text.startswith(":", quantity.clause - 1)
        before = _clause_before(text, quantity) if after <= quantity.clause and not is_label else ""
        indicator = _identify(before, quantity)
        subject = (before, indicator) if indicator != OTHER_INDICATOR else ("", "")
        return Phrase(start, end, left, right, *subject, is_named)
    return Phrase(start, end, left, right, left, indicator, is_named)


def _clause_before(text: str, quantity: Quantity) -> str:
    """Return the words of the clause before that of a quantity in its sentence, or "" if there is a number in them."""
    end = max(quantity.sentence, quantity.clause - 1)
    words = text[max(quantity.sentence, end - _LONGEST) : end]
    # 人均纯收入，扣除物价上涨因素，|比上年增长5%: the clause before what is taken out
    words = _CLAUSES.split(re.sub(f"[，,]?{_TAKEN_OUT}$", "", words))[-1].strip()
    return "" if _NUMERAL.search(words) else words


def _identify(words: str, quantity: Quantity) -> str:
    return identify_indicator(words, quantity.kind, quantity.unit or "")


def _named_indicator(quantity: Quantity, act: str, words: str, noun: str) -> str:
    """Return the indicator of a number with words before it, that begin with an act, and perhaps a noun behind it."""
    before = "、" in words and _BEFORE_OWN.match(words)
    own = words[before.end() :] if before else words
    if not noun:
        return _identify(own, quantity)
    # 开工建设红旗大桥等|46项|工程: the noun behind it is counted, and 等 ends mere examples of it
    indicator = _identify(act + noun, quantity)
    if indicator == OTHER_INDICATOR and not words.endswith("等"):
        # 新增省级|25家|企业: both together name it
        indicator = _identify(own + noun, quantity)
    return indicator


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
    if not words or (words[0] in _NO_NOUN_STARTS and _NO_NOUN.fullmatch(words)) or words.startswith(("的", "之间")):
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
    if not hardener:
        return quantity.hedge
    return f"{hardener['word']}…{quantity.hedge}" if quantity.hedge else hardener["word"]


# Which indicators the numbers of a group are said of

_KINDS_OF_PROJECTS = ("projects_signed", "projects_started")
_LARGER = re.compile("(?:总?投资)?[超过]?[0-9.]*[十百千]?亿(?:元|美元)?(?:及?以上)?的?(?:[大重]?项目)?(?:达到?|超过?)?")
_SECTORS = ("第一产业占比", "第二产业占比", "第三产业占比")
_SECTORAL = re.compile("产业|[一二三]产|经济结构|增加值")  # 三次产业比重, 一二三产比例
_NUMBERED_SECTOR = re.compile("[一二三]")
_ADJUSTED = re.compile("(?:现在|目前|逐步)?(?:调整|优化|提升|演[进变]|转[变化为]|变|改|升|发展|到|至)")
_WHOLE_NAMED = re.compile("[\u4e00-\u9fff]{2}(?<!结构)(?:比例|比重|构成|结构)")
_PARTS = re.compile(
    "([\u4e00-\u9fff]{1,6})、([\u4e00-\u9fff]{1,6})[、和]([\u4e00-\u9fff]{1,6}?)的?(?:比例|比重|结构|之比)"
)
_RESPECTIVELY = re.compile("分别|分列|依次")
# 规上工业产值、增加值达到|9亿元和3亿元, 城镇和农村居民收入达到|3万元和1.2万元: two names, two values, no 分别
_TWO_NAMES = re.compile(
    r"""
    (?: (?: 城乡 | (?:城镇|城市) [^，]{0,16} [、和与] [^，]{0,4} 农 ) [^，、和与]{0,16} 收入
      | 工业 [^，、和与]{0,8} 产值 [、和与] [^，、和与]{0,8} 增加值 )
    (?: 达到? | 为 | 实现 | 完成 | 预计 | 年均 | 实际 | 同比 | 增长 | 提高到 | 增加到 | 突破 | 超过 )*+ $
    """,
    re.VERBOSE,
)
# 均下降3.5%; but 人均, 均衡 (balanced), 均价 (mean price), and 年均 only within a phrase: A和B年均增长8%
_EACH = re.compile("(?<![年月日人户亩地平])均(?!可|衡|等|价)|都|双双")
_EACH_NAMED = re.compile("(?<![月日人户亩地])[年平]?均(?!可|衡|等|价)|都|双双")
_SPLIT = re.compile("、|和|与|及|以及|，")
_AND = re.compile("和|及|与|、")
_JOINING = frozenset("和及与、")  # a cheap look: most phrases have none
_RATES = ("rate", "doubling")
# Indicators named whole, so that the rate behind a second one is theirs too: 经济总量|和固定资产投资五年翻番
_WHOLE = re.compile("(?:总值|增加值|产值|总量|投资|收入|总额|零售额|出口|外资|资金|税收|GDP|价格|能耗|排放量|贷款)$")
_SHARED_NOUN = re.compile("(?:增加值|总产值|产值|投资|进出口额?|出口额?)(?:增速|占比)?$")
_NO_HEAD = re.compile("[业品伏电车]$")
_OF_INDUSTRY = re.compile("(?P<whose>.*工业(?:企业)?)(?:完成|实现)?(?:总产值|产值|增加值)$")
_INDUSTRIAL = re.compile("(?:完成|实现)?(?:总产值|产值|增加值)")
_OWN_NAME = re.compile(".[率量数值额耗]$|收入$|比重$|占比$")
_RESIDENTS = re.compile("(?!.*收入).{0,8}(?:城镇|城市|农村|农民|农牧民|居民|城乡)")


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
    # 新引进过亿元项目20个，其中|10亿元以上项目|3个: some of those before
    some = earlier and earlier[-1].indicator in _KINDS_OF_PROJECTS and _LARGER.fullmatch(phrase.subject)
    # 地区生产总值增长6%-6.5%
    if indicator := earlier[-1].indicator if some else phrase.indicator:
        return [Subject(phrase.subject, indicator)] * len(group)
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
    if parts and not _NUMBERED_SECTOR.search(parts[0]):
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
    if not says_respectively(phrase.left) and not (count == 2 and names_two(phrase.left)):
        return []
    # 城镇居民收入和农民收入|分别|增长12%: one value of both
    if count == 1 and (each := subjects_of_each(_RESPECTIVELY.sub("均", phrase.left, count=1), "")):
        return each
    # 地区生产总值、财政收入|分别|增长8%、9%; 城镇居民收入和农民收入，2000年|分别|达到6280元和2253元
    before = phrase.subject if phrase.subject not in phrase.left and _WHOLE.search(phrase.subject) else ""
    if words := without_acts(_RESPECTIVELY.split(phrase.left)[0]) or before:
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
    return "分别" in left or "分列" in left or "依次" in left  # asked of every number: faster than the pattern


def names_two(left: str) -> bool:
    """Return whether the words before a number name two indicators of which two values state one each, without 分别."""
    return ("收入" in left or "产值" in left) and bool(_TWO_NAMES.search(left))


def says_each(left: str) -> bool:
    """Return whether the words before a number state it of each of several indicators (均, each)."""
    return bool(_EACH.search(left))


def subjects_of_each(left: str, kind: str) -> list[Subject]:
    """Return the indicators of which a number states the same value (A和B均下降3.5%, A和B五年翻番).

    The list is empty unless each has an id of its own. Without 均 the indicators must be named whole, and the number be
    a rate or a doubling.
    """
    if _JOINING.isdisjoint(left):
        return []
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
    # 农业|、|规上工业|、|服务业增加值: all get the noun of the last
    if noun := _SHARED_NOUN.search(words[-1]):
        words = [word + noun[0] if _NO_HEAD.search(word) else word for word in words]
    # 城镇|和|农村居民人均可支配收入: the first gets the noun of the last
    if "收入" in words[-1]:
        tail = "居民人均可支配收入"
        words = [own.removesuffix("居民") + tail if _RESIDENTS.match(own) else own for own in words]
    # 规上工业|产值|、|增加值: the later ones are of the same industry as the first
    elif front := _OF_INDUSTRY.match(words[0]):
        words = [words[0], *(front["whose"] + word if _INDUSTRIAL.match(word) else word for word in words[1:])]
    # 重点|、|一般|、|污染物排放量: what names nothing alone is read with the last; 水耗、能耗 are two names
    elif identify_indicator(words[-1]) != OTHER_INDICATOR:
        words = [word if _names_itself(word) else f"{word}、{words[-1]}" for word in words]
    return words


def _names_itself(words: str) -> bool:
    return bool(_OWN_NAME.search(words)) or identify_indicator(words) != OTHER_INDICATOR
