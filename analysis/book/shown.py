"""Figures on pages: the directive that shows a published figure with its finding as title, its notes and its files.

Title and measure are text above the picture; below it stands the note in the language of the page, and the one in the
other language folded, with a link to its picture.
"""

import json
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from .. import paths
from ..publication import captions
from ..publication.bar import bar_below, other_language, plotted_html
from ..publication.captions import EACH_TEXT, Caption
from ..publication.rendering import render_template
from ..texts.labels import LANGUAGES, bilingual, drawing_language
from ..web.frame import ask_for_script

_CHINESE = "-zh"


class PlateFigure(nodes.figure):
    """A published figure, which is named by the finding above it."""


class ShownAgain(PlateFigure):
    """A figure that another chapter owns: it takes no number."""


class Published(SphinxDirective):
    """A figure that `publish_figure` wrote in the same chapter, with its caption and its files.

    `:again:` shows a figure that another chapter owns, with a link instead of a label; `:wide:` lets it be wider than
    the text. A name that ends in `-each` shows the figures of all texts.
    """

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"again": directives.flag, "wide": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return each figure with the line of its files."""
        name = self.arguments[0]
        stem = name.removesuffix(EACH_TEXT)
        each = [label for label in captions.caption_catalogue()["figures"] if label.startswith(stem + "-")]
        language = LANGUAGES[self.env.docname.endswith(_CHINESE)]
        with drawing_language(language):
            return [node for label in ([name] if stem == name else each) for node in self._shown(label, language)]

    def _shown(self, label: str, language: str) -> list[nodes.Node]:
        record = paths.FIGURES / f"{label}.json"
        if not record.is_file():
            raise self.error(f"{label} was not published; call publish_figure in a cell above")
        fields = json.loads(record.read_text(encoding="utf-8"))
        caption = Caption(**{name: fields[name] for name in Caption._fields})
        root, again = "../" * self.env.docname.count("/"), "again" in self.options
        title = f"{label}-title"
        figure = (ShownAgain if again else PlateFigure)("", classes=["published"] + ["wide"] * ("wide" in self.options))
        figure["titled"] = title
        if not again:
            figure["names"].append(nodes.fully_normalize_name(label))
            self.state.document.note_explicit_target(figure, figure)
        plate = nodes.container("", classes=["plate"])
        said = bilingual(caption.claim or caption.title, caption.claim_zh or caption.title_zh)
        plate += nodes.paragraph("", said, classes=["figure-title"], ids=[title])
        if measure := bilingual(caption.measure, caption.measure_zh):
            plate += nodes.paragraph("", measure, classes=["figure-measure"])
        plate += nodes.raw("", plotted_html(caption, root, fields, language), format="html")
        figure += plate
        figure += self._note(caption, again=again)
        figure += nodes.legend("", nodes.raw("", other_language(caption, root, language), format="html"))
        return [figure, nodes.raw("", bar_below(caption, root, fields, again=again), format="html")]

    def _note(self, caption: Caption, *, again: bool) -> nodes.caption:
        node = nodes.caption("", bilingual(caption.caption, caption.caption_zh))
        if again:
            node += nodes.Text(" ")
            chapter = bilingual("More in its chapter", "见所在章")
            link = render_template("book/elsewhere.html", chapter=caption.chapter, label=caption.label, words=chapter)
            node += nodes.raw("", link, format="html")
        return node


def _visit_plate(translator: HTML5Translator, node: PlateFigure) -> None:
    translator.body.append(translator.starttag(node, "figure", **{"aria-labelledby": node["titled"]}))


def _depart_plate(translator: HTML5Translator, node: PlateFigure) -> None:
    translator.depart_figure(node)


def _note_of(node: nodes.Node) -> str:
    """Return the note of a figure, by which `{numref}` may name it."""
    return next((caption.astext() for caption in node.findall(nodes.caption)), "")


def setup_figures(app: Sphinx) -> None:
    """Register the directive and its figures, which are numbered with all others."""
    app.add_enumerable_node(PlateFigure, "figure", _note_of, html=(_visit_plate, _depart_plate))
    app.add_node(ShownAgain, html=(_visit_plate, _depart_plate))
    app.add_directive("published", Published)
    ask_for_script(app, "figures.js", "figure-files")
