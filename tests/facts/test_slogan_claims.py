"""Sentences on own and cited numbers in the five texts, contradicted on made-up tables."""

import pandas as pd
import pytest

from analysis.closure import VERDICTS
from analysis.facts.claims import ClaimError
from analysis.facts.slogans import SPEECH, formula_closure_facts, text_closure_facts

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


# a text of annotators, and one that has joined and that nobody has read
READ, JOINED = "2023-zibo", "2030-made"


def of_read_text(*more):
    return slogans(*more).assign(doc_id=lambda table: table["doc_id"].replace({"a": READ, "b": "2024-alxa"}))


def test_a_text_that_nobody_has_read_is_counted_and_makes_no_sentence_untrue():
    joined = [(JOINED, "own", NONE, SPEECH), (JOINED, "above", FULL, SPEECH)] * 20
    facts = text_closure_facts(of_read_text(*joined))
    assert (facts["own-announcing"], facts["above-closing"]) == ("26", "21")
    assert (facts["unlisted-text"], facts["unlisted-text-own"], facts["unlisted-text-above"]) == ("B", "3", "9")
    with pytest.raises(ClaimError, match="slogans: the texts list most of their own numbers"):
        text_closure_facts(of_read_text(*((READ, *row[1:]) for row in joined)))


def listed(*rows):
    return pd.DataFrame(rows, columns=["doc_id", "quote", "owner", "verdict"])


FORMULAS = pd.DataFrame(
    [
        ("a", "1+12", "formula", "local", (1, 1, 2)),  # decoded
        ("a", "1+12", "formula", "local", (1, 1, 2)),  # mentioned again
        ("a", "1+8", "formula", "regional", (1, 8)),
        ("a", "1+N", "formula", "regional", (1, "N")),  # announces no number
        ("b", "123", "formula", "local", (1, 2, 3)),
        ("a", "三化", "list", "local", (3,)),
    ],
    columns=["doc_id", "quote", "type", "scope", "digits"],
)
NAMES = [
    *[("a", "1+12", "own", FULL), ("a", "三化", "own", FULL), ("b", "四化", "own", FULL)],
    *[("b", f"{count}有", "above", NONE) for count in "二三四五六"],
]


def test_formulas_are_left_out_or_all_counted():
    facts = formula_closure_facts(listed(*NAMES), FORMULAS)
    counts = {name.removesuffix("-formulas"): value for name, value in facts.items()}
    assert (counts["own-closing-without"], counts["own-announcing-without"]) == ("2", "2")
    assert (counts["own-closing-with"], counts["own-announcing-with"]) == ("3", "4")  # 123 is not decoded
    assert (counts["above-closing-without"], counts["above-announcing-without"]) == ("0", "5")
    assert (counts["above-closing-with"], counts["above-announcing-with"]) == ("0", "6")  # without 1+N


def test_formulas_must_not_decide_what_the_texts_list():
    sentence = "slogans: with or without formulas the texts list most own numbers and hardly any other"
    with pytest.raises(ClaimError, match=sentence):
        formula_closure_facts(listed(*NAMES, *[("b", f"{count}化", "own", NONE) for count in "五六"]), FORMULAS)
