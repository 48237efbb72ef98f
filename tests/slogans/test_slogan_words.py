"""Every word of the rules of slogans does what its rule says: one template for each rule, filled with its words.

The examples are made up from the rules, so that no word of them can be lost unnoticed; what was found by reading, and what
was once wrong, stands in `test_slogans.py` and `test_typology.py`.
"""

import pytest

from analysis.slogans import propose_slogans, slogan_digits, slogan_mentions, slogan_type
from analysis.slogans.quotations import quoted_phrases, refusal_of_quotation

# (reason, "" for a slogan; template of a phrase between quotation marks; words for {})
QUOTED = [
    ("plan or law-education period", "{}", "七五 八五 九五 十五 十一五 十二五 十三五 十四五 十五五"),
    ("plan or law-education period", "{}", "十四五规划 十四五计划 十四五时期 十四五期间 十四五末 七五普法"),
    ("common name", "{}", "三农 三甲 新三板"),
    ("", "{}", "三农五策 两会十策"),
    ("streak", "实现{}", "八连冠 十八连丰 五连增"),
    ("date or event", "五一{}", "节 日 假期 期间 普查 政策"),
    ("", "五一{}", "重点工程 口号八项 大会"),
    ("date or event", "5{}20", "· • . ． ‧ ・ ∙"),
    ("date or event", "{}", "1·8 01·18 9·8 12·31 10·1 5·30专案 1998 2025 奋战5月 百年1949"),
    ("", "{}", "30·60 13·40 2+26"),
    ("congress or session", "{}", "十一大 十二大 十六大 十九大 二十大 二十大报告 三中全会 第八届 第十二届 第12届"),
    ("single numeral", "{}", "1 12 10 100 三 百"),
    ("model or code", "{}", "C919 A-350 5G 5G+ 北斗3B 北斗300"),
    ("", "{}", "1+N 2X 415X 5+X"),
    ("measure", "{}", "3元 300米 40里 3亩 20吨 50度 3倍 60岁 7天 2周 90后 8成 100字 5% 5％ 24小时 15分钟 35亿元 500余米 500多亩 5万吨"),
    ("", "{}", "15分钟生活圈 24小时便民圈 30天计划 30天行动"),
    ("measure", "{}", "三公里 五米 百元 千亩 万吨 八十岁 五周年 两小时 八成 三年 八折 三等 三等级"),
    ("measure", "{}", "百亿 百亿元 千亿级 万亿美元 百亿大关 千亿台阶 百亿俱乐部 千亿GDP 翻两番 百分之百 百分百 千分制 第百分"),
    ("numbered thing", "{}", "吉林一号 二期 3期 5号 三号线 1号线"),
    ("", "{}", "1号工程 一号工程"),
    ("plain ordinal", "{}", "第二课堂 第三方 第十名录 第5 第两千 第一季度 第一时间 第一书记 排名第一"),
    ("", "{}", "第一战场 五个第一 双第一 三项第一 第一抓手"),
    ("own sections", "{}", "八个方面 三个问题 5个方面 五点意见"),
    ("sentence", "{}", "一要吃饭，二要建设 三抓三比。 三抓三比； 三抓三比？ 三抓三比！ 三抓三比：甲"),
    ("sentence", "{}三项办法", "认认真真办好人民群众最为关心关注的身边大事小事难事急事"),
    ("", "{}", "八个坚持，八个反对 八个坚持,八个反对 八个坚持，反对浪费 一业特强，多业并举"),
    ("sentence", "{}", "没有一个独立、自由、民主和统一的中国，不可能发展工业。"),
    ("measure", "{}", "两个1/3"),
    ("plain ordinal", "{}", "天下第一泉 直隶第一街 第一隧"),
    ("date or event", "{}", "911 911事件"),
    ("sentence", "{}", "八个坚持，坚决反对浪费 八个坚持，八个旗帜鲜明地反对浪费"),
    ("ordinary one", "{}", "一键融 一名干部、一名群众 一批人才、一批项目"),
    ("", "{}", "一企一策 驻一联一 一网通办 一刻钟便民圈 一小时交通圈 只跑一次 跑一趟 多规合一 第一方阵"),
    ("counts nothing", "{}", "一体化 双11"),
    ("idiom", "{}", "一盘棋 最后一公里 千方百计"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "template", "words"), QUOTED)
def test_words_that_decide_whether_a_quoted_phrase_is_a_slogan(reason, template, words):
    found = {}
    for word in words.split(" "):
        phrase = template.replace("{}", word)
        found[word] = next(quoted_phrases(f"落实“{phrase}”活动"))[2]
    assert {word: own for word, own in found.items() if own != reason} == {}


