"""The frame of a text: which words turn its mood and where, and which open a list of targets that none announces."""

import pytest

from analysis.targets.frames import TextFrame

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
