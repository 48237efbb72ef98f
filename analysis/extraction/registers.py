"""Registers: the slogans, statements and refused candidates of many documents as tables."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from ..closure import Closure, close_slogans, verdict_label
from ..slogans import Slogan, slogan_mentions
from ..targets import Statement
from ..texts import Reading
from .document import slogan_candidates, statement_candidates

_WHOLE = {"start": "int64", "end": "int64", "announced": "Int64", "period": "Int64"}  # Int64 has nulls
_TYPES = {**_WHOLE, "value": "float64", "headline": "bool"}


class Refusal(NamedTuple):
    """A candidate of either layer that was turned down; a row of the table of refusals."""

    layer: str  # slogans or targets
    doc_id: str
    start: int  # code points; raw[start:end] == quote
    end: int  # exclusive
    quote: str
    refused: str  # why it is no slogan, or no statement


def slogan_register(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the numeric slogans of the documents.

    Parameters
    ----------
    docs
        One row a document with `doc_id` and `reading`, as `read_corpus` returns it.

    Returns
    -------
    DataFrame
        A row a mention, in order of the documents and of the raw text, with the columns of `Slogan`, also if
        there is none; `raw[start:end] == quote`.
    """
    rows = (row for doc_id, read, _ in _texts(docs) for row in slogan_candidates(read, doc_id))
    return _table((row for row in rows if not row.refused), Slogan._fields)


def statement_register(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the quantified statements of the documents.

    Parameters
    ----------
    docs
        One row a document with `doc_id`, `reading` and `plan_year` (missing: taken from the text).

    Returns
    -------
    DataFrame
        A row an indicator and value, in order of the documents and of the raw text, with the columns of
        `Statement`, also if there is none; `raw[start:end] == quote`.
    """
    rows = (row for doc_id, read, year in _texts(docs) for row in statement_candidates(read, doc_id, year))
    return _table((row for row in rows if not row.refused), Statement._fields)


def refusal_register(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the refused candidates of both layers with the reason for each.

    Parameters
    ----------
    docs
        As for `statement_register`.

    Returns
    -------
    DataFrame
        A row a candidate, slogans before statements within each document, with the columns of `Refusal`.
    """
    return _table(_refused(docs), Refusal._fields)


def closure_register(docs: pd.DataFrame) -> pd.DataFrame:
    """Return for every slogan mention what it announces and what the document enumerates of it.

    Parameters
    ----------
    docs
        As for `slogan_register`.

    Returns
    -------
    DataFrame
        A row a mention, in order of the documents and of the raw text: `doc_id` and the columns of `Closure`,
        `start`, `end` and `spans` as code points into the raw text, and `closure` (the verdict as printed).
    """
    rows = []
    for doc_id, read, _ in _texts(docs):
        mentions = slogan_mentions(read.text)
        for found in close_slogans(read.text, mentions):
            start, end = read.raw_span(found.start, found.end)
            spans = tuple(read.raw_span(*span) for span in found.spans)
            placed = found._replace(start=start, end=end, quote=read.raw[start:end], spans=spans)
            rows.append((doc_id, *placed, verdict_label(found)))
    return _table(rows, ("doc_id", *Closure._fields, "closure"))


def _refused(docs: pd.DataFrame) -> Iterator[Refusal]:
    for doc_id, read, year in _texts(docs):
        layers: dict[str, list[Slogan] | list[Statement]] = {
            "slogans": slogan_candidates(read, doc_id),
            "targets": statement_candidates(read, doc_id, year),
        }
        for layer, rows in layers.items():
            yield from (
                Refusal(layer, doc_id, row.start, row.end, row.quote, row.refused) for row in rows if row.refused
            )


def _texts(docs: pd.DataFrame) -> Iterator[tuple[str, Reading, int | None]]:
    for doc_id, read, year in zip(docs["doc_id"], docs["reading"], docs["plan_year"], strict=True):
        yield doc_id, read, None if pd.isna(year) else int(year)


def _table(rows: Iterable[tuple[object, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Return rows as a table in which a missing year or number is a null, whatever other rows hold."""
    table = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return table.astype({name: kind for name, kind in _TYPES.items() if name in columns})
