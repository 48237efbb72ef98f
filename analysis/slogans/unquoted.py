"""Numeric phrases without quotation marks.

They are slogans if they are known by name, have the form of one (国企改革三年行动) or stand by their list (三大布局 in
生产、生活、生态三大布局); 八个方面工作 has neither name nor form nor list. `unquoted_phrases` goes from numeral to
numeral; at each it asks `_known_name`, then `_proposal_of_form`.
"""

import functools
import itertools
import re
from collections.abc import Iterator

from ..characters import RULED_HAN
from ..language import alternation, load_lexicon
from .counted import counted_set, match_before
from .doctrines import NameIndex, doctrines_by_name, index_of_bare_names, without_quotation_marks
from .typology import CLASSIFIERS, NUMERALS, blank_idioms, slogan_digits

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("slogans").items()}
_HAN = f"[{RULED_HAN}]"
_REACH = 60  # code points: no slogan is longer

# What may stand behind digits that name a programme: 1139|工作部署, 965|现代产业体系
_BEHIND_DIGITS = (
    "(?:工作(?:部署|思路|法|机制|体系)|(?:现代)?(?:农业)?产业(?:发展)?体系|(?:发展)?战略|行动|工程(?![师款])|计划)"
)
# The parts of a plan of space, and what else it is made of (一江|两岸|三带). Places alone make none (五县一镇,
# 三江六岸), and what each has is a rule of its own (一园一主业).
_PARTS_OF_PLAN = "轴带核廊翼极圈屏园片群链港组湾心主副纵横"
_PARTS_OF_PLACE = "岸区城镇乡村县市江河湖山水点环线网基谷岛馆宫库"
_COUNTS = re.compile(f"[{NUMERALS}多]")
_PLANNED = re.compile(f"[{NUMERALS}多][{_PARTS_OF_PLAN}]")

# Where a numeral begins that may count: each run of numerals is visited once (possessive, so that a long run costs no
# more than its length), and a printed number only before a word that slogans use, since most are plain quantities.
_NUMERAL = re.compile(
    rf"""
    (?= [0-9第{NUMERALS}多] )                                # no other character is tried
    (?: (?<! [0-9.,] ) [0-9]++ (?= [+强佳条号件项分年大] )    # 1+1269, 500强, 20条, 1号, 15分钟, 7大产业集群
      | (?<! [0-9.,:：至-] ) [0-9]{{3,6}}+ (?= {_BEHIND_DIGITS} )    # 1139工作部署
      | (?<! [0-9.,] ) 12345 (?! [0-9.,万亿元个人吨米件户] )   # the hotline; but 12345亿元
      | (?<! [0-9] ) [第{NUMERALS}多] [{NUMERALS}]*+ )       # 三大布局, 第一要务, 多规合一
    """,
    re.VERBOSE,
)

