"""Theme: the Sphinx extension that makes the stock theme light and readable by everyone, and gives it our search.

The theme draws ten icons with 1.5 MB of script, loads a search index on every page and brings the whole of Bootstrap;
screen readers stumble over some of its buttons and lists. What is wrong is mended where it is made: the search page by
a template that extends the theme's, parts of articles by the visitors that write them, and the frame around the
article in the built pages. A mend that finds nothing stops the build: the theme has changed then, and what was wrong
may stand elsewhere.
"""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.element import NavigableString
from bs4.formatter import HTMLFormatter
from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput, visit_HideCellInput
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.writers.html5 import HTML5Translator

from .. import paths
from ..bilingual.frame_words import say_in_chinese
from ..bilingual.languages import HTML_LANGUAGES
from ..publication.rendering import TEMPLATE_FOLDER
from ..runs import map_in_order
from .frame import (
    FRAME_SCRIPT,
    FRAME_SCRIPTS,
    SETTINGS,
    UNUSED_SCRIPTS,
    ask_for_script,
    shorten_scripts,
    write_frame_script,
)
from .search import SEARCH_DATA, SPHINX_SEARCH, search_nothing_else, search_page, search_script
from .styles import OWN_SHEET, read_sheets, sheets_of, write_one_sheet, write_own_sheet

_STOCK_THEME = "sphinx_book_theme"
_OVERRIDES = Path(__file__).parent / TEMPLATE_FOLDER / "theme"
_UNUSED = (
    "**/*.map",
    "**/*.LICENSE.txt",
    "copy-button.svg",
    "check-solid.svg",
    "play-solid.svg",
    "*webpack-macros.html",
    "vendor/fontawesome/webfonts/*",
    *SPHINX_SEARCH,
)
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
"""The article of a page, around which is its frame."""

ARTICLE_PLACE = "<!-- article -->"
"""What stands in a frame for the article."""

_NUMERIC_SLOGAN = re.compile(r"[\dN]+(?:\+[\dNX]+)+|(?!(?:19|20)\d\d$)\d{4,6}")
_CHINESE_TITLE = re.compile(r"\s*[\u4e00-\u9fff]+\s*")


class Mend(NamedTuple):
    """Something in the frame that is put right."""

    name: str  # what is wrong; told if it is found nowhere
    selector: str  # CSS: where it is
    put_right: Callable[[Tag], bool]  # returns whether there was anything to put right


def _drop(tag: Tag) -> bool:
    tag.decompose()
    return True


def _drop_setting(tag: Tag) -> bool:
    return bool(SETTINGS.match(tag.get_text().strip()) or tag.get("type") == "text/x-thebe-config") and _drop(tag)


def _join(tag: Tag) -> bool:
    """Put the one script of the frame in the place of the first of those that it holds."""
    address = str(tag["src"])
    first = FRAME_SCRIPTS[0]
    if f"_static/{first}" not in address:
        return _drop(tag)
    tag["src"] = f"{address.partition(first)[0]}{FRAME_SCRIPT}"
    tag["defer"] = ""
    return True


def _show_title(tag: Tag) -> bool:
    tag["title"] = tag.attrs.pop("data-bs-title")
    return True


def _drop_name(tag: Tag) -> bool:
    del tag["aria-label"]
    return True


def _make_landmark(tag: Tag) -> bool:
    tag.attrs |= {"role": "navigation", "aria-label": "Book"}
    return True


def _name_light(tag: Tag) -> bool:
    tag["data-theme"] = "light"
    return True


def _mark_title(tag: Tag) -> bool:
    if len(tag.contents) != 1 or not isinstance(words := tag.contents[0], NavigableString):
        return False
    if not _CHINESE_TITLE.fullmatch(words):
        return False
    if any(parent.get("lang") == HTML_LANGUAGES["zh"] for parent in tag.parents):
        return False
    marked = Tag(name="span", attrs={"lang": "zh-Hans"})
    marked.string = words.strip()
    words.replace_with(marked)
    return True


def _own_scripts() -> list[str]:
    """Return the names of the scripts that are written here, below `_static`."""
    static = paths.ROOT / "_static"
    return sorted(path.relative_to(static).as_posix() for path in static.rglob("*.js"))


