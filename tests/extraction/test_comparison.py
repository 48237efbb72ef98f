"""Dimensions and similarity: they agree with the registers they count, with scipy and with their laws."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial import distance

from analysis import figures
from analysis.extraction.profiles import (
    DIMENSIONS,
    mention_densities,
    profiles_by_group,
    profiles_side_by_side,
    separated_dimensions,
    text_profiles,
)
from analysis.extraction.registers import (
    metaphor_register,
    slogan_register,
    stance_register,
    statement_register,
    token_table,
)
from analysis.reference import reference_reports
from analysis.reference.beside import density_standings
from analysis.rhetoric.devices import STANCE_NAMES
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import text_name
from analysis.vocabulary import place_names, stop_words
from analysis.vocabulary.similarity import compare_texts, compared_words, weight_cosines

DOCS = read_corpus()
TOKENS = token_table(DOCS)
SLOGANS, STATED = slogan_register(DOCS), statement_register(DOCS)
RATES = text_profiles(DOCS, SLOGANS, STATED, metaphor_register(DOCS), stance_register(DOCS))
PAIRS, JOINS = compare_texts(DOCS, TOKENS)


def test_every_text_has_every_dimension():
    assert len(RATES) == len(DOCS) * len(DIMENSIONS)
    wide = RATES.pivot_table(index="doc_id", columns="dimension", values="mentions")
    assert wide["slogans"].sum() == len(SLOGANS)
    assert wide["doctrines"].sum() == (SLOGANS["scope"] == "national").sum()
    assert wide["targets"].sum() == (STATED["status"] == "target").sum()
    assert set(STANCE_NAMES) <= set(DIMENSIONS)


def test_what_a_caption_says_of_ranks():
    rates = mention_densities(DOCS, slogan_register(DOCS), statement_register(DOCS))
    wide = rates.pivot_table(index="label", columns="measure", values="per_1000")
    ranks = {measure: wide[measure].rank().tolist() for measure in wide}
    assert ranks["slogans"] == ranks["targets"] != ranks["statements"]


def test_ranks_and_shares_of_the_highest():
    for _, own in RATES.groupby("dimension"):
        best = own[own["rank"] == 1]
        assert (best["per_1000"] == own["per_1000"].max()).all()
        assert own["of_highest"].max() == pytest.approx(1 if own["per_1000"].max() else 0)
        assert ((own["low"] <= own["per_1000"]) & (own["per_1000"] <= own["high"])).all()


def test_side_by_side_has_the_same_rates():
    wide = profiles_side_by_side(RATES)
    assert wide.shape == (len(DIMENSIONS), len(DOCS) + 1)
    for label in RATES["label"].unique():
        assert wide[label].tolist() == RATES[RATES["label"] == label]["per_1000"].tolist()


def test_groups_are_means_of_their_texts():
    groups = profiles_by_group(DOCS, RATES)
    for _, own in groups.groupby("factor"):
        assert own["n"].sum() == len(DOCS)
    alone = groups[groups["n"] == 1].iloc[0]
    rates = RATES[RATES["label"] == alone["members"]].set_index("dimension")["per_1000"]
    assert alone[list(DIMENSIONS)].tolist() == pytest.approx(rates.loc[list(DIMENSIONS)].tolist())


def test_years_are_apart_where_no_rate_lies_between():
    docs = pd.DataFrame({"doc_id": list("abcd"), "plan_year": [2023, 2023, 2024, 2024]})
    rates = pd.DataFrame(
        [(doc, name, value) for name, values in {"x": (1, 2, 3, 4), "y": (1, 3, 2, 4)}.items()
         for doc, value in zip("abcd", values, strict=True)],
        columns=["doc_id", "dimension", "per_1000"],
    )  # fmt: skip
    found = separated_dimensions(docs, rates).set_index("dimension")
    assert found["apart"].to_dict() == {"x": True, "y": False}
    assert found["chance"].tolist() == pytest.approx([1 / 3, 1 / 3])
    assert separated_dimensions(docs.head(3), rates).empty  # one year has one text


def test_standing_counts_the_reports_of_the_year():
    placed = density_standings(DOCS, SLOGANS)
    reports = reference_reports()
    for row in placed.itertuples():
        here = reports[(reports["year"] == row.year) & (reports["level"] == row.level)]
        assert row.reports == len(here)
        assert 0 <= row.percentile <= 100
        assert (row.per_1000 > row.median) == (row.percentile > 50) or row.per_1000 == row.median
    assert density_standings(DOCS.assign(plan_year=1900), SLOGANS).empty


@given(
    st.lists(st.lists(st.integers(0, 30), min_size=6, max_size=6), min_size=2, max_size=5),
)
def test_cosines_equal_scipy(counts):
    array = np.array(counts)
    sizes = array.sum(axis=1) + 50
    found = weight_cosines(array, sizes)
    rates = (array + 0.5) / (sizes[:, None] + 1)
    weights = np.log2(rates / rates.mean(axis=0))
    assert found == pytest.approx(found.T)
    for one, other in zip(*np.triu_indices(len(array), 1), strict=True):
        if np.linalg.norm(weights[one]) > 1e-9 and np.linalg.norm(weights[other]) > 1e-9:
            assert found[one, other] == pytest.approx(1 - distance.cosine(weights[one], weights[other]), abs=1e-9)


def test_the_order_of_the_texts_does_not_matter():
    turned = DOCS.iloc[::-1].reset_index(drop=True)
    pairs, joins = compare_texts(turned, TOKENS)
    both = lambda table: {frozenset((r.label, r.other)): round(r.cosine, 9) for r in table.itertuples()}  # noqa: E731
    assert both(pairs) == both(PAIRS)
    assert {frozenset(texts) for texts in joins["texts"]} == {frozenset(texts) for texts in JOINS["texts"]}


def test_a_copy_is_joined_first_and_always():
    docs = pd.concat([DOCS, DOCS.iloc[[0]].assign(doc_id="copy", label="Copy")], ignore_index=True)
    again = TOKENS[TOKENS["doc_id"] == DOCS["doc_id"][0]].assign(doc_id="copy")
    _, joins = compare_texts(docs, pd.concat([TOKENS, again], ignore_index=True))
    assert len(joins) == len(docs) - 1
    assert set(joins["texts"].iloc[0]) == {"Beihai 2017 北海", "Copy 北海"}
    assert joins["height"].iloc[0] == pytest.approx(0, abs=1e-9)
    assert joins["support"].iloc[0] > 0.95


def test_joins_grow_to_all_texts_and_have_support():
    assert JOINS["height"].is_monotonic_increasing
    assert set(JOINS["texts"].iloc[-1]) == set(RATES["label"])
    assert JOINS["support"].between(0, 1).all()
    assert JOINS["support"].iloc[-1] == 1
    assert ((PAIRS["low"] <= PAIRS["high"]) & PAIRS["cosine"].between(-1, 1)).all()


def test_no_name_and_no_stop_word_is_compared():
    words = compared_words(TOKENS)
    assert words == sorted(words)
    assert not set(words) & (stop_words() | place_names())


def test_figures_show_every_text_and_n():
    fig = figures.text_tree(JOINS)
    assert {text.get_text() for text in fig.axes[0].get_yticklabels()} == {text_name(label) for label in RATES["label"]}
    assert "n = " in fig.axes[0].get_xlabel()
    profile = figures.profile(RATES, "2023-zibo")
    own = RATES[RATES["doc_id"] == "2023-zibo"]
    shown = [text.get_text() for text in profile.axes[0].texts]
    assert shown == [f"{row.per_1000:.1f}  ({row.mentions})" for row in own.itertuples()]
    assert "n = " in profile.axes[0].get_title(loc="left")
    plt.close("all")
