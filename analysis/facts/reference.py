"""Numbers of the chapters on the national reference: borrowed formulas, the ladder of targets, outturns, the atlas."""

import pandas as pd

from ..reference import reference_reports
from ..reference.atlas import SPREAD_STANDINGS
from ..reference.ladder import FIRST_LADDER_YEAR
from ..reference.outturns import GRACE, IMPLAUSIBLE_GAP, targets_met
from ..reference.reuse import LEAST_SHARED
from .claims import Facts, claim

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
    return {**_collection_facts(growth), **_standing_facts(places), **_chain_facts(chain), **quoted}


def _collection_facts(growth: pd.DataFrame) -> Facts:
    reports = reference_reports()
    return {
        "reference-reports": f"{len(reports):,}",
        "reference-targets": f"{(growth['year'] >= FIRST_LADDER_YEAR).sum():,}",
        "reports-prefecture": f"{(reports['level'] == 'prefecture').sum():,}",
    }


def _standing_facts(places: pd.DataFrame) -> Facts:
    """Return each text's growth target, and how many prefectures of its province and of the country ask for less."""
    named = places["label"].str.replace(r"(\w+) (\d{4}).*", r"\1-\2", regex=True).str.lower()
    rows = places.set_index(named)
    beihai, alxa = rows.loc["beihai-2023"], rows.loc["alxa-2024"]
    claim(beihai["value"] == alxa["value"], "ladder: both zones ask for the same")
    claim(
        beihai["lower_in_province"] == 1, "ladder: Beihai asks for more than every prefecture of its province on file"
    )
    claim(alxa["lower_in_province"] < 0.5, "ladder: Alxa does not ask for more than most prefectures of its region")
    claim(alxa["lower"] > beihai["lower"], "ladder: in the country Alxa looks the bolder")
    claim(alxa["prefectures"] < beihai["prefectures"] / 2, "ladder: far fewer prefectures are on file for 2024")
    facts: Facts = {"standing-texts": str(len(places)), "standing-value": f"{beihai['value']:g}"}
    for name, row in rows.iterrows():
        near, far = row["in_province"], row["prefectures"]
        facts |= {f"{name}-near": str(near), f"{name}-near-lower": str(round(row["lower_in_province"] * near))}
        facts |= {f"{name}-far": str(far), f"{name}-far-lower": f"{row['lower']:.0%}"}
    return facts


def _chain_facts(chain: pd.DataFrame) -> Facts:
    """Return how many targets of the texts are above those of the next level on file, and the one that is not."""
    nearest = chain["prefecture"].where(chain["prefecture"].fillna("") != "", chain["province"])
    known = chain.assign(nearest=nearest)[nearest.fillna("") != ""]
    own, upper = (known[name].str.extract(r"([0-9.]+)", expand=False).astype(float) for name in ("text", "nearest"))
    lower = known[own <= upper]
    below = list(zip(lower["label"], lower["indicator_en"], strict=True))
    claim(below == [("Beihai 2023", "Budget revenue")], "ladder: only Beihai's revenue target is below its city's")
    return {
        "chain": str(len(known)),
        "chain-above": str(int((own > upper).sum())),
        "chain-revenue": lower["text"].iloc[0].removesuffix("%"),
        "chain-revenue-above": lower["nearest"].iloc[0].strip("≥ %"),
    }


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

_AFTER_CAMPAIGN = 1980  # the report of 1978 names the Gang of Four (四人帮) so often that it hides all later years
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
    """Return how many slogans there are, and how densely they stand by level, year and province."""
    local = density[density["level"] == "prefecture"].set_index("year")["per_10k_characters"]
    national = density[density["level"] == "national"]
    nation = national.set_index("year")["per_10k_characters"]
    later = nation[nation.index >= _AFTER_CAMPAIGN]
    peak = national.sort_values("per_10k_characters")["year"].iloc[-1]
    named = slogans[(slogans["level"] == "national") & (slogans["year"] == peak)].set_index("slogan")["mentions"]
    ordered = provinces.sort_values("per_10k_characters")
    in_reports = slogans.groupby("slogan")["report"].nunique()
    return {
        "mentions": f"{slogans['mentions'].sum():,}",
        "different": f"{slogans['slogan'].nunique():,}",
        "once": f"{(in_reports == 1).mean():.0%}",
        "density-first": f"{local.iloc[0]:.0f}",
        "density-first-year": str(local.index[0]),
        "density-most": f"{local.max():.0f}",
        "density-most-year": str(local.idxmax()),
        "density-last": f"{local.iloc[-1]:.0f}",
        "density-last-year": str(local.index[-1]),
        "nation-most": f"{later.max():.0f}",
        "nation-most-year": str(later.idxmax()),
        "nation-peak-year": str(peak),
        "nation-peak-slogan": str(named.idxmax()),
        "nation-peak-share": f"{named.max() / named.sum():.0%}",
        "province-most": str(ordered["en"].iloc[-1]),
        "province-most-rate": f"{ordered['per_10k_characters'].iloc[-1]:.0f}",
        "province-least": str(ordered["en"].iloc[0]),
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
