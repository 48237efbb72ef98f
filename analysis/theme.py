"""Theme: the Sphinx extension that makes the stock theme light and readable by everyone, and its search read Chinese.

The theme draws ten icons with 1.5 MB of script, loads the search index on every page and brings the whole of Bootstrap;
all go. What a screen reader stumbles over in its pages is mended.
"""

import json
import re
from pathlib import Path
from typing import Any

import jieba
from sphinx.application import Sphinx

from analysis import corpus, registers, search_words, stylesheets

_SEARCH = r'<script src="[./]*(?:_static/searchtools\.js|_static/language_data\.js|searchindex\.js)"></script>\n?'
_QUERY = '<script src="_static/phrase-counts.js"></script>\n  <script src="_static/search-query.js"></script>\n  '
_MENDS = (
    # Jupyter Book adds every script of _static to every page, in no order; those of the book are asked for by name
    (
        r'<script src="[./]*_static/(?:(?:registers|search-query|browser-text)\.js|vendor/[^"?]*\.js)\?[^"]*">'
        r"</script>\n?",
        "",
    ),
    (r'<script defer src="[^"]*(?:fontawesome|bootstrap)\.js[^"]*"></script>\n?', ""),
    (r'<link rel="preload" as="script" href="[^"]*bootstrap\.js[^"]*" ?/>\n?', ""),
    # the script of bootstrap only drew these titles, which a browser shows by itself
    (r'data-bs-title="([^"]*)" ', r'title="\1"'),
    # a name that differs from the words on the button cannot be spoken to it
    (r'(<button class="btn search-button-field[^>]*?) aria-label="Search"', r"\1"),
    (r'<summary aria-label="Toggle hidden content">', "<summary>"),
    # a summary says what it opens
    (r'<summary>(?=<span class="toctree-toggle")', '<summary aria-label="Pages below">'),
    # everything stands in a landmark
    (
        r'<div id="pst-primary-sidebar" class="',
        r'<div id="pst-primary-sidebar" role="navigation" aria-label="Book" class="',
    ),
    # titles of Chinese pages in the theme's own lists of pages
    (
        r'(<a(?! class="(?:marked|glossed))[^>]*href="[^"]*"[^>]*>|<p class="prev-next-title">)'
        r"\s*([\u4e00-\u9fff]+)\s*(?=</[ap]>)",
        r'\1<span lang="zh-Hans">\2</span>',
    ),
    # a bibliography is no list for a screen reader, because its entries are none
    (r' role="doc-biblioentry"', ""),
    (r'<div role="list" class="citation-list">', '<div class="citation-list">'),
)
_ICONS = re.compile(r"(?:^|(?<=\})|(?<=\}\n))\.fa-[^{}]*\{[^{}]*\}|@font-face\{[^{}]*Font Awesome[^{}]*\}")
_UNUSED = (
    "scripts/fontawesome.js*",
    "scripts/bootstrap.js*",
    "**/*.map",
    "*webpack-macros.html",
    "vendor/fontawesome/webfonts/*",
)


def mended(page: str, *, search: bool = False) -> str:
    """Return a page of the theme without its icon script and with what hinders a screen reader mended.

    Parameters
    ----------
    page
        HTML as the theme writes it.
    search
        Whether this is the search page; others do not load the index.
    """
    for wrong, right in _MENDS:
        page = re.sub(wrong, right, page)
    if search:
        return page.replace('<script src="_static/searchtools.js">', f'{_QUERY}<script src="_static/searchtools.js">')
    return re.sub(_SEARCH, "", page)


def without_icons(sheet: str) -> str:
    """Return a style sheet without the rules of the icon font."""
    return _ICONS.sub("", sheet)


def teach(app: Sphinx) -> None:  # noqa: ARG001
    """Teach the words of the study to the jieba that cuts the pages for the index."""
    # it would read a cache from the shared temporary folder, which any user can write
    jieba.dt.FREQ, jieba.dt.total = jieba.dt.gen_pfdict(jieba.dt.get_dict_file())
    jieba.dt.initialized = True
    for word in search_words.words(registers.slogans(corpus.read())):
        jieba.add_word(word)


def lighten(app: Sphinx, exception: Exception | None) -> None:
    """Mend all pages, take out what no page uses, and write how often words stand on pages."""
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    for pattern in _UNUSED:
        for unused in sorted((out / "_static").glob(pattern)):
            unused.unlink()
    said, pages = {}, []
    for path in sorted(out.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        pages.append(mended(page, search=path == out / "search.html"))
        path.write_text(pages[-1], encoding="utf-8")
        name = path.relative_to(out).with_suffix("").as_posix()
        if name.startswith("chapters/"):  # the pages of the code come last in any search
            said[name] = search_words.text(page)
    _cut_down(out, pages)
    found = search_words.counts(search_words.words(registers.slogans(corpus.read())), said)
    found |= search_words.counts(
        search_words.terms_of_ids(), {name: told for name, told in search_words.prose().items() if name in said}
    )
    script = f"var PHRASE_COUNTS = {json.dumps(found, ensure_ascii=False, sort_keys=True)};\n"
    (out / "_static" / "phrase-counts.js").write_text(script, encoding="utf-8")


def _cut_down(out: Path, pages: list[str]) -> None:
    """Cut the style sheets of the theme and its extensions down to what the pages and scripts use."""
    scripts = [path.read_text(encoding="utf-8") for path in sorted((out / "_static").rglob("*.js"))]
    known = stylesheets.names(pages, scripts)
    for path in sorted((out / "_static").rglob("*.css")):
        if path.name != "book.css":
            sheet = without_icons(path.read_text(encoding="utf-8"))
            path.write_text(stylesheets.pruned(sheet, known), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_js_file("vendor/tablesort-5.7.1.min.js", loading_method="defer")
    app.add_js_file("registers.js", loading_method="defer")
    app.connect("builder-inited", teach)
    app.connect("build-finished", lighten)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
