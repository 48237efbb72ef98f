"""Promises of places: the values of the panel, kept by the rule of the book, with the words that they stand for."""

import pandas as pd
import pytest

from analysis.dataset.variables import COLUMNS_OF_INDICATOR, INDICATORS
from analysis.extraction.main_values import MAIN_INDICATORS
from analysis.lookup.promises import (
    indicator_panel,
    prefecture_bands,
    promised_indicators,
    result_quotes,
    target_quotes,
)
from analysis.reference import reference_reports, reference_table, targets_with_results
from analysis.reference.ladder import report_growth_targets
from analysis.reference.outturns import targets_met
from analysis.studies.promises import kept_promises
from analysis.targets.headline import first_yearly_target
from tests.made_look_up import placed, reports, value

PANEL = reference_table("panel")


def made_panel(*rows):
    empty = {f"{prefix}_{end}": None for prefix in INDICATORS.values() for end in COLUMNS_OF_INDICATOR}
    table = pd.DataFrame([{**empty, **row} for row in rows])
    numbers = [name for name in empty if not name.endswith(("wording", "result_from"))]
    return table.astype(dict.fromkeys(numbers, float))


def pair(target, result, wording="bare", **of):
    year, place, indicator = of.get("year", 2021), of.get("place", "青岛市"), of.get("indicator", "gdp")
    told = {"target": target, "result": result, "wording": wording, "result_from": "report"}
    if target is not None and result is not None:
        told["difference"] = result - target
    return {**placed(place, year), **{f"{indicator}_{end}": said for end, said in told.items()}}


@pytest.mark.parametrize(
    ("target", "result", "wording", "kept", "reached"),
    [
        (8, 8, "bare", 1, 1),
        (8, 7.9, "bare", 0, 0),
        (8, 7.9, "about", 0, 1),
        (8, 7.5, "about", 0, 1),
        (8, 7.4, "about", 0, 0),
        (8, 25, "bare", None, None),  # no growth of a year
        (None, 7, "qualitative", None, None),
        (8, None, "bare", None, None),
    ],
)
def test_growth_is_kept_as_the_book_keeps_it(target, result, wording, kept, reached):
    (row,) = indicator_panel(made_panel(pair(target, result, wording)), "gdp").itertuples()
    assert [None if pd.isna(number) else number for number in (row.kept, row.reached)] == [kept, reached]


def test_prices_are_to_stay_below():
    panel = made_panel(pair(3, 2.1, indicator="cpi"), pair(3, 3.1, year=2022, indicator="cpi"))
    assert indicator_panel(panel, "cpi")["kept"].tolist() == [1, 0]
    assert {told.key: told.bound for told in promised_indicators() if told.bound == "ceiling"} == {"cpi": "ceiling"}


@pytest.mark.parametrize(
    ("indicator", "result", "kept"),
    [("cpi", 2.9, 1), ("cpi", 3.2, 1), ("cpi", 3.5, 1), ("cpi", 3.6, 0), ("fai", 2.9, 0), ("fai", 3.2, 1)],
)
def test_a_range_is_kept_by_its_end_that_bounds_it(indicator, result, kept):
    row = pair(3, result, "range", indicator=indicator) | {f"{INDICATORS[indicator]}_target_upper": 3.5}
    assert indicator_panel(made_panel(row), indicator)["kept"].tolist() == [kept]


def test_a_year_without_anything_has_no_row():
    panel = made_panel(pair(None, None, ""), pair(None, None, "parity", year=2022))
    assert indicator_panel(panel, "gdp")["year"].tolist() == [2022]


def test_the_book_and_the_look_up_keep_the_same_targets():
    """Oracle: the pairs of the chapter on results, which it makes from the long tables."""
    both = targets_with_results(report_growth_targets(reference_table("targets")), reference_table("results"))
    told = kept_promises(both, reference_reports())
    wanted = {(row.code, row.year): (row.met, row.reached, row.value, row.result) for row in told.itertuples()}
    rows = indicator_panel(PANEL, "gdp")
    rows = rows[rows["kept"].notna() & (rows["level"] != "national") & (rows["year"] >= told["year"].min())]
    found = {
        (row.code, row.year): (bool(row.kept), bool(row.reached), row.target, row.result) for row in rows.itertuples()
    }
    assert found == wanted
    assert len(found) > 1000
    assert targets_met(both).mean() > both["met"].mean()


@pytest.mark.parametrize("indicator", MAIN_INDICATORS)
def test_rows_are_those_of_the_panel(indicator):
    rows, prefix = indicator_panel(PANEL, indicator), INDICATORS[indicator]
    for end in ("target", "result", "difference"):
        assert rows[end].sum() == pytest.approx(PANEL[f"{prefix}_{end}"].sum())
        assert rows[end].notna().sum() == PANEL[f"{prefix}_{end}"].notna().sum()
    assert rows["kept"].notna().sum() <= rows["difference"].notna().sum()


def test_bands_are_quartiles_of_prefectures():
    panel = made_panel(
        *(pair(target, None, place=place) for target, place in ((6, "青岛市"), (7, "杭州市"), (8, "滨州市"))),
        pair(20, None, place="浙江省"),
    )
    assert prefecture_bands(panel, "gdp").to_numpy().tolist() == [[2021, 6.5, 7, 7.5, 3]]
    assert prefecture_bands(panel, "fai").empty


def test_words_of_a_range_are_those_of_both_ends():
    low = value("青岛市", 2021, "gdp", 6.0, relation=">=", quote="增长6%", start=100)
    high = value("青岛市", 2021, "gdp", 6.5, relation="<=", quote="6.5%", start=105)
    later = value("青岛市", 2021, "gdp", 9.0, quote="增长9%", start=300)
    found = target_quotes(pd.DataFrame([later, high, low]), reports())
    assert [quote.quote for quote in found["370200", 2021, "gdp"]] == ["增长6%", "6.5%"]


def test_a_target_without_number_has_its_words():
    row = value("青岛市", 2021, "rural_income", None, quote="与经济增长同步", measure="parity", unit=None)
    found = target_quotes(pd.DataFrame([row]).astype({"value": float, "value_norm": float}), reports())
    assert [quote.quote for quote in found["370200", 2021, "rural_income"]] == ["与经济增长同步"]


def test_words_stand_behind_every_value_of_the_panel():
    """Oracle: the value that the quoted rows tell is the panel's, for all ten indicators."""
    listed = reference_reports()
    quotes = target_quotes(reference_table("targets"), listed), result_quotes(reference_table("results"), listed)
    rows = {(row.report, row.start): row for row in reference_table("targets").itertuples()}
    for indicator in MAIN_INDICATORS:
        for row in indicator_panel(PANEL, indicator).itertuples():
            key = row.code, row.year, indicator
            if row.wording:
                assert quotes[0][key]
            if pd.notna(row.target):
                told = [rows[quote.report, quote.start] for quote in quotes[0][key]]
                assert len(first_yearly_target(told)) == len(told) == 1 + pd.notna(row.upper)
            if row.result_from == "report":
                assert len(quotes[1][key]) == 1
