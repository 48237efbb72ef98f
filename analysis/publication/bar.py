"""Figure bar: the picture of a figure on a page, what stands under it (source, files, citation, link), and its card.

All of it is plain links; the script `figures.js` shows the other picture in place, and adds buttons that copy.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .. import paths
from ..runs.files import read_rows
from ..texts.labels import LANGUAGES, bilingual
from ..texts.passages import looked_up_slogan
from . import captions
from .captions import Caption
from .citations import captioned_citations
from .definitions import code_address
from .rendering import render_template

_FROM_CHAPTERS = "../"  # to the root of the book


def bar_below(caption: Caption, root: str, published: Mapping[str, Any], *, again: bool = False) -> str:
    """Return the bar under a figure as HTML, in the language of `drawing_language`.

    Parameters
    ----------
    caption
        Of the figure.
    root
        Path from the page to the root of the book, such as `../`.
    published
        What `publish_figure` wrote of it: `drawn_by`, the full name of the function, and what pages show of it.
    again
        Whether the figure belongs to another page, to which the permanent link leads.
    """
    label = caption.label
    module, _, name = published["drawn_by"].removeprefix("analysis.").rpartition(".")
    return render_template(
        "publication/bar.html",
        label=label,
        title=bilingual(caption.title, caption.title_zh),
        page=f"{caption.chapter}.html" if again else "",
        root=root,
        citations=captioned_citations(caption),
        digest=hashlib.sha256((paths.FIGURES / f"{label}.csv").read_bytes()).hexdigest()[:16],
        source=code_address(module, name),
        drawn_by=published["drawn_by"],
        told=bilingual(caption.source, caption.source_zh),
        marks=_leading(published["shown"][bilingual(*LANGUAGES)]["page"]["marks"]),
        looked_up=looked_up_slogans(label),
        say=bilingual,
    )


def looked_up_slogans(label: str, folder: Path = paths.FIGURES) -> dict[str, str]:
    """Return the slogans that a figure names, with their addresses in the look-up, from any chapter.

    They are the values of the column of its data that its entry in `data/captions.yml` names as `look_up`; none where
    it names no column.

    Raises
    ------
    CaptionError
        If the data have no such column.
    """
    column = captions.caption_catalogue()["figures"].get(label, {}).get("look_up", "")
    if not column:
        return {}
    rows = read_rows(folder / f"{label}.csv")
    if rows and column not in rows[0]:
        raise captions.CaptionError(f"{paths.CAPTIONS.name}, {label}: its data have no column {column} to look up")
    return {row[column]: looked_up_slogan(row[column]) for row in rows if row[column]}


def rows_address(mark: Mapping[str, Any]) -> str:
    """Return the address of the rows that a mark stands for, from any chapter."""
    chapter = captions.caption_catalogue()["tables"][mark["table"]]["chapter"]
    return f"{chapter}.html?{mark['query']}#{mark['table']}"


def _leading(marks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the marks of a picture with the address to which each leads."""
    return [{**mark, "address": rows_address(mark)} for mark in marks]


def plotted_html(caption: Caption, root: str, published: Mapping[str, Any], language: str) -> str:
    """Return the picture of a figure as HTML, with the links that lie over its bars and dots.

    A phone gets the narrow picture and a dark page the dark one, each only the one that it shows.

    Parameters
    ----------
    caption
        Of the figure.
    root
        Path from the page to the root of the book.
    published
        What `publish_figure` wrote of it: by language and width the size in points and the marks.
    language
        Of the picture.
    """
    shown = published["shown"][language]
    return render_template(
        "publication/plotted.html",
        address=f"{root}figures/{caption.label}.{language}",
        alt=caption.alt_zh if language == "zh" else caption.alt,
        sizes={name: [round(points * 4 / 3) for points in drawn["size"]] for name, drawn in shown.items()},
        marks={name: _leading(drawn["marks"]) for name, drawn in shown.items()},
    )


def other_language(caption: Caption, root: str, language: str) -> str:
    """Return the note of a figure in the other language than that of the page, folded, with a link to its picture."""
    other = {"en": "zh", "zh": "en"}[language]
    return render_template(
        "publication/other-language.html",
        address=f"{root}figures/{caption.label}.{other}.svg",
        alt=caption.alt_zh if other == "zh" else caption.alt,
        chinese=other == "zh",
        claim=bilingual(caption.claim_zh or caption.title_zh, caption.claim or caption.title),
        measure=bilingual(caption.measure_zh, caption.measure),
        note=bilingual(caption.caption_zh, caption.caption),
    )


def listing_card(caption: Caption, root: str = _FROM_CHAPTERS) -> str:
    """Return an entry of the list of figures or tables: thumbnails in both languages, titles and files."""
    return render_template("publication/card.html", caption=caption, root=root, say=bilingual)


def listing_html(entries: list[Caption], caption: Caption, root: str = _FROM_CHAPTERS) -> str:
    """Return a list of figures or tables under its title as HTML, in the language of `drawing_language`.

    Parameters
    ----------
    entries
        As from `list_captions`.
    caption
        Of the list.
    root
        Path from the page to the root of the book.
    """
    title = bilingual(caption.title, caption.title_zh)
    return render_template(
        "publication/list.html", label=caption.label, title=title, entries=entries, root=root, say=bilingual
    )