# (template of a text without quotation marks, the slogan between « and »; words for {})
UNQUOTED = [
    ("落实«{}»工作", "1+3 1+N 1+1269 2+6+N"),
    ("拨打«{}»热线", "12345"),
    ("作为«第一{}»，", "要务 动力 资源 生产力 战场 抓手 支点"),
    ("抓好«{}»。", "1号工程 一号工程 1号项目 一号课题 二次创业 第二次创业"),
    ("入选«{}»。", "500强 20佳 百强 千强 十强 五百强 百强县 百强城市 百强企业 十佳园区 百强区 百强市 百强镇 百强县市 百强中心镇 百强乡镇 500强民营企业"),
    ("入选«{}百强»。", "世界 中国 全国 全省 全市 全球 亚洲 国内 全国县域经济 民营企业 综合实力 民营 制造业 服务业 县域经济 服务业企业"),
    ("以«{}»为目标", "一年强基、二年培优 一年强基，二年培优、三年达效 两年成形,三年成势"),
    ("推进«{}»。", "安全整治三年行动 国企改革三年行动 环境整治五年攻坚 十年禁渔 三年行动计划 三年攻坚方案 环境整治3年行动 三年绿化攻坚 10年禁渔"),
    ("开展«{}»。", "百日攻坚 百日攻坚行动 百日竞赛 百日冲刺 百日大会战 千日攻坚 百天攻坚活动"),
    ("出台《«稳增长20条»{}", "》 ”"),
    ("打造«{}»。", "15分钟生活圈 十分钟生活圈 十五分钟生活圈 二十分钟健身圈 三十分钟交通圈 一刻钟便民圈"),
    ("办好«{}»。", "十件实事 10件民生实事 百件民生实事 二十项惠民实事"),
    ("组织«{}»。", "百人“专家团” 千名“先锋队” 万企“联盟军”"),
    ("实施«{}»。", "百名干部联百企 千名党员进千村 千企帮千村 万企兴万村 万企联万户 百校助百企 千企扶千户 百姓评百事 千亿斤粮食工程 万人计划 万村行动 千乡万村工程"),
    ("实施«{}»。", "双百工程 双千工程 三百工程 五千工程"),
    ("推行«{}»责任制。", "五个一 四个一 十个一"),
    ("推行«四个一»{}。", "责任 工程 活动 行动 机制 标准 要求"),
    ("实行«{}»。", "一企一策 一园一策 一县一品 一支部一特色 一校一案"),
    ("推行«{}»。", "多证合一 三权合一 多规合一 多证（照）合一 五险合一"),
    ("推行«{}»。", "一网办、一地办、一门办"),
    ("落实省委«{}»。", "十项规定"),
    ("坚持«{}»。", "两个“毫不动摇” 两个“确立”"),
    ("整治«{}»（甲地、乙地、丙地）", "三专项 三专项治理"),
    ("整治«{}»（甲、乙）", "二专项"),
    ("整治«{}»(甲地、乙地、丙地)", "三专项"),
    ("打好«{}»。", "三大战役 四大行动 十大工程 八大标志性战役 五大提升行动 三大行动计划"),
    ("抓好生产、生活、生态«{}»。", "三大布局 三项任务 三大行动 三大板块"),
    ("守住发展和生态«{}»。", "两条底线 两条红线"),
    ("抓好«{}»：甲、乙、丙。", "三大任务 三项重点任务"),
    ("抓好«{}»。一是甲。", "三大任务"),
    ("抓好«{}»\n一、甲", "三大任务"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "words"), UNQUOTED)
def test_forms_that_need_no_quotation_marks(template, words):
    wrong = {}
    for word in words.split(" "):
        marked = template.replace("{}", word)
        text = marked.replace("«", "").replace("»", "")
        found = [(row.start, row.end) for row in slogan_mentions(text)]
        if found != [(marked.index("«"), marked.index("»") - 1)]:
            wrong[word] = [text[start:end] for start, end in found]
    assert wrong == {}


PLAIN = [
    "第一人民医院。 第一部门。 第一批。 10强化措施。 百强度训练。 三年内完成。 三年后建成。 五年间变化。 三年率先达标，五年率先建成。",
    "五年砥砺前行，五年辉煌发展。 20条道路。 5分钟内。 十件大案。 六大出入口改造工程。 三大城市。 两大机场。 四大产业。",
    "建设甲、乙两个金融试验区。 北京、上海、广州三大中心城市。 甲江、乙河、丙湖三大重点流域。 四个城市（甲、乙）。 三专项（甲、乙）。 两个“凡是”。 一百件实事。 123451。 1.1+2。 A1+2型。",
]


@pytest.mark.parametrize("text", [text for line in PLAIN for text in line.split(" ")])
def test_what_counts_or_measures_needs_quotation_marks(text):
    assert slogan_mentions(text) == []


