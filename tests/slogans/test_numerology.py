"""Slogan numerology: every mention and digit counts once."""

import pandas as pd
import pytest

from analysis.extraction.registers import slogan_register
from analysis.slogans.numerology import SLOGAN_TYPES, count_slogan_numerals, count_slogan_types, shared_slogans
from analysis.texts.corpus import read_corpus


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


@pytest.fixture(scope="module")
def found(docs):
    return slogan_register(docs)


def test_slogan_types_count_every_mention_once(docs, found):
    table = count_slogan_types(docs, found)
    assert table["mentions"].sum() == len(found)
    assert len(table) == len(docs) * len(SLOGAN_TYPES)


def test_each_digit_of_a_slogan_counts_once():
    slogans = pd.DataFrame({"doc_id": ["a", "a", "b"], "digits": [(3, 3), (1, "N"), (12,)]})
    table = count_slogan_numerals(slogans).set_index("numeral")
    assert table.loc["3", ["mentions", "texts"]].tolist() == [2, 1]
    assert table.loc["1", "mentions"] == 1
    assert table.loc["over 10", "mentions"] == 1
    assert table["mentions"].sum() == 4


def test_shared_slogans_stand_in_two_texts(docs):
    slogans = pd.DataFrame(
        {"doc_id": ["a", "b", "a"], "quote": ["两个确立", "两个确立", "三提三争"], "scope": "national"}
    )
    table = shared_slogans(docs, slogans)
    assert table.to_dict("records") == [
        {"quote": "两个确立", "scope": "national", "mentions": 2, "range": 2, "texts": len(docs)}
    ]
