"""Promised and delivered: which results count for which targets."""

import pandas as pd
import pytest

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


@pytest.mark.parametrize(
    ("wording", "result", "reached"),
    [("about", 7.5, True), ("about", 7.4, False), ("bare", 7.9, False), ("bare", 8, True), ("at least", 7.9, False)],
)
def test_a_target_worded_about_is_reached_within_half_a_point(wording, result, reached):
    both = pd.DataFrame({"value": [8.0], "wording": [wording], "result": [result], "met": [result >= 8]})
    assert targets_met(both).tolist() == [reached]
