"""Places: what the shard of a place says, its reports, targets with what came of them, their words, and its slogans."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..extraction.main_values import MAIN_INDICATORS
from .lives import place_slogans, places_of_slogans
from .packing import plain_number
from .promises import QuotesByCell, indicator_panel, result_quotes, target_quotes
from .sources import SCOPES, LookUpTables

_PROMISE = ("code", "year", "target", "upper", "wording", "result", "result_from", "difference", "kept", "reached")


def place_entries(tables: LookUpTables) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the entry of every place with a report, by its code.

    Parameters
    ----------
    tables
        As from `look_up_tables`.

    Yields
    ------
    tuple
        The code, and `reports` (year, number, day of delivery, address, characters), `years` (first and last of the
        collection for its level), `p` (by indicator and year: target, upper, wording, result, where from, difference,
        kept, and 1 where only the grace of *about* makes it reached), `q` (the words behind targets and results: quote
        and relation) and `s` (slogans in parallel: names as lines `n`, years `y`, mentions `m`, whose as a string of
        numbers `w`, places that have it `p`).
    """
    spans = tables.reports.groupby("level")["year"].agg(["min", "max"])
    reports = _reports(tables.reports)
    named = place_slogans(tables.slogans, places_of_slogans(tables.slogans))
    slogans = dict(list(named.groupby("code", sort=False)))
    promises = _promises(tables)
    words = target_quotes(tables.targets, tables.reports), result_quotes(tables.results, tables.reports)
    quotes = _quoted_by_place(words)
    for code, level in zip(tables.places["code"], tables.places["level"], strict=True):
        yield (
            code,
            {
                "reports": reports[code],
                "years": [int(spans.loc[level, "min"]), int(spans.loc[level, "max"])],
                "p": promises.get(code, {}),
                "q": quotes.get(code, {}),
                "s": _slogans(slogans.get(code, named[:0])),
            },
        )


def _reports(reports: pd.DataFrame) -> dict[str, list[list[Any]]]:
    """Return of each place (by code) what is told of its reports."""
    found: dict[str, list[list[Any]]] = {}
    columns = (reports[name].tolist() for name in ("code", "year", "delivered", "source", "characters_read"))
    for number, (code, year, delivered, source, characters) in zip(
        reports.index, zip(*columns, strict=True), strict=True
    ):
        found.setdefault(code, []).append([year, number, delivered, source or None, characters])
    return found


def _slogans(rows: pd.DataFrame) -> dict[str, Any]:
    return {
        "n": "\n".join(rows["slogan"]),
        "y": list(map(list, rows["years"])),
        "m": rows["mentions"].tolist(),
        "w": "".join(str(SCOPES.index(scope)) for scope in rows["scope"]),
        "p": rows["places"].tolist(),
    }


def _promises(tables: LookUpTables) -> dict[str, dict[str, dict[str, list[Any]]]]:
    found: dict[str, dict[str, dict[str, list[Any]]]] = {}
    for indicator in MAIN_INDICATORS:
        table = indicator_panel(tables.panel, indicator)
        for code, year, *told in zip(*(table[name].tolist() for name in _PROMISE), strict=True):
            cell = [value if isinstance(value, str) else plain_number(value) for value in told]
            if cell[-1] == cell[-2] or cell[-1] is None:
                cell.pop()  # told only where the grace of *about* makes a difference
            found.setdefault(code, {}).setdefault(indicator, {})[str(year)] = cell
    return found


def _quoted_by_place(words: tuple[QuotesByCell, QuotesByCell]) -> dict[str, dict[str, dict[str, list[Any]]]]:
    found: dict[str, dict[str, dict[str, list[Any]]]] = {}
    for part, cells in enumerate(words):
        for (code, year, indicator), quotes in cells.items():
            cell = found.setdefault(code, {}).setdefault(indicator, {}).setdefault(str(year), [[], []])
            cell[part] = [[row.quote, row.relation] for row in quotes]
    return found
