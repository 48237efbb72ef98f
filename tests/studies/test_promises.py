"""Promises: which targets count as kept, for which places, and the sentences that rest on it."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.studies.promises import SAME_CITIES, fall_of_same_cities, kept_promise_facts, kept_promises, shares_met


def pair(place, year, value, result, **said):
    level, wording = said.get("level", "prefecture"), said.get("wording", "bare")
    words = f"增长{value}%{'左右' if wording == 'about' else ''}"
    return {"report": f"{place}/{year}", "place": place, "level": level, "year": year, "value": value} | {
        "wording": wording,
        "quote": words,
        "result": result,
        "result_quote": f"增长{result}%",
        "met": result >= value,
    }


def promises_of(pairs):
    both = pd.DataFrame(pairs)
    return kept_promises(both, both[["report"]].assign(code=both["place"]))


CITIES = ("甲市", "乙市", "丙市")
SMALLER = tuple(f"丁{n}市" for n in range(10))


def series(*, city_late=7.0, province_early=9.0, province_late=7.0, late_wording="bare", smaller_years=(2012, 2013)):
    """Return pairs with a target of 8: large cities and a province keep theirs until 2011, and others later."""
    rows = [pair(city, year, 8.0, 9.0) for city in CITIES for year in range(2005, 2010)]
    rows += [pair(city, year, 8.0, city_late) for city in CITIES for year in range(2012, 2016)]
    rows += [pair(place, year, 8.0, 7.0) for place in SMALLER for year in smaller_years]
    rows += [pair("子省", year, 8.0, province_early, level="province") for year in range(2005, 2010)]
    rows += [
        pair("丑省", year, 8.0, province_late, level="province", wording=late_wording) for year in range(2012, 2016)
    ]
    rows.append(pair("陕西省", 2012, 13.0, 12.9, level="province", wording="about"))
    rows.append(pair("佳木斯市", 2019, 5.5, 5.5, wording="about"))
    return rows


MET = [pair(f"卯{n}省", 2013, 8.0, 8.0, level="province") for n in range(6)]
"""More provinces than miss their targets in the years beside the pandemic."""
LOCKED = [pair(f"卯{n}省", 2020, 8.0, 7.9, level="province", wording="about") for n in range(5)]
ORDINARY = MET[:3] + LOCKED
"""Provinces that met their target in an ordinary year, and missed it in one of lockdowns."""

ONE_BAD_YEAR = [
    row | {"met": row["year"] != 2012} if row["place"] in CITIES and row["year"] > 2011 else row
    for row in series(city_late=9.0, smaller_years=(2012, 2013, 2014))
]


def levels_of(met=None, *, early_result=9.0, late_result=7.0):
    shares = {
        "prefecture": {2010: 0.9, 2014: 0.1, 2018: 0.4, 2020: 0.02, 2021: 0.7, 2022: 0.04},
        "province": {2010: 0.9, 2014: 0.1, 2018: 0.4, 2020: 0.0, 2021: 0.9, 2022: 0.0},
    }
    for level, year, share in met or []:
        shares[level][year] = share
    rows = [
        {"level": level, "year": year, "n": 30, "target": 8.0, "met": share}
        | {"result": early_result if year < 2012 else late_result}
        for level, by_year in shares.items()
        for year, share in by_year.items()
    ]
    return pd.DataFrame(rows)


def test_a_city_is_one_of_the_same_with_three_pairs_in_either_period():
    rows = [pair("甲市", year, 8.0, 9.0) for year in (2005, 2006, 2007, 2012, 2013, 2014)]
    rows += [pair("乙市", year, 8.0, 9.0) for year in (2006, 2007, 2012, 2013, 2014, 2015)]
    found = promises_of(rows)
    assert set(found.loc[found["same"], "place"]) == {"甲市"}


def test_the_nation_and_the_years_before_the_archive_is_wide_are_left_out():
    rows = [
        pair("国务院", 2010, 8.0, 9.0, level="national"),
        pair("甲市", 2002, 8.0, 9.0),
        pair("甲市", 2003, 8.0, 9.0),
    ]
    assert promises_of(rows)["year"].tolist() == [2003]


def test_shares_are_of_pairs_by_rule_and_period():
    table = shares_met(promises_of(series())).set_index(["group", "rule", "late"])
    assert table.loc[("provinces", "met", True), ["share", "n", "places"]].tolist() == [0.0, 5, 2]
    assert table.loc[("provinces", "reached", True), "share"] == pytest.approx(1 / 5)
    assert table.loc[(SAME_CITIES, "met", False), ["share", "n"]].tolist() == [1.0, 15]
    assert table.loc[("prefectures", "met", True), "n"] == 12 + 20 + 1


def test_years_of_the_pandemic_count_by_two_rules_of_three():
    """2021 goes with the years of lockdowns, beside which its growth is told."""
    rows = [pair("甲市", year, 8.0, 9.0 if year == 2021 else 1.0) for year in (2019, 2020, 2021, 2022)]
    table = shares_met(promises_of(rows)).set_index(["group", "rule"])["share"]
    assert table["prefectures", "met"] == pytest.approx(1 / 4)
    assert table["prefectures", "met without 2020 to 2022"] == 0


def test_the_fall_is_one_of_the_same_cities():
    """A place without early pairs moves it by nothing."""
    found = fall_of_same_cities(promises_of(series()))
    assert (found.value, found.places) == (100, 3)
    assert found == fall_of_same_cities(promises_of(series(smaller_years=(2012, 2013, 2014))))


def test_years_are_resampled_beside_places():
    """All cities miss in one year alone: every place shows the fall, and years without that one do not."""
    promises = promises_of(ONE_BAD_YEAR)
    places, years = fall_of_same_cities(promises), fall_of_same_cities(promises, place="year")
    assert places[:3] == (25, 25, 25)
    assert (years.value, years.low, years.places) == (25, 0, 9)


def test_what_the_chapter_quotes():
    facts = kept_promise_facts(promises_of(series() + ORDINARY), levels_of())
    assert (facts["kept-fall-years-low"], facts["kept-province-other-years"]) == ("100", "38%")
    assert (facts["kept-same-early"], facts["kept-same-late"], facts["kept-fall"]) == ("100%", "0%", "100")
    assert (facts["kept-case-target-text"], facts["kept-case-result-text"]) == ("增长13.0%左右", "增长12.9%")
    assert (facts["kept-worst-year"], facts["kept-worst"], facts["kept-best"]) == ("2020", "2%", "70%")
    assert facts["kept-same-cities"] == "3"


GRACE_AND_LOCKDOWNS = [
    # just under an about in ordinary years, far under it in one of lockdowns: each rule alone leaves misses
    *series(city_late=7.9),
    *ORDINARY,
    *(pair(city, 2020, 8.0, 1.0) for city in CITIES),
]
GRACE_AND_LOCKDOWNS = [
    row | {"wording": "about"} if row["place"] in CITIES and row["year"] > 2011 else row for row in GRACE_AND_LOCKDOWNS
]

EARLY_OTHERS = [pair(place, year, 8.0, 9.0) for place in SMALLER for year in (2008, 2009)]


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        (series(city_late=9.0), "outturns: the same large cities met fewer of their targets after growth slowed"),
        (ONE_BAD_YEAR, "outturns: the fall remains if years are resampled"),
        (
            series() + MET + LOCKED,
            "outturns: without the years of the pandemic more were missed than met too",
        ),
        (series(province_early=7.0) + ORDINARY, "outturns: until 2011 over nine in ten were met"),
        (series(province_late=9.0) + ORDINARY, "outturns: since 2012 fewer than half were met"),
        (series(province_late=7.9, late_wording="about") + ORDINARY, "outturns: the fall remains under every rule"),
        (GRACE_AND_LOCKDOWNS, "outturns: the fall remains under both rules together"),
        (
            series(smaller_years=()) + ORDINARY,
            "outturns: most of the prefectures' targets since 2012 are of smaller places",
        ),
        (series() + ORDINARY + EARLY_OTHERS, "outturns: those of the years before are mostly of large cities"),
        (
            [row for row in series() + ORDINARY if row["place"] != "陕西省"],
            "outturns: Shaanxi missed within the grace, Jiamusi met its own words",
        ),
    ],
)
def test_pairs_that_contradict_the_chapter_stop_the_book(pairs, told):
    with pytest.raises(ClaimError, match=told):
        kept_promise_facts(promises_of(pairs), levels_of())


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        (levels_of([("prefecture", 2014, 0.5)]), "outturns: prefectures have lows in 2014, 2020 and 2022"),
        (levels_of([("prefecture", 2018, 0.8)]), "outturns: the best year of prefectures since 2012 is 2021"),
        (levels_of([("province", 2018, 0.0)]), "outturns: provinces met the fewest targets in years of lockdowns"),
        (levels_of(early_result=7.0), "outturns: until 2011 results lay above targets at either level"),
        (levels_of(late_result=9.0), "outturns: since 2012 results mostly lay below targets at either level"),
    ],
)
def test_years_that_contradict_the_chapter_stop_the_book(levels, told):
    with pytest.raises(ClaimError, match=told):
        kept_promise_facts(promises_of(series() + ORDINARY), levels)
