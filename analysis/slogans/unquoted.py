"""Numeric phrases without quotation marks.

They are slogans if they are known by name, have the form of one (国企改革三年行动) or stand by their list (三大布局 in
生产、生活、生态三大布局); 八个方面工作 has neither name nor form nor list.
"""

import functools
import itertools
import re
from collections.abc import Iterator

from ..language import alternation, load_lexicon
from .doctrines import NameIndex, doctrines_by_name, index_of_bare_names, without_quotation_marks
from .phrases import CLASSIFIERS, NUMERALS, slogan_digits

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("slogans").items()}
_N = NUMERALS
_HAN = r"[\u4e00-\u9fff]"
_REACH = 60  # code points: no slogan is longer

# Where a numeral begins that may count: each run of numerals is visited once (possessive, so that a long run costs no
# more than its length), and a printed number only before a word that slogans use, since most are plain quantities.
_NUMERAL = re.compile(
    rf"""
    (?= [0-9第{_N}多] )                                # no other character is tried
    (?: (?<! [0-9.,] ) [0-9]++ (?= [+强佳条号件项分年] )
      | (?<! [0-9] ) 12345 (?! [0-9] )
      | (?<! [0-9.] ) [第{_N}多] [{_N}]*+ )
    """,
    re.VERBOSE,
)

