"""Sets counted without quotation marks: numeral, classifier and head (三大|布局), and where their name ends.

Four things make a set of them: a head that names programmes (五大|会战, 四大|千亿产业), whether or not the text lists
its members; any other head that packages, if the list stands directly before or after; a text that takes the set as
known, since it acts on it as one (聚焦|五大产业集群), names it beside another (六大功能区、|九大平台) or explains it in
a note (五大科创城|[2]); and, in a text that names a set so, every later mention of the same name. What is counted
otherwise is a plain count (六大|园区), since nothing packages it. A set that the text counts as one of several
(全国三大基地之一) or ranks is none of its own.
"""

import re

from ..characters import RULED_HAN
from ..language import alternation, load_lexicon
from .typology import NUMERALS, slogan_digits

_LISTED = {entry: fields["words"] for entry, fields in load_lexicon("slogans").items()}
_WORDS = {entry: alternation(words) for entry, words in _LISTED.items()}
_HAN = f"[{RULED_HAN}]"
_NO_HAN = rf"(?!{_HAN})"
_REACH = 60  # code points before a name in which its members may stand

# Where the name ends: at the last of the heads that follow each other with nothing but attributes between them, so that
# 五大百亿|战略|性|新兴产业 does not end at 战略. A head that goes on as another word (突破|口, 中心|城区) is none.
_HEAD = alternation(
    {
        *_LISTED["package_heads"],
        *_LISTED["list_nouns"],
        *_LISTED["campaign_sets"],
        *_LISTED["programme_heads"],
        *_LISTED["programme_heads_of_items"],
        *_LISTED["programme_heads_of_pieces"],
        *_LISTED["known_heads"],
    }
    - {*_LISTED["attributes_too"]}
)
_ALONE = rf"(?:{_WORDS['package_heads_alone']})(?=建设|[和与及等]|{_NO_HAN})"
_NAME = re.compile(
    rf"""
    (?P<what> {_HAN}{{0,8}}? ) (?! {_WORDS["attributes_too"]} )
    (?: {_ALONE}
      | (?: {_HEAD} )
        (?: (?: {_WORDS["attributes"]} | {_WORDS["attributes_too"]} | (?! 项目 | 布局产业 ) (?: {_HEAD} ) )*
            (?! 项目 | 布局产业 ) (?: {_HEAD} ) )? )
    (?! [区城镇村性型师员口点极部量机长群条仗役物房域] | 源 (?! 头 ) | 包 (?! 括 )
      | (?<= 产业 | 功能 ) [链带园集] (?! [动聚] )
      # 十大产业|振兴规划, 三项工程|规范化
      | (?<= 振兴 ) 规划 | (?<= 结构 ) 调整 | (?<= 技术 ) (?: 自主 | 创新 ) | (?<= 规范 ) 化 )
    """,
    re.VERBOSE,
)
# 美术馆、音乐厅三大|场馆|建设: a name without head ends before a verb or a mark
_PREDICATE = rf"{_WORDS['name_verbs']}|{_WORDS['predicates']}|[为是的等]"
_WITHOUT_HEAD = re.compile(rf"{_HAN}{{2,4}}?(?=建设|发展|{_PREDICATE}|{_NO_HAN})")
# What things have is not what is counted: 三大|中心城市|定位, but 三大|战略定位
_QUALITY_OF_THINGS = re.compile(
    rf"(?P<things>{_HAN}{{0,8}}?(?:{_WORDS['plain_things']}|{_WORDS['things_with_qualities']})(?<!区域))(?![区带链园]|集[群团])"
    rf"{_HAN}{{0,6}}?(?:{_WORDS['qualities']})"
)
_VERB = re.compile(rf"{_PREDICATE}|[将在]")  # 三大|举措推进改革 has no name

