"""Types, digits and announced numbers: each alternative of the grammar, with its near miss. Made up from the rules."""

import pytest

from analysis.slogans import announced_count, slogan_digits, slogan_type
from analysis.slogans.typology import blank_idioms, without_uncounted_names

TYPES = [
    ("formula", "1+N 1+1269 N+1 2+6+N 1+x 1+n 渝西122工程 渝西122计划 渝西122行动 渝西122战略 渝西122体系 渝西122模式 渝西122工作法 1333 123456 415X 12N 12345X"),
    ("compression", "1N 1234567 12+ 300年 300月 300日 300天 300米 300元 300家 300户 300名 300人 300公里 300% 1X+"),
    ("round", "300强 300佳 百强 千佳 十优 五百强 世界十大品牌 全球十大港口 中国十大品牌城市 全国十大品牌 全省十大品牌 亚洲十大港口 国内十大港口"),
    ("round", "大干100天 奋战百日 决战百天 大战三十天 苦干100天 三年行动 百日攻坚 百天会战 三年计划 三年规划 三年方案 三年工程 十年禁渔 十年禁捕 15分钟生活圈 一刻钟便民圈 一小时交通圈"),
    ("round", "20条 二十条 20条措施 20条意见 20条政策 20条新政 20条举措 20条硬措施 百名干部联百企 万企入村"),
    ("list", "六个北海 促消费十大行动 四新设施 五小行业 四上企业 六小场所 五类人员 三小车辆 新三小企业 四轮驱动 九轮驱动 四风 佛山新八景 新四风 四风问题 三线工程 三农产业 三农经济 三小场 一环线、一核心区、一网络"),
    ("compression", "双轮驱动 一支部一特色 一企一策 一网办、一门办、一次办 一张蓝图、一个平台、一套机制 一站服务、一条热线、一支队伍 五百三千 三提三争 双百双千"),
    ("ordinal", "第一要务 新春第一会 1号工程 一号工程 二次创业 再次创业"),
    ("compression", "第一轮 第一批 第一期 第一届 1号线 一号线 三次创业"),
    ("list", "五个第一 三个第一"),
    ("staged", "两年苦干、三年成形 两年苦干，三年成形 两年苦干,三年成形 两年打基础、强功能，三年上台阶 三年成形 三年大跨越"),
    ("compression", "三年内成 三年一评 三年不反弹 三年过关 三年目标成 三年义务教 三年评比 十年磨剑 三年成"),
    ("round", "奋战30天 大干30日 苦干30天 决战30天 大战30天 30优 千强 三千佳"),
    ("list", "三线行动 四风行动 六多场所 新一张蓝图、一个平台、一套机制 一张蓝图、一个平台"),
    ("list", "十轮驱动 六多人员 六多企业 六多设施 六多行业 六多车辆 新中国十大品牌 中国山水林田湖草沙十大品牌"),
    ("round", "中国山水林田湖草十大品牌 中国十大品牌"),
    ("compression", "四轮驱动北海 一张一图 一张山水林田湖草、一个山水林田湖草、一套山水林田湖草 一条热线、一支队伍、一站服务"),
    ("staged", "两年强、三年优"),
    ("compression", "苦战30天 大干30米 渝26N 26N路 新四轮驱动 六多问题 五百十万 三万五万 新一环线、一核心区、一网络 一环线、一核心区、一网络格局的"),
    ("staged", "两年打基础强功能优环境、强产业，三年上台阶"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "phrases"), TYPES)
def test_each_form_has_its_type(kind, phrases):
    found = {phrase: slogan_type(phrase) for phrase in phrases.split(" ")}
    assert {phrase: own for phrase, own in found.items() if own != kind} == {}


@pytest.mark.parametrize("sign", "年月日天米元条家个户项件名人万亿公强佳字%％")
def test_digits_with_a_measure_are_no_formula(sign):
    assert slogan_type(f"300{sign}") != "formula"
    assert slogan_type(f"123456{sign}") != "formula"
    assert slogan_type("300") == "formula"


