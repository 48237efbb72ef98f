"""The wide panel: a row a place and year, with target, wording, result and difference of ten indicators.

A target is what the report of a place sets for the year that it plans for: of the list of main expected targets the
first yearly change of the indicator, as the growth target of GDP is picked. A result is what the place's report of the
next year states for that year. Both are in the same measure: the rate of change in per cent, of jobs the number in
10,000 persons. So a place has a row for each year of which it has a report or a result.

Results of the nation that its reports do not state are those of the statistical communiqués, if the folder has their
table: growth as the series is usually told, of GDP and industrial value added real, of all others nominal; real growth
where nothing else is stated, and the row says so. What stands in neither is empty.
"""

import itertools
import operator
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from ..language.units import normal_value
from ..targets.direction import YEAR
from ..targets.headline import first_yearly_target, target_wording, yearly_change
from ..texts import DocumentError
from ..texts.places import known_places
from .membership import PANELS, main_reports
from .shipped import Shipped
from .variables import INDICATORS, panel_variables

_KEY = ["code", "year"]
_NATION = "000000"
_WITHOUT_NUMBER = ("parity", "qualitative", "level")  # the first that a report has counts where it gives no number
_REAL = frozenset({"gdp", "industrial_value_added"})  # indicators whose growth is told without inflation
_DIGITS = 6  # of a difference: 8.1 - 8 is 0.1

Cells = dict[tuple[str, int], dict[str, Any]]


def wide_panel(shipped: Shipped, members: pd.DataFrame) -> pd.DataFrame:
    """Return the wide panel.

    Parameters
    ----------
    shipped
        As from `read_shipped`.
    members
        As from `panel_members`.

    Returns
    -------
    DataFrame
        A row a place and year, by code and year; the columns are those of `panel_variables`. Empty text where there is
        none, missing where there is no number.

    Raises
    ------
    DocumentError
        If a report is of no place that data/places.csv has; the message names it.
    """
    nowhere = shipped.reports.loc[shipped.reports["code"] == "", "report"]
    if len(nowhere):
        raise DocumentError(f"reports.csv: {nowhere.iloc[0]} has no code; add its place to data/places.csv")
    cells: Cells = {}
    main = main_reports(shipped.reports)
    for code, year, report in _keyed(main):
        cells.setdefault((code, year), {})["report"] = report
        cells.setdefault((code, year - 1), {})["result_report"] = report
    for code, year, report in _keyed(shipped.reports[~shipped.reports["report"].isin(main["report"])]):
        cells[code, year]["other_report"] = report
    first = set(main["report"])
    _add(cells, rows_by_indicator(shipped.targets, first), _target_cells)
    _add(cells, rows_by_indicator(shipped.results, first), _result_cells)
    if shipped.communiques is not None:
        _add_communiques(cells, shipped.communiques)
    for own in cells.values():
        _add_differences(own)
    return _framed({key: own for key, own in cells.items() if set(own) - {"result_report"}}, members)


def _keyed(reports: pd.DataFrame) -> Iterator[tuple[str, int, str]]:
    return zip(*(reports[name].tolist() for name in (*_KEY, "report")), strict=True)


def rows_by_indicator(table: pd.DataFrame, first: Iterable[str]) -> Iterator[tuple[tuple[str, int, str], list[Any]]]:
    """Yield the rows of each place (by code), year and indicator, those of the main report before those of another.

    Parameters
    ----------
    table
        The table `targets` or `results` of the reference.
    first
        The main report of each place and year, as `main_reports` chooses them.
    """
    ordered = table.assign(second=~table["report"].isin(first))
    ordered = ordered.sort_values([*_KEY, "indicator", "second", "report", "start", "value"], kind="stable")
    for key, rows in itertools.groupby(ordered.itertuples(), key=operator.attrgetter("code", "year", "indicator")):
        yield key, list(rows)


def _add(cells: Cells, groups: Iterable[tuple[tuple[str, int, str], list[Any]]], told: Any) -> None:
    for (code, year, indicator), rows in groups:
        if indicator in INDICATORS:
            own = {f"{INDICATORS[indicator]}_{end}": value for end, value in told(rows).items()}
            if own:
                cells.setdefault((code, year), {}).update(own)


