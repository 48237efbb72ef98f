"""How numeric slogans travel: where they begin, how fast places take them up, and who comes first.

Estimands, of slogans that ten places or more have, that travel and are no homonyms, first attested between
`FIRST_BEGINNING` and `LAST_BEGINNING`: (1) in how many places and provinces a slogan is in the plan year in which it is
first attested; one that many provinces have within the same weeks comes from a source that they share, most often one
above them that is not in the archive. (2) Of the places of a constant panel that do not have it in that year, the share
that has it by the next (those of the first year, many by construction where many begin, count in neither number), and
whether the nation's report takes it up. (3) The share of these places by years from the nation's report (event time).

Panel: the 24 provinces and 27 large cities with a report in every year since 2014, for (2) and (3); all places of the
archive for (1). Intervals are clustered by slogan. Robustness: doctrines of the lexicon left out; first places that
have a report of the year before alone. Literature: Zhu (2014), for whom commands from above spread instruments fast and
alike; Heilmann (2008), experimentation under hierarchy.
"""

import pandas as pd

from ..archive.attestation import PROVINCES_AT_ONCE
from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, estimate_facts
from ..reference.diffusion import diffusion_table
from ..slogans import doctrines_by_name
from .uptake import BEGINNINGS, FIRST_EVENT, LAST_EVENT, STEADY_FROM, check_waves, steady_uses, waves_before

FIRST_BEGINNING, LAST_BEGINNING = 2015, 2023
"""Slogans are followed that begin in these plan years: before, most prefectures are not in the archive, and one that
begins later has had no time."""


FIRST_PLACES_READ = {"read": 50, "right": 38, "homonyms": 8}
"""First places that were read in the reports in November 2026: of so many so many are right, and so many are of another
slogan of the same name; the others are wrong."""

_LEAST_HEAD = 4  # characters
_WHOLE_DAY = len("2017-01-16")


def slogan_beginnings(
    slogans: pd.DataFrame, reports: pd.DataFrame, decodings: pd.DataFrame, firsts: pd.DataFrame
) -> pd.DataFrame:
    """Return where the slogans of ten places or more begin.

    Parameters
    ----------
    slogans, reports, decodings, firsts
        The tables of the reference, as from `reference_table` and `reference_reports`.

    Returns
    -------
    DataFrame
        A row a slogan that travels and is no homonym: `slogan`, `type`, `places`, `provinces`, `first` (day by which
        reports stand in order), `first_told` (what is known of it), `first_place`, `code` and `home` (its province),
        `undated` (other places whose report of that year has it and tells no day, so that it may be the first one),
        `level`, `year` (plan year of the first report), `begins_in` and `begins_at` (provinces and places that have it
        in that year), `beginning` (of `BEGINNINGS`), `before` (places that have it before the nation), `national` (plan
        year of the first report of the nation, 0 if there is none), `doctrine` (the lexicon knows it) and `known_place`
        (the first place has a report of the year before).
    """
    table = diffusion_table(slogans, reports, decodings, firsts)
    table = table[~table["homonym"]]
    listed = reports.set_index("report")
    names = {"first_report": ("code", "province", "level", "year"), "nation_report": ("year",)}
    for report, columns in names.items():
        for column in columns:
            table[f"{report}-{column}"] = table[report].map(listed[column])
    starts = table.set_index("slogan")["first_report-year"]
    uses = slogan_uses(slogans, reports, firsts, starts)
    begun = uses[uses["year"] == uses["slogan"].map(starts)]
    opening = begun.groupby("slogan")
    first_places = table.set_index("slogan")["first_place"]
    open_day = (begun["delivered"].str.len() < _WHOLE_DAY) & (begun["place"] != begun["slogan"].map(first_places))
    undated = {name: "、".join(own["place"]) for name, own in begun[open_day].sort_values("code").groupby("slogan")}
    known = set(zip(reports["code"], reports["year"], strict=True))
    table = table.assign(
        code=table["first_report-code"],
        home=table["first_report-province"],
        level=table["first_report-level"],
        year=table["first_report-year"].astype(int),
        undated=[undated.get(name, "") for name in table["slogan"]],
        begins_in=table["slogan"].map(opening["province"].nunique()),
        begins_at=table["slogan"].map(opening["code"].nunique()),
        national=table["nation_report-year"].fillna(0).astype(int),
        doctrine=table["slogan"].isin(doctrines_by_name()),
    )
    table["beginning"] = [_beginning(*row) for row in table[["begins_in", "begins_at"]].to_numpy()]
    table["known_place"] = [pair in known for pair in zip(table["code"], table["year"] - 1, strict=True)]
    return table[_BEGINNING_COLUMNS].reset_index(drop=True)


