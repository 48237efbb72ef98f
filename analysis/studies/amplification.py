"""Amplification: by how much a level asks for more than the one above, by indicator, and what became of it after 2020.

*Estimand*: the target of a prefecture less that of its province for the same indicator and plan year, and the target of
a province less the nation's where the nation sets one, in percentage points. A target that falls is negative, a range
counts with its lower end (the columns `*_target` of the wide panel). *Panel*: the constant places of the data set; by
indicator the prefectures of 2014 and 2021 to 2023, who are beside the large cities of 2014 to 2026. *Interval*: places
are drawn with all their years (`intervals`). *Robustness*: whole provinces are drawn instead; all places since 2014;
the excess as a share of the province's target; pairs of indicators in one report.

Which indicators a government steers is taken from other studies, not from the numbers (`STEERED`, `NOT_STEERED`).
Investment is what governments raise when a growth target presses them (Liu, Wang and Huang 2019; Chang, Wang and Xiong
2025), and industry is counted with it among the indicators of economic development by Lü and Zhang (2022), who set
prices apart. What households buy and earn, what things cost and what other countries order is decided by others: trade
is here by this reasoning, whatever its numbers say. Output and revenue are the sums of both and belong to neither.

The study answers Li, Liu, Weng and Zhou (2019), who find amplification of growth targets in the prefectures of 2003 to
2012, and Lü and Zhang (2022), who find it for indicators of economic development in 2000 to 2018 and weaker after 2013.
"""

from collections.abc import Sequence

import pandas as pd

from ..facts.claims import Facts, claim
from .intervals import Estimate, clustered_difference, clustered_ratio, estimate_facts

STEERED = ("industry", "fai")
"""Indicators that a government moves with its own means: industry and investment in fixed assets."""

NOT_STEERED = ("retail_sales", "urban_income", "rural_income", "cpi", "trade")
"""Indicators that others decide: households, markets, other countries."""

SUMS = ("gdp", "budget_revenue")
"""Indicators that sum up both."""

AMPLIFIED = (*STEERED, *SUMS, *NOT_STEERED)
"""All indicators that are compared, by the prefix of their columns in the wide panel."""

GROUPS = {"provinces": "in_provinces", "cities": "in_cities", "prefectures": "in_prefectures"}
"""The groups of constant places, and the column of the wide panel that says who is in them."""

REBOUND = (2020, 2022, 2025)
"""The years of the rebound: the low, the height, and the last one with many reports."""

_SINCE = 2014  # most prefectures are collected from here on
_FIRST = 2003  # most provinces are
_WEAKER = 2013  # after it, by Lü and Zhang
_MOSTLY = 0.75  # of the years, for a sentence that says mostly
_NOTHING = 0.05  # percentage points that the prose calls nothing
_ALIKE = 0.03  # shares that the prose calls about the same
_LEAST = 5  # places of a year from which its mean is told
_FEW = 30  # rows from which an indicator is told
_KEPT = ["place", "code", "level", "province", "year", *GROUPS.values()]


def target_excess(panel: pd.DataFrame) -> pd.DataFrame:
    """Return each target beside that of the level above.

    Parameters
    ----------
    panel
        The wide panel, `reference_table("panel")`.

    Returns
    -------
    DataFrame
        A row a place, year and indicator for which both levels have a target: `place`, `code`, `level`, `province`,
        `year`, the columns of `GROUPS` (whether the place is in the group), `indicator` (of `AMPLIFIED`), `target` and
        `above` in per cent, `excess` in percentage points, `steered` (whether the indicator is of `STEERED`).
    """
    parts = []
    for name in AMPLIFIED:
        column = f"{name}_target"
        nation = panel[panel["level"] == "national"].set_index("year")[column]
        provinces = panel[panel["level"] == "province"]
        prefectures = panel[panel["level"] == "prefecture"]
        upper = provinces.set_index(["province", "year"])[column]
        of_prefectures = upper.reindex(pd.MultiIndex.from_frame(prefectures[["province", "year"]])).to_numpy()
        for rows, above in ((provinces, provinces["year"].map(nation)), (prefectures, of_prefectures)):
            parts.append(rows[_KEPT].assign(indicator=name, target=rows[column], above=above))
    both = pd.concat(parts).dropna(subset=["target", "above"]).reset_index(drop=True)
    both["excess"] = (both["target"] - both["above"]).round(4)
    groups = {column: both[column].astype(bool) for column in GROUPS.values()}
    return both.assign(**groups, steered=both["indicator"].isin(STEERED))


