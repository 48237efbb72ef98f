"""The grammar of numeric phrases: their type, their digits and the number they announce.

一业三保七有 is a compression of the digits 1, 3 and 7 and announces 11 things. Everything here looks at a phrase alone,
wherever it stands: `slogan_type`, `slogan_digits` and `announced_count` say of a name what the slogan table says of it.
"""

import functools
import re

from ..characters import RULED_HAN
from ..language import NumeralError, alternation, load_lexicon, numeral_value

NUMERALS = "一二三四五六七八九十两双百千万亿"
"""The characters by which a phrase may count. 零 stands for absence (零排放) and 多 for no number."""

_WORDS = {entry: fields["words"] for entry, fields in load_lexicon("slogans").items()}
_REFUSED_WORDS = {entry: fields["words"] for entry, fields in load_lexicon("refusals").items()}
CLASSIFIERS = "".join(_WORDS["classifiers"])
"""The words that count things one by one, each a single character: 大, 个, 项, 条 …"""

# Words whose numeral counts nothing: 一以贯之 (an idiom), 四川, 一体化. 一体 counts in 五位一体, and 单一 in 三单一网.
_UNCOUNTED = re.compile(
    rf"""
      {alternation(_REFUSED_WORDS["idiom"] + _REFUSED_WORDS["unnumbered"])}
    | (?<! 位 ) 一体 | (?<! [{NUMERALS}] ) 单一
    | 海峡两岸 | ^ 两岸 (?! [四融一] | $ )                          # 海峡两岸; but 一江两岸, 两岸四地
    | [\[〔﹝【［] [0-9]{{1,3}} [\]〕﹞】］]                         # 智慧海南[46]: the number of a note
    | [0-9一二三四五六七八九十]+ 世纪                              # 21世纪
    """,
    re.VERBOSE,
)


def blank_idioms(phrase: str) -> str:
    """Return the phrase with idioms and uncounting words blanked at their length (三个一体化 -> 三个□□□)."""
    return _UNCOUNTED.sub(lambda match: "□" * len(match[0]), phrase)


# Names of a coordination before its first and after its last numeral.
_UNCOUNTED_NAMES = re.compile(
    rf"^ (?: [^{NUMERALS}0-9NXnx、，,]+ [、，,] )+ | (?: [、，,] [^{NUMERALS}0-9NXnx、，,]+ )+", re.VERBOSE
)


@functools.lru_cache(maxsize=65_536)
def without_uncounted_names(phrase: str) -> str:
    """Return the names of a coordination from the first with a numeral to the last (一核、两区|、多园)."""
    if "、" not in phrase and "，" not in phrase and "," not in phrase:
        return phrase
    spans = [match.span() for match in _UNCOUNTED_NAMES.finditer(blank_idioms(phrase))]
    start = spans[0][1] if spans and spans[0][0] == 0 else 0
    end = spans[-1][0] if spans and spans[-1][0] >= start and spans[-1][1] == len(phrase) else len(phrase)
    return phrase[start:end] or phrase


# Types.

_CAMPAIGN = alternation([*_WORDS["campaigns"], "计划", "规划", "方案", "工程", "禁渔", "禁捕"])
_COUNT = rf"(?:[0-9]+|[{NUMERALS}]+)"
_FEW = "(?:[0-9]+|[一二三四五六七八九十两]+)"  # 千县工程 has a round number, it does not list
_HAN = f"[{RULED_HAN}]"
_STAGE = rf"[^年，,、{NUMERALS}]"

