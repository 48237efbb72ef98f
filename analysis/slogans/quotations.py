"""Numeric phrases between quotation marks, the way in which officials mark a name.

They are slogans (“六个北海”) unless a reason is found (“十四五”, “最后一公里”).
"""

import functools
import re
from collections.abc import Iterator

from ..language import alternation, load_lexicon
from .doctrines import doctrine_within, doctrines_by_name
from .phrases import CLASSIFIERS, NUMERALS, STAGED, blank_idioms, slogan_type

QUOTED_PHRASE = re.compile(r'“([^“”\n]*)”|「([^「」\n]*)」|『([^『』\n]*)』|"([^"\n]*)"')
_INNER = re.compile(r"‘([^‘’\n]*)’")
_APART = re.compile("“([^“”\n]{1,6})”“([^“”\n]{1,6})”")  # “一带”“一路”: one name in two quotations
_LONGEST = 40  # code points; a longer quotation is speech
_LONGEST_NAME = 28

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("refusals").items()}
_OWN = alternation(load_lexicon("slogans")["own_sections"]["words"])
_ONE_HEADS = alternation(load_lexicon("slogans")["brands_of_one"]["words"])
_N = f"[{NUMERALS}]"
_COUNTED = re.compile(f"[{NUMERALS}0-9]")
_IDIOM = re.compile(_WORDS["idiom"])
_MORE_THAN_ONE = re.compile("[二三四五六七八九十两双百千万亿0-9]")
_ONE_BRAND = re.compile(
    rf"""
      一 [^一□]{{1,6}} 一 [^一□]                 # 一企一策
    | [^一] 一 [^一] 一 $                        # 驻一联一
    | 一 (?: {_ONE_HEADS} )                      # 一网通办
    | 一 (?: 刻钟 | 小时 ) .{{0,6}} 圈
    | [只跑] 一? [次趟] | 多.{{1,2}}合一 | 第一
    """,
    re.VERBOSE,
)
# 一个班子成员、一个产业园区 gives the members of a set, not its name
_ORDINARY_ONES = re.compile("一[个批样名家].*一[个批样名家]")
_CLAUSES = re.compile("[，,。;；？?！!：:]")

# The first reason that applies is the one that the table of refusals prints.
_REFUSALS = (
    ("common name", re.compile(rf"^(?:{_WORDS['common_names']})$")),
    ("streak", re.compile(_WORDS["streak"])),
    (
        "plan or law-education period",
        re.compile(
            r"^(?: [一二三四五六七八九] | 十[一二三四五六]? ) 五 (?: 普法 | 规划 | 计划 | 时期 | 期间 | 末 )? $",
            re.VERBOSE,
        ),
    ),
    (
        "date or event",
        re.compile(
            rf"""
              ^ (?: {_WORDS["date_name"]} ) (?: [节日] | 假期 | 期间 | 普查 | 政策 )? $
            | (?<!\d) (?: 1[0-2] | 0?[1-9] ) [·•.．‧・∙] (?: 3[01] | [12][0-9] | 0?[1-9] ) (?!\d)   # 9·8
            | (?: 19 | 20 ) [0-9]{{2}} (?!\d) | [0-9]月
            """,
            re.VERBOSE,
        ),
    ),
    ("congress or session", re.compile("十[一二三四五六七八九]大$|二十大|中全会|第[一二三四五六七八九十0-9]+届")),
    ("single numeral", re.compile(rf"^(?: [0-9]{{1,2}} | [1-9]0+ | {_N} ) $", re.VERBOSE)),
    ("model or code", re.compile(r"[A-Za-z]+-?[0-9]|[0-9][A-Za-z](?!\+?[NX])(?<![0-9][NX])|[^\d+·、双个][0-9]{2,}$")),
    (
        "measure",
        re.compile(
            rf"""
              ^ [0-9.]+ [余多]? [万亿]? (?: [元米里亩吨度倍岁天周后成字%％×] | 小时 | 分钟 )
                (?! [^圈]* 圈 | 计划 | 行动 )
            | ^ {_N}+ (?: 公里 | 米 | 元 | 亩 | 吨 | 岁 | 周年 | 小时 | 成 | 年 | 折 | 星级? | 等级? ) $
            | ^ [百千万] 亿 (?: 元 | 级 | 美元 | 大关 | 台阶 | 俱乐部 | GDP )? $
            | ^ 翻 | ^ 百分之 | ^ 第?[百千]分
            """,
            re.VERBOSE,
        ),
    ),
    ("numbered thing", re.compile("[一二三四五六七八九十0-9]+(?:期|号线?)$")),
    (
        "plain ordinal",
        re.compile(rf"第[二三四五六七八九十两0-9]|第一(?:{_WORDS['first_without_brand']})|[^个项双第]第一$"),
    ),
    ("own sections", re.compile(rf"^(?:{_N}|[0-9])+[{CLASSIFIERS}]?(?:{_OWN})$")),
)


