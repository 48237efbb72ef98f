"""The numbers of the part on echoes: metaphors, stance, parallel openings, how annotators judged the hits, formulas.

A claim here is true of the texts of the corpus whatever they are called: which text does something is a fact.
"""

import pandas as pd

from ..annotation.reliability import ALL_KINDS, JUDGED_DRAWS, device_precision
from ..reference import reference_reports
from ..reference.reuse import LEAST_SHARED
from ..rhetoric import METAPHORS, QUOTATION, expression_kinds
from ..rhetoric.expressions import LONGEST_QUOTATION
from ..rhetoric.unit_runs import DEVICES
from ..texts import PER_CHARACTERS
from ..texts.labels import names_in_chinese
from .claims import Facts, claim, of_prose


def metaphor_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on metaphors, from the table of `rates_of_metaphor`."""
    by_domain = table.groupby("domain", sort=False)["mentions"].sum().sort_values(ascending=False, kind="stable")
    texts = table.groupby("label", sort=False).agg(mentions=("mentions", "sum"), characters=("characters", "first"))
    density = (texts["mentions"] / texts["characters"] * PER_CHARACTERS).sort_values(ascending=False, kind="stable")
    total, names = int(by_domain.sum()), expression_kinds()
    leading = table[table["mentions"] == table.groupby("label")["mentions"].transform("max")]  # ties lead together
    first = (leading["domain"] == by_domain.index[0]).sum()
    claim(
        by_domain.index[0] == "war" and first == len(texts),
        "appendix: war is the first source of metaphors in every text",
    )
    return {
        "metaphors": str(total),
        "metaphor-domains": str(len(by_domain)),
        "most-domain": names[str(by_domain.index[0])].lower(),
        "second-domain": names[str(by_domain.index[1])].lower(),
        "least-domain": names[str(by_domain.index[-1])].lower(),
        "most-domain-n": str(by_domain.iloc[0]),
        "second-domain-n": str(by_domain.iloc[1]),
        "most-domain-share": f"{by_domain.iloc[0] / total:.0%}" if total else "none",
        "most-domain-leads": str(first),
        "most-metaphors": f"{density.index[0]} ({density.iloc[0]:.1f})",
        "least-metaphors": f"{density.index[-1]} ({density.iloc[-1]:.1f})",
        "metaphor-texts": str(len(texts)),
    }


def stance_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on words of stance, from the table of `rates_of_stance`."""
    densest = table.loc[table.groupby("label")["per_1000"].idxmax(), "domain"]
    claim((densest == QUOTATION).all(), "appendix: short quotations are the densest kind in every text")
    found: Facts = {
        "stances": f"{table['mentions'].sum():,}",
        "stance-longest": str(LONGEST_QUOTATION),
        "stance-texts": str(table["label"].nunique()),
    }
    for domain, own in table.groupby("domain", sort=False):
        ordered = own.sort_values("per_1000", ascending=False, kind="stable")
        first, last = ordered.iloc[0], ordered.iloc[-1]
        name = str(domain).replace("_", "-")
        found |= {
            f"most-{name}": f"{first['label']} ({first['per_1000']:.1f})",
            f"least-{name}": f"{last['label']} ({last['per_1000']:.1f})",
            f"stance-{name}": str(own["mentions"].sum()),
        }
    return found


_LEAST_COUNTED = 5
"""Mentions of a text from which its ratio to the reports is quoted."""


def beside_facts(table: pd.DataFrame) -> Facts:
    """Return how many texts use each kind more than the provinces do, from the table of `rates_beside_reports`.

    `above-KIND` counts the texts, `often-KIND` those of them with five mentions or more, `few-KIND` the others;
    `KIND-least` and `KIND-most` are how many times as often the former use the words, `first-KIND-texts` names the two
    that do most, `below-KIND-texts` those that do not use them more.
    """
    compared = table.dropna(subset="province")
    exceeding = compared[compared["per_10k"] > compared["province"]]
    often = exceeding[exceeding["mentions"] >= _LEAST_COUNTED].assign(
        ratio=lambda row: row["per_10k"] / row["province"]
    )
    reports = reference_reports()
    provincial = reports.loc[reports["level"] == "province", "year"].value_counts()
    provincial = provincial.reindex(sorted(compared["year"].unique()), fill_value=0)
    facts: Facts = {
        "beside-texts": str(compared["label"].nunique()),
        "beside-reports": ", ".join(f"{n} of {year}" for year, n in provincial.items()),
        "beside-reports-zh": "、".join(f"{year}年{n}份" for year, n in provincial.items()),
        "beside-least": str(_LEAST_COUNTED),
        "beside-mentions": f"{compared['mentions'].sum():,}",
    }
    for row in often[often["domain"] == "obligation"].nlargest(1, "ratio").to_dict("records"):
        facts |= {"nation-obligation-year": str(row["year"]), "nation-obligation": f"{row['national']:.0f}"}
        facts |= {"provinces-obligation": f"{row['province']:.0f}"}
    for domain in compared["domain"].unique():
        ratios, name = often.loc[often["domain"] == domain, "ratio"], str(domain).replace("_", "-")
        above = exceeding.loc[exceeding["domain"] == domain, "label"]
        facts |= {f"above-{name}": str(len(above)), f"often-{name}": str(len(ratios))}
        facts[f"few-{name}"] = str(len(above) - len(ratios))
        if len(ratios):
            facts |= {f"{name}-least": f"{ratios.min():.1f}", f"{name}-most": f"{ratios.max():.1f}"}
        first = often[often["domain"] == domain].nlargest(2, "ratio")["label"]
        others = compared.loc[(compared["domain"] == domain) & ~compared["label"].isin(above), "label"]
        facts |= {f"first-{name}-texts": " and ".join(first) or "none", f"below-{name}-texts": " and ".join(others)}
    return facts