@pytest.mark.parametrize("word", ["实施", "推进", "开展", "启动", "新一轮", "的", "和", "将", "，", "《"])
def test_the_name_before_a_campaign_begins_behind_verb_or_mark(word):
    (row,) = slogan_mentions(f"全面{word}环境整治三年行动。")
    assert row.quote == "环境整治三年行动"


@pytest.mark.parametrize("marks", ["“”", '""', "「」", "『』"])
def test_a_name_that_nobody_knows_needs_its_quotation_marks(marks):
    assert [row.quote for row in slogan_mentions(f"落实{marks[0]}三抓三比{marks[1]}活动")] == ["三抓三比"]
    assert slogan_mentions("落实三抓三比活动") == []


def test_a_formula_quoted_once_is_known_everywhere_in_its_text():
    text = "提出“1+1269”思路。围绕1+1269，发力"
    assert [row.quote for row in slogan_mentions(text)] == ["1+1269", "1+1269"]
    assert slogan_mentions("围绕1+1269，发力") == []


# (type; slogans)
KINDS = [
    ("formula", "12+6 100+N 1+1269 N+1 415X 1+N+X 渝西122工程"),
    ("round", "50强 500强 百强 五百强 百佳 1小时交通圈 一刻钟便民圈 15分钟生活圈 三年强基工程 三年强基方案 百日攻坚"),
    ("staged", "一年打基础、两年上台阶 一年打基础、强、两年上台阶、三年大变样"),
    ("compression", "一网办、一门办、一次办 一张蓝图、一个平台、一套机制 三公 双轮驱动"),
    ("list", "一龙头、一核心、一环线 四轮驱动 三心 三标 四规 五小行业 促消费十大行动"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), KINDS)
def test_the_form_of_a_slogan_tells_its_type(kind, words):
    found = {word: slogan_type(word) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != kind} == {}


@pytest.mark.parametrize(
    ("phrase", "digits"), [("双十二", (2, 12)), ("十二双", (12, 2)), ("双二十", (2, 20)), ("双双", (2, 2)), ("三双", (3, 2))]
)  # fmt: skip
def test_a_pair_is_two_beside_other_numerals(phrase, digits):
    assert slogan_digits(phrase) == digits


@pytest.mark.parametrize(
    ("reason", "words"),
    [("", "一小时圈 一小时生活圈 一刻钟圈 三翻四抖 六个千分之"), ("measure", "百分之三十 翻两番 第百分 千分之三")],
)
def test_a_quoted_phrase_that_measures_is_no_slogan(reason, words):
    found = {word: refusal_of_quotation(word) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own != reason} == {}


# (quote of the only slogan, "" for none; text)
NAMES_WITHOUT_MARKS = [
    ("二十年攻坚行动", "实施二十年攻坚行动。"),
    ("十二年攻坚行动", "实施十二年攻坚行动。"),
    ("3年攻坚行动", "实施3年攻坚行动。"),
    ("百日攻坚", "开展百日攻坚。"),
    ("百日安全生产攻坚行动", "开展百日安全生产攻坚行动。"),
    ("支持企业政策8条", "出台支持企业政策8条，"),
    ("惠企政策28条", "出台惠企政策28条。"),
    ("十进", "推动十进（甲、乙、丙、丁、戊、己、庚、辛、壬、癸）。"),
    ("三进", "推动三进（校园、社区、企业）。"),
    ("", "推动三进（校园、社区）。"),
    ("第一动力", "把创新作为第一动力。"),
    ("", "他是第一部长。"),
    ("", "到第一人民医院看病。"),
    ("制造业百强企业", "一户制造业百强企业落户。"),
    ("百强企业", "制造业升级，百强企业落户。"),
]


@pytest.mark.parametrize(("quote", "text"), NAMES_WITHOUT_MARKS)
def test_a_form_without_quotation_marks_is_a_slogan(quote, text):
    assert [row.quote for row in slogan_mentions(text)] == ([quote] if quote else [])


@pytest.mark.parametrize("mark", ["。（一）", "，（一）", "：一是", "（一）", "。一、", " 1", "。(一)"])
def test_a_speech_on_its_own_headings_names_no_slogan(mark):
    (row,) = propose_slogans(f"今年抓好九项重点工作{mark}抓项目")
    assert row.refused == "own sections"


@pytest.mark.parametrize("between", ["”，即", "”即", "”工作思路，即", "”工作思路。即", "”思路：分别是"])
def test_a_formula_that_is_spelt_out_announces_its_parts(between):
    row = slogan_mentions(f"推进“1+8{between}一个规划、八项行动。")[0]
    assert (row.quote, row.announced) == ("1+8", 9)
    assert (row.doc_id, row.note, row.items, row.refused) == ("", "", (), "")