def _target_cells(rows: list[Any]) -> Mapping[str, Any]:
    """Return target, upper end and wording of the rows of an indicator; nothing where they tell none."""
    for _, own in itertools.groupby(rows, key=operator.attrgetter("report")):
        ends = first_yearly_target(own)
        if len(ends) > 1:
            wording = target_wording(ends[0].relation, ends[0].modifier, is_range=True)
            return {"target": yearly_change(ends[0]), "target_upper": yearly_change(ends[1]), "wording": wording}
        if ends:
            return {"target": yearly_change(ends[0]), "wording": target_wording(ends[0].relation, ends[0].modifier)}
    measures = {row.measure for row in rows if row.span == YEAR}
    named = next((wording for wording in _WITHOUT_NUMBER if wording in measures), "")
    return {"wording": named} if named else {}


def _result_cells(rows: list[Any]) -> Mapping[str, Any]:
    """Return the result of the rows of an indicator and where it is from; nothing where they tell none."""
    changes = (yearly_change(row) for row in rows)
    return next(({"result": change, "result_from": "report"} for change in changes if change is not None), {})


def _add_communiques(cells: Cells, communiques: pd.DataFrame) -> None:
    """Add the results of the nation that its reports do not state."""
    for row in _with_norms(communiques[communiques["role"] == "main"]):
        change = yearly_change(row)
        if change is None or row.indicator not in INDICATORS:
            continue
        prefix, real = INDICATORS[row.indicator], row.basis == "real"
        own = cells.setdefault((_NATION, row.year), {})
        source = "communique, real" if real and row.indicator not in _REAL else "communique"
        known = own.get(f"{prefix}_result_from")
        # a nominal rate takes the place of a real one that stands before it
        if known is None or (known == "communique, real" and source == "communique"):
            own |= {f"{prefix}_result": change, f"{prefix}_result_from": source}


def _with_norms(rows: pd.DataFrame) -> Iterator[Any]:
    """Yield the rows of the communiqués with their values as `yearly_change` takes them."""
    norms = [
        normal_value(float(value), unit or None, indicator)
        for value, unit, indicator in zip(rows["value"], rows["unit"], rows["indicator"], strict=True)
    ]
    values, units = [value for value, _ in norms], [unit for _, unit in norms]
    # 居民消费价格与上年持平: prices that neither rise nor fall change by nothing
    moved = rows["direction"].where((rows["direction"] != "none") | (rows["value"].astype(float) != 0), "up")
    told = {"value_norm": pd.Series(values, rows.index, dtype=float), "unit_norm": pd.Series(units, rows.index)}
    return rows.assign(**told, span=YEAR, direction=moved).itertuples()


def _add_differences(own: dict[str, Any]) -> None:
    for prefix in INDICATORS.values():
        target, result = own.get(f"{prefix}_target"), own.get(f"{prefix}_result")
        if target is not None and result is not None:
            own[f"{prefix}_difference"] = round(result - target, _DIGITS)


def _framed(cells: Cells, members: pd.DataFrame) -> pd.DataFrame:
    """Return cells as a table with every column, sorted by code and year."""
    places = {known.code: known for known in known_places()}
    inside = {name: set(zip(own["code"], own["year"], strict=True)) for name, own in members.groupby("panel")}
    variables = panel_variables()
    texts = [variable.name for variable in variables if variable.type == "string"]
    numbers = [variable.name for variable in variables if variable.type == "number"]
    rows = []
    for (code, year), own in sorted(cells.items()):
        known = places[code]
        rows.append(
            {
                **dict.fromkeys(texts, ""),
                "code": code,
                "year": year,
                **{name: getattr(known, name) for name in ("place", "level", "province", "pinyin", "english")},
                "province_code": known.province_code,
                **{f"in_{name}": int((code, year) in inside.get(name, ())) for name in PANELS},
                **own,
            }
        )
    table = pd.DataFrame(rows, columns=[variable.name for variable in variables])
    return table.astype({**dict.fromkeys(texts, "str"), **dict.fromkeys(numbers, "float64")})
