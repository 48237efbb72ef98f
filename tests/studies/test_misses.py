"""What follows a miss: answers, peers and slopes by hand, and the sentences that rest on them."""

import pandas as pd
import pytest

from analysis.dataset.membership import LARGE_CITIES
from analysis.facts.claims import ClaimError
from analysis.studies.misses import (
    answers_by_gap,
    beside_peers,
    cut_difference_over_years,
    cuts_by_group,
    followed_groups,
    followed_targets,
    miss_facts,
    ordinary_years,
    pass_through,
    pass_through_difference,
)


def followed_of(*rows, level="prefecture"):
    """Return rows (place, year, target, result, next target) as `followed_targets` makes them."""
    both, growth = [], []
    for place, year, value, result, following in rows:
        key = {"place": place, "level": level, "wording": "bare"}
        words = {"report": f"{place}/{year}", "quote": f"增长{value}%", "value": float(value)}
        both.append(key | words | {"year": year, "result": result, "result_quote": f"增长{result}%"})
        after = {"report": f"{place}/{year + 1}", "quote": f"增长{following}%", "value": float(following)}
        growth.append(key | after | {"year": year + 1})
    pairs = pd.DataFrame(both)
    reports = pairs[["report"]].assign(code=pairs["place"])
    return followed_targets(pairs.assign(met=pairs["result"] >= pairs["value"]), pd.DataFrame(growth), reports)


def test_a_target_is_followed_by_that_of_the_next_year():
    found = followed_of(("甲市", 2014, 8, 7.5, 7), ("乙市", 2014, 8, 8.1, 8), ("丙市", 2014, 8, 9, 8.5))
    assert found["change"].tolist() == [-1, 0, 0.5]
    assert found["gap"].tolist() == pytest.approx([-0.5, 0.1, 1])
    assert found["missed"].tolist() == [True, False, False]
    assert found[["cut", "kept", "raised"]].to_numpy().tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert found["next_report"].tolist() == ["甲市/2015", "乙市/2015", "丙市/2015"]


def test_a_place_without_a_next_target_is_left_out():
    found = followed_of(("甲市", 2014, 8, 7.5, 7), ("乙市", 2014, 8, 8, 8))
    both = found.drop(columns=["next", "next_report", "next_wording", "next_quote", "code"])
    growth = pd.DataFrame(
        [{"report": "甲市/2015", "place": "甲市", "level": "prefecture", "year": 2015, "value": 7.0}]
    ).assign(wording="bare", quote="增长7%")
    again = followed_targets(both, growth, found[["report", "code"]])
    assert again["place"].tolist() == ["甲市"]


def test_ordinary_years_leave_out_what_the_pandemic_moved():
    rows = [("甲市", year, 8, 7, 7) for year in (2011, 2012, 2018, 2019, 2022, 2023)]
    assert ordinary_years(followed_of(*rows))["year"].tolist() == [2012, 2018, 2023]


def test_hits_are_weighted_as_misses_are_spread_over_years():
    """Two misses and one hit of 2014, one miss and two hits of 2015, a miss of 2016 without a hit."""
    rows = [("甲市", 2014, 8, 7, 7), ("乙市", 2014, 8, 7, 7), ("丙市", 2014, 8, 8, 8)]
    rows += [("甲市", 2015, 8, 7, 7), ("乙市", 2015, 8, 8, 7), ("丙市", 2015, 8, 8, 7), ("甲市", 2016, 8, 7, 7)]
    peers = beside_peers(followed_of(*rows))
    assert peers["weight"].tolist() == [1, 1, 2, 1, 0.5, 0.5]
    (found,) = cuts_by_group({"peers": peers}).to_dict("records")
    assert (found["missed_targets"], found["met_targets"]) == (3, 3)
    assert found["cut_after_hit"] == pytest.approx(1 / 3)  # of 2014 none, twice; of 2015 all, once


def test_peers_take_out_what_a_year_does_to_all():
    """A law: if all cut in a bad year and none in a good one, whatever the result, nothing is left beside peers."""
    rows = [
        (f"{n}市", year, 8, 7 if (n % 4 == 0) != (year == 2014) else 9, 7 if year == 2014 else 8)
        for n in range(16)
        for year in (2014, 2015)
    ]
    followed = followed_of(*rows)
    table = cuts_by_group({"all": followed, "peers": beside_peers(followed)}).set_index("group")["cut_difference"]
    assert table["all"] > 40
    assert table["peers"] == pytest.approx(0)


