"""Who takes a slogan up next: the places of the first one's province, beside what chance would have.

Estimand: of the places that take a slogan up after its first year, until ten have it, the share in the province of the
first place; beside it the share of that province among the places that could have, all with a report of the year that
do not have it yet. Chance is a permutation: of each slogan and year as many places are drawn as took it up.

Panel: all places of the archive, slogans as in `adoption`. Intervals are clustered by slogan. Robustness: slogans that
begin in one place alone, doctrines of the lexicon left out, first places with a report of the year before alone.
Literature: Zhu (2014) finds that competition makes neighbours differ in their instruments.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import Estimate, clustered_ratio, estimate_facts
from ..reference.diffusion import LEAST_PLACES
from .adoption import BEGINNINGS

DRAWS_OF_PLACES = 2000
"""So often the places that take a slogan up are drawn by chance."""

_SEED = 20260101


def later_adopters(followed: pd.DataFrame, uses: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return which places take a slogan up after its first year, until ten have it, and how many are neighbours.

    Returns
    -------
    DataFrame
        A row a slogan and year in which places take it up: `slogan`, `beginning`, `year`, `adopters`, `same` (of them
        in the province of the first place), `could` (places with a report that do not have it yet), `could_same` (of
        them in that province) and `expected` (`adopters` times the share of `could_same`).
    """
    local = reports[reports["level"] != "national"]
    of_year = {year: dict(zip(own["code"], own["province"], strict=True)) for year, own in local.groupby("year")}
    begun = uses.groupby(["slogan", "code"])["year"].min()
    rows = []
    for row in followed.to_dict("records"):
        years = begun[row["slogan"]]
        had = set(years.index[years <= row["year"]])
        later = years[years > row["year"]]
        for year in sorted(set(later)):
            codes = list(later.index[later == year])
            if len(had) >= LEAST_PLACES:
                break
            open_places = {code: home for code, home in of_year[year].items() if code not in had}
            near = sum(home == row["home"] for home in open_places.values())
            same = sum(open_places[code] == row["home"] for code in codes)
            counts = len(codes), same, len(open_places), near
            rows.append((row["slogan"], row["beginning"], year, *counts, len(codes) * near / len(open_places)))
            had |= set(codes)
    columns = ["slogan", "beginning", "year", "adopters", "same", "could", "could_same", "expected"]
    return pd.DataFrame(rows, columns=columns)


def chance_of_neighbours(adopters: pd.DataFrame) -> float:
    """Return how often places drawn by chance are so often of the first place's province: the p of a permutation.

    Of each row as many places are drawn as took the slogan up, without replacement, from those that could.
    """
    generator = np.random.default_rng(_SEED)
    near, all_open, drawn = (adopters[name].to_numpy() for name in ("could_same", "could", "adopters"))
    counts = generator.hypergeometric(near, all_open - near, drawn, size=(DRAWS_OF_PLACES, len(adopters)))
    return float((1 + (counts.sum(axis=1) >= adopters["same"].sum()).sum()) / (1 + DRAWS_OF_PLACES))


def neighbour_estimates(adopters: pd.DataFrame, followed: pd.DataFrame) -> Mapping[str, Estimate]:
    """Return the share of later adopters in the first place's province, beside chance, and what checks it.

    Returns
    -------
    dict of Estimate
        `same`, `expected` (clusters are slogans), `same-single` and `expected-single` (slogans of one first place),
        `same-undoctrinal` and `expected-undoctrinal` (no doctrines), `same-known` and `expected-known` (first places
        with a report of the year before).
    """
    chosen = {
        "": followed,
        "-single": followed[followed["beginning"] == BEGINNINGS[0]],
        "-undoctrinal": followed[~followed["doctrine"]],
        "-known": followed[followed["known_place"]],
    }
    return {
        f"{column}{name}": clustered_ratio(
            adopters[adopters["slogan"].isin(rows["slogan"])], column, "adopters", place="slogan"
        )
        for name, rows in chosen.items()
        for column in ("same", "expected")
    }


def neighbour_facts(near: Mapping[str, Estimate], chance: float) -> Facts:
    """Return the numbers of the sentences on the neighbours of a first place.

    Parameters
    ----------
    near, chance
        As from `neighbour_estimates` and `chance_of_neighbours`.
    """
    claim(chance < 0.01, "travel: neighbours come first more often than chance allows")
    claim(
        all(near[f"same{name}"].low > near[f"expected{name}"].high for name in _VARIANTS),
        "travel: places of the first one's province come first, whichever slogans are asked",
    )
    times = near["same"].value / near["expected"].value
    claim(times > 3, "travel: places of the first one's province come first several times as often as by chance")
    shares = [near[f"same{name}"].value for name in _VARIANTS if name]
    facts: Facts = {
        "neighbour-chance": f"{chance:.4f}",
        "neighbour-times": f"{times:.0f}",
        "neighbour-variants-least": f"{min(shares):.0%}",
        "neighbour-variants-most": f"{max(shares):.0%}",
    }
    for name, estimate in near.items():
        facts |= estimate_facts(f"neighbours-{name}", estimate)
    return facts


_VARIANTS = ("", "-single", "-undoctrinal", "-known")