_FORMULA = re.compile(
    r"""
      (?: [0-9]{1,4} | N ) (?: [+] (?: [0-9]{1,4} | [NXnx] ) )+             # 1+1269, 2+6, 1+N+X
    | (?<= [\u4e00-\u9fff] ) [0-9]{3,6} (?<! 00 )                         # 渝西122工程
      (?= 工程 | 计划 | 行动 | 战略 | 体系 | 模式 | 工作法 )
    | ^ [0-9]{2,5} [NX] $                                                 # 415X, before the digits alone
    | ^ [0-9]{3,6} (?! [0-9年月日天米元条家个户项件名人万亿公强佳字%％] )       # 1333, 12345; but 300米见绿 measures
    """,
    re.VERBOSE,
)
_SECOND_START = re.compile("[二再]次创业")  # 二次创业, the second founding of a zone
_ORDINAL = re.compile(
    rf"""
      第一 (?! [轮批期届个] )      # 第一要务, 第一战场; but 第一轮, 第一批 count
    | [一1]号 (?! 线 )            # 1号工程; but 一号线 is a metro line
    | {_SECOND_START.pattern}
    """,
    re.VERBOSE,
)
STAGED_PHRASE = re.compile(
    rf"""
      (?: [{NUMERALS}] 年 {_STAGE}{{1,9}} (?: 、 {_STAGE}{{1,9}} )? [，,、]? ){{2,}}   # 两年苦干、三年成形
    | [{NUMERALS}] 年 (?! {_CAMPAIGN} | [内一不过] | 目标 | 义务 | 评 | 磨 )
      {_STAGE}{{2,5}} (?<! 计划 | 规划 | 工程 | 行动 | 方案 ) $                        # 三年成形; not 三年行动, 三年内
    """,
    re.VERBOSE,
)
"""Stages of years, alone or one after the other."""
_ARTICLES = re.compile(
    rf"(?P<count>{_COUNT}) 条 (?: 硬? (?: 措施 | 意见 | 政策 | 新政 | 举措 ) )? $",  # 人才金政20条, 20条硬措施
    re.VERBOSE,
)
_ROUND = re.compile(
    rf"""
      [0-9百千十] [强佳优]                                # 500强, 百佳
    | ^ (?: 世界 | 全球 | 中国 | 全国 | 全省 | 亚洲 | 国内 ) {_HAN}{{0,6}} 十大    # 中国十大品牌城市
    | (?: 大干 | 奋战 | 决战 | 大战 | 苦干 ) {_COUNT} [天日]        # 大干100天
    | {_COUNT} [年日天] .{{0,8}} (?: {_CAMPAIGN} )           # 国企改革三年行动, 百日攻坚
    | {_COUNT} (?: 分钟 | 刻钟 | 小时 ) .{{0,8}} 圈          # 15分钟生活圈
    """,
    re.VERBOSE,
)
_LIST = re.compile(
    rf"""
      ^ [^{NUMERALS}0-9]{{0,12}} {_FEW} [{CLASSIFIERS}]                                   # 六个北海, 促消费十大行动
    | ^ 新? {_FEW} {_HAN} (?: 设施 | 行业 | 企业 | 场所 | 人员 | 车辆 ) $                        # 四新设施, 五小行业
    | ^ [三四五六七八九十] 轮驱动 $                                                        # 四轮驱动; but 双轮驱动
    | ^ (?: {_HAN}{{0,3}}新 )? {_FEW} 小? (?: {alternation(_WORDS["noun_morphemes"])} )
      (?: 工程 | 行动 | 问题 | 产业 | 经济 )? $                                            # 四风, 佛山新八景, 四风问题
    | ^ 一 [^{NUMERALS}、]{{2,4}} (?: 、 一 [^{NUMERALS}、]{{2,4}} ){{2,}} $               # 一环线、一核心区、一网络
    """,
    re.VERBOSE,
)
_PAIR_OF_ONE = re.compile(rf"^ 一 [^{NUMERALS}、]{{1,4}} 一 [^{NUMERALS}、]{{1,5}} $", re.VERBOSE)  # 一支部一特色
_CHAIN_OF_ONE = re.compile(  # 一网办、一门办、一次办; 一张蓝图、一个平台、一套机制
    """
      ^ 一[^一、](?P<last>[^一、]) (?: 、一[^一、](?P=last) ){2,} $
    | ^ 一[张套支本个条站][^一、]{2,6} (?: 、一[张套支本个条站][^一、]{2,6} ){2,} $
    """,
    re.VERBOSE,
)
_PAIRED_ROUNDS = re.compile(r"(?: [二三四五六七八九两双十] [百千万] ){2,}", re.VERBOSE)  # 五百三千
_ROUND_NUMBER = re.compile("[百千万亿]")  # 百名干部联百企


