"""The grammar of numeric phrases: their type, their digits and the number they announce.

一业三保七有 is a compression of the digits 1, 3 and 7 and announces 11 things.
"""

import functools
import re

from ..language import NumeralError, alternation, load_lexicon, numeral_value

NUMERALS = "一二三四五六七八九十两双百千万亿"
"""The characters by which a phrase may count. 零 stands for absence (零排放) and 多 for no number."""

_LISTS = {entry: fields["words"] for entry, fields in load_lexicon("slogans").items()}
_REFUSALS = {entry: fields["words"] for entry, fields in load_lexicon("refusals").items()}
_CAMPAIGN = alternation([*_LISTS["campaigns"], "计划", "规划", "方案", "工程", "禁渔", "禁捕"])
CLASSIFIERS = "".join(_LISTS["classifiers"])
"""The words that count things one by one, each a single character."""
_COUNT = rf"(?:[0-9]+|[{NUMERALS}]+)"
_STAGE = rf"[^年，,、{NUMERALS}]"
_UNCOUNTED = re.compile(
    # 五位一体 and 三单一网 count, 一体 and 单一 do not
    rf"{alternation(_REFUSALS['idiom'] + _REFUSALS['unnumbered'])}|(?<!位)一体|(?<![{NUMERALS}])单一"
)

FORMULA = re.compile(
    r"""
      (?: [0-9]{1,4} | N ) (?: [+] (?: [0-9]{1,4} | [NXnx] ) )+      # 1+1269, 2+6, 1+N+X
    | ^ [0-9]{3,6} (?! [0-9年月日天米元条家个户项件名人万亿公强佳字%％] ) # 1333, 12345; but 300米见绿 measures
    | ^ [0-9]{2,5} [NX] $                                              # 415X
    """,
    re.VERBOSE,
)
_AGAIN = re.compile("[二再]次创业")
ORDINAL = re.compile(rf"第一 (?! [轮批期届个] ) | [一1]号 (?! 线 ) | {_AGAIN.pattern}", re.VERBOSE)
STAGED = re.compile(
    rf"""
      (?: [{NUMERALS}] 年 {_STAGE}{{1,9}} (?: 、 {_STAGE}{{1,9}} )? [，,、]? ){{2,}}        # 两年苦干、三年成形
    | [{NUMERALS}] 年 (?! {_CAMPAIGN} | [内一不过] | 目标 | 义务 | 评 | 磨 )
      {_STAGE}{{2,5}} (?<! 计划 | 规划 | 工程 | 行动 | 方案 ) $         # 三年成形
    """,
    re.VERBOSE,
)
ARTICLES = re.compile(rf"(?P<count>{_COUNT}) 条 (?: 硬? (?: 措施 | 意见 | 政策 | 新政 | 举措 ) )? $", re.VERBOSE)
ROUND = re.compile(
    rf"""
      (?: [0-9]+ | [百千十]+ | 五百 ) [强佳优]                         # 500强, 百佳
    | {_COUNT} [年日天] .{{0,8}} (?: {_CAMPAIGN} )                     # 国企改革三年行动, 百日攻坚
    | {_COUNT} (?: 分钟 | 刻钟 | 小时 ) .{{0,8}} 圈                    # 15分钟生活圈
    """,
    re.VERBOSE,
)
_FEW = "(?:[0-9]+|[一二三四五六七八九十两]+)"  # 千县工程 has a round number, it does not list
LIST = re.compile(
    rf"""
      ^ [^{NUMERALS}0-9]{{0,4}} {_FEW} [{CLASSIFIERS}]                # 六个北海, 新三张清单
    | ^ 新? {_FEW} 小? (?: {alternation(_LISTS["noun_morphemes"])} )
      (?: 工程 | 行动 | 问题 | 产业 | 经济 )? $                        # 四风
    | ^ 一 [^{NUMERALS}、]{{2,4}} (?: 、 一 [^{NUMERALS}、]{{2,4}} ){{2,}} $   # 一龙头、一核心、一环线
    """,
    re.VERBOSE,
)
_PAIR_OF_ONE = re.compile(rf"^ 一 [^{NUMERALS}、]{{1,4}} 一 [^{NUMERALS}、]{{1,5}} $", re.VERBOSE)  # 一支部一特色
_CHAIN_OF_ONE = re.compile("^一[^一、]{2}(?:、一[^一、]{2}){2,}$")  # 一网办、一门办、一次办
_PAIRED_ROUNDS = re.compile(r"(?: [二三四五六七八九两双十] [百千万] ){2,}", re.VERBOSE)  # 五百三千
_ROUND_NUMBER = re.compile("[百千万亿]")

