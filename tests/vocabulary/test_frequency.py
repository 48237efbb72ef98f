"""Term frequency by hand-made tables and by laws."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.registers import token_table
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.frequency import Frequency, Spread, compared_rates, term_frequencies, term_spread
from tests.named_texts import NAMED


def tokens(**texts):
    rows = [(doc, 0, 1, word) for doc, words in texts.items() for word in words.split()]
    return pd.DataFrame(rows, columns=["doc_id", "start", "end", "token"])


def test_counts_and_rates_by_hand():
    table = term_frequencies(tokens(b="发展 发展 项目 的", a="项目 的"))
    assert table.to_dict("records") == [
        {"doc_id": "b", "token": "发展", "frequency": 2, "words": 4, "per_10k": 5000.0},
        {"doc_id": "b", "token": "项目", "frequency": 1, "words": 4, "per_10k": 2500.0},
        {"doc_id": "a", "token": "项目", "frequency": 1, "words": 2, "per_10k": 5000.0},
    ]


def test_the_stop_word_switch_lists_words_but_changes_no_rate():
    with_them = term_frequencies(tokens(a="发展 的 的"), stop_words=True).set_index("token")
    without = term_frequencies(tokens(a="发展 的 的")).set_index("token")
    assert set(with_them.index) == {"发展", "的"}
    assert set(without.index) == {"发展"}
    assert with_them.loc["发展", "per_10k"] == without.loc["发展", "per_10k"]


def test_range_comes_before_count():
    spread = term_spread(term_frequencies(tokens(a="发展 项目 项目 项目", b="发展")), 2)
    assert list(spread["token"]) == ["发展", "项目"]
    assert list(spread["range"]) == [2, 1]
    assert list(spread["frequency"]) == [2, 3]
    assert list(spread["mean_per_10k"]) == [(2500 + 10_000) / 2, 7500 / 2]
    assert list(spread["per_10k"]) == [4000.0, 6000.0]


def test_tables_without_words_keep_their_columns():
    empty = term_frequencies(tokens())
    assert list(empty.columns) == list(Frequency._fields)
    assert list(term_spread(empty, 0).columns) == list(Spread._fields)


WORDS = st.lists(st.sampled_from(["发展", "项目", "号角", "的"]), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_laws_of_counting(texts):
    table = tokens(**{f"d{i}": " ".join(words) for i, words in enumerate(texts)})
    found = term_frequencies(table, stop_words=True)
    assert found["frequency"].sum() == len(table)
    assert found.groupby("doc_id")["per_10k"].sum().tolist() == pytest.approx([10_000.0] * len(texts))
    spread = term_spread(found, len(texts))
    assert spread["frequency"].sum() == len(table)
    assert spread["range"].between(1, len(texts)).all()
    assert spread["per_10k"].sum() == pytest.approx(10_000.0)


@given(WORDS, st.integers(2, 5))
def test_repeating_a_text_changes_counts_but_no_rate(words, times):
    once = term_frequencies(tokens(a=" ".join(words)))
    often = term_frequencies(tokens(a=" ".join(words * times)))
    assert (often["frequency"] == once["frequency"] * times).all()
    assert often["per_10k"].tolist() == pytest.approx(once["per_10k"].tolist())


def test_terms_are_compared_in_every_text():
    docs = read_corpus()
    counts = term_frequencies(token_table(docs))
    table = compared_rates(docs, counts, ["发展", "号角"])
    assert len(table) == 2 * len(docs)
    assert table.loc[0, "pinyin"] == "fāzhǎn"
    trumpets = table[table["doc_id"].isin(NAMED) & (table["term"] == "号角")]
    assert trumpets["frequency"].tolist() == [0] * len(NAMED)
