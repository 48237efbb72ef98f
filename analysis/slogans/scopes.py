"""Whose programme a slogan names: the nation's, that of the level above, or the place's own (国家“千县工程”).

The words just before the name decide first. Which level is above depends on who speaks: 市委 is above a zone, but no
city. `speaking_level` reads who speaks, `owner_beside` whose programme the words beside a name say that it is,
`owner_in_definition` what a definition says of it, and `is_generic` whether a name is no name of its own (三大工程).
Where words say nothing, documents of the levels above decide (`attested`).
"""

import enum
import re
from typing import NamedTuple

from ..language import alternation, load_lexicon
from .typology import CLASSIFIERS

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("scopes").items()}
_REACH = 40  # code points before a name that can own it
_HEAD = 6000  # code points in which a text says who speaks


class SpeakingLevel(enum.IntEnum):
    """The level of government whose text it is."""

    NATION = enum.auto()
    PROVINCE = enum.auto()
    PREFECTURE = enum.auto()
    COUNTY = enum.auto()  # counties, districts and zones


class Owner(NamedTuple):
    """Whose programme a name is in a text, and what says so."""

    scope: str  # national, regional or local
    why: str  # one of SCOPE_EVIDENCE


SCOPE_EVIDENCE = ("speaker", "words", "glossary", "attested", "spread", "generic", "default")
"""What tells the scope of a slogan, from the surest to none.

speaker: the nation's own text; words: those beside the name; glossary: the text's own definition; attested: a document
of a level above has the name by then; spread: many provinces, or many places of the province, have it at once;
generic: a name that tells no programme from another; default: nothing speaks against the speaker.
"""

OWN = Owner("local", "default")


# Who speaks.

_REPRESENTED = re.compile(
    r"""
    代表 [^，。\n]{0,14}? (?:                                                        # 现在，我代表…
        (?P<nation>     国务院 )
      | (?P<province>   省 | 自治区 | 北京市 | 上海市 | 天津市 | 重庆市 )              # …省人民政府
      | (?P<prefecture> 市 | 州 | 盟 | 地区 | 行署 | 行政公署 )                        # …市人民政府
      | (?P<county>     县 | 区 | 旗 | 管委会 | 党工委 ) )                             # …党工委、管委会
    """,
    re.VERBOSE,
)
# Offices and areas by which a text calls itself; 地区委 and 专区委 are of a prefecture.
_SELF_NAMES = {
    SpeakingLevel.COUNTY: re.compile("管委会|党工委|开发区|经开区|高新区|[^地专]区委|县委|全县|我县"),
    SpeakingLevel.PREFECTURE: re.compile("我市|全市|市政府|全州|全盟"),
    SpeakingLevel.PROVINCE: re.compile("我省|全省|省政府"),
}


def speaking_level(text: str) -> SpeakingLevel:
    """Return the level of government that speaks in a text."""
    head = text[:_HEAD]
    # Case 1: a report says for whom it is given: 我代表市人民政府
    if speaker := _REPRESENTED.search(head):
        return SpeakingLevel[str(speaker.lastgroup).upper()]
    # Case 2: elsewhere the level whose offices and areas are named most; between equals the lower level
    named = {speaking: len(names.findall(head)) for speaking, names in _SELF_NAMES.items()}
    most = max(named, key=lambda speaking: (named[speaking], speaking))
    return most if named[most] > 1 else SpeakingLevel.PREFECTURE


# Whose programme it is.

