"""Source domains: the metaphors of each text as a table, and how densely each domain is used."""

import itertools
import math
from typing import NamedTuple

import pandas as pd

from analysis import profiles, rhetoric

LEVEL = 1.959963984540054  # standard normal quantile of a two-sided 95 per cent interval


class DomainHit(NamedTuple):
    """A metaphorical expression of a document; a row of the table of metaphors."""

    doc_id: str
    start: int  # code points; raw[start:end] == quote
    end: int  # exclusive
    quote: str
    word: str  # the expression without line ends that break it
    domain: str


class DomainRate(NamedTuple):
    """How densely a text uses one source domain."""

    doc_id: str
    label: str
    domain: str
    mentions: int
    characters: int  # of the reading text, without spaces and line ends
    per_1000: float  # mentions per 1,000 characters
    low: float  # lower end of the Wilson interval, per 1,000 characters
    high: float  # upper end


def metaphors(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the metaphors of the documents.

    Parameters
    ----------
    docs
        One row a document with `doc_id` and `reading`, as `corpus.read` returns it.

    Returns
    -------
    DataFrame
        Columns of `DomainHit`, in order of the documents and of the reading text; `raw[start:end] == quote`.
    """
    rows = []
    for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True):
        for found in rhetoric.metaphors(read.text):
            start, end = read.raw_span(found.start, found.end)
            rows.append(DomainHit(doc_id, start, end, read.raw[start:end], found.quote, found.domain))
    return pd.DataFrame(rows, columns=list(DomainHit._fields)).astype({"start": "int64", "end": "int64"})


def rates(docs: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return the rate of each source domain in each text, also where there is none: columns of `DomainRate`."""
    counts = hits.groupby(["doc_id", "domain"]).size()
    length = {
        doc_id: profiles.characters(read.text) for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True)
    }
    rows = []
    for (doc_id, label), domain in itertools.product(profiles.labels(docs).items(), rhetoric.domains()):
        count, n = int(counts.get((doc_id, domain), 0)), length[doc_id]
        low, high = wilson(count, n)
        per = profiles.PER
        rows.append(DomainRate(doc_id, label, domain, count, n, count / n * per if n else 0.0, low * per, high * per))
    return pd.DataFrame(rows, columns=list(DomainRate._fields))


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


def wilson(count: int, n: int) -> tuple[float, float]:
    """Return the 95 per cent score interval of a share.

    Wilson (1927), Journal of the American Statistical Association 22, 209-212. It takes the n trials as independent;
    metaphors come in clusters, so the true uncertainty is larger.

    Raises
    ------
    ValueError
        If not 0 <= count <= n.
    """
    if not 0 <= count <= n:
        raise ValueError(f"{count} of {n} is no share")
    if n == 0:
        return 0.0, 1.0
    share, squared = count / n, LEVEL**2
    centre = (share + squared / (2 * n)) / (1 + squared / n)
    half = LEVEL / (1 + squared / n) * math.sqrt(share * (1 - share) / n + squared / (4 * n * n))
    # the ends are exact where the share is 0 or 1
    return (0.0 if count == 0 else centre - half), (1.0 if count == n else centre + half)
