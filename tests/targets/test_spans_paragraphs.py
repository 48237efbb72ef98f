"""Spans by paragraphs: how one opens with a part of the year, and which words turn a review to several years or to one."""

import pytest

from analysis.targets import find_statements

REST = "我们攻坚克难、开拓进取、扎实工作，改革发展稳定各项事业迈上了新的台阶，城乡面貌焕然一新。"
REPORT = "政府工作报告\n2023年1月5日在大会上\n各位代表：\n"


def last_span(text, year=2023):
    return find_statements(text, year=year)[-1].span


def differing(words, span, read):
    found = {word: read(word) for word in words}
    return {word: own for word, own in found.items() if own != span}


# A part of the year that opens a paragraph


def in_speech(opening):
    return last_span(f"{REPORT}一、2022年工作回顾\n\n{opening}甲。税收增长6%。\n\n二、2023年工作安排\n")


def in_item(opening):
    return last_span(f"经济运行情况\n2023-10-26 09:10\n{opening}甲。税收同比增长6%。\n")


@pytest.mark.parametrize(
    ("words", "span"),
    [
        (
            "一季度， 第一季度， 今年一季度， 去年四季度， 2022年二季度， 1季度， （一季度， *一季度, \u3000\u3000一季度，",
            "quarter",
        ),
        ("上半年， 下半年， 2022年上半年，", "half"),
        ("前三季度， 前两个季度， 一至三季度， 1—11月， 1月-6月， 一、二季度，", "months"),
        ("一季度甲， 各地一季度， 明年一季度， 一季度。 1—12月， 一月，", "year"),
    ],
)
def test_how_a_paragraph_of_a_speech_opens_with_a_part_of_the_year(words, span):
    assert differing(words.split(" "), span, in_speech) == {}


@pytest.mark.parametrize(
    ("words", "span"),
    [
        (
            "一季度 今年一季度 去年，一季度 2023年一季度 初步核算，今年一季度 甲乙，一季度 （一季度 截至一季度",
            "quarter",
        ),
        ("上半年 今年上半年 据统计，上半年", "half"),
        ("前三季度 1-8月 到9月末 截至9月底 截止2023年9月末 9月份 今年，截至9月底 2023年，1-8月", "months"),
        ("一季度以来 一季度前 9月 9月初 今年甲一季度 甲，一季度 一季度要 一季度力争 一季度甲将 一季度按照计划", "year"),
    ],
)
def test_how_a_paragraph_of_a_news_item_does(words, span):
    assert differing(words.split(" "), span, in_item) == {}


def test_words_that_end_the_part_of_the_year():
    for words in ("全年", "预计", "年底", "去年", "五年来", "到2025年", "\n"):
        assert in_item(f"一季度，甲。{words}乙") == "year", words
    assert in_item("一季度，甲。6月底，乙") == "quarter"
    target = "政府工作报告\n2023年1月5日在大会上\n各位代表：\n二、2023年工作安排\n一季度，甲。税收增长6%。\n"
    assert last_span(target) == "year"


def test_an_opening_clause_has_two_to_thirty_characters():
    for length, span in ((1, "year"), (2, "quarter"), (30, "quarter"), (31, "year")):
        assert in_item("甲" * length + "，一季度") == span, length


# Words by which a review turns


def turned(turn):
    """Return the span of a count behind a long paragraph in the review of a year."""
    body = f"一年来，我们攻坚克难。\n\n{turn}{REST}\n\n乡村更美。全市乡镇减少28个。"
    return last_span(f"一、2022年工作回顾\n\n{body}\n\n二、2023年工作安排\n\n")


def turned_back(turn):
    """Return the same in the review of a term."""
    body = f"五年来，我们攻坚克难。\n\n{turn}{REST}\n\n乡村更美。全市乡镇减少28个。"
    return last_span(f"{REPORT}一、过去五年工作回顾\n\n{body}\n\n二、2023年工作安排\n\n")


TO_YEARS = [
    "回顾“十三五”，", "回望本届政府，", "回首过去五年，", "回眸这四年，", "回顾甲乙丙丁戊己庚辛三年，", "以来的五年，", "以来这四年，", "以来的这三年，",
    "去年各项工作，甲“十三五”", "去年工作，甲五年", "过去一年的工作，本届", "2022年目标完成，甲五年", "2022年的成绩，五年", "去年甲乙丙丁戊己庚辛壬癸子丑寅卯工作，五年",
    "五年，", "五年奋斗历程，", "五年甲乙丙，", "过去五年", "这四年", "过去的三年", "“十三五”期", "十三五时", "本届政府任期", "本届政府五年", "本届政府四年", "本届政府以来",
    "各位代表，这五年", "各位代表！过去的五年", "——这五年", "甲乙的五年，", "不平凡的四年。", "甲的甲的三年，", "极不平凡的5年，", "极不平凡的3年。",
]  # fmt: skip
NOT_TO_YEARS = [
    "回顾甲，五年", "回顾甲乙丙丁戊己庚辛壬五年，", "回顾2017年", "以来的二年，", "去年工作，甲。五年", "去年甲，五年", "五年奋斗甲乙丙丁，", "这二年", "过去的甲五年", "六五期间",
    "甲这五年", "十三五规划", "甲的五年", "的五年，", "极不平凡的五年甲",
]  # fmt: skip


@pytest.mark.parametrize("turn", TO_YEARS)
def test_a_long_paragraph_turns_to_several_years(turn):
    assert turned(turn) == "years"


@pytest.mark.parametrize("turn", NOT_TO_YEARS)
def test_a_long_paragraph_that_does_not(turn):
    assert turned(turn) == "year"