@functools.lru_cache(maxsize=65_536)
def slogan_type(phrase: str) -> str:
    """Return the type of a slogan: formula, ordinal, staged, round, list or compression.

    The first case that fits decides; what fits none is a compression (三提三争, 双控, 六高).
    """
    counted = blank_idioms(without_uncounted_names(phrase))  # 一核、两区、多园 is of the type of 一核、两区
    counts_several = counted.startswith(tuple("二三四五六七八九十两"))  # 五个第一 lists, it does not rank
    cases = (
        ("formula", _FORMULA),  # 1+1269
        ("ordinal", _SECOND_START if counts_several else _ORDINAL),  # 第一要务
        ("compression", _PAIR_OF_ONE),  # 一企一策; before lists, since 一个 of 一个支部一个堡垒 would be one
        ("compression", _CHAIN_OF_ONE),  # 一网办、一门办、一次办: of one verb, unlike 一环线、一核心区、一网络
        ("staged", STAGED_PHRASE),  # 一年强基、二年培优
        ("round", _ARTICLES),  # 人才金政20条; before lists, since 条 is a classifier
        ("round", _ROUND),  # 三年行动
        ("list", _LIST),  # 六个北海
        ("compression", _PAIRED_ROUNDS),  # 五百三千
        ("round", _ROUND_NUMBER),  # 百名干部联百企
    )
    return next((name for name, pattern in cases if pattern.search(counted)), "compression")


# Digits.

_PLACE_VALUE = re.compile("[十百千万亿]")
_DIGIT_RUN = re.compile(rf"[0-9]+|[{NUMERALS}]+|(?<![A-Za-z])[NXnx](?![A-Za-z])")
_SEPARATE = re.compile(r"[十百千万]{3,} | [十百]千 | 千万 | 百十 | 千百", re.VERBOSE)  # 百千万, 千万
_DIGIT_AND_PLACE = re.compile("([二三四五六七八九两])([百千万])")
_COUNTED_BY = tuple("个只家户人名亩吨斤里米元头株套辆件")


@functools.lru_cache(maxsize=65_536)
def slogan_digits(phrase: str) -> tuple[int | str, ...]:
    """Return the numerals of a slogan in order; N and X stay letters.

    The terms of a formula are read digit by digit (1+838 is 1, 8, 3, 8) unless two digits stand between plus signs,
    which name a number (1+10+N).
    """
    if formula := _FORMULA.search(phrase):
        return tuple(digit for term in re.split("[+]", formula[0]) for digit in _digits_of_term(term, formula[0]))
    counted = blank_idioms(phrase)
    found: list[int | str] = []
    for run in _DIGIT_RUN.finditer(counted):
        found += [run[0].upper()] if run[0] in "NXnx" else _numbers_of_run(run[0], counted[run.end() :])
    return tuple(found)


def _digits_of_term(term: str, formula: str) -> list[int | str]:
    """Return the digits of one term of a formula."""
    # Case 1: a number: 10 of 1+10+N, 500 of 1+500
    if term.isdigit() and (term.endswith("00") or (len(term) == 2 and formula != term)):
        return [int(term)]
    # Case 2: digits and letters one by one: 1269 of 1+1269, 1333, 26N
    return [int(sign) if sign.isdigit() else sign.upper() for sign in term]


def _numbers_of_run(run: str, after: str) -> list[int]:
    """Return the numbers of one run of numeral characters.

    Parameters
    ----------
    run
        The characters, all of `NUMERALS` or all Arabic digits.
    after
        The rest of the phrase: it decides whether a round number counts (千万吨) or is a brand (千万工程).
    """
    # Case 1: 双 is a two beside other numerals: 双十二 -> 2, 12
    if "双" in run:
        return [
            number
            for part in re.findall("双|[^双]+", run)
            for number in ([2] if part == "双" else _numbers_of_run(part, after))
        ]
    # Case 2: a string of digits: 三四八 -> 3, 4, 8
    if not run.isascii() and not _PLACE_VALUE.search(run):
        return [_whole_number(character) for character in run]
    # Case 3: round numbers side by side: 百千万工程 -> 100, 1000, 10,000; but 千万吨 is ten million tons
    if _SEPARATE.fullmatch(run) and not (run == "千万" and after.startswith(_COUNTED_BY)):
        return [_whole_number(character) for character in run]
    # Case 4: sets of a round number: 三百工程 -> 3, 100 (three sets of a hundred), 五百三千; but 三百人 -> 300
    pairs = _DIGIT_AND_PLACE.findall(run)
    is_brand = not after or after.startswith(("工程", "行动", "计划", "活动", "攻坚", "、"))
    if pairs and "".join(map("".join, pairs)) == run and (is_brand or len(pairs) > 1):
        return [_whole_number(character) for pair in pairs for character in pair]
    # Case 5: one number: 二十 -> 20, 2035 -> 2035; 十五五 is none
    try:
        return [_whole_number(run)]
    except NumeralError:
        return []