def beside_claims(table: pd.DataFrame) -> None:
    """Check what the chapter says of the texts beside the reports of their year, from `rates_beside_reports`.

    Raises
    ------
    ClaimError
        If a sentence is no longer true.
    """
    compared = table.dropna(subset="province").assign(times=lambda row: row["per_10k"] / row["province"])
    kinds = {str(domain): own for domain, own in compared.groupby("domain")}
    war, resolve, duties = (kinds[name] for name in ("war", "resolve", "obligation"))
    told = of_prose(war), of_prose(resolve)
    claim((told[0]["times"] > 1).all(), "rhetoric: every text uses words of war more densely than the provinces")
    claim((told[1]["times"] <= 1).sum() == 1, "rhetoric: all texts but one use more words of resolve")
    often = duties[duties["mentions"] >= _LEAST_COUNTED].nlargest(2, "times")
    claim(len(often) == 2 and often["times"].min() > 6, "rhetoric: two texts command six times as often")


def parallelism_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on parallelism, from the table of `parallel_runs`."""
    longest = table.sort_values("units", ascending=False, kind="stable")
    most = table["units"].max()
    leading = [f"{row['shared']}… ({row['label']})" for row in longest.to_dict("records") if row["units"] == most]
    by_device = table["device"].value_counts()
    return {
        "runs": str(len(table)),
        **{f"runs-{device}": str(by_device.get(device, 0)) for device in DEVICES},
        "runs-sentences": str((table["unit"] == "sentence").sum()),
        "runs-longest": "; ".join(leading) or "none",
        "runs-longest-n": str(most) if len(table) else "0",
        "runs-grasp": str(table.loc[table["shared"] == "狠抓", "units"].max()) if len(table) else "0",
    }


def precision_facts(judged: pd.DataFrame, name: str = METAPHORS) -> Facts:
    """Return the numbers on the precision of a lexicon; their names begin with the lexicon's.

    Parameters
    ----------
    judged
        As from `read_judgements`.
    name
        The lexicon that found the hits.
    """
    table = device_precision(judged, name)
    names = expression_kinds(name)
    found: Facts = {f"{name}-judged": str(len(judged))}
    for draw, sample in JUDGED_DRAWS.items():
        own = table[table["sample"] == sample]
        every = own[own["domain"] == ALL_KINDS].to_dict("records")[0]
        domains = own[own["domain"] != ALL_KINDS]
        passes = domains[["first_annotator", "second_annotator"]]
        ranked = domains.assign(stricter=passes.min(axis=1), both=passes.sum(axis=1)).sort_values(["stricter", "both"])
        lowest = ranked.to_dict("records")[0]
        found |= {
            f"{name}-{draw}": str(every["n"]),
            f"{name}-{draw}-first": f"{every['first_annotator']:.1%}",
            f"{name}-{draw}-second": f"{every['second_annotator']:.1%}",
            f"{name}-{draw}-kappa": "not defined" if every["kappa"] is None else f"{every['kappa']:.2f}",
            f"{name}-{draw}-lowest": names[str(lowest["domain"])].lower(),
            f"{name}-{draw}-lowest-share": f"{lowest['stricter']:.0%}",
            f"{name}-{draw}-kept": str(every["kept"]),
            f"{name}-{draw}-kept-precision": f"{every['kept_precision']:.1%}",
        }
    return found


# Borrowed formulas

QUOTED_FORMULAS = (
    ("三张地图旁思考谋划", "prefecture", (1,), "formulas: of all reports one of Binzhou alone has the three maps"),
    (
        "完成节能减排降碳约束性指标和环境质量改善目标",
        "prefecture",
        range(1, 20),
        "formulas: Beihai has the target sentence of its city",
    ),
    (
        "巩固和增强经济回升向好态势持续推动经济实现质的有效提升和量的合理增长",
        "nation",
        range(20, 500),
        "formulas: Shibei shares a clause with the State Council and many places",
    ),
    ("与最优者对标与最强者比拼与最快者赛跑", "later", (2,), "formulas: two later reports repeat a triple of Zibo"),
)
"""Formulas that the chapter quotes: words, whose they are, how many reports have them, and what the chapter says."""


def formula_facts(found: pd.DataFrame, passages: pd.DataFrame, parts: pd.DataFrame, compared: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on borrowed formulas.

    Parameters
    ----------
    found, passages
        The tables `formulas` and `passages` of the reference.
    parts, compared
        As from `origin_shares` and `compared_reports`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    centre = passages[passages["origin"] == "nation"]
    earlier = centre.loc[centre["before"].astype(bool), "characters"].sum() / max(centre["characters"].sum(), 1)
    without = compared[(compared["origin"] == "prefecture") & (compared["reports"] == 0)]["label"]
    spread = found.sort_values("everywhere", ascending=False, kind="stable").iloc[0]
    reports = compared.groupby("origin")["reports"].sum()
    claim(reports["elsewhere"] > 10 * reports["nation"], "formulas: other places have far more reports than the nation")
    return {
        "reuse-reports": f"{compared.groupby('doc_id')['reports'].sum().max():,}",
        "reuse-first-year": str(reference_reports()["year"].min()),
        "reuse-last-year": str(reference_reports()["year"].max()),
        "reuse-least": str(LEAST_SHARED),
        "reuse-formulas": f"{len(found.drop_duplicates(['doc_id', 'start', 'end'])):,}",
        **_origin_facts(parts),
        "reuse-nation-before": f"{earlier:.0%}",
        "reuse-spread-words": str(spread["formula"]),
        "reuse-spread-reports": f"{spread['everywhere']:,}",
        "reuse-without-prefecture": " and ".join(without) or "none",
        **_own_prefecture_facts(compared),
    }


def _own_prefecture_facts(compared: pd.DataFrame) -> Facts:
    """Return how many reports of its own prefecture each text is compared with; without any its share is unknown."""
    counts = compared[compared["origin"] == "prefecture"].set_index("label")["reports"].dropna()
    told = {str(label).rpartition(" ")[0] or str(label): count for label, count in counts.items()}
    return {
        "reuse-prefecture-reports": ", ".join(f"{count or 'none'} ({name})" for name, count in told.items()),
        "reuse-prefecture-reports-zh": "，".join(
            f"{names_in_chinese(str(label))}{f'{count}份' if count else '无'}" for label, count in counts.items()
        ),
    }


def _origin_facts(parts: pd.DataFrame) -> Facts:
    """Return how much of the texts has which origin, one by one and together."""
    known = parts[parts["of"] > 0]
    nowhere = known[known["origin"] == "nowhere"].sort_values("share", kind="stable")
    nation = known[known["origin"] == "nation"].sort_values("share", ascending=False, kind="stable").iloc[0]
    total = known.groupby("origin")["characters"].sum() / known["characters"].sum()
    return {
        "reuse-texts": str(known["doc_id"].nunique()),
        "reuse-own-least": f"{nowhere['label'].iloc[0]} ({nowhere['share'].iloc[0]:.0%})",
        "reuse-own-most": f"{nowhere['label'].iloc[-1]} ({nowhere['share'].iloc[-1]:.0%})",
        **{
            f"reuse-own-{end}-{name}": said
            for end, row in (("least", nowhere.iloc[0]), ("most", nowhere.iloc[-1]))
            for name, said in (("share", f"{row['share']:.0%}"), ("text", str(row["label"])))
        },
        "reuse-nation-most": f"{nation['label']} ({nation['share']:.0%})",
        **{f"reuse-{origin}-share": f"{share:.0%}" for origin, share in total.items()},
        "reuse-above-share": f"{total[['nation', 'province', 'prefecture']].sum():.0%}",
    }


def _shares_by_origin(parts: pd.DataFrame) -> pd.DataFrame:
    return parts.pivot_table(index="doc_id", columns="origin", values="share")


def formula_claims(found: pd.DataFrame, parts: pd.DataFrame) -> None:
    """Check what the chapter says of borrowed formulas.

    Parameters
    ----------
    found, parts
        As in `formula_facts`.

    Raises
    ------
    ClaimError
        If a sentence is no longer true.
    """
    known = parts[parts["of"] > 0]
    share = _shares_by_origin(known)
    others = share[["nation", "province", "prefecture", "later"]].max(axis=1)
    claim((share["elsewhere"] > others).all(), "formulas: what only other places say is the largest shared part")
    read = of_prose(known)
    share, total = _shares_by_origin(read), read.groupby("origin")["characters"].sum()
    above = total[["nation", "province", "prefecture"]].sum()
    claim(total["elsewhere"] > 1.5 * above, "formulas: other places share more than all levels above together")
    claim(share["nation"].max() < 0.1, "formulas: the national report never reaches a tenth of a text")
    claim((share["nowhere"] > 0.5).all(), "formulas: more than half of every text is in no work report")
    said = found.set_index(["formula", "origin"])[["everywhere", "first"]]
    for words, origin, reports, sentence in QUOTED_FORMULAS:
        rows = said.loc[[(words, origin)]] if (words, origin) in said.index else said.head(0)
        claim(len(rows) and rows["everywhere"].iloc[0] in reports, sentence)
