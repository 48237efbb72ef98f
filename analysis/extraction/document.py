"""What one document holds: its slogans with their members and its statements.

Both are found in the reading text, and quoted and placed in the raw text.
"""

import bisect
from typing import Any, TypeVar

from ..closure import Closure, close_slogans, mentions_with_members
from ..language import planned_year
from ..slogans import Attestation, Slogan, propose_slogans, slogan_mentions
from ..targets import Statement, propose_statements
from ..texts import Document, Reading, year_in_name

PlacedRow = TypeVar("PlacedRow", bound=Any)  # has a start, an end and a quote: a slogan, a statement, a goal


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


def place_rows(rows: list[PlacedRow], read: Reading) -> list[PlacedRow]:
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
    """Return the year that a document plans for and who says so (see `File.year_from` of `extraction.extracts`).

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
