"""Whether a report spells out its own numbers more often than those it cites from the levels above.

Estimand: the share of slogans, each counted once a report, that announce two things or more and of which the body of
the report lists as many; own (`scope` local) against cited (regional, national). Reports of provinces and prefectures:
the nation has nothing above it. Interval: places drawn with all their reports (`clusters`).

Main sample: names in quotation marks. A set without marks (三大产业) is seen as a slogan mostly because its list is
beside it, so that its share says little; marks make a name of it, listed or not. Checks of robustness, each a row of
`enumeration_by_owner`: lists and compressions apart; provinces and prefectures; constant panels; how many things are
announced; names that the report mentions once; names whose owner words or a glossary tell, own and cited alike; the
same names, where some places have them as their own and others cite them; members in the report's own glossary
counted; all names, marked or not.

It adds the local side to accounts of formulations as names that the centre fixes (Schoenhals 1992; Karmazin 2020).
"""

from typing import NamedTuple

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio, estimate_facts

QUOTED_NAMES = "names in quotation marks"
"""The main sample of `enumeration_by_owner`."""

ALL_NAMES = "all names, marked or not"
BY_EVIDENCE = "owner told by words or glossary"
WITH_GLOSSARY = "glossary of the report counted"

CITED_NAME = "四个自信"
"""The chapter's example of a number from above: the Four Confidences."""

_BY_TEXT = ["words", "glossary"]  # the report itself tells the owner, whichever it is
_BY_DOCUMENT = [*_BY_TEXT, "attested"]  # or a document above, which has names of others only
_IN_BODY = ["here", "elsewhere"]
_LITTLE = 0.02  # a difference of two percentage points
_MANY = 6  # things that a name announces, from which names are told together
_PANELS = {"provinces": "same provinces", "prefectures": "same prefectures"}
_KEY = ["report", "slogan"]
_SHARES = ["group", "owner", "n", "places", "share", "low", "high"]


class OwnerGap(NamedTuple):
    """By how much more often own slogans of a group are enumerated than cited ones."""

    group: str
    own: Estimate
    cited: Estimate
    difference: Estimate


