"""Are growth targets kept? The share that was met, for the same places before and after growth slowed.

Estimand: the share of GDP growth targets that the growth stated by the place's next report reaches, in the plan years
2003 to 2011 and from 2012 on, and the difference of the two. Panel: the prefectures with at least `LEAST_PAIRS` pairs
of target and result in either period, which are large cities; beside them all prefectures and all provinces.
Interval: bootstrap over places, which are drawn with the pairs of both periods; beside it one over years, since slow
growth and lockdowns strike all places of a year. Robustness: half a point of grace for targets worded *about*, and the
years of the pandemic left out, of which 2021 is one: its growth is set beside that of a year of lockdowns.

It answers Li, Liu, Weng and Zhou (2019), in whose prefecture data 74 per cent of the targets of 2003 to 2012 were met.
"""

from typing import Any

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio, estimate_facts
from ..reference.ladder import FIRST_LADDER_YEAR
from ..reference.outturns import targets_met

SLOWDOWN = 2012
"""From this plan year on growth slowed."""

LEAST_PAIRS = 3
"""Pairs in each of the two periods with which a place is one of the same places."""

PANDEMIC_YEARS = (2020, 2022)
"""First and last of the plan years of which the pandemic moved the results, down or, in 2021, up."""

LOCKDOWNS = (2020, 2022)
"""Plan years of lockdowns."""

SAME_CITIES = "the same large cities"
"""The group of the prefectures with pairs of both periods."""

_KEY = ["level", "place", "year"]
_GROUPS = {"provinces": "province", "prefectures": "prefecture", SAME_CITIES: "prefecture"}
_RULES = ("met", "reached", f"met without {PANDEMIC_YEARS[0]} to {PANDEMIC_YEARS[1]}")
_POINTS = "{:.0f}"
_CASES = {"kept-case": ("陕西省", 2012), "kept-copy": ("佳木斯市", 2019)}  # just missed an about; repeated its words


