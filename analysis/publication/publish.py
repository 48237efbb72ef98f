"""Publication: what chapters call. Figures go to `figures/`, tables to `tables/`, numbers into the prose.

The same input gives the same bytes. Every file appears whole or not at all.
"""

import base64
import functools
import hashlib
import html
import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import HTML, SVG
from matplotlib.figure import Figure
from myst_nb import glue

from .. import paths
from ..figures.marks import marks_of
from ..figures.style import style_sheet
from ..runs import imported_sources
from ..texts.labels import LANGUAGES, drawing_language
from .bar import listing_card
from .captions import CAPTION_FILES, Caption, caption_of
from .markup import scrolling_table, table_html

FIGURE_FORMATS: dict[str, dict[str, Any]] = {
    "svg": {"metadata": {"Date": None, "Creator": None}},
    "pdf": {"metadata": {"CreationDate": None, "Creator": None, "Producer": None}},
    "png": {"metadata": {"Software": None}, "dpi": 300},
}


def publish_facts(values: dict[str, str]) -> None:
    """Put formatted numbers into the prose of the chapter, where {glue:text}`name` shows them.

    Raises
    ------
    TypeError
        If a value is no string: a bare number would print its type.
    """
    for name, value in values.items():
        if not isinstance(value, str):
            raise TypeError(f"fact {name} is {type(value).__name__}; format it as a string")
        glue(name, value, display=False)


def publish_figure(
    draw: Callable[..., Figure],
    table: pd.DataFrame,
    *,
    of: str = "",
    facts: dict[str, str] | None = None,
    folder: Path = paths.FIGURES,
) -> SVG:
    """Draw a table in English and Chinese, and write each as SVG, PDF and PNG, the data as CSV, the caption as JSON.

    `fig-x.en.svg` is the English figure, `fig-x.zh.svg` the Chinese one, `fig-x.svg` the English one once more.

    Parameters
    ----------
    draw
        A function of `analysis.figures`; `slogans_by_type` gives label and stem `fig-slogans-by-type`.
    table
        What is drawn, and what the CSV holds.
    of
        Id of the text that is drawn, where a figure shows one; added to the label.
    facts
        Numbers that the caption quotes.
    folder
        Where to write.

    Returns
    -------
    SVG
        The English picture, for a notebook.
    """
    label = "-".join(filter(None, ["fig", draw.__name__.replace("_", "-"), of]))
    caption = caption_of(label, facts)
    data = _csv(table[table["doc_id"] == of] if of else table)
    fingerprint = _fingerprint(data)
    places = _published(folder, label, fingerprint)
    if places is None:  # a figure of two chapters is drawn once
        places = {}
        for language, title in zip(LANGUAGES, (caption.title, caption.title_zh), strict=True):
            with drawing_language(language):
                drawn = draw(table, of) if of else draw(table)
            places[language] = [mark._asdict() for mark in marks_of(drawn)]
            for ending, content in _saved(drawn, title).items():
                _write(folder / f"{label}.{language}.{ending}", content)
                if language == LANGUAGES[0]:
                    _write(folder / f"{label}.{ending}", content)
        _write(folder / f"{label}.csv", data)
    record = {
        **caption._asdict(),
        "drawn_by": f"{draw.__module__}.{draw.__name__}",
        "drawn_from": fingerprint,
        "marks": places,
    }
    _write(folder / f"{label}.json", json.dumps(record, ensure_ascii=False, indent=1).encode())
    return SVG((folder / f"{label}.svg").read_bytes().decode("utf-8"))  # type: ignore[no-untyped-call]


def _saved(drawn: Figure, title: str) -> dict[str, bytes]:
    """Return a figure in each format, with its title in the file, and close it."""
    found = {}
    with plt.style.context(style_sheet()):  # font types and hash salt count when a figure is saved
        for ending, options in FIGURE_FORMATS.items():
            content = io.BytesIO()
            drawn.savefig(content, format=ending, **{**options, "metadata": {**options["metadata"], "Title": title}})
            found[ending] = content.getvalue()
    plt.close(drawn)
    return found


def publish_figures(
    draw: Callable[..., Figure],
    table: pd.DataFrame,
    *,
    facts: dict[str, str] | None = None,
    folder: Path = paths.FIGURES,
) -> None:
    """Draw a figure for each text of a table with a column `doc_id`, as `publish_figure` does with `of`."""
    for doc_id in table["doc_id"].drop_duplicates():
        publish_figure(draw, table, of=str(doc_id), facts=facts, folder=folder)


