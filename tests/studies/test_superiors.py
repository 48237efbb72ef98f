"""Superiors: what three readings claim, on small tables made by hand that contradict it."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.studies.superiors import (
    above_values,
    alxa_2024_facts,
    beihai_2023_facts,
    first_list,
    growth_of,
    shibei_2024_facts,
)


def chain(label, *rows):
    columns = ["indicator_en", "province", "prefecture", "text"]
    return pd.DataFrame(rows, columns=columns).assign(label=label, measure="growth", nation="")


def statements(doc_id, *rows):
    columns = ["indicator", "measure", "value", "status", "headline", "span"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(doc_id=doc_id, start=range(len(table)), repeats=pd.NA)


def lists(doc_id, *rows):
    table = pd.DataFrame(rows, columns=["quote", "announced", "found", "verdict", "items"])
    return table.assign(doc_id=doc_id, start=range(len(table)))


# ---- Beihai 2023

COUNTED = {"results": "0", "cited-lists": "2", "cited-closed": "2"}
DOCS = pd.DataFrame([("2023-beihai", "Beihai 2023", "大干,大干\n大干")], columns=["doc_id", "label", "raw"])
FORMULA = ("1+1269", 19, 19, "closes", ())
WELFARE = ("一业三保七有", 11, 8, "partial", ())
CITY = {"gdp": "about 5.5%", "revenue": "≥ 6%", "investment": "≥ 10%", "retail": "≥ 6%"}


def beihai(counted=COUNTED, formula=FORMULA, province="≥ 5%", **changed):
    city = CITY | changed
    rows = chain(
        "Beihai 2023",
        ("Gross domestic product", "≥ 5%", city["gdp"], "7%"),
        ("Budget revenue", province, city["revenue"], "5%"),
        ("Fixed-asset investment", "", city["investment"], "20%"),
        ("Retail sales of consumer goods", "", city["retail"], "10%"),
    )
    stated = statements("2023-beihai", ("gdp", "growth", 7, "target", True, "year"))
    return beihai_2023_facts(counted, DOCS, lists("2023-beihai", formula, WELFARE), stated, rows)


def test_the_targets_of_the_city_stand_beside_those_of_the_zone():
    facts = beihai()
    assert facts["going-all-out"] == "3"
    assert (facts["formula-members"], facts["welfare-found"], facts["welfare-announced"]) == ("19", "8", "11")
    assert (facts["city-gdp"], facts["city-investment"], facts["city-retail"]) == ("5.5", "10", "6")
    assert (facts["city-revenue"], facts["headline"]) == ("6", "1")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"gdp": "about 7%"},
            "reading-2023-beihai: the zone asks for more than its city in output, investment and retail sales",
        ),
        (
            {"investment": "≥ 20%"},
            "reading-2023-beihai: the zone asks for more than its city in output, investment and retail sales",
        ),
        (
            {"revenue": "≥ 5%"},
            "reading-2023-beihai: its revenue target is below its city's and level with its province's",
        ),
        (
            {"province": "≥ 4%"},
            "reading-2023-beihai: its revenue target is below its city's and level with its province's",
        ),
        ({"counted": COUNTED | {"results": "1"}}, "reading-2023-beihai: it reports no result of the year before"),
        (
            {"counted": COUNTED | {"cited-closed": "1"}},
            "reading-2023-beihai: every list from above is given in full",
        ),
        (
            {"formula": ("1+1269", 19, 18, "partial", ())},
            "reading-2023-beihai: every member of the zone's formula is named",
        ),
    ],
)
def test_what_beihai_is_said_to_do_fails_when_it_does_not(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        beihai(**changed)


# ---- Shibei 2024

TASKS = ("创新扩大有效需求", "全面深化改革创新")
RANKS = (("other", "rank", 6, "achieved", False, "quarter"), ("other", "rank", 5, "achieved", False, "quarter"))


def shibei(targets="1", cited="0", tasks=TASKS, rows=RANKS):
    closures = lists("2024-shibei", ("八项重点工作", 8, len(tasks), "closes", tasks))
    return shibei_2024_facts({"targets": targets, "cited-closed": cited}, closures, statements("2024-shibei", *rows))


def test_tasks_that_have_the_word_are_counted():
    assert shibei() == {"tasks": "2", "tasks-innovation": "2"}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"tasks": ("狠抓城市治理", *TASKS)}, "reading-2024-shibei: each of the eight tasks has the word innovation"),
        ({"targets": "2"}, "reading-2024-shibei: one target has a number"),
        ({"cited": "1"}, "reading-2024-shibei: no list from above is given in full"),
        (
            {"rows": (*RANKS, ("gdp", "growth", 6, "achieved", False, "year"))},
            "reading-2024-shibei: no number of output, revenue or investment is printed",
        ),
        ({"rows": RANKS[:1]}, "reading-2024-shibei: ranks are given for two quarters of the year"),
    ],
)
def test_what_shibei_is_said_to_do_fails_when_it_does_not(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        shibei(**changed)


# ---- Alxa 2024

PROGRAMME = ("一条主线", "两个示范区", "三大主导产业", "三条底线", "四个提升")


def alxa(cited="0", verdict="closes", region="≥ 6%", investment=50):
    docs = pd.DataFrame([("2024-alxa", "Alxa 2024")], columns=["doc_id", "label"])
    two = ("两件大事", 2, 0, "not enumerated here", ())
    closures = lists("2024-alxa", *[(name, 2, 2, verdict, ()) for name in PROGRAMME], two, two)
    stated = statements(
        "2024-alxa",
        ("gdp", "growth", 2, "achieved", False, "year"),
        ("fai", "growth", investment, "achieved", False, "year"),
        ("fai", "growth", 71, "achieved", False, "year"),
        ("gdp", "growth", 7, "target", True, "year"),
        ("fai", "growth", 30, "target", True, "year"),
        ("industrial_value_added", "growth", 9, "target", True, "year"),
        ("budget_revenue", "growth", 7.5, "target", True, "year"),
        ("household_income", "parity", None, "target", True, "year"),
        ("inbound_investment", "growth", 30, "target", False, "year"),
    )
    rows = chain("Alxa 2024", ("Gross domestic product", region, "", "7%"))
    return alxa_2024_facts({"cited-closed": cited}, docs, closures, stated, rows)


def test_targets_without_a_result_of_their_kind_are_named():
    facts = alxa()
    assert (facts["two-matters"], facts["region-gdp"]) == ("2", "6")
    assert (facts["headline-growth"], facts["headline-result"]) == ("4", "2")
    assert facts["without-result-list"] == "industrial value added and budget revenue"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"verdict": "partial"}, "reading-2024-alxa: every name of the zones' programme is listed in full"),
        ({"cited": "1"}, "reading-2024-alxa: no list from above is given in full"),
        ({"region": "≥ 7%"}, "reading-2024-alxa: the zones ask for more growth than their region"),
        (
            {"investment": 20},
            "reading-2024-alxa: output is to grow faster than the year before, investment more slowly",
        ),
    ],
)
def test_what_alxa_is_said_to_do_fails_when_it_does_not(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        alxa(**changed)


# ---- tables


def test_a_value_is_read_without_its_sign_and_an_empty_one_is_left_out():
    rows = chain("A", ("Budget revenue", "", "about 7.5%", "5%"))
    assert above_values(rows, "A", "prefecture") == {"budget_revenue": 7.5}
    assert above_values(rows, "A", "province") == {}


def test_the_first_growth_rate_of_an_indicator_counts():
    rows = statements(
        "a", ("fai", "growth", 50, "achieved", False, "year"), ("fai", "growth", 71, "achieved", False, "year")
    )
    assert growth_of(rows, "a", "achieved") == {"fai": 50}
    assert growth_of(rows, "b", "achieved") == {}


def test_a_list_that_the_text_does_not_have_is_named():
    with pytest.raises(LookupError, match="a has no slogan 四风"):
        first_list(lists("a"), "a", "四风")
