"""What left a page leads on: every old anchor once, folded at the end or where the page names it."""

import io
import re

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from analysis import paths
from analysis.book import pages
from analysis.publication import captions


def setup(app):
    """Register with Sphinx what these tests are about, and nothing else of the pages."""
    app.add_directive("went", pages.Went)
    app.connect("html-page-context", pages.list_departed)


ENTRY = {"title": ["A", "甲"], "caption": ["a", "甲图"]}
ENTRIES = {
    "figures": {"fig-a": {**ENTRY, "chapter": "new"}, "fig-b": {**ENTRY, "chapter": "old"}},
    "tables": {"tab-c": {**ENTRY, "chapter": "new"}, "tab-new": {**ENTRY, "chapter": "new"}},
    "columns": {},
    "units": {},
}
IDS = """id,since,withdrawn,was
fig-a,0.1.0,,older;old
fig-b,0.1.0,,old
tab-c,0.1.0,,old
tab-gone,0.1.0,0.2.0,old
tab-new,0.2.0,,
"""


@pytest.fixture(autouse=True)
def small(tmp_path, monkeypatch):
    """Make a project of two chapters, old and new, of which three figures and tables have moved or stayed."""
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "new.md").write_text("---\na: 1\n---\n\n(new)=\n# The new place\n\n## A part\n")
    (tmp_path / "chapters" / "old.md").write_text("no heading\n")
    (tmp_path / "ids.csv").write_text(IDS, encoding="utf-8")
    monkeypatch.setattr(captions, "caption_catalogue", lambda: ENTRIES)
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path / "chapters")
    monkeypatch.setattr(paths, "DATA", tmp_path)
    pages.chapter_title.cache_clear()
    yield
    pages.chapter_title.cache_clear()


def test_what_moved_is_told_by_every_page_that_showed_it_and_no_other():
    assert [entry.label for entry in pages.departed_from("old")] == ["fig-a", "tab-c"]
    assert [entry.label for entry in pages.departed_from("older")] == ["fig-a"]
    assert pages.departed_from("new") == []
    assert pages.departed_from("old")[0].chapter_title == "The new place"


def test_a_chapter_without_a_heading_goes_by_its_name():
    assert pages.chapter_title("old") == "old"


@pytest.fixture
def built(tmp_path):
    """Return a function that builds a page `old` of a text, and returns its HTML and the warnings."""

    def build(text):
        source = tmp_path / "source"
        (source / "chapters").mkdir(parents=True)
        (source / "index.rst").write_text("Book\n====\n\n.. toctree::\n\n   chapters/old\n   chapters/new\n")
        (source / "chapters" / "old.rst").write_text(f"Old\n===\n\n{text}\n", encoding="utf-8")
        (source / "chapters" / "new.rst").write_text("New\n===\n\nText.\n", encoding="utf-8")
        told = io.StringIO()
        places = (str(source), None, str(tmp_path / "html"), str(tmp_path / "trees"), "html")
        settings = {"extensions": ["tests.book.test_departed"], "html_theme": "basic"}
        with patch_docutils(), docutils_namespace():  # what one build registers must not meet the next
            Sphinx(*places, confoverrides=settings, status=None, warning=told).build()
        assert "departed" not in (tmp_path / "html" / "chapters" / "new.html").read_text(encoding="utf-8")
        return (tmp_path / "html" / "chapters" / "old.html").read_text(encoding="utf-8"), told.getvalue()

    return build


def anchors(page):
    return re.findall(r'<li id="([a-z-]+)"><a href="new.html#\1">A <span lang="zh-Hans">甲</span></a>', page)


def test_a_page_lists_what_left_it_folded_at_its_end(built):
    page, told = built("Text.")
    folded = page.partition('<details class="departed">')[2].partition("</details>")[0]
    assert anchors(page) == anchors(folded) == ["fig-a", "tab-c"]
    assert "did not leave" not in told


def test_what_a_page_names_itself_is_not_listed_again(built):
    page, told = built(".. went:: tab-c")
    assert anchors(page) == ["tab-c", "fig-a"]
    assert anchors(page.partition("<details")[2]) == ["fig-a"]
    assert "did not leave" not in told


def test_a_page_may_name_all_that_left_it(built):
    page, _ = built(".. went::")
    assert anchors(page) == ["fig-a", "tab-c"]
    assert "<details" not in page


def test_what_did_not_leave_a_page_cannot_be_named_there(built):
    _, told = built(".. went:: fig-b")
    assert "fig-b did not leave this page" in told