_STAGE = (
    rf"[一二三四五六七八九十两]{{1,3}}年 (?! [内后来间] | 予以 | 中职 | 免费 | {_HAN}{{0,4}}率 ) "
    rf"[^\W{NUMERALS}0-9年率为的和]{{2,8}}"
)
# The forms of a slogan, at a numeral. What is decided by more than the form (counted, split, packed, staged, articles)
# is judged by the functions below.
UNQUOTED_FORM = re.compile(
    rf"""
    # 1+1269, 2+6+N
      (?P<formula>   (?<! [A-Za-z0-9.] ) [0-9]{{1,4}} (?: [+] (?: [0-9]{{1,4}} | [NXnx] ) )+ (?= {_HAN} | [”)）、] ) )
    # 1139|工作部署; but 2025行动, 500工程, 110工程
    | (?P<digits>    (?! (?: 19 | 20 ) [0-9]{{2}} (?! [0-9] ) | [0-9]*00 (?! [0-9] ) | 1[12][0-9] (?! [0-9] ) )
                     [0-9]{{3,6}} (?= {_BEHIND_DIGITS} ) )
    # 12345热线
    | (?P<hotline>   12345 (?! 件 ) )
    # 发展|第一要务, 一号工程, 二次创业; not 第一责任人
    | (?P<ordinal>   第一 (?: {_WORDS["ordinal_heads"]} ) (?! [人部] | 品牌 )
                   | 第一位 的? (?: 任务 | 工作 )
                   | [一1]号 (?: 工程 | 项目 | 课题 ) | 第?二次创业 )
    # 全国|十大品牌城市
    | (?P<top>       十大 (?: (?! [的和与] ) {_HAN} ){{2,10}}?
                     (?: 城市 | 品牌 | 企业 | 园区 | 景区 | 案例 | 新闻 | 人物 | 商圈 | 名[县镇村] ) )
    # 500强企业, 百强县, 20佳; not 百强度
    | (?P<rank>      (?: [0-9]{{2,3}} | 百 | 千 | 十 | 五百 ) [强佳] (?! [化度势调大烈而有者的] )
                     (?: 民营企业 | 企业 | (?: 数字 | 创新 )? 城市 | 县市区? | 市 | 区 | 中心镇 | 镇 | 乡镇
                     | 县 (?: [域区] | （ [县市区、]{{1,4}} ） )? | 园区 | (?: 科技 | 创新 ) 集群 | 开发区 | 高新区
                     | 机场 | 医院 | 高校 | 景区 )?
                     (?: {_HAN}{{0,6}}? 案例                    # 百佳园区党建品牌案例
                       # 百佳|窗口, 十佳|农民
                       | (?<= 佳 ) (?! [排榜获入列并之位第和与等居] | 评选 ) {_HAN}{{2,6}}?
                         (?= 称号 | 榜首 | 前列 | [，。、；和与] ) )? )
    # 一年强基、二年培优、三年达效; not 三年内完成, 三年毛入园率
    | (?P<staged>    {_STAGE} (?: [、，,] {_STAGE} )+
                     (?! [0-9A-Za-zⅠ-Ⅻ] | (?! [的为] ) {_HAN} | [、，,] [一二三四五六七八九十]{{1,2}}年 ) )
    # 三年行动计划, 五年攻坚, 十年禁渔; not 三年来行动
    | (?P<years>     (?: [0-9]{{1,2}} | [{NUMERALS}]{{1,2}} ) 年 [^\W0-9的来内完将我获每各期代底初是了]{{0,4}}?
                     (?: (?: {_WORDS["campaigns"]} ) (?! 了 | (?<= 倍增 ) 长 ) | 禁渔 )     # not 三年翻倍增|长
                     (?: (?: 专项 )? 行动 )? (?: 计划 | 方案 | 规划 | (?<= 提升 | 倍增 ) 工程 )?
                   # 三年推进计划; but 五年计划 is a plan of the state
                   | (?: [0-9]{{1,2}} | [一二三四五六七八九十两]{{1,2}} ) 年
                     [^\W0-9的来内完将我获每各期代底初是度]{{2,4}} 计划 )
    # 百日攻坚行动, 千日攻坚, 百日竞赛
    | (?P<days>      [百千] [日天] (?: (?! 等 ) {_HAN} ){{0,4}}?
                     (?: {_WORDS["campaigns"]} | 竞赛 | 活动 | 冲刺 ) (?: (?: 专项 )? (?: 行动 | 活动 ) )? )
    # 稳增长|20条, 惠企政策|28条; what stands before must be a policy
    | (?P<articles>  (?: [0-9]{{1,2}} | [{NUMERALS}]{{1,3}} ) 条
                     (?= 等 | 以及 | [和与及] | [》”，。、；\[〔﹝【［（(] ) )
    # 15分钟生活圈, 一刻钟便民生活圈
    | (?P<circle>    (?: (?: [0-9]{{1,2}} | 十五?|二十|三十 ) 分钟 | 一刻钟 ) {_HAN}{{0,6}} 圈 )
    # 十件民生实事, 20件实事; a number that is not round counts
    | (?P<deeds>     (?: [1-9]0 | [二三四五六七八九]?十 | 百 ) [件项] {_HAN}{{0,8}}? (?: 好事实事 | 实事 (?: 好事 )? ) )
    # 千人“帮办代办团”
    | (?P<corps>     [百千万] [人名企] “ [^“”\n]{{2,8}} (?<= [团队员兵军] ) ” )
    # 百名干部联百企, 万企兴万村; 百县千镇万村高质量发展工程, 千企升级计划
    | (?P<myriad>    (?<! [进入惠送暖到连] ) [百千万] {_HAN}{{1,4}} [联评进帮兴助扶] [百千万] {_HAN}
                     (?: [联评进帮兴助扶惠暖送促] [百千万] {_HAN} )*        # 万名干部进万村|惠万民
                   | (?: [百千] [县镇乡企园] )? [百千万亿]{{1,3}} [斤亩里人名家村企户头]
                     (?: (?! 以上 | 左右 | [的元等和] | 通过 ) {_HAN} ){{0,8}}? (?: 工程 (?! 师 ) | 行动 | 计划 ) )
    # 双百工程, 六百工程
    | (?P<sets>      [双三四五六] [百千] 工程 )
    # 五个一工程
    | (?P<ones>      [二三四五六七八九十] 个一 (?= 责任 | 工程 | 活动 | 行动 | 机制 | 标准 | 要求 ) )
    # 一企一策, 一镇一品
    | (?P<pair>      一 [^一\W]{{1,3}} 一 (?: {_WORDS["pairs_of_one"]} ) )
    # 多规合一, 三证合一, 多证（照）合一
    | (?P<merged>    [多二三四五六七八九两] {_HAN}{{1,2}} (?: [（(] {_HAN}{{1,2}} [）)] )? 合一 )
    # 一网办、一地办、一门办
    | (?P<chain>     一 [^\W一] (?P<last> [^\W一] ) (?: 、 一 [^\W一] (?P=last) ){{2,}} )
    # 一张蓝图、一个平台、一张表单、一套机制
    | (?P<ones_each> (?<! 、 ) 一 [张套支本条] {_HAN}{{2,6}} (?: 、 一 [张套支本条个项名] {_HAN}{{2,6}} ){{2,}}
                     (?! {_HAN} | 、 ) )
    # 一园三区, 一江两岸三带: the parts of a plan of space; but 五县一镇, places, and 八湖两河, waters
    | (?P<parts>     (?: [一二三四五六七八九十两双多] (?: 组团 | [{_PARTS_OF_PLAN}{_PARTS_OF_PLACE}] )
                         (?! [道路桥内外边] ) ){{2,}} (?! [{NUMERALS}] ) )
    # 省委|十项规定, 自治区党委|十条规定
    | (?P<rules>     (?<= [委府区市省] ) [五六七八九十]{{1,2}} [项条] 规定 )
    # 两个“毫不动摇”
    | (?P<split>     [二三四五六七八九十两] [个大项] “ [^“”\n]{{2,8}} ” )
    # 三专项（建筑工地、集贸市场、六小场所）
    | (?P<packed>    [二三四五六七八九十]{{1,2}} (?! [个座家条所名人户处台件种只期号年月类是级] )
                     [^\W{NUMERALS}]{{1,4}} (?: [一二三四五六七八九十] [^\W{NUMERALS}]{{1,3}} )?
                     (?= [（(] (?P<members> [^（()）\n]{{3,60}} ) [）)] ) )
    # 三大|布局: a numeral, a classifier and words of which some may be the name
    | (?P<counted>   (?: [二三四五六七八九十两]+ [{CLASSIFIERS}] | (?: [2-9] | 10 ) 大 ) (?P<head> {_HAN}{{2}} ) )
    """,
    re.VERBOSE,
)


