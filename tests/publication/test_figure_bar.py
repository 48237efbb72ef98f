"""Figure bar: links, files and citations of a figure in both languages, and nothing that harms a page."""

import json
import re

import pytest

from analysis import paths
from analysis.publication import captions
from analysis.publication.bar import bar_below, figure_numbers, in_reading_order, listing_html, with_claims
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


def listing_of(caption):
    """Return a list with one card."""
    return listing_html([caption], CAPTION._replace(label="tab-figures", title="Figures", title_zh="插图"))


def test_a_card_shows_both_languages():
    card = listing_of(CAPTION)
    for language in LANGUAGES:
        assert f"thumbnails/fig-zipf.{language}.png" in card
    assert "thumbnails" not in listing_of(caption_of("tab-terms"))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", 'Three &lt; <span lang="zh-Hans">三提</span>'), ("zh", "三提&lt;三争")],
)
def test_a_card_says_what_its_figure_found_when_that_is_known(tmp_path, language, said):
    with drawing_language(language):
        card = listing_of(CAPTION)
        assert with_claims(card, tmp_path) == card.replace('<data value="fig-zipf">', "").replace("</data>", "")
        claims = {"claim": "Three < 三提", "claim_zh": "三提<三争"}
        (tmp_path / "fig-zipf.json").write_text(json.dumps(claims), encoding="utf-8")
        shown = with_claims(card, tmp_path)
    title = CAPTION.title if language == "en" else CAPTION.title_zh
    assert f"{said}</a>" in shown
    assert title in card
    assert title not in shown
    assert "<data" not in shown


@pytest.fixture
def two_chapters(tmp_path, monkeypatch):
    """A book whose second chapter shows a figure of the first again, and those of all texts."""
    (tmp_path / "_toc.yml").write_text(
        "root: chapters/b\nparts:\n- chapters:\n  - file: chapters/zh/b\n  - file: chapters/a\n"
    )
    for name, shown in (("a", ["fig-one", "fig-many-each"]), ("b", ["fig-two", "fig-one"])):
        (tmp_path / f"{name}.md").write_text("".join(f"```{{published}} {label}\n```\n" for label in shown))
    chapters = {"fig-one": "a", "fig-two": "b", "fig-many-x": "a", "fig-many-y": "a"}
    catalogue = {"figures": {label: {"chapter": chapter} for label, chapter in chapters.items()}}
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path)
    monkeypatch.setattr(captions, "caption_catalogue", lambda: catalogue)


@pytest.mark.usefixtures("two_chapters")
def test_figures_count_through_the_book_where_they_belong():
    assert list(figure_numbers().items()) == [("fig-two", 1), ("fig-one", 2), ("fig-many-x", 3), ("fig-many-y", 4)]


@pytest.mark.usefixtures("two_chapters")
def test_a_list_has_the_order_of_the_book_and_its_cards_the_numbers_of_the_pages():
    entries = [CAPTION._replace(label=label, chapter=at) for label, at in (("fig-one", "a"), ("fig-two", "b"))]
    assert [entry.label for entry in in_reading_order([*entries, CAPTION._replace(chapter="?")])] == [
        "fig-two",
        "fig-one",
        CAPTION.label,
    ]
    assert 'href="a.html#fig-one">Fig. 2 ' in listing_of(entries[0])
    assert "Fig." not in listing_of(entries[0]._replace(label="fig-elsewhere"))