# Heads that name a programme whether or not its members follow, by classifier.
_PROGRAMME = {
    "大": re.compile(rf"(?:{_WORDS['programme_heads']}|{_WORDS['campaign_sets']})$"),  # 五大|会战, 四大|主导产业
    "项": re.compile(rf"(?:{_WORDS['programme_heads_of_items']})$"),  # 五项|原则
    **dict.fromkeys("张条篇场块道", re.compile(rf"(?:{_WORDS['programme_heads_of_pieces']})$")),  # 三张|清单
}
_CAMPAIGN = re.compile(rf"(?:{_WORDS['campaign_sets']})$")
_WORKS = re.compile(_WORDS["works"])  # 水利, 改造
_ONE_OF_THEM = re.compile("[^，。、；]{0,4}之[一首]")  # 全国三大基地|之一
# 前|三大产业 ranks, 这|三大任务 points back, 全国|六大基地 is a set of the nation's
_NO_SET_OF_ITS_OWN = re.compile("[前第余这那几各每]$|(?:世界|全球|全国|我国|中国|国内|亚洲|东亚|华东)$")

# Heads that package a set if its list stands beside it: 三大|攻坚战, 两个|重点; not 五大|中心城区, 三大|重点设施.
_PACKAGE = re.compile(
    rf"{_HAN}{{0,6}}?(?:(?:{_WORDS['package_heads']})(?![区城镇])|(?:{_WORDS['package_heads_alone']})(?!{_HAN}))"
)
_PACKAGE_ALONE = re.compile(rf"(?:{_WORDS['package_heads']}|{_WORDS['package_heads_alone']})$")
_OWN_SECTIONS = re.compile(rf"(?!工作任务)(?:{_WORDS['own_sections']})")  # 八个|方面工作
_THING = re.compile(rf"{_HAN}{{0,4}}?(?:{_WORDS['plain_things']})")  # 两大|城市
_NO_SET = re.compile("五大连池|八大山人|[二三四五六七八九]{2}")  # 三七大数据中心, of the herb 三七
_CONGRESS = re.compile("十[一二三四五六七八九]大|二十大")
_FOLLOWING = re.compile("(?:以下|下列|下面|如下)(?:这|的)?$")  # 着力抓好以下|十二项任务
_SECTIONS_AFTER = re.compile(r"[。，,：:]?\s*(?:（一）|\(一\)|一、|一是|[0-9])")
_LISTED_AFTER = re.compile(r"[：:]|[。，,]?\s*(?:一是|首先|——|（一）|\(一\)|一、|（1）|\(1\))")  # 提出八项重点工作|：
_CLAUSE_MARK = re.compile("[，,。；;：:\n！？!?（(]")
_BETWEEN_MEMBERS = re.compile("、|”“|[和与及](?=[^、]{1,14}$)")
_JOINS = re.compile("”“|[、和与及]")
_SEVERAL = range(4, 8)  # of fewer or more members 和 and 及 would make up the number by chance
# What stands before the members: the number of a heading (十一、|…), other sets of the same series
# (…两个基础、|A和B|两个重点).
_OTHER_SET = re.compile(rf"^[*\s]*[{NUMERALS}]{{1,3}}、|^.*[二三四五六七八九十两][个大项][^、]{{1,6}}、")


