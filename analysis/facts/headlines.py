"""Numbers that only the titles and sources of figures quote, and the claims on which those titles rest.

A title says what its figure shows. Where the prose of a chapter says it too, its facts and claims are in the module of
that chapter; here are those of figures whose chapter says it in other words, or leaves it to the figure.
"""

import numpy as np
import pandas as pd

from ..texts.labels import names_in_chinese
from ..vocabulary import place_names
from ..vocabulary.glossary import term_glosses
from .claims import Facts, claim, of_prose

# Words of the texts


def variety_facts(varied: pd.DataFrame, ranks: pd.DataFrame) -> Facts:
    """Return how varied the words of the texts are, and how nearly straight their curves of rank are.

    Parameters
    ----------
    varied, ranks
        As from `lexical_diversity` and `word_ranks`.

    Raises
    ------
    ClaimError
        If a title is no longer true.
    """
    longest = varied["words"].argmax()
    claim(
        varied["mtld"].argmax() == varied["hdd"].argmax() == longest,
        "appendix: the longest text has the most varied words by either measure",
    )
    straight = [
        float(np.corrcoef(np.log(own["rank"]), np.log(own["per_10k"]))[0, 1]) for _, own in ranks.groupby("doc_id")
    ]
    claim(max(straight) < _STRAIGHT, "appendix: in every text frequency falls with rank in a nearly straight line")
    return {
        **_name_facts("varied", str(varied["label"].iloc[longest])),
        "varied-mtld": f"{varied['mtld'].max():.0f}",
        "varied-others-mtld": f"{varied['mtld'].nlargest(2).iloc[-1]:.0f}",
        "straight-least": f"{max(straight):.2f}".replace("-", "−"),
    }


_STRAIGHT = -0.9  # correlation of the logarithms of rank and rate


def keyword_place_facts(leading: pd.DataFrame) -> Facts:
    """Return in how many texts a name of a place is among the leading keywords against the other texts.

    Parameters
    ----------
    leading
        As from `leading_keywords`.

    Raises
    ------
    ClaimError
        If it is not in most of them.
    """
    own = leading[leading["kind"] == "text"]
    named = own["token"].isin(place_names()).groupby(own["contrast"]).any()
    claim(named.mean() > 0.5, "appendix: names of places are among the keywords of most texts")
    return {"keyword-texts": str(len(named)), "keyword-placed": str(int(named.sum()))}


def cloud_facts(frequencies: pd.DataFrame) -> Facts:
    """Return the most frequent word of each text, with its mentions and the words of the text, by the text's id.

    Parameters
    ----------
    frequencies
        As from `term_frequencies`.
    """
    facts: Facts = {}
    for doc_id, own in frequencies.groupby("doc_id", sort=False):
        first = own.sort_values("frequency", ascending=False, kind="stable").to_dict("records")[0]
        word = str(first["token"])
        facts |= {
            f"cloud-{doc_id}-word": term_glosses().get(word, word).partition(" (")[0],
            f"cloud-{doc_id}-word-zh": word,
            f"cloud-{doc_id}-n": f"{first['frequency']}",
            f"cloud-{doc_id}-of": f"{first['words']:,}",
        }
    return facts


# The texts as wholes


def profile_facts(rates: pd.DataFrame) -> Facts:
    """Return in how many kinds of expression each text has the highest rate, by the text's id.

    Parameters
    ----------
    rates
        As from `text_profiles`.

    Raises
    ------
    ClaimError
        If a text leads in no kind, or in half of them.
    """
    leading = (rates["rank"] == 1).groupby(rates["doc_id"]).sum()
    kinds = rates["dimension"].nunique()
    own = of_prose(rates)
    first = own["rank"] == own.groupby("dimension")["rank"].transform("min")
    told = first.groupby(own["doc_id"]).sum()
    claim(
        told.min() > 0 and told.max() < kinds / 2,
        "appendix: every text leads in some kinds of expression and none in half",
    )
    characters = rates.drop_duplicates("doc_id").set_index("doc_id")["characters"]
    return {
        "profile-kinds": str(kinds),
        "profile-texts": str(len(leading)),
        **{f"profile-{doc_id}-first": str(count) for doc_id, count in leading.items()},
        **{f"profile-{doc_id}-characters": f"{count:,}" for doc_id, count in characters.items()},
    }


def number_density_facts(densities: pd.DataFrame) -> Facts:
    """Return which text has the densest slogans and targets.

    Parameters
    ----------
    densities
        As from `mention_densities`.

    Raises
    ------
    ClaimError
        If they are two texts.
    """
    rates = densities.pivot_table(index="label", columns="measure", values="per_1000")
    label = str(rates["slogans"].idxmax())
    claim(rates["targets"].idxmax() == label, "appendix: one text has both the densest slogans and the densest targets")
    return {
        **_name_facts("densest", label),
        "densest-slogans": f"{rates['slogans'].max():.1f}",
        "densest-targets": f"{rates['targets'].max():.1f}",
        "densities-characters": f"{densities.drop_duplicates('doc_id')['characters'].sum():,}",
    }