# By indicator


def excess_by_indicator(excess: pd.DataFrame) -> pd.DataFrame:
    """Return the mean excess of each indicator in each group of constant places.

    Parameters
    ----------
    excess
        As from `target_excess`.

    Returns
    -------
    DataFrame
        A row a group and indicator with at least thirty rows, by falling excess of the prefectures: `group`,
        `indicator`, `decided` (`steered`, `sum` or `not steered`), `n` reports, `places`, `mean` with `low` and `high`
        (95 per cent, places drawn) and `median` in percentage points, `higher` (share of the reports with a higher
        target than the level above) and `of_above` (mean excess as a share of the mean target above).
    """
    rows = []
    for group, column in GROUPS.items():
        for name, own in excess[excess[column]].groupby("indicator"):
            if len(own) < _FEW:
                continue
            found = clustered_ratio(own, "excess")
            rows.append(
                {
                    "group": group,
                    "indicator": str(name),
                    "decided": _decided(str(name)),
                    "n": found.n,
                    "places": found.places,
                    "mean": found.value,
                    "low": found.low,
                    "high": found.high,
                    "median": own["excess"].median(),
                    "higher": (own["excess"] > 0).mean(),
                    "of_above": own["excess"].sum() / own["above"].sum(),
                }
            )
    table = pd.DataFrame(rows)
    order = table[table["group"] == "prefectures"].set_index("indicator")["mean"]
    ranked = table.assign(_rank=-table["indicator"].map(order), _group=table["group"].map(list(GROUPS).index))
    return ranked.sort_values(["_group", "_rank"]).drop(columns=["_rank", "_group"]).reset_index(drop=True)


def _decided(indicator: str) -> str:
    return "steered" if indicator in STEERED else "sum" if indicator in SUMS else "not steered"


def steering_difference(excess: pd.DataFrame, *, trade: bool = True, place: str = "code") -> Estimate:
    """Return by how many points steered indicators are outbid more than those that others decide.

    Parameters
    ----------
    excess
        As from `target_excess`, of the places to be told.
    trade
        Whether trade is counted among those that others decide.
    place
        Column of the clusters: `code`, or `province` for whole provinces.
    """
    names = {*STEERED, *NOT_STEERED} - (set() if trade else {"trade"})
    return clustered_difference(excess[excess["indicator"].isin(names)], "excess", of="steered", place=place)


def paired_difference(excess: pd.DataFrame, first: str, second: str) -> Estimate:
    """Return by how many points one indicator is outbid more than another in the same reports.

    Parameters
    ----------
    excess
        As from `target_excess`, of the places to be told.
    first, second
        Two of `AMPLIFIED`.
    """
    wide = excess.pivot(index=["code", "year"], columns="indicator", values="excess")
    return clustered_ratio((wide[first] - wide[second]).dropna().rename("gap").reset_index(), "gap")


# By year


def excess_by_year(excess: pd.DataFrame) -> pd.DataFrame:
    """Return the mean excess of growth targets by year: constant places, and all of their level.

    Parameters
    ----------
    excess
        As from `target_excess`.

    Returns
    -------
    DataFrame
        A row a group and year: `group` (of `GROUPS`, or `all provinces` and `all prefectures`), `year`, `n`, `mean`
        with `low` and `high` in percentage points, `higher` (share above the level above).
    """
    growth = excess[(excess["indicator"] == "gdp") & (excess["year"] >= _FIRST)]
    chosen = {name: growth[growth[column]] for name, column in GROUPS.items()}
    chosen |= {f"all {level}s": growth[growth["level"] == level] for level in ("province", "prefecture")}
    rows = []
    for group, part in chosen.items():
        for year, own in part.groupby("year"):
            if len(own) >= _LEAST:
                found = clustered_ratio(own, "excess")
                told = {"n": found.n, "mean": found.value, "low": found.low, "high": found.high}
                rows.append({"group": group, "year": year, **told, "higher": (own["excess"] > 0).mean()})
    return pd.DataFrame(rows)


