"""Hardness: how firmly growth targets are worded, by level and year, and whether a place hedges after a miss.

*Estimand*: the share of growth targets that are hedged, that is worded with about (左右), a range or strive for (力争),
against those that are a bare number or a floor (以上, 不低于); the difference between a level's places and the place
above them in the same year; and the share hedged in the report after a missed target less that after a target met.
*Panel*: the constant places of the data set; after a miss all pairs of years. *Interval*: places are drawn with all
their years; beside the level above whole provinces, whose prefectures share the province's word. *Robustness*:
after a miss the place is held fixed, then place and year, and the plan years 2020 to 2022 are left out.

The study answers Yu, Liu and Gong (2019), who find in the reports of 230 cities that the lower the level of government
the more it uses words that bind, such as ensure (确保) and above (之上). Of these words only the floor is common
beside growth targets here; ensure is rare.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.clusters import DRAWS, INTERVAL, Estimate, clustered_difference, clustered_ratio, estimate_facts
from ..reference.outturns import IMPLAUSIBLE_GROWTH
from .amplification import GROUPS

HEDGED = ("about", "range", "strive")
"""Wordings that leave room below the number."""

FIRM = ("bare", "at least")
"""Wordings that leave none."""

HELD_FIXED: dict[str, tuple[str, ...]] = {"nothing": (), "place": ("code",), "place and year": ("code", "year")}
"""What is held fixed when targets after a miss are set beside targets after a hit, and the columns of it."""

_WORDINGS = ("range", "about", "at least", "strive", "bare")
_FIRST = 2003  # most provinces are collected from here on
_SPANS = {
    "nation": ((2003, 2026),),
    "provinces": ((2009, 2013), (2014, 2014), (2021, 2023), (2024, 2026)),
    "cities": ((2014, 2014), (2021, 2023), (2024, 2026)),
    "prefectures": ((2014, 2014), (2021, 2023)),
}
_UNUSUAL = (2020, 2021, 2022)  # plan years around the lockdowns
_CHANGED_WORD = ("武汉市", (2024, 2025))
_OF_ZONES = (2023, 2024)  # plan years of the two zones' targets
_COMMON = 2012  # after it misses and hedges are common
_PREFECTURES = (2014, 2021)  # first years of the two spans of the same prefectures
_RARE = 0.02  # share of targets under which a word is rare
_CITIES_FROM = 2014  # the large cities are collected from here on
_STEP = 2 / 3  # of the first share, under which all later ones lie
_POINTS = "{:.0f}"
_SEED = 20260102


class Softening(NamedTuple):
    """How much more often places hedge after a miss, by what is held fixed and in which years."""

    held_fixed: str  # a key of HELD_FIXED
    years: str  # all, or without 2020-2022
    n: int
    places: int
    difference: float  # share hedged after a miss less that after a hit
    low: float
    high: float


def worded_targets(panel: pd.DataFrame) -> pd.DataFrame:
    """Return the growth targets that are a number, with their wording.

    Parameters
    ----------
    panel
        The wide panel, `reference_table("panel")`.

    Returns
    -------
    DataFrame
        A row a place and year from 2003: `place`, `code`, `level`, `province`, `year`, the columns of `GROUPS`,
        `wording`, `hedged` (of `HEDGED`), `floor` (worded at least) and `difference` of result and target in percentage
        points, missing where no result is known or it is implausible.
    """
    rows = panel[panel["gdp_wording"].isin(_WORDINGS) & (panel["year"] >= _FIRST)]
    kept = rows[["place", "code", "level", "province", "year"]].copy()
    for column in GROUPS.values():
        kept[column] = rows[column].astype(bool)
    plausible = rows["gdp_result"] < IMPLAUSIBLE_GROWTH
    return kept.assign(
        wording=rows["gdp_wording"],
        hedged=rows["gdp_wording"].isin(HEDGED),
        floor=rows["gdp_wording"] == "at least",
        difference=rows["gdp_difference"].where(plausible),
    ).reset_index(drop=True)


def wording_by_group(worded: pd.DataFrame) -> pd.DataFrame:
    """Return how the nation and the groups of constant places word their targets, in a few spans of years.

    Parameters
    ----------
    worded
        As from `worded_targets`.

    Returns
    -------
    DataFrame
        A row a group, span and wording: `group`, `first` and `last` year, `wording`, `n` targets so worded, `of` all of
        the span, `share`.
    """
    rows = []
    for group, spans in _SPANS.items():
        own = worded[worded["level"] == "national"] if group == "nation" else worded[worded[GROUPS[group]]]
        for first, last in spans:
            counts = own.loc[own["year"].between(first, last), "wording"].value_counts()
            total = int(counts.sum())
            for wording in _WORDINGS:
                n = int(counts.get(wording, 0))
                span = {"group": group, "first": first, "last": last}
                rows.append({**span, "wording": wording, "n": n, "of": total, "share": n / max(total, 1)})
    return pd.DataFrame(rows)


def beside_the_level_above(worded: pd.DataFrame) -> pd.DataFrame:
    """Return the provinces and prefectures whose level above words a target of the same year, with its wording.

    Parameters
    ----------
    worded
        As from `worded_targets`.

    Returns
    -------
    DataFrame
        The columns of `worded`, `hedged_above` and `floor_above`, and `firmer`: 1 where the place is firm and the level
        above hedges, -1 where it is the other way round, 0 where they are alike.
    """
    said = ["hedged", "floor"]
    above = worded.loc[worded["level"] == "national", ["year", *said]]
    one = worded[worded["level"] == "province"].merge(above, on="year", suffixes=("", "_above"))
    above = worded.loc[worded["level"] == "province", ["province", "year", *said]]
    two = worded[worded["level"] == "prefecture"].merge(above, on=["province", "year"], suffixes=("", "_above"))
    both = pd.concat([one, two]).reset_index(drop=True)
    return both.assign(firmer=both["hedged_above"].astype(int) - both["hedged"].astype(int))


# After a miss


def wording_after(worded: pd.DataFrame) -> pd.DataFrame:
    """Return how each place words the target of the year after one whose result is known.

    Parameters
    ----------
    worded
        As from `worded_targets`.

    Returns
    -------
    DataFrame
        A row a province or prefecture and year: `code`, `level`, `year` of the outcome, `missed`, `hedged` (the target
        of that year) and `hedged_next` (the target of the year after, set in the report that tells the result).
    """
    local = worded[worded["level"] != "national"]
    after = local[["code", "year", "hedged"]].assign(year=local["year"] - 1)
    pairs = local.dropna(subset="difference").merge(after, on=["code", "year"], suffixes=("", "_next"))
    kept = pairs[["code", "level", "year", "hedged", "hedged_next"]]
    return kept.assign(missed=pairs["difference"] < 0)


def softening(after: pd.DataFrame) -> pd.DataFrame:
    """Return how much more often places hedge after a miss than after a hit.

    Parameters
    ----------
    after
        As from `wording_after`.

    Returns
    -------
    DataFrame
        A row a key of `HELD_FIXED`, for all years and without plan years 2020 to 2022: columns of `Softening`.
    """
    unusual = after["year"].isin(_UNUSUAL) | (after["year"] + 1).isin(_UNUSUAL)
    rows = []
    for years, chosen in (("all", after), ("without 2020-2022", after[~unusual])):
        for held, fixed in HELD_FIXED.items():
            found = difference_held_fixed(chosen, "hedged_next", of="missed", fixed=fixed)
            rows.append(Softening(held, years, found.n, found.places, found.value, found.low, found.high))
    return pd.DataFrame(rows, columns=list(Softening._fields))


def difference_held_fixed(rows: pd.DataFrame, value: str, *, of: str, fixed: tuple[str, ...]) -> Estimate:
    """Return by how much a value is higher where a column is true, with places or places and years held fixed.

    It is the coefficient of least squares with a constant for each place and, if asked for, for each year (Wooldridge
    2010, chapter 10). Places are drawn with all their rows; a place drawn twice has a constant for each time.

    Parameters
    ----------
    rows
        A row an observation, with `code` for its place.
    value
        Numbers or booleans.
    of
        Column of booleans.
    fixed
        Columns whose every value has a constant: none, `("code",)` or `("code", "year")`.

    Raises
    ------
    ValueError
        If the column is the same everywhere once the others are held fixed.
    """
    if not fixed:
        return clustered_difference(rows, value, of=of)
    told = rows[[value, of]].astype(float)
    parts = [pd.get_dummies(rows[name], dtype=float) for name in fixed if name != "code"]
    columns = np.column_stack([told[of], *(part.to_numpy()[:, 1:] for part in parts), told[value]])
    places, codes = np.unique(rows["code"].to_numpy(), return_inverse=True)
    counts = np.bincount(codes)[:, None]
    means = np.stack([np.bincount(codes, weights=column) for column in columns.T], axis=1) / counts
    inside = columns - means[codes]
    products = np.zeros((len(places), inside.shape[1], inside.shape[1]))
    np.add.at(products, codes, inside[:, :, None] * inside[:, None, :])
    whole = products.sum(axis=0)
    if whole[0, 0] < 1e-9:
        raise ValueError(f"{of} is the same in all rows of each place: nothing can be compared")
    drawn = np.random.default_rng(_SEED).multinomial(len(places), [1 / len(places)] * len(places), size=DRAWS)
    values = [_coefficient(matrix) for matrix in np.tensordot(drawn, products, axes=1)]
    low, high = np.percentile(values, INTERVAL)
    return Estimate(_coefficient(whole), float(low), float(high), len(rows), len(places))


def _coefficient(products: np.ndarray) -> float:
    """Return the first coefficient of least squares of the last column on the others, from the sums of products."""
    return float((np.linalg.pinv(products[:-1, :-1], hermitian=True) @ products[:-1, -1])[0])


# The numbers of the prose


def hardness_facts(
    worded: pd.DataFrame, groups: pd.DataFrame, after: pd.DataFrame, softened: pd.DataFrame, targets: pd.DataFrame
) -> Facts:
    """Return what the chapter says of wording.

    Parameters
    ----------
    worded, groups, after, softened
        As from `worded_targets`, `wording_by_group`, `wording_after` and `softening`.
    targets
        The table `targets` of the reference.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    growth = targets[(targets["indicator"] == "gdp") & (targets["measure"] == "growth")]
    ensured = growth["modifier"].str.contains("确保", regex=False).mean()
    claim(ensured < _RARE, "wording: ensure is rare beside the number")
    before = worded["year"] <= _COMMON
    claim(worded.loc[before, "hedged"].mean() < worded.loc[~before, "hedged"].mean(), "wording: hedges became common")
    missed = after.groupby(after["year"] > _COMMON)["missed"].mean()
    claim(missed[False] < missed[True], "wording: misses became common")
    _check_provinces(worded)
    nation = worded[(worded["level"] == "national") & worded["year"].isin(_OF_ZONES)]
    claim((nation["wording"] == "about").all(), "wording: the nation says about where both zones give a bare number")
    return {
        **_group_facts(groups),
        **_city_facts(worded),
        **_level_facts(worded),
        **_after_facts(after, softened),
        **_quoted(growth),
    }


