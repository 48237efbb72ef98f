"""Word sequences: nothing runs over a mark, counts add up, four characters are four."""

import re

import pandas as pd
import pytest

from analysis.extraction.registers import token_table
from analysis.texts import make_reading
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.ngrams import (
    LEAST_BUNDLE,
    LEAST_BUNDLE_RANGE,
    FourCharacters,
    Ngram,
    count_ngrams,
    four_character_expressions,
    is_four_characters,
    lexical_bundles,
)
from analysis.vocabulary.segment import dictionary_idioms

DOCS = read_corpus()
TOKENS = token_table(DOCS)


def tokens(*texts):
    docs = pd.DataFrame(
        {
            "doc_id": [str(i) for i in range(len(texts))],
            "plan_year": 2024,
            "reading": [make_reading(text) for text in texts],
        }
    )
    return token_table(docs)


def test_a_sequence_runs_over_no_mark_number_or_line():
    found = set(count_ngrams(tokens("推动产业发展，加快项目建设5个企业落地\n群众满意"), 2)["ngram"])
    assert "产业 发展" in found
    assert not {"发展 加快", "建设 企业", "项目建设 企业", "落地 群众"} & found


def test_counts_and_range_by_hand():
    table = count_ngrams(tokens("加快发展，加快发展。", "加快发展"), 2)
    assert table.to_dict("records") == [
        {"ngram": "加快 发展", "length": 2, "frequency": 3, "per_10k": 5000.0, "range": 2, "texts": 2}
    ]


def test_sequences_of_one_word_are_the_words():
    table = count_ngrams(TOKENS, 1)
    assert table["frequency"].sum() == len(TOKENS)
    assert dict(zip(table["ngram"], table["frequency"], strict=True)) == TOKENS["token"].value_counts().to_dict()


@pytest.mark.parametrize("n", [2, 3])
def test_every_sequence_stands_in_the_reading_text(n):
    text = "\n".join(read.text for read in DOCS["reading"])
    table = count_ngrams(TOKENS, n).head(300)
    for sequence, frequency in zip(table["ngram"], table["frequency"], strict=True):
        assert text.count(sequence.replace(" ", "")) >= frequency


def test_longer_sequences_are_fewer():
    assert count_ngrams(TOKENS, 2)["frequency"].sum() > count_ngrams(TOKENS, 3)["frequency"].sum()


def test_bundles_recur_in_several_texts_and_stand_in_no_longer_one():
    table = lexical_bundles(TOKENS)
    assert (table["frequency"] >= LEAST_BUNDLE).all()
    assert (table["range"] >= LEAST_BUNDLE_RANGE).all()
    inner = lexical_bundles(tokens(*["贯彻落实党的二十大精神。" * 3] * 2))
    assert len(inner) == 1


def test_tables_without_words_keep_their_columns():
    assert list(count_ngrams(TOKENS.head(0), 2).columns) == list(Ngram._fields)
    assert list(lexical_bundles(TOKENS.head(0)).columns) == list(Ngram._fields)
    assert list(four_character_expressions(DOCS.head(0), TOKENS).columns) == list(FourCharacters._fields)


@pytest.mark.parametrize(
    ("word", "four"),
    [("千帆竞发", True), ("冲锋号", False), ("高质量发展", False), ("1+1269", False), ("1号工程", False)],
)
def test_four_characters_are_four_han_characters(word, four):
    assert is_four_characters(word) is four


def test_typology_between_marks_are_counted_and_idioms_are_words():
    docs = pd.DataFrame(
        {
            "doc_id": ["a"],
            "plan_year": [2024],
            "label": ["A"],
            "label_zh": ["甲"],
            "reading": [make_reading("千帆竞发，百舸争流。干事创业、发展")],
        }
    )
    table = four_character_expressions(docs, token_table(docs)).set_index("measure")
    assert table["mentions"].to_dict() == {"words": 3, "idioms": 2, "phrases": 3}
    assert table.loc["phrases", "per_1000"] == pytest.approx(3 / 17 * 1000)


def test_idioms_are_four_characters_of_the_dictionary():
    assert "全力以赴" in dictionary_idioms()
    assert "高质量发展" not in dictionary_idioms()
    assert all(re.fullmatch(".{4}", word) for word in dictionary_idioms())
