"""Metaphors and words of stance: each lexicon entry proves itself, rows slice back."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import load_lexicon
from analysis.rhetoric import expression_glosses, find_metaphors, find_short_quotations, find_stances

# Metaphors


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


PIECES = st.sampled_from([*LEXICON["war"]["words"], *LEXICON["race"]["literal"], "战", "冲", "。", "\n"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_rows_slice_back_and_do_not_overlap(text):
    hits = find_metaphors(text)
    assert all(text[hit.start : hit.end] == hit.quote for hit in hits)
    assert all(left.end <= right.start for left, right in itertools.pairwise(hits))


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_text_said_twice_has_its_metaphors_twice(text):
    assert quotes(f"{text}。{text}") == quotes(text) * 2


# Words of stance


STANCE_LEXICON = load_lexicon("stance")


STANCE_EXAMPLES = [
    (kind, text, field == "matches")
    for kind, entry in STANCE_LEXICON.items()
    for field in ("matches", "rejects")
    for text in entry[field]
]


STANCE_BUGS = [  # were read as stance
    ("制定妇女儿童发展纲要", []),
    ("准入不准营", []),
    ("城市首位度提升", []),
    ("最多跑一次改革", []),
    ("努力争取上级支持", []),
    ("山水林田湖草一流域生态修复", []),
    ("推进“马上办”服务", []),
]


STANCE_MISSES = [("不打折扣、不讲条件", "resolve"), ("一个也不能少、一步也不许退", "resolve")]


def stances(text):
    return [(hit.quote, hit.domain) for hit in find_stances(text)]


@pytest.mark.parametrize(("kind", "text", "is_found"), STANCE_EXAMPLES)
def test_examples_of_the_lexicon_of_stance(kind, text, is_found):
    kinds = [domain for _, domain in stances(text)]
    assert kind in kinds if is_found else kinds == []


@pytest.mark.parametrize(("text", "hits"), STANCE_BUGS)
def test_what_was_wrong_as_stance(text, hits):
    assert stances(text) == hits


@pytest.mark.parametrize(("text", "kind"), STANCE_MISSES)
@pytest.mark.xfail(strict=True)
def test_known_misses_of_stance(text, kind):
    assert kind in [domain for _, domain in stances(text)]


def test_a_longer_name_wins_over_a_word_in_it():
    assert stances("全国首个试点") == [("全国首个", "first_and_best")]
    assert stances("深入开展“作风建设年”活动") == [("作风建设年", "theme_year")]


@given(st.text("我们要必须最优“”年‘’首个全国\n，。第一", max_size=60))
def test_hits_are_slices_in_order_without_overlap(text):
    hits = find_stances(text)
    assert all(text[hit.start : hit.end] == hit.quote for hit in hits)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
    assert all(0 < len(hit.quote) <= 12 and text[hit.start - 1] in "“" for hit in find_short_quotations(text))