def _quoted(growth: pd.DataFrame) -> Facts:
    """Return the growth targets of a city that kept its number after a miss and changed the word."""
    place, years = _CHANGED_WORD
    own = growth[(growth["place"] == place) & growth["year"].isin(years)].sort_values("year")
    claim(
        own["value"].nunique() == 1 and own["relation"].tolist() == ["=", "~"],
        "wording: Wuhan kept the number and changed the word",
    )
    return {f"quote-{year}-zh": quote for year, quote in zip(own["year"], own["quote"], strict=True)}


def _group_facts(groups: pd.DataFrame) -> Facts:
    """Return shares of wordings in the first and later years of the constant places."""
    shares = groups.assign(span=groups["first"]).set_index(["group", "span", "wording"])["share"].sort_index()
    facts: Facts = {"wording-nation-about": f"{shares['nation', _FIRST, 'about']:.0%}"}
    facts |= {"wording-first": str(groups["first"].min()), "wording-last": str(groups["last"].max())}
    later = groups.loc[(groups["group"] == "prefectures") & (groups["first"] > _PREFECTURES[0]), ["first", "last"]]
    spans = {"first": _PREFECTURES[0], "from": later["first"].min(), "to": later["last"].max()}
    facts |= {f"prefectures-span-{name}": str(year) for name, year in spans.items()}
    facts |= {"wording-gap-from": str(spans["first"] + 1), "wording-gap-to": str(spans["from"] - 1)}
    facts["wording-nation-n"] = str(groups.loc[groups["group"] == "nation", "n"].sum())
    for group, first, last in (("provinces", 2009, 2024), ("cities", 2014, 2024), ("prefectures", *_PREFECTURES)):
        for name in ("bare", "about", "at least"):
            key = f"{group}-{name.replace(' ', '-')}"
            facts |= {
                f"{key}-first": f"{shares[group, first, name]:.0%}",
                f"{key}-last": f"{shares[group, last, name]:.0%}",
            }
        begun, ended = shares[group, first], shares[group, last]
        facts |= {f"{group}-firm-first": f"{_firm(begun):.0%}", f"{group}-firm-last": f"{_firm(ended):.0%}"}
        claim(ended["bare"] < begun["bare"] / 2, "wording: bare numbers fell by more than half")
        claim(ended["about"] > begun["about"], "wording: about became more common")
    facts["provinces-firm-then"] = f"{_firm(shares['provinces', _PREFECTURES[0]]):.0%}"
    bare = shares.xs("bare", level="wording")
    claim(bare["provinces", 2014] < bare["cities", 2014], "wording: provinces moved first")
    rest = groups[(groups["group"] == "nation") & (groups["wording"] == "about")]
    claim((rest["share"] > 0.5).all(), "wording: the nation mostly says about")
    _check_firmness(shares)
    return facts


