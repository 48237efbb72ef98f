"""The sentence behind a row: any row of the reference, shown in a reader's own clone of the collection.

The texts of the reports are not shipped, but each row says where it stands. `find_rows` finds the rows that a reader
names, `show_row` reads the file, checks that it is the one that the tables were made from, and gives the sentences.

A row is named by table and number, or by what it is of:

1. `targets:1234`: its number in the file, counted from 0 as pandas does
2. `REPORT@START-END`: its place; the name by which it is cited, since numbers move when the tables are made anew
3. `REPORT@SLOGAN`: a slogan of a report, which has as many sentences as mentions

Sources: the tables of `data/reference`, and the folder that the reader names.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from .. import paths
from ..archive import REFERENCE_FILES, body_end
from ..archive.sources import upper_mentions, upper_path
from ..extraction import place_rows
from ..reference.tables import TABLES_APART, reference_table
from ..slogans import slogan_mentions, slogan_name
from ..texts import Document, DocumentError, Reading, Source, make_reading, read_document

COLLECTIONS = {
    "report": "the collection lawtext/gov (commit fc1a2f67)",
    "document": "the collections lawtext/cpc (commit 6d979b3) and lawtext/gov (commit fc1a2f67)",
    "doc_id": "this project",
}
"""Where the texts are to be had, by the column that names a text."""

_TABLES = (*REFERENCE_FILES, *TABLES_APART)
_MANIFESTS = {"report": ("reports", "report"), "document": ("upper_sources", "document")}
_WORDS = ("quote", "term", "slogan")  # columns that hold what stands at the place of a row, the first that a table has
_NUMBERED = re.compile(r"(?P<table>[a-z_]+)(?:\.(?:csv|parquet))?\s*:\s*(?P<number>[0-9]+)")
_PLACE = re.compile(r"(?P<start>[0-9]+)-(?P<end>[0-9]+)")
_SENTENCE_END = re.compile(r"[。！？!?\n]")
_LINE_END = re.compile(r"(?<![ \t\u3000])[ \t\u3000]*+\r?\n\s*+")
_LONGEST = 1000  # code points shown to either side
_MOST_SUGGESTED = 3


class RowNameError(ValueError):
    """Words that name no row of the reference; the message says why, and what would."""


class FoundRow(NamedTuple):
    """A row of the reference; without a table, a place that no row is of."""

    table: str
    number: int  # from 0
    fields: dict[str, Any]

    def cited(self) -> str:
        """Return the name by which the row is cited, as `find_rows` reads it."""
        text = next((str(self.fields[name]) for name in COLLECTIONS if name in self.fields), "")
        if "start" in self.fields:
            return f"{text}@{self.fields['start']}-{self.fields['end']}"
        return f"{text}@{self.fields['slogan']}" if text and "slogan" in self.fields else f"{self.table}:{self.number}"


class ShownSentence(NamedTuple):
    """A sentence with the words that a row is of."""

    start: int  # of the words, code points into the file's text
    end: int  # exclusive
    line: int  # of the file, from 1
    before: str  # what the sentence has before the words, as printed
    quote: str
    after: str


class RowInText(NamedTuple):
    """A row and what stands behind it."""

    row: FoundRow
    path: str  # of the file that was read; "" if the row is of no single text
    sentences: list[ShownSentence]
    notes: list[str]  # what a reader must know: another version of the file, words that moved


# Which row is meant.


def find_rows(words: str, table: str = "") -> list[FoundRow]:
    """Return the rows that words name; several where rows of two tables or two rows of one share a place.

    Parameters
    ----------
    words
        `targets:1234`, or the number alone with a table; `REPORT@START-END`, `REPORT@SLOGAN`. The end of a report's
        path is enough if it is of one report alone: `济南市/2019`.
    table
        Only rows of this table.

    Raises
    ------
    RowNameError
        If there is no such row or table.
    """
    words = words.strip()
    if table:
        _check_table(table)
        words = f"{table}:{words}" if words.isascii() and words.isdigit() else words
    if numbered := _NUMBERED.fullmatch(words):
        name, number = numbered["table"], int(numbered["number"])
        _check_table(name)
        if table not in ("", name):
            raise RowNameError(f"{words} is no row of {table}; leave one of the two names out")
        return [_row(name, number)]
    text, at, what = words.partition("@")
    if not at or not text or not what:
        raise RowNameError(
            f"{words!r} names no row; write TABLE:NUMBER (targets:1234), REPORT@START-END or REPORT@SLOGAN"
        )
    column, name = _named_text(text)
    place = _PLACE.fullmatch(what)
    if place and (found := list(_rows_at(column, name, int(place["start"]), int(place["end"]), table))):
        return found
    if found := list(_rows_of_slogan(column, name, what, table)):
        return found
    if place and int(place["start"]) < int(place["end"]) and not table:
        return [FoundRow("", -1, {column: name, "start": int(place["start"]), "end": int(place["end"])})]
    where = f"in {table}" if table else "in any table"
    raise RowNameError(f"{name} has no row {what} {where}; give START-END or the slogan as the table has it")


def _check_table(table: str) -> None:
    if table not in _TABLES:
        raise RowNameError(f"there is no table {table}; the reference has {', '.join(sorted(_TABLES))}")


def _row(table: str, number: int) -> FoundRow:
    rows = reference_table(table)
    if number >= len(rows):
        raise RowNameError(f"{table} has {len(rows):,} rows, 0 to {len(rows) - 1}; {number} is none of them")
    return FoundRow(table, number, _fields(rows.iloc[number]))


def _fields(row: "pd.Series[Any]") -> dict[str, Any]:
    """Return the cells of a row as plain values."""
    cells = {str(name): value for name, value in row.items()}
    return {name: cell.item() if isinstance(cell, np.generic) else cell for name, cell in cells.items()}


def _named_text(words: str) -> tuple[str, str]:
    """Return the column that names a text, and its full name."""
    words = words.removesuffix(".md").strip("/")
    missing: list[str] = []
    listed = dict(_tables_there(["upper_sources", "passages"], missing))
    texts = {"report": reference_table("reports")["report"]}
    if "upper_sources" in listed:
        texts["document"] = listed["upper_sources"]["document"]
    if "passages" in listed:
        texts["doc_id"] = listed["passages"]["doc_id"].drop_duplicates()
    for column, names in texts.items():
        if (names == words).any():
            return column, words
    ending = [(column, name) for column, names in texts.items() for name in names if name.endswith(f"/{words}")]
    if len(ending) == 1:
        return ending[0]
    if ending:
        raise RowNameError(
            f"{words} may be {', '.join(name for _, name in ending[:_MOST_SUGGESTED])}; write one in full"
        )
    short = {"/".join(name.split("/")[-2:]) for names in texts.values() for name in names}
    close = difflib.get_close_matches(words, sorted(short), _MOST_SUGGESTED)
    meant = f"perhaps {', '.join(close)}" if close else "its name is the path of its file without ending"
    apart = f"; {' and '.join(missing)} are not here, they are part of a clone" if missing else ""
    raise RowNameError(f"the tables know no text {words}; {meant}{apart}")


def _tables_there(names: Iterable[str], missing: list[str]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield the tables that are there, since an installed command has some of them; names of the others are added."""
    for name in names:
        try:
            yield name, reference_table(name)
        except FileNotFoundError:
            missing.append(name)


