"""Which indicators the numbers of a group are said of, by each word that hands values out."""

import pytest

from analysis.targets import find_quantities, find_statements
from analysis.targets.phrasing import (
    OTHER_INDICATOR,
    Phrase,
    Subject,
    assign_subjects,
    names_two,
    says_each,
    says_respectively,
    split_subjects,
    subjects_of_each,
)

SECTORS = ["第一产业占比", "第二产业占比", "第三产业占比"]


def subjects(left, group, earlier=(), subject="", indicator=""):
    found = assign_subjects(
        Phrase(0, 1, left, "", subject, indicator, is_named=False),
        find_quantities(group),
        [Subject(name, OTHER_INDICATOR) if isinstance(name, str) else Subject(*name) for name in earlier],
    )
    return [own.words for own in found]


# Shares of a structure


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("三次产业比重", SECTORS),
        ("一产比重", SECTORS),
        ("二产比重", SECTORS),
        ("三产比重", SECTORS),
        ("经济结构", SECTORS),
        ("增加值比重", SECTORS),
        ("一、二、三产业的比重", SECTORS),
        ("", SECTORS),
        ("结构比例", SECTORS),  # no whole that a word of share follows
        ("粮经饲比例", ["粮经饲比例"] * 3),
        ("粮经饲比重", ["粮经饲比重"] * 3),
        ("粮经饲构成", ["粮经饲构成"] * 3),
        ("粮经饲结构", ["粮经饲结构"] * 3),
        ("粮比例", SECTORS),
        ("种植结构比例", ["种植结构比例"] * 3),
        ("粮、经、饲比例", ["粮", "经", "饲"]),
        ("粮、经和饲比重", ["粮", "经", "饲"]),
        ("粮、经、饲的结构", ["粮", "经", "饲"]),
        ("粮、经、饲之比", ["粮", "经", "饲"]),
        ("粮、经、饲数量", SECTORS),
        ("甲乙丙丁戊己、经济作物用地、饲草饲料用地比例", ["甲乙丙丁戊己", "经济作物用地", "饲草饲料用地"]),
    ],
)
def test_what_the_shares_of_a_structure_are_of(left, expected):
    assert subjects(left, "20:50:30", subject=left) == expected


ADJUSTED = "调整 优化 提升 演进 演变 转变 转化 转为 变 改 升 发展 到 至 现在调整 目前优化 逐步提升"


@pytest.mark.parametrize("words", ADJUSTED.split(" "))
def test_a_structure_that_changes_keeps_the_parts_before(words):
    assert subjects(f"{words}为", "20:50:30", ["粮", "经", "饲"]) == ["粮", "经", "饲"]
    assert subjects(f"{words}为", "20:50:30", ["粮", "经"]) == SECTORS
    assert subjects(f"{words}为", "20:50:30", ["林", "粮", "经", "饲"]) == ["粮", "经", "饲"]


@pytest.mark.parametrize("words", ["转", "演", "以后调整", "保持"])
def test_other_words_before_a_structure_take_up_nothing(words):
    assert subjects(f"{words}", "20:50:30", ["粮", "经", "饲"]) == SECTORS


# Values in order


@pytest.mark.parametrize("word", ["分别", "分列", "依次"])
def test_a_word_of_order_hands_out_the_names_before_it(word):
    assert says_respectively(f"甲{word}为")
    assert subjects(f"甲厂、乙厂{word}为", "8%、9%") == ["甲厂", "乙厂"]
    # no names before it: the rows before in their order
    assert subjects(f"{word}为", "8%、9%", ["甲", "乙", "丙"]) == ["乙", "丙"]
    assert subjects(f"{word}为", "8%、9%", ["甲"]) == ["甲", "甲"]
    # names of the clause before, if they are named whole
    assert subjects(f"{word}为", "8%、9%", subject="农业产值、林业产值") == ["农业产值", "林业产值"]
    assert subjects(f"{word}为", "8%、9%", ["甲", "乙"], subject="农业、林业") == ["甲", "乙"]
    # one value of both
    assert subjects(f"能耗和排放量{word}为", "8%") == ["能耗", "排放量"]


TWO = (
    "城乡居民收入 城乡收入 城镇和全市农村居民收入 城镇居民、农民收入 城镇居民和农村居民人均收入 城市居民与农民纯收入 城镇、农村常住居民人均可支配收入 "
    "规模以上工业总产值、增加值 工业产值和增加值 工业产值与工业增加值"
)
REACHED = "达到 达 为 实现 完成 预计 年均 实际 同比 增长 提高到 增加到 突破 超过 预计达到"


