"""Dimensions: what a text holds of slogans, statements, metaphor and stance, beside the others and the reports.

Rates are per 1,000 characters, so that a long text can be compared with a short one.
"""

import itertools
import math
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analysis import devices, national, profiles, rhetoric

DIMENSIONS = {
    "slogans": ("numeric slogans", "数字口号"),
    "doctrines": ("doctrines of the centre", "中央提法"),
    "statements": ("quantified statements", "数量表述"),
    "targets": ("targets", "目标"),
    "metaphors": ("metaphors", "隐喻"),
    "obligation": ("obligation", "必须与要"),
    "we": ("we", "我们"),
    "first_and_best": ("firsts and superlatives", "首创与最高级"),
    "theme_year": ("theme years", "主题年"),
    "time_pressure": ("time pressure", "时间紧迫"),
    "resolve": ("resolve", "决心"),
    rhetoric.QUOTATION: ("short quotations", "引号短语"),
}
"""Each dimension in English and Chinese, in the order of tables and figures."""


LEVELS = ("province", "prefecture")  # the nation has one report a year


class Dimension(NamedTuple):
    """How much a text has of one dimension."""

    doc_id: str
    label: str
    dimension: str
    mentions: int
    characters: int  # of the reading text, without spaces and line ends
    per_1000: float  # mentions per 1,000 characters
    low: float  # lower end of the Wilson interval, per 1,000 characters
    high: float
    rank: int  # among the texts, 1 has the most; equal rates share a rank
    of_highest: float  # the rate as a share of that of the text that has the most


class Standing(NamedTuple):
    """Where the density of slogans of a text stands among the reports of its year."""

    doc_id: str
    label: str
    level: str
    year: int
    reports: int  # of the level and year
    per_1000: float  # slogans of the text per 1,000 characters
    median: float  # of the reports
    percentile: float  # share of the reports below the text, half of those equal, in per cent


def table(
    docs: pd.DataFrame,
    slogans: pd.DataFrame,
    statements: pd.DataFrame,
    metaphors: pd.DataFrame,
    stances: pd.DataFrame,
) -> pd.DataFrame:
    """Return every dimension of every text: columns of `Dimension`, also where there is none.

    Parameters
    ----------
    docs
        As from `corpus.read`.
    slogans, statements
        As from `registers.slogans` and `registers.statements`.
    metaphors
        As from `source_domains.metaphors`.
    stances
        As from `stance.expressions`, with the short quotations.
    """
    layers = {
        "slogans": slogans,
        "doctrines": slogans[slogans["scope"] == "national"],
        "statements": statements,
        "targets": statements[statements["status"] == "target"],
        "metaphors": metaphors,
    }
    found = pd.concat(
        [*(own[["doc_id"]].assign(domain=name) for name, own in layers.items()), stances[["doc_id", "domain"]]],
        ignore_index=True,
    )
    rates = devices.rates(docs, found, DIMENSIONS).rename(columns={"domain": "dimension"})
    by_dimension = rates.groupby("dimension")["per_1000"]
    highest = by_dimension.transform("max")
    rates["rank"] = by_dimension.rank(method="min", ascending=False).astype(int)
    rates["of_highest"] = (rates["per_1000"] / highest.where(highest > 0)).fillna(0.0)
    return rates[list(Dimension._fields)]


def side_by_side(rates: pd.DataFrame) -> pd.DataFrame:
    """Return the rates of `table` with a row for each dimension and a column for each text."""
    wide = rates.pivot_table(index="dimension", columns="label", values="per_1000", sort=False)
    names = [f"{DIMENSIONS[name][0]} {DIMENSIONS[name][1]}" for name in wide.index]
    return wide.reset_index(drop=True).assign(dimension=names)[["dimension", *wide.columns]]


