"""Records of single reports: which values stand for the place."""

import pytest

from analysis.archive.records import make_record
from analysis.archive.reports import Task


def test_what_is_said_of_a_zone_or_of_counties_is_no_result_of_the_place(tmp_path):
    text = (
        "政府工作报告\n——2024年1月10日在市人民代表大会上\n各位代表：\n一、2023年工作回顾\n"
        "滨海新区地区生产总值增长15.7%，南部6县地区生产总值增长9%。全市地区生产总值增长3.3%。\n"
        "二、2024年工作安排\n地区生产总值增长5%左右。\n"
    )
    path = tmp_path / "2024.md"
    path.write_text(text, encoding="utf-8")
    record = make_record(Task("政府工作报告-其他地市/滨州市/2024", str(path), "key", None))
    assert [(row.indicator, row.value) for row in record.results] == [("gdp", 3.3)]


# The nation's reports of 1980-2011 against the statistical communiqués


def results_of(tmp_path, review, year=2024):
    head = f"政府工作报告\n——{year}年1月10日在市人民代表大会上\n各位代表：\n"
    text = f"{head}一、{year - 1}年工作回顾\n{review}\n二、{year}年工作安排\n地区生产总值增长5%左右。\n"
    path = tmp_path / f"{year}.md"
    path.write_text(text, encoding="utf-8")
    record = make_record(Task(f"政府工作报告-其他地市/滨州市/{year}", str(path), "key", None))
    return [(row.indicator, row.measure, row.value, row.unit) for row in record.results]


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        # a rate goes before the amount of the change
        (
            "社会消费品零售总额1753亿元，比上年增加225亿元，增长14.7%。",
            [("retail_sales", "level", 1753, "亿元"), ("retail_sales", "growth", 14.7, "%")],
        ),
        # an exact value goes before the bound that it goes on with
        ("财政收入首次突破10000亿元，达到11377亿元。", [("budget_revenue", "level", 11377, "亿元")]),
        # an amount by which something rose is no level
        (
            "财政收入突破30000亿元，增加5232亿元。",
            [("budget_revenue", "level", 30000, "亿元"), ("budget_revenue", "growth", 5232, "亿元")],
        ),
        # of a nominal and a real rate the first
        (
            "农民人均纯收入达到3307元，增长12.7%，扣除物价因素增长7.1%。",
            [("rural_income", "level", 3307, "元"), ("rural_income", "growth", 12.7, "%")],
        ),
        # neither a share of it nor an income per head
        ("服务业在国内生产总值中占比提高2.5个百分点。", []),
        ("提高粮价，农民增加收入108亿元。", []),
        # the sum of five years
        ("“六五”期间，进出口贸易总额合计达到2300亿美元。", []),
    ],
)
def test_one_value_stands_for_the_year(tmp_path, review, expected):
    assert results_of(tmp_path, review) == expected
