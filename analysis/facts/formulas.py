"""The numbers of the chapter on borrowed formulas, and what it says of them."""

import pandas as pd

from ..reference.reuse import LEAST_SHARED
from .claims import Facts, claim

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
    """
    centre = passages[passages["origin"] == "nation"]
    earlier = centre.loc[centre["before"].astype(bool), "characters"].sum() / max(centre["characters"].sum(), 1)
    without = compared[(compared["origin"] == "prefecture") & (compared["reports"] == 0)]["label"]
    spread = found.sort_values("everywhere", ascending=False, kind="stable").iloc[0]
    return {
        "reuse-reports": f"{compared.groupby('doc_id')['reports'].sum().max():,}",
        "reuse-least": str(LEAST_SHARED),
        "reuse-formulas": f"{len(found.drop_duplicates(['doc_id', 'start', 'end'])):,}",
        **_origin_facts(parts),
        "reuse-nation-before": f"{earlier:.0%}",
        "reuse-spread-words": str(spread["formula"]),
        "reuse-spread-reports": f"{spread['everywhere']:,}",
        "reuse-without-prefecture": " and ".join(without) or "none",
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
        "reuse-own-least-share": f"{nowhere['share'].iloc[0]:.0%}",
        "reuse-own-most-share": f"{nowhere['share'].iloc[-1]:.0%}",
        "reuse-nation-most": f"{nation['label']} ({nation['share']:.0%})",
        **{f"reuse-{origin}-share": f"{share:.0%}" for origin, share in total.items()},
        "reuse-above-share": f"{total[['nation', 'province', 'prefecture']].sum():.0%}",
    }


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
    share = parts.pivot_table(index="doc_id", columns="origin", values="share")
    total = parts.groupby("origin")["characters"].sum()
    others = share[["nation", "province", "prefecture", "later"]].max(axis=1)
    claim((share["elsewhere"] > others).all(), "formulas: what only other places say is the largest shared part")
    above = total[["nation", "province", "prefecture"]].sum()
    claim(total["elsewhere"] > 1.5 * above, "formulas: other places share more than all levels above together")
    claim(share["nation"].max() < 0.1, "formulas: the national report never reaches a tenth of a text")
    claim((share["nowhere"] > 0.5).all(), "formulas: more than half of every text is in no work report")
    ends = share["nowhere"].idxmin(), share["nowhere"].idxmax()
    claim(ends == ("2024-shibei", "2017-beihai"), "formulas: Shibei shares most and Beihai 2017 least")
    said = found.set_index(["formula", "origin"])[["everywhere", "first"]]
    for words, origin, reports, sentence in QUOTED_FORMULAS:
        rows = said.loc[[(words, origin)]] if (words, origin) in said.index else said.head(0)
        claim(len(rows) and rows["everywhere"].iloc[0] in reports, sentence)
