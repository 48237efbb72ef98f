"""Words of Party and government: counted by hand, and no claim survives a table that denies it."""

import pandas as pd
import pytest

from analysis.facts.claims import ClaimError
from analysis.facts.vocabulary import party_word_facts
from analysis.reference.beside import PARTY_STEMS, government_mentions, stem_rates
from analysis.texts import make_reading

DOCS = pd.DataFrame(
    {
        "doc_id": ["a", "b"],
        "label": ["A", "B"],
        "label_zh": ["甲", "乙"],
        "place": ["甲区", "乙区"],
        "plan_year": [2020, 2021],
        "reading": [make_reading("市委、市政府和政府债务。"), make_reading("盟委、行署。省党委、政府。")],
    }
)
WORDS = ["干部", "干部职工", "党工委", "改革", "发展", "发展", "发展", "发展", "发展", "发展"]  # ten, 党工委 uncounted
TOKENS = pd.DataFrame({"doc_id": ["a"] * 10 + ["b"] * 5, "token": [*WORDS, *["党建"] * 5]})
LEVELS = ("national", "province", "prefecture")


def reference(**counts):
    """Return terms and totals of two years in which each level has a hundred words, with the counts of each token."""
    rows = [
        (token, level, year, count)
        for token, count in {"干部": 1, "干部职工": 0, "党建": 2, "改革": 4, "政府": 5, **counts}.items()
        for level in LEVELS
        for year in (2020, 2021)
    ]
    totals = pd.DataFrame([(level, year, 100, 3) for level in LEVELS for year in (2020, 2021)])
    terms = pd.DataFrame(rows, columns=["token", "level", "year", "count"])
    return terms, totals.set_axis(["level", "year", "tokens", "documents"], axis=1)


def row_of(table, stem, doc_id):
    return table[(table["stem"] == stem) & (table["doc_id"] == doc_id)].iloc[0]


def test_mentions_and_what_the_reports_would_give_are_counted_by_hand():
    table = stem_rates(DOCS, TOKENS, *reference())
    cadres = row_of(table, "干部", "a")
    assert cadres["mentions"] == 2
    assert cadres["expected"] == pytest.approx(10 * 2 / 200)  # one of a hundred words, at both upper levels
    assert cadres["expected_prefectures"] == pytest.approx(10 * 1 / 100)
    assert (cadres["per_10k"], cadres["reports_per_10k"]) == (2000, pytest.approx(100))
    assert (cadres["reports"], cadres["prefectures"]) == (6, 3)
    assert row_of(table, "党", "a")["mentions"] == 0  # 党工委 is no word of the reference
    assert row_of(table, "党", "b")["mentions"] == 5


def test_expectation_grows_with_the_length_of_a_text():
    """Twice the text, twice what the reports would give; the rates stay."""
    once, twice = (stem_rates(DOCS, words, *reference()) for words in (TOKENS, pd.concat([TOKENS, TOKENS])))
    assert (2 * once["expected"]).tolist() == pytest.approx(twice["expected"].tolist())
    assert once["per_10k"].tolist() == pytest.approx(twice["per_10k"].tolist())


def test_a_government_behind_a_committee_is_told_from_one_alone():
    assert government_mentions(DOCS)["behind"].tolist() == [True, False, True]


ZIBO = ("2023-zibo", "2023-beihai", "2024-alxa")


def rates(*changed):
    """Return rates of three texts, as the chapter says they are, but for the changes (stem, text, column, value)."""
    usual = {"党": (6, 3), "干部": (6, 1), "政府": (1, 5), "改革": (1, 5)}
    rows = []
    for stem in PARTY_STEMS:
        for doc_id in ZIBO:
            mentions, expected = (1, 3) if (stem, doc_id) == ("党", "2023-zibo") else usual[stem]
            rows.append([stem, doc_id, doc_id, doc_id, mentions, float(expected), float(expected)])
    table = pd.DataFrame(
        rows, columns=["stem", "doc_id", "label", "place", "mentions", "expected", "expected_prefectures"]
    )
    for stem, doc_id, column, value in changed:
        table.loc[(table["stem"] == stem) & (table["doc_id"] == doc_id), column] = value
    return table


BEHIND = pd.DataFrame({"doc_id": "a", "behind": [True, True, False]})


def test_facts_are_sums_over_the_texts():
    facts = party_word_facts(rates(), BEHIND)
    assert (facts["cadres-mentions"], facts["cadres-expected"], facts["cadres-ratio"]) == ("18", "3", "6.0")
    assert (facts["government-mentions"], facts["government-expected"]) == ("3", "15")
    assert (facts["government-all"], facts["government-behind"]) == ("3", "2")
    assert facts["cadres-ratio-places"] == "3"


@pytest.mark.parametrize(
    ("change", "claimed"),
    [
        (("干部", "2024-alxa", "mentions", 1), "vocabulary: every text names cadres more often than the reports of its year"),
        (("政府", "2024-alxa", "mentions", 5), "vocabulary: every text names government less often than the reports of its year"),
        (("改革", "2023-zibo", "mentions", 9), "vocabulary: every text names reform less often than the reports of its year"),
        (("党", "2023-zibo", "mentions", 9), "vocabulary: Zibo alone names the Party less often"),
        (("党", "2024-alxa", "mentions", 1), "vocabulary: Zibo alone names the Party less often"),
        (
            ("干部", "2024-alxa", "expected_prefectures", 9.0),
            "vocabulary: beside the reports of prefectures it is the same",
        ),
    ],
)  # fmt: skip
def test_claims_fail_on_rates_that_deny_them(change, claimed):
    with pytest.raises(ClaimError, match=claimed):
        party_word_facts(rates(change), BEHIND)


def test_a_government_that_comes_first_breaks_the_sentence_on_it():
    with pytest.raises(ClaimError, match="vocabulary: government follows the Party committee but once"):
        party_word_facts(rates(), BEHIND.assign(behind=[True, False, False]))
