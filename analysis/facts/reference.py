"""The numbers that the chapters on the national reference quote, as formatted strings; one function a chapter."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from ..reference import REFERENCE_LEVELS, reference_reports
from ..reference.atlas import SPREAD_STANDINGS
from ..reference.outturns import GRACE, IMPLAUSIBLE_GAP, targets_met
from ..reference.reuse import LEAST_SHARED
from .texts import Facts


def formula_facts(
    found: pd.DataFrame, passages: pd.DataFrame, parts: pd.DataFrame, compared: pd.DataFrame
) -> dict[str, str]:
    """Return the numbers on formulas, from the tables of formulas, passages, `origin_shares`, `compared_reports`."""
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


_RECENT = 5  # years before the last of a series, in which reports are few
_LATE = 2012  # from here on growth slowed
_PANDEMIC = (2020, 2022)  # years of lockdowns


def ladder_facts(levels: pd.DataFrame, steps: pd.DataFrame, places: pd.DataFrame, wording: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on the ladder of targets, from the tables of `ladder_facts`."""
    reports = reference_reports()
    counts = reports["level"].value_counts()
    facts = {
        "reference-reports": f"{len(reports):,}",
        "reference-first": str(reports["year"].min()),
        "reference-last": str(reports["year"].max()),
        "reference-targets": f"{int(wording['n'].sum()):,}",
    }
    facts |= {f"reports-{level}": f"{counts[level]:,}" for level in REFERENCE_LEVELS}
    for level in ("province", "prefecture"):
        medians = levels[levels["level"] == level].set_index("year")["median"]
        facts[f"{level}-first-year"], facts[f"{level}-last-year"] = str(medians.index.min()), str(medians.index.max())
        facts[f"{level}-first-median"], facts[f"{level}-last-median"] = f"{medians.iloc[0]:g}", f"{medians.iloc[-1]:g}"
        facts[f"{level}-highest-median"], facts[f"{level}-highest-year"] = f"{medians.max():g}", str(medians.idxmax())
        sizes = levels[levels["level"] == level].set_index("year")["n"]
        facts[f"{level}-median-first-n"], facts[f"{level}-median-last-n"] = str(sizes.iloc[0]), str(sizes.iloc[-1])
    for step, excess in steps.groupby("step"):
        name, ordered = str(step).split()[0], excess.sort_values("year")
        highest = ordered.sort_values("mean").iloc[-1]
        facts[f"{name}-excess-most"] = f"{highest['mean']:.1f}"
        facts[f"{name}-excess-most-year"] = str(highest["year"])
        facts[f"{name}-excess-last"] = f"{ordered['mean'].iloc[-1]:.1f}"
        facts[f"{name}-excess-last-year"] = str(ordered["year"].iloc[-1])
        facts[f"{name}-above-first"] = f"{ordered['above'].iloc[0]:.0%}"
        facts[f"{name}-above-first-year"] = str(ordered["year"].iloc[0])
        facts[f"{name}-first-n"], facts[f"{name}-last-n"] = str(ordered["n"].iloc[0]), str(ordered["n"].iloc[-1])
        facts[f"{name}-above-last"] = f"{ordered['above'].iloc[-1]:.0%}"
        before = ordered.iloc[-1 - _RECENT : -1]
        facts[f"{name}-above-before-least"] = f"{before['above'].min():.0%}"
        facts[f"{name}-above-before-most"] = f"{before['above'].max():.0%}"
        facts[f"{name}-above-before-years"] = f"{before['year'].iloc[0]} to {before['year'].iloc[-1]}"
    facts["national-wording-n"] = str(wording.loc[wording["level"] == "national", "n"].sum())
    shares = wording.set_index(["level", "wording"])["share"]
    for level in REFERENCE_LEVELS:
        facts[f"{level}-about"], facts[f"{level}-bare"] = (f"{shares[level, name]:.0%}" for name in ("about", "bare"))
        facts[f"{level}-at-least"] = f"{shares[level, 'at least']:.0%}"
    facts["standing"] = "; ".join(
        f"{row['label']} with {row['value']:g} per cent at percentile {row['percentile']:.0f} of {row['prefectures']} "
        f"prefectures of {row['year']}, and {_near(row)}"
        for row in places.to_dict("records")
    )
    facts["standing-texts"] = str(len(places))
    return facts


def _near(row: dict[Hashable, Any]) -> str:
    return f"at percentile {row['percentile_in_province']:.0f} of the {row['in_province']} of its province"


