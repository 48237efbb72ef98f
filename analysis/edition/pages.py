"""Pages of the reading edition: the Sphinx extension that shows a text with its marks, its legend and its cards.

A page writes the directive `{edition} 2024-alxa`. It is filled when all chapters have run, from the tables that they
published. Everything works without a script: the legend and the cards are plain HTML and CSS.
"""

import functools
import html
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..publication import captions
from ..publication.captions import caption_of, column_heading
from ..rhetoric import METAPHORS, STANCE, expression_glosses
from ..texts.corpus import read_corpus
from ..texts.passages import REGISTERS, passage_anchor
from ..vocabulary.glossary import pinyin_of, slogan_glosses
from .segments import EDITION_LAYERS, MarkedRow, TextSegment, cut_segments, rows_of_text

CARD_FIELDS = {
    "slogan": ("type", "scope", "digits", "announced", "items", "note"),
    **dict.fromkeys(("metaphor", "stance"), ("domain",)),
    "refused": ("layer", "refused"),
    **dict.fromkeys(
        ("target", "achieved", "ongoing"),
        ("indicator", "indicator_text", "measure", "relation", "value", "unit", "modifier", "period", "headline"),
    ),
}
_LEXICONS = {"metaphor": METAPHORS, "stance": STANCE}
_OTHER_FIELDS = ("closure", "unit", "units", "error", "gold", "found")
_FIGURES = {
    "slogan": ("fig-slogans-by-type", "fig-slogan-numerals", "fig-densities"),
    "metaphor": ("fig-source-domains", "fig-beside-reports"),
    "stance": ("fig-stance-rates", "fig-beside-reports"),
    **dict.fromkeys(("target", "achieved", "ongoing"), ("fig-statements-by-status", "fig-densities")),
}
_FIGURES_OF_TABLES = {"tab-closure": ("fig-closure-by-text",), "tab-headline-targets": ("fig-target-distribution",)}


class EditionNode(nodes.General, nodes.Element):
    """A place where a text is to be shown."""


class Edition(SphinxDirective):
    """A text of the corpus with everything that the registers say of it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a place that is filled when all chapters have run."""
        return [EditionNode(doc_id=self.arguments[0])]


