"""Growth targets by level: laws on made-up tables, and the shipped reference."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.extraction.registers import statement_register
from analysis.reference import reference_reports, reference_table, upper_places
from analysis.reference.ladder import (
    amplification_by_step,
    growth_by_level,
    report_growth_targets,
    target_chain,
    wording_by_level,
)
from analysis.reference.outturns import implausible_results, targets_met, targets_with_results
from analysis.texts.corpus import read_corpus

COLUMNS = ["report", "place", "level", "province", "year", "indicator", "measure", "relation", "value", "unit"]


def targets(*rows):
    table = pd.DataFrame(rows, columns=[*COLUMNS, "modifier", "start", "end", "quote"])
    return table.astype({"value": float, "year": int, "start": int, "end": int})


def row(place, level, value, *, year=2020, relation="=", modifier="", start=100, measure="growth", report=""):  # noqa: PLR0913
    province = {"national": "", "province": place}.get(level, "山东省")
    quote = f"增长{value}%"
    where = (report or f"{level}/{place}/{year}", place, level, province, year)
    return (*where, "gdp", measure, relation, value, "%", modifier, start, start + len(quote), quote)


def test_a_range_counts_with_its_lower_end():
    table = targets(
        row("青岛市", "prefecture", 6, relation=">=", start=100),
        row("青岛市", "prefecture", 6.5, relation="<=", start=106),
    )
    (found,) = report_growth_targets(table).to_dict("records")
    assert (found["value"], found["upper"], found["wording"]) == (6, 6.5, "range")


def test_a_bound_far_away_makes_no_range():
    table = targets(
        row("青岛市", "prefecture", 6, relation=">=", start=100),
        row("青岛市", "prefecture", 9, relation="<=", start=300),
    )
    (found,) = report_growth_targets(table).to_dict("records")
    assert (found["value"], found["wording"]) == (6, "at least")
    assert pd.isna(found["upper"])


@pytest.mark.parametrize(
    ("relation", "modifier", "wording"),
    [
        ("=", "", "bare"),
        ("~", "左右", "about"),
        (">=", "以上", "at least"),
        (">", "超过", "at least"),
        ("=", "力争", "strive"),
    ],
)
def test_wording(relation, modifier, wording):
    table = targets(row("青岛市", "prefecture", 6, relation=relation, modifier=modifier))
    assert report_growth_targets(table)["wording"].tolist() == [wording]


def test_levels_and_second_targets_do_not_count():
    table = targets(
        row("青岛市", "prefecture", 9000, measure="level", start=50),
        row("青岛市", "prefecture", 6, start=100),
        row("青岛市", "prefecture", 7, start=140, modifier="力争"),
        row("青岛市", "prefecture", 5, start=100, report="prefecture/青岛市/2020-08"),
    )
    assert report_growth_targets(table)["value"].tolist() == [6]


CITIES = st.lists(st.integers(1, 20), min_size=5, max_size=12)


@given(CITIES, st.integers(1, 20), st.integers(1, 20))
def test_amplification_compares_each_place_with_the_level_above(values, province, nation):
    rows = [row(f"{number}市", "prefecture", value) for number, value in enumerate(values)]
    rows += [row("国务院", "national", nation), row("山东省", "province", province)]
    (found,) = amplification_by_step(report_growth_targets(targets(*rows))).to_dict("records")
    assert found["step"] == "province to prefecture"
    assert found["n"] == len(values)
    assert found["mean"] == pytest.approx(sum(values) / len(values) - province)
    assert found["above"] == pytest.approx(sum(value > province for value in values) / len(values))


def test_no_place_is_compared_with_another_year():
    rows = [row(f"{number}市", "prefecture", 7) for number in range(6)]
    table = report_growth_targets(targets(*rows, row("山东省", "province", 6, year=2019)))
    assert amplification_by_step(table).empty


@given(CITIES)
def test_quartiles_are_in_order(values):
    rows = [row(f"{number}市", "prefecture", value) for number, value in enumerate(values)]
    (found,) = growth_by_level(report_growth_targets(targets(*rows))).to_dict("records")
    assert found["first_quartile"] <= found["median"] <= found["third_quartile"]
    assert found["n"] == len(values)


def test_hardness_shares_add_up():
    shares = wording_by_level(report_growth_targets(reference_table("targets")))
    assert shares.groupby("level")["share"].sum().round(9).tolist() == [1, 1, 1]


def test_a_target_is_met_by_a_result_of_the_same_year():
    table = report_growth_targets(targets(row("青岛市", "prefecture", 6), row("济南市", "prefecture", 6)))
    results = targets(row("青岛市", "prefecture", 6), row("济南市", "prefecture", 5.9), row("烟台市", "prefecture", 9))
    both = targets_with_results(table, results)
    assert dict(zip(both["place"], both["met"], strict=True)) == {"青岛市": True, "济南市": False}


def test_a_result_of_another_year_is_no_pair():
    table = report_growth_targets(targets(row("青岛市", "prefecture", 6)))
    assert targets_with_results(table, targets(row("青岛市", "prefecture", 6, year=2021))).empty


# Known from the press of the time, not from the reports here.
@pytest.mark.parametrize(
    ("level", "place", "year", "value"),
    [
        ("national", "国务院", 2012, 7.5),
        ("national", "国务院", 2015, 7),
        ("national", "国务院", 2021, 6),
        ("national", "国务院", 2023, 5),
        ("province", "北京市", 2023, 4.5),
        ("province", "广东省", 2023, 5),
        ("province", "海南省", 2023, 9.5),
        ("province", "西藏自治区", 2024, 8),
        ("province", "上海市", 2024, 5),
        ("province", "山东省", 2023, 5),
    ],
)
def test_known_targets(level, place, year, value):
    growth = report_growth_targets(reference_table("targets")).set_index(["level", "place", "year"])["value"]
    assert growth[level, place, year] == value


def test_the_chain_names_only_texts_with_targets():
    docs = read_corpus()
    stated = statement_register(docs)
    chain = target_chain(docs, stated, reference_table("targets"))
    assert set(chain["label"]) <= set(docs["label"])
    assert (chain["text"] != "").all()


def test_every_text_has_a_jurisdiction_with_reports():
    upper = upper_places()
    assert set(upper.index) == set(read_corpus()["doc_id"])
    assert set(upper["province"]) <= set(reference_reports()["place"])


def test_the_reference_is_whole():
    reports, totals = reference_reports(), reference_table("totals")
    assert totals["documents"].sum() == len(reports)
    assert reports["report"].is_unique
    for name in ("targets", "results", "slogans"):
        assert set(reference_table(name)["report"]) <= set(reports["report"])
    assert not (reports["year"] < reports["filed"] - 2).any()


def test_reference_tables_hold_no_sentences():
    for name, column in (("targets", "quote"), ("results", "quote"), ("slogans", "slogan")):
        phrases = reference_table(name)[column]
        assert phrases.str.len().max() <= 80, name
        assert not phrases.str.contains("[。！？].").any(), name


def test_reference_tables_are_small():
    size = sum(path.stat().st_size for path in paths.REFERENCE.iterdir() if path.is_file())
    assert size < 25_000_000


def test_results_that_no_year_brings_are_left_out():
    table = report_growth_targets(
        targets(row("青岛市", "prefecture", 8, year=2021), row("滨州市", "prefecture", 8, year=2021))
    )
    results = targets(row("青岛市", "prefecture", 24.9, year=2021), row("滨州市", "prefecture", 25, year=2021))
    assert targets_with_results(table, results)["place"].tolist() == ["青岛市"]
    assert implausible_results(table, results)["place"].tolist() == ["滨州市"]


@pytest.mark.parametrize(
    ("wording", "result", "reached"),
    [("about", 7.5, True), ("about", 7.4, False), ("bare", 7.9, False), ("bare", 8, True), ("at least", 7.9, False)],
)
def test_a_target_worded_about_is_reached_within_half_a_point(wording, result, reached):
    both = pd.DataFrame({"value": [8.0], "wording": [wording], "result": [result], "met": [result >= 8]})
    assert targets_met(both).tolist() == [reached]
