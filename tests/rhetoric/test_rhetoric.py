"""Metaphors: each lexicon entry proves itself, rows slice back, and the interval agrees with its definition."""

import itertools
import math
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.registers import metaphor_register
from analysis.language import load_lexicon
from analysis.rhetoric import RhetoricHit, expression_glosses, expression_kinds, find_metaphors
from analysis.rhetoric.devices import NORMAL_QUANTILE, rates_of_metaphor, wilson_interval
from analysis.texts import Mark, make_reading
from analysis.texts.corpus import read_corpus
from analysis.texts.reading import WRAP

LEXICON = load_lexicon("metaphors")
EXAMPLES = [
    (domain, text, field == "matches")
    for domain, entry in LEXICON.items()
    for field in ("matches", "rejects")
    for text in entry[field]
]
DEVELOPMENT = [
    ("闻令而动,擂鼓出战,敢打必胜", ["擂鼓", "出战", "敢打必胜"]),
    ("“未来之城”“四梁八柱”建设工程", ["四梁八柱"]),
    ("北海从小到大,加快基础设施建设", []),
    ("坚守战略定力,正视短板与挑战", []),
    ("敢打胜仗、能打胜仗的干部队伍", ["敢打胜仗", "能打胜仗"]),
]
BUGS = [  # were read as metaphors
    ("提出战略构想", []),
    ("手足口病", []),
    ("经受重大考验", []),
    ("全力抢春播", []),
    ("跑出租车", []),
    ("十大考古新发现", []),
    ("强流重离子加速器", []),
    ("打造新的增长极", []),  # a pole of economics, no organism
    ("大干快上,分秒必争", []),  # says what it means
    ("开展擂台、观摩", []),  # a contest that is held
]
KNOWN_MISSES = [("撬动起支撑发展的要素力量", ["撬动"]), ("引凤必先筑巢", ["引凤必先筑巢"])]


def quotes(text):
    return [found.quote for found in find_metaphors(text)]


@pytest.mark.parametrize(("domain", "text", "found"), EXAMPLES)
def test_lexicon_examples(domain, text, found):
    hits = find_metaphors(text)
    assert any(hit.domain == domain for hit in hits) if found else hits == []


@pytest.mark.parametrize(("text", "found"), [*DEVELOPMENT, *BUGS])
def test_developed_examples(text, found):
    assert quotes(text) == found


@pytest.mark.parametrize(("text", "found"), KNOWN_MISSES)
@pytest.mark.xfail(strict=True)
def test_known_misses(text, found):
    assert quotes(text) == found


def test_no_word_has_two_domains_or_lacks_a_gloss():
    words = [word for entry in LEXICON.values() for word in entry["words"]]
    assert len(words) == len(set(words))
    assert all(re.search("[a-z]", expression_glosses()[word]) for word in words)


def test_literal_expressions_hold_or_cut_a_metaphor():
    words = [word for entry in LEXICON.values() for word in entry["words"]]
    literal = [word for entry in LEXICON.values() for word in entry["literal"]]
    assert not set(words) & set(literal)
    assert all(quotes(word) == [] for word in literal)


@pytest.mark.parametrize("count", [0, 1, 7, 50])
def test_the_ends_of_the_interval_solve_the_score_equation(count):
    n = 50
    for end in wilson_interval(count, n):
        distance = (count / n - end) ** 2 * n - NORMAL_QUANTILE**2 * end * (1 - end)
        assert math.isclose(distance, 0, abs_tol=1e-9)


def test_an_impossible_share_is_refused():
    with pytest.raises(ValueError, match="3 of 2 is no share"):
        wilson_interval(3, 2)


def test_every_metaphor_of_the_corpus_points_into_its_raw_text():
    docs = read_corpus()
    hits, raw = metaphor_register(docs), docs.set_index("doc_id")["raw"]
    assert set(hits["doc_id"]) == set(docs["doc_id"])
    assert all(raw[row.doc_id][row.start : row.end] == row.quote for row in hits.itertuples())
    rates = rates_of_metaphor(docs, hits)
    assert len(rates) == len(docs) * len(expression_kinds())
    assert rates["mentions"].sum() == len(hits)
    assert (rates["low"] <= rates["per_1000"]).all()
    assert (rates["per_1000"] <= rates["high"]).all()


def test_a_metaphor_over_a_line_end_is_found_and_quoted_as_printed():
    raw = "吹响冲\n\n锋号。"
    read = make_reading(raw, [Mark(3, 5, WRAP)])
    docs = pd.DataFrame({"doc_id": ["a"], "reading": pd.Series([read], dtype=object)})
    assert metaphor_register(docs)[["quote", "word"]].to_numpy().tolist() == [["冲\n\n锋号", "冲锋号"]]


def test_a_text_without_metaphors_keeps_the_columns():
    docs = pd.DataFrame({"doc_id": ["a"], "reading": pd.Series([make_reading("一句话。")], dtype=object)})
    assert tuple(metaphor_register(docs).columns) == RhetoricHit._fields


PIECES = st.sampled_from([*LEXICON["war"]["words"], *LEXICON["race"]["literal"], "战", "冲", "。", "\n"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_rows_slice_back_and_do_not_overlap(text):
    hits = find_metaphors(text)
    assert all(text[hit.start : hit.end] == hit.quote for hit in hits)
    assert all(left.end <= right.start for left, right in itertools.pairwise(hits))


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_text_said_twice_has_its_metaphors_twice(text):
    assert quotes(f"{text}。{text}") == quotes(text) * 2
