"""Pages: the Sphinx extension that completes the built book.

A chapter writes the directive `{published} fig-slogans-by-type` where a figure belongs (`shown`). When the pages are
built, figures and tables are copied beside them. `data/ids.csv` says in which chapters each was shown before (`was`): a
page that no longer shows it keeps its anchor, with a link to where it is now, in a folded list at the end, or where the
page writes `{went} fig-zipf`, as a chapter does that has ended.
"""

import functools
import io
import json
import os
import posixpath
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import PIL
from docutils import nodes
from PIL import Image
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..annotation.adjudicated import registers_by_kind
from ..bilingual.languages import CHINESE_FOLDER, HTML_LANGUAGES, chapter_name, is_chinese_page, twin_page
from ..gazetteer.pages import listed_text
from ..publication import captions
from ..publication.chinese import HAN_RUN, chinese_classes
from ..publication.rendering import render_template
from ..runs import map_in_order
from ..runs.files import read_rows
from ..runs.kept import kept_file
from ..runs.sources import key_of
from ..texts.corpus import read_corpus
from ..texts.labels import LANGUAGES
from ..vocabulary.glossary import glossary_anchor, glossary_card, glossary_table
from ..web.webfont import write_webfonts
from .deposit import COPIED_FILES, write_data_set, write_deposit
from .shown import setup_figures
from .side_by_side import make_apart

_PUBLISHED = ("figures", "tables")


class Departed(NamedTuple):
    """A figure or table that a page showed once, and where it is now."""

    label: str  # fig-zipf
    title: str
    title_zh: str
    chapter: str  # that shows it now
    chapter_title: str
    chapter_title_zh: str


@functools.cache
def chapter_title(name: str) -> str:
    """Return the title of a chapter, its first heading; its name if it has none."""
    path = paths.CHAPTERS / f"{name}.md"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return next((line.removeprefix("# ") for line in lines if line.startswith("# ")), name)


def departed_from(chapter: str) -> list[Departed]:
    """Return what a chapter showed once and shows no longer, in the order of `data/ids.csv`.

    What was withdrawn is nowhere, and is left out.
    """
    catalogue = captions.caption_catalogue()
    entries = {**catalogue["figures"], **catalogue["tables"]}
    found = []
    for row in read_rows(paths.DATA / "ids.csv"):
        entry = entries.get(row["id"])
        if entry and entry["chapter"] != chapter and chapter in (row["was"] or "").split(";"):
            (title, title_zh), now = entry["title"], entry["chapter"]
            titles = chapter_title(now), chapter_title(f"{CHINESE_FOLDER}/{now}")
            found.append(Departed(row["id"], title, title_zh, now, *titles))
    return found


class Went(SphinxDirective):
    """Lines that say where figures and tables of this page are now, each under its old anchor.

    Takes the ids; without any, all that left the page.
    """

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the list as HTML."""
        gone = {entry.label: entry for entry in departed_from(chapter_name(self.env.docname))}
        named = self.arguments[0].split() if self.arguments else list(gone)
        for label in named:
            if label not in gone:
                raise self.error(f"{label} did not leave this page; see the column was of data/ids.csv")
        return [
            nodes.raw(
                "",
                render_template(
                    "book/went.html",
                    entries=[gone[label] for label in named],
                    chinese=is_chinese_page(self.env.docname),
                ),
                format="html",
            )
        ]


class Chinese(SphinxDirective):
    """A paragraph of Chinese text."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the paragraphs, marked as Chinese."""
        container = nodes.container(classes=["language-zh-Hans", "chinese"])
        self.state.nested_parse(self.content, self.content_offset, container)
        return [container]


