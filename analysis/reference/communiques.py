"""The nation's results beside its statistical communiqués: what both state of ten indicators, and what only one does.

A government report is read days before or after the communiqué of the same year. `beside_communiques` sets what the
rules read in the one beside what a reader found in the other (`data/reference/communiques.csv`); whatever differs is
explained in `data/communique_differences.csv`, or a rule misreads. `communique_coverage` counts the years of each, and
`statements_by_indicator` what the reports state at all (`data/national_statements.csv`).
"""

import re
from typing import Any, NamedTuple

import pandas as pd

from .. import paths
from ..targets.direction import FALLS

TOLERANCE, POINTS = 0.05, 1.0
"""By what a bound in a report (超过30万亿元, 8%以上) may lie off the value: a share of it, a rate by points."""

_SCALES = (("万亿", 1e12), ("亿", 1e8), ("万", 1e4))
_RATE, _JOBS = "%", "jobs"
_ABOUT, _LOWER, _UPPER = "~", (">", ">="), ("<", "<=")
_OTHER = "other"
_KEYS = ["year", "indicator", "measure"]
_BELOW = re.compile("近|接近|不到")  # 近500亿元
_COLUMNS = [*_KEYS, "report", "report_value", "report_unit", "quote", "series", "role", "basis"]
_COLUMNS += ["communique_value", "communique_unit", "difference", "verdict"]
_STATED = {"growth": "growth", "level": "amount", "mean": "mean_of_years", "no": "not_stated", "no_report": "no_report"}
_ORDER = ("equal", "rounded", "bounded", "differs")


class _Amount(NamedTuple):
    """A value that can be compared with others of its kind."""

    value: float  # a fall is negative
    unit: str
    scale: float  # what one of the unit as printed is


def communiques() -> pd.DataFrame:
    """Return what the statistical communiqués state, a row a figure; data/reference/README.md has the columns."""
    return pd.read_csv(paths.COMMUNIQUES, keep_default_na=False)


def communique_differences() -> pd.DataFrame:
    """Return why results of the nation differ from its communiqués: `year`, `indicator`, `measure`, `why`, `note`."""
    return pd.read_csv(paths.COMMUNIQUE_DIFFERENCES, keep_default_na=False)


def national_statements() -> pd.DataFrame:
    """Return what each national report states of the year before: `year`, `indicator`, `stated`.

    `stated` is `growth` (of that year; of jobs their number), `level` (or only the amount of a change), `mean` (only a
    mean or sum of several years), `no` or `no_report` (of 1980 there is none).
    """
    return pd.read_csv(paths.NATIONAL_STATEMENTS, keep_default_na=False)