def skeleton_facts(skeletons: pd.DataFrame) -> Facts:
    """Return how many different slogans each text has, and how many results and targets, by the text's id.

    Parameters
    ----------
    skeletons
        As from `text_skeletons`.
    """
    facts: Facts = {}
    for doc_id, own in skeletons.groupby("doc_id", sort=False):
        counts = {
            "slogan": int(((own["part"] == "slogan") & own["first"].astype(bool)).sum()),
            "result": int((own["kind"] == "achieved").sum()),
            "target": int((own["kind"] == "target").sum()),
        }
        for name, count in counts.items():
            told = f"different {name}" if name == "slogan" else name  # cards count their mentions
            facts[f"skeleton-{doc_id}-{name}s"] = f"{count or 'no'} {told}" + ("" if count == 1 else "s")
            facts[f"skeleton-{doc_id}-{name}s-zh"] = _CHINESE_COUNTS[name, count > 0].format(count)
        facts[f"skeleton-{doc_id}-characters"] = f"{own['characters'].iloc[0]:,}"
    return facts


_CHINESE_COUNTS = {
    ("slogan", True): "不同的数字口号{}个",
    ("slogan", False): "没有数字口号",
    ("result", True): "成绩{}条",
    ("result", False): "没有成绩",
    ("target", True): "目标{}条",
    ("target", False): "没有目标",
}


# Slogans of the reports


def atlas_appendix_facts(tables: dict[str, pd.DataFrame]) -> Facts:
    """Return the numbers of the figures on slogans of the reports that the appendix shows.

    Parameters
    ----------
    tables
        As from `atlas_tables`.

    Raises
    ------
    ClaimError
        If a title is no longer true.
    """
    standings = tables["standings"].groupby("standing")["slogans"].sum()
    claim(
        standings["several provinces"] > standings.sum() / 2,
        "appendix: most slogans of the texts are in reports of several provinces",
    )
    return {**_type_facts(tables["types"]), **_numeral_claim(tables["numerals"]), **_life_facts(tables["lives"])}


def _type_facts(types: pd.DataFrame) -> Facts:
    plain = types[types["type"].isin(["list", "compression"])].groupby("year")["share"].sum()
    shares = types.pivot_table(index="year", columns="type", values="share", fill_value=0)
    others = shares.drop(columns=["list", "compression"]).max(axis=1)
    claim(
        bool((shares[["list", "compression"]].min(axis=1) > others).all()),
        "appendix: compressions and lists are the two most frequent types of every year",
    )
    return {
        "types-plain-least": f"{plain.min():.0%}",
        "types-first-year": str(plain.index[0]),
        "types-mentions": f"{types['mentions'].sum():,}",
    }


def _numeral_claim(numerals: pd.DataFrame) -> Facts:
    by_numeral = numerals.set_index("numeral")
    claim(
        by_numeral["different"].idxmax() == by_numeral["announced"].idxmax() == "3",
        "appendix: three is in the most slogans and announced most",
    )
    return {"numeral-announcing": f"{by_numeral['announced'].sum():,}"}


_YOUNG = 2010  # after it begins what is called young


def _life_facts(lives: pd.DataFrame) -> Facts:
    late, alive = (lives["first"] > _YOUNG).sum(), (lives["last"] == lives["last"].max()).sum()
    claim(
        min(late, alive) > len(lives) / 2,
        "appendix: most of the widespread slogans begin after 2010 and are in use at the end",
    )
    return {
        "lives-n": str(len(lives)),
        "lives-young": str(late),
        "lives-young-after": str(_YOUNG),
        "lives-alive": str(alive),
        "lives-end": str(lives["last"].max()),
        "lives-least-reports": str(lives["reports"].min()),
    }


def formula_series_facts(parts: pd.DataFrame, decodings: pd.DataFrame) -> Facts:
    """Return the years of a city's formulas and of the glossaries that tell them, and check what its title says.

    Parameters
    ----------
    parts
        As from `formula_parts`: `side`, `formula`, `year`, `kind`, `digit`, `answers`.
    decodings
        The table of the reference, of the city alone: `slogan` and `year`, plan year of the report.

    Raises
    ------
    ClaimError
        If a formula returns, the digits of its qualities and of its work change, no single year answers it, or more
        than the first is told by the report of a later year.
    """
    series = parts[parts["side"] == "series"]
    formulas = series.drop_duplicates("year")["formula"]
    stay = [set(series.loc[series["kind"] == kind, "digit"]) == {8} for kind in ("qualities", "tasks")]
    answers = parts.loc[(parts["side"] == "zone") & (parts["answers"] >= 0), "year"]
    claim(
        formulas.is_unique and all(stay) and answers.nunique() == 1,
        "yearly-formula: the formula of Binzhou is new every year and keeps two eights",
    )
    years = series.drop_duplicates("formula").set_index("formula")["year"]
    told = decodings[decodings["slogan"].isin(years.index)].groupby("slogan")["year"].min().reindex(years.index)
    late = [int(year) for year in years[told != years]]
    claim(
        late == [years.min()] and told.min() == years.min() + 1,
        "yearly-formula: the first formula of Binzhou is told by the report of the next year, others by their own",
    )
    return {
        "series-formulas": str(len(formulas)),
        "series-first": str(series["year"].min()),
        "series-last": str(series["year"].max()),
        "series-answer": str(answers.max()),
    }


