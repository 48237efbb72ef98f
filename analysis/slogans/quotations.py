"""Numeric phrases between quotation marks, the way in which officials mark a name.

They are slogans (“六个北海”) unless a reason is found (“十四五”, “最后一公里”). `quoted_phrases` proposes every
quotation that holds a numeral; `_judged` finds the slogan within it, and `refusal_of_quotation` asks the reasons one
after the other.
"""

import functools
import re
from collections.abc import Iterator

from ..language import alternation, load_lexicon
from .counted import name_of_set
from .doctrines import doctrine_within, doctrines_by_name
from .typology import CLASSIFIERS, NUMERALS, STAGED_PHRASE, blank_idioms, slogan_type

QUOTED_PHRASE = re.compile(r'“([^“”\n]*)”|「([^「」\n]*)」|『([^『』\n]*)』|"([^"\n]*)"')
"""A quotation with any pair of double quotation marks, its words in the one group that matched."""
_INNER_QUOTATION = re.compile(r"‘([^‘’\n]*)’")  # “我们创业北海、‘六个北海’,一切出发点…”
_ADJACENT_QUOTATIONS = re.compile("“([^“”\n]{1,6})”“([^“”\n]{1,6})”")  # “一带”“一路”: one name in two quotations
_LONGEST = 40  # code points; a longer quotation is speech
_LONGEST_NAME = 28

_WORDS = {entry: alternation(fields["words"]) for entry, fields in load_lexicon("refusals").items()}
_OWN_SECTIONS = alternation(load_lexicon("slogans")["own_sections"]["words"])
_HEADS_OF_ONE = alternation(load_lexicon("slogans")["brands_of_one"]["words"])
_NUMERAL = f"[{NUMERALS}]"
_COUNT = "[0-9一二三四五六七八九十百]"
_COUNTED = re.compile(f"[{NUMERALS}0-9]")
_IDIOM = re.compile(_WORDS["idiom"])
_MORE_THAN_ONE = re.compile("[二三四五六七八九十两双百千万亿0-9]")
# What counts to one and is a brand all the same.
_BRAND_OF_ONE = re.compile(
    rf"""
      一 [^一□]{{1,6}} 一 [^一□]                 # 一企一策
    | [^一] 一 [^一] 一 $                        # 驻一联一
    | 一 (?: {_HEADS_OF_ONE} )                   # 一网通办
    | 一 (?: 刻钟 | 小时 ) .{{0,6}} 圈            # 一刻钟便民圈
    | [只跑] 一? [次趟]                          # 只跑一次
    | 多.{{1,2}}合一                             # 多规合一
    | 全[省国市域] 一 [^一]{{1,3}} $             # 全省一单
    | 第一                                       # 第一战场
    """,
    re.VERBOSE,
)
# 一个班子成员、一个产业园区 gives the members of a set, not its name
_ORDINARY_ONES = re.compile("一[个批样名家].*一[个批样名家]")
# 还全市人民一条清澈母亲河, but 高效办成一件事, 责任一张图
_ONE_OF_A_SENTENCE = re.compile(r"^[^一]{2,}一[个条张句份次][^一□]{3,}$")
# The mark of a note at the end of a quotation (两违|[24], 四督|①), and a name with the ? that is left of one whose sign
# was lost (四个不发生|?), unless it asks.
_NOTE = re.compile(r"(?:[\[〔﹝【［(（][0-9]{1,3}[\]〕﹞】］)）]|[①-⑳㉑-㊿])$")
_WITH_LOST_NOTE = re.compile(rf"(?!.*[吗呢么谁怎何哪几])[{NUMERALS}0-9].{{1,8}}\?")
_CLAUSE_MARK = re.compile("[，,。;；？?！!：:]")
_SENTENCE_MARK = re.compile("[。？?！!]")
# Names coordinated in one quotation are one slogan: 大干40天、比拼开门红. What is longer than a name is a clause.
_BETWEEN_NAMES = re.compile("[、，,]")
_BETWEEN_COMMAS = re.compile("(?:[^、（(]++|[（(][^（()）]*[）)]|[（(])+")  # 全国百强县（市、区） is one
_VERSE = re.compile(r"[^\W0-9]{5}[，,][^\W0-9]{5}|[^\W0-9]{7}[，,][^\W0-9]{7}")
_POLICY = re.compile("[年件榜聚振兴蓝域建创新促抓办帮企链率网门次点实干现目标战市县政府改价健艺梦师工共]")
_COORDINATED_NAME = re.compile(r"[^\W_](?:[^。;；？?！!：:‘’（(\n]{0,9})")
_LONGEST_OF_A_PAIR = 5  # 一业特强，多业并举; but 打造四个中心，建设现代泉城
_PLACES = re.compile("[保争进冲夺][一二三四五六七八九十](?:[保争进冲夺][一二三四五六七八九十])+")  # 保二争一
_CIRCLE_BEHIND = re.compile(r"(?:[0-9]{1,2}|一|十|十五|二十|三十)(?:分钟|小时|刻钟)”[\u4e00-\u9fff]{0,6}圈")
# “九大”文旅品牌, “两种”精神: the name goes on behind the marks, and without it nothing is named; but “两重”, “九条”
_TENS = "[二三四五]?十[一二三四五六七八九]?"
_BARE_COUNT = re.compile(
    f"(?:[{NUMERALS}]|10|{_TENS})(?P<no_name>[大项个种类件张])|(?:[{NUMERALS}]|10)[条道块句篇对]|{_TENS}对"
)

