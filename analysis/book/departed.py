"""Departed: the Sphinx extension by which old addresses lead on, when a figure or table has moved to another chapter.

`data/ids.csv` says in which chapters each one was shown (`was`). A page that no longer shows it has its anchor, with
a link to where it is now: in a folded list at the end, without hand work, or where the page writes
`{went} fig-zipf`, as a chapter does that has ended.
"""

import functools
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..publication import captions
from ..publication.rendering import render_template
from ..runs.files import read_rows


class Departed(NamedTuple):
    """A figure or table that a page showed once, and where it is now."""

    label: str  # fig-zipf
    title: str
    title_zh: str
    chapter: str  # that shows it now
    chapter_title: str


@functools.cache
def chapter_title(name: str) -> str:
    """Return the title of a chapter, its first heading; its name if it has none."""
    lines = (paths.CHAPTERS / f"{name}.md").read_text(encoding="utf-8").splitlines()
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
            now = entry["chapter"]
            found.append(Departed(row["id"], *entry["title"], now, chapter_title(now)))
    return found


class Went(SphinxDirective):
    """Lines that say where figures and tables of this page are now, each under its old anchor.

    Takes the ids; without any, all that left the page.
    """

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the list as HTML."""
        gone = {entry.label: entry for entry in departed_from(_chapter(self.env.docname))}
        named = self.arguments[0].split() if self.arguments else list(gone)
        for label in named:
            if label not in gone:
                raise self.error(f"{label} did not leave this page; see the column was of data/ids.csv")
        return [
            nodes.raw("", render_template("book/went.html", entries=[gone[label] for label in named]), format="html")
        ]


def list_departed(
    app: Sphinx,  # noqa: ARG001
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the folded list of what left a page to its end, without what the page names itself."""
    if doctree is None:
        return
    body = context["body"]
    left = [entry for entry in departed_from(_chapter(pagename)) if f'id="{entry.label}"' not in body]
    if left:
        context["body"] = body + render_template("book/departed.html", entries=left)


def _chapter(docname: str) -> str:
    return docname.removeprefix(f"{paths.CHAPTERS.name}/")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_directive("went", Went)
    app.connect("html-page-context", list_departed)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
