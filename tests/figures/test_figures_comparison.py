"""Figures of the comparison: every text and n is shown."""

import matplotlib.pyplot as plt

from analysis import figures
from analysis.extraction.profiles import text_profiles
from analysis.extraction.registers import (
    metaphor_register,
    slogan_register,
    stance_register,
    statement_register,
    token_table,
)
from analysis.figures.style import FOCUS
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import text_name
from analysis.vocabulary.similarity import compare_texts

DOCS = read_corpus()


RATES = text_profiles(
    DOCS, slogan_register(DOCS), statement_register(DOCS), metaphor_register(DOCS), stance_register(DOCS)
)


_, JOINS = compare_texts(DOCS, token_table(DOCS))


def test_figures_show_every_text_and_n():
    fig = figures.text_tree(JOINS)
    assert {text.get_text() for text in fig.axes[0].get_yticklabels()} == {text_name(label) for label in RATES["label"]}
    said = [text.get_text() for text in fig.axes[0].texts]
    joined = [f"{value:.0%}" for value in JOINS["support"]], [f"{value:.2f}" for value in JOINS["height"]]
    assert (said[::2], said[1::2]) == joined
    plt.close("all")


def test_a_profile_begins_with_what_the_text_leads_in():
    fig = figures.profile(RATES, "2023-zibo")
    own = RATES[RATES["doc_id"] == "2023-zibo"].sort_values("of_highest", ascending=False, kind="stable")
    texts = fig.axes[0].texts
    assert [text.get_text() for text in texts] == [f"{row.per_1000:.1f}  ({row.mentions})" for row in own.itertuples()]
    assert [text.get_color() == FOCUS for text in texts] == list(own["of_highest"] == 1)
    plt.close(fig)
