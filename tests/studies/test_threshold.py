"""Results at their target: what is near, what rounding alone brings, and the sentences that rest on it."""

import numpy as np
import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.studies.threshold import (
    beside_other_targets,
    excess_at_target,
    gaps_from_targets,
    indicator_pairs,
    just_met_bins,
    just_met_by_group,
    threshold_facts,
    threshold_groups,
    weighted_as_observed,
)
from tests.made_targets import row, targets


def gaps_of(*pairs, year=2015, level="prefecture", delivered="2016-01-25"):
    """Return gaps of pairs (place, target, words of the result)."""
    rows = [
        {"report": f"{place}/{year}", "place": place, "level": level, "year": year, "value": float(value)}
        | {"result": float(words.strip("增长%左右以上")), "wording": "bare", "result_quote": words}
        for place, value, words in pairs
    ]
    reports = [
        {"report": f"{place}/{told}", "place": place, "level": level, "year": told, "code": place}
        | {"delivered": delivered}
        for place, _, _ in pairs
        for told in (year, year + 1)
    ]
    return gaps_from_targets(pd.DataFrame(rows), pd.DataFrame(reports))


def test_a_gap_is_in_tenths_and_says_how_the_result_is_printed():
    gaps = gaps_of(
        ("甲市", 8, "增长8%"), ("乙市", 8, "增长7.9%"), ("丙市", 6.5, "增长6.5%左右"), ("丁市", 8, "增长8.0%")
    )
    assert gaps["tenths"].tolist() == [0, -1, 0, 0]
    assert gaps["printed"].tolist() == ["whole", "tenth", "hedged", "tenth"]
    assert not gaps["bound"].any()
    assert gaps_of(("甲市", 8, "增长8%以上"))[["printed", "bound"]].to_numpy().tolist() == [["hedged", True]]
    assert gaps["code"].tolist() == ["甲市", "乙市", "丙市", "丁市"]


@pytest.mark.parametrize(("delivered", "early"), [("2016-01-19", True), ("2016-01-20", False), ("2016-01", None)])
def test_a_result_is_early_if_the_next_report_is_given_before_the_year_is_published(delivered, early):
    (found,) = gaps_of(("甲市", 8, "增长8%"), delivered=delivered)["early"]
    assert found is early or (early is None and pd.isna(found)) or found == early


def test_a_difference_of_no_whole_tenths_is_left_out():
    assert gaps_of(("甲市", 8, "增长8.05%")).empty


def test_results_are_set_beside_what_others_ask_in_the_same_year():
    near = beside_other_targets(gaps_of(("甲市", 6, "增长6%"), ("乙市", 7, "增长6.2%"), ("丙市", 7, "增长9%")))
    own, others = near[near["own"]], near[~near["own"]]
    assert own[["place", "tenths", "exact"]].to_numpy().tolist() == [["甲市", 0, 1.0]]
    assert others[["place", "tenths", "exact", "reached"]].to_numpy().tolist() == [["乙市", 2, 0.0, 1.0]]


def test_a_target_that_two_places_set_counts_twice():
    near = beside_other_targets(gaps_of(("甲市", 6, "增长6%"), ("乙市", 6, "增长9%"), ("丙市", 8, "增长6%")))
    others = near[~near["own"]].set_index("place")
    assert others.loc["丙市", ["weight", "exact"]].tolist() == [2.0, 2.0]


def test_another_place_with_the_same_target_counts_and_the_place_itself_does_not():
    near = beside_other_targets(gaps_of(("甲市", 6, "增长6%"), ("乙市", 6, "增长9%"), ("丙市", 8, "增长8%")))
    assert near.loc[~near["own"], ["place", "weight", "exact"]].to_numpy().tolist() == [["甲市", 1.0, 1.0]]


