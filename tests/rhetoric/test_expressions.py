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


def proofs(lexicon):
    """Return what the entries prove themselves by: texts that hold one of them, and texts that hold none."""
    return [
        *((name, text, True) for name, entry in lexicon.items() for text in entry["matches"]),
        *((name, text, False) for name, entry in lexicon.items() for text in entry["rejects"]),
        *((name, rule["example"], False) for name, entry in lexicon.items() for rule in entry.get("unless", ())),
    ]


EXAMPLES = proofs(LEXICON)


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
    ("支柱产业单一", []),  # a term: names, and does not picture
    ("乘冲锋舟救援群众", []),
    ("推进军民融合", []),  # 推进 and 军民, no march
    ("用重拳整治乱收费", []),
    ("农村发生根本变化", []),
    ("全国十大考古发现", []),
]


KNOWN_MISSES = [
    ("打出组合拳", ["组合拳"]),  # boxing is from none of the eight domains
    ("兜住民生底线", ["底线"]),
    ("引凤必先筑巢", ["引凤必先筑巢"]),  # one picture, found as two
]


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


@pytest.mark.parametrize("name", ["metaphors", "stance"])
def test_contexts_are_of_words_of_their_entry_and_show_one_in_their_example(name):
    for entry in load_lexicon(name).values():
        for context in entry.get("unless", ()):
            assert {"before", "after"} & set(context)
            words = context.get("words", list(entry["words"]))
            described = [word for word in words if word not in entry["words"]]
            assert all(any(re.search(own, word) for own in entry["patterns"]) for word in described)
            assert any(word in context["example"] for word in words) or not words


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


STANCE_EXAMPLES = proofs(STANCE_LEXICON)


STANCE_BUGS = [  # were read as stance
    ("制定妇女儿童发展纲要", []),
    ("准入不准营", []),
    ("城市首位度提升", []),
    ("最多跑一次改革", []),
    ("努力争取上级支持", []),
    ("山水林田湖草一流域生态修复", []),
    ("推进“马上办”服务", []),
    ("对接京津冀将要开辟的空中通道", []),  # what is about to be
    ("北海要发展，核心靠项目", []),  # a condition
    ("这些困难和问题解决不好就是阻碍", []),  # 解决 and 不好
    ("2024年首个工作日", []),
    ("与最优者对标、与最强者比拼、与最快者赛跑", []),  # those against whom one is measured
    ("用最大努力争取最好成效", []),
    ("更加紧密地团结起来", []),  # 更加 and 紧密
    ("面临前所未有的困难", []),
    ("“五个年”活动", []),  # how many there are
    ("着力争取上级支持", []),  # 着力 and 争取
]


STANCE_DEVELOPMENT = [
    ("滨州市第一个水系环境综合治理项目，用时最短、最规范", ["第一个", "最短", "最规范"]),
    ("国内最大的鸟馆，规模最大、品种最全的标本馆", ["最大", "最大", "最全"]),
    ("填补滨州市的产业空白，收入在全市名列前茅", ["填补", "名列前茅"]),
    ("居全省第二位，考核排名第6", ["居全省第二位"]),
    ("经开区落实提升年暨动员大会", ["落实提升年"]),
    ("坚持不懈，全力以赴", ["坚持不懈", "全力以赴"]),  # the longer one counts, and once
]


STANCE_MISSES = [("一个也不能少、一步也不许退", "resolve")]


def stances(text):
    return [(hit.quote, hit.domain) for hit in find_stances(text)]


@pytest.mark.parametrize(("kind", "text", "is_found"), STANCE_EXAMPLES)
def test_examples_of_the_lexicon_of_stance(kind, text, is_found):
    kinds = [domain for _, domain in stances(text)]
    assert kind in kinds if is_found else kinds == []


@pytest.mark.parametrize(("text", "hits"), STANCE_BUGS)
def test_what_was_wrong_as_stance(text, hits):
    assert stances(text) == hits


@pytest.mark.parametrize(("text", "words"), STANCE_DEVELOPMENT)
def test_developed_examples_of_stance(text, words):
    assert [word for word, _ in stances(text)] == words


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
