"""Amplification: what is set beside what, hand-computed means, and sentences that fail when the data change."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.facts.claims import ClaimError
from analysis.facts.reference import trade_facts
from analysis.reference import reference_table
from analysis.studies.amplification import (
    AMPLIFIED,
    GROUPS,
    NOT_STEERED,
    REBOUND,
    STEERED,
    SUMS,
    amplification_facts,
    excess_by_indicator,
    excess_by_year,
    places_of_all_years,
    steering_difference,
    steering_within_reports,
    target_excess,
)
from tests.made_panel import panel, place


def test_every_indicator_has_one_decider():
    assert sorted(AMPLIFIED) == sorted({*STEERED, *SUMS, *NOT_STEERED})
    assert len(AMPLIFIED) == len(set(AMPLIFIED))


def test_a_place_is_beside_the_level_above_of_its_year_and_province():
    table = panel(
        place("国务院", 2022, gdp=5),
        place("甲省", 2022, gdp=6, fai=10),
        place("乙省", 2022, gdp=9),
        place("子市", 2022, gdp=7.5, fai=8),
        place("子市", 2023, gdp=7.5),
        place("丑市", 2022, province="乙省", gdp=9, retail_sales=5),
    )
    found = target_excess(table).set_index(["place", "year", "indicator"])["excess"]
    assert found.to_dict() == {
        ("甲省", 2022, "gdp"): 1,
        ("乙省", 2022, "gdp"): 4,
        ("子市", 2022, "gdp"): 1.5,
        ("丑市", 2022, "gdp"): 0,
        ("子市", 2022, "fai"): -2,
    }


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_what_both_levels_add_moves_no_excess(own, added):
    rows = [("甲省", 6.0), ("子市", 6.0 + own)]
    found = [
        target_excess(panel(*(place(name, 2022, gdp=value + more) for name, value in rows)))["excess"].iloc[0]
        for more in (0.0, added)
    ]
    assert found[0] == pytest.approx(found[1], abs=2e-4)


def _excess(*rows):
    columns = ["code", "year", "indicator", "excess"]
    table = pd.DataFrame([row[:4] for row in rows], columns=columns)
    table = table.assign(level="prefecture", province="甲省", above=10.0, **dict.fromkeys(GROUPS.values(), True))
    return table.assign(place=table["code"], excess_upper=table["excess"], steered=table["indicator"].isin(STEERED))


def test_steered_indicators_are_set_against_those_of_others():
    """Prices are apart, and output is a sum: neither counts unless it is asked for."""
    rows = _excess(("a", 2022, "fai", 3), ("a", 2022, "cpi", 0), ("b", 2022, "trade", 2), ("b", 2022, "gdp", 9))
    assert steering_difference(rows).value == 3 - 2
    assert steering_difference(rows, without=()).value == 3 - 1
    assert steering_difference(rows, without=("trade",)).value == 3


def test_an_indicator_counts_once_however_many_reports_state_it():
    rows = _excess(
        ("a", 2022, "fai", 3), *(("a", year, "trade", 2) for year in range(2000, 2023)), ("a", 2022, "retail_sales", 0)
    )
    assert steering_difference(rows).value == 3 - 1


def test_within_reports_only_those_with_both_count():
    rows = _excess(
        *[("a", 2022, "fai", 3), ("a", 2022, "industry", 5), ("a", 2022, "retail_sales", 1), ("a", 2022, "cpi", 0)],
        *[("b", 2022, "fai", 9), ("b", 2023, "retail_sales", 0)],
    )
    found = steering_within_reports(rows)
    assert (found.value, found.n) == (4 - 1, 1)
    assert steering_within_reports(rows, without=()).value == 4 - 0.5


def test_an_indicator_of_few_reports_is_not_told():
    rows = _excess(
        *(("a", year, "gdp", 1) for year in range(1990, 2020)), *(("a", year, "fai", 5) for year in range(1990, 2019))
    )
    found = excess_by_indicator(rows)
    assert set(found["indicator"]) == {"gdp"}
    assert set(found["mean"]) == {1}
    assert found["of_above"].round(9).unique().tolist() == [0.1]


def test_a_year_needs_five_places():
    rows = _excess(*((name, year, "gdp", 2) for year, names in ((2021, "abcd"), (2022, "abcde")) for name in names))
    found = excess_by_year(rows)
    assert found[found["group"] == "cities"][["year", "n", "mean"]].to_numpy().tolist() == [[2022, 5, 2]]


def test_over_the_upper_end_of_a_range_the_excess_is_smaller():
    rows = [place("国务院", 2022, gdp=5, gdp_upper=5.5)]
    rows += [
        place(f"{name}省", 2022, groups=["provinces"], gdp=value)
        for name, value in zip("甲乙丙丁戊", (5, 5.5, 5.5, 6, 7), strict=True)
    ]
    year = excess_by_year(target_excess(panel(*rows))).set_index("group").loc["provinces"]
    assert year[["mean", "higher", "mean_upper", "higher_upper"]].tolist() == pytest.approx([0.8, 0.8, 0.3, 0.4])


def test_a_place_without_one_of_the_years_is_left_out():
    rows = _excess(("a", 2020, "gdp", 1), ("a", 2022, "gdp", 2), ("b", 2020, "gdp", 5), ("a", 2022, "fai", 9))
    assert places_of_all_years(rows, (2020, 2022))["code"].unique().tolist() == ["a"]


# Sentences


@pytest.fixture(scope="module")
def tables():
    excess = target_excess(reference_table("panel"))
    return excess, excess_by_indicator(excess), excess_by_year(excess)


def test_the_sentences_are_true_of_the_data(tables):
    facts = amplification_facts(*tables)
    assert all(isinstance(value, str) and value for value in facts.values())


def _set(indicators, indicator, group="prefectures", **values):
    table = indicators.copy()
    chosen = (table["group"] == group) & (table["indicator"] == indicator)
    for name, value in values.items():
        table.loc[chosen, name] = value
    return table


def test_what_is_said_of_trade_does_not_hang_on_one_report(tables):
    excess, indicators, _ = tables
    facts = trade_facts(excess, indicators)
    own = excess[excess["in_prefectures"] & (excess["indicator"] == "trade")]
    largest = own.loc[own["excess"].idxmax()]
    assert float(facts["trade-most-target"]) - float(facts["trade-most-above"]) == largest["excess"]
    without = (own["excess"].sum() - largest["excess"]) / (len(own) - 1)
    assert float(facts["excess-trade-without"]) == pytest.approx(without, abs=0.05)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        *(
            (
                values,
                "findings: by mean, median and share industry and investment are outbid more than incomes and sales",
            )
            for values in (
                {"indicator": "industry", "mean": 0.5},
                {"indicator": "fai", "median": 0.5},
                {"indicator": "rural_income", "higher": 0.7},
            )
        ),
        *(
            (
                {"indicator": "trade", **values},
                "ladder: the median of trade is that of industry and investment, and fewer reports outbid on it",
            )
            for values in ({"median": 1.5}, {"higher": 0.8})
        ),
    ],
)
def test_industry_and_investment_lead_by_every_measure_or_the_book_stops(tables, changed, sentence):
    excess, indicators, _ = tables
    with pytest.raises(ClaimError, match=sentence):
        trade_facts(excess, _set(indicators, **changed))


@pytest.mark.parametrize(("place", "less"), [("钦州市", 43), ("钦州市", 20), ("汕尾市", -60)])
def test_another_largest_report_on_trade_stops_the_book(tables, place, less):
    excess, indicators, _ = tables
    own = (excess["place"] == place) & (excess["indicator"] == "trade") & excess["in_prefectures"]
    with pytest.raises(
        ClaimError, match="ladder: one report, of Qinzhou for 2022, makes half a point of the mean of trade"
    ):
        trade_facts(excess.assign(excess=excess["excess"] - less * own), indicators)


SURELY_OUTBID = "ladder: large cities outbid their provinces on industry, revenue, output, and barely on rural incomes"
LARGE_CITIES = "ladder: for the large cities' investment the interval includes nought"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"indicator": "urban_income", "low": -0.1},
            "ladder: prefectures outbid their provinces on everything but prices",
        ),
        ({"indicator": "gdp", "group": "cities", "low": -0.1}, SURELY_OUTBID),
        ({"indicator": "rural_income", "group": "cities", "low": 0.2}, SURELY_OUTBID),
        (
            {"indicator": "urban_income", "higher": 0.6},
            "ladder: fewer than half of the reports outbid their province on sales or urban incomes",
        ),
        ({"indicator": "fai", "low": 0.1}, "ladder: industry, investment and revenue are outbid more than sales"),
        ({"indicator": "cpi", "mean": 0.3}, "ladder: prices are not outbid"),
        ({"indicator": "urban_income", "mean": 0.1}, "ladder: of all but prices, retail sales are outbid least"),
        ({"indicator": "rural_income", "low": 5.0}, "findings: rural incomes are outbid as much as output"),
        ({"indicator": "fai", "group": "cities", "low": 0.1}, LARGE_CITIES),
        (
            {"indicator": "fai", "of_above": 0.4},
            "ladder: as a share investment is outbid about as much as output",
        ),
    ],
)
def test_a_sentence_on_indicators_that_is_no_longer_true_stops_the_book(tables, changed, sentence):
    excess, indicators, years = tables
    with pytest.raises(ClaimError, match=sentence):
        amplification_facts(excess, _set(indicators, **changed), years)


def _moved(excess, chosen, by):
    return excess.assign(excess=excess["excess"] + by * chosen.astype(float))


@pytest.mark.parametrize(
    ("chosen", "by", "sentence"),
    [
        (
            lambda rows: rows["in_prefectures"] & rows["steered"],
            -3,
            "ladder: what is steered is outbid more than what others decide",
        ),
        (
            lambda rows: (rows["indicator"] == "retail_sales") - 3.0 * (rows["indicator"] == "trade"),
            3,
            "ladder: within reports what is steered is outbid more",
        ),
        (
            lambda rows: rows["in_cities"] & ~rows["in_prefectures"] & rows["steered"],
            2,
            "ladder: in the large cities the difference is not sure",
        ),
        (
            lambda rows: rows["steered"] & ~rows["in_prefectures"] & ~rows["in_cities"],
            -9,
            "ladder: the difference remains by every other count",
        ),
        (lambda rows: rows["year"] == REBOUND[0], 3, "ladder: the excess came back after 2020"),
        (lambda rows: rows["year"] == REBOUND[2], 3, "ladder: the excess then fell again"),
        (
            lambda rows: rows["in_prefectures"] & (rows["year"] == 2023),
            3,
            "ladder: the same prefectures outbid more in 2022 than beside it",
        ),
        (lambda rows: rows["year"] == REBOUND[2], 0.1, "ladder: whether the last excess is above that of 2020 is open"),
    ],
)
def test_a_sentence_on_the_excess_that_is_no_longer_true_stops_the_book(tables, chosen, by, sentence):
    excess, indicators, years = tables
    with pytest.raises(ClaimError, match=sentence):
        amplification_facts(_moved(excess, chosen(excess), by), indicators, years)


def test_a_year_of_which_a_province_has_no_report_is_told_as_such(tables):
    excess, indicators, years = tables
    found = excess[(excess["province"] == "广东省") & (excess["year"] == 2021)].assign(year=2022)
    sentence = "ladder: of the provinces with large cities Guangdong alone has no prefecture's report for 2022"
    with pytest.raises(ClaimError, match=sentence):
        amplification_facts(pd.concat([excess, found]), indicators, years)


@pytest.mark.parametrize(
    ("group", "year", "mean", "sentence"),
    [
        ("cities", 2019, -1, "ladder: the large cities' excess is least in the last year"),
        ("cities", 2024, 5, "ladder: after 2020 the cities' excess was highest in 2022"),
        ("prefectures", 2023, 5, "ladder: prefectures outbid more in 2022 than beside it"),
        ("prefectures", 2014, 0.1, "ladder: prefectures outbid less in 2022 than in 2014"),
        ("provinces", 2016, 9, "ladder: the excess of provinces weakened after 2013"),
    ],
)
def test_a_sentence_on_years_that_is_no_longer_true_stops_the_book(tables, group, year, mean, sentence):
    excess, indicators, years = tables
    years = years.assign(mean=years["mean"].where((years["group"] != group) | (years["year"] != year), mean))
    with pytest.raises(ClaimError, match=sentence):
        amplification_facts(excess, indicators, years)


def test_the_steeper_step_is_a_sentence_too(tables):
    excess, indicators, years = tables
    low = (years["group"] == "provinces") & (years["year"] > 2013)
    with pytest.raises(ClaimError, match="ladder: the step below the nation is the steeper one"):
        amplification_facts(excess, indicators, years.assign(mean=years["mean"].where(~low, 0.1)))
