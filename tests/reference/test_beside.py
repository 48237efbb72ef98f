"""The texts beside the reports of their year: counts are those of the tables, rare words are not taken for absent."""

import pandas as pd
import pytest
from scipy import stats

from analysis.extraction.registers import slogan_register, token_table
from analysis.reference import reference_reports, reference_table, upper_places
from analysis.reference.beside import (
    density_standings,
    leading_reference_keywords,
    rates_beside_reports,
    reference_keyness,
    unlisted_words,
)
from analysis.texts.corpus import read_corpus
from analysis.vocabulary import place_names, stop_words
from tests.named_texts import NAMED

DOCS = read_corpus()


TOKENS = token_table(DOCS)


SLOGANS = slogan_register(DOCS)


BESIDE = rates_beside_reports(DOCS, TOKENS)


TABLE = reference_keyness(DOCS, TOKENS)


KNOWN = set(reference_table("terms")["token"])


def test_standing_counts_the_reports_of_the_year():
    placed = density_standings(DOCS, SLOGANS)
    reports = reference_reports()
    for row in placed.itertuples():
        here = reports[(reports["year"] == row.year) & (reports["level"] == row.level)]
        assert row.reports == len(here)
        near = here[here["province"] == upper_places().loc[row.doc_id, "province"]]
        assert row.in_province == len(near)
        assert 0 <= row.percentile <= 100
        assert (0 <= row.percentile_in_province <= 100) == (len(near) >= 5)  # of fewer a percentile says nothing
        assert (row.per_1000 > row.median) == (row.percentile > 50) or row.per_1000 == row.median
    assert density_standings(DOCS.assign(plan_year=1900), SLOGANS).empty


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


def test_a_row_counts_the_national_and_provincial_reports_of_the_year():
    row = TABLE[(TABLE["doc_id"] == "2017-beihai") & (TABLE["token"].isin(["项目"]))].iloc[0]
    terms, totals = reference_table("terms"), reference_table("totals")
    upper = lambda table: table[(table["year"] == 2017) & (table["level"] != "prefecture")]  # noqa: E731
    assert row["reference_frequency"] == upper(terms).query("token == '项目'")["count"].sum()
    assert row["reference_words"] == upper(totals)["tokens"].sum()
    assert row["reports"] == upper(totals)["documents"].sum()
    own = TOKENS[TOKENS["doc_id"] == "2017-beihai"]
    assert (row["frequency"], row["words"]) == (own["token"].isin(["项目"]).sum(), len(own))
    a, b, c, d = (int(row[name]) for name in ("frequency", "reference_frequency", "words", "reference_words"))
    oracle = stats.chi2_contingency([[a, b], [c - a, d - b]], correction=False, lambda_="log-likelihood")
    assert row["g2"] == pytest.approx(oracle.statistic)


def test_every_text_is_compared():
    assert list(TABLE["doc_id"].drop_duplicates()) == list(DOCS["doc_id"])
    leading = set(leading_reference_keywords(TABLE)["doc_id"])  # a short text may have no keyword
    assert set(NAMED) <= leading <= set(DOCS["doc_id"])


def test_a_word_of_too_few_reports_is_listed_and_not_compared():
    rare = unlisted_words(DOCS, TOKENS)
    assert not set(rare["token"]) & KNOWN
    assert set(TABLE["token"]) <= KNOWN
    assert "1+1269" in set(rare["token"])
    counts = TOKENS.groupby(["doc_id", "token"]).size()
    assert all(counts[row.doc_id, row.token] == row.frequency for row in rare.itertuples())


def test_compared_and_rare_words_are_all_words_but_stop_words():
    rare = unlisted_words(DOCS, TOKENS)
    for doc_id, own in TOKENS.groupby("doc_id"):
        words = set(own["token"]) - stop_words()
        mine = TABLE[(TABLE["doc_id"] == doc_id) & (TABLE["frequency"] > 0)]["token"]
        assert words == set(mine) | set(rare[rare["doc_id"] == doc_id]["token"])


def test_keywords_are_no_names_and_have_a_positive_bic():
    chosen = leading_reference_keywords(TABLE)
    assert not chosen["name"].any()
    assert (chosen["bic"] > 0).all()
    assert not {"北海", "青岛", "滨州", "北海经济开发区"} & set(chosen["token"])
    assert {"北海", "青岛"} <= place_names()


def test_a_text_of_a_year_without_reports_is_left_out():
    docs = DOCS.head(2).assign(plan_year=[1900, 2023])
    assert list(reference_keyness(docs, TOKENS)["doc_id"].drop_duplicates()) == [DOCS["doc_id"][1]]


def test_nothing_is_compared_without_texts():
    empty = reference_keyness(DOCS.head(0), TOKENS.head(0))
    assert list(empty.columns) == list(TABLE.columns)
    assert empty.empty
    assert isinstance(unlisted_words(DOCS.head(0), TOKENS.head(0)), pd.DataFrame)
