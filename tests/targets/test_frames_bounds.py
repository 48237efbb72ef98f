"""Sections by each word of a cue and each bound: where a mood turns, of which year, and what just turns none."""

import pytest

from analysis.targets.frames import Section, TextFrame

LONG = "我们召开动员大会，深入学习贯彻新发展理念，推动高质量发展，改善民生，保持社会大局稳定，建设现代化新城区。"


def section(text, year=2023):
    """Return mood, period and years at the end of a text."""
    return tuple(TextFrame(text, year).section(len(text)))[1:]


def headed(line, year=2023):
    return section(f"{LONG}\n{line}\n{LONG}", year)


def wrong(words, expected, read=headed):
    found = {word: read(word) for word in words.split(" ")}
    return {word: own for word, own in found.items() if own != expected}


# Headings

REVIEWS = (
    "2022年工作回顾 2022年总结 2022年主要工作情况 2022工作回顾 一、2022年工作 2022年目标 2022年安排 2022年任务 2022年总体要求 2022年总体思路 "
    "2022年重点 2022年甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳回顾 工作回顾 过去一年 一年来 去年以来 工作总结"
)
PLANS = (
    "2023年工作 2023年工作安排 2023工作 2023年目标 2023年安排 2023年任务 2023年总体要求 2023年总体思路 2023年重点 "
    "2023年工作甲乙丙丁戊己庚回顾 工作安排 工作打算 主要任务 重点工作 工作思路 新的一年 总体要求"
)
OPEN = (
    "2023年工作日 2023年工作报告 2023年工作会议 2023年工作专班 2023年工作者 2023年工作甲乙丙丁戊己回顾 2023年工作总结会 "
    "2023年甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午目标 2023年，目标 1823年目标 甲 十四五期间 六五时期的目标 今年以来"
)


def test_headings_of_a_review():
    assert wrong(REVIEWS, ("review", 2022, 1)) == {}


def test_headings_of_a_plan():
    assert wrong(PLANS.replace("2023年工作甲乙丙丁戊己庚回顾 ", ""), ("plan", 2023, 1)) == {}
    assert headed("2025年目标") == ("plan", 2025, 1)
    assert headed("2021年回顾") == ("review", 2021, 1)
    assert headed("2025年回顾") == ("review", 2025, 1)


def test_headings_that_turn_nothing():
    assert {word: headed(word) for word in OPEN.split(" ") if headed(word)[0] == "plan"} == {}


TERMS = "今后五年 未来五年 今后五年的目标 未来五年的任务"


def test_headings_of_a_term():
    assert wrong(TERMS, ("plan", 2027, 5)) == {}
    assert (
        wrong(
            "十四五时期目标 “十四五”期间的任务 “十四五”时期的思路 十四五时期甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁目标",
            ("plan", 2025, 5),
        )
        == {}
    )
    assert wrong("“十三五”时期任务", ("plan", 2020, 5)) == {}
    assert wrong("“十五五”期间任务", ("plan", 2030, 5)) == {}
    assert headed("十四五时期甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊目标")[0] == "open"
    assert wrong("过去五年 五年来 本届政府 “十三五”工作回顾 过去的五年 4年来工作回顾", ("review", 2022, 5)) == {}


@pytest.mark.parametrize("line", ["上半年工作总结", "前三季度工作回顾", "2022年上半年回顾"])
def test_the_review_of_a_part_of_the_year_is_of_this_year(line):
    assert headed(line)[:2] == ("review", 2022 if "2022" in line else 2023)


def test_a_heading_is_short_and_no_sentence():
    for length, mood in ((39, "plan"), (40, "open")):
        line = "甲" * length + "二、工作安排"
        assert headed(line)[0] == mood, length
    for sign in "。；;!！":
        assert headed(f"二、工作安排{sign}")[0] == "open", sign
    for sign in "，、：":
        assert headed(f"二、甲{sign}工作安排")[0] == "plan", sign


MEETINGS = (
    "召开2023年工作会 举行2023年工作会 2023年工作安排部署会 2023年工作安排大会 2023年工作安排会议 2023年工作安排座谈会 2023年工作安排动员会 "
    "2023年工作安排推进会 2023年重点分析会 2023年目标大会开幕"
)


