"""Growth targets of the reference beside what others read."""

import pandas as pd
import pytest

from analysis import paths
from analysis.annotation.published import (
    TARGET_KEY,
    agreed_before_mending,
    compare_published_targets,
    published_agreement,
    read_published_targets,
)
from analysis.annotation.reliability import annotator_ceilings
from analysis.reference import reference_reports, reference_table
from analysis.reference.ladder import report_growth_targets
from analysis.reference.outturns import compared_with_published, targets_with_results
from analysis.runs.files import read_rows


def others(**fields):
    row = {"level": "province", "place": "甲省", "year": 2020, "kind": "published table", "relation": pd.NA}
    row |= {"value": 6.0, "high": None, "source": "paper"} | fields
    return pd.DataFrame([row]).astype({"high": float, "value": float, "relation": "string"})


def found(*rows, unit="%"):
    told = {
        "level": "province",
        "place": "甲省",
        "year": 2020,
        "indicator": "gdp",
        "measure": "growth",
        "direction": "up",
        "span": "year",
        "quote": "增长",
    }
    table = [
        told | {"relation": relation, "value": value, "unit": unit, "start": 4 * place, "end": 4 * place + 3}
        for place, (relation, value) in enumerate(rows)
    ]
    return pd.DataFrame(table, columns=[*told, "relation", "value", "unit", "start", "end"])


REPORTS = pd.DataFrame([{"level": "province", "place": "甲省", "year": 2020}])


@pytest.mark.parametrize(
    ("read", "rows", "value", "relation"),
    [
        ({"relation": "~"}, [("~", 6.0)], True, True),
        ({"relation": "~"}, [(">=", 6.0)], True, False),
        ({"relation": "~"}, [("~", 6.5)], False, None),
        ({}, [("~", 6.0), ("=", 7.0)], True, None),  # the first row of the list counts
        ({"high": 6.5}, [(">=", 6.0), ("<=", 6.5)], True, None),
        ({"high": 6.5}, [(">=", 6.0)], False, None),
        ({"high": 6.5}, [("=", 6.0), ("=", 6.5)], False, None),  # two targets are no range
        ({}, [], False, None),
        ({"value": None}, [], True, None),
        ({"value": None}, [("=", 6.0)], False, None),
    ],
)
def test_a_target_that_others_read_is_compared(read, rows, value, relation):
    compared = compare_published_targets(others(**read), found(*rows), REPORTS).iloc[0]
    assert compared["value_agrees"] == value
    assert (None if pd.isna(compared["relation_agrees"]) else compared["relation_agrees"]) == relation


def test_points_above_the_province_are_no_rate_of_growth():
    compared = compare_published_targets(others(value=1.0), found(("=", 1.0), unit="个百分点"), REPORTS)
    assert not compared["value_agrees"].iloc[0]


def test_a_place_without_a_report_is_counted_and_not_judged():
    compared = compare_published_targets(others(place="乙省"), found(("=", 6.0)), REPORTS)
    row = published_agreement(compared).iloc[0]
    assert compared["value_agrees"].isna().all()
    assert row[["n", "reports", "value_agrees", "relations"]].tolist() == [1, 0, 0, 0]


def test_the_reference_agrees_with_what_others_read():
    """The aim: 98 of 100 provinces and years, 95 of 100 prefectures and years, in value and in relation."""
    compared = compare_published_targets(read_published_targets(), reference_table("targets"), reference_reports())
    rows = published_agreement(compared).set_index("level")
    assert rows["reports"].min() >= 100
    for level, aim in (("province", 0.98), ("prefecture", 0.95)):
        assert rows.loc[level, "value_share"] >= aim
        assert rows.loc[level, "relation_share"] >= aim


def test_the_table_of_others_names_each_place_and_year_once_with_its_source():
    rows = read_published_targets()
    assert not rows.duplicated(TARGET_KEY).any()
    assert rows["source"].notna().all()
    known = set(reference_reports()[["level", "place"]].itertuples(index=False, name=None))
    assert set(rows[["level", "place"]].itertuples(index=False, name=None)) <= known


def test_every_reported_figure_has_a_source_and_is_set_beside_a_result():
    rows = {row["what"]: row for row in read_rows(paths.REPORTED)}
    assert all(row["source"] and row["note"] and float(row["value"]) > 0 for row in rows.values())
    growth = report_growth_targets(reference_table("targets"))
    beside = compared_with_published(growth, targets_with_results(growth, reference_table("results")))
    readings = "".join(path.read_text(encoding="utf-8") for path in paths.CHAPTERS.glob("reading-*.md"))
    used = {
        *beside["figure"],
        *(f"growth targets that agreed before mending, {level}" for level in agreed_before_mending()),
        *(f"F1 of two annotation passes, {layer}" for layer in annotator_ceilings()),
        *(what for what in rows if f'"{what}"' in readings),
    }
    assert set(rows) == used
    assert all(agreed <= of for agreed, of in agreed_before_mending().values())
    assert all(0.5 < ceiling < 1 for ceiling in annotator_ceilings().values())
