"""Whether official language has come to count more, and in whose numbers.

Estimand: mentions of numeric slogans per 10,000 characters of the reports of provinces and prefectures, by plan year
from 2000 on and by owner: the place itself (`scope` local), the level above it (regional) and the centre (national).
Panels: provinces and large cities with a report in every year (`provinces_long`, `cities_long`), and prefectures of
four years (`prefectures`); all places beside them. Interval: places drawn with all their years; the change between two
years is drawn within places.

Check of robustness: whose a name is depends on the documents above that are kept, and those of the Party are more from
2000 on than before. Hence `known` counts only what the nation's own work report of the year or of one of the five
before has by name, for which every year has the same source; and `evidence_by_year` tells what the scopes of each year
rest on.

It answers studies of centralisation since 2012, of which Jaros and Tan (2020) find that provinces keep their own
agenda, and of slogans as an order of the whole apparatus (Karmazin 2020).
"""

import re

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio, estimate_facts
from ..reference.tables import map_tiles

OWNERS_FROM = 2000
"""From here on the reports are told by owner."""

SLOGAN_OWNERS = {"own": "local", "above": "regional", "centre": "national"}
"""Whose a slogan is, and its `scope` in the reference."""

ALL_OF_LEVEL = "all places"
"""The name of the rows that have every report of a level."""

RISE_FROM, PEAK = 2012, 2022
"""Between these years the centre's numbers rise: the last plan year before the leadership changes, and the peak."""

_PANELS = {"provinces_long": "province", "cities_long": "prefecture", "prefectures": "prefecture"}
_LINES = ("provinces_long", "cities_long")  # panels with every year
_SHORT = {"provinces_long": "provinces", "cities_long": "cities"}
_PREFECTURES = (2014, 2022)  # of the panel of prefectures, years apart
_PER = 10_000  # characters
_MEMORY = 5  # years for which a name of the nation's report is known
_ALIKE = 0.15  # two densities are told as equally frequent if one exceeds the other by less than this share
_RANKING = r"(?:百|[0-9]+)强"  # 世界500强, 百强县: nation-wide, and not the centre's
_LEAST = 5  # reports of a level and year from which they are told
_NEARLY = 1.75  # times as many, for a sentence that says nearly twice
_RECENT = 2014  # from here on most prefectures are in the collection
_COLUMNS = ["panel", "level", "year", "owner", "n", "per_10k"]