def test_others_weigh_in_a_year_as_much_as_the_results_near_their_own_target():
    many = [(f"{n}市", 6, "增长6%") for n in range(9)]
    near = beside_other_targets(
        pd.concat([gaps_of(*many), gaps_of(("甲市", 7, "增长7.1%"), ("乙市", 7, "增长7.1%"), year=2016)])
    )
    weighted = weighted_as_observed(near)
    sums = weighted.groupby(["year", "own"])["weight"].sum()
    assert (sums[2015, False], sums[2016, False]) == pytest.approx((9, 2))
    assert excess_at_target(near)[1].value == pytest.approx(9 / 11)  # by the number of comparisons it were 72 of 74


def test_other_levels_and_years_are_no_placebo():
    gaps = pd.concat(
        [
            gaps_of(("甲市", 6, "增长6%")),
            gaps_of(("乙市", 7, "增长6%"), year=2016),
            gaps_of(("丙省", 7, "增长6%"), level="province"),
        ]
    )
    assert beside_other_targets(gaps)["own"].all()


def test_results_that_know_nothing_of_their_target_show_no_excess():
    """A law: targets and results are round alike, and neither follows the other."""
    generator = np.random.default_rng(3)
    steps, growth = generator.choice([0.1, 0.5, 1], 600), generator.uniform(5.5, 9, 600)
    results = np.round(np.round(growth / steps) * steps, 1)
    asked = generator.choice([6, 6.5, 7, 7.5, 8], 600)
    pairs = [(f"{n}市", value, f"增长{result}%") for n, (value, result) in enumerate(zip(asked, results, strict=True))]
    near = beside_other_targets(gaps_of(*pairs))
    excess = excess_at_target(near)[2]
    assert excess.low < 0 < excess.high


def test_results_bent_to_their_target_show_it():
    near = beside_other_targets(gaps_of(*[(f"{n}市", 6 + n, f"增长{6 + n}%") for n in range(5)]))
    with pytest.raises(ValueError, match="nothing can be estimated"):
        excess_at_target(near)  # nobody lies near another's target
    asked = [6 + 0.3 * (n % 2) for n in range(60)]  # every second target is near the other
    wide = beside_other_targets(gaps_of(*[(f"{n}市", value, f"增长{value}%") for n, value in enumerate(asked)]))
    own, placebo, excess = excess_at_target(wide)
    assert (own.value, placebo.value) == pytest.approx((1, 29 / 59))
    assert excess.low > 0.3


def test_bins_hold_every_result_and_expect_as_many_as_lie_near():
    gaps = gaps_of(("甲市", 6, "增长6%"), ("乙市", 7, "增长6.2%"), ("丙市", 7, "增长6.9%"), ("丁市", 7, "增长19%"))
    bins = just_met_bins(gaps, beside_other_targets(gaps)).set_index("tenths")
    assert bins["n"].sum() == 3
    assert bins.loc[0, ["hedged", "whole", "tenth", "n"]].tolist() == [0, 1, 0, 1]
    assert bins["expected"].sum() == pytest.approx(2)  # two results within four tenths of their own target
    assert bins.loc[[-1, 2], "expected"].tolist() == pytest.approx([4 / 3, 2 / 3])  # two places ask 7, one 6
    assert set(bins["level"]) == {"prefecture"}


def test_groups_are_told_from_thirty_pairs_on():
    pairs = [(f"{n}市", 6 + n % 2, f"增长{6 + n % 2 if n % 3 else 6.2 + 0.7 * ((n + 1) % 2)}%") for n in range(60)]
    gaps = gaps_of(*pairs)
    members = pd.DataFrame({"panel": ["cities"], "report": [gaps["report"].iloc[0]]})
    table = just_met_by_group(threshold_groups(beside_other_targets(gaps), members)).set_index("group")
    assert {"all", "prefectures", "2012 on", "told from 20 January on"} <= set(table.index)
    assert not {"provinces", "the same large cities", "told before 20 January"} & set(table.index)
    assert table.loc["all", ["tenth_below", "exact", "tenth_above"]].tolist() == [0, 40, 0]


