"""Figures on pages: the directive that shows a published figure with its finding as title, its notes and its files.

Title and measure are text above the picture; below it stands the note in the language of the page, and the one in the
other language folded, with a link to its picture.
"""

import json
import re
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from .. import paths
from ..bilingual.languages import is_chinese_page, page_language, root_of
from ..bilingual.roles import CHINESE_LABEL
from ..publication import captions
from ..publication.bar import bar_below, other_language, plotted_html, with_claims
from ..publication.captions import EACH_TEXT, Caption
from ..publication.downloads import DOWNLOADS
from ..publication.publish import CHINESE_TABLES
from ..publication.rendering import render_template
from ..texts.labels import bilingual, drawing_language
from ..web.frame import ask_for_script

_YEAR = re.compile("([0-9][0-9—]*年)")


class PlateFigure(nodes.figure):
    """A published figure, which is named by the finding above it."""


class ShownAgain(PlateFigure):
    """A figure that another chapter owns: it takes no number."""


class TablePlace(nodes.General, nodes.Element):
    """A place of a Chinese page where a table is shown when all chapters have run."""


class Published(SphinxDirective):
    """A figure that `publish_figure` wrote in the same chapter, with its caption and its files.

    `:again:` shows a figure that another chapter owns, with a link instead of a label; `:wide:` lets it be wider than
    the text. A name that ends in `-each` shows the figures of all texts. On a Chinese page figures and tables are those
    of the English chapter, and are filled in when all chapters have run.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"again": directives.flag, "wide": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return each figure with the line of its files."""
        name = self.arguments[0]
        if name.startswith("tab-"):
            return [self._table(name)]
        stem = name.removesuffix(EACH_TEXT)
        each = [label for label in captions.caption_catalogue()["figures"] if label.startswith(stem + "-")]
        labels = [name] if stem == name else each
        if is_chinese_page(self.env.docname):
            return [self._figure(label) for label in labels]
        return [node for label in labels for node in self._shown(label)]

    def _table(self, label: str) -> nodes.Node:
        if not is_chinese_page(self.env.docname):
            raise self.error(f"{label} is shown by the cell that calls publish_table; only Chinese pages name it")
        if label not in (*captions.caption_catalogue()["tables"], DOWNLOADS):
            raise self.error(f"{label} is no table of data/captions.yml")
        return TablePlace(label=label)

    def _figure(self, label: str) -> PlateFigure:
        """Return a figure without its content, known by its label."""
        again = "again" in self.options
        figure = (ShownAgain if again else PlateFigure)("", classes=["published"] + ["wide"] * ("wide" in self.options))
        figure["published"], figure["titled"] = label, f"{label}-title"
        if not again:
            chinese = is_chinese_page(self.env.docname)
            figure["names"].append(nodes.fully_normalize_name(label + CHINESE_LABEL * chinese))
            figure["ids"] += [label] * chinese
            self.state.document.note_explicit_target(figure, figure)
        return figure

    def _shown(self, label: str) -> list[nodes.Node]:
        if not (paths.FIGURES / f"{label}.json").is_file():
            raise self.error(f"{label} was not published; call publish_figure in a cell above")
        figure = self._figure(label)
        return [figure, fill_figure(figure, self.env.docname)]


def fill_figure(figure: PlateFigure, page: str) -> nodes.raw:
    """Put title, picture and notes into a figure, in the language of the page; return the line of its files.

    Parameters
    ----------
    figure
        Without content; its attribute `published` is the label.
    page
        On which it stands.
    """
    label, again = figure["published"], isinstance(figure, ShownAgain)
    fields = json.loads((paths.FIGURES / f"{label}.json").read_text(encoding="utf-8"))
    caption = Caption(**{name: fields[name] for name in Caption._fields})
    root, language = root_of(page), page_language(page)
    with drawing_language(language):
        plate = nodes.container("", classes=["plate"])
        said = bilingual(caption.claim or caption.title, caption.claim_zh or caption.title_zh)
        plate += nodes.paragraph("", "", *titled(said), classes=["figure-title"], ids=[figure["titled"]])
        if measure := bilingual(caption.measure, caption.measure_zh):
            plate += nodes.paragraph("", measure, classes=["figure-measure"])
        plate += nodes.raw("", plotted_html(caption, root, fields, language), format="html")
        figure += plate
        figure += _note(caption, again=again)
        figure += nodes.legend("", nodes.raw("", other_language(caption, root, language), format="html"))
        return nodes.raw("", bar_below(caption, root, fields, again=again), format="html")


def titled(said: str) -> list[nodes.Node]:
    """Return a title as nodes; where it names a year in Chinese, no line ends between the number and 年."""
    parts = _YEAR.split(said)  # every second one is a year
    return [
        nodes.inline(part, part, classes=["unbroken"]) if n % 2 else nodes.Text(part) for n, part in enumerate(parts)
    ]


def _note(caption: Caption, *, again: bool) -> nodes.caption:
    node = nodes.caption("", bilingual(caption.caption, caption.caption_zh))
    if again:
        node += nodes.Text(bilingual(" ", ""))
        words = bilingual("More in its chapter", "详见相应章节")
        link = render_template(
            "book/elsewhere.html", chapter=caption.chapter, label=caption.label, words=words, end=bilingual(".", "。")
        )
        node += nodes.raw("", link, format="html")
    return node


_LISTED = 'class="published-list"'


class FillPublished(SphinxPostTransform):
    """Fills figures and tables of Chinese pages, and claims of lists, when the chapters that publish them have run."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002
        """Fill each place; what was not published stops the build."""
        page = self.env.docname
        for figure in list(self.document.findall(PlateFigure)):
            if figure.children or "published" not in figure:
                continue
            if not (paths.FIGURES / f"{figure['published']}.json").is_file():
                raise SphinxError(f"{page}: {figure['published']} was not published; build its English chapter too")
            figure.parent.insert(figure.parent.index(figure) + 1, fill_figure(figure, page))
        for place in list(self.document.findall(TablePlace)):
            path = paths.TABLES / CHINESE_TABLES / f"{place['label']}.html"
            if not path.is_file():
                raise SphinxError(f"{page}: {place['label']} was not published; build its English chapter too")
            place.replace_self(nodes.raw("", path.read_text(encoding="utf-8"), format="html"))
        with drawing_language(page_language(page)):
            for listed in [node for node in self.document.findall(nodes.raw) if _LISTED in node.astext()]:
                listed[:] = [nodes.Text(with_claims(listed.astext(), paths.FIGURES))]


def _visit_plate(translator: HTML5Translator, node: PlateFigure) -> None:
    translator.body.append(translator.starttag(node, "figure", **{"aria-labelledby": node["titled"]}))


def _depart_plate(translator: HTML5Translator, node: PlateFigure) -> None:
    translator.depart_figure(node)


def _note_of(node: nodes.Node) -> str:
    """Return the note of a figure, by which `{numref}` may name it; of one that is not filled yet its label."""
    told = next((caption.astext() for caption in node.findall(nodes.caption)), "")
    return told or (str(node.get("published", "")) if isinstance(node, nodes.Element) else "")


def setup_figures(app: Sphinx) -> None:
    """Register the directive and its figures, which are numbered with all others."""
    app.add_enumerable_node(PlateFigure, "figure", _note_of, html=(_visit_plate, _depart_plate))
    app.add_node(ShownAgain, html=(_visit_plate, _depart_plate))
    app.add_node(TablePlace)
    app.add_directive("published", Published)
    app.add_post_transform(FillPublished)
    ask_for_script(app, "figures.js", "figure-files")
