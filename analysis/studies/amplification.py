"""Amplification: by how much a level asks for more than the one above, by indicator, and what became of it after 2020.

*Estimand*: the target of a prefecture less that of its province for the same indicator and plan year, and the target of
a province less the nation's where the nation sets one, in percentage points. A target that falls is negative, a range
counts with its lower end (the columns `*_target` of the wide panel). *Panel*: the constant places of the data set; by
indicator the prefectures of 2014 and 2021 to 2023, who are beside the large cities of 2014 to 2026. Steered and other
indicators are compared as means of indicators, since their numbers of reports differ, and without prices, whose
excess lies near nought everywhere. *Interval*: whole provinces are drawn, since their prefectures share the
province's number (`clusters`). *Robustness*: places are drawn instead; prices counted, trade left out; all places since
2014; steered and other indicators within one report; the excess as a share of the province's target.

Which indicators a government steers (`STEERED`, `NOT_STEERED`) is not taken from the numbers, and only in part from
other studies. Investment is what governments raise when a growth target presses them (Liu, Wang and Huang 2019; Chang,
Wang and Xiong 2025). Lü and Zhang (2022) count industry with it, and growth and revenue too, as economic development,
and prices as livelihood. That others decide what households buy and earn and what other countries order is assumed
here: trade is here by this reasoning, whatever its numbers say. Output and revenue are the sums of both.

The study answers Li, Liu, Weng and Zhou (2019), who find amplification of growth targets in the prefectures of 2003 to
2012, and Lü and Zhang (2022), who find it for indicators of economic development in 2000 to 2018 and weaker after 2013.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import (
    Estimate,
    clustered_difference,
    clustered_group_difference,
    clustered_ratio,
    estimate_facts,
)

STEERED = ("industry", "fai")
"""Indicators that a government moves with its own means: industry and investment in fixed assets."""

NOT_STEERED = ("retail_sales", "urban_income", "rural_income", "cpi", "trade")
"""Indicators that others decide: households, markets, other countries."""

SUMS = ("gdp", "budget_revenue")
"""Indicators that sum up both."""

AMPLIFIED = (*STEERED, *SUMS, *NOT_STEERED)
"""All indicators that are compared, by the prefix of their columns in the wide panel."""

PRICES = ("cpi",)
"""The indicator that places take over from above, whose excess lies near nought; it is kept apart."""

GROUPS = {"provinces": "in_provinces", "cities": "in_cities", "prefectures": "in_prefectures"}
"""The groups of constant places, and the column of the wide panel that says who is in them."""

BESIDE = (2021, 2022, 2023)
"""The height of the rebound between the years beside it, for which most prefectures are collected."""

REBOUND = (2020, 2022, 2025)
"""The years of the rebound: the low, the height, and the last one with many reports."""

_SINCE = 2014  # most prefectures are collected from here on
_FIRST = 2003  # most provinces are
_WITHOUT = "广东省"  # its prefectures have no report for 2022
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
        `year`, the columns of `GROUPS` (whether the place is in the group), `indicator` (of `AMPLIFIED`), `target`,
        `above` and `above_upper` (the upper end of a range above, or `above`) in per cent, `excess` over `above` and
        `excess_upper` over its upper end in percentage points, `steered` (whether the indicator is of `STEERED`).
    """
    nation, provinces, prefectures = (
        panel[panel["level"] == level] for level in ("national", "province", "prefecture")
    )
    above_provinces = nation.set_index("year").reindex(provinces["year"])
    keys = pd.MultiIndex.from_frame(prefectures[["province", "year"]])
    above_prefectures = provinces.set_index(["province", "year"]).reindex(keys)
    parts = []
    for name in AMPLIFIED:
        column = f"{name}_target"
        for rows, above in ((provinces, above_provinces), (prefectures, above_prefectures)):
            upper = above[f"{column}_upper"].fillna(above[column]).to_numpy()
            ends = {"above": above[column].to_numpy(), "above_upper": upper}
            parts.append(rows[_KEPT].assign(indicator=name, target=rows[column], **ends))
    both = pd.concat(parts).dropna(subset=["target", "above"]).reset_index(drop=True)
    both["excess"] = (both["target"] - both["above"]).round(4)
    both["excess_upper"] = (both["target"] - both["above_upper"]).round(4)
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
        `indicator`, `decided` (`steered`, `sum`, `not steered`, `apart`), `n` reports, `places`, `mean`, `low`, `high`
        (95 per cent, provinces drawn) and `median` in percentage points, `higher` (share of the reports with a higher
        target than the level above) and `of_above` (mean excess as a share of the mean target above).
    """
    rows = []
    for group, column in GROUPS.items():
        for name, own in excess[excess[column]].groupby("indicator"):
            if len(own) < _FEW:
                continue
            found = clustered_ratio(own, "excess", place="province")
            rows.append(
                {
                    "group": group,
                    "indicator": str(name),
                    "decided": _decided(str(name)),
                    "n": found.n,
                    "places": own["code"].nunique(),
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
    kinds = {"steered": STEERED, "sum": SUMS, "apart": PRICES}
    return next((kind for kind, those in kinds.items() if indicator in those), "not steered")


def steering_difference(excess: pd.DataFrame, *, without: Sequence[str] = PRICES, place: str = "province") -> Estimate:
    """Return by how many points steered indicators are outbid more than those that others decide, as means of both.

    Parameters
    ----------
    excess
        As from `target_excess`, of the places to be told.
    without
        Indicators that are left out.
    place
        Column of the clusters: `province` for whole provinces, or `code`.
    """
    compared = _compared_indicators(excess, without)
    return clustered_group_difference(compared, "excess", group="indicator", of="steered", place=place)


def steering_within_reports(excess: pd.DataFrame, *, without: Sequence[str] = PRICES) -> Estimate:
    """Return by how many points a report outbids more on steered indicators than on those that others decide.

    Parameters
    ----------
    excess
        As from `target_excess`, of the places to be told.
    without
        Indicators that are left out.

    Returns
    -------
    Estimate
        The mean of the reports that have both; whole provinces are drawn.
    """
    means = _compared_indicators(excess, without).groupby(["province", "code", "year", "steered"])["excess"].mean()
    wide = means.unstack().dropna()
    return clustered_ratio((wide[True] - wide[False]).rename("gap").reset_index(), "gap", place="province")


def _compared_indicators(excess: pd.DataFrame, without: Sequence[str]) -> pd.DataFrame:
    return excess[excess["indicator"].isin({*STEERED, *NOT_STEERED} - set(without))]


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
        with `low` and `high` (provinces drawn) in percentage points, `higher` (share above the level above), and
        `mean_upper` and `higher_upper`, the same over the upper ends of ranges.
    """
    growth = excess[(excess["indicator"] == "gdp") & (excess["year"] >= _FIRST)]
    chosen = {name: growth[growth[column]] for name, column in GROUPS.items()}
    chosen |= {f"all {level}s": growth[growth["level"] == level] for level in ("province", "prefecture")}
    rows = []
    for group, part in chosen.items():
        for year, own in part.groupby("year"):
            if len(own) >= _LEAST:
                found = clustered_ratio(own, "excess", place="province")
                told = {"n": found.n, "mean": found.value, "low": found.low, "high": found.high}
                ends = {"mean_upper": own["excess_upper"].mean(), "higher_upper": (own["excess_upper"] > 0).mean()}
                rows.append({"group": group, "year": year, **told, "higher": (own["excess"] > 0).mean(), **ends})
    return pd.DataFrame(rows)


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
    }