_STAGE = rf"[一二三四五六七八九十两]年 (?! [内后来间] | {_HAN}{{0,4}}率 ) [^\W{_N}0-9年率为]{{2,6}}"
UNQUOTED_FORM = re.compile(
    rf"""
      (?P<formula>   (?<! [A-Za-z0-9.] ) [0-9]{{1,4}} (?: [+] (?: [0-9]{{1,4}} | [NXnx] ) )+ (?= {_HAN} | [”)）、] ) )
    | (?P<hotline>   12345 )
    | (?P<ordinal>   第一 (?: {_WORDS["ordinal_heads"]} ) (?! [人部] )
                   | [一1]号 (?: 工程 | 项目 | 课题 ) | 第?二次创业 )
    | (?P<rank>      (?: [0-9]{{2,3}} | 百 | 千 | 十 | 五百 ) [强佳] (?! [化度势调大烈而有者的] )
                     (?: 民营企业 | 企业 | 城市 | 县市 | 县域? | 市 | 区 | 中心镇 | 镇 | 园区 | 乡镇 )? )
    | (?P<staged>    {_STAGE} (?: [、，,] {_STAGE} )+ (?! [0-9] ) )
    | (?P<years>     (?: [0-9]{{1,2}} | [{_N}]{{1,2}} ) 年 [^\W0-9的来内完将我获每各期代底初是]{{0,4}}?
                     (?: {_WORDS["campaigns"]} | 禁渔 ) (?: 行动 )? (?: 计划 | 方案 | 规划 )? )
    | (?P<days>      [百千] [日天] {_HAN}{{0,4}}? (?: {_WORDS["campaigns"]} | 竞赛 | 活动 | 冲刺 ) (?: 行动 | 活动 )? )
    | (?P<articles>  (?: [0-9]{{1,2}} | [{_N}]{{1,3}} ) 条 (?= 等 | [》”，。、；] ) )
    | (?P<circle>    (?: (?: [0-9]{{1,2}} | 十五?|二十|三十 ) 分钟 | 一刻钟 ) {_HAN}{{0,6}} 圈 )
    | (?P<deeds>     (?: [1-9]0 | [二三四五六七八九]?十 | 百 ) [件项] {_HAN}{{0,6}}? 实事 )
    | (?P<corps>     [百千万] [人名企] “ [^“”\n]{{2,8}} (?<= [团队员兵军] ) ” )
    | (?P<myriad>    [百千万] {_HAN}{{1,4}} [联评进帮兴助扶] [百千万] {_HAN}
                   | (?: [百千] [县镇乡企园] )? [百千万亿]{{1,3}} [斤亩里人名家村企户头]
                     (?: (?! 以上 | 左右 | [的元等] ) {_HAN} ){{0,8}}? (?: 工程 | 行动 | 计划 ) )
    | (?P<sets>      [双三四五六] [百千] 工程 )
    | (?P<ones>      [二三四五六七八九十] 个一 (?= 责任 | 工程 | 活动 | 行动 | 机制 | 标准 | 要求 ) )
    | (?P<pair>      一 [^一\W]{{1,3}} 一 (?: {_WORDS["pairs_of_one"]} ) )
    | (?P<merged>    [多二三四五六七八九两] {_HAN}{{1,2}} (?: [（(] {_HAN}{{1,2}} [）)] )? 合一 )
    | (?P<chain>     一 [^\W一] (?P<last> [^\W一] ) (?: 、 一 [^\W一] (?P=last) ){{2,}} )
    | (?P<rules>     (?<= [委府区市省] ) [五六七八九十]{{1,2}} 项规定 )
    | (?P<split>     [二三四五六七八九十两] [个大项] “ [^“”\n]{{2,8}} ” )
    | (?P<packed>    [二三四五六七八九十]{{1,2}} (?! [个座家条所名人户处台件种只期号年月] )
                     [^\W{_N}]{{1,4}} (?: [一二三四五六七八九十] [^\W{_N}]{{1,3}} )?
                     (?= [（(] (?P<members> [^（()）\n]{{3,60}} ) [）)] ) )
    | (?P<counted>   [二三四五六七八九十两]+ [{CLASSIFIERS}] (?P<head> {_HAN}{{2,10}} ) )
    """,
    re.VERBOSE,
)
_PACKAGE = re.compile(
    rf"{_HAN}{{0,4}}?(?:(?:{_WORDS['package_heads']})(?![区城镇])|(?:{_WORDS['package_heads_alone']})(?!{_HAN}))"
)
_NOUN = re.compile(rf"{_HAN}{{0,6}}?(?:{_WORDS['list_nouns']})")
_CAMPAIGN = re.compile(rf"(?P<what>{_HAN}{{0,4}}?)(?:{_WORDS['campaign_sets']})(?!部|量|师|机)")
_WORKS = re.compile(_WORDS["works"])
_OWN = re.compile(_WORDS["own_sections"])
_THING = re.compile(rf"{_HAN}{{0,4}}?(?:{_WORDS['plain_things']})")
_ARTICLES_OF = re.compile(rf"(?:{_WORDS['articles']})$")
_CONGRESS = re.compile("十[一二三四五六七八九]大|二十大")
_BETWEEN = re.compile("、|[和与及](?=[^、]{1,14}$)")
_CLAUSE = re.compile("[，,。；;：:\n！？!?（(]")
_LISTED_AFTER = re.compile(r"[：:]|[。，,]?\s*(?:一是|首先|——|（一）|\(一\)|一、|（1）|\(1\))")
# what stands before the members: the number of a heading, other sets of the same series (…两个基础、突出|A和B|两个重点)
_OTHER_SET = re.compile(rf"^[*\s]*[{_N}]{{1,3}}、|^.*[二三四五六七八九十两][个大项][^、]{{1,6}}、")
_SECTIONS_AFTER = re.compile(r"[。，,：:]?\s*(?:（一）|\(一\)|一、|一是|[0-9])")
_RANKING = re.compile(
    r"""
      (?: 世界 | 中国 | 全国 | 全省 | 全市 | 全球 | 亚洲 | 国内 ) [^\W0-9]{0,10} $
    | (?: 民营 | 制造业 | 服务业 | 综合实力 | 县域经济 ) [^\W0-9]{0,4} $
    """,
    re.VERBOSE,
)
_BEFORE_NAME = re.compile(rf"[^\u4e00-\u9fff][个项件家]?|{_WORDS['name_verbs']}|一轮|一(?!体)|[的了在和及与以将把对]")


