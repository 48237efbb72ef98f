"""Profiles, terms, facts and figures: tables with a row for every text, also for one that has nothing."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis import figures
from analysis.annotation import agreement_scores, disagreements, read_gold
from analysis.annotation.agreement import confusion_table
from analysis.annotation.reliability import (
    agreement_by_kind,
    agreement_shares,
    errors_with_sentences,
    rules_as_annotation,
    scores_on_reports,
)
from analysis.closure.counts import announcing_slogans, count_verdicts
from analysis.extraction.profiles import mention_densities
from analysis.extraction.registers import (
    closure_register,
    refusal_register,
    slogan_register,
    statement_register,
    token_table,
)
from analysis.facts import comparison_facts, reliability_facts, slogan_facts, target_facts, text_facts, vocabulary_facts
from analysis.slogans.numerology import SLOGAN_TYPES, count_slogan_numerals, count_slogan_types, shared_slogans
from analysis.targets.distribution import STATUSES, count_statuses, headline_growth_targets
from analysis.texts import count_characters
from analysis.texts.corpus import read_corpus, text_labels
from analysis.vocabulary.frequency import compared_rates, most_spread_terms, term_frequencies, term_spread
from analysis.vocabulary.glossary import term_glosses


@pytest.fixture(scope="module")
def docs():
    return read_corpus()


@pytest.fixture(scope="module")
def found(docs):
    return slogan_register(docs)


@pytest.fixture(scope="module")
def stated(docs):
    return statement_register(docs)


@pytest.fixture(scope="module")
def closures(docs):
    return closure_register(docs)


@pytest.fixture(scope="module")
def counts(docs):
    return term_frequencies(token_table(docs))


def test_labels_are_bilingual_and_in_the_order_of_the_corpus(docs):
    labels = text_labels(docs)
    assert list(labels) == docs["doc_id"].tolist()
    assert labels["2023-zibo"] == "Zibo 2023 淄博"


def test_slogan_types_count_every_mention_once(docs, found):
    table = count_slogan_types(docs, found)
    assert table["mentions"].sum() == len(found)
    assert len(table) == len(docs) * len(SLOGAN_TYPES)


def test_statuses_count_every_statement_once(docs, stated):
    table = count_statuses(docs, stated)
    assert table["statements"].sum() == len(stated)
    assert len(table) == len(docs) * len(STATUSES)


def test_each_digit_of_a_slogan_counts_once():
    slogans = pd.DataFrame({"doc_id": ["a", "a", "b"], "digits": [(3, 3), (1, "N"), (12,)]})
    table = count_slogan_numerals(slogans).set_index("numeral")
    assert table.loc["3", ["mentions", "texts"]].tolist() == [2, 1]
    assert table.loc["1", "mentions"] == 1
    assert table.loc["over 10", "mentions"] == 1
    assert table["mentions"].sum() == 4


def test_headline_growth_shows_texts_without_targets(docs, stated):
    table = headline_growth_targets(docs, stated)
    assert set(table["doc_id"]) == set(docs["doc_id"])
    without = table[table["value"].isna()]
    assert (without.groupby("doc_id").size() == 1).all()
    values = table.dropna(subset="value").groupby("doc_id")["value"].apply(lambda own: own.tolist())
    assert values["2023-beihai"] == [50.0, 25.0, 20.0, 11.0, 10.0, 7.0, 5.0]
    assert values["2024-alxa"] == [30.0, 9.0, 7.5, 7.0, 4.0]
    assert not {"2017-beihai", "2023-zibo", "2024-shibei"} & set(values.index)


def test_headline_targets_stand_where_their_row_says(docs, stated):
    raws = dict(zip(docs["doc_id"], docs["raw"], strict=True))
    for row in headline_growth_targets(docs, stated).dropna(subset="value").to_dict("records"):
        printed = raws[row["doc_id"]][int(row["start"]) : int(row["end"])]
        assert f"{row['value']:g}%" in printed


def test_densities_divide_by_characters(docs, found, stated):
    table = mention_densities(docs, found, stated)
    assert table["per_1000"].tolist() == pytest.approx((table["mentions"] / table["characters"] * 1000).tolist())
    assert table.loc[table["measure"] == "slogans", "mentions"].sum() == len(found)


def test_characters_leave_spaces_out():
    assert count_characters("一 二\n三　四") == 4


def test_a_slogan_counts_once_in_a_text(docs, closures):
    table = count_verdicts(docs, closures)
    different = announcing_slogans(closures)
    assert table["slogans"].sum() == len(different)
    assert not different.duplicated(["doc_id", "quote"]).any()
    assert (different["announced"] >= 2).all()


def test_shared_slogans_stand_in_two_texts(docs):
    slogans = pd.DataFrame(
        {"doc_id": ["a", "b", "a"], "quote": ["两个确立", "两个确立", "三提三争"], "scope": "national"}
    )
    table = shared_slogans(docs, slogans)
    assert table.to_dict("records") == [
        {"quote": "两个确立", "scope": "national", "mentions": 2, "range": 2, "texts": len(docs)}
    ]


def test_terms_are_compared_in_every_text(docs, counts):
    table = compared_rates(docs, counts, ["发展", "号角"])
    assert len(table) == 2 * len(docs)
    assert (table.loc[table["term"] == "号角", "frequency"] == 0).all()
    assert table.loc[0, "pinyin"] == "fā zhǎn"


def test_every_compared_term_has_a_gloss(docs, counts):
    chosen = most_spread_terms(term_spread(counts, len(docs)))
    assert len(chosen) == 20
    assert [term for term in chosen if term not in term_glosses()] == []


def test_facts_are_formatted_strings(docs, found, stated, closures, counts):
    refused = refusal_register(docs)
    gold = read_gold()
    rules = rules_as_annotation(docs)
    chapters = [
        text_facts(docs),
        vocabulary_facts(docs, counts, term_spread(counts, len(docs))),
        slogan_facts(docs, found, closures, refused),
        target_facts(docs, stated, refused),
        comparison_facts(docs, found, stated),
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
    assert chapters[2]["announcing-longest"] == "1+1269"
    assert chapters[2]["partial-example-n"] == "5 of its 11"


def test_shares_are_scores_one_row_a_measure(docs):
    gold = read_gold()
    scores = agreement_scores(gold, rules_as_annotation(docs))
    table = agreement_shares(scores).set_index(["layer", "measure"])
    assert table.loc[("slogans", "f1"), "share"] == scores.loc["slogans", "f1"]
    assert table.loc[("targets", "recall"), "n"] == scores.loc["targets", "gold"]
    assert table["share"].between(0, 1).all()
    assert table["ceiling"].notna().sum() == 2


def test_a_sentence_holds_its_quote_and_ends_at_marks():
    errors = pd.DataFrame({"doc_id": ["a"], "start": [4], "end": [6]})
    docs = pd.DataFrame({"doc_id": ["a"], "raw": ["前句。今年增长,很快。后句。"]})
    assert errors_with_sentences(errors, docs).loc[0, "sentence"] == "今年增长,很快"


def test_scores_by_kind_cover_both_layers(docs):
    gold = read_gold()
    table = agreement_by_kind(gold, rules_as_annotation(docs))
    assert table.groupby("layer")["annotated"].sum().to_dict() == {
        "slogans": len(gold.slogans),
        "targets": len(gold.targets),
    }
    assert table["f1"].between(0, 1).all()


def test_every_figure_draws_its_table_without_a_warning(docs, found, stated, closures, counts):
    spread = term_spread(counts, len(docs))
    gold = read_gold()
    drawn = [
        figures.term_frequencies(compared_rates(docs, counts, most_spread_terms(spread))),
        figures.word_cloud(counts, "2024-alxa"),
        figures.slogans_by_type(count_slogan_types(docs, found)),
        figures.slogan_numerals(count_slogan_numerals(found)),
        figures.statements_by_status(count_statuses(docs, stated)),
        figures.target_distribution(headline_growth_targets(docs, stated)),
        figures.densities(mention_densities(docs, found, stated)),
        figures.closure_by_text(count_verdicts(docs, closures)),
        figures.agreement(agreement_shares(agreement_scores(gold, rules_as_annotation(docs)))),
    ]
    for fig in drawn:
        assert isinstance(fig, Figure)
        fig.canvas.draw()
        printed = " ".join(text.get_text() for text in fig.findobj(lambda artist: hasattr(artist, "get_text")))
        assert "n = " in printed or "(n" in printed or "characters" in printed
        plt.close(fig)


def test_the_same_cloud_twice(counts):
    first, second = (figures.word_cloud(counts, "2023-zibo") for _ in range(2))
    clouds = [fig.axes[0].images[0].get_array() for fig in (first, second)]
    assert (clouds[0] == clouds[1]).all()
    plt.close(first)
    plt.close(second)