def _indicator_facts(indicators: pd.DataFrame) -> Facts:
    own, cities = (_by_indicator(indicators, group) for group in ("prefectures", "cities"))
    means = {name: row["mean"] for name, row in own.items()}
    ranked = sorted(means, key=lambda name: means[name])
    firm = min(own[name]["low"] for name in (*STEERED, "budget_revenue"))
    fai, country = cities["fai"], cities["rural_income"]
    sure = {name for name, row in cities.items() if row["low"] > 0}
    of_above = {name: row["of_above"] for name, row in own.items()}
    lowest = min(row["low"] for name, row in own.items() if name != "cpi")
    claim(lowest > 0, "ladder: prefectures outbid their provinces on everything but prices")
    claim(fai["low"] <= 0 <= fai["high"], "ladder: for the large cities' investment the interval includes nought")
    outbid = sure == {"industry", "budget_revenue", "gdp", "rural_income"} and country["low"] < _NOTHING
    claim(
        outbid, "ladder: large cities outbid their provinces on industry, revenue, output, and barely on rural incomes"
    )
    claim(firm > means["retail_sales"], "ladder: industry, investment and revenue are outbid more than sales")
    claim(ranked[0] == "cpi" and abs(means["cpi"]) < _NOTHING, "ladder: prices are not outbid")
    seldom = max(own[name]["higher"] for name in ("retail_sales", "urban_income"))
    claim(seldom < 0.5, "ladder: fewer than half of the reports outbid their province on sales or urban incomes")
    claim(ranked[1] == "retail_sales", "ladder: of all but prices, retail sales are outbid least")
    alike = own["rural_income"]["low"] <= means["gdp"] <= own["rural_income"]["high"]
    claim(alike, "findings: rural incomes are outbid as much as output")
    apart = abs(of_above["fai"] - of_above["gdp"])
    claim(apart < _ALIKE, "ladder: as a share investment is outbid about as much as output")
    return {
        "amplified-places": f"{max(row['places'] for row in own.values()):,}",
        "amplified-cities": f"{max(row['places'] for row in cities.values()):,}",
        **{f"excess-{name.replace('_', '-')}": f"{means[name]:.1f}" for name in ("fai", "retail_sales", "trade")},
        **{f"cities-fai-{end}": f"{cities['fai'][end]:.1f}" for end in ("low", "high")},
        "excess-trade-median": f"{own['trade']['median']:.0f}",
        **{f"share-{name}": f"{of_above[name]:.0%}" for name in ("fai", "gdp")},
    }


