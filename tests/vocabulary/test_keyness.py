"""Keyness against scipy as oracle, and by laws: swapping flips, nothing is key against itself."""

import math
import re
import warnings

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from analysis.extraction.registers import token_table
from analysis.texts.corpus import read_corpus
from analysis.vocabulary import stop_words
from analysis.vocabulary.keyness import (
    LEAST_MENTIONS,
    Keyness,
    adjust_p_values,
    chi_squared_p_value,
    corpus_contrasts,
    corpus_keyness,
    keyness_of_counts,
    keyness_of_tokens,
    leading_keywords,
    log_likelihood,
    log_ratio,
)
from analysis.vocabulary.segment import kept_words

DOCS = read_corpus()
TOKENS = token_table(DOCS)
TABLE = corpus_keyness(DOCS, TOKENS)


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
    assert abs(log_likelihood(a, b, c, d)) == pytest.approx(oracle.statistic, abs=1e-6)
    assert chi_squared_p_value(oracle.statistic) == pytest.approx(stats.chi2.sf(oracle.statistic, 1), rel=1e-9)


@given(tables())
def test_swapping_the_groups_flips_the_sign(table):
    a, b, c, d = table
    assert log_likelihood(b, a, d, c) == pytest.approx(-log_likelihood(a, b, c, d))
    assert log_ratio(b, a, d, c) == pytest.approx(-log_ratio(a, b, c, d))


@given(st.integers(1, 50), st.integers(1, 50), st.integers(2, 9))
def test_equal_rates_have_no_keyness(a, rest, times):
    c = a + rest
    assert log_likelihood(a, a * times, c, c * times) == 0
    assert log_ratio(a, a * times, c, c * times) == pytest.approx(0)


@given(st.lists(st.floats(0, 1), max_size=40))
def test_adjusted_p_values_equal_scipy(p):
    assert adjust_p_values(p) == pytest.approx(list(stats.false_discovery_control(p)) if p else [])


def test_log_ratio_counts_doublings():
    assert log_ratio(8, 1, 100, 100) == pytest.approx(3)
    assert log_ratio(1, 0, 100, 100) == pytest.approx(1)  # zero is taken as a half


def test_a_text_has_no_keywords_against_itself():
    own = TOKENS[TOKENS["doc_id"] == TOKENS["doc_id"].iloc[0]]
    table = keyness_of_tokens(own, own)
    assert len(table) > 100
    assert set(table["g2"]) == {0.0}
    assert leading_keywords(table.assign(contrast="itself", kind="text")).empty


def test_swapping_two_texts_flips_the_table():
    first, second = (TOKENS[TOKENS["doc_id"] == doc_id] for doc_id in DOCS["doc_id"].head(2))
    there = keyness_of_tokens(first, second).set_index("token").sort_index()
    back = keyness_of_tokens(second, first).set_index("token").sort_index()
    assert there["g2"].tolist() == pytest.approx((-back["g2"]).tolist())
    assert there["log_ratio"].tolist() == pytest.approx((-back["log_ratio"]).tolist())
    assert there["bic"].tolist() == pytest.approx(back["bic"].tolist())
    assert there["frequency"].tolist() == back["reference_frequency"].tolist()


def test_bic_takes_the_logarithm_of_all_words_off():
    row = TABLE.to_dict("records")[0]
    assert row["bic"] == pytest.approx(abs(row["g2"]) - math.log(len(TOKENS)))


def test_every_text_every_place_with_two_years_and_news_are_compared():
    contrasts = corpus_contrasts(DOCS)
    assert [contrast.kind for contrast in contrasts] == [*["text"] * len(DOCS), "time", "genre"]
    for contrast in contrasts:
        assert contrast.target
        assert contrast.reference
        assert not set(contrast.target) & set(contrast.reference)
    years = DOCS.set_index("doc_id")["plan_year"]
    time = contrasts[-2]
    assert min(years[list(time.target)]) > max(years[list(time.reference)])


