"""Agreement: handmade cases with known figures, laws, and the five texts."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotation import Annotations, agreement_scores, disagreements, match_mentions, read_gold
from analysis.annotation.agreement import (
    Disagreement,
    agreement_scores_by,
    align_mentions,
    confusion_table,
    same_attribute,
)
from analysis.annotation.gold import layer_columns
from analysis.extraction.registers import slogan_register, statement_register
from analysis.texts.corpus import read_corpus


def slogan(start, end, doc_id="a", **other):
    standard = {"quote": "x" * (end - start), "type": "list", "scope": "local", "digits": [3], "announced": 3}
    return {"doc_id": doc_id, "start": start, "end": end, **standard, **other}


def target(start, end, value, doc_id="a", **other):
    standard = {
        "quote": "x" * (end - start),
        "indicator": "gdp",
        "measure": "growth",
        "relation": "=",
        "unit": "%",
        "status": "target",
        "period": 2024,
        "headline": False,
    }
    return {"doc_id": doc_id, "start": start, "end": end, "value": value, **standard, **other}


def annotated(slogans=(), targets=(), windows=None):
    tables = (
        pd.DataFrame(list(rows), columns=["doc_id", *layer_columns(layer)], dtype=object)
        for layer, rows in (("slogans", slogans), ("targets", targets))
    )
    return Annotations(*tables, windows or {"a": None})


# (gold rows, found rows, pairs)
PAIRS = [
    ([(0, 4)], [(0, 4)], [(0, 0)]),
    ([(0, 4)], [(4, 8)], []),  # they touch and share nothing
    ([(0, 4)], [(3, 5)], [(0, 0)]),  # one code point is enough
    ([(0, 10)], [(0, 5), (0, 9)], [(0, 1)]),  # each mention once, the best first
    ([(0, 5), (3, 9)], [(2, 9)], [(1, 0)]),
    ([(0, 4), (6, 10)], [(0, 10)], [(0, 0)]),  # equal overlaps go by position
    ([], [(0, 4)], []),
]


@pytest.mark.parametrize(("gold", "found", "pairs"), PAIRS)
def test_which_mentions_are_paired(gold, found, pairs):
    assert match_mentions([slogan(*span) for span in gold], [slogan(*span) for span in found], "slogans") == pairs


@pytest.mark.parametrize(
    ("gold", "found", "paired"),
    [
        (7, 7.0, True),
        (7, 8, False),
        (0.6667, 0.6667, True),
        (1e12, 1e12 + 1e-4, True),
        (0.0, 1e-8, False),
        (None, None, True),
        (float("nan"), None, True),
        (None, 7, False),
        (7, None, False),
    ],
)
def test_statements_are_paired_by_value_too(gold, found, paired):
    assert bool(match_mentions([target(0, 9, gold)], [target(0, 9, found)], "targets")) is paired


def test_two_values_on_one_span_keep_apart():
    rows = [target(0, 9, 6), target(0, 9, 6.5)]
    assert match_mentions(rows, rows[::-1], "targets") == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ([1, "N"], (1, "N"), True),
        ([1], [1, 2], False),
        ([1, 2], [2, 1], False),
        ([], None, False),
        (None, pd.NA, True),
        (float("nan"), None, True),
        (2024, 2024.0, True),
        (None, "", False),
        ("=", "~", False),
        (False, None, False),
    ],
)
def test_when_attributes_are_the_same(one, other, equal):
    assert same_attribute(one, other) is equal
    assert same_attribute(other, one) is equal


GOLD = annotated(
    [slogan(0, 4), slogan(10, 14), slogan(20, 24, type="formula"), slogan(30, 34, announced=None)],
    [target(40, 50, 8), target(60, 70, 5, status="achieved"), target(80, 90, None, status="ongoing", period=None)],
)


FOUND = annotated(
    [slogan(0, 4), slogan(11, 14, type="round"), slogan(30, 34, scope="national"), slogan(50, 54), slogan(60, 64)],
    [target(40, 50, 8), target(60, 70, 6), target(80, 90, None, status="achieved", period=None)],
)


def test_scores_of_a_known_case():
    scores = agreement_scores(GOLD, FOUND)
    assert scores.loc["slogans", ["gold", "found", "matched"]].tolist() == [4, 5, 3]
    assert scores.loc["slogans", ["precision", "recall", "f1"]].tolist() == pytest.approx([3 / 5, 3 / 4, 2 / 3])
    assert scores.loc["slogans", ["exact_span", "type", "scope", "digits"]].tolist() == pytest.approx([2 / 3] * 3 + [1])
    assert scores.loc["slogans", "announced"] == pytest.approx(2 / 3)
    assert scores.loc["targets", ["gold", "found", "matched"]].tolist() == [3, 3, 2]
    assert scores.loc["targets", ["precision", "recall", "status", "period"]].tolist() == pytest.approx(
        [2 / 3, 2 / 3, 1 / 2, 1]
    )
    assert scores["type"].isna().tolist() == [False, True]


def test_scores_by_type():
    scores = agreement_scores_by(GOLD, FOUND, "slogans", "type")
    assert scores.index.tolist() == ["formula", "list", "round"]
    assert scores.loc["formula", ["gold", "found", "recall", "f1"]].tolist() == [1, 0, 0, 0]
    assert scores.loc["list", ["gold", "found", "matched"]].tolist() == [3, 4, 3]
    assert scores.loc["list", ["recall", "precision"]].tolist() == [1, 1 / 2]
    assert scores.loc["round", ["gold", "found", "precision"]].tolist() == [0, 1, 1]


def test_scores_by_document():
    windows = {"a": None, "b": None}
    gold = annotated([slogan(0, 4), slogan(0, 4, "b")], windows=windows)
    found = annotated([slogan(0, 4), slogan(8, 12)], windows=windows)
    scores = agreement_scores_by(gold, found, "slogans", "doc_id")
    assert scores[["gold", "found", "matched"]].to_numpy().tolist() == [[1, 2, 1], [1, 0, 0]]


def test_confusion_of_status():
    confusion = confusion_table(GOLD, FOUND)
    assert confusion.index.tolist() == confusion.columns.tolist() == ["achieved", "ongoing", "target"]
    assert confusion.loc["ongoing", "achieved"] == 1
    assert confusion.loc["target", "target"] == 1
    assert confusion.to_numpy().sum() == 2


def test_every_error_is_listed_once_with_its_place():
    errors = disagreements(GOLD, FOUND)
    assert [tuple(row) for row in errors[["layer", "start", "error", "gold", "found"]].itertuples(index=False)] == [
        ("slogans", 10, "type", "list", "round"),
        ("slogans", 20, "missed", "formula", None),
        ("slogans", 30, "scope", "local", "national"),
        ("slogans", 30, "announced", None, 3),
        ("slogans", 50, "spurious", None, "list"),
        ("slogans", 60, "spurious", None, "list"),
        ("targets", 60, "missed", 5, None),
        ("targets", 60, "spurious", None, 6),
        ("targets", 80, "status", "ongoing", "achieved"),
    ]
    assert disagreements(GOLD, GOLD).columns.tolist() == list(Disagreement._fields)


def test_only_windows_of_annotated_documents_count():
    gold = annotated([slogan(10, 14)], windows={"a": [(0, 20), (40, 60)]})
    found = annotated(
        [slogan(10, 14), slogan(18, 22), slogan(30, 34), slogan(39, 44), slogan(56, 60), slogan(0, 4, "b")]
    )
    assert align_mentions(gold, found, "slogans")["start_found"].tolist() == [10, 56]


# Laws

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from([None, 5, 8])).map(
    lambda drawn: target(drawn[0], drawn[0] + drawn[1], drawn[2])
)


ROWS = st.lists(SPANS, max_size=12)


def figures(gold, found):
    scores = agreement_scores(annotated(targets=gold), annotated(targets=found))
    return scores.loc["targets", ["f1", "precision", "recall", "matched"]].tolist()


@given(ROWS)
def test_everything_agrees_with_itself(rows):
    assert figures(rows, rows) == ([1, 1, 1, len(rows)] if rows else [0, 0, 0, 0])
    assert disagreements(annotated(targets=rows), annotated(targets=rows)).empty


@given(ROWS, ROWS)
def test_swapping_the_sides_swaps_precision_and_recall(gold, found):
    f1, precision, recall, matched = figures(gold, found)
    assert figures(found, gold) == [f1, recall, precision, matched]


@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(gold, found, chance):
    shuffled = [chance.sample(rows, len(rows)) for rows in (gold, found)]
    assert figures(*shuffled) == figures(gold, found)


@given(ROWS, ROWS)
def test_no_mention_is_counted_twice(gold, found):
    outcomes = align_mentions(annotated(targets=gold), annotated(targets=found), "targets")["outcome"]
    assert (outcomes != "spurious").sum() == len(gold)
    assert (outcomes != "missed").sum() == len(found)


@given(ROWS)
def test_disjoint_annotations_agree_on_nothing(rows):
    apart = [target(row["start"] + 100, row["end"] + 100, row["value"]) for row in rows]
    assert figures(rows, apart) == [0, 0, 0, 0]


def test_the_rules_agree_with_the_gold_of_the_five_texts():
    docs = read_corpus()
    found = Annotations(slogan_register(docs), statement_register(docs), {})
    scores = agreement_scores(read_gold(), found)
    assert scores.loc["slogans", "f1"] >= 0.97
    assert scores.loc["targets", "f1"] >= 0.95
    assert scores.loc["slogans", "type"] >= 0.97
    assert (scores.loc["targets", ["status", "measure", "unit", "indicator"]] >= [0.96, 0.98, 0.98, 0.90]).all()
    assert scores.loc["targets", "headline"] == 1