def targets_by_year(panel: pd.DataFrame) -> pd.DataFrame:
    """Return the growth targets of each level by year: constant places, and all there are.

    Parameters
    ----------
    panel
        The wide panel.

    Returns
    -------
    DataFrame
        A row a group and year from 2003: `group` (`nation`, of `GROUPS`, `all provinces` or `all prefectures`), `year`,
        `n`, `mean`, `median`, `first_quartile` and `third_quartile` in per cent. A year of several places needs five.
    """
    known = panel[(panel["year"] >= _FIRST) & panel["gdp_target"].notna()]
    chosen = {"nation": known[known["level"] == "national"]}
    chosen |= {name: known[known[column].astype(bool)] for name, column in GROUPS.items()}
    chosen |= {f"all {level}s": known[known["level"] == level] for level in ("province", "prefecture")}
    parts = []
    for group, part in chosen.items():
        values = part.groupby("year")["gdp_target"]
        quarters = values.quantile([0.25, 0.75]).unstack()
        told = pd.DataFrame({"group": group, "n": values.size(), "mean": values.mean(), "median": values.median()})
        told = told.assign(first_quartile=quarters[0.25], third_quartile=quarters[0.75]).reset_index()
        parts.append(told if group == "nation" else told[told["n"] >= _LEAST])
    return pd.concat(parts).reset_index(drop=True)


