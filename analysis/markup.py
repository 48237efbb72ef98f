"""Markup: tables as HTML, every cell escaped, Chinese marked as such, places of the texts linked to the edition."""

import html
from typing import NamedTuple

import pandas as pd

from analysis import captions, glossary, passages


def table(rows: pd.DataFrame, caption: captions.Caption, shown: list[str], most: int | None = None) -> str:
    """Return a published table with its caption and the link to its file.

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
    named = f'aria-labelledby="{caption.label}-caption"'
    rest = f" First {most} of {len(rows)} rows." if most and most < len(rows) else ""
    return (
        f'<div class="published-table" id="{caption.label}">\n'
        f'<p class="caption" id="{caption.label}-caption"><strong>{html.escape(caption.title)}</strong> '
        f'<span lang="zh-Hans">{html.escape(caption.title_zh)}</span> {html.escape(caption.caption)}{rest}</p>\n'
        f"{scrolling(rows, shown, named, caption.label, most)}"
        f'<p class="downloads"><a href="../tables/{caption.label}.csv" download>{caption.label}.csv</a> '
        f"({len(rows):,} rows)</p>\n</div>"
    )


def scrolling(rows: pd.DataFrame, shown: list[str], named: str, label: str = "", most: int | None = None) -> str:
    """Return a table in a box that scrolls; `named` is the attribute that names it to a screen reader."""
    records = rows[shown].head(most).to_dict("records") if most else rows[shown].to_dict("records")
    first = records[0] if records else dict.fromkeys(shown, "")
    head = "".join(f'<th scope="col" data-column="{name}"{_align(first[name])}>{heading(name)}</th>' for name in shown)
    places = _places(rows, label, shown)
    anchored = label == "tab-glossary"
    body = "".join(
        f"<tr{place.name}>{''.join(place.cell(name, record[name], anchored=anchored) for name in shown)}</tr>\n"
        for record, place in zip(records, places, strict=False)
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" {named}>\n<table {named}>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )


_CHINESE = '<span lang="zh-Hans">'


class _Place(NamedTuple):
    """Where a row of a register stands in the reading edition; nowhere for a row of another table."""

    name: str = ""  # attribute of the row
    target: str = ""
    linked: tuple[str, ...] = ()  # columns that lead there

    def cell(self, column: str, value: object, *, anchored: bool = False) -> str:
        """Return a cell; what is quoted is a link to the passage, a term may be `anchored`."""
        shown = _cell(value)
        language = ""
        if shown.startswith(_CHINESE):  # the cell tells the language: thousands of rows weigh
            shown, language = shown.removeprefix(_CHINESE).removesuffix("</span>"), ' lang="zh-Hans"'
        if anchored and column == "term":
            shown = f'<span id="{glossary.anchor(str(value))}">{shown}</span>'
        if self.target and column in self.linked:
            shown = f'<a href="{self.target}">{shown}</a>'
        return f"<td{_align(value)}{language}>{shown}</td>"


def _places(rows: pd.DataFrame, label: str, shown: list[str]) -> list[_Place]:
    if label not in passages.REGISTERS or not {"doc_id", "start"} <= set(rows.columns):
        return [_Place()] * len(rows)
    places = list(rows[["doc_id", "start"]].itertuples(index=False, name=None))
    linked = tuple(column for column in ("quote", "opening") if column in shown) or ("start",)
    return [
        _Place(f' id="{name}"', f"{passages.page(doc_id)}.html#{passages.anchor(doc_id, start)}", linked)
        if passages.has_page(doc_id)
        else _Place()
        for name, (doc_id, start) in zip(passages.row_names(label, places), places, strict=True)
    ]


def heading(name: str) -> str:
    """Return the heading of a column in both languages as HTML."""
    english, chinese = captions.column(name)
    return (
        f'{html.escape(english)}<br><span lang="zh-Hans">{html.escape(chinese)}</span>' if chinese else _cell(english)
    )


def _align(value: object) -> str:
    return ' class="number"' if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple)):
        words = "".join(map(str, value))
        chinese = any("\u4e00" <= sign <= "\u9fff" for sign in words)
        return _cell(("、" if chinese else ", ").join(map(str, value)))
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):  # noqa: PLR0124
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, int):
        return str(value)
    text = html.escape(str(value)).replace("\n", "⏎")
    return f"{_CHINESE}{text}</span>" if any("\u4e00" <= sign <= "\u9fff" for sign in text) else text
