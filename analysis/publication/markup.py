"""Markup: tables as HTML, every cell escaped, Chinese marked as such, places of the texts linked to the edition.

A table is lean, since pages hold thousands of cells: that a column holds numbers is said once, in the classes of the
table (`n3`), and so is how a phone labels the cells of its cards (`--c3`).
"""

import functools
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup, escape

from .. import paths
from ..characters import holds_chinese
from ..texts.labels import LANGUAGES, bilingual, drawing_language, text_name
from ..texts.passages import REGISTERS, card_anchor, edition_page, has_edition, looked_up_slogan, row_names
from ..vocabulary.glossary import glossary_anchor
from . import captions
from .captions import Caption, column_heading, column_unit
from .cells import ShownValues, cell_in_chinese, printed_as_it_is, shown_values
from .citations import captioned_citations
from .rendering import render_template

FOLDED_ABOVE = 25
"""Rows that a page shows of a table before a reader unfolds the rest."""

FOLDED_CARDS = 12
"""Rows up to which a phone shows all cards of a table; of more it shows eight, before a reader unfolds the rest."""

MOST_ROWS = 500
"""Rows that a page holds of a table; of a longer one it holds the first `FOLDED_ABOVE`, and the file has the rest."""

_WIDE_ABOVE = 5  # columns
_PRINTED_UP_TO = 120  # rows
_PHONE = 358.0  # pixels that a phone has for a table
_LETTER, _HAN, _PADDING = 6.8, 13.0, 12.0  # pixels at the size of tables
_WRAPPED = 90.0  # pixels at which a cell of words wraps
_LONG_WORDS = 160.0  # pixels from which cells are better read as cards
_PAGE, _FULL_WIDTH = 700.0, 1040.0  # pixels that a wide page has for a table, and for one of many columns
_UNITS_LEFT_OUT = (
    *("calendar year", "count", "date", "words", "mentions", "characters", "code points of the raw text"),
    *("ordinal, from 0", "tenths of a percentage point"),
    *("in the column unit", "as the row says", "as the series says", "share of one"),
)
_LONGEST_UNIT = 26  # characters
_ENGLISH_WORD = re.compile("[A-Za-z]{2,}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FEW_WORDS = 2  # more are a note in English, and no name
_GLOSSARY = "tab-glossary"
_PINYIN = "pinyin"  # a column
_CHINESE_COLUMN = "_zh"  # ends the name of a column that says the same in Chinese
_SLOGAN, _SLOGAN_QUOTES = "slogan", {"tab-slogans": "quote"}  # columns of slogans
_ENGLISH_COLUMN = "_en"  # ends the name of a column that says in English what another one says
_NAMES_OF_TEXTS, _NO_LABEL = ("doc_id", "label"), "\u00a0"  # as tall as a label, so that cells stay in line
_LOOK_UP = ("Look up", "查一查")


class ShownColumn(NamedTuple):
    """The heading of a column."""

    name: str
    english: str
    chinese: str  # "" if there is none
    unit: str  # "" if the heading says it
    is_number: bool
    words: str  # JSON: [English, Chinese] by the value in the file; "" if the page shows the values


class ShownCell(NamedTuple):
    """A cell of a table."""

    text: str
    is_chinese: bool  # the cell tells the language, not a span in it: thousands of rows weigh
    address: str  # of the card of what it quotes; "" if it leads nowhere
    place: str  # where that stands in the raw text
    anchor: str = ""  # name of the entry of the glossary, to which terms of all pages lead
    language: str = ""  # of what a Chinese page quotes as it is: a note of the file, a name to be copied, pinyin
    look_up: str = ""  # address of the slogan in the look-up, beside the one of its card


class ShownRow(NamedTuple):
    """A row of a table."""

    name: str  # by which the reading edition links to it; "" if it is none of a register
    cells: list[ShownCell]
    head: ShownColumn | None = None  # what the row holds, if the table is turned


class ShownTable(NamedTuple):
    """A table as the page shows it."""

    columns: list[ShownColumn]
    rows: list[ShownRow]
    kind: str  # classes of its box
    marks: str  # classes of the table: columns of numbers (`n3`), short words (`d3`), words that fill a card (`w3`)
    labels: str  # style of the table: what stands before the cells of a card; "" if it is not shown as cards


def table_html(
    rows: pd.DataFrame, caption: Caption, shown: list[str], most: int | None = None, root: str = "../"
) -> str:
    """Return a published table as HTML, with its caption and the link to its file, in the language that is drawn.

    An entry of `data/captions.yml` may name a column as `turned`: its values become the heads, so that each other
    column is a row, as a table of many columns and few rows is read best.

    Parameters
    ----------
    rows
        The table.
    caption
        What is said of it.
    shown
        Columns that are shown.
    most
        Rows at most; if not given, all up to `MOST_ROWS`, and `FOLDED_ABOVE` of a longer table.
    root
        Path from the page to the root of the book.

    Raises
    ------
    captions.CaptionError
        If a column or a unit has no Chinese, and the table is for a Chinese page.
    """
    if most is None:
        most = len(rows) if len(rows) <= MOST_ROWS else FOLDED_ABOVE
    table = _shown_table(rows, shown, caption.label, most)
    turned = captions.caption_catalogue()["tables"].get(caption.label, {}).get("turned", "")
    return render_template(
        "publication/table.html",
        caption=caption,
        table=_turned(table, turned) if turned else table,
        rows=min(most, len(rows)),
        total=len(rows),
        folded=_folded(table),
        root=root,
        citations=captioned_citations(caption),
        say=bilingual,
    )


def preview_html(rows: pd.DataFrame, name: str) -> str:
    """Return a table that is not published as HTML; `name` says to a screen reader what it holds."""
    table = _shown_table(rows, list(rows.columns), "", len(rows))
    return render_template(
        "publication/preview.html", table=table, total=len(rows), folded=_folded(table), name=name, say=bilingual
    )


def _folded(table: ShownTable) -> int:
    """Return how many rows of a table are shown at first, at least; of cards a narrow page shows no more."""
    return FOLDED_CARDS if "cards" in table.kind.split() else FOLDED_ABOVE


def _shown_table(rows: pd.DataFrame, shown: list[str], label: str, most: int) -> ShownTable:
    rows, shown = _in_language(rows, shown, label)
    records = rows[shown].head(most).to_dict("records")
    shares = _rows_of_shares(rows.head(most), label)
    values = [shown_values([record[name] for record in records], name, label, shares) for name in shown]
    columns = [_column(name, found, label) for name, found in zip(shown, values, strict=True)]
    cards = _as_cards(columns, values)
    needed = sum(_room(column, found.texts, whole=True) for column, found in zip(columns, values, strict=True))
    there = _FULL_WIDTH if len(columns) > _WIDE_ABOVE else _PAGE
    kinds = {
        "full-width": len(columns) > _WIDE_ABOVE,
        "lines": needed <= there,
        "cards": cards,
        "folded": len(records) > FOLDED_ABOVE,
        "long": len(records) > _PRINTED_UP_TO,
    }
    return ShownTable(
        columns,
        _rows(rows.head(most), shown, values, label),
        " ".join(["published-table", *(kind for kind, holds in kinds.items() if holds)]),
        " ".join(_marks(columns, values)),
        ";".join(_labels(columns)) if cards else "",
    )


def _rows_of_shares(rows: pd.DataFrame, label: str) -> list[bool]:
    """Return which rows of a table are shares: those with the values that its entry in captions.yml lists as such."""
    named = captions.caption_catalogue()["tables"].get(label, {}).get("shares", {})
    return [bool(row) for row in rows[[*named]].isin(named).any(axis=1)] if named else []


def _in_language(rows: pd.DataFrame, shown: list[str], label: str) -> tuple[pd.DataFrame, list[str]]:
    """Return the rows and the columns that are shown; for a Chinese page what is Chinese of them.

    A column that says the same in Chinese stands in place of the English one (`says_zh` of `says`, `place` of
    `place_en`), and so do the words of `data/cells_zh.csv`; columns that the caption of the table names as `english`
    are left out.
    """
    if bilingual(*LANGUAGES) == LANGUAGES[0]:
        return rows, shown
    foreign = captions.caption_catalogue()["tables"].get(label, {}).get("english", ())
    bare = {name: name.removesuffix(_ENGLISH_COLUMN) for name in shown if name not in foreign}
    shown = [other if other in rows else name for name, other in bare.items()]
    said = {}
    for name in shown:
        column = rows[name]
        if (chinese := name + _CHINESE_COLUMN) in rows:
            column = rows[chinese].where(rows[chinese] != "", column)
        if column.dtype == object or pd.api.types.is_string_dtype(column):
            say = functools.partial(cell_in_chinese, table=label, name=name, strict=chinese not in rows)
            column = column.map(lambda value, say=say: say(value) if isinstance(value, str) else value)
        said[name] = column
    return rows.assign(**said), shown


# Columns

_BACKTICKS = re.compile("`([^`]+)`")
_IN_A_STYLE = str.maketrans({"'": "\u2019", "\\": " ", "\n": " "})


def _column(name: str, found: ShownValues, label: str) -> ShownColumn:
    english, chinese = column_heading("label" if name == "doc_id" else name, label)
    if not chinese and text_name(name) != name:  # a text heads the column
        english = text_name(name)
        with drawing_language(LANGUAGES[1]):
            chinese = text_name(name)
    unit = column_unit(label, name) if found.are_numbers else ""
    told = unit in _UNITS_LEFT_OUT or unit in english or len(unit) > _LONGEST_UNIT
    words = json.dumps(found.words, ensure_ascii=False, separators=(",", ":")) if found.words else ""
    if bilingual(*LANGUAGES) != LANGUAGES[0]:
        if not chinese and re.search("[A-Za-z]", english) and not holds_chinese(english):
            raise captions.CaptionError(
                f"{paths.CAPTIONS.name}, {label}: the column {name} has no Chinese heading; add it to columns"
            )
        told_zh = "" if told else captions.unit_in_chinese(unit)
        told_zh = "" if told_zh in chinese else told_zh
        return ShownColumn(name, chinese or english, "", told_zh, found.are_numbers, words)
    return ShownColumn(
        name, english or name, "" if chinese == english else chinese, "" if told else unit, found.are_numbers, words
    )


def _marks(columns: Sequence[ShownColumn], values: Sequence[ShownValues]) -> Iterator[str]:
    needed = sum(_room(column, found.texts) for column, found in zip(columns, values, strict=True))
    for place, (column, found) in enumerate(zip(columns, values, strict=True), 1):
        widest = max(map(_width, found.texts), default=0.0)
        are_days = any(found.texts) and all(not text or _DAY.fullmatch(text) for text in found.texts)
        if column.is_number:
            yield f"n{place}"
        elif are_days or (0 < widest <= _WRAPPED and needed <= _FULL_WIDTH):  # no word of two signs goes on below
            yield f"d{place}"
        elif widest > _LONG_WORDS:
            yield f"w{place}"


def _labels(columns: Iterable[ShownColumn]) -> Iterator[str]:
    """Yield what stands before the cells of each card: in one language, and nothing where the cell names a text."""
    for place, column in enumerate(columns, 1):
        words = _NO_LABEL if column.name in _NAMES_OF_TEXTS else column.english or column.chinese
        yield f"--c{place}:'{words.translate(_IN_A_STYLE)}'"


def _as_cards(columns: list[ShownColumn], values: list[ShownValues]) -> bool:
    """Return whether rows are shown as cards on a phone: they hold words, and have no room beside each other."""
    needed = [_room(column, found.texts) for column, found in zip(columns, values, strict=True)]
    widest = max((_width(text) for found in values for text in found.texts), default=0.0)
    holds_words = 2 * sum(column.is_number for column in columns) <= len(columns) or widest > 2 * _LONG_WORDS
    return sum(needed) > _PHONE and (len(columns) <= _WIDE_ABOVE + 1 or holds_words)


def _room(column: ShownColumn, texts: list[str], *, whole: bool = False) -> float:
    """Return the pixels that a column needs: no word of it is broken, and words wrap, but not if cells are `whole`."""
    heads = [*column.english.split(), *column.unit.split(), column.chinese]
    cells = max(map(_width, texts), default=0.0)
    broken = max((_width(word) for text in texts for word in text.split()), default=0.0)
    return max(*map(_width, heads), cells if whole else min(cells, max(_WRAPPED, min(broken, 2 * _WRAPPED)))) + _PADDING


def _width(text: str) -> float:
    return sum(_HAN if holds_chinese(sign) else _LETTER for sign in text)


# Rows


def _rows(rows: pd.DataFrame, shown: list[str], values: list[ShownValues], label: str) -> list[ShownRow]:
    linked = next((name for name in ("quote", "opening") if name in shown), shown[0])
    texts = zip(*(found.texts for found in values), strict=True)
    made, chinese = [], bilingual(*LANGUAGES) != LANGUAGES[0]
    for (name, address, place), row in zip(_places(rows, label), texts, strict=True):
        cells = [
            ShownCell(
                _with_code(text) if chinese else text,
                holds_chinese(text) and not chinese,  # a page tells its own language
                *((address, place) if column == linked else ("", "")),
                language=_language_of(text, column, label) if chinese else "",
            )
            for column, text in zip(shown, row, strict=True)
        ]
        if (at := _slogan_column(shown, label)) is not None and row[at]:
            cells[at] = _looked_up(cells[at])
        if label == _GLOSSARY:
            term = cells[0].text  # a word of the book here, no quotation: its comma is that of the page
            shown_term = term.replace(",", "，") if chinese else term
            cells[0] = cells[0]._replace(anchor=glossary_anchor(term), text=shown_term)
        made.append(ShownRow(name, cells))
    return made


def _with_code(text: str) -> str:
    """Return a cell as HTML if it has names of columns between backticks, as `data/cells_zh.csv` has; or as it is."""
    return Markup(_BACKTICKS.sub(r"<code>\1</code>", str(escape(text)))) if "`" in text else text  # noqa: S704


def _language_of(text: str, column: str, label: str) -> str:
    """Return the language of a cell of a Chinese page that is not in Chinese, as HTML names it; else ""."""
    if column == _PINYIN:
        return "zh-Latn-pinyin"
    words = len(_ENGLISH_WORD.findall(text))
    is_name = words and not holds_chinese(text) and printed_as_it_is(label, column)
    return "en" if is_name or words > _FEW_WORDS else ""


def _slogan_column(shown: list[str], label: str) -> int | None:
    """Return which column of a published table names slogans."""
    name = _SLOGAN_QUOTES.get(label, _SLOGAN)
    return shown.index(name) if label and name in shown else None


def _looked_up(cell: ShownCell) -> ShownCell:
    """Return the cell of a slogan with the way into the look-up: its words lead there, unless they lead to its card."""
    address = looked_up_slogan(cell.text)
    if cell.address:
        return cell._replace(look_up=address)
    return cell._replace(address=address, place=bilingual(*_LOOK_UP))


def _places(rows: pd.DataFrame, label: str) -> list[tuple[str, str, str]]:
    """Return for each row its name, the address of its card in the edition, and its place in the raw text.

    All are "" for rows of no register.
    """
    if label not in REGISTERS or not {"doc_id", "start"} <= set(rows.columns):
        return [("", "", "")] * len(rows)
    places = list(rows[["doc_id", "start"]].itertuples(index=False, name=None))
    ends = rows["end"] if "end" in rows else itertools.repeat("")
    return [
        (name, f"{edition_page(doc_id)}.html#{card_anchor(doc_id, start)}", f"{start}–{end}")
        if has_edition(doc_id)
        else ("", "", "")
        for name, (doc_id, start), end in zip(row_names(label, places), places, ends, strict=False)
    ]


def _turned(table: ShownTable, head: str) -> ShownTable:
    """Return a table whose columns are rows: those of one column become the heads, the others head the rows."""
    place = next(number for number, column in enumerate(table.columns) if column.name == head)
    heads = [ShownColumn("", row.cells[place].text, "", "", True, "") for row in table.rows]
    rows = [
        ShownRow("", [row.cells[number] for row in table.rows], column)
        for number, column in enumerate(table.columns)
        if number != place
    ]
    kinds = ["published-table", "turned", *(["full-width"] if len(heads) >= _WIDE_ABOVE else [])]
    numbers = " ".join(f"n{number}" for number in range(2, len(heads) + 2))
    return ShownTable([table.columns[place], *heads], rows, " ".join(kinds), numbers, "")