def kept_promises(both: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs of provinces and prefectures since 2003 with what the rules say of them.

    Parameters
    ----------
    both
        As from `targets_with_results`.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a place and year: columns of `both`, `code`, `late` (from `SLOWDOWN` on), `reached` (met, or missed within
        the grace of a target worded *about*) and `same`: whether the place is one of `SAME_CITIES`.
    """
    rows = both[(both["level"] != "national") & (both["year"] >= FIRST_LADDER_YEAR)]
    codes = reports.drop_duplicates("report").set_index("report")["code"]
    rows = rows.assign(code=rows["report"].map(codes), late=rows["year"] >= SLOWDOWN, reached=targets_met(rows))
    counts = rows[rows["level"] == "prefecture"].groupby(["code", "late"]).size().unstack(fill_value=0)
    enough = counts.reindex(columns=[False, True], fill_value=0).min(axis=1) >= LEAST_PAIRS
    return rows.assign(same=rows["code"].isin(enough.index[enough])).reset_index(drop=True)


def shares_met(promises: pd.DataFrame) -> pd.DataFrame:
    """Return the share of targets met by group, rule and period, with intervals over places.

    Parameters
    ----------
    promises
        As from `kept_promises`.

    Returns
    -------
    DataFrame
        A row a group, rule and period that has pairs: `group` (provinces, prefectures, `SAME_CITIES`), `rule` (met;
        reached with grace; met, years of the pandemic aside), `period`, `share`, `low`, `high`, `n` pairs, `places`.
    """
    rows = []
    for group, level in _GROUPS.items():
        own = promises[(promises["level"] == level) & (promises["same"] | (group != SAME_CITIES))]
        for rule in _RULES:
            counted = own[~own["year"].between(*PANDEMIC_YEARS)] if rule == _RULES[2] else own
            for late, part in counted.groupby("late"):
                found = clustered_ratio(part, "reached" if rule == "reached" else "met")
                period = f"{part['year'].min()} to {part['year'].max()}"
                rows.append(
                    (group, rule, bool(late), period, found.value, found.low, found.high, found.n, found.places)
                )
    columns = ["group", "rule", "late", "period", "share", "low", "high", "n", "places"]
    return pd.DataFrame(rows, columns=columns)


def fall_of_same_cities(promises: pd.DataFrame, *, place: str = "code") -> Estimate:
    """Return by how many percentage points fewer targets the same large cities met from `SLOWDOWN` on.

    Parameters
    ----------
    promises
        As from `kept_promises`.
    place
        Column of the clusters: `code`, or `year` for whole years.
    """
    own = promises[promises["same"]].assign(points=100.0 * promises["met"], early=~promises["late"])
    return clustered_difference(own, "points", of="early", place=place)


def kept_promise_facts(promises: pd.DataFrame, levels: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on whether targets are kept.

    Parameters
    ----------
    promises
        As from `kept_promises`.
    levels
        As from `outturns_by_level`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    shares = {(row["group"], row["rule"], row["late"]): row for row in shares_met(promises).to_dict("records")}
    names = {"provinces": "province", "prefectures": "prefecture", SAME_CITIES: "same"}
    fall = fall_of_same_cities(promises)
    years = fall_of_same_cities(promises, place="year")
    facts = estimate_facts("kept-fall", fall, _POINTS) | estimate_facts("kept-fall-years", years, _POINTS)
    for group, short in names.items():
        for late, period in ((False, "early"), (True, "late")):
            row = shares[group, "met", late]
            facts[f"kept-{short}-{period}"] = f"{row['share']:.0%}"
    late_rows = promises[promises["late"]]
    facts |= {
        "kept-pairs": f"{len(promises):,}",
        "kept-first-year": str(promises["year"].min()),
        "kept-about": f"{(late_rows['wording'] == 'about').mean():.0%}",
        "kept-same-reached": f"{shares[SAME_CITIES, 'reached', True]['share']:.0%}",
        **{
            f"kept-{short}-other-years": f"{shares[group, _RULES[2], True]['share']:.0%}"
            for group, short in names.items()
        },
        "kept-pandemic": f"{late_rows['year'].between(*PANDEMIC_YEARS).mean():.0%}",
        "kept-least": str(LEAST_PAIRS),
        "kept-same-cities": str(promises.loc[promises["same"], "code"].nunique()),
    }
    _check_periods(shares, fall, years)
    facts["kept-same-both"] = f"{_kept_under_both_rules(promises):.0%}"
    _check_places(shares)
    _check_years(levels)
    _check_results(levels)
    return facts | _extremes(levels) | _cases(promises)


def _check_periods(shares: dict[tuple[str, str, bool], dict[Any, Any]], fall: Estimate, years: Estimate) -> None:
    early, late = (
        {key[:2]: row["share"] for key, row in shares.items() if key[2] == period} for period in (False, True)
    )
    claim(fall.low > 0, "outturns: the same large cities met fewer of their targets after growth slowed")
    claim(years.low > 0, "outturns: the fall remains if years are resampled")
    parts = [shares[group, "met", False] for group in ("provinces", "prefectures")]
    whole = sum(part["share"] * part["n"] for part in parts) / sum(part["n"] for part in parts)
    lowest = min(early[group, "met"] for group in _GROUPS)
    claim(lowest > 0.85 and whole > 0.9, "outturns: until 2011 over nine in ten were met")
    claim(max(late[group, "met"] for group in _GROUPS) < 0.5, "outturns: since 2012 fewer than half were met")
    usual = max(late[group, _RULES[2]] for group in _GROUPS)
    claim(usual < 0.5, "outturns: without the years of the pandemic more were missed than met too")
    claim(all(late[rule] < early[rule] for rule in late), "outturns: the fall remains under every rule")


def _kept_under_both_rules(promises: pd.DataFrame) -> float:
    """Return which share the same cities reached since `SLOWDOWN` with grace for *about*, the pandemic aside."""
    others = promises[promises["same"] & ~promises["year"].between(*PANDEMIC_YEARS)]
    early, late = (others.loc[others["late"] == period, "reached"].mean() for period in (False, True))
    claim(late < early, "outturns: the fall remains under both rules together")
    return float(late)


def _check_places(shares: dict[tuple[str, str, bool], dict[Any, Any]]) -> None:
    early, late = (
        shares[SAME_CITIES, "met", late]["n"] / shares["prefectures", "met", late]["n"] for late in (False, True)
    )
    claim(late < 0.5, "outturns: most of the prefectures' targets since 2012 are of smaller places")
    claim(early > 0.5, "outturns: those of the years before are mostly of large cities")


def _check_years(levels: pd.DataFrame) -> None:
    met = {level: {row["year"]: row["met"] for row in own.to_dict("records")} for level, own in levels.groupby("level")}
    late = {year: share for year, share in met["prefecture"].items() if year >= SLOWDOWN}
    lows = set(sorted(late, key=late.__getitem__)[:3])
    claim(lows == {2014, *LOCKDOWNS}, "outturns: prefectures have lows in 2014, 2020 and 2022")
    claim(max(late, key=late.__getitem__) == 2021, "outturns: the best year of prefectures since 2012 is 2021")
    provinces = met["province"]
    fewest = {year for year, share in provinces.items() if share == min(provinces.values())}
    claim(fewest <= {*LOCKDOWNS}, "outturns: provinces met the fewest targets in years of lockdowns")


def _extremes(levels: pd.DataFrame) -> Facts:
    """Return which share prefectures met in the worst and the best year since `SLOWDOWN`."""
    own = levels[(levels["level"] == "prefecture") & (levels["year"] >= SLOWDOWN)].sort_values("met", kind="stable")
    rows = own.to_dict("records")
    facts: Facts = {}
    for name, row in (("worst", rows[0]), ("best", rows[-1])):
        facts |= {f"kept-{name}": f"{row['met']:.0%}", f"kept-{name}-year": str(row["year"])}
    return facts


def _check_results(levels: pd.DataFrame) -> None:
    above = levels.assign(late=levels["year"] >= SLOWDOWN, above=levels["result"] - levels["target"])
    early, late = (above[above["late"] == period].groupby("level")["above"] for period in (False, True))
    claim(bool((early.mean() > 0).all()), "outturns: until 2011 results lay above targets at either level")
    below = late.agg(lambda gaps: (gaps < 0).mean())
    claim(bool((below > 0.5).all()), "outturns: since 2012 results mostly lay below targets at either level")


def _cases(promises: pd.DataFrame) -> Facts:
    """Return the words of the targets and results that the chapter quotes."""
    facts: Facts = {}
    for name, (place, year) in _CASES.items():
        own = promises[(promises["place"] == place) & (promises["year"] == year)]
        told = own[["reached", "met"]].astype(bool).to_numpy().tolist()
        claim(
            told == [[True, name != "kept-case"]],
            "outturns: Shaanxi missed within the grace, Jiamusi met its own words",
        )
        row = own.to_dict("records")[0]
        facts |= {f"{name}-target-text": row["quote"], f"{name}-result-text": row["result_quote"]}
    return facts