def test_pairs_of_another_indicator_are_yearly_changes_of_one_year():
    def table(*rows):
        made = targets(*rows)
        return made.assign(value_norm=made["value"], unit_norm="%")

    asked = table(row("青岛市", "prefecture", 6, relation="~"), row("济南市", "prefecture", 7, span="quarter"))
    told = table(row("青岛市", "prefecture", 2, direction="down"), row("济南市", "prefecture", 7))
    (pair,) = indicator_pairs(asked, told, "gdp").to_dict("records")
    assert (pair["place"], pair["value"], pair["wording"], pair["result"]) == ("青岛市", 6, "about", -2)
    assert indicator_pairs(asked, told, "fai").empty


# The sentences of the chapter


def facts_of(heap=None, groups=None):
    """Return the facts of made tables; `heap` are bins by tenths, `groups` changes of rows."""
    counts = {-1: (0, 0, 10), 0: (40, 40, 40), 1: (0, 0, 30)} | (heap or {})
    levels = ("province", "prefecture")
    halves = [(level, tenths, *(n // 2 for n in parts)) for level in levels for tenths, parts in counts.items()]
    bins = pd.DataFrame(halves, columns=["level", "tenths", "hedged", "whole", "tenth"])
    bins["n"] = bins[["hedged", "whole", "tenth"]].sum(axis=1)
    base = {
        "n": 100,
        "share": 0.5,
        "expected_share": 0.3,
        "excess_points": 20.0,
        "low_points": 10.0,
        "high_points": 30.0,
    }
    flat = base | {"share": 0.3, "excess_points": 1.0, "low_points": -5.0, "high_points": 5.0}
    rows = {
        "all": base,
        "prefectures": base,
        "provinces": flat,
        "prefectures, printed to the tenth": base | {"share": 0.3, "expected_share": 0.1},
    }
    for group, change in (groups or {}).items():
        rows[group] = rows[group] | change
    table = pd.DataFrame([{"group": group} | found for group, found in rows.items()])
    near = [
        {"code": f"{place}", "level": level, "year": 2015, "own": own, "weight": 1.0}
        | {"exact": 0.0, "reached": float(place % 4 > 0), "tenths": place % 2, "bound": place < 3}
        for place in range(20)
        for level in ("province", "prefecture")
        for own in (True, False)
    ]
    return threshold_facts(bins, table, pd.DataFrame(near))


def test_what_the_chapter_quotes():
    facts = facts_of()
    assert (facts["just-exact"], facts["just-below"], facts["just-above"]) == ("120", "10", "30")
    assert (facts["just-rounded"], facts["just-prefecture-to-one"], facts["just-province-low"]) == ("80", "3.0", "-5")
    assert (facts["just-printed-share"], facts["just-prefecture-low"]) == ("30%", "10")
    assert facts["just-prefecture-to-one-half"] == "15.0"
    assert (facts["just-about"], facts["just-bound"]) == ("36", "4")  # of forty hedged; two places of either level


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"heap": {1: (0, 0, 80)}},
            "outturns: twice as many results equal their target as lie a tenth to either side",
        ),
        ({"heap": {-1: (0, 0, 20)}}, "outturns: a tenth above is more than twice as frequent as a tenth below"),
        ({"heap": {0: (10, 10, 100)}}, "outturns: most results equal to their target are hedged or whole numbers"),
        (
            {"groups": {"prefectures": {"low_points": -1.0}}},
            "outturns: prefectures equal their own target more often than another's",
        ),
        (
            {"groups": {"prefectures": {"expected_share": 0.2}}},
            "outturns: round numbers account for more than half of their pile",
        ),
        (
            {"groups": {"provinces": {"low_points": 1.0}}},
            "outturns: for provinces the interval of the excess includes nought",
        ),
        (
            {"groups": {"prefectures, printed to the tenth": {"share": 0.2}}},
            "outturns: printed to the tenth, prefectures equal their own target more than twice as often as another's",
        ),
    ],
)
def test_what_contradicts_the_chapter_stops_the_book(changed, told):
    with pytest.raises(ClaimError, match=told):
        facts_of(**changed)
