"""Pages: the Sphinx extension that writes the articles into the built book, in the frames of the two lists.

A page costs no document of Sphinx: when the book is built, the frame of the list that leads to it is taken, in each
language that of its own list, and title, head and article are put in. Articles are kept between builds.
"""

import functools
import itertools
import json
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..bilingual.languages import HTML_LANGUAGES, page_language, twin_page
from ..lookup.packing import without_collection
from ..lookup.sources import data_fingerprint, look_up_files, look_up_tables
from ..publication.chinese import mark_chinese
from ..publication.citations import part_as_source, shown_citations
from ..publication.rendering import TEMPLATE_FOLDER, render_template
from ..runs.kept import kept_file
from ..runs.sources import code_key
from ..texts.labels import LANGUAGES
from ..texts.passages import look_up_address
from ..web.origin import book_revision
from .articles import END_OF_ARTICLE, TWIN_OF_ARTICLE, LookUpPage, made_articles
from .filenames import PAGES_FOLDER, PLACE_LIST, SLOGANS, page_link
from .frames import bare_frame

_TITLE, _ENGLISH, _FILE = "[title]", "[english]", "[file]"  # places of a citation that are filled for each page


@functools.cache
def page_articles() -> dict[str, Any]:
    """Return all, made or kept: `lists` (HTML) and `pages` (fields of `LookUpPage`), by language and list."""
    found: dict[str, Any] = json.loads(kept_file("look-up-pages", _key, _made))
    return found


def _made() -> bytes:
    with without_collection():
        return made_articles(look_up_tables())


def _key() -> str:
    templates = sorted((Path(__file__).parent / TEMPLATE_FOLDER).glob("*.html"))
    files = [
        *look_up_files(),
        paths.CAPTIONS,
        *sorted(paths.LEXICON.glob("*.yml")),
        paths.DATA / "terms.csv",
        *templates,
    ]
    return code_key("gazetteer.articles", files=files, packages=("pandas", "pyarrow", "jinja2", "pypinyin"))


class LookUpList(SphinxDirective):
    """The list of the slogans or of the places that have a page, in the language of the page."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the list as HTML."""
        lists = page_articles()["lists"][page_language(self.env.docname)]
        if self.arguments[0] not in lists:
            raise self.error(f"{self.arguments[0]} is no list of the look-up; write {PLACE_LIST} or {SLOGANS}")
        return [nodes.raw("", lists[self.arguments[0]], format="html")]


class LookUpLinks(SphinxDirective):
    """Slogans and places, each a link into the look-up: lines such as `s 三大攻坚战` and `p 370200 青岛市`."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the line as HTML."""
        links = []
        for line in self.content:
            kind, _, named = line.partition(" ")
            code, _, place = named.partition(" ")
            if kind not in {"s", "p"} or not named or (kind == "p" and not place):
                raise self.error(f"{line}: write `s SLOGAN` or `p CODE NAME`")
            address = look_up_address(slogans=named) if kind == "s" else look_up_address(place=code)
            links.append((address.partition("/")[2], named if kind == "s" else place))
        return [nodes.raw("", render_template("gazetteer/links.html", links=links), format="html")]


class _ListOfBook(NamedTuple):
    """A list that a book has, and the pages that are made for it."""

    name: str
    language: str
    folder: str  # from the root of the book
    twin: str  # that of the same pages in the other language; "" if the book has no such list
    pages: list[LookUpPage]


def _lists_of(found: Collection[str]) -> Iterator[_ListOfBook]:
    for language, name in itertools.product(LANGUAGES, (PLACE_LIST, SLOGANS)):
        folder = PAGES_FOLDER if language == LANGUAGES[0] else twin_page(PAGES_FOLDER)
        if folder + name in found:
            twin = twin_page(folder)
            yield _ListOfBook(name, language, folder, twin if twin + name in found else "", _pages_of(language, name))


def _pages_of(language: str, name: str) -> list[LookUpPage]:
    return [LookUpPage(*page) for page in page_articles()["pages"][language][name]]


