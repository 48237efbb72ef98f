"""Target distributions: every statement counts once, and texts without targets are shown."""

import pandas as pd
import pytest

from analysis.extraction.registers import statement_register
from analysis.targets.distribution import STATUSES, count_statuses, headline_growth_targets
from analysis.texts.corpus import read_corpus


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


@pytest.fixture(scope="module")
def stated(docs):
    return statement_register(docs)


def test_statuses_count_every_statement_once(docs, stated):
    table = count_statuses(docs, stated)
    assert table["statements"].sum() == len(stated)
    assert len(table) == len(docs) * len(STATUSES)


def test_headline_growth_shows_texts_without_targets(docs, stated):
    table = headline_growth_targets(docs, stated)
    assert set(table["doc_id"]) == set(docs["doc_id"])
    without = table[table["value"].isna()]
    assert (without.groupby("doc_id").size() == 1).all()
    values = table.dropna(subset="value").groupby("doc_id")["value"].apply(lambda own: own.tolist())
    assert values["2023-beihai"] == [50.0, 25.0, 20.0, 11.0, 10.0, 7.0, 5.0]
    assert values["2024-alxa"] == [30.0, 9.0, 7.5, 7.0, 4.0]
    assert not {"2017-beihai", "2023-zibo", "2024-shibei"} & set(values.index)


def test_a_target_that_falls_is_no_growth_target(docs, stated):
    own = stated[stated["headline"] & (stated["measure"] == "growth")]
    first = own.index[0]
    falling = stated.assign(direction=stated["direction"].where(stated.index != first, "down"))
    for_years = stated.assign(span=stated["span"].where(stated.index != first, "years"))
    before = headline_growth_targets(docs, stated).dropna(subset="value")
    for changed in (falling, for_years):
        assert len(headline_growth_targets(docs, changed).dropna(subset="value")) == len(before) - 1


def test_headline_targets_stand_where_their_row_says(docs, stated):
    raws = dict(zip(docs["doc_id"], docs["raw"], strict=True))
    for row in headline_growth_targets(docs, stated).dropna(subset="value").to_dict("records"):
        printed = raws[row["doc_id"]][int(row["start"]) : int(row["end"])]
        assert f"{row['value']:g}%" in printed


def row(**fields):
    """Return a statement of a headline growth target of a made text."""
    given = {
        "doc_id": "a",
        "headline": True,
        "measure": "growth",
        "status": "target",
        "unit": "%",
        "direction": "up",
        "span": "year",
        "indicator": "gdp",
        "indicator_text": "生产总值",
        "relation": ">=",
        "value": 7.0,
        "start": 4,
        "end": 9,
    }
    return given | fields


MADE = pd.DataFrame({"doc_id": ["a", "b"], "title": ["甲", "乙"], "place_en": ["A", "B"], "year": [2023, 2023]})


@pytest.fixture
def labelled(monkeypatch):
    monkeypatch.setattr("analysis.targets.distribution.text_labels", lambda docs: dict.fromkeys(docs["doc_id"], "L"))


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": False},
        {"measure": "level"},
        {"status": "achieved"},
        {"unit": "‰"},
        {"direction": "down"},
        {"direction": "none"},
        {"span": "years"},
    ],
)
def test_what_is_no_headline_growth_target(labelled, fields):
    table = headline_growth_targets(MADE, pd.DataFrame([row(), row(doc_id="b", **fields)]))
    assert table["value"].isna().tolist() == [False, True]
    assert table.loc[1, ["indicator", "indicator_en", "indicator_zh", "relation"]].tolist() == [""] * 4


def test_headline_growth_targets_stand_by_falling_value_and_place(labelled):
    stated = [row(value=5.0), row(value=9.0, start=40), row(value=9.0, start=20), row(indicator="other", value=1.0)]
    table = headline_growth_targets(MADE.head(1), pd.DataFrame(stated))
    assert list(zip(table["value"], table["start"], strict=True)) == [(9.0, 20), (9.0, 40), (5.0, 4), (1.0, 4)]
    assert set(table["end"]) == {9}
    assert table["indicator_zh"].iloc[0] != table["indicator_zh"].iloc[-1]


def test_an_indicator_that_the_lexicon_does_not_hold_is_named_in_the_words_of_the_text(labelled):
    table = headline_growth_targets(MADE.head(1), pd.DataFrame([row(indicator="", indicator_text="数字经济")]))
    assert table.loc[0, ["indicator_en", "indicator_zh"]].tolist() == ["other", "数字经济"]


def test_a_status_without_statements_counts_none(labelled):
    table = count_statuses(MADE, pd.DataFrame([row(), row(), row(status="ongoing"), row(doc_id="b")]))
    counted = {(own.doc_id, own.status): own.statements for own in table.itertuples() if own.statements}
    assert counted == {("a", "target"): 2, ("a", "ongoing"): 1, ("b", "target"): 1}
    assert len(table) == 2 * len(STATUSES)