_BEGINNING_COLUMNS = [
    *(
        "slogan",
        "type",
        "places",
        "provinces",
        "first",
        "first_told",
        "first_place",
        "code",
        "home",
        "undated",
        "level",
        "year",
    ),
    *("begins_in", "begins_at", "beginning", "before", "national", "doctrine", "known_place"),
]


def _beginning(provinces: int, places: int) -> str:
    if places == 1:
        return BEGINNINGS[0]
    if provinces == 1:
        return BEGINNINGS[1]
    return BEGINNINGS[2 if provinces < PROVINCES_AT_ONCE else 3]


def slogan_uses(slogans: pd.DataFrame, reports: pd.DataFrame, firsts: pd.DataFrame, starts: pd.Series) -> pd.DataFrame:
    """Return which reports below the nation have which of the slogans, from the year of the first on.

    Parameters
    ----------
    slogans, reports, firsts
        As in `slogan_beginnings`.
    starts
        Plan year of the first report of each slogan, by its name: before it a doctrine's name is another's.

    Returns
    -------
    DataFrame
        A row a slogan and report: `slogan` and the columns of `reports`.
    """
    pairs = pd.concat([slogans[["slogan", "report"]], firsts[["slogan", "report"]]]).drop_duplicates()
    uses = pairs[pairs["slogan"].isin(starts.index)].merge(reports, on="report")
    later = uses["year"] >= uses["slogan"].map(starts)
    return uses[later & (uses["level"] != "national")].reset_index(drop=True)


