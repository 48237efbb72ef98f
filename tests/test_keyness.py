"""Keyness against scipy as oracle, and by laws: swapping flips, nothing is key against itself."""

import math
import re
import warnings

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from analysis import corpus, keyness, segment

DOCS = corpus.read()
TOKENS = segment.tokens(DOCS)
TABLE = keyness.across(DOCS, TOKENS)


@st.composite
def tables(draw):
    c, d = draw(st.integers(1, 5000)), draw(st.integers(1, 5000))
    return draw(st.integers(0, c)), draw(st.integers(0, d)), c, d


@given(tables())
def test_g2_and_p_equal_scipy(table):
    a, b, c, d = table
    assume(0 < a + b < c + d)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        oracle = stats.chi2_contingency([[a, b], [c - a, d - b]], correction=False, lambda_="log-likelihood")
    assert abs(keyness.g2(a, b, c, d)) == pytest.approx(oracle.statistic, abs=1e-6)
    assert keyness.p_value(oracle.statistic) == pytest.approx(stats.chi2.sf(oracle.statistic, 1), rel=1e-9)


@given(tables())
def test_swapping_the_groups_flips_the_sign(table):
    a, b, c, d = table
    assert keyness.g2(b, a, d, c) == pytest.approx(-keyness.g2(a, b, c, d))
    assert keyness.log_ratio(b, a, d, c) == pytest.approx(-keyness.log_ratio(a, b, c, d))


@given(st.integers(1, 50), st.integers(1, 50), st.integers(2, 9))
def test_equal_rates_have_no_keyness(a, rest, times):
    c = a + rest
    assert keyness.g2(a, a * times, c, c * times) == 0
    assert keyness.log_ratio(a, a * times, c, c * times) == pytest.approx(0)


@given(st.lists(st.floats(0, 1), max_size=40))
def test_adjusted_p_values_equal_scipy(p):
    assert keyness.adjusted(p) == pytest.approx(list(stats.false_discovery_control(p)) if p else [])


def test_log_ratio_counts_doublings():
    assert keyness.log_ratio(8, 1, 100, 100) == pytest.approx(3)
    assert keyness.log_ratio(1, 0, 100, 100) == pytest.approx(1)  # zero is taken as a half


def test_a_text_has_no_keywords_against_itself():
    own = TOKENS[TOKENS["doc_id"] == TOKENS["doc_id"].iloc[0]]
    table = keyness.compare(own, own)
    assert len(table) > 100
    assert set(table["g2"]) == {0.0}
    assert keyness.keywords(table.assign(contrast="itself", kind="text")).empty


def test_swapping_two_texts_flips_the_table():
    first, second = (TOKENS[TOKENS["doc_id"] == doc_id] for doc_id in DOCS["doc_id"].head(2))
    there = keyness.compare(first, second).set_index("token").sort_index()
    back = keyness.compare(second, first).set_index("token").sort_index()
    assert there["g2"].tolist() == pytest.approx((-back["g2"]).tolist())
    assert there["log_ratio"].tolist() == pytest.approx((-back["log_ratio"]).tolist())
    assert there["bic"].tolist() == pytest.approx(back["bic"].tolist())
    assert there["frequency"].tolist() == back["reference_frequency"].tolist()


def test_bic_takes_the_logarithm_of_all_words_off():
    row = TABLE.to_dict("records")[0]
    assert row["bic"] == pytest.approx(abs(row["g2"]) - math.log(len(TOKENS)))


def test_every_text_every_place_with_two_years_and_news_are_compared():
    contrasts = keyness.contrasts(DOCS)
    assert [contrast.kind for contrast in contrasts] == [*["text"] * len(DOCS), "time", "genre"]
    for contrast in contrasts:
        assert contrast.target
        assert contrast.reference
        assert not set(contrast.target) & set(contrast.reference)
    years = DOCS.set_index("doc_id")["plan_year"]
    time = contrasts[-2]
    assert min(years[list(time.target)]) > max(years[list(time.reference)])


def test_a_single_text_compares_with_nothing():
    table = keyness.across(DOCS.head(1), TOKENS)
    assert table.empty
    assert list(table.columns) == ["contrast", "kind", *keyness.Keyness._fields]


def test_tables_without_words_keep_their_columns():
    table = keyness.compare(TOKENS.head(0), TOKENS)
    assert table.empty
    assert list(table.columns) == list(keyness.Keyness._fields)


def test_a_keyword_is_a_frequent_word_that_the_target_has_more_often():
    found = keyness.keywords(TABLE, 10)
    assert (found["frequency"] >= keyness.LEAST).all()
    assert (found["per_10k"] > found["reference_per_10k"]).all()
    assert (found["log_ratio"] > 0).all()
    assert (found["bic"] > 0).all()
    assert found.groupby("contrast").size().max() <= 10


def test_stop_words_are_listed_on_request_and_change_no_statistic():
    without, with_them = (keyness.compare(TOKENS.head(900), TOKENS.tail(900), stop_words=listed) for listed in (0, 1))
    assert not set(without["token"]) & segment.stop_words()
    assert set(with_them["token"]) & segment.stop_words()
    both = with_them.set_index("token").loc[without["token"], "g2"]
    assert both.tolist() == without["g2"].tolist()


def test_no_punctuation_stands_among_the_words():
    marks = re.compile(r"[\s，。、；：！？“”‘’（）《》〈〉【】…—·,;:!?\"'()\[\]<>/\\|]")
    allowed = {word for word in segment.words() if marks.search(word)}
    assert [word for word in set(TABLE["token"]) - allowed if marks.search(word)] == []


def test_the_worked_example_is_right():
    facts = keyness.worked_example(TABLE)
    a, b, c, d = (int(facts[f"key-{name}"].replace(",", "")) for name in "abcd")
    assert facts["key-g2"] == f"{stats.chi2_contingency([[a, b], [c - a, d - b]], correction=False, lambda_=0)[0]:.1f}"
    assert float(facts["key-expected"]) == pytest.approx((a + b) * c / (c + d), abs=0.05)


def test_facts_are_strings():
    assert all(isinstance(value, str) and value for value in keyness.facts(TABLE).values())
    assert isinstance(TABLE, pd.DataFrame)
