"""What one document holds: its slogans with their members and its statements.

Both are found in the reading text, and quoted and placed in the raw text.
"""

import bisect
from typing import NamedTuple, TypeVar

from analysis import closure, reading, slogans, targets, years
from analysis.documents import Document, file_year
from analysis.reading import Reading
from analysis.slogans import Slogan
from analysis.targets import Statement

Row = TypeVar("Row", Slogan, Statement)


class File(NamedTuple):
    """What is known of a file that was read; a row of the document table."""

    doc_id: str
    path: str  # as it was given, or found below what was given
    sha256: str  # of the file
    bytes: int
    encoding: str  # utf-8 or gb18030; offsets are code points of the text so decoded
    characters: int  # code points of the raw text
    characters_read: int  # of the reading text: without front matter, page furniture and broken lines
    plan_year: int | None  # the year that the text plans for
    year_from: str  # who says so: option, manifest, text or name (of the file); "" if nobody
    slogans: int  # mentions
    targets: int  # statements


class Extract(NamedTuple):
    """The rows that one document adds to each table."""

    documents: list[File]
    slogans: list[Slogan]
    targets: list[Statement]


def slogan_candidates(read: Reading, doc_id: str = "") -> list[Slogan]:
    """Return every candidate of the reading text with its members, quoted and placed in the raw text.

    Returns
    -------
    list of Slogan
        Accepted and refused candidates in the order of the raw text; `raw[start:end] == quote`. `items` holds what the
        document enumerates, in the words of the reading text, without the line ends that break them.
    """
    return placed(_with_items(read.text, slogans.candidates(read.text, doc_id)), read)


def _with_items(text: str, candidates: list[Slogan]) -> list[Slogan]:
    mentions = [candidate for candidate in candidates if not candidate.refused]
    with_items = iter(closure.with_items(mentions, closure.close(text, mentions)))
    return [row if row.refused else next(with_items) for row in candidates]


def target_candidates(read: Reading, doc_id: str = "", year: int | None = None) -> list[Statement]:
    """Return every number expression and headline target of the reading text, quoted and placed in the raw text.

    Parameters
    ----------
    read
        The reading of a text.
    doc_id
        Copied into every row.
    year
        The year that the text plans for; taken from the text if not given.
    """
    return placed(targets.candidates(read.text, doc_id, year), read)


def placed(rows: list[Row], read: Reading) -> list[Row]:
    """Return rows of the reading text with quote and place in the raw text, in the order of the raw text."""
    starts = [piece.text_start for piece in read.pieces]
    rows_placed = []
    for row in rows:
        piece = read.pieces[max(0, bisect.bisect_right(starts, row.start) - 1)]
        shift = piece.start - piece.text_start
        start, end = row.start + shift, row.end + shift
        if not piece.start <= start < end <= piece.end:  # over a cut
            start, end = read.raw_span(row.start, row.end)
        rows_placed.append(row._replace(start=start, end=end, quote=read.raw[start:end]))
    return sorted(rows_placed, key=lambda row: (row.start, row.end))


def plan_year(document: Document, year: int | None = None) -> tuple[int | None, str]:
    """Return the year that a document plans for and who says so (see `File.year_from`)."""
    for found, source in (
        (year, "option"),
        (document.year, "manifest"),
        (years.planned(document.raw), "text"),
        (file_year(document.path), "name"),
    ):
        if found is not None:
            return found, source
    return None, ""


def extract(document: Document, year: int | None = None) -> Extract:
    """Return the rows of a document.

    Parameters
    ----------
    document
        A document as `documents.read` returns it.
    year
        The year that it plans for, over what manifest, text and name say.
    """
    read = reading.read(document.raw)
    planned, year_from = plan_year(document, year)
    mentions = slogans.mentions(read.text, document.doc_id)
    spans = [(mention.start, mention.end) for mention in mentions]
    found = placed(_with_items(read.text, mentions), read)
    stated = placed(targets.statements(read.text, document.doc_id, planned, spans), read)
    file = File(
        document.doc_id,
        document.path,
        document.sha256,
        document.size,
        document.encoding,
        len(document.raw),
        len(read.text),
        planned,
        year_from,
        len(found),
        len(stated),
    )
    return Extract([file], found, stated)