def _tables_with(columns: set[str], table: str) -> Iterator[tuple[str, pd.DataFrame]]:
    for name, rows in [(table, reference_table(table))] if table else _tables_there(_TABLES, []):
        if columns <= set(rows.columns):
            yield name, rows


def _rows_at(column: str, text: str, start: int, end: int, table: str) -> Iterator[FoundRow]:
    for name, rows in _tables_with({column, "start", "end"}, table):
        here = (rows[column] == text) & (rows["start"] == start) & (rows["end"] == end)
        for number in here.to_numpy().nonzero()[0]:
            yield FoundRow(name, int(number), _fields(rows.iloc[number]))


def _rows_of_slogan(column: str, text: str, slogan: str, table: str) -> Iterator[FoundRow]:
    for name, rows in _tables_with({column, "slogan"}, table):
        if "start" in rows and not table:  # rows of single places, to be named by these
            continue
        here = (rows[column] == text) & (rows["slogan"] == slogan_name(slogan))
        for number in here.to_numpy().nonzero()[0]:
            yield FoundRow(name, int(number), _fields(rows.iloc[number]))


# What stands behind it.


def show_row(row: FoundRow, folder: Path | None) -> RowInText:
    """Return a row with the sentences that it rests on.

    Parameters
    ----------
    row
        As from `find_rows`.
    folder
        The reader's clone of the collection of reports or of upper sources; not needed for rows of texts of the study,
        which the project has.

    Raises
    ------
    DocumentError
        If the file is not there or cannot be read, or has not the words of the row; the message says what can be done.
    RowNameError
        If a folder is needed and none is named.
    """
    column = next((name for name in COLLECTIONS if name in row.fields), "")
    if not column:
        return RowInText(row, "", [], [f"{row.table} counts over many reports: no single sentence is behind it"])
    text = str(row.fields[column])
    document = _text_behind(column, text, folder)
    notes = list(_other_version(column, text, document))
    read = make_reading(document.raw)
    if "start" in row.fields:
        spans, moved = _spans_at(row, column, document)
        notes += moved
    elif "slogan" in row.fields:
        spans = _spans_of_slogan(column, str(row.fields["slogan"]), document)
        told = row.fields.get("mentions")
        if column == "report" and told is not None and told != len(spans):
            notes.append(f"the rules of this version find {len(spans)} mentions, the table has {told}")
    else:
        spans = []
        notes.append("the row is of the whole text")
    if not spans and "slogan" in row.fields:
        raise DocumentError(f"{document.path}: has nowhere {row.fields['slogan']}; {'; '.join(notes)}")
    return RowInText(row, document.path, [_sentence(read, start, end) for start, end in spans], notes)


