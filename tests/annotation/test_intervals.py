"""Intervals of scores: laws that hold of any annotation, and a case that can be counted by hand."""

import math
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap

from analysis.annotation import agreement_scores, intervals
from analysis.annotation.gold import Annotations
from analysis.annotation.intervals import agreement_intervals, answer_intervals, krippendorffs_alpha
from analysis.annotation.reliability import cohens_kappa

TYPES = ("list", "formula")


def annotated(documents, changed=()):
    """Return slogans, one of two characters every ten, of documents of so many; `changed` have another type."""
    rows = [
        {
            "doc_id": f"d{document}",
            "start": 10 * place,
            "end": 10 * place + 2,
            "quote": "六高",
            "type": TYPES[(document, place) in changed],
        }
        for document, count in enumerate(documents)
        for place in range(count)
    ]
    columns = ["doc_id", "start", "end", "quote", "type"]
    empty = pd.DataFrame(columns=["doc_id", "start", "end", "quote", "value"])
    windows = {f"d{document}": None for document in range(len(documents))}
    return Annotations(pd.DataFrame(rows, columns=columns), empty, windows)


def interval(gold, found, measure):
    table = agreement_intervals(gold, found).set_index(["layer", "measure"])
    return tuple(table.loc[("slogans", measure)])


def test_what_all_documents_share_is_certain():
    gold = annotated([3, 5, 2])
    assert interval(gold, gold, "f1") == interval(gold, gold, "type") == (1, 1)


def test_one_document_says_nothing_of_others():
    gold = annotated([4])
    assert all(map(math.isnan, interval(gold, gold, "recall")))


def test_a_document_of_two_that_is_missed_leaves_everything_open():
    gold, found = annotated([4, 4]), annotated([4, 0])
    assert interval(gold, found, "recall") == (0, 1)


@given(st.lists(st.integers(1, 6), min_size=2, max_size=6), st.data())
def test_the_score_lies_within_and_the_interval_is_the_same_again(documents, data):
    places = [(document, place) for document, count in enumerate(documents) for place in range(count)]
    gold, found = annotated(documents), annotated(documents, data.draw(st.sets(st.sampled_from(places))))
    low, high = interval(gold, found, "type")
    assert 0 <= low <= agreement_scores(gold, found).loc["slogans", "type"] <= high <= 1 or low == high
    assert (low, high) == interval(gold, found, "type")


# Agreement beyond chance: published examples


def test_alpha_of_published_examples():
    """Krippendorff (2011), examples A (two categories) and B (five)."""
    assert krippendorffs_alpha([*"0100000010"], [*"1110010000"]) == pytest.approx(0.095, abs=5e-4)
    assert krippendorffs_alpha([*"aabbdcccedda"], [*"babbbccceddd"]) == pytest.approx(0.692, abs=5e-4)
    assert krippendorffs_alpha("aaa", "aaa") is None
    assert krippendorffs_alpha("", "") is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=12))
def test_alpha_is_what_its_coincidences_say(answers):
    first, second = zip(*answers, strict=True)
    pairs = [pair for one, other in answers for pair in ((one, other), (other, one))]
    n = Counter(one for one, _ in pairs)
    total = len(pairs)
    expected = sum(n[one] * n[other] for one in n for other in n if one != other) / (total * (total - 1))
    observed = sum(one != other for one, other in pairs) / total
    found = krippendorffs_alpha(first, second)
    assert found is None if not expected else found == pytest.approx(1 - observed / expected)


def test_intervals_of_answers_hold_what_they_are_of():
    first, second = "aabbccabcabc" * 5, "aabbccabcbca" * 5
    (low, high), (kappa_low, kappa_high) = answer_intervals(first, second)
    assert low < 0.75 < high
    assert kappa_low < cohens_kappa(first, second) < kappa_high
    assert answer_intervals(first, second) == answer_intervals(first, second)
    assert answer_intervals("aa", "aa") == ((1, 1), (None, None))


def test_drawn_kappas_are_those_of_the_coefficient():
    rng = np.random.default_rng(7)
    first, second = rng.integers(3, size=(2, 40, 9))
    found = intervals._kappas(first, second)
    for one, other, kappa in zip(first.tolist(), second.tolist(), found, strict=True):
        assert kappa == pytest.approx(cohens_kappa(one, other))


def test_intervals_of_answers_are_those_of_another_implementation():
    first, second = np.array([*"aabbccabcabc" * 5]), np.array([*"aabbccabcbca" * 5])
    equal = (first == second).astype(float)
    drawn = bootstrap((equal,), np.mean, method="percentile", n_resamples=4000, rng=np.random.default_rng(5))
    low, high = answer_intervals(first.tolist(), second.tolist())[0]
    assert (low, high) == pytest.approx(tuple(drawn.confidence_interval), abs=0.03)
