"""The theme: light, mended for screen readers, with a search that knows the words of the study; libraries as pinned."""

import csv
import hashlib

import pandas as pd
import pytest

from analysis import paths
from analysis.book.search import article_text, count_on_pages, prose_of_pages, study_words, words_of_ids
from analysis.book.theme import mend_page, sheet_without_icons

PAGE = """<head>
<script defer src="../_static/scripts/fontawesome.js?digest=1"></script>
<script defer src="../_static/scripts/bootstrap.js?digest=1"></script>
<link rel="preload" as="script" href="../_static/scripts/bootstrap.js?digest=1" />
<script src="../_static/searchtools.js"></script>
<script src="../searchindex.js"></script>
</head><summary aria-label="Toggle hidden content">Show</summary>
<button class="btn search-button-field x" title="Search" aria-label="Search" data-x><span>Search</span></button>"""


def test_a_page_loses_its_icon_script_and_index_and_keeps_the_rest():
    mended = mend_page(PAGE)
    assert [
        name for name in ("fontawesome", "bootstrap", "searchindex", "searchtools", "aria-label") if name in mended
    ] == []
    assert '<button class="btn search-button-field x" title="Search" data-x><span>Search</span>' in mended


def test_a_toggle_of_the_side_bar_has_a_name():
    toggle = '<summary><span class="toctree-toggle" role="presentation"></span></summary>'
    assert mend_page(toggle) == toggle.replace("<summary>", '<summary aria-label="Pages below">')


def test_the_title_of_a_chinese_page_is_marked_as_chinese():
    mended = mend_page(
        '<a class="x" href="a-zh.html">\n 研究发现\n </a><p class="prev-next-title">研究发现</p><p>研究</p>'
    )
    assert mended.count('<span lang="zh-Hans">研究发现</span>') == 2
    assert "<p>研究</p>" in mended
    assert mend_page(mended) == mended


def test_the_search_page_keeps_its_index_and_cuts_queries_first():
    page = mend_page(
        '<script src="_static/searchtools.js"></script><script src="searchindex.js"></script>', search=True
    )
    assert page.index("search-query.js") < page.index("searchtools.js") < page.index("searchindex.js")


def test_a_mended_page_needs_no_mending():
    assert mend_page(mend_page(PAGE)) == mend_page(PAGE)


def test_a_style_sheet_loses_only_the_icon_font():
    sheet = '.a{color:red}.fa-bars:before{content:"x"}@font-face{font-family:Font Awesome\\ 6;src:url(x)}.b{margin:0}'
    assert sheet_without_icons(sheet) == ".a{color:red}.b{margin:0}"


def test_a_rule_for_an_icon_within_something_stays_whole():
    sheet = "li .fa-x{top:0}\nli{position:relative}"
    assert sheet_without_icons(sheet + "\n.fa-y:before{content:'y'}") == sheet + "\n"


def test_words_are_chinese_sorted_and_hold_the_slogans():
    words = study_words(pd.DataFrame({"quote": ["六个北海", "1+1269", "十"]}))
    assert words == sorted(set(words))
    assert "六个北海" in words
    assert not {"1+1269", "十"} & set(words)


def test_only_the_article_counts():
    page = "<nav>北海</nav><article class='a'><p>北<b>海</b>&amp;北海</p></article>"
    assert article_text(page) == "北海&北海"
    assert count_on_pages(["北海", "市北"], {"a": article_text(page)}) == {"北海": {"a": 2}}


def test_every_library_that_is_kept_here_is_as_its_registry_gave_it():
    with (paths.ROOT / "docs" / "vendored.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    kept = {path for folder in ("_static", "tests/browser") for path in (paths.ROOT / folder / "vendor").glob("*.js")}
    assert kept == {paths.ROOT / row["file"] for row in rows}
    for row in rows:
        assert hashlib.sha256((paths.ROOT / row["file"]).read_bytes()).hexdigest() == row["sha256"]
        assert row["version"] in row["file"]


@pytest.mark.parametrize(
    ("word", "chapter"),
    [("keyness", "keyness"), ("slogans", "slogans"), ("targets", "targets"), ("stance", "rhetoric")],
)
def test_an_english_word_is_counted_in_prose_and_names(word, chapter):
    counts = count_on_pages(words_of_ids(), prose_of_pages())[word]
    assert max(counts, key=lambda page: counts[page]) == f"chapters/{chapter}"


def test_code_and_references_are_no_prose():
    said = "".join(prose_of_pages().values())
    assert "publish.figure" not in said
    assert "{ref}`" not in said
