"""Numbers of the chapters on the national reference: the ladder of targets, outturns, the atlas."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ..reference import reference_reports
from ..reference.atlas import SPREAD_STANDINGS
from ..texts.levels import REPORT_LEVELS
from .claims import Facts

# The ladder of targets

_YEARS_BEFORE_LAST = 5  # the last year of a series has few reports, so that the years before it are quoted too
_WIDE = 100  # reports of a year that make its mean more than that of some large cities


def ladder_facts(levels: pd.DataFrame, steps: pd.DataFrame, places: pd.DataFrame, wording: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on the ladder of targets.

    Parameters
    ----------
    levels, steps, places, wording
        As from `growth_by_level`, `amplification_by_step`, `standing_of_targets` and `wording_by_level`.
    """
    return {
        **_collection_facts(wording),
        **_level_facts(levels),
        **_step_facts(steps),
        **_wording_facts(wording),
        **_standing_facts(places),
    }


def _collection_facts(wording: pd.DataFrame) -> Facts:
    reports = reference_reports()
    counts = reports["level"].value_counts()
    return {
        "reference-reports": f"{len(reports):,}",
        "reference-first": str(reports["year"].min()),
        "reference-last": str(reports["year"].max()),
        "reference-targets": f"{int(wording['n'].sum()):,}",
        **{f"reports-{level}": f"{counts[level]:,}" for level in REPORT_LEVELS},
    }


def _level_facts(levels: pd.DataFrame) -> Facts:
    """Return first, last and highest median target of provinces and prefectures, and how many targets they rest on."""
    facts: Facts = {}
    for level in ("province", "prefecture"):
        yearly = levels[levels["level"] == level].set_index("year")
        medians, sizes = yearly["median"], yearly["n"]
        facts |= {
            f"{level}-first-year": str(medians.index.min()),
            f"{level}-last-year": str(medians.index.max()),
            f"{level}-first-median": f"{medians.iloc[0]:g}",
            f"{level}-last-median": f"{medians.iloc[-1]:g}",
            f"{level}-highest-median": f"{medians.max():g}",
            f"{level}-highest-year": str(medians.idxmax()),
            f"{level}-median-first-n": str(sizes.iloc[0]),
            f"{level}-median-last-n": str(sizes.iloc[-1]),
        }
    return facts


def _step_facts(steps: pd.DataFrame) -> Facts:
    """Return by how much each level exceeds the one above, at most, last, and in the years before the last."""
    facts: Facts = {}
    for step, excess in steps.groupby("step"):
        upper, ordered = str(step).split()[0], excess.sort_values("year")
        highest = ordered.sort_values("mean").iloc[-1]
        first, last = ordered.iloc[0], ordered.iloc[-1]
        before = ordered.iloc[-1 - _YEARS_BEFORE_LAST : -1]
        facts |= {
            f"{upper}-excess-most": f"{highest['mean']:.1f}",
            f"{upper}-excess-most-year": str(highest["year"]),
            f"{upper}-excess-last": f"{last['mean']:.1f}",
            f"{upper}-excess-last-year": str(last["year"]),
            f"{upper}-above-first": f"{first['above']:.0%}",
            f"{upper}-above-first-year": str(first["year"]),
            f"{upper}-first-n": str(first["n"]),
            f"{upper}-last-n": str(last["n"]),
            f"{upper}-above-last": f"{last['above']:.0%}",
            f"{upper}-above-before-least": f"{before['above'].min():.0%}",
            f"{upper}-above-before-most": f"{before['above'].max():.0%}",
            f"{upper}-above-before-years": f"{before['year'].iloc[0]} to {before['year'].iloc[-1]}",
            **_wide_facts(upper, ordered[ordered["n"] >= _WIDE]),
        }
    return facts


def _wide_facts(upper: str, excess: pd.DataFrame) -> Facts:
    """Return how the excess went in years with many reports: least, most since then, and last."""
    if excess.empty:
        return {}
    least, last = excess.sort_values("mean").iloc[0], excess.iloc[-1]
    since = excess[excess["year"] >= least["year"]].sort_values("mean").iloc[-1]
    return {f"{upper}-wide": str(_WIDE)} | {
        f"{upper}-wide-{name}{part}": text
        for name, row in (("least", least), ("since", since), ("last", last))
        for part, text in (("", f"{row['mean']:.1f}"), ("-year", str(row["year"])), ("-n", str(row["n"])))
    }


def _wording_facts(wording: pd.DataFrame) -> Facts:
    shares = wording.set_index(["level", "wording"])["share"]
    facts = {"national-wording-n": str(wording.loc[wording["level"] == "national", "n"].sum())}
    for level in REPORT_LEVELS:
        for name in ("about", "bare", "at least"):
            facts[f"{level}-{name.replace(' ', '-')}"] = f"{shares[level, name]:.0%}"
    return facts


def chain_facts(chain: pd.DataFrame) -> Facts:
    """Return how many targets of the texts are above those of the next level on file, and which are not.

    Parameters
    ----------
    chain
        As from `target_chain`, with the targets as printed.
    """
    nearest = chain["prefecture"].where(chain["prefecture"].fillna("") != "", chain["province"])
    known = chain.assign(nearest=nearest)[nearest.fillna("") != ""]
    own, upper = (known[name].str.extract(r"([0-9.]+)", expand=False).astype(float) for name in ("text", "nearest"))
    lower = known[own <= upper]
    return {
        "chain": str(len(known)),
        "chain-above": str(int((own > upper).sum())),
        "chain-not-above": "; ".join(
            f"{row['indicator_en'].lower()} in {row['label']} ({row['text']} against {row['nearest']})"
            for row in lower.to_dict("records")
        )
        or "none",
    }