def test_a_single_text_compares_with_nothing():
    table = corpus_keyness(DOCS.head(1), TOKENS)
    assert table.empty
    assert list(table.columns) == ["contrast", "kind", *Keyness._fields]


def test_tables_without_words_keep_their_columns():
    table = keyness_of_tokens(TOKENS.head(0), TOKENS)
    assert table.empty
    assert list(table.columns) == list(Keyness._fields)


def test_a_keyword_is_a_frequent_word_that_the_target_has_more_often():
    found = leading_keywords(TABLE, 10)
    assert (found["frequency"] >= LEAST_MENTIONS).all()
    assert (found["per_10k"] > found["reference_per_10k"]).all()
    assert (found["log_ratio"] > 0).all()
    assert (found["bic"] > 0).all()
    assert found.groupby("contrast").size().max() <= 10


def test_stop_words_are_listed_on_request_and_change_no_statistic():
    without, with_them = (keyness_of_tokens(TOKENS.head(900), TOKENS.tail(900), stop_words=listed) for listed in (0, 1))
    assert not set(without["token"]) & stop_words()
    assert set(with_them["token"]) & stop_words()
    both = with_them.set_index("token").loc[without["token"], "g2"]
    assert both.tolist() == without["g2"].tolist()


def test_no_punctuation_stands_among_the_words():
    marks = re.compile(r"[\s，。、；：！？“”‘’（）《》〈〉【】…—·,;:!?\"'()\[\]<>/\\|]")
    allowed = {word for word in kept_words() if marks.search(word)}
    assert [word for word in set(TABLE["token"]) - allowed if marks.search(word)] == []


def test_the_first_keyword_has_the_evidence_that_scipy_computes():
    row = leading_keywords(TABLE, 1).iloc[0]
    a, b, c, d = (int(row[name]) for name in ("frequency", "reference_frequency", "words", "reference_words"))
    expected = stats.chi2_contingency([[a, b], [c - a, d - b]], correction=False, lambda_=0)[0]
    assert row["g2"] == pytest.approx(expected)


# Two groups that can be counted by hand: 10 words of which 8 are 甲, 100 words of which 1 is.


@pytest.fixture(scope="module")
def by_hand():
    return keyness_of_counts({"甲": 8, "乙": 2}, 10, {"甲": 1, "丙": 9}, 100)


def test_a_row_holds_counts_sizes_and_rates_per_ten_thousand(by_hand):
    row = by_hand.to_dict("records")[0]
    assert (row["token"], row["frequency"], row["reference_frequency"]) == ("甲", 8, 1)
    assert (row["words"], row["reference_words"]) == (10, 100)
    assert (row["per_10k"], row["reference_per_10k"]) == (8000, 100)
    assert row["log_ratio"] == pytest.approx(math.log2(80))
    assert row["p"] == pytest.approx(stats.chi2.sf(row["g2"], 1))
    assert row["bic"] == pytest.approx(row["g2"] - math.log(110))


def test_a_word_of_one_side_alone_counts_as_half_there_and_is_compared(by_hand):
    rows = by_hand.set_index("token")
    assert rows.loc["乙", "log_ratio"] == pytest.approx(math.log2((2 / 10) / (0.5 / 100)))
    assert rows.loc["丙", "log_ratio"] == pytest.approx(math.log2((0.5 / 10) / (9 / 100)))
    assert rows.loc["丙", ["frequency", "reference_frequency"]].tolist() == [0, 9]


def test_words_come_by_falling_g2_and_equal_ones_by_code_point(by_hand):
    assert by_hand["token"].tolist() == ["甲", "乙", "丙"]
    assert keyness_of_counts({"乙": 1, "丁": 1, "丙": 1}, 9, {}, 9)["token"].tolist() == ["丁", "丙", "乙"]


def test_q_adjusts_over_all_words_compared(by_hand):
    assert by_hand["q"].tolist() == pytest.approx(list(stats.false_discovery_control(by_hand["p"])))


@pytest.mark.parametrize(("c", "d"), [(0, 5), (5, 0), (0, 0)])
def test_a_side_without_words_compares_nothing(c, d):
    assert keyness_of_counts({"甲": 1}, c, {"甲": 1}, d).empty


