"""Who takes a slogan up, and when: before and after the nation, and first in the province where it begins.

Estimands: the share of the constant places that have a slogan, by years from the nation's first report with it; of the
places that take a slogan up after its first year, until ten have it, the share in the province of the
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

BEGINNINGS = ("one place", "one province", "a few provinces", "many provinces")
"""Where a slogan is in its first year: `many` are `PROVINCES_AT_ONCE` or more."""

STEADY_PANELS = ("provinces", "cities")
"""Panels of the data set that together have a report of every year since 2014."""

EVENT_YEARS = range(-3, 6)
"""Years from that of the nation's report that first has a slogan."""

WAVES = {
    "多规合一": "many plans merged in one",
    "三权分置": "three land rights separated",
    "两不愁三保障": "two assurances, three guarantees",
    "最多跑一次": "one visit at most",
    "一网通办": "all services on one network",
    "三大攻坚战": "three critical battles",
    "六稳": "stability on six fronts",
    "双减": "two reductions (of schoolwork)",
    "一件事一次办": "one matter, handled at one go",
    "高效办成一件事": "one matter handled efficiently",
}
"""Slogans that are shown year by year, with what they say."""

NAMESAKES = {"三大攻坚战": 2018, "双减": 2022}
"""Plan years from which these names can be the nation's (of October 2017, of July 2021). The seven earlier reports of
the panel were read: three battles for air, water and soil (佛山 2017) or of their own (广西 2016 and 2017, 河南 2017),
less and less intensive use of fertiliser and pesticides (山东 2019), less of two pollutants (苏州 2021); Hunan's
三大攻坚战 of 2017 is the head of 战役. Outside the panel so are 昆明 2005, 内江, 鹤壁 and 黑河 2014, 福建 (air, water
and soil), 南宁, 贵港, 抚州 and 楚雄 2016 and 济南 2017."""

STEADY_FROM = 2014

FIRST_EVENT, LAST_EVENT = 2015, 2023  # plan years of the nation's report


def steady_uses(uses: pd.DataFrame, panels: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the uses by the places of the constant panel since 2014, and how many places it has."""
    same = panels[panels["panel"].isin(STEADY_PANELS) & (panels["year"] >= STEADY_FROM)]
    return uses[uses["report"].isin(same["report"])], same["code"].nunique()


def without_namesakes(uses: pd.DataFrame) -> pd.DataFrame:
    """Return uses without those of other slogans of a name in `NAMESAKES`."""
    return uses[~(uses["year"] < uses["slogan"].map(NAMESAKES).fillna(0))]


def event_shares(beginnings: pd.DataFrame, uses: pd.DataFrame, panels: pd.DataFrame) -> pd.DataFrame:
    """Return which share of the constant panel has each slogan that the nation's report takes up, by years from then.

    The reports of provinces and cities are read in January, the nation's in March: in year 0 they come before it.

    Returns
    -------
    DataFrame
        A row a slogan and year of `EVENT_YEARS` that the panel has: `slogan`, `national` (plan year of the nation's
        report, 2015 to 2023), `beginning`, `years` and `share`.
    """
    steady, places = steady_uses(without_namesakes(uses), panels)
    counts = steady.groupby(["slogan", "year"])["code"].nunique().to_dict()
    last = int(panels.loc[panels["panel"].isin(STEADY_PANELS), "year"].max())
    taken = beginnings[beginnings["national"].between(FIRST_EVENT, LAST_EVENT) & (beginnings["year"] >= STEADY_FROM)]
    named = zip(taken["slogan"], (int(year) for year in taken["national"]), taken["beginning"], strict=True)
    rows = [
        (name, national, beginning, years, counts.get((name, national + years), 0) / places)
        for name, national, beginning in named
        for years in EVENT_YEARS
        if STEADY_FROM <= national + years <= last
    ]
    return pd.DataFrame(rows, columns=["slogan", "national", "beginning", "years", "share"])


def event_means(events: pd.DataFrame) -> pd.DataFrame:
    """Return the mean share by year from the nation's report, with its interval over slogans.

    Returns
    -------
    DataFrame
        A row a year: `years`, `share`, `low`, `high`, `n` (slogans).
    """
    rows = []
    for years, own in events.groupby("years"):
        found = clustered_ratio(own, "share", place="slogan")
        rows.append((years, found.value, found.low, found.high, found.n))
    return pd.DataFrame(rows, columns=["years", "share", "low", "high", "n"])


def share_read_before(reports: pd.DataFrame, panels: pd.DataFrame) -> float:
    """Return which share of the panel's reports of a known day are read before the nation's of the year."""
    same = panels[panels["panel"].isin(STEADY_PANELS) & (panels["year"] >= STEADY_FROM)]
    known = reports[reports["delivered"].str.len() == len("2024-01-20")]
    nation = known[known["level"] == "national"].drop_duplicates("year").set_index("year")["delivered"]
    own = known[known["report"].isin(same["report"]) & known["year"].isin(nation.index)]
    return float((own["delivered"] < own["year"].map(nation)).mean())


def named_waves(uses: pd.DataFrame, panels: pd.DataFrame, beginnings: pd.DataFrame) -> pd.DataFrame:
    """Return in which share of the constant panel the slogans of `WAVES` are, by year.

    Returns
    -------
    DataFrame
        A row a slogan and year of the panel: `slogan`, `gloss`, `year`, `share`, `of` (places of the panel) and
        `national` (plan year of the nation's first report with it, 0 if there is none).
    """
    steady, places = steady_uses(without_namesakes(uses), panels)
    counts = steady.groupby(["slogan", "year"])["code"].nunique().to_dict()
    national = beginnings.set_index("slogan")["national"].to_dict()
    last = int(panels.loc[panels["panel"].isin(STEADY_PANELS), "year"].max())
    rows = [
        (name, gloss, year, counts.get((name, year), 0) / places, places, national.get(name, 0))
        for name, gloss in WAVES.items()
        for year in range(STEADY_FROM, last + 1)
    ]
    return pd.DataFrame(rows, columns=["slogan", "gloss", "year", "share", "of", "national"])


def check_waves(waves: pd.DataFrame) -> None:
    """Check what the chapter says of single slogans."""
    shares = waves.set_index(["slogan", "year"])["share"]
    national = waves.drop_duplicates("slogan").set_index("slogan")["national"]
    efficient, visit = (shares[name] for name in ("高效办成一件事", "最多跑一次"))
    claim(
        efficient.loc[2019:2023].max() < 0.05 and 0.6 < efficient[2024] < 0.72,
        "travel: handled efficiently was in hardly any report for four years and then in two thirds",
    )
    claim(national["高效办成一件事"] == 2024, "travel: the nation has handled efficiently in 2024")
    claim(0.45 < visit[2019] < 0.55, "travel: in 2019 half of the places have one visit at most")
    claim(national["最多跑一次"] == 2018, "travel: the nation has one visit at most in 2018")
    claim(
        national["六稳"] == 2020 and shares["六稳"][2019] > 0.2,
        "travel: six fronts are local in 2019, the nation's in 2020",
    )
    known = waves[waves["national"] > 0]
    january = known[known["year"] == known["national"]].set_index("slogan")["share"]
    claim(january.min() > 0, "travel: local reports of January have every slogan of the figure before the nation's")


def waves_before(waves: pd.DataFrame) -> int:
    """Return how many slogans, as from `named_waves`, are in a local report a plan year or more before the nation's."""
    earlier = waves[(waves["national"] > 0) & (waves["year"] < waves["national"]) & (waves["share"] > 0)]
    return int(earlier["slogan"].nunique())


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
