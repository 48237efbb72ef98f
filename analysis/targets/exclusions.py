"""Exclusions: why a number states nothing about performance (2024年 is a date, 500强 a designation).

`exclusion_reason` asks in order. What kind of number is it: a rank, a fraction, a Chinese numeral, an Arabic one? Each
kind has a function of its own with its cases. An Arabic number is first judged by its unit (a date, an age, a rating),
then by the words around it (a threshold that selects projects, the sections of the speech itself, a set to compare
with). A number that no case turns down makes a statement.
"""

import re
import string

from ..language import alternation, entry_pattern, load_lexicon
from ..texts.damage import LOST
from .quantities import Quantity

_WORDS = {entry: fields["words"] for entry, fields in load_lexicon("statements").items()}

# Damage: the other end of a range is lost, or digits stand apart (城镇化率1 2.5%) and may be one number or two

_DASH = "[ ]?(?:[-–—－~～]{1,2}|至|到)[ ]?"
_LOST_BEFORE = re.compile(
    rf"{LOST}(?:[%万亿元]{{0,3}})?{_DASH}$|[\u4e00-\u9fff、*][0-9]{{1,3}}(?: [0-9]{{1,3}}){{0,3}}\.? $"
)
_BEHIND_LOST = frozenset(" -–—－~～至到")
_LOST_AFTER = re.compile(rf"{_DASH}{LOST}")

# Arabic numbers by their unit

_GLUED = frozenset(string.ascii_letters + string.digits + "+.")  # G20, PM2.5: stands directly before the number
_INDICATOR_LETTERS = re.compile(r"(?:GDP|CPI|PPI|R&D|LPR|PPP|EPC|PM)$")  # GDP5%: these letters name an indicator
# Times that are results or aims: 办理时限压缩到10天 (approvals within 10 days), 优良天数300天 (days of good air)
_TIMED = re.compile("时限|时间|天数|时长|日数|周期|缩短|压缩|压减|提速|办结|优良|达标天|好于二级|二级以上|平均|利用$")
_AGES = re.compile("年头|春秋|寒暑|昼夜|春节")  # 迎来7个年头, in the seventh year: a duration counted with 个

# Thresholds: numbers that select things (亿元以上项目, projects of 100 million yuan and more)

_THINGS = alternation(_WORDS["threshold_things"])
_BOUNDED_THING = re.compile(
    rf"""
    (?! 、 (?! [^，。；、]{{0,12}} 以[上下]的 ) | 用于 )   # 产值达到1500亿元|、旅游收入达到…: a list goes on
    的? (?: [\u4e00-\u9fffA-Za-z、“”]{{0,12}}? (?: {_THINGS} )                        # 1000万元以上|的工业项目
      | (?<= 的 ) [0-9]+ 个                                                       # 生产总值过400亿元的|5个
      | (?: 达到? | 增至 | 增加到 | 发展到 | 突破 | 新增 ) [了至]? [0-9] )          # 收入超100万元|达到4个
    """,
    re.VERBOSE,
)
_WORTH_THING = re.compile(rf"的?(?:重大|重点|大)?(?:{_THINGS})")  # 投资5亿元|的重大项目
_COUNTED_FROM = re.compile("[）)]?口径")  # 500万元|口径, （500万元|）口径: from which size on a series counts
_BOUNDED = re.compile("以[上下内]$")
_AIMED = re.compile(
    "(?:培育|引进|新增|扶持|招引|培养|选派|吸引|招聘|评选|推荐|培训)了?$"
)  # 引进|10户以上企业: at least ten
_OVER = re.compile(r"(?:超过?|过|突破|(?<!下)达到?|不足|低于|不到|高于)[ “]?$")  # 收入超|100万元的村
_WORTH = re.compile(r"(?:投资|产值|收入|税收|规模|单体|额)[ “]?$")  # 投资|5亿元的项目

# Counts of what the text does not report

