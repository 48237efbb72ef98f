"""Firsts: where a slogan is first found, and which reports have it before any text of the nation that is here.

A report that does not tell its day stands behind all others of its year, as everywhere in the study.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from ..lookup.sources import LEVELS, SCOPES, LookUpTables, days_of_reports, earlier_reports, is_surely_older
from ..texts.labels import bilingual


class PlaceYears(NamedTuple):
    """A place whose reports have a slogan."""

    code: str
    place: str
    province: str  # "" for the nation
    years: tuple[int, ...]
    mentions: int
    day: tuple[str, str]  # of the first of these reports, `latest_day` and `told_day`


def first_and_outside(spread: Sequence[PlaceYears]) -> tuple[list[PlaceYears], list[PlaceYears]]:
    """Return the places that had a slogan in its first year, and those that had it first in another province.

    A report that does not tell its day stands behind all others of its year; of one day all are first.

    Parameters
    ----------
    spread
        As of `SloganAccount`.

    Returns
    -------
    tuple
        Places of the first day, the nation aside, and those of the first day on which a place of yet another province
        had it. Either may be empty.
    """
    local = sorted((place for place in spread if place.province), key=lambda place: (place.day[0], place.code))
    first = [place for place in local if place.day[0] == local[0].day[0]]
    homes = {place.province for place in first}
    others = [place for place in local if place.province not in homes]
    return first, [place for place in others if place.day[0] == others[0].day[0]]


def undated_beside(spread: Sequence[PlaceYears]) -> list[PlaceYears]:
    """Return the places whose report of the year of the first tells no day, so that it may be older than the first.

    Parameters
    ----------
    spread
        As of `SloganAccount`.
    """
    first, _ = first_and_outside(spread)
    local = [place for place in spread if place.province and place not in first]
    return [place for place in local if first and place.day[1] == str(first[0].years[0])]


def central_document(above: tuple[str, str], spread: Sequence[PlaceYears]) -> tuple[str, str]:
    """Return the first document of the centre if it is older than every national report with the slogan.

    Parameters
    ----------
    above, spread
        As of `SloganAccount`.

    Returns
    -------
    tuple
        Day and title; "" and "" for none, and where a national report is as old.
    """
    nation = min((place.day[0] for place in spread if not place.province), default="9999")
    return above if above[0] and is_surely_older(above[0], nation) else ("", "")


def day_in_words(known: tuple[str, str]) -> str:
    """Return a day in words: 20 February 2017, or the month or year where the report does not tell more."""
    day, told = datetime.date.fromisoformat(known[0]), known[1]
    month = day.strftime("%B")
    if len(told) == len("2017"):
        return bilingual(f"{told} (day not told)", f"{told}年（日期不详）")
    if len(told) == len("2017-02"):
        return bilingual(f"{month} {day.year} (day not told)", f"{day.year}年{day.month}月（日期不详）")
    return bilingual(f"{day.day} {month} {day.year}", f"{day.year}年{day.month}月{day.day}日")


def earlier_places(tables: LookUpTables) -> dict[str, PlaceYears]:
    """Return where names stand before any report that has them as a slogan, by the name.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    """
    days = days_of_reports(tables.reports)
    known = pd.DataFrame(earlier_reports(tables).items(), columns=["slogan", "report"])
    rows = known.merge(tables.reports, on="report")
    found: Iterable[Any] = rows.itertuples(index=False)
    return {
        row.slogan: PlaceYears(row.code, row.place, row.province or "", (int(row.year),), 1, days[row.report])
        for row in found
    }


def unled_reports(rows: Iterable[Any], days: Mapping[str, tuple[str, str]], above: str) -> int:
    """Return how many local reports take a slogan for the nation's before a text of the nation that is here has it.

    Parameters
    ----------
    rows
        Those of a slogan: `report`, `level`, `scope`.
    days
        As from `days_of_reports`.
    above
        Day of the first document of the centre that has it; "" for none.
    """
    national = [days[row.report][0] for row in rows if row.level == LEVELS[0]]
    since = min([*national, *([above] if above else [])], default="9999")
    local = {row.report for row in rows if row.level != LEVELS[0] and row.scope == SCOPES[-1]}
    return sum(days[report][0] < since for report in local)
