"""Words of stance: each lexicon entry proves itself, rows slice back, rates of the reports are those of the tables."""

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.registers import stance_register, token_table
from analysis.language import load_lexicon
from analysis.reference import reference_table
from analysis.reference.beside import rates_beside_reports
from analysis.rhetoric import RhetoricHit, find_short_quotations, find_stances
from analysis.rhetoric.devices import STANCE_NAMES, rates_of_stance, short_quotations, stance_words
from analysis.texts import Mark, make_reading
from analysis.texts.corpus import read_corpus
from analysis.texts.reading import WRAP

LEXICON = load_lexicon("stance")
DOCS = read_corpus()
TOKENS = token_table(DOCS)
BESIDE = rates_beside_reports(DOCS, TOKENS)
EXAMPLES = [
    (kind, text, field == "matches")
    for kind, entry in LEXICON.items()
    for field in ("matches", "rejects")
    for text in entry[field]
]
BUGS = [  # were read as stance
    ("制定妇女儿童发展纲要", []),
    ("准入不准营", []),
    ("城市首位度提升", []),
    ("最多跑一次改革", []),
    ("努力争取上级支持", []),
    ("山水林田湖草一流域生态修复", []),
    ("推进“马上办”服务", []),
]
KNOWN_MISSES = [("不打折扣、不讲条件", "resolve"), ("一个也不能少、一步也不许退", "resolve")]


def found(text):
    return [(hit.quote, hit.domain) for hit in find_stances(text)]


@pytest.mark.parametrize(("kind", "text", "is_found"), EXAMPLES)
def test_lexicon_examples(kind, text, is_found):
    kinds = [domain for _, domain in found(text)]
    assert kind in kinds if is_found else kinds == []


@pytest.mark.parametrize(("text", "hits"), BUGS)
def test_what_was_wrong(text, hits):
    assert found(text) == hits


@pytest.mark.parametrize(("text", "kind"), KNOWN_MISSES)
@pytest.mark.xfail(strict=True)
def test_known_misses(text, kind):
    assert kind in [domain for _, domain in found(text)]


def test_a_longer_name_wins_over_a_word_in_it():
    assert found("全国首个试点") == [("全国首个", "first_and_best")]
    assert found("深入开展“作风建设年”活动") == [("作风建设年", "theme_year")]


@given(st.text("我们要必须最优“”年‘’首个全国\n，。第一", max_size=60))
def test_hits_are_slices_in_order_without_overlap(text):
    hits = find_stances(text)
    assert all(text[hit.start : hit.end] == hit.quote for hit in hits)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
    assert all(0 < len(hit.quote) <= 12 and text[hit.start - 1] in "“" for hit in find_short_quotations(text))


def test_expressions_point_into_the_raw_text_in_order():
    hits, raw = stance_register(DOCS), DOCS.set_index("doc_id")["raw"]
    assert all(raw[row.doc_id][row.start : row.end] == row.quote for row in hits.itertuples())
    assert list(hits["doc_id"].drop_duplicates()) == list(DOCS["doc_id"])
    for _, own in hits.groupby("doc_id"):
        assert own["start"].is_monotonic_increasing
    assert len(stance_words(hits)) + len(short_quotations(hits)) == len(hits)
    rates = rates_of_stance(DOCS, hits)
    assert len(rates) == len(DOCS) * len(STANCE_NAMES)
    assert rates["mentions"].sum() == len(hits)
    assert tuple(hits.columns) == RhetoricHit._fields


def test_an_expression_over_a_line_end_is_found():
    read = make_reading("我们必\n\n须坚持。", [Mark(3, 5, WRAP)])
    docs = pd.DataFrame({"doc_id": ["a"], "reading": pd.Series([read], dtype=object)})
    hits = stance_register(docs)
    assert hits[["quote", "word"]].to_numpy().tolist() == [["我们", "我们"], ["必\n\n须", "必须"]]


def test_reports_are_those_of_the_plan_year():
    row = BESIDE[(BESIDE["doc_id"] == "2024-alxa") & (BESIDE["domain"] == "we")].iloc[0]
    terms, totals = reference_table("terms"), reference_table("totals")
    here = totals[(totals["year"] == 2024) & (totals["level"] == "province")].iloc[0]
    counted = terms[terms["token"].isin(["我们", "咱们"]) & (terms["year"] == 2024) & (terms["level"] == "province")]
    assert row["province"] == pytest.approx(counted["count"].sum() / here["tokens"] * 10_000)
    own = TOKENS[TOKENS["doc_id"] == "2024-alxa"]["token"]
    assert row["mentions"] == own.isin(["我们", "咱们"]).sum()


def test_a_year_without_reports_has_no_rates():
    docs = DOCS.head(1).assign(plan_year=1900)
    table = rates_beside_reports(docs, TOKENS)
    assert table[["national", "province", "prefecture"]].isna().all(axis=None)
    assert (table["reports"] == 0).all()


def test_kinds_that_are_never_one_word_are_not_compared():
    assert "theme_year" not in set(BESIDE["domain"])
    assert set(BESIDE["doc_id"]) == set(DOCS["doc_id"])
