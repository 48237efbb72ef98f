"""Promises of places: the targets and results of the wide panel by year, whether they were kept, and their words.

Targets and results are those of the panel of the data set, and a target is kept by the rule of the chapter on results
(`reference.outturns`): the result is at least the target, of a range at least its lower end. Prices are not to rise
above theirs, of a range above its upper end. A growth from `IMPLAUSIBLE_GROWTH` on is none of a place's growth, so that
nothing is told of it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from ..dataset.membership import main_reports
from ..dataset.panel import rows_by_indicator
from ..dataset.variables import COLUMNS_OF_INDICATOR, INDICATORS
from ..extraction.main_values import MAIN_INDICATORS
from ..language import load_lexicon
from ..reference.outturns import IMPLAUSIBLE_GROWTH, reaches_target, targets_met
from ..targets.headline import first_yearly_target, yearly_change

CEILINGS = frozenset({"cpi"})
"""Indicators whose target is the most that is wanted."""

_GROWTH = "gdp"
_PERSONS, _RATE = "10,000 persons", "per cent"
_LEVEL = "prefecture"


class PromisedIndicator(NamedTuple):
    """One of the ten indicators of the panel."""

    key: str  # gdp
    english: str
    chinese: str
    unit: str
    bound: str  # floor or ceiling


RESULT_WORDINGS = {"~": "about", ">=": "at least", ">": "at least", "<=": "at most", "<": "at most"}
"""How a result is worded that its report does not give as just a number, by its relation."""


class PromiseQuote(NamedTuple):
    """The words in which a report tells a value of the panel."""

    report: str
    quote: str
    start: int  # code points of the file's text
    end: int  # exclusive
    relation: str  # of the indicator to the value: =, ~, >=, >, <=


def promised_indicators() -> list[PromisedIndicator]:
    """Return the ten indicators of the panel, in their order."""
    names = load_lexicon("indicators")
    return [
        PromisedIndicator(
            key,
            names[key]["en"],
            names[key]["zh"],
            _PERSONS if key == "jobs" else _RATE,
            "ceiling" if key in CEILINGS else "floor",
        )
        for key in MAIN_INDICATORS
    ]


def indicator_panel(panel: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return what the panel says of one indicator, and whether targets were kept.

    Parameters
    ----------
    panel
        The table of the reference, or some of its rows.
    indicator
        One of `MAIN_INDICATORS`.

    Returns
    -------
    DataFrame
        A row a place and year with a target, a wording or a result, by code and year: `code`, `level`, `year`,
        `target`, `upper` (of a range), `wording`, `result`, `result_from`, `difference`, `kept` (1.0, 0.0, or missing
        where target or result is) and `reached`: of growth the same with the grace that `targets_met` gives a target
        worded *about*, missing for all others.
    """
    prefix = INDICATORS[indicator]
    columns = {f"{prefix}_{end}": end for end in COLUMNS_OF_INDICATOR}
    rows = panel[["code", "level", "year", *columns]].rename(columns=columns)
    rows = rows.rename(columns={"target_upper": "upper"})
    words = {name: rows[name].fillna("").astype(str) for name in ("wording", "result_from")}
    rows = rows.assign(**words)
    is_ceiling = indicator in CEILINGS
    bound = rows["upper"].fillna(rows["target"]) if is_ceiling else rows["target"]
    met = reaches_target(rows["result"], bound, ceiling=is_ceiling)
    told = rows["target"].notna() & rows["result"].notna()
    if indicator == _GROWTH:
        told &= rows["result"] < IMPLAUSIBLE_GROWTH
    reached = targets_met(rows.assign(met=met, value=rows["target"])).where(told & (indicator == _GROWTH))
    rows = rows.assign(kept=met.astype(float).where(told), reached=reached.astype(float))
    there = rows["target"].notna() | rows["result"].notna() | (rows["wording"] != "")
    return rows[there].sort_values(["code", "year"]).reset_index(drop=True)


def prefecture_bands(panel: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return the middle half of the prefectures' targets: `year`, `first_quartile`, `median`, `third_quartile`, `n`.

    Parameters
    ----------
    panel
        The table of the reference.
    indicator
        One of `MAIN_INDICATORS`.
    """
    rows = panel[panel["level"] == _LEVEL]
    targets = rows[f"{INDICATORS[indicator]}_target"].dropna().groupby(rows["year"])
    table = pd.DataFrame(
        {
            "first_quartile": targets.quantile(0.25),
            "median": targets.median(),
            "third_quartile": targets.quantile(0.75),
            "n": targets.size(),
        }
    )
    return table.rename_axis("year").reset_index()


QuotesByCell = Mapping[tuple[str, int, str], list[PromiseQuote]]


def target_quotes(targets: pd.DataFrame, reports: pd.DataFrame) -> QuotesByCell:
    """Return the words behind the targets of the panel, by code, year and indicator.

    Parameters
    ----------
    targets
        The table of the reference.
    reports
        As from `reference_reports`.

    Returns
    -------
    mapping
        One quote, two for a range; where the panel has a wording and no number, those of the rows without one.
    """
    return dict(_quotes(targets, reports, _behind_target))


def result_quotes(results: pd.DataFrame, reports: pd.DataFrame) -> QuotesByCell:
    """Return the words behind the results of the panel that reports state, as `target_quotes` does."""
    return dict(_quotes(results, reports, _behind_result))


def _quotes(table: pd.DataFrame, reports: pd.DataFrame, behind: Any) -> Iterator[Any]:
    first = set(main_reports(reports)["report"])
    for (code, year, indicator), rows in rows_by_indicator(table, first):
        if found := behind(rows):
            yield (code, int(year), indicator), [_quote(row) for row in found]


def _quote(row: Any) -> PromiseQuote:
    return PromiseQuote(row.report, row.quote, int(row.start), int(row.end), row.relation)


def _behind_target(rows: list[Any]) -> list[Any]:
    reports = dict.fromkeys(row.report for row in rows)
    for report in reports:
        if ends := first_yearly_target([row for row in rows if row.report == report]):
            return ends
    return rows


def _behind_result(rows: list[Any]) -> list[Any]:
    return next(([row] for row in rows if yearly_change(row) is not None), [])
