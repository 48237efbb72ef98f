"""Headline values: how a target is worded, what a row says of a year, and which rows of a list are the target."""

from types import SimpleNamespace

import pytest

from analysis.targets import find_statements
from analysis.targets.headline import (
    WORDINGS,
    first_growth_target,
    first_yearly_target,
    gdp_growth_target,
    is_growth_rate,
    target_wording,
    yearly_change,
)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("生产总值增长7%以上。", "at least"),
        ("生产总值增长突破7%。", "at least"),
        ("生产总值增长不低于7%。", "at least"),
        ("生产总值增长7%以内。", "at most"),
        ("生产总值增长不超过7%。", "at most"),
        ("生产总值增长7%左右。", "about"),
        ("生产总值增长约7%。", "about"),
        ("生产总值增长7%。", "bare"),
        ("生产总值力争增长7%。", "strive"),
        ("生产总值争取增长7%以上。", "strive"),
        ("生产总值确保增长7%。", "bare"),
    ],
)
def test_how_a_target_is_worded(text, wording):
    (row,) = find_statements(text, slogan_spans=[])
    assert wording in WORDINGS
    assert target_wording(row.relation, row.modifier) == wording
    assert target_wording(row.relation, row.modifier, is_range=True) == "range"


def made(indicator="cpi", measure="growth", value=3.0, unit="%", **fields):
    """Return a row of the reference."""
    given = {"direction": "up", "span": "year", "relation": "=", "start": 0, "end": 2, "value": value, "unit": unit}
    return SimpleNamespace(**(given | fields), indicator=indicator, measure=measure, value_norm=value, unit_norm=unit)


@pytest.mark.parametrize(
    ("row", "change"),
    [
        (made(), 3.0),
        (made(direction="down"), -3.0),
        (made(direction="none"), None),
        (made(value=None), None),
        (made(value=float("nan")), None),
        (made(span="years"), None),
        (made(span="quarter"), None),
        (made(unit="个百分点"), None),
        (made(measure="level"), None),
        (made(measure="share"), None),
        (made(measure="index", value=103.4, unit=""), 3.4),
        (made(measure="index", value=99.0, unit=""), -1.0),
        (made(measure="index", value=103.0, unit="", span="years"), None),
        (made("jobs", "count", 22.0, "万人"), 22.0),
        (made("jobs", "count", 22.0, "万人次"), None),
        (made("jobs", "growth", 5.0), None),
        (made("firms_new", "count", 22.0, "万人"), None),
        (made("gdp", "growth", 7.5), 7.5),
    ],
)
def test_what_a_row_says_of_a_year(row, change):
    assert yearly_change(row) == change


# (rows that are told of, in order; positions of those that are the target)
TARGETS = [
    ([], []),
    ([{}], [0]),
    ([{"direction": "none"}, {"value": 5.0}], [1]),
    ([{"value": 6.0}, {"value": 7.0, "start": 3}], [0]),
    ([{"value": 6.0, "relation": ">="}, {"value": 6.5, "relation": "<=", "start": 3}], [0, 1]),
    ([{"value": 6.0, "relation": ">="}, {"value": 6.5, "relation": "<=", "start": 2}], [0, 1]),
    ([{"value": 6.0, "relation": ">="}, {"value": 6.5, "relation": "<=", "start": 8}], [0, 1]),
    ([{"value": 6.0, "relation": ">="}, {"value": 6.5, "relation": "<=", "start": 9}], [0]),
    ([{"value": 6.0, "relation": ">="}, {"value": 6.5, "relation": "<=", "start": 1}], [0]),
    ([{"value": 6.0, "relation": ">="}, {"value": 6.0, "relation": "<=", "start": 3}], [0]),
    ([{"value": 6.0, "relation": ">="}, {"value": 5.0, "relation": "<=", "start": 3}], [0]),
    ([{"value": 6.0, "relation": ">="}, {"value": 6.5, "relation": "=", "start": 3}], [0]),
    ([{"value": 6.0, "relation": "="}, {"value": 6.5, "relation": "<=", "start": 3}], [0]),
    (
        [
            {"value": 6.0, "relation": ">="},
            {"value": 9.0, "start": 3},
            {"value": 6.5, "relation": "<=", "start": 4},
            {"value": 7.5, "relation": "<=", "start": 5},
        ],
        [0, 2],
    ),
]


@pytest.mark.parametrize(("rows", "wanted"), TARGETS)
@pytest.mark.parametrize("indicator", ["gdp", "cpi"])
def test_the_first_change_of_a_list_and_the_upper_end_of_its_range(indicator, rows, wanted):
    told = [made(indicator, **row) for row in rows]
    assert first_yearly_target(told) == [told[position] for position in wanted]
    assert first_growth_target(told) == ([told[position] for position in wanted] if indicator == "gdp" else [])


@pytest.mark.parametrize(
    ("row", "is_rate"),
    [
        (made("gdp"), True),
        (made("gdp", direction="down"), True),
        (made("cpi"), False),
        (made("gdp", "level"), False),
        (made("gdp", unit="‰"), False),
        (made("gdp", span="half"), False),
    ],
)
def test_a_years_growth_of_the_product_in_per_cent(row, is_rate):
    assert is_growth_rate(row) is is_rate


def goal(**fields):
    """Return a statement of a growth target."""
    (row,) = find_statements("生产总值增长7%。", slogan_spans=[])
    return row._replace(**({"status": "target", "period": 2023, "headline": False} | fields))


@pytest.mark.parametrize(
    ("rows", "year", "wanted"),
    [
        ([goal(), goal(period=2024)], None, 0),
        ([goal(period=2024), goal()], None, 1),
        ([goal(period=2024), goal()], 2024, 0),
        ([goal(period=2024), goal(period=None)], 2023, 1),
        ([goal(period=None)], None, 0),
        ([goal(period=None), goal(period=2024)], None, 0),
        ([goal(), goal(headline=True)], None, 1),
        ([goal(status="achieved"), goal()], None, 1),
        ([goal(refused="date"), goal()], None, 1),
        ([goal(direction="down"), goal()], None, 1),
        ([goal(period=2024, headline=True), goal()], 2023, 1),
    ],
)
def test_which_row_is_the_growth_target_of_the_plan_year(rows, year, wanted):
    (found,) = gdp_growth_target(rows, year)
    assert found is rows[wanted]
