"""Whose programme a slogan names: the nation's, that of the level above, or the place's own (国家“千县工程”).

The words just before the name tell. Which level is above depends on who speaks: 市委 is above a zone, but no city.
"""

import enum
import re

from ..language import alternation, load_lexicon

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("scopes").items()}
_REACH = 40  # code points before a name that can own it
_HEAD = 6000  # code points in which a text says who speaks


class SpeakingLevel(enum.IntEnum):
    """The level of government whose text it is."""

    NATION = 0
    PROVINCE = 1
    PREFECTURE = 2
    COUNTY = 3  # counties, districts and zones


_SPEAKER = re.compile(
    r"""
    代表 [^，。\n]{0,14}? (?:
        (?P<nation>     国务院 )
      | (?P<province>   省 | 自治区 | 北京市 | 上海市 | 天津市 | 重庆市 )
      | (?P<prefecture> 市 | 州 | 盟 | 地区 | 行署 | 行政公署 )
      | (?P<county>     县 | 区 | 旗 | 管委会 | 党工委 ) )
    """,
    re.VERBOSE,
)
_TRACES = {
    SpeakingLevel.COUNTY: re.compile("管委会|党工委|开发区|经开区|高新区|[^地专]区委|县委|全县|我县"),
    SpeakingLevel.PREFECTURE: re.compile("我市|全市|市政府|全州|全盟"),
    SpeakingLevel.PROVINCE: re.compile("我省|全省|省政府"),
}
_GAP = r"[^，,。；;、\n]{0,14}?$"
_LARGER = "在?(?:全国|国内|世界|全省|全区|全市|自治区)"
_ELSEWHERE = re.compile(
    rf"""
      在 (?: 全国 | 全省 | 全市 | 自治区 ) [^，,。；;\n]{{0,20}} $           # 率先在自治区推行
    | {_LARGER} (?: {_WORDS["first_there"]} ) [^，,。；;\n]{{0,20}} $
    """,
    re.VERBOSE,
)
_NATION = re.compile(
    rf"(?:{_WORDS['nation']}){_GAP} | (?:^|[，,。；;\n])(?:{_WORDS['centre']})[^，,。；;\n]*$", re.VERBOSE
)
_TRUTH = re.compile(_WORDS["truths"])
_NATIONAL_NAME = re.compile(
    rf"^(?: [百千]强 | 中国 | 全国 | 世界 | 500强 | 12345 (?: 政务 | 热线 | 便民 ) ) | {_WORDS['national_brands']}",
    re.VERBOSE,
)
_RANKING = re.compile("[百千]强")
_HOTLINE = re.compile("12345[”」]?(?:政务|热线|市民|便民|服务|平台)")
_CAMPAIGN = re.compile(rf"(?:{_WORDS['national_campaigns']})[^，,。；;\n]{{0,16}}$")
_YEARS = re.compile("年[^，,。；;\n]*(?:行动|计划|攻坚)")
_ABOVE = {
    SpeakingLevel.NATION: re.compile(r"(?!)"),
    SpeakingLevel.PROVINCE: re.compile(r"(?!)"),
    SpeakingLevel.PREFECTURE: re.compile(rf"(?:{_WORDS['province']})(?!.*(?:{_WORDS['prefecture']}|我市)){_GAP}"),
    SpeakingLevel.COUNTY: re.compile(
        rf"(?:{_WORDS['province']}|{_WORDS['prefecture']})(?!.*(?:区委|县委|党工委|我区)){_GAP}"
    ),
}
_JOINED = re.compile(rf"(?:{_WORDS['joining']})[“「『]?$")


def speaking_level(text: str) -> SpeakingLevel:
    """Return the level of government that speaks in a text.

    A report says for whom it is given (我代表市人民政府); elsewhere the offices and areas most named in its first pages
    tell.
    """
    head = text[:_HEAD]
    if speaker := _SPEAKER.search(head):
        return SpeakingLevel[str(speaker.lastgroup).upper()]
    named = {speaking: len(traces.findall(head)) for speaking, traces in _TRACES.items()}
    most = max(named, key=lambda speaking: (named[speaking], speaking))
    return most if named[most] > 1 else SpeakingLevel.PREFECTURE


def slogan_scope(text: str, start: int, end: int, speaker: SpeakingLevel) -> str:
    """Return the scope of the slogan at a span of a text: national, regional or local.

    Parameters
    ----------
    text
        The text.
    start, end
        The span of the slogan, code points, end exclusive.
    speaker
        The level of government that speaks in the text.
    """
    floor = max(0, start - _REACH)
    quote, before = text[start:end], text[floor:start]
    above = bool(_ABOVE[speaker].search(before) or _ABOVE[speaker].search(quote[:2]))
    if speaker == SpeakingLevel.NATION or (
        _is_national_name(text, start, end) and not (above and _RANKING.match(quote))
    ):
        return "national"
    if _ELSEWHERE.search(before):
        return "local"
    if _NATION.search(before):
        return "national"
    if _JOINED.search(before):
        return "national" if speaker == SpeakingLevel.PROVINCE else "regional"
    return "regional" if above else "local"


def _is_national_name(text: str, start: int, end: int) -> bool:
    """Return whether the name itself, with the words that belong to it, is known in the whole nation."""
    quote = text[start:end]
    if _NATIONAL_NAME.search(quote) or _HOTLINE.match(text, start):
        return True
    if _YEARS.search(quote) and _CAMPAIGN.search(text, max(0, start - 20), end):
        return True
    return any(truth.end() == end for truth in _TRUTH.finditer(text, max(0, start - 14), end))