_OWN_SECTIONS = re.compile(rf"(?:大|重点|主要)?(?:问题$|{entry_pattern(load_lexicon('statements')['own_sections'])})")
_SET = re.compile(r"全[国省市区州盟县疆]|世界|全球|各|其余|其他|中部|西部|沿海|该|这|上述|以上")  # 全省|16个市…
# 16个市|中排名第3, 16个市|前列
_COMPARED = re.compile(r"[\u4e00-\u9fff]{0,10}(?:中|前列|排名|第[一二三四五六七八九十0-9]|之一|平均|之首)")
_AROUND = ("周边", "兄弟")  # 周边|3个县: neighbours
_OF_NEIGHBOURS = re.compile("周边[0-9]+个[^，。；,;\\n0-9]{0,16}$")  # 周边7个园区用电量超|500亿千瓦时
_PEOPLE_OF = re.compile("(?:干部|各族|人民|群众|父老|市民|儿女|党员)")  # 全市50万|人民: those who are spoken of
_ALL_OF = re.compile("(?:全[国省市区州盟县旗]|[两我本]区|动员|带领|团结|广大)[约近 ]{0,2}$")
_LARGE_COUNTRY = re.compile("口[^，。；]{0,6}(?:大?国|大省)")  # 13亿多人|口的大国
_POVERTY_LINE = re.compile("(?:[(（][^)）]{0,12}[)）])?作为(?!.{0,4}(?:资金|补))")  # 人均纯收入2300元|作为新的扶贫标准
_LISTED = re.compile("(?:项目|企业|城市)?(?:清单|名单|目录|库)")  # 98个|项目清单: a list of somebody else

# What surrounds an event or a page, describes a place or sets a rule

_CLOCK = re.compile("(?<![0-9.])[0-2]?[0-9]:[0-5][0-9]:[0-5][0-9](?![0-9.])")
_DATED = re.compile("(?:[0-9]|日|午) ?$")
_PEOPLE = ("人", "名", "位")
_ATTENDED = re.compile(  # 200余人|参加会议, 160多名|代表与会; but 50万人|参加医疗保险 is a result
    r"""
    [^，。；、,;\n]{0,20}? (?: 与会 | 到会 | 参会 | 列席 | 出席 | 聆听 | 观看 | 欢聚 | 齐聚 | 汇聚
      | 聚集一堂 | 精神饱满
      | 参加了? [^，。；,;\n]{0,8} (?: 会议 | 大会 | 会上 | 仪式 | 活动 | 座谈 | 观摩 | 报告会 | 论坛 )
      | 参加了? (?= [，。；,;\n] ) )
    """,
    re.VERBOSE,
)
_DELEGATES = re.compile("(?:人大|党|政协|职工|市|县|区|镇|党员)*(?:代表|委员)")  # 230名|人大代表
_INVITED = re.compile("(?:邀请|吸引|组织|邀约)[^，。；]{0,10}$")
_ATTENDING = re.compile("(?:请假|应到|(?<!落)实到|出席|列席|到会|参会|与会)[^，。；,;\\n0-9]{0,12}$")  # 应到代表|195名
_COUNTED_BY_PAGE = re.compile(
    "(?:浏览|阅读|点击|播放|转发|点赞|评论|人气|字数|印数)(?:量|次数|数)?[ :(（]{0,3}$"
)  # 阅读|1.2万
_PAGE_ENDS = frozenset("览读击放发赞论气数量次 :(（")  # a cheap look: no other character ends such words
_READ = re.compile("(?:浏览|阅读|点赞|评论|转发)")  # 1203人|阅读
_PLACED = re.compile(  # 海拔|1200米, 距市区|15公里, 水深|3米
    "(?:海拔|距[^，。；,;\\n0-9]{0,12}|[水井埋孔坝桥塔楼墙树身株最净][深高宽厚]度?|直径|海平面)"
    "(?:高程|高度|深度)?(?:仅有?|平均|高?达到?|约为?|近|为|不足|超过?|在)*(?:[0-9.]+[-—－~～至到]+)?$"
)
_LENGTHS = ("米", "公里", "千米", "毫米")
_RULED = re.compile(  # 上传不少于|6张图片, 具有不少于|3年经验: what a rule asks of those whom it binds
    "(?:上传|通过|附|提交|报送|提供|配备|撰写|走访|召开|开展|学习|具有|具备|须|应|申报|推荐)[^，。；,;\\n0-9]{0,10}$"
)
_RULED_THING = re.compile("[^，。；,;\\n]{0,4}(?:图片|照片|课时|学时|字|幅|场次|申报材料|案例|证明)")
_ELIGIBLE = re.compile(  # 申报企业年收入不低于|2000万元, 每单位推荐不超过|3名
    "(?:(?:申报|参评|报名|应聘|参选)(?:的)?(?:企业|单位|人|者|项目|对象)|每个?(?:单位|部门|企业|学院|人)(?:限|推荐|上报|申报))"
    "[^，。；,;\\n0-9]{0,16}$"
)
_BY_RULE = ("不少于", "不低于", "至少", "不超过", "最多", "以上", "以内")

