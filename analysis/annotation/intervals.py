"""How sure scores are: intervals by drawing documents, or rows that annotators judged, again; agreement beyond chance.

Mentions of one document share its author and its habits, so that documents and not mentions are drawn, with
replacement, and the scores of each draw computed anew (percentile bootstrap, Efron and Tibshirani 1993, chapter 13).

References
----------
Efron, B. and Tibshirani, R. J. (1993). An Introduction to the Bootstrap. New York: Chapman & Hall.
Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of Pennsylvania.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
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


def krippendorffs_alpha(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Return Krippendorff's alpha of two annotators for categories without order.

    alpha = 1 - D_o / D_e, where D_o is the share of rows answered differently, and D_e that of pairs of different
    answers among all answers of both.

    Parameters
    ----------
    first, second
        Shape (rows,): the answers of each to the same rows.

    Returns
    -------
    float or None
        None where all answers are the same, or there is none.

    Examples
    --------
    >>> round(krippendorffs_alpha("0100000010", "1110010000"), 3)
    0.095
    """
    differing = sum(one != other for one, other in zip(first, second, strict=True))
    total = 2 * len(first)
    unequal = total * total - sum(count * count for count in Counter([*first, *second]).values())
    # D_o = differing / (total / 2), D_e = unequal / (total (total - 1))
    return None if not unequal else 1 - 2 * differing * (total - 1) / unequal


Bounds = tuple[float | None, float | None]


def answer_intervals(first: Sequence[Hashable], second: Sequence[Hashable]) -> tuple[Bounds, Bounds]:
    """Return 95% intervals of raw agreement and of Cohen's kappa of two annotators, by drawing the rows again.

    Parameters
    ----------
    first, second
        Shape (rows,): the answers of each to the same rows, one at least.

    Returns
    -------
    tuple
        Low and high of both; of kappa None where it has no value in any draw. The same answers give the same intervals.
    """
    n = len(first)
    number = {answer: code for code, answer in enumerate(dict.fromkeys([*first, *second]))}
    codes = np.array([[number[answer] for answer in answers] for answers in (first, second)])
    draws = np.random.default_rng(_SEED).integers(n, size=(_DRAWS, n))
    one, other = codes[0][draws], codes[1][draws]
    shares, kappas = (one == other).mean(axis=1), _kappas(one, other)
    told = kappas[~np.isnan(kappas)]
    low, high = np.percentile(shares, _MIDDLE)
    of_kappa = np.percentile(told, _MIDDLE) if len(told) else (None, None)
    return (float(low), float(high)), (of_kappa[0], of_kappa[1])


def _kappas(first: "np.ndarray[Any, Any]", second: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """Return kappa of each draw, shape (draws, rows); NaN where chance alone gives full agreement."""
    observed = (first == second).mean(axis=1)
    chance = sum((first == code).mean(axis=1) * (second == code).mean(axis=1) for code in np.unique([first, second]))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(np.isclose(chance, 1), np.nan, (observed - chance) / (1 - chance)))
