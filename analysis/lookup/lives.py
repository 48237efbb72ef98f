"""Lives of slogans: in how many of a year's reports a slogan stands, by level, and in which places, since when."""

import pandas as pd

from .sources import SCOPES


def slogan_life(rows: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return in how many reports of each level and year a slogan stands.

    Parameters
    ----------
    rows
        Rows of the table `slogans` of one slogan.
    reports
        As from `reference_reports`, or some of them.

    Returns
    -------
    DataFrame
        A row a level and year that has a report: `level`, `year`, `reports`, `with_it` (0 where none has it).
    """
    key = ["level", "year"]
    every = reports.groupby(key).size().rename("reports")
    own = rows[rows["report"].isin(reports["report"])].drop_duplicates("report").groupby(key).size()
    return every.to_frame().assign(with_it=own.reindex(every.index, fill_value=0).astype(int)).reset_index()


def slogan_places(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the places whose reports have a slogan, those that had it first before others.

    Parameters
    ----------
    rows
        Rows of the table `slogans` of one slogan.

    Returns
    -------
    DataFrame
        A row a place, by first year and code: `place`, `code`, `level`, `province`, `first`, `last`, `years` (a tuple,
        ascending) and `mentions` (in all).
    """
    grouped = rows.sort_values(["code", "year"], kind="stable").groupby("code")
    table = grouped.agg(
        place=("place", "first"),
        level=("level", "first"),
        province=("province", "first"),
        first=("year", "min"),
        last=("year", "max"),
        years=("year", lambda years: tuple(int(year) for year in dict.fromkeys(years))),
        mentions=("mentions", "sum"),
    ).reset_index()
    columns = ["place", "code", "level", "province", "first", "last", "years", "mentions"]
    return table.sort_values(["first", "code"], kind="stable")[columns].reset_index(drop=True)


def slogan_explanations(rows: pd.DataFrame) -> pd.DataFrame:
    """Return what reports say that a slogan counts: each list of members once, those of most reports first.

    Parameters
    ----------
    rows
        Rows of the table `decodings` of one slogan, with `number` (of the report).

    Returns
    -------
    DataFrame
        A row a list of members: `members` (a tuple, empty where the definition lists none), `announced`, `found`,
        `closes`, `form` (of the first report that has it) and `numbers` (of its reports, a tuple, ascending).
    """
    listed = rows.assign(members=[tuple(map(str, members)) for members in rows["members"]])
    listed = listed.sort_values(["number", "start"], kind="stable")
    found = []
    for members, own in listed.groupby("members", sort=False):
        first = own.iloc[0]
        numbers = tuple(int(number) for number in dict.fromkeys(own["number"]))
        found.append((members, first["announced"], int(first["found"]), bool(first["closes"]), first["form"], numbers))
    found.sort(key=lambda row: (not row[0], -len(row[5]), row[5]))
    return pd.DataFrame(found, columns=["members", "announced", "found", "closes", "form", "numbers"])


def place_slogans(rows: pd.DataFrame, spread: pd.Series) -> pd.DataFrame:
    """Return the slogans of a place, those of most years first.

    Parameters
    ----------
    rows
        Rows of the table `slogans` of one place.
    spread
        How many places have each slogan, by its name.

    Returns
    -------
    DataFrame
        A row a slogan: `slogan`, `years` (a tuple, ascending), `mentions` (in all), `scope` (whose it is in most of
        the place's reports, among equals the lower) and `places` (that have it).
    """
    found = []
    ordered = rows.sort_values(["slogan", "year"], kind="stable")
    columns = (ordered[name].tolist() for name in ("slogan", "year", "mentions", "scope"))
    by_name: dict[str, tuple[dict[int, None], list[int], list[int]]] = {}
    for slogan, year, mentions, scope in zip(*columns, strict=True):
        years, counts, scopes = by_name.setdefault(slogan, ({}, [], [0] * len(SCOPES)))
        years[int(year)] = None
        counts.append(int(mentions))
        scopes[SCOPES.index(scope)] += 1
    for slogan, (years, counts, scopes) in by_name.items():
        whose = SCOPES[scopes.index(max(scopes))]
        found.append((slogan, tuple(years), sum(counts), whose, int(spread[slogan])))
    found.sort(key=lambda row: (-len(row[1]), -row[2], row[0]))
    return pd.DataFrame(found, columns=["slogan", "years", "mentions", "scope", "places"])


def places_of_slogans(slogans: pd.DataFrame) -> pd.Series:
    """Return how many places have each slogan of the table `slogans`, by its name."""
    return slogans.groupby("slogan")["code"].nunique()