def places_of_all_years(excess: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame:
    """Return the growth rows of the prefectures that have one in each of some years, in these years.

    Parameters
    ----------
    excess
        As from `target_excess`.
    years
        At least one.
    """
    rows = excess[(excess["indicator"] == "gdp") & (excess["level"] == "prefecture") & excess["year"].isin(list(years))]
    return rows[rows.groupby("code")["year"].transform("nunique") == len(years)]


# The numbers of the prose


def amplification_facts(excess: pd.DataFrame, indicators: pd.DataFrame, years: pd.DataFrame) -> Facts:
    """Return what the chapter says of the excess.

    Parameters
    ----------
    excess, indicators, years
        As from `target_excess`, `excess_by_indicator` and `excess_by_year`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    return {
        **_indicator_facts(indicators),
        **_steering_facts(excess),
        **_year_facts(years),
        **_rebound_facts(excess),
        **_robustness_facts(excess),
    }


def _indicator_facts(indicators: pd.DataFrame) -> Facts:
    rows = indicators[indicators["group"] == "prefectures"].set_index("indicator")
    cities = indicators[indicators["group"] == "cities"].set_index("indicator")
    lows = rows["low"].drop("cpi")
    claim(lows.min() > 0, "ladder: prefectures outbid their provinces on everything but prices")
    firm = rows.loc[[*STEERED, "budget_revenue"], "low"]
    claim(
        min(rows.loc["gdp", "low"], cities.loc["gdp", "low"]) > 0,
        "ladder: places ask for more growth than the level above",
    )
    claim(
        firm.min() > rows.loc["retail_sales", "mean"],
        "ladder: industry, investment and revenue are outbid more than sales",
    )
    claim(rows["mean"].idxmax() == "trade", "ladder: trade is outbid most of all")
    claim(rows["mean"].idxmin() == "cpi" and abs(rows.loc["cpi", "mean"]) < _NOTHING, "ladder: prices are not outbid")
    claim(
        rows["mean"].drop("cpi").idxmin() == "retail_sales", "ladder: of all but prices, retail sales are outbid least"
    )
    claim(cities.loc["fai", "low"] <= 0 <= cities.loc["fai", "high"], "ladder: large cities do not outbid investment")
    share = rows["of_above"]
    claim(abs(share["fai"] - share["gdp"]) < _ALIKE, "ladder: as a share investment is outbid about as much as output")
    facts = {"amplified-places": f"{rows['places'].max():,}", "amplified-cities": f"{cities['places'].max():,}"}
    for group, own in (("", rows), ("cities-", cities)):
        facts |= {f"excess-{group}{str(name).replace('_', '-')}": f"{value:.1f}" for name, value in own["mean"].items()}
    for name in ("fai", "gdp", "retail_sales"):
        facts[f"share-{name.replace('_', '-')}"] = f"{share[name]:.0%}"
    trade, sure = rows.loc["trade"], cities.loc["fai"]
    return facts | {
        "excess-trade-median": f"{trade['median']:.0f}",
        "excess-trade-n": f"{trade['n']:.0f}",
        **{f"excess-trade-{end}": f"{trade[end]:.1f}" for end in ("low", "high")},
        **{f"excess-cities-fai-{end}": f"{sure[end]:.1f}" for end in ("low", "high")},
    }


def _steering_facts(excess: pd.DataFrame) -> Facts:
    facts: Facts = {}
    found = {group: steering_difference(excess[excess[GROUPS[group]]]) for group in ("prefectures", "cities")}
    prefectures = excess[excess["in_prefectures"]]
    paired = paired_difference(prefectures, "fai", "retail_sales")
    claim(found["prefectures"].low > 0, "ladder: what is steered is outbid more than what others decide")
    claim(paired.low > 0, "ladder: in the same reports investment is outbid more than retail sales")
    claim(found["cities"].low <= 0, "ladder: in the large cities the difference is not sure")
    for group, estimate in found.items():
        facts |= estimate_facts(f"steering-{group}", estimate, "{:.1f}")
    facts |= estimate_facts("steering-without-trade", steering_difference(prefectures, trade=False), "{:.1f}")
    return facts | estimate_facts("paired", paired, "{:.1f}")


def _year_facts(years: pd.DataFrame) -> Facts:
    means = {group: own.set_index("year")["mean"] for group, own in years.groupby("group")}
    cities, provinces = means["cities"], means["provinces"]
    facts: Facts = {}
    for group, own in (("provinces", provinces), ("cities", cities)):
        for name, year in (("first", own.index.min()), ("most", own.idxmax()), ("last", own.index.max())):
            facts |= {f"{group}-excess-{name}": f"{own[year]:.1f}", f"{group}-excess-{name}-year": str(year)}
    claim(cities.idxmin() == cities.index.max(), "ladder: large cities exceed their provinces least in the last year")
    low, high, _ = REBOUND
    claim(cities[cities.index > low].idxmax() == high, "ladder: after 2020 the cities' excess was highest in 2022")
    since = provinces.index > _WEAKER
    claim(provinces[since].max() < provinces[~since].max(), "ladder: the excess of provinces weakened after 2013")
    both = pd.concat([provinces, cities], axis=1, keys=["upper", "lower"]).dropna()
    claim((both["upper"] > both["lower"]).mean() > _MOSTLY, "ladder: the step below the nation is the steeper one")
    return facts | {"cities-excess-height": f"{cities[high]:.1f}"}


def _rebound_facts(excess: pd.DataFrame) -> Facts:
    low, high, last = REBOUND
    rows = places_of_all_years(excess, REBOUND)
    means = rows.groupby("year")["excess"].mean()
    up, kept = _between(rows, low, high), _between(rows, low, last)
    claim(up.low > 0, "ladder: the excess came back after 2020")
    claim(_between(rows, high, last).high < 0, "ladder: the excess then fell again")
    claim(kept.low > 0, "ladder: the excess remained above that of 2020")
    facts: Facts = {}
    for name, year in zip(("low", "height", "last"), REBOUND, strict=True):
        facts |= {f"rebound-{name}": f"{means[year]:.1f}", f"rebound-{name}-year": str(year)}
    return facts | estimate_facts("rebound-up", up, "{:.1f}") | estimate_facts("rebound-kept", kept, "{:.2f}")


def _between(rows: pd.DataFrame, first: int, second: int) -> Estimate:
    chosen = rows[rows["year"].isin((first, second))]
    return clustered_difference(chosen.assign(later=chosen["year"] == second), "excess", of="later")


def _robustness_facts(excess: pd.DataFrame) -> Facts:
    """Return the difference between steered and other indicators with whole provinces drawn, and of all places."""
    prefectures = excess[excess["in_prefectures"]]
    every = excess[(excess["level"] == "prefecture") & (excess["year"] >= _SINCE)]
    found = {
        "steering-by-province": steering_difference(prefectures, place="province"),
        "steering-all": steering_difference(every),
    }
    claim(all(estimate.low > 0 for estimate in found.values()), "ladder: the difference remains if provinces are drawn")
    facts: Facts = {}
    for name, estimate in found.items():
        facts |= estimate_facts(name, estimate, "{:.1f}")
    return facts
