"""Source domains: the metaphors of each text as a table, and how densely each domain is used."""

import pandas as pd

from analysis import devices, profiles, rhetoric


def metaphors(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the metaphors of the documents, from the corpus as `corpus.read` gives it: columns of `rhetoric.Hit`."""
    return devices.hits(docs, rhetoric.metaphors)


def rates(docs: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return the rate of each source domain in each text, also where there is none: columns of `devices.Rate`."""
    return devices.rates(docs, hits, rhetoric.domains())


def facts(table: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose and the caption quote, from the table of `rates`."""
    by_domain = table.groupby("domain", sort=False)["mentions"].sum().sort_values(ascending=False, kind="stable")
    texts = table.groupby("label", sort=False).agg(mentions=("mentions", "sum"), characters=("characters", "first"))
    density = (texts["mentions"] / texts["characters"] * profiles.PER).sort_values(ascending=False, kind="stable")
    total, names = int(by_domain.sum()), rhetoric.domains()
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
