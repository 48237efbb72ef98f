"""Dispersion by hand-made cases and by laws: 0 is even, 1 is one part; intervals hold the rate and repeat."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.registers import token_table
from analysis.facts import interval_facts
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.dispersion import (
    Dispersion,
    deviation_of_proportions,
    leading_intervals,
    normalised_deviation,
    term_dispersion,
    term_intervals,
)

DOCS = read_corpus()
TOKENS = token_table(DOCS)


def test_the_example_of_the_definition_by_hand():
    # parts of 10, 30 and 60 per cent; shares of the word 50, 50 and 0: (0.4 + 0.2 + 0.6) / 2
    assert deviation_of_proportions([2, 2, 0], [10, 30, 60]) == pytest.approx(0.6)
    assert normalised_deviation([2, 2, 0], [10, 30, 60]) == pytest.approx(0.6 / 0.9)


@pytest.mark.parametrize("sizes", [[5, 5], [1, 2, 3], [1857, 1248, 1084, 4923, 1365]])
def test_an_even_spread_has_zero(sizes):
    assert normalised_deviation([3 * size for size in sizes], sizes) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("sizes", [[5, 5], [3, 1, 2], [1857, 1248, 1084, 4923, 1365]])
def test_one_smallest_part_has_one(sizes):
    counts = [7 if size == min(sizes) and i == sizes.index(min(sizes)) else 0 for i, size in enumerate(sizes)]
    assert normalised_deviation(counts, sizes) == pytest.approx(1)


def test_one_part_of_equal_parts_has_one_whichever_it_is():
    assert [normalised_deviation([4 * (i == j) for j in range(4)], [9] * 4) for i in range(4)] == pytest.approx([1] * 4)


def test_a_single_text_has_no_dispersion():
    assert normalised_deviation([4], [100]) == 0


@pytest.mark.parametrize(("counts", "sizes"), [([0, 0], [1, 1]), ([1, 0], [1, 0]), ([1], [1, 2])])
def test_what_has_no_dispersion_is_refused(counts, sizes):
    with pytest.raises(ValueError, match="dispersion needs"):
        deviation_of_proportions(counts, sizes)


PARTS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 500)), min_size=2, max_size=8).filter(
    lambda parts: any(count for count, _ in parts)
)


@given(PARTS, st.integers(2, 9))
def test_dispersion_is_bounded_and_knows_no_order_or_scale(parts, times):
    counts, sizes = zip(*parts, strict=True)
    value = normalised_deviation(counts, sizes)
    assert -1e-9 <= value <= 1 + 1e-9
    assert normalised_deviation(counts[::-1], sizes[::-1]) == pytest.approx(value)
    assert normalised_deviation([count * times for count in counts], sizes) == pytest.approx(value)
    assert deviation_of_proportions(counts, sizes) <= value + 1e-12


def test_the_table_follows_the_given_terms_and_keeps_its_columns():
    table = term_dispersion(TOKENS, ["项目", "发展", "没有这个词"])
    assert list(table.columns) == list(Dispersion._fields)
    assert list(table["token"]) == ["项目", "发展"]
    assert set(table["texts"]) == {len(DOCS)}
    assert list(term_dispersion(TOKENS.head(0), ["发展"]).columns) == list(table.columns)


def test_intervals_hold_the_rate_and_repeat():
    terms = ["发展", "冲锋号", "高质量发展"]
    table = term_intervals(DOCS, TOKENS, terms)
    pd.testing.assert_frame_equal(table, term_intervals(DOCS, TOKENS, terms))
    stated = table[table["frequency"] > 0]
    assert (stated["low"] <= stated["per_10k"]).all()
    assert (stated["per_10k"] <= stated["high"]).all()
    assert table.loc[table["frequency"] == 0, ["low", "high"]].isna().all(axis=None)
    assert not table.equals(term_intervals(DOCS, TOKENS, terms, seed=7))


def test_intervals_of_a_text_do_not_depend_on_the_other_texts():
    whole = term_intervals(DOCS, TOKENS, ["发展"])
    for place in range(len(DOCS)):
        alone = term_intervals(DOCS.iloc[[place]], TOKENS, ["发展"])
        pd.testing.assert_frame_equal(whole.iloc[[place]].reset_index(drop=True), alone)


def test_a_word_once_in_every_sentence_has_no_width():
    rows = [("a", i, "号角" if first else "项目") for i in range(9) for first in (True, False)]
    tokens = pd.DataFrame(rows, columns=["doc_id", "sentence", "token"])
    docs = pd.DataFrame({"doc_id": ["a"], "label": ["A"], "label_zh": ["甲"]})
    row = term_intervals(docs, tokens, ["号角"]).to_dict("records")[0]
    assert (row["low"], row["per_10k"], row["high"]) == (5000, 5000, 5000)


def test_leading_keeps_the_first_terms_with_all_texts():
    table = term_intervals(DOCS, TOKENS, ["发展", "项目", "产业"])
    shown = leading_intervals(table, 2)
    assert list(shown["token"].drop_duplicates()) == ["发展", "项目"]
    assert len(shown) == 2 * len(DOCS)


def test_overlapping_intervals_are_counted_by_hand():
    rows = [("发展", 1.0, 3.0), ("发展", 2.0, 4.0), ("发展", 3.5, 5.0), ("项目", 1.0, 2.0), ("项目", None, None)]
    facts = interval_facts(pd.DataFrame(rows, columns=["token", "low", "high"]))
    assert (facts["interval-pairs"], facts["interval-overlaps"]) == ("3", "67%")
