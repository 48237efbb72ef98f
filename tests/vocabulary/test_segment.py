"""Words: the lexicon stays whole, nothing is lost, and nobody else's dictionary matters."""

import re
from types import SimpleNamespace

import jieba
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.registers import token_table
from analysis.language import load_lexicon
from analysis.texts import make_reading
from analysis.texts.corpus import read_corpus
from analysis.vocabulary import Token, cut_words, is_word, segment, stop_words
from analysis.vocabulary.segment import dictionary_hash, kept_words, plain_tokenizer, study_tokenizer

WORDS = load_lexicon("vocabulary")
STOP_WORDS = load_lexicon("stopwords")


def cut(text):
    return list(cut_words(text))


@pytest.mark.parametrize("entry", WORDS)
def test_words_match_and_reject_their_examples(entry):
    words = set(WORDS[entry]["words"])
    for text in WORDS[entry]["matches"]:
        assert words & set(cut(text)), text
    for text in WORDS[entry]["rejects"]:
        assert not words & set(cut(text)), text


@pytest.mark.parametrize("entry", STOP_WORDS)
def test_stop_words_match_and_reject_their_examples(entry):
    for word in STOP_WORDS[entry]["matches"]:
        assert word in stop_words()
    for word in STOP_WORDS[entry]["rejects"]:
        assert word not in stop_words()


def test_every_word_of_the_lexicon_stays_whole():
    assert [word for word in kept_words() if cut(f"坚持“{word}”。").count(word) != 1] == []


@pytest.mark.parametrize(
    ("slogan", "words"),
    [
        ("三提三争", ["三提三争"]),
        ("1+1269", ["1+1269"]),
        ("高质量发展", ["高质量发展"]),
        ("冲锋号", ["冲锋号"]),
        ("两不愁、三保障", ["两不愁、三保障"]),
        ("四个治理、一个保障", ["四个", "治理", "、", "一个", "保障"]),  # no lexicon has it
    ],
)
def test_slogans_of_the_lexicon_stay_whole_in_running_text(slogan, words):
    assert cut(f"今年要锚定{slogan}干事创业") == ["今年", "要", "锚定", *words, "干事创业"]


def test_the_global_tokenizer_is_not_touched():
    before = dict(jieba.dt.FREQ)
    study_tokenizer()
    assert before == jieba.dt.FREQ
    jieba.add_word("号角吹")
    assert "号角吹" not in study_tokenizer().FREQ
    jieba.del_word("号角吹")


def test_every_token_stands_at_its_offsets():
    docs = read_corpus()
    raws = dict(zip(docs["doc_id"], docs["raw"], strict=True))
    rows = token_table(docs)
    assert list(rows.columns) == list(Token._fields)
    assert rows["doc_id"].nunique() == len(docs)
    for row in rows.to_dict("records"):
        printed = raws[row["doc_id"]][row["start"] : row["end"]]
        assert printed.replace("\n", "") == row["token"] or len(printed) > 200  # a word with captions inside
    assert rows.groupby("doc_id")["start"].apply(lambda starts: starts.is_unique).all()


def test_a_table_without_texts_keeps_its_columns():
    assert list(token_table(read_corpus().head(0)).columns) == list(Token._fields)


@given(st.text(alphabet="三提争一业保七有高质量发展1+269、，。“” \nAb%", max_size=40))
def test_joined_tokens_are_the_text(text):
    assert "".join(cut(text)) == text


@pytest.mark.parametrize(
    ("token", "counts"),
    [
        ("发展", True),
        ("1+1269", True),
        ("PPP", True),
        ("𠮷", True),
        ("𬱖", True),
        ("⼯", True),
        ("金", True),
        ("2023", False),
        ("，", False),
    ],
)
def test_marks_and_bare_numbers_are_no_words(token, counts):
    assert is_word(token) is counts


@pytest.fixture
def hash_of(monkeypatch):
    """Return a function that gives the hash of a dictionary of words and frequencies."""

    def hashed(words):
        monkeypatch.setattr(segment, "study_tokenizer", lambda: SimpleNamespace(FREQ=words))
        return dictionary_hash.__wrapped__()

    return hashed


def test_the_dictionary_hash_changes_with_words_and_frequencies_and_not_with_their_order(hash_of):
    hashes = [hash_of(words) for words in ({"甲": 1}, {"甲": 2}, {"乙": 1}, {"甲": 1, "乙": 1}, {})]
    assert len(set(hashes)) == 5
    assert {len(value) for value in hashes} == {12}
    assert all(re.fullmatch("[0-9a-f]+", value) for value in hashes)
    assert hash_of({"乙": 1, "甲": 1}) == hashes[3]


MARK = re.compile(r"[^\u3400-\u9fffA-Za-z0-9]")


def test_no_word_holds_a_mark_unless_the_lexicon_writes_it_so():
    words = set(token_table(read_corpus())["token"])
    assert {word for word in words if MARK.search(word)} <= set(kept_words())


def test_sentences_clauses_and_neighbours_by_hand():
    read = make_reading("推动产业发展，加快建设。群众的事。\n\n第5个企业")
    docs = pd.DataFrame({"doc_id": ["a"], "plan_year": [2024], "reading": [read]})
    rows = token_table(docs)
    assert list(rows["token"]) == ["推动", "产业", "发展", "加快", "建设", "群众", "的", "事", "第", "个", "企业"]
    assert list(rows["sentence"]) == [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert list(rows["clause"]) == [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3]
    assert list(rows["joined"]) == [False, True, True, False, True, False, True, True, False, False, True]


def test_plain_jieba_knows_nothing_of_the_lexicon():
    assert "高质量发展" not in plain_tokenizer().cut("推动高质量发展")
    assert "".join(cut_words("推动高质量发展", guess=False)) == "推动高质量发展"