def _whole_number(numeral: str) -> int:
    return int(numeral_value(numeral))


# The announced number.

# 保二争一, 接二连三: places in a ranking and sectors of the economy, not numbers of things
_RANKED = re.compile("[保争进冲夺][一二三]|接二连三")
# 五险合一, 三位一体: several become one, they do not make one more
_MERGED = re.compile(r"合一$|^[^、，,]*位一体\s*$")
# 双十, 双50: two sets of ten, of fifty
_TWO_SETS = re.compile(rf"双(?:[0-9]+|[一二三四五六七八九十])[^{NUMERALS}0-9]*$")
# 三重|一大, 一大|四小, 三支|一扶: a sign that is a classifier elsewhere is the thing itself if a number follows it; but
# 五个一批, 三大一百 count what follows
_PACKED_PAIRS = re.compile("(?:[一二三四五六七八九两][^一二三四五六七八九十两双百千万、，,个项种]{1,3}){2,}$")
_FIRST_IS_ONE_SIGN = re.compile(".[大重场支道块条](?!一[批百千万])[一二三四五六七八九两]")
_NUMBERED_TERM = re.compile(
    f"第[{NUMERALS}0-9]+[个期轮]"
)  # 第二期三年行动, 第三个三年计划: the second, the third of a row


@functools.lru_cache(maxsize=65_536)
def announced_count(phrase: str, decoded: bool = False) -> int | None:
    """Return how many items a slogan announces; None where a number is meaningless.

    Parameters
    ----------
    phrase
        The slogan.
    decoded
        Whether the text decodes it (1+1269, that is ...): only then do the digits of a formula add up to a number of
        items.
    """
    numbers = [number for number in slogan_digits(phrase) if isinstance(number, int)]
    form = slogan_type(phrase)
    # Case 1: the sum of the digits of a decoded formula: 1+1269 -> 19
    if form == "formula" and decoded:
        return sum(numbers)
    # Case 2: the first number of each part of a list: 六个一千 -> 6, 八个坚持，八个反对 -> 16; but 三重一大 -> 4
    if form == "list":
        counted = [slogan_digits(part)[: _terms_of_part(part)] for part in re.split("[、，,]", phrase)]
        return sum(number for terms in counted for number in terms if isinstance(number, int))
    # Case 3: articles and sets of a round number: 人才金政20条 -> 20, 双百工程 -> 2
    # but the number of 第二期三年行动计划 says which it is
    counts_sets = not _NUMBERED_TERM.search(phrase)
    if (
        form == "round"
        and counts_sets
        and numbers
        and (_ARTICLES.search(phrase) or (len(numbers) > 1 and numbers[0] < 10))
    ):
        return numbers[0]
    # Case 4: sets of a number: 双十 -> 2
    if form == "compression" and _TWO_SETS.match(phrase):
        return 2
    # Case 5: the sum of a compression: 三提三争 -> 6; but 五险合一 -> 5, and none of 保二争一, 一企一策, 五百三千
    if form == "compression" and not _RANKED.search(phrase) and any(1 < number < 100 for number in numbers):
        return numbers[0] if _MERGED.search(phrase) else sum(numbers) if max(numbers) < 100 else None
    return None


def _terms_of_part(part: str) -> int:
    """Return how many numbers of one part of a list count things: all of 三重一大, the first of 六个一千."""
    part = part.replace("”", "").replace("“", "")  # 两重”“两新
    return len(slogan_digits(part)) if _PACKED_PAIRS.match(part) and _FIRST_IS_ONE_SIGN.match(part) else 1