# Ranks

_RANKED_BEFORE = re.compile(
    rf"""
    (?: {alternation(_WORDS["ranked"])}                          # 位居…第3位, 跻身…前10
      | 全[国省市区州盟县疆]                                       # 全省第3位
      | 第[一二三四五六七八九十0-9]{{1,2}}位?[、和] )                # 第2位、第3位
    [^，。；,;]{{0,12}} $
    """,
    re.VERBOSE,
)
# What may follow a result: 第3，…; no 第3|批
_RANK_AFTER = re.compile(r"(?:[，,。；;、！）)”\n和的\s]|$|且|并|以|到|上升|提升|跃|[（(])")
_PUT_FIRST = re.compile("[摆放置][在到于][^，。；、]{0,12}$")
# 由第8位|上升到第5位
_RANK_FROM = re.compile("(?:由|从)(?:[^，。；、]{0,10}的)?$")
_RANK_ROSE = re.compile("[^，。；、0-9]{0,6}(?:升|前移|进位|跃|下滑|后移|退|降)[^，。；、]{0,6}第")
_RANK_WORD = re.compile(r"[位名]$")
_TOP_AFTER = re.compile(r"[，,。；;、！）)”\n]|行列|$")  # 前10行列; no 前10项目

# Fractions and Chinese numerals

_SHARE_WORDS = re.compile(  # 缩短一半 halves a time; in 另一半人 (the other half) nothing is measured
    r"(?:占|超|近|缩短|减少|下降|降低|压缩|减|精简|节约|节省|仅|达|不到|提高|增加|过)[了到近约]{0,2}[ ]?$"
)
_CROSSED = re.compile(  # 产值突破|百亿元: a mark that was passed
    r"(?:超|逾|(?<![通经渡度不])过|达到?|迈上|跨越|跨上|跨入|冲刺|迈入|迈进|实现|破)了?[“‘]?$"
)
_NO_SET = re.compile(r"大关|台阶|门槛|[，,。；;、！”’）)\s]|GDP|$|目标")  # 百亿元|大关; no 百亿元|工程
_TIMES = re.compile(r"(?:增|提高|扩大|超|翻|达|是|为|近|约|上升|提升)[^，。；]{0,10}$")  # 增长|三倍
_TENTHS = re.compile(
    r"(?:恢复[到至][^，。；]{0,10}|增长|上涨|占到?|的|超|近|约|逾|达到?|过|[升降提增减][高低加少至了]?)$"
)  # 占|四成: four tenths
_WHOLE = re.compile(r"(?:率|达|为|到|实现|保持)[了“]?$")  # 入园率达到|百分之百; but 落实|百分之百覆盖
_PER = re.compile("每(?:增长|提高|上升|下降|降低|增加|减少)?$")  # 每提高|一个百分点: for each of them
_LARGE = re.compile("[百千万亿]")
# 一千五百亿|级产业, 十三亿|人民: names and figures of speech, however exact
_NAMED = re.compile("级|产业|集群|工程|板块|俱乐部|大关|台阶|[^，。；、]{0,6}(?:人民|儿女|同胞|父老)")
_DIGITS_ALONE = re.compile("[一二三四五六七八九零〇]{2,}[万亿]")  # 二七万|达: digits side by side, a name
_ACHIEVED_TWICE = re.compile("夺得|荣获|获|蝉联|入选|捧得")  # 两次|荣获金奖
_AT_LEAST = re.compile("至少(?:新?建设?|建成|打造|培育|创建|引进)$")
_MADE = re.compile(  # numerals before a set that is built count it: 新建两个学校, but no 打造两个基地
    r"""
    (?: 新建 | 建成 | 再建 ) (?: 了? | [^，。；,;\n0-9“”]{2,24} 等 ) $     # 建成医院等|两个项目
    | (?: 新增 | 组建 | 设立 | 引进 | 开通 | 新辟 | 获批 | 投产 | 淘汰 | 关停 ) 了? $
    """,
    re.VERBOSE,
)


