"""Reliability: scores and errors are arranged as they are, judged hits are complete, and kappa is as defined."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotation import agreement_scores, read_gold
from analysis.annotation.reliability import (
    ACCEPTED_VERDICT,
    ALL_KINDS,
    JUDGED_DRAWS,
    JUDGEMENT_COLUMNS,
    agreement_by_kind,
    agreement_shares,
    cohens_kappa,
    device_precision,
    errors_with_sentences,
    read_judgements,
    rules_as_annotation,
)
from analysis.extraction.registers import metaphor_register
from analysis.rhetoric import expression_kinds
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()


JUDGED = {name: read_judgements(name) for name in ACCEPTED_VERDICT}


PASSES = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40)


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


# Agreement with the annotation


def test_shares_are_scores_one_row_a_measure(docs):
    gold = read_gold()
    scores = agreement_scores(gold, rules_as_annotation(docs))
    table = agreement_shares(scores).set_index(["layer", "measure"])
    assert table.loc[("slogans", "f1"), "share"] == scores.loc["slogans", "f1"]
    assert table.loc[("targets", "recall"), "n"] == scores.loc["targets", "gold"]
    assert table["share"].between(0, 1).all()
    assert table["ceiling"].notna().sum() == 2


def test_scores_by_kind_cover_both_layers(docs):
    gold = read_gold()
    table = agreement_by_kind(gold, rules_as_annotation(docs))
    assert table.groupby("layer")["annotated"].sum().to_dict() == {
        "slogans": len(gold.slogans),
        "targets": len(gold.targets),
    }
    assert table["f1"].between(0, 1).all()


def test_a_sentence_holds_its_quote_and_ends_at_marks():
    errors = pd.DataFrame({"doc_id": ["a"], "start": [4], "end": [6]})
    docs = pd.DataFrame({"doc_id": ["a"], "raw": ["前句。今年增长,很快。后句。"]})
    assert errors_with_sentences(errors, docs).loc[0, "sentence"] == "今年增长,很快"


# Judged hits


@pytest.mark.parametrize("name", JUDGED)
def test_judgements_are_complete_and_point_into_the_texts(name):
    judged = JUDGED[name]
    assert set(judged[["first", "second"]].to_numpy().ravel()) <= {
        *("metaphorical", "literal", "other domain"),
        *("of the kind", "not"),
    }
    assert not judged.duplicated(["doc_id", "start"]).any()
    assert set(judged["draw"]) == set(JUDGED_DRAWS)
    raw = DOCS.set_index("doc_id")["raw"]
    own = judged[judged["doc_id"].isin(raw.index)]
    assert len(own)
    assert all(raw[row.doc_id][row.start : row.end] == row.quote for row in own.itertuples())


def test_judged_metaphors_of_the_corpus_are_found_or_left_out_by_name():
    found = set(metaphor_register(DOCS)[["doc_id", "start"]].itertuples(index=False, name=None))
    own = JUDGED["metaphors"][JUDGED["metaphors"]["doc_id"].isin(DOCS["doc_id"])]
    lost = [row for row in own.itertuples() if (row.doc_id, row.start) not in found and not row.within]
    accepted = [row.quote for row in lost if row.first == row.second == "metaphorical"]
    assert set(accepted) == {"支柱产业"}  # a term, faded


@pytest.mark.parametrize("name", JUDGED)
def test_no_kind_that_is_kept_falls_below_nine_in_ten(name):
    table = device_precision(JUDGED[name], name)
    assert set(table["domain"]) == {*expression_kinds(name), ALL_KINDS}
    assert (table["kept_precision"] >= 0.9).all()


def test_a_hit_that_changed_its_domain_is_not_kept():
    hits = pd.DataFrame(
        [("a", 0, 3, "石榴籽", "", domain, 1, "metaphorical", "other domain") for domain in ("warmth", "organism")],
        columns=JUDGEMENT_COLUMNS,
    )
    table = device_precision(hits).set_index("domain")
    assert table["kept"].to_dict() == {"organism": 1, "warmth": 0, "all": 1}
    assert table.loc["warmth", "second_annotator"] == 0
    assert pd.isna(table.loc["warmth", "kept_precision"])


def test_a_hit_within_a_longer_expression_is_not_kept():
    hits = pd.DataFrame(
        [("a", place, place + 1, "要", within, "obligation", 1, said, said)
         for place, (within, said) in enumerate([("", "of the kind"), ("吃拿卡要", "not")])],
        columns=JUDGEMENT_COLUMNS,
    )  # fmt: skip
    row = device_precision(hits, "stance").iloc[0]
    assert (row["n"], row["kept"], row["kept_precision"]) == (2, 1, 1.0)


def test_kappa_of_a_textbook_table():
    first = [True] * 25 + [False] * 25
    second = [True] * 20 + [False] * 5 + [True] * 10 + [False] * 15
    assert cohens_kappa(first, second) == pytest.approx(0.4)


def test_kappa_of_three_categories_as_published():
    """Cohen (1960), table 2: 200 patients, p_o 0.70, p_e 0.41."""
    counts = {("a", "a"): 88, ("a", "b"): 14, ("a", "c"): 18, ("b", "a"): 10, ("b", "b"): 40, ("b", "c"): 10}
    counts |= {("c", "a"): 2, ("c", "b"): 6, ("c", "c"): 12}
    first, second = zip(*(pair for pair, count in counts.items() for _ in range(count)), strict=True)
    assert cohens_kappa(first, second) == pytest.approx(0.492, abs=5e-4)


@given(PASSES)
def test_kappa_is_symmetric_and_one_for_full_agreement(pairs):
    first, second = (list(side) for side in zip(*pairs, strict=True))
    found = cohens_kappa(first, second)
    assert found == cohens_kappa(second, first)
    own = cohens_kappa(first, first)
    assert (own is None) == (len(set(first)) == 1)
    assert own is None or math.isclose(own, 1)


def test_passes_of_different_length_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        cohens_kappa([True], [])