def _text_behind(column: str, text: str, folder: Path | None) -> Document:
    """Return the document that a row is of."""
    if column == "doc_id":
        return read_document(Source(text, str(paths.CORPUS / f"{text}.txt"), None))
    if folder is None:
        raise RowNameError(f"the texts are not shipped; name your clone of {COLLECTIONS[column]}: --reports FOLDER")
    path = folder / f"{text}.md" if column == "report" else upper_path(folder, text)
    try:
        return read_document(Source(text, str(path), None))
    except DocumentError as error:
        group = text.partition("/")[0]
        remedy = f"--reports names the folder that holds {group}, of {COLLECTIONS[column]}"
        raise DocumentError(f"{path}: {error}; {remedy}") from None


def _other_version(column: str, text: str, document: Document) -> Iterator[str]:
    """Yield a note if the file is not the one that the tables were made from."""
    if column not in _MANIFESTS:
        return
    table, name = _MANIFESTS[column]
    listed = reference_table(table)
    known = listed.loc[listed[name] == text, "sha256"].iloc[0]
    if document.sha256 != known:
        yield (
            f"another version of the file than the tables were made from (sha256 {document.sha256[:12]}, not "
            f"{str(known)[:12]}); places may not fit. Theirs is of {COLLECTIONS[column]}"
        )


def _spans_at(row: FoundRow, column: str, document: Document) -> tuple[list[tuple[int, int]], list[str]]:
    """Return the place of a row in a text, and a note if its words stand elsewhere than it says."""
    start, end = int(row.fields["start"]), int(row.fields["end"])
    words = next((str(row.fields[name]) for name in _WORDS if name in row.fields), None)
    here = document.raw[start:end]
    if words is None:
        if not here:
            raise DocumentError(f"{document.path}: has only {len(document.raw):,} characters, none at {start}-{end}")
        return [(start, end)], [] if row.table else ["no row of the reference is of this place"]
    if here == words or slogan_name(here) == slogan_name(words):
        return [(start, end)], []
    places = [found.span() for found in re.finditer(re.escape(words), document.raw)]
    if not places and "slogan" in row.fields:
        places = _spans_of_slogan(column, str(row.fields["slogan"]), document)
    if not places:
        raise DocumentError(
            f"{document.path}: has nowhere {_flat(words)}; take the version that the tables were made of"
        )
    nearest = min(places, key=lambda place: abs(place[0] - start))
    others = f", the nearest of {len(places)} places" if len(places) > 1 else ""
    return [nearest], [f"the words stand not at {start}-{end} but at {nearest[0]}-{nearest[1]}{others}"]