def exclusion_reason(text: str, quantity: Quantity) -> str:  # noqa: PLR0911  a list of named cases
    """Return why a quantity makes no statement, or "" if it makes one.

    Parameters
    ----------
    text
        The text in which the quantity was found, as `find_quantities` read it.
    quantity
        A quantity of that text.

    Returns
    -------
    str
        One of: lost digits, digit string, clock time, attendance, page furniture, place, rule, designation,
        no unit, date, duration, age, rating, denominator, threshold, own sections, comparison set, population, name,
        title, ordinal, figure of speech, round number, set; or "".
    """
    kind = quantity.kind
    before = text[max(quantity.clause, quantity.start - 24) : quantity.start]
    after = text[quantity.end : quantity.end + 16]
    # lost digits: 增长1$1.$2%, and 15% in 1$1.$2-15%
    if text[quantity.start] == LOST or (after[:1] in _BEHIND_LOST and _LOST_AFTER.match(after)):
        return "lost digits"
    if before[-1:] in _BEHIND_LOST and _LOST_BEFORE.search(before):
        return "lost digits"
    # digit string: 编号12345678901234567, longer than any amount
    if quantity.value is None:
        return "digit string"
    # 位列全省第3位 is a result, 第3批 (the third batch) an ordinal
    if kind == "rank":
        return _rank_reason(text, quantity, before, after)
    # 三分之二 and 2/3 are always shares; 一半 (half) only behind a word of measure
    if kind == "fraction":
        spelled = "分之" in text[quantity.start : quantity.end] or "/" in text[quantity.start : quantity.end]
        return "" if spelled or _SHARE_WORDS.search(before) else "figure of speech"
    # 申报企业年收入不低于2000万元: who may apply
    if quantity.hedge in _BY_RULE and _ELIGIBLE.search(before):
        return "rule"
    # 翻番 and 20.5:52.1:27.4 measure; 16:36:20 is the time at which a page was set
    if kind in ("doubling", "structure"):
        return "clock time" if kind == "structure" and _is_clock(text, quantity) else ""
    # 200余人参加会议, 阅读1.2万, 海拔1200米, 上传不少于6张图片
    if kind in ("count", "number", "size") and (reason := _surrounding_reason(text, quantity, before, after)):
        return reason
    # 两个 and 百亿元: Chinese numerals have cases of their own
    first = text[quantity.start]
    if first not in string.digits:
        return _chinese_reason(text, quantity, before, after)
    return _unit_reason(quantity, before, after) or _set_reason(quantity, before, after)


def _is_clock(text: str, quantity: Quantity) -> bool:
    """Return whether three numbers parted by colons are a time of day and no shares of a whole."""
    clock = next(
        (
            found
            for found in _CLOCK.finditer(text, max(0, quantity.start - 6), quantity.end + 6)
            if found.start() <= quantity.start < found.end()
        ),
        None,
    )
    # 2023-04-25 14:57:29: a time by chance comes to a hundred, as the shares of a structure do
    return clock is not None and bool(_DATED.search(text, max(0, clock.start() - 2), clock.start()))


def _surrounding_reason(text: str, quantity: Quantity, before: str, after: str) -> str:
    """Return why a number states nothing of what is done: it tells of an event, a page, a place or a rule."""
    kind, unit = quantity.kind, quantity.unit or ""
    # place: 海拔1200米
    if kind == "size":
        return "place" if unit in _LENGTHS and _PLACED.search(before) else ""
    # page furniture: 阅读1.2万, 1203人阅读
    beside = text[max(0, quantity.start - 10) : quantity.start]  # a colon ends a clause
    if (beside[-1:] in _PAGE_ENDS and _COUNTED_BY_PAGE.search(beside)) or _READ.match(after):
        return "page furniture"
    # attendance: 200余人参加会议; but 邀请700多名企业家参会 is a result
    if unit in _PEOPLE:
        attended = _ATTENDED.match(text, quantity.end) or _ATTENDING.search(before)
        return "attendance" if (attended and not _INVITED.search(before)) or _DELEGATES.match(after) else ""
    # ordinal: 区政府四届83次常务会议
    if unit == "次" and before.endswith("届"):
        return "ordinal"
    # rule: 上传不少于6张图片
    return "rule" if quantity.hedge in _BY_RULE and _RULED.search(before) and _RULED_THING.match(after) else ""


