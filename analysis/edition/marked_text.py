"""A text with everything the rules find in it, as plain values: what the page for a reader's own text shows.

The tables are those that the command line writes, and so is the place among the reports. Nothing here needs pandas, so
that it runs in a browser too.
"""

import functools
import io
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..closure import verdict_label
from ..extraction import EXTRACT_TABLES, find_in_text, plan_year_of
from ..extraction.extracts import tables_of
from ..extraction.standings import STANDING_LEVELS, OwnFigures, ReportFigures, compare_with_reports, counted_words
from ..ingestion import FILE_ENDINGS, read_content, unread_file
from ..ingestion.refusals import refusal_kind
from ..rhetoric import expression_glosses
from ..runs import CsvFile
from ..runs.tablefiles import JoinedCsvFile
from ..slogans import Slogan
from ..targets import Statement
from ..texts import Document, DocumentError, Source, make_reading
from ..texts.damage import damage_note
from ..texts.documents import TEXT_ENDINGS, TEXT_KIND
from .segments import MarkedRow, cut_segments

MOST_TEXT_BYTES = 2_000_000
"""Size of the longest text that a page reads; the command line has no such bound."""

MOST_FILE_BYTES = 20_000_000
"""Size of the largest Word file or web page, of which most may be pictures and markup."""

MOST_TERMS = 20
"""How many of the most frequent words are marked, those that stand in the text once aside."""

MOST_SHOWN_ROWS = 200
"""How many rows of each table a page shows; its file has them all."""

PAGE_ENDINGS = tuple(ending for ending in FILE_ENDINGS if ending != ".pdf")
"""Endings of the files that a page reads: for PDF it lacks a package."""

FOUND_TABLES = {
    name: EXTRACT_TABLES[name]
    for name in ("slogans", "statements", "metaphors", "stance", "parallelism", "terms", "refusals")
}
"""The tables of a text as files: names, columns and spelling are those of the command line."""

SHOWN_COLUMNS = {
    "slogans": ("start", "quote", "type", "scope", "digits", "announced", "closure", "items"),
    "statements": (
        *("start", "quote", "indicator", "measure", "relation", "value", "unit"),
        *("status", "period", "direction", "span", "headline"),
    ),
    "metaphors": ("start", "quote", "domain", "gloss"),
    "stance": ("start", "quote", "domain"),
    "parallelism": ("start", "quote", "shared", "units", "device"),
    "terms": ("token", "frequency", "per_10k"),
    "refusals": ("start", "quote", "layer", "refused"),
}
"""The columns of each table that a page shows."""


class FoundInText(NamedTuple):
    """What the rules find in one text."""

    document: Document
    plan_year: int | None
    year_from: str  # who says so, see extraction.File
    characters_read: int  # of the reading text
    slogans: list[Slogan]
    statements: list[Statement]
    closures: list[str]  # of the slogans: closes, partial 5/11 or not enumerated here
    tables: dict[str, list[tuple[Any, ...]]]  # rows of each of FOUND_TABLES
    places: list[tuple[int, int, str]]  # of the most frequent words: start, end in the raw text, and the word


def document_of_bytes(content: bytes, name: str = "your-text.txt") -> Document:
    """Return the bytes of a file as a document, as `read_file` does with a file of that name.

    Raises
    ------
    DocumentError
        If they hold no text, are of a kind that a page does not read, or too long for it.
    """
    path = Path(name)
    if path.suffix.lower() == ".pdf" or content.startswith(b"%PDF-"):
        raise DocumentError("PDF; use the command: python -m analysis extract FILE.pdf --out tables")
    if path.suffix and path.suffix.lower() not in PAGE_ENDINGS:
        raise DocumentError(unread_file(path).reason)
    is_text = path.suffix.lower() in ("", *TEXT_ENDINGS)
    _refuse_longer(len(content), MOST_TEXT_BYTES if is_text else MOST_FILE_BYTES)
    found = read_content(Source(path.stem, name, None), content)
    if found.kind != TEXT_KIND:
        _refuse_longer(len(found.raw.encode()), MOST_TEXT_BYTES)
    return found


def _refuse_longer(size: int, most: int) -> None:
    if size > most:
        raise DocumentError(f"{size:,} bytes, and this page reads at most {most:,}; use the command line, or a part")


def find_in_document(given: Document, year: int | None = None) -> FoundInText:
    """Return what the rules find in a document.

    Parameters
    ----------
    given
        As from `document_of_bytes` or `read_file`.
    year
        The year that it plans for, over what text and name say.
    """
    read = make_reading(given.raw)
    planned, year_from = plan_year_of(given, year, read)
    found = find_in_text(read, given.doc_id, planned)
    closed = {(row.start, row.end): row for row in found.closures}
    tables = tables_of(found, read)
    leading = {token for _, token, frequency, *_ in tables["terms"][:MOST_TERMS] if frequency > 1}
    return FoundInText(
        given,
        planned,
        year_from,
        len(read.text),
        found.slogans,
        found.statements,
        [verdict_label(closed[row.start, row.end]) for row in found.slogans],
        tables,
        [(token.start, token.end, token.token) for token in found.tokens if token.token in leading],
    )


