"""Readings: counts of one text, and doubling as a yearly rate."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.edition.readings import (
    ReadingError,
    doubling_facts,
    first_year_facts,
    late_numbers_facts,
    phrase_facts,
    reading_facts,
    tally_facts,
    text_promise_facts,
    yearly_rate,
)
from analysis.facts.claims import ClaimError
from analysis.texts import make_reading

SPOKEN = "我们干," * 10
READ = make_reading(f"他说:“{SPOKEN}”。“三高”好。")
DOCS = pd.DataFrame(
    {"doc_id": ["a", "b"], "raw": [READ.raw, "无"], "reading": [READ, make_reading("无")], "plan_year": [2017, 2018]}
)
FOUND = pd.DataFrame(
    [
        ("a", 1, "三高", "local"),
        ("a", 5, "三高", "local"),
        ("a", 7, "八个一", "local"),
        ("a", 9, "五位", "national"),
        ("b", 1, "四风", "national"),
    ],
    columns=["doc_id", "start", "quote", "scope"],
)
CLOSURES = pd.DataFrame(
    [
        ("a", 1, "三高", 3, "closes"), ("a", 5, "三高", 3, "not enumerated here"),
        ("a", 7, "八个一", 8, "partial"), ("a", 9, "五位", 5, "not enumerated here"), ("b", 1, "四风", 4, "closes"),
    ],
    columns=["doc_id", "start", "programme", "announced", "verdict"],
).assign(items=[("甲", "乙")] * 5, form="", spans=[()] * 5)  # fmt: skip
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
DOUBLINGS = STATED[(STATED["status"] != "target") | (STATED["measure"] == "multiple")]
REPORTS = pd.DataFrame(
    [("prefecture", 2017, 11.0), ("prefecture", 2017, 8.0), ("prefecture", 2016, 30.0), ("province", 2017, 20.0)],
    columns=["level", "year", "value"],
)


def test_counts_are_of_one_text_without_repeats():
    facts = reading_facts(DOCS, FOUND, CLOSURES, STATED, "a")
    assert facts == {
        "characters": f"{len(READ.raw)}", "mentions": "4", "distinct": "3", "own-mentions": "3",
        "own-lists": "2", "own-closed": "1", "own-partial": "1", "own-partial-announced": "8", "own-partial-found": "2",
        "cited-lists": "1", "cited-closed": "0", "cited-partial": "0",
        "statements": "7", "results": "2", "targets": "4", "ongoing": "1",
        "results-before": "2", "speeches": "1", "speech-share": f"{40 / len(READ.text):.0%}",
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
    facts = doubling_facts(DOCS, DOUBLINGS, REPORTS, "a")
    assert facts == {
        "doubling-gdp-years": "5", "doubling-gdp-rate": "14.9", "doubling-budget-revenue-years": "3",
        "doubling-budget-revenue-rate": "26.0", "doubling-prefectures": "2", "doubling-highest": "11",
    }  # fmt: skip


FOR_2017 = "readings: doubling asks for more a year than any prefecture's growth target on file for 2017"


def test_a_prefecture_that_asks_for_more_contradicts_the_sentence():
    more = pd.concat([REPORTS, pd.DataFrame([("prefecture", 2017, 15.0)], columns=REPORTS.columns)])
    with pytest.raises(ClaimError, match=FOR_2017):
        doubling_facts(DOCS, DOUBLINGS, more, "a")


def test_targets_of_other_years_do_not_count_and_another_year_contradicts_the_sentence():
    other = pd.DataFrame([("prefecture", 2014, 17.0)], columns=REPORTS.columns)
    assert doubling_facts(DOCS, DOUBLINGS, pd.concat([REPORTS, other]), "a")["doubling-highest"] == "11"
    later = DOUBLINGS.assign(period=DOUBLINGS["period"] + 1)
    with pytest.raises(ClaimError, match=FOR_2017):
        doubling_facts(DOCS.assign(plan_year=2018), later, REPORTS.assign(year=REPORTS["year"] + 1), "a")


def test_another_target_contradicts_the_sentence():
    with pytest.raises(ClaimError, match="readings: every target of the text is a doubling over several years"):
        doubling_facts(DOCS, STATED, REPORTS, "a")


def test_a_text_without_doubling_is_told():
    with pytest.raises(ReadingError, match="b: no target, or no report of 2018; take the sentence out"):
        doubling_facts(DOCS, DOUBLINGS, REPORTS, "b")


def test_words_are_counted_across_lines():
    docs = pd.DataFrame({"doc_id": ["a"], "reading": [make_reading("部分干部,部分\n\n干部。")]})
    assert phrase_facts(docs, "a", some_cadres="部分干部", none="全部") == {
        "times-some-cadres": "2", "times-none": "0",
    }  # fmt: skip


def first_year(revenue, monkeypatch, tmp_path, raised=70.0):
    (tmp_path / "reported.csv").write_text(
        f"what,value,n,source,note\nrevenue,{revenue},,a,\ngrowth,14.1,,a,\n", encoding="utf-8"
    )
    monkeypatch.setattr(paths, "REPORTED", tmp_path / "reported.csv")
    stated = pd.DataFrame(
        [
            ("a", "achieved", "budget_revenue", "level", 10.0), ("a", "achieved", "financing", "level", 100.0),
            ("a", "achieved", "financing", "level", raised),
        ],
        columns=["doc_id", "status", "indicator", "measure", "value"],
    ).assign(repeats=None)  # fmt: skip
    return first_year_facts(stated, "a", "revenue", "growth")


def test_the_first_year_is_told_beside_the_doubling(monkeypatch, tmp_path):
    assert first_year(15, monkeypatch, tmp_path) == {
        "first-year-growth": "50.0", "growth-before": "14.1", "raised-times": "7.0",
    }  # fmt: skip


def test_revenue_that_lags_behind_the_doubling_contradicts_the_sentence(monkeypatch, tmp_path):
    with pytest.raises(
        ClaimError, match="readings: revenue grew in the first year by more than doubling in three asks"
    ):
        first_year(12.5, monkeypatch, tmp_path)


def test_less_money_raised_contradicts_the_sentence(monkeypatch, tmp_path):
    with pytest.raises(ClaimError, match="readings: the zone had raised more than six times its revenue"):
        first_year(15, monkeypatch, tmp_path, raised=60.0)


ZONE = pd.DataFrame(
    [("b", "target", "fai", "growth", 60.0, "投资增长60%"), ("b", "target", "schools", "count", 5.0, "5所学校")],
    columns=["doc_id", "status", "indicator", "measure", "value", "quote"],
).assign(repeats=None)
CITY = pd.DataFrame(
    [
        ("市", 2018, "gdp", "growth", 5.5), ("市", 2018, "fai", "growth", 8.0),
        ("市", 2018, "trade", "qualitative", None),
        ("市", 2017, "gdp", "growth", 9.0), ("他", 2018, "gdp", "growth", 7.0),
    ],
    columns=["place", "year", "indicator", "measure", "value"],
)  # fmt: skip
ABOVE = pd.DataFrame({"prefecture": ["市"]}, index=["b"])


def test_promises_are_set_beside_those_of_the_city():
    assert text_promise_facts(DOCS, ZONE, CITY, ABOVE, "b") == {"city-targets": "2", "city-gdp": "5.5", "city-fai": "8"}


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("status", "achieved", "readings: no number of the page reports a result"),
        ("indicator", "gdp", "readings: the zone repeats no target of its city for product, revenue or sales"),
        (
            "value",
            7.0,
            "readings: the zone asks more growth of its large projects than its city of all investment",
        ),
    ],
)
def test_other_promises_contradict_the_sentences(column, value, told):
    changed = ZONE.copy()
    changed.loc[1 if column == "indicator" else 0, column] = value
    with pytest.raises(ClaimError, match=told):
        text_promise_facts(DOCS, changed, CITY, ABOVE, "b")


def parks(*values):
    rows = [("a", f"{value}个园区", value, None) for value in values]
    return pd.DataFrame(
        [*rows, ("a", "6个园区", 6, 1), ("a", "9所学校", 9, None)], columns=["doc_id", "quote", "value", "repeats"]
    )


def test_a_tally_is_the_sum_of_its_parts():
    assert tally_facts(parks(9, 6, 21, 6), "a", "园区") == {"tally": "21", "tally-parts": "3"}


def test_a_tally_that_is_no_sum_contradicts_the_sentence():
    with pytest.raises(ClaimError, match="readings: what is counted together was counted apart"):
        tally_facts(parks(9, 6, 22, 6), "a", "园区")


def built(*starts):
    rows = [
        ("a", "head", "title", 0),
        ("a", "head", "section", 900),
        *(("a", "statement", "target", at) for at in starts),
    ]
    return pd.DataFrame(rows, columns=["doc_id", "part", "kind", "start"])


def test_the_first_number_is_placed():
    assert late_numbers_facts(built(1730, 1745), "a") == {"numbers-begin": "1,730"}


def test_a_number_before_the_head_contradicts_the_sentence():
    with pytest.raises(ClaimError, match="readings: numbers begin only after the last head"):
        late_numbers_facts(built(400, 1745), "a")
