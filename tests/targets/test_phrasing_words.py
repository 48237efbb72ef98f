"""The words of a phrase one by one: what each of them does around a number, beside the words that just do not."""

import pytest

from analysis.targets import find_quantities, find_statements
from analysis.targets.phrasing import (
    OTHER_INDICATOR,
    Phrase,
    continues_statement,
    find_modifier,
    is_range,
    read_label,
    read_phrase,
    without_acts,
    words_after,
)

# The words before a number


def phrase(text, after=0):
    """Return the phrase of the last number of a text."""
    return read_phrase(text, find_quantities(text)[-1], after)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("今年力争签约项目18个", "签约项目"),
        ("其中：确保（签约项目18个", "签约项目"),
        ("日前签约项目18个", "签约项目"),
        ("月份签约项目18个", "签约项目"),
        ("年投资5亿元", "投资"),
        # 年 belongs to what follows
        ("年均增长8%", "年均增长"),
        ("年度投资5亿元", "年度投资"),
        ("年产5万吨", "年产"),
        # no word that leads
        ("每日签约项目18个", "每日签约项目"),
    ],
)
def test_the_words_before_a_number_begin_behind_those_that_lead_to_it(text, left):
    assert phrase(text).left == left


def test_no_more_than_sixty_characters_name_an_indicator():
    for length, start in ((60, 0), (61, 1)):
        assert phrase("甲" * length + "18个").start == start


@pytest.mark.parametrize(
    "words",
    [
        "按可比价格计算",
        "按不变价格计算",
        "按可比价计算",
        "按可比计算",
        "按不变价计算",
        "扣除物价因素",
        "剔除物价上涨因素",
        "扣除甲乙丙丁戊己庚辛价甲乙丙丁戊己因素",
        "考虑价格变动因素",
        "2024年",
        "“",
        "”",
        "、",
        "（",
        "）",
        "(",
        ")",
        "*",
        "·",
    ],
)
def test_what_is_taken_out_and_signs_name_nothing_beside_acts(words):
    assert without_acts(f"{words}新增企业") == "企业"
    assert without_acts(f"甲{words}企业") == f"甲{words}企业"


@pytest.mark.parametrize(
    "words",
    [
        "扣除价格上涨了的所有各种因素",
        "扣除甲乙丙丁戊己庚辛壬价因素",
        "扣除价甲乙丙丁戊己庚因素",
        "扣除物质因素",
        "按现价计算",
        "1999年",
    ],
)
def test_other_words_before_an_act_name_something(words):
    assert without_acts(f"{words}企业") == f"{words}企业"


# each of these words alone, and each behind another one that is no act (总规模)
COMPARING = (
    "1997年 2020年末 2020年底 2020 一年前 五年 前五年 上个五年 上年 去年 同期 年均 平均 每年 年平均 年初 首次 连续 "
    "“十二五”末 “十二五”时期 十三五期间 十五期末 十五 九五末 八五末 七五期间 "
    "增长 增加 增至 增速 增幅 增量 提高 下降 降低 减少 上升 回落 净增 升至 突破 总量 总额 总数 总规模 处理能力 余额 占比 "
    "比重 数量 低于 高于 超过 高出 快于 超 过 省定 市定 省会城市 副省级城市 同类城市 西部 中部 东部 国家 全国 全省 全市 全区 "
    "全州 省 市 位居 居 位列 列 名列 排名 排 跃居 稳居 保持 已 比 较 是 由 从 的 在 分别 均 都 同比 环比 约 基础上 又 还 双双 "
    "到 至 达 达到 实现 为 计划 目标 预期 控制 水平 “ ” 、"
)


@pytest.mark.parametrize("word", COMPARING.split(" "))
def test_words_of_comparison_in_a_row_name_nothing(word):
    found = phrase(f"失业率3.2%，总规模{word}8%", 7)
    assert (found.subject, found.indicator) == ("", "")


@pytest.mark.parametrize("word", ["工业", "六五末", "十二四末", "平时", "1897年"])
def test_another_word_among_them_names_something(word):
    assert phrase(f"失业率3.2%，总规模{word}8%", 7).subject == f"总规模{word}"


