"""Are growth targets kept? The share that was met, for the same places before and after growth slowed.

Estimand: the share of GDP growth targets that the growth stated by the place's next report reaches, in the plan years
2003 to 2011 and from 2012 on, and the difference of the two. Panel: the prefectures with at least `LEAST_PAIRS` pairs
of target and result in either period, which are large cities; beside them all prefectures and all provinces.
Interval: bootstrap over places, which are drawn with the pairs of both periods. Robustness: `GRACE` for targets
worded *about*, and the years of lockdowns left out.

It answers Li, Liu, Weng and Zhou (2019), in whose prefecture data 74 per cent of the targets of 2003 to 2012 were met.
"""

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.ladder import FIRST_LADDER_YEAR
from ..reference.outturns import GRACE, targets_met
from .intervals import Estimate, clustered_difference, clustered_ratio, estimate_facts

SLOWDOWN = 2012
"""From this plan year on growth slowed."""

LEAST_PAIRS = 3
"""Pairs in each of the two periods with which a place is one of the same places."""

LOCKDOWNS = (2020, 2022)
"""Plan years without ordinary results."""

SAME_CITIES = "the same large cities"
"""The group of the prefectures with pairs of both periods."""

_KEY = ["level", "place", "year"]
_GROUPS = {"provinces": "province", "prefectures": "prefecture", SAME_CITIES: "prefecture"}
_RULES = ("met", "reached", "met in ordinary years")
_POINTS = "{:.0f}"


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
        A row a place and year: columns of `both`, `code` (of the place), `late` (from `SLOWDOWN` on), `reached` (met, or
        missed within the grace of a target worded *about*) and `same`: whether the place is one of `SAME_CITIES`.
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
        reached with grace; met, years of lockdowns aside), `period`, `share`, `low`, `high`, `n` pairs, `places`.
    """
    rows = []
    for group, level in _GROUPS.items():
        own = promises[(promises["level"] == level) & (promises["same"] | (group != SAME_CITIES))]
        for rule in _RULES:
            counted = own[~own["year"].isin(LOCKDOWNS)] if rule == _RULES[2] else own
            for late, part in counted.groupby("late"):
                found = clustered_ratio(part, "reached" if rule == "reached" else "met")
                period = f"{part['year'].min()} to {part['year'].max()}"
                rows.append((group, rule, bool(late), period, found.value, found.low, found.high, found.n, found.places))
    columns = ["group", "rule", "late", "period", "share", "low", "high", "n", "places"]
    return pd.DataFrame(rows, columns=columns)


def fall_of_same_cities(promises: pd.DataFrame) -> Estimate:
    """Return by how many percentage points fewer targets the same large cities met from `SLOWDOWN` on.

    Parameters
    ----------
    promises
        As from `kept_promises`.
    """
    own = promises[promises["same"]]
    return clustered_difference(own.assign(points=100.0 * own["met"], early=~own["late"]), "points", of="early")


def promise_facts(promises: pd.DataFrame, levels: pd.DataFrame) -> Facts:
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
    shares = shares_met(promises).set_index(["group", "rule", "late"])
    names = {"provinces": "province", "prefectures": "prefecture", SAME_CITIES: "same"}
    fall = fall_of_same_cities(promises)
    facts = estimate_facts("kept-fall", fall, _POINTS)
    for group, short in names.items():
        for late, period in ((False, "early"), (True, "late")):
            row = shares.loc[(group, "met", late)]
            facts |= estimate_facts(f"kept-{short}-{period}", Estimate(*row[["share", "low", "high", "n", "places"]]))
        facts[f"kept-{short}-reached"] = f"{shares.loc[(group, 'reached', True), 'share']:.0%}"
        facts[f"kept-{short}-ordinary"] = f"{shares.loc[(group, _RULES[2], True), 'share']:.0%}"
    late = promises[promises["late"]]
    facts |= {
        "kept-pairs": f"{len(promises):,}",
        "kept-about": f"{(late['wording'] == 'about').mean():.0%}",
        "kept-grace": f"{GRACE:g}",
        "kept-same-cities": str(promises.loc[promises["same"], "code"].nunique()),
    }
    _check_periods(shares, fall)
    _check_years(levels)
    return facts | _extremes(levels)


def _check_periods(shares: pd.DataFrame, fall: Estimate) -> None:
    drops = [
        shares.loc[(group, rule, True), "share"] < shares.loc[(group, rule, False), "share"]
        for group in _GROUPS
        for rule in _RULES
    ]
    late = shares.xs("met", level="rule").xs(True, level="late")["share"]
    early = shares.xs("met", level="rule").xs(False, level="late")["share"]
    claim(fall.low > 0, "outturns: the same large cities met fewer of their targets after growth slowed")
    claim(bool((early > 0.85).all()), "outturns: until 2011 about nine in ten targets or more were met at either level")
    claim(bool((late < 0.5).all()), "outturns: since 2012 fewer than half of the targets were met at either level")
    claim(all(drops), "outturns: the fall remains under every rule")


def _check_years(levels: pd.DataFrame) -> None:
    met = {level: own.set_index("year")["met"] for level, own in levels.groupby("level")}
    late = met["prefecture"][met["prefecture"].index >= SLOWDOWN]
    claim(set(late.nsmallest(3).index) == {2014, *LOCKDOWNS}, "outturns: prefectures have lows in 2014, 2020 and 2022")
    claim(late.idxmax() == 2021, "outturns: the best year of prefectures since 2012 is 2021")
    provinces = met["province"]
    fewest = set(provinces[provinces == provinces.min()].index)
    claim(fewest <= {*LOCKDOWNS}, "outturns: provinces met the fewest targets in years of lockdowns")


def _extremes(levels: pd.DataFrame) -> Facts:
    """Return which share prefectures met in the worst and the best year since `SLOWDOWN`."""
    own = levels[(levels["level"] == "prefecture") & (levels["year"] >= SLOWDOWN)].sort_values("met", kind="stable")
    facts: Facts = {}
    for name, row in (("worst", own.iloc[0]), ("best", own.iloc[-1])):
        facts |= {f"kept-{name}": f"{row['met']:.0%}", f"kept-{name}-year": str(row["year"])}
    return facts