_GAP = r"[^，,。；;、\n]{0,14}?\Z"  # between the owner and the name, in one clause
_LARGER = "(?:全国|国内|世界|全省|全区|全市|自治区)"
# The words before a name say where something is done, not whose it is.
_ELSEWHERE = re.compile(
    rf"""
      在 (?: 全国 | 全省 | 全市 | 自治区 ) [^，,。；;\n]{{0,20}} \Z          # 率先在自治区推行|“一业一证一码”
    | {_LARGER} (?: {_WORDS["first_there"]} ) [^，,。；;\n]{{0,20}} \Z     # 全省首创|“一窗一表”
    """,
    re.VERBOSE,
)
_NATION = re.compile(
    rf"""
      (?:{_WORDS["nation"]}) {_GAP}                                        # 参加全国|“示范百县”行动
    | (?: ^ | [，,。；;\n] ) (?:{_WORDS["centre"]}) [^，,。；;\n]* \Z        # 今年，中央实施财政、货币等|五大政策
    """,
    re.VERBOSE,
)
_ABOVE = {
    SpeakingLevel.PROVINCE: re.compile(r"(?!)"),  # what is above a province is no region
    # 落实省委|“三四八”; not 落实省委和市委, where the nearer owner counts
    SpeakingLevel.PREFECTURE: re.compile(rf"(?:{_WORDS['province']})(?!.*(?:{_WORDS['prefecture']}|我市)){_GAP}"),
    # 围绕滨州市委|“1+838”; not 落实市委和区委
    SpeakingLevel.COUNTY: re.compile(
        rf"(?:{_WORDS['province']}|{_WORDS['prefecture']})(?!.*(?:区委|县委|党工委|我区)){_GAP}"
    ),
}
# The speaker by its own offices: 我市|“三大战役”, 市委提出|“三市战略”
_OWN = {
    SpeakingLevel.PROVINCE: re.compile(rf"(?:{_WORDS['province']}){_GAP}"),
    SpeakingLevel.PREFECTURE: re.compile(rf"(?:{_WORDS['prefecture']}|我市|我州|我盟){_GAP}"),
    SpeakingLevel.COUNTY: re.compile(rf"(?:区委|县委|党工委|管委会|我区|我县){_GAP}"),
}
_JOINED = re.compile(rf"(?:{_WORDS['joining']})[“「『]?\Z")  # 积极融入|“一核三带”
_RANKING = re.compile("[百千]强")
_NATIONAL_NAME = re.compile(
    rf"""
      ^ (?: {_RANKING.pattern} | 中国 | 全国 | 世界 | 500强 )             # 百强县, 中国500强
    | {_WORDS["national_brands"]}                                          # 多评合一
    """,
    re.VERBOSE,
)
_INSTRUCTED = re.compile(rf"[”」]?[^，,。；;“\n]{{0,6}}?(?:{_WORDS['instructions']})")
_HOTLINE = re.compile("12345[”」]?(?:政务|热线|市民|便民|服务|平台)")
_NATIONAL_CAMPAIGN = re.compile(rf"(?:{_WORDS['national_campaigns']})[^，,。；;\n]{{0,16}}$")  # 农村人居环境整治提升
_YEARS_OF_CAMPAIGN = re.compile("年.*(?:行动|计划|攻坚)")  # 五年行动
_TRUTHS = tuple(load_lexicon("scopes")["truths"]["words"])  # 发展第一要务


def owner_beside(text: str, start: int, end: int, speaker: SpeakingLevel) -> Owner:
    """Return whose programme the words at the span of a slogan say it is; `OWN` if they say nothing.

    Parameters
    ----------
    text
        The text.
    start, end
        The span of the slogan, code points, end exclusive.
    speaker
        The level of government that speaks in the text.
    """
    # Case 1: the nation speaks
    if speaker == SpeakingLevel.NATION:
        return Owner("national", "speaker")
    quote, before = text[start:end], text[max(0, start - _REACH) : start]
    is_above = bool(_ABOVE[speaker].search(before) or _ABOVE[speaker].search(quote[:2]))
    # Case 2: the name is known in the whole nation (世界500强), unless it is a ranking of the level above (全省|百强县)
    if _is_national_name(text, start, end) and not (is_above and _RANKING.match(quote)):
        return Owner("national", "attested")
    # Case 3: the leader of the Party has set it: “四个更大”|重要要求
    told = "national" if _INSTRUCTED.match(text, end) else _scope_by_owner(before, speaker, is_above=is_above)
    return Owner(told, "words") if told else OWN


