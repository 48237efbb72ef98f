"""Intervals of scores: laws that hold of any annotation, and a case that can be counted by hand."""

import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotation import agreement_scores
from analysis.annotation.gold import Annotations
from analysis.annotation.intervals import agreement_intervals

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
