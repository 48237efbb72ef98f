"""Roles of Chinese pages: the Sphinx extension by which they take numbers, names and places from English chapters.

`` {fact}`marked-gap` `` is the number of the English twin, `` {fact}`atlas:own` `` that of another chapter (as on
English pages, where the chapter is always named). `` {ref}`ladder` `` leads to the Chinese chapter and prints its title
as 《…》; `` {numref}`fig-x` `` prints 图3, the number that the figure has in English. Sections have the anchors of
the English ones and their labels with -zh, which nobody has to write.
"""

import re
from typing import Any

from docutils import nodes
from myst_nb.ext.glue.crossref import read_glue_cache
from myst_nb.ext.glue.utils import create_pending_glue_ref
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from .. import paths
from .languages import CHINESE_CHAPTERS, chapter_name, english_page, is_chinese_page, twin_page
from .pairs import pair_problems
from .sources import read_chapter
from .wording import WordingError, chinese_fact
from .works import AllWorks, AllWorksNode, cite_in_chinese, list_all_works

CHINESE_LABEL = "-zh"
"""How labels of Chinese sections and figures end."""

_BODY_WORDS = (
    (re.compile(r'(<span class="caption-number">)Fig\. (\d+) '), "\\1图\\2　"),
    (re.compile(r'title="Link to this (?:heading|image|table|code)"'), 'title="本处链接"'),
)
_UNWRITTEN = "本章中文稿正在撰写。"
_LOGGER = logging.getLogger(__name__)


class ChineseFactNode(nodes.Inline, nodes.Element):
    """A number of an English chapter on a Chinese page, until all chapters have run."""


class Fact(SphinxRole):
    """A number that another chapter computes (decision 028); a number that is not there stops the build."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a reference that is filled in later."""
        chapter, known, name = self.text.partition(":")
        source, line = self.get_source_info()
        if not known and not is_chinese_page(self.env.docname):
            raise SphinxError(f"{source}, line {line}: say whose number it is, as {{fact}}`slogans:{self.text}`")
        page = f"{paths.CHAPTERS.name}/{chapter}" if known else english_page(self.env.docname)
        return [fact_reference(self.inliner.document, self.env, page, name if known else chapter, (source, line))], []


def fact_reference(
    document: nodes.document, env: BuildEnvironment, page: str, name: str, place: tuple[str, int]
) -> nodes.Element:
    """Return a reference to a fact, which is filled in when all chapters have run, in the language of the page.

    Parameters
    ----------
    document, env
        Of the page.
    page
        That publishes the fact, always an English one.
    name
        Of the fact.
    place
        File and line, for messages.
    """
    if is_chinese_page(env.docname):
        made = ChineseFactNode(page=page, fact=name)
        made.source, made.line = place
        return made
    pending: nodes.Element = create_pending_glue_ref(
        document, *place, f"/{page}.md", name, inline=True, gtype="text", fmt_spec=""
    )
    return pending


