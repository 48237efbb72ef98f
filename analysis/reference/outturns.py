"""Promised and delivered: growth targets beside the results that the next year's reports state.

A place's target of a year is met if the growth that its report of the following year gives for that year is no lower. A
fall counts as negative growth, its words beside it; growth of a quarter or of five years is no result of a year.
`compared_with_published` sets the main figures beside those of Li, Liu, Weng and Zhou (2019).

References
----------
Li, X., Liu, C., Weng, X. and Zhou, L.-A. (2019). Target setting in tournaments: theory and evidence from China. The
Economic Journal 129, 2888-2915.
"""

import pandas as pd

from .. import paths
from ..runs.files import read_rows_by
from ..targets.direction import FALLS, NO_CHANGE
from ..targets.headline import is_growth_rate
from .ladder import FIRST_LADDER_YEAR, LADDER_STEPS, target_pairs

IMPLAUSIBLE_GROWTH = 25.0
"""Per cent. A result from here on is left out: of those since 2003 none is the place's growth in that year; reports
compare with five years before, or tell of a zone."""

GRACE = 0.5
"""Percentage points by which a target worded *about* may be missed and still be reached."""

_LEAST = 5  # pairs of a level and year from which their figures are shown


def targets_with_results(targets: pd.DataFrame, results: pd.DataFrame) -> pd.DataFrame:
    """Return each growth target beside the result that the place's next report states.

    Parameters
    ----------
    targets
        As from `report_growth_targets`.
    results
        The table `results` of the reference.

    Returns
    -------
    DataFrame
        A row a place and year with both and a plausible result: columns of `report_growth_targets`, `result` (per
        cent, a fall negative), `result_quote` (its words, as printed) and `met`: whether the result is at least the
        target (of a range its lower end).
    """
    table = _beside(targets, results)
    return table[table["result"] < IMPLAUSIBLE_GROWTH].reset_index(drop=True)


def _beside(targets: pd.DataFrame, results: pd.DataFrame) -> pd.DataFrame:
    rates = results.loc[[is_growth_rate(row) and row.direction != NO_CHANGE for row in results.itertuples()]]
    achieved = rates.drop_duplicates(["level", "place", "year"])
    columns = achieved[["level", "place", "year"]].assign(
        result=achieved["value"].where(achieved["direction"] != FALLS, -achieved["value"]),
        result_quote=achieved["quote"],
    )
    table = targets.merge(columns, on=["level", "place", "year"])
    return table.assign(met=reaches_target(table["result"], table["value"]))


def reaches_target(result: pd.Series, target: pd.Series, *, ceiling: bool = False) -> pd.Series:
    """Return whether results are at least their targets; of what is not to rise above them (prices), at most.

    Parameters
    ----------
    result, target
        In the same unit, a fall negative; of a range its lower end, of a ceiling its upper end. What is missing reaches
        nothing.
    ceiling
        Whether the target is the most that is wanted.
    """
    return result <= target if ceiling else result >= target


def targets_met(both: pd.DataFrame) -> pd.Series:
    """Return whether each target was met, or missed by no more than `GRACE` if it is worded *about*.

    Parameters
    ----------
    both
        As from `targets_with_results`.

    Returns
    -------
    Series of bool
        In the order of `both`.
    """
    return both["met"] | ((both["wording"] == "about") & (both["result"] >= both["value"] - GRACE))


def outturns_by_level(both: pd.DataFrame) -> pd.DataFrame:
    """Return how far targets were met, by level and year.

    Parameters
    ----------
    both
        As from `targets_with_results`.

    Returns
    -------
    DataFrame
        A row a level and year from 2003 with at least five pairs: `n`, `target` and `result` (means, per cent), `met`
        (share).
    """
    rows = both[(both["year"] >= FIRST_LADDER_YEAR) & (both["level"] != "national")]
    table = rows.groupby(["level", "year"]).agg(
        n=("met", "size"), target=("value", "mean"), result=("result", "mean"), met=("met", "mean")
    )
    return table[table["n"] >= _LEAST].reset_index()


def compared_with_published(
    targets: pd.DataFrame, both: pd.DataFrame, first: int = 2003, last: int = 2012
) -> pd.DataFrame:
    """Return the figures of Li, Liu, Weng and Zhou (2019) beside those of the reference, for their years.

    Returns
    -------
    DataFrame
        A row a figure: `figure`, `published` (`data/reported_figures.csv`), `here`, `n`. Mean targets of provinces and
        prefectures and mean result of prefectures in per cent; shares of prefectures above their province's target and
        of those that met their own.
    """
    span = targets[targets["year"].between(first, last)]
    steps = target_pairs(span)
    lower = steps[steps["step"] == LADDER_STEPS["prefecture"]]
    done = both[both["year"].between(first, last) & (both["level"] == "prefecture")]
    provinces = span.loc[span["level"] == "province", "value"]
    prefectures = span.loc[span["level"] == "prefecture", "value"]
    published = read_rows_by(paths.REPORTED, "what")
    here = {
        "mean target of provinces, per cent": (provinces.mean(), len(provinces)),
        "mean target of prefectures, per cent": (prefectures.mean(), len(prefectures)),
        "mean result of prefectures, per cent": (done["result"].mean(), len(done)),
        "prefectures above their province's target, share": ((lower["excess"] > 0).mean(), len(lower)),
        "prefectures that met their target, share": (done["met"].mean(), len(done)),
    }
    rows = [(figure, float(published[figure]["value"]), *found) for figure, found in here.items()]
    return pd.DataFrame(rows, columns=["figure", "published", "here", "n"])
