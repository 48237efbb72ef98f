"""Marks: every bar and dot leads to as many rows as it counts, and lies where it is drawn."""

import re
from urllib.parse import parse_qs

import matplotlib.pyplot as plt
import pytest

from analysis import (
    corpus,
    figure_bar,
    figures,
    figures_comparison,
    figures_rhetoric,
    labels,
    marks,
    profiles,
    registers,
    rhetoric,
    source_domains,
    stance,
)

DOCS = corpus.read()
SLOGANS, STATEMENTS = registers.slogans(DOCS), registers.statements(DOCS)
HITS, STANCES = source_domains.metaphors(DOCS), stance.expressions(DOCS)
TABLES = {
    "tab-slogans": SLOGANS,
    "tab-statements": STATEMENTS,
    "tab-closure": profiles.announcing_slogans(registers.closures(DOCS)),
    "tab-headline-targets": STATEMENTS[STATEMENTS["headline"]],
    "tab-metaphors": HITS,
    "tab-stance": stance.words_of(STANCES),
    "tab-quotations": STANCES[STANCES["domain"] == rhetoric.QUOTATION],
}
DRAWN = {
    "slogans_by_type": lambda: figures.slogans_by_type(profiles.slogan_types(DOCS, SLOGANS)),
    "closure_by_text": lambda: figures.closure_by_text(profiles.closure_verdicts(DOCS, registers.closures(DOCS))),
    "statements_by_status": lambda: figures.statements_by_status(profiles.statement_status(DOCS, STATEMENTS)),
    "densities": lambda: figures_comparison.densities(profiles.densities(DOCS, SLOGANS, STATEMENTS)),
    "source_domains": lambda: figures_rhetoric.source_domains(source_domains.rates(DOCS, HITS)),
    "stance_rates": lambda: figures_rhetoric.stance_rates(stance.rates(DOCS, STANCES)),
}


def rows(mark):
    """Return the rows that the register shows for a mark."""
    table = TABLES[mark.table]
    for column, (value,) in parse_qs(mark.query).items():
        table = table[table[column].astype(str) == value]
    return table


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_a_mark_leads_to_as_many_rows_as_it_counts(name, language):
    with labels.language(language):
        fig = DRAWN[name]()
    found = marks.of(fig)
    plt.close(fig)
    assert len(found) >= len(DOCS)
    for mark in found:
        assert len(rows(mark)) == int(re.search(r"[(（](\d+)[)）]$", mark.name)[1]), mark


def test_every_target_that_is_drawn_leads_to_its_row():
    table = profiles.headline_growth(DOCS, STATEMENTS).dropna(subset="value")
    fig = figures.target_distribution(profiles.headline_growth(DOCS, STATEMENTS))
    found = marks.of(fig)
    plt.close(fig)
    assert len(found) == len(table)
    assert all(len(rows(mark)) >= 1 for mark in found)


def test_a_mark_lies_over_its_bar():
    fig, ax = plt.subplots(figsize=(4, 2))
    ax.set_position((0, 0, 1, 1))
    ax.set(xlim=(0, 10), ylim=(0, 10))
    (bar,) = ax.barh([7.5], [5], height=5, left=[5])
    marks.bar(bar, "right half, upper half", "tab-slogans", doc_id="a b&c")
    marks.point(ax, (2.5, 2.5), "a dot", "tab-slogans")
    over, dot = marks.of(fig)
    assert (over.left, over.top, over.width, over.height) == pytest.approx((50, 0, 50, 50), abs=0.5)
    assert (dot.left + dot.width / 2, dot.top + dot.height / 2) == pytest.approx((25, 75), abs=0.5)
    assert parse_qs(over.query) == {"doc_id": ["a b&c"]}
    plt.close(fig)


def test_a_bar_without_length_has_no_mark():
    fig, ax = plt.subplots()
    marks.bar(ax.barh([0], [0])[0], "nothing", "tab-slogans")
    assert marks.of(fig) == []
    plt.close(fig)


SVG = '<svg width="518.4pt" height="244.8pt" viewBox="0 0 518.4 244.8" version="1.1">'


def test_links_are_escaped_and_lead_to_the_register():
    mark = marks.Mark("tab-slogans", "doc_id=a&type=list", '<b>"x"', 1, 2, 3, 4)._asdict()
    assert figure_bar.rows_of(mark) == "slogans.html?doc_id=a&type=list#tab-slogans"
    published = {"label": "fig-made", "marks": {"en": [mark]}}
    before, after = figure_bar.plotted(published, "en", SVG)
    assert 'href="slogans.html?doc_id=a&amp;type=list#tab-slogans"' in after
    assert "<b>" not in after
    assert figure_bar.plotted(published, "zh", SVG) == (before, "</div>")


def test_the_box_of_a_picture_has_its_shape():
    before, _ = figure_bar.plotted({"label": "fig-made", "marks": {}}, "en", SVG)
    assert before == '<div class="plotted" style="aspect-ratio:518.4/244.8">'
    with pytest.raises(ValueError, match=r"fig-made\.en\.svg has no viewBox"):
        figure_bar.plotted({"label": "fig-made", "marks": {}}, "en", "<svg>")
