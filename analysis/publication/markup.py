"""Markup: tables as HTML, every cell escaped, Chinese marked as such, places of the texts linked to the edition."""

import html
import re
from typing import NamedTuple

import pandas as pd

from ..texts.passages import REGISTERS, edition_page, has_edition, passage_anchor, row_names
from ..vocabulary.glossary import glossary_anchor
from .captions import Caption, column_heading


def table_html(rows: pd.DataFrame, caption: Caption, shown: list[str], most: int | None = None) -> str:
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
        f"{scrolling_table(rows, shown, named, caption.label, most)}"
        f'<p class="downloads"><a href="../tables/{caption.label}.csv" download>{caption.label}.csv</a> '
        f"({len(rows):,} rows)</p>\n</div>"
    )


def scrolling_table(rows: pd.DataFrame, shown: list[str], named: str, label: str = "", most: int | None = None) -> str:
    """Return a table in a box that scrolls; `named` is the attribute that names it to a screen reader."""
    records = rows[shown].head(most).to_dict("records") if most else rows[shown].to_dict("records")
    first = records[0] if records else dict.fromkeys(shown, "")
    head = "".join(
        f'<th scope="col" data-column="{name}"{_align(first[name])}>{heading_html(name)}</th>' for name in shown
    )
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


_CHINESE_SPAN = '<span lang="zh-Hans">'


class _Place(NamedTuple):
    """Where a row of a register stands in the reading edition; nowhere for a row of another table."""

    name: str = ""  # attribute of the row
    target: str = ""
    linked: tuple[str, ...] = ()  # columns that lead there

    def cell(self, column: str, value: object, *, anchored: bool = False) -> str:
        """Return a cell; what is quoted is a link to the passage, a term may be `anchored`."""
        shown = _cell(value)
        language = ""
        if shown.startswith(_CHINESE_SPAN):  # the cell tells the language: thousands of rows weigh
            shown, language = shown.removeprefix(_CHINESE_SPAN).removesuffix("</span>"), ' lang="zh-Hans"'
        if anchored and column == "term":
            shown = f'<span id="{glossary_anchor(str(value))}">{shown}</span>'
        if self.target and column in self.linked:
            shown = f'<a href="{self.target}">{shown}</a>'
        return f"<td{_align(value)}{language}>{shown}</td>"


def _places(rows: pd.DataFrame, label: str, shown: list[str]) -> list[_Place]:
    if label not in REGISTERS or not {"doc_id", "start"} <= set(rows.columns):
        return [_Place()] * len(rows)
    places = list(rows[["doc_id", "start"]].itertuples(index=False, name=None))
    linked = tuple(column for column in ("quote", "opening") if column in shown) or ("start",)
    return [
        _Place(f' id="{name}"', f"{edition_page(doc_id)}.html#{passage_anchor(doc_id, start)}", linked)
        if has_edition(doc_id)
        else _Place()
        for name, (doc_id, start) in zip(row_names(label, places), places, strict=True)
    ]


def heading_html(name: str) -> str:
    """Return the heading of a column in both languages as HTML."""
    english, chinese = column_heading(name)
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
    return f"{_CHINESE_SPAN}{text}</span>" if any("\u4e00" <= sign <= "\u9fff" for sign in text) else text


_WIDE = r"\u2e80-\u2fff\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef“”‘’…—·"
HAN_RUN = re.compile(rf"(?<![{_WIDE}])[{_WIDE}]*[\u4e00-\u9fff][\u2e80-\u9fff\uff00-\uffef“”‘’…—·]*")


def mark_chinese_runs(words: str) -> str:
    """Return words escaped, with every run of Chinese marked as such."""
    return HAN_RUN.sub(lambda run: f'<span lang="zh-Hans">{run[0]}</span>', html.escape(words))
