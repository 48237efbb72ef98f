"""Promised and delivered: which results count for which targets."""

import pandas as pd
import pytest

from analysis.facts import outturn_facts
from analysis.reference.ladder import report_growth_targets
from analysis.reference.outturns import targets_met, targets_with_results
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


def test_the_published_share_is_told_beside_ours():
    figures = ["mean target of provinces, per cent", "prefectures that met their target, share"]
    comparison = pd.DataFrame({"figure": figures, "published": [10.2, 0.74], "here": [9.9, 0.825]})
    assert outturn_facts(comparison) == {"published-met-published": "74%", "published-met-here": "82%"}
