"""Units: what a value is in the unit that its field uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.units import normal_unit, normal_value

EXAMPLES = [
    (1.5, "万亿元", "gdp", 15000.0, "亿元"),
    (5000.0, "人", "jobs", 0.5, "万人"),
    (3.0, "万个", "jobs", 3.0, "万人"),  # posts
    (105.0, "万人次", "jobs", 105.0, "万人次"),  # events, no persons
    (5.0, "万", "jobs", 5.0, "万人"),
    (2.0, "万亿", "gdp", 20000.0, "亿元"),
    (3.5, "万元", "urban_income", 35000.0, "元"),
    (657.4, "万元", "trade", 0.06574, "亿元"),
    (1.0, "万亿美元", "trade", 10000.0, "亿美元"),
    (975.0, "亿元人民币", "trade", 975.0, "亿元"),
    (5.37, "‰", "gdp", 0.537, "%"),
    (8.0, "成", "gdp", 80.0, "%"),
    (7.0, "%", "gdp", 7.0, "%"),
    (0.5, "百分点", "gdp", 0.5, "个百分点"),
    (120.0, "万千瓦", "other", 1200000.0, "千瓦"),  # a unit that begins like a magnitude
    (4.0, "万户", "jobs", 40000.0, "户"),
    (2.0, "万", "cpi", 2.0, "万"),  # of prices nothing is counted
    (2.0, None, "gdp", 2.0, None),  # 翻一番
    (None, None, "gdp", None, None),
    (None, "亿元", "gdp", None, None),  # its digits are lost
]


@pytest.mark.parametrize(("value", "unit", "indicator", "norm", "norm_unit"), EXAMPLES)
def test_values_are_told_in_the_unit_of_their_field(value, unit, indicator, norm, norm_unit):
    assert normal_value(value, unit, indicator) == (norm, norm_unit)


@given(st.decimals(0, 100_000, places=2).map(float), st.sampled_from(["gdp", "fai", "trade"]))
def test_the_same_amount_is_the_same_however_it_is_printed(value, indicator):
    assert normal_value(value, "万亿元", indicator)[0] == pytest.approx(
        normal_value(value * 10_000, "亿元", indicator)[0], rel=1e-12
    )


@given(st.sampled_from(["元", "万元", "亿元", "%", "人", "万人", "亿美元", "个百分点", "倍", "万户", "吨级"]))
def test_a_normal_unit_stays_as_it_is(unit):
    once = normal_unit(unit, "gdp").unit
    assert normal_unit(once, "gdp") == normal_unit(once, "gdp")._replace(unit=once)
    assert normal_value(1.0, once, "gdp") == (1.0, once)


@pytest.mark.parametrize(
    ("unit", "norm", "factor"),
    [
        *((word, "亿元", 1e-8) for word in ("元", "元人民币")),
        *((word, "亿美元", 1e-8) for word in ("美元", "美金")),
        *((word, "亿港元", 1e-8) for word in ("港元", "港币")),
        ("欧元", "亿欧元", 1e-8),
        ("日元", "亿日元", 1e-8),
        ("人", "万人", 1e-4),
        ("名", "万人", 1e-4),
        ("人次", "万人次", 1e-4),
        ("人（次）", "万人次", 1e-4),
        ("个千分点", "个百分点", 0.1),
        ("个基点", "个百分点", 0.01),
        ("个百分点", "个百分点", 1),
        ("十亩", "亩", 10),
        ("百亩", "亩", 100),
        ("千亩", "亩", 1000),
        ("万亩", "亩", 1e4),
        ("亿亩", "亩", 1e8),
        ("百万亩", "亩", 1e6),
        ("万亿", "万亿", 1),
    ],
)
def test_every_unit_of_its_own_and_every_magnitude(unit, norm, factor):
    assert normal_unit(unit, "other").unit == norm
    assert float(normal_unit(unit, "other").factor) == pytest.approx(factor)


@pytest.mark.parametrize(
    "indicator", ["gdp", "industrial_value_added", "fai", "retail_sales", "trade", "budget_revenue"]
)
def test_a_magnitude_alone_is_of_what_its_indicator_counts(indicator):
    assert normal_value(2.0, "万亿", indicator) == (20000.0, "亿元")
    assert normal_value(5.0, "个", indicator) == (5.0, "个")


@pytest.mark.parametrize("indicator", ["urban_income", "rural_income"])
def test_incomes_are_told_in_yuan(indicator):
    assert normal_value(3.0, "万", indicator) == (30000.0, "元")
    assert normal_value(5.0, "万美元", indicator) == (0.0005, "亿美元")
