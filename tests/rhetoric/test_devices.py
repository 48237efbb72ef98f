"""Rates of rhetorical devices: they count every expression, and the interval agrees with its definition."""

import math

import pytest

from analysis.extraction.registers import metaphor_register, stance_register
from analysis.rhetoric import RhetoricHit, expression_kinds
from analysis.rhetoric.devices import (
    NORMAL_QUANTILE,
    STANCE_NAMES,
    rates_of_metaphor,
    rates_of_stance,
    short_quotations,
    stance_words,
    wilson_interval,
)
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()


@pytest.mark.parametrize("count", [0, 1, 7, 50])
def test_the_ends_of_the_interval_solve_the_score_equation(count):
    n = 50
    for end in wilson_interval(count, n):
        distance = (count / n - end) ** 2 * n - NORMAL_QUANTILE**2 * end * (1 - end)
        assert math.isclose(distance, 0, abs_tol=1e-9)


def test_an_impossible_share_is_refused():
    with pytest.raises(ValueError, match="3 of 2 is no share"):
        wilson_interval(3, 2)


def test_every_metaphor_of_the_corpus_points_into_its_raw_text():
    docs = read_corpus()
    hits, raw = metaphor_register(docs), docs.set_index("doc_id")["raw"]
    assert set(hits["doc_id"]) == set(docs["doc_id"])
    assert all(raw[row.doc_id][row.start : row.end] == row.quote for row in hits.itertuples())
    rates = rates_of_metaphor(docs, hits)
    assert len(rates) == len(docs) * len(expression_kinds())
    assert rates["mentions"].sum() == len(hits)
    assert (rates["low"] <= rates["per_1000"]).all()
    assert (rates["per_1000"] <= rates["high"]).all()


def test_expressions_point_into_the_raw_text_in_order():
    hits, raw = stance_register(DOCS), DOCS.set_index("doc_id")["raw"]
    assert all(raw[row.doc_id][row.start : row.end] == row.quote for row in hits.itertuples())
    assert list(hits["doc_id"].drop_duplicates()) == list(DOCS["doc_id"])
    for _, own in hits.groupby("doc_id"):
        assert own["start"].is_monotonic_increasing
    assert len(stance_words(hits)) + len(short_quotations(hits)) == len(hits)
    rates = rates_of_stance(DOCS, hits)
    assert len(rates) == len(DOCS) * len(STANCE_NAMES)
    assert rates["mentions"].sum() == len(hits)
    assert tuple(hits.columns) == RhetoricHit._fields
