"""Slogan numerology as tables: mentions by type, by numeral, and the slogans that texts share. Needs pandas."""

import itertools
from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels

SLOGAN_TYPES = ("list", "compression", "formula", "ordinal", "round", "staged")


class TypeCount(NamedTuple):
    """How many slogan mentions of one type a text has."""

    doc_id: str
    label: str  # bilingual: Zibo 2023 淄博
    type: str  # one of SLOGAN_TYPES
    mentions: int


class NumeralCount(NamedTuple):
    """How often a numeral stands in slogans."""

    numeral: str  # 1, 2 … or "over 10"
    mentions: int  # a mention counts once for each of its digits
    texts: int  # in which it stands


def count_slogan_types(docs: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogan mentions of each text by type.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    slogans
        As from `slogan_register`.

    Returns
    -------
    DataFrame
        Columns of `TypeCount`, all types for all texts.
    """
    counts = slogans.groupby(["doc_id", "type"]).size()
    rows = [
        TypeCount(doc_id, label, type_, int(counts.get((doc_id, type_), 0)))
        for (doc_id, label), type_ in itertools.product(text_labels(docs).items(), SLOGAN_TYPES)
    ]
    return pd.DataFrame(rows, columns=list(TypeCount._fields))


def count_slogan_numerals(slogans: pd.DataFrame, largest: int = 10) -> pd.DataFrame:
    """Return how often each numeral stands in slogan mentions.

    A mention counts once for each of its digits: 三提三争 counts twice for 3, 1+1269 twice for 1.

    Parameters
    ----------
    slogans
        As from `slogan_register`.
    largest
        The last numeral with a row of its own; those above it have one together.

    Returns
    -------
    DataFrame
        Columns of `NumeralCount`, from 1 on.
    """
    digits = slogans[["doc_id", "digits"]].explode("digits").dropna()
    digits = digits[digits["digits"].map(lambda digit: isinstance(digit, int))]
    names = digits["digits"].map(lambda digit: str(digit) if digit <= largest else f"over {largest}")
    rows = []
    for numeral in [*map(str, range(1, largest + 1)), f"over {largest}"]:
        chosen = digits[names == numeral]
        rows.append(NumeralCount(numeral, len(chosen), chosen["doc_id"].nunique()))
    return pd.DataFrame(rows, columns=list(NumeralCount._fields))


def shared_slogans(docs: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that stand in two or more texts: columns `quote`, `scope`, `mentions`, `range`, `texts`."""
    grouped = slogans.groupby("quote", sort=False)
    table = grouped.agg(
        scope=("scope", "first"), mentions=("doc_id", "size"), range=("doc_id", "nunique")
    ).reset_index()
    table = table[table["range"] > 1].sort_values(["range", "mentions", "quote"], ascending=[False, False, True])
    return table.assign(texts=len(docs)).reset_index(drop=True)
