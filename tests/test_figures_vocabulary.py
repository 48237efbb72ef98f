"""Figures of words: n is told, nothing is cut off, and a text that joins the corpus joins every table and figure."""

import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis import (
    collocation,
    corpus,
    dispersion,
    diversity,
    figures_vocabulary,
    keyness,
    ngrams,
    reading,
    reference_keyness,
    segment,
    sensitivity,
)

DOCS = corpus.read()
TOKENS = segment.tokens(DOCS)
TERMS = ["发展", "项目", "建设", "产业"]
TABLES = {
    figures_vocabulary.rate_intervals: lambda docs, tokens: dispersion.intervals(docs, tokens, TERMS),
    figures_vocabulary.cutter_sensitivity: lambda docs, tokens: sensitivity.counts(docs, TERMS),
    figures_vocabulary.keywords: lambda docs, tokens: keyness.keywords(keyness.across(docs, tokens), 5),
    figures_vocabulary.reference_keywords: lambda docs, tokens: reference_keyness.keywords(
        reference_keyness.compare(docs, tokens)
    ),
    figures_vocabulary.zipf: diversity.ranks,
    figures_vocabulary.diversity: diversity.by_text,
}


def texts(fig):
    """Return all that is written on a figure."""
    fig.canvas.draw()
    return " ".join(text.get_text() for text in fig.findobj(lambda artist: hasattr(artist, "get_text")))


@pytest.fixture
def sixth():
    """Return the corpus with a made-up text of another place."""
    row = DOCS.iloc[[0]].assign(
        doc_id="2025-made-up", label="Madeup 2025", label_zh="某地", place="某区", date="2025-02-05", plan_year=2025,
        genre="work report", reading=[reading.read("某地推进项目，促进产业发展。某地某地，打造某地高地。" * 4)],
    )  # fmt: skip
    docs = pd.concat([DOCS, row], ignore_index=True)
    return docs, segment.tokens(docs)


@pytest.mark.parametrize("draw", TABLES)
def test_every_figure_tells_its_n(draw):
    fig = draw(TABLES[draw](DOCS, TOKENS))
    assert re.search(r"\(?n = \d", texts(fig))
    plt.close(fig)


@pytest.mark.parametrize("draw", TABLES)
def test_a_sixth_text_joins_every_figure(draw, sixth):
    table = TABLES[draw](*sixth)
    fig = draw(table)
    if draw is figures_vocabulary.cutter_sensitivity:
        assert set(table["texts"]) == {len(DOCS) + 1}
    else:
        assert "Madeup 2025" in texts(fig)
    plt.close(fig)


def test_a_sixth_text_joins_every_table(sixth):
    docs, tokens = sixth
    assert set(dispersion.across(tokens, TERMS)["texts"]) == {len(DOCS) + 1}
    assert set(ngrams.ngrams(tokens, 2)["texts"]) == {len(DOCS) + 1}
    assert "Madeup 2025 某地" in set(ngrams.four_characters(docs, tokens)["label"])
    grown = collocation.collocates(tokens, "项目").set_index("collocate")["together"]
    assert grown["推进"] == collocation.collocates(TOKENS, "项目").set_index("collocate")["together"]["推进"] + 4


def test_no_interval_is_cut_off():
    table = dispersion.intervals(DOCS, TOKENS, TERMS)
    fig = figures_vocabulary.rate_intervals(table)
    assert fig.axes[0].get_xlim()[1] > table["high"].max()
    plt.close(fig)


def test_a_grid_of_panels_may_have_empty_places():
    fig = figures_vocabulary.rate_intervals(dispersion.intervals(DOCS, TOKENS, TERMS))
    assert [ax.axison for ax in fig.axes] == [True] * 4 + [False] * 2
    plt.close(fig)
