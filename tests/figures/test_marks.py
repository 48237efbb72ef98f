"""Marks: every bar and dot leads to as many rows as it counts, and lies where it is drawn."""

import re
from urllib.parse import parse_qs

import matplotlib.pyplot as plt
import pytest

from analysis import figures
from analysis.annotation.adjudicated import adjudicated_closures, adjudicated_slogans, adjudicated_statements
from analysis.closure.counts import announcing_slogans, owned_slogans
from analysis.extraction.profiles import mention_densities
from analysis.extraction.registers import metaphor_register, stance_register
from analysis.figures.marks import FigureMark, mark_bar, mark_point, marks_of
from analysis.publication.bar import plotted_html, rows_address
from analysis.publication.captions import list_captions
from analysis.rhetoric import QUOTATION
from analysis.rhetoric.devices import rates_of_metaphor, rates_of_stance, stance_words
from analysis.slogans.numerology import count_slogan_types
from analysis.targets.distribution import count_statuses, headline_growth_targets
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import LANGUAGES, drawing_language

DOCS = read_corpus()
SLOGANS, STATEMENTS = adjudicated_slogans(DOCS), adjudicated_statements(DOCS)
HITS, STANCES = metaphor_register(DOCS), stance_register(DOCS)
TABLES = {
    "tab-slogans": SLOGANS,
    "tab-statements": STATEMENTS,
    "tab-closure": announcing_slogans(adjudicated_closures(DOCS)),
    "tab-headline-targets": STATEMENTS[STATEMENTS["headline"]],
    "tab-metaphors": HITS,
    "tab-stance": stance_words(STANCES),
    "tab-quotations": STANCES[STANCES["domain"] == QUOTATION],
}
DRAWN = {
    "slogans_by_type": lambda: figures.slogans_by_type(count_slogan_types(DOCS, SLOGANS)),
    "closure_by_text": lambda: figures.closure_by_text(owned_slogans(DOCS, adjudicated_closures(DOCS), SLOGANS)),
    "statements_by_status": lambda: figures.statements_by_status(count_statuses(DOCS, STATEMENTS)),
    "densities": lambda: figures.densities(mention_densities(DOCS, SLOGANS, STATEMENTS)),
    "source_domains": lambda: figures.source_domains(rates_of_metaphor(DOCS, HITS)),
    "stance_rates": lambda: figures.stance_rates(rates_of_stance(DOCS, STANCES)),
}


def rows(mark):
    """Return the rows that the register shows for a mark."""
    table = TABLES[mark.table]
    for column, (value,) in parse_qs(mark.query).items():
        table = table[table[column].astype(str) == value]
    return table


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_leads_to_as_many_rows_as_it_counts(name, language):
    with drawing_language(language):
        fig = DRAWN[name]()
    found = marks_of(fig)
    plt.close(fig)
    assert len(found) >= len(DOCS)
    for mark in found:
        assert len(rows(mark)) == int(re.search(r"[(（](\d+)[)）]$", mark.name)[1]), mark


def test_every_target_that_is_drawn_leads_to_its_row():
    table = headline_growth_targets(DOCS, STATEMENTS).dropna(subset="value")
    fig = figures.target_distribution(headline_growth_targets(DOCS, STATEMENTS))
    found = marks_of(fig)
    plt.close(fig)
    assert len(found) == len(table)
    assert all(len(rows(mark)) >= 1 for mark in found)


def test_a_mark_lies_over_its_bar():
    fig, ax = plt.subplots(figsize=(4, 2))
    ax.set_position((0, 0, 1, 1))
    ax.set(xlim=(0, 10), ylim=(0, 10))
    (bar,) = ax.barh([7.5], [5], height=5, left=[5])
    mark_bar(bar, "right half, upper half", "tab-slogans", doc_id="a b&c")
    mark_point(ax, (2.5, 2.5), "a dot", "tab-slogans")
    over, dot = marks_of(fig)
    assert (over.left, over.top, over.width, over.height) == pytest.approx((50, 0, 50, 50), abs=0.5)
    assert (dot.left + dot.width / 2, dot.top + dot.height / 2) == pytest.approx((25, 75), abs=0.5)
    assert parse_qs(over.query) == {"doc_id": ["a b&c"]}
    plt.close(fig)


def test_a_bar_without_length_has_no_mark():
    fig, ax = plt.subplots()
    mark_bar(ax.barh([0], [0])[0], "nothing", "tab-slogans")
    assert marks_of(fig) == []
    plt.close(fig)


CAPTION = next(caption for caption in list_captions("figures") if caption.label == "fig-slogans-by-type")
MARK = FigureMark("tab-slogans", "doc_id=a&type=list", '<b>"x"', 1, 2, 3, 4)._asdict()


def plotted():
    shown = {name: {"size": [532.8, 244.8], "marks": [MARK]} for name in ("page", "narrow")}
    return plotted_html(CAPTION, "../", {"shown": {"en": shown}}, "en")


def test_links_are_escaped_and_lead_to_the_register():
    assert rows_address(MARK) == "slogans.html?doc_id=a&type=list#tab-slogans"
    shown = plotted()
    assert shown.count('href="slogans.html?doc_id=a&amp;type=list#tab-slogans"') == 2
    assert "<b>" not in shown
    for name in ("page", "narrow"):
        assert f'<div class="over over-{name}" aria-hidden="true">' in shown  # the register itself follows


def test_a_picture_keeps_its_room_before_it_is_loaded():
    shown = plotted()
    assert shown.count('width="710" height="326"') == 4  # light and dark, wide and narrow
    assert shown.count('loading="lazy"') == 2
