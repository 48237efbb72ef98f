"""Segmentation sensitivity, and twenty terms counted by hand in the reading text."""

import pytest

from analysis.extraction.registers import token_table
from analysis.facts import sensitivity_facts
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.frequency import most_spread_terms, term_frequencies, term_spread
from analysis.vocabulary.sensitivity import (
    CUTTERS,
    LEXICON_CUTTER,
    PLAIN,
    SUBSTRING,
    CutterCount,
    counts_by_cutter,
    cutters_side_by_side,
)
from tests.named_texts import named_texts

DOCS = read_corpus()
SPREAD = term_spread(term_frequencies(token_table(DOCS)), len(DOCS))
NAMED_DOCS = named_texts()
TEXT = "\n".join(read.text for read in NAMED_DOCS["reading"])

# No longer word holds them in the named texts, so that every place where the characters stand is the word.
WHOLE = [
    *("加快", "推进", "打造", "聚焦", "推动", "干事创业", "高质量发展", "营商环境", "招商引资", "乡村振兴"),
    *(
        "1+1269",
        "六个北海",
        "专精特新",
        "三提三争",
        "攻坚克难",
        "稳中求进",
        "地区生产总值",
        "第一战场",
        "民生福祉",
        "新质生产力",
    ),
]


@pytest.mark.parametrize("term", WHOLE)
def test_a_term_that_is_part_of_no_other_word_is_counted_exactly(term):
    counted = term_frequencies(token_table(NAMED_DOCS)).groupby("token")["frequency"].sum()
    assert TEXT.count(term) > 0
    assert counted[term] == TEXT.count(term)


def test_there_are_twenty_such_terms():
    assert len(set(WHOLE)) == 20


def test_the_four_cutters_by_hand():
    table = counts_by_cutter(NAMED_DOCS, ["发展", "高质量发展"]).set_index(["term", "cutter"])["frequency"]
    assert table["发展", SUBSTRING] == TEXT.count("发展")
    assert table["高质量发展", PLAIN] == 0  # jieba's own dictionary has no such word
    assert table["高质量发展", LEXICON_CUTTER] == TEXT.count("高质量发展")


def test_no_cutter_finds_a_term_more_often_than_its_characters_stand():
    table = counts_by_cutter(DOCS, most_spread_terms(SPREAD, 20))
    wide = cutters_side_by_side(table)
    for cutter in CUTTERS:
        assert (wide[cutter] <= wide[SUBSTRING]).all()
    counted = SPREAD.set_index("token")["frequency"]
    assert wide[LEXICON_CUTTER].tolist() == [counted[term] for term in wide["term"]]


def test_ranks_run_from_one_and_ties_share_the_better():
    table = counts_by_cutter(DOCS, ["发展", "没有这个词", "也没有这个"])
    own = table[table["cutter"] == LEXICON_CUTTER]
    assert list(own["rank"]) == [1, 2, 2]


def test_tables_without_terms_keep_their_columns():
    assert list(counts_by_cutter(DOCS, []).columns) == list(CutterCount._fields)


def test_facts_are_strings():
    facts = sensitivity_facts(counts_by_cutter(DOCS, most_spread_terms(SPREAD, 20)))
    assert all(isinstance(value, str) and value for value in facts.values())
