"""Superiors: what readings claim, on small tables made by hand that contradict it."""

import pandas as pd
import pytest

from analysis.edition.superiors import (
    TextRows,
    chain_values,
    growth_rates,
    member_facts,
    outbid_facts,
    pledge_facts,
    programme_facts,
    text_rows,
    warrant_facts,
)
from analysis.facts.claims import ClaimError


def chain(*rows):
    columns = ["indicator_en", "province", "prefecture", "text"]
    return pd.DataFrame(rows, columns=columns).assign(label="A", measure="growth", nation="")


def statements(*rows):
    columns = ["indicator", "measure", "value", "status", "headline", "span"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(doc_id="a", start=range(len(table)), repeats=pd.NA)


def lists(*rows):
    table = pd.DataFrame(rows, columns=["quote", "announced", "found", "verdict", "items"])
    return table.assign(doc_id="a", start=range(len(table)))


def text(closures=(), stated=()):
    return TextRows("A", lists(*closures), statements(*stated))


# ---- one text


def test_a_text_has_its_own_rows_and_no_repeats():
    docs = pd.DataFrame([("a", "A"), ("b", "B")], columns=["doc_id", "label"])
    stated = statements(
        ("gdp", "growth", 7, "target", True, "year"),
        ("gdp", "growth", 7, "target", True, "year"),
        ("fai", "growth", 9, "target", True, "year"),
    )
    stated["repeats"] = [pd.NA, 0, pd.NA]
    stated["doc_id"] = ["a", "a", "b"]
    found = text_rows(docs, lists(("四风", 4, 0, "not enumerated here", ())).assign(doc_id="b"), stated, "a")
    assert (found.label, len(found.closures), len(found.stated)) == ("A", 0, 1)


def test_members_are_those_announced_and_those_found():
    rows = text([("三张地图", 3, 2, "partial", ()), ("三张地图", 3, 0, "not enumerated here", ())])
    assert member_facts(rows, {"maps": "三张地图"}) == {"maps-announced": "3", "maps-found": "2"}


def test_a_list_that_the_text_does_not_have_is_named():
    with pytest.raises(LookupError, match="A has no slogan 四风"):
        member_facts(text(), {"winds": "四风"})


# ---- the city above

COUNTED = {"results": "0", "cited-lists": "2", "cited-closed": "2"}


CITY = {"gdp": "about 5.5%", "investment": "≥ 10%", "retail": "≥ 6%", "revenue": "≥ 6%"}


def outbid(counted=COUNTED, province="≥ 5%", **changed):
    city = CITY | changed
    rows = chain(
        ("Gross domestic product", "≥ 5%", city["gdp"], "7%"),
        ("Budget revenue", province, city["revenue"], "5%"),
        ("Fixed-asset investment", "", city["investment"], "20%"),
        ("Retail sales of consumer goods", "", city["retail"], "10%"),
    )
    stated = [("gdp", "growth", 7, "target", True, "year"), ("other", "level", 5, "ongoing", False, "year")]
    return outbid_facts(counted, text(stated=stated), rows)


def test_the_targets_of_the_city_are_given_beside_those_of_the_zone():
    assert outbid() == {
        "headline": "1",
        "city-gdp": "5.5",
        "city-investment": "10",
        "city-retail": "6",
        "city-revenue": "6",
    }


MORE = "readings: the zone asks for more than its city in output, investment and retail sales"
REVENUE = "readings: its revenue target is below its city's and level with its province's"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"gdp": "about 7%"}, MORE),
        ({"investment": "≥ 20%"}, MORE),
        ({"retail": "≥ 12%"}, MORE),
        ({"revenue": "≥ 5%"}, REVENUE),
        ({"province": "≥ 4%"}, REVENUE),
        ({"counted": COUNTED | {"results": "1"}}, "readings: the text reports no result of the year before"),
        ({"counted": COUNTED | {"cited-closed": "1"}}, "readings: every list from above is given in full"),
    ],
)
def test_what_is_said_of_zone_and_city_fails_when_it_is_not_so(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        outbid(**changed)


# ---- a warrant, and targets without numbers

TASKS = ("创新扩大有效需求", "全面深化改革创新")
RANKS = (("other", "rank", 6, "achieved", False, "quarter"), ("other", "rank", 5, "achieved", False, "quarter"))


def warranted(targets="1", cited="0", tasks=TASKS, stated=RANKS):
    rows = text([("八项重点工作", 8, len(tasks), "closes", tasks)], stated)
    return warrant_facts({"targets": targets, "cited-closed": cited}, rows, "八项重点工作", "创新")


def test_tasks_that_have_the_word_are_counted():
    assert warranted() == {"tasks": "2"}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"tasks": ("狠抓城市治理", *TASKS)}, "readings: each of the tasks has the word of its warrant"),
        ({"targets": "2"}, "readings: one target has a number"),
        ({"cited": "1"}, "readings: no list from above is given in full"),
        (
            {"stated": (*RANKS, ("gdp", "growth", 6, "achieved", False, "year"))},
            "readings: no number of output, revenue or investment is printed",
        ),
        ({"stated": RANKS[:1]}, "readings: ranks are given for two quarters of the year"),
    ],
)
def test_what_is_said_of_warrant_and_silence_fails_when_it_is_not_so(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        warranted(**changed)


# ---- a programme, and results beside targets


def programme(cited="0", verdict="closes"):
    rows = text([("两个示范区", 2, 2, "closes", ()), ("三条底线", 3, 3, verdict, ())])
    return programme_facts({"cited-closed": cited}, rows, ["两个示范区", "三条底线"])


def test_the_names_of_a_programme_are_counted():
    assert programme() == {"programme": "2", "programme-closed": "2"}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"verdict": "partial"}, "readings: every name of the programme is listed in full"),
        ({"cited": "1"}, "readings: none of the names from above is listed in full"),
    ],
)
def test_what_is_said_of_a_programme_fails_when_it_is_not_so(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        programme(**changed)


def pledged(region="≥ 6%", investment=50, industry=None):
    stated = [
        ("gdp", "growth", 2, "achieved", False, "year"),
        ("fai", "growth", investment, "achieved", False, "year"),
        ("fai", "growth", 71, "achieved", False, "year"),
        ("industrial_value_added", "growth", industry, "achieved", False, "year"),
        ("gdp", "growth", 7, "target", True, "year"),
        ("fai", "growth", 30, "target", True, "year"),
        ("industrial_value_added", "growth", 9, "target", True, "year"),
        ("budget_revenue", "growth", 7.5, "target", True, "year"),
        ("household_income", "parity", None, "target", True, "year"),
        ("inbound_investment", "growth", 30, "target", False, "year"),
    ]
    return pledge_facts(text(stated=stated), chain(("Gross domestic product", region, "", "7%")))


def test_targets_without_a_result_of_their_kind_are_named():
    assert pledged() == {
        "headline-growth": "4",
        "headline-result": "2",
        "without-result-list": "industrial value added and budget revenue",
        "region-gdp": "6",
    }


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"region": "≥ 7%"}, "readings: the zones ask for more growth than their region"),
        ({"investment": 20}, "readings: output is to grow faster than in the year before, investment more slowly"),
        ({"industry": 8}, "readings: several main targets have no result of the year before beside them"),
    ],
)
def test_what_is_said_of_results_and_targets_fails_when_it_is_not_so(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        pledged(**changed)


# ---- tables


def test_a_value_is_read_without_its_sign_and_an_empty_one_is_left_out():
    rows = chain(("Budget revenue", "", "about 7.5%", "5%"))
    assert chain_values(rows, "A", "prefecture") == {"budget_revenue": 7.5}
    assert chain_values(rows, "A", "province") == {}
    assert chain_values(rows, "B", "prefecture") == {}


def test_the_first_growth_rate_of_an_indicator_counts():
    rows = statements(
        ("fai", "level", 120, "achieved", False, "year"),
        ("fai", "growth", 50, "achieved", False, "year"),
        ("fai", "growth", 71, "achieved", False, "year"),
    )
    assert growth_rates(rows) == {"fai": 50}
