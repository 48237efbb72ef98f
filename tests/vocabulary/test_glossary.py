"""Glossary: every entry is glossed once, and stands where it says."""

import re

import pytest

from analysis import paths
from analysis.annotation.adjudicated import adjudicated_slogans, registers_by_kind
from analysis.extraction.registers import (
    metaphor_register,
    stance_register,
    token_table,
)
from analysis.texts.corpus import read_corpus
from analysis.vocabulary import glossary
from analysis.vocabulary.frequency import most_spread_terms, term_frequencies, term_spread
from analysis.vocabulary.glossary import (
    Term,
    all_glosses,
    book_terms,
    glossary_anchor,
    glossary_card,
    glossary_table,
    pinyin_of,
    slogan_glosses,
    sound_of,
    term_glosses,
)

DOCS = read_corpus()
TABLE = glossary_table(DOCS, registers_by_kind(DOCS))


def test_every_entry_stands_at_its_first_place():
    readings = DOCS.set_index("doc_id")["reading"]
    for row in TABLE.itertuples():
        read = readings[row.doc_id]
        assert read.raw[row.start : row.end] == row.quote
        assert row.quote.replace("\n", "") == row.term
    registers = {
        "slogan": adjudicated_slogans(DOCS),
        "metaphor": metaphor_register(DOCS),
        "stance": stance_register(DOCS),
    }
    for kind, register in registers.items():
        found = register.assign(term=register["quote"].str.replace("\n", "")).drop_duplicates("term").set_index("term")
        for row in TABLE[TABLE["kind"] == kind].itertuples():
            assert (row.doc_id, row.start) == tuple(found.loc[row.term, ["doc_id", "start"]])


@pytest.mark.parametrize(("term", "inside"), [("全力", "全力以赴"), ("要", "将要"), ("拼", "比拼")])
def test_a_first_place_is_not_inside_a_longer_word(term, inside):
    raws = DOCS.set_index("doc_id")["raw"]
    for row in TABLE[TABLE["term"] == term].itertuples():
        raw, reach = raws[row.doc_id], len(inside) - len(term)
        assert inside not in raw[max(0, row.start - reach) : row.end + reach]


def test_what_stands_only_inside_longer_words_has_no_place():
    assert not {"誓", "冲锋", "奋楫", "决不", "首个"} & set(TABLE["term"])


def test_every_slogan_has_its_row_and_those_of_annotated_texts_are_glossed():
    """A text that has joined has rows to fill: `python -m analysis add --left` lists them."""
    register = adjudicated_slogans(DOCS)
    found = {quote.replace("\n", "") for quote in register["quote"]}
    assert found <= set(book_terms())
    assert {term.term for term in book_terms().values() if term.kind == "slogan"} <= found
    annotated = {path.stem for path in paths.GOLD.glob("*.json")}
    read_by_hand = {quote.replace("\n", "") for quote in register.loc[register["doc_id"].isin(annotated), "quote"]}
    assert read_by_hand - set(slogan_glosses()) == set()


def test_no_expression_stands_twice_and_none_is_without_gloss():
    assert TABLE["term"].is_unique
    assert (TABLE["gloss"].str.len() > 0).all()
    assert TABLE["pinyin"].str.len().gt(0).all()


def test_anchors_are_ascii_and_differ():
    anchors = [glossary_anchor(term) for term in all_glosses()]
    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"g(-[0-9a-f]+)+", anchor) for anchor in anchors)


def test_entries_are_sorted_by_sound_whatever_the_tone():
    sounds = [sound_of(term) for term in TABLE["term"]]
    assert sounds == sorted(sounds)


def test_a_card_tells_sound_and_meaning():
    assert glossary_card("六个北海") == ("liù gè Běihǎi", "Six Beihais")


@pytest.mark.parametrize(
    ("term", "toned", "plain"),
    [
        ("冲锋号", "chōngfēnghào", "chongfenghao"),
        ("一企一干", "yīqǐ-yīgàn", "yiqi-yigan"),
        ("硬脊梁", "yìng jǐliang", "ying jiliang"),
        ("久久为功", "jiǔjiǔ-wéigōng", "jiujiu-weigong"),
        ("坚定不移地", "jiāndìng-bùyí de", "jianding-buyi de"),
        ("平安", "píng'ān", "ping'an"),
        ("绿色", "lǜsè", "lüse"),
        ("1+1269", "1+1269", "1+1269"),  # figures were read
        ("81个项目", "81 gè xiàng mù", "81 ge xiang mu"),
        ("第十次会", "dì-shí cìhuì", "di-shi cihui"),  # was dìshí-cìhuì
        ("打基础", "dǎ jīchǔ", "da jichu"),
    ],
)
def test_how_a_term_is_read(term, toned, plain):
    assert pinyin_of(term) == toned
    assert pinyin_of(term, tones=False) == plain


def test_every_compared_term_has_its_row_and_those_of_annotated_texts_are_glossed():
    annotated = DOCS[DOCS["doc_id"].isin({path.stem for path in paths.GOLD.glob("*.json")})]
    for docs, known in ((DOCS, book_terms()), (annotated, term_glosses())):
        chosen = most_spread_terms(term_spread(term_frequencies(token_table(docs)), len(docs)))
        assert len(chosen) == 20
        assert [term for term in chosen if term not in known] == []


def test_a_row_that_waits_for_its_gloss_has_none(monkeypatch):
    rows = {row.term: row for row in (Term("甲", "word", "", "", ""), Term("乙", "word", "", "second", ""))}
    monkeypatch.setattr(glossary, "book_terms", lambda: rows)
    assert glossary.term_glosses.__wrapped__() == {"乙": "second"}
