"""Sentences on own and cited numbers in the five texts, contradicted on made-up tables."""

import pandas as pd
import pytest

from analysis.closure import VERDICTS
from analysis.facts.claims import ClaimError
from analysis.facts.slogans import SPEECH, text_closure_facts

FULL, PART, NONE = VERDICTS
ROWS = [
    *[("a", "own", FULL, "news feature")] * 3,
    ("a", "above", FULL, "news feature"),
    *[("b", "own", FULL, SPEECH)] * 2,
    ("b", "own", PART, SPEECH),
    *[("b", "above", NONE, SPEECH)] * 9,
]


def slogans(*more, without=()):
    rows = [row for row in ROWS if row not in without] + list(more)
    table = pd.DataFrame(rows, columns=["doc_id", "owner", "verdict", "genre"])
    return table.assign(label=table["doc_id"].str.upper())


def test_slogans_are_counted_by_owner_and_text():
    facts = text_closure_facts(slogans())
    assert (facts["own-closing"], facts["own-announcing"]) == ("5", "6")
    assert (facts["above-closing"], facts["above-announcing"]) == ("1", "10")
    assert (facts["unlisted-text"], facts["unlisted-text-own"], facts["unlisted-text-above"]) == ("B", "3", "9")
    assert (facts["closing"], facts["partial"], facts["unlisted"]) == ("6", "1", "9")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ([("a", "own", NONE, "news feature")] * 9, "slogans: the texts list most of their own numbers"),
        ([("a", "above", FULL, "news feature")] * 9, "slogans: the texts list hardly any number from above"),
        ([("b", "above", FULL, SPEECH)], "slogans: the speech lists none of the numbers from above"),
        ([("b", "own", NONE, SPEECH)], "slogans: the speech lists most of its own numbers"),
        (
            [("c", "above", FULL, "news page"), *[("c", "above", NONE, "news page")] * 9],
            "slogans: the numbers from above that are listed are all in one text",
        ),
    ],
)
def test_a_sentence_fails_on_a_table_that_contradicts_it(more, sentence):
    with pytest.raises(ClaimError, match=sentence):
        text_closure_facts(slogans(*more))