def _scripts(names: Iterable[str]) -> str:
    """Return a selector of scripts by their names below `_static`."""
    return ",".join(f"script[src*='_static/{name}']" for name in names)


FRAME_MENDS = (
    # the theme draws no colours for the scheme "auto", from which only a script leads away
    Mend("a page that names no scheme of colours as it is served", "html[data-theme='auto']", _name_light),
    # those that a page asks for are deferred; the search page names its own without the digest behind `?`
    Mend(
        "scripts of the book that Jupyter Book adds to every page, in no order",
        ",".join(f"script[src*='_static/{name}?']:not([defer])" for name in _own_scripts()),
        _drop,
    ),
    Mend("scripts that every page needs, one by one", _scripts(FRAME_SCRIPTS), _join),
    Mend("scripts of the theme that no page uses", _scripts(UNUSED_SCRIPTS), _drop),
    Mend("scripts that are fetched beforehand", "link[rel=preload][as=script]", _drop),
    Mend("what is told to scripts that are not there", "script:not([src])", _drop_setting),
    Mend("sheets beside the one of the book", f"link[rel=stylesheet]:not([href*='_static/{OWN_SHEET}'])", _drop),
    Mend(
        "scripts of Sphinx's search, which is not ours",  # its highlighting keeps Escape from closing cards
        "script:is([src$='searchtools.js'], [src$='language_data.js'], [src$='searchindex.js'], "
        "[src*='/sphinx_highlight.js'])",
        _drop,
    ),
    Mend("titles that only a script of Bootstrap shows", "[data-bs-title]", _show_title),
    # a name that differs from the words on the button cannot be spoken to it
    Mend("a name of the search button beside its words", "button.search-button-field[aria-label]", _drop_name),
    Mend("a side bar that is no landmark", "#pst-primary-sidebar:not([role])", _make_landmark),
    Mend("Chinese titles in the lists of pages that are not marked", "a[href], .prev-next-title", _mark_title),
)


class _AsWritten(HTMLFormatter):
    """Leaves the attributes in the order in which the theme writes them."""

    def attributes(self, tag: Tag) -> Iterator[tuple[str, Any]]:
        yield from tag.attrs.items()


_FORMATTER = _AsWritten(EntitySubstitution.substitute_xml)


def mend_frame(page: str, counts: Counter[str], mends: Iterable[Mend] = FRAME_MENDS) -> str:
    """Return a page with its frame mended.

    Parameters
    ----------
    page
        HTML as the theme writes it; its article stays as it is.
    counts
        How often each mend found something, by its name; what it finds here is added.
    mends
        What to put right.
    """
    article = ARTICLE.search(page)
    start, end = article.span() if article else (len(page), len(page))
    soup = BeautifulSoup(f"{page[:start]}{ARTICLE_PLACE}{page[end:]}", "html.parser")
    for script in soup.select("script[data-needs]"):
        if str(script.attrs.pop("data-needs")) not in page[start:end]:
            script.decompose()
    found = {mend.name: sum(mend.put_right(tag) for tag in soup.select(mend.selector)) for mend in mends}
    said = [say_in_chinese(tag) for tag in soup.select(f"html[lang={HTML_LANGUAGES['zh']}]")]
    if not any(found.values()) and not any(said):
        return page
    counts.update(found)
    return str(soup.decode(formatter=_FORMATTER)).replace(ARTICLE_PLACE, page[start:end], 1)


def check_mends(counts: Counter[str], mends: Iterable[Mend] = FRAME_MENDS) -> None:
    """Check that every mend found something on some page.

    Raises
    ------
    SphinxError
        If one did not; the message names it.
    """
    idle = [mend.name for mend in mends if not counts[mend.name]]
    if idle:
        raise SphinxError(
            f"nothing to mend on any page: {'; '.join(idle)}. The theme has changed: look at its pages, and correct or "
            "take out these mends in analysis/web/theme.py"
        )


def put_templates_first(app: Sphinx, config: Config) -> None:  # noqa: ARG001
    """Put our templates of pages before those of the theme, which they extend."""
    config.templates_path = [str(_OVERRIDES), *config.templates_path]


Visitor = Callable[[Any, Any], None]
"""What writes a node: called with the translator and the node."""


