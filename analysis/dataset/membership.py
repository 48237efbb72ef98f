"""Membership: panels of constant places, so that a series tells of the same places in each of its years.

The archive changes its composition: of 1998 it holds four prefectures, of 2023 more than two hundred, of 2026 nearly
large cities only. A series over all places mixes what places do with which places there are. Each panel holds places
that have a report for every one of its years, and no year of them is missing. Two rules choose years and places from
the reports that there are:

- *the largest block*: of all sets of years the one with the most reports of places that have every year of the set
  (places times years). The years follow each other, or, for prefectures, which are collected in some years and not in
  others, they are any in which at least `_MANY` places have a report.
- *the longest span*: the longest run of years for which at least half of the places have every report.

Where a place has two reports for a year, `main_reports` says which counts.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

import pandas as pd

LARGE_CITIES = "政府工作报告-主要城市"
"""The folder of the collection that holds the large cities; ids of reports begin with it."""

_MANY = 100  # places with a report, from which on a year can be one of a set with gaps
_FEWEST_YEARS = 3  # of a set with gaps: two years are a comparison, no series
_KEY = ["level", "place", "year"]
_COLUMNS = ["panel", "report", "place", "code", "level", "province", "year"]

_Held = Mapping[str, frozenset[int]]  # the years in which each place has a report


class ConstantPanel(NamedTuple):
    """How a panel of constant places is made."""

    level: str
    large: bool  # of the large cities only, as the collection files them
    rule: str  # longest span, largest block or largest block with gaps
    meaning: str


PANELS: dict[str, ConstantPanel] = {
    "provinces": ConstantPanel("province", False, "largest block", "provinces, the largest block of years"),
    "provinces_long": ConstantPanel("province", False, "longest span", "half of the provinces, the longest span"),
    "cities": ConstantPanel("prefecture", True, "largest block", "large cities, the largest block of years"),
    "cities_long": ConstantPanel("prefecture", True, "longest span", "half of the large cities, the longest span"),
    "prefectures": ConstantPanel(
        "prefecture", False, "largest block with gaps", "prefectures, the largest block of years that may have gaps"
    ),
}
"""The panels by name. The four municipalities are provinces, large cities are prefectures."""


def main_reports(reports: pd.DataFrame) -> pd.DataFrame:
    """Return one report for each place and year.

    Parameters
    ----------
    reports
        The used rows of the table `reports`, with `year` as a whole number.

    Returns
    -------
    DataFrame
        Rows of `reports`, sorted by level, place and year. Of two reports for a year that counts which is filed under
        it (南昌市/2022, not 南昌市/2021-10, which was given months before), and of two of these the first.
    """
    ahead = pd.to_numeric(reports["filed"]).ne(reports["year"])
    ordered = reports.assign(_ahead=ahead).sort_values([*_KEY, "_ahead", "report"])
    return ordered.drop_duplicates(_KEY).drop(columns="_ahead").reset_index(drop=True)


def panel_members(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the places and years of each panel of constant places.

    Parameters
    ----------
    reports
        The used rows of the table `reports`, with `year` as a whole number and `code`.

    Returns
    -------
    DataFrame
        A row a panel, place and year, in this order: `panel`, `report`, `place`, `code`, `level`, `province`, `year`.
        Each place of a panel stands in each of its years once.
    """
    listed = main_reports(reports)
    large = listed["report"].map(lambda report: PurePosixPath(report).parts[0] == LARGE_CITIES)
    parts = []
    for name, panel in PANELS.items():
        rows = listed[(listed["level"] == panel.level) & (large | (not panel.large))]
        held = {str(code): frozenset(years) for code, years in rows.groupby("code")["year"]}
        codes, years = _RULES[panel.rule](held)
        chosen = rows[rows["code"].isin(codes) & rows["year"].isin(years)]
        parts.append(chosen.assign(panel=name).sort_values(["code", "year"]))
    return pd.concat(parts)[_COLUMNS].reset_index(drop=True)


def rows_of_panel(table: pd.DataFrame, members: pd.DataFrame, panel: str) -> pd.DataFrame:
    """Return the rows of a table of the reference that are of the reports of a panel.

    Parameters
    ----------
    table
        A table with the column `report`. Results are of the year before their report: those of a panel of 2014 to 2026
        are of 2013 to 2025, each of the same places.
    members
        As from `panel_members`, or the table `panels`.
    panel
        Name of a panel.

    Raises
    ------
    ValueError
        If there is no such panel, or the table has no column `report`.
    """
    own = members.loc[members["panel"] == panel, "report"]
    if own.empty:
        known = ", ".join(dict.fromkeys(members["panel"]))
        raise ValueError(f"there is no panel {panel!r}; the panels are {known}")
    if "report" not in table:
        raise ValueError("the table has no column 'report', so that its rows are of no single place")
    return table[table["report"].isin(own)].reset_index(drop=True)


# The rules


def _longest_span(held: _Held) -> tuple[list[str], Iterable[int]]:
    """Return places and years of the longest span with at least half of the places."""
    half = len(held) / 2
    spans = [(len(codes), years) for years in _spans(held) if len(codes := _with_all(held, years)) >= half]
    return _chosen(held, max(((len(years), size, years[-1], years) for size, years in spans), default=None))


def _largest_block(held: _Held) -> tuple[list[str], Iterable[int]]:
    """Return places and years of the span with the most reports."""
    return _chosen(held, max((_block(held, years) for years in _spans(held)), default=None))


def _largest_block_with_gaps(held: _Held) -> tuple[list[str], Iterable[int]]:
    """Return places and years of the set of well-covered years with the most reports."""
    every = sorted({year for years in held.values() for year in years})
    covered = [year for year in every if sum(year in years for years in held.values()) >= _MANY]
    sizes = range(_FEWEST_YEARS, len(covered) + 1)
    sets = (years for size in sizes for years in itertools.combinations(covered, size))
    return _chosen(held, max((_block(held, years) for years in sets), default=None))


_RULES: dict[str, Callable[[_Held], tuple[list[str], Iterable[int]]]] = {
    "longest span": _longest_span,
    "largest block": _largest_block,
    "largest block with gaps": _largest_block_with_gaps,
}


def _spans(held: _Held) -> Iterator[tuple[int, ...]]:
    """Yield every run of years in which some place has a report."""
    every = sorted({year for years in held.values() for year in years})
    for first, last in itertools.combinations_with_replacement(every, 2):
        yield tuple(range(first, last + 1))


def _block(held: _Held, years: tuple[int, ...]) -> tuple[int, int, int, tuple[int, ...]]:
    """Return by what blocks are compared: reports, then years, then how late they end; and the years."""
    return len(_with_all(held, years)) * len(years), len(years), years[-1], years


def _with_all(held: _Held, years: tuple[int, ...]) -> list[str]:
    """Return the places that have a report for each of some years."""
    return [code for code, own in held.items() if own.issuperset(years)]


def _chosen(held: _Held, best: tuple[int, int, int, tuple[int, ...]] | None) -> tuple[list[str], Iterable[int]]:
    return (_with_all(held, best[-1]), best[-1]) if best else ([], ())
