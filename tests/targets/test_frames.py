"""The frame of a text: which words turn its mood and where, which announce a list of targets, and where a list ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.targets.frames import TextFrame
from analysis.targets.headline import find_announced_lists, find_unannounced_list

# Lists that are announced


# (template of a text of the plan year 2023; words; the period of its list of targets, 0 for none)
LISTS = [
    ("{}是：生产总值增长8%。", "主要预期目标 总体目标 预期目标 调控目标 约束性指标 奋斗目标 发展目标 主要预期指标 发展的具体目标", 2023),
    ("主要{}：生产总值增长8%。", "目标是 目标为 目标如下 目标任务 目标任务是 目标任务要求是 目标，经综合研究考虑", 2023),
    ("{}是：生产总值增长8%。", "项目 主要工作 主要指标", 0),
    ("主要目标为{}办好实事。生产总值增长8%。", "民 人民 群众", 0),
    ("主要目标是：{}", "新建学校5所。 再上台阶。", 0),
    ("主要目标是：{}", "增长8%。 增长达到8%。 增长为8.5%。", 2023),
    ("主要目标是：{}", "收入与经济增长同步。 收入增长，占8%。", None),
    ("{}主要目标是：增长8%。", "今年 明年 本年 全年 2023年", 2023),
    ("{}的主要目标是：增长8%。", "今后五年 未来五年 今后5年 未来5年 五年", 2027),
    ("{}的主要目标是：增长8%。", "十四五时期 “十四五”期间 十四五末 十四五经济 十四五规划 十四五发展 十四五我市 十四五全市", 2025),
    ("{}主要预期目标是：生产总值增长8%。", "最初的 原定的 回顾 超额完成的 顺利实现的 圆满完成的 均完成的 达到预期的", 0),
    ("2022年主要目标{}：增长8%。", "是 为", 0),
    ("主要目标是：生产总值{}8%，收入增长9%。", "年均增长 年均递增 年均实际增长 年均实现增速 年均保持较快增幅", 2027),
    ("主要目标是：{}8%。", "生产总值增长 年均浓度5微克，总值增长", 2023),
]  # fmt: skip


@pytest.mark.parametrize(("template", "words", "period"), LISTS)
def test_words_that_announce_a_list_of_targets_and_its_year(template, words, period):
    found = {}
    for word in words.split(" "):
        spans = find_announced_lists(template.replace("{}", word), 2023)
        found[word] = spans[0].period if spans else 0
    assert {word: own for word, own in found.items() if own != period} == {}


def test_the_list_of_targets_runs_over_its_items_and_no_further():
    text = "今年主要预期目标是：\n——经济增长。生产总值增长8%。\n——居民收入增长7%。\n实现上述目标，要新建学校5所。"
    spans = find_announced_lists(text, 2023)
    assert [(span.period, text[span.start : span.end][-8:]) for span in spans] == [(2023, "民收入增长7%。")]


# (what follows 主要预期目标是：生产总值增长7%。 in the same paragraph; the last words that belong to the list). From reports
# of cities and provinces of 1999 to 2024 whose lists ended too early
GOING_ON = [
    ("其中，三次产业增加值分别增长2%、6%和7%；投资增长8%；粮食20亿斤。", "粮食20亿斤"),
    ("其中：第一产业增长7%，第二产业增长14%。财政收入增长12%；外贸增长15%。上述目标", "外贸增长15%"),
    ("一产、二产、三产增加值分别增长6%、8%、5%，规上工业增加值增长8%。今年重点工作是", "规上工业增加值增长8%"),
    ("城镇新增就业1.3万人。粮食产量达到130亿斤。", "城镇新增就业1.3万人"),
    ("民生福祉不断增进，居民收入增长7%，城镇新增就业5万人，失业率控制在5%以内。各位", "失业率控制在5%以内"),
    ("我们要坚定信心，真抓实干，完成投资500亿元，建成项目20个。", "生产总值增长7%"),
    ("全力抓好招商，引进项目增长10%，新开工项目50个。", "生产总值增长7%"),
    ("\n其中，第一产业增长7%，第二产业增长14%。", "生产总值增长7%"),
]


@pytest.mark.parametrize(("after", "last"), GOING_ON)
def test_a_list_of_targets_goes_on_over_sentences_of_targets(after, last):
    text = "今年主要预期目标是：生产总值增长7%。" + after
    (span,) = find_announced_lists(text, 2024)
    assert text[span.start : span.end].endswith(last)


@pytest.mark.parametrize(
    "text",
    [
        "市人大会议确定的主要预期目标全面完成情况是：生产总值增长8%。",
        "主要经济指标高开稳走：生产总值增长9%，投资增长8%。",
        "确定的主要预期目标和为民办实事任务全面完成。生产总值增长8%。",  # 为民 was read as 为
    ],
)
def test_reported_targets_are_no_list(text):
    assert find_announced_lists(text, 2023) == []


def test_a_yearly_concentration_is_no_five_year_target():
    text = "全市主要预期目标是：地区生产总值增长7%；细颗粒物年均浓度下降5%。"
    assert [span.period for span in find_announced_lists(text, 2015)] == [2015]


def test_aims_that_list_nothing_hide_no_list_of_targets():
    text = "主要目标是办好实事。\n今年主要预期目标是：生产总值增长8%。"
    (span,) = find_announced_lists(text, 2023)
    assert text[span.start :] == "：生产总值增长8%。"


def test_a_result_worded_as_a_list_hides_no_list_of_targets():
    text = "主要经济指标高开稳走：生产总值增长9.4%。\n今年主要预期目标是：生产总值增长8%。"
    (span,) = find_announced_lists(text, 2023)
    assert text[span.start :] == "：生产总值增长8%。"


@pytest.mark.parametrize(
    ("item", "belongs"),
    [
        *((f"{sign}居民收入增长7%。", True) for sign in ("——", "-", "·", "●", "1.", "（1）", "一、", "一是", "九是", "**", "")),
        ("居民收入完成任务。", True),
        ("居民收入与经济增长同步。", True),
        ("居民收入保持稳定。", False),  # neither number nor task
        ("我们取得成绩7%。", False),  # no indicator
        ("——我们取得成绩7%。", True),  # a dash makes an item of anything
        *((f"{word}居民收入增长7%。", False) for word in ("实现上述", "实现这", "为实现", "围绕", "提出", "确定", "这", "上述", "以上", "做好", "完成上述", "各位")),
        ("居民收入" + "不断" * 200 + "增长7%。", False),  # no item is that long
    ],
)  # fmt: skip
def test_what_goes_on_with_a_list_of_targets(item, belongs):
    text = f"今年主要目标是：\n生产总值增长8%。\n{item}"
    (span,) = find_announced_lists(text, 2023)
    assert (span.end >= len(text) - 1) is belongs


# Lists that none announces


UNANNOUNCED = [  # texts of no announced list: the words before the list, its first words, the plan year
    ("二、2023年工作安排\n综合考虑各方面因素，", "地区生产总值增长6%左右，固定资产投资增长7%以上。"),  # 山西 2023
    (
        "二、2023年工作安排\n奋勇前进。\n新一年各项主要指标的计划安排是：",
        "全市生产总值增长10%；投资增长20%。",
    ),  # 本溪 2014
    (
        "二、2023年工作安排\n在抓实经济社会发展各项工作，建议奋力实现",
        "地区生产总值增长6.5%左右，收入增长与经济增长基本同步。",
    ),
    (
        "过去的一年，我们攻坚克难。\n综合考虑，预期今年",
        "全省地区生产总值增长6%左右，居民消费价格涨幅3%左右。",
    ),  # 黑龙江 2015
    (
        "今后五年的奋斗目标\n建成学校50所。\n今年全省的主要指标是：",
        "地区生产总值增长6%以上；投资增长8%以上。",
    ),  # 辽宁 2021
    ("2023年", "全区地区生产总值增长8%，固定资产投资增长9%。"),
    ("今年提高效益。全年计划安排", "国内生产总值1230亿元，增长10%左右；财政总收入115亿元，增长15%。"),  # 内蒙古 1998
]


@pytest.mark.parametrize(("before", "first"), UNANNOUNCED)
def test_the_list_of_a_text_that_announces_none_opens_with_growth(before, first):
    frame = TextFrame(before + first, 2023)
    assert [(span.start, span.period) for span in frame.target_lists] == [(len(before), 2023)]


@pytest.mark.parametrize(
    "text",
    [
        "过去一年，我们攻坚克难。\n初步统计，全省生产总值6487亿元，增长11%；投资增长12%。",  # 福建 2006
        "全年国内生产总值完成393亿元，比上年增长5.2%，其中农业增长5%，工业增长13%。",  # 海南 1997
        "二、2023年工作安排\n地区生产总值年均增长8%，投资年均增长9%。",
        "二、2023年工作安排\n全市生产总值在上年增长15.7%的基础上又增长16%，投资增长9%。",
        "二、2023年工作安排\n2022年地区生产总值增长8%，投资增长9%。",
        "二、2023年工作安排\n高新区地区生产总值增长8%，投资增长9%。",  # a part of the place
        "二、2023年工作安排\n地区生产总值增长8%。",  # one number is no list
    ],
)
def test_results_averages_and_parts_open_no_list(text):
    assert TextFrame(text, 2023).target_lists == []


OPENERS = "今年 明年 本年 全年 新一年 新的一年 2023年 预期 建议 奋力 努力 全力 力争 争取 力保 确保 保持 实现 完成 初步 计划 安排 提出 确定 要 其中 我们 今年预期"


@pytest.mark.parametrize("lead", ["", *OPENERS.split(" ")])
@pytest.mark.parametrize("mark", ["，", "：", "\n", "●", "“"])
def test_words_before_the_growth_that_opens_an_unannounced_list(lead, mark):
    before, first = f"二、2023年工作安排\n综合考虑{mark}{lead}", "地区生产总值增长6%左右，固定资产投资增长7%。"
    spans = TextFrame(before + first, 2023).target_lists
    assert [(span.start, span.period) for span in spans] == [(len(before), 2023)]


# (whether a list opens; template; words for {})
OPENINGS = [
    (True, "{}生产总值增长6%，投资增长7%。", "全省 全市 全区 全州 全盟 全县 全市的 我省 本市 我市 我县 本县 本州 我盟 全市预期 全省计划 我市力争 全县实现"),
    (False, "{}生产总值增长6%，投资增长7%。", "高新区 人均 农业 我们的"),
    (True, "{}6%，投资增长7%。", "地区生产总值增长 国内生产总值增长 生产总值（GDP）增长 经济总量增长 GDP增长 gdp增速 经济增长 经济增速 生产总值增幅"),
    (False, "{}6%，投资增长7%。", "经济占比增长 生产总值占 生产总值年均增长 生产总值平均增长 生产总值在上年增长5%基础上增长 生产总值又增长 人均生产总值增长 生产总值已增长 生产总值同期增长 生产总值累计增长"),
    (True, "生产总值{}，投资增长7%。", "增长6% 增长6.5% 增长6—6.5% 增长6%左右 160亿元，增长6% 达到160亿元、增长6%"),
    (True, "生产总值增长6%，{}。", "投资增长7% 收入与经济增长同步 进出口7% 投资增长预计7％"),
    (False, "生产总值增长6%{}", "。 ，投资50亿元。"),
]  # fmt: skip


@pytest.mark.parametrize(("opens", "template", "words"), OPENINGS)
def test_what_an_unannounced_list_opens_with(opens, template, words):
    text = "二、2023年工作安排\n综合考虑，" + template
    found = {word: bool(TextFrame(text.replace("{}", word), 2023).target_lists) for word in words.split(" ")}
    assert {word: own for word, own in found.items() if own is not opens} == {}


# (whether a list opens where no section of a plan is; words before 地区生产总值增长6%)
UNDATED = [
    (True, "今年 明年，预期 新的一年 2023年 主要指标安排是： 今年总盘子：建议 计划 力争"),
    (False, "初步统计， 经核算： 预计， 测算， 2022年 2024年 "),
]


@pytest.mark.parametrize(("opens", "words"), UNDATED)
def test_outside_of_a_plan_a_list_needs_a_year_a_will_or_an_announcement(opens, words):
    found = {}
    for word in words.split(" "):
        text = f"大会召开。{word}地区生产总值增长6%，投资增长7%。"
        found[word] = bool(TextFrame(text, 2023).target_lists)
    assert {word: own for word, own in found.items() if own is not opens} == {}


def test_a_review_opens_no_list():
    text = "一、2022年工作回顾\n地区生产总值增长6%，投资增长7%。"
    assert TextFrame(text, 2023).target_lists == []


# (whether a list opens; template of a text that announces none; words for {})
UNFRAMED_OPENINGS = [
    (True, "{}生产总值增长8%，财政收入增长7%。", "预期 建议 力争 争取 力保 确保 计划 安排 努力实现 奋力实现 要实现 我们要"),
    (True, "{}生产总值增长8%，财政收入增长7%。", "今年 明年 本年 新一年 新的一年 2023年"),
    (False, "{}生产总值增长8%，财政收入增长7%。", "完成 保持 实现 其中 全年 2022年"),
    (False, "力争生产总值{}增长8%，财政收入增长7%。", "年均 平均 预计 去年 在上年基础上 已 同期 占比 累计 人均"),
    (True, "{}\n生产总值增长8%，财政收入增长7%。", "指标： 目标： 具体安排： 总体预期： 经济盘子： 主要任务： 目标初步考虑："),
    (False, "{}\n生产总值增长8%，财政收入增长7%。", "措施： 目标完成情况与分析研究： 成绩："),
    (False, "{}，今年生产总值增长8%，财政收入增长7%。", "统计 初步核算 预计 据测算"),
    (True, "力争生产总值达到{}，增长8%，财政收入增长7%。", "100亿元 100亿元左右 1.5亿元以上 900元"),
    (False, "力争生产总值{}，增长8%，财政收入增长7%。", "达到100亿斤 均为100亿元"),
    (True, "力争生产总值增长{}，财政收入增长7%。", "8% 8%-9% 8%至9% 8%以上 保持在8% 目标为8% 的预期目标为8%"),
    (True, "力争{}增长8%，财政收入增长7%。", "生产总值 地区生产总值 国内生产总值 生产总值（GDP） 经济总量 GDP 经济 全市生产总值 我市生产总值"),
    (False, "力争{}增长8%，财政收入增长7%。", "工业 民营经济发展"),
    (False, "力争生产总值增长8%{}。", "，财政收入再上台阶 ，新建学校9所"),  # one rate alone
    (True, "力争生产总值增长8%{}。", "，居民收入同步 ，失业率4%以内"),
]  # fmt: skip


@pytest.mark.parametrize(("opens", "template", "words"), UNFRAMED_OPENINGS)
def test_words_that_open_a_list_of_targets_which_none_announces(opens, template, words):
    found = {}
    for word in words.split(" "):
        text = "讲话。\n" + template.replace("{}", word)
        found[word] = find_unannounced_list(text, 2023, lambda _position: None) is not None
    assert {word: own for word, own in found.items() if own is not opens} == {}


def test_growth_of_another_time_hides_no_list_that_opens_with_growth():
    text = "力争2022年生产总值增长6%，财政收入增长5%。\n预计生产总值年均增长6%。\n力争生产总值增长8%，财政收入增长7%。"
    span = find_unannounced_list(text, 2023, lambda _position: None)
    assert text[span.start : span.end] == "生产总值增长8%，财政收入增长7%"


# Sections


# (mood at the end of the text; template; words)
MOODS = [
    (
        "review",
        "{}\n完成投资5亿元。",
        "2022年工作回顾 2022年工作总结 一、2022年主要工作情况 一、2022年工作 2022年目标任务",
    ),
    (
        "plan",
        "{}\n完成投资5亿元。",
        "2023年工作 2023工作安排 2023年安排 2023年发展目标 2023年目标 2023年工作安排 2023年任务 2023年总体要求 2023年总体思路 2023年重点",
    ),
    ("open", "{}\n完成投资5亿元。", "2023年工作日 2023年工作报告 2023年工作会议 2023年工作专班 2023年工作者"),
    (
        "open",
        "{}\n完成投资5亿元。",
        "完成2023年工作任务。 落实2023年重点工作； 我们一定能够完成2023年工作的各项目标任务并且为今后的发展打下更加坚实的基础创造更加有利的条件",
    ),
    ("plan", "{}的任务\n完成投资5亿元。", "今后五年 未来五年 十四五时期 “十四五”期间"),
    ("plan", "一年来完成了任务。\n二、2023年工作安排\n{}，完成投资5亿元。", "坚持稳中求进 去年"),
]


@pytest.mark.parametrize(("mood", "template", "words"), MOODS)
def test_words_of_a_heading_that_turn_the_mood(mood, template, words):
    found = {}
    for word in words.split(" "):
        text = template.replace("{}", word)
        found[word] = TextFrame(text, 2023).section(text.index("完成投资")).mood
    assert {word: own for word, own in found.items() if own != mood} == {}


def test_a_term_of_five_years_is_reviewed_and_planned_as_five():
    text = "一、过去五年工作回顾\n完成投资5亿元。\n二、今后五年的奋斗目标\n新建学校5所。"
    frame = TextFrame(text, 2023)
    assert frame.section(text.index("完成"))[1:] == ("review", 2022, 5)
    assert frame.section(text.index("新建"))[1:] == ("plan", 2027, 5)


def test_a_term_of_five_years_turns_to_its_first_year_at_the_list_of_the_year():
    text = "今后五年的奋斗目标\n建成学校50所。\n今年主要预期目标是：生产总值增长8%。\n新建学校5所。"
    frame = TextFrame(text, 2021)
    assert [frame.section(text.index(words)).period for words in ("建成", "新建")] == [2025, 2021]


# Where a mood can begin: in a heading always, elsewhere by the place of its words. Lines are longer than a heading.

REST = "我们深入学习贯彻新发展理念，推动高质量发展，改善民生，保持社会大局稳定，全面建设现代化新城区。新建学校5所。"


FIRST = "我们召开动员大会，深入学习贯彻新发展理念，推动高质量发展，改善民生，保持社会大局稳定，建设现代化新城区。"


def mood(text):
    found = TextFrame(text, 2023).section(text.index("新建学校"))
    return found.mood, found.period, found.years


OPENS = "预期目标 总体要求 指导思想 总体思路 奋斗目标 工作总体要求 工作的总体要求 重点做好 重点抓好"


@pytest.mark.parametrize("words", OPENS.split(" "))
def test_words_that_open_the_plan_where_they_begin_a_sentence_and_state_something(words):
    for states in ("是", "为", "：", ":", "如下", "主要是"):
        assert mood(f"{FIRST}{words}{states}{REST}") == ("plan", 2023, 1), states
        assert mood(f"{FIRST}\n{words}{states}{REST}") == ("plan", 2023, 1), states
    assert mood(f"{FIRST}{words}得到落实，{REST}")[0] == "open"
    assert (
        mood(f"{FIRST}各级各部门和广大干部群众坚定不移地贯彻落实党中央国务院的重大决策部署和{words}是{REST}")[0]
        == "open"
    )


@pytest.mark.parametrize("words", ["主要任务", "重点工作", "工作安排", "工作思路"])
def test_other_words_of_a_plan_open_it_in_a_heading_alone(words):
    assert mood(f"{FIRST}\n二、{words}\n{REST}")[0] == "plan"
    assert mood(f"{FIRST}{words}是：{REST}")[0] == "open"


@pytest.mark.parametrize(("words", "expected"), [
    ("新的一年", ("plan", 2023, 1)), ("今后五年", ("plan", 2027, 5)), ("未来五年", ("plan", 2027, 5)),
    ("十四五时期的主要目标", ("plan", 2025, 5)), ("“十四五”期间的任务", ("plan", 2025, 5)),
])  # fmt: skip
def test_a_time_to_come_opens_a_plan_where_it_begins_a_sentence(words, expected):
    assert mood(f"{FIRST}{words}，{REST}") == expected
    assert mood(f"{FIRST}在{words}，{REST}") == expected
    assert mood(f"{FIRST}各级各部门在{words}，{REST}")[0] == "open"


@pytest.mark.parametrize(("words", "years_"), [
    ("过去一年", 1), ("过去的一年", 1), ("一年来", 1), ("去年以来", 1), ("刚刚过去的一年", 1), ("去年全年", 1), ("回顾过去", 1),
    ("过去五年", 5), ("过去的五年", 5), ("五年来", 5), ("本届政府", 5),
])  # fmt: skip
def test_a_time_gone_by_opens_a_review_where_it_begins_a_paragraph(words, years_):
    assert mood(f"{FIRST}\n{words}，{REST}") == ("review", 2022, years_)
    assert mood(f"{FIRST}\n各位代表，{words}，{REST}") == ("review", 2022, years_)
    assert mood(f"{FIRST}{words}，{REST}")[0] == "open"
    assert mood(f"{FIRST}\n各级各部门和广大干部群众{words}，{REST}")[0] == "open"


def test_a_paragraph_turns_a_plan_back_to_a_review_only_before_a_list_of_targets():
    plan = f"二、2023年工作安排\n{FIRST}"
    assert mood(f"{plan}\n一年来，{REST}")[0] == "review"
    listed = f"{plan}今年主要预期目标是：生产总值增长8%，财政收入增长5%。"
    assert mood(f"{listed}\n一年来，{REST}")[0] == "plan"
    assert mood(f"{listed}\n一、2022年工作回顾\n{REST}")[0] == "review"  # a heading always does


def test_results_of_the_year_so_far_stand_beside_what_is_to_do():
    assert mood(f"一、2022年工作回顾\n{FIRST}\n今年以来，{REST}")[:2] == ("open", 2023)


def test_the_goals_of_a_term_are_one_plan_with_its_heading():
    assert mood(f"{FIRST}\n今后五年的奋斗目标\n{REST}") == ("plan", 2027, 5)
    assert mood(f"{FIRST}\n今后五年\n\n2023年工作安排\n{REST}") == ("plan", 2023, 1)


def test_a_report_on_the_work_of_a_year_is_no_plan():
    assert mood(f"{FIRST}\n关于2023年工作情况的回顾\n{REST}")[0] != "plan"
    assert mood(f"{FIRST}\n2023年工作报告\n{REST}")[0] == "open"


def test_a_time_to_come_within_a_plan_opens_no_other():
    assert mood(f"{FIRST}\n二、2023年工作安排\n{FIRST}今后五年，{REST}") == ("plan", 2023, 1)


@pytest.mark.parametrize("again", ["一年来，", "去年以来，", "一、2022年工作回顾\n"])
def test_a_mood_that_is_named_again_opens_no_section(again):
    text = f"一、2022年工作回顾\n{FIRST}\n{again}{FIRST}\n二、2023年工作安排\n{REST}"
    sections = TextFrame(text, 2023).sections
    assert [section.mood for section in sections] == ["open", "review", "plan"]


@given(
    st.text(alphabet="20123五年来今后年工作回顾主要预期目标是：。，\n一、增长%", max_size=120), st.integers(2000, 2030)
)
def test_sections_cover_every_text_in_order(text, year):
    frame = TextFrame(text, year)
    starts = [section.start for section in frame.sections]
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert all(span.start <= span.end <= len(text) for span in frame.target_lists)
    assert all(a.end <= b.start for a, b in zip(frame.target_lists, frame.target_lists[1:], strict=False))
    assert all(frame.section(position).start <= position for position in range(len(text)))