def test_the_headline_of_a_meeting_is_no_heading():
    assert wrong(MEETINGS, "open", lambda line: headed(line)[0]) == {}
    assert headed("2023年目标大会部署")[0] == "plan"
    assert headed("2023年工作计划")[0] == "plan"


# Elsewhere

STATES = "是 为 ： : 如下 主要是 甲乙丙丁戊己是 甲乙丙丁戊己："


@pytest.mark.parametrize(
    "words",
    [
        "预期目标",
        "总体要求",
        "指导思想",
        "总体思路",
        "奋斗目标",
        "工作总体要求",
        "工作的总体要求",
        "重点做好",
        "重点抓好",
    ],
)
def test_words_that_state_something_open_a_plan(words):
    for state in STATES.split(" "):
        assert section(f"{LONG}{words}{state}{LONG}") == ("plan", 2023, 1), state
    for state in ("得到落实，", "，是", "甲乙丙丁戊己庚是"):
        assert section(f"{LONG}{words}{state}{LONG}")[0] == "open", state


def test_how_near_its_beginning_a_sentence_opens_a_plan():
    for length, mood in ((31, "plan"), (32, "open")):
        assert section(f"{LONG}{'甲' * length}总体要求是：{LONG}")[0] == mood, length
    for length, mood in ((3, "plan"), (4, "open")):
        assert section(f"{LONG}{'甲' * length}今后五年，{LONG}")[0] == mood, length
        assert section(f"{LONG}{'甲' * length}新的一年，{LONG}")[0] == mood, length


def test_how_near_its_beginning_a_paragraph_opens_a_review():
    for length, mood in ((11, "review"), (12, "open")):
        assert section(f"{LONG}\n{'甲' * length}过去一年，{LONG}")[0] == mood, length
    assert section(f"{LONG}过去一年，{LONG}")[0] == "open"
    assert section(f"甲；过去一年，{LONG}")[0] == "open"
    assert section(f"过去一年，{LONG}")[0] == "review"
    assert section(f"{'甲' * 50}过去一年，{LONG}")[0] == "open"


def test_a_year_within_a_sentence_turns_nothing():
    assert section(f"{LONG}2023年工作安排是：{LONG}")[0] == "open"
    assert section(f"{LONG}重点工作是：{LONG}")[0] == "open"


# What a cue turns from

PLAN = f"二、2023年工作安排\n{LONG}"
LISTED = f"{PLAN}今年主要预期目标是：生产总值增长8%，财政收入增长5%。"


def test_only_a_heading_turns_back_behind_the_list_of_targets():
    assert section(f"{PLAN}\n一年来，{LONG}") == ("review", 2022, 1)
    assert section(f"{LISTED}\n一年来，{LONG}") == ("plan", 2023, 1)
    assert section(f"{LISTED}\n一、2022年工作回顾\n{LONG}") == ("review", 2022, 1)


def test_a_sentence_opens_no_plan_within_a_plan():
    assert section(f"{PLAN}今后五年，{LONG}") == ("plan", 2023, 1)
    assert section(f"一、2022年工作回顾\n{LONG}今后五年，{LONG}") == ("plan", 2027, 5)


def test_the_list_of_the_year_opens_it_within_the_plan_of_a_term():
    term = f"今后五年的奋斗目标\n{LONG}"
    assert section(f"{term}今年主要预期目标是：生产总值增长8%，财政收入增长5%。") == ("plan", 2023, 1)
    assert section(f"{term}今后五年的主要预期目标是：生产总值增长8%，财政收入增长5%。") == ("plan", 2027, 5)
    assert section(f"{PLAN}今后五年的主要预期目标是：生产总值增长8%。") == ("plan", 2023, 1)
    assert section(f"{LONG}今年主要预期目标是：生产总值增长8%，财政收入增长5%。") == ("plan", 2023, 1)


def test_a_cue_that_only_names_a_plan_of_five_years_further():
    assert section(f"{LONG}\n今后五年的奋斗目标\n{LONG}") == ("plan", 2027, 5)
    assert section(f"{LONG}\n今后五年甲和奋斗目标\n{LONG}") == ("plan", 2027, 5)
    for sign in "。；\n5":
        assert section(f"{LONG}\n今后五年{sign}2023年工作安排\n{LONG}")[2] == (1 if sign in "\n5" else 5), sign


