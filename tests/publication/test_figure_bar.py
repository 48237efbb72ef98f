"""Figure bar: links, files and citations of a figure in both languages, and nothing that harms a page."""

import re

import pytest

from analysis import paths
from analysis.publication.bar import bar_below, listing_card
from analysis.publication.captions import CAPTION_FILES, caption_of
from analysis.publication.definitions import code_address
from analysis.texts.labels import LANGUAGES, drawing_language

CAPTION = caption_of("fig-zipf", {"straight-least": "a", "texts": "b", "words": "c"})
DRAWN = {
    "drawn_by": "analysis.figures.comparison.zipf",
    "shown": {language: {"page": {"size": [532.8, 300], "marks": []}} for language in LANGUAGES},
}


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "FIGURES", tmp_path)
    (tmp_path / "fig-zipf.csv").write_text("rank\n1\n", encoding="utf-8")


def test_the_bar_offers_every_file_the_source_and_the_permanent_link():
    bar = bar_below(CAPTION, "../", DRAWN)
    offered = set(re.findall(r'href="([^"]+)" download', bar))
    assert offered == {f"../figures/fig-zipf.{ending}" for ending in (*CAPTION_FILES, "bib", "ris")}
    assert f"<b>{CAPTION.title}</b>" in bar  # by which it is cited
    assert 'href="#fig-zipf"' in bar
    assert f'href="../{code_address("figures.comparison", "zipf")}"' in bar


def test_a_figure_shown_again_leads_to_its_own_page():
    assert 'href="appendix.html#fig-zipf"' in bar_below(CAPTION, "../", DRAWN, again=True)


def test_the_bar_of_a_chinese_page_is_chinese():
    with drawing_language("zh"):
        bar = bar_below(CAPTION, "../", DRAWN)
    assert "固定链接" in bar
    assert 'href="../figures/fig-zipf.zh.bib" download' in bar
    assert f"{CAPTION.title_zh}: fig-zipf[Z/OL]" in re.sub("<[^>]+>", "", bar)
    assert "Link" not in bar


def test_the_bar_says_of_what_the_figure_is_and_its_licence():
    said = CAPTION._replace(source="n = 5 <b>texts</b>", source_zh="5篇文本")
    bar = bar_below(said, "../", DRAWN)
    assert "Source: n = 5 &lt;b&gt;texts&lt;/b&gt; · CC BY 4.0" in bar
    with drawing_language("zh"):
        words = re.sub("<[^>]+>", "", bar_below(said, "../", DRAWN))
    assert "来源：5篇文本 · CC BY 4.0" in words


def test_what_a_summary_opens_is_told_with_its_figure():
    assert bar_below(CAPTION, "../", DRAWN).count('<span class="of"> fig-zipf</span></summary>') == 2


def test_a_citation_can_be_copied():
    bar = bar_below(CAPTION, "../", DRAWN)
    assert re.findall('<p class="citation" data-copy="([^"]+)"><b>', bar) == ["APA", "GB/T 7714-2015"]


def test_a_card_shows_both_languages():
    card = listing_card(CAPTION)
    for language in LANGUAGES:
        assert f"thumbnails/fig-zipf.{language}.png" in card
    assert "thumbnails" not in listing_card(caption_of("tab-terms"))
