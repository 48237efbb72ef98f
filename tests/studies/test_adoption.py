"""How slogans travel: where they begin, who has them when, and sentences that must stay true."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.studies import adoption, uptake

PLACES = [f"{sign}市" for sign in "甲乙丙丁戊己庚辛壬癸"]
COLUMNS = ["report", "place", "code", "level", "province", "year", "delivered"]


def tables(first="甲省", name="最多跑一次"):
    """Return a slogan that one place has in 2017, nine others in 2018 and 2019, and the nation in 2018."""
    rows = []
    for index, place in enumerate(PLACES):
        province = first if index < 5 else "乙省"
        rows += [
            (f"{place}/{year}", place, place, "prefecture", province, year, f"{year}-01-10")
            for year in range(2016, 2020)
        ]
    rows += [
        (f"国务院/{year}", "国务院", "000000", "national", "", year, f"{year}-03-05") for year in range(2016, 2020)
    ]
    reports = pd.DataFrame(rows, columns=COLUMNS)
    begun = {place: 2017 if index == 0 else 2018 + (index > 4) for index, place in enumerate(PLACES)} | {"国务院": 2018}
    had = reports[reports["year"] >= reports["place"].map(begun)]
    slogans = had.drop(columns="delivered").assign(slogan=name, type="compression", mentions=1, scope_why="attested")
    decodings = pd.DataFrame({"slogan": [], "place": [], "members": [], "found": []})
    firsts = pd.DataFrame({"slogan": [], "report": []})
    panels = reports[reports["level"] != "national"].assign(panel="cities")
    return slogans, reports, decodings, firsts, panels


@pytest.fixture
def made():
    slogans, reports, decodings, firsts, panels = tables()
    beginnings = adoption.slogan_beginnings(slogans, reports, decodings, firsts)
    uses = adoption.slogan_uses(slogans, reports, firsts, beginnings.set_index("slogan")["year"])
    return beginnings, uses, panels, reports


def test_a_slogan_begins_in_one_place_and_is_known_not_to_be_older(made):
    (row,) = made[0].to_dict("records")
    assert (row["first_place"], row["home"], row["level"], row["year"]) == ("甲市", "甲省", "prefecture", 2017)
    assert (row["begins_at"], row["begins_in"], row["beginning"]) == (1, 1, "one place")
    assert (row["national"], row["known_place"], row["doctrine"]) == (2018, True, True)


def test_a_report_without_a_day_is_no_first_but_is_named():
    """Of 2017 two reports have it; that without a day stands behind the other, and is told beside it."""
    slogans, reports, decodings, firsts, _ = tables()
    undated = reports["report"] == "乙市/2017"
    more = slogans[slogans["report"] == "乙市/2018"].assign(report="乙市/2017", year=2017)
    changed = pd.concat([slogans, more]), reports.assign(delivered=reports["delivered"].mask(undated, ""))
    (row,) = adoption.slogan_beginnings(*changed, decodings, firsts).to_dict("records")
    assert (row["first_told"], row["first_place"], row["undated"]) == ("2017-01-10", "甲市", "乙市")
    alone = changed[0][changed[0]["report"] != "甲市/2017"]
    (row,) = adoption.slogan_beginnings(alone, changed[1], decodings, firsts).to_dict("records")
    assert (row["first_told"], row["first_place"], row["undated"], row["before"]) == ("2017", "乙市", "", 5)


def test_how_wide_a_slogan_begins():
    begin = [adoption._beginning(provinces, places) for provinces, places in ((1, 1), (1, 3), (2, 2), (5, 9), (6, 6))]
    assert begin == [*adoption.BEGINNINGS[:3], adoption.BEGINNINGS[2], adoption.BEGINNINGS[3]]


def test_uses_before_the_first_year_are_of_another_name():
    slogans, reports, _, firsts, _ = tables()
    uses = adoption.slogan_uses(slogans, reports, firsts, pd.Series({"最多跑一次": 2019}))
    assert set(uses["year"]) == {2019}
    assert "national" not in set(uses["level"])


def test_shares_are_of_the_constant_panel(made):
    beginnings, uses, panels, _ = made
    (row,) = adoption.reached_shares(adoption.followed_slogans(beginnings), uses, panels).to_dict("records")
    assert [row[f"after_{years}"] for years in range(4)] == [0.1, 0.5, 1.0, 1.0]
    assert row["newly"] == pytest.approx(4 / 9)  # of nine places without it four take it up


def test_events_are_counted_from_the_report_of_the_nation(made):
    beginnings, uses, panels, _ = made
    events = uptake.event_shares(beginnings, uses, panels).set_index("years")["share"]
    assert events.to_dict() == {-3: 0, -2: 0.0, -1: 0.1, 0: 0.5, 1: 1.0}
    means = uptake.event_means(uptake.event_shares(beginnings, uses, panels)).set_index("years")
    assert means.loc[0, ["share", "low", "high", "n"]].tolist() == [0.5, 0.5, 0.5, 1]


def test_waves_have_every_year_of_the_panel(made):
    beginnings, uses, panels, _ = made
    waves = uptake.named_waves(uses, panels, beginnings)
    own = waves[waves["slogan"] == "最多跑一次"].set_index("year")
    assert own.loc[2018, ["share", "of", "national"]].tolist() == [0.5, 10, 2018]
    assert set(waves["slogan"]) == set(uptake.WAVES)
    assert set(waves.loc[waves["slogan"] != "最多跑一次", "national"]) == {0}


def test_local_reports_are_read_before_the_nation(made):
    _, _, panels, reports = made
    assert uptake.share_read_before(reports, panels) == 1
    late = reports.assign(delivered=reports["delivered"].where(reports["place"] != "甲市", "2020-04-01"))
    assert uptake.share_read_before(late, panels) == 0.9


def test_the_register_leaves_what_the_nation_never_had_empty(made):
    followed = made[0].assign(known_since="")
    assert adoption.beginning_register(followed)["national"].tolist() == [2018]
    assert adoption.beginning_register(followed.assign(national=0))["national"].isna().all()


@pytest.mark.parametrize(("known", "doctrine", "told"), [("2013", True, "2018"), ("2013", False, "2013")])
def test_namesakes_of_a_doctrine_do_not_date_it(made, known, doctrine, told):
    followed = made[0].assign(known_since=known, doctrine=doctrine, year=2018)
    assert set(adoption.beginning_register(followed)["known_since"]) == {told}


def reached(**changed):
    """Return ten slogans a beginning: those of many provinces go far and reach the nation."""
    rows = []
    for beginning, begins_in, after, national in zip(
        adoption.BEGINNINGS, (1, 1, 3, 9), (0.02, 0.02, 0.1, 0.4), (0, 0, 0, 2018), strict=True
    ):
        count = 12 if begins_in == 1 else 10
        rows += [
            {"slogan": f"{beginning}{n}", "beginning": beginning, "begins_in": begins_in, "after_1": after}
            | {
                "national": national,
                "year": 2017,
                "first": "2017-01-20",
                "before": 5,
                "level": "prefecture",
                "newly": after + n / 10000,
            }
            | {
                "places": 20,
                "provinces": begins_in,
                "known_since": "2019" if n < (7 if after == 0.02 else 3) else "",
                "older": False,
            }
            for n in range(count)
        ]
    table = pd.DataFrame(rows)
    table.loc[0, ["slogan", "older"]] = "两新一重", True
    return table.assign(**changed)


MEANS = pd.DataFrame({"years": range(-3, 6), "n": 30}).assign(
    share=[0.0, 0.0, 0.1, 0.4, 0.5, 0.4, 0.3, 0.2, 0.1], low=0.0, high=0.9
)
SHARES = {
    "高效办成一件事": {2019: 0.02, 2023: 0.04, 2024: 0.67},
    "最多跑一次": {2017: 0.1, 2018: 0.25, 2019: 0.5},
    "六稳": {2019: 0.3},
}
NATIONAL = {"高效办成一件事": 2024, "最多跑一次": 2018, "六稳": 2020}


def waves(shares=(), national=()):
    rows = [
        (name, year, {**own, **dict(shares).get(name, {})}[year], 51, {**NATIONAL, **dict(national)}[name])
        for name, own in SHARES.items()
        for year in own
    ]
    return pd.DataFrame(rows, columns=["slogan", "year", "share", "of", "national"])


def told(table=None, means=MEANS, named=None, early=0.95):
    return adoption.adoption_facts(
        reached() if table is None else table, means, waves() if named is None else named, early
    )


def test_numbers_of_the_chapter():
    facts = told()
    assert (facts["slogans-followed"], facts["taken-before"], facts["taken-up"]) == ("44", "10", "10")
    assert (facts["begin-many-next"], facts["begin-place"], facts["begin-place-taken"]) == ("40%", "12", "0")
    assert (facts["event-before"], facts["event-same"], facts["event-late"]) == ("10%", "40%", "10%")
    assert (facts["read-before"], facts["document-older"], facts["begin-place-national"]) == ("95%", "1", "7")
    assert facts["faster"] == "38"
    assert (facts["wave-slogans"], facts["wave-national"], facts["wave-places"]) == ("3", "3", "51")
    assert facts["wave-before"] == "3"
    assert told(named=waves(shares={"最多跑一次": {2017: 0}}))["wave-before"] == "2"


def test_names_of_the_nation_are_those_without_an_owner():
    names = ["甲", "乙乙乙乙", "丙", "丁", "乙乙乙乙方案"]
    table = pd.DataFrame({"slogan": names, "first": "2020-06-17"})
    attested = pd.DataFrame(
        [
            ("甲", None, "2020-05-22", "attested"),
            ("乙乙乙乙", "", "2021-01-01", "spread"),
            ("乙乙乙乙", "", "2022-03-05", "attested"),
            ("丙", "某省", "2019-01-01", "attested"),
        ],
        columns=["slogan", "owner", "since", "why"],
    )
    found = adoption.with_the_nation(table, attested)
    assert found["known_since"].tolist() == ["2020-05-22", "2021", "", "", "2021"]
    assert found["older"].tolist() == [True, False, False, False, False]


def test_examples_of_the_nation_are_told_from_the_others():
    row = adoption.beginning_shares(reached()).set_index("beginning").loc["a few provinces"]
    assert (row["known"], row["nation_example"]) == (3, "a few provinces0；a few provinces1；a few provinces2")
    assert row["other_example"].startswith("a few provinces3")


IN_ONE_PROVINCE = reached()["beginning"] == "one province"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"table": reached(before=0)},
            "travel: nearly all that the nation takes up is in a local report first",
        ),
        (
            {"table": reached(national=reached()["beginning"].isin(["one place", "many provinces"]) * 2018)},
            "travel: most that the nation takes up begins in several provinces",
        ),
        (
            {"table": reached(begins_in=reached()["begins_in"].where(~IN_ONE_PROVINCE, 3))},
            "travel: nearly half of the slogans begin in several provinces",
        ),
        (
            {"table": reached(older=False)},
            "travel: two new, one major is in a document of the nation before a local report",
        ),
        ({"table": reached(newly=0.1)}, "travel: what many provinces begin goes on faster than what one place begins"),
        (
            {"table": reached(national=reached()["national"].where(~IN_ONE_PROVINCE, 2018))},
            "travel: the nation takes up nothing that one province alone begins",
        ),
        (
            {"table": reached(year=2018)},
            "travel: most that the nation takes up is in a local report for an earlier year",
        ),
        (
            {"table": reached(known_since="")},
            "travel: a first place is often no birthplace, since most of such slogans are the nation's",
        ),
        (
            {"table": reached(national=reached()["slogan"].eq("many provinces0") * 2018)},
            "travel: the nation takes up what several provinces begin more often than other slogans",
        ),
        (
            {"means": MEANS.assign(share=[0, 0, 0, 0.1, 0.5, 0.4, 0.3, 0.2, 0.1])},
            "travel: the steep rise comes before the nation's report",
        ),
        (
            {"means": MEANS.assign(share=[0, 0, 0.1, 0.4, 0.5, 0.5, 0.5, 0.5, 0.5])},
            "travel: the share peaks a year later and then falls by half",
        ),
        (
            {"named": waves(shares={"高效办成一件事": {2023: 0.3}})},
            "travel: handled efficiently was in hardly any report for four years and then in two thirds",
        ),
        ({"named": waves(national={"高效办成一件事": 2023})}, "travel: the nation has handled efficiently in 2024"),
        (
            {"named": waves(shares={"最多跑一次": {2019: 0.9}})},
            "travel: in 2019 half of the places have one visit at most",
        ),
        ({"named": waves(national={"最多跑一次": 2019})}, "travel: the nation has one visit at most in 2018"),
        ({"named": waves(national={"六稳": 2019})}, "travel: six fronts are local in 2019, the nation's in 2020"),
        (
            {"named": waves(shares={"最多跑一次": {2018: 0}})},
            "travel: local reports of January have every slogan of the figure before the nation's",
        ),
        ({"early": 0.5}, "travel: local reports are read before the nation's"),
    ],
)
def test_sentences_on_travel_can_be_contradicted(changed, words):
    with pytest.raises(ClaimError, match=words):
        told(**changed)
