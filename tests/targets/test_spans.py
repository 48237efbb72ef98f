"""Spans: what stretch of time a value covers, by the words of time of its sentence, paragraph and section."""

import re

import pytest

from analysis.language import entry_pattern, load_lexicon
from analysis.targets import find_statements
from tests.report_templates import PLAN

# (text, span); the text plans for 2024
BY_WORDS = [
    ("一季度地区生产总值增长5%。", "quarter"),
    ("第四季度地区生产总值增长5%。", "quarter"),
    ("四季度当季增长9%。", "quarter"),
    ("受疫情影响，一季度全市经济总量下降6.7%。", "quarter"),
    ("上半年地区生产总值增长5%。", "half"),
    ("前三季度地区生产总值增长5%。", "months"),
    ("1—11月，固定资产投资增长5%。", "months"),
    ("1-10月份，固定资产投资增长5%。", "months"),
    ("截至6月底，完成投资5亿元。", "months"),
    ("12月份，工业增加值同比增长5%。", "months"),
    ("单月增长8%。", "months"),
    ("贷款余额环比增长2%。", "months"),
    ("今年以来，新增市场主体5万户。", "months"),
    ("五年来，城镇化率提高5个百分点。", "years"),
    ("过去的五年，城镇化率提高5个百分点。", "years"),
    ("近三年，新建学校50所。", "years"),
    ("地区生产总值年均增长8%。", "years"),
    ("“十三五”期间新建学校50所。", "years"),
    ("2016—2020年，新建学校50所。", "years"),
    ("累计建成学校50所。", "years"),
    ("财政收入三年翻番。", "years"),
    ("粮食产量连续三年增长5%以上。", "years"),
    ("生产总值比2015年增长50%。", "years"),
    ("生产总值是2010年的2.9倍。", "years"),
    ("生产总值、税收分别是2010年的2.9倍和3.1倍。", "years"),
    ("与五年前相比，PM2.5浓度下降30%。", "years"),
    ("到2029年城镇化率提高5个百分点。", "years"),
    ("地区生产总值增长5%。", "year"),
    ("全年地区生产总值增长5%。", "year"),
    ("去年，地区生产总值增长5%。", "year"),
    ("地区生产总值比上年增长5%。", "year"),
    ("地区生产总值比2023年增长5%。", "year"),
    ("1—12月，固定资产投资增长5%。", "year"),
    ("截至12月底，完成投资5亿元。", "year"),
    ("全年累计完成投资5亿元。", "year"),
    ("今年以来，我们攻坚克难，预计全年地区生产总值增长5%。", "year"),
    ("一季度增长3%，全年增长5%。", "year"),
    ("增速较一季度回升5个百分点。", "year"),
    ("增速较一季度、上半年、前三季度分别回升5个、3个和2个百分点。", "year"),
    ("年均增长8%，其中去年增长5%。", "year"),
    ("税收增长5%，创近三年最高水平，投资增长6%。", "year"),
    ("五年来，森林覆盖率提高到45%。", "year"),
    ("实施三年行动，投资增长5%。", "year"),
    ("每年新建学校5所。", "year"),
    ("PM2.5年均浓度下降5%。", "year"),
    ("从4月份起，新建学校5所。", "year"),
    ("一年来，投资增长5%。", "year"),
    ("实施三年提升计划，投资增长20%。", "year"),  # was years
    ("九年义务教育巩固率93%，居民收入增长12%。", "year"),  # was years
]


@pytest.mark.parametrize(("text", "span"), BY_WORDS)
def test_span_by_the_words_of_the_sentence(text, span):
    assert find_statements(text, year=2024)[-1].span == span


def test_a_part_of_the_year_holds_up_to_the_next_word_of_time():
    rows = find_statements("一季度投资增长5%，税收增长4%；上半年增长6%，前三季度增长7%，全年增长8%。", year=2024)
    assert [row.span for row in rows] == ["quarter", "quarter", "half", "months", "year"]


def test_a_month_holds_up_to_a_semicolon():
    rows = find_statements("6月底前，建成学校5所；新建医院3所。", year=2024)
    assert [row.span for row in rows] == ["months", "year"]


@pytest.mark.parametrize(
    ("rest", "span"),
    [("", "months"), ("预计全年投资增长7%。", "year"), ("\n", "year"), ("上半年税收增长2%。", "months")],
)
def test_a_part_of_the_year_opens_a_paragraph(rest, span):
    review = f"前三季度，全市投资增长5%。{rest}税收增长6%。"
    rows = find_statements(PLAN.format(review=review, plan=""))
    assert rows[-1].span == span


@pytest.mark.parametrize(
    ("review", "span"),
    [
        ("过去五年，我们攻坚克难。城镇化率提高5个百分点。", "years"),
        ("过去五年，我们攻坚克难。新建学校50所。", "years"),
        ("过去五年，我们攻坚克难。地区生产总值达到5000亿元。", "year"),
        ("过去五年，我们攻坚克难。2022年，地区生产总值增长5%。", "year"),
        ("过去五年，我们攻坚克难。2022年，税收增长5%。投资增长6%。", "year"),
        ("2022年是本届政府的收官之年。\n经济稳中有进。地区生产总值增长5%。", "year"),
        ("五年来，我们攻坚克难。\n经济稳中有进。地区生产总值增长35%。", "years"),
    ],
)
def test_changes_and_counts_of_a_term_are_of_its_years(review, span):
    text = (
        "政府工作报告\n2023年1月5日在大会上\n各位代表：\n一、过去五年工作回顾\n\n"
        + review
        + "\n\n二、2023年工作安排\n\n"
    )
    assert find_statements(text)[-1].span == span


def test_the_plan_of_a_year_is_of_the_year():
    text = PLAN.format(review="", plan="今年主要预期目标是：地区生产总值增长7%，城镇新增就业5万人。")
    assert [row.span for row in find_statements(text)] == ["year", "year"]


def test_the_targets_of_a_year_behind_the_plan_of_a_term_are_of_the_year():
    plan = "今后五年的奋斗目标是：地区生产总值年均增长8%。\n\n今年主要预期目标是：地区生产总值增长7%，税收增长5%。"
    rows = find_statements(PLAN.format(review="", plan=plan))
    assert [row.span for row in rows] == ["years", "year", "year"]


def test_the_size_of_something_has_no_span_of_its_own():
    (row,) = find_statements("五年来，总投资41亿元的新材料项目进展顺利。", year=2024)
    assert (row.status, row.span) == ("ongoing", "year")


SPANS = load_lexicon("spans")


@pytest.mark.parametrize("name", SPANS)
def test_lexicon_examples(name):
    entry = SPANS[name]
    assert set(entry) <= {"means", "words", "unless", "matches", "rejects"}
    found = re.compile(entry_pattern(entry)).search
    assert [text for text in entry["matches"] if not found(text)] == []
    assert [text for text in entry["rejects"] if found(text)] == []
    assert len(entry["words"]) == len(set(entry["words"]))
