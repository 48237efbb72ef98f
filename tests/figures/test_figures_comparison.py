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
    assert "n = " in fig.axes[0].get_xlabel()
    profile = figures.profile(RATES, "2023-zibo")
    own = RATES[RATES["doc_id"] == "2023-zibo"]
    shown = [text.get_text() for text in profile.axes[0].texts]
    assert shown == [f"{row.per_1000:.1f}  ({row.mentions})" for row in own.itertuples()]
    assert "n = " in profile.axes[0].get_title(loc="left")
    plt.close("all")
