"""The numbers of the chapter on rhetoric: metaphors, stance, parallel openings, and how annotators judged the hits."""

import pandas as pd

from ..annotation.reliability import ALL_KINDS, JUDGED_DRAWS, device_precision
from ..rhetoric import METAPHORS, expression_kinds
from ..rhetoric.expressions import LONGEST_QUOTATION
from ..rhetoric.parallelism import DEVICES
from ..texts import PER_CHARACTERS
from .claims import Facts


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


def beside_facts(table: pd.DataFrame) -> Facts:
    """Return how many texts use each kind more than the provinces do, from the table of `rates_beside_reports`.

    A text is *clearly* above where it would still be level with them if it lacked a mention.
    """
    compared = table.dropna(subset="province")
    exceeding = compared[compared["per_10k"] > compared["province"]]
    surplus = exceeding["mentions"] * (1 - exceeding["province"] / exceeding["per_10k"])
    counts = {"above": exceeding, "clear": exceeding[surplus >= 1]}
    return {"beside-texts": str(compared["label"].nunique())} | {
        f"{name}-{domain.replace('_', '-')}": str((rows["domain"] == domain).sum())
        for name, rows in counts.items()
        for domain in compared["domain"].unique()
    }


_EPIDEMIC = 2020


def kind_course_facts(rates: pd.Series, name: str = "war") -> Facts:
    """Return how the use of a kind changed in the reports: first, highest and last year, from `kind_by_year`.

    Raises
    ------
    ValueError
        If words of war are not most frequent in 2020, the year of the epidemic that chapters/rhetoric.md names.
    """
    by_year = {int(str(year)): float(rate) for year, rate in rates.items()}
    chosen = {"first": min(by_year), "peak": max(by_year, key=lambda year: by_year[year]), "last": max(by_year)}
    if name == "war" and chosen["peak"] != _EPIDEMIC:
        raise ValueError(f"chapters/rhetoric.md is out of date: words of war are most frequent in {chosen['peak']}")
    return {f"{name}-{when}-year": str(year) for when, year in chosen.items()} | {
        f"{name}-{when}": f"{by_year[year]:.1f}" for when, year in chosen.items()
    }


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