def beside_communiques(results: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """Return each result of the nation beside the figure of the communiqué that comes nearest to it.

    Parameters
    ----------
    results
        The table `results` of the reference.
    stated
        As from `communiques`.

    Returns
    -------
    DataFrame
        A row a result of a year that the communiqué has as well, in the same unit: `year`, `indicator`, `measure`,
        `report`, `report_value`, `report_unit`, `quote`, `series`, `role`, `basis`, `communique_value`,
        `communique_unit`, `difference` (report less communiqué, in its unit), `verdict`: `equal`; `rounded`, to the
        digits of the report; `bounded`, within `TOLERANCE` or `POINTS` on the side that a bound allows; `differs`. A
        series of another population (role `other`) is no measure of the indicator, and is not compared.
    """
    nation = results[(results["level"] == "national") & (results["span"] == "year") & results["value"].notna()]
    figures = {key: list(group.itertuples()) for key, group in stated.groupby(_KEYS)}
    rows = []
    for result in nation.sort_values(_KEYS).itertuples():
        compared = [
            (_ORDER.index(verdict), figure.role != "main", abs(difference), figure.start, verdict, difference, figure)
            for figure in figures.get((result.year, result.indicator, result.measure), [])
            if figure.role != _OTHER
            for verdict, difference in _compared(result, figure)
        ]
        if not compared:
            continue
        *_, verdict, difference, figure = min(compared, key=lambda row: row[:4])
        rows.append(
            {
                "year": result.year,
                "indicator": result.indicator,
                "measure": result.measure,
                "report": result.report,
                "report_value": result.value,
                "report_unit": result.unit,
                "quote": result.quote,
                "series": figure.series,
                "role": figure.role,
                "basis": figure.basis,
                "communique_value": figure.value,
                "communique_unit": figure.unit,
                "difference": round(difference, 6),
                "verdict": verdict,
            }
        )
    return pd.DataFrame(rows, columns=_COLUMNS)


def _amount(row: Any) -> _Amount:
    """Return the value of a row of either table without 万 and 亿; a fall is negative."""
    value, unit, direction, measure = (getattr(row, name) for name in ("value", "unit", "direction", "measure"))
    sign = -1 if direction == FALLS and measure == "growth" else 1
    unit = unit or ""
    for prefix, factor in _SCALES:
        # 859万 of persons
        if unit.startswith(prefix):
            return _Amount(sign * value * factor, unit.removeprefix(prefix) or "人", factor)
    return _Amount(sign * value, unit, 1.0)


def _compared(result: Any, figure: Any) -> list[tuple[str, float]]:
    """Return verdict and difference of a result and a figure, none if their units are not of one kind."""
    report, communique = _amount(result), _amount(figure)
    if report.unit != communique.unit:
        return []
    off, relation = report.value - communique.value, result.relation
    difference = off / communique.scale
    if abs(off) <= 1e-9 * max(1.0, abs(communique.value)):
        return [("equal", 0.0)]
    decimals = len(f"{report.value / report.scale:.12g}".partition(".")[2])
    # 24.66万亿元 for 246619亿元
    if abs(off) <= report.scale * 10.0**-decimals / 2 * (1 + 1e-9):
        return [("rounded", difference)]
    # 超过30万亿元 for 300670亿元, 近500亿元 for 490
    is_below = bool(_BELOW.search(result.modifier))
    on_side = relation == _ABOUT or (difference > 0 if relation in _UPPER or is_below else difference < 0)
    is_bound = relation in (_ABOUT, *_LOWER, *_UPPER) or is_below
    if is_bound and on_side and abs(off) <= (POINTS if report.unit == _RATE else TOLERANCE * abs(report.value)):
        return [("bounded", difference)]
    return [("differs", difference)]


def explained_differences(beside: pd.DataFrame, differences: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that differ, each with `why` and `note`, which are "" where nothing explains it.

    Parameters
    ----------
    beside
        As from `beside_communiques`.
    differences
        As from `communique_differences`.
    """
    rows = beside[beside["verdict"] == "differs"]
    return rows.merge(differences, on=_KEYS, how="left").fillna({"why": "", "note": ""})


def communique_coverage(results: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    """Return for how many years communiqués and reports state the growth of each indicator, and how often they agree.

    Parameters
    ----------
    results, stated
        As in `beside_communiques`.

    Returns
    -------
    DataFrame
        A row an indicator, in the order of the communiqués: `indicator`, `communiques` (years that they state its
        growth, or that of its forerunner; of jobs the number), `reports` (years that the results have it), `in_both`,
        `agree` (of both, with a verdict other than `differs`).
    """
    figures = stated[_is_growth(stated) & (stated["role"] != _OTHER)]
    nation = results[(results["level"] == "national") & (results["span"] == "year") & _is_growth(results)]
    nation = nation[nation["year"].between(stated["year"].min(), stated["year"].max())]
    beside = beside_communiques(nation, stated)
    rows = [
        {
            "indicator": indicator,
            "communiques": figures.loc[figures["indicator"] == indicator, "year"].nunique(),
            "reports": nation.loc[nation["indicator"] == indicator, "year"].nunique(),
            "in_both": (beside["indicator"] == indicator).sum(),
            "agree": ((beside["indicator"] == indicator) & (beside["verdict"] != "differs")).sum(),
        }
        for indicator in stated["indicator"].drop_duplicates()
    ]
    return pd.DataFrame(rows)


def _is_growth(rows: pd.DataFrame) -> pd.Series:
    """Return whether each row states the growth of its indicator in per cent, or the number of jobs."""
    is_rate = (rows["measure"] == "growth") & (rows["unit"] == _RATE)
    return is_rate | ((rows["indicator"] == _JOBS) & (rows["measure"] == "count"))


def statements_by_indicator(statements: pd.DataFrame) -> pd.DataFrame:
    """Return in how many national reports each indicator is stated, and how.

    Parameters
    ----------
    statements
        As from `national_statements`.

    Returns
    -------
    DataFrame
        A row an indicator: `indicator`, `growth`, `amount`, `mean_of_years`, `not_stated` and `no_report` (years).
    """
    table = pd.crosstab(statements["indicator"], statements["stated"]).reindex(columns=list(_STATED), fill_value=0)
    table.columns.name = None
    return table.rename(columns=_STATED).loc[statements["indicator"].drop_duplicates()].reset_index()
