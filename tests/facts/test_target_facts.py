"""Sentences on what the texts promise, and where their targets are: each fails when its table says otherwise."""

import pandas as pd
import pytest

from analysis.annotation.adjudicated import adjudicated_statements
from analysis.facts import ladder_facts, promise_facts
from analysis.facts.claims import ClaimError
from analysis.facts.targets import above_facts, doubling_rates
from analysis.reference import reference_table
from analysis.reference.ladder import (
    report_growth_targets,
    standing_of_targets,
    target_chain,
    targets_beside_above,
)
from tests.named_texts import named_texts


@pytest.fixture(scope="module")
def docs():
    return named_texts()


@pytest.fixture(scope="module")
def stated(docs):
    return adjudicated_statements(docs)


@pytest.fixture(scope="module")
def growth():
    return report_growth_targets(reference_table("targets"))


def test_a_doubling_in_three_years_is_a_quarter_a_year():
    docs = pd.DataFrame({"doc_id": ["a"], "plan_year": [2017]})
    goal = {"doc_id": "a", "measure": "multiple", "status": "target", "indicator": "gdp"}
    goals = pd.DataFrame([{**goal, "value": 2.0, "period": 2019}, {**goal, "value": 8.0, "period": 2019}])
    assert doubling_rates(docs, goals)["rate"].tolist() == pytest.approx([2 ** (1 / 3) - 1, 1])


# What the texts promise


def _with_status(stated, doc_id, old, new):
    chosen = (stated["doc_id"] == doc_id) & (stated["status"] == old)
    return stated.assign(status=stated["status"].where(~chosen, new))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda s: _with_status(s, "2024-alxa", "achieved", "ongoing"),
            "targets: the five texts report more than they promise",
        ),
        (
            lambda s: _with_status(s, "2017-beihai", "ongoing", "achieved").pipe(
                lambda t: pd.concat([t, *[t[(t["doc_id"] == "2017-beihai") & (t["status"] == "achieved")]] * 3])
            ),
            "targets: Alxa alone has most of the results",
        ),
        (lambda s: _with_status(s, "2023-zibo", "ongoing", "achieved"), "targets: two texts of 2023 report no result"),
        (
            lambda s: pd.concat([s, s[(s["doc_id"] == "2024-shibei") & (s["status"] == "target")]]),
            "targets: Shibei sets one target in numbers",
        ),
        (
            lambda s: _with_status(s, "2024-alxa", "ongoing", "target").pipe(
                lambda t: pd.concat([t, *[t[(t["doc_id"] == "2024-alxa") & (t["status"] == "target")]]])
            ),
            "targets: no text does both in equal measure",
        ),
    ],
)
def test_a_sentence_on_promises_that_is_no_longer_true_stops_the_book(docs, stated, growth, change, sentence):
    with pytest.raises(ClaimError, match=sentence):
        promise_facts(docs, change(stated), growth)


def _doubled(stated, indicator, value):
    chosen = (stated["measure"] == "multiple") & (stated["indicator"] == indicator)
    return stated.assign(value=stated["value"].where(~chosen, value))


def test_a_doubling_that_others_outbid_is_told_no_longer(docs, stated, growth):
    with pytest.raises(ClaimError, match="targets: no prefecture on file asked for as much as Beihai's doubling"):
        promise_facts(docs, stated, growth.assign(value=growth["value"] + 9))


def test_a_slower_doubling_is_told_no_longer(docs, stated, growth):
    with pytest.raises(ClaimError, match="targets: by 2023 Beihai asks for less than half as much"):
        promise_facts(docs, _doubled(stated, "gdp", 1.9), growth)


def test_revenue_that_doubles_later_is_told_no_longer(docs, stated, growth):
    with pytest.raises(ClaimError, match="targets: revenue is to double sooner than output"):
        promise_facts(docs, _doubled(stated, "budget_revenue", 1.4), growth)


# The lists beside the levels above


@pytest.fixture(scope="module")
def beside(docs, stated):
    return targets_beside_above(docs, stated, reference_table("targets"))


def test_targets_are_counted_where_the_level_above_has_one(beside):
    known = beside.dropna(subset="above")
    assert above_facts(beside) == {
        "above-n": str(len(known)),
        "above-higher": str(sum(one > other for one, other in zip(known["value"], known["above"], strict=True))),
    }


TWICE = "targets: both zones ask for twice the growth of investment of the level above"


@pytest.mark.parametrize(
    ("doc_id", "changed", "sentence"),
    [
        ("2024-alxa", {"value": 1.0}, "targets: the two lists ask for more than the levels above but once"),
        ("2024-alxa", {"above": 16.0}, TWICE),
        ("2023-beihai", {"above": None}, TWICE),
        (
            "2024-alxa",
            {"above_level": "prefecture"},
            "targets: Beihai is beside its city, Alxa beside its region, two levels up",
        ),
    ],
)
def test_a_sentence_on_the_levels_above_that_is_no_longer_true_stops_the_book(beside, doc_id, changed, sentence):
    chosen = (beside["doc_id"] == doc_id) & (beside["indicator"] == "fai")
    (column, value), *_ = changed.items()
    with pytest.raises(ClaimError, match=sentence):
        above_facts(beside.assign(**{column: beside[column].where(~chosen, value)}))


# Where the targets are


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (("2024-alxa", "value", 6), "ladder: both zones ask for the same"),
        (
            ("2023-beihai", "lower_in_province", 0.5),
            "ladder: Beihai asks for more than every prefecture of its province on file",
        ),
        (
            ("2024-alxa", "lower_in_province", 0.75),
            "ladder: Alxa does not ask for more than most prefectures of its region",
        ),
        (("2024-alxa", "lower", 0.2), "ladder: in the country Alxa looks the bolder"),
        (("2024-alxa", "prefectures", 240), "ladder: far fewer prefectures are on file for 2024"),
    ],
)
def test_a_sentence_on_standing_that_is_no_longer_true_stops_the_book(docs, stated, changed, sentence):
    growth = report_growth_targets(reference_table("targets"))
    places, (doc_id, column, value) = standing_of_targets(docs, stated, growth), changed
    chain = target_chain(docs, stated, reference_table("targets"))
    changed = places.assign(**{column: places[column].where(places["doc_id"] != doc_id, value)})
    with pytest.raises(ClaimError, match=sentence):
        ladder_facts(growth, changed, chain)


def test_the_same_prefectures_in_which_alxa_is_not_the_bolder_stop_the_book(docs, stated, growth):
    places = standing_of_targets(docs, stated, growth)
    chain = target_chain(docs, stated, reference_table("targets"))
    facts = ladder_facts(growth, places, chain)
    assert int(facts["standing-both"]) < int(facts["alxa-2024-far"])
    raised = growth.assign(value=growth["value"].where(growth["year"] != 2024, 9.0))
    with pytest.raises(ClaimError, match="ladder: among the same prefectures too Alxa looks the bolder"):
        ladder_facts(raised, places, chain)


def test_a_second_target_below_its_level_above_stops_the_book(docs, stated, growth):
    places = standing_of_targets(docs, stated, growth)
    chain = target_chain(docs, stated, reference_table("targets"))
    assert ladder_facts(growth, places, chain)["chain-revenue"] == "5"
    with pytest.raises(ClaimError, match="ladder: only Beihai's revenue target is below its city's"):
        ladder_facts(growth, places, chain.assign(text="1%"))