def followed_slogans(beginnings: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that begin between `FIRST_BEGINNING` and `LAST_BEGINNING`."""
    return beginnings[beginnings["year"].between(FIRST_BEGINNING, LAST_BEGINNING)].reset_index(drop=True)


def with_the_nation(followed: pd.DataFrame, attested: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans with what tells that they are the nation's.

    Parameters
    ----------
    followed
        As from `followed_slogans`.
    attested
        The table of that name; names of the nation have no owner.

    Returns
    -------
    DataFrame
        The rows of `followed` with `known_since` (the day of a document of the nation, or the year in which many places
        have it at once, whichever is earlier; of a longer name that begins with one of the nation's, that one's; empty
        if nothing is known) and `older` (a document of the nation has it on a day before the first report below).
    """
    nation = attested[attested["owner"].fillna("") == ""].sort_values(["since", "why"], kind="stable")
    of_document = nation["why"] == "attested"
    told = nation["since"].where(of_document, nation["since"].str[:4])
    known = dict(zip(nation["slogan"][::-1], told[::-1], strict=True))
    documents = nation[of_document].groupby("slogan")["since"].min()
    older = followed["slogan"].map(documents).fillna("9999") < followed["first"]
    since = [next((known[head] for head in _heads(name) if head in known), "") for name in followed["slogan"]]
    return followed.assign(known_since=since, older=older)


def _heads(name: str) -> list[str]:
    """Return a name and its beginnings of `_LEAST_HEAD` characters or more, longest first."""
    return [name, *(name[:end] for end in range(len(name) - 1, _LEAST_HEAD - 1, -1))]


def reached_shares(followed: pd.DataFrame, uses: pd.DataFrame, panels: pd.DataFrame) -> pd.DataFrame:
    """Return which share of the constant panel has had each slogan by so many years after its first.

    Parameters
    ----------
    followed
        As from `with_the_nation`.
    uses
        As from `slogan_uses`.
    panels
        The table of the reference.

    Returns
    -------
    DataFrame
        The rows of `followed` with `after_0` to `after_3` (share of the places of the panel) and `newly` (of those
        without it in the first year, the share that has it a year later; missing if all have it at once).
    """
    steady, places = steady_uses(uses, panels)
    begun = steady.groupby(["slogan", "code"])["year"].min().reset_index()
    waited = begun["year"] - begun["slogan"].map(followed.set_index("slogan")["year"])
    columns = {
        f"after_{years}": followed["slogan"].map(begun[waited <= years].groupby("slogan").size()).fillna(0) / places
        for years in range(4)
    }
    without = (1 - columns["after_0"]).where(columns["after_0"] < 1)
    return followed.assign(**columns, newly=(columns["after_1"] - columns["after_0"]) / without)


def beginning_shares(reached: pd.DataFrame) -> pd.DataFrame:
    """Return what becomes of slogans by where they begin.

    Parameters
    ----------
    reached
        As from `reached_shares`.

    Returns
    -------
    DataFrame
        A row a beginning of `BEGINNINGS`: `beginning`, `followed` (slogans), `newly` (mean share of the places without
        one that take it up a year later), `provinces` (median that have one at last), `taken_up` (slogans that the
        nation's report has), `known` (slogans known as the nation's), `nation_example` (of these the three of most
        places) and `other_example` (of the others).
    """
    rows = []
    for beginning in BEGINNINGS:
        own = reached[reached["beginning"] == beginning].sort_values(
            ["places", "slogan"], ascending=[False, True], kind="stable"
        )
        known = own["known_since"] != ""
        told = own["newly"].mean(), own["provinces"].median(), int((own["national"] > 0).sum()), int(known.sum())
        examples = ("；".join(own.loc[part, "slogan"].head(3)) for part in (known, ~known))
        rows.append((beginning, len(own), *told, *examples))
    columns = ["beginning", "followed", "newly", "provinces", "taken_up", "known", "nation_example", "other_example"]
    return pd.DataFrame(rows, columns=columns)


def speed_difference(reached: pd.DataFrame) -> Estimate:
    """Return by how much more places without a slogan take it up in its second year if many provinces began, not one.

    One: a single place. Clusters are slogans.
    """
    ends = reached["beginning"].isin([BEGINNINGS[0], BEGINNINGS[3]])
    rows = reached[ends & reached["newly"].notna()]
    return clustered_difference(
        rows.assign(many=rows["beginning"] == BEGINNINGS[3]), "newly", of="many", place="slogan"
    )


def beginning_register(followed: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans of `with_the_nation`, widest first, with the columns that a reader wants to look up.

    What other places called by the name of a doctrine before it was announced tells nothing of the doctrine: it is
    known since its own first year at the earliest.
    """
    columns = [
        "slogan",
        "type",
        "first_day",
        "first_place",
        "undated",
        "begins_at",
        "begins_in",
        "places",
        "provinces",
        "known_since",
        "national",
    ]
    first_year, known = followed["year"].astype(str), followed["known_since"]
    by_namesakes = followed["doctrine"] & (known.str.len() == len("2019")) & (known < first_year)
    table = followed.rename(columns={"first_told": "first_day"}).assign(
        known_since=known.mask(by_namesakes, first_year),
        national=followed["national"].astype("Int64").where(followed["national"] > 0),
    )
    ordered = table.sort_values(["places", "slogan"], ascending=[False, True], kind="stable")
    return ordered[columns].reset_index(drop=True)


def uptake_difference(reached: pd.DataFrame) -> Estimate:
    """Return by how much more often the nation's report has slogans that begin in several provinces than others."""
    rows = reached.assign(taken=reached["national"] > 0, several=reached["begins_in"] > 1)
    return clustered_difference(rows, "taken", of="several", place="slogan")


def adoption_facts(reached: pd.DataFrame, means: pd.DataFrame, waves: pd.DataFrame, early: float) -> Facts:
    """Return the numbers of the chapter on how slogans travel.

    Parameters
    ----------
    reached, means, waves, early
        As from `reached_shares`, `event_means`, `named_waves` and `share_read_before`.
    """
    shares = beginning_shares(reached).set_index("beginning")
    taken = reached[reached["national"] > 0]
    more, faster = uptake_difference(reached), speed_difference(reached)
    by_year = means.set_index("years")
    _check_adoption(reached, shares, by_year)
    check_waves(waves)
    claim(early > 0.9, "travel: local reports are read before the nation's")
    claim(more.low > 0, "travel: the nation takes up what several provinces begin more often than other slogans")
    claim(faster.low > 0, "travel: what many provinces begin goes on faster than what one place begins")
    facts: Facts = {
        "slogans-followed": str(len(reached)),
        "followed-first-year": str(FIRST_BEGINNING),
        "followed-last-year": str(LAST_BEGINNING),
        "event-first": str(FIRST_EVENT),
        "event-last": str(LAST_EVENT),
        "event-from": str(STEADY_FROM),
        "taken-up": str(len(taken)),
        "taken-before": str(int((taken["before"] > 0).sum())),
        "taken-earlier": str(int((taken["year"] < taken["national"]).sum())),
        "taken-same": str(int(((taken["before"] > 0) & (taken["year"] == taken["national"])).sum())),
        "document-older": str(int(reached["older"].sum())),
        "taken-up-several": str(int((taken["begins_in"] > 1).sum())),
        "taken-up-years": f"{(taken['national'] - taken['year']).median():g}",
        "several-begin": str(int((reached["begins_in"] > 1).sum())),
        "read-before": f"{early:.0%}",
        "event-n": str(means["n"].max()),
        "wave-slogans": str(waves["slogan"].nunique()),
        "wave-national": str(waves.loc[waves["national"] > 0, "slogan"].nunique()),
        "wave-before": str(waves_before(waves)),
        "wave-places": str(waves["of"].max()),
        **{f"first-places-{name}": str(count) for name, count in FIRST_PLACES_READ.items()},
        **estimate_facts("taken-more", more, "{:.0%}"),
        "faster": f"{100 * faster.value:.0f}",
        "faster-low": f"{100 * faster.low:.0f}",
        "faster-high": f"{100 * faster.high:.0f}",
    }
    for beginning, name in zip(BEGINNINGS, ("place", "province", "few", "many"), strict=True):
        row = shares.loc[beginning]
        facts |= {
            f"begin-{name}": str(row["followed"]),
            f"begin-{name}-next": f"{row['newly']:.0%}",
            f"begin-{name}-taken": str(row["taken_up"]),
            f"begin-{name}-national": str(row["known"]),
        }
    for years, name in ((-1, "before"), (0, "same"), (1, "after"), (5, "late")):
        facts[f"event-{name}"] = f"{by_year['share'][years]:.0%}"
        facts[f"event-{name}-low"] = f"{by_year['low'][years]:.0%}"
        facts[f"event-{name}-high"] = f"{by_year['high'][years]:.0%}"
    return facts


def _check_adoption(reached: pd.DataFrame, shares: pd.DataFrame, by_year: pd.DataFrame) -> None:
    """Check what the chapter says of the tables."""
    taken = reached[reached["national"] > 0]
    claim(shares["taken_up"][BEGINNINGS[1]] == 0, "travel: the nation takes up nothing that one province alone begins")
    claim((taken["before"] > 0).mean() > 0.9, "travel: nearly all that the nation takes up is in a local report first")
    claim(
        (taken["year"] < taken["national"]).mean() > 0.5,
        "travel: most that the nation takes up is in a local report for an earlier year",
    )
    claim((taken["begins_in"] > 1).mean() > 0.8, "travel: most that the nation takes up begins in several provinces")
    claim(
        0.4 < (reached["begins_in"] > 1).mean() < 0.5, "travel: nearly half of the slogans begin in several provinces"
    )
    older = reached.set_index("slogan")["older"]
    claim(older["两新一重"], "travel: two new, one major is in a document of the nation before a local report")
    known = shares["known"][BEGINNINGS[0]] / shares["followed"][BEGINNINGS[0]]
    claim(known > 0.5, "travel: a first place is often no birthplace, since most of such slogans are the nation's")
    rises = by_year["share"]
    claim(rises[0] - rises[-1] > 2 * (rises[1] - rises[0]), "travel: the steep rise comes before the nation's report")
    claim(
        rises.idxmax() == 1 and rises[5] < rises[1] / 2, "travel: the share peaks a year later and then falls by half"
    )
