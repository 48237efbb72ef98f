"""Just met: whether results gather at their target, and more than round numbers do of themselves.

Estimand: among results within `NEAR` tenths of a percentage point of a target, the share that equals it, since 2003,
for provinces and prefectures. Targets are whole or half numbers and many results are rounded, so that some equality
comes by itself. The counterfactual is a placebo: each result beside the targets that all *other* places of its level
set in the same year, as if targets had been dealt out anew. Results and targets are rounded alike there, and nobody has
to meet another's target. Places that set the same target stay in: without them the targets that most places set, and
round results hit, would weigh less than in the deal, and the expected share would be too low. Years weigh as the
results near their own target do (`weighted_as_observed`), since the placebo's near rows gather in other years. The
excess is the difference of the two shares. Interval: bootstrap over places, own and placebo rows of a place together.
Robustness: results printed to the tenth and without a hedge; reports before and after the offices publish the year
(`_PUBLISHED`); either level; the same large cities; target wordings; other indicators.

It answers Lyu, Wang, Zhang and Zhang (2018), who find about five times as many prefectures that just meet or beat their
target as just miss it, and Gong, Shen and Chen (2025), in whose data the bunching of prefectures diminishes. The test
compares neighbouring bins as Burgstahler and Dichev (1997) do, with the placebo in place of a smooth density, since
rounding heaps the density at every half point.
"""

import itertools
import operator
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio
from ..reference.ladder import FIRST_LADDER_YEAR
from ..targets.headline import first_yearly_target, target_wording, yearly_change
from ..texts.levels import REPORT_LEVELS
from .promises import SLOWDOWN

NEAR = 4
"""Tenths of a point: so near lies only one of the targets that are whole or half numbers."""

WIDER = 5
"""Tenths of a point within which results are counted once more: the next target begins to be near."""

WIDEST = 10
"""Tenths of a point to either side that the figure shows."""

PRINTINGS = ("hedged", "whole", "tenth")
"""How a result is printed: with 左右, 以上 or the like; as a whole number; with a decimal."""

_PUBLISHED = "01-20"  # of the next year: from about this day on the statistical offices publish
_BOUNDS = re.compile("以上|以下|超|突破")
_HEDGES = re.compile(f"左右|上下|大约|[约近]|{_BOUNDS.pattern}")
_TENTH = re.compile(r"[0-9][.．][0-9]")
_DAY = len("2024-01-20")
_LEAST = 30  # pairs of a group near their target, from which it is shown
_GAPS = [
    *("report", "code", "level", "place", "year", "value", "result", "wording", "tenths", "printed", "bound", "early"),
]
_COLUMNS = [
    *("group", "n", "tenth_below", "exact", "tenth_above", "share", "expected_share"),
    *("excess_points", "low_points", "high_points", "places"),
]