def announcing_names(closures: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that announce two things or more, each once a report.

    Parameters
    ----------
    closures
        The table of the reference.

    Returns
    -------
    DataFrame
        A row a report of a province or prefecture and slogan: `report`, `slogan`, `code`, `level`, `year`, `type`,
        `scope`, `scope_why`, `announced`, `own` (whether its scope is local), `quoted` (whether a mention is in
        quotation marks), `enumerated` (whether the body lists as many members as are announced), `explained` (body or
        glossary does) and `mentions`.
    """
    rows = closures[closures["level"] != "national"]
    rows = rows.assign(
        enumerated=rows["closed"].isin(_IN_BODY),
        explained=rows["closed"].isin([*_IN_BODY, "glossary"]),
        mentions=1,
    )
    first = dict.fromkeys(("code", "level", "year", "type", "scope", "scope_why", "announced"), "first")
    whole = {"quoted": "max", "enumerated": "max", "explained": "max", "mentions": "sum"}
    names: pd.DataFrame = rows.sort_values(["report", "start"]).groupby(_KEY, sort=False).agg({**first, **whole})
    return names.reset_index().assign(own=lambda table: table["scope"] == "local")


def owner_gaps(names: pd.DataFrame, members: pd.DataFrame) -> list[OwnerGap]:
    """Return how often own and cited slogans are enumerated, in each group of the study.

    Parameters
    ----------
    names
        As from `announcing_names`.
    members
        The table `panels` of the reference: `panel`, `report`.
    """
    marked = names[names["quoted"]]
    groups = {QUOTED_NAMES: marked}
    groups |= {
        {"list": "lists", "compression": "compressions"}[kind]: marked[marked["type"] == kind]
        for kind in ("list", "compression")
    }
    groups |= {f"{level}s": marked[marked["level"] == level] for level in ("province", "prefecture")}
    for panel, name in _PANELS.items():
        groups[name] = marked[marked["report"].isin(members.loc[members["panel"] == panel, "report"])]
    for number in range(2, _MANY):
        groups[f"{number} announced"] = marked[marked["announced"] == number]
    groups[f"{_MANY} or more announced"] = marked[marked["announced"] >= _MANY]
    groups["mentioned once"] = marked[marked["mentions"] == 1]
    groups[BY_EVIDENCE] = marked[marked["scope_why"].isin(_BY_TEXT)]
    groups[ALL_NAMES] = names
    gaps = [owner_gap(name, rows) for name, rows in groups.items()]
    shared = weighted_like_with_like(marked)
    return [
        *gaps[:-1],
        owner_gap("the same names", shared, weight="weight"),
        owner_gap(WITH_GLOSSARY, marked, value="explained"),
        gaps[-1],
    ]


def owner_gap(group: str, rows: pd.DataFrame, *, value: str = "enumerated", weight: str | None = None) -> OwnerGap:
    """Return how often own and cited slogans of some rows are enumerated, with intervals.

    Parameters
    ----------
    group
        What the rows are.
    rows
        As from `announcing_names`.
    value
        Column of what counts as enumerated.
    weight
        Column of weights, by which a row counts.

    Raises
    ------
    ValueError
        If one of the two owners has no row.
    """
    if weight:
        rows = rows.assign(**{value: rows[value].astype(float) * rows[weight]})
    return OwnerGap(
        group,
        clustered_ratio(rows[rows["own"]], value, weight),
        clustered_ratio(rows[~rows["own"]], value, weight),
        clustered_difference(rows, value, weight, of="own"),
    )


def weighted_like_with_like(names: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that some reports have as their own and others cite, with weights that make both alike.

    Each name weighs on either side what it weighs on the side where it is rarer.

    Parameters
    ----------
    names
        As from `announcing_names`.
    """
    counts = names.groupby(["slogan", "own"]).size().unstack(fill_value=0).reindex(columns=[False, True], fill_value=0)
    least = counts.min(axis=1)
    shared = names[names["slogan"].map(least) > 0]
    sizes = [counts.loc[slogan, own] for slogan, own in zip(shared["slogan"], shared["own"], strict=True)]
    return shared.assign(weight=shared["slogan"].map(least) / sizes)


def enumeration_by_owner(gaps: list[OwnerGap]) -> pd.DataFrame:
    """Return the shares of `owner_gaps` as a table, for the figure.

    Returns
    -------
    DataFrame
        A row a group and owner: `group`, `owner` (own, cited), `n` slogans, `places`, `share` enumerated with its
        interval, `low` and `high`.
    """
    rows = [
        (gap.group, owner, found.n, found.places, found.value, found.low, found.high)
        for gap in gaps
        for owner, found in (("own", gap.own), ("cited", gap.cited))
    ]
    return pd.DataFrame(rows, columns=_SHARES)


def compared_within_reports(names: pd.DataFrame) -> tuple[int, int, int]:
    """Return in how many reports own slogans are enumerated more often than cited ones, less often, and equally often.

    Parameters
    ----------
    names
        As from `announcing_names`; reports that have slogans of one kind only are left out.
    """
    shares = names.groupby(["report", "own"])["enumerated"].mean().unstack().reindex(columns=[False, True]).dropna()
    more, less = int((shares[True] > shares[False]).sum()), int((shares[True] < shares[False]).sum())
    return more, less, len(shares) - more - less


def by_level_above(names: pd.DataFrame) -> OwnerGap:
    """Return how often prefectures enumerate what they cite from their province (as `own`) and from the centre."""
    rows = names[(names["level"] == "prefecture") & (names["scope"] != "local") & names["quoted"]]
    return owner_gap("level above", rows.assign(own=rows["scope"] == "regional"))


def documented_gap(names: pd.DataFrame) -> OwnerGap:
    """Return how often names are enumerated whose owner the report or a document tells.

    Names that are own because nothing says otherwise are left out, and so are those that count as cited because many
    places have them at once.

    Parameters
    ----------
    names
        As from `announcing_names`.
    """
    return owner_gap("document", names[names["quoted"] & names["scope_why"].isin(_BY_DOCUMENT)])


def specific_gap(names: pd.DataFrame) -> OwnerGap:
    """Return how often names in quotation marks are enumerated without those of everyday words (三项制度).

    Parameters
    ----------
    names
        As from `announcing_names`.
    """
    return owner_gap("specific", names[names["quoted"] & (names["scope_why"] != "generic")])


def ownership_facts(names: pd.DataFrame, found: list[OwnerGap]) -> Facts:
    """Return the numbers by which the chapters tell whose numbers are spelled out.

    Parameters
    ----------
    names
        As from `announcing_names`.
    found
        As from `owner_gaps`.

    Raises
    ------
    ClaimError
        If a sentence of the chapters is no longer true.
    """
    gaps = {gap.group: gap for gap in found}
    main, evidence, glossary, every = (gaps[name] for name in (QUOTED_NAMES, BY_EVIDENCE, WITH_GLOSSARY, ALL_NAMES))
    shared, above, documented = gaps["the same names"], by_level_above(names), documented_gap(names)
    specific = specific_gap(names)
    more, less, equal = compared_within_reports(names[names["quoted"]])
    _check(gaps, above, (more, less))
    claim(documented.difference.low > 0, "slogans: with names that a document tells the gap remains")
    claim(specific.difference.low > 0, "slogans: without names of everyday words the gap remains")
    attested = names["scope_why"] == "attested"
    claim(not (names["own"] & attested).any(), "slogans: no document tells an own name")
    marked = names[names["quoted"]]
    facts: Facts = {
        **cited_name_facts(names),
        "marked-reports": f"{marked['report'].nunique():,}",
        "marked-first-year": str(marked["year"].min()),
        "marked-last-year": str(marked["year"].max()),
        "within-more": f"{more:,}",
        "within-less": f"{less:,}",
        "within-reports": f"{more + less + equal:,}",
    }
    told = {"marked": main, "evidence": evidence, "documented": documented, "explained": glossary, "every": every}
    told |= {"shared": shared, "specific": specific}
    for name, gap in told.items():
        facts |= estimate_facts(f"{name}-own", gap.own) | estimate_facts(f"{name}-cited", gap.cited)
        points = _in_points(gap.difference)
        facts |= estimate_facts(f"{name}-gap", points, "{:.1f}")
        facts |= {f"{name}-gap-interval": f"{points.low:.1f} to {points.high:.1f}"}
    for name in ("lists", "compressions"):
        facts |= {f"{name}-own": f"{gaps[name].own.value:.0%}", f"{name}-cited": f"{gaps[name].cited.value:.0%}"}
    return facts | {
        "cited-province": f"{above.own.value:.1%}",
        "cited-centre": f"{above.cited.value:.1%}",
    }


def cited_name_facts(names: pd.DataFrame) -> Facts:
    """Return how many reports cite `CITED_NAME`, and in how many a glossary says what the four are; no body does.

    Parameters
    ----------
    names
        As from `announcing_names`.

    Raises
    ------
    ClaimError
        If a body does.
    """
    cited = names[(names["slogan"] == CITED_NAME) & ~names["own"]]
    claim(not cited["enumerated"].any(), "slogans: no report lists the Four Confidences in its body")
    return {"cited-name-reports": f"{len(cited):,}", "cited-name-glossaries": str(int(cited["explained"].sum()))}


def _check(gaps: dict[str, OwnerGap], above: OwnerGap, within: tuple[int, int]) -> None:
    """Check the sentences of the chapters on ownership."""
    main, evidence = gaps[QUOTED_NAMES], gaps[BY_EVIDENCE]
    claim(main.difference.low > 0, "slogans: reports spell out their own numbers more often than those they cite")
    claim(
        main.own.value > 2 * main.cited.value, "slogans: own numbers are spelled out more than twice as often as cited"
    )
    claim(main.cited.value < 0.1, "findings: of the numbers from above reports spell out hardly any")
    claim(gaps[WITH_GLOSSARY].own.value < 0.5, "slogans: most own numbers of the reports are not spelled out")
    claim(within[0] > 2 * within[1], "slogans: within one report own numbers are spelled out more often, not less")
    claim(
        all(gap.difference.low > 0 for gap in gaps.values()),
        "slogans: own numbers lead in every group of the figure",
    )
    claim(
        evidence.difference.low > 0 and evidence.difference.value < main.difference.value,
        "slogans: where words or a glossary tell the owner, the gap is smaller and remains",
    )
    claim(
        gaps["the same names"].difference.value < main.difference.value,
        "slogans: of the same names the gap is smaller",
    )
    claim(
        abs(above.difference.value) < _LITTLE,
        "slogans: it matters little whether the number is the province's or the centre's",
    )


def _in_points(found: Estimate) -> Estimate:
    """Return a difference of shares in percentage points."""
    return found._replace(value=100 * found.value, low=100 * found.low, high=100 * found.high)