@pytest.mark.parametrize("word", ["", "约", "均", "分别", "并", "已"])
def test_a_share_alone_is_of_what_stands_before(word):
    for share in ("占全省", "占地区生产总值", "占地方收入", "占"):
        assert phrase(f"零售额5亿元，{word}{share}31%", 7).indicator == "", share
    assert phrase(f"零售额5亿元，{word}甲占全省31%", 7).subject != ""


@pytest.mark.parametrize("word", ["占地", "占用", "占补", "占道"])
def test_to_take_up_space_is_no_share(word):
    assert phrase(f"零售额5亿元，{word}经营31%", 7).subject == f"{word}经营"


@pytest.mark.parametrize("between", ["千", "亿元", "万平方米"])
def test_a_number_that_states_nothing_ends_the_words_of_its_own_indicator(between):
    assert phrase(f"市场主体5{between}、企业40家").indicator == OTHER_INDICATOR


@pytest.mark.parametrize("words", ["市场主体5甲乙丙丁戊、", "市场主体5、", "市场主体、", "市场主体5，千、"])
def test_without_such_a_number_all_words_name_one(words):
    text = f"{words}企业40家"
    assert read_phrase(text, find_quantities(text)[-1]._replace(clause=0), 0).indicator == "firms_new"


# The words behind a number


@pytest.mark.parametrize("mark", [*"，,；;。！？!?\n：:、（）()…"])
def test_the_words_after_a_number_end_with_the_clause(mark):
    assert words_after(f"5个学校{mark}医院", 2) == "学校"


def test_the_words_after_a_number_are_forty_at_most():
    assert words_after("5个" + "甲" * 41, 2) == "甲" * 40
    assert words_after("5个 学校", 2) == " 学校"


DONE = "交付 使用 建成 投用 投产 竣工 完工 开工 建设 主体 封顶 投入 全部 已 顺利 全面 完成 运营 开业 达产 主体已封顶"


@pytest.mark.parametrize("words", DONE.split(" "))
def test_acts_behind_a_number_name_nothing(words):
    row = find_statements(f"安置区12个，2个{words}")[-1]
    assert (row.indicator_text, row.quote) == ("安置区", f"2个{words}")


@pytest.mark.parametrize("noun", ["学校", "已建学校"])
def test_a_noun_behind_a_number_names_it(noun):
    assert find_statements(f"安置区12个，2个{noun}")[-1].indicator_text == noun


NO_NOUN = (
    "的目标 之目标 目标 增速 增长 速度 水平 增幅 任务 比例 大关 台阶 目标以上 目标以内 目标左右 和 及 与 的 目标” 目标“ 增长和速度 "
    "之 之间 的学校 增加到6 提高至6 上升到6 下降到6 降低到6 增长到6 减少到6 扩大至6"
)


@pytest.mark.parametrize("words", NO_NOUN.split(" "))
def test_words_behind_a_number_that_are_not_counted(words):
    found = phrase(f"新增5个{words.removesuffix('6')}")
    assert (found.end, found.is_named) == (4, False)


@pytest.mark.parametrize("words", ["目标群体", "增长点", "大关村", "之家", "扩大学校", "以上学校"])
def test_words_that_begin_alike_are_counted(words):
    text = f"新增5个{words}"
    assert phrase(text).end == len(text)


def test_a_noun_ends_where_the_next_number_or_a_joint_begins():
    for text, noun in (("5个企业3", "企业"), ("5个企业和", "企业"), ("5个企业及", "企业"), ("5个企业与 ", "企业")):
        found = read_phrase(text, find_quantities("5个")[0], 0)
        assert text[2 : found.end] == noun


def test_what_follows_a_rate_or_a_rank_is_not_counted():
    assert phrase("投资增长8%高于全省").end == 6
    assert not phrase("位居第3位学校").is_named
    assert phrase("投资增长8个学校").end == 8


@pytest.mark.parametrize(
    ("text", "subject"),
    [("80%的学校", "学校"), ("三分之二的学校", "学校"), ("80%的目标", ""), ("覆盖80%的学校", ""), ("80%学校", "学校")],
)
def test_a_share_is_of_the_noun_behind_it(text, subject):
    assert phrase(text).subject == subject


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("开工建设红旗大桥等46项工程", "projects_started"),  # what is counted, with its act
        ("新增省级25家企业", "firms_new"),
        ("研发25家企业", "rd"),  # both together
        ("研发等25家企业", "other"),  # mere examples
        ("净增学校40户、商户80户", "firms_new"),
    ],
)
def test_the_noun_behind_a_count_and_the_words_before_it(text, indicator):
    assert phrase(text, max(0, text.find("、"))).indicator == indicator