def counted_set(text: str, start: int, after: int) -> tuple[int, int, str]:
    """Return start, end and refusal ("" for a slogan) of numeral, classifier and what they count.

    Parameters
    ----------
    text
        The text at half width.
    start, after
        Where the numeral begins, and where what is counted begins, behind the classifier.
    """
    end, what, bare = name_of_set(text, after)
    # Case 1: 党的十六大|精神
    if _CONGRESS.match(text, start):
        return start, after, "congress or session"
    if _NO_SET.match(text, start) or text.endswith("收支", 0, start):  # 收支|两条线改革
        return start, after, "plain count"
    # Case 2: a speech counts its own sections: 抓好八个方面工作; 抓好以下九项重点工作。（一）…; but a note that
    # explains them makes a set of them: 三个工作法|〔9〕
    explained = end > after and _is_explained_by_note(text, start, after, end)
    if not explained and (own := _OWN_SECTIONS.match(text, after)):  # but 六大|工作任务
        return start, own.end(), "own sections"
    follow = text[end - 2 : end] == "工作" or (text[end - 2 : end] == "任务" and match_before(_FOLLOWING, text, start))
    if not explained and follow and _SECTIONS_AFTER.match(text, end):
        return start, end, "own sections"
    # Case 3: a head names a programme: 五大|会战, 三张|清单, 十大重点|工程, wherever its members stand
    if explained or _names_programme(text, start, after, end, what):
        return start, end, ""
    # Case 4: the head packages, and the list stands directly before or after: 三大任务：甲、乙、丙
    package = _PACKAGE.match(text, after, end)
    if text[after - 1] in "大项":  # they package what no plain things are: 三大布局; but 唐山、保定两大城市
        is_packaged = bool(package) or not _THING.match(text, after, end)
    else:  # other classifiers need a head that ends there: 抓住耕地和种子两个要害; but 两个金融改革试验区
        package = _PACKAGE_ALONE.search(text[after:end])
        is_packaged = bool(package) and not text[end : end + 1].isalpha()
    is_packaged = is_packaged and not (bare and text[start] in "两二")  # 土地和环境容量是两大制约因素
    listed = (is_packaged and _listed_before(text, start, after)) or (package and _LISTED_AFTER.match(text, end))
    # Case 5: the text takes the set as known: 聚焦|五大产业集群, 六大功能区、|九大平台
    is_set = end > after and (listed or (not bare and _is_known(text, start, after, end)))
    return start, end, "" if is_set else "plain count"


def name_of_set(text: str, after: int) -> tuple[int, str, bool]:
    """Return where the name of a set ends, the words before its first head, and whether it has no head.

    Parameters
    ----------
    text
        The text at half width.
    after
        Where what is counted begins, behind the classifier.


    Returns
    -------
    tuple
        A name without a head ends at a mark or before 建设, 发展; one whose end is not known has no words.
    """
    named = _NAME.match(text, after, after + 18)
    verb = _VERB.search(named["what"]) if named else None
    # Case 1: 四大|投资集团|融资能力: the set is of groups, whose ability is not counted
    if named and not verb and (owner := _QUALITY_OF_THINGS.fullmatch(text, after, named.end())):
        return owner.end("things"), named["what"], False
    # Case 2: 三大|电子信息|产业集群
    if named and not verb:
        return named.end(), named["what"], False
    # Case 3: no head that names sets: 三大|场馆|建设, 两大|系统|推进改革
    bare = _WITHOUT_HEAD.match(text, after)
    return bare.end() if bare else after, "", True


def _names_programme(text: str, start: int, after: int, end: int, what: str) -> bool:
    """Return whether a set is named by its head alone (五大|会战), and is neither one of several nor of a ranking."""
    classifier, numeral, name = text[after - 1], text[start : after - 1], text[after:end]
    programme = _PROGRAMME.get(classifier)
    if not programme or not programme.search(name) or what.startswith("类"):  # 九大|类民生支出
        return False
    # Case 1: two works, or works that are built, are counted: 推进两大工程, 建设三大水利工程
    if (_CAMPAIGN.search(name) or classifier == "项") and (numeral in ("两", "二") or _WORKS.search(name)):
        return False
    # Case 2: more items than ten are counted: 推出四十项改革
    if classifier != "大" and len(numeral) > 1:
        return False
    return not match_before(_NO_SET_OF_ITS_OWN, text, start) and not _ONE_OF_THEM.match(text, end)


def match_before(pattern: re.Pattern[str], text: str, end: int, reach: int = 14) -> re.Match[str] | None:
    """Return the match of a pattern that ends with `$` in the last code points before `end`; None if there is none.

    Parameters
    ----------
    pattern
        The pattern; what it looks behind for may stand before those code points.
    text, end
        The text, and where the words end that the pattern looks at.
    reach
        How many code points the match may take.
    """
    return pattern.search(text, max(0, end - reach), end)


def _clause_before(text: str, end: int) -> str:
    """Return what stands before `end` in its clause, in the reach of a name."""
    return _CLAUSE_MARK.split(text[max(0, end - _REACH) : end])[-1]