def by_group(docs: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Return the mean rates of groups of texts: of a year, a level, a genre, a province.

    Returns
    -------
    DataFrame
        Columns `factor`, `group`, `members` (labels), `n` (how many) and one for each dimension, in mentions per 1,000
        characters, the mean of the texts' own rates.
    """
    wide = rates.pivot_table(index="doc_id", columns="dimension", values="per_1000", sort=False)
    labels = profiles.labels(docs)
    genre = docs["genre"].where(~docs["genre"].str.startswith("news"), "news")
    factors = {"year": docs["plan_year"], "level": docs["level"], "genre": genre, "province": docs["province_en"]}
    rows = []
    for factor, values in factors.items():
        for group, own in docs.groupby(values)["doc_id"]:
            names = "、".join(labels[doc_id] for doc_id in own)
            means = wide.loc[own].mean().to_dict()
            rows.append({"factor": factor, "group": str(group), "members": names, "n": len(own), **means})
    return pd.DataFrame(rows)


def separated(docs: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Return the dimensions in which the texts of two years do not overlap, for years with two texts or more.

    Returns
    -------
    DataFrame
        Columns `year`, `other_year`, `n`, `other_n` (texts), `dimension`, `apart` (whether all rates of one year are
        over all of the other) and `chance` (the probability of that for ranks drawn at random, 2 / C(n + m, n)).
    """
    wide = rates.pivot_table(index="doc_id", columns="dimension", values="per_1000", sort=False)
    years = {year: list(own["doc_id"]) for year, own in docs.groupby("plan_year") if len(own) > 1}
    rows = []
    for (year, one), (other, two) in itertools.combinations(years.items(), 2):
        chance = 2 / math.comb(len(one) + len(two), len(one))
        for dimension in map(str, wide.columns):
            first, second = wide.loc[one, dimension], wide.loc[two, dimension]
            apart = bool(first.min() > second.max() or second.min() > first.max())
            rows.append((int(str(year)), int(str(other)), len(one), len(two), dimension, apart, chance))
    return pd.DataFrame(rows, columns=["year", "other_year", "n", "other_n", "dimension", "apart", "chance"])


def standings(docs: pd.DataFrame, slogans: pd.DataFrame, levels: Iterable[str] = LEVELS) -> pd.DataFrame:
    """Return where each text's density of slogans stands among the reports of its year: columns of `Standing`.

    Reports are read by the same rules as the texts. A text has no row for a level without reports of its year.
    """
    reports = national.reports()
    mentions = national.table("slogans").groupby("report")["mentions"].sum()
    rates = reports["report"].map(mentions).fillna(0) / reports["characters_read"] * profiles.PER
    counts = slogans.groupby("doc_id").size()
    rows = []
    for (doc_id, label), read, year in zip(
        profiles.labels(docs).items(), docs["reading"], docs["plan_year"].astype(int), strict=True
    ):
        own = float(counts.get(doc_id, 0)) / max(len(read.text), 1) * profiles.PER  # both with spaces
        for level in levels:
            there = rates[(reports["year"] == year) & (reports["level"] == level)]
            if len(there):
                below = float(((there < own).mean() + (there <= own).mean()) / 2 * 100)
                rows.append(Standing(doc_id, label, level, year, len(there), own, float(there.median()), below))
    return pd.DataFrame(rows, columns=list(Standing._fields))


def facts(rates: pd.DataFrame, placed: pd.DataFrame, groups: pd.DataFrame, apart: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes, from the four tables of this module."""
    found = {"dimension-texts": str(rates["label"].nunique()), "dimensions": str(rates["dimension"].nunique())}
    leads = []
    for label, own in rates.groupby("label", sort=False):
        first = [DIMENSIONS[name][0] for name in own.loc[(own["rank"] == 1) & (own["mentions"] > 0), "dimension"]]
        leads.append(f"{label} in {', '.join(first) or 'none'}")
    found["dimension-leads"] = "; ".join(leads)
    for dimension, own in rates.groupby("dimension", sort=False):
        ordered = own.sort_values("per_1000", ascending=False, kind="stable")
        name = str(dimension).replace("_", "-")
        lowest = ordered.iloc[-1]
        found[f"{name}-first"] = f"{ordered.iloc[0]['label']} ({ordered.iloc[0]['per_1000']:.1f})"
        found[f"{name}-last"] = f"{lowest['label']} ({lowest['per_1000']:.1f})"
    spread = rates.groupby("dimension")["per_1000"].agg(["max", "min"])
    times = (spread["max"] / spread["min"].where(spread["min"] > 0)).dropna().sort_values(kind="stable")
    here = placed[placed["level"] == "prefecture"]
    top = here.sort_values("percentile", ascending=False, kind="stable")
    return found | {
        "closest-dimension": DIMENSIONS[str(times.index[0])][0],
        "closest-times": f"{times.iloc[0]:.1f}",
        "widest-dimension": DIMENSIONS[str(times.index[-1])][0],
        "widest-times": f"{times.iloc[-1]:.0f}",
        "above-median-prefecture": str(int((here["per_1000"] > here["median"]).sum())),
        "placed-prefecture": str(len(here)),
        "slogan-percentiles": "; ".join(
            f"{row['label']} {row['percentile']:.1f} (n = {row['reports']})" for row in top.to_dict("records")
        ),
        "apart": str(int(apart["apart"].sum())),
        "apart-of": str(len(apart)),
        "apart-chance": f"{apart['chance'].sum():.0f}",
        "apart-years": " and ".join(sorted({f"{row.year}/{row.other_year}" for row in apart.itertuples()})) or "none",
        "apart-names": ", ".join(DIMENSIONS[name][0] for name in apart.loc[apart["apart"], "dimension"]) or "none",
        "groups": str(len(groups)),
        "groups-of-one": str(int((groups["n"] == 1).sum())),
    }
