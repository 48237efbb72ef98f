"""The wide panel holds what the long tables hold, a row a place and year, and its differences are differences."""

import pandas as pd
import pytest

from analysis import paths
from analysis.dataset import panel_members, read_shipped, wide_panel
from analysis.dataset.membership import PANELS
from analysis.dataset.variables import (
    COLUMNS_OF_INDICATOR,
    INDICATORS,
    LONGEST_LABEL,
    LONGEST_NAME,
    panel_variables,
)
from analysis.reference.ladder import report_growth_targets
from analysis.targets.headline import WORDINGS, yearly_change
from analysis.texts import DocumentError

SHIPPED = read_shipped(paths.REFERENCE)
MEMBERS = panel_members(SHIPPED.reports)
PANEL = wide_panel(SHIPPED, MEMBERS)
PREFIXES = list(INDICATORS.values())


def stated(report, year, indicator="gdp", value=8.0, **fields):
    """Return a target or result of a made-up report of a real place."""
    row = {
        "report": report,
        "place": "滨州市",
        "code": "371600",
        "level": "prefecture",
        "province": "山东省",
        "year": year,
        "indicator": indicator,
        "measure": "growth",
        "relation": "=",
        "value": value,
        "unit": "%",
        "value_norm": value,
        "unit_norm": "%",
        "direction": "up",
        "span": "year",
        "modifier": "",
        "quote": "",
        "start": 10,
        "end": 20,
    }
    return {**row, **fields}


def made(targets=(), results=(), communiques=None, years=(2020, 2021), also=()):
    """Return the panel of a few made-up reports of one place, by year."""
    rows = [(f"甲/滨州市/{year}", year, str(year)) for year in years] + list(also)
    reports = pd.DataFrame(
        [(report, "滨州市", "371600", "prefecture", "山东省", year, int(filed)) for report, year, filed in rows],
        columns=["report", "place", "code", "level", "province", "year", "filed"],
    )
    columns = list(stated("", 0))
    shipped = SHIPPED._replace(
        reports=reports,
        targets=pd.DataFrame(targets, columns=columns),
        results=pd.DataFrame(results, columns=columns),
        communiques=communiques,
    )
    return wide_panel(shipped, panel_members(reports)).set_index(["code", "year"])


# The shipped tables


def test_a_place_and_year_has_one_row():
    assert not PANEL.duplicated(["code", "year"]).any()
    assert PANEL[["code", "year"]].equals(PANEL[["code", "year"]].sort_values(["code", "year"]))


def test_every_used_report_is_in_the_panel():
    named = {*PANEL["report"], *PANEL["other_report"]}
    assert set(SHIPPED.reports["report"]) <= named


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_difference_is_result_minus_target(prefix):
    target, result = PANEL[f"{prefix}_target"], PANEL[f"{prefix}_result"]
    difference = PANEL[f"{prefix}_difference"]
    assert difference.isna().equals(target.isna() | result.isna())
    assert (difference - (result - target)).abs().max() < 1e-5


@pytest.mark.parametrize("prefix", PREFIXES)
def test_wordings_fit_what_stands_beside_them(prefix):
    wording, target = PANEL[f"{prefix}_wording"], PANEL[f"{prefix}_target"]
    assert set(wording) <= {"", *WORDINGS}
    assert target.notna().equals(~wording.isin(["", "parity", "qualitative", "level"]))
    assert PANEL[f"{prefix}_target_upper"].notna().equals(wording == "range")
    ranges = PANEL[wording == "range"]
    assert (ranges[f"{prefix}_target"] < ranges[f"{prefix}_target_upper"]).all()


