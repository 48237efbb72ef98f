"""Counts of verdicts: a slogan counts once in a text, and has one owner there."""

import pandas as pd
import pytest

from analysis.closure.counts import announcing_slogans, each_list_once, owned_slogans
from analysis.extraction.registers import closure_register, slogan_register
from analysis.texts.corpus import read_corpus


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


@pytest.fixture(scope="module")
def closures(docs):
    return closure_register(docs)


def test_a_slogan_counts_once_in_a_text(docs, closures):
    table = owned_slogans(docs, closures, slogan_register(docs))
    different = announcing_slogans(closures)
    assert len(table) == len(different)
    assert not different.duplicated(["doc_id", "quote"]).any()
    assert (different["announced"] >= 2).all()
    assert ((table["owner"] == "own") == (table["scope"] == "local")).all()
    assert set(table["doc_id"]) <= set(docs["doc_id"])


def announcing(*rows):
    return pd.DataFrame(rows, columns=["doc_id", "quote", "form", "spans"])


SIX, NINE, DIRECTION = ((1, 2), (3, 4)), ((5, 6), (7, 8)), ((9, 10),)
FORMULA = ("a", "1+22", "sum", (*SIX, *NINE, *DIRECTION))


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([FORMULA, ("a", "两个北海", "list", SIX), ("a", "两大行动", "list", NINE)], ["两个北海", "两大行动"]),
        ([FORMULA, ("a", "两个北海", "list", SIX)], ["两个北海"]),
        ([FORMULA, ("b", "两个北海", "list", SIX)], ["1+22", "两个北海"]),  # of another text
        ([FORMULA, ("a", "两件大事", "", ())], ["1+22", "两件大事"]),  # nothing of it is listed
        ([FORMULA, ("a", "两项", "list", ((1, 2), (11, 12)))], ["1+22", "两项"]),  # half of it is listed elsewhere
        ([("a", "两节两会", "clauses", (*SIX, *NINE)), ("a", "两个北海", "list", SIX)], ["两节两会", "两个北海"]),
    ],
)
def test_a_list_counts_once_under_its_own_name(rows, kept):
    assert each_list_once(announcing(*rows))["quote"].tolist() == kept


def test_of_the_texts_only_formulas_are_left_out(docs, closures):
    table = owned_slogans(docs, closures, slogan_register(docs))
    left = set(table["quote"]) - set(each_list_once(table)["quote"])
    assert left == {"1+1269"}


def closed(*rows):
    return pd.DataFrame(rows, columns=["doc_id", "quote", "programme", "announced", "start"])


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        # a list is announced by two or more
        ([("a", "一把手", "一把手", 1, 1), ("a", "两大行动", "两大行动", 2, 5)], ["两大行动"]),
        ([("a", "千万工程", "千万工程", None, 1), ("a", "三农", "三农", 3, 5)], ["三农"]),
        ([("a", "千万工程", "千万工程", None, 1)], []),
        # a name and its short form are one in a text, at their first mention
        ([("a", "三大主导产业", "三大主导产业", 3, 1), ("a", "三大产业", "三大主导产业", 3, 9)], ["三大主导产业"]),
        ([("a", "三大产业", "三大产业", 3, 1), ("b", "三大产业", "三大产业", 3, 9)], ["三大产业", "三大产业"]),
        ([("a", "三大产业", "三大产业", 3, 1), ("a", "三大行动", "三大行动", 3, 9)], ["三大产业", "三大行动"]),
    ],
)
def test_a_slogan_announces_two_items_or_more_and_counts_once_in_a_text(rows, kept):
    found = announcing_slogans(closed(*rows))
    assert found["quote"].tolist() == kept
    assert found.index.tolist() == list(range(len(kept)))


def test_the_scope_of_a_slogan_says_whose_it_is():
    docs = pd.DataFrame(
        [("a", "Jia 2024", "甲", "report"), ("b", "Yi 2025", "乙", "plan")],
        columns=["doc_id", "label", "label_zh", "genre"],
    )
    found = pd.DataFrame(
        [("a", 1, "local"), ("a", 1, "local"), ("a", 5, "national"), ("b", 1, "provincial"), ("b", 7, "local")],
        columns=["doc_id", "start", "scope"],
    )
    closures = closed(
        ("a", "三大行动", "三大行动", 3, 1), ("a", "三农", "三农", 3, 5), ("b", "两大基地", "两大基地", 2, 1)
    )
    table = owned_slogans(docs, closures, found)
    assert table[["quote", "label", "genre", "scope", "owner"]].to_numpy().tolist() == [
        ["三大行动", "Jia 2024 甲", "report", "local", "own"],
        ["三农", "Jia 2024 甲", "report", "national", "above"],
        ["两大基地", "Yi 2025 乙", "plan", "provincial", "above"],
    ]


def test_rows_are_numbered_anew_when_formulas_are_left_out():
    rows = announcing(FORMULA, ("a", "两个北海", "list", SIX), ("b", "两个北海", "list", SIX))
    assert each_list_once(rows).index.tolist() == [0, 1]
