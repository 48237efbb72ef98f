"""The frame of a page: mended, the article left alone, and a mend that finds nothing told."""

import base64
import hashlib
import re
import shutil
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import SphinxError

from analysis import paths
from analysis.web.frame import FRAME_SCRIPTS, UNUSED_SCRIPTS, shorten_scripts, with_policy, write_frame_script
from analysis.web.theme import FRAME_MENDS, check_mends, mend_frame

ARTICLE = """<article class="bd-article">
<a href='x.html'>研究</a><span data-bs-title=Kept>&nbsp;<summary aria-label="Toggle"><br>
<div class="published-table"></div></article>"""
PAGE = f"""<!DOCTYPE html>
<html lang="en" data-content_root="../" data-theme="auto"><head>
<script src="../_static/registers.js?v=1"></script>
<script src="../_static/search-query.js?v=1"></script>
<script defer="defer" data-needs="published-table" src="../_static/registers.js?v=1"></script>
<script src="../_static/documentation_options.js?v=1"></script>
<script src="../_static/doctools.js?v=1"></script>
<script src="../_static/copybutton.js?v=1"></script>
<script>let toggleHintShow = 'Click to show';</script>
<script>DOCUMENTATION_OPTIONS.pagename = 'x';</script>
<link rel="stylesheet" href="../_static/styles/theme.css?digest=1"/>
<link rel="stylesheet" type="text/css" href="../_static/book.css?v=1"/>
<script defer src="../_static/scripts/fontawesome.js?digest=1"></script>
<link rel="preload" as="script" href="../_static/scripts/bootstrap.js?digest=1" />
<script defer src="../_static/scripts/bootstrap.js?digest=1"></script>
<link rel="preload" as="script" href="../_static/scripts/theme.js?digest=1" />
<script>if (1 < 2 && "&amp;") {{ "kept" }}</script>
<script src="../_static/searchtools.js"></script>
<script src="../_static/language_data.js"></script>
<script src="../searchindex.js"></script>
<script src="../_static/sphinx_highlight.js?v=1"></script>
</head><body>
<button class="btn search-button-field x" title="Search" aria-label="Search" data-x><span>Search</span></button>
<button class="theme-switch" aria-label="Mode" data-bs-title="Mode"></button>
<div id="pst-primary-sidebar" class="sidebar"><a class="reference internal" href="a-zh.html">
 研究发现
 </a><a href="b.html">发现 and more</a>
</div>
{ARTICLE}
<p class="prev-next-title">研究发现</p><p>研究</p>
</body></html>"""
SEARCH = PAGE.replace("<body>", '<body><div id="search-results"></div>').replace(ARTICLE, "")


def mended(page, counts=None):
    return BeautifulSoup(mend_frame(page, Counter() if counts is None else counts), "html.parser")


def test_every_mend_is_told_how_often_it_found_something():
    counts = Counter()
    for _ in range(2):
        mend_frame(PAGE, counts)
    assert set(counts) == {mend.name for mend in FRAME_MENDS}
    assert counts["Chinese titles in the lists of pages that are not marked"] == 4
    check_mends(counts)


def test_a_mend_that_finds_nothing_anywhere_is_named():
    counts = Counter()
    mend_frame(PAGE.replace("data-bs-title", "data-title"), counts)
    with pytest.raises(
        SphinxError, match=r"^nothing to mend on any page: titles that only a script of Bootstrap shows\. "
    ):
        check_mends(counts)


def test_an_article_stays_as_it_is():
    page = mend_frame(PAGE, Counter())
    assert ARTICLE in page
    assert page.startswith("<!DOCTYPE html>")


def test_a_page_without_anything_to_mend_stays_as_it_is():
    page = f"<p>A &mdash; <br>{ARTICLE}"
    assert mend_frame(page, Counter()) == page


def test_a_mended_page_needs_no_mending():
    page = mend_frame(PAGE, Counter())
    assert mend_frame(page, counts := Counter()) == page
    assert not counts


def scripts_of(page):
    return [script.get("src", script.string) for script in page.find_all("script")]


def test_only_scripts_that_a_page_asked_for_are_loaded():
    page = mended(PAGE)
    own = "../_static/registers.js?v=1"
    assert scripts_of(page) == [own, "../_static/frame.js", 'if (1 < 2 && "&amp;") { "kept" }']
    assert all(script.has_attr("defer") for script in page.find_all("script", src=True))
    assert not page.find_all("script", attrs={"data-needs": True})
    assert [link["href"] for link in page.find_all("link")] == ["../_static/book.css?v=1"]