def gaps_from_targets(pairs: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return how far results lie from their targets, in tenths of a percentage point.

    Parameters
    ----------
    pairs
        As from `targets_with_results` or `indicator_pairs`.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a pair since 2003 of a province or prefecture that differs by whole tenths: `report`, `code`, `level`,
        `place`, `year`, `value` (the target), `result`, `wording`, `tenths` (result less target), `printed` (of
        `PRINTINGS`), `bound` (it is hedged as a bound: 以上, 超过) and `early`: whether the result was told before the
        statistical offices publish it (missing where the report has no day).
    """
    rows = pairs[(pairs["level"] != "national") & (pairs["year"] >= FIRST_LADDER_YEAR)]
    told = reports.drop_duplicates(["level", "place", "year"])
    days = told.assign(year=told["year"] - 1)[["level", "place", "year", "delivered"]]
    rows = rows.merge(days, on=["level", "place", "year"], how="left")
    codes = reports.drop_duplicates("report").set_index("report")["code"]
    tenths = (10 * (rows["result"] - rows["value"])).round(4)
    published = (rows["year"] + 1).astype(str) + "-" + _PUBLISHED
    known = rows["delivered"].fillna("").str.len() == _DAY
    rows = rows.assign(
        code=rows["report"].map(codes),
        tenths=tenths,
        printed=[_printing(quote) for quote in rows["result_quote"]],
        bound=[bool(_BOUNDS.search(quote)) for quote in rows["result_quote"]],
        early=(rows["delivered"] < published).where(known),
    )
    return rows.loc[tenths == tenths.round(), _GAPS].astype({"tenths": int}).reset_index(drop=True)


def _printing(quote: str) -> str:
    if _HEDGES.search(quote):
        return PRINTINGS[0]
    return PRINTINGS[2] if _TENTH.search(quote) else PRINTINGS[1]


def indicator_pairs(targets: pd.DataFrame, results: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return each target of an indicator beside the result of the same year, both yearly changes in per cent.

    Parameters
    ----------
    targets, results
        Tables of the reference.
    indicator
        One of the ten main indicators.

    Returns
    -------
    DataFrame
        A row a place and year: `report`, `level`, `place`, `year`, `value`, `wording`, `result`, `result_quote`.
    """
    keys = ["level", "place", "year"]
    asked = [
        (*_key(own[0]), own[0].report, yearly_change(own[0]), _wording(own))
        for own in map(first_yearly_target, _by_report(targets[targets["indicator"] == indicator]))
        if own
    ]
    told = [
        (*_key(row), yearly_change(row), row.quote)
        for row in results[results["indicator"] == indicator].itertuples()
        if yearly_change(row) is not None
    ]
    one = pd.DataFrame(asked, columns=[*keys, "report", "value", "wording"]).drop_duplicates(keys)
    two = pd.DataFrame(told, columns=[*keys, "result", "result_quote"]).drop_duplicates(keys)
    return one.merge(two, on=keys)


def _key(row: Any) -> tuple[str, str, int]:
    return row.level, row.place, row.year


def _by_report(rows: pd.DataFrame) -> Iterable[list[Any]]:
    ordered = rows.sort_values(["report", "start", "value"])
    # one walk over all rows: a table for each of thousands of reports took most of the time of the chapter
    return (list(own) for _, own in itertools.groupby(ordered.itertuples(), operator.attrgetter("report")))


def _wording(ends: list[Any]) -> str:
    return target_wording(ends[0].relation, ends[0].modifier, is_range=len(ends) > 1)


def beside_other_targets(gaps: pd.DataFrame) -> pd.DataFrame:
    """Return results near their own target, and near targets of other places of their level and year.

    Parameters
    ----------
    gaps
        As from `gaps_from_targets`.

    Returns
    -------
    DataFrame
        The rows of `gaps` within `NEAR` tenths (`own` true, `weight` 1), and each result with each target value that
        others set, within `NEAR` tenths (`own` false; `weight` the number of other places that set it; `tenths` from
        it); `exact` and `reached`: the weight where the result equals the target, and where it is no lower.
    """
    asked = gaps.groupby(["level", "year", "value"]).size().rename("weight").reset_index()
    crossed = gaps.merge(asked.rename(columns={"value": "other"}), on=["level", "year"])
    crossed["weight"] -= crossed["other"] == crossed["value"]  # the place itself
    crossed = crossed[crossed["weight"] > 0]
    tenths = (10 * (crossed["result"] - crossed["other"])).round(4)
    whole = tenths == tenths.round()
    others = crossed.assign(tenths=tenths, own=False)[whole]
    near = pd.concat([gaps.assign(own=True, weight=1), others]).drop(columns="other")
    near = near[near["tenths"].abs() <= NEAR].astype({"tenths": int, "own": bool, "weight": float})
    exact, reached = near["tenths"] == 0, near["tenths"] >= 0
    return near.assign(exact=near["weight"] * exact, reached=near["weight"] * reached).reset_index(drop=True)


def weighted_as_observed(near: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with others' targets weighing in each level and year as much as the results near their own.

    Parameters
    ----------
    near
        As from `beside_other_targets`, or some of its rows.

    Returns
    -------
    DataFrame
        The same rows; `weight`, `exact` and `reached` of those that are not `own` times one factor a level and year.
    """
    strata = ["level", "year"]
    sums = near.groupby([*strata, "own"])["weight"].sum().unstack(fill_value=0)
    sums = sums.reindex(columns=[True, False], fill_value=0.0)
    factors = (sums[True] / sums[False]).where(sums[False] > 0, 0.0).rename("factor")
    factor = near[strata].merge(factors, left_on=strata, right_index=True)["factor"].reindex(near.index)
    factor = factor.where(~near["own"], 1.0)
    return near.assign(**{name: near[name] * factor for name in ("weight", "exact", "reached")})


def just_met_bins(gaps: pd.DataFrame, near: pd.DataFrame) -> pd.DataFrame:
    """Return how many results lie each number of tenths from their target, by level and how they are printed.

    Parameters
    ----------
    gaps, near
        As from `gaps_from_targets` and `beside_other_targets`.

    Returns
    -------
    DataFrame
        A row a level (that `gaps` has) and number of tenths from -`WIDEST` to `WIDEST`: `level`, `tenths`, a column of
        each of `PRINTINGS`, `n`, and `expected`: as many of the results near their target as lie so far from other
        places' targets (missing beyond `NEAR`).
    """
    return pd.concat(
        [
            _bins(gaps[gaps["level"] == level], near[near["level"] == level]).assign(level=level)
            for level in REPORT_LEVELS
            if (gaps["level"] == level).any()
        ],
        ignore_index=True,
    )[["level", "tenths", *PRINTINGS, "n", "expected"]]


def _bins(gaps: pd.DataFrame, near: pd.DataFrame) -> pd.DataFrame:
    span = range(-WIDEST, WIDEST + 1)
    counts = gaps.groupby(["tenths", "printed"]).size().unstack(fill_value=0)
    counts = counts.reindex(index=span, columns=list(PRINTINGS), fill_value=0)
    placebo = weighted_as_observed(near)[~near["own"]]
    others = placebo.groupby("tenths")["weight"].sum().reindex(range(-NEAR, NEAR + 1), fill_value=0.0)
    expected = others / others.sum() * near["own"].sum()
    table = counts.assign(n=counts.sum(axis=1), expected=expected.reindex(span))
    return table.rename_axis(index="tenths", columns=None).reset_index()


def excess_at_target(near: pd.DataFrame, column: str = "exact") -> tuple[Estimate, Estimate, Estimate]:
    """Return the share of results that equal their own target, that equal others', and the difference.

    Parameters
    ----------
    near
        As from `beside_other_targets`, or some of its rows.
    column
        `exact` or `reached`.

    Raises
    ------
    ValueError
        If there are no rows of either kind.
    """
    rows = weighted_as_observed(near)
    own = rows["own"]
    first, second = (clustered_ratio(rows[chosen], column, "weight") for chosen in (own, ~own))
    return first, second, clustered_difference(rows, column, "weight", of="own")


def threshold_groups(near: pd.DataFrame, members: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the rows of each group for which the test is made, by the name of the group.

    Parameters
    ----------
    near
        As from `beside_other_targets`.
    members
        The table `panels` of the reference.
    """
    cities = near["report"].isin(members.loc[members["panel"] == "cities", "report"])
    tenth = near[near["printed"] == "tenth"]
    soon = near["early"].fillna(value=False).astype(bool)
    dated = near["early"].notna()
    return {
        "all": near,
        f"{FIRST_LADDER_YEAR} to {SLOWDOWN - 1}": near[near["year"] < SLOWDOWN],
        f"{SLOWDOWN} on": near[near["year"] >= SLOWDOWN],
        "provinces": near[near["level"] == "province"],
        "prefectures": near[near["level"] == "prefecture"],
        "the same large cities": near[cities],
        "provinces, printed to the tenth": tenth[tenth["level"] == "province"],
        "prefectures, printed to the tenth": tenth[tenth["level"] == "prefecture"],
        "told before 20 January": near[soon],
        "told from 20 January on": near[dated & ~soon],
        "target worded about": near[near["wording"] == "about"],
        "target a bare number": near[near["wording"] == "bare"],
        "target worded at least": near[near["wording"] == "at least"],
    }


def just_met_by_group(groups: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the test for each group with enough pairs near their target.

    Parameters
    ----------
    groups
        As from `threshold_groups`; rows of other indicators may be added.

    Returns
    -------
    DataFrame
        A row a group: `group`, `n` results near their target, of them `tenth_below` (0.1 under it), `exact` and
        `tenth_above`, `share` that equals it, `expected_share` (that equals another place's), `excess_points` (their
        difference, percentage points) with `low_points` and `high_points`, and `places`.
    """
    rows = []
    for name, near in groups.items():
        own = near[near["own"]]
        if len(own) < _LEAST:
            continue
        counts = [int((own["tenths"] == tenths).sum()) for tenths in (-1, 0, 1)]
        first, second, third = excess_at_target(near)
        excess = [100 * part for part in third[:3]]
        rows.append((name, len(own), *counts, first.value, second.value, *excess, first.places))
    return pd.DataFrame(rows, columns=_COLUMNS)


# The numbers of the chapter

_OTHERS = {"budget_revenue": "budget revenue", "fai": "investment", "retail_sales": "retail sales"}


def other_indicators(targets: pd.DataFrame, results: pd.DataFrame, reports: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the rows of the test for budget revenue, investment and retail sales, by name.

    Parameters
    ----------
    targets, results, reports
        Tables of the reference.
    """
    return {
        name: beside_other_targets(gaps_from_targets(indicator_pairs(targets, results, indicator), reports))
        for indicator, name in _OTHERS.items()
    }


def threshold_facts(bins: pd.DataFrame, table: pd.DataFrame, near: pd.DataFrame) -> Facts:
    """Return the numbers of the section on results that just meet their target.

    Parameters
    ----------
    bins, table, near
        As from `just_met_bins`, `just_met_by_group` and `beside_other_targets`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    sums = bins.groupby("tenths", as_index=False)[["n", *PRINTINGS]].sum()
    at = {row["tenths"]: row for row in sums.to_dict("records")}
    rows = {row["group"]: row for row in table.to_dict("records")}
    bounds = int((near["own"] & (near["tenths"] == 0) & near["bound"]).sum())
    facts: Facts = {
        "just-pairs": f"{bins['n'].sum():,}",
        "just-exact": str(at[0]["n"]),
        "just-below": str(at[-1]["n"]),
        "just-above": str(at[1]["n"]),
        "just-rounded": str(at[0]["hedged"] + at[0]["whole"]),
        "just-about": str(at[0]["hedged"] - bounds),
        "just-bound": str(bounds),
        "just-near": f"{rows['all']['n']:,}",
    }
    for level in ("prefecture", "province"):
        facts |= {f"just-{level}-{end}": f"{rows[f'{level}s'][f'{end}_points']:.0f}" for end in ("low", "high")}
        parts = excess_at_target(near[near["level"] == level], "reached")
        facts |= {f"just-{level}-to-one": _odds(parts[0].value), f"just-{level}-to-one-expected": _odds(parts[1].value)}
        half = bins[(bins["level"] == level) & (bins["tenths"].abs() <= WIDER)]
        facts[f"just-{level}-to-one-half"] = _odds(half.loc[half["tenths"] >= 0, "n"].sum() / half["n"].sum())
    for name, short in _TOLD.items():
        shares = {"share": rows[name]["share"], "expected": rows[name]["expected_share"]}
        facts |= {f"just-{short}-{what}": f"{share:.0%}" for what, share in shares.items()}
    _check_heap(at)
    _check_excess(rows)
    return facts


def _odds(share: float) -> str:
    return f"{share / (1 - share):.1f}"


_TOLD = {"prefectures, printed to the tenth": "printed", "provinces": "province", "prefectures": "prefecture"}


def _check_heap(at: dict[Any, Any]) -> None:
    beside = at[-1]["n"] + at[1]["n"]
    claim(at[0]["n"] > 2 * beside, "outturns: twice as many results equal their target as lie a tenth to either side")
    claim(at[1]["n"] > 2 * at[-1]["n"], "outturns: a tenth above is more than twice as frequent as a tenth below")
    rounded = at[0]["hedged"] + at[0]["whole"]
    claim(rounded > at[0]["n"] / 2, "outturns: most results equal to their target are hedged or whole numbers")


def _check_excess(rows: dict[Any, Any]) -> None:
    prefectures, provinces = rows["prefectures"], rows["provinces"]
    printed = rows["prefectures, printed to the tenth"]
    claim(prefectures["low_points"] > 0, "outturns: prefectures equal their own target more often than another's")
    half = prefectures["share"] / 2
    claim(prefectures["expected_share"] > half, "outturns: round numbers account for more than half of their pile")
    nought = provinces["low_points"] < 0 < provinces["high_points"]
    claim(nought, "outturns: for provinces the interval of the excess includes nought")
    claim(
        printed["low_points"] > 0 and printed["share"] > 2 * printed["expected_share"],
        "outturns: printed to the tenth, prefectures equal their own target more than twice as often as another's",
    )
