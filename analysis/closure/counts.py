"""Counts of closure verdicts: how many slogans of each text close, partly or wholly. Needs pandas."""

import itertools
from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels
from .closing import VERDICTS


class VerdictCount(NamedTuple):
    """How many slogans of a text have one verdict of digit closure."""

    doc_id: str
    label: str  # bilingual: Zibo 2023 淄博
    verdict: str  # one of VERDICTS
    slogans: int  # different ones, which announce two or more items


def count_verdicts(docs: pd.DataFrame, closures: pd.DataFrame) -> pd.DataFrame:
    """Return the different slogans of each text that announce two or more items, by verdict.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    closures
        As from `closure_register`.

    Returns
    -------
    DataFrame
        Columns of `VerdictCount`, all verdicts for all texts; a slogan counts once in a text, however often it is said,
        in full or in short.
    """
    announcing = announcing_slogans(closures)
    counts = announcing.groupby(["doc_id", "verdict"]).size()
    rows = [
        VerdictCount(doc_id, label, verdict, int(counts.get((doc_id, verdict), 0)))
        for (doc_id, label), verdict in itertools.product(text_labels(docs).items(), VERDICTS)
    ]
    return pd.DataFrame(rows, columns=list(VerdictCount._fields))


def announcing_slogans(closures: pd.DataFrame) -> pd.DataFrame:
    """Return the different slogans of each text that announce two or more items, at their first mention.

    A short form (三大产业) is not counted beside the name that it shortens (三大主导产业).
    """
    announcing = closures[closures["announced"].fillna(0) >= 2]
    return announcing.drop_duplicates(["doc_id", "programme"]).reset_index(drop=True)


def owned_slogans(docs: pd.DataFrame, closures: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Return the different slogans of each text that announce two or more items, with whose they are.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    closures, found
        As from `closure_register` and `slogan_register`, or adjudicated.

    Returns
    -------
    DataFrame
        The rows of `announcing_slogans` and `label` and `genre` of the text, `scope` of the slogan in it, and `owner`
        (own, above).
    """
    scopes = found[["doc_id", "start", "scope"]].drop_duplicates(["doc_id", "start"])
    texts = docs[["doc_id", "label", "genre"]]
    rows = announcing_slogans(closures).merge(scopes, on=["doc_id", "start"]).merge(texts, on="doc_id")
    rows["label"] = rows["doc_id"].map(text_labels(docs))
    return rows.assign(owner=rows["scope"].map(lambda scope: "own" if scope == "local" else "above"))