class FillChineseFacts(SphinxPostTransform):
    """Writes the numbers of English chapters into Chinese pages."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002
        """Replace each reference by its text."""
        for node in list(self.document.findall(ChineseFactNode)):
            folder = self.env.mystnb_config.output_folder  # type: ignore[attr-defined]
            glued = read_glue_cache(str(folder), node["page"])
            facts = {name: str(value["data"]["text/plain"]).strip("'\"") for name, value in glued.items()}
            try:
                words = chinese_fact(node["fact"], facts)
            except KeyError:
                _LOGGER.warning("there is no fact %s in %s", node["fact"], node["page"], location=node)
                words = "…"
            except WordingError as error:
                _LOGGER.warning("%s", error, location=node)
                words = "…"
            node.replace_self(nodes.Text(words))


class NamePlaces(SphinxTransform):
    """Gives the sections of a Chinese page the anchors of the English ones, and leads its references to Chinese pages.

    It runs before Sphinx takes the labels of the page.
    """

    default_priority = 840

    def apply(self, **kwargs: Any) -> None:  # noqa: ARG002
        """Name sections and lead references."""
        if not is_chinese_page(self.env.docname):
            return
        if _is_unwritten(self.env.docname):
            section = next(iter(self.document.findall(nodes.section)))
            title = next(iter(section.findall(nodes.title)))
            section.insert(section.index(title) + 1, nodes.paragraph("", _UNWRITTEN, classes=["note"]))
        self._name_sections()
        for xref in list(self.document.findall(addnodes.pending_xref)):
            if xref["reftype"] == "ref":
                self._lead(xref)
            elif xref["reftype"] == "numref":
                _lead_to_figure(xref)

    def _name_sections(self) -> None:
        name = chapter_name(self.env.docname)
        path = CHINESE_CHAPTERS / f"{name}.md"
        english = paths.CHAPTERS / f"{name}.md"
        if not (path.is_file() and english.is_file()):
            return
        told, source = read_chapter(path), read_chapter(english)
        for node, section in zip(self.document.findall(nodes.section), told.sections, strict=False):
            answered = source.section(section.answers)
            if answered is None:
                continue
            node["ids"] = list(dict.fromkeys([answered.anchor, *answered.labels]))
            self.document.ids |= dict.fromkeys(node["ids"], node)
            for label in answered.labels:
                known = nodes.fully_normalize_name(label + CHINESE_LABEL)
                node["names"].append(known)
                self.document.nametypes[known] = True
                self.document.nameids[known] = answered.anchor

    def _lead(self, xref: addnodes.pending_xref) -> None:
        own = xref["reftarget"].endswith(CHINESE_LABEL)
        xref["reftarget"] = xref["reftarget"] if own else xref["reftarget"] + CHINESE_LABEL
        if not xref["refexplicit"]:
            place = xref.parent.index(xref)
            xref.parent.insert(place + 1, nodes.Text("》"))
            xref.parent.insert(place, nodes.Text("《"))


def _is_unwritten(page: str) -> bool:
    path = CHINESE_CHAPTERS / f"{chapter_name(page)}.md"
    return path.is_file() and read_chapter(path).is_unwritten


def _lead_to_figure(xref: addnodes.pending_xref) -> None:
    xref["reftarget"] += CHINESE_LABEL
    if not xref["refexplicit"]:
        xref["refexplicit"] = True
        xref.children = []
        xref += nodes.inline("", "图%s")


def number_as_in_english(app: Sphinx, env: BuildEnvironment) -> list[str]:  # noqa: ARG001
    """Give the figures of Chinese pages the numbers that they have in English; return the pages."""
    numbered = []
    for page, numbers in env.toc_fignumbers.items():
        if not is_chinese_page(page):
            continue
        english = env.toc_fignumbers.get(twin_page(page), {})
        env.toc_fignumbers[page] = {
            kind: {anchor: english.get(kind, {}).get(anchor, number) for anchor, number in known.items()}
            for kind, known in numbers.items()
        }
        numbered.append(page)
    return numbered


def check_pairs(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:  # noqa: ARG001
    """Warn of everything in which a Chinese page does not answer to its English twin; a warning stops the build."""
    for page in docnames:
        if is_chinese_page(page) and (CHINESE_CHAPTERS / f"{chapter_name(page)}.md").is_file():
            for problem in pair_problems(chapter_name(page)):
                _LOGGER.warning("%s", problem.what, location=(page, problem.line))


def say_body_words(
    app: Sphinx,  # noqa: ARG001
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Say in Chinese what Sphinx writes into the text of a page: the numbers of figures and the names of links."""
    if doctree is None or not is_chinese_page(pagename):
        return
    for english, chinese in _BODY_WORDS:
        context["body"] = english.sub(chinese, context["body"])


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(ChineseFactNode)
    app.add_node(AllWorksNode)
    app.add_role("fact", Fact())
    app.add_directive("works", AllWorks)
    app.add_transform(NamePlaces)
    app.add_post_transform(FillChineseFacts)
    app.connect("env-before-read-docs", check_pairs)
    app.connect("html-page-context", say_body_words)
    app.connect("doctree-resolved", cite_in_chinese, priority=300)
    app.connect("doctree-resolved", list_all_works)
    app.connect("env-get-updated", number_as_in_english, priority=900)  # when figures are numbered
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