_PLACE_VALUE = re.compile("[十百千万亿]")
_TOKEN = re.compile(rf"[0-9]+|[{NUMERALS}]+|(?<![A-Za-z])[NXnx](?![A-Za-z])")
_SEPARATE = re.compile(r"[十百千万]{3,} | [十百]千 | 千万 | 百十 | 千百", re.VERBOSE)
_DIGIT_AND_PLACE = re.compile("([二三四五六七八九两])([百千万])")
_COUNTED_BY = "个只家户人名亩吨斤里米元头株套辆件"
_RANKED = re.compile("[保争进冲夺][一二三]")  # 保二争一: places in a ranking, not numbers of things
_MERGED = re.compile("合一$")  # 五险合一: five become one, they do not make six


def blank_idioms(phrase: str) -> str:
    """Return the phrase with idioms and uncounting words blanked at their length (三个一体化 -> 三个□□□)."""
    return _UNCOUNTED.sub(lambda match: "□" * len(match[0]), phrase)


@functools.lru_cache(maxsize=65_536)
def slogan_type(phrase: str) -> str:
    """Return the type of a slogan: formula, ordinal, staged, round, list or compression."""
    counted = blank_idioms(phrase)
    several = counted.startswith(tuple("二三四五六七八九十两"))  # 五个第一 lists, it does not rank
    kinds = (
        ("formula", FORMULA),
        ("ordinal", _AGAIN if several else ORDINAL),
        ("compression", _PAIR_OF_ONE),
        ("compression", _CHAIN_OF_ONE),
        ("staged", STAGED),
        ("round", ARTICLES),
        ("round", ROUND),
        ("list", LIST),
        ("compression", _PAIRED_ROUNDS),
        ("round", _ROUND_NUMBER),
    )
    return next((name for name, pattern in kinds if pattern.search(counted)), "compression")


@functools.lru_cache(maxsize=65_536)
def slogan_digits(phrase: str) -> tuple[int | str, ...]:
    """Return the numerals of a slogan in order; N and X stay letters.

    The terms of a formula are read digit by digit (1+838 is 1, 8, 3, 8) unless two digits stand between plus signs,
    which name a number (1+10+N).
    """
    if formula := FORMULA.search(phrase):
        return tuple(digit for term in re.split("[+]", formula[0]) for digit in _term(term, formula[0]))
    counted = blank_idioms(phrase)
    found: list[int | str] = []
    for run in _TOKEN.finditer(counted):
        found += [run[0].upper()] if run[0] in "NXnx" else _numbers(run[0], counted[run.end() :])
    return tuple(found)


def _term(term: str, formula: str) -> list[int | str]:
    """Return the digits of one term of a formula."""
    if term.isdigit() and (term.endswith("00") or (len(term) == 2 and formula != term)):
        return [int(term)]
    return [int(sign) if sign.isdigit() else sign.upper() for sign in term]


def _numbers(run: str, after: str) -> list[int]:
    """Return the numbers of one run of numeral characters, by the look of the run and the words after it."""
    if "双" in run:
        return [
            number
            for part in re.findall("双|[^双]+", run)
            for number in ([2] if part == "双" else _numbers(part, after))
        ]
    if len(run) > 1 and not run.isascii() and not _PLACE_VALUE.search(run):
        return [_whole(character) for character in run]  # 三四八 is a string of digits
    if _SEPARATE.fullmatch(run) and not (run == "千万" and after[:1] and after[0] in _COUNTED_BY):
        return [_whole(character) for character in run]  # 百千万 names three numbers, 千万吨 one
    pairs = _DIGIT_AND_PLACE.findall(run)
    branded = not after or after.startswith(("工程", "行动", "计划", "活动", "攻坚", "、"))
    if pairs and "".join(map("".join, pairs)) == run and (branded or len(pairs) > 1):
        return [_whole(character) for pair in pairs for character in pair]  # 三百工程: three sets of a hundred
    try:
        return [_whole(run)]
    except NumeralError:
        return []  # 十五五


def _whole(numeral: str) -> int:
    return int(numeral_value(numeral))


@functools.lru_cache(maxsize=65_536)
def announced_items(phrase: str, decoded: bool = False) -> int | None:
    """Return how many items a slogan announces, or None where a number is meaningless.

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
    if form == "formula" and decoded:
        return sum(numbers)
    if form == "list":
        firsts = [slogan_digits(part)[:1] for part in re.split("[、，,]", phrase)]
        return sum(number for first in firsts for number in first if isinstance(number, int))
    if form == "round" and numbers and (ARTICLES.search(phrase) or (len(numbers) > 1 and numbers[0] < 10)):
        return numbers[0]  # 人才金政20条, 双百工程
    if form == "compression" and not _RANKED.search(phrase) and any(1 < number < 100 for number in numbers):
        return numbers[0] if _MERGED.search(phrase) else sum(numbers) if max(numbers) < 100 else None
    return None
