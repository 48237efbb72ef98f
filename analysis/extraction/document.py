"""What one document holds: its slogans with their members and its statements.

Both are found in the reading text, and quoted and placed in the raw text.
"""

import bisect
from typing import Any, NamedTuple, TypeVar

from ..closure import Closure, close_slogans, mentions_with_members
from ..language import planned_year
from ..runs import Column
from ..slogans import Attestation, Slogan, propose_slogans, slogan_mentions
from ..targets import Statement, find_statements, propose_statements
from ..texts import Document, Reading, make_reading, year_in_name
from ..texts.damage import damage_note

Row = TypeVar("Row", bound=Any)  # has a start, an end and a quote: a slogan, a statement, a goal


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
    damage: str  # what is lost beyond repair, where, and what can be done; "" if nothing


class Extract(NamedTuple):
    """The rows that one document adds to each table."""

    documents: list[File]
    slogans: list[Slogan]
    targets: list[Statement]


def read_slogans(
    text: str, doc_id: str = "", *, with_refused: bool = True, attested: Attestation | None = None
) -> tuple[list[Slogan], list[Closure]]:
    """Return the slogan candidates of a reading text with their members, and the closure of each accepted one.

    Offsets of both count the characters of the reading text. `attested` is as for `slogan_mentions`.
    """
    proposed = propose_slogans if with_refused else slogan_mentions
    candidates = proposed(text, doc_id, attested=attested)
    mentions = [row for row in candidates if not row.refused]
    closed = close_slogans(text, mentions)
    members = iter(mentions_with_members(mentions, closed))
    return [row if row.refused else next(members) for row in candidates], closed


def slogan_candidates(read: Reading, doc_id: str = "") -> list[Slogan]:
    """Return every candidate of the reading text with its members, quoted and placed in the raw text.

    Returns
    -------
    list of Slogan
        Accepted and refused candidates in the order of the raw text; `raw[start:end] == quote`. `items` holds what the
        document enumerates, in the words of the reading text, without the line ends that break them.
    """
    return place_rows(read_slogans(read.text, doc_id)[0], read)


def statement_candidates(read: Reading, doc_id: str = "", year: int | None = None) -> list[Statement]:
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
    return place_rows(propose_statements(read.text, doc_id, year), read)


def place_rows(rows: list[Row], read: Reading) -> list[Row]:
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


def plan_year_of(document: Document, year: int | None = None, read: Reading | None = None) -> tuple[int | None, str]:
    """Return the year that a document plans for and who says so (see `File.year_from`).

    Parameters
    ----------
    document
        A document as `read_document` returns it.
    year
        The year over what manifest, text and name say.
    read
        Its reading, in which a year stands whole (２０２４ 年) and in one way of writing; the raw text if not given.
    """
    for found, source in (
        (year, "option"),
        (document.year, "manifest"),
        (planned_year(read.text if read else document.raw), "text"),
        (year_in_name(document.path), "name"),
    ):
        if found is not None:
            return found, source
    return None, ""


def extract_document(document: Document, year: int | None = None) -> Extract:
    """Return the rows of a document.

    Parameters
    ----------
    document
        A document as `read_document` returns it.
    year
        The year that it plans for, over what manifest, text and name say.
    """
    read = make_reading(document.raw)
    planned, year_from = plan_year_of(document, year, read)
    mentions, _ = read_slogans(read.text, document.doc_id, with_refused=False)
    spans = [(mention.start, mention.end) for mention in mentions]
    found = place_rows(mentions, read)
    stated = place_rows(find_statements(read.text, document.doc_id, planned, spans), read)
    file = File(
        doc_id=document.doc_id,
        path=document.path,
        sha256=document.sha256,
        bytes=document.size,
        encoding=document.encoding,
        characters=len(document.raw),
        characters_read=len(read.text),
        plan_year=planned,
        year_from=year_from,
        slogans=len(found),
        targets=len(stated),
        damage=damage_note(document.raw),
    )
    return Extract([file], found, stated)


EXTRACT_TABLES = {
    "documents": [
        Column("doc_id", "text", from_text=True),
        Column("path", "text", from_text=True),
        Column("sha256", "text"),
        Column("bytes", "whole"),
        Column("encoding", "text"),
        Column("characters", "whole"),
        Column("characters_read", "whole"),
        Column("plan_year", "whole"),
        Column("year_from", "text"),
        Column("slogans", "whole"),
        Column("targets", "whole"),
    ],
    "slogans": [
        Column("doc_id", "text", from_text=True),
        Column("start", "whole"),
        Column("end", "whole"),
        Column("quote", "text", from_text=True),
        Column("type", "text"),
        Column("scope", "text"),
        Column("scope_why", "text"),
        Column("digits", "digits"),
        Column("announced", "whole"),
        Column("items", "words", from_text=True),
        Column("note", "text", from_text=True),
    ],
    "targets": [
        Column("doc_id", "text", from_text=True),
        Column("start", "whole"),
        Column("end", "whole"),
        Column("quote", "text", from_text=True),
        Column("indicator_text", "text", from_text=True),
        Column("indicator", "text"),
        Column("measure", "text"),
        Column("relation", "text"),
        Column("value", "number"),
        Column("unit", "text", from_text=True),
        Column("status", "text"),
        Column("period", "whole"),
        Column("direction", "text"),
        Column("span", "text"),
        Column("headline", "flag"),
        Column("modifier", "text", from_text=True),
    ],
}
"""The tables of a collection; their columns are fields of `File`, `Slogan` and `Statement`.

Only `damage` and `refused` are no columns.
"""