def test_groups_of_the_figure_hold_every_row_once():
    gaps = [-3, -2, -1.5, -1, -0.7, -0.5, -0.1, 0, 0.1, 0.5, 0.9, 1, 4]
    bins = answers_by_gap(followed_of(*[(f"{n}市", 2014, 8, 8 + gap, 8) for n, gap in enumerate(gaps)]))
    assert bins["n"].tolist() == [2, 2, 2, 1, 1, 1, 2, 2]
    assert bins["n"].sum() == len(gaps)
    assert bins["share_kept"].tolist() == [1] * 8


def test_a_group_without_rows_has_no_shares():
    bins = answers_by_gap(followed_of(("甲市", 2014, 8, 8, 7.5)))
    assert bins["n"].tolist() == [0, 0, 0, 0, 1, 0, 0, 0]
    assert bins["mean_change"].dropna().tolist() == [-0.5]


def test_the_slope_is_of_places_of_one_year():
    """All cut by one in 2015; beside that each moves by half of its distance."""
    rows = [(f"{n}市", 2014, 8, 8 + n, 8 + n / 2) for n in range(-3, 4)]
    rows += [(f"{n}市", 2015, 8, 8 + n, 7 + n / 2) for n in range(-3, 4)]
    found = pass_through(followed_of(*rows))
    assert found[:3] == pytest.approx((0.5, 0.5, 0.5))
    assert found.places == 7


def test_a_target_that_ignores_the_result_has_no_slope():
    rows = [(f"{n}市", 2014, 8, 8 + n, 7.5) for n in range(-3, 4)]
    assert pass_through(followed_of(*rows)).value == 0


def test_two_slopes_are_compared_among_places_of_one_year():
    """A miss passes on a half and a surplus a quarter, in every place: nothing is left to chance."""
    rows = [(f"{n}市", 2014, 8, 8 + n, 8 + n / (4 if n > 0 else 2)) for n in range(-4, 5)]
    found = pass_through_difference(followed_of(*rows))
    assert found[:3] == pytest.approx((-0.25, -0.25, -0.25))


def test_years_are_resampled_whole():
    """In one year all misses are cut, in the other none: years tell of no difference that is sure."""
    rows = [
        (f"{n}市", year, 8, 7 + n % 2, 7 if year == 2014 and n % 2 == 0 else 8)
        for n in range(8)
        for year in (2014, 2015)
    ]
    found = cut_difference_over_years(followed_of(*rows))
    assert found[:3] == (50, 0, 100)
    assert found.places == 2


def test_constant_panels_need_both_reports():
    followed = pd.concat(
        [
            followed_of(*[(place, 2014, 8, result, 7) for place, result in (("甲市", 7), ("乙市", 9), ("丙市", 7))]),
            followed_of(("甲省", 2014, 8, 7, 7), ("乙省", 2014, 8, 9, 7), level="province"),
        ]
    )
    inside = ["甲市/2014", "甲市/2015", "乙市/2014"]
    members = pd.DataFrame({"panel": ["cities"] * 3 + ["provinces"], "report": [*inside, "甲省/2014"]})
    groups = followed_groups(followed, members)
    assert groups["the same large cities"]["place"].tolist() == ["甲市"]
    assert groups["the same provinces"].empty
    assert len(groups["same level and year"]) == 5


# The sentences of the chapter

SHENYANG = [("沈阳市", 2014, 9, 6, 6), ("沈阳市", 2017, 7, 3.5, 7.5)]


YEARS = (2013, 2015, 2016)


def made(*, higher=0.4, kept_after_hit=True, shenyang=SHENYANG, slopes=(0.4, 0.45), raised=()):
    """Return followed targets of twenty places: misses of one to two points, hits of nought or one.

    In the years `raised` no target is cut after a miss; targets after a surplus vary by 0.3.
    """
    rows = []
    for n in range(20):
        beyond, lower = n / 20, 0.0 if kept_after_hit else 0.1
        year = YEARS[n % 3]
        follows = 7 + higher - slopes[0] * beyond + 2 * (year in raised)
        rows.append((f"{n}市", year, 8, 7 - beyond, round(follows, 6)))
        surplus = float(n % 5 > 2)
        varied = (slopes[1] + 0.3 * (-1) ** n) * surplus
        rows.append((f"{n}市", YEARS[(n + 1) % 3], 8, 8 + surplus, round(8 + varied - lower, 6)))
    found = followed_of(*rows, *shenyang)
    return found.assign(report=f"{LARGE_CITIES}/" + found["report"])