@functools.cache
def _code() -> bytes:
    """Return the code that decides how a figure looks: this module, those that draw, and all that they import."""
    sources = imported_sources("figures", "publication.publish")
    return b"".join(sources[name] for name in sorted(sources))


def _fingerprint(data: bytes) -> str:
    """Return what a figure is drawn from: its data, the code that draws it and the library that it draws with."""
    return hashlib.sha256(b"\0".join([data, _code(), mpl.__version__.encode()])).hexdigest()


def _published(folder: Path, label: str, fingerprint: str) -> dict[str, Any] | None:
    """Return the marks of a figure if all its files are there and were drawn from the same data by the same code."""
    if not all((folder / f"{label}.{ending}").is_file() for ending in (*CAPTION_FILES, *FIGURE_FORMATS, "json")):
        return None
    record: dict[str, Any] = json.loads((folder / f"{label}.json").read_text(encoding="utf-8"))
    return record["marks"] if record.get("drawn_from") == fingerprint else None


def publish_table(
    rows: pd.DataFrame,
    label: str,
    *,
    shown: list[str] | None = None,
    most: int | None = None,
    folder: Path = paths.TABLES,
) -> HTML:
    """Write a table as CSV and show it in the chapter.

    Parameters
    ----------
    rows
        The table.
    label
        Its label and file name, `tab-...`, which has an entry in `data/captions.yml`.
    shown
        Columns that the page shows; all of them if not given. The CSV always has all.
    most
        Rows that the page shows; all of them if not given.
    folder
        Where to write.

    Returns
    -------
    HTML
        A table with caption and download link; every cell is escaped.
    """
    _write(folder / f"{label}.csv", _csv(rows))
    return HTML(table_html(rows, caption_of(label), shown or list(rows.columns), most))  # type: ignore[no-untyped-call]


def show_picture(drawn: Figure, alt: str) -> HTML:
    """Show a figure that is not published, such as one of a reader's own text; nothing is written."""
    content = io.BytesIO()
    with plt.style.context(style_sheet()):
        drawn.savefig(content, format="svg", **FIGURE_FORMATS["svg"])
    plt.close(drawn)
    data = base64.b64encode(content.getvalue()).decode("ascii")
    return HTML(f'<img src="data:image/svg+xml;base64,{data}" alt="{html.escape(alt)}">')  # type: ignore[no-untyped-call]


def preview_table(rows: pd.DataFrame, name: str) -> HTML:
    """Show a table that is not published, such as one of a reader's own text; nothing is written.

    Parameters
    ----------
    rows
        The table.
    name
        What it holds, for screen readers.
    """
    table = scrolling_table(rows, list(rows.columns), f'aria-label="{html.escape(name)}"')
    return HTML(f'<div class="published-table">\n{table}</div>')  # type: ignore[no-untyped-call]


def publish_list(entries: list[Caption], label: str) -> HTML:
    """Show a list of figures or tables with links to their chapter and files, and write it as a table.

    Parameters
    ----------
    entries
        As from `list_captions`.
    label
        Label of the list, `tab-figures` or `tab-tables`.
    """
    rows = pd.DataFrame([(entry.label, entry.title, entry.title_zh, entry.chapter) for entry in entries])
    _write(paths.TABLES / f"{label}.csv", _csv(rows.set_axis(["id", "title", "title_zh", "chapter"], axis=1)))
    items = "\n".join(map(listing_card, entries))
    title = caption_of(label).title
    return HTML(f'<h2 id="{label}">{html.escape(title)}</h2>\n<ul class="published-list">\n{items}\n</ul>')  # type: ignore[no-untyped-call]


def _csv(rows: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8; lists are joined with semicolons, and no cell is a formula for a spreadsheet."""
    plain = rows.map(_plain)
    return plain.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):  # some spreadsheets open each item as a cell
        value = ";".join(_harmless(str(item)) for item in value)
    return _harmless(value) if isinstance(value, str) else value


def _harmless(words: str) -> str:
    words = words.replace("\n", "⏎").replace("\r", "")
    # a sign alone, such as a relation, is no formula
    return f"'{words}" if len(words) > 1 and words[0] in "=+-@\t＝＋－＠" else words


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(path)
