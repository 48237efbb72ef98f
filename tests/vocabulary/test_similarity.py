"""Similarity: cosines agree with scipy, and the tree with its laws."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial import distance

from analysis.extraction.registers import token_table
from analysis.texts.corpus import read_corpus, text_labels
from analysis.vocabulary import place_names, stop_words
from analysis.vocabulary.similarity import compare_texts, compared_words, weight_cosines

DOCS = read_corpus()


TOKENS = token_table(DOCS)


PAIRS, JOINS = compare_texts(DOCS, TOKENS)


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
    assert set(JOINS["texts"].iloc[-1]) == set(text_labels(DOCS).values())
    assert JOINS["support"].between(0, 1).all()
    assert JOINS["support"].iloc[-1] == 1
    assert ((PAIRS["low"] <= PAIRS["high"]) & PAIRS["cosine"].between(-1, 1)).all()


def test_no_name_and_no_stop_word_is_compared():
    words = compared_words(TOKENS)
    assert words == sorted(words)
    assert not set(words) & (stop_words() | place_names())
