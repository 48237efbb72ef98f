"""Theme: the Sphinx extension that makes the stock theme light and readable by everyone, and its search read Chinese.

The theme draws ten icons with 1.5 MB of script, loads the search index on every page and brings the whole of Bootstrap;
all go. What a screen reader stumbles over in its pages is mended.
"""

import itertools
import json
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import tinycss2
from sphinx.application import Sphinx
from tinycss2 import ast

from ..extraction.registers import slogan_register
from ..texts.corpus import read_corpus
from .search import article_text, count_on_pages, prose_of_pages, study_words, teach_words, words_of_ids

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


def mend_page(page: str, *, search: bool = False) -> str:
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


def sheet_without_icons(sheet: str) -> str:
    """Return a style sheet without the rules of the icon font."""
    return _ICONS.sub("", sheet)


def lighten_book(app: Sphinx, exception: Exception | None) -> None:
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
        pages.append(mend_page(page, search=path == out / "search.html"))
        path.write_text(pages[-1], encoding="utf-8")
        name = path.relative_to(out).with_suffix("").as_posix()
        if name.startswith("chapters/"):  # the pages of the code come last in any search
            said[name] = article_text(page)
    _cut_down(out, pages)
    found = count_on_pages(study_words(slogan_register(read_corpus())), said)
    found |= count_on_pages(words_of_ids(), {name: told for name, told in prose_of_pages().items() if name in said})
    script = f"var PHRASE_COUNTS = {json.dumps(found, ensure_ascii=False, sort_keys=True)};\n"
    (out / "_static" / "phrase-counts.js").write_text(script, encoding="utf-8")


def _cut_down(out: Path, pages: list[str]) -> None:
    """Cut the style sheets of the theme and its extensions down to what the pages and scripts use."""
    scripts = [path.read_text(encoding="utf-8") for path in sorted((out / "_static").rglob("*.js"))]
    known = used_names(pages, scripts)
    for path in sorted((out / "_static").rglob("*.css")):
        if path.name != "book.css":
            sheet = sheet_without_icons(path.read_text(encoding="utf-8"))
            path.write_text(prune_sheet(sheet, known), encoding="utf-8")


_ATTRIBUTES = re.compile(r"""\s(?:class|id)=(?:"([^"]*)"|'([^']*)')""")
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_NESTED = ("media", "supports", "layer", "container")


def used_names(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Return all classes and ids of some pages, and all words of some scripts, which may set them."""
    found: set[str] = set()
    for page in pages:
        for first, second in _ATTRIBUTES.findall(page):
            found.update((first or second).split())
    for script in scripts:
        found.update(_WORD.findall(script))
    return found


def prune_sheet(sheet: str, known: Collection[str]) -> str:
    """Return a style sheet without the selectors that match nothing.

    Parameters
    ----------
    sheet
        CSS.
    known
        As from `used_names`. What a selector asks for by tag, attribute or state, or within `:not()`, counts as
        known.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return "".join(filter(None, (_rule(rule, known) for rule in rules)))


def _rule(rule: ast.Node, known: Collection[str]) -> str:
    if isinstance(rule, ast.QualifiedRule):
        kept = [selector for selector in _selectors(rule.prelude) if _asked(selector) <= set(known)]
        body = tinycss2.serialize(rule.content).strip()
        return f"{','.join(tinycss2.serialize(part).strip() for part in kept)}{{{body}}}\n" if kept and body else ""
    if isinstance(rule, ast.AtRule) and rule.lower_at_keyword in _NESTED and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = "".join(filter(None, (_rule(part, known) for part in inner)))
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}\n" if body else ""
    return str(rule.serialize()).strip() + "\n"


def _selectors(prelude: list[ast.Node]) -> list[list[ast.Node]]:
    """Return the parts of a selector list."""
    parts: list[list[ast.Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _asked(selector: list[ast.Node]) -> set[str]:
    """Return the classes and ids that a selector asks for, outside of functions."""
    found = {node.value for node in selector if isinstance(node, ast.HashToken)}
    pairs = itertools.pairwise(selector)
    return found | {name.value for dot, name in pairs if dot == "." and isinstance(name, ast.IdentToken)}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_js_file("vendor/tablesort-5.7.1.min.js", loading_method="defer")
    app.add_js_file("registers.js", loading_method="defer")
    app.connect("builder-inited", teach_words)
    app.connect("build-finished", lighten_book)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
