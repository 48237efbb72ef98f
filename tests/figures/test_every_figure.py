"""Figures: each draws its table without a warning and tells its n."""

import re

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from analysis import figures
from analysis.annotation import agreement_scores, read_gold
from analysis.annotation.reliability import agreement_shares, rules_as_annotation
from analysis.closure.counts import owned_slogans
from analysis.extraction.profiles import mention_densities
from analysis.extraction.registers import closure_register, slogan_register, statement_register, token_table
from analysis.slogans.numerology import count_slogan_numerals, count_slogan_types
from analysis.targets.distribution import count_statuses, headline_growth_targets
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.frequency import compared_rates, most_spread_terms, term_frequencies, term_spread


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
        figures.closure_by_text(owned_slogans(docs, closures, found)),
        figures.agreement(agreement_shares(agreement_scores(gold, rules_as_annotation(docs)))),
    ]
    for fig in drawn:
        assert isinstance(fig, Figure)
        fig.canvas.draw()
        printed = " ".join(text.get_text() for text in fig.findobj(lambda artist: hasattr(artist, "get_text")))
        assert re.search(r"n = |\(n|characters|\d+ of \d+", printed)
        plt.close(fig)
