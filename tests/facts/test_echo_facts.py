"""What the part on echoes says of the five texts: each sentence is contradicted by a table made for it."""

import pandas as pd
import pytest

from analysis.facts import beside_claims, beside_facts, formula_claims
from analysis.facts.claims import ClaimError
from analysis.facts.rhetoric import QUOTED_FORMULAS
from analysis.reference import reference_reports

TEXTS = ["2017-beihai", "2023-beihai", "2023-zibo", "2024-shibei", "2024-alxa"]


# Beside the reports of the year


def beside(**changed):
    """Return a table of which all sentences are true; `war=[...]` gives the mentions of the five texts."""
    mentions = {
        "war": [4, 6, 6, 3, 14],
        "resolve": [1, 16, 12, 20, 41],
        "obligation": [2, 2, 2, 19, 70],
    } | changed
    rows = [
        (doc_id, doc_id, int(doc_id[:4]), domain, count, 10.0 * count, 25.0 if domain == "resolve" else 20.0)
        for domain, counts in mentions.items()
        for doc_id, count in zip(TEXTS, counts, strict=True)
    ]
    columns = ["doc_id", "label", "year", "domain", "mentions", "per_10k", "province"]
    return pd.DataFrame(rows, columns=columns).assign(national=70.0)


def test_texts_are_counted_that_use_more_words_and_enough_of_them():
    facts = beside_facts(beside())
    assert (facts["above-war"], facts["often-war"], facts["few-war"], facts["beside-texts"]) == ("5", "3", "2", "5")
    assert (facts["war-least"], facts["war-most"]) == ("3.0", "7.0")
    assert facts["first-obligation-texts"] == "2024-alxa and 2024-shibei"
    provincial = reference_reports().query("level == 'province'")["year"].value_counts()
    assert facts["beside-reports"] == ", ".join(f"{provincial[year]} of {year}" for year in (2017, 2023, 2024))
    assert facts["below-resolve-texts"] == "2017-beihai"
    beside_claims(beside())


def test_a_kind_of_few_mentions_has_no_ratio():
    facts = beside_facts(beside(war=[4, 4, 4, 3, 4]))
    assert facts["often-war"] == "0"
    assert "war-least" not in facts


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"war": [4, 6, 6, 1, 14]}, "rhetoric: every text uses words of war more densely than the provinces"),
        ({"resolve": [9, 16, 12, 20, 41]}, "rhetoric: all texts but one use more words of resolve"),
        ({"obligation": [2, 2, 2, 8, 70]}, "rhetoric: two texts command six times as often"),
    ],
)
def test_a_sentence_on_the_texts_that_is_no_longer_true_is_told(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        beside_claims(beside(**changed))


def test_a_text_that_nobody_has_read_makes_no_sentence_untrue():
    joined = pd.concat(
        [beside(), beside(war=[0] * 5, resolve=[0] * 5).head(10).assign(doc_id="2030-made", label="Made")]
    )
    beside_claims(joined)
    assert beside_facts(joined)["beside-texts"] == "6"


# Borrowed formulas


def quoted():
    rows = [(words, origin, reports[0], 2025) for words, origin, reports, _ in QUOTED_FORMULAS]
    return pd.DataFrame(rows, columns=["formula", "origin", "everywhere", "first"])


def parts(**changed):
    """Return the parts of each text in per cent; `elsewhere=[...]` gives those of the five texts."""
    shares = {
        "nation": [3, 5, 1, 9, 6],
        "province": [1, 5, 2, 6, 5],
        "prefecture": [1, 1, 2, 5, 0],
        "elsewhere": [15, 20, 20, 20, 25],
        "later": [1, 1, 1, 2, 1],
        "nowhere": [79, 68, 74, 58, 63],
    } | changed
    rows = [
        (doc_id, origin, count, 100, count / 100)
        for origin, counts in shares.items()
        for doc_id, count in zip(TEXTS, counts, strict=True)
    ]
    return pd.DataFrame(rows, columns=["doc_id", "origin", "characters", "of", "share"])


def test_sentences_that_are_true_pass():
    formula_claims(quoted(), parts())


def test_a_text_that_is_not_compared_says_nothing():
    absent = pd.DataFrame({"doc_id": "new", "origin": list(parts()["origin"].unique()), "characters": 0, "of": 0})
    formula_claims(quoted(), pd.concat([parts(), absent.assign(share=0.0)]))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"later": [16, 1, 1, 1, 1]}, "formulas: what only other places say is the largest shared part"),
        ({"province": [14, 19, 19, 19, 24]}, "formulas: other places share more than all levels above together"),
        ({"nation": [3, 5, 1, 10, 6]}, "formulas: the national report never reaches a tenth of a text"),
        ({"nowhere": [79, 68, 74, 50, 63]}, "formulas: more than half of every text is in no work report"),
    ],
)
def test_a_sentence_on_formulas_that_is_no_longer_true_is_told(changed, sentence):
    with pytest.raises(ClaimError, match=sentence):
        formula_claims(quoted(), parts(**changed))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (0, "formulas: of all reports one of Binzhou alone has the three maps"),
        (1, "formulas: Beihai has the target sentence of its city"),
        (2, "formulas: Shibei shares a clause with the State Council and many places"),
        (3, "formulas: two later reports repeat a triple of Zibo"),
    ],
)
def test_a_formula_that_is_quoted_is_where_the_chapter_says(number, sentence):
    with pytest.raises(ClaimError, match=sentence):
        formula_claims(quoted().drop(number), parts())
    with pytest.raises(ClaimError, match=sentence):
        formula_claims(
            quoted().assign(everywhere=lambda table: table["everywhere"].where(table.index != number, 999)), parts()
        )