def listed_pages(found: Collection[str]) -> list[str]:
    """Return the addresses of the pages that are made for the lists that a book has: chapters/look-up/370200.html.

    Parameters
    ----------
    found
        Names of its documents.
    """
    return [one.folder + page_link(page.name) for one in _lists_of(found) for page in one.pages]


def listed_text(found: Collection[str]) -> str:
    """Return the articles of the pages that are made for the lists that a book has, with their titles."""
    return "".join(page.title + page.article for one in _lists_of(found) for page in one.pages)


def forget_pages(app: Sphinx) -> None:
    """Take away what an older build has made, which would be read as pages of the theme."""
    for folder in (PAGES_FOLDER, twin_page(PAGES_FOLDER)):
        for path in Path(app.outdir).glob(f"{folder}*.html"):
            path.unlink()


def write_pages(app: Sphinx, exception: Exception | None) -> None:
    """Write all pages in the frames of the lists that lead to them."""
    if exception or app.builder.format != "html":
        return
    for one in _lists_of(app.env.found_docs):
        _write_list(one, Path(app.outdir) / one.folder, str(app.config.html_baseurl).rstrip("/"))


def _write_list(one: _ListOfBook, out: Path, base: str) -> None:
    chinese = one.language != LANGUAGES[0]
    frame = bare_frame((out / f"{one.name}.html").read_text(encoding="utf-8"), one.name)
    address = f"{base}/{one.folder}{{}}" if base else ""
    end = _end_of_pages(address.format(f"{_FILE}.html"), chinese=chinese)
    other = HTML_LANGUAGES[next(language for language in LANGUAGES if language != one.language)]
    beside = posixpath.relpath(one.twin or ".", one.folder) + "/"
    english = {page.name: page.heading for page in _pages_of(LANGUAGES[0], one.name)}
    for page in one.pages:
        file = page_link(page.name)
        twins = {
            HTML_LANGUAGES[one.language]: address.format(file) or file,
            other: f"{base}/{one.twin}{file}" if base else beside + file,
        }
        languages = sorted(twins.items()) if one.twin else []
        values = {"url": address.format(file), "languages": languages, "chinese": chinese}
        head = render_template("gazetteer/head.html", page=page, **values)
        way = render_template("gazetteer/twin.html", address=beside + file, language=other) if one.twin else ""
        article = page.article.replace(TWIN_OF_ARTICLE, way, 1)
        cited = {_TITLE: page.heading, _ENGLISH: english[page.name], f"{_FILE}.html": file}
        article = article.replace(END_OF_ARTICLE, _filled(end, cited))
        (out / f"{page.name}.html").write_text(frame.filled(page.title, head, article), encoding="utf-8")


def _filled(words: str, told: Mapping[str, str]) -> str:
    """Return words with what stands at their places; what is put in is not looked through again, and is escaped."""
    places = re.compile("|".join(map(re.escape, told)))
    return places.sub(lambda place: mark_chinese(told[place[0]], runs=True), words)


def _end_of_pages(url: str, *, chinese: bool) -> str:
    """Return how a page is cited, and its colophon, with places for its title and file."""
    part, data = {"id": "look-up", "type": "dataset"} | ({"URL": url} if url else {}), data_fingerprint()
    english = part_as_source(part | {"title": f"Look up: {_ENGLISH}"}, data=data)
    own = part_as_source(part | {"title": f"查一查: {_TITLE}"}, data=data, chinese=True) if chinese else None
    version, day = book_revision()
    colophon = render_template("web/colophon.html", chinese=chinese, version=version, day=day, notebook="", binder="")
    return render_template("web/cite.html", chinese=chinese, lines=shown_citations(english, own), files={}) + colophon


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_directive("look-up-list", LookUpList)
    app.add_directive("look-up-links", LookUpLinks)
    app.connect("builder-inited", forget_pages)
    app.connect("build-finished", write_pages, priority=950)  # when the frames are mended
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
