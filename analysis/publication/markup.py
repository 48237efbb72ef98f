"""Markup: tables as HTML, every cell escaped, Chinese marked as such, places of the texts linked to the edition."""

from typing import NamedTuple

import pandas as pd

from ..texts.passages import REGISTERS, edition_page, has_edition, passage_anchor, row_names
from ..vocabulary.glossary import glossary_anchor
from .captions import Caption, column_heading
from .chinese import holds_chinese
from .rendering import render_template


class ShownColumn(NamedTuple):
    """The heading of a column."""

    name: str
    english: str
    chinese: str  # "" if there is none
    is_number: bool  # as the first row has it


class ShownCell(NamedTuple):
    """A cell of a table."""

    text: str
    is_number: bool
    is_chinese: bool  # the cell tells the language, not a span in it: thousands of rows weigh
    address: str  # of the passage that it quotes; "" if it leads nowhere
    anchor: str  # name of the entry in the glossary; "" if it is none


class ShownRow(NamedTuple):
    """A row of a table."""

    name: str  # by which the reading edition links to it; "" if it is none of a register
    cells: list[ShownCell]


def table_html(rows: pd.DataFrame, caption: Caption, shown: list[str], most: int | None = None) -> str:
    """Return a published table as HTML, with its caption and the link to its file.

    Parameters
    ----------
    rows
        The table.
    caption
        What is said of it.
    shown
        Columns that are shown.
    most
        Rows at most; all if not given.
    """
    return render_template(
        "publication/table.html",
        caption=caption,
        columns=_columns(rows, shown),
        rows=_rows(rows, shown, caption.label, most),
        most=most,
        total=len(rows),
    )


def preview_html(rows: pd.DataFrame, name: str) -> str:
    """Return a table that is not published as HTML; `name` says to a screen reader what it holds."""
    shown = list(rows.columns)
    return render_template(
        "publication/preview.html", columns=_columns(rows, shown), rows=_rows(rows, shown), name=name
    )


def _columns(rows: pd.DataFrame, shown: list[str]) -> list[ShownColumn]:
    first = rows[shown].head(1).to_dict("records")
    values = first[0] if first else dict.fromkeys(shown, "")
    return [ShownColumn(name, *column_heading(name), _is_number(values[name])) for name in shown]


def _rows(rows: pd.DataFrame, shown: list[str], label: str = "", most: int | None = None) -> list[ShownRow]:
    records = rows[shown].head(most or len(rows)).to_dict("records")
    places = _places(rows, label)
    linked = tuple(column for column in ("quote", "opening") if column in shown) or ("start",)
    glossary = label == "tab-glossary"
    made = []
    for record, (name, address) in zip(records, places, strict=False):
        cells = []
        for column in shown:
            text = _text(record[column])
            cells.append(
                ShownCell(
                    text,
                    _is_number(record[column]),
                    holds_chinese(text),
                    address if column in linked else "",
                    glossary_anchor(str(record[column])) if glossary and column == "term" else "",
                )
            )
        made.append(ShownRow(name, cells))
    return made


def _places(rows: pd.DataFrame, label: str) -> list[tuple[str, str]]:
    """Return for each row of a register its name and where the reading edition shows its place; "" for other rows."""
    if label not in REGISTERS or not {"doc_id", "start"} <= set(rows.columns):
        return [("", "")] * len(rows)
    places = list(rows[["doc_id", "start"]].itertuples(index=False, name=None))
    return [
        (name, f"{edition_page(doc_id)}.html#{passage_anchor(doc_id, start)}") if has_edition(doc_id) else ("", "")
        for name, (doc_id, start) in zip(row_names(label, places), places, strict=True)
    ]


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _text(value: object) -> str:
    """Return what a cell shows of a value."""
    if isinstance(value, (list, tuple)):
        words = list(map(str, value))
        return _text(("、" if holds_chinese("".join(words)) else ", ").join(words))
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):  # noqa: PLR0124
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, int):
        return str(value)
    return str(value).replace("\n", "⏎")
