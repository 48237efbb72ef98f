"""Collocation by hand-made sentences and by laws."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.registers import token_table
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.collocation import Collocate, collocates, leading_collocates, log_dice


def tokens(*sentences):
    rows = [("a", i, word) for i, sentence in enumerate(sentences) for word in sentence.split()]
    return pd.DataFrame(rows, columns=["doc_id", "sentence", "token"])


def test_logdice_and_mi_by_hand():
    table = collocates(tokens("吹响 冲锋号", "吹响 冲锋号", "项目 项目"), "冲锋号", least=1)
    assert table.to_dict("records") == [
        {
            "node": "冲锋号",
            "collocate": "吹响",
            "together": 2,
            "node_frequency": 2,
            "collocate_frequency": 2,
            "range": 1,
            "log_dice": 14.0,  # they never stand apart: the greatest value
            "mi": pytest.approx(math.log2(2 * 6 / (2 * 2 * 10))),
        }
    ]


def test_logdice_loses_a_point_when_words_stand_apart_twice_as_often():
    assert log_dice(5, 10, 10) == pytest.approx(13)
    assert log_dice(5, 20, 20) == pytest.approx(12)


def test_a_window_ends_at_its_width_and_at_the_sentence():
    text = tokens("项目 一 二 三 落地", "号角 项目")
    near = collocates(text, "项目", window=3, least=1, stop_words=True)
    assert "落地" not in set(near["collocate"])
    wide = collocates(text, "项目", window=4, least=1, stop_words=True)
    assert set(wide["collocate"]) == {"一", "二", "三", "落地", "号角"}
    assert "号角" not in set(collocates(tokens("项目", "号角"), "项目", least=1)["collocate"])


def test_stop_words_are_left_out_but_take_up_the_window():
    text = tokens("项目 的 的 落地")
    assert collocates(text, "项目", window=2, least=1).empty
    assert list(collocates(text, "项目", window=3, least=1)["collocate"]) == ["落地"]


SENTENCES = st.lists(
    st.lists(st.sampled_from(["项目", "落地", "号角", "产业"]), min_size=1, max_size=9).map(" ".join),
    min_size=1,
    max_size=6,
)


@given(SENTENCES, st.integers(1, 4))
def test_node_and_collocate_change_places(sentences, window):
    text = tokens(*sentences)
    there = collocates(text, "项目", window=window, least=1).set_index("collocate")
    back = collocates(text, "落地", window=window, least=1).set_index("collocate")
    assert ("落地" in there.index) == ("项目" in back.index)
    if "落地" in there.index:
        for name in ("together", "log_dice", "mi", "range"):
            assert there.loc["落地", name] == back.loc["项目", name]
    assert (there["log_dice"] <= 14).all()
    assert (there["together"] <= there["collocate_frequency"]).all()
    assert (there["together"] <= there["node_frequency"]).all()


def test_an_unknown_node_gives_an_empty_table_with_columns():
    for table in (collocates(tokens("项目 落地"), "号角"), leading_collocates(tokens("项目"), ["号角"])):
        assert table.empty
        assert list(table.columns) == list(Collocate._fields)


def test_collocates_of_the_corpus_are_counted_within_its_sentences():
    text = token_table(read_corpus())
    table = leading_collocates(text, ["发展", "项目"], 5)
    assert list(table["node"].drop_duplicates()) == ["发展", "项目"]
    sentences = text.groupby(["doc_id", "sentence"])["token"].agg(set)
    for row in table.to_dict("records"):
        assert sum({row["node"], row["collocate"]} <= words for words in sentences) > 0