def outturn_facts(both: pd.DataFrame, left_out: pd.DataFrame, levels: pd.DataFrame, comparison: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on promised and delivered, from the tables of `outturn_facts`."""
    facts = {
        "pairs": f"{len(both):,}",
        "pairs-shown": f"{levels['n'].sum():,}",
        "left-out": str(len(left_out)),
        "implausible": f"{IMPLAUSIBLE_GAP:g}",
        "grace": f"{GRACE:g}",
    }
    late_pairs = both[both["year"] >= _LATE].assign(reached=targets_met)
    for level, own in late_pairs.groupby("level"):
        facts[f"{level}-reached-late"] = f"{own['reached'].mean():.0%}"
        facts[f"{level}-about-late"] = f"{(own['wording'] == 'about').mean():.0%}"
        facts[f"{level}-met-ordinary"] = f"{own.loc[~own['year'].isin(_PANDEMIC), 'met'].mean():.0%}"
    for level, own in levels.groupby("level"):
        early, late = own[own["year"] < _LATE], own[own["year"] >= _LATE]
        for name, part in (("early", early), ("late", late)):
            met = (part["met"] * part["n"]).sum() / part["n"].sum()
            facts[f"{level}-met-{name}"] = f"{met:.0%}"
            facts[f"{level}-{name}-n"] = f"{part['n'].sum():,}"
        worst = own.sort_values(["met", "year"]).iloc[0]
        facts[f"{level}-met-worst"], facts[f"{level}-met-worst-year"] = f"{worst['met']:.0%}", str(worst["year"])
        facts[f"{level}-met-worst-n"] = str(worst["n"])
        facts[f"{level}-below"] = str(int((late["result"] < late["target"]).sum()))
        facts[f"{level}-years"] = str(len(late))
    for number, row in enumerate(comparison.to_dict("records"), start=1):
        facts[f"published-{number}"], facts[f"here-{number}"] = f"{row['published']:g}", f"{row['here']:.2f}"
    return facts


def atlas_facts(tables: dict[str, pd.DataFrame]) -> Facts:
    """Return the numbers of the chapter on the atlas of slogans.

    Parameters
    ----------
    tables
        The tables of `slogan_atlas` by the names of its functions, and `slogans`, the table of the reference.
    """
    slogans, density = tables["slogans"], tables["density"]
    local = density[density["level"] == "prefecture"].set_index("year")["per_10k_characters"]
    nation = density[density["level"] == "national"].set_index("year")["per_10k_characters"]
    provinces = tables["provinces"].sort_values("per_10k_characters")
    numerals = tables["numerals"].set_index("numeral")
    formulas = tables["formulas"].set_index("year")
    announcing, with_numeral = numerals["announced"], numerals["different"]
    spreads = tables["spread"]
    standings = spreads["standing"].value_counts()
    peak = density[density["level"] == "national"].sort_values("per_10k_characters")["year"].iloc[-1]
    named = slogans[(slogans["level"] == "national") & (slogans["year"] == peak)].set_index("slogan")["mentions"]
    count = slogans["slogan"].nunique()
    once = slogans.groupby("slogan")["report"].nunique()
    return {
        "mentions": f"{slogans['mentions'].sum():,}",
        "different": f"{count:,}",
        "once": f"{(once == 1).mean():.0%}",
        "density-first": f"{local.iloc[0]:.0f}",
        "density-first-year": str(local.index[0]),
        "density-most": f"{local.max():.0f}",
        "density-most-year": str(local.idxmax()),
        "density-last": f"{local.iloc[-1]:.0f}",
        "density-last-year": str(local.index[-1]),
        "nation-most": f"{nation[nation.index >= 1980].max():.0f}",
        "nation-most-year": str(nation[nation.index >= 1980].idxmax()),
        "province-most": str(provinces["en"].iloc[-1]),
        "province-most-rate": f"{provinces['per_10k_characters'].iloc[-1]:.0f}",
        "province-least": str(provinces["en"].iloc[0]),
        "province-least-rate": f"{provinces['per_10k_characters'].iloc[0]:.0f}",
        "announced-most": str(announcing.idxmax()),
        "announced-share": f"{announcing.max() / announcing.sum():.0%}",
        "threes": f"{with_numeral['3'] / count:.0%}",
        "ones": f"{with_numeral['1'] / count:.0%}",
        "formula-first": f"{formulas['with_formula'].loc[2002:].iloc[0]:.0%}",
        "formula-first-year": str(formulas.loc[2002:].index[0]),
        "formula-most": f"{formulas['with_formula'].max():.0%}",
        "formula-most-year": str(formulas["with_formula"].idxmax()),
        "formula-first-n": str(formulas["n"].loc[2002:].iloc[0]),
        "formula-most-n": str(formulas["n"].loc[formulas["with_formula"] == formulas["with_formula"].max()].iloc[0]),
        "formula-terms-first": f"{formulas['terms'].loc[2002:2011].mean():.1f}",
        "formula-terms-last": f"{formulas['terms'].loc[2017:].mean():.1f}",
        "formula-longest": str(formulas["longest"].max()),
        "text-slogans": str(len(spreads)),
        "text-national-local": str(int(((spreads["standing"] == "national") & (spreads["scope"] == "local")).sum())),
        "nation-peak-year": str(peak),
        "nation-peak-slogan": str(named.idxmax()),
        "nation-peak-share": f"{named.max() / named.sum():.0%}",
        **{f"text-{name.replace(' ', '-')}": str(standings.get(name, 0)) for name in SPREAD_STANDINGS},
    }