def unquoted_phrases(
    text: str, taken: list[tuple[int, int]], names: NameIndex, places: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and refusal of the proposals outside the spans already taken, in text order.

    Parameters
    ----------
    text
        The text.
    taken
        Ascending spans of the quoted slogans.
    names
        What the same text puts between quotation marks elsewhere.
    places
        The regions that the text names, as `named_regions` returns them.
    """
    known = index_of_bare_names(places)
    free_from, following = 0, 0  # end of the last slogan; index of the next span taken
    for numeral in _NUMERAL.finditer(text):
        position = numeral.start()
        while following < len(taken) and taken[following][0] <= position:
            free_from = max(free_from, taken[following][1])
            following += 1
        if position < free_from:
            continue
        found = _named(text, position, known) or _named(text, position, names) or _formed(text, position)
        if found and found[0] >= free_from and (following == len(taken) or found[1] <= taken[following][0]):
            yield found
            if not found[2]:
                free_from = found[1]


def _named(text: str, position: int, names: NameIndex) -> tuple[int, int, str] | None:
    """Return the known name whose first numeral stands at the position."""
    found = names.at(text, position)
    if not found:
        return None
    start, name = found
    end = start + len(name)
    doctrine = doctrines_by_name().get(name)
    if doctrine and text[end : end + 1] and text[end] in doctrine.not_before:
        return None
    return start, end, ""


def _formed(text: str, position: int) -> tuple[int, int, str] | None:
    """Return the proposal of the grammar at a numeral."""
    match = UNQUOTED_FORM.match(text, position, position + _REACH)
    if not match:
        return None
    start, end = match.span()
    if match["split"] or match["packed"]:
        return _marked(match)
    if match["counted"]:
        return _counted(text, match)
    if match["articles"]:
        named = _ARTICLES_OF.search(text, max(0, start - 12), start)
        return (_name_start(text, start), end, "") if named else (start, end, "plain count")
    if match["staged"]:
        return start, end, "" if _ascending(match["staged"]) else "plain duration"
    if match["years"]:
        start = _name_start(text, start)
    if match["rank"]:
        floor = max(0, start - 14)
        ranking = _RANKING.search(text, floor, start)
        start = ranking.start() if ranking else start
    return start, end, ""


def _counted(text: str, match: re.Match[str]) -> tuple[int, int, str]:
    """Return the proposal of numeral, classifier and head, which without quotation marks is seldom a slogan."""
    start, after, head = match.start(), match.start("head"), match["head"]
    package = _PACKAGE.match(head)
    noun = package or _NOUN.match(head)
    end = after + (noun.end() if noun else min(len(head), 4))
    if _CONGRESS.match(text, start):
        return start, after, "congress or session"
    if own := _OWN.match(head):
        return start, after + own.end(), "own sections"
    if text[end - 2 : end] == "工作" and _SECTIONS_AFTER.match(text, end):
        return start, end, "own sections"  # 抓好以下九项重点工作。（一）: a speech on its own headings
    campaign = _CAMPAIGN.match(head) if text[after - 1] == "大" and text[start] not in "两二" else None
    if campaign and not _WORKS.search(campaign["what"]):
        return start, after + campaign.end(), ""
    if text[after - 1] in "大项":
        packaged = bool(package) or not _THING.match(head)
    else:  # 抓住耕地和种子两个要害, but not 建设甲、乙两个金融改革试验区
        packaged = bool(package) and not text[end : end + 1].isalpha()
    listed = (packaged and _listed_before(text, start, after)) or (package and _LISTED_AFTER.match(text, end))
    return start, end, "" if listed else "plain count"


def _marked(match: re.Match[str]) -> tuple[int, int, str] | None:
    """Return the proposal of a name that marks its members: 两个“毫不动摇”, 三专项（建筑工地、集贸市场、六小场所）."""
    start, end = match.span()
    if match["split"]:
        return (start, end, "") if without_quotation_marks(match["split"]) in doctrines_by_name() else None
    closes = sum(_counts(match["packed"])) == match["members"].count("、") + 1
    return start, end, "" if closes else "plain count"


def _counts(phrase: str) -> list[int]:
    return [number for number in slogan_digits(phrase) if isinstance(number, int)]


def _listed_before(text: str, start: int, after: int) -> bool:
    """Return whether as many members as the numeral says stand before it (生产、生活、生态三大布局)."""
    clause = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    counts = [(len(_BETWEEN.findall(part)) + 1,) for part in (clause, _OTHER_SET.sub("", clause))]
    return slogan_digits(text[start:after])[:1] in counts


@functools.lru_cache(maxsize=4096)
def _ascending(staged: str) -> bool:
    """Return whether the stages follow each other (一年强基、二年培优), unlike 五年历程…，五年成就…."""
    years = [number for number in slogan_digits(staged) if isinstance(number, int)]
    return all(earlier < later for earlier, later in itertools.pairwise(years))


def _name_start(text: str, start: int) -> int:
    """Return where the name before a numeral begins: after the last mark or verb (实施|国企改革|三年行动)."""
    before = text[max(0, start - 14) : start]
    cuts = [cut.end() for cut in _BEFORE_NAME.finditer(before)]
    return start - len(before) + cuts[-1] if cuts else start
