"""Figures of words: n is told, nothing is cut off, and a text that joins the corpus joins every table and figure."""

import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis import figures
from analysis.extraction.registers import token_table
from analysis.figures.style import CONTEXT, FOCUS
from analysis.figures.vocabulary import _among_strokes, _cloud
from analysis.reference.beside import leading_reference_keywords, reference_keyness
from analysis.texts import make_reading
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import drawing_language
from analysis.vocabulary.collocation import collocates
from analysis.vocabulary.dispersion import term_dispersion, term_intervals
from analysis.vocabulary.diversity import lexical_diversity, word_ranks
from analysis.vocabulary.frequency import compared_rates, term_frequencies
from analysis.vocabulary.keyness import corpus_keyness, leading_keywords
from analysis.vocabulary.ngrams import count_ngrams, four_character_expressions
from analysis.vocabulary.sensitivity import counts_by_cutter
from tests.named_texts import named_texts

DOCS = read_corpus()
TOKENS = token_table(DOCS)
TERMS = ["发展", "项目", "建设", "产业"]
TABLES = {
    figures.rate_intervals: lambda docs, tokens: term_intervals(docs, tokens, TERMS),
    figures.cutter_sensitivity: lambda docs, tokens: counts_by_cutter(docs, TERMS),
    figures.keywords: lambda docs, tokens: leading_keywords(corpus_keyness(docs, tokens), 5),
    figures.reference_keywords: lambda docs, tokens: leading_reference_keywords(reference_keyness(docs, tokens)),
    figures.zipf: word_ranks,
    figures.diversity: lexical_diversity,
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
        genre="work report", reading=[make_reading("某地推进项目，促进产业发展。某地某地，打造某地高地。" * 4)],
    )  # fmt: skip
    docs = pd.concat([DOCS, row], ignore_index=True)
    return docs, token_table(docs)


@pytest.mark.parametrize("draw", [draw for draw in TABLES if draw is not figures.cutter_sensitivity])
def test_every_figure_tells_its_n(draw):
    """That of the cutters has its n, the texts, in its source alone."""
    fig = draw(TABLES[draw](DOCS, TOKENS))
    assert re.search(r"\(?n = \d", texts(fig))
    plt.close(fig)


@pytest.mark.parametrize("draw", TABLES)
def test_a_sixth_text_joins_every_figure(draw, sixth):
    table = TABLES[draw](*sixth)
    fig = draw(table)
    if draw is figures.cutter_sensitivity:
        assert set(table["texts"]) == {len(DOCS) + 1}
    else:
        assert "Madeup 2025" in texts(fig)
    plt.close(fig)


def test_a_sixth_text_joins_every_table(sixth):
    docs, tokens = sixth
    assert set(term_dispersion(tokens, TERMS)["texts"]) == {len(DOCS) + 1}
    assert set(count_ngrams(tokens, 2)["texts"]) == {len(DOCS) + 1}
    assert "Madeup 2025 某地" in set(four_character_expressions(docs, tokens)["label"])
    grown = collocates(tokens, "项目").set_index("collocate")["together"]
    assert grown["推进"] == collocates(TOKENS, "项目").set_index("collocate")["together"]["推进"] + 4


@pytest.mark.parametrize("language", ["en", "zh"])
def test_english_figures_gloss_chinese_words_and_chinese_ones_do_not(language):
    table = leading_reference_keywords(reference_keyness(DOCS, TOKENS))
    with drawing_language(language):
        fig = figures.reference_keywords(table)
    said = texts(fig)
    assert "作风建设年" in said
    assert ("Year of Work Style" in said) == (language == "en")
    assert ("15 vs 0" in said) == (language == "en")
    assert ("15 / 0" in said) == (language == "zh")
    plt.close(fig)


def test_bars_fall_in_every_panel_of_keywords():
    table = leading_reference_keywords(reference_keyness(DOCS, TOKENS))
    fig = figures.reference_keywords(table)
    drawn = [ax for ax in fig.axes if ax.axison]  # of an odd number the last place is empty
    assert len(drawn) == table.loc[table["log_ratio"] > 0, "label"].nunique() + 1
    for ax in drawn:
        lengths = [bar.get_width() for bar in ax.patches]
        assert lengths == sorted(lengths, reverse=True)
        assert min(lengths) > 0
    plt.close(fig)


def test_two_texts_of_one_place_have_the_colour_of_the_focus():
    docs = named_texts()
    fig = figures.reference_keywords(leading_reference_keywords(reference_keyness(docs, token_table(docs))))
    colours = [{to_hex(bar.get_facecolor()) for bar in ax.patches} for ax in fig.axes]
    assert colours == [{FOCUS}, {FOCUS}, {CONTEXT}, {CONTEXT}, {CONTEXT}, {CONTEXT}]  # Beihai twice; the last: avoided
    plt.close(fig)


