"""Like with like: the series of the book for the same places in every year, beside those of all places there are.

The collection changes its composition: of 1998 it holds four prefectures, of 2023 more than two hundred, of 2026 nearly
large cities only. `series_of_same_places` tells five series, each for all places of a level and for the panels of
constant places of the data set (`dataset.membership`), so that a rise or fall that comes from the composition can be
told from one that the places themselves show.
"""

from collections.abc import Mapping

import pandas as pd

from .ladder import report_growth_targets, target_pairs
from .outturns import targets_with_results
from .tables import reference_reports, reference_table

ALL_PLACES = "all places"
"""The name of the rows that hold every report of a level."""

SAME_PLACES = {"provinces": "province", "cities": "prefecture", "prefectures": "prefecture"}
"""The panels that are told, and the level whose reports all stand beside them."""

CONSTANT_SERIES = ("growth target", "excess over the level above", "targets met", "slogans", "reports with a formula")
"""The series: mean target in per cent, mean excess in percentage points, share of the targets that were met, mentions
of slogans per 10,000 characters, share of the reports with a formula that has a plus sign."""

_LEAST = 5  # reports of a level and year from which a mean of all places is shown
_COLUMNS = ["series", "level", "panel", "year", "n", "value"]
_PER = 10_000  # characters


def constant_series() -> pd.DataFrame:
    """Return the series of the shipped tables, as from `series_of_same_places`."""
    growth = report_growth_targets(reference_table("targets"))
    both = targets_with_results(growth, reference_table("results"))
    return series_of_same_places(
        growth, both, reference_table("slogans"), reference_reports(), reference_table("panels")
    )


def series_of_same_places(
    growth: pd.DataFrame, both: pd.DataFrame, slogans: pd.DataFrame, reports: pd.DataFrame, members: pd.DataFrame
) -> pd.DataFrame:
    """Return each series for all places of a level and for the panels of constant places.

    Parameters
    ----------
    growth, both
        As from `report_growth_targets` and `targets_with_results`.
    slogans
        The table of the reference.
    reports
        As from `reference_reports`.
    members
        As from `panel_members` of the data set: `panel`, `report`, `year`.

    Returns
    -------
    DataFrame
        A row a series, level, panel and year: `series` (of `CONSTANT_SERIES`), `level`, `panel` (`ALL_PLACES` or a key
        of `SAME_PLACES`), `year` (that reports plan for), `n` (reports that say something of it) and `value`. Of all
        places years with fewer than five reports are left out.
    """
    measured = _measured(growth, both, slogans, reports)
    parts = []
    for name in CONSTANT_SERIES:
        rows = measured[name]
        for level in dict.fromkeys(SAME_PLACES.values()):
            every = _by_year(rows[rows["level"] == level])
            parts.append(every[every["n"] >= _LEAST].assign(series=name, level=level, panel=ALL_PLACES))
        for panel, level in SAME_PLACES.items():
            own = members.loc[members["panel"] == panel, "report"]
            parts.append(_by_year(rows[rows["report"].isin(own)]).assign(series=name, level=level, panel=panel))
    return pd.concat(parts)[_COLUMNS].reset_index(drop=True)


def _measured(
    growth: pd.DataFrame, both: pd.DataFrame, slogans: pd.DataFrame, reports: pd.DataFrame
) -> Mapping[str, pd.DataFrame]:
    """Return what each report adds to a series: `report`, `level`, `year`, `amount`, and `base`, its divisor."""
    pairs = target_pairs(growth)
    mentions = slogans.groupby("report")["mentions"].sum()
    added = (slogans["type"] == "formula") & slogans["slogan"].str.contains("+", regex=False)
    with_formula = reports["report"].isin(slogans.loc[added, "report"])
    key = ["report", "level", "year"]
    return {
        "growth target": growth[key].assign(amount=growth["value"], base=1.0),
        "excess over the level above": pairs[key].assign(amount=pairs["excess"], base=1.0),
        "targets met": both[key].assign(amount=both["met"].astype(float), base=1.0),
        "slogans": reports[key].assign(
            amount=_PER * reports["report"].map(mentions).fillna(0), base=reports["characters_read"]
        ),
        "reports with a formula": reports[key].assign(amount=with_formula.astype(float), base=1.0),
    }


def _by_year(rows: pd.DataFrame) -> pd.DataFrame:
    sums = rows.groupby("year").agg(n=("report", "size"), amount=("amount", "sum"), base=("base", "sum"))
    return sums.assign(value=sums["amount"] / sums["base"]).reset_index()