def _spans_of_slogan(column: str, slogan: str, document: Document) -> list[tuple[int, int]]:
    """Return the places of a slogan, found by the rules: a report's annexes are not read, as in the tables."""
    if column == "document":
        mentions = upper_mentions(document)
    else:
        read = make_reading(document.raw[: body_end(document.raw)])
        mentions = place_rows(slogan_mentions(read.text), read)
    return [(row.start, row.end) for row in mentions if slogan_name(row.quote) == slogan]


def _sentence(read: Reading, start: int, end: int) -> ShownSentence:
    """Return the sentence around a place of the raw text, without the line ends that break it."""
    raw, first, last = read.raw, read.position(start), read.position(end - 1)
    is_read = first is not None and last is not None and first <= last
    text, first, last = (read.text, first or 0, last or 0) if is_read else (raw, start, end - 1)
    low = max(0, first - _LONGEST)
    low = max((found.end() for found in _SENTENCE_END.finditer(text, low, first)), default=low)
    until = _SENTENCE_END.search(text, last + 1, last + 1 + _LONGEST)
    high = until.end() if until else min(len(text), last + 1 + _LONGEST)
    low, high = read.raw_span(low, high) if is_read else (low, high)
    before, quote, after = (_LINE_END.sub("", words) for words in (raw[low:start], raw[start:end], raw[end:high]))
    return ShownSentence(start, end, raw.count("\n", 0, start) + 1, before.lstrip(), quote, after.rstrip())


# How it is printed.

_HEAD_FIELDS = ("place", "code", "level", "province", "year")


def shown_lines(shown: RowInText, marks: tuple[str, str] = ("«", "»")) -> Iterator[str]:
    """Yield a shown row as lines: what it is of, its fields, and each sentence with its words between marks.

    Parameters
    ----------
    shown
        As from `show_row`.
    marks
        What is put before and behind the words of the row.
    """
    row = shown.row
    yield f"{row.table}:{row.number}" if row.table else row.cited()
    fields = dict(row.fields)
    column = next((name for name in COLLECTIONS if name in fields), "")
    lines = {column: fields.pop(column)} if column else {}
    lines |= {name: fields.pop(name) for name in _HEAD_FIELDS if name in fields}
    if column in _MANIFESTS:
        lines |= _known_of_text(column, str(lines[column]), lines)
    lines |= {name: value for name, value in fields.items() if name not in lines}
    if shown.path:
        lines["file"] = shown.path
    lines["cited as"] = row.cited()
    width = max(map(len, lines))
    for name, value in lines.items():
        if words := _printed(value):
            yield f"  {name.ljust(width)}  {words}"
    for sentence in shown.sentences:
        yield f"line {sentence.line}, characters {sentence.start}-{sentence.end}:"
        before, quote, after = map(_flat, (sentence.before, sentence.quote, sentence.after))
        yield f"  {before}{marks[0]}{quote}{marks[1]}{after}"


def _known_of_text(column: str, text: str, lines: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the manifest says of a text beside the row: place, year and address, or title and date."""
    table, name = _MANIFESTS[column]
    listed = reference_table(table)
    known = listed[listed[name] == text].iloc[0]
    wanted = (*_HEAD_FIELDS, "source") if column == "report" else ("title", "issuer", "date")
    return {field: known[field] for field in wanted if field in known and field not in lines}


def _printed(value: object) -> str:
    """Return a cell in one line: "" for nothing, 5.5 for 5.5, 5 for 5.0, lists with commas."""
    if isinstance(value, float):
        return "" if value != value else format(value, ".15g")  # noqa: PLR0124  nan
    if value is None or value is pd.NA:
        return ""
    if not isinstance(value, str) and hasattr(value, "__iter__"):
        return ", ".join(map(_printed, value))
    return _flat(str(value))


def _flat(words: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in words)
