"""Numbers of the nation's results beside its communiqués: what is told, and when the chapter would be wrong."""

import pandas as pd
import pytest

from analysis.facts.dataset import communique_facts

BESIDE = pd.DataFrame({"verdict": ["equal"] * 98 + ["bounded", "differs"]})
BESIDE["measure"] = ["growth"] * 60 + ["count"] * 10 + ["level"] * 30
EXPLAINED = pd.DataFrame({"year": [2009], "indicator": ["retail_sales"], "why": ["real against nominal"]})
STATED = pd.DataFrame({"year": [1978, 1978, 1979, 1979, 1979], "stated": ["growth", "mean", "no", "level", "growth"]})
STATED = pd.concat([STATED, pd.DataFrame({"year": [1980], "stated": ["no_report"]})])  # no cell of any report


def test_what_agrees_and_what_is_stated():
    facts = communique_facts(BESIDE, EXPLAINED, STATED)
    assert (facts["communique-rates-agree"], facts["communique-rates"]) == ("70", "70")
    assert (facts["communique-amounts-agree"], facts["communique-amounts"]) == ("29", "30")
    assert (facts["stated-cells"], facts["stated-growth"]) == ("5", "2")


def test_a_difference_without_an_explanation_stops_the_book():
    with pytest.raises(ValueError, match="communique_differences"):
        communique_facts(BESIDE, EXPLAINED.assign(why=""), STATED)


def test_too_many_differences_stop_the_book():
    with pytest.raises(ValueError, match="communique_differences"):
        communique_facts(BESIDE.iloc[-10:], EXPLAINED, STATED)


def test_reports_that_state_most_stop_the_book():
    with pytest.raises(ValueError, match="less than half"):
        communique_facts(BESIDE, EXPLAINED, STATED.assign(stated="growth"))
