"""Profiles, terms, facts and figures: tables with a row for every text, also for one that has nothing."""

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis import (
    agreement,
    annotations,
    corpus,
    facts,
    figures,
    figures_comparison,
    frequency,
    profiles,
    registers,
    reliability,
    segment,
)
from analysis import terms as terms_


@pytest.fixture(scope="module")
def docs():
    return corpus.read()


@pytest.fixture(scope="module")
def found(docs):
    return registers.slogans(docs)


@pytest.fixture(scope="module")
def stated(docs):
    return registers.statements(docs)


@pytest.fixture(scope="module")
def closures(docs):
    return registers.closures(docs)


@pytest.fixture(scope="module")
def counts(docs):
    return frequency.by_text(segment.tokens(docs))


def test_labels_are_bilingual_and_in_the_order_of_the_corpus(docs):
    labels = profiles.labels(docs)
    assert list(labels) == docs["doc_id"].tolist()
    assert labels["2023-zibo"] == "Zibo 2023 淄博"


def test_slogan_types_count_every_mention_once(docs, found):
    table = profiles.slogan_types(docs, found)
    assert table["mentions"].sum() == len(found)
    assert len(table) == len(docs) * len(profiles.TYPES)


def test_statuses_count_every_statement_once(docs, stated):
    table = profiles.statement_status(docs, stated)
    assert table["statements"].sum() == len(stated)
    assert len(table) == len(docs) * len(profiles.STATUSES)


def test_each_digit_of_a_slogan_counts_once():
    slogans = pd.DataFrame({"doc_id": ["a", "a", "b"], "digits": [(3, 3), (1, "N"), (12,)]})
    table = profiles.slogan_numerals(slogans).set_index("numeral")
    assert table.loc["3", ["mentions", "texts"]].tolist() == [2, 1]
    assert table.loc["1", "mentions"] == 1
    assert table.loc["over 10", "mentions"] == 1
    assert table["mentions"].sum() == 4


def test_headline_growth_shows_texts_without_targets(docs, stated):
    table = profiles.headline_growth(docs, stated)
    assert set(table["doc_id"]) == set(docs["doc_id"])
    without = table[table["value"].isna()]
    assert (without.groupby("doc_id").size() == 1).all()
    values = table.dropna(subset="value").groupby("doc_id")["value"].apply(lambda own: own.tolist())
    assert values["2023-beihai"] == [50.0, 25.0, 20.0, 11.0, 10.0, 7.0, 5.0]
    assert values["2024-alxa"] == [30.0, 9.0, 7.5, 7.0, 4.0]
    assert not {"2017-beihai", "2023-zibo", "2024-shibei"} & set(values.index)


def test_headline_targets_stand_where_their_row_says(docs, stated):
    raws = dict(zip(docs["doc_id"], docs["raw"], strict=True))
    for row in profiles.headline_growth(docs, stated).dropna(subset="value").to_dict("records"):
        printed = raws[row["doc_id"]][int(row["start"]) : int(row["end"])]
        assert f"{row['value']:g}%" in printed


def test_densities_divide_by_characters(docs, found, stated):
    table = profiles.densities(docs, found, stated)
    assert table["per_1000"].tolist() == pytest.approx((table["mentions"] / table["characters"] * 1000).tolist())
    assert table.loc[table["measure"] == "slogans", "mentions"].sum() == len(found)


def test_characters_leave_spaces_out():
    assert profiles.characters("一 二\n三　四") == 4


def test_a_slogan_counts_once_in_a_text(docs, closures):
    table = profiles.closure_verdicts(docs, closures)
    different = profiles.announcing_slogans(closures)
    assert table["slogans"].sum() == len(different)
    assert not different.duplicated(["doc_id", "quote"]).any()
    assert (different["announced"] >= 2).all()


def test_shared_slogans_stand_in_two_texts(docs):
    slogans = pd.DataFrame(
        {"doc_id": ["a", "b", "a"], "quote": ["两个确立", "两个确立", "三提三争"], "scope": "national"}
    )
    table = profiles.shared_slogans(docs, slogans)
    assert table.to_dict("records") == [
        {"quote": "两个确立", "scope": "national", "mentions": 2, "range": 2, "texts": len(docs)}
    ]


