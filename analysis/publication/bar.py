"""Figure bar: the picture of a figure on a page, what stands under it (source, files, citation, link), and its card.

All of it is plain links; the script `figures.js` shows the other picture in place, and adds buttons that copy.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape

from .. import paths
from ..runs.files import read_rows
from ..texts.labels import LANGUAGES, bilingual
from ..texts.passages import looked_up_slogan
from . import captions
from .captions import EACH_TEXT, Caption
from .chinese import mark_chinese
from .citations import captioned_citations
from .definitions import code_address
from .rendering import render_template

_FROM_CHAPTERS = "../"  # to the root of the book
_CHAPTER = re.compile(r"\b(?:root|file): chapters/(?!zh/)(\S+)")  # of the table of contents
_TITLE_OF_CARD = re.compile(r'<data value="(fig-[a-z0-9-]+)">(.*?)</data>', re.DOTALL)
_SHOWN = re.compile(r"^```\{published\} (fig-\S+)", re.MULTILINE)


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


def in_reading_order(entries: Iterable[Caption]) -> list[Caption]:
    """Return figures and tables as a reader meets them: by chapter, and figures of a chapter by their numbers."""
    chapters = {name: place for place, name in enumerate(_chapters())}
    numbers = figure_numbers()
    last = len(chapters), len(numbers) + 1
    return sorted(entries, key=lambda entry: (chapters.get(entry.chapter, last[0]), numbers.get(entry.label, last[1])))


def figure_numbers() -> dict[str, int]:
    """Return the numbers that pages print, by the label of the figure.

    They count through the book, each figure in the chapter that owns it; one that stands for all texts is a figure of
    each.
    """
    figures = captions.caption_catalogue()["figures"]
    labels: list[str] = []
    for chapter in _chapters():
        page = paths.CHAPTERS / f"{chapter}.md"
        for name in _SHOWN.findall(page.read_text(encoding="utf-8") if page.is_file() else ""):
            stem = name.removesuffix(EACH_TEXT)
            named = [name] if name in figures else [label for label in figures if label.startswith(f"{stem}-")]
            labels += [label for label in named if figures[label]["chapter"] == chapter]
    return {label: place for place, label in enumerate(dict.fromkeys(labels), 1)}


def _chapters() -> list[str]:
    contents = paths.ROOT / "_toc.yml"
    return _CHAPTER.findall(contents.read_text(encoding="utf-8")) if contents.is_file() else []


def listing_html(entries: list[Caption], caption: Caption, root: str = _FROM_CHAPTERS) -> str:
    """Return a list of figures or tables as HTML, in the language of `drawing_language`; its page has the heading.

    Parameters
    ----------
    entries
        As from `list_captions`.
    caption
        Of the list.
    root
        Path from the page to the root of the book.
    """
    return render_template(
        "publication/list.html",
        label=caption.label,
        name=bilingual(caption.title, caption.title_zh),
        entries=entries,
        numbers=figure_numbers(),
        root=root,
        say=bilingual,
    )


def with_claims(html: str, folder: Path = paths.FIGURES) -> str:
    """Return a list of figures whose cards say what each figure found, in the language of `drawing_language`.

    A claim quotes numbers, which are known when the chapter of the figure has run; a card without one keeps its title.
    """

    def _said(card: re.Match[str]) -> str:
        record = folder / f"{card[1]}.json"
        told = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
        claim, claim_zh = told.get("claim", ""), told.get("claim_zh", "")
        return str(bilingual(mark_chinese(claim, runs=True), escape(claim_zh))) or card[2]

    return _TITLE_OF_CARD.sub(_said, html)