def _unit_reason(quantity: Quantity, before: str, after: str) -> str:  # noqa: PLR0911  a list of named cases
    """Return why an Arabic number with such a unit states nothing."""
    kind, unit = quantity.kind, quantity.unit or ""
    # designation: G20列车 (a train), 10+N个集群 (a formula); GDP5% is none
    if (before[-1:] in _GLUED and not (unit and _INDICATOR_LETTERS.search(before))) or after[:1] in ("+", "＋"):
        return "designation"
    # no unit: 共81, 5G
    if kind == "bare":
        return "no unit"
    # designation: 跻身500强 (a ranking)
    if kind == "designation":
        return "designation"
    if kind == "time":
        # date: 2024年, 5月, 3日; but 5年 and 5个月 last
        if unit in ("年", "日") or (unit.endswith("月") and unit != "个月"):
            return "date" if unit != "年" or (quantity.value or 0) > 1900 else "duration"
        # duration: 奋战100天; but 办理时限压缩到10天 is a result
        return "" if _TIMED.search(before) else "duration"
    # age: 60岁以上老人; but 人均预期寿命80岁 (life expectancy) is an indicator
    if unit == "岁" and "寿命" not in before:
        return "age"
    # rating: 110千伏变电站, the class of a power line
    if unit in ("千伏", "kV", "KV"):
        return "rating"
    # denominator: 每100人拥有
    if before.endswith("每"):
        return "denominator"
    # duration: 迎来7个年头
    if unit == "个" and _AGES.match(after):
        return "duration"
    return ""


def _set_reason(quantity: Quantity, before: str, after: str) -> str:  # noqa: PLR0911  a list of named cases
    """Return why the words around an Arabic number make it a bound or part of a name, or a count of something else."""
    # threshold: 5000万元以上项目
    if _is_threshold(quantity, before, after):
        return "threshold"
    if quantity.kind == "count":
        # own sections: 抓好9项工作, what a speech counts of itself; but 抓好9项改革 is a plan
        if quantity.unit in ("个", "项", "条", "件", "大类") and _OWN_SECTIONS.match(after.lstrip("的")):
            return "own sections"
        # population: 13亿多人口的大国
        if (quantity.unit or "").endswith("人") and _LARGE_COUNTRY.match(after):
            return "population"
        # comparison set: 全省16个市中排名靠前, 周边3个县, 列入98个项目清单
        if (_SET.search(before[-4:]) and _COMPARED.match(after)) or before.endswith(_AROUND) or _LISTED.match(after):
            return "comparison set"
        # name: “10个示范区”, the number opens a name in quotation marks
        if (opened := before.rfind("“")) > before.rfind("”") and opened >= len(before) - 6 and "”" in after[:8]:
            return "name"
    # threshold: 人均纯收入2300元作为新的扶贫标准
    elif quantity.kind == "money" and before.endswith("收入") and _POVERTY_LINE.match(after):
        return "threshold"
    # comparison set: 周边7个园区用电量超500亿千瓦时
    elif quantity.kind in ("money", "size") and "周边" in before and _OF_NEIGHBOURS.search(before):
        return "comparison set"
    # population: 全市50万人民
    elif quantity.kind == "number" and _ALL_OF.search(before) and _PEOPLE_OF.match(after):
        return "population"
    # title: 《支持企业20条措施》
    if before.rfind("《") > before.rfind("》") and "》" in after:
        return "title"
    return ""


def _is_threshold(quantity: Quantity, before: str, after: str) -> bool:
    kind, unit = quantity.kind, quantity.unit or ""
    # 8%以上 bounds a rate; rates select nothing
    if kind in ("rate", "points", "times", "structure"):
        return False
    bounded = bool(_BOUNDED.search(quantity.hedge))
    if kind in ("money", "size", "time", "number"):
        # 1000万元以上|项目50个, 收入超|100万元|的村
        if bounded or _OVER.search(before):
            return bool(_BOUNDED_THING.match(after))
        # 投资|5亿元|的项目 describes projects, 500万元|口径固定资产投资 a series; 投资5亿元|改造危房 spends
        return bool((_WORTH.search(before) and _WORTH_THING.match(after)) or _COUNTED_FROM.match(after))
    # 100人以上|企业; other counts (10家以上企业) are aims
    if unit in ("人", "户", "名", "头", "只", "床", "张"):
        return bounded and not _AIMED.search(before) and bool(_BOUNDED_THING.match(after))
    return False