# Sets that the text takes as known.

_KNOWN_HEAD = re.compile(rf"(?:{_WORDS['known_heads']}|(?<=大)(?:中心|重点))$")
_SEVERAL_THINGS = re.compile("[三四五六七八九十0-9]")  # 两大|园区 are just two
_KNOWN_OF_PIECES = {
    "项": re.compile(rf"(?:{_WORDS['known_heads_of_items']})$"),
    "个": re.compile(rf"(?:{_WORDS['known_heads_of_ones']})$"),
}
_SEVERAL_PIECES = re.compile("[三四五六七八九十]")  # Arabic numerals count: 7个园区|[3]
_LONGEST_KNOWN_OF_PIECES = 4
_ONE_MORE_NUMERAL = re.compile(f"[{NUMERALS}]、$")
_LONGEST_OF_PIECES = 6  # 四项落实制, but 三个新组建的运营中心
# 聚焦|五大产业集群; 。推进|农产品精深加工|八大集群, 大力发展|服务业|十大行业; but 长三角一体化|发展|十大典型制度
_ACTED_ON = re.compile(
    rf"""
    (?<! [化量] ) (?: {_WORDS["acting_verbs"]} ) (?: [好强优了] | [全我][市省区州县] )? $
    | (?: (?<! {_HAN} ) | {_WORDS["adverbs_of_acting"]} ) (?: {_WORDS["acting_verbs"]} ) (?: [好强优了] )?
      (?: (?! {_PREDICATE} | [在和与及了] ) {_HAN} ){{1,8}} $
    """,
    re.VERBOSE,
)
# 推行|行政执法|三项制度: without a name before it, it is a count
_ACTED_ON_BY_NAME = re.compile(
    rf"(?:{_WORDS['acting_verbs']}|{_WORDS['name_verbs']})(?:(?!{_PREDICATE}|建立|建设|[在和与及了]){_HAN}){{2,10}}$"
    "|打[好响赢]$"
)
_MADE_INTO = re.compile(rf"{_HAN}{{0,6}}?[为作](?!了)")
_BEHIND_OTHERS = tuple("、和与及等")
_ACTING_FIRST = re.compile(rf"[*\s]{{0,4}}(?:{_WORDS['adverbs_of_acting']}){{0,3}}(?:{_WORDS['acting_verbs']})")
# 七大基地|提速建设
_ACTS = re.compile(rf"(?:{_WORDS['progress']})(?!{_HAN}{{0,2}}(?:{_WORDS['qualities']}))")
_SENTENCE_BEGINS = re.compile(r"(?:^|[，,。；;：:\n*—）)将把])$")
# 六大功能区、|九大平台 and 九大平台|和六大功能区
_SET_BESIDE = re.compile(rf"(?:[三四五六七八九十]|[3-9]|10)大[^\W0-9{NUMERALS}]{{2,10}}[、和与及]$")
_BESIDE_SET = re.compile(rf"[、和与及](?:[三四五六七八九十]|[3-9]|10)大[^\W0-9{NUMERALS}]{{2}}")
# What is built, awarded or merely there is counted: 建成|十大项目, 入选|十大创新平台, 全市有|七大园区. The three
# sectors are no set, and a set that sorts what is counted behind it is none.
_NOT_KNOWN = re.compile(
    "(?:建成|新建|完成|竣工|开工|共有|拥有|[市省区州县]有(?![序力效])|入选|跻身|获评|评为|荣获|列入|当选)[^，。；、]{0,12}$"
)
_COUNTED_ON = re.compile(r"(?<=领域)、?[0-9]|[0-9]+[项个类条方]")  # 六大领域|80个项目
_SECTORS = "三大产业"
# The number of a note: [2], 〔9〕, （3）, ①
_NOTE_BEHIND = re.compile(r"\s?(?:[\[〔﹝【［（(]\s?\^?[0-9]{1,3}\s?[\]〕﹞】］）)]|[①-⑳㉑-㊿])")


