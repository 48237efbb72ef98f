"""Accounts: what the page of a slogan or of a place tells, read from the tables of the look-up for many at once.

`slogan_accounts` and `place_accounts` go through the rows once. Shares are of the reports of a level and year.
Nothing is ranked.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from ..extraction.standings import FEW_REPORTS
from ..lookup.lives import uses_apart
from ..lookup.promises import RESULT_WORDINGS, indicator_panel, result_quotes
from ..lookup.sources import LEVELS, SCOPES, LookUpTables, days_of_reports
from ..reference.diffusion import is_telephone
from ..reference.ladder import report_growth_targets
from .drawing import Share
from .firsts import PlaceYears, earlier_places, unled_reports
from .indicators import IndicatorGrid, indicator_grids

NATION_CODE = "000000"
"""Of the nation, ours: the standard has none."""

MOST_NAMES = 15
"""Slogans in each of the two tables of a place; the look-up has all."""

PAGES_FROM = 50
"""Reports from which a slogan has a page of its own."""


class Explanation(NamedTuple):
    """What reports say that a slogan counts."""

    members: tuple[str, ...]  # none where the definition lists none
    reports: tuple[tuple[str, int], ...]  # code of the place, year


class OwnMention(NamedTuple):
    """A mention of a slogan in one of the texts of the study."""

    doc_id: str
    start: int  # code points into the raw text
    members: tuple[str, ...]
    verdict: str  # "" for a slogan that announces no number


class SloganAccount(NamedTuple):
    """What is known of a slogan."""

    slogan: str
    type: str
    mentions: int
    scopes: tuple[int, ...]  # reports in which it is the speaker's own, of a level between, of the nation
    unled: int  # of the last those that are earlier than any national report and document of the centre with it
    counts: bool  # whether its numerals are more than a single 1, which is hardly short for anything
    life: Mapping[str, tuple[Share, ...]]  # by level: every year with reports since the first that has it
    spread: tuple[PlaceYears, ...]  # by the day of the first report and code
    explanations: tuple[Explanation, ...]  # those of most reports first
    own: tuple[OwnMention, ...]
    above: tuple[str, str]  # day and title of the first document of the centre that has it; "" for none
    earlier: PlaceYears | None  # where the words stand before any report that has them as a slogan

    @property
    def reports(self) -> int:
        """Return how many reports have it."""
        return sum(self.scopes)

    @property
    def nation(self) -> int | None:
        """Return the first year whose national report has it; None if none has."""
        return next((place.years[0] for place in self.spread if not place.province), None)

    @property
    def years(self) -> tuple[int, int] | None:
        """Return the first and last year of a report that has it; None if none has."""
        every = [year for place in self.spread for year in place.years]
        return (min(every), max(every)) if every else None

    @property
    def is_telephone(self) -> bool:
        """Return whether most mentions are of a hotline."""
        return is_telephone(self.slogan)

    @property
    def apart(self) -> tuple[int, int] | None:
        """Return the years of the first report and the next of a doctrine, if they lie far apart."""
        shares = [share for of_level in self.life.values() for share in of_level]
        return uses_apart(self.slogan, [share.year for share in shares for _ in range(share.holding)])

    @property
    def peak(self) -> Share | None:
        """Return the year of which the largest share of local reports have it, of those with `FEW_REPORTS` or more."""
        years: dict[int, Share] = {}
        for share in (share for level, shares in self.life.items() if level != LEVELS[0] for share in shares):
            had = years.get(share.year, Share(share.year, 0, 0))
            years[share.year] = Share(share.year, had.holding + share.holding, had.reports + share.reports)
        enough = [share for share in years.values() if share.reports >= FEW_REPORTS and share.holding]
        return max(enough, key=lambda share: (share.share, -share.year), default=None)

    @property
    def peaks(self) -> list[tuple[str, Share, Share | None]]:
        """Return what `peak_shares` tells of each level below the nation, of a slogan in `FEW_REPORTS` reports or more.

        Levels together would tell how many reports of each the collection has.
        """
        found = [(level, *peak_shares(self.life.get(level, ()))) for level in LEVELS[1:] if self.reports >= FEW_REPORTS]
        return [(level, top, again) for level, top, again in found if top]


def peak_shares(shares: Iterable[Share]) -> tuple[Share | None, Share | None]:
    """Return the largest share of years with `FEW_REPORTS` reports, and the next that is a peak of its own, else None.

    It is one if `FEW_REPORTS` reports have it, if it is half as large, and if a share between is half of it or less.
    """
    known = [share for share in shares if share.reports >= FEW_REPORTS]
    ranked = sorted((share for share in known if share.holding), key=lambda share: (-share.share, share.year))
    for other in (share for share in ranked[1:] if share.holding >= FEW_REPORTS and share.share >= ranked[0].share / 2):
        ends = sorted((ranked[0].year, other.year))
        if any(ends[0] < share.year < ends[1] and share.share <= other.share / 2 for share in known):
            return ranked[0], other
    return (ranked[0] if ranked else None), None


class PromisedYear(NamedTuple):
    """A year of a place: its growth target, what came of it, and the targets above."""

    year: int
    target: float | None
    upper: float | None
    wording: str
    quote: str  # as printed
    result: float | None
    worded: str  # of the result: about, at least, at most; "" for just a number
    kept: bool | None  # None where it cannot be told
    nearly: bool  # whether it was missed by the grace of a target that says about, or less
    above: Mapping[str, float]  # targets of the year by level
    source: str  # address of the report; "" if none is known


class PlaceSlogan(NamedTuple):
    """A slogan of a place."""

    slogan: str
    years: tuple[int, ...]
    places: int  # that have it
    scope: str  # whose it is in most reports of the place


class PlaceSlogans(NamedTuple):
    """Slogans of a place."""

    total: int
    first: tuple[PlaceSlogan, ...]  # `MOST_NAMES` at most, those of most years first


class PlaceAccount(NamedTuple):
    """What is known of a place."""

    code: str
    place: str
    english: str
    level: str
    province: str
    province_code: str
    years: tuple[int, ...]  # of its reports
    span: tuple[int, int]  # first and last year of the collection for its level
    promises: tuple[PromisedYear, ...]  # every year with a report, a target or a result
    grid: IndicatorGrid
    only: PlaceSlogans  # that no other place has
    shared: PlaceSlogans


def slogans_with_pages(tables: LookUpTables) -> list[str]:
    """Return the slogans that have a page, sorted: those of `PAGES_FROM` reports or more and of the texts."""
    counts = tables.slogans.groupby("slogan")["report"].nunique()
    return sorted({*counts.index[counts >= PAGES_FROM], *tables.own["slogan"]})


# Slogans


def slogan_accounts(tables: LookUpTables, slogans: Collection[str]) -> Iterator[SloganAccount]:
    """Yield what is known of slogans, in their order.

    Parameters
    ----------
    tables
        As from `look_up_tables`.
    slogans
        Their names.
    """
    wanted = frozenset(slogans)
    order, report = ["year", "code", "number"], ["report", "code", "year"]
    rows = _grouped(
        tables.slogans, wanted, order, [*report, "level", "place", "province", "type", "scope", "mentions", "digits"]
    )
    explained = _grouped(tables.decodings, wanted, ["number", "start"], [*report, "members"])
    own = _grouped(tables.own, wanted, ["doc_id", "start"], ["doc_id", "start", "type", "digits", "members", "verdict"])
    columns = (tables.upper[name].astype(str) for name in ("slogan", "first", "title"))
    upper = {slogan: (day, title) for slogan, day, title in zip(*columns, strict=True)}
    days, earlier = days_of_reports(tables.reports), earlier_places(tables)
    sizes = Counter(zip(tables.reports["level"], tables.reports["year"], strict=True))
    for slogan in slogans:
        mine = rows.get(slogan, [])
        mentions = own.get(slogan, [])
        kinds = Counter(row.type for row in (*mine, *mentions))
        scopes = Counter(row.scope for row in mine)
        above = upper.get(slogan, ("", ""))
        yield SloganAccount(
            slogan,
            max(sorted(kinds), key=lambda kind: kinds[kind]) if kinds else "",
            sum(row.mentions for row in mine),
            tuple(scopes[scope] for scope in SCOPES),
            unled_reports(mine, days, above[0]),
            any(tuple(map(str, row.digits)) != ("1",) for row in (*mine, *mentions)),
            _life(mine, sizes),
            _spread(mine, days),
            _explanations(explained.get(slogan, [])),
            tuple(OwnMention(row.doc_id, int(row.start), *_closed(row)) for row in mentions),
            above,
            earlier.get(slogan),
        )


def _grouped(table: pd.DataFrame, wanted: frozenset[str], order: list[str], columns: list[str]) -> dict[str, list[Any]]:
    """Return the rows of each slogan in an order, with the columns that are asked for."""
    found: dict[str, list[Any]] = defaultdict(list)
    mine = table[table["slogan"].isin(wanted)].sort_values(order, kind="stable")
    rows: Iterable[Any] = mine[["slogan", *columns]].itertuples(index=False)
    for row in rows:
        found[row.slogan].append(row)
    return found


def _life(rows: Iterable[Any], sizes: Mapping[tuple[str, int], int]) -> dict[str, tuple[Share, ...]]:
    holding = Counter((level, year) for level, year, _ in {(row.level, int(row.year), row.report) for row in rows})
    if not holding:
        return {}
    first = min(year for _, year in holding)
    return {
        level: tuple(
            Share(year, holding[level, year], count)
            for (of, year), count in sorted(sizes.items())
            if of == level and year >= first
        )
        for level in LEVELS
    }


def _spread(rows: Iterable[Any], days: Mapping[str, tuple[str, str]]) -> tuple[PlaceYears, ...]:
    places: dict[str, tuple[Any, dict[int, None], list[int], list[tuple[str, str]]]] = {}
    for row in rows:
        _, years, mentions, given = places.setdefault(row.code, (row, {}, [], []))
        given.append(days[row.report])
        years[int(row.year)] = None
        mentions.append(int(row.mentions))
    found = [
        PlaceYears(code, row.place, row.province or "", tuple(years), sum(mentions), min(given))
        for code, (row, years, mentions, given) in places.items()
    ]
    return tuple(sorted(found, key=lambda place: (place.day[0], place.code)))


def _explanations(rows: Iterable[Any]) -> tuple[Explanation, ...]:
    found: dict[tuple[str, ...], dict[tuple[str, int], None]] = {}
    for row in rows:
        found.setdefault(tuple(map(str, row.members)), {})[row.code, int(row.year)] = None
    listed = [Explanation(members, tuple(reports)) for members, reports in found.items()]
    return tuple(sorted(listed, key=lambda one: (not one.members, -len(one.reports))))


def _closed(row: Any) -> tuple[tuple[str, ...], str]:
    """Return what the text lists of a mention, and how whole the list is; nothing of a slogan that announces none."""
    members, verdict = row.members, row.verdict
    return tuple(members) if isinstance(members, tuple) else (), verdict if isinstance(verdict, str) else ""


# Places


def place_accounts(tables: LookUpTables) -> Iterator[PlaceAccount]:
    """Yield what is known of each place that has a report, in the order of their numbers."""
    named = dict(zip(tables.places["code"], tables.places["place"], strict=True))
    spans = {str(level): (int(own.min()), int(own.max())) for level, own in tables.reports.groupby("level")["year"]}
    growth = report_growth_targets(tables.targets)
    quotes = dict(zip(growth["report"].astype(str), growth["quote"].astype(str), strict=True))
    sources = dict(zip(tables.reports["report"].astype(str), tables.reports["source"].astype(str), strict=True))
    years: dict[str, tuple[int, ...]] = {
        str(code): tuple(sorted(set(map(int, own)))) for code, own in tables.reports.groupby("code")["year"]
    }
    promises, grids = _promises_by_place(tables), indicator_grids(tables.panel)
    results = tables.results[tables.results["indicator"] == "gdp"]
    worded = {
        (code, year): RESULT_WORDINGS.get(quotes[0].relation, "")
        for (code, year, _), quotes in result_quotes(results, tables.reports).items()
    }
    slogans = _slogans_by_place(tables.slogans)
    listed: Iterable[Any] = tables.places.itertuples(index=False)
    for place in listed:
        codes = {LEVELS[1]: place.province_code, LEVELS[0]: NATION_CODE}
        steps = {level: _steps(promises.get(code, ())) for level, code in codes.items() if code and code != place.code}
        only, shared = slogans.get(place.code, (PlaceSlogans(0, ()), PlaceSlogans(0, ())))
        yield PlaceAccount(
            place.code,
            place.place,
            place.english,
            place.level,
            named.get(place.province_code, ""),
            place.province_code,
            years[place.code],
            spans[place.level],
            tuple(_promises(promises.get(place.code, ()), steps, quotes, sources, worded)),
            grids.get(place.code, IndicatorGrid((), (), 0)),
            only,
            shared,
        )


def _promises_by_place(tables: LookUpTables) -> dict[str, list[dict[str, Any]]]:
    """Return what the panel says of growth, a row a year with a report, a target or a result, by code."""
    key = ["code", "year"]
    filed = tables.panel.loc[tables.panel["report"].fillna("") != "", [*key, "report"]]
    rows = indicator_panel(tables.panel, "gdp").merge(filed, on=key, how="outer").sort_values(key)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    records: Iterable[Any] = rows.to_dict("records")
    for row in records:
        found[row["code"]].append(row)
    return found


def _steps(rows: Iterable[Mapping[str, Any]]) -> dict[int, float]:
    """Return the targets of a place by year."""
    return {int(row["year"]): float(row["target"]) for row in rows if not _missing(row["target"])}


def _promises(
    rows: Iterable[Mapping[str, Any]],
    steps: Mapping[str, Mapping[int, float]],
    quotes: Mapping[str, str],
    sources: Mapping[str, str],
    worded: Mapping[tuple[str, int], str],
) -> Iterator[PromisedYear]:
    for row in rows:
        year, report = int(row["year"]), row["report"]
        kept = _number(row["kept"])
        yield PromisedYear(
            year,
            _number(row["target"]),
            _number(row["upper"]),
            "" if _missing(row["wording"]) else row["wording"],
            quotes.get(report, ""),
            _number(row["result"]),
            "" if _missing(row["result"]) else worded.get((row["code"], year), ""),
            None if kept is None else bool(kept),
            kept == 0 and _number(row["reached"]) == 1,
            {level: values[year] for level, values in steps.items() if year in values},
            sources.get(report, ""),
        )


def _slogans_by_place(slogans: pd.DataFrame) -> dict[str, tuple[PlaceSlogans, ...]]:
    spread = slogans.groupby("slogan")["code"].nunique().to_dict()
    found: dict[str, dict[str, tuple[set[int], list[int]]]] = defaultdict(dict)
    columns = (slogans[name].tolist() for name in ("code", "slogan", "year"))
    scopes_of = slogans["scope"].map({scope: place for place, scope in enumerate(SCOPES)}).tolist()
    for code, slogan, year, scope in zip(*columns, scopes_of, strict=True):
        years, scopes = found[code].setdefault(slogan, (set(), [0] * len(SCOPES)))
        years.add(year)
        scopes[scope] += 1
    told = {}
    for code, own in found.items():
        rows = sorted(own.items(), key=lambda row: (-len(row[1][0]), min(row[1][0]), row[0]))
        only = [row for row in rows if spread[row[0]] == 1]
        shared = [row for row in rows if spread[row[0]] > 1]
        told[code] = tuple(
            PlaceSlogans(
                len(some),
                tuple(
                    PlaceSlogan(slogan, tuple(sorted(years)), spread[slogan], SCOPES[scopes.index(max(scopes))])
                    for slogan, (years, scopes) in some[:MOST_NAMES]
                ),
            )
            for some in (only, shared)
        )
    return told


def _number(value: Any) -> float | None:
    return None if _missing(value) else float(value)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))
