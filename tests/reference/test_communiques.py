"""The nation's results beside its statistical communiqués: the table, the comparison, what explains a difference."""

import hashlib
import os
from pathlib import Path

import pandas as pd
import pytest

from analysis.reference import communiques as module
from analysis.reference.tables import reference_table

STATED = module.communiques()
TEN = {"gdp", "industrial_value_added", "fai", "retail_sales", "trade", "budget_revenue", "cpi", "jobs"}
TEN |= {"urban_income", "rural_income"}
FOLDERS = [Path(folder) for folder in os.environ.get("SOURCES", "").split()]


# The table of what the communiqués state


def test_the_table_has_a_figure_for_every_communique_and_indicator():
    assert sorted(STATED["year"].unique()) == list(range(1978, 2026))
    assert (STATED["document"] == "统计公报/" + STATED["year"].astype(str)).all()
    assert set(STATED["document"]) <= set(reference_table("upper_sources")["document"])
    assert set(STATED["indicator"]) == TEN
    assert set(STATED["role"]) == {"main", "forerunner", "other"}
    assert set(STATED["measure"]) == {"growth", "level", "count"}
    assert set(STATED["basis"]) == {"real", "nominal", "comparable", "price", "price, December", ""}
    assert not STATED.duplicated(["document", "start", "end"]).any()
    assert not STATED.duplicated(["year", "indicator", "series", "measure", "basis", "unit"]).any()


def test_a_quote_is_as_long_as_its_place_and_growth_alone_has_a_direction():
    assert (STATED["quote"].str.len() == STATED["end"] - STATED["start"]).all()
    growth = STATED["measure"] == "growth"
    assert set(STATED.loc[~growth, "direction"]) == {"none"}
    falls = STATED["quote"].str.contains("下降|压缩|-")
    assert (
        STATED.loc[growth & (STATED["value"] > 0), "direction"].eq("down") == falls[growth & (STATED["value"] > 0)]
    ).all()


def test_what_is_not_the_indicator_itself_says_what_it_is():
    assert STATED.loc[STATED["role"] != "main", "note"].str.len().min() > 10


def test_quotes_stand_where_the_table_says():
    found = [(folder / f"{name}.md", name) for folder in FOLDERS for name in STATED["document"].unique()]
    known = reference_table("upper_sources").set_index("document")["sha256"]
    texts = {
        name: path.read_text(encoding="utf-8")
        for path, name in found
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == known[name]
    }
    if not texts:
        pytest.skip("SOURCES names no folder with the communiqués")
    rows = STATED[STATED["document"].isin(texts)]
    assert [row.quote for row in rows.itertuples() if texts[row.document][row.start : row.end] != row.quote] == []


# The comparison, on made-up rows


def figure(value, unit="%", *, measure="growth", role="main", basis="real"):
    of = {"year": 2020, "indicator": "gdp", "series": role, "role": role, "measure": measure}
    return {**of, "value": value, "unit": unit, "direction": "up", "basis": basis, "start": 0}


def result(value, unit="%", *, measure="growth", relation="=", modifier="", direction="up", span="year"):  # noqa: PLR0913
    of = {"report": "R", "level": "national", "year": 2020, "indicator": "gdp", "measure": measure, "quote": "Q"}
    said = {"relation": relation, "modifier": modifier, "direction": direction, "span": span}
    return {**of, "value": value, "unit": unit, **said}


def verdicts(results, figures):
    return module.beside_communiques(pd.DataFrame(results), pd.DataFrame(figures))["verdict"].tolist()


@pytest.mark.parametrize(
    ("stated", "printed", "verdict"),
    [
        (result(6.1), figure(6.1), "equal"),
        (result(6.1), figure(6.2), "differs"),
        (result(2.0, direction="down"), figure(2.0), "differs"),
        (result(24.66, "万亿元", measure="level"), figure(246619, "亿元", measure="level"), "rounded"),
        (result(24.66, "万亿元", measure="level"), figure(246719, "亿元", measure="level"), "differs"),
        (result(30, "万亿元", measure="level", relation=">"), figure(310670, "亿元", measure="level"), "bounded"),
        (result(30, "万亿元", measure="level", relation=">"), figure(290670, "亿元", measure="level"), "differs"),
        (result(30, "万亿元", measure="level", relation=">"), figure(400670, "亿元", measure="level"), "differs"),
        (result(500, "亿元", measure="level", modifier="近"), figure(490, "亿元", measure="level"), "bounded"),
        (result(8, relation=">="), figure(8.8), "bounded"),
        (result(8, relation=">="), figure(9.8), "differs"),
    ],
)
def test_a_result_agrees_as_far_as_its_digits_and_bounds_go(stated, printed, verdict):
    assert verdicts([stated], [printed]) == [verdict]


