"""Pages of the reading edition: the Sphinx extension that shows a text with its marks, its legend and its cards.

A page writes the directive `{edition} 2024-alxa`, the page that lists the texts `{editions}`. They are filled when all
chapters have run, from the tables that they published. Everything works without a script: the legend and the cards are
plain HTML and CSS; `edition.js` keeps the layers, puts a card beside its passage and lets arrows go from mark to mark.
"""

import functools
import posixpath
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective

from .. import paths
from ..bilingual.languages import page_language
from ..publication.captions import whole_place
from ..publication.rendering import render_template
from ..texts.corpus import read_corpus
from ..texts.labels import bilingual, drawing_language, titled_publisher
from ..texts.passages import REGISTERS, card_anchor, edition_page, has_edition, passage_anchor
from ..web.frame import ask_for_script
from ..web.landing import GENRES_ZH
from .cards import counted_lists, mark_cards
from .segments import EDITION_GROUPS, EDITION_LAYERS, MarkedRow, TextSegment, cut_segments, rows_of_text
from .skeleton import section_heads

EDITION_SCRIPT = "edition.js"
_SHORTEST_OPENING, _LONGEST_OPENING = 20, 64  # characters of its beginning that the list of texts shows


class EditionNode(nodes.General, nodes.Element):
    """A place where a text is to be shown."""


class EditionsNode(nodes.General, nodes.Element):
    """A place where the texts are to be listed."""


class Edition(SphinxDirective):
    """A text of the corpus with everything that the registers say of it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a place that is filled when all chapters have run."""
        return [EditionNode(doc_id=self.arguments[0])]


class Editions(SphinxDirective):
    """The texts that have an edition, each with what it is and how much is marked in it."""

    def run(self) -> list[nodes.Node]:
        """Return a place that is filled when all chapters have run."""
        return [EditionsNode()]


def fill_editions(app: Sphinx, doctree: nodes.document, docname: str) -> None:  # noqa: ARG001
    """Show the text, or the list of texts, in each place of the page."""
    with drawing_language(page_language(docname)):
        for place in list(doctree.findall(EditionNode)):
            place.replace_self(nodes.raw("", edition_html(place["doc_id"]), format="html"))
        for list_place in list(doctree.findall(EditionsNode)):
            list_place.replace_self(nodes.raw("", editions_html(), format="html"))


class ShownText(NamedTuple):
    """A text as the edition shows it."""

    text: dict[str, Any]  # its row of the manifest, with its reading text
    rows: list[MarkedRow]
    segments: list[TextSegment]
    whole: bool
    share: float  # of its characters that is shown


def _shown_text(doc_id: str) -> ShownText:
    known = _texts()
    if doc_id not in known:
        raise SphinxError(f"the corpus has no text {doc_id}; correct the page")
    text = known[doc_id]
    read = text["reading"]
    rows = rows_of_text(read, doc_id, _tables())
    whole = text["rights"] == "official"
    segments = cut_segments(read.printed, rows, whole=whole)
    return ShownText(text, rows, segments, whole, sum(len(segment.text) for segment in segments) / len(read.text))


def edition_html(doc_id: str) -> str:
    """Return a text as HTML: what it is, the legend, the marked text and the cards of its marks.

    Raises
    ------
    SphinxError
        If the corpus has no such text.
    """
    shown = _shown_text(doc_id)
    paragraphs = _headed(doc_id, shown)
    return render_template(
        "edition/edition.html",
        text=shown.text,
        whole=shown.whole,
        share=shown.share,
        groups=legend_groups(shown.rows),
        paragraphs=paragraphs,
        sections=_sections(paragraphs),
        cards=mark_cards(doc_id, shown.rows),
        counted=counted_lists(),
        say=bilingual,
        genre=_genre(shown.text["genre"]),
        publisher=bilingual(shown.text["publisher_en"], titled_publisher(shown.text["publisher"])),
    )


def editions_html() -> str:
    """Return the list of the texts that have an edition, in the order of the manifest, as HTML."""
    shown = [(doc_id, _shown_text(doc_id)) for doc_id in _texts() if has_edition(doc_id)]
    return render_template(
        "edition/editions.html",
        say=bilingual,
        texts=[
            {
                **{name: shown.text[name] for name in ("title", "title_en", "label", "place_en", "date")},
                "place": whole_place(shown.text),
                "genre": _genre(shown.text["genre"]),
                "page": f"{edition_page(doc_id)}.html",
                "whole": shown.whole,
                "share": shown.share,
                "slogans": sum(row.label == "tab-slogans" for row in shown.rows),
                "statements": sum(row.label == "tab-statements" for row in shown.rows),
                "opening": _opening(shown),
            }
            for doc_id, shown in shown
        ],
    )


def _genre(genre: str) -> str:
    return bilingual(genre, GENRES_ZH[genre])


def _opening(shown: ShownText) -> str:
    """Return how the text begins behind its title, as far as it is quoted."""
    quoted = "".join(("……" if part.left_out else "") + part.text for part in shown.segments)
    lines = [line.strip(" \u3000…") for line in quoted.split("\n")]
    title = str(shown.text["title"])
    told = ""
    for line in filter(None, lines):
        if line.strip("，,") not in title:
            told = f"{told} {line}".strip()
        if len(told) > _SHORTEST_OPENING:
            break
    return told if len(told) <= _LONGEST_OPENING else told[:_LONGEST_OPENING].rstrip("，、；。,…") + "……"


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
    rows: int | None  # None where a script counts them