def _firm(shares: pd.Series) -> float:
    """Return which share of one group's targets of a span is a bare number or a floor."""
    return float(shares[list(FIRM)].sum())


def _check_firmness(shares: pd.Series) -> None:
    """Check what the lead says of firm words, which include floors, by group, first year of the span and wording."""
    firm = {(group, year): _firm(shares[group, year]) for group, year, _ in shares.index}
    first, last = _PREFECTURES
    claim(
        firm["prefectures", last] < firm["prefectures", first]
        and max(firm["cities", last], firm["cities", 2024]) < firm["cities", first],
        "wording: prefectures and large cities word targets less firmly than in 2014",
    )
    claim(
        firm["provinces", 2024] < firm["provinces", first] < firm["provinces", last] < firm["provinces", 2009],
        "wording: provinces' firm words fell, but not steadily",
    )
    own = shares["prefectures"]
    to_floors = (own[last, "at least"] - own[first, "at least"]) / (own[first, "bare"] - own[last, "bare"])
    claim(0.4 < to_floors < 0.6, "wording: in prefectures floors gained about half of what bare numbers lost")


def _check_provinces(worded: pd.DataFrame) -> None:
    """Check that of the years after the fall of the provinces' firm words one alone stands out."""
    firm = worded["wording"].isin(FIRM)[worded["in_provinces"]].groupby(worded["year"]).mean()
    low = max(firm[2014], firm[2022], firm[2023])
    claim(firm[2021] > 1.5 * low, "wording: provinces' firm words rose in 2021 alone")


