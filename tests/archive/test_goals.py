"""Goals of later years: which statements are goals, from when and to when they count, and what they come to a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.archive.goals import find_goals
from analysis.dataset.variables import INDICATORS
from analysis.targets import find_statements

# text, plan year, then form, base, due, factor and yearly rate of its goals
DEVELOPMENT = {
    "到2020年，全市地区生产总值比2010年翻一番。": (2016, [("multiple", 2010, 2020, 2.0, 7.1773)]),
    "主要目标是：2018年地区生产总值在2010年基础上实现翻番。": (2016, [("multiple", 2010, 2018, 2.0, 9.0508)]),
    "到2020年地区生产总值达到2010年的三倍左右。": (2016, [("multiple", 2010, 2020, 3.0, 11.6123)]),
    "到2010年，全省国内生产总值比2000年增长1.4倍左右。": (2003, [("multiple", 2000, 2010, 2.4, 9.1493)]),
    "到2015年，地区生产总值比“十一五”末翻一番。": (2011, [("multiple", 2010, 2015, 2.0, 14.8698)]),
    # years that a term names: from where it begins
    "今后五年，实现地区生产总值翻一番。": (2012, [("multiple", 2011, 2016, 2.0, 14.8698)]),
    # each its own term
    "到2016年，全市经济总量五年翻一番，规模以上工业增加值四年翻一番。": (
        2012,
        [("multiple", 2011, 2016, 2.0, 14.8698), ("multiple", 2012, 2016, 2.0, 18.9207)],
    ),
    # seven years ahead are no term
    "到2000年，全省国内生产总值提前七年实现翻两番。": (1993, [("multiple", None, 2000, 4.0, None)]),
    # nothing says from when
    "到2012年，外贸进出口总额翻两番以上。": (2008, [("multiple", None, 2012, 4.0, None)]),
    "到2025年，地区生产总值年均增长8%左右。": (2021, [("average", None, 2025, None, 8.0)]),
    # the second goes on with the average
    "到2020年，地区生产总值年均增长10%以上，力争达到12%以上。": (
        2016,
        [("average", None, 2020, None, 10.0), ("average", None, 2020, None, 12.0)],
    ),
    "到2026年，地区生产总值突破6000亿元。": (2022, [("level", None, 2026, None, None)]),
}
NONE = {
    "今年，地区生产总值增长8%左右。": 2022,  # a target of the plan year
    "今后五年，城镇居民收入增长与经济增长同步。": 2022,  # without a number
    "到2026年，力争岳池县、武胜县、邻水县经济总量均超400亿元。": 2022,  # of counties
}
KNOWN_MISSES = {
    # ten years from now are not read as a due year
    "在今后十年里，我们要实现国民生产总值再翻一番。": (1990, [("multiple", 1990, 2000, 2.0, 7.1773)]),
    # of two subjects the first has a row
    "到2020年地区生产总值和城乡居民人均收入比2010年翻一番。": (2016, [("multiple", 2010, 2020, 2.0, 7.1773)] * 2),
}


def goals(text, year):
    stated = [row for row in find_statements(text, "", year) if row.status == "target" and row.indicator in INDICATORS]
    return find_goals(text, stated, year)


def told(text, year):
    return [(goal.form, goal.base, goal.due, goal.factor, goal.yearly_rate) for goal in goals(text, year)]


@pytest.mark.parametrize("text", DEVELOPMENT)
def test_goals_have_form_years_and_rate(text):
    year, expected = DEVELOPMENT[text]
    assert told(text, year) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_goal_of_later_years(text):
    assert not told(text, NONE[text])


@pytest.mark.parametrize("text", [pytest.param(text, marks=pytest.mark.xfail) for text in KNOWN_MISSES])
def test_known_misses(text):
    year, expected = KNOWN_MISSES[text]
    assert told(text, year) == expected


def test_without_a_plan_year_nothing_is_later():
    assert find_goals("", [], None) == []


@given(st.sampled_from([2010, 2015]), st.integers(2017, 2035), st.sampled_from(["翻一番", "翻两番", "增长1.5倍"]))
def test_a_yearly_rate_gives_the_factor_back(base, due, words):
    (goal,) = goals(f"到{due}年，全市地区生产总值比{base}年{words}。", 2016)
    assert (goal.base, goal.due) == (base, due)
    assert (1 + goal.yearly_rate / 100) ** (due - base) == pytest.approx(goal.factor, rel=1e-4)