# phrase: announced number
ANNOUNCED = {
    "双十": 2,
    "双50": 2,
    "双十工程": 2,
    "双十二": 14,
    "双十三进": 15,
    "五险合一": 5,
    "三位一体": 3,
    "三位一体、两化": 6,
    "保二争一": None,
    "争一保三": None,
    "进三冲二": None,
    "夺一保二": None,
    "保二扩三": None,
    "保三扩二": None,
    "争二扩三": None,
    "进二扩三": None,
    "冲二扩三": None,
    "夺二扩三": None,
    "扩二提三": 5,
    "接二连三": None,
    "两化、三位一体": 6,
    "新三位一体": 3,
    "五险合一改革": 6,
    "三提99争": 102,
    "三提100争": None,
    "99争": 99,
    "1争": None,
    "三重一大改革创新": 3,
    "三大四小五大工程建设": 3,
    "三张两单": 3,
    "两重”“两新": 4,
    "新双十": 12,
    "接二带三": 5,
    "三提三争": 6,
    "一企一策": None,
    "五百三千": None,
    "二百策": None,
    "30·60": 90,
    "30·100": None,
    "三重一大": 4,
    "一大四小": 5,
    "三支一扶": 4,
    "三场一站": 4,
    "三道四关": 7,
    "三块两支": 5,
    "五个一批": 5,
    "三大一百": 3,
    "六个一千": 6,
    "八个坚持，八个反对": 16,
    "八个坚持、两个反对": 10,
    "八个坚持,两个反对": 10,
    "20条": 20,
    "二十条意见": 20,
    "双百工程": 2,
    "九百工程": 9,
    "百千工程": None,
    "第二期三年行动计划": None,
    "第三个三年行动": None,
    "第三轮三年行动": None,
    "第3轮20条": None,
    "三年行动": None,
    "第一要务": None,
    "1+1269": None,
}


@pytest.mark.parametrize("phrase", ANNOUNCED)
def test_how_many_things_a_name_announces(phrase):
    assert announced_count(phrase) == ANNOUNCED[phrase]


@pytest.mark.parametrize(
    ("phrase", "blanked"),
    [
        ("一体化", "□□□"),
        ("一体", "□□"),
        ("五位一体", "五位一体"),
        ("单一", "□□"),
        ("三单一网", "三单一网"),
        ("海峡两岸", "□□□□"),
        ("一江两岸", "一江两岸"),
        ("两岸", "两岸"),
        ("两岸四地", "两岸四地"),
        ("两岸融合", "两岸融合"),
        ("两岸一家", "两岸一家"),
        ("两岸交流", "□□交流"),
        ("江两岸交流", "江两岸交流"),
        *((f"海南{left}46{right}", "海南□□□□") for left, right in ("[]", "〔〕", "﹝﹞", "【】", "［］")),
        ("海南[1234]", "海南[1234]"),
        ("海南[4]", "海南□□□"),
        ("海南[123]", "海南□□□□□"),
        ("海南[]", "海南[]"),
        ("21世纪", "□□□□"),
        ("二十一世纪", "□□□□□"),
        ("世纪三策", "世纪三策"),
    ],
)
def test_words_whose_numeral_counts_nothing_are_blanked(phrase, blanked):
    assert blank_idioms(phrase) == blanked


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("一核、两区、多园", "一核、两区"),
        ("南北、一核、两区", "一核、两区"),
        ("南北，一核,两区", "一核,两区"),
        ("南北、东西、一核", "一核"),
        ("一核、南北、两区", "一核、南北、两区"),
        ("一核、南北、东西", "一核"),
        ("1核、南北", "1核"),
        ("南北、一核、东西", "一核"),
        ("南北、N核", "N核"),
        ("X核、南北", "X核"),
        ("一体化、一核", "一核"),  # an idiom counts nothing
        ("一核", "一核"),
        ("南北", "南北"),
        ("南北、、东西", "南北、、东西"),
    ],
)
def test_names_that_count_nothing_at_the_ends_of_a_coordination(phrase, names):
    assert without_uncounted_names(phrase) == names


@pytest.mark.parametrize(
    ("phrase", "digits"),
    [
        ("1+10+N", (1, 10, "N")),
        ("1+500", (1, 500)),
        ("1+838", (1, 8, 3, 8)),
        ("1200+3", (1200, 3)),
        ("26N", (2, 6, "N")),
        ("1+x", (1, "X")),
        ("415X", (4, 1, 5, "X")),  # lost its X
        ("1234N", (1, 2, 3, 4, "N")),
        ("26N路", (26, "N")),
        ("三四八", (3, 4, 8)),
        ("二十", (20,)),
        ("十二", (12,)),
        ("2035年", (2035,)),
        ("十五五", ()),
        ("千万吨", (10_000_000,)),
        ("千万", (1000, 10_000)),
        ("三百人", (300,)),
        ("三亿", (300_000_000,)),
        ("千万个", (10_000_000,)),
        ("三百三千人", (3, 100, 3, 1000)),
        ("五百三千", (5, 100, 3, 1000)),
        ("双百", (2, 100)),
        ("双十二", (2, 12)),
        ("三体化一体化", (3,)),
        ("", ()),
    ],
)
def test_the_numerals_of_a_name(phrase, digits):
    assert slogan_digits(phrase) == digits
