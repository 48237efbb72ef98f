"""Registers: the slogans, statements and refused candidates of many documents as tables."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from ..closure import Closure, verdict_label
from ..rhetoric import RhetoricHit
from ..slogans import Slogan
from ..targets import Statement
from ..vocabulary import Token
from .findings import find_in_corpus

_WHOLE = {"start": "int64", "end": "int64", "announced": "Int64", "period": "Int64", "repeats": "Int64"}  # has nulls
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
    return table_of_rows((row for found in find_in_corpus(docs) for row in found.slogans), Slogan._fields)


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
    return table_of_rows((row for found in find_in_corpus(docs) for row in found.statements), Statement._fields)


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
    return table_of_rows(_refused(docs), Refusal._fields)


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
    rows = ((found.doc_id, *row, verdict_label(row)) for found in find_in_corpus(docs) for row in found.closures)
    return table_of_rows(rows, ("doc_id", *Closure._fields, "closure"))


def metaphor_register(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the metaphors of the documents: columns of `RhetoricHit`, in order of the documents and of the text.

    Parameters
    ----------
    docs
        As for `slogan_register`.
    """
    return table_of_rows((row for found in find_in_corpus(docs) for row in found.metaphors), RhetoricHit._fields)


def stance_register(docs: pd.DataFrame) -> pd.DataFrame:
    """Return words of stance and short quotations of the documents: columns of `RhetoricHit`, in text order.

    Parameters
    ----------
    docs
        As for `slogan_register`.
    """
    rows = (
        row
        for found in find_in_corpus(docs)
        for row in sorted([*found.stances, *found.quotations], key=lambda row: (row.start, row.end))
    )
    return table_of_rows(rows, RhetoricHit._fields)


def token_table(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the words of the documents in reading order.

    Parameters
    ----------
    docs
        As for `slogan_register`.

    Returns
    -------
    DataFrame
        Columns of `Token`; marks and bare numbers are left out, stop words are kept.
    """
    return pd.DataFrame([row for found in find_in_corpus(docs) for row in found.tokens], columns=list(Token._fields))


def tokens_without_order(tokens: pd.DataFrame, docs: pd.DataFrame) -> pd.DataFrame:
    """Return the words as they may be published: those of a newspaper sorted, since in order they are its text.

    Parameters
    ----------
    tokens
        As from `token_table`.
    docs
        As from `read_corpus`.

    Returns
    -------
    DataFrame
        The same columns, texts in the order of `docs`, but first those whose words have places. Words of a text whose
        `rights` are with the press stand by code point, and have no `start`, `end`, `sentence`, `clause` (Int64) and
        `joined` (boolean), which would be of words that no longer stand behind them; each word is there as often as
        before.
    """
    types = dict.fromkeys(("start", "end", "sentence", "clause"), "Int64") | {"joined": "boolean"}
    press = docs.loc[docs["rights"] == "press", "doc_id"]
    parts = []
    for doc_id in [*docs.loc[docs["rights"] != "press", "doc_id"], *press]:
        own = tokens[tokens["doc_id"] == doc_id].astype(types)
        if doc_id in set(press):
            own = own.sort_values("token", kind="stable").assign(**dict.fromkeys(types, pd.NA))
        parts.append(own.astype(types))
    published: pd.DataFrame = pd.concat(parts, ignore_index=True)
    return published


def _refused(docs: pd.DataFrame) -> Iterator[Refusal]:
    for found in find_in_corpus(docs):
        layers: dict[str, tuple[Slogan | Statement, ...]] = {
            "slogans": found.slogan_candidates,
            "targets": found.statement_candidates,
        }
        for layer, rows in layers.items():
            yield from (
                Refusal(layer, found.doc_id, row.start, row.end, row.quote, row.refused) for row in rows if row.refused
            )


def table_of_rows(rows: Iterable[tuple[object, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Return rows as a table in which a missing year or number is a null, whatever other rows hold.

    Parameters
    ----------
    rows
        Rows of a register.
    columns
        Their columns; numbers, years and flags are known by name.
    """
    table = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return table.astype({name: kind for name, kind in _TYPES.items() if name in columns})