def test_names_of_places_among_keywords_have_the_colour_of_the_focus():
    table = leading_keywords(corpus_keyness(DOCS, TOKENS), 5)
    fig = figures.keywords(table)
    marked = set()
    for ax, (_, own) in zip(fig.axes, table.groupby("contrast", sort=False), strict=False):
        words = own.sort_values("log_ratio", ascending=False, kind="stable")["token"]
        marked |= {word for word, bar in zip(words, ax.patches, strict=True) if to_hex(bar.get_facecolor()) == FOCUS}
    assert {"北海", "北海经济开发区", "淄博经开区", "市北", "市北区"} <= marked
    assert not marked & {"作风建设年", "城市", "问题"}
    plt.close(fig)


def test_the_highest_rate_of_each_word_is_framed_and_frames_descend_through_the_texts():
    counts = term_frequencies(TOKENS)
    table = compared_rates(DOCS, counts, TERMS)
    fig = figures.term_frequencies(table)
    framed = [patch for patch in fig.axes[0].patches if patch.get_linewidth() > 0]
    assert [round(patch.get_y()) for patch in framed] == list(range(len(TERMS)))
    columns = [round(patch.get_x()) for patch in framed]
    assert columns == sorted(columns)
    labels = list(table["label"].drop_duplicates())
    terms = [text.get_text() for text in fig.axes[0].texts if text.get_text() in TERMS]
    for column, term in zip(columns, terms, strict=True):
        own = table[table["term"] == term].set_index("label")["per_10k"]
        assert labels[column] == own.idxmax()
    plt.close(fig)


def test_the_longest_text_is_first_and_the_highest_of_each_measure_is_framed():
    table = lexical_diversity(DOCS, TOKENS)
    fig = figures.diversity(table)
    framed = [patch for patch in fig.axes[0].patches if patch.get_linewidth() > 0]
    assert [round(patch.get_x()) for patch in framed] == [0, 1, 2, 3]
    by_length = table.sort_values("words", ascending=False)["doc_id"]
    assert by_length.iloc[round(framed[0].get_y())] == table.loc[table["mtld"].idxmax(), "doc_id"]
    plt.close(fig)


def test_cutters_that_always_agree_share_a_mark_and_a_word_that_all_count_alike_has_one_dot():
    rows = {"甲": (9, 7, 7, 12), "乙": (5, 5, 5, 5)}
    cutters = ("jieba plain", "with lexicon", "without HMM", "exact substring")
    counts = pd.DataFrame(
        [(term, cutter, n) for term, own in rows.items() for cutter, n in zip(cutters, own, strict=True)],
        columns=["term", "cutter", "frequency"],
    )
    fig = figures.cutter_sensitivity(counts)
    said = [text.get_text() for text in fig.axes[0].texts]
    assert "with lexicon,\nwith or without HMM" in said
    assert "always 5" in said
    assert sum(len(line.get_xdata()) for line in fig.axes[0].lines) == 3 + 1
    plt.close(fig)


def test_no_interval_is_cut_off():
    table = term_intervals(DOCS, TOKENS, TERMS)
    fig = figures.rate_intervals(table)
    assert fig.axes[0].get_xlim()[1] > table["high"].max()
    plt.close(fig)


def test_a_grid_of_panels_may_have_empty_places():
    fig = figures.rate_intervals(term_intervals(DOCS, TOKENS, TERMS))
    assert [ax.axison for ax in fig.axes] == [True] * 4 + [False] * 2
    plt.close(fig)


def test_the_most_frequent_words_are_a_cloud_and_a_list():
    counts = term_frequencies(TOKENS)
    own = counts[counts["doc_id"] == "2023-zibo"]
    fig = figures.word_cloud(counts, "2023-zibo")
    cloud, ranks = fig.axes
    assert [bar.get_width() for bar in ranks.patches] == list(own["frequency"].head(12))
    boxes = [patch.get_path().get_extents(patch.get_patch_transform()) for patch in cloud.patches]
    assert boxes[0].height > 0.95 * max(box.height for box in boxes)
    assert len(boxes) > len(ranks.patches)
    plt.close(fig)


@pytest.mark.parametrize("of", DOCS["doc_id"])
def test_every_word_of_the_list_is_in_the_cloud_and_in_letters_to_scale(of):
    counts = term_frequencies(TOKENS)
    own = counts[counts["doc_id"] == of].head(45)
    placed = _cloud(tuple(zip(own["token"], own["frequency"], strict=True)))
    assert len(placed) >= 12
    assert not _among_strokes(placed)
    first, last = (placed[place].box for place in (0, -1))  # a box is nearly as high as its letters
    assert first.height / last.height == pytest.approx(
        own["frequency"].iloc[0] / own["frequency"].iloc[len(placed) - 1], rel=0.3
    )


def test_a_cloud_is_the_same_each_time():
    counts = term_frequencies(TOKENS)
    places = []
    for _ in range(2):
        fig = figures.word_cloud(counts, "2023-zibo")
        places.append([patch.get_transform().transform((0, 0)).tolist() for patch in fig.axes[0].patches])
        plt.close(fig)
    assert places[0] == places[1]
