"""What a place does after a miss: next year's growth target beside the target that was missed or met.

Estimand: the probability that a place cuts, keeps or raises its GDP growth target in the year after a miss, less the
same after a hit, and the mean change in percentage points. Panel: provinces and prefectures with target and result of
a year from 2012 on and a target for the next; target years 2019 to 2022 are left out, since the pandemic moved either
that target or the next. Interval: bootstrap over places, misses and hits of a place together; beside it one over years,
since slow growth strikes all places of a year. Robustness: misses beside hits of the same level and year (hits weighted
as the misses are spread over years), which takes out that growth slowed for all; either level; constant panels; targets
of bare numbers only; the grace of *about*; the pandemic left in.

How far the next target follows is told by `pass_through`, the slope among places of the same level and year, for misses
and for surpluses apart: the ratchet principle of Weitzman (1980), by which today's result is a part of tomorrow's
target. It answers Wei and Jian (2018), who find targets of prefectures repeated for years. Chang, Wang and Xiong (2025)
find that targets rise quickly in booms and decline sluggishly in slowdowns: level and year are held fixed here, and
with them booms and slowdowns, so that `pass_through_difference` neither confirms nor contradicts them.
"""

from typing import Any

import pandas as pd

from ..dataset.membership import LARGE_CITIES
from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_difference, clustered_ratio, estimate_facts
from ..reference.ladder import FIRST_LADDER_YEAR
from ..reference.outturns import IMPLAUSIBLE_GROWTH, targets_met
from .promises import SLOWDOWN

PANDEMIC = range(2019, 2023)
"""Years of a target that the pandemic moved, or the next one after it."""

ANSWERS = ("cut", "kept", "raised")
"""What a place can do with its next target."""

GAP_EDGES = (-2.0, -1.0, -0.5, 0.0, 0.5, 1.0)
"""Percentage points of result less target at which the groups of the figure end; exact hits are a group apart."""

_KEY = ["level", "place", "year"]
_DIGITS = 6  # of a difference: 8.1 - 8 is 0.1
_COLUMNS = [
    *("group", "missed_targets", "met_targets", "places", "cut_after_miss", "cut_after_hit"),
    *("cut_difference", "low_points", "high_points", "change_difference"),
]
_EARLY = f"{FIRST_LADDER_YEAR} to {SLOWDOWN - 1}"
_CASE = ("沈阳市", 2014)  # missed, and cut to the result
_SECOND_CASE = ("沈阳市", 2017)  # the same city missed by more, and raised