def mark_chinese_nodes(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Mark every run of Chinese in the prose with its language, for screen readers and fonts.

    A term of the glossary opens a card, with a link to its entry, where it stands first in the prose of a chapter.
    """
    if is_chinese_page(docname):  # all of it is
        return
    seen: set[str] = set()
    glossed = docname.startswith("chapters/") and not docname.endswith("/glossary")
    for text in list(doctree.findall(nodes.Text)):
        parent = text.parent
        if parent is None or isinstance(parent, (nodes.literal, nodes.literal_block, nodes.raw, nodes.comment)):
            continue
        if "language-zh-Hans" in parent.get("classes", []) or not HAN_RUN.search(text):
            continue
        pieces: list[nodes.Node] = []
        position = 0
        for run in HAN_RUN.finditer(text):
            if run.start() > position:
                pieces.append(nodes.Text(text[position : run.start()]))
            if glossed and run[0] in _glossed_terms() and run[0] not in seen and _is_prose(parent):
                seen.add(run[0])
                pieces.append(nodes.raw("", _glossed(run[0]), format="html"))
            else:
                pieces.append(nodes.inline("", run[0], classes=chinese_classes(run[0])))
            position = run.end()
        if position < len(text):
            pieces.append(nodes.Text(text[position:]))
        parent.replace(text, pieces)


def _is_prose(parent: nodes.Element) -> bool:
    inside: nodes.Node | None = parent
    while inside is not None:
        if isinstance(inside, (nodes.title, nodes.reference, nodes.caption, nodes.figure, nodes.table, nodes.term)):
            return False
        inside = inside.parent
    return True


@functools.cache
def _glossed_terms() -> frozenset[str]:
    """Return the expressions that have an entry in the glossary of the book."""
    docs = read_corpus()
    return frozenset(glossary_table(docs, registers_by_kind(docs))["term"])


def _glossed(term: str) -> str:
    pinyin, gloss = glossary_card(term)
    return render_template(
        "book/glossed.html", term=term, anchor=glossary_anchor(term), pinyin=pinyin, gloss=gloss
    ).strip()


def list_departed(
    app: Sphinx,  # noqa: ARG001
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the folded list of what left a page to its end, without what the page names itself."""
    if doctree is None or is_chinese_page(pagename):  # which never showed them
        return
    body = context["body"]
    left = [entry for entry in departed_from(chapter_name(pagename)) if f'id="{entry.label}"' not in body]
    if left:
        context["body"] = body + render_template("book/departed.html", entries=left, chinese=False)


def leave_thebe_out(
    app: Sphinx,  # noqa: ARG001
    pagename: str,  # noqa: ARG001
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001
) -> None:
    """Take the scripts of thebe off a page: Jupyter Book always adds them, they name a CDN, and nothing runs here."""
    for kind in ("script_files", "css_files"):
        files = context.get(kind, [])
        context[kind] = [file for file in files if "thebe" not in f"{file} {getattr(file, 'attributes', '')}".lower()]


def tell_languages(
    app: Sphinx,
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001
) -> None:
    """Tell the language of a Chinese page, and where a page is in the other language."""
    if is_chinese_page(pagename):
        context["language"] = HTML_LANGUAGES["zh"]
        context["theme_logo_link"] = context["pathto"](f"{paths.CHAPTERS.name}/{CHINESE_FOLDER}/findings")
    for way in ("prev", "next"):
        if (beside := context.get(way)) and is_chinese_page(_reached(pagename, beside["link"])) != is_chinese_page(
            pagename
        ):
            context[way] = None
    other = twin_page(pagename)
    if other not in app.env.found_docs:
        return
    chinese, english = sorted((pagename, other), key=is_chinese_page, reverse=True)
    base = app.config.html_baseurl.rstrip("/")  # search engines want whole addresses
    addresses = {
        HTML_LANGUAGES[language]: f"{base}/{page}.html" if base else _beside(pagename, page)
        for language, page in (("en", english), ("zh", chinese))
    }
    context["metatags"] = context.get("metatags", "") + render_template("book/languages.html", languages=addresses)


def _reached(page: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), link))


def _beside(page: str, other: str) -> str:
    """Return the address of a page from another one."""
    return f"{posixpath.relpath(other, posixpath.dirname(page))}.html"


def complete_book(app: Sphinx, exception: Exception | None) -> None:
    """Copy figures and tables beside the pages, write catalogues and web font; fail if a published file is missing."""
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    catalogue = captions.caption_catalogue()
    there = {kind: [name for name in catalogue[kind] if _is_shown(app, catalogue[kind][name])] for kind in _PUBLISHED}
    expected = [
        paths.FIGURES / f"{label}.{ending}"
        for label in there["figures"]
        for ending in (*COPIED_FILES, *page_pictures(label))
    ]
    expected += [paths.TABLES / f"{label}.csv" for label in there["tables"]]
    for source in expected:
        if not source.is_file():
            raise SphinxError(f"{source.name} was not published; show it in a chapter or take it out of captions.yml")
        target = out / source.parent.name / source.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(source, target)
    pictures = [f"{name}.{language}.png" for name in there["figures"] for language in LANGUAGES]
    tasks: list[Callable[[], None]] = [
        functools.partial(write_webfonts, out, listed_text(app.env.found_docs)),
        functools.partial(write_thumbnails, out / "figures", pictures),
    ]
    if all(there[kind] == list(catalogue[kind]) for kind in _PUBLISHED):  # not where one chapter is built alone
        tasks.append(functools.partial(write_deposit, out))
    if _is_shown(app, {"chapter": "data"}):
        tasks.append(functools.partial(write_data_set, out))
    for _ in map_in_order(make_apart, tasks, workers=len(tasks)):  # each writes files of its own
        pass


def page_pictures(label: str) -> list[str]:
    """Return the endings of the pictures that pages show of a figure, as it was published; they are no downloads."""
    record = paths.FIGURES / f"{label}.json"
    if not record.is_file():
        return []
    told = json.loads(record.read_text(encoding="utf-8"))
    return [
        f"{language}.{name}{shade}.svg"
        for language in LANGUAGES
        for name in told["shown"][language]
        for shade in ("", ".dark")
    ]


def _is_shown(app: Sphinx, entry: dict[str, Any]) -> bool:
    return f"{paths.CHAPTERS.name}/{entry['chapter']}" in app.env.found_docs or entry["chapter"] in app.env.found_docs


def write_thumbnails(folder: Path, names: list[str]) -> None:
    """Write figures of `folder` small into its folder `thumbnails`."""
    (folder / "thumbnails").mkdir(parents=True, exist_ok=True)
    contents = [(folder / name).read_bytes() for name in names]
    for name, small in zip(names, map_in_order(_kept_thumbnail, contents, workers=os.cpu_count() or 1), strict=True):
        (folder / "thumbnails" / name).write_bytes(small)


def _kept_thumbnail(content: bytes) -> bytes:
    return kept_file("thumbnails", lambda: key_of(content, PIL.__version__), lambda: thumbnail(content))


def thumbnail(content: bytes) -> bytes:
    """Return a PNG picture small and with few colours, as PNG."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        small = picture.convert("RGB")
        small.thumbnail((560, 420))
        small.quantize(64, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    setup_figures(app)
    app.add_directive("went", Went)
    app.add_directive("chinese", Chinese)
    app.connect("doctree-resolved", mark_chinese_nodes)
    app.connect("html-page-context", list_departed)
    app.connect("html-page-context", leave_thebe_out, priority=900)
    app.connect("html-page-context", tell_languages)
    app.connect("build-finished", complete_book)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