def _by_indicator(indicators: pd.DataFrame, group: str) -> dict[str, Any]:
    """Return the rows of a group by indicator, each by the names of its columns."""
    rows = indicators[indicators["group"] == group].to_dict("records")
    return {str(row["indicator"]): row for row in rows}


def _steering_facts(excess: pd.DataFrame) -> Facts:
    prefectures = excess[excess["in_prefectures"]]
    every = excess[(excess["level"] == "prefecture") & (excess["year"] >= _SINCE)]
    found = steering_difference(prefectures)
    cities = steering_difference(excess[excess["in_cities"]])
    inside = steering_within_reports(prefectures)
    others = (
        steering_difference(prefectures, without=()),
        steering_difference(prefectures, without=("trade", *PRICES)),
        steering_difference(prefectures, place="code"),
        steering_difference(every),
    )
    claim(found.low > 0, "ladder: what is steered is outbid more than what others decide")
    claim(inside.low > 0, "ladder: within reports what is steered is outbid more")
    claim(cities.low <= 0 <= cities.high, "ladder: in the large cities the difference is not sure")
    claim(min(other.low for other in others) > 0, "ladder: the difference remains by every other count")
    facts: Facts = {
        "steering-with-prices": f"{others[0].value:.1f}",
        "steering-without-trade": f"{others[1].value:.1f}",
    }
    for name, estimate in (
        *(("steering-prefectures", found), ("steering-cities", cities)),
        *(("steering-reports", inside), ("steering-places", others[2])),
    ):
        facts |= estimate_facts(name, estimate, "{:.1f}")
    return facts