# A plain word up to a mark or a particle, without what is done with it: “五个”优化。, “四个”创新|上, “四类”文件|精减
_PLAIN_HEAD = re.compile(
    rf"""
    (?! 旧址 | 会址 | 方面 | 具体 | 走在 | [和与及等的促带即指为是并以或之] )
    (?: (?! [{NUMERALS}] ) [\u4e00-\u9fff] ){{2,6}}?
    (?= (?: (?: 进一步 )? 精[减简] | 摸排 | 清理 (?: 处置 )? | 帮扶 | (?: 培育 | 建设 ) 力度 | 投入 | 零增长
          | 稳存量 | 扩增量 )?
        [上中里]? (?: [和与及等的] | 实现 | 得到 | 取得 | 提供 | [^\u4e00-\u9fff] ) )
    """,
    re.VERBOSE,
)

# The first reason that applies is the one that the table of refusals prints.
_REFUSALS = (
    (
        "common name",  # 三农, 两会, 福建三农服务网
        re.compile(
            rf"""
              ^ (?: {_WORDS["common_names"]} ) $
            | ^ [^{NUMERALS}0-9]* 三农 [^{NUMERALS}0-9]* $
            # 三产跃升季; 一产做优、二产做大、三产做强; but 一县一产业, 一产一策
            | ^ (?: [^{NUMERALS}0-9]* [一二三]{{1,2}} 产 (?! [业品一权教销] ) )+ [^{NUMERALS}0-9]* $
            | ^ (?: 新? [三四] 板 [、和]? )+ (?: 市场 )? $                     # 新三板、四板
            | ^ [^{NUMERALS}0-9]{{2,}} (?: 三江 | 四方 | 八方 | 四海 ) $      # 夜游三江
            """,
            re.VERBOSE,
        ),
    ),
    (
        "target",  # 经济总量过万亿, 产值过亿元、税收过千万; not 三年过万亿
        re.compile(
            rf"""
              ^ [^{NUMERALS}0-9]* (?: 过 | 破 | 超 | 突破 | 跨越 | 决战 | 冲刺 ) [{NUMERALS}0-9]* [百千万亿]+ 元? $
            | ^ [^{NUMERALS}0-9]* (?: 产值 | 产量 | 收入 | 税收 ) [过达]? [百千万亿]
            """,
            re.VERBOSE,
        ),
    ),
    ("streak", re.compile(_WORDS["streak"])),  # 八连冠
    (
        "plan or law-education period",  # 十四五, 七五普法
        re.compile(
            r"^(?: [一二三四五六七八九] | 十[一二三四五六]? ) 五 (?: 普法 | 规划 | 计划 | 时期 | 期间 | 末 )? $",
            re.VERBOSE,
        ),
    ),
    (
        "date or event",
        re.compile(
            rf"""
              ^ (?: 五一 | 六一 | 七一 | 八一 | 五四 ) (?: {_WORDS["named_after_days"]} )       # 五一工匠
            | ^ (?: {_WORDS["date_name"]} ) (?: [节日] | 假期 | 期间 | 普查 | 政策 )? $      # 五一假期, 全面两孩政策
            | (?<!\d) (?: 1[0-2] | 0?[1-9] ) [·•.．‧・∙] (?: 3[01] | [12][0-9] | 0?[1-9] ) (?!\d)   # 9·8; not 30·60
            | 二[〇○零]                                                                       # 二〇三五年
            | ^ [129][0-9] [·.‧・] (?: 1[0-2] | [1-9] ) (?!\d)                                # 23·7, a flood; 98·1
            | [一二三四五六七八九十] (?: 运会 | 城会 | 青会 | 冬会 | 艺节 )                       # 十四运会, 七城会
            | ^ 9\s?11 (?: 事件 | 恐怖 | $ )                    # 911事件
            | [’'‘] 9[0-9]                                                                    # ’99厦门艺术节
            | (?: 19 | 20 ) [0-9]{{2}} (?!\d)                                                # 中国制造2025
            | (?<! [一每个0-9] ) (?: [0-9]{{1,2}} | [二三四五六七八九十] ) 月            # 奋战5月, 烟花三月
              (?! 攻坚 | 行动 | 会战 | 清 | 冲刺 | 提升 )
            | (?<= . ) (?<! {_COUNT} ) {_COUNT}+ 周年                                         # 建党100周年
            | (?<! [0-9] ) [1-9][0-9]+ 年 (?! [^年]{{0,8}} (?: 行动 | 计划 | 攻坚 | 大 | 禁 ) )   # 壮丽70年
            | (?: [一二三四五六七八九十]{{1,2}} 点半 | [夜早晚午] [一二三四五六七八九十]{{1,2}} 点 $ )   # 江城八点半
            | [一二三四五六七八九] 五 ’? 普法    # 全国四五普法先进城市
            """,
            re.VERBOSE,
        ),
    ),
    (
        "congress or session",
        re.compile(
            r"""
              十[一二三四五六七八九]大$ | 二十大                  # 十六大, 二十大报告
            | 中全会                                            # 三中全会
            | 第[一二三四五六七八九十0-9]+届                      # 第十二届
            """,
            re.VERBOSE,
        ),
    ),
    (
        "single numeral",  # 12, 100, 三, and several of them: 80、60、40
        re.compile(
            rf"^(?: [0-9]{{1,2}} (?: (?<= [0-9]{{2}} ) (?: 、 [0-9]{{2,3}} )+ )? | [1-9]0+ | {_NUMERAL} ) $", re.VERBOSE
        ),
    ),
    (
        "model or code",
        re.compile(
            rf"""
              ^ [^0-9{NUMERALS}]* [0-9][.][0-9] [^0-9{NUMERALS}]* $   # 筑巢引凤2.0
            | ^ 0[0-9]{{2,3}} $ | [0-9] 界碑                     # 024, 240界碑
            | [A-Za-z][-.]?[0-9]                               # C919, A-350, NO.5
            | ^ 国 [三四五六] [AaBb]? $                         # 国六
            | ^ (?: 神 舟? | 长 ) [一二三四五六七八九十]+ $       # 神十, 长七
            | [0-9一二三四五六七八九十] 号 [^工项课一风线] (?<! [一1]号. )   # 5号楼, 十六号航天员
            | [0-9][A-Za-z] (?! \+?[NX] ) (?<! [0-9][NX] )       # 5G; not 1+N, 2X
            | [^\d+·、双个][0-9]{{2,}} (?= 选育 | $ )                            # 北斗300; not 1+500, 双11
            """,
            re.VERBOSE,
        ),
    ),
    (
        "measure",
        re.compile(
            rf"""
              ^ [0-9.]+ [余多]? [万亿]+                          # 20万锭纺纱能力提升改造
                (?: 锭 | 千瓦 | 千伏 | 立方 | 平方 | 台 | 套 | 辆 | 头 | 羽 | 只 )
            | ^ [0-9.]+ [余多]? [万亿]?                          # 300米, 35亿元, 500多亩
                (?: [元米里亩吨度倍岁天周后成字%％×] | 小时 | 分钟 )
                (?! [^圈]* 圈 | 计划 | 行动 )                    # 15分钟生活圈 is a name
            | ^ {_NUMERAL}+                                     # 五周年, 百米, 三星级
                (?: 公里 | 米 | 元 | 亩 | 吨 | 岁 | 周年 | 小时 | 年 | 折 | 星级? | 等级? ) $
            | ^ [0-9.]+ [万亿]* [+] $                           # 200万+
            | ^ [一二两三四五六七八九]? [十百千万] 亿             # 千亿级, 两百亿, 万亿大关
                (?: 级 | 美元 | 大关 | 台阶 | 俱乐部 | GDP )? $
            | ^ 翻                                              # 翻两番
            | ^ 百分之                                          # 百分之百
            | ^ 第?[百千]分                                     # 百分百, 千分制
            | ^ [进冲跨奔争达] [百千万亿]+ 元? $              # 进百, 冲千亿
            | [后快多短] [0-9{NUMERALS}]+                    # 最后500米, 开办最快1天
              (?: 米 | 公里 | 天 | 小时 | 分钟 | 秒 ) $
            | (?<! [个双0-9] ) [0-9]+                          # 补助800元; not 3个100公里
              (?: [万亿]*[元亩台吨岁℃%％] | 个?小时$ | 秒 | 天无理由 )
            | (?<! [干战0-9] ) [0-9]+ 天 $                     # 免费住15天; not 大干30天
            | [{NUMERALS}] 天 (?: $ | 无理由 ) (?<! [百十]天 )   # 居家七天; not 大干一百天
            | [0-9] \s? [-—] \s? [0-9] (?! [0-9]* (?: 小时 | 分钟 ) )                         # 36-45人
            | [0-9] \s? (?: 人 | 个 )? (?: 以上 | 以下 )        # 66人以上
            | [前后] [0-9]+ 位                                 # 前30位
            | [\u4e00-\u9fff]{{3}} [0-9]+                      # 净增10万就业岗位, 建设安置房6000套
              (?: 万 | (?<= [0-9]{{3}} ) [个套张所家名场] )
            | [{NUMERALS}] (?: 成 | 亩级 ) (?: $ | [\u4e00-\u9fff] )   # 功九成, 百亩级智慧农业大棚
            | (?<! [个双] ) (?<= [\u4e00-\u9fff] ) [0-9]+ 小时 (?! .* (?: 圈 | 计划 | 行动 ) )   # 24小时自助服务机
            | [0-9] (?: 毫秒 | 寸 | 倍 )                       # 10毫秒
            | ^ [两三四] 次 (?! 创业 )                          # 两次飞太空
            | [{NUMERALS}] (?: 日游 | 位数 ) $                   # 三日游, 两位数
            | [0-9] [º°]                                       # 北纬38º
            | ^ {_NUMERAL} 改 {_NUMERAL} $                      # 四改八, lanes of a road before and after
            | ^ (?: 畅通 {_NUMERAL} 环 | {_NUMERAL} 环 (?: 路 | 时代 ) ) $   # 畅通一环, a ring road
            | ^ [0-9]+ 分 $                                     # 120分
            | (?<! [0-9/] ) [1-9] / [1-9] (?! [0-9/] )          # 两个1/3
            | ^ 1 \+ 1 [>＞]                                    # 1+1>2
            """,
            re.VERBOSE,
        ),
    ),
    (
        "proper name",
        # 醉美331边境路, 33墟街, 68道拐
        re.compile(r"(?<![0-9])[0-9]{2,3}(?:[\u4e00-\u9fff]{0,2}[墟边国省][\u4e00-\u9fff]?[路道线街]|道拐|墟)$"),
    ),
    (
        "numbered thing",
        re.compile("[一二三四五六七八九十0-9](?:期[）)工程]*$|号$|号线)"),
    ),  # 吉林一号, 二期, 天网工程（三期）
    (
        "plain ordinal",
        re.compile(
            rf"""
              第[二三四五六七八九十两0-9]                         # 第二课堂
            | ^ 二次 (?! 创业 | 创优 | 腾飞 )                    # 二次报销
            | [一二三] (?: 级 (?: 甲等 | 中医 | 综合 | 医院 ) | 等奖 )   # 三级医院
            | 第一 (?: {_WORDS["first_without_brand"]} )         # 第一季度, 第一书记
            | [^个项双第]第一$                                    # 排名第一; not 五个第一
            | ^ [\u4e00-\u9fff]* 第一 [泉街山关峰瀑漂塔洞湾寺楼隧桥] $   # 天下第一泉, a name of the thing
            | ^ [前后倒射] [0-9一二三四五六七八九十百]+ [强位名年]? $    # 前三, 后十位, 射四
            | ^ [争进入] [前第]? [一二三四五六七八九十]+ [强位]? $      # 进二十; not 争一保二
            """,
            re.VERBOSE,
        ),
    ),
    ("own sections", re.compile(rf"^(?:{_NUMERAL}|[0-9])+[{CLASSIFIERS}]?(?:{_OWN_SECTIONS})$")),  # 八个方面, 五点意见
)


