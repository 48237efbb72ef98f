"""Profiles: what each text holds of slogans and statements, by kind and per 1,000 characters, side by side.

Every table keeps a row for a text that has nothing, so that an absence is shown and not left out.
"""

import itertools
import math
from typing import NamedTuple

import pandas as pd

from ..rhetoric import QUOTATION
from ..rhetoric.devices import device_rates
from ..texts import PER_CHARACTERS, count_characters
from ..texts.corpus import text_labels


class Density(NamedTuple):
    """How densely a text is set with something."""

    doc_id: str
    label: str
    measure: str
    mentions: int
    characters: int  # of the reading text, without spaces and line ends
    per_1000: float  # mentions per 1,000 characters


def mention_densities(docs: pd.DataFrame, slogans: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return slogan mentions, statements and targets of each text per 1,000 characters: columns of `Density`."""
    targets = statements[statements["status"] == "target"]
    layers = {"slogans": slogans, "statements": statements, "targets": targets}
    length = {doc_id: count_characters(read.text) for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True)}
    rows = []
    for (doc_id, label), (measure, table) in itertools.product(text_labels(docs).items(), layers.items()):
        mentions = int((table["doc_id"] == doc_id).sum())
        rows.append(
            Density(doc_id, label, measure, mentions, length[doc_id], mentions / length[doc_id] * PER_CHARACTERS)
        )
    return pd.DataFrame(rows, columns=list(Density._fields))


DIMENSIONS = {
    "slogans": ("numeric slogans", "数字口号"),
    "doctrines": ("doctrines of the centre", "中央提法"),
    "statements": ("quantified statements", "数量表述"),
    "targets": ("targets", "目标"),
    "metaphors": ("metaphors", "隐喻"),
    "obligation": ("obligation", "必须与要"),
    "we": ("we", "我们"),
    "first_and_best": ("firsts and superlatives", "首创与之最"),
    "theme_year": ("theme years", "主题年"),
    "time_pressure": ("time pressure", "时间紧迫"),
    "resolve": ("resolve", "决心"),
    QUOTATION: ("short quotations", "引号短语"),
}
"""Each dimension in English and Chinese, in the order of tables and figures."""


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


def text_profiles(
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
        As from `read_corpus`.
    slogans, statements
        As from `slogan_register` and `statement_register`.
    metaphors
        As from `metaphor_register`.
    stances
        As from `stance_register`, with the short quotations.
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
    rates = device_rates(docs, found, DIMENSIONS).rename(columns={"domain": "dimension"})
    by_dimension = rates.groupby("dimension")["per_1000"]
    highest = by_dimension.transform("max")
    rates["rank"] = by_dimension.rank(method="min", ascending=False).astype(int)
    rates["of_highest"] = (rates["per_1000"] / highest.where(highest > 0)).fillna(0.0)
    return rates[list(Dimension._fields)]


def profiles_side_by_side(rates: pd.DataFrame) -> pd.DataFrame:
    """Return the rates of `text_profiles` with a row for each dimension and a column for each text."""
    wide = rates.pivot_table(index="dimension", columns="label", values="per_1000", sort=False)
    return wide.reset_index().rename_axis(columns=None)


def profiles_by_group(docs: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """Return the mean rates of groups of texts: of a year, a level, a genre, a province.

    Returns
    -------
    DataFrame
        Columns `factor`, `group`, `members` (labels), `n` (how many) and one for each dimension, in mentions per 1,000
        characters, the mean of the texts' own rates.
    """
    wide = rates.pivot_table(index="doc_id", columns="dimension", values="per_1000", sort=False)
    labels = text_labels(docs)
    genre = docs["genre"].where(~docs["genre"].str.startswith("news"), "news")
    factors = {"year": docs["plan_year"], "level": docs["level"], "genre": genre, "province": docs["province_en"]}
    rows = []
    for factor, values in factors.items():
        for group, own in docs.groupby(values)["doc_id"]:
            names = "、".join(labels[doc_id] for doc_id in own)
            means = wide.loc[own].mean().to_dict()
            rows.append({"factor": factor, "group": str(group), "members": names, "n": len(own), **means})
    return pd.DataFrame(rows)


def separated_dimensions(docs: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
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
