"""Target distributions: the statements of the texts by status, and the headline growth targets side by side."""

import itertools
from typing import NamedTuple

import pandas as pd

from ..language import load_lexicon
from ..texts.corpus import text_labels
from .direction import RISES, YEAR
from .indicators import OTHER_INDICATOR

STATUSES = ("target", "achieved", "ongoing")


class StatusCount(NamedTuple):
    """How many statements of one status a text has."""

    doc_id: str
    label: str
    status: str
    statements: int


class GrowthTarget(NamedTuple):
    """A headline growth target, or a text that states none."""

    doc_id: str
    label: str
    indicator: str
    indicator_en: str
    indicator_zh: str
    relation: str
    value: float | None  # per cent; None where the text states no headline growth target
    start: int | None
    end: int | None


def count_statuses(docs: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return how many statements of each status every text has, also if none: columns of `StatusCount`.

    Parameters
    ----------
    docs, statements
        The corpus and its statements, as from `read_corpus` and `statement_register`.
    """
    counts = statements.groupby(["doc_id", "status"]).size()
    rows = [
        StatusCount(doc_id, label, status, int(counts.get((doc_id, status), 0)))
        for (doc_id, label), status in itertools.product(text_labels(docs).items(), STATUSES)
    ]
    return pd.DataFrame(rows, columns=list(StatusCount._fields))


def headline_growth_targets(docs: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return the headline growth targets of each text: columns of `GrowthTarget`, by text and falling value.

    They are the rates of growth of a year in the list of main expected targets; targets that fall (energy per unit of
    output) are none. A text without any has one row with an empty
    indicator and no value.

    Parameters
    ----------
    docs, statements
        The corpus and its statements, as from `read_corpus` and `statement_register`.
    """
    names = load_lexicon("indicators")
    chosen = statements[
        statements["headline"].astype(bool)
        & (statements["measure"] == "growth")
        & (statements["status"] == "target")
        & (statements["unit"] == "%")
        & (statements["direction"] == RISES)
        & (statements["span"] == YEAR)
    ]
    rows: list[GrowthTarget] = []
    for doc_id, label in text_labels(docs).items():
        own = chosen[chosen["doc_id"] == doc_id].sort_values(["value", "start"], ascending=[False, True])
        for row in own.to_dict("records"):
            entry = names.get(row["indicator"], {"en": OTHER_INDICATOR, "zh": row["indicator_text"]})
            rows.append(
                GrowthTarget(
                    doc_id,
                    label,
                    row["indicator"],
                    entry["en"],
                    entry["zh"],
                    row["relation"],
                    float(row["value"]),
                    int(row["start"]),
                    int(row["end"]),
                )
            )
        if own.empty:
            rows.append(GrowthTarget(doc_id, label, "", "", "", "", None, None, None))
    return pd.DataFrame(rows, columns=list(GrowthTarget._fields)).astype({"start": "Int64", "end": "Int64"})
