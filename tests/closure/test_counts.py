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
