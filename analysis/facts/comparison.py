"""The numbers of the chapter on comparison: how alike texts are, their profiles, and what they have of each kind."""

import pandas as pd

from ..annotation.adjudicated import without_repeats
from ..extraction.profiles import DIMENSIONS, mention_densities
from ..slogans.numerology import shared_slogans
from .claims import Facts


def comparison_facts(docs: pd.DataFrame, found: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return the numbers on densities and shared slogans.

    Parameters
    ----------
    docs, found, statements
        The corpus, its slogans and its statements, as from `read_corpus`, `adjudicated_slogans` and
        `adjudicated_statements`.
    """
    table = mention_densities(docs, found, statements)
    wide = table.pivot_table(index="label", columns="measure", values="per_1000", sort=False)
    shared = shared_slogans(docs, found)
    facts = {
        "shared-slogans": str(len(shared)),
        "shared-doctrines": ", ".join(shared.loc[shared["scope"] == "national", "quote"]) or "none",
        "shared-others": ", ".join(shared.loc[shared["scope"] != "national", "quote"]) or "none",
        "distinct-slogans": str(found["quote"].nunique()),
    }
    for measure in wide:
        highest, lowest = wide[measure].idxmax(), wide[measure].idxmin()
        facts[f"most-{measure}"] = f"{highest} ({wide[measure].max():.1f})"
        facts[f"least-{measure}"] = f"{lowest} ({wide[measure].min():.1f})"
        for label, rate in wide[measure].items():
            facts[f"{measure}-{_slug(str(label))}"] = f"{rate:.1f}"
    return facts | _without_repeats_facts(docs, found, statements)


def _without_repeats_facts(docs: pd.DataFrame, found: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return where statements are densest and rarest if each fact counts once in a text."""
    table = mention_densities(docs, found, without_repeats(statements))
    rates = table[table["measure"] == "statements"].set_index("label")["per_1000"]
    return {
        "most-different": f"{rates.idxmax()} ({rates.max():.1f})",
        "least-different": f"{rates.idxmin()} ({rates.min():.1f})",
    }


def _slug(label: str) -> str:
    """Return a label as part of a fact's name: "Beihai 2017 北海" is beihai-2017."""
    return "-".join(part.lower() for part in label.split() if part.isascii())


def profile_facts(rates: pd.DataFrame, placed: pd.DataFrame, groups: pd.DataFrame, apart: pd.DataFrame) -> Facts:
    """Return the numbers on the profiles of the texts.

    Parameters
    ----------
    rates, placed, groups, apart
        As from `text_profiles`, `density_standings`, `profiles_by_group` and `separated_dimensions`.
    """
    return {
        **_leading_facts(rates),
        **_spread_facts(rates),
        **_standing_facts(placed),
        "apart": str(int(apart["apart"].sum())),
        "apart-of": str(len(apart)),
        "apart-chance": f"{apart['chance'].sum():.0f}",
        "apart-years": " and ".join(sorted({f"{row.year}/{row.other_year}" for row in apart.itertuples()})) or "none",
        "apart-names": ", ".join(DIMENSIONS[name][0] for name in apart.loc[apart["apart"], "dimension"]) or "none",
        "groups": str(len(groups)),
        "groups-of-one": str(int((groups["n"] == 1).sum())),
    }


def _leading_facts(rates: pd.DataFrame) -> Facts:
    """Return in which dimensions each text is first, and which text is first and last in each dimension."""
    leads = []
    for label, own in rates.groupby("label", sort=False):
        first = [DIMENSIONS[name][0] for name in own.loc[(own["rank"] == 1) & (own["mentions"] > 0), "dimension"]]
        leads.append(f"{label} in {', '.join(first) or 'none'}")
    facts = {
        "dimension-texts": str(rates["label"].nunique()),
        "dimensions": str(rates["dimension"].nunique()),
        "dimension-leads": "; ".join(leads),
    }
    for dimension, own in rates.groupby("dimension", sort=False):
        ordered = own.sort_values("per_1000", ascending=False, kind="stable")
        name, highest, lowest = str(dimension).replace("_", "-"), ordered.iloc[0], ordered.iloc[-1]
        facts[f"{name}-first"] = f"{highest['label']} ({highest['per_1000']:.1f})"
        facts[f"{name}-last"] = f"{lowest['label']} ({lowest['per_1000']:.1f})"
    return facts


def _spread_facts(rates: pd.DataFrame) -> Facts:
    """Return the dimensions in which the texts lie closest together and widest apart, by highest over lowest rate."""
    spread = rates.groupby("dimension")["per_1000"].agg(["max", "min"])
    times = (spread["max"] / spread["min"].where(spread["min"] > 0)).dropna().sort_values(kind="stable")
    return {
        "closest-dimension": DIMENSIONS[str(times.index[0])][0],
        "closest-times": f"{times.iloc[0]:.1f}",
        "widest-dimension": DIMENSIONS[str(times.index[-1])][0],
        "widest-times": f"{times.iloc[-1]:.0f}",
    }


def _standing_facts(placed: pd.DataFrame) -> Facts:
    """Return where the texts' densities of slogans stand among the reports of prefectures."""
    here = placed[placed["level"] == "prefecture"]
    top = here.sort_values("percentile", ascending=False, kind="stable")
    return {
        "above-median-prefecture": str(int((here["per_1000"] > here["median"]).sum())),
        "placed-prefecture": str(len(here)),
        "slogan-percentiles": "; ".join(
            f"{row['label']} {row['percentile']:.1f} (n = {row['reports']})" for row in top.to_dict("records")
        ),
        "slogan-percentiles-nearby": "; ".join(
            f"{row['label']} {row['percentile_in_province']:.1f} (n = {row['in_province']})"
            for row in top.to_dict("records")
            if row["in_province"]
        ),
    }


def similarity_facts(pairs: pd.DataFrame, joins: pd.DataFrame) -> Facts:
    """Return the numbers on the similarity of the texts, from the two tables of `compare_texts`."""
    ordered = pairs.sort_values("cosine", ascending=False, kind="stable")
    most, least = ordered.iloc[0], ordered.iloc[-1]
    inner = joins.iloc[:-1]  # the last join has all texts in every tree
    steady = inner.sort_values("support", ascending=False, kind="stable")
    return {
        "similar-words": str(pairs["words"].iloc[0]),
        "similar-most": f"{most['label']} and {most['other']} ({most['cosine']:.2f})",
        "similar-least": f"{least['label']} and {least['other']} ({least['cosine']:.2f})",
        "similar-resamples": str(joins["resamples"].iloc[0]),
        "similar-first": " and ".join(joins["texts"].iloc[0]),
        "similar-first-support": f"{joins['support'].iloc[0]:.0%}",
        "similar-steady": " and ".join(steady["texts"].iloc[0]) if len(steady) else "none",
        "similar-steady-support": f"{steady['support'].iloc[0]:.0%}" if len(steady) else "none",
        "similar-unsteady-support": f"{steady['support'].iloc[-1]:.0%}" if len(steady) else "none",
    }