@pytest.mark.parametrize("line", ["上半年工作总结和下半年计划", "工作总结和下步思路", "工作总结暨明年打算"])
def test_a_headline_of_review_and_plan_is_no_heading(line):
    assert section(f"{LISTED}\n{line}\n{LONG}")[0] == "plan"
    assert section(f"{LISTED}\n工作总结\n{LONG}")[0] == "review"


def test_so_far_this_year_is_open():
    assert section(f"一、2022年工作回顾\n{LONG}\n今年以来，{LONG}") == ("open", 2023, 1)
    assert section(f"{PLAN}\n今年以来，{LONG}") == ("open", 2023, 1)


# The frame as a whole


def test_what_stands_before_the_first_cue():
    assert tuple(TextFrame("甲", 2023).section(0)) == (0, "open", 2023, 1)
    assert tuple(TextFrame("甲", None).section(0)) == (0, "open", None, 1)
    assert TextFrame(f"甲。{LISTED}", 2023).section(0) == Section(0, "before", 2022)
    assert TextFrame(f"甲。{LISTED}", None).section(0).period is None
    dated = "政府工作报告\n——2023年1月5日在大会上\n甲。"
    assert TextFrame(f"{dated}\n{PLAN}", 2023).section(0) == Section(0, "before", 2022)
    assert TextFrame(f"{dated}\n一、2022年工作回顾\n{LONG}", 2023).section(0) == Section(0, "open", 2023)
    assert TextFrame(f"{dated}\n{PLAN}", 2024).section(0) == Section(0, "open", 2024)


def test_a_text_without_a_year_counts_from_none():
    assert headed("今后五年的目标", None) == ("plan", None, 5)
    assert headed("重点工作", None) == ("plan", None, 1)
    assert headed("过去一年", None) == ("review", None, 1)
    assert headed("2022年工作", None) == ("plan", 2022, 1)


def test_a_position_lies_in_a_list_from_its_colon_to_its_end():
    frame = TextFrame(f"{LISTED}\n{LONG}", 2023)
    (listed,) = frame.target_lists
    assert [frame.is_headline(at) for at in (listed.start - 1, listed.start, listed.end - 1, listed.end)] == [
        False,
        True,
        True,
        False,
    ]
    assert frame.list_at(listed.start) == listed


def test_sections_and_their_starts():
    text = f"{LONG}\n一、2022年工作回顾\n{LONG}\n{PLAN}"
    frame = TextFrame(text, 2023)
    starts = [0, text.index("2022年工作"), text.index("2023年工作")]
    assert [own.start for own in frame.sections] == starts
    for before, start in zip(frame.sections, starts[1:], strict=False):
        assert frame.section(start - 1) == before
        assert frame.section(start).start == start


UNANNOUNCED = "生产总值增长6%，财政收入增长7%。"


def test_where_a_list_that_none_announces_can_stand():
    assert TextFrame(f"{PLAN}{UNANNOUNCED}", 2023).target_lists
    assert TextFrame(f"二、工作安排\n{UNANNOUNCED}", 2023).target_lists
    assert not TextFrame(f"二、2024年工作安排\n{UNANNOUNCED}", 2023).target_lists
    assert not TextFrame(f"今后五年的奋斗目标\n{UNANNOUNCED}", 2023).target_lists
    assert not TextFrame(f"一、2022年工作回顾\n{UNANNOUNCED}", 2023).target_lists
    assert not TextFrame(f"区里的消息\n2023年5月10日\n{PLAN}前三季度，{UNANNOUNCED}", 2023).target_lists
    # not beside one of the year that is announced
    both = f"{LISTED}\n{LONG}\n力争{UNANNOUNCED}"
    assert len(TextFrame(both, 2023).target_lists) == 1
    other = f"今后五年的主要预期目标是：财政收入增长8%。\n{PLAN}{UNANNOUNCED}"
    assert [own.period for own in TextFrame(other, 2023).target_lists] == [2027, 2023]