def test_the_nearest_figure_counts_and_one_of_another_population_does_not():
    assert verdicts([result(6.1)], [figure(7.0), figure(6.1, basis="nominal")]) == ["equal"]
    assert verdicts([result(6.1)], [figure(7.0), figure(6.1, role="other")]) == ["differs"]
    assert verdicts([result(6.1)], [figure(6.1, role="other")]) == []


@pytest.mark.parametrize(
    "stated",
    [
        result(6.1, span="quarter"),
        {**result(6.1), "level": "province"},
        {**result(6.1), "year": 2019},
        result(260, "亿美元", measure="level"),
    ],
)
def test_what_no_figure_is_of_is_not_compared(stated):
    assert verdicts([stated], [figure(6.1), figure(270, "亿元", measure="level")]) == []


def test_a_difference_without_a_reason_stays_empty():
    beside = module.beside_communiques(
        pd.DataFrame([result(6.1), result(100, "亿元", measure="level")]),
        pd.DataFrame([figure(7.0), figure(270, "亿元", measure="level")]),
    )
    reasons = pd.DataFrame(
        [{"year": 2020, "indicator": "gdp", "measure": "growth", "why": "revised", "note": "by a census"}]
    )
    found = module.explained_differences(beside, reasons)
    assert dict(zip(found["measure"], found["why"], strict=True)) == {"growth": "revised", "level": ""}


def test_coverage_counts_years_of_growth():
    table = module.communique_coverage(
        pd.DataFrame([result(6.1), result(100, "亿元"), result(100, "亿元", measure="level")]),
        pd.DataFrame([figure(6.1), {**figure(7.0), "year": 2021}, {**figure(8.0, role="other"), "year": 2022}]),
    )
    assert table.to_dict("records") == [{"indicator": "gdp", "communiques": 2, "reports": 1, "in_both": 1, "agree": 1}]


# The shipped tables


def test_every_difference_between_reports_and_communiques_is_explained():
    beside = module.beside_communiques(reference_table("results"), STATED)
    found = module.explained_differences(beside, module.communique_differences())
    rows = [
        (row.year, row.indicator, row.measure, row.report_value, row.communique_value)
        for row in found.itertuples()
        if not row.why
    ]
    assert rows == [], "a rule misreads, or data/communique_differences.csv must say why"


def test_national_results_equal_the_communiques_in_98_of_100():
    beside = module.beside_communiques(reference_table("results"), STATED)
    assert len(beside) >= 200
    assert (beside["verdict"] != "differs").mean() >= 0.98


def test_every_explanation_explains_a_difference():
    beside = module.beside_communiques(reference_table("results"), STATED)
    found = module.explained_differences(beside, module.communique_differences())
    assert (found["why"] != "").sum() == len(module.communique_differences())


def test_no_result_has_growth_that_a_reader_found_unstated():
    statements = module.national_statements()
    assert len(statements) == 48 * len(TEN)
    assert not statements.duplicated(["year", "indicator"]).any()
    results = reference_table("results")
    nation = results[
        (results["level"] == "national") & (results["span"] == "year") & results["year"].between(1978, 2025)
    ]
    read = nation[((nation["measure"] == "growth") & (nation["unit"] == "%")) | (nation["measure"] == "count")]
    unstated = statements[statements["stated"].isin(["level", "mean", "no", "no_report"])]
    both = read.merge(unstated, on=["year", "indicator"])
    assert both[["year", "indicator", "value"]].to_dict("records") == []


def test_statements_are_counted_by_indicator():
    table = module.statements_by_indicator(module.national_statements())
    assert set(table["indicator"]) == TEN
    assert table.drop(columns="indicator").sum(axis=1).tolist() == [48] * len(TEN)
