"""Words of mobilisation over time: counts by hand, laws, and tables that contradict each sentence of the chapter."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.reference.beside import counted_expressions
from analysis.studies.mobilisation import (
    CAMPAIGN,
    CONTRASTS,
    FIRST_CAMPAIGN_YEAR,
    LONG_VIEW,
    YEARS_AFTER,
    YEARS_BEFORE,
    battle_facts,
    change_of_rate,
    mobilisation_course,
    mobilisation_facts,
    mobilisation_of_reports,
    mobilisation_words,
    panel_change,
    rate_of_period,
    reports_with_war_slogans,
    war_slogans,
    word_documents,
)
from analysis.texts.levels import REPORT_LEVELS

EXPRESSIONS = {"war": ["打赢", "攻坚战", "硬仗"], "resolve": ["坚决"], "time_pressure": ["抓紧"]}
TITLE = "关于打赢脱贫攻坚战的决定"


def totals(*rows):
    return pd.DataFrame(rows, columns=["level", "year", "documents", "tokens"])


def terms(*rows):
    return pd.DataFrame(rows, columns=["token", "level", "year", "count", "documents"])


def test_the_words_of_war_in_the_name_of_the_campaign_are_told_apart():
    words = mobilisation_words(["市场化", "改革", "食品安全", "高质量发展", "质量"], EXPRESSIONS, TITLE)
    assert words["campaign_names"] == {"打赢", "攻坚战"}
    assert words["other_war"] == {"硬仗"}
    assert words["market_and_reform"] == {"市场化", "改革"}
    assert words["security_and_quality"] == {"食品安全", "高质量发展"}


def test_names_and_other_words_of_war_are_all_words_of_war():
    words = mobilisation_words([], counted_expressions(), TITLE)
    assert words["campaign_names"] | words["other_war"] == words["war"]
    assert not words["campaign_names"] & words["other_war"]
    assert words["campaign_names"] == {"打赢", "攻坚", "攻坚战"}


def test_a_rate_is_mentions_per_ten_thousand_words():
    found = mobilisation_course(
        terms(["打赢", "province", 2020, 3, 2], ["硬仗", "province", 2020, 1, 1], ["打赢", "national", 2020, 9, 1]),
        totals(["province", 2020, 2, 20_000], ["province", 2021, 1, 10_000]),
        {"war": frozenset(EXPRESSIONS["war"])},
    )
    assert found[["year", "mentions", "reports", "per_10k"]].to_numpy().tolist() == [[2020, 4, 2, 2.0], [2021, 0, 1, 0]]
    assert rate_of_period(found, "war", "province", (2020, 2021)) == pytest.approx(4 / 3)
    with pytest.raises(ValueError, match="no report of level national in 2020-2021"):
        rate_of_period(found, "war", "national", (2020, 2021))


def test_a_level_cut_in_two_years_has_the_rate_of_both_together():
    """Additivity: the rate of a period is that of its words, however they are spread over years."""
    words = {"war": frozenset(["打赢"])}
    one = mobilisation_course(terms(["打赢", "national", 2020, 5, 1]), totals(["national", 2020, 1, 30_000]), words)
    two = mobilisation_course(
        terms(["打赢", "national", 2020, 5, 1]),
        totals(["national", 2020, 1, 10_000], ["national", 2021, 1, 20_000]),
        words,
    )
    assert rate_of_period(one, "war", "national", (2020, 2021)) == rate_of_period(two, "war", "national", (2020, 2021))


def test_the_reports_that_use_a_word_are_counted_by_level_and_year():
    used = terms(["攻坚战", "province", 2015, 9, 3], ["攻坚战", "national", 2015, 1, 1])
    there = totals(["province", 2015, 10, 1], ["national", 2015, 1, 1])
    assert word_documents(used, there, "攻坚战", "province", 2015) == (3, 10)
    assert word_documents(used, there, "硬仗", "province", 2015) == (0, 10)


@pytest.mark.parametrize("before", [3, 8])
def test_the_battle_spread_with_the_campaign(before):
    used = terms(*(["攻坚战", "province", year, n, n] for year, n in ((2015, before), (2016, 9), (2026, 7))))
    there = totals(*(["province", year, 10, 1] for year in (2015, 2016, 2026)))
    if before < 6:
        assert battle_facts(used, there)["battle-with"] == "9"
    else:
        with pytest.raises(ClaimError, match="rhetoric: the battle spread to most provincial reports in one year"):
            battle_facts(used, there)


# The sentences of the chapter

KINDS = ("war", "campaign_names", "other_war", "resolve", "time_pressure", *CONTRASTS, *LONG_VIEW)


def true_rate(level, year, kind):
    """Return a rate of which every sentence is true."""
    if kind in ("war", "campaign_names", "other_war"):
        late = 32 if year == 2020 else 17 if year < 2018 else 27 if year < 2020 else 15
        quiet = year < FIRST_CAMPAIGN_YEAR or (level, year) == ("national", 2017)
        return (1 if year < 2000 else 3 if quiet else late) / (1 if kind == "war" else 2)
    if kind == "front":
        return 9 if year < 2000 else 0
    campaign, even = year >= FIRST_CAMPAIGN_YEAR, year % 2 == 0
    if level == "prefecture":
        return {
            "resolve": 75 if year == 2020 else 63 if campaign else 50,
            "time_pressure": 10 if year < 2008 else 3 if campaign else 4,
            "market_and_reform": 86 if campaign else 100,
            "security_and_quality": 20 if campaign else 10,
            "mass_campaign": 20,
        }[kind]
    return {
        "resolve": 70 if year == 2020 else 56 if even else 50,  # goes up and down, hardly higher in the end
        "time_pressure": 10 if year < 2008 else 3 if campaign else 4,
        "market_and_reform": (120 if even else 80) - (8 if campaign else 0),
        "security_and_quality": 20 if campaign else 10,
        "mass_campaign": 60 if year < 2000 else 20,
    }[kind]


def course(change=lambda level, year, kind, rate: rate):
    years = [("national", year) for year in range(1958, 1961)]
    years += [(level, year) for level in REPORT_LEVELS for year in range(2003, 2027)]
    rows = [(level, year, kind, true_rate(level, year, kind)) for level, year in years for kind in KINDS]
    table = pd.DataFrame(
        [(level, year, kind, change(level, year, kind, rate)) for level, year, kind, rate in rows],
        columns=["level", "year", "kind", "per_10k"],
    )
    return table.assign(mentions=table["per_10k"], words=10_000, reports=1)


def slogan_rows(late=True):
    rows = [
        (panel, f"{place}", year, has, has, year >= FIRST_CAMPAIGN_YEAR)
        for panel in ("provinces", "cities", "prefectures")
        for place in range(8)
        for year, has in ((2014, not late), (2020, late))
    ]
    return pd.DataFrame(rows, columns=["panel", "code", "year", "has", "own", "late"])


def test_numbers_are_printed_as_the_prose_has_them():
    facts = mobilisation_facts(course(), slogan_rows())
    assert (facts["war-province-before"], facts["war-province-after"]) == ("3.0", "19.1")
    assert (facts["war-province-peak"], facts["war-province-last"]) == ("32.0", "15.0")
    assert (facts["leap-reports"], facts["leap-war"], facts["leap-mass"]) == ("3", "1.0", "60.0")
    assert facts["war-slogans-provinces-change"] == "100"
    assert facts["war-slogans-provinces-interval"] == "100 to 100"
    assert facts["war-slogans-provinces-years"] == "100 to 100"
    assert facts["campaign-share-after"] == "50%"


CONTRADICTIONS = {
    "rhetoric: words of war are most frequent in 2020 at every level": (
        lambda level, year, kind, rate: 90 if (year, kind) == (2022, "war") else rate
    ),
    "rhetoric: words of war are more than three times as frequent since 2016": (
        lambda level, year, kind, rate: 9 if kind == "war" and year in range(2003, 2016) else rate
    ),
    "rhetoric: words of war have halved since 2020 at every level": (
        lambda level, year, kind, rate: 17 if (level, year, kind) == ("prefecture", 2026, "war") else rate
    ),
    "rhetoric: words of war remain above every year to 2015": (
        lambda level, year, kind, rate: 16 if (year, kind) == (2008, "war") else rate
    ),
    "rhetoric: provinces now use fewer words of war than in 2016": (
        lambda level, year, kind, rate: 14 if (level, year, kind) == ("province", 2016, "war") else rate
    ),
    "rhetoric: all years since 2016 exceed all before": (
        lambda level, year, kind, rate: 2 if (level, year, kind) == ("province", 2018, "war") else rate
    ),
    "rhetoric: both the names and the other war words more than doubled": (
        lambda level, year, kind, rate: 5 if kind == "other_war" else rate
    ),
    "rhetoric: words of haste became rarer by a fifth or more at every level": (
        lambda level, year, kind, rate: 8 if kind == "time_pressure" and level == "prefecture" else rate
    ),
    "rhetoric: most of the fall of haste came before the campaign": (
        lambda level, year, kind, rate: 9 if kind == "time_pressure" and year == 2015 else rate
    ),
    "rhetoric: market, reform and opening became a little rarer": (
        lambda level, year, kind, rate: 60 if kind == "market_and_reform" and year >= FIRST_CAMPAIGN_YEAR else rate
    ),
    "rhetoric: security and quality gained half or more at every level": (
        lambda level, year, kind, rate: 12 if kind == "security_and_quality" and level == "national" else rate
    ),
    "rhetoric: resolve gained a quarter in the prefectures": (
        lambda level, year, kind, rate: 60 if kind == "resolve" and level == "prefecture" else rate
    ),
    "rhetoric: resolve rose hardly in the nation and the provinces": (
        lambda level, year, kind, rate: 40 if kind == "resolve" and level == "province" and year >= 2016 else rate
    ),
    "rhetoric: words of resolve are most frequent in 2020 at every level": (
        lambda level, year, kind, rate: 72 if (level, year, kind) == ("national", 2014, "resolve") else rate
    ),
    "rhetoric: over years war, haste and security change at every level": (
        lambda level, year, kind, rate: 100 if kind == "security_and_quality" and year in (2010, 2026) else rate
    ),
    "rhetoric: over years resolve and the market change in prefectures alone": (
        lambda level, year, kind, rate: (
            (52 if year < FIRST_CAMPAIGN_YEAR else 54)
            if (level, kind) == ("province", "resolve") and year != 2020
            else rate
        )
    ),
    "rhetoric: in provinces war rose most in 2016 and in 2018": (
        lambda level, year, kind, rate: 28 if (level, year, kind) == ("province", 2017, "war") else rate
    ),
    "rhetoric: 战线 alone is more frequent than the listed words of war were": (
        lambda level, year, kind, rate: 0.5 if kind == "front" and year < 2000 else rate
    ),
    "rhetoric: 战线 is in no national report since 2003": (
        lambda level, year, kind, rate: 1 if (level, year, kind) == ("national", 2009, "front") else rate
    ),
    "rhetoric: 1958 to 1960 have a tenth of the listed words of war since 2016": (
        lambda level, year, kind, rate: 9 if kind == "war" and year < 2000 else rate
    ),
    "rhetoric: and twice the words of mass campaigns": (
        lambda level, year, kind, rate: 30 if kind == "mass_campaign" else rate
    ),
}


def test_a_change_is_of_the_two_periods_and_years_are_drawn():
    found = change_of_rate(course(), "security_and_quality", "province")
    assert found == (10, 10, 10, 24, 24)  # ten in each early year and twenty in each late one
    resolve = change_of_rate(course(), "resolve", "province")
    rates = [rate_of_period(course(), "resolve", "province", period) for period in (YEARS_BEFORE, YEARS_AFTER)]
    assert resolve.value == pytest.approx(rates[1] - rates[0])
    assert resolve.low < 0 < resolve.high


@pytest.mark.parametrize("sentence", CONTRADICTIONS)
def test_a_sentence_that_is_no_longer_true_is_told(sentence):
    with pytest.raises(ClaimError, match=sentence):
        mobilisation_facts(course(CONTRADICTIONS[sentence]), slogan_rows())


def test_slogans_of_war_that_do_not_spread_are_told():
    with pytest.raises(ClaimError, match="rhetoric: slogans of war spread among the same places"):
        mobilisation_facts(course(), slogan_rows(late=False))


def test_slogans_that_spread_in_single_years_alone_are_told():
    used = {2013: 0, 2014: 0, 2015: 1, 2016: 0, 2017: 1, 2018: 1}
    rows = [
        (panel, f"{place}", year, has, has, year >= FIRST_CAMPAIGN_YEAR)
        for panel in ("provinces", "cities", "prefectures")
        for place in range(8)
        for year, has in used.items()
    ]
    table = pd.DataFrame(rows, columns=["panel", "code", "year", "has", "own", "late"])
    with pytest.raises(ClaimError, match="rhetoric: slogans of war spread if years are drawn"):
        mobilisation_facts(course(), table)


# Slogans of war


def test_a_slogan_is_of_war_by_the_lexicon_of_metaphors():
    assert war_slogans(["三大攻坚战", "五大战略", "八八战略", "四场硬仗", "三个代表"]) == {"三大攻坚战", "四场硬仗"}


def test_the_centres_slogans_are_told_from_others():
    reports = pd.DataFrame(
        [(f"{place}/{year}", place, year) for place in "ab" for year in (2015, 2016)],
        columns=["report", "code", "year"],
    )
    slogans = pd.DataFrame(
        [("a/2016", "三大攻坚战", "national"), ("b/2016", "百日会战", "local"), ("a/2015", "八八战略", "local")],
        columns=["report", "slogan", "scope"],
    )
    members = pd.DataFrame({"panel": "provinces", "report": reports["report"]})
    rows = reports_with_war_slogans(slogans, reports, members)
    marked = rows.set_index(["code", "year"])
    assert marked["has"].to_dict() == {("a", 2015): 0, ("a", 2016): 1, ("b", 2015): 0, ("b", 2016): 1}
    assert marked["own"].to_dict() == {("a", 2015): 0, ("a", 2016): 0, ("b", 2015): 0, ("b", 2016): 1}
    before, after, change = panel_change(rows, "provinces")
    assert (before.value, after.value, change.value, change.places) == (0, 1, 1, 2)


def test_the_shipped_tables_have_a_row_for_every_level_and_year_that_has_reports():
    found = mobilisation_of_reports()
    assert set(found["kind"]) == set(KINDS)
    assert found.groupby("kind").size().nunique() == 1
    assert CAMPAIGN.endswith("关于打赢脱贫攻坚战的决定")
    assert (found["mentions"] <= found["words"]).all()
