"""Readings: counts of one text, and doubling as a yearly rate."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts.claims import ClaimError
from analysis.studies.readings import ReadingError, doubling_facts, reading_facts, yearly_rate
from analysis.texts import make_reading

SPOKEN = "我们" * 20
READ = make_reading(f"他说:“{SPOKEN}”。“三高”好。")
DOCS = pd.DataFrame(
    {"doc_id": ["a", "b"], "raw": [READ.raw, "无"], "reading": [READ, make_reading("无")], "plan_year": [2017, 2018]}
)
FOUND = pd.DataFrame(
    [("a", 1, "三高", "local"), ("a", 5, "三高", "local"), ("a", 9, "五位", "national"), ("b", 1, "四风", "national")],
    columns=["doc_id", "start", "quote", "scope"],
)
CLOSURES = pd.DataFrame(
    [
        ("a", 1, "三高", 3, "closes"), ("a", 5, "三高", 3, "not enumerated here"),
        ("a", 9, "五位", 5, "not enumerated here"), ("b", 1, "四风", 4, "closes"),
    ],
    columns=["doc_id", "start", "programme", "announced", "verdict"],
)  # fmt: skip
STATED = pd.DataFrame(
    [
        ("a", "achieved", "gdp", "growth", 6.5, 2016, None), ("a", "achieved", "gdp", "growth", 6.5, 2016, 1),
        ("a", "target", "gdp", "multiple", 2, 2021, None), ("a", "target", "budget_revenue", "multiple", 2, 2019, None),
        ("a", "target", "other", "count", 9, 2017, None), ("a", "achieved", "gdp", "growth", 7, 2015, None),
        ("a", "ongoing", "gdp", "level", 1160.5, 2017, None),
        ("a", "target", "emissions", "qualitative", None, 2017, None), ("b", "target", "gdp", "growth", 7, 2018, None),
    ],
    columns=["doc_id", "status", "indicator", "measure", "value", "period", "repeats"],
)  # fmt: skip
REPORTS = pd.DataFrame(
    [("prefecture", 2017, 11.0), ("prefecture", 2017, 8.0), ("prefecture", 2016, 30.0), ("province", 2017, 20.0)],
    columns=["level", "year", "value"],
)


def test_counts_are_of_one_text_without_repeats():
    facts = reading_facts(DOCS, FOUND, CLOSURES, STATED, "a")
    assert facts == {
        "characters": f"{len(READ.raw)}", "mentions": "3", "distinct": "2", "own-mentions": "2",
        "own-lists": "1", "own-closed": "1", "own-partial": "0",
        "cited-lists": "1", "cited-closed": "0", "cited-partial": "0",
        "statements": "7", "results": "2", "targets": "4", "ongoing": "1",
        "speeches": "1", "speech-share": f"{40 / len(READ.text):.0%}",
        "result-gdp-growth": "6.5", "result-gdp-growth-2": "7",
        "target-gdp-multiple": "2", "target-budget-revenue-multiple": "2",
    }  # fmt: skip


def test_a_text_that_is_not_there_is_told():
    with pytest.raises(ReadingError, match="the corpus has no text c; correct the chapter"):
        reading_facts(DOCS, FOUND, CLOSURES, STATED, "c")


@given(st.floats(1.01, 20), st.integers(1, 30))
def test_the_yearly_rate_makes_the_multiple(times, years):
    assert (1 + yearly_rate(times, years) / 100) ** years == pytest.approx(times)


def test_doubling_is_told_by_year():
    facts = doubling_facts(DOCS, STATED, REPORTS, "a")
    assert facts == {
        "doubling-gdp-years": "5", "doubling-gdp-rate": "14.9", "doubling-budget-revenue-years": "3",
        "doubling-budget-revenue-rate": "26.0", "doubling-prefectures": "2", "doubling-highest": "11",
    }  # fmt: skip


def test_a_prefecture_that_asks_for_more_contradicts_the_sentence():
    more = pd.concat([REPORTS, pd.DataFrame([("prefecture", 2017, 15.0)], columns=REPORTS.columns)])
    with pytest.raises(
        ClaimError, match="readings: doubling asks for more growth a year than any prefecture set itself in that year"
    ):
        doubling_facts(DOCS, STATED, more, "a")


def test_a_text_without_doubling_is_told():
    with pytest.raises(ReadingError, match="b: no target of doubling, or no report of 2018; take the sentence out"):
        doubling_facts(DOCS, STATED, REPORTS, "b")
