"""The growth target of a report: of its plan year, one value or the two ends of a range."""

from types import SimpleNamespace

import pytest

from analysis.targets import find_statements, gdp_growth_target
from analysis.targets.headline import first_growth_target, is_growth_rate
from tests.report_templates import PLAN, TWO_SECTIONS

# (review, plan, [(relation, value), ...])
GROWTH = [
    ("", "今年主要预期目标是：地区生产总值增长7%以上，财政收入增长5%。", [(">=", 7)]),
    ("", "主要预期目标是：地区生产总值增长7%以上，地区生产总值增长力争8%，财政收入增长5%。", [(">=", 7)]),
    ("", "主要预期目标是：地区生产总值增长5－6%，财政收入增长5%。", [(">=", 5), ("<=", 6)]),
    ("", "主要预期目标是：地区生产总值增长保持在7%-7.5%区间，财政收入增长5%。", [(">=", 7), ("<=", 7.5)]),
    ("", "今年经济增长预期目标为6%—6.5%，居民消费价格涨幅3%左右。", [(">=", 6), ("<=", 6.5)]),
    ("", "主要预期目标是：生产总值增长8%、力争9%，财政收入增长10%。", [("=", 8)]),
    ("地区生产总值增长5%。预期目标为6%的增速没有达到。", "主要预期目标是：地区生产总值增长6.5%左右。", [("~", 6.5)]),
    ("", "今后五年的主要目标是：地区生产总值年均增长9%。\n今年主要预期目标是：生产总值增长8%。", [("=", 8)]),
    ("", "主要预期目标是：地区生产总值160亿元，增长7.5%；固定资产投资增长9%。", [("=", 7.5)]),
    ("", "一季度地区生产总值下降3%。\n今年主要预期目标是：生产总值增长与全国同步，财政收入增长3%。", []),
    ("", "力争数字经济增长15%。\n主要预期目标是：地区生产总值增长9.5%左右，财政收入增长3%。", [("~", 9.5)]),
    ("", "主要预期目标是：\n生产总值（现价）360亿元，按可比价增长7.5%；财政收入增长8%。", [("=", 7.5)]),
    ("", "确保生产总值增长11%以上；工业增加值增长15%；投资增长30%；财政收入增长2%。", [(">=", 11)]),
]


@pytest.mark.parametrize(("review", "plan", "expected"), GROWTH)
def test_headline_growth_target(review, plan, expected):
    found = gdp_growth_target(find_statements(PLAN.format(review=review, plan=plan)))
    assert [(s.relation, s.value) for s in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区生产总值增长6%-6.5%", [(">=", 6), ("<=", 6.5)]),
        ("地区生产总值增长6%以上，力争7%", [(">=", 6)]),
        ("地区生产总值增长6%、财政收入增长5%", [("=", 6)]),
        ("财政收入增长5%，地区生产总值达到100亿元", []),
    ],
)
def test_the_headline_growth_target_is_the_first_rate_and_the_upper_end_of_a_range(text, expected):
    """The same for rows of a text and for those of a table."""
    rows = find_statements(text)
    for table in (rows, [SimpleNamespace(**row._asdict()) for row in rows]):
        assert [(row.relation, row.value) for row in first_growth_target(table)] == expected
        assert any(map(is_growth_rate, table)) == bool(expected)


def test_a_growth_target_is_one_of_the_year_asked_for():
    text = PLAN.format(
        review="", plan="今后五年的主要目标是：经济增长速度达到9%。\n今年主要预期目标是：生产总值增长8%。"
    )
    found = find_statements(text)
    assert [s.value for s in gdp_growth_target(found, 2027)] == [9]
    assert [s.value for s in gdp_growth_target(found, 2023)] == [8]
    assert gdp_growth_target(found, 2019) == gdp_growth_target([]) == []


@pytest.mark.parametrize(
    ("growth", "found"), [("增长", [8]), ("年均增长", []), ("平均增长", []), ("下降", []), ("回落", [])]
)
def test_an_average_or_a_fall_is_no_growth_target_of_a_year(growth, found):
    text = TWO_SECTIONS.format(review="", plan=f"今年主要预期目标是：地区生产总值{growth}8%，财政收入增长5%。")
    rows = gdp_growth_target(find_statements(text), 2023)
    assert [row.value for row in rows] == found