def _scope_by_owner(before: str, speaker: SpeakingLevel, *, is_above: bool) -> str:
    """Return the scope that the words before a name tell, "" if they tell none."""
    # Case 1: they say where it is done: 率先在自治区推行
    if _ELSEWHERE.search(before):
        return "local"
    # Case 2: they name the nation: 参加全国|“示范百县”行动
    if _NATION.search(before):
        return "national"
    # Case 3: a place joins what is above it: 积极融入|“一核三带”
    if _JOINED.search(before):
        return "national" if speaker == SpeakingLevel.PROVINCE else "regional"
    # Case 4: they name the level above (省委|“三四八”), or the speaker (市委提出|“三市战略”)
    return "regional" if is_above else "local" if _OWN[speaker].search(before) else ""


def _is_national_name(text: str, start: int, end: int) -> bool:
    """Return whether the name at a span, with the words that belong to it, is known in the whole nation."""
    quote, whole = text[start:end], text[max(0, start - _REACH) : end]
    # Case 1: by its own words, or as the hotline 12345
    if _NATIONAL_NAME.search(quote) or _HOTLINE.match(text, start):
        return True
    # Case 2: a campaign of years for what is done everywhere: 农村人居环境整治提升|五年行动
    if _YEARS_OF_CAMPAIGN.search(quote) and _NATIONAL_CAMPAIGN.search(whole):
        return True
    # Case 3: what the Party ranks first: 发展|第一要务, but not 把招商引资作为“第一要务”
    return whole.endswith(_TRUTHS)


# Names that are none of their own.

_ONE_NUMBER = "(?:[0-9]+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两双百千万])"  # but not 八八
_GENERIC = re.compile(
    rf"""
      第? {_ONE_NUMBER} (?: [{CLASSIFIERS}号年天日] | {_WORDS["generic_heads"]} ){{1,6}}    # 三大工程, 三年行动计划
    | {_ONE_NUMBER} 个? [一百千] (?: {_WORDS["generic_heads"]} ){{0,4}}                   # 六个一, 四个一工程
    | {_WORDS["generic_heads"]}                                                 # 一张图
    | [0-9N]{{1,2}} [+] [0-9N]{{1,2}}                                           # 1+N, 5+2; but not 1+1269
    | 一 . 一 策 | 十? 百 千 万? | [一两] [江河] 两岸                               # 一企一策, 十百千万, 一江两岸
    """,
    re.VERBOSE,
)


def is_generic(name: str) -> bool:
    """Return whether a name is a numeral with everyday words, which many use for things of their own.

    Parameters
    ----------
    name
        As `slogan_name` writes it.

    Examples
    --------
    >>> [is_generic(name) for name in ("三大工程", "六个一", "三年行动计划", "三提三争", "三四八")]
    [True, True, True, False, False]
    """
    return bool(_GENERIC.fullmatch(name))


# What a definition says.

_SETS_UP = (
    "提出|作出|做出|确定|部署|印发|出台|制定|颁布|启动|实施|开展|推行|推出|组织|明确|要求|命名|评选|发布|倡导|强调"
)
_DEFINED = (
    (
        "national",
        re.compile(rf"(?:习近平|总书记|中央|国务院|全国|国家)[^。；]{{0,30}}?(?:{_SETS_UP})"),
    ),
    ("regional", re.compile(rf"(?:{_WORDS['province']})[^。；]{{0,30}}?(?:{_SETS_UP})")),
    ("local", re.compile(rf"(?:{_WORDS['prefecture']}|我市)[^。；]{{0,30}}?(?:{_SETS_UP})")),
)
_FIRST_SENTENCES = 160  # code points of a definition in which it says whose the programme is


def owner_in_definition(definition: str, speaker: SpeakingLevel) -> Owner:
    """Return whose programme a definition says that a slogan is; `OWN` if it says nothing.

    Parameters
    ----------
    definition
        Of the report's own glossary: 是省委十届五次全会提出的….
    speaker
        The level of government that speaks.
    """
    head = definition[:_FIRST_SENTENCES]
    named = [(found.start(), scope) for scope, words in _DEFINED if (found := words.search(head))]
    if not named:
        return OWN
    scope = min(named)[1]
    # What a province says of itself is its own
    if scope == "regional" and speaker <= SpeakingLevel.PROVINCE:
        scope = "local"
    return Owner(scope, "glossary")