def _city_facts(worded: pd.DataFrame) -> Facts:
    """Return how many targets of the large cities are bare in the first year, the next, and at least and most since."""
    own = worded[worded["in_cities"]]
    by_year = (own["wording"] == "bare").groupby(own["year"]).mean().sort_index()
    first, *later = by_year.loc[_CITIES_FROM:].to_list()
    claim(max(later) < _STEP * first, "wording: in the large cities bare numbers fell in a single step")
    return {
        "cities-bare-second": f"{later[0]:.0%}",
        "cities-bare-least": f"{min(later):.0%}",
        "cities-bare-most": f"{max(later):.0%}",
    }


def _level_facts(worded: pd.DataFrame) -> Facts:
    """Return how often a place is firmer than the level above it."""
    beside = beside_the_level_above(worded)
    facts: Facts = {}
    for name, rows in (
        ("provinces", beside[beside["in_provinces"]]),
        ("prefectures", beside[beside["in_prefectures"]]),
        ("cities", beside[beside["in_cities"]]),
    ):
        found = clustered_ratio(rows, "firmer", place="province")
        claim(found.low > 0, "wording: places are more often firmer than the level above than softer")
        facts |= estimate_facts(f"firmer-{name}", found) | {f"{name}-places": str(rows["code"].nunique())}
        facts[f"firm-{name}"] = f"{(rows['firmer'] > 0).mean():.0%}"
        facts[f"soft-{name}"] = f"{(rows['firmer'] < 0).mean():.0%}"
    rows = beside[beside["in_prefectures"]]
    more = 100 * (rows["floor"].astype(int) - rows["floor_above"].astype(int))
    rows = rows.assign(more=more, bare=100 * rows["firmer"] - more)  # what is firm and no floor is bare
    floors, bare = (clustered_ratio(rows, column, place="province") for column in ("more", "bare"))
    claim(bare.low > 0, "wording: prefectures give a bare number more often than their provinces")
    claim(floors.low <= 0 <= floors.high, "wording: whether prefectures set floors more or less often is open")
    facts |= estimate_facts("floors-more", floors, _POINTS) | estimate_facts("bare-more", bare, _POINTS)
    return facts | {"floors": f"{rows['floor'].mean():.0%}", "floors-above": f"{rows['floor_above'].mean():.0%}"}


def _after_facts(after: pd.DataFrame, softened: pd.DataFrame) -> Facts:
    """Return how often places hedge after a miss and after a hit, and the difference by what is held fixed."""
    rows = {(row["years"], row["held_fixed"]): row for row in softened.to_dict("records")}
    plain, place, both = (rows["all", held] for held in HELD_FIXED)
    claim(plain["low"] > 0, "wording: after a miss places hedge more often")
    claim(place["low"] > 0, "wording: so they do beside their own other years")
    claim(both["difference"] < place["difference"] / 2, "wording: most of the difference is one of years")
    claim(both["low"] <= 0, "wording: with the year held fixed the difference may be nothing")
    missed, met = (after.loc[after["missed"] == value, "hedged_next"].mean() for value in (True, False))
    facts = {"hedged-missed": f"{missed:.0%}", "hedged-met": f"{met:.0%}"}
    for years, short in (("all", "softening"), ("without 2020-2022", "softening-usual")):
        for held in ("place", "place and year"):
            for column, ending in (("difference", ""), ("low", "-low"), ("high", "-high")):
                facts[f"{short}-{held.replace(' ', '-')}{ending}"] = f"{100 * rows[years, held][column]:.0f}"
    return facts
