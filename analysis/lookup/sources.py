"""Sources: the shipped tables as the look-up takes them, reports and places numbered in a fixed order.

A report's number is its index by year, code of the place and path, a place's its index in `data/places.csv` among those
that have a report. Rows of slogans carry the number of their report and place. Copies and annexes are left out, as
everywhere in the book: reports are those that are `used`.
"""

import functools
import hashlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from .. import paths
from ..annotation.adjudicated import adjudicated_closures, adjudicated_slogans
from ..archive.attestation import latest_day, told_day, whole_day
from ..reference import reference_reports, reference_table
from ..reference.tables import map_tiles
from ..slogans.recognition import slogan_name
from ..texts import DocumentError
from ..texts.corpus import read_corpus
from ..texts.places import known_places

LEVELS = ("national", "province", "prefecture")
"""Levels of government, in the order of their numbers."""

SCOPES = ("local", "regional", "national")
"""Whose a slogan is, in the order of the numbers: the speaker's own, of a level between, of the nation."""

_TABLES = (
    *(
        "reports.csv",
        "slogans.parquet",
        "decodings.parquet",
        "attested.csv",
        "upper_slogans.csv",
        "upper_sources.csv",
        "firsts.csv",
    ),
    *("panel.parquet", "targets.parquet", "results.parquet", "terms.parquet", "totals.parquet"),
)


class LookUpTables(NamedTuple):
    """The tables that the look-up answers from."""

    reports: pd.DataFrame  # of the reference, by number, with `place_number`
    places: pd.DataFrame  # code, place, english, pinyin, level, province_code, row, column (of the tile); by number
    slogans: pd.DataFrame  # of the reference, with `number` (of the report) and `place_number`
    decodings: pd.DataFrame  # the same
    attested: pd.DataFrame
    upper: pd.DataFrame  # slogan, first (day) and title of the first document of the centre that has it
    panel: pd.DataFrame
    targets: pd.DataFrame
    results: pd.DataFrame
    terms: pd.DataFrame
    totals: pd.DataFrame
    texts: pd.DataFrame  # the manifest of the texts of the study
    firsts: pd.DataFrame  # slogan, day, report: where names stand before they are found as slogans
    own: (
        pd.DataFrame
    )  # slogans of the texts of the study, a row a mention, with `slogan` (its name) and what closures say


@functools.cache
def look_up_tables() -> LookUpTables:
    """Return the shipped tables, numbered."""
    places = places_with_reports(reference_reports())
    numbers = dict(zip(places["code"], range(len(places)), strict=True))
    reports = with_plain_text(numbered_reports(reference_reports()))
    reports = reports.assign(place_number=reports["code"].map(numbers))
    by_report = dict(zip(reports["report"], range(len(reports)), strict=True))

    def numbered(name: str) -> pd.DataFrame:
        table = with_plain_text(reference_table(name))
        return table.assign(number=table["report"].map(by_report), place_number=table["code"].map(numbers))

    upper = reference_table("upper_slogans").merge(reference_table("upper_sources")[["document", "title"]])
    docs = read_corpus()
    return LookUpTables(
        reports,
        places,
        numbered("slogans"),
        numbered("decodings"),
        reference_table("attested"),
        upper,
        with_plain_text(reference_table("panel")),
        with_plain_text(reference_table("targets")),
        with_plain_text(reference_table("results")),
        with_plain_text(reference_table("terms")),
        reference_table("totals"),
        docs.drop(columns=["raw", "reading"]),
        reference_table("firsts"),
        own_slogans(adjudicated_slogans(docs), adjudicated_closures(docs)),
    )


