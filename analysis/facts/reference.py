"""Numbers of the chapters on the national reference: borrowed formulas, the ladder of targets, outturns, the atlas."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ..reference import reference_reports
from ..reference.atlas import SPREAD_STANDINGS
from ..reference.outturns import GRACE, IMPLAUSIBLE_GAP, targets_met
from ..reference.reuse import LEAST_SHARED
from ..texts.levels import REPORT_LEVELS
from .claims import Facts

# Borrowed formulas


def formula_facts(found: pd.DataFrame, passages: pd.DataFrame, parts: pd.DataFrame, compared: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on borrowed formulas.

    Parameters
    ----------
    found, passages
        The tables `formulas` and `passages` of the reference.
    parts, compared
        As from `origin_shares` and `compared_reports`.
    """
    known = parts[parts["of"] > 0]
    nowhere = known[known["origin"] == "nowhere"].sort_values("share", kind="stable")
    nation = known[known["origin"] == "nation"].sort_values("share", ascending=False, kind="stable").iloc[0]
    centre = passages[passages["origin"] == "nation"]
    earlier = centre.loc[centre["before"].astype(bool), "characters"].sum() / max(centre["characters"].sum(), 1)
    longest = found.sort_values("length", ascending=False, kind="stable")
    near = (longest["origin"] == "prefecture") & (longest["everywhere"] == longest["reports"])  # in no other report
    above, local, later = (
        longest[chosen].iloc[0] for chosen in (longest["origin"] == "nation", near, longest["origin"] == "later")
    )
    labels = dict(zip(parts["doc_id"], parts["label"], strict=True))
    without = compared[(compared["origin"] == "prefecture") & (compared["reports"] == 0)]["label"]
    spread = found.sort_values("everywhere", ascending=False, kind="stable").iloc[0]
    return {
        "reuse-reports": f"{compared.groupby('doc_id')['reports'].sum().max():,}",
        "reuse-least": str(LEAST_SHARED),
        "reuse-texts": str(known["doc_id"].nunique()),
        "reuse-formulas": f"{len(found.drop_duplicates(['doc_id', 'start', 'end'])):,}",
        "reuse-own-least": f"{nowhere['label'].iloc[0]} ({nowhere['share'].iloc[0]:.0%})",
        "reuse-own-most": f"{nowhere['label'].iloc[-1]} ({nowhere['share'].iloc[-1]:.0%})",
        "reuse-nation-most": f"{nation['label']} ({nation['share']:.0%})",
        "reuse-nation-before": f"{earlier:.0%}",
        "reuse-nation-longest": str(above["formula"]),
        "reuse-nation-longest-text": labels[above["doc_id"]],
        "reuse-local": str(local["formula"]),
        "reuse-local-text": labels[local["doc_id"]],
        "reuse-local-year": str(local["first"]),
        "reuse-later": str(later["formula"]),
        "reuse-later-text": labels[later["doc_id"]],
        "reuse-later-year": str(later["first"]),
        "reuse-spread": str(spread["formula"]),
        "reuse-spread-reports": f"{spread['everywhere']:,}",
        "reuse-without-prefecture": " and ".join(without) or "none",
    }


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


# Promised and delivered

_SLOWDOWN = 2012  # from here on growth slowed
_LOCKDOWNS = (2020, 2022)  # years without ordinary results
_LOWS, _HIGH = {2014, 2020, 2022}, 2021  # of prefectures since growth slowed, as the figure's description has them


def outturn_facts(both: pd.DataFrame, left_out: pd.DataFrame, levels: pd.DataFrame, comparison: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on promised and delivered.

    Parameters
    ----------
    both, left_out, levels, comparison
        As from `targets_with_results`, `implausible_results`, `outturns_by_level` and `compared_with_published`.

    Raises
    ------
    ValueError
        If what chapter and figure say of single years in words no longer holds.
    """
    _check_years(levels)
    falls = both[both["result"] < 0]
    facts = {
        "falls": str(len(falls)),
        "falls-years": _listed(falls["year"]),
        "pairs": f"{len(both):,}",
        "pairs-shown": f"{levels['n'].sum():,}",
        "left-out": str(len(left_out)),
        "implausible": f"{IMPLAUSIBLE_GAP:g}",
        "grace": f"{GRACE:g}",
    }
    late_pairs = both[both["year"] >= _SLOWDOWN].assign(reached=targets_met)
    for level, own in late_pairs.groupby("level"):
        ordinary = own[~own["year"].isin(_LOCKDOWNS)]
        facts |= {
            f"{level}-reached-late": f"{own['reached'].mean():.0%}",
            f"{level}-about-late": f"{(own['wording'] == 'about').mean():.0%}",
            f"{level}-met-ordinary": f"{ordinary['met'].mean():.0%}",
        }
    for level, own in levels.groupby("level"):
        early, late = own[own["year"] < _SLOWDOWN], own[own["year"] >= _SLOWDOWN]
        for name, part in (("early", early), ("late", late)):
            met = (part["met"] * part["n"]).sum() / part["n"].sum()
            facts |= {f"{level}-met-{name}": f"{met:.0%}", f"{level}-{name}-n": f"{part['n'].sum():,}"}
        worst = own[own["met"] == own["met"].min()].sort_values("year")
        facts |= {
            f"{level}-met-worst": f"{worst['met'].iloc[0]:.0%}",
            f"{level}-met-worst-year": _listed(worst["year"]),
            f"{level}-met-worst-n": " and ".join(map(str, worst["n"])),
            f"{level}-below": str(int((late["result"] < late["target"]).sum())),
            f"{level}-years": str(len(late)),
        }
    for number, row in enumerate(comparison.to_dict("records"), start=1):
        facts |= {f"published-{number}": f"{row['published']:g}", f"here-{number}": f"{row['here']:.2f}"}
    return facts


def _listed(years: pd.Series) -> str:
    """Return different years in words: 2020 and 2022."""
    *before, last = sorted({str(year) for year in years}) or ["none"]
    return f"{', '.join(before)} and {last}" if before else last


def _check_years(levels: pd.DataFrame) -> None:
    """Raise an error if the years that chapter and figure name are not those of the tables."""
    rates = {level: own.set_index("year")["met"] for level, own in levels.groupby("level")}
    prefectures, provinces = rates["prefecture"], rates["province"]
    late = prefectures[prefectures.index >= _SLOWDOWN]
    early = levels[levels["year"] < _SLOWDOWN].groupby("level")[["target", "result"]].mean()
    claims = {
        "the fewest targets of prefectures were met in a year of lockdowns": prefectures.idxmin() in _LOCKDOWNS,
        "so few of provinces in no other years": set(provinces[provinces == provinces.min()].index) <= {*_LOCKDOWNS},
        "prefectures have lows in 2014, 2020 and 2022": set(late.nsmallest(len(_LOWS)).index) == _LOWS,
        "prefectures have a high in 2021": late.idxmax() == _HIGH,
        "until 2011 results lie above targets": bool((early["result"] > early["target"]).all()),
    }
    untrue = [claim for claim, holds in claims.items() if not holds]
    if untrue:
        raise ValueError(f"chapters/outturns.md or data/captions.yml is out of date: {'; '.join(untrue)}")


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