@pytest.mark.parametrize(("table", "column"), [("targets", "target"), ("results", "result")])
def test_nothing_that_tells_a_year_is_lost(table, column):
    """Each place, year and indicator with such a row has a value in the panel, and the value is that of one of them."""
    rows = getattr(SHIPPED, table)
    told = rows.assign(change=[yearly_change(row) for row in rows.itertuples()]).dropna(subset="change")
    known = PANEL.set_index(["code", "year"])
    for indicator, own in told.groupby("indicator"):
        values = own.groupby(["code", "year"])["change"].agg(set)
        kept = known[f"{INDICATORS[indicator]}_{column}"].reindex(values.index)
        assert kept.notna().all(), indicator
        assert all(value in among for value, among in zip(kept, values, strict=True)), indicator
        others = known[f"{INDICATORS[indicator]}_{column}"].drop(values.index)
        assert others[others.index.get_level_values(0) != "000000"].isna().all(), indicator


def test_growth_targets_are_those_of_the_ladder():
    ladder = report_growth_targets(SHIPPED.targets).set_index(["level", "place", "year"])
    panel = PANEL.dropna(subset="gdp_target").set_index(["level", "place", "year"]).reindex(ladder.index)
    assert panel["gdp_target"].equals(ladder["value"].rename("gdp_target"))
    assert (panel["gdp_wording"] == ladder["wording"]).all()


def test_marks_of_panels_are_the_membership():
    keyed = PANEL.set_index(["code", "year"])
    for name in PANELS:
        own = MEMBERS[MEMBERS["panel"] == name]
        marked = keyed[keyed[f"in_{name}"] == 1]
        assert set(marked.index) == set(zip(own["code"], own["year"], strict=True))
        assert set(marked["report"]) == set(own["report"])


def test_columns_are_the_described_ones():
    variables = panel_variables()
    assert list(PANEL) == [variable.name for variable in variables]
    kinds = {"string": "str", "integer": "int64", "number": "float64"}
    assert {name: str(kind) for name, kind in PANEL.dtypes.items()} == {row.name: kinds[row.type] for row in variables}
    for row in variables:
        assert row.name.isascii()
        assert row.name.isidentifier()
        assert len(row.name) <= LONGEST_NAME
        assert len(row.label) <= LONGEST_LABEL
        assert row.english
        assert row.chinese


def test_the_panel_has_the_ten_indicators_of_the_tables():
    assert set(SHIPPED.targets["indicator"]) == set(SHIPPED.results["indicator"]) == set(INDICATORS)
    assert sum(name.startswith("gdp_") for name in PANEL) == len(COLUMNS_OF_INDICATOR)


# Rules, by made-up reports


def test_a_result_is_that_of_the_next_report():
    panel = made(
        [stated("甲/滨州市/2020", 2020, value=6.0)], [stated("甲/滨州市/2021", 2020, value=3.5, direction="down")]
    )
    row = panel.loc["371600", 2020]
    assert (row["gdp_target"], row["gdp_result"], row["gdp_difference"]) == (6.0, -3.5, -9.5)
    assert (row["result_report"], row["gdp_result_from"]) == ("甲/滨州市/2021", "report")


def test_a_year_without_a_report_has_its_result():
    panel = made(results=[stated("甲/滨州市/2020", 2019, value=7.1)], years=[2020])
    assert panel.loc[("371600", 2019), ["report", "gdp_result"]].tolist() == ["", 7.1]


def test_a_year_of_which_nothing_is_known_has_no_row():
    assert ("371600", 2019) not in made(years=[2020]).index


def test_differences_are_rounded():
    panel = made([stated("甲/滨州市/2020", 2020, value=8.0)], [stated("甲/滨州市/2021", 2020, value=8.1)])
    assert panel.loc[("371600", 2020), "gdp_difference"] == 0.1


def test_a_range_has_two_ends_and_the_lower_counts():
    ends = [
        stated("甲/滨州市/2020", 2020, value=6.0, relation=">="),
        stated("甲/滨州市/2020", 2020, value=6.5, relation="<=", start=21, end=25),
    ]
    row = made(ends).loc["371600", 2020]
    assert (row["gdp_target"], row["gdp_target_upper"], row["gdp_wording"]) == (6.0, 6.5, "range")