def _is_exact(quantity: Quantity, printed: str) -> bool:
    """Return whether a Chinese numeral is too exact for a set or a round number."""
    value = quantity.value or 0
    # 七|八百人, 六百吨|到八百五十吨: both ends of a range; but 两三个 are a few
    if quantity.relation in (">=", "<=") and quantity.hedge in ("", "到", "至"):
        return value >= 10 or bool(_LARGE.match(quantity.unit or ""))
    # 三百多家, 二十余万头; but 百余家, 一千多万市民
    if quantity.hedge in ("余", "多") and quantity.kind != "number" and printed[0] not in "百千万亿":
        return bool(_LARGE.search(printed))
    # 二百三十家, 十五万人, 三点五万亩; but 三百家, 十五家, 一点五起, 二七万达
    exact = len(f"{value:.12g}".replace(".", "").strip("0")) > 1
    return exact and bool(_LARGE.search(printed)) and not _DIGITS_ALONE.match(printed)


def _rank_reason(text: str, quantity: Quantity, before: str, after: str) -> str:
    words = text[quantity.start : quantity.end]
    # 跻身全省前10名 is a result; 前10名企业 (the first ten firms) is none
    if words.startswith("前"):
        follows = _TOP_AFTER.match(after) or (_RANK_WORD.search(words) and _RANK_AFTER.match(after))
        return "" if _RANKED_BEFORE.search(before) and follows else "ordinal"
    # 把就业摆在各项工作|首位: what comes first, no result
    if words == "首位" and _PUT_FIRST.search(before):
        return "ordinal"
    # 由第8位|上升到第5位: the place before
    if _RANK_FROM.search(before) and _RANK_ROSE.match(after):
        return ""
    # 位列全省第3位 is a result; 召开第3次会议 (the third session) is none
    if _RANKED_BEFORE.search(before) and (_RANK_WORD.search(words) or _RANK_AFTER.match(after)):
        return ""
    return "ordinal"


def _chinese_reason(text: str, quantity: Quantity, before: str, after: str) -> str:  # noqa: PLR0911  a list of named cases
    """Return why a Chinese numeral counts nothing: most package a set (五大工程) or speak in round numbers."""
    printed = text[quantity.start : quantity.end]
    kind = quantity.kind
    # 百分之八 measures; a hundred per cent means no more than wholly, unless something reaches it
    if kind == "rate":
        return "" if quantity.value != 100 or _WHOLE.search(before) else "figure of speech"
    # 提高两个百分点; but 每提高一个百分点
    if kind == "points":
        return "set" if quantity.unit == "个基点" else "denominator" if _PER.search(before) else ""
    # 二百三十余家, 二十二亿三千八百万元, 七八百人: nobody counts so exactly without measuring
    if kind in ("count", "money", "number", "size") and _is_exact(quantity, printed) and not _NAMED.match(after):
        return _set_reason(quantity, before, after)
    # 产值突破百亿元大关, 吞吐量突破百万标箱 pass a mark; 百亿元工程 is the name of a programme
    if kind in ("money", "number") or (kind in ("count", "size") and (quantity.unit or "")[0] in "万亿"):
        crossed = _CROSSED.search(before) and _NO_SET.match(after) and printed[0] in "百千万亿" and printed != "万"
        return "" if crossed else "round number" if kind in ("money", "number") else "set"
    # 增长三倍, 占四成; but 四成企业
    if kind == "times":
        counted = _TIMES if quantity.unit == "倍" else _TENTHS
        return "" if quantity.value and counted.search(before) else "figure of speech"
    # 每个街道至少建设|一个社区
    if kind == "count" and _AT_LEAST.search(before):
        return ""
    # 一个, 十大, 第两个, and what counts nothing that can be built
    if kind != "count" or printed[0] in "一十百千万亿" or "第" in before[-1:] or quantity.value is None:
        return "set"
    # 新建三个学校; but 建成三个方面
    if _MADE.search(before) and not _OWN_SECTIONS.match(after):
        return ""
    # 两次荣获金奖 (twice awarded); but 两次会议
    if quantity.unit == "次" and _ACHIEVED_TWICE.match(after):
        return ""
    return "set"
