"""A text with everything the rules find in it, as plain values: what the page for a reader's own text shows.

The rows are those that the command line writes. Nothing here needs tables, so that it runs in a browser too.
"""

import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..closure import Closure, verdict_label
from ..extraction import EXTRACT_TABLES, find_in_text, plan_year_of
from ..rhetoric import RhetoricHit, expression_glosses
from ..runs import Column
from ..runs.tablefiles import JoinedCsvFile
from ..slogans import Slogan
from ..targets import Statement
from ..texts import Document, DocumentError, Source, decode_text, make_reading
from ..texts.damage import damage_note
from ..vocabulary import PER_WORDS, stop_words
from .segments import MarkedRow, cut_segments

MOST_BYTES = 2_000_000
"""Size of the longest text that a page reads; the command line has no such bound."""

MOST_TERMS = 20
"""How many of the most frequent words are marked, those that stand in the text once aside."""

MOST_ROWS = 200
"""How many rows of each table a page shows; its file has them all."""
FOUND_TABLES = {
    "slogans": EXTRACT_TABLES["slogans"],
    "statements": EXTRACT_TABLES["statements"],
    "metaphors": [
        Column("doc_id", "text", from_text=True),
        Column("start", "whole"),
        Column("end", "whole"),
        Column("quote", "text", from_text=True),
        Column("word", "text", from_text=True),
        Column("domain", "text"),
    ],
    "terms": [
        Column("token", "text", from_text=True),
        Column("frequency", "whole"),
        Column("words", "whole"),
        Column("per_10k", "number"),
    ],
}
"""The tables of a text as files; slogans, statements and metaphors are those of the command line."""

SHOWN_COLUMNS = {
    "slogans": ("start", "quote", "type", "scope", "digits", "announced", "closure", "items"),
    "statements": (
        *("start", "quote", "indicator", "measure", "relation", "value", "unit"),
        *("status", "period", "direction", "span", "headline"),
    ),
    "metaphors": ("start", "quote", "domain", "gloss"),
    "terms": ("token", "frequency", "per_10k"),
}
"""The columns of each table that a page shows."""


class TermCount(NamedTuple):
    """How often a word stands in the text."""

    token: str
    frequency: int
    words: int  # words of the text, stop words included
    per_10k: float  # frequency per 10,000 words


class FoundInText(NamedTuple):
    """What the rules find in one text."""

    document: Document
    plan_year: int | None
    year_from: str  # who says so, see extraction.File
    slogans: list[Slogan]
    targets: list[Statement]
    metaphors: list[RhetoricHit]
    terms: list[TermCount]  # by falling frequency, then by code point; without stop words
    closures: list[str]  # of the slogans: closes, partial 5/11 or not enumerated here
    lists: list[Closure]  # of the slogans: what the text lists of each
    places: list[tuple[int, int, str]]  # of the most frequent words: start, end in the raw text, and the word


def document_of_bytes(content: bytes, name: str = "your-text.txt") -> Document:
    """Return the bytes of a text file as a document, as `read_document` does with a file of that name.

    Raises
    ------
    DocumentError
        If they are no text, or too long for a page.
    """
    if len(content) > MOST_BYTES:
        raise DocumentError(
            f"{len(content):,} bytes, and this page reads {MOST_BYTES:,} at most; use the command line, or a part"
        )
    raw, encoding = decode_text(content)
    source = Source(Path(name).stem, name, None)
    return Document(*source, raw, encoding, len(content), hashlib.sha256(content).hexdigest())


def find_in_document(given: Document, year: int | None = None) -> FoundInText:
    """Return what the rules find in a document.

    Parameters
    ----------
    given
        As from `document_of_bytes` or `read_document`.
    year
        The year that it plans for, over what text and name say.
    """
    read = make_reading(given.raw)
    planned, year_from = plan_year_of(given, year, read)
    found = find_in_text(read, given.doc_id, planned)
    closed = {(row.start, row.end): row for row in found.closures}
    lists = [closed[row.start, row.end] for row in found.slogans]
    terms = _terms([token.token for token in found.tokens])
    leading = {term.token for term in terms[:MOST_TERMS] if term.frequency > 1}
    return FoundInText(
        given,
        planned,
        year_from,
        found.slogans,
        found.statements,
        list(found.metaphors),
        terms,
        list(map(verdict_label, lists)),
        lists,
        [(token.start, token.end, token.token) for token in found.tokens if token.token in leading],
    )


def _terms(words: Sequence[str]) -> list[TermCount]:
    counts = Counter(words)
    kept = [(token, count) for token, count in counts.items() if token not in stop_words()]
    ordered = sorted(kept, key=lambda item: (-item[1], item[0]))
    return [TermCount(token, count, len(words), count / len(words) * PER_WORDS) for token, count in ordered]


def table_as_csv(found: FoundInText, table: str) -> str:
    """Return a table of `FOUND_TABLES` as the text of a CSV file; no field of it is a formula for a spreadsheet."""
    content = io.BytesIO()
    written = JoinedCsvFile(content, FOUND_TABLES[table])
    names = [column.name for column in FOUND_TABLES[table]]
    written.add(tuple(row[name] for name in names) for row in _records(found)[table])
    written.close()
    return content.getvalue().decode("utf-8")


def _records(found: FoundInText) -> dict[str, list[dict[str, Any]]]:
    """Return all rows as {column: value}, with the columns that only the page shows."""
    glosses = expression_glosses()
    closed = zip(found.slogans, found.lists, found.closures, strict=True)
    return {
        "slogans": [{**own._asdict(), **row._asdict(), "closure": verdict} for row, own, verdict in closed],
        "statements": [row._asdict() for row in found.targets],
        "metaphors": [{**row._asdict(), "gloss": glosses.get(row.word, "")} for row in found.metaphors],
        "terms": [row._asdict() for row in found.terms],
    }


def page_values(content: bytes, name: str = "your-text.txt", year: int | None = None) -> dict[str, Any]:
    """Return what a page shows of a text, as values that JSON has.

    Parameters
    ----------
    content
        The bytes of a text file.
    name
        Its name.
    year
        The year that it plans for; taken from text or name if not given.

    Returns
    -------
    dict
        `document` (characters, encoding, plan_year, year_from, damage), `segments` ([text, [indices of the marks over
        it]]; together they are the text), `marks` ({layer, start, quote, fields}) and `tables`, each with `total`,
        `rows` (the first `MOST_ROWS`, values in the order of `SHOWN_COLUMNS`) and `csv`.

    Raises
    ------
    DocumentError
        If the bytes are no text, or too long.
    """
    found = find_in_document(document_of_bytes(content, name), year)
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
                "rows": [[row[column] for column in shown] for row in records[table][:MOST_ROWS]],
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


def answer_json(content: bytes, name: str = "your-text.txt", year: int | None = None) -> str:
    """Return `page_values` as JSON, or {"error": reason} for what is no text: what a browser asks for."""
    try:
        return json.dumps(page_values(content, name, year), ensure_ascii=False)
    except DocumentError as error:
        return json.dumps({"error": str(error)}, ensure_ascii=False)