@pytest.mark.parametrize("names", TWO.split(" "))
def test_two_names_take_two_values_without_a_word_of_order(names):
    wrong = [word for word in ["", *REACHED.split(" ")] if not names_two(names + word)]
    assert wrong == []
    assert not names_two(f"{names}比上年")


@pytest.mark.parametrize(
    "names",
    [
        "居民收入",
        "城镇居民收入",
        "城镇居民、职工收入",
        "工业产值",
        "农业产值、增加值",
        "工业产值，增加值",
        "城乡居民存款",
    ],
)
def test_one_name_takes_no_two_values(names):
    assert not names_two(names)


def test_two_values_alone_are_handed_to_two_names():
    assert subjects("城乡居民收入达到", "3万元、1万元") == ["城镇居民收入达到", "农村居民收入达到"]
    assert subjects("城乡居民收入达到", "3万元、2万元、1万元", [("收入", "gdp")]) == ["收入"] * 3


@pytest.mark.parametrize(
    ("joint", "parts"),
    [("、", 2), ("和", 2), ("与", 2), ("及", 2), ("以及", 2), ("，", 2), ("或", 1), ("；", 1)],
)
def test_what_parts_the_names_before_a_word_of_order(joint, parts):
    expected = ["出口", "进口"] if parts == 2 else [f"出口{joint}进口"] * 2
    assert split_subjects(f"出口{joint}进口", 2) == expected


@pytest.mark.parametrize("noun", ["增加值", "总产值", "产值", "投资", "进出口", "进出口额", "出口", "出口额"])
@pytest.mark.parametrize("suffix", ["", "占比"])
@pytest.mark.parametrize("head", ["农业", "农产品", "光伏", "火电", "汽车"])
def test_names_that_need_the_noun_of_the_last_get_it(noun, suffix, head):
    assert split_subjects(f"{head}、林业{noun}{suffix}", 2) == [f"{head}{noun}{suffix}", f"林业{noun}{suffix}"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("规上工业、服务业增加值增速", ["规上工业增加值增速", "服务业增加值增速"]),
        ("业绩、厂房产值", ["业绩、厂房产值", "厂房产值"]),
        ("农业、厂房产值率", ["农业、厂房产值率", "厂房产值率"]),
        ("职工、农业收入", ["职工", "农业收入"]),
    ],
)
def test_which_names_keep_their_own_noun(words, expected):
    assert split_subjects(words, 2) == expected


@pytest.mark.parametrize("who", ["城镇", "城市", "农村", "农民", "农牧民", "居民", "城乡", "全市常住人口中城镇"])
def test_names_of_residents_get_the_income_of_the_last(who):
    expected = [f"{who.removesuffix('居民')}居民人均可支配收入", "职工收入"]
    assert split_subjects(f"{who}、职工收入", 2) == expected
    assert split_subjects(f"{who}收入、职工收入", 2) == [f"{who}收入", "职工收入"]


def test_a_name_of_residents_stands_near_its_beginning():
    assert split_subjects("甲乙丙丁戊己庚辛城镇、职工收入", 2)[0] == "甲乙丙丁戊己庚辛城镇居民人均可支配收入"
    assert split_subjects("甲乙丙丁戊己庚辛壬城镇、职工收入", 2)[0] == "甲乙丙丁戊己庚辛壬城镇"


@pytest.mark.parametrize("industry", ["工业", "规上工业", "规上工业企业"])
@pytest.mark.parametrize("verb", ["", "完成", "实现"])
@pytest.mark.parametrize("noun", ["总产值", "产值", "增加值"])
def test_the_second_figure_of_industry_is_of_the_same_industry(industry, verb, noun):
    assert split_subjects(f"{industry}{verb}{noun}、{verb}增加值、利润", 3) == [
        f"{industry}{verb}{noun}",
        f"{industry}{verb}增加值",
        "利润",
    ]
    assert split_subjects(f"农业{verb}{noun}、实现利润", 2) != [f"农业{verb}{noun}", "农业实现利润"]


@pytest.mark.parametrize(
    "name", ["入园率", "用电量", "总值", "林地数", "营业额", "水耗", "人均收入", "绿地比重", "绿地占比", "税收"]
)
def test_what_names_itself_is_not_read_with_the_last(name):
    assert split_subjects(f"{name}、失业率", 2) == [name, "失业率"]


@pytest.mark.parametrize("name", ["率", "一般", "比重的"])
def test_what_names_nothing_alone_is_read_with_the_last(name):
    assert split_subjects(f"{name}、失业率", 2) == [f"{name}、失业率", "失业率"]


# One value of each


