"""How sure scores on annotated documents are: intervals by drawing the documents again.

Mentions of one document share its author and its habits, so that documents and not mentions are drawn, with
replacement, and the scores of each draw computed anew (percentile bootstrap, Efron and Tibshirani 1993, chapter 13).

References
----------
Efron, B. and Tibshirani, R. J. (1993). An Introduction to the Bootstrap. New York: Chapman & Hall.
"""

from typing import Any

import numpy as np
import pandas as pd

from .agreement import MATCHED, SPURIOUS, align_mentions, annotated_attributes, same_attribute
from .gold import Annotations

_DRAWS = 2000
_SEED = 20_261_128
_MIDDLE = (2.5, 97.5)  # percentiles: of twenty intervals nineteen hold the true score
_FEWEST = 2  # documents: one alone says nothing of others


def agreement_intervals(gold: Annotations, found: Annotations) -> pd.DataFrame:
    """Return a 95% interval of each score, by drawing the annotated documents again.

    Parameters
    ----------
    gold, found
        As in `align_mentions`.

    Returns
    -------
    DataFrame
        A row a layer and measure, as in `agreement_scores`: `layer`, `measure`, `low` and `high` (shares of 1), both
        NaN where fewer than two documents are annotated. The same documents give the same intervals.
    """
    documents = sorted(gold.windows)
    draws = np.random.default_rng(_SEED).integers(len(documents), size=(_DRAWS, len(documents)))
    rows: list[dict[str, Any]] = []
    for layer, attributes in annotated_attributes(gold).items():
        counted = _counts(align_mentions(gold, found, layer), documents, attributes)
        for measure, (part, whole) in counted.items():
            low = high = float("nan")
            if len(documents) >= _FEWEST:
                parts, wholes = part[draws].sum(axis=1), whole[draws].sum(axis=1)
                low, high = np.percentile(parts / np.maximum(wholes, 1), _MIDDLE)
            rows.append({"layer": layer, "measure": measure, "low": low, "high": high})
    return pd.DataFrame(rows, columns=["layer", "measure", "low", "high"])


def _counts(aligned: pd.DataFrame, documents: list[str], attributes: list[str]) -> dict[str, tuple[Any, Any]]:
    """Return of each measure, by document, what it is a share of, as numerators and denominators."""
    matched = aligned[aligned["outcome"] == MATCHED]

    def count(rows: pd.DataFrame) -> Any:  # rows of each document
        return rows["doc_id"].value_counts().reindex(documents, fill_value=0).to_numpy(dtype=float)

    pairs = count(matched)
    annotated = count(aligned[aligned["outcome"] != SPURIOUS])
    extracted = pairs + count(aligned[aligned["outcome"] == SPURIOUS])
    exact = matched[(matched["start_gold"] == matched["start_found"]) & (matched["end_gold"] == matched["end_found"])]
    agreed = {
        name: matched[[same_attribute(row[f"{name}_gold"], row[f"{name}_found"]) for row in matched.to_dict("records")]]
        for name in attributes
    }
    return {
        "f1": (2 * pairs, annotated + extracted),  # 2 P R / (P + R) = 2 M / (G + N)
        "precision": (pairs, extracted),
        "recall": (pairs, annotated),
        "exact_span": (count(exact), pairs),
        **{name: (count(rows), pairs) for name, rows in agreed.items()},
    }