def bins_of(small=0.6, exact=0.6, large=0.9):
    edges = [(None, -2.0), (-2.0, -1.0), (-1.0, -0.5), (-0.5, 0.0), (0.0, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, None)]
    cuts = [large, large, large, small, exact, 0.3, 0.1, 0.0]
    return pd.DataFrame(edges, columns=["gap_from", "gap_to"]).assign(share_cut=cuts)


GROUPS = (
    *("all", "same level and year", "provinces", "prefectures", "the same provinces", "the same large cities"),
    *("2019 to 2022 left in", "2003 to 2011"),
)


def table_of(changes=None):
    base = {
        "cut_after_miss": 0.8,
        "cut_after_hit": 0.3,
        "cut_difference": 50.0,
        "low_points": 40.0,
        "high_points": 60.0,
    }
    return pd.DataFrame([{"group": group} | base | (changes or {}).get(group, {}) for group in GROUPS])


def test_what_the_chapter_quotes():
    facts = miss_facts(made(), table_of(), bins_of())
    assert (facts["miss-all-n"], facts["miss-all-hit-n"]) == ("22", "20")
    assert (facts["miss-all-difference"], facts["miss-peers-low"], facts["miss-pandemic-difference"]) == (
        "50",
        "40",
        "50",
    )
    assert (facts["miss-case-target-text"], facts["miss-other-next-text"]) == ("增长9%", "增长7.5%")
    assert (facts["miss-small-cut"], facts["miss-exact-cut"]) == ("60%", "60%")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"all": {"cut_after_miss": 0.7}}, "after-a-miss: places cut after most misses"),
        ({"all": {"cut_after_hit": 0.5}}, "after-a-miss: cuts are over twice as many"),
        ({"2019 to 2022 left in": {"low_points": -1.0}}, "after-a-miss: so in every group"),
        ({"same level and year": {"low_points": 10.0}}, "after-a-miss: most of the difference remains beside peers"),
    ],
)
def test_groups_that_contradict_the_chapter_stop_the_book(changes, told):
    with pytest.raises(ClaimError, match=told):
        miss_facts(made(), table_of(changes), bins_of())


@pytest.mark.parametrize(
    ("bins", "told"),
    [
        (bins_of(small=0.95), "after-a-miss: large misses are followed by cuts more often than small ones"),
        (bins_of(exact=0.2), "after-a-miss: a place that met its target exactly cuts about as often"),
    ],
)
def test_distances_that_contradict_the_chapter_stop_the_book(bins, told):
    with pytest.raises(ClaimError, match=told):
        miss_facts(made(), table_of(), bins)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"higher": -1.5}, "after-a-miss: more than half of the new targets exceed the result"),
        ({"kept_after_hit": False}, "after-a-miss: a target is repeated where it was met"),
        ({"slopes": (0.9, 0.55)}, "after-a-miss: about four tenths of a shortfall reach the next target"),
        ({"slopes": (0.4, 0.1)}, "after-a-miss: after a surplus more than half is not excluded"),
        ({"slopes": (0.4, 0.8)}, "after-a-miss: the two slopes are not told apart"),
        ({"raised": YEARS[:2]}, "after-a-miss: the difference remains if years are resampled"),
        ({"shenyang": SHENYANG[:1]}, "after-a-miss: Shenyang missed twice"),
        (
            {"shenyang": [SHENYANG[0], ("沈阳市", 2017, 7, 3.5, 6)]},
            "after-a-miss: Shenyang cut to its result once and raised its target once",
        ),
    ],
)
def test_targets_that_contradict_the_chapter_stop_the_book(changed, told):
    with pytest.raises(ClaimError, match=told):
        miss_facts(made(**changed), table_of(), bins_of())


def test_cases_of_other_places_stop_the_book():
    others = made().assign(report=lambda rows: rows["report"].str.replace(LARGE_CITIES, "政府工作报告-其他地市"))
    with pytest.raises(ClaimError, match="after-a-miss: most cases are of provinces and large cities"):
        miss_facts(others, table_of(), bins_of())
