"""Promised and delivered: which results count for which targets."""

import pandas as pd
import pytest

from analysis.facts import outturn_facts
from analysis.reference.ladder import report_growth_targets
from analysis.reference.outturns import implausible_results, targets_met, targets_with_results
from tests.made_targets import row, targets


def test_a_target_is_met_by_a_result_of_the_same_year():
    table = report_growth_targets(targets(row("青岛市", "prefecture", 6), row("济南市", "prefecture", 6)))
    results = targets(row("青岛市", "prefecture", 6), row("济南市", "prefecture", 5.9), row("烟台市", "prefecture", 9))
    both = targets_with_results(table, results)
    assert dict(zip(both["place"], both["met"], strict=True)) == {"青岛市": True, "济南市": False}


def test_a_result_of_another_year_is_no_pair():
    table = report_growth_targets(targets(row("青岛市", "prefecture", 6)))
    assert targets_with_results(table, targets(row("青岛市", "prefecture", 6, year=2021))).empty


def test_results_that_no_year_brings_are_left_out():
    table = report_growth_targets(
        targets(row("青岛市", "prefecture", 8, year=2021), row("滨州市", "prefecture", 8, year=2021))
    )
    results = targets(row("青岛市", "prefecture", 24.9, year=2021), row("滨州市", "prefecture", 25, year=2021))
    assert targets_with_results(table, results)["place"].tolist() == ["青岛市"]
    assert implausible_results(table, results)["place"].tolist() == ["滨州市"]


# Reported from outside: 地区生产总值下降6.7% met a target of 6, and one quarter stood for the year.


@pytest.mark.parametrize(("target", "printed"), [(6, 6.7), (3, 3.1), (5, 40.8)])
def test_a_fall_is_negative_growth_and_meets_no_target(target, printed):
    table = report_growth_targets(targets(row("青岛市", "prefecture", target)))
    (pair,) = targets_with_results(table, targets(row("青岛市", "prefecture", printed, direction="down"))).itertuples()
    assert (pair.result, pair.result_quote, pair.met) == (-printed, f"下降{printed}%", False)


@pytest.mark.parametrize("span", ["quarter", "half", "months", "years"])
def test_what_covers_no_year_is_no_result_of_one(span):
    table = report_growth_targets(targets(row("青岛市", "prefecture", 6)))
    part = row("青岛市", "prefecture", 9, span=span)
    assert targets_with_results(table, targets(part)).empty
    both = targets_with_results(table, targets(part, row("青岛市", "prefecture", 5, start=200)))
    assert both["result"].tolist() == [5]
    assert implausible_results(table, targets(row("青岛市", "prefecture", 60, span=span))).empty


def test_a_value_that_states_no_change_is_no_result():
    table = report_growth_targets(targets(row("青岛市", "prefecture", 6)))
    assert targets_with_results(table, targets(row("青岛市", "prefecture", 2, direction="none"))).empty


@pytest.mark.parametrize(
    "changed", [{"direction": "down"}, {"direction": "none"}, {"span": "years"}, {"span": "quarter"}]
)
def test_only_growth_of_the_year_is_a_growth_target(changed):
    table = report_growth_targets(targets(row("青岛市", "prefecture", 4, **changed), row("济南市", "prefecture", 6)))
    assert table["place"].tolist() == ["济南市"]


@pytest.mark.parametrize(
    ("wording", "result", "reached"),
    [("about", 7.5, True), ("about", 7.4, False), ("bare", 7.9, False), ("bare", 8, True), ("at least", 7.9, False)],
)
def test_a_target_worded_about_is_reached_within_half_a_point(wording, result, reached):
    both = pd.DataFrame({"value": [8.0], "wording": [wording], "result": [result], "met": [result >= 8]})
    assert targets_met(both).tolist() == [reached]


def levels_of(shares):
    """Return levels as from `outturns_by_level`, made of shares of targets met by level and year."""
    rows = [
        {"level": level, "year": year, "n": 30, "target": 8.0, "result": 9.0 if year < 2012 else 7.0, "met": met}
        for level, met_by_year in shares.items()
        for year, met in met_by_year.items()
    ]
    return pd.DataFrame(rows)


SHARES = {
    "prefecture": {2010: 0.9, 2014: 0.1, 2018: 0.4, 2020: 0.02, 2021: 0.7, 2022: 0.04},
    "province": {2010: 0.9, 2014: 0.1, 2018: 0.4, 2020: 0.0, 2021: 0.9, 2022: 0.0},
}


def facts_of(shares):
    years = pd.Series([2020, 2020, 2022])
    table = pd.DataFrame({"level": "province", "year": years, "value": 6.0, "wording": "bare", "result": [-1, -2, 3.0]})
    both = table.assign(met=False)
    return outturn_facts(both, both.head(0), levels_of(shares), pd.DataFrame(columns=["figure", "published", "here"]))


def test_years_with_as_few_targets_met_are_all_named():
    facts = facts_of(SHARES)
    assert (facts["prefecture-met-worst-year"], facts["prefecture-met-worst"]) == ("2020", "2%")
    assert (facts["province-met-worst-year"], facts["province-met-worst-n"]) == ("2020 and 2022", "30 and 30")
    assert (facts["falls"], facts["falls-years"]) == ("2", "2020")


@pytest.mark.parametrize(
    ("level", "year", "met", "told"),
    [
        ("prefecture", 2018, 0.0, "the fewest targets of prefectures"),
        ("province", 2018, 0.0, "so few of provinces in no other years"),
        ("prefecture", 2014, 0.5, "lows in 2014, 2020 and 2022"),
        ("prefecture", 2018, 0.8, "a high in 2021"),
    ],
)
def test_a_sentence_about_years_that_is_no_longer_true_fails_the_build(level, year, met, told):
    changed = {**SHARES, level: {**SHARES[level], year: met}}
    with pytest.raises(ValueError, match=told):
        facts_of(changed)