def with_plain_text(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose text is text of Python, each once: read one by one, the cells of Arrow are made anew.

    Parameters
    ----------
    table
        Any; what is missing stays missing.
    """
    columns = {str(name): table[name] for name in table if isinstance(table[name].dtype, pd.StringDtype)}
    return table.assign(**{name: _plain_column(column) for name, column in columns.items()})


def _plain_column(column: pd.Series) -> pd.Series:
    codes, known = pd.factorize(column)
    texts = np.append(np.asarray(known, dtype=object), np.nan)  # that of the code -1 stands last
    return pd.Series(texts[codes], column.index, dtype=object)


def days_of_reports(reports: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Return the day of each report by which it stands in order, `latest_day`, and what is known of it, `told_day`.

    Parameters
    ----------
    reports
        As from `reference_reports`.
    """
    told = reports["delivered"].fillna("").astype(str)
    rows = zip(reports["report"], told, reports["year"], strict=True)
    return {name: (latest_day(when, year), told_day(when, year)) for name, when, year in rows}


def is_surely_older(document: str, day: str) -> bool:
    """Return whether a document of a day, a month or a year is older than a day, whichever of its days it is of."""
    return whole_day(document) < day


def earlier_reports(tables: LookUpTables) -> dict[str, str]:
    """Return the report in which a name stands before any local report has it as a slogan, by the name.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    """
    days = {name: day for name, (day, _) in days_of_reports(tables.reports).items()}
    named = tables.slogans[
        tables.slogans["slogan"].isin(tables.firsts["slogan"]) & (tables.slogans["level"] != LEVELS[0])
    ]
    first = named["report"].map(days).groupby(named["slogan"]).min().to_dict()
    rows = zip(tables.firsts["slogan"], tables.firsts["report"], strict=True)
    return {slogan: report for slogan, report in rows if days[report] < first.get(slogan, "")}


def numbered_reports(reports: pd.DataFrame) -> pd.DataFrame:
    """Return reports in the order of their numbers, which are the index.

    Parameters
    ----------
    reports
        As from `reference_reports`.
    """
    return reports.sort_values(["year", "code", "report"], kind="stable").reset_index(drop=True)


def places_with_reports(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the places that have a report, in the order of `data/places.csv`, by their numbers.

    Parameters
    ----------
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        `code`, `place`, `english`, `pinyin`, `level`, `province_code`; `row` and `column` of a province on the map of
        tiles, missing for others.

    Raises
    ------
    DocumentError
        If a report is of no place that data/places.csv has; the message names it.
    """
    codes = set(reports["code"])
    known = {place.code: place for place in known_places() if place.code in codes}
    nowhere = reports.loc[~reports["code"].isin(known), "report"]
    if len(nowhere):
        raise DocumentError(f"reports.csv: the code of {nowhere.iloc[0]} is of no place; add it to data/places.csv")
    tiles = map_tiles().set_index("province")
    rows = [
        (place.code, place.place, place.english, place.pinyin, place.level, place.province_code)
        for place in known.values()
    ]
    table = pd.DataFrame(rows, columns=["code", "place", "english", "pinyin", "level", "province_code"])
    at = table["place"].where(table["level"] == LEVELS[1])
    return table.assign(row=at.map(tiles["row"]), column=at.map(tiles["column"]))


def own_slogans(slogans: pd.DataFrame, closures: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans of the texts of the study, each mention with what its text enumerates of it.

    Parameters
    ----------
    slogans, closures
        As from `adjudicated_slogans` and `adjudicated_closures`.

    Returns
    -------
    DataFrame
        A row a mention: `doc_id`, `start`, `end`, `slogan` (as the reference writes names), `type`, `scope`, `digits`,
        `announced`, `found`, `verdict`, `members` (a tuple).
    """
    key = ["doc_id", "start", "end"]
    told = closures[[*key, "announced", "found", "verdict", "items"]].rename(columns={"items": "members"})
    rows = slogans[[*key, "quote", "type", "scope", "digits"]].merge(told, on=key, validate="one_to_one")
    named = rows["quote"].map(slogan_name)
    rows = rows.assign(slogan=named, announced=rows["announced"].astype(float)).drop(columns="quote")
    return rows.sort_values(key, kind="stable").reset_index(drop=True)


@functools.cache
def data_fingerprint() -> str:
    """Return the fingerprint of the shipped tables: the first eight digits of a SHA-256 over their names and bytes."""
    return fingerprint_of([*look_up_files()])


def look_up_files() -> list[Path]:
    """Return the shipped files that the look-up answers from, by name."""
    gold = [path for path in paths.GOLD.rglob("*") if path.is_file()]
    corpus = [path for path in paths.CORPUS.iterdir() if path.is_file()]
    tables = [paths.REFERENCE / name for name in _TABLES]
    others = [paths.PLACES, paths.DATA / "tiles.csv", paths.DATA / "accuracy.csv", paths.MANIFEST]
    return sorted([*tables, *others, *gold, *corpus])


def fingerprint_of(files: list[Path]) -> str:
    """Return eight hexadecimal digits that change with the name or content of a file.

    Parameters
    ----------
    files
        Below the folder of the data; their order does not matter.
    """
    found = hashlib.sha256()
    for path in sorted(files):
        content = path.read_bytes()
        found.update(f"{path.name}:{len(content)}:".encode() + content)
    return found.hexdigest()[:8]
