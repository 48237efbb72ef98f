"""Means and shares with intervals clustered by place: whole places are drawn, with all their years.

Reports of one place repeat themselves from year to year, so that rows are no independent observations. The percentile
bootstrap over clusters (Cameron, Gelbach and Miller 2008; Efron and Tibshirani 1993, chapter 13) draws as many places
as there are, with replacement, and computes the figure anew from all rows of those drawn. The same rows give the same
interval.

Cameron, A. C., Gelbach, J. B., Miller, D. L. (2008). Bootstrap-based improvements for inference with clustered errors.
Review of Economics and Statistics 90(3), 414-427.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

DRAWS = 2000
"""So many times the places are drawn anew."""

INTERVAL = (2.5, 97.5)
"""Percentiles between which the interval lies."""

_SEED = 20260101


class Estimate(NamedTuple):
    """A figure with its interval, and how many rows and places it rests on."""

    value: float
    low: float
    high: float
    n: int
    places: int


def clustered_ratio(rows: pd.DataFrame, value: str, weight: str | None = None, *, place: str = "code") -> Estimate:
    """Return the sum of a column over the sum of another, with the interval over places.

    Parameters
    ----------
    rows
        A row an observation.
    value
        Column of the numerator: numbers, or booleans for a share.
    weight
        Column of the denominator; without it rows are counted, and the figure is a mean.
    place
        Column of the cluster: places, or years where what moves the figure strikes all places of a year.

    Raises
    ------
    ValueError
        If there is no row, one lacks its value, weight or place, or the denominator is nought.
    """
    sums = _sums(rows, value, weight, place)
    drawn = _draws(len(sums)) @ sums.to_numpy()
    return Estimate(_ratio(sums.to_numpy().sum(axis=0)), *_interval(_quotients(drawn)), len(rows), len(sums))


def clustered_difference(
    rows: pd.DataFrame, value: str, weight: str | None = None, *, of: str, place: str = "code"
) -> Estimate:
    """Return by how much the ratio of `clustered_ratio` is higher where a column is true than where it is false.

    A place may have rows of both kinds (own and cited slogans, years before and after): both are drawn together, so
    that the comparison is within places as far as they have both.

    Parameters
    ----------
    rows, value, weight, place
        As in `clustered_ratio`.
    of
        Column of booleans.

    Raises
    ------
    ValueError
        If one of the two has no row.
    """
    chosen = rows[of].astype(bool)
    first, second = (_sums(rows[part], value, weight, place) for part in (chosen, ~chosen))
    names = first.index.union(second.index)
    sums = np.hstack([part.reindex(names, fill_value=0.0).to_numpy() for part in (first, second)])
    drawn = _draws(len(names)) @ sums
    differences = _quotients(drawn[:, :2]) - _quotients(drawn[:, 2:])  # a draw without a place of one kind says nothing
    whole = sums.sum(axis=0)
    value_here = _ratio(whole[:2]) - _ratio(whole[2:])
    return Estimate(value_here, *_interval(differences), len(rows), len(names))


def clustered_group_difference(rows: pd.DataFrame, value: str, *, group: str, of: str, place: str = "code") -> Estimate:
    """Return by how much the mean of group means is higher among groups where a column is true than among the others.

    Each group counts once, however many rows it has.

    Parameters
    ----------
    rows, value, place
        As in `clustered_ratio`.
    group
        Column of the groups.
    of
        Column of booleans, the same in all rows of a group.

    Raises
    ------
    ValueError
        If there is no row, or no group of one of the two kinds.
    """
    parts = {name: (_sums(own, value, None, place), bool(own[of].iloc[0])) for name, own in rows.groupby(group)}
    if {kind for _, kind in parts.values()} != {True, False}:
        raise ValueError(f"groups with and without {of} are needed: nothing can be compared")
    names = sorted(set().union(*(sums.index for sums, _ in parts.values())))
    draws = np.vstack([np.ones(len(names), dtype=int), _draws(len(names))])  # the first row is the whole
    means: dict[bool, list[np.ndarray]] = {True: [], False: []}
    for sums, kind in parts.values():
        drawn = draws @ sums.reindex(names, fill_value=0.0).to_numpy()
        means[kind].append(_quotients(drawn))  # a draw without a place of a group says nothing
    differences = np.mean(means[True], axis=0) - np.mean(means[False], axis=0)
    return Estimate(float(differences[0]), *_interval(differences[1:]), len(rows), len(names))


def estimate_facts(name: str, found: Estimate, form: str = "{:.0%}") -> dict[str, str]:
    """Return an estimate as the prose prints it: `NAME`, `NAME-low`, `NAME-high`, `NAME-n` and `NAME-places`.

    Parameters
    ----------
    name
        Of the fact.
    found
        The estimate.
    form
        How value and interval are printed.
    """
    return {
        name: form.format(found.value),
        f"{name}-low": form.format(found.low),
        f"{name}-high": form.format(found.high),
        f"{name}-n": f"{found.n:,}",
        f"{name}-places": f"{found.places:,}",
    }


def _sums(rows: pd.DataFrame, value: str, weight: str | None, place: str) -> pd.DataFrame:
    """Return numerator and denominator of each place, by its name; a missing value is no nought and raises."""
    if rows.empty:
        raise ValueError(f"no row has a {value}: nothing can be estimated")
    counted = pd.DataFrame(
        {
            "of": rows[value].astype(float).to_numpy(),
            "over": rows[weight].astype(float).to_numpy() if weight else 1.0,
            "place": rows[place].to_numpy(),
        }
    )
    if lacking := counted.columns[counted.isna().any()].tolist():
        names = {"of": value, "over": weight, "place": place}
        raise ValueError(f"rows without {names[lacking[0]]}: leave them out, and say so, before anything is estimated")
    return counted.groupby("place", sort=True)[["of", "over"]].sum()


def _draws(places: int) -> np.ndarray:
    """Return how often each place is drawn in each draw: draws x places."""
    return np.random.default_rng(_SEED).multinomial(places, [1 / places] * places, size=DRAWS)


def _ratio(sums: np.ndarray) -> float:
    if not sums[1]:
        raise ValueError("the denominator is nought: nothing can be estimated")
    return float(sums[0] / sums[1])


def _quotients(drawn: np.ndarray) -> np.ndarray:
    """Return the ratio of each draw; not finite where no place with a denominator is drawn."""
    with np.errstate(divide="ignore", invalid="ignore"):
        quotients: np.ndarray = drawn[:, 0] / drawn[:, 1]
    return quotients


def _interval(values: np.ndarray) -> tuple[float, float]:
    low, high = np.percentile(values[np.isfinite(values)], INTERVAL)  # of draws that have a denominator
    return float(low), float(high)