def _standing_facts(places: pd.DataFrame) -> Facts:
    return {
        "standing": "; ".join(
            f"{row['label']} with {row['value']:g} per cent at percentile {row['percentile']:.0f} "
            f"of {row['prefectures']} prefectures of {row['year']}, and {_standing_in_province(row)}"
            for row in places.to_dict("records")
        ),
        "standing-texts": str(len(places)),
    }


def _standing_in_province(row: dict[Hashable, Any]) -> str:
    return f"at percentile {row['percentile_in_province']:.0f} of the {row['in_province']} of its province"


# Are targets kept?

_MET_PUBLISHED = "prefectures that met their target, share"


def outturn_facts(comparison: pd.DataFrame) -> Facts:
    """Return which share of the prefectures' targets was met in the published data, and in the same years here.

    Parameters
    ----------
    comparison
        As from `compared_with_published`.
    """
    met = comparison[comparison["figure"] == _MET_PUBLISHED].to_dict("records")
    return {f"published-met-{name}": f"{row[name]:.0%}" for row in met for name in ("published", "here")}


# The atlas of slogans

_FORMULAS_FROM = 2002  # before it a year has fewer than twenty reports of provinces and prefectures
_FORMULAS_EARLY = 2011  # last year of the ten with which the years from `_FORMULAS_LATE` on are compared
_FORMULAS_LATE = 2017


def atlas_facts(tables: dict[str, pd.DataFrame]) -> Facts:
    """Return the numbers of the chapter on the atlas of slogans.

    Parameters
    ----------
    tables
        As from `atlas_tables`.
    """
    return {
        **_density_facts(tables["slogans"], tables["density"], tables["provinces"]),
        **_numeral_facts(tables["slogans"], tables["numerals"]),
        **_formula_series_facts(tables["formulas"].set_index("year")),
        **_spread_facts(tables["spread"]),
    }


def _density_facts(slogans: pd.DataFrame, density: pd.DataFrame, provinces: pd.DataFrame) -> Facts:
    """Return how many slogans there are, and how densely they are mentioned by level, year and province."""
    local, nation = (
        density[density["level"] == level].set_index("year")["per_10k_characters"]
        for level in ("prefecture", "national")
    )
    ordered = provinces.sort_values("per_10k_characters")
    in_reports = slogans.groupby("slogan")["report"].nunique()
    return {
        "mentions": f"{slogans['mentions'].sum():,}",
        "different": f"{slogans['slogan'].nunique():,}",
        "once": f"{(in_reports == 1).mean():.0%}",
        "density-most": f"{local.max():.0f}",
        "density-most-year": str(local.idxmax()),
        "density-last": f"{local.iloc[-1]:.0f}",
        "density-last-year": str(local.index[-1]),
        "nation-most": f"{nation.max():.0f}",
        "nation-most-year": str(nation.idxmax()),
        "province-most-place": str(ordered["en"].iloc[-1]),
        "province-most-rate": f"{ordered['per_10k_characters'].iloc[-1]:.0f}",
        "province-least-place": str(ordered["en"].iloc[0]),
        "province-least-rate": f"{ordered['per_10k_characters'].iloc[0]:.0f}",
    }


def _numeral_facts(slogans: pd.DataFrame, numerals: pd.DataFrame) -> Facts:
    """Return which numbers of items slogans announce most, and how many slogans have a one or a three."""
    by_numeral, count = numerals.set_index("numeral"), slogans["slogan"].nunique()
    announcing, with_numeral = by_numeral["announced"], by_numeral["different"]
    return {
        "announced-most": str(announcing.idxmax()),
        "announced-share": f"{announcing.max() / announcing.sum():.0%}",
        "threes": f"{with_numeral['3'] / count:.0%}",
        "ones": f"{with_numeral['1'] / count:.0%}",
    }


def _formula_series_facts(formulas: pd.DataFrame) -> Facts:
    """Return how common and how long formulas with a plus sign are, by year."""
    series = formulas.loc[_FORMULAS_FROM:]
    share = formulas["with_formula"]
    return {
        "formula-first": f"{series['with_formula'].iloc[0]:.0%}",
        "formula-first-year": str(series.index[0]),
        "formula-first-n": str(series["n"].iloc[0]),
        "formula-most": f"{share.max():.0%}",
        "formula-most-year": str(share.idxmax()),
        "formula-most-n": str(formulas["n"].loc[share == share.max()].iloc[0]),
        "formula-terms-first": f"{formulas['terms'].loc[_FORMULAS_FROM:_FORMULAS_EARLY].mean():.1f}",
        "formula-terms-last": f"{formulas['terms'].loc[_FORMULAS_LATE:].mean():.1f}",
        "formula-longest": str(formulas["longest"].max()),
    }


def _spread_facts(spreads: pd.DataFrame) -> Facts:
    """Return how far the slogans of the texts spread in the reports."""
    standings = spreads["standing"].value_counts()
    own_everywhere = (spreads["standing"] == "national") & (spreads["scope"] == "local")
    return {
        "text-slogans": str(len(spreads)),
        "text-national-local": str(int(own_everywhere.sum())),
        **{f"text-{name.replace(' ', '-')}": str(standings.get(name, 0)) for name in SPREAD_STANDINGS},
    }