def texts(*rows):
    columns = ["doc_id", "label", "label_zh", "place", "date", "plan_year", "genre"]
    return pd.DataFrame(rows, columns=columns)


ONE_PLACE = texts(
    ("a3", "A 2023", "甲", "甲区", "2023-01-02", 2023, "work report"),
    ("a1", "A 2021", "甲", "甲区", "2021-01-02", 2021, "news"),
    ("a2", "A 2022", "甲", "甲区", "2022-01-02", 2022, "speech"),
)


def test_contrasts_say_what_is_compared_in_both_languages():
    first, *_, time, genre = corpus_contrasts(ONE_PLACE)
    assert first == ("A 2023 甲 against the others", "A 2023 甲与其余文本", "text", ("a3",), ("a1", "a2"))
    assert time == ("A 2023 甲 against earlier texts", "A 2023 甲与earlier texts", "time", ("a3",), ("a1", "a2"))
    assert genre == ("news against work report and speech", "新闻与其他体裁", "genre", ("a1",), ("a3", "a2"))


def test_two_texts_of_a_place_name_each_other():
    _, _, time, _ = corpus_contrasts(ONE_PLACE.head(2))
    assert time == ("A 2023 甲 against A 2021 甲", "A 2023 甲与A 2021 甲", "time", ("a3",), ("a1",))


def test_texts_of_one_year_or_one_genre_have_no_contrast_of_time_or_genre():
    same = ONE_PLACE.assign(plan_year=2023, genre="news feature")
    assert {contrast.kind for contrast in corpus_contrasts(same)} == {"text"}
    assert {contrast.kind for contrast in corpus_contrasts(same.assign(genre="speech"))} == {"text"}


def test_a_single_text_has_no_contrast():
    assert corpus_contrasts(ONE_PLACE.head(1)) == []


def test_places_come_by_the_date_of_their_first_text():
    other = ONE_PLACE.assign(place="申区", date="2020-01-02", doc_id=["c3", "c1", "c2"])
    times = [contrast for contrast in corpus_contrasts(pd.concat([ONE_PLACE, other])) if contrast.kind == "time"]
    assert [contrast.target[0][0] for contrast in times] == ["c", "a"]


def test_no_stop_word_is_compared_unless_asked_for():
    assert not set(TABLE["token"]) & stop_words()
    assert keyness_of_counts({"的": 5}, 10, {}, 10).empty
    assert keyness_of_counts({"的": 5}, 10, {}, 10, stop_words=True)["token"].tolist() == ["的"]


def test_rows_are_numbered_from_zero():
    for table in (TABLE, leading_keywords(TABLE), keyness_of_counts({"甲": 8}, 10, {"乙": 1}, 100)):
        assert table.index.tolist() == list(range(len(table)))
    assert list(leading_keywords(TABLE).columns) == list(TABLE.columns)


def judged(**changed):
    row = {"contrast": "a", "kind": "text", "token": "甲", "frequency": 3, "g2": 20.0, "bic": 1.0}
    return pd.DataFrame([row | changed])


def test_a_keyword_needs_three_mentions_a_positive_bic_and_more_in_the_target():
    assert len(leading_keywords(judged())) == 1
    for changed in ({"frequency": 2}, {"bic": 0.0}, {"bic": -1.0}, {"g2": -20.0}, {"g2": 0.0}, {"kind": "reference"}):
        assert leading_keywords(judged(**changed)).empty, changed


def test_keywords_are_the_first_of_each_contrast_and_of_the_kinds_asked_for():
    table = pd.concat(
        [judged(token=token, contrast=c, kind=k) for c, k in (("a", "text"), ("b", "time")) for token in "甲乙丙"]
    )
    assert leading_keywords(table, 2)["token"].tolist() == ["甲", "乙", "甲", "乙"]
    assert set(leading_keywords(table, 2, kinds=("time",))["contrast"]) == {"b"}
    assert len(leading_keywords(pd.concat([judged(token=str(n)) for n in range(12)]))) == 10
