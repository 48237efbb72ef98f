"""Pages: the Sphinx extension that writes the articles into the built book, in the frames of the two lists.

A page costs no document of Sphinx: when the book is built, the frame of the list that leads to it is taken, and title,
head and article are put in. Articles are kept between builds.
"""

import functools
import itertools
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..bilingual.languages import is_chinese_page
from ..lookup.addresses import look_up_address
from ..lookup.sources import data_fingerprint, look_up_files, look_up_tables
from ..publication.citations import study_as_source, styled_citation
from ..publication.rendering import TEMPLATE_FOLDER, render_template
from ..runs.kept import kept_file
from ..runs.sources import code_key
from ..web.origin import book_revision
from .articles import END_OF_ARTICLE, LookUpPage, made_articles
from .filenames import PAGES_FOLDER, PLACE_LIST, SLOGANS, page_link
from .frames import bare_frame

_TITLE, _FILE = "[title]", "[file]"  # places of a citation that are filled for each page


@functools.cache
def page_articles() -> dict[str, Any]:
    """Return all, made or kept: `lists`, `lists_zh`, HTML by name, and `pages`, fields of `LookUpPage` by list."""
    found: dict[str, Any] = json.loads(kept_file("look-up-pages", _key, lambda: made_articles(look_up_tables())))
    return found


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
        lists = page_articles()["lists_zh" if is_chinese_page(self.env.docname) else "lists"]
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


def listed_pages(found: Collection[str]) -> list[str]:
    """Return the addresses of the pages that are made for the lists that a book has: chapters/look-up/370200.html.

    Parameters
    ----------
    found
        Names of its documents.
    """
    lists = [name for name in (PLACE_LIST, SLOGANS) if PAGES_FOLDER + name in found]
    return [PAGES_FOLDER + page_link(page[0]) for name in lists for page in page_articles()["pages"][name]]


def listed_text(found: Collection[str]) -> str:
    """Return the articles of the pages that are made for the lists that a book has, with their titles."""
    lists = [name for name in (PLACE_LIST, SLOGANS) if PAGES_FOLDER + name in found]
    return "".join(page[1] + page[4] for name in lists for page in page_articles()["pages"][name])


def forget_pages(app: Sphinx) -> None:
    """Take away what an older build has made, which would be read as pages of the theme."""
    for path in Path(app.outdir).glob(f"{PAGES_FOLDER}*.html"):
        path.unlink()


def write_pages(app: Sphinx, exception: Exception | None) -> None:
    """Write all pages in the frames of the lists that lead to them."""
    if exception or app.builder.format != "html":
        return
    out, base = Path(app.outdir) / PAGES_FOLDER, str(app.config.html_baseurl).rstrip("/")
    address = f"{base}/{PAGES_FOLDER}{{}}" if base else ""
    for name in (PLACE_LIST, SLOGANS):
        if PAGES_FOLDER + name not in app.env.found_docs:
            continue
        frame = bare_frame((out / f"{name}.html").read_text(encoding="utf-8"), name)
        end = _end_of_pages(address.format(f"{_FILE}.html"))
        for page in itertools.starmap(LookUpPage, page_articles()["pages"][name]):
            file = page_link(page.name)
            head = render_template("gazetteer/head.html", page=page, url=address.format(file))
            article = page.article.replace(
                END_OF_ARTICLE, end.replace(_TITLE, page.heading).replace(f"{_FILE}.html", file)
            )
            written = frame.filled(f"{page.title} — {app.config.html_title}", head, article)
            (out / f"{page.name}.html").write_text(written, encoding="utf-8")


def _end_of_pages(url: str) -> str:
    """Return how a page is cited, and its colophon, with places for its title and file."""
    study = study_as_source()
    record = study | {"id": "look-up", "type": "chapter", "container-title": study["title"]}
    record |= {"title": f"Look up 查一查: {_TITLE} [data {data_fingerprint()}]"} | ({"URL": url} if url else {})
    lines = [("APA", styled_citation(record, "apa")), ("GB/T 7714", styled_citation(record, "gbt"))]
    version, day = book_revision()
    colophon = render_template("web/colophon.html", chinese=False, version=version, day=day, notebook="", binder="")
    return render_template("web/cite.html", chinese=False, citations=lines) + colophon


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_directive("look-up-list", LookUpList)
    app.add_directive("look-up-links", LookUpLinks)
    app.connect("builder-inited", forget_pages)
    app.connect("build-finished", write_pages, priority=950)  # when the frames are mended
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
