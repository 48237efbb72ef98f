"""Fast words are jieba's words."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts.corpus import read_corpus
from analysis.vocabulary import cut_words, is_word
from analysis.vocabulary.bulk import cut_in_bulk, word_counts

# Phrases of the genre, short and sentences of nobody.
PIECES = [
    *("2024-01-03", "6.5-7.0%", "www.gov.cn", "5G", "1+1269", "1+N+X", "x1+1269y", "GDP", "l.9", "３％", "T+3.5%"),
    *(
        "三提三争",
        "六高新突破",
        "高质量发展",
        "一、二",
        "党建+",
        "十四五",
        "同比增长",
        "左右",
        "，",
        "。",
        "\n",
        " ",
        "犇",
    ),
    *("A-B", "--", "..", "%", "&", "2018-2020年", "冲锋号", "𠮷", "é", "\r\n", "百名干部联百企"),
]


@pytest.mark.parametrize("doc_id", read_corpus()["doc_id"])
def test_the_texts_of_the_study_are_cut_alike(doc_id):
    docs = read_corpus().set_index("doc_id")
    text = docs.loc[doc_id, "reading"].text
    assert list(cut_in_bulk(text)) == list(cut_words(text))


def test_shuffled_texts_are_cut_alike():
    signs = "".join(read.text for read in read_corpus()["reading"])
    draw = random.Random(4)  # noqa: S311
    for _ in range(300):
        start = draw.randrange(len(signs) - 40)
        text = "".join(draw.choice([signs[start : start + 12], *PIECES]) for _ in range(12))
        assert list(cut_in_bulk(text)) == list(cut_words(text))


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=12).map("".join))
def test_any_text_is_cut_alike(text):
    assert list(cut_in_bulk(text)) == list(cut_words(text))


def test_counts_leave_out_marks_and_numbers():
    assert word_counts("发展，发展8%。") == {"发展": 2}


@pytest.mark.parametrize("run", ["的" * 2500, "三提三争" * 700, "1" * 3001, "地区生产总值" * 334 + "。" + "甲" * 1001])
def test_a_text_without_marks_is_cut_alike(run):
    assert "".join(cut_words(run)) == run
    assert list(cut_in_bulk(run)) == list(cut_words(run))
    assert word_counts(run) == Counter(token for token in cut_words(run) if is_word(token))