def test_the_search_page_has_nothing_of_the_search_of_sphinx():
    loaded = "".join(str(script) for script in mended(SEARCH).find_all("script"))
    assert not any(
        name in loaded for name in ("searchtools.js", "language_data.js", "searchindex.js", "sphinx_highlight.js")
    )


def test_a_script_stays_where_the_article_has_what_it_needs():
    assert "../_static/registers.js?v=1" not in scripts_of(mended(PAGE.replace('"published-table"></div', '"x"></div')))


def test_the_frame_is_one_script_of_what_was_there(tmp_path):
    (tmp_path / "scripts").mkdir()
    for name in (*FRAME_SCRIPTS, *UNUSED_SCRIPTS):
        (tmp_path / name).write_text(
            f"/* says\n * what */\nlet x = '{name}';\n  // why\n  y(x); // z\n//# sourceMappingURL={name}.map\n",
            encoding="utf-8",
        )
    digest = write_frame_script(tmp_path)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left == [tmp_path / "frame.js"]
    assert left[0].read_text(encoding="utf-8") == "".join(f"let x = '{name}';\ny(x); // z\n" for name in FRAME_SCRIPTS)
    assert re.fullmatch("[0-9a-f]{8}", digest)


def test_what_a_screen_reader_says_is_right():
    page = mended(PAGE)
    assert page.select_one(".search-button-field").attrs == {
        "class": ["btn", "search-button-field", "x"],
        "title": "Search",
        "data-x": "",
    }
    assert page.select_one(".theme-switch").attrs == {"class": ["theme-switch"], "aria-label": "Mode", "title": "Mode"}
    side = page.select_one("#pst-primary-sidebar")
    assert (side["role"], side["aria-label"]) == ("navigation", "Book")


def test_a_page_has_colours_without_scripts():
    assert mended(PAGE).html["data-theme"] == "light"


def test_the_title_of_a_chinese_page_is_marked_as_chinese():
    page = mended(PAGE)
    assert [str(span) for span in page.find_all("span", lang=True)] == ['<span lang="zh-Hans">研究发现</span>'] * 2
    assert "<p>研究</p>" in str(page)


OWN_SCRIPTS = sorted((paths.ROOT / "_static").glob("*.js"))


@pytest.mark.parametrize("source", OWN_SCRIPTS, ids=lambda path: path.name)
def test_a_short_script_lacks_comments_and_indentation_alone(source, tmp_path):
    """A text over several lines would lose its own: none may stand in a script."""
    shutil.copy(source, tmp_path)
    shorten_scripts(tmp_path, [source.name])
    written = source.read_text(encoding="utf-8")
    short = (tmp_path / source.name).read_text(encoding="utf-8")
    assert len(short) < len(written)
    code = [line.strip() for line in re.sub(r"^ */\*.*?\*/ *$", "", written, flags=re.M | re.S).split("\n")]
    assert short.split("\n")[:-1] == [line for line in code if line and not line.startswith("//")]
    assert all(line.count("`") % 2 == 0 for line in code)


def policy_of(page):
    """Return what a page may load and run, by kind."""
    told = BeautifulSoup(page, "lxml").select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    return {rule.split()[0]: rule.split()[1:] for rule in told.split(";")}


def test_a_page_runs_the_scripts_that_stand_in_it_and_no_others():
    programs = ["if (1 < 2 && true) { run('&amp;') }\n", "冲锋()"]
    data = '<script type="application/ld+json">{"name": "x"}</script><script defer src="a.js"></script>'
    written = "".join(f"<script>{code}</script>" for code in programs)
    page = with_policy(f'<html><head><meta charset="utf-8" />{data}{written}{written}</head></html>')
    digests = [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in programs]
    assert policy_of(page)["script-src"] == ["'self'", "file:", *(f"'sha256-{digest}'" for digest in digests)]
    assert page.index("Content-Security-Policy") < page.index("<script")  # what stands before it is not held to it
    assert policy_of(page)["default-src"] == ["'none'"]


@pytest.mark.parametrize("script", ["registers.js", "browser-text.js"])
def test_only_the_page_that_reads_a_text_may_start_python(script):
    page = with_policy(f'<meta charset="utf-8"/><script src="{script}"></script>')
    starts = script == "browser-text.js"
    assert ("'wasm-unsafe-eval'" in policy_of(page)["script-src"]) is starts
    assert policy_of(page).get("worker-src", []) == (["blob:"] if starts else [])


def test_a_page_without_a_charset_is_left_as_it_is():
    page = '<meta http-equiv="Refresh" content="0; url=chapters/findings.html" />'
    assert with_policy(page) == page
