"""The numbers of the chapter on rhetoric: metaphors, stance, parallel openings, and how annotators judged the hits."""

import pandas as pd

from ..annotation.reliability import ALL_KINDS, JUDGED_DRAWS, device_precision
from ..rhetoric import METAPHORS, expression_kinds
from ..rhetoric.expressions import LONGEST_QUOTATION
from ..rhetoric.parallelism import DEVICES
from ..texts import PER_CHARACTERS
from .claims import Facts, claim


def metaphor_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on metaphors, from the table of `rates_of_metaphor`."""
    by_domain = table.groupby("domain", sort=False)["mentions"].sum().sort_values(ascending=False, kind="stable")
    texts = table.groupby("label", sort=False).agg(mentions=("mentions", "sum"), characters=("characters", "first"))
    density = (texts["mentions"] / texts["characters"] * PER_CHARACTERS).sort_values(ascending=False, kind="stable")
    total, names = int(by_domain.sum()), expression_kinds()
    leading = table[table["mentions"] == table.groupby("label")["mentions"].transform("max")]  # ties lead together
    return {
        "metaphors": str(total),
        "metaphor-domains": str(len(by_domain)),
        "most-domain": names[str(by_domain.index[0])].lower(),
        "second-domain": names[str(by_domain.index[1])].lower(),
        "least-domain": names[str(by_domain.index[-1])].lower(),
        "most-domain-n": str(by_domain.iloc[0]),
        "second-domain-n": str(by_domain.iloc[1]),
        "most-domain-share": f"{by_domain.iloc[0] / total:.0%}" if total else "none",
        "most-domain-leads": str((leading["domain"] == by_domain.index[0]).sum()),
        "most-metaphors": f"{density.index[0]} ({density.iloc[0]:.1f})",
        "least-metaphors": f"{density.index[-1]} ({density.iloc[-1]:.1f})",
        "metaphor-texts": str(len(texts)),
    }


def stance_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on words of stance, from the table of `rates_of_stance`."""
    found: Facts = {"stances": f"{table['mentions'].sum():,}", "stance-longest": str(LONGEST_QUOTATION)}
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

    `above-KIND` counts the texts, `often-KIND` those of them with five mentions or more, `KIND-least` and `KIND-most`
    are how many times as often these use the words.
    """
    compared = table.dropna(subset="province")
    exceeding = compared[compared["per_10k"] > compared["province"]]
    often = exceeding[exceeding["mentions"] >= _LEAST_COUNTED].assign(
        ratio=lambda row: row["per_10k"] / row["province"]
    )
    facts: Facts = {"beside-texts": str(compared["label"].nunique()), "beside-least": str(_LEAST_COUNTED)}
    for domain in compared["domain"].unique():
        ratios, name = often.loc[often["domain"] == domain, "ratio"], str(domain).replace("_", "-")
        facts |= {f"above-{name}": str((exceeding["domain"] == domain).sum()), f"often-{name}": str(len(ratios))}
        if len(ratios):
            facts |= {f"{name}-least": f"{ratios.min():.1f}", f"{name}-most": f"{ratios.max():.1f}"}
    return facts


def beside_claims(table: pd.DataFrame) -> None:
    """Check what the chapter says of the texts beside the reports of their year, from `rates_beside_reports`.

    Raises
    ------
    ClaimError
        If a sentence is no longer true.
    """
    compared = table.dropna(subset="province").assign(times=lambda row: row["per_10k"] / row["province"])
    kinds = {str(domain): own.set_index("doc_id") for domain, own in compared.groupby("domain")}
    war, resolve, times = kinds["war"], kinds["resolve"]["times"] > 1, kinds["obligation"]["times"]
    claim((war["times"] > 1).all(), "rhetoric: every text uses words of war more densely than the provinces")
    claim((war["mentions"] < _LEAST_COUNTED).sum() == 2, "rhetoric: two texts have fewer words of war than five")
    claim(resolve.sum() == len(resolve) - 1, "rhetoric: all texts but one use more words of resolve")
    claim(not resolve["2017-beihai"], "rhetoric: Beihai 2017 uses fewer words of resolve")
    claim((times[["2024-shibei", "2024-alxa"]] > 6).all(), "rhetoric: Shibei and Alxa command six times as often")


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