@pytest.mark.parametrize("word", ["均", "都", "双双"])
def test_a_word_of_each_states_one_value_of_all(word):
    assert says_each(f"甲和乙{word}增长")
    assert subjects(f"{word}增长", "8%", [("甲", "gdp"), ("乙", "fai")]) == ["甲", "乙"]
    assert subjects(f"{word}增长", "8%", [("丙", "cpi"), ("甲", "gdp"), ("乙", "fai")]) == ["甲", "乙"]
    assert subjects(f"{word}增长", "8%", [("甲", "gdp"), ("乙", "gdp")]) == ["乙"]


@pytest.mark.parametrize("before", [*"年月日人户亩地平"])
def test_a_mean_is_no_word_of_each(before):
    assert not says_each(f"甲和乙{before}均增长")


@pytest.mark.parametrize("after", [*"可衡等价"])
def test_words_that_begin_with_even_are_no_word_of_each(after):
    assert not says_each(f"甲和乙均{after}增长")
    assert subjects_of_each(f"能耗和生产均{after}总值增长", "") == []


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("能耗和税收均", "", 2),
        ("能耗和税收年均", "", 2),
        ("能耗和税收平均", "", 2),
        ("能耗和税收都", "", 2),
        ("能耗和税收双双", "", 2),
        ("能耗和税收月均", "", 0),
        ("能耗和税收人均", "", 0),
        ("能耗和税收户均", "", 0),
        ("能耗和税收亩均", "", 0),
        ("能耗和税收日均", "", 0),
        ("能耗和税收地均", "", 0),
        ("能耗、税收、出口均", "", 3),
        ("能耗均", "", 0),
        ("能耗和均", "", 0),
        ("能耗和税收", "rate", 2),
        ("能耗和税收", "doubling", 2),
        ("能耗和税收", "money", 0),
        ("能耗水平和税收", "rate", 0),
        ("能耗、税收水平和出口", "rate", 0),
        ("能耗和能耗均", "", 0),
        ("能耗和面貌均", "", 0),
    ],
)
def test_when_a_value_is_of_each_of_several(words, kind, found):
    assert len(subjects_of_each(words, kind)) == found


WHOLE = "生产总值 工业增加值 工业产值 经济总量 工业投资 财政收入 进出口总额 零售额 出口 利用外资 到位资金 税收 GDP 消费价格 能耗 排放量 贷款"


@pytest.mark.parametrize("name", WHOLE.split(" "))
def test_names_of_which_a_rate_behind_the_second_is_said_too(name):
    assert [own.words for own in subjects_of_each(f"{name}和失业率", "rate")] == [name, "失业率"]
    assert subjects_of_each(f"{name}甲和失业率", "rate") == []


# Some of those before


@pytest.mark.parametrize(
    "words",
    [
        "10亿元以上项目",
        "10亿元",
        "投资10亿元",
        "总投资10亿元",
        "超10亿元",
        "过10亿元",
        "10亿美元",
        "十亿元",
        "百亿元",
        "千亿元",
        "1.5亿元",
        "10亿元及以上",
        "10亿元的项目",
        "10亿元以上的大项目",
        "10亿元以上重项目",
        "10亿元以上项目达到",
        "10亿元以上项目达",
        "10亿元以上项目超",
        "10亿元以上项目超过",
        "亿元以上",
    ],
)
def test_larger_projects_are_some_of_those_before(words):
    text = f"新开工项目20个，其中{words}3个"
    assert subjects(words, "3个", [("新开工项目", "projects_started")], words, "fai") == [words]
    found = assign_subjects(
        Phrase(0, 1, words, "", words, "fai", is_named=False),
        find_quantities("3个"),
        [Subject("新开工项目", "projects_started")],
    )
    assert found[0].indicator == "projects_started", text


@pytest.mark.parametrize(
    ("words", "before"),
    [("10万元以上项目", "projects_signed"), ("10亿元以上项目", "firms_new"), ("工业项目", "projects_signed")],
)
def test_others_are_not(words, before):
    found = assign_subjects(
        Phrase(0, 1, words, "", words, "fai", is_named=False), find_quantities("3个"), [Subject("甲", before)]
    )
    assert found[0].indicator == "fai"


def test_what_names_nothing_is_of_the_row_before_or_of_its_own_words():
    assert subjects("增长 ", "8%", ["甲", "乙"]) == ["乙"]
    assert subjects("增长 ", "8%") == ["增长"]
    assert subjects("增长", "6%-7%", ["甲"]) == ["甲", "甲"]
    assert subjects("投资增长", "6%-7%", ["甲"], "投资增长", "fai") == ["投资增长"] * 2


def test_each_value_of_each_stands_in_the_text():
    rows = find_statements("能耗和二氧化碳排放量均下降3.5%")
    assert [(row.indicator_text, row.value) for row in rows] == [("能耗", 3.5), ("二氧化碳排放量", 3.5)]