class ShownGroup(NamedTuple):
    """A group of a legend: those of its layers that the text has."""

    english: str
    chinese: str
    layers: list[LegendLayer]
    shown: bool


class ShownPiece(NamedTuple):
    """A stretch of a paragraph: plain text, or a link to the card of the row that begins last in it."""

    lines: list[str]  # plain text has one
    left_out: bool  # the text before it was left out
    layers: str  # classes of the link; "" for plain text
    anchor: str  # name of the passage that begins here; "" if none does
    more_anchors: list[str]  # of other passages that begin here
    card: str
    marks: str  # where the rows over it begin, the innermost last: by it all pieces of a mark are found


class ShownParagraph(NamedTuple):
    """A paragraph of a text, and whether the text has it as a head."""

    pieces: list[ShownPiece]
    head: str = ""  # section or point; a point is only the beginning of its paragraph
    words: str = ""  # of the head
    anchor: str = ""  # by which the contents of the page lead to it


def legend_groups(rows: Iterable[MarkedRow]) -> list[ShownGroup]:
    """Return the groups of the legend of a text, with the number of rows of each layer."""
    counts = dict.fromkeys(EDITION_LAYERS, 0)
    for row in rows:
        counts[row.layer] += 1
    groups = [
        ShownGroup(
            *words_of_page(group.english, group.chinese),
            [
                LegendLayer(name, *words_of_page(*EDITION_LAYERS[name]), counts[name])
                for name in group.layers
                if counts[name]
            ],
            group.shown,
        )
        for group in EDITION_GROUPS
    ]
    return [group for group in groups if group.layers]


def words_of_page(english: str, chinese: str) -> tuple[str, str]:
    """Return words in both languages on an English page, in Chinese alone on a Chinese one."""
    return bilingual(english, chinese), bilingual(chinese, "")


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
                paragraphs[-1].append(ShownPiece([line], left_out, "", "", [], "", ""))
    return paragraphs


def _headed(doc_id: str, shown: ShownText) -> list[ShownParagraph]:
    """Return the paragraphs of a text with the heads that it has itself, as its skeleton has them."""
    read = shown.text["reading"]
    heads = [
        (read.printed[start:end], kind, f"head-{doc_id}-{read.raw_span(start, end)[0]}")
        for start, end, kind in section_heads(read)
        if kind != "title"  # it stands above the text
    ]
    found = []
    for pieces in _paragraphs(doc_id, shown.segments):
        told = "".join(line for piece in pieces for line in piece.lines).strip()
        place = next((n for n, (words, kind, _) in enumerate(heads) if _is_head(told, words, kind)), None)
        if place is None:
            found.append(ShownParagraph(pieces))
            continue
        words, kind, anchor = heads[place]
        del heads[: place + 1]  # those before were left out
        found.append(ShownParagraph(pieces, kind, words, anchor))
    return found


def _is_head(told: str, words: str, kind: str) -> bool:
    return told.startswith(words) if kind == "point" else told.rstrip("。") == words


def _sections(paragraphs: Iterable[ShownParagraph]) -> list[tuple[ShownParagraph, list[ShownParagraph]]]:
    """Return the heads of a text, each with the points below it."""
    sections: list[tuple[ShownParagraph, list[ShownParagraph]]] = []
    for paragraph in paragraphs:
        if paragraph.head == "point" and sections:
            sections[-1][1].append(paragraph)
        elif paragraph.head:
            sections.append((paragraph, []))
    return sections


def list_heads(
    app: Sphinx,  # noqa: ARG001
    pagename: str,
    templatename: str,  # noqa: ARG001
    context: dict[str, Any],
    doctree: nodes.document | None,  # noqa: ARG001
) -> None:
    """Put the heads of a text before the sections of its page in the contents beside it."""
    doc_id = posixpath.basename(pagename).removeprefix(edition_page(""))
    before, opening, after = str(context.get("toc", "")).partition("</a><ul>")
    if not opening or edition_page(doc_id) != posixpath.basename(pagename) or doc_id not in _texts():
        return
    sections = _sections(_headed(doc_id, _shown_text(doc_id)))
    context["toc"] = before + opening + render_template("edition/contents.html", sections=sections) + after


def _marked_piece(doc_id: str, segment: TextSegment, lines: list[str]) -> ShownPiece:
    anchor, *more = [passage_anchor(doc_id, start) for start in segment.starts] or [""]
    layers = " ".join(dict.fromkeys(row.layer for row in segment.rows))
    marks = list(dict.fromkeys(row.raw_start for row in segment.rows))
    innermost = segment.rows[-1].raw_start  # rows stand by their start, the longest first
    marks.append(marks.pop(marks.index(innermost)))
    card = card_anchor(doc_id, innermost)
    return ShownPiece(lines, segment.left_out, layers, anchor, more, card, " ".join(map(str, marks)))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.add_node(EditionNode)
    app.add_node(EditionsNode)
    app.add_directive("edition", Edition)
    app.add_directive("editions", Editions)
    app.connect("doctree-resolved", fill_editions)
    app.connect("html-page-context", list_heads)
    ask_for_script(app, EDITION_SCRIPT, "edition-legend")
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
