"""Registers: what the rules find in the texts, as files to be read in a diff, and which of their words have no English.

`golden_registers` are the files of `tests/golden`: a change of rules or texts shows there row by row.
"""

import csv
import io
from collections.abc import Iterator, Sequence

import pandas as pd

from ..annotation.adjudicated import adjudicated_closures, adjudicated_slogans, adjudicated_statements
from ..edition.skeleton import text_skeletons
from ..extraction.registers import (
    closure_register,
    refusal_register,
    slogan_register,
    statement_register,
    token_table,
)
from ..vocabulary.frequency import most_spread_terms, term_frequencies, term_spread
from ..vocabulary.glossary import Term, book_terms

_SHOWN = {"closures": ["doc_id", "start", "end", "quote", "announced", "closure", "form", "items"]}
_LEFT_OUT = ("note", "refused", "items")


def golden_registers(docs: pd.DataFrame) -> dict[str, str]:
    """Return each register of texts as CSV, a row a line.

    Left out are `note` and `refused` of slogans and statements, which are for readers and for the register of refusals,
    and `items` of slogans, which the register of closures has.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    """
    tables = {
        "slogans": slogan_register(docs),
        "targets": statement_register(docs),
        "closures": closure_register(docs),
        "refusals": refusal_register(docs),
    }
    return {name: _csv(table[_SHOWN.get(name, list(table))]) for name, table in tables.items()}


def _csv(table: pd.DataFrame) -> str:
    said = table.drop(columns=list(_LEFT_OUT) if "note" in table else [])
    said = said.drop(columns=["refused"] if "indicator" in said else [])
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(said.columns)
    writer.writerows([_cell(value) for value in row] for row in said.itertuples(index=False))
    return lines.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    if value is None or (isinstance(value, float) and pd.isna(value)) or value is pd.NA:
        return ""
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value).replace("\n", "⏎")


def unglossed_terms(docs: pd.DataFrame, doc_id: str) -> list[Term]:
    """Return rows of `data/terms.csv`, without gloss, for what a text says and the book has no English of.

    Its slogans, its heads, and words that the figures compare since it has joined.

    Parameters
    ----------
    docs
        As from `read_corpus`, with the text.
    doc_id
        Its id.
    """
    wanted = dict.fromkeys([*_said(docs[docs["doc_id"] == doc_id]), *_compared(docs)])
    named: dict[str, str] = {}
    for term, kind in wanted:
        if term not in book_terms():
            named.setdefault(term, kind)
    return [Term(term, kind, "", "", "") for term, kind in named.items()]


def _said(own: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield the slogans and heads of a text, with their kinds."""
    slogans = adjudicated_slogans(own)
    for quote in slogans["quote"]:
        yield quote.replace("\n", ""), "slogan"
    found = text_skeletons(own, slogans, adjudicated_closures(own), adjudicated_statements(own))
    for words in found.loc[found["part"] == "head", "words"]:
        yield words, "head"


def _compared(docs: pd.DataFrame) -> Sequence[tuple[str, str]]:
    counts = term_frequencies(token_table(docs))
    return [(term, "word") for term in most_spread_terms(term_spread(counts, len(docs)))]