def visit_without(visit: Visitor, *wrong: str) -> Visitor:
    """Return a visitor that writes what another one writes, without some attributes.

    Parameters
    ----------
    visit
        Of docutils or an extension.
    wrong
        The attributes, as it writes them.

    Raises
    ------
    SphinxError
        When a node is written, if none of them is there: what writes it has changed then.
    """

    def _visit(translator: HTML5Translator, node: nodes.Element) -> None:
        place = len(translator.body)
        visit(translator, node)
        written = "".join(translator.body[place:])
        mended = functools.reduce(lambda text, attribute: text.replace(f" {attribute}", ""), wrong, written)
        if mended == written:
            raise SphinxError(f"a {node.tagname} has no {' or '.join(wrong)}; correct or take out the mend of theme.py")
        translator.body[place:] = [mended]

    return _visit


def name_slogans(app: Sphinx, doctree: nodes.document) -> None:
    """Take slogans of digits, which chapters write as code (`1+1269`), for what they are: no code."""
    if not app.env.docname.startswith("chapters/"):
        return
    for literal in list(doctree.findall(nodes.literal)):
        if _NUMERIC_SLOGAN.fullmatch(literal.astext()):
            literal.replace_self(nodes.inline("", literal.astext(), classes=["slogan"]))


def lighten_book(app: Sphinx, exception: Exception | None) -> None:
    """Mend all pages, take out what no page uses, and write what the search knows.

    Raises
    ------
    SphinxError
        If a mend finds nothing in the whole book.
    """
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    for pattern in _UNUSED:
        for unused in sorted((out / "_static").glob(pattern)):
            unused.unlink()
    pages = _in_new_frame(app, out) if app.config.html_theme == _STOCK_THEME else _read_pages(out)
    names = {path.relative_to(out).with_suffix("").as_posix(): page for path, page in pages.items()}
    for language, name in SEARCH_DATA.items():
        script = search_script(names, workers=app.parallel, language=language)
        (out / "_static" / name).write_text(script, encoding="utf-8")


def _read_pages(out: Path) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html"))}


def _in_new_frame(app: Sphinx, out: Path) -> dict[Path, str]:
    """Mend the frames of all pages and give them one sheet and one script; return them."""
    asked = dict.fromkeys(name for page in _read_pages(out).values() for name in sheets_of(page))
    sheets = read_sheets(out / "_static", asked)
    counts = _mend_frames(out, app.parallel)
    if {f"chapters/{path.stem}" for path in paths.CHAPTERS.glob("*.md")} <= app.env.found_docs:
        check_mends(counts)  # a page alone has not all that is mended in the book
    digest = write_frame_script(out / "_static")
    shorten_scripts(out / "_static", sorted(path.name for path in (paths.ROOT / "_static").glob("*.js")))
    pages = write_one_sheet(out, sheets, _read_pages(out))
    frame = f'_static/{FRAME_SCRIPT}"'
    pages = {path: page.replace(frame, f'{frame[:-1]}?v={digest}"') for path, page in pages.items()}
    for path, page in pages.items():
        path.write_text(page, encoding="utf-8")
    return pages


def _mend_frames(out: Path, workers: int) -> Counter[str]:
    """Mend the frames of all pages and return how often each mend found something."""
    return sum(map_in_order(_mend_page, sorted(out.rglob("*.html")), workers=workers), Counter[str]())


def _mend_page(path: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    path.write_text(mend_frame(path.read_text(encoding="utf-8"), counts), encoding="utf-8")
    return counts


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    ask_for_script(app, "registers.js", "published-table")
    # the words of a summary are its name; a bibliography is no list for a screen reader, because its entries are none
    hidden = visit_without(visit_HideCellInput, 'aria-label="Toggle hidden content"')
    entry = visit_without(HTML5Translator.visit_citation, 'role="doc-biblioentry"', 'role="list"')
    app.add_node(HideCodeCellNode, override=True, html=(hidden, depart_HideCellInput))
    app.add_node(nodes.citation, override=True, html=(entry, HTML5Translator.depart_citation))
    app.add_css_file(OWN_SHEET)
    app.connect("config-inited", put_templates_first)
    app.connect("doctree-read", name_slogans)
    app.connect("builder-inited", write_own_sheet)
    app.connect("builder-inited", search_nothing_else)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", lighten_book, priority=900)  # after the theme has written its last sheet
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
