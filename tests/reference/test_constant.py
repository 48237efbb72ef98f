"""Series of constant places: what they measure, and that a change of composition does not move them."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.facts.constant import constant_facts
from analysis.reference.constant import ALL_PLACES, CONSTANT_SERIES, series_of_same_places


def _report(place, year, level="prefecture", characters=10_000):
    return {"report": f"{place}/{year}", "place": place, "level": level, "province": "甲省", "year": year} | {
        "characters_read": characters
    }


def _tables(reports, growth, mentions=(), met=()):
    reports = pd.DataFrame(reports)
    key = ["report", "place", "level", "province", "year"]
    growth = reports[key].assign(value=growth)
    both = growth.iloc[: len(met)].assign(met=list(met))
    slogans = pd.DataFrame(mentions, columns=["report", "slogan", "type", "mentions"])
    return growth, both, slogans, reports


def _members(panel, reports):
    return pd.DataFrame({"panel": panel, "report": reports})


def _value(series, name, panel, year):
    own = series[(series["series"] == name) & (series["panel"] == panel) & (series["year"] == year)]
    return own["value"].item(), own["n"].item()


def test_places_that_come_and_go_do_not_move_the_series_of_the_same_places():
    reports = [_report("甲市", 2014), _report("甲市", 2015), *(_report(f"丙{n}市", 2015) for n in range(9))]
    growth = [8, 8, *[12] * 9]
    tables = _tables(reports, growth)
    series = series_of_same_places(*tables, _members("cities", ["甲市/2014", "甲市/2015"]))
    assert [_value(series, "growth target", "cities", year) for year in (2014, 2015)] == [(8, 1), (8, 1)]
    assert _value(series, "growth target", ALL_PLACES, 2015) == (11.6, 10)


def test_slogans_are_counted_by_the_characters_of_all_reports_together():
    reports = [_report("甲市", 2014, characters=10_000), _report("乙市", 2014, characters=30_000)]
    mentions = [("甲市/2014", "三提三争", "compression", 8), ("乙市/2014", "1+3", "formula", 4)]
    series = series_of_same_places(*_tables(reports, [8, 9], mentions), _members("cities", ["甲市/2014", "乙市/2014"]))
    assert _value(series, "slogans", "cities", 2014) == (3.0, 2)
    assert _value(series, "reports with a formula", "cities", 2014) == (0.5, 2)


def test_of_all_places_years_with_few_reports_are_left_out():
    reports = [_report(f"丙{n}市", year) for year, count in ((2014, 4), (2015, 5)) for n in range(count)]
    series = series_of_same_places(*_tables(reports, [7] * 9), _members("cities", ["丙0市/2014"]))
    told = series[(series["series"] == "growth target") & (series["panel"] == ALL_PLACES)]
    assert list(told["year"]) == [2015]


def test_every_series_is_told():
    reports = [_report("甲市", 2014), _report("甲省", 2014, level="province")]
    series = series_of_same_places(*_tables(reports, [8, 7], met=[True]), _members("cities", ["甲市/2014"]))
    assert set(series.loc[series["panel"] == "cities", "series"]) == set(CONSTANT_SERIES)


def test_a_claim_that_is_no_longer_true_stops_the_book():
    rows = [
        {"series": name, "level": "prefecture", "panel": panel, "year": year, "n": 9, "value": value}
        for name in CONSTANT_SERIES
        for panel in ("provinces", "cities", ALL_PLACES)
        for year, value in ((2014, 1.0), (2026, 2.0))
    ]
    sentence = "appendix: in the same places targets and their excess fall, slogans and formulas rise"
    with pytest.raises(ClaimError, match=sentence):
        constant_facts(pd.DataFrame(rows))


def test_formulas_of_the_same_provinces_must_recede():
    values = {"growth target": (9, 8, 7), "excess over the level above": (2, 1, 1)}
    rows = [
        {"series": name, "level": "prefecture", "panel": panel, "year": year, "n": 9, "value": float(value)}
        for name in CONSTANT_SERIES
        for panel in ("provinces", "cities")
        for year, value in zip((2014, 2022, 2026), values.get(name, (1, 3, 2)), strict=True)
    ]
    table = pd.DataFrame(rows)
    facts = constant_facts(table)
    assert (facts["same-provinces-formula-most"], facts["same-provinces-formula-most-year"]) == ("300%", "2022")
    assert facts["same-provinces-formula-then"] == "100%"
    early = table.assign(year=table["year"].replace({2022: 2020}))
    with pytest.raises(ClaimError, match="yearly-formula: in the same provinces formulas rose from 2014 to 2022"):
        constant_facts(early)
    rising = table.assign(value=table["value"].where(table["series"] != "reports with a formula", table["year"] / 1000))
    with pytest.raises(ClaimError, match="yearly-formula: in the same provinces formulas recede from their height"):
        constant_facts(rising)


@pytest.mark.parametrize("codes", [["110100", "210200", "210300"], ["440100", "440300"]])
def test_large_cities_that_are_no_capitals_stop_the_book(codes, monkeypatch):
    cities = pd.DataFrame({"panel": "cities", "code": codes, "place": "甲市"})
    monkeypatch.setattr("analysis.facts.constant.reference_table", lambda _: cities)
    sentence = "ladder: most of the large cities are capitals of provinces, and Shenzhen is one of them"
    with pytest.raises(ClaimError, match=sentence):
        constant_facts(pd.DataFrame())