TO_ONE = [
    "2022年，", "去年，", "一年，", "这一年，", "在2022年，", "回顾去年，", "刚刚过去的一年，", "即将过去的一年，", "过去的2022年，", "各位代表！2022年，", "—2022年，", "甲过去的2022年，",
    "甲2022年是极不平凡的最后一年，", "甲2022年是实施规划的第一年，", "甲2022年甲乙丙的一年，",
    "甲2022年甲乙的一年，",
]  # fmt: skip
NOT_TO_ONE = [
    "甲2022年，", "2022年以来，", "2022年底，", "2022年末，", "2018年—2022年，", "2022年，甲年均", "2022年，甲平均", "去年，五年", "去年，回望甲年", "去年，回首五年", "2022年比2017年", "2022年是2017年的",
    "2022年与2017年", "甲2022年的一年", "甲2022年甲的一年，", "明年，",
]  # fmt: skip


@pytest.mark.parametrize("turn", TO_ONE)
def test_a_long_paragraph_turns_back_to_one_year(turn):
    assert turned_back(turn) == "year"


@pytest.mark.parametrize("turn", NOT_TO_ONE)
def test_a_long_paragraph_that_does_not_turn_back(turn):
    assert turned_back(turn) == "years"


# Short lines


def headed(line, section="一、2022年及“十三五”工作回顾"):
    body = f"{section}\n\n{line}\n\n乡村更美。全市乡镇减少28个。"
    return last_span(f"{REPORT}{body}\n\n二、2023年工作安排\n\n")


YEARS_LINE = "2017—2022年 2017年至2022 过去五年 这四年 近三年 过去的五年 五年来 四年间 三年里 五年， 五年、甲 “十三五”期间 十三五时期 十三五以来 回顾十三五 回望十三五 回首十三五 任期内 十八大以来"
ONE_LINE = "2022年 去年 上年 过去一年 过去的一年 一年来 这一年"


def test_a_short_line_speaks_of_several_years_or_of_one():
    assert differing(YEARS_LINE.split(" "), "years", headed) == {}
    assert differing(ONE_LINE.split(" "), "year", headed) == {}
    assert differing([f"{word}{'甲' * 30}" for word in ("五年来", "任期内")], "years", headed) == {}


def test_other_short_lines_change_nothing():
    for line in ("2022年以来", "五年甲", "过去二年", "二年来", "回顾甲十三五", "2022、2023"):
        assert headed(f"这一年\n{line}") == "year", line
    for line in ("去年来年", "甲", "五年来\n甲", "过去甲一年"):
        expected = "year" if line.startswith("去年") else "years"
        assert headed(f"五年来\n{line}") == expected, line


def test_a_line_of_more_than_forty_characters_is_a_paragraph():
    for length, span in ((37, "years"), (38, "year")):
        assert headed("这一年\n甲五年来" + "甲" * (length - 1)) == span, length


# A paragraph that opens with a term, within the review of a year

LOOKS_BACK = "五年来， 过去五年， 这四年， 近三年， 过去的五年， 三年间， 十二年里， 四年, “十三五”期间， 十三五时期， 十三五以来， 任期内， ——五年来， 这五年间，"


def opened(words):
    body = f"一、2022年工作回顾\n\n甲。\n{words}我们攻坚克难。粮食产量增长30%。"
    return last_span(f"{REPORT}{body}\n\n二、2023年工作安排\n\n")


def test_a_paragraph_of_the_review_of_a_year_that_looks_back_on_several():
    assert differing(LOOKS_BACK.split(" "), "years", opened) == {}
    assert differing(["二年，", "去年，", "一年来，", "五年规划，", "六五期间，", "甲，"], "year", opened) == {}


# A number of things in the review of a term: reached, or counted up


def counted(words):
    return last_span(f"{REPORT}一、过去五年工作回顾\n\n改革深化。{words}50万人。\n\n二、2023年工作安排\n\n")


STATES = "学生达 学生到 学生至 学生突破 学生超过 学生跃上 学生稳定在 学生保持在 学生居 学生由 学生从 学生由原来的 学生由甲乙丙丁戊己"


def test_a_number_that_is_reached_in_a_term_is_of_its_last_year():
    assert differing(STATES.split(" "), "year", counted) == {}
    others = (
        "培训学生 培训学生近 新增学生达到 净增学生超过 新增就业突破 新增学生从各地 学生由甲乙丙丁戊己庚 学生由各地，"
    )
    assert differing(others.split(" "), "years", counted) == {}


def test_a_change_in_a_term_is_of_its_years():
    def changed(words):
        return last_span(f"{REPORT}一、过去五年工作回顾\n\n改革深化。{words}5%。\n\n二、2023年工作安排\n\n")

    assert differing(["投资增长", "能耗下降", "覆盖率提高"], "years", changed) == {}
    assert (
        differing(
            ["覆盖率", "覆盖率达到", "覆盖率提高到", "2022年，投资增长", "比上年增长", "同比增长"], "year", changed
        )
        == {}
    )


def test_a_multiple_in_a_year_of_a_term_is_of_the_term():
    def multiplied(words):
        body = f"{REST}2022年，甲。{words}。"
        return last_span(f"{REPORT}一、过去五年工作回顾\n\n{body}\n\n二、2023年工作安排\n\n")

    assert differing(["投资增长1.6倍", "投资扩大到1.6倍"], "years", multiplied) == {}
    assert differing(["投资增长60%", "2021年投资增长1.6倍"], "year", multiplied) == {}


def test_a_plan_beyond_the_year_is_of_its_years():
    def planned(heading):
        return last_span(f"{heading}\n\n产业升级。打造3个园区。", 2021)

    assert planned("2035年远景目标") == "years"
    assert planned("2021年目标") == "year"
    assert planned("“十四五”时期主要目标") == "years"
