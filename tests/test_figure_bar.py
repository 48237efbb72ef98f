"""Figure bar: links, files and citations of a figure in both languages, and nothing that harms a page."""

import re

import pytest

from analysis import captions, definitions, figure_bar, labels, paths

CAPTION = captions.of("fig-zipf", {"most-once": "a", "least-once": "b"})
DRAWN = {"drawn_by": "analysis.figures_vocabulary.zipf", "marks": {"en": [], "zh": []}}


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "FIGURES", tmp_path)
    (tmp_path / "fig-zipf.csv").write_text("rank\n1\n", encoding="utf-8")


def test_the_bar_offers_every_file_the_source_and_the_permanent_link():
    bar = figure_bar.below(CAPTION, "../", DRAWN)
    offered = set(re.findall(r'href="([^"]+)" download', bar))
    assert offered == {f"../figures/fig-zipf.{ending}" for ending in (*captions.FILES, "bib", "ris")}
    assert 'href="#fig-zipf"' in bar
    assert f'href="../{definitions.address("figures_vocabulary", "zipf")}"' in bar


def test_a_figure_shown_again_leads_to_its_own_page():
    assert 'href="keyness.html#fig-zipf"' in figure_bar.below(CAPTION, "../", DRAWN, again=True)


def test_the_bar_of_a_chinese_page_is_chinese():
    with labels.language("zh"):
        bar = figure_bar.below(CAPTION, "../", DRAWN)
    assert "固定链接" in bar
    assert "Permanent link" not in bar


def test_words_are_escaped_and_chinese_is_marked():
    assert figure_bar.marked("<b>吹响</b>") == '&lt;b&gt;<span lang="zh-Hans">吹响</span>&lt;/b&gt;'


def test_a_card_shows_both_languages():
    card = figure_bar.card(CAPTION)
    for language in labels.LANGUAGES:
        assert f"thumbnails/fig-zipf.{language}.png" in card
    assert "thumbnails" not in figure_bar.card(captions.of("tab-terms"))