def quoted_phrases(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and refusal ("" for a slogan) of each quoted phrase that holds a numeral, in text order.

    The span, in code points with an exclusive end, leaves out the quotation marks, unless the name goes on behind them
    (九大”文旅品牌).
    """
    adjacent_until = 0
    for outer in QUOTED_PHRASE.finditer(text):
        start, end = outer.span(outer.lastindex or 1)
        # Case 1: a doctrine in two quotations: “一带”“一路” is one slogan, 一带”“一路
        adjacent = _ADJACENT_QUOTATIONS.match(text, outer.start())
        if adjacent and adjacent[1] + adjacent[2] in doctrines_by_name():
            yield adjacent.start(1), adjacent.end(2), ""
            adjacent_until = adjacent.end()
        if start < adjacent_until:
            continue
        if not _COUNTED.search(text, start, end):
            continue
        # Case 2: a name that goes on behind the marks: “15分钟”生活圈
        if circle := _CIRCLE_BEHIND.match(text, start):
            yield start, circle.end(), ""
            continue
        # Case 3: a slogan, or a refused phrase that quotes nothing itself
        if end - start <= _LONGEST:
            first, last, reason = _judged(text[start:end])
            if not reason or "‘" not in outer[0]:
                bare = _BARE_COUNT.fullmatch(text, start, end) if not reason else None
                head = _head_behind(text, end) if bare else 0
                reason = "plain count" if bare and bare["no_name"] and not head else reason
                yield start + first, head or start + last, reason
                continue
        # Case 4: the slogans that a speech quotes within it: “我们创业北海、‘六个北海’,一切出发点…”
        for inner in _INNER_QUOTATION.finditer(text, start, end):
            if len(inner[1]) <= _LONGEST and _COUNTED.search(inner[1]):
                first, last, reason = _judged(inner[1])
                yield inner.start(1) + first, inner.start(1) + last, reason


def _head_behind(text: str, end: int) -> int:
    """Return where the name ends that goes on behind the closing mark of “九大”文旅品牌; 0 if it does not go on."""
    after = end + 1
    # “四大”建设: four things make no name by themselves; but “三类”建设项目
    if text.startswith("建设", after) and not text.startswith("建设项目", after):
        return after + len("建设")
    name_end, _, bare = name_of_set(text, after)
    if not bare:
        return name_end
    plain = _PLAIN_HEAD.match(text, after)  # “两种”精神，
    return plain.end() if plain else 0


@functools.lru_cache(maxsize=65_536)
def _judged(phrase: str) -> tuple[int, int, str]:
    """Return the span of the slogan within a quotation, and why it is none ("" if it is one)."""
    # Case 1: a doctrine: 两个确立
    if phrase in doctrines_by_name():
        return 0, len(phrase), ""
    # Case 2: its numerals count nothing: 最后一公里 is an idiom, 一体化 another word
    counted = blank_idioms(phrase)
    if not _COUNTED.search(counted):
        return 0, len(phrase), "idiom" if _IDIOM.search(phrase) else "counts nothing"
    # Case 3: a sentence that quotes the slogan: 甘肃最大的机遇在|‘一带一路’
    if "‘" in phrase and not _COUNTED.search(_INNER_QUOTATION.sub("", counted)):
        return 0, len(phrase), "sentence"
    name = phrase[:-1] if _WITH_LOST_NOTE.fullmatch(phrase) else _NOTE.sub("", phrase)
    if _SENTENCE_MARK.search(name) and not doctrine_within(phrase):
        return 0, len(phrase), "sentence"  # 没有一个独立、自由、民主和统一的中国，不可能发展工业。
    # Case 4: a staged timetable, from its first stage to its last: 两年苦干、三年成形; 财政收入三年翻番 is a target
    if slogan_type(phrase) == "staged":
        staged = STAGED_PHRASE.search(counted)
        start, end = staged.span() if staged else (0, len(phrase))
        if start <= _LONGEST_OF_A_PAIR and phrase.endswith(("计划", "行动", "工程")) and phrase[:start].isalpha():
            start = 0  # 外资|三年外贸五年倍增计划
        end = start + len(phrase[start:end].rstrip("，,、"))
        reason = "target" if "翻" in phrase or phrase.startswith("提前") else ""
        reason = "measure" if phrase.endswith("制") else reason  # 九年一贯制
        return *_whole_coordination(phrase, start, end), reason
    # Case 5: from the first part with a numeral to the last; the number of a note goes: 两违|[24]
    counted = counted[: len(name)]
    spans = [part.span() for part in _BETWEEN_COMMAS.finditer(counted) if _COUNTED.search(part[0])]
    first, last = spans[0][0], spans[-1][1]
    reason = refusal_of_quotation(phrase[first:last])
    return *((first, last) if reason else _whole_coordination(phrase[: len(counted)], first, last)), reason


def _whole_coordination(phrase: str, first: int, last: int) -> tuple[int, int]:
    """Return the span of the names coordinated in a quotation, of which those with a numeral are phrase[first:last].

    大干40天|、比拼开门红 is one name. Places in a ranking stand for themselves (保二争一|、持续进位), and
    what is longer is no name but a clause.
    """
    if _PLACES.fullmatch(phrase, first, last):
        return first, last
    before, after = phrase[:first], phrase[last:]
    whole_parts = (not before or before[-1] in "、，,") and (not after or after[0] in "、，,")
    parts = _BETWEEN_NAMES.split(phrase)
    if whole_parts and all(map(_COORDINATED_NAME.fullmatch, parts)):
        return 0, len(phrase)
    return first, last


def refusal_of_quotation(phrase: str) -> str:
    """Return why a quoted phrase is no slogan; "" if it is one."""
    # Case 1: a doctrine is never refused: 三北工程
    if doctrine_within(phrase):
        return ""
    # Case 2: a reason by its words
    for reason, pattern in _REFUSALS:
        if pattern.search(phrase.strip(" \\")):  # \“十一五\”
            return reason
    # Case 3: two lines of a poem: 两水夹明镜，双桥落彩虹; but 一年见亮点，两年大变化
    if _VERSE.fullmatch(phrase) and not _POLICY.search(phrase):
        return "verse"
    # Case 4: too long for a name, or of several clauses that are no names each: 一要吃饭，二要建设
    if len(phrase) > _LONGEST_NAME or (_CLAUSE_MARK.search(phrase) and not _is_coordination(phrase)):
        return "sentence"
    # Case 5: it counts to one and is no brand: 一键融, but 一网通办
    counted = blank_idioms(phrase)
    is_ordinary = _ORDINARY_ONES.search(counted) or _ONE_OF_A_SENTENCE.search(counted)
    if not _MORE_THAN_ONE.search(counted) and (is_ordinary or not _BRAND_OF_ONE.search(counted)):
        return "ordinary one"
    return ""


def _is_coordination(phrase: str) -> bool:
    """Return whether commas only join names: of a numeral each (八个坚持，八个反对) or a pair (一业特强，多业并举)."""
    parts = re.split("[，,]", phrase)
    counted = [part for part in parts if _COUNTED.search(blank_idioms(part))]
    if len(parts) < 2 or not counted or any(map(refusal_of_quotation, counted)):
        return False
    answers = len(parts) == 2 and len(parts[0]) == len(parts[1]) <= _LONGEST_OF_A_PAIR
    return answers or (len(counted) == len(parts) and all(len(part) <= 10 for part in parts))
