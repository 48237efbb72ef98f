"""Growth targets by level: laws on made-up tables, and the shipped reference."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotation.adjudicated import adjudicated_statements
from analysis.extraction.registers import statement_register
from analysis.reference import reference_table
from analysis.reference.ladder import (
    growth_by_level,
    report_growth_targets,
    standing_of_targets,
    target_chain,
    target_strips,
    targets_beside_above,
    targets_by_year,
)
from analysis.texts.corpus import read_corpus
from tests.made_panel import panel, place
from tests.made_targets import row, targets
from tests.named_texts import named_texts


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


@given(CITIES)
def test_quartiles_are_in_order(values):
    rows = [row(f"{number}市", "prefecture", value) for number, value in enumerate(values)]
    (found,) = growth_by_level(report_growth_targets(targets(*rows))).to_dict("records")
    assert found["first_quartile"] <= found["median"] <= found["third_quartile"]
    assert found["n"] == len(values)


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


@pytest.fixture(scope="module")
def corpus():
    docs = read_corpus()
    return docs, adjudicated_statements(docs)


def test_the_strips_show_what_the_percentile_counts(corpus):
    """Each text is among as many prefectures, and above as many, as its standing says."""
    growth = report_growth_targets(reference_table("targets"))
    strips = target_strips(*corpus, reference_table("panel"))
    for text in standing_of_targets(*corpus, growth).to_dict("records"):
        own = strips[strips["doc_id"] == text["doc_id"]]
        for among, n, lower in (
            ("country", text["prefectures"], text["lower"]),
            ("province", text["in_province"], text["lower_in_province"]),
        ):
            peers = own.loc[(own["among"] == among) & (own["kind"] == "prefecture"), "value"]
            assert len(peers) == n
            assert (peers < text["value"]).mean() == pytest.approx(lower)


def test_beside_a_headline_target_is_the_next_level_on_file():
    docs = named_texts()
    rows = [
        row("滨州市", "prefecture", 5.5, year=2023),
        row("山东省", "province", 5, year=2023),
        row("内蒙古自治区", "province", 6, year=2024),
    ]
    table = targets_beside_above(docs, adjudicated_statements(docs), targets(*rows))
    growth = table[table["indicator"] == "gdp"].set_index("doc_id")
    assert growth["above"].to_dict() == {"2023-beihai": 5.5, "2024-alxa": 6}
    assert growth["above_level"].tolist() == ["prefecture", "province"]
    assert table.loc[table["indicator"] != "gdp", "above"].isna().all()


def test_the_nation_is_told_alone_and_places_from_five_on():
    rows = [
        place("国务院", 2022, gdp=5, gdp_upper=5.5),
        *(place(name, 2022, gdp=value) for name, value in zip("abcde", range(5, 10), strict=True)),
    ]
    found = targets_by_year(panel(*rows)).set_index("group")
    assert found.loc["nation", ["n", "median", "upper"]].tolist() == [1, 5, 5.5]
    assert found.loc["all prefectures", ["n", "median", "first_quartile", "third_quartile"]].tolist() == [5, 7, 6, 8]


def test_targets_of_texts_are_rows_of_their_own():
    texts = pd.DataFrame({"label": ["Alxa 2024 阿拉善"], "year": [2024], "value": [7.0], "doc_id": ["2024-alxa"]})
    found = targets_by_year(panel(place("国务院", 2022, gdp=5)), texts).set_index("group")
    assert found.loc["text", ["label", "year", "n", "median"]].tolist() == ["Alxa 2024 阿拉善", 2024, 1, 7]
    assert found["label"].isna().tolist() == [True, False]