def table_as_csv(found: FoundInText, table: str) -> str:
    """Return a table of `FOUND_TABLES` as the text of a CSV file that Excel opens; no field of it is a formula."""
    content = io.BytesIO()
    written = JoinedCsvFile(content, FOUND_TABLES[table])
    written.add(found.tables[table])
    written.close()
    return CsvFile.MARK + content.getvalue().decode("utf-8")


def _records(found: FoundInText) -> dict[str, list[dict[str, Any]]]:
    """Return all rows as {column: value}, with the columns that only the page shows."""
    glosses = expression_glosses()
    records = {
        name: [dict(zip([column.name for column in columns], row, strict=True)) for row in found.tables[name]]
        for name, columns in FOUND_TABLES.items()
    }
    for row, verdict in zip(records["slogans"], found.closures, strict=True):
        row["closure"] = verdict
    for row in records["metaphors"]:
        row["gloss"] = glosses.get(row["word"], "")
    return records


def page_values(content: bytes, name: str = "your-text.txt", year: int | None = None) -> dict[str, Any]:
    """Return what a page shows of a text, as values that JSON has.

    Parameters
    ----------
    content
        The bytes of a file.
    name
        Its name.
    year
        The year that it plans for; taken from text or name if not given.

    Returns
    -------
    dict
        `document` (characters, encoding, kind, plan_year, year_from, damage, and taken: the name of the file for a
        text that was taken out of another, or ""), `segments` ([text, [indices of the marks over it]]; together they
        are the text), `marks` ({layer, start, quote, fields}) and `tables`, each with `total`, `rows` (the first
        `MOST_SHOWN_ROWS`, values in the order of `SHOWN_COLUMNS`) and `csv`.

    Raises
    ------
    DocumentError
        As for `document_of_bytes`.
    """
    found = _found(content, name, year)
    raw = found.document.raw
    records = _records(found)
    marks = sorted(_marks(found, records), key=lambda mark: (mark["start"], -mark["end"], mark["layer"]))
    rows = [
        MarkedRow(mark["start"], mark["end"], place, mark["layer"], "", str(place), {})
        for place, mark in enumerate(marks)
    ]
    return {
        "document": {
            "name": name,
            "characters": len(raw),
            "encoding": found.document.encoding,
            "kind": found.document.kind,
            "taken": "" if found.document.kind == TEXT_KIND else f"{found.document.doc_id}.txt",
            "plan_year": found.plan_year,
            "year_from": found.year_from,
            "damage": damage_note(raw),
        },
        "segments": [
            [piece.text, [row.raw_start for row in piece.rows]] for piece in cut_segments(raw, rows, whole=True)
        ],
        "marks": marks,
        "tables": {
            table: {
                "total": len(records[table]),
                "rows": [[row[column] for column in shown] for row in records[table][:MOST_SHOWN_ROWS]],
                "csv": table_as_csv(found, table),
            }
            for table, shown in SHOWN_COLUMNS.items()
        },
    }


def _marks(found: FoundInText, records: dict[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """Yield the places of the raw text that are marked, with what is said of each."""
    for layer, table in (("slogan", "slogans"), ("", "statements"), ("metaphor", "metaphors")):
        for row in records[table]:
            span = {"start": row["start"], "end": row["end"], "quote": row["quote"]}
            yield {"layer": layer or row["status"], **span, "fields": row}
    terms = {term["token"]: term for term in records["terms"][:MOST_TERMS]}
    for start, end, token in found.places:
        yield {"layer": "term", "start": start, "end": end, "quote": token, "fields": terms[token]}


@functools.lru_cache(maxsize=1)
def _found(content: bytes, name: str, year: int | None) -> FoundInText:
    """Return what stands in the text that was read last without reading it again."""
    return find_in_document(document_of_bytes(content, name), year)


def answer_json(content: bytes, name: str = "your-text.txt", year: int | None = None) -> str:
    """Return `page_values` as JSON, or {"error": reason, "kind": of `REFUSAL_KINDS`}: what a browser asks for."""
    try:
        return json.dumps(page_values(content, name, year), ensure_ascii=False)
    except DocumentError as error:
        return json.dumps({"error": str(error), "kind": refusal_kind(str(error))}, ensure_ascii=False)


def comparison_json(
    content: bytes, name: str, year: int, reports: str, levels: Collection[str] = STANDING_LEVELS
) -> str:
    """Return where a text stands among the reports of a year, as JSON: `compare_with_reports`.

    Parameters
    ----------
    content, name
        As for `page_values`, which has read the text before.
    year
        The year of the reports, by which the text is read too.
    reports
        `ReportFigures` as JSON.
    levels
        Of `STANDING_LEVELS`.
    """
    found = _found(content, name, year)
    terms = found.tables["terms"]
    own = OwnFigures(
        found.characters_read,
        found.slogans,
        found.statements,
        counted_words(
            ((token, frequency) for _, token, frequency, *_ in terms),
            ((row[1], row[4]) for row in found.tables["stance"]),
        ),
        terms[0][3] if terms else 0,
    )
    return json.dumps(compare_with_reports(own, _figures(reports), year, tuple(levels)), ensure_ascii=False)


@functools.lru_cache(maxsize=1)
def _figures(reports: str) -> ReportFigures:
    figures: ReportFigures = json.loads(reports)
    return figures
