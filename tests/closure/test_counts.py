"""Counts of verdicts: a slogan counts once in a text."""

import pytest

from analysis.closure.counts import announcing_slogans, count_verdicts
from analysis.extraction.registers import closure_register
from analysis.texts.corpus import read_corpus


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


@pytest.fixture(scope="module")
def closures(docs):
    return closure_register(docs)


def test_a_slogan_counts_once_in_a_text(docs, closures):
    table = count_verdicts(docs, closures)
    different = announcing_slogans(closures)
    assert table["slogans"].sum() == len(different)
    assert not different.duplicated(["doc_id", "quote"]).any()
    assert (different["announced"] >= 2).all()
