"""Figures of rhetoric: every text and count is shown."""

import matplotlib.pyplot as plt

from analysis import figures
from analysis.extraction.registers import metaphor_register
from analysis.rhetoric.devices import rates_of_metaphor
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import text_name

DOCS = read_corpus()


def test_the_figure_shows_every_text_and_count():
    rates = rates_of_metaphor(DOCS, metaphor_register(DOCS))
    fig = figures.source_domains(rates)
    titles = " ".join(ax.get_title(loc="left") for ax in fig.axes)
    assert all(f"{text_name(label)}\nn = " in titles for label in rates["label"])
    shown = [int(text.get_text()) for ax in fig.axes for text in ax.texts]
    assert sum(shown) == rates["mentions"].sum()
    assert fig.axes[0].get_xlim()[1] > rates["high"].max()
    plt.close(fig)
