"""The extensions in a Sphinx build of three pages: figures with their files, Chinese marked, notebooks, light pages."""

import io
import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace

from analysis import paths
from analysis.book.cards import CARD_SIZE
from analysis.book.deposit import COPIED_FILES
from analysis.book.pages import page_pictures
from analysis.edition.pages import _tables
from analysis.publication import captions
from analysis.publication.captions import CAPTION_FILES, caption_of
from analysis.publication.citations import CITATION_ENDINGS
from analysis.texts.labels import LANGUAGES
from analysis.web.origin import NOTEBOOK_FOLDER

ENTRIES = {
    "figures": {
        f"fig-a-{name}": {
            "chapter": "one",
            "title": [f"A {name}", "甲"],
            "caption": ["a", "甲图"],
            "alt": ["dots", "点"],
        }
        for name in ("left", "right")
    },
    "tables": {"tab-b": {"chapter": "one", "title": ["B", "乙"], "caption": ["b", "乙表"]}},
    "columns": {},
    "units": {"count": ["n"]},
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"/>'
PAGES = {
    "index": "Book\n====\n\n.. toctree::\n\n   chapters/one\n   chapters/zh/one\n   chapters/two\n"
    "   chapters/reading-2024-alxa\n",
    "chapters/one": """One
===

Slogans such as 六个北海 stand in ``六个代码`` and at the end 甲乙

See :numref:`fig-a-right`.

.. published:: fig-a-each

.. chinese::

   吹响冲锋号。
""",
    "chapters/zh/one": "第一章\n======\n\n正文。\n\n.. published:: fig-a-right\n   :again:\n",
    "chapters/two": "Two\n===\n\n.. published:: fig-a-left\n   :again:\n\n.. edition:: 2024-alxa\n\n"
    ".. raw:: html\n   :class: text-html\n\n"
    '   <ul class="published-list"><li><data value="fig-a-left">A left</data></li></ul>\n',
    "chapters/reading-2024-alxa": "Alxa\n====\n\nIt says :said:`四个提升 (2)` twice.\n",
}
NOTEBOOK = {
    "cells": [{"cell_type": "markdown", "metadata": {}, "source": ["{glue:text}`n` words"]}],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
EXTENSIONS = ["analysis.book", "analysis.edition"]


class Book:
    """A project of few pages and the book built of it."""

    def __init__(self, root: Path) -> None:
        self.source, self.html = root / "source", root / "_build" / "html"
        self.published = self.source / "figures"
        for path, content in PAGES.items():
            (self.source / path).parent.mkdir(parents=True, exist_ok=True)
            (self.source / f"{path}.rst").write_text(content, encoding="utf-8")
        self.published.mkdir()
        shown = {name: {"size": [532.8, 309.6], "marks": []} for name in ("page", "narrow")}
        drawn = {
            "drawn_by": "analysis.figures.slogans.slogans_by_type",
            "shown": dict.fromkeys(LANGUAGES, shown),
        }
        for label in ENTRIES["figures"]:
            told = json.dumps(caption_of(label)._asdict() | drawn)
            (self.published / f"{label}.json").write_text(told, encoding="utf-8")
            for ending in (*COPIED_FILES, *page_pictures(label)):
                if ending.endswith("png"):
                    Image.new("RGB", (9, 9)).save(self.published / f"{label}.{ending}")
                else:
                    (self.published / f"{label}.{ending}").write_text(SVG, encoding="utf-8")
        (self.source / "tables").mkdir()
        (self.source / "tables" / "tab-b.csv").write_text("n\n1\n", encoding="utf-8")
        executed = root / "_build" / "jupyter_execute" / "chapters"
        executed.mkdir(parents=True)
        (executed / "one.ipynb").write_text(json.dumps(NOTEBOOK), encoding="utf-8")
        (executed / "one.glue.json").write_text('{"n": {"data": {"text/plain": "\'1,200\'"}}}', encoding="utf-8")

    def build(self, builder: str = "html", **more: object) -> str:
        """Build the book, in this process alone, and return what Sphinx warned of."""
        told = io.StringIO()
        settings = {"extensions": EXTENSIONS, "html_theme": "basic", "numfig": True, "language": "en", **more}
        place = (str(self.source), None, str(self.html.parent / builder), str(self.html.parent / "doctrees"), builder)
        with docutils_namespace():  # the next book in this process registers its nodes itself
            app = Sphinx(*place, confoverrides=settings, status=None, warning=told, parallel=1)
            app.parallel = 1
            app.build()
        return told.getvalue()

    def page(self, name: str) -> str:
        return (self.html / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Return a small project that is not built yet."""
    monkeypatch.setattr(captions, "caption_catalogue", lambda: ENTRIES)
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "source" / "figures")
    monkeypatch.setattr(paths, "TABLES", tmp_path / "source" / "tables")
    _tables.cache_clear()
    yield Book(tmp_path)
    _tables.cache_clear()


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Return the small book, built."""
    with pytest.MonkeyPatch.context() as patch:
        root = tmp_path_factory.mktemp("book")
        patch.setattr(captions, "caption_catalogue", lambda: ENTRIES)
        patch.setattr(paths, "FIGURES", root / "source" / "figures")
        patch.setattr(paths, "TABLES", root / "source" / "tables")
        _tables.cache_clear()
        built = Book(root)
        assert built.build() == ""
        yield built
        _tables.cache_clear()


def test_cards_of_a_list_are_filled_when_all_chapters_have_run(book):
    assert '<div class="text-html"><ul class="published-list"><li>A left</li></ul></div>' in book.page("chapters/two")


def test_a_figure_of_each_text_is_shown_with_caption_files_and_citation(book):
    page = book.page("chapters/one")
    for label in ENTRIES["figures"]:
        assert f'id="{label}"' in page
        for ending in (*CAPTION_FILES, *CITATION_ENDINGS):
            if not ending.startswith("zh.") or ending in CAPTION_FILES:
                assert f'href="../figures/{label}.{ending}" download' in page
            assert (book.html / "figures" / f"{label}.{ending}").is_file()
    assert page.count('class="plotted"') == 2


def test_a_page_shows_light_and_dark_wide_and_narrow_pictures_that_are_no_downloads(book):
    page = book.page("chapters/one")
    for shade in ("", ".dark"):
        wide, narrow = (f"../figures/fig-a-left.en.{name}{shade}.svg" for name in ("page", "narrow"))
        picture = re.search(
            rf'<picture class="only-{shade[1:] or "light"}">(?:(?!</picture>).)*{wide}.*?</picture>', page, re.DOTALL
        )[0]
        assert f'<source media="(max-width: 600px)" srcset="{narrow}" width="710" height="413">' in picture
        assert f'src="{wide}" alt="dots" width="710" height="413" loading="lazy">' in picture
        for name in (wide, narrow):
            assert (book.html / "chapters" / name).is_file()
            assert f'href="{name}"' not in page


def test_a_figure_says_its_finding_above_and_one_language_in_each_note(book):
    page = book.page("chapters/one")
    figure = re.search(r'<figure [^>]*id="fig-a-left".*?</figure>', page, re.DOTALL)[0]
    assert 'aria-labelledby="fig-a-left-title"' in figure
    title, picture, note, chinese = (
        figure.index(part)
        for part in ('<p class="figure-title" id="fig-a-left-title">A left</p>', "<picture", "<figcaption", "<details")
    )
    assert title < picture < note < chinese
    assert '<span class="caption-number">Fig. 1 </span><span class="caption-text">a</span>' in figure
    assert '<details class="zh" lang="zh-Hans">' in figure
    assert not re.search("[\u4e00-\u9fff]", figure[:chinese])
    assert 'href="../figures/fig-a-left.zh.svg" data-alt="点">中文图</a>' in figure


def test_a_chinese_page_shows_chinese_first_and_folds_english(book):
    page = book.page("chapters/zh/one")
    figure = re.search(r'<figure [^>]*class="published".*?</figure>', page, re.DOTALL)[0]
    assert "fig-a-right.zh.page.svg" in figure
    assert '<details class="en" lang="en">' in figure
    assert "甲图" in figure.partition("<details")[0]
    assert 'href="../../figures/fig-a-right.en.svg"' in figure


def test_a_figure_has_its_number_where_it_is_named(book):
    assert '<span class="std std-numref">Fig. 2</span>' in book.page("chapters/one")


def test_a_figure_shown_again_links_to_its_chapter_and_takes_no_label(book):
    page = book.page("chapters/two")
    assert '<a href="one.html#fig-a-left">More in its chapter</a>' in page
    assert 'id="fig-a-left"' not in page
    assert "Fig. 1" not in page


def test_every_run_of_chinese_in_prose_is_marked_and_code_is_not(book):
    page = book.page("chapters/one")
    card = re.search(
        r'such as <span class="glossed"><button type="button" [^>]*lang="zh-Hans" [^>]*>六个北海</button>', page
    )
    assert card
    assert re.search(
        r'popovertarget="(card-g-[^"]+)".*<span popover class="glossed-card" id="\1">.*liù gè Běihǎi', page
    )
    assert 'at the end <span class="unbroken" lang="zh-Hans">甲乙</span></p>' in page
    assert '<span class="pre">六个代码</span>' in page
    assert re.search(
        r'<div class="chinese[^"]*" lang="zh-Hans">\s*<p><span class="unbroken" lang="zh-Hans">吹响冲锋号。</span></p>',
        page,
    )


def test_pages_of_two_languages_name_each_other(book):
    for name, english, chinese in (("one", "one", "zh/one"), ("zh/one", "../one", "one")):
        page = book.page(f"chapters/{name}")
        assert f'<link rel="alternate" hreflang="en" href="{english}.html">' in page
        assert f'<link rel="alternate" hreflang="zh-Hans" href="{chinese}.html">' in page
    assert 'lang="zh-Hans"' in book.page("chapters/zh/one").partition("<head")[0]
    assert "hreflang" not in book.page("chapters/two")


def test_a_book_with_an_address_tells_whole_addresses(made):
    made.build(html_baseurl="https://example.org/book")
    page = made.page("chapters/one")
    assert 'hreflang="zh-Hans" href="https://example.org/book/chapters/zh/one.html"' in page
    assert 'property="og:url" content="https://example.org/book/chapters/one.html"' in page
    assert 'property="og:image" content="https://example.org/book/cards/one.png"' in page
    for name in ("one", "zh/one"):
        with Image.open(made.html / "cards" / f"{name}.png") as card:
            assert card.size == CARD_SIZE
    assert "og:image" not in made.page("chapters/two")  # it has no figure of its own, and the book no landing page
    assert "<loc>https://example.org/book/chapters/two.html</loc>" in (made.html / "sitemap.xml").read_text()
    assert '<base href="/book/">' in made.page("404")


def test_only_a_chapter_that_ran_offers_its_notebook(book):
    assert f'<a href="../{NOTEBOOK_FOLDER}/one.ipynb" download>' in book.page("chapters/one")
    assert ".ipynb" not in book.page("chapters/two")
    assert "Version " in book.page("chapters/two")
    assert "Version " not in book.page("index")
    written = json.loads((book.html / NOTEBOOK_FOLDER / "one.ipynb").read_text(encoding="utf-8"))
    assert "".join(written["cells"][2]["source"]) == "1,200 words"  # after the two that make it run anywhere


def test_a_text_is_shown_on_its_page(book):
    assert '<div class="edition-text" lang="zh-Hans">' in book.page("chapters/two")


def test_a_quotation_is_chinese_and_leads_to_its_edition(book):
    link = '<a class="reference internal" href="edition-2024-alxa.html">'
    assert f'It says {link}<span class="unbroken said" lang="zh-Hans">四个提升</span></a> twice.' in book.page(
        "chapters/reading-2024-alxa"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("五个提升", "“五个提升” does not stand in 2024-alxa.txt"),
        ("四个提升 (9)", "“四个提升” stands in 2024-alxa.txt 2 times"),
    ],
)
def test_a_quotation_that_is_not_in_its_text_stops_the_build(made, words, told):
    page = made.source / "chapters" / "reading-2024-alxa.rst"
    page.write_text(f"Alxa\n====\n\nIt says :said:`{words}`.\n", encoding="utf-8")
    with pytest.raises(SphinxError, match=told) as raised:
        made.build()
    assert str(raised.value).startswith("reading-2024-alxa.rst, line 4: ")


def test_the_web_font_holds_the_characters_of_the_pages_and_few_others(book):
    with TTFont(next((book.html / "_static").glob("*.woff2"))) as font:
        held = set(font.getBestCmap())
    assert {ord(sign) for sign in "六个北海吹响冲锋号"} <= held
    assert len(held) < 3000
    assert ord("龘") not in held


def test_only_the_search_page_loads_what_is_searched(book):
    page, scripts = book.page("search"), ["_static/search-data.js", "_static/search-query.js"]
    assert sorted(scripts, key=page.index) == scripts
    assert "search-data.js" not in book.page("chapters/one")
    assert "_static/search-data-zh.js" in book.page("chapters/zh/search")
    assert 'SEARCH_DATA = "' in (book.html / "_static" / "search-data.js").read_text(encoding="utf-8")
    assert not (book.html / "searchindex.js").exists()


def test_the_stock_theme_has_what_is_mended(made, tmp_path, monkeypatch):
    """Only what Jupyter Book adds to it and what nested pages bring is missing in a book of three pages."""
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path / "none")  # so that these pages are the whole book
    missing = "scripts of the book that Jupyter Book adds to every page, in no order"
    with pytest.raises(SphinxError, match=rf"^nothing to mend on any page: {missing}\. The theme"):
        made.build(html_theme="sphinx_book_theme", html_context={"default_mode": "auto"})
    page = made.page("chapters/one")
    assert '<html lang="en" data-content_root="../" data-theme="light"' in page
    assert "The search needs JavaScript" in made.page("search")
    assert 'action="../search.html"' in page
    assert "searchindex.js" not in made.page("search") + page
    assert "fontawesome.js" not in page
    assert 'action="search.html"' in made.page("chapters/zh/one")


def test_a_part_of_the_book_need_not_have_all_that_is_mended(made):
    made.build(html_theme="sphinx_book_theme")
    page = made.page("chapters/one")
    assert "fontawesome.js" not in page
    assert page.count("application/ld+json") == 1
    assert page.count("<script ") == 4  # that, the scheme of colours, the frame, and figures for its figure
    assert "figures.js" in page
    assert [path.name for path in (made.html / "_static").rglob("*.css")] == ["book.css"]


def test_a_figure_that_was_not_published_is_named_where_it_is_shown(made):
    (made.published / "fig-a-left.json").unlink()
    assert "fig-a-left was not published; call publish_figure in a cell above" in made.build("dummy")


def test_a_file_that_is_missing_at_the_end_is_named(made):
    (made.published / "fig-a-right.zh.pdf").unlink()
    with pytest.raises(SphinxError, match=r"fig-a-right\.zh\.pdf was not published; show it in a chapter"):
        made.build()


def test_a_text_that_the_corpus_lacks_is_named(made):
    (made.source / "chapters" / "two.rst").write_text("Two\n===\n\n.. edition:: 1999-nowhere\n", encoding="utf-8")
    with pytest.raises(SphinxError, match="the corpus has no text 1999-nowhere"):
        made.build()


def test_other_builders_get_no_files(made):
    made.build("dummy")
    assert not (made.html.parent / "dummy" / "figures.json").exists()