def _is_known(text: str, start: int, after: int, end: int) -> bool:
    """Return whether the text takes the set text[start:end], whose name begins at `after`, as known."""
    # Case 1: pieces, under a name of their own: 推行|行政执法三项制度, 打好|六个攻坚战
    if text[after - 1] != "大":
        heads = _KNOWN_OF_PIECES.get(text[after - 1])
        is_short = end - after <= _LONGEST_KNOWN_OF_PIECES  # 三项制度, but 六项国家级改革试点
        is_set = is_short and heads and heads.search(text, after, end) and _SEVERAL_PIECES.match(text, start)
        return bool(is_set and match_before(_ACTED_ON_BY_NAME, text, start))
    if not _may_be_known(text, start, after, end):
        return False
    return bool(
        # Case 2: the text acts on it: 聚焦|五大产业集群
        match_before(_ACTED_ON, text, start)
        # Case 3: it moves as one: 。七大基地|提速建设
        or (match_before(_SENTENCE_BEGINS, text, start) and _ACTS.match(text, end))
        # Case 4: 以|五大平台建设为抓手
        or (text.endswith(("以", "把", "将"), 0, start) and _MADE_INTO.match(text, end))
        # Case 5: beside another: 六大功能区、|九大平台
        or match_before(_SET_BESIDE, text, start)
        or _BESIDE_SET.match(text, end)
        # Case 6: one of several that the text acts on, or behind some of its members: 推进甲区、|五大科创城建设,
        # 做强钢铁、化工等|五大产业集群
        or (text.endswith(_BEHIND_OTHERS, 0, start) and _ACTING_FIRST.match(_clause_before(text, start)))
    )


def _may_be_known(text: str, start: int, after: int, end: int) -> bool:
    """Return whether the set text[start:end] under 大 is of a kind that texts take as known, and not counted here."""
    # 两大|园区 are just two; 五大|场馆 are things
    if not _SEVERAL_THINGS.match(text, start) or not _KNOWN_HEAD.search(text, after, end):
        return False
    # Case 1: one of several, or the first of a ranking: 全国三大基地|之一, 前三大产业
    if match_before(_NO_SET_OF_ITS_OWN, text, start) or _ONE_OF_THEM.match(text, end):
        return False
    # Case 2: 八大|类工程 sorts them, 三大产业 are the sectors, 六大领域|80个项目 counts the projects
    if text.startswith("类", after) or text[start:end] == _SECTORS or _COUNTED_ON.match(text, end):
        return False
    # Case 3: 建设三大水利工程 counts works, unless they are ten
    if _WORKS.search(text, after, end) and not text.startswith(("十", "10"), start):
        return False
    # Case 4: what is built, awarded or merely there is counted: 建成|十大项目
    return not match_before(_NOT_KNOWN, text, start)


def _is_explained_by_note(text: str, start: int, after: int, end: int) -> bool:
    """Return whether a note stands directly behind the set text[start:end]: 五大科创城|[2], 四项落实制|〔10〕."""
    if not _NOTE_BEHIND.match(text, end) or not _SEVERAL_PIECES.match(text, start):
        return False
    # 五种疾病|[25] and 九条政策|[3] are counted, and 二、三支柱|[49] are the second and the third
    if text[after - 1] in "种条" or match_before(_ONE_MORE_NUMERAL, text, start):
        return False
    return text[after - 1] == "大" or end - after <= _LONGEST_OF_PIECES


def _listed_before(text: str, start: int, after: int) -> bool:
    """Return whether as many members as the numeral text[start:after] says stand in the clause before it."""
    clause = _clause_before(text, start)
    counts = [(len(_BETWEEN_MEMBERS.findall(part)) + 1,) for part in (clause, _OTHER_SET.sub("", clause))]
    joined = len(_JOINS.findall(clause)) + 1
    counts += [(joined,)] if joined in _SEVERAL else []  # 电子、通讯、计算机及网络和数字电视五大产业链
    return slogan_digits(text[start:after])[:1] in counts
