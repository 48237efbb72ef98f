"""Coverage: how many places the tables have, by level and year, for all places and for the constant panels.

A reader of a series needs to know of how many places each of its points is. Where a panel of constant places has fewer
places with a target than it has places, some of its reports state none.
"""

from collections.abc import Iterator

import pandas as pd

from ..targets.direction import YEAR
from ..texts.levels import REPORT_LEVELS
from .membership import PANELS, rows_of_panel
from .shipped import Shipped

_COLUMNS = ["table", "indicator", "panel", "level", "year", "places", "rows"]
_STRATUM = ["level", "year"]


def coverage_by_year(shipped: Shipped, members: pd.DataFrame) -> pd.DataFrame:
    """Return how many places and rows there are of each level and year.

    Parameters
    ----------
    shipped
        As from `read_shipped`.
    members
        As from `panel_members`.

    Returns
    -------
    DataFrame
        A row a table, indicator, panel, level and year that has any: `table`; `indicator`, "" for reports; `panel`, ""
        for all places; `level`, `year`; `places`, that have a report, or a target or result of the indicator for the
        year; `rows`. Targets and results of a part of a year or of several years do not count. The year of a result is
        the year that it is of.
    """
    parts = [part for name, table in _long(shipped) for part in _parts(name, table, members)]
    table = pd.concat(parts)[_COLUMNS].astype({"year": int, "places": int, "rows": int})
    return table.sort_values(_COLUMNS[:5], key=_ordered, kind="stable").reset_index(drop=True)


def places_by_year(coverage: pd.DataFrame) -> pd.DataFrame:
    """Return how many places of each level have a report for each year.

    Parameters
    ----------
    coverage
        As from `coverage_by_year`, or the table `coverage`.

    Returns
    -------
    DataFrame
        A row a year with any report: `year`, `nation` (0 or 1), `provinces` and `prefectures`.
    """
    rows = coverage[(coverage["table"] == "reports") & (coverage["panel"] == "")]
    table = rows.pivot_table(index="year", columns="level", values="places", fill_value=0, aggfunc="sum")
    table.columns.name = None
    table = table.reindex(columns=list(REPORT_LEVELS), fill_value=0).astype(int).reset_index()
    return table.set_axis(["year", "nation", "provinces", "prefectures"], axis="columns")


def _long(shipped: Shipped) -> list[tuple[str, pd.DataFrame]]:
    return [("reports", shipped.reports), ("targets", shipped.targets), ("results", shipped.results)]


def _parts(name: str, table: pd.DataFrame, members: pd.DataFrame) -> Iterator[pd.DataFrame]:
    by = ["indicator", *_STRATUM] if "indicator" in table else _STRATUM
    rows = table[table["span"] == YEAR] if "span" in table else table
    for panel in ("", *PANELS):
        own = rows_of_panel(rows, members, panel) if panel else rows
        counted = own.groupby(by).agg(places=("code", "nunique"), rows=("code", "size")).reset_index()
        yield counted.assign(table=name, panel=panel, indicator=counted.get("indicator", ""))


def _ordered(column: pd.Series) -> pd.Series:
    """Return a key that keeps panels in the order in which they are defined, and the rest as it is."""
    places = {name: place for place, name in enumerate(["", *PANELS])}
    return column.map(places) if column.name == "panel" else column