def followed_targets(both: pd.DataFrame, growth: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return each target with its result and with the target that the place sets for the next year.

    Parameters
    ----------
    both
        As from `targets_with_results`.
    growth
        As from `report_growth_targets`.
    reports
        As from `reference_reports`.

    Returns
    -------
    DataFrame
        A row a province or prefecture and year since 2003: columns of `both`, `code`, `next_report`, `next`,
        `next_wording`, `next_quote`, `gap` (result less target) and `change` (next less this target), both in
        percentage points, `missed`, `graced` (missed even with the grace of *about*) and the booleans of `ANSWERS`.
    """
    following = growth.assign(year=growth["year"] - 1).rename(columns={"value": "next"})
    names = {name: f"next_{name}" for name in ("report", "wording", "quote")}
    following = following.rename(columns=names)[[*_KEY, "next", *names.values()]]
    rows = both[(both["level"] != "national") & (both["year"] >= FIRST_LADDER_YEAR)].merge(following, on=_KEY)
    change = (rows["next"] - rows["value"]).round(_DIGITS)
    return rows.assign(
        code=rows["report"].map(reports.drop_duplicates("report").set_index("report")["code"]),
        gap=(rows["result"] - rows["value"]).round(_DIGITS),
        change=change,
        missed=~rows["met"].astype(bool),
        graced=~targets_met(rows),
        cut=change < 0,
        kept=change == 0,
        raised=change > 0,
    )


def ordinary_years(followed: pd.DataFrame) -> pd.DataFrame:
    """Return the rows since growth slowed whose target and next target the pandemic did not move.

    Parameters
    ----------
    followed
        As from `followed_targets`.
    """
    return followed[(followed["year"] >= SLOWDOWN) & ~followed["year"].isin(PANDEMIC)].reset_index(drop=True)


def beside_peers(followed: pd.DataFrame) -> pd.DataFrame:
    """Return misses and hits of the same levels and years, hits weighted as the misses are spread over these.

    Parameters
    ----------
    followed
        As from `followed_targets`.

    Returns
    -------
    DataFrame
        The rows of levels and years with a miss and a hit; `weight` is one for a miss and, for a hit, the number of
        misses over that of hits in its level and year.
    """
    groups = followed.groupby(["level", "year"])["missed"]
    misses = groups.transform("sum").astype(float)
    hits = groups.transform("size") - misses
    chosen = (misses > 0) & (hits > 0)
    weights = (misses / hits.where(hits > 0)).where(~followed["missed"], 1.0)
    return followed.assign(weight=weights)[chosen].reset_index(drop=True)


def answers_by_gap(followed: pd.DataFrame) -> pd.DataFrame:
    """Return how places answer by how far the result was from the target.

    Parameters
    ----------
    followed
        As from `followed_targets`, or some of its rows.

    Returns
    -------
    DataFrame
        A row a group from the largest miss to the largest surplus: `gap_from` and `gap_to` (percentage points of result
        less target; missing at the open ends; both nought for exact hits), `n`, `share_cut`, `share_kept`,
        `share_raised`, `mean_change` (next less this target) and `mean_gap`.
    """
    rows = []
    for low, high in _groups():
        gap = followed["gap"]
        inside = (gap == 0) if low == high == 0 else _between(gap, low, high)
        own = followed[inside]
        shares = [float(own[answer].mean()) if len(own) else None for answer in ANSWERS]
        means = [float(own[name].mean()) if len(own) else None for name in ("change", "gap")]
        rows.append((low, high, len(own), *shares, *means))
    names = [*(f"share_{answer}" for answer in ANSWERS), "mean_change", "mean_gap"]
    return pd.DataFrame(rows, columns=["gap_from", "gap_to", "n", *names])


def with_gap_words(bins: pd.DataFrame) -> pd.DataFrame:
    """Return the groups of `answers_by_gap` with a column `gap`, their edges in signs that both languages read."""
    return bins.assign(gap=[_gap_words(*edges) for edges in zip(bins["gap_from"], bins["gap_to"], strict=True)])


def _gap_words(low: float, high: float) -> str:
    """Return the edges of a group.

    Examples
    --------
    >>> _gap_words(float("nan"), -2.0), _gap_words(-0.5, 0.0), _gap_words(0.0, 0.0), _gap_words(1.0, float("nan"))
    ('≤ −2', '−0.5 … 0', '0', '≥ 1')
    """
    known = [f"{edge + 0.0:g}".replace("-", "\N{MINUS SIGN}") for edge in (low, high) if edge == edge]  # noqa: PLR0124
    if len(known) == 1:
        return f"{'≤' if high == high else '≥'} {known[0]}"  # noqa: PLR0124
    return known[0] if low == high else " … ".join(known)


def _groups() -> list[tuple[float | None, float | None]]:
    below = [edge for edge in GAP_EDGES if edge <= 0]
    above = [edge for edge in GAP_EDGES if edge >= 0]
    return [
        *zip([None, *below[:-1]], below, strict=True),
        (0.0, 0.0),
        *zip(above, [*above[1:], None], strict=True),
    ]


def _between(gap: pd.Series, low: float | None, high: float | None) -> pd.Series:
    """Return which gaps are in a group: its edge nearer to nought is in it, and nought is in none."""
    if high is not None and high <= 0:
        inside = gap < 0 if high == 0 else gap <= high
        return inside if low is None else inside & (gap > low)
    inside = gap >= low if low else gap > 0
    return inside if high is None else inside & (gap < high)


def pass_through(followed: pd.DataFrame) -> Estimate:
    """Return by how many points the next target moves for a point of distance between result and target.

    Parameters
    ----------
    followed
        As from `followed_targets`, or some of its rows.

    Returns
    -------
    Estimate
        The slope of `change` on `gap`, both less their means over the rows of the same level and year.
    """
    groups = followed.groupby(["level", "year"])
    gap = followed["gap"] - groups["gap"].transform("mean")
    change = followed["change"] - groups["change"].transform("mean")
    return clustered_ratio(followed.assign(product=gap * change, square=gap * gap), "product", "square")


def pass_through_difference(followed: pd.DataFrame) -> Estimate:
    """Return by how much the slope of `pass_through` is steeper after a surplus than after a miss.

    Parameters
    ----------
    followed
        As from `followed_targets`, or some of its rows.
    """
    groups = followed.groupby(["missed", "level", "year"])
    gap, change = (followed[name] - groups[name].transform("mean") for name in ("gap", "change"))
    rows = followed.assign(product=gap * change, square=gap * gap, surplus=~followed["missed"].astype(bool))
    return clustered_difference(rows, "product", "square", of="surplus")


def cut_difference_over_years(followed: pd.DataFrame) -> Estimate:
    """Return by how many percentage points more targets are cut after a miss than after a hit; whole years are drawn.

    Parameters
    ----------
    followed
        As from `followed_targets`, or some of its rows.
    """
    return clustered_difference(followed.assign(points=100.0 * followed["cut"]), "points", of="missed", place="year")


def followed_groups(followed: pd.DataFrame, members: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the rows of each group for which misses and hits are compared, by the name of the group.

    Parameters
    ----------
    followed
        As from `followed_targets`.
    members
        The table `panels` of the reference.
    """
    own = ordinary_years(followed)
    panels = {name: set(part["report"]) for name, part in members.groupby("panel")}
    inside = {name: own["report"].isin(kept) & own["next_report"].isin(kept) for name, kept in panels.items()}
    bare = (own["wording"] == "bare") & (own["next_wording"] == "bare")
    return {
        "all": own,
        "same level and year": beside_peers(own),
        "provinces": own[own["level"] == "province"],
        "prefectures": own[own["level"] == "prefecture"],
        "the same provinces": own[inside["provinces"]],
        "the same large cities": own[inside["cities"]],
        "both targets bare numbers": own[bare],
        "with grace for about": own.assign(missed=own["graced"]),
        "2019 to 2022 left in": followed[followed["year"] >= SLOWDOWN],
        _EARLY: followed[followed["year"] < SLOWDOWN],
    }


def cuts_by_group(groups: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the share of targets that are cut after a miss and after a hit, by group.

    Parameters
    ----------
    groups
        As from `followed_groups`; hits may have a `weight`.

    Returns
    -------
    DataFrame
        A row a group: `group`, `missed_targets`, `met_targets`, `places`, the shares `cut_after_miss` and
        `cut_after_hit`, their `cut_difference` in percentage points with `low_points` and `high_points`, and
        `change_difference`: the mean change of the target after a miss less that after a hit, percentage points.
    """
    rows = []
    for name, own in groups.items():
        shares = _compared(own, "cut")
        change = _compared(own, "change")[2]
        points = [100 * value for value in shares[2][:3]]
        counts = (int(own["missed"].sum()), int((~own["missed"]).sum()), own["code"].nunique())
        rows.append((name, *counts, shares[0].value, shares[1].value, *points, change.value))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _compared(rows: pd.DataFrame, column: str) -> tuple[Estimate, Estimate, Estimate]:
    """Return a mean after misses, after hits, and the difference."""
    weighted = rows if "weight" in rows else rows.assign(weight=1.0)
    weighted = weighted.assign(amount=weighted["weight"] * weighted[column])
    after = weighted["missed"].astype(bool)
    return (
        clustered_ratio(weighted[after], "amount", "weight"),
        clustered_ratio(weighted[~after], "amount", "weight"),
        clustered_difference(weighted, "amount", "weight", of="missed"),
    )


# The numbers of the chapter


def miss_facts(followed: pd.DataFrame, table: pd.DataFrame, bins: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on what follows a miss.

    Parameters
    ----------
    followed, table, bins
        As from `followed_targets`, `cuts_by_group` and `answers_by_gap` (of the ordinary years).

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    own = ordinary_years(followed)
    missed, hit = own[own["missed"]], own[~own["missed"]]
    short, beyond = pass_through(missed), pass_through(hit)
    steeper, years = pass_through_difference(own), cut_difference_over_years(own)
    higher = clustered_ratio(missed.assign(higher=missed["next"] > missed["result"]), "higher")
    rows = {row["group"]: row for row in table.to_dict("records")}
    large = (own["level"] == "province") | own["report"].str.startswith(LARGE_CITIES)
    claim(large.mean() > 0.75, "after-a-miss: most cases are of provinces and large cities")
    claim(higher.value > 0.5, "after-a-miss: more than half of the new targets exceed the result")
    claim(
        missed["kept"].mean() < 0.25 and hit["kept"].mean() > 0.5, "after-a-miss: a target is repeated where it was met"
    )
    facts: Facts = {
        **estimate_facts("miss-slope", short, "{:.2f}"),
        **estimate_facts("miss-hit-slope", beyond, "{:.2f}"),
        **estimate_facts("miss-steeper", steeper, "{:.2f}"),
        **estimate_facts("miss-years", years, "{:.0f}"),
        "miss-implausible": f"{IMPLAUSIBLE_GROWTH:.0f}",
        "miss-higher": f"{higher.value:.0%}",
        "miss-all-cut": f"{missed['cut'].mean():.0%}",
        "miss-all-hit-cut": f"{hit['cut'].mean():.0%}",
        "miss-last-year": str(max(missed["year"].max(), hit["year"].max())),
        "miss-all-n": f"{len(missed):,}",
        "miss-all-hit-n": f"{len(hit):,}",
        "miss-kept": f"{missed['kept'].mean():.0%}",
        "miss-hit-kept": f"{hit['kept'].mean():.0%}",
        "miss-mean-cut": f"{-missed['change'].mean():.1f}",
        "miss-mean-gap": f"{-missed['gap'].mean():.1f}",
        "miss-small-cut": f"{_cut_in(bins, bins['gap_to'] == 0):.0%}",
        "miss-exact-cut": f"{_cut_in(bins, bins['gap_from'] == 0):.0%}",
    }
    for name, label in _TOLD.items():
        row = rows[name]
        facts |= {
            f"miss-{label}-difference": f"{row['cut_difference']:.0f}",
            f"miss-{label}-low": f"{row['low_points']:.0f}",
            f"miss-{label}-high": f"{row['high_points']:.0f}",
        }
    _check_answers(rows, bins)
    _check_slopes(short, beyond, steeper)
    claim(years.low > 0, "after-a-miss: the difference remains if years are resampled")
    return facts | _case_facts(followed, _CASE, "miss-case") | _case_facts(followed, _SECOND_CASE, "miss-other")


_TOLD = {
    "all": "all",
    "same level and year": "peers",
    "provinces": "provinces",
    "prefectures": "prefectures",
    "2019 to 2022 left in": "pandemic",
}


def _check_answers(rows: dict[Any, Any], bins: pd.DataFrame) -> None:
    every = rows["all"]
    later = [row["low_points"] for group, row in rows.items() if group != _EARLY]
    beside = rows["same level and year"]["low_points"]
    claim(every["cut_after_miss"] > 0.75, "after-a-miss: places cut after most misses")
    claim(every["cut_after_miss"] > 2 * every["cut_after_hit"], "after-a-miss: cuts are over twice as many")
    claim(min(later) > 0, "after-a-miss: so in every group")
    claim(2 * beside > every["low_points"], "after-a-miss: most of the difference remains beside peers")
    small, exact = (_cut_in(bins, bins[name] == 0) for name in ("gap_to", "gap_from"))
    large = bins.loc[bins["gap_to"] <= GAP_EDGES[1], "share_cut"]
    claim(bool((large > small).all()), "after-a-miss: large misses are followed by cuts more often than small ones")
    claim(abs(small - exact) < 0.15, "after-a-miss: a place that met its target exactly cuts about as often")


def _check_slopes(short: Estimate, beyond: Estimate, steeper: Estimate) -> None:
    claim(
        0.35 < short.value < 0.45 and short.low > 0 and short.high < 0.5,
        "after-a-miss: about four tenths of a shortfall reach the next target",
    )
    claim(beyond.low > 0 and beyond.high > 0.5, "after-a-miss: after a surplus more than half is not excluded")
    claim(steeper.low < 0 < steeper.high, "after-a-miss: the two slopes are not told apart")


def _cut_in(bins: pd.DataFrame, chosen: pd.Series) -> float:
    return float(bins.loc[chosen, "share_cut"].to_list()[0])


def _case_facts(followed: pd.DataFrame, case: tuple[str, int], name: str) -> Facts:
    """Return the words of a place's target, of its result and of the next target."""
    own = followed[(followed["place"] == case[0]) & (followed["year"] == case[1])]
    claim(own["missed"].tolist() == [True], "after-a-miss: Shenyang missed twice")
    row: dict[Any, Any] = own.iloc[0].to_dict()
    answer = {"miss-case": row["next"] == row["result"], "miss-other": row["next"] > row["value"]}[name]
    claim(answer, "after-a-miss: Shenyang cut to its result once and raised its target once")
    quotes = {"target": "quote", "result": "result_quote", "next": "next_quote"}
    return {f"{name}-{part}-text": str(row[column]) for part, column in quotes.items()}