def fill_editions(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Show the text in each place of the page."""
    for place in list(doctree.findall(EditionNode)):
        place.replace_self(nodes.raw("", edition_html(place["doc_id"]), format="html"))


def edition_html(doc_id: str) -> str:
    """Return a text as HTML: what it is, the legend, the marked text and the cards of its marks.

    Raises
    ------
    SphinxError
        If the corpus has no such text.
    """
    known = _texts()
    if doc_id not in known:
        raise SphinxError(f"the corpus has no text {doc_id}; correct the page")
    text = known[doc_id]
    read = text["reading"]
    rows = rows_of_text(read, doc_id, _tables())
    whole = text["rights"] == "official"
    segments = cut_segments(read.text, rows, whole=whole)
    shown = sum(len(segment.text) for segment in segments)
    return "\n".join(
        [
            '<div class="edition">',
            _about(text, shown / len(read.text), whole),
            _legend(rows),
            f'<div class="edition-text" lang="zh-Hans">{_text(doc_id, segments)}</div>',
            *_cards(doc_id, rows),
            "</div>",
        ]
    )


@functools.cache
def _texts() -> dict[str, dict[str, Any]]:
    records = read_corpus().to_dict("records")
    return {str(record["doc_id"]): {str(name): value for name, value in record.items()} for record in records}


@functools.cache
def _tables() -> dict[str, pd.DataFrame]:
    files = {label: paths.TABLES / f"{label}.csv" for label in REGISTERS}
    return {
        label: pd.read_csv(file, dtype=str, keep_default_na=False) for label, file in files.items() if file.is_file()
    }


def _zh(words: str) -> str:
    return f'<span lang="zh-Hans">{html.escape(words)}</span>'


def _marked(words: str) -> str:
    """Return words escaped, marked as Chinese if they are."""
    return _zh(words) if any("\u4e00" <= sign <= "\u9fff" for sign in words) else html.escape(words)


def _about(text: dict[str, Any], share: float, whole: bool) -> str:
    extent = (
        "An official document, shown whole."
        if whole
        else f"A press text, whose rights are with its publisher: the clauses around the marks, {share:.0%} of it, "
        "are quoted; […] stands for what is left out."
    )
    return (
        f'<p class="edition-about">{_zh(text["title"])}. {html.escape(text["title_en"])}. '
        f"{html.escape(text['publisher_en'])}, {html.escape(text['date'])}. {extent}</p>"
    )


def _legend(rows: Iterable[MarkedRow]) -> str:
    counts = dict.fromkeys(EDITION_LAYERS, 0)
    for row in rows:
        counts[row.layer] += 1
    boxes = "".join(
        f'<label><input type="checkbox" class="layer-{layer}" checked> '
        f'<span class="marked {layer}">{html.escape(english)} {_zh(chinese)}</span> {counts[layer]}</label>'
        for layer, (english, chinese) in EDITION_LAYERS.items()
        if counts[layer]
    )
    return f'<fieldset class="edition-legend"><legend>Layers {_zh("图层")}</legend>{boxes}</fieldset>'


def _text(doc_id: str, segments: Sequence[TextSegment]) -> str:
    pieces = ['<div class="edition-paragraph">']
    for segment in segments:
        if segment.left_out:
            pieces.append('<span class="left-out">[…]</span>')
        pieces.append(_segment(doc_id, segment))
    pieces.append("</div>")
    return "".join(pieces)


def _segment(doc_id: str, segment: TextSegment) -> str:
    """Return a segment as a link to the card of the row that begins last, or as plain text."""
    words = html.escape(segment.text).replace("\n", '</div><div class="edition-paragraph">')
    if not segment.rows:
        return words
    words = html.escape(segment.text).replace("\n", "<br>")
    first, *others = [passage_anchor(doc_id, start) for start in segment.starts] or [""]
    name = f' id="{first}"' if first else ""
    more = "".join(f'<span id="{other}"></span>' for other in others)
    layers = " ".join(dict.fromkeys(row.layer for row in segment.rows))
    innermost = max(segment.rows, key=lambda row: (row.start, -row.end))
    return f'{more}<a class="marked {layers}"{name} href="#card-{doc_id}-{innermost.raw_start}">{words}</a>'


def _cards(doc_id: str, rows: Sequence[MarkedRow]) -> list[str]:
    """Return a card for each place at which rows begin."""
    places: dict[int, list[MarkedRow]] = {}
    for row in rows:
        places.setdefault(row.raw_start, []).append(row)
    return [_card(doc_id, start, here, rows) for start, here in places.items()]


def _card(doc_id: str, start: int, here: Sequence[MarkedRow], rows: Sequence[MarkedRow]) -> str:
    name = f"card-{doc_id}-{start}"
    passage = passage_anchor(doc_id, start)
    around = {
        row.raw_start: row.fields["quote"] if "quote" in row.fields else row.fields["opening"]
        for row in rows
        if row.raw_start != start and row.start <= here[0].start < row.end
    }
    within = "".join(f'<a href="#card-{doc_id}-{other}">{_marked(words)}</a> ' for other, words in around.items())
    labels = list(dict.fromkeys(label for row in here for label in _figures(row)))
    entries = captions.caption_catalogue()["figures"]
    figures = "".join(
        f'<li><a href="{entries[label]["chapter"]}.html#{label}">{html.escape(entries[label]["title"][0])}</a></li>'
        for label in labels
        if label in entries
    )
    return (
        f'<div class="edition-card" id="{name}" role="group" aria-label="Card of the mark at {start}" tabindex="-1">'
        f'<p class="edition-close"><a href="#{passage}">Back to the passage {_zh("回到原文")}</a></p>'
        f"{''.join(_entry(row) for row in here)}"
        + (f"<p>Inside: {within}</p>" if within else "")
        + (f"<p>Counted in</p><ul>{figures}</ul>" if figures else "")
        + "</div>"
    )


def _figures(row: MarkedRow) -> tuple[str, ...]:
    return _FIGURES.get(row.layer, _FIGURES_OF_TABLES.get(row.label, ()))


def _entry(row: MarkedRow) -> str:
    """Return what one row says of its place, with a link to the row."""
    words = row.fields.get("quote") or row.fields["opening"]
    entry = caption_of(row.label)
    named = [(name, row.fields.get(name, "")) for name in CARD_FIELDS.get(row.layer, _OTHER_FIELDS)]
    said = [(*column_heading(name), value) for name, value in named if value and value != "False"]
    if row.layer in _LEXICONS:
        gloss = expression_glosses(_LEXICONS[row.layer]).get(row.fields["word"], "")
        said.append((*column_heading("gloss"), gloss))
    if row.layer == "slogan":
        said.append((*column_heading("gloss"), slogan_glosses().get(words.replace("⏎", ""), "")))
    if row.layer in ("slogan", *_LEXICONS):
        said.append((*column_heading("pinyin"), pinyin_of(words.replace("⏎", ""))))
    listed = "".join(
        f"<div><dt>{html.escape(english)} {_zh(chinese)}</dt><dd>{_marked(value)}</dd></div>"
        for english, chinese, value in said
        if value
    )
    return (
        f'<p><strong class="marked {row.layer}">{_marked(words)}</strong> '
        f'<a href="{entry.chapter}.html#{row.name}">{html.escape(entry.title)}, row {row.name[len(row.label) + 1 :]}'
        f"</a></p>" + (f"<dl>{listed}</dl>" if listed else "")
    )


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(EditionNode)
    app.add_directive("edition", Edition)
    app.connect("doctree-resolved", fill_editions)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
