"""Whose numbers reports mention: densities computed by hand, and sentences that made-up tables contradict."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.facts.reference import fall_facts
from analysis.studies.nationalisation import (
    ALL_OF_LEVEL,
    OWNERS_FROM,
    PEAK,
    RISE_FROM,
    change_between,
    check_names_of_the_centre,
    check_places,
    density_by_owner,
    density_of_provinces,
    evidence_by_year,
    mentions_by_owner,
    names_of_the_centre,
    nationalisation_facts,
    ranking_facts,
)

LAST = 2026
SERIES = {
    "provinces_long": (2003, "province"),
    "cities_long": (2011, "prefecture"),
    "prefectures": (2014, "prefecture"),
}


def slogans(*rows):
    columns = ["report", "level", "year", "slogan", "scope", "scope_why", "mentions"]
    return pd.DataFrame(rows, columns=columns)


def reports(*rows):
    return pd.DataFrame(rows, columns=["report", "code", "level", "province", "year", "characters_read"])


def test_mentions_are_told_by_owner_and_by_what_the_nation_named():
    found = mentions_by_owner(
        slogans(
            ("国/2012", "national", 2012, "六稳", "national", "speaker", 9),
            ("甲/2015", "prefecture", 2015, "六稳", "national", "attested", 2),
            ("甲/2015", "prefecture", 2015, "三大工程", "local", "generic", 3),
            ("甲/2019", "prefecture", 2019, "六稳", "national", "attested", 4),
        ),
        reports(
            ("国/2012", "0", "national", "", 2012, 10_000),
            ("甲/2015", "a", "prefecture", "山东省", 2015, 20_000),
            ("甲/2019", "a", "prefecture", "山东省", 2019, 10_000),
            ("甲/1999", "a", "prefecture", "山东省", OWNERS_FROM - 1, 10_000),
        ),
    ).set_index("report")
    assert list(found.index) == ["甲/2015", "甲/2019"]
    assert found.loc["甲/2015", ["characters", "own", "above", "centre", "known", "every"]].tolist() == [
        2,
        3,
        0,
        2,
        2,
        5,
    ]
    assert found.loc["甲/2019", "known"] == 0  # seven years after the nation's report, one more than is remembered


def mentions(*rows):
    table = pd.DataFrame(rows, columns=["report", "code", "level", "year", "own", "centre"])
    return table.assign(
        province="山东省", characters=1.0, above=0, known=table["centre"], every=table["own"] + table["centre"]
    )


def test_density_is_of_sums_and_years_of_few_reports_are_not_told():
    rows = mentions(*((f"{place}/2020", place, "province", 2020, own, 1) for own, place in enumerate("abcde")))
    rows.loc[0, "characters"] = 6.0
    members = pd.DataFrame({"panel": ["provinces_long"], "report": ["b/2020"]})
    found = density_by_owner(pd.concat([rows, rows[:2].assign(year=2021)]), members).set_index(
        ["panel", "year", "owner"]
    )
    assert found.loc[(ALL_OF_LEVEL, 2020, "own"), "per_10k"] == pytest.approx((0 + 1 + 2 + 3 + 4) / 10)
    assert (ALL_OF_LEVEL, 2021, "own") not in found.index
    assert found.loc[("provinces_long", 2020, "own"), "n"] == 1


def test_a_change_is_the_later_less_the_earlier():
    rows = mentions(
        *(("a/1", "a", "province", 2012, 4, 1), ("a/2", "a", "province", 2022, 5, 3)),
        *(("b/1", "b", "province", 2012, 6, 1), ("b/2", "b", "province", 2022, 7, 3)),
    )
    then, now, more = change_between(rows, "own", (2012, 2022))
    assert (then.value, now.value) == (5, 6)
    assert more[:3] == pytest.approx((1, 1, 1))


def test_shares_of_evidence_add_up():
    found = evidence_by_year(
        slogans(
            ("甲/2015", "prefecture", 2015, "六稳", "national", "attested", 1),
            ("甲/2015", "prefecture", 2015, "三大工程", "local", "generic", 3),
            ("国/2015", "national", 2015, "六稳", "national", "speaker", 9),
        )
    ).iloc[0]
    assert (found["mentions"], found["attested"], found["generic"], found["default"]) == (4, 0.25, 0.75, 0)


def test_provinces_are_compared_by_their_own_reports_and_prefectures_stand_beside():
    own = mentions(*(("a/1", "a", "province", 2020, 2, 1), ("a/2", "a", "province", 2021, 4, 1)))
    below = mentions(*((f"{place}/2020", place, "prefecture", 2020, 8, 1) for place in "bcd"))
    other = own.assign(province="上海市", every=6)
    old = own.assign(year=2013, every=50)
    found = density_of_provinces(pd.concat([own, below, other, old])).set_index("province")
    assert list(found.index) == ["上海市", "山东省"]
    told = found.loc["山东省", ["n", "per_10k", "low", "high", "below_n", "below"]].tolist()
    assert told == [2, 4, 3, 5, 3, 9]  # the years are drawn: three mentions in one, five in the other
    assert found.loc["上海市", "below_n"] == 0
    assert pd.isna(found.loc["上海市", "below"])


# Sentences


def panel(changed=None):
    """Mentions of five places of each panel, as the chapter tells them, and its members."""
    rows, members = [], []
    for name, (first, level) in SERIES.items():
        values = {first: (8, 9), RISE_FROM: (15, 5), 2014: (15, 8), PEAK: (19, 22), LAST: (18, 17)}
        values |= {2011: (15, 6)} if name == "cities_long" else {}
        values |= changed or {}
        for year, (own, centre) in sorted(values.items()):
            if year >= first:
                rows += [(f"{name}{place}/{year}", f"{name}{place}", level, year, own, centre) for place in range(5)]
    for name in SERIES:
        members += [(name, row[0]) for row in rows if row[0].startswith(name)]
    return mentions(*rows), pd.DataFrame(members, columns=["panel", "report"])


EVIDENCE = pd.DataFrame({"year": [RISE_FROM, PEAK], "default": [0.5, 0.3], "generic": [0.1, 0.1]})


def test_true_sentences_pass():
    facts = nationalisation_facts(*panel(), EVIDENCE)
    assert facts["provinces-centre-then"] == "5"
    assert facts["provinces-centre-now"] == "22"
    assert facts["provinces-centre-since-down"] == "5.0"
    assert facts["provinces-every-change-interval"] == "18.0 to 18.0"
    assert all(isinstance(value, str) for value in facts.values())


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({LAST: (4, 4)}, "atlas: the same places count more"),
        ({PEAK: (19, 14)}, "atlas: the centre's numbers more than tripled from 2012 to 2022"),
        ({RISE_FROM: (20, 5)}, "atlas: own numbers went on growing from 2012 to 2022"),
        ({PEAK: (40, 22)}, "atlas: the centre's numbers rose by more than own ones"),
        ({LAST: (22, 23)}, "atlas: since 2022 the centre's numbers have fallen"),
        ({LAST: (30, 17)}, "atlas: today a report names the centre's numbers about as often as its own"),
        ({PEAK: (19, 19)}, "atlas: the centre's numbers receded and then quadrupled"),
        ({2003: (9, 9)}, "findings: the same provinces use more than twice as many numbers as at first"),
        ({PEAK: (17, 21), LAST: (20, 18)}, "findings: the same provinces use fewer numbers than in 2022"),
        ({2003: (6, 9)}, "atlas: at first the centre's numbers were as frequent as a place's own"),
        ({LAST: (17, 18)}, "atlas: today nearly half of what provinces count is the centre's"),
        ({2003: (8, 4)}, "atlas: until 2012 own numbers rose and the centre's fell"),
        ({2014: (15, 4)}, "atlas: in prefectures the centre's numbers nearly tripled"),
    ],
)
def test_a_sentence_fails_on_a_table_that_contradicts_it(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        nationalisation_facts(*panel(changed), EVIDENCE)


def test_the_names_of_the_nation_must_rise_too():
    rows, members = panel()
    with pytest.raises(ClaimError, match="atlas: so did the names of the nation's own report"):
        nationalisation_facts(rows.assign(known=5), members, EVIDENCE)


def test_silence_is_told_from_the_least_to_the_most_of_a_year():
    facts = nationalisation_facts(*panel(), EVIDENCE)
    assert (facts["silent-least"], facts["silent-most"]) == ("40%", "60%")
    assert facts["alike-within"] == "15%"


NAMES = {RISE_FROM: ["双拥", "三个代表"], PEAK: ["两个维护", "双拥", "一带一路", "两个确立", "双减", "六稳"]}


def test_names_are_sorted_by_mentions():
    rows = slogans(
        ("甲/2012", "prefecture", 2012, "三个代表", "national", "attested", 1),
        ("甲/2012", "prefecture", 2012, "双拥", "national", "attested", 2),
        ("甲/2012", "prefecture", 2012, "六高", "local", "default", 5),
        ("乙/2012", "prefecture", 2012, "四风", "national", "attested", 9),  # of no panel
    )
    members = pd.DataFrame({"panel": ["cities_long"], "report": ["甲/2012"]})
    assert names_of_the_centre(rows, members) == {2012: ["双拥", "三个代表"]}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({RISE_FROM: ["三个代表", "双拥"]}, "atlas: in 2012 the most frequent, rankings aside, are 双拥 and 三个代表"),
        (
            {PEAK: ["两个维护", "双拥", "双减", "一带一路", "两个确立"]},
            "atlas: in 2022 两个维护, 双拥, 一带一路 and 两个确立 are the most frequent",
        ),
        ({PEAK: ["双拥", "两个维护", "一带一路", "两个确立", "六稳", "双减"]}, "atlas: in 2022 双减 comes next"),
        ({RISE_FROM: ["双拥", "三个代表", "两个确立"]}, "atlas: 两个维护 and 两个确立 are in no report of 2012"),
    ],
)
def test_other_names_contradict_the_chapter(changed, sentence):
    check_names_of_the_centre(NAMES)
    check_names_of_the_centre(NAMES | {RISE_FROM: ["世界500强", *NAMES[RISE_FROM]]})
    with pytest.raises(ClaimError, match=sentence):
        check_names_of_the_centre(NAMES | changed)


PROVINCES = pd.DataFrame({"per_10k": [55.0, 30.0], "low": [40.0, 20.0], "high": [70.0, 45.0]})
DENSITY = pd.DataFrame(
    [
        *(("national", 2020, 22), ("national", 1978, 8)),
        *(("prefecture", 2022, 49), ("prefecture", 2026, 40.6), ("province", 2022, 46), ("province", 2026, 37)),
    ],
    columns=["level", "year", "per_10k_characters"],
)


def test_levels_peak_together_and_provinces_are_not_twice_apart():
    check_places(PROVINCES, DENSITY)
    with pytest.raises(ClaimError, match="atlas: all levels were densest around 2022"):
        check_places(PROVINCES, DENSITY.assign(per_10k_characters=[22, 80, 46, 40, 46, 37]))
    with pytest.raises(ClaimError, match="atlas: the nation has less than half of what prefectures had"):
        check_places(PROVINCES, DENSITY.assign(per_10k_characters=[30, 8, 49, 40.6, 46, 37]))
    for rates in ([61.0, 30.0], [51.0, 30.0]):
        with pytest.raises(
            ClaimError, match="atlas: the densest province has nearly twice the mentions of the sparsest"
        ):
            check_places(PROVINCES.assign(per_10k=rates), DENSITY)
    with pytest.raises(ClaimError, match="atlas: most intervals of two provinces overlap"):
        check_places(PROVINCES.assign(low=[46.0, 20.0]), DENSITY)


def falling(*rows, province=(60, 50)):
    """Return mentions of two prefectures with both years and one with the peak alone, and those of a province."""
    below = [("a", PEAK, 9), ("a", LAST, 8), ("b", PEAK, 90), ("b", LAST, 80), ("c", PEAK, 999), *rows]
    table = pd.DataFrame(below, columns=["code", "year", "every"]).assign(level="prefecture", characters=1)
    own = pd.DataFrame({"code": "p", "year": [2003, PEAK, LAST], "every": [9, *province], "level": "province"})
    return table, own.assign(characters=1)


def test_a_fall_is_that_of_the_same_places():
    assert fall_facts(*falling(), PEAK) == {
        "fall-prefectures": "2",
        "fall-prefectures-then": "50",
        "fall-prefectures-now": "44",
        "fall-last-year": str(LAST),
    }
    for table, sentence in (
        (falling(province=(60, 55)), "atlas: the same provinces have fallen by a sixth since 2022"),
        (falling(province=(8, 7)), "atlas: the same provinces have fallen by a sixth since 2022"),
        (falling(("c", LAST, 999)), "atlas: prefectures with a report in both years have fallen by a ninth since 2022"),
    ):
        with pytest.raises(ClaimError, match=sentence):
            fall_facts(*table, PEAK)


def test_rankings_are_counted_among_nation_wide_mentions():
    rows = slogans(
        *((f"甲/{year}", "prefecture", year, "世界500强", "national", "attested", 1) for year in (RISE_FROM, PEAK)),
        *(
            (f"甲/{year}", "prefecture", year, "双拥", "national", "attested", year - 2011)
            for year in (RISE_FROM, PEAK)
        ),
        (f"甲/{RISE_FROM}", "prefecture", RISE_FROM, "全市百强", "local", "default", 9),
    )
    members = pd.DataFrame({"panel": "cities_long", "report": [f"甲/{RISE_FROM}", f"甲/{PEAK}"]})
    assert ranking_facts(rows, members) == {"rankings-then": "50%", "rankings-now": "8%"}