def mentions_by_owner(slogans: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return how often each report of a province or prefecture mentions slogans, by owner.

    Parameters
    ----------
    slogans
        The table of the reference.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a report from `OWNERS_FROM` on: `report`, `code`, `level`, `province`, `year`, `characters`, in units of
        10,000, and the mentions: `own`, `above`, `centre`, `known` (names of the nation's own report of the year or of
        the five before) and `every`.
    """
    rows = reports[(reports["level"] != "national") & (reports["year"] >= OWNERS_FROM)]
    table = rows[["report", "code", "level", "province", "year"]].assign(characters=rows["characters_read"] / _PER)
    known = slogans.merge(_names_of_the_nation(slogans), on=["slogan", "year"])
    counted = {owner: slogans[slogans["scope"] == scope] for owner, scope in SLOGAN_OWNERS.items()}
    for owner, part in {**counted, "known": known, "every": slogans}.items():
        table[owner] = table["report"].map(part.groupby("report")["mentions"].sum()).fillna(0).astype(int)
    return table.reset_index(drop=True)


def _names_of_the_nation(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the years in which a slogan is known from the nation's report: `slogan`, `year`."""
    named = slogans.loc[slogans["level"] == "national", ["slogan", "year"]]
    return pd.concat([named.assign(year=named["year"] + later) for later in range(_MEMORY + 1)]).drop_duplicates()


def density_by_owner(mentions: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions per 10,000 characters by owner and year, of all places and of the panels.

    Parameters
    ----------
    mentions
        As from `mentions_by_owner`.
    members
        The table `panels` of the reference: `panel`, `report`.

    Returns
    -------
    DataFrame
        `panel` (`ALL_OF_LEVEL` or a constant panel), `level`, `year`, `owner`, `n` reports, `per_10k`. Of all places
        years with fewer than five reports are left out.
    """
    parts = []
    for level in dict.fromkeys(_PANELS.values()):
        every = _by_year(mentions[mentions["level"] == level])
        parts.append(every[every["n"] >= _LEAST].assign(panel=ALL_OF_LEVEL, level=level))
    for panel, level in _PANELS.items():
        parts.append(_by_year(of_panel(mentions, members, panel)).assign(panel=panel, level=level))
    return pd.concat(parts)[_COLUMNS].reset_index(drop=True)


def _by_year(rows: pd.DataFrame) -> pd.DataFrame:
    years = rows.groupby("year")
    sums = years[["characters", *SLOGAN_OWNERS]].sum().assign(n=years.size()).reset_index()
    long = sums.melt(["year", "n", "characters"], list(SLOGAN_OWNERS), var_name="owner", value_name="mentions")
    return long.assign(per_10k=long["mentions"] / long["characters"])


def of_panel(mentions: pd.DataFrame, members: pd.DataFrame, panel: str) -> pd.DataFrame:
    """Return the rows of the reports of a constant panel."""
    return mentions[mentions["report"].isin(members.loc[members["panel"] == panel, "report"])]


def change_between(rows: pd.DataFrame, owner: str, years: tuple[int, int]) -> tuple[Estimate, Estimate, Estimate]:
    """Return the mentions per 10,000 characters in two years and by how much the later ones are more.

    Parameters
    ----------
    rows
        As from `mentions_by_owner`, of a panel.
    owner
        Column of mentions.
    years
        The earlier and the later year.

    Raises
    ------
    ValueError
        If a year has no report.
    """
    first, last = years
    both = rows[rows["year"].isin(years)].assign(late=lambda table: table["year"] == last)
    return (
        clustered_ratio(both[both["year"] == first], owner, "characters"),
        clustered_ratio(both[both["year"] == last], owner, "characters"),
        clustered_difference(both, owner, "characters", of="late"),
    )


def density_of_provinces(mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions per 10,000 characters in each province's own reports since 2014, and in its prefectures'.

    Provinces are compared by their own reports: one a year, of one level. A municipality has no others.

    Parameters
    ----------
    mentions
        As from `mentions_by_owner`.

    Returns
    -------
    DataFrame
        A row a province, the highest first: `province`, `en`, `short`, `n` own reports, `per_10k` with its interval
        `low` and `high` (years drawn), `below_n` and `below` (reports of its prefectures, and their mentions per 10,000
        characters; missing where there are none); `row` and `column` on a map of equal tiles.
    """
    recent = mentions[mentions["year"] >= _RECENT]
    rows = []
    for tile in map_tiles().itertuples(index=False):
        every = recent[recent["province"] == tile.province]
        own, below = (every[every["level"] == level] for level in ("province", "prefecture"))
        if len(own):
            found = clustered_ratio(own, "every", "characters", place="year")
            rate = below["every"].sum() / below["characters"].sum() if len(below) else float("nan")
            measured = (found.n, found.value, found.low, found.high, len(below), rate)
            rows.append((tile.province, tile.en, tile.short, *measured, tile.row, tile.column))
    columns = ["province", "en", "short", "n", "per_10k", "low", "high", "below_n", "below", "row", "column"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values("per_10k", ascending=False, kind="stable").reset_index(drop=True)


def check_places(provinces: pd.DataFrame, density: pd.DataFrame) -> None:
    """Check what the chapter says of levels and provinces.

    Parameters
    ----------
    provinces
        As from `density_of_provinces`.
    density
        As from `density_by_level`: `level`, `year`, `per_10k_characters`.

    Raises
    ------
    ClaimError
        If a sentence is no longer true.
    """
    peaks = density.loc[density.groupby("level")["per_10k_characters"].idxmax()].set_index("level")
    claim((peaks["year"] - PEAK).abs().max() <= 2, "atlas: all levels were densest around 2022")
    highest = peaks["per_10k_characters"]
    claim(
        highest["prefecture"] > 2 * highest["national"], "atlas: the nation has less than half of what prefectures had"
    )
    apart = provinces["per_10k"].max() / provinces["per_10k"].min()
    claim(_NEARLY < apart < 2, "atlas: the densest province has nearly twice the mentions of the sparsest")
    pairs = provinces.merge(provinces, how="cross", suffixes=("", "_of_other"))
    overlap = (pairs["low"] < pairs["high_of_other"]) & (pairs["low_of_other"] < pairs["high"])
    alone = len(provinces)  # a province overlaps with itself
    claim(2 * (overlap.sum() - alone) > len(pairs) - alone, "atlas: most intervals of two provinces overlap")


def evidence_by_year(slogans: pd.DataFrame) -> pd.DataFrame:
    """Return what the scopes of each year rest on.

    Parameters
    ----------
    slogans
        The table of the reference.

    Returns
    -------
    DataFrame
        A row a year of provinces and prefectures together: `year`, `mentions`, and the shares of the mentions by
        evidence (`attested`, `spread`, `words`, `glossary`, `generic`, `default`).
    """
    rows = slogans[(slogans["level"] != "national") & (slogans["year"] >= OWNERS_FROM)]
    counts = rows.groupby(["year", "scope_why"])["mentions"].sum().unstack(fill_value=0)
    counts = counts.reindex(columns=["attested", "spread", "words", "glossary", "generic", "default"], fill_value=0)
    totals = counts.sum(axis=1)
    return counts.div(totals, axis=0).assign(mentions=totals).reset_index()


def names_of_the_centre(slogans: pd.DataFrame, members: pd.DataFrame) -> dict[int, list[str]]:
    """Return the names of the centre that the same large cities mention most, the most frequent first, by year.

    Parameters
    ----------
    slogans, members
        The tables `slogans` and `panels` of the reference.
    """
    rows = of_panel(slogans[slogans["scope"] == SLOGAN_OWNERS["centre"]], members, "cities_long")
    counts = rows.groupby(["year", "slogan"])["mentions"].sum().sort_values(ascending=False, kind="stable")
    names: dict[int, list[str]] = {}
    for year, slogan in counts.index:
        names.setdefault(int(year), []).append(str(slogan))
    return names


def check_names_of_the_centre(names: dict[int, list[str]]) -> None:
    """Check what the chapter says of the most frequent names.

    Parameters
    ----------
    names
        As from `names_of_the_centre`.

    Raises
    ------
    ClaimError
        If other names are the most frequent.
    """
    early, late = ([name for name in names[year] if not re.search(_RANKING, name)] for year in (RISE_FROM, PEAK))
    claim(early[:2] == ["双拥", "三个代表"], "atlas: in 2012 the most frequent, rankings aside, are 双拥 and 三个代表")
    leads = {"两个维护", "双拥", "一带一路", "两个确立"}
    claim(set(late[:4]) == leads, "atlas: in 2022 两个维护, 双拥, 一带一路 and 两个确立 are the most frequent")
    claim(late[4] == "双减", "atlas: in 2022 双减 comes next")
    claim(not {"两个维护", "两个确立"} & set(early), "atlas: 两个维护 and 两个确立 are in no report of 2012")


def ranking_facts(slogans: pd.DataFrame, members: pd.DataFrame) -> Facts:
    """Return which share of the nation-wide mentions of the same large cities are rankings, in both years.

    Parameters
    ----------
    slogans, members
        The tables `slogans` and `panels` of the reference.
    """
    rows = of_panel(slogans[slogans["scope"] == SLOGAN_OWNERS["centre"]], members, "cities_long")
    ranked = rows["mentions"].where(rows["slogan"].str.contains(_RANKING), 0)
    shares = ranked.groupby(rows["year"]).sum() / rows.groupby("year")["mentions"].sum()
    return {"rankings-then": f"{shares[RISE_FROM]:.0%}", "rankings-now": f"{shares[PEAK]:.0%}"}


def nationalisation_facts(mentions: pd.DataFrame, members: pd.DataFrame, evidence: pd.DataFrame) -> Facts:
    """Return the numbers by which the chapters tell how much the country counts, and in whose numbers.

    Parameters
    ----------
    mentions, evidence
        As from `mentions_by_owner` and `evidence_by_year`, the latter of the same provinces.
    members
        The table `panels` of the reference.

    Raises
    ------
    ClaimError
        If a sentence of the chapters is no longer true.
    """
    facts: Facts = {}
    for panel in _LINES:
        rows, name = of_panel(mentions, members, panel), _SHORT[panel]
        first, last = int(rows["year"].min()), int(rows["year"].max())
        _check_rises(rows, (first, last))
        facts |= {
            f"long-{name}": f"{rows['code'].nunique()}",
            f"long-{name}-first": str(first),
            f"long-{name}-last": str(last),
        }
        facts |= _change_facts(f"{name}-every", change_between(rows, "every", (first, last)))
        for owner in ("own", "centre", "known"):
            facts |= _change_facts(f"{name}-{owner}", change_between(rows, owner, (RISE_FROM, PEAK)))
        since = change_between(rows, "centre", (PEAK, last))[2]
        facts |= {f"{name}-centre-since-down": f"{-since.value:.1f}"}
    provinces = of_panel(mentions, members, _LINES[0])
    early = (int(provinces["year"].min()), RISE_FROM)
    own, centre = (change_between(provinces, owner, early) for owner in ("own", "centre"))
    claim(own[2].low > 0 > centre[2].high, "atlas: until 2012 own numbers rose and the centre's fell")
    _check_quadrupled(provinces)
    facts |= _change_facts("provinces-own-early", own) | _change_facts("provinces-centre-early", centre)
    prefectures = of_panel(mentions, members, "prefectures")
    change = change_between(prefectures, "centre", _PREFECTURES)
    claim(2.5 < change[1].value / change[0].value < 3, "atlas: in prefectures the centre's numbers nearly tripled")
    last = int(provinces["year"].max())
    return {
        **facts,
        **_change_facts("prefectures-centre", change),
        "centre-from": str(RISE_FROM),
        "centre-to": str(PEAK),
        "centre-first-year": str(early[0]),
        "centre-last-year": str(last),
        "centre-first": f"{_density(provinces, early[0], 'centre'):.0f}",
        "centre-last": f"{_density(provinces, last, 'centre'):.0f}",
        **_evidence_facts(evidence),
        "alike-within": f"{_ALIKE:.0%}",
    }


def _check_rises(rows: pd.DataFrame, ends: tuple[int, int]) -> None:
    """Check what the chapter says of the panel of provinces and of that of large cities alike."""
    own, centre, known = (change_between(rows, owner, (RISE_FROM, PEAK)) for owner in ("own", "centre", "known"))
    claim(change_between(rows, "every", ends)[2].low > 0, "atlas: the same places count more")
    claim(centre[1].value > 3 * centre[0].value, "atlas: the centre's numbers more than tripled from 2012 to 2022")
    claim(known[1].value > 3 * known[0].value, "atlas: so did the names of the nation's own report")
    claim(own[2].low > 0, "atlas: own numbers went on growing from 2012 to 2022")
    claim(centre[2].low > own[2].high, "atlas: the centre's numbers rose by more than own ones")
    since = change_between(rows, "centre", (PEAK, ends[1]))[2]
    claim(since.high < 0, "atlas: since 2022 the centre's numbers have fallen")
    claim(_alike(rows, ends[1]), "atlas: today a report names the centre's numbers about as often as its own")


def _check_quadrupled(provinces: pd.DataFrame) -> None:
    """Check what the chapter's answer and the landing page say of the same provinces."""
    then, now, _ = change_between(provinces, "centre", (RISE_FROM, PEAK))
    claim(now.value >= 4 * then.value, "atlas: the centre's numbers receded and then quadrupled")
    first, last = int(provinces["year"].min()), int(provinces["year"].max())
    before, after = (_density(provinces, year, "every") for year in (first, last))
    claim(after > 2 * before, "findings: the same provinces use more than twice as many numbers as at first")
    claim(after < _density(provinces, PEAK, "every"), "findings: the same provinces use fewer numbers than in 2022")
    claim(_alike(provinces, first), "atlas: at first the centre's numbers were as frequent as a place's own")
    share = _density(provinces, last, "centre") / _density(provinces, last, "every")
    claim(0.45 < share < 0.5, "atlas: today nearly half of what provinces count is the centre's")


def _alike(rows: pd.DataFrame, year: int) -> bool:
    """Tell whether own numbers and the centre's are equally frequent in a year, within `_ALIKE`."""
    densities = [_density(rows, year, owner) for owner in ("own", "centre")]
    return max(densities) < (1 + _ALIKE) * min(densities)


def _density(rows: pd.DataFrame, year: int, owner: str) -> float:
    return clustered_ratio(rows[rows["year"] == year], owner, "characters").value


def _change_facts(name: str, change: tuple[Estimate, Estimate, Estimate]) -> Facts:
    """Return a change as the prose prints it: `NAME-then`, `NAME-now`, `NAME-change` and its interval."""
    then, now, more = change
    return {
        f"{name}-then": f"{then.value:.0f}",
        f"{name}-now": f"{now.value:.0f}",
        **estimate_facts(f"{name}-change", more, "{:.1f}"),
        f"{name}-change-interval": f"{more.low:.1f} to {more.high:.1f}",
    }


def _evidence_facts(evidence: pd.DataFrame) -> Facts:
    """Return on which share of mentions an owner rests that nothing but silence tells, by year."""
    silent = evidence.set_index("year")[["default", "generic"]].sum(axis=1)
    return {"silent-least": f"{silent.min():.0%}", "silent-most": f"{silent.max():.0%}"}