@pytest.mark.parametrize(
    ("indicator", "fields", "target", "wording"),
    [
        ("cpi", {"relation": "<="}, 3.0, "at most"),  # 3%以内
        ("cpi", {"relation": "~"}, 3.0, "about"),
        ("cpi", {"measure": "index", "value_norm": 103.0, "unit_norm": None}, 3.0, "bare"),  # 价格指数103
        ("fai", {"modifier": "力争…以上", "relation": ">="}, 3.0, "strive"),
        ("jobs", {"measure": "count", "unit_norm": "万人"}, 3.0, "bare"),
        ("jobs", {"measure": "count", "unit_norm": "万人次"}, None, ""),  # events
        ("trade", {"measure": "qualitative", "value_norm": None}, None, "qualitative"),
        ("rural_income", {"measure": "parity", "value_norm": None}, None, "parity"),
        ("gdp", {"measure": "level", "unit_norm": "亿元"}, None, "level"),
        ("gdp", {"span": "years"}, None, ""),
        ("gdp", {"direction": "none"}, None, ""),
    ],
)
def test_targets_are_told_in_one_measure(indicator, fields, target, wording):
    row = made([stated("甲/滨州市/2020", 2020, indicator, 3.0, **fields)]).loc["371600", 2020]
    prefix = INDICATORS[indicator]
    assert row[f"{prefix}_wording"] == wording
    assert (None if pd.isna(row[f"{prefix}_target"]) else row[f"{prefix}_target"]) == target


def test_of_two_reports_that_filed_under_the_year_counts_first():
    also = [("甲/滨州市/2019-11", 2020, "2019")]
    early = stated("甲/滨州市/2019-11", 2020, value=9.0)
    both = made([early, stated("甲/滨州市/2020", 2020, value=6.0), {**early, "indicator": "fai"}], also=also)
    row = both.loc["371600", 2020]
    assert (row["report"], row["other_report"]) == ("甲/滨州市/2020", "甲/滨州市/2019-11")
    assert (row["gdp_target"], row["fai_target"]) == (6.0, 9.0)


def communiques(*rows):
    columns = ["year", "indicator", "role", "measure", "value", "unit", "direction", "basis"]
    return pd.DataFrame(rows, columns=columns)


def test_results_of_the_nation_come_from_the_communiques_where_its_reports_have_none():
    table = communiques(
        (2018, "gdp", "main", "growth", 6.6, "%", "up", "real"),
        (2018, "retail_sales", "main", "growth", 7.0, "%", "up", "real"),
        (2018, "retail_sales", "main", "growth", 9.0, "%", "up", "nominal"),
        (2018, "rural_income", "main", "growth", 6.6, "%", "up", "real"),
        (2018, "cpi", "other", "growth", 5.0, "%", "up", "price"),
        (2018, "trade", "main", "level", 30.5, "亿元", "none", "nominal"),
        (2018, "cpi", "main", "growth", 0.0, "%", "none", "price"),
    )
    row = made(communiques=table).loc["000000", 2018]
    assert (row["gdp_result"], row["gdp_result_from"]) == (6.6, "communique")
    assert (row["retail_sales_result"], row["retail_sales_result_from"]) == (9.0, "communique")
    assert (row["rural_income_result"], row["rural_income_result_from"]) == (6.6, "communique, real")
    assert (row["cpi_result"], row["cpi_result_from"]) == (0.0, "communique")
    assert pd.isna(row["trade_result"])
    own = stated("甲/国务院/2019", 2018, value=6.5, place="国务院", code="000000", level="national", province="")
    row = made(results=[own], communiques=table).loc["000000", 2018]
    assert (row["gdp_result"], row["gdp_result_from"]) == (6.5, "report")


def test_a_report_of_no_known_place_stops_the_panel_and_is_named():
    lost = SHIPPED.reports.assign(code=SHIPPED.reports["code"].where(SHIPPED.reports.index != 5, ""))
    with pytest.raises(DocumentError, match=f"{lost.loc[5, 'report']} has no code"):
        wide_panel(SHIPPED._replace(reports=lost), MEMBERS)