# Targets by year


def nation_range_facts(panel: pd.DataFrame) -> Facts:
    """Return the years in which the nation's growth target is a range, and by how much provinces exceed either end.

    Parameters
    ----------
    panel
        The wide panel.

    Raises
    ------
    ClaimError
        If the nation's last target is a single number, or the excess over its upper end is no less than that of the
        year before.
    """
    nation = panel[(panel["level"] == "national") & panel["gdp_target"].notna()].sort_values("year")
    last, year = nation.iloc[-1], int(nation["year"].iloc[-1])
    claim(last["gdp_target_upper"] > last["gdp_target"], "ladder: the nation's last target is a range")
    ranges = set(nation.loc[nation["gdp_target_upper"].notna(), "year"])
    claim(ranges <= {2016, 2019, 2026}, "ladder: the nation's targets are ranges in three years")
    own = panel[panel["in_provinces"].astype(bool) & panel["gdp_target"].notna()]
    means = own.groupby("year")["gdp_target"].mean()
    before = means[year - 1] - nation.set_index("year")["gdp_target"][year - 1]
    upper = means[year] - last["gdp_target_upper"]
    claim(upper < before, "ladder: over the upper end the provinces' excess went on falling")
    ends = nation[(nation["year"] >= means.index.min()) & (nation["gdp_target_upper"] > nation["gdp_target"])]
    over = {int(row["year"]): means[row["year"]] - row["gdp_target_upper"] for row in ends.to_dict("records")}
    now = own.loc[own["year"] == year, "gdp_target"]
    return {
        "nation-range-years": ", ".join(str(one) for one in list(over)[:-1]) + f" and {year}",
        "nation-range-years-zh": "、".join(f"{one}年" for one in over),
        "nation-range-year": str(year),
        "provinces-excess-uppers": ", ".join(f"{excess:.1f}" for excess in list(over.values())[:-1])
        + f" and {upper:.1f}",
        "provinces-excess-uppers-zh": "、".join(f"{excess:.1f}" for excess in over.values()),
        "provinces-higher-lower": f"{(now > last['gdp_target']).mean():.0%}",
        "provinces-higher-upper": f"{(now > last['gdp_target_upper']).mean():.0%}",
        "nation-range-low": f"{last['gdp_target']:g}",
        "nation-range-high": f"{last['gdp_target_upper']:g}",
        "provinces-excess-before": f"{before:.1f}",
        "provinces-excess-upper": f"{upper:.1f}",
    }


_GROUPS = ("provinces", "cities", "prefectures")  # of the same places, of which the ladder draws medians


def median_target_facts(targets: pd.DataFrame, panel: pd.DataFrame) -> Facts:
    """Return the median growth targets of the same provinces and of the nation in the first and the last year.

    Parameters
    ----------
    targets
        As from `targets_by_year`: `year`, `group`, `n`, `median`.
    panel
        The wide panel: `report` and whether it is in each of `_GROUPS`.

    Raises
    ------
    ClaimError
        If the provinces did not come down, or not towards the nation.
    """
    medians = targets.pivot_table(index="year", columns="group", values="median")[["provinces", "nation"]].dropna()
    then, now = medians.iloc[0], medians.iloc[-1]
    claim(
        now["provinces"] < then["provinces"] and now["provinces"] - now["nation"] < then["provinces"] - then["nation"],
        "ladder: the targets of the same provinces came down and nearer to the nation's",
    )
    return {
        "median-targets": f"{_targets_drawn(targets, panel):,}",
        "median-first-year": str(medians.index[0]),
        "median-last-year": str(medians.index[-1]),
        "median-provinces-then": f"{then['provinces']:g}",
        "median-provinces-now": f"{now['provinces']:g}",
        "median-nation-then": f"{then['nation']:g}",
        "median-nation-now": f"{now['nation']:g}",
    }


def _targets_drawn(targets: pd.DataFrame, panel: pd.DataFrame) -> int:
    """Return on how many targets the medians rest: one of a large city that is a prefecture too counts once."""
    asked = panel[panel["gdp_target"].notna()]
    groups = {"nation": asked["level"] == "national"}
    groups |= {name: asked[f"in_{name}"].astype(bool) for name in _GROUPS}
    drawn = pd.Series(data=False, index=asked.index)
    for group, chosen in groups.items():
        drawn |= chosen & asked["year"].isin(targets.loc[targets["group"] == group, "year"])
    return int(drawn.sum())


def _name_facts(name: str, label: str) -> Facts:
    """Return the name of a text as English and as Chinese titles print it."""
    return {f"{name}-text": label.rpartition(" ")[0] or label, f"{name}-text-zh": names_in_chinese(label)}
