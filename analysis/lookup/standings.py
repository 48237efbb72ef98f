"""What the page for a reader's own text is set beside: the numbers of the reports of each level and year, in one file.

The page loads it only when a text is to be compared. It holds numbers, not texts: of each report how many slogans and
characters it has, of each level and year the rates that the reports aim at, words of stance, and which names stand in
many reports. `compare_with_reports` of `extraction.standings` takes it.
"""

import json
from collections import defaultdict
from typing import Any

import pandas as pd

from ..extraction.standings import STANDING_LEVELS, ReportFigures, slogan_density
from ..reference import reference_reports, reference_table
from ..reference.comparing import rates_of_reports, slogans_of_reports, stance_of_reports
from ..texts.levels import REPORT_LEVELS
from .packing import plain_number

LEAST_REPORTS_OF_NAME = 10
"""In so many reports a name must stand: those in fewer are four fifths of all names, and of the bytes."""


def report_figures() -> ReportFigures:
    """Return the numbers of the reports; reports of a level and year stand by rising density."""
    words = stance_of_reports()
    stance, sizes = _stance(words)
    names = reference_table("slogans").groupby("slogan").agg(reports=("report", "nunique"), first=("year", "min"))
    names = names[names["reports"] >= LEAST_REPORTS_OF_NAME].sort_index()
    return {
        "slogans": _slogans(),
        "targets": _targets(),
        "stance_words": {domain: sorted(words[domain]) for domain in words},
        "sizes": sizes,
        "stance": stance,
        "least": LEAST_REPORTS_OF_NAME,
        "names": {
            str(name): [int(reports), int(first)]
            for name, reports, first in zip(names.index, names["reports"], names["first"], strict=True)
        },
    }


def report_figures_json() -> bytes:
    """Return `report_figures` as JSON in UTF-8, the same bytes from the same tables."""
    return json.dumps(report_figures(), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _slogans() -> dict[str, dict[str, list[list[int]]]]:
    reports = reference_reports()
    counted = reports.assign(mentions=slogans_of_reports(reports))
    found: dict[str, dict[str, list[list[int]]]] = {}
    for level in STANDING_LEVELS:
        of_level = counted[counted["level"] == level]
        found[level] = {
            str(year): sorted(_pairs(rows), key=lambda pair: (slogan_density(*pair), pair))
            for year, rows in of_level.groupby("year")
        }
    return found


def _pairs(rows: pd.DataFrame) -> list[list[int]]:
    return [
        [int(mentions), int(read)] for mentions, read in zip(rows["mentions"], rows["characters_read"], strict=True)
    ]


def _targets() -> dict[str, dict[str, dict[str, list[float]]]]:
    rates = rates_of_reports()
    found: dict[str, Any] = {}
    for level in STANDING_LEVELS:
        of_level: dict[str, dict[str, Any]] = defaultdict(dict)
        for (indicator, year), rows in rates[rates["level"] == level].groupby(["indicator", "year"]):
            of_level[str(indicator)][str(year)] = [plain_number(value) for value in sorted(rows["value"])]
        found[level] = dict(of_level)
    return found


def _stance(words: dict[str, frozenset[str]]) -> tuple[dict[str, Any], dict[str, Any]]:
    terms, totals = reference_table("terms"), reference_table("totals")
    sizes: dict[str, Any] = {level: {} for level in REPORT_LEVELS}
    stance: dict[str, Any] = {level: {} for level in REPORT_LEVELS}
    for row in totals.sort_values("year").to_dict("records"):
        sizes[row["level"]][str(row["year"])] = [int(row["documents"]), int(row["tokens"])]
        stance[row["level"]][str(row["year"])] = {}
    for domain, listed in words.items():
        counts = terms[terms["token"].isin(listed)].groupby(["level", "year"])["count"].sum()
        for level, year in counts.index:
            stance[level][str(year)][domain] = int(counts.loc[(level, year)])
    return stance, sizes