def _year_facts(years: pd.DataFrame) -> Facts:
    told = {name: own.sort_values("year") for name, own in years.groupby("group")}
    cities, provinces = (
        dict(zip(told[name]["year"], told[name]["mean"], strict=True)) for name in ("cities", "provinces")
    )
    low, high, _ = REBOUND
    after = {year: mean for year, mean in cities.items() if year > low}
    early, late = ([mean for year, mean in provinces.items() if (year > _WEAKER) == late] for late in (False, True))
    steeper = [provinces[year] > mean for year, mean in cities.items() if year in provinces]
    claim(
        min(cities, key=cities.__getitem__) == max(cities), "ladder: the large cities' excess is least in the last year"
    )
    claim(max(after, key=after.__getitem__) == high, "ladder: after 2020 the cities' excess was highest in 2022")
    rest = told["prefectures"].set_index("year")["mean"]
    claim(rest[high] > max(rest[high - 1], rest[high + 1]), "ladder: prefectures outbid more in 2022 than beside it")
    claim(rest[high] < rest[min(rest.index)], "ladder: prefectures outbid less in 2022 than in 2014")
    claim(max(late) < max(early), "ladder: the excess of provinces weakened after 2013")
    claim(sum(steeper) > _MOSTLY * len(steeper), "ladder: the step below the nation is the steeper one")
    most = max(provinces, key=provinces.__getitem__)
    return {
        "provinces-excess-most": f"{provinces[most]:.1f}",
        "provinces-excess-most-year": str(most),
        "provinces-excess-last": f"{provinces[max(provinces)]:.1f}",
        "cities-excess-last": f"{cities[max(cities)]:.1f}",
        "cities-excess-height": f"{cities[high]:.1f}",
    }


def _rebound_facts(excess: pd.DataFrame) -> Facts:
    low, high, last = REBOUND
    rows = places_of_all_years(excess, REBOUND)
    up, kept = _between(rows, low, high), _between(rows, low, last)
    claim(up.low > 0, "ladder: the excess came back after 2020")
    claim(_between(rows, high, last).high < 0, "ladder: the excess then fell again")
    claim(kept.low <= 0 <= kept.high, "ladder: whether the last excess is above that of 2020 is open")
    means = {year: rows.loc[rows["year"] == year, "excess"].mean() for year in REBOUND}
    facts = {
        f"rebound-{name}": f"{means[year]:.1f}" for name, year in zip(("low", "height", "last"), REBOUND, strict=True)
    }
    facts |= {"rebound-places": str(rows["code"].nunique()), **_beside_facts(excess)}
    return facts | estimate_facts("rebound-up", up, "{:.1f}") | estimate_facts("rebound-kept", kept, "{:.2f}")


def _beside_facts(excess: pd.DataFrame) -> Facts:
    """Return the excess about the height in the prefectures with a target in all three years; one province has none."""
    growth = excess[(excess["indicator"] == "gdp") & (excess["level"] == "prefecture")]
    height = growth.loc[growth["year"] == BESIDE[1], "province"]
    beside = growth[growth["year"].isin((BESIDE[0], BESIDE[2])) & growth["in_cities"]]
    claim(
        set(beside.loc[~beside["province"].isin(height), "province"]) == {_WITHOUT},
        "ladder: of the provinces with large cities Guangdong alone has no prefecture's report for 2022",
    )
    own = places_of_all_years(excess[excess["in_prefectures"]], BESIDE)
    means = own.groupby("year")["excess"].mean()
    claim(means.idxmax() == BESIDE[1], "ladder: the same prefectures outbid more in 2022 than beside it")
    return {
        "beside-places": str(own["code"].nunique()),
        **{f"beside-{year}": f"{mean:.1f}" for year, mean in means.items()},
    }


def _between(rows: pd.DataFrame, first: int, second: int) -> Estimate:
    chosen = rows[rows["year"].isin((first, second))].assign(later=rows["year"] == second)
    return clustered_difference(chosen, "excess", of="later", place="province")