@pytest.mark.parametrize(
    ("text", "after", "subject", "indicator"),
    [
        ("棚户区改造扎实推进，开工4673套", 0, "棚户区改造扎实推进", "housing"),
        ("棚户区改造扎实推进；开工4673套", 0, "", ""),  # another sentence
        ("棚户区改造5年推进，开工4673套", 0, "", ""),  # a number of its own
        ("棚户区改造三项推进，开工4673套", 0, "", ""),
        ("棚户区改造扎实推进，开工4673套", 12, "", ""),  # a value stands between
        ("棚户区改造：开工4673套", 0, "", ""),  # a label
        ("城乡面貌改善，开工4673套", 0, "", ""),  # names no indicator
        ("居民消费价格，扣除季节性价格因素，增长5%", 0, "居民消费价格", "cpi"),
    ],
)
def test_the_clause_before_names_what_acts_alone_do_not(text, after, subject, indicator):
    found = phrase(text.replace("：", ":"), after)
    assert (found.subject, found.indicator) == (subject, indicator)


@pytest.mark.parametrize("numeral", [f"{one}{what}" for one in "一二三四五六七八九十百千" for what in "亿万个项家所"])
def test_a_spelled_number_keeps_a_clause_from_naming_the_next(numeral):
    assert phrase(f"棚户区改造{numeral}推进，开工4673套").subject == ""


@pytest.mark.parametrize(
    ("text", "start"),
    [("生产总值：", 0), ("地区，生产总值：", 3), ("2024生产总值：", 4), ("生产 总值：", None), ("主要目标：", None)],
)
def test_a_label_is_the_words_before_a_colon_that_name_an_indicator(text, start):
    found = read_label(text, len(text) - 1, 0)
    assert (found and found.start) == start
    assert not found or (found.end, found.subject, found.left) == (len(text) - 1, text[start:-1], text[start:-1])


@pytest.mark.parametrize("mark", [*"，,；;。！？!?\n：:、“” 0"])
def test_a_label_begins_behind_any_mark(mark):
    text = f"学校{mark}生产总值："
    assert read_label(text, len(text) - 1, 0).start == 3


def test_a_label_has_two_characters_to_two_dozen():
    assert read_label("物价：", 2, 0).subject == "物价"
    assert read_label("物价：", 2, 1) is None
    assert read_label("甲" * 22 + "物价：", 24, 0).start == 0
    assert read_label("甲" * 23 + "物价：", 25, 0).start == 1


def test_a_hardener_holds_for_the_next_two_dozen_characters():
    for between, modifier in ((0, "力争"), (26, "力争"), (27, "")):
        text = "力争" + "甲" * between + "5个"
        assert find_modifier(text, find_quantities(text)[-1]) == modifier
    for mark in "，。；,;":
        text = f"力争甲{mark}5个"
        assert find_modifier(text, find_quantities(text)[-1]._replace(clause=0)) == ""


@pytest.mark.parametrize(
    ("left", "continues"),
    [
        (word, True)
        for word in ["力争", "确保", "争取", "冲刺", "和", "及", "与", "到", "至", "、", "达", "达到", "“", "力争达到"]
    ]
    + [("努力", False), ("达成", False), ("", True)],
)
def test_words_that_lead_on_from_the_value_before(left, continues):
    assert continues_statement(Phrase(0, 1, left, "", "", "", is_named=False)) is continues
    assert not continues_statement(Phrase(0, 1, left, "", "", "gdp", is_named=False))


def test_a_range_is_joined_by_its_own_hedge_or_by_to():
    (low, high), (first, last) = find_quantities("6%-7%"), find_quantities("由8%到9%")
    assert [is_range(low, high, between) for between in ("-", " - ", "、", "到")] == [True, True, False, False]
    assert [is_range(first, last, between) for between in ("到", "至", "和", "-")] == [True, True, False, False]
    assert not is_range(first, last._replace(kind="money"), "到")
    assert not is_range(low._replace(hedge="—"), high, "-")
