"""Pages of the reading edition: the Sphinx extension that shows a text with its marks, its legend and its cards.

A page writes the directive `{edition} 2024-alxa`. It is filled when all chapters have run, from the tables that they
published. Everything works without a script: the legend and the cards are plain HTML and CSS.
"""

import functools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..publication import captions
from ..publication.captions import caption_of, column_heading
from ..publication.rendering import render_template
from ..rhetoric import METAPHORS, STANCE, expression_glosses
from ..texts.corpus import read_corpus
from ..texts.passages import REGISTERS, passage_anchor
from ..vocabulary.glossary import pinyin_of, slogan_glosses
from .segments import EDITION_LAYERS, MarkedRow, TextSegment, cut_segments, rows_of_text

CARD_FIELDS = {
    "slogan": ("type", "scope", "digits", "announced", "items"),
    **dict.fromkeys(("metaphor", "stance"), ("domain",)),
    "refused": ("layer", "refused"),
    **dict.fromkeys(
        ("target", "achieved", "ongoing"),
        (
            *("indicator", "indicator_text", "measure", "relation", "value", "unit", "modifier"),
            *("period", "direction", "span", "headline"),
        ),
    ),
}
_LEXICONS = {"metaphor": METAPHORS, "stance": STANCE}
_ANNOTATED_FIELDS = ("short_for", "repeats", "note", "read_by")  # of the registers of the book alone
_OTHER_FIELDS = ("closure", "device", "shared", "unit", "units", "error", "gold", "found")
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
    segments = cut_segments(read.printed, rows, whole=whole)
    return render_template(
        "edition/edition.html",
        text=text,
        whole=whole,
        share=sum(len(segment.text) for segment in segments) / len(read.text),
        legend=_legend(rows),
        paragraphs=_paragraphs(doc_id, segments),
        cards=_cards(doc_id, rows),
    )


def passage_starts(doc_id: str) -> list[int]:
    """Return where the marked passages of a text begin: code points of the raw text, in the order of its rows."""
    rows = rows_of_text(_texts()[doc_id]["reading"], doc_id, _tables())
    return list(dict.fromkeys(row.raw_start for row in rows))


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


class LegendLayer(NamedTuple):
    """A layer of the edition with the number of its rows."""

    name: str
    english: str
    chinese: str
    rows: int


class ShownPiece(NamedTuple):
    """A stretch of a paragraph: plain text, or a link to the card of the row that begins last in it."""

    lines: list[str]  # plain text has one
    left_out: bool  # the text before it was left out
    layers: str  # classes of the link; "" for plain text
    anchor: str  # name of the passage that begins here; "" if none does
    more_anchors: list[str]  # of other passages that begin here
    card: str


class CardEntry(NamedTuple):
    """What one row says of its place."""

    layer: str
    words: str
    address: str  # of the row
    table: str  # title
    row: str
    fields: list[dict[str, str]]  # english, chinese and value of each


class MarkCard(NamedTuple):
    """What is known of one place: its rows, the marks around it and the figures that count it."""

    name: str
    start: int
    passage: str
    entries: list[CardEntry]
    around: list[dict[str, str]]  # card and words of each
    figures: list[dict[str, str]]  # address and title of each


def _legend(rows: Iterable[MarkedRow]) -> list[LegendLayer]:
    counts = dict.fromkeys(EDITION_LAYERS, 0)
    for row in rows:
        counts[row.layer] += 1
    return [LegendLayer(name, *words, counts[name]) for name, words in EDITION_LAYERS.items() if counts[name]]


def _paragraphs(doc_id: str, segments: Sequence[TextSegment]) -> list[list[ShownPiece]]:
    """Return the paragraphs of a text: a line end begins a new one, but within a mark it stays a line end."""
    paragraphs: list[list[ShownPiece]] = [[]]
    for segment in segments:
        lines = segment.text.split("\n")
        if segment.rows:
            paragraphs[-1].append(_marked_piece(doc_id, segment, lines))
            continue
        for place, line in enumerate(lines):
            if place:
                paragraphs.append([])
            left_out = segment.left_out and place == 0
            if line or left_out:
                paragraphs[-1].append(ShownPiece([line], left_out, "", "", [], ""))
    return paragraphs


def _marked_piece(doc_id: str, segment: TextSegment, lines: list[str]) -> ShownPiece:
    anchor, *more = [passage_anchor(doc_id, start) for start in segment.starts] or [""]
    layers = " ".join(dict.fromkeys(row.layer for row in segment.rows))
    innermost = max(segment.rows, key=lambda row: (row.start, -row.end))
    return ShownPiece(lines, segment.left_out, layers, anchor, more, _card_name(doc_id, innermost.raw_start))


def _card_name(doc_id: str, start: int) -> str:
    return f"card-{doc_id}-{start}"


def _cards(doc_id: str, rows: Sequence[MarkedRow]) -> list[MarkCard]:
    """Return a card for each place at which rows begin."""
    places: dict[int, list[MarkedRow]] = {}
    for row in rows:
        places.setdefault(row.raw_start, []).append(row)
    return [_card(doc_id, start, here, rows) for start, here in places.items()]


def _card(doc_id: str, start: int, here: Sequence[MarkedRow], rows: Sequence[MarkedRow]) -> MarkCard:
    around = {
        row.raw_start: row.fields["quote"]
        for row in rows
        if row.raw_start != start and row.start <= here[0].start < row.end
    }
    known = captions.caption_catalogue()["figures"]
    labels = dict.fromkeys(label for row in here for label in _figures(row) if label in known)
    return MarkCard(
        _card_name(doc_id, start),
        start,
        passage_anchor(doc_id, start),
        [_entry(row) for row in here],
        [{"card": _card_name(doc_id, other), "words": words} for other, words in around.items()],
        [{"address": f"{known[label]['chapter']}.html#{label}", "title": known[label]["title"][0]} for label in labels],
    )


def _figures(row: MarkedRow) -> tuple[str, ...]:
    return _FIGURES.get(row.layer, _FIGURES_OF_TABLES.get(row.label, ()))


def _entry(row: MarkedRow) -> CardEntry:
    """Return what one row says of its place: its fields, and what is known of its words."""
    words = row.fields["quote"]
    plain = words.replace("⏎", "")
    table = caption_of(row.label)
    shown = (*CARD_FIELDS.get(row.layer, _OTHER_FIELDS), *_ANNOTATED_FIELDS)
    said = {name: row.fields.get(name, "") for name in shown}
    said = {name: value for name, value in said.items() if value != "False"}
    if row.layer in _LEXICONS:
        said["gloss"] = expression_glosses(_LEXICONS[row.layer]).get(row.fields["word"], "")
    if row.layer == "slogan":
        said["gloss"] = slogan_glosses().get(plain, "")
    if row.layer in ("slogan", *_LEXICONS):
        said["pinyin"] = pinyin_of(plain)
    fields = []
    for name, value in said.items():
        if value:
            english, chinese = column_heading(name)
            fields.append({"english": english, "chinese": chinese, "value": value})
    return CardEntry(
        row.layer, words, f"{table.chapter}.html#{row.name}", table.title, row.name[len(row.label) + 1 :], fields
    )


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(EditionNode)
    app.add_directive("edition", Edition)
    app.connect("doctree-resolved", fill_editions)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
