"""Who takes a slogan up next: neighbours counted beside chance, and sentences that must stay true."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.reference.clusters import Estimate
from analysis.studies import uptake


def reports(*places):
    return pd.DataFrame(
        [
            {"report": f"{code}/{year}", "code": code, "level": "prefecture", "province": code[0], "year": year}
            for code in places
            for year in (2018, 2019)
        ]
    )


def uses(begun, listed):
    return listed[listed["year"] >= listed["code"].map(begun).fillna(9999)].assign(slogan="一")


FOLLOWED = pd.DataFrame({"slogan": ["一"], "beginning": ["one place"], "home": ["甲"], "year": [2018]})


def test_adopters_are_set_beside_those_that_could_have():
    """Of three places that could, one lies in the first one's province; it and another take the slogan up."""
    listed = reports("甲1", "甲2", "乙1", "乙2")
    (row,) = uptake.later_adopters(FOLLOWED, uses({"甲1": 2018, "甲2": 2019, "乙1": 2019}, listed), listed).to_dict(
        "records"
    )
    assert (row["year"], row["adopters"], row["same"], row["could"], row["could_same"]) == (2019, 2, 1, 3, 1)
    assert row["expected"] == pytest.approx(2 / 3)


def test_places_of_the_first_year_are_no_followers():
    listed = reports("甲1", "甲2")
    assert uptake.later_adopters(FOLLOWED, uses({"甲1": 2018, "甲2": 2018}, listed), listed).empty


def test_ten_places_end_the_count():
    begun = {f"甲{n}": 2018 for n in range(10)} | {"乙1": 2019}
    listed = reports(*begun)
    assert uptake.later_adopters(FOLLOWED, uses(begun, listed), listed).empty


def test_chance_is_near_one_if_nobody_is_a_neighbour_and_small_if_all_are():
    table = pd.DataFrame({"could": [100], "could_same": [5], "adopters": [5], "same": [0]})
    assert uptake.chance_of_neighbours(table) == 1
    assert uptake.chance_of_neighbours(table.assign(same=5)) < 0.001


def test_the_estimates_are_of_sums():
    listed = reports("甲1", "甲2", "乙1", "乙2")
    adopters = uptake.later_adopters(FOLLOWED, uses({"甲1": 2018, "甲2": 2019, "乙1": 2019}, listed), listed)
    found = uptake.neighbour_estimates(adopters, FOLLOWED.assign(doctrine=False, known_place=True))
    assert found["same"].value == 0.5
    assert found["expected-single"].value == pytest.approx(1 / 3)


def test_older_slogans_of_a_name_are_no_uses_of_it():
    """三大攻坚战 is the nation's since October 2017, 双减 since July 2021; other names have no such year."""
    table = pd.DataFrame(
        {"slogan": ["三大攻坚战", "三大攻坚战", "双减", "双减", "六稳"], "year": [2017, 2018, 2021, 2022, 2017]}
    )
    assert uptake.without_namesakes(table).index.tolist() == [1, 3, 4]


def estimates(**changed):
    values = {
        f"{kind}{name}": 0.2 if kind == "same" else 0.04 for kind in ("same", "expected") for name in uptake._VARIANTS
    }
    values |= {name.replace("_", "-"): value for name, value in changed.items()}
    return {name: Estimate(value, value - 0.01, value + 0.01, 100, 50) for name, value in values.items()}


def test_numbers_of_the_chapter():
    facts = uptake.neighbour_facts(estimates(), 0.0005)
    assert (facts["neighbours-same"], facts["neighbour-times"], facts["neighbour-chance"]) == ("20%", "5", "0.0005")


@pytest.mark.parametrize(
    ("found", "chance", "words"),
    [
        (estimates(), 0.3, "travel: neighbours come first more often than chance allows"),
        (
            estimates(same_single=0.04),
            0.001,
            "travel: places of the first one's province come first, whichever slogans are asked",
        ),
        (
            estimates(same=0.1),
            0.001,
            "travel: places of the first one's province come first several times as often as by chance",
        ),
    ],
)
def test_sentences_on_neighbours_can_be_contradicted(found, chance, words):
    with pytest.raises(ClaimError, match=words):
        uptake.neighbour_facts(found, chance)
