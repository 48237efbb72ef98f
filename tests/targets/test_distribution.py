"""Target distributions: every statement counts once, and texts without targets are shown."""

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
