"""Numbers of the prose: formatted strings, whatever a table holds."""

import pandas as pd
import pytest

from analysis.annotation import agreement_scores, disagreements, read_gold
from analysis.annotation.adjudicated import (
    adjudicated_closures,
    adjudicated_refusals,
    adjudicated_slogans,
    adjudicated_statements,
)
from analysis.annotation.agreement import confusion_table
from analysis.annotation.reliability import rules_as_annotation, scores_on_reports
from analysis.extraction.registers import token_table
from analysis.facts import reliability_facts, slogan_facts, target_facts, text_facts, vocabulary_facts
from analysis.facts.claims import ClaimError
from analysis.texts import make_reading
from analysis.vocabulary.frequency import term_frequencies, term_spread
from tests.named_texts import named_texts


@pytest.fixture(scope="module")
def docs():
    return named_texts()


@pytest.fixture(scope="module")
def found(docs):
    return adjudicated_slogans(docs)


@pytest.fixture(scope="module")
def stated(docs):
    return adjudicated_statements(docs)


@pytest.fixture(scope="module")
def closures(docs):
    return adjudicated_closures(docs)


@pytest.fixture(scope="module")
def counts(docs):
    return term_frequencies(token_table(docs))


def test_facts_are_formatted_strings(docs, found, stated, closures, counts):
    refused = adjudicated_refusals(docs)
    gold = read_gold()
    rules = rules_as_annotation(docs)
    chapters = [
        text_facts(docs),
        vocabulary_facts(docs, counts, term_spread(counts, len(docs))),
        slogan_facts(docs, found, closures, refused),
        target_facts(docs, stated, refused),
        reliability_facts(
            agreement_scores(gold, rules),
            disagreements(gold, rules),
            confusion_table(gold, rules),
            scores_on_reports(),
        ),
    ]
    for chapter in chapters:
        for name, text in chapter.items():
            assert isinstance(text, str), name
            assert text, name
            assert "np." not in text, name
            assert "nan" not in text, name
    assert chapters[3]["gdp"] == "7"
    assert chapters[2]["longest-slogan"] == "1+1269"
    assert (chapters[2]["partial-found"], chapters[2]["partial-announced"]) == ("8", "11")


def test_a_text_that_nobody_has_read_is_counted_and_not_described(docs):
    long = docs.head(1).assign(doc_id="2030-made", label="Made 2030", place="云溪", genre="work report")
    more = pd.concat([docs, long.assign(reading=[make_reading("我们" * 50_000)])], ignore_index=True)
    before, after = text_facts(docs), text_facts(more)
    assert (before["number-text"], before["number-text-zh"], before["read-text"]) == ("five", "五", "five")
    assert (after.pop("number-text"), after.pop("number-text-zh")) == ("six", "六")
    assert after.items() <= before.items()


def test_a_longer_text_that_is_read_stops_the_book(docs):
    long = docs.assign(reading=docs["reading"].where(docs["doc_id"] != "2023-zibo", make_reading("我们" * 50_000)))
    with pytest.raises(ClaimError, match="texts: the longest text is the only speech"):
        text_facts(long)