def quoted_phrases(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and refusal ("" for a slogan) of each quoted phrase that holds a numeral, in text order.

    The span leaves out the quotation marks, and parts of a coordination that hold no numeral (保二争一、持续进位 is
    保二争一).
    """
    apart_until = 0
    for outer in QUOTED_PHRASE.finditer(text):
        start, end = outer.span(outer.lastindex or 1)
        apart = _APART.match(text, outer.start())
        if apart and apart[1] + apart[2] in doctrines_by_name():
            yield apart.start(1), apart.end(2), ""
            apart_until = apart.end()
        if start < apart_until:
            continue
        if not _COUNTED.search(text, start, end):
            continue
        if end - start <= _LONGEST:
            first, last, reason = _judge(text[start:end])
            if not reason or "‘" not in outer[0]:
                yield start + first, start + last, reason
                continue
        for inner in _INNER.finditer(text, start, end):
            if len(inner[1]) <= _LONGEST and _COUNTED.search(inner[1]):
                first, last, reason = _judge(inner[1])
                yield inner.start(1) + first, inner.start(1) + last, reason


@functools.lru_cache(maxsize=65_536)
def _judge(phrase: str) -> tuple[int, int, str]:
    """Return the span of the slogan within a quotation, and why it is none, or ""."""
    if phrase in doctrines_by_name():
        return 0, len(phrase), ""
    counted = blank_idioms(phrase)
    if not _COUNTED.search(counted):
        return 0, len(phrase), "idiom" if _IDIOM.search(phrase) else "counts nothing"
    if slogan_type(phrase) == "staged":
        staged = STAGED.search(counted)
        start, end = staged.span() if staged else (0, len(phrase))
        return start, start + len(phrase[start:end].rstrip("，,、")), "target" if "翻" in phrase else ""
    spans = [part.span() for part in re.finditer("[^、]+", counted) if _COUNTED.search(part[0])]
    first, last = spans[0][0], spans[-1][1]
    return first, last, refusal_of_quotation(phrase[first:last])


def refusal_of_quotation(phrase: str) -> str:
    """Return why a quoted phrase is no slogan, or "" if it is one."""
    if doctrine_within(phrase):
        return ""
    counted = blank_idioms(phrase)
    for reason, pattern in _REFUSALS:
        if pattern.search(phrase):
            return reason
    if len(phrase) > _LONGEST_NAME or (_CLAUSES.search(phrase) and not _is_coordination(phrase)):
        return "sentence"
    if not _MORE_THAN_ONE.search(counted) and (not _ONE_BRAND.search(counted) or _ORDINARY_ONES.search(counted)):
        return "ordinary one"
    return ""


def _is_coordination(phrase: str) -> bool:
    """Return whether commas only join short phrases that would each be a slogan (八个坚持，八个反对)."""
    parts = re.split("[，,]", phrase)
    return len(parts) > 1 and all(
        len(part) <= 10 and _COUNTED.search(part) and not refusal_of_quotation(part) for part in parts
    )
