"""Counts of verdicts: a slogan counts once in a text, and has one owner there."""

import pytest

from analysis.closure.counts import announcing_slogans, owned_slogans
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
