"""Numbers of the chapters on the national reference: the ladder of targets, outturns, the atlas."""

import re

import pandas as pd

from .. import paths
from ..reference import reference_reports
from ..reference.atlas import SPREAD_STANDINGS
from ..reference.ladder import FIRST_LADDER_YEAR
from ..runs.files import read_rows
from .claims import Facts, claim, told_texts

# The ladder of targets


_QUOTED = {"nation": ("国务院", 2023), "shandong": ("山东省", 2023), "binzhou": ("滨州市", 2023)}


def ladder_facts(growth: pd.DataFrame, places: pd.DataFrame, chain: pd.DataFrame) -> Facts:
    """Return which reports the chapter on the ladder rests on, and where the texts are among them.

    Parameters
    ----------
    growth, places, chain
        As from `report_growth_targets`, `standing_of_targets` and `target_chain`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    quotes = growth.set_index(["place", "year"])["quote"]
    quoted = {f"quote-{name}-zh": str(quotes[key]) for name, key in _QUOTED.items()}
    return {**_collection_facts(growth), **_standing_facts(places, growth), **_chain_facts(chain), **quoted}


def _collection_facts(growth: pd.DataFrame) -> Facts:
    reports = reference_reports()
    return {
        "reference-reports": f"{len(reports):,}",
        "reference-targets": f"{(growth['year'] >= FIRST_LADDER_YEAR).sum():,}",
        "reports-prefecture": f"{(reports['level'] == 'prefecture').sum():,}",
    }


def _standing_facts(places: pd.DataFrame, growth: pd.DataFrame) -> Facts:
    """Return each text's growth target, and how many prefectures of its province and of the country ask for less.

    Of the country also among the prefectures with a target in all years of the texts, since years differ in what is
    collected.
    """
    names = dict(zip(places["doc_id"], places["label"].str.replace(*_IN_FACTS, regex=True).str.lower(), strict=True))
    rows = places.set_index("doc_id")
    beihai, alxa = (rows.loc[doc_id] for doc_id in told_texts("lists"))
    claim(beihai["value"] == alxa["value"], "ladder: both zones ask for the same")
    claim(
        beihai["lower_in_province"] == 1, "ladder: Beihai asks for more than every prefecture of its province on file"
    )
    claim(alxa["lower_in_province"] < 0.5, "ladder: Alxa does not ask for more than most prefectures of its region")
    claim(alxa["lower"] > beihai["lower"], "ladder: in the country Alxa looks the bolder")
    claim(alxa["prefectures"] < beihai["prefectures"] / 2, "ladder: far fewer prefectures are on file for 2024")
    facts: Facts = {"standing-texts": str(len(places)), "standing-value": f"{beihai['value']:g}"}
    for doc_id, row in rows.iterrows():
        name = names[doc_id]
        near, far = row["in_province"], row["prefectures"]
        facts |= {f"{name}-near": str(near), f"{name}-near-lower": str(round(row["lower_in_province"] * near))}
        facts |= {f"{name}-far": str(far), f"{name}-far-lower": f"{row['lower']:.0%}"}
    peers = growth[(growth["level"] == "prefecture") & growth["year"].isin([beihai["year"], alxa["year"]])]
    both = peers.pivot_table(index="place", columns="year", values="value").dropna()
    lower = [(both[row["year"]] < row["value"]).mean() for row in (beihai, alxa)]
    claim(lower[1] > lower[0], "ladder: among the same prefectures too Alxa looks the bolder")
    told = zip(told_texts("lists"), lower, strict=True)
    facts |= {f"{names[doc_id]}-both-lower": f"{share:.0%}" for doc_id, share in told}
    return facts | {"standing-both": str(len(both))}


_IN_FACTS = (r"(\w+) (\d{4}).*", r"\1-\2")  # how names of facts call a text, from its label
_TRADE_MOST = ("钦州市", 2022)  # place and year of the report on which the mean of trade hangs
_MUCH = 0.5  # percentage points of a mean that one report makes


def trade_facts(excess: pd.DataFrame, indicators: pd.DataFrame) -> Facts:
    """Return what the prefectures' excess on trade comes to without its largest report, and how many outbid on it.

    A mean of fewer than a hundred reports can hang on one. Hence what is said of trade holds of its median, and what is
    said of industry and investment of their means, of their medians and of the shares that outbid.

    Parameters
    ----------
    excess, indicators
        As from `target_excess` and `excess_by_indicator`.

    Raises
    ------
    ClaimError
        If industry or investment is not outbid by more than incomes and sales by each of the three measures, trade has
        another median or is outbid by more reports, or another report is the largest or makes less of the mean.
    """
    told = indicators[indicators["group"] == "prefectures"].set_index("indicator")
    steered, others = (told[told["decided"] == decided] for decided in ("steered", "not steered"))
    measures, trade = ["mean", "median", "higher"], told.loc["trade"]
    claim(
        (steered[measures].min() > others.drop("trade")[measures].max()).all(),
        "findings: by mean, median and share industry and investment are outbid more than incomes and sales",
    )
    claim(
        set(steered["median"]) == {trade["median"]} and trade["higher"] < steered["higher"].min(),
        "ladder: the median of trade is that of industry and investment, and fewer reports outbid on it",
    )
    own = excess[excess["in_prefectures"] & (excess["indicator"] == "trade")].sort_values("excess")
    most, without = own.to_dict("records")[-1], own["excess"].iloc[:-1].mean()
    claim(
        (most["place"], most["year"]) == _TRADE_MOST and own["excess"].mean() - without > _MUCH,
        "ladder: one report, of Qinzhou for 2022, makes half a point of the mean of trade",
    )
    return {
        "excess-trade-without": f"{without:.1f}",
        "trade-most-target": f"{most['target']:g}",
        "trade-most-above": f"{most['above']:g}",
        "trade-higher": f"{trade['higher']:.0%}",
        "industry-higher": f"{steered['higher']['industry']:.0%}",
    }


def _chain_facts(chain: pd.DataFrame) -> Facts:
    """Return how many targets of the two lists are above those of the next level on file, and the one that is not."""
    labels = {row["doc_id"]: row["label"] for row in read_rows(paths.MANIFEST)}
    lists = [labels[doc_id] for doc_id in told_texts("lists")]
    nearest = chain["prefecture"].where(chain["prefecture"].fillna("") != "", chain["province"])
    known = chain.assign(nearest=nearest)[(nearest.fillna("") != "") & chain["label"].isin(lists)]
    own, upper = (known[name].str.extract(r"([0-9.]+)", expand=False).astype(float) for name in ("text", "nearest"))
    lower = known[own <= upper]
    below = list(zip(lower["label"], lower["indicator_en"], strict=True))
    under = [(labels[doc_id], "Budget revenue") for doc_id in told_texts("under-city")]
    claim(below == under, "ladder: only Beihai's revenue target is below its city's")
    return {
        "chain": str(len(known)),
        "chain-above": str(int((own > upper).sum())),
        "chain-revenue": lower["text"].iloc[0].removesuffix("%"),
        "chain-revenue-above": lower["nearest"].iloc[0].strip("≥ %"),
    }


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

_DENSITY_FROM = 2003  # from when on nearly all provinces have a report in every year
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
    local, provincial, nation = (
        density[density["level"] == level].set_index("year")["per_10k_characters"].sort_index()
        for level in ("prefecture", "province", "national")
    )
    first, peak, last = provincial[_DENSITY_FROM], provincial.max(), provincial.iloc[-1]
    claim(
        2 * first < last < peak, "atlas: provincial reports have over twice as many slogans as at first, not the most"
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
        "reports-used": f"{len(reference_reports()):,}",
        "density-reports": f"{density['n'].sum():,}",
        "density-provinces-first": str(_DENSITY_FROM),
        "density-provinces-most": str(provincial.idxmax()),
        "density-provinces-last": str(provincial.index[-1]),
        "density-first-year": str(density["year"].min()),
        "map-provinces": str(len(provinces)),
        "map-reports": f"{provinces['n'].sum():,}",
        "province-most-place": str(ordered["en"].iloc[-1]),
        "province-most-place-zh": _short_name(ordered["province"].iloc[-1]),
        "province-most-rate": f"{ordered['per_10k_characters'].iloc[-1]:.0f}",
        "province-least-place": str(ordered["en"].iloc[0]),
        "province-least-place-zh": _short_name(ordered["province"].iloc[0]),
        "province-least-rate": f"{ordered['per_10k_characters'].iloc[0]:.0f}",
    }


_ROUND = 0.015  # what falls by so much more or less than a sixth or a ninth falls by it


def fall_facts(mentions: pd.DataFrame, provinces: pd.DataFrame, peak: int) -> Facts:
    """Return by how much the same places have fallen from their peak to the last year.

    Few prefectures have a report for the last year, and those of the peak are others: hence only those with both.

    Parameters
    ----------
    mentions
        As from `mentions_by_owner`: `code`, `level`, `year`, `every`, `characters` (in units of 10,000).
    provinces
        The same, of provinces with a report in every year.
    peak
        The year from which they fall.

    Raises
    ------
    ClaimError
        If provinces did not peak then, or have not fallen by a sixth, or prefectures by a ninth.
    """
    below = mentions[mentions["level"] == "prefecture"]
    ends = below[below["year"].isin((peak, below["year"].max()))]
    both = ends[ends.groupby("code")["year"].transform("nunique") == len(set(ends["year"]))]
    dense, pairs = _density_by_year(provinces), _density_by_year(both)
    fall, other = (1 - rates.iloc[-1] / rates[peak] for rates in (dense, pairs))
    claim(
        dense.idxmax() == peak and abs(fall - 1 / 6) < _ROUND,
        "atlas: the same provinces have fallen by a sixth since 2022",
    )
    claim(
        abs(other - 1 / 9) < _ROUND, "atlas: prefectures with a report in both years have fallen by a ninth since 2022"
    )
    return {
        "fall-prefectures": str(both["code"].nunique()),
        "fall-prefectures-then": f"{pairs[peak]:.0f}",
        "fall-prefectures-now": f"{pairs.iloc[-1]:.0f}",
        "fall-last-year": str(pairs.index[-1]),
    }


def _density_by_year(mentions: pd.DataFrame) -> pd.Series:
    sums = mentions.groupby("year")[["every", "characters"]].sum()
    return sums["every"] / sums["characters"]


def province_level_facts(provinces: pd.DataFrame) -> Facts:
    """Return in how many provinces the reports of prefectures are denser in slogans than the province's own.

    Parameters
    ----------
    provinces
        As from `density_of_provinces`.

    Raises
    ------
    ClaimError
        If it is not in most of them, so that the two could be counted together.
    """
    both = provinces.dropna(subset=["below", "per_10k"])
    denser = both["below"] > both["per_10k"]
    claim(denser.mean() > 0.5, "atlas: in most provinces prefectures' reports are denser than the province's own")
    return {
        "below-provinces": str(len(both)),
        "below-denser": str(int(denser.sum())),
        "below-reports": f"{provinces['below_n'].sum():,}",
    }


_LEVEL_WORDS = re.compile(r"(?:省|市|壮族|回族|维吾尔|自治区).*")


def _short_name(province: object) -> str:
    """Return a province as Chinese prose names it: 新疆 for 新疆维吾尔自治区."""
    return _LEVEL_WORDS.sub("", str(province))


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
    own_everywhere = (spreads["standing"] == "several provinces") & (spreads["scope"] == "local")
    return {
        "text-slogans": str(len(spreads)),
        "text-national-local": str(int(own_everywhere.sum())),
        **{f"text-{name.replace(' ', '-')}": str(standings.get(name, 0)) for name in SPREAD_STANDINGS},
    }