def unquoted_phrases(
    text: str, taken: list[tuple[int, int]], names: NameIndex, places: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and refusal ("" for a slogan) of the proposals outside the spans already taken, in text order.

    Parameters
    ----------
    text
        The text.
    taken
        Ascending spans of the quoted slogans, code points, end exclusive.
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
        found = (
            _known_name(text, position, known)  # 两个确立
            or _known_name(text, position, names)  # 三大主导产业, where the text says “三大主导产业” too
            or _proposal_of_form(text, position)  # 国企改革三年行动
        )
        if found and found[0] >= free_from and (following == len(taken) or found[1] <= taken[following][0]):
            start, end, refused = found
            # 产业发展|行动计划: the name ends with the last word of its form, where a quotation does not follow
            whole = _REST_OF_FORM.match(text, end) if not refused and text.startswith("行动", end - 2) else None
            end = whole.end() if whole and (following == len(taken) or whole.end() <= taken[following][0]) else end
            yield start, end, refused
            if not refused:
                free_from = end


# 百万亩油茶产业发展行动|计划; but 十大行动计划投资400亿元
_REST_OF_FORM = re.compile("(?:计划|方案)(?!总?投资|完成|实施|安排|新增|[在于用从到今明年0-9])")
_THRESHOLD = ("超", "破", "逾")
_NUMERAL_SIGNS = f"{NUMERALS}第"  # before digits: 第|1+838; a numeral begins behind no digit


def _known_name(text: str, position: int, names: NameIndex) -> tuple[int, int, str] | None:
    """Return the name of the index whose first numeral stands at the position; None if there is none."""
    found = names.at(text, position)
    if not found:
        return None
    start, name = found
    end = start + len(name)
    if start == position and text[start - 1 : start] and text[start - 1] in _NUMERAL_SIGNS:  # 厦门十|五年发展战略
        return None
    if start == position and text[start - 1 : start] in _THRESHOLD:  # 总产值超|千亿元园区
        return None
    doctrine = doctrines_by_name().get(name)
    if doctrine and text[end : end + 1] and text[end] in doctrine.not_before:  # 双创造了纪录 does not name 双创
        return None
    return start, end, ""


# The forms, judged.

_POLICY = re.compile(rf"(?:{_WORDS['articles']})$")  # 稳增长|20条
_PLACE = "世界|中国|全国|全省|全市|全球|亚洲|国内"
_RANKING = re.compile(
    rf"""
      (?: {_PLACE} ) (?: (?! {_PLACE} ) [^\W0-9] ){{0,10}} $                                        # 全国高新区|20强
    | (?: 民营 | 制造业 | 服务业 | 综合实力 | 县域经济 )                                              # 制造业|百强企业
      (?: (?! [跃进入列跻居在中全] ) [^\W0-9] ){{0,4}} $
    """,
    re.VERBOSE,
)
# 省定|12件、市定|, a number that is not round, of the same head
_COUNTED_BESIDE = re.compile(
    "(?<![0-9])(?![1-9]0[件项])[0-9]{1,3}[件项](?:[国省市州县区][定列级下办]?)?(?:重点)?(?:为民办|民生)?(?:实事)?"
    "[、和][国省市州县区定列级]{0,3}$"
)
# 健康生活进|百万家庭, but 推进|百万家庭…
_ENTERS = re.compile(
    rf"{_HAN}{{2}}(?<!推)(?<!跃)(?<!迈)(?<!促)(?<!引)(?<!改)(?<!走)(?<!挺)(?<!跨)(?<!增)(?<!深)[进惠入]$"
)
_DURATION = re.compile("(?:分|过去|经过|未来|近|这|历时|连续|每|(?<!学)[前后]|为期|时隔|又一个)$")
# 。五年拓展提升，城乡面貌…
_SENTENCE_ENDS = tuple("。！？；\n")
_BARE_DURATION = re.compile("(?:提升|整治|倍增|大建设)$")
_LEADING = re.compile(rf"(?:{_WORDS['leading_words']})+")
_BRACKET = re.compile(f"[^{NUMERALS}0-9][）)]$")
_BEFORE_NAME = re.compile(
    rf"""
      [0-9] [万亿]? (?: 公里 | [个项件家条户处座名元年月日] )                      # 3个|…
    | [^\u4e00-\u9fff]                                                        # a mark
    | (?: {_WORDS["name_verbs"]} ) 好?     # 实施|国企改革三年行动, 兑现好|…
    # 。深化|农产品加工业三年行动; but 国企改革深化提升三年行动
    | (?: (?<= [^\u4e00-\u9fff] ) | (?<= 持续 | 全面 ) ) (?: 深化 | 巩固 (?: 提升 | 拓展 | 深化 )? )
    | {_WORDS["owners"]}                  # 省政府|…, 我市|人才新政23条
    | 轮 | 一 (?! [体步般流定] )                    # 新一轮|…, 第七轮|…; but 城乡客运一体化三年行动
    | (?<! 目 ) 的 | (?<! [高中初平] ) 等 (?! 级 ) | 在 (?! [线校建编岗] )
    | 和 (?! [谐平睦美] ) | (?<! [普涉] ) 及 (?! 时 )
    | (?<! 参 ) 与 | 对 (?! [外口标接象非] ) | [了将把是] | 以 [下上内外]?   # 推进改革试点和|环境整治三年行动
    """,
    re.VERBOSE,
)


def _proposal_of_form(text: str, position: int) -> tuple[int, int, str] | None:
    """Return start, end and refusal of the form of a slogan at a numeral; None if it has no form."""
    match = UNQUOTED_FORM.match(text, position, position + _REACH)
    if not match:
        return None
    start, end = match.span()
    ranking = match_before(_RANKING, text, start) if match["rank"] or match["top"] else None
    # Case 1: numeral, classifier and head: 三大布局, or what no field ranks: 十大重点品牌
    if match["counted"] or (match["top"] and not ranking):
        return counted_set(text, start, match.start("head") if match["counted"] else start + len("十大"))
    # Case 2: members in quotation marks or brackets: 两个“毫不动摇”, 三专项（…）
    if match["split"] or match["packed"]:
        return _with_marked_members(match)
    # Case 3: articles of a policy, with its name: 出台|稳增长20条; not 改造道路20条
    if match["articles"]:
        is_policy = match_before(_POLICY, text, start)
        return (_name_start(text, start), end, "") if is_policy else (start, end, "plain count")
    # Case 4: a campaign of years, with its name: 实施|国企改革三年行动; but 过去|五年成于攻坚
    if match["years"]:
        lasted = match_before(_DURATION, text, start) or (
            text.endswith(_SENTENCE_ENDS, 0, start) and _BARE_DURATION.search(match["years"])
        )
        return (start, end, "plain duration") if lasted else (_name_start(text, start), end, "")
    refusal, begins = "", start
    # Case 5: deeds that are counted beside others: 省定12件、市定|20件民生实事
    if match["deeds"] and match_before(_COUNTED_BESIDE, text, start, 16):
        refusal = "plain count"
    # Case 6: many that are entered: 实施|健康生活进百万家庭工程
    elif match["myriad"] and match_before(_ENTERS, text, start):
        begins = _name_start(text, start)
    # Case 7: a staged timetable: 一年强基、二年培优; not 五年历程波澜壮阔，五年成就振奋人心
    elif match["staged"] and not _is_ascending(match["staged"]):
        refusal = "plain duration"
    # Case 8: places (五县一镇), which make no plan of space as 一园三区 does
    elif match["parts"] and not _is_plan_of_space(match["parts"]):
        refusal = "plain count"
    # Case 9: a ranking, with its field: 跻身|全国高新区20强, 中国|十大品牌城市
    return ranking.start() if ranking else begins, end, refusal


def _name_start(text: str, start: int) -> int:
    """Return where the name before a numeral begins: after the last mark or verb (实施|国企改革|三年行动)."""
    before = text[max(0, start - 24) : start]
    cuts = [cut.end() for cut in _BEFORE_NAME.finditer(before)]
    # “一带一路”建设|三年行动, 国家（商品）馆|三年行动: what a quotation or bracket begins is no name without it;
    # but （10）疾病防控三年行动
    if not cuts or before[cuts[-1] - 1] in "”》" or _BRACKET.search(before[: cuts[-1]]):
        return start
    begins = start - len(before) + _first_of_coordination(before, cuts)
    leading = _LEADING.match(text, begins, start)  # 抓实|安全生产治本攻坚三年行动
    return leading.end() if leading else begins


# What one name coordinates: 棚户区和|城中村改造三年行动, 幸福西宁·|绿色交通三年行动; what is done of itself is another
# programme: 改革试点和|环境整治三年行动.
_JOINS = "和及与·"
_ANY_WORDS = re.compile(rf"(?!.*(?:行动|计划|方案|工程|措施)$){_HAN}{{2,12}}")
_DONE_TO_IT = re.compile("发展|利用|管护|管理|治理|提升|改造|整治|入地|保护|建设|运营")
_COORDINATED = re.compile(rf"(?!.*(?:{_WORDS['programmes_of_their_own']})$){_HAN}{{2,12}}")


def _first_of_coordination(before: str, cuts: list[int]) -> int:
    """Return where a name begins that coordinates what stands on both sides of 和: 棚户区和|城中村改造三年行动.

    Parameters
    ----------
    before
        What stands before the numeral.
    cuts
        Where in it a name may begin, ascending.
    """
    if len(cuts) < 2 or before[cuts[-1] - 1] not in _JOINS or cuts[-1] == len(before):
        return cuts[-1]
    earlier, join = cuts[-2], cuts[-1] - 1
    # A list goes on before it, and a bracket ends another name: 水泥、琉璃瓦和|热电整治三年行动
    is_list = before[earlier - 1] in f"{_JOINS}、）)”》"
    # 口岸建设与|发展三年行动: what is done names no programme without what it is done to
    coordinated = _ANY_WORDS if _DONE_TO_IT.fullmatch(before, cuts[-1]) else _COORDINATED
    return earlier if not is_list and coordinated.fullmatch(before[earlier:join]) else cuts[-1]


def _is_plan_of_space(parts: str) -> bool:
    """Return whether parts are those of a plan of space (一园三区), unlike 五县一镇, and 三山五园, a place by name."""
    counted = blank_idioms(parts)
    # 一镇一园 is a rule for each, 多点多极 counts nothing; but 一区多园
    return bool(_PLANNED.search(counted)) and set(_COUNTS.findall(counted)) not in ({"一"}, {"多"})


@functools.lru_cache(maxsize=4096)
def _is_ascending(staged: str) -> bool:
    """Return whether the stages follow each other (一年强基、二年培优), unlike 五年历程…，五年成就…."""
    years = [number for number in slogan_digits(staged) if isinstance(number, int)]
    return all(earlier < later for earlier, later in itertools.pairwise(years))


def _with_marked_members(match: re.Match[str]) -> tuple[int, int, str] | None:
    """Return start, end and refusal of a name that marks its members."""
    start, end = match.span()
    # Case 1: 两个“毫不动摇” if it is a doctrine without its marks; two quoted things of other names are just two
    if match["split"]:
        return (start, end, "") if without_quotation_marks(match["split"]) in doctrines_by_name() else None
    # Case 2: 三专项（建筑工地、集贸市场、六小场所） if the brackets hold as many as the digits say
    announced = sum(number for number in slogan_digits(match["packed"]) if isinstance(number, int))
    return start, end, "" if announced == match["members"].count("、") + 1 else "plain count"
