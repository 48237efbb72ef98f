"""What one document adds to the tables of a collection."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..rhetoric.unit_runs import find_parallel_units
from ..texts import Document, Reading, make_reading
from ..texts.damage import damage_note
from ..texts.documents import TEXT_KIND
from ..vocabulary import PER_WORDS, stop_words
from .columns import EXTRACT_TABLES
from .document import plan_year_of
from .findings import Findings, find_in_text

TEXT_FOLDER = "texts"
"""Folder beside the tables for texts that were taken out of Word, PDF and HTML files."""

_UNSAFE = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]|[. ]$')
_LONGEST_NAME = 180  # bytes of a part of a path; systems take 255


class File(NamedTuple):
    """What is known of a file that was read; a row of the document table, but for `damage`."""

    doc_id: str
    path: str  # as it was given, or found below what was given
    kind: str  # text, docx, pdf or html
    text: str  # where the text that was taken out of it is written, below the tables; "" if it is a text itself
    sha256: str  # of the file
    bytes: int
    encoding: str  # of the file; offsets are code points of the text
    characters: int  # code points of the raw text
    characters_read: int  # of the reading text: without front matter, page furniture and broken lines
    plan_year: int | None  # the year that the text plans for
    year_from: str  # who says so: option, manifest, text or name (of the file); "" if nobody
    slogans: int  # mentions
    statements: int
    note: str  # what of the file could not be read or is in doubt: pages without text layer, lines that break off
    damage: str  # what is lost beyond repair, where, and what can be done; "" if nothing


class Extract(NamedTuple):
    """The rows that one document adds to each table."""

    file: File
    raw: str  # the text that the rows point into, where it is to be written; "" if it is the file
    tables: dict[str, list[tuple[Any, ...]]]  # by name, in the order of `EXTRACT_TABLES`


def extract_document(document: Document, year: int | None = None) -> Extract:
    """Return the rows of a document.

    Parameters
    ----------
    document
        A document as `read_document` or `read_file` returns it.
    year
        The year that it plans for, over what manifest, text and name say.
    """
    read = make_reading(document.raw, printed=document.printed)
    planned, year_from = plan_year_of(document, year, read)
    # words are counted only: rjieba cuts them, which the page that reads a text in a browser has not
    from ..vocabulary.bulk import word_counts  # noqa: PLC0415

    found = find_in_text(read, document.doc_id, planned, with_tokens=False)
    is_text = document.kind == TEXT_KIND
    file = File(
        doc_id=document.doc_id,
        path=document.path,
        kind=document.kind,
        text="" if is_text else taken_text_name(document.doc_id),
        sha256=document.sha256,
        bytes=document.size,
        encoding=document.encoding,
        characters=len(document.raw),
        characters_read=len(read.text),
        plan_year=planned,
        year_from=year_from,
        slogans=len(found.slogans),
        statements=len(found.statements),
        note=document.note,
        damage=damage_note(document.raw),
    )
    tables = {"documents": [file[:-1]], **tables_of(found, read, word_counts(read.text))}
    return Extract(file, "" if is_text else document.raw, tables)


def taken_text_name(doc_id: str) -> str:
    """Return the place below the tables of a text that was taken out of a file, by the id of its document.

    An id that no system takes for a name, such as one of a manifest that leads out of the folder, gets one that is
    made of it and of its digest.
    """
    parts = [_UNSAFE.sub("_", part) for part in doc_id.split("/") if part not in ("", ".", "..")]
    short = [part.encode("utf-8")[:_LONGEST_NAME].decode("utf-8", "ignore") for part in parts]
    name = "/".join(short) or "text"
    if name != doc_id:
        name += f"-{hashlib.sha256(doc_id.encode('utf-8')).hexdigest()[:8]}"
    return f"{TEXT_FOLDER}/{name}.txt"


def tables_of(
    found: Findings, read: Reading, words: Mapping[str, int] | None = None
) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of a text for each table but the documents and what was not read.

    Parameters
    ----------
    found
        What the rules find in it.
    read
        Its reading.
    words
        How often each word stands in it, stop words too; counted from the tokens of `found` if not given.
    """
    if words is None:
        words = Counter(token.token for token in found.tokens)
    stance = sorted([*found.stances, *found.quotations], key=lambda row: (row.start, row.end))
    closed = {(row.start, row.end): row._asdict() for row in found.closures}
    return {
        "slogans": [_columns("slogans", closed[row.start, row.end] | row._asdict()) for row in found.slogans],
        "statements": [_columns("statements", row._asdict()) for row in found.statements],
        "metaphors": list(found.metaphors),
        "stance": list(stance),
        "parallelism": list(_parallelism(found.doc_id, read)),
        "terms": list(_terms(found.doc_id, words)),
        "refusals": list(_refusals(found)),
    }


def _columns(table: str, fields: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(fields[column.name] for column in EXTRACT_TABLES[table])


def _parallelism(doc_id: str, read: Reading) -> Iterator[tuple[Any, ...]]:
    for run in find_parallel_units(read.text):
        start, end = read.raw_span(run.start, run.end)
        yield doc_id, start, end, read.raw[start:end], run.shared, run.unit, run.units, run.device


def _terms(doc_id: str, words: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    """Yield the words of a text by falling frequency, then by code point, as `term_frequencies` orders them."""
    total, left_out = sum(words.values()), stop_words()
    for token, count in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        if token not in left_out:
            yield doc_id, token, count, total, count / total * PER_WORDS


def _refusals(found: Findings) -> Iterator[tuple[Any, ...]]:
    for layer, rows in (("slogans", found.slogan_candidates), ("targets", found.statement_candidates)):
        for row in rows:
            if row.refused:
                yield layer, found.doc_id, row.start, row.end, row.quote, row.refused
