"""Lexical diversity by hand-made cases, by simulation of its definition and by laws."""

import itertools
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.extraction.registers import token_table
from analysis.texts import make_reading
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.diversity import Diversity, Rank, hdd, lexical_diversity, mtld, word_ranks
from analysis.vocabulary.segment import dictionary_tags

WORDS = st.lists(st.sampled_from("甲乙丙丁戊己庚"), min_size=1, max_size=80)


def test_mtld_of_one_repeated_word():
    # after 甲 甲 the share is 0.5 <= 0.72: every two words make a factor
    assert mtld(["甲"] * 10) == pytest.approx(2)


def test_mtld_of_a_text_without_repeats_is_its_length():
    assert mtld(list("甲乙丙丁")) == 4


def test_mtld_with_a_part_of_a_factor():
    # 甲乙甲: share 2/3 <= 0.72 makes a factor forwards; backwards too; three words, one factor
    assert mtld(list("甲乙甲")) == pytest.approx(3)
    # 甲乙丙甲: share 3/4, no factor is complete: (1 - 0.75) / 0.28 of one
    assert mtld(list("甲乙丙甲")) == pytest.approx(4 / (0.25 / 0.28))


def test_mtld_reads_both_ways():
    words = list("甲甲乙丙丁戊")
    forwards = 6 / 1  # 甲甲 is one factor, 乙丙丁戊 none
    backwards = 6 / ((1 - 5 / 6) / 0.28)
    assert mtld(words) == pytest.approx((forwards + backwards) / 2)
    assert mtld(words) == pytest.approx(mtld(words[::-1]))


def test_hdd_by_listing_every_draw():
    words = list("甲甲甲乙乙丙丁")
    draws = list(itertools.combinations(range(7), 3))
    mean = sum(len({words[i] for i in draw}) / 3 for draw in draws) / len(draws)
    assert hdd(words, 3) == pytest.approx(mean)


@given(WORDS, st.integers(1, 20))
def test_hdd_equals_scipy(words, drawn):
    if len(words) < drawn:
        assert math.isnan(hdd(words, drawn))
        return
    oracle = sum(1 - stats.hypergeom.pmf(0, len(words), words.count(word), drawn) for word in set(words)) / drawn
    assert hdd(words, drawn) == pytest.approx(oracle)


def test_hdd_is_one_without_repeats_and_least_with_one_word():
    assert hdd([str(i) for i in range(50)]) == pytest.approx(1)
    assert hdd(["甲"] * 50) == pytest.approx(1 / 42)


@given(WORDS)
def test_diversity_does_not_depend_on_which_words_they_are(words):
    renamed = [f"词{word}" for word in words]
    assert mtld(renamed) == mtld(words)
    assert mtld(words[::-1]) == pytest.approx(mtld(words))


def test_the_empty_text_has_none():
    assert math.isnan(mtld([]))
    assert math.isnan(hdd([]))


def test_every_text_has_a_row_and_lengths_add_up():
    docs = read_corpus()
    tokens = token_table(docs)
    table = lexical_diversity(docs, tokens)
    assert list(table["doc_id"]) == list(docs["doc_id"])
    assert (table["words_per_sentence"] * table["sentences"]).tolist() == pytest.approx(table["words"].tolist())
    assert (table["clauses"] >= table["sentences"]).all()
    assert table["words"].sum() == len(tokens)
    assert list(lexical_diversity(docs.head(0), tokens).columns) == list(Diversity._fields)


def test_ranks_run_without_gap_and_frequency_falls():
    docs = read_corpus()
    tokens = token_table(docs)
    table = word_ranks(docs, tokens)
    assert list(table.columns) == list(Rank._fields)
    assert table["frequency"].sum() == len(tokens)
    for _, own in table.groupby("doc_id"):
        assert list(own["rank"]) == list(range(1, len(own) + 1))
        assert own["frequency"].is_monotonic_decreasing


def test_verbs_are_those_of_the_dictionary():
    docs = pd.DataFrame(
        {
            "doc_id": ["a"],
            "label": ["A"],
            "label_zh": ["甲"],
            "plan_year": [2024],
            "reading": [make_reading("推进项目建设，发展产业。")],
        }
    )
    tokens = token_table(docs)
    row = lexical_diversity(docs, tokens).iloc[0]
    assert tokens["token"].tolist() == ["推进", "项目建设", "发展", "产业"]
    assert (row["verb_share"], row["verbal_noun_share"]) == (0.25, 0.25)
    assert (dictionary_tags()["推进"], dictionary_tags()["发展"]) == ("v", "vn")
