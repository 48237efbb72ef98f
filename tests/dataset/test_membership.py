"""A panel of constant places holds the same places in each of its years, and each has a report there."""

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.dataset import panel_members, read_shipped, rows_of_panel
from analysis.dataset.membership import _RULES, PANELS, main_reports

SHIPPED = read_shipped(paths.REFERENCE)
MEMBERS = panel_members(SHIPPED.reports)


def made(*names):
    """Return reports of made-up places, by GROUP/PLACE/YEAR."""
    rows = []
    for name in names:
        group, place, filed = name.split("/")
        level = "province" if place.endswith("省") else "prefecture"
        rows.append((f"{group}/{place}/{filed}", place, place, level, "甲省", int(filed[:4]), int(filed[:4])))
    return pd.DataFrame(rows, columns=["report", "place", "code", "level", "province", "year", "filed"])


@pytest.mark.parametrize("panel", PANELS)
def test_every_member_has_a_report_in_every_year(panel):
    own = MEMBERS[MEMBERS["panel"] == panel]
    reports = set(SHIPPED.reports[["report", "code", "year"]].itertuples(index=False, name=None))
    assert set(own[["report", "code", "year"]].itertuples(index=False, name=None)) <= reports
    pairs = set(zip(own["code"], own["year"], strict=True))
    assert pairs == set(itertools.product(own["code"].unique(), own["year"].unique()))
    assert len(pairs) == len(own)


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_has_the_same_size_in_each_year(panel):
    sizes = MEMBERS[MEMBERS["panel"] == panel].groupby("year")["code"].nunique()
    assert sizes.nunique() == 1
    assert sizes.iloc[0] >= 10


@pytest.mark.parametrize("panel", [name for name, panel in PANELS.items() if "gaps" not in panel.rule])
def test_no_place_with_every_year_of_a_span_is_left_out(panel):
    own = MEMBERS[MEMBERS["panel"] == panel]
    listed = main_reports(SHIPPED.reports)
    peers = listed[listed["level"] == PANELS[panel].level]
    if PANELS[panel].large:
        peers = peers[peers["report"].str.startswith("政府工作报告-主要城市/")]
    held = peers[peers["year"].isin(own["year"].unique())].groupby("code")["year"].nunique()
    assert set(held[held == own["year"].nunique()].index) == set(own["code"])


def test_municipalities_are_provinces_and_the_nation_is_in_no_panel():
    assert "北京市" in set(MEMBERS.loc[MEMBERS["panel"] == "provinces_long", "place"])
    assert not set(MEMBERS.loc[MEMBERS["panel"].str.startswith("cities"), "level"]) - {"prefecture"}
    assert "national" not in set(MEMBERS["level"])


def test_of_two_reports_that_counts_which_is_filed_under_its_year():
    rows = made("甲/乙市/2021-10", "甲/乙市/2022", "甲/丙市/2021", "甲/丙市/2021-08")
    rows.loc[0, "year"] = 2022  # given in October, for the next year
    assert list(main_reports(rows)["report"]) == ["甲/丙市/2021", "甲/乙市/2022"]


def test_the_order_of_reports_does_not_matter():
    shuffled = SHIPPED.reports.sample(frac=1, random_state=7)
    pd.testing.assert_frame_equal(panel_members(shuffled), MEMBERS)


def test_rows_of_a_panel_are_those_of_its_reports():
    rows = rows_of_panel(SHIPPED.results, MEMBERS, "cities")
    span = MEMBERS[MEMBERS["panel"] == "cities"]["year"]
    assert set(rows["year"]) == {year - 1 for year in span}
    assert set(rows["code"]) <= set(MEMBERS[MEMBERS["panel"] == "cities"]["code"])


def test_an_unknown_panel_is_named_with_those_that_there_are():
    with pytest.raises(ValueError, match="no panel 'city'; the panels are provinces"):
        rows_of_panel(SHIPPED.targets, MEMBERS, "city")


def test_a_table_without_reports_has_no_rows_of_a_panel():
    with pytest.raises(ValueError, match="no column 'report'"):
        rows_of_panel(pd.DataFrame({"level": ["province"]}), MEMBERS, "cities")


HELD = st.dictionaries(
    st.sampled_from("甲乙丙丁戊己"), st.frozensets(st.integers(2000, 2006), min_size=1), min_size=1, max_size=6
)


@given(HELD)
def test_no_span_holds_more_reports_than_the_largest_block(held):
    codes, years = _RULES["largest block"](held)
    size = len(codes) * len(list(years))
    assert size
    for first, last in itertools.combinations_with_replacement(range(2000, 2007), 2):
        span = set(range(first, last + 1))
        assert len([code for code in held if span <= held[code]]) * len(span) <= size


@given(HELD)
def test_no_longer_span_holds_half_of_the_places(held):
    codes, years = _RULES["longest span"](held)
    longest = len(list(years))
    assert not codes or len(codes) >= len(held) / 2
    for first, last in itertools.combinations_with_replacement(range(2000, 2007), 2):
        span = set(range(first, last + 1))
        if len(span) > longest:
            assert len([code for code in held if span <= held[code]]) < len(held) / 2


def test_a_group_without_reports_gives_an_empty_panel():
    assert panel_members(made("甲/乙省/2020", "甲/乙省/2021"))["panel"].unique().tolist() == [
        "provinces",
        "provinces_long",
    ]
