"""Indicators: the ten of a place by year in one table, targets and results in a cell each.

A cell is written in signs, the same in every language: `≈7 → 6.8 ✕` is about 7 per cent promised, 6.8 come, missed.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from ..lookup.promises import PromisedIndicator, indicator_panel, promised_indicators

SIGNS = {"about": "≈", "at least": "≥", "at most": "≤", "strive": "↑"}
"""How a target is worded, before its number."""

_IN_WORDS = "·"  # a target without a number
_MET = {1.0: " ✓", 0.0: " ✕"}


class IndicatorGrid(NamedTuple):
    """What a place promised and reached, all indicators by year."""

    indicators: tuple[PromisedIndicator, ...]  # those of which it has a target or a result
    rows: tuple[tuple[int, tuple[str, ...]], ...]  # the year, and a cell each; the newest year first
    targets: int  # in a number


def promise_cell(target: float, upper: float, wording: str, result: float, kept: float) -> str:
    """Return a target and what came of it in signs; numbers that are missing are NaN.

    Examples
    --------
    >>> none = float("nan")
    >>> promise_cell(7, none, "about", 6.8, 0.0), promise_cell(7, 8, "range", none, none)
    ('≈7 → 6.8 ✕', '7–8')
    >>> promise_cell(none, none, "", 5.5, none), promise_cell(none, none, "qualitative", none, none)
    ('→ 5.5', '·')
    """
    aim = _IN_WORDS if wording else ""
    if not math.isnan(target):
        aim = SIGNS.get(wording, "") + _amount(target) + ("" if math.isnan(upper) else f"–{_amount(upper)}")
    if math.isnan(result):
        return aim
    return f"{aim}{' ' if aim else ''}→ {_amount(result)}{_MET.get(kept, '')}"


def _amount(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def indicator_grids(panel: pd.DataFrame) -> dict[str, IndicatorGrid]:
    """Return the indicators of each place, by its code.

    Parameters
    ----------
    panel
        The table of the reference.
    """
    columns = ("code", "year", "target", "upper", "wording", "result", "kept")
    cells: dict[str, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    targets: dict[str, int] = defaultdict(int)
    known = promised_indicators()
    for number, indicator in enumerate(known):
        table = indicator_panel(panel, indicator.key)
        rows: Iterable[Any] = zip(*(table[name].tolist() for name in columns), strict=True)
        for code, year, target, upper, wording, result, kept in rows:
            cells[code][year][number] = promise_cell(target, upper, wording, result, kept)
            targets[code] += not math.isnan(target)
    return {code: _grid(years, known, targets[code]) for code, years in cells.items()}


def _grid(years: dict[int, dict[int, str]], known: list[PromisedIndicator], targets: int) -> IndicatorGrid:
    told = sorted({number for row in years.values() for number in row})
    rows = tuple((year, tuple(years[year].get(number, "") for number in told)) for year in sorted(years, reverse=True))
    return IndicatorGrid(tuple(known[number] for number in told), rows, targets)