def test_terms_are_compared_in_every_text(docs, counts):
    table = terms_.compared(docs, counts, ["发展", "号角"])
    assert len(table) == 2 * len(docs)
    assert (table.loc[table["term"] == "号角", "frequency"] == 0).all()
    assert table.loc[0, "pinyin"] == "fā zhǎn"


def test_every_compared_term_has_a_gloss(docs, counts):
    chosen = terms_.most_spread(frequency.across(counts, len(docs)))
    assert len(chosen) == 20
    assert [term for term in chosen if term not in terms_.glosses()] == []


def test_facts_are_formatted_strings(docs, found, stated, closures, counts):
    refused = registers.refusals(docs)
    gold = annotations.gold()
    rules = reliability.rules(docs)
    chapters = [
        facts.texts(docs),
        facts.vocabulary(docs, counts, frequency.across(counts, len(docs))),
        facts.slogans(docs, found, closures, refused),
        facts.targets(docs, stated, refused),
        facts.comparison(docs, found, stated),
        facts.reliability(
            agreement.scores(gold, rules),
            agreement.errors(gold, rules),
            agreement.confusion(gold, rules),
            reliability.reports(),
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
    gold = annotations.gold()
    scores = agreement.scores(gold, reliability.rules(docs))
    table = reliability.shares(scores).set_index(["layer", "measure"])
    assert table.loc[("slogans", "f1"), "share"] == scores.loc["slogans", "f1"]
    assert table.loc[("targets", "recall"), "n"] == scores.loc["targets", "gold"]
    assert table["share"].between(0, 1).all()
    assert table["ceiling"].notna().sum() == 2


def test_a_sentence_holds_its_quote_and_ends_at_marks():
    errors = pd.DataFrame({"doc_id": ["a"], "start": [4], "end": [6]})
    docs = pd.DataFrame({"doc_id": ["a"], "raw": ["前句。今年增长,很快。后句。"]})
    assert reliability.with_sentences(errors, docs).loc[0, "sentence"] == "今年增长,很快"


def test_scores_by_kind_cover_both_layers(docs):
    gold = annotations.gold()
    table = reliability.by_kind(gold, reliability.rules(docs))
    assert table.groupby("layer")["annotated"].sum().to_dict() == {
        "slogans": len(gold.slogans),
        "targets": len(gold.targets),
    }
    assert table["f1"].between(0, 1).all()


def test_every_figure_draws_its_table_without_a_warning(docs, found, stated, closures, counts):
    spread = frequency.across(counts, len(docs))
    gold = annotations.gold()
    drawn = [
        figures.term_frequencies(terms_.compared(docs, counts, terms_.most_spread(spread))),
        figures.word_cloud(counts, "2024-alxa"),
        figures.slogans_by_type(profiles.slogan_types(docs, found)),
        figures.slogan_numerals(profiles.slogan_numerals(found)),
        figures.statements_by_status(profiles.statement_status(docs, stated)),
        figures.target_distribution(profiles.headline_growth(docs, stated)),
        figures_comparison.densities(profiles.densities(docs, found, stated)),
        figures.closure_by_text(profiles.closure_verdicts(docs, closures)),
        figures.agreement(reliability.shares(agreement.scores(gold, reliability.rules(docs)))),
    ]
    for fig in drawn:
        assert isinstance(fig, Figure)
        fig.canvas.draw()
        printed = " ".join(text.get_text() for text in fig.findobj(lambda artist: hasattr(artist, "get_text")))
        assert "n = " in printed or "(n" in printed or "characters" in printed
        figures.plt.close(fig)


def test_the_same_cloud_twice(counts):
    first, second = (figures.word_cloud(counts, "2023-zibo") for _ in range(2))
    clouds = [fig.axes[0].images[0].get_array() for fig in (first, second)]
    assert (clouds[0] == clouds[1]).all()
    figures.plt.close(first)
    figures.plt.close(second)
