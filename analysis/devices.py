"""Rhetorical devices of texts as tables: where each expression stands, and how densely each kind is used."""

import itertools
import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from analysis import profiles, rhetoric
from analysis.rhetoric import Expression, Hit

LEVEL = 1.959963984540054  # standard normal quantile of a two-sided 95 per cent interval


class Rate(NamedTuple):
    """How densely a text uses expressions of one kind."""

    doc_id: str
    label: str
    domain: str
    mentions: int
    characters: int  # of the reading text, without spaces and line ends
    per_1000: float  # mentions per 1,000 characters
    low: float  # lower end of the Wilson interval, per 1,000 characters
    high: float  # upper end


def hits(docs: pd.DataFrame, find: Callable[[str], list[Expression]]) -> pd.DataFrame:
    """Return the expressions of the documents.

    Parameters
    ----------
    docs
        One row a document with `doc_id` and `reading`, as `corpus.read` returns it.
    find
        What is found in a reading text, such as `rhetoric.metaphors`.

    Returns
    -------
    DataFrame
        Columns of `rhetoric.Hit`, in order of the documents and of the reading text; `raw[start:end] == quote`.
    """
    texts = zip(docs["doc_id"], docs["reading"], strict=True)
    rows = [hit for doc_id, read in texts for hit in rhetoric.placed(find(read.text), read, doc_id)]
    return pd.DataFrame(rows, columns=list(Hit._fields)).astype({"start": "int64", "end": "int64"})


def rates(docs: pd.DataFrame, found: pd.DataFrame, domains: Iterable[str]) -> pd.DataFrame:
    """Return the rate of each kind of expression in each text, also where there is none: columns of `Rate`.

    Parameters
    ----------
    docs
        As from `corpus.read`.
    found
        One row a mention, with `doc_id` and `domain`.
    domains
        The kinds, in the order of the table.
    """
    counts = found.groupby(["doc_id", "domain"]).size()
    length = {
        doc_id: profiles.characters(read.text) for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True)
    }
    rows = []
    for (doc_id, label), domain in itertools.product(profiles.labels(docs).items(), domains):
        count, n = int(counts.get((doc_id, domain), 0)), length[doc_id]
        low, high = wilson(count, n)
        per = profiles.PER
        rows.append(Rate(doc_id, label, domain, count, n, count / n * per if n else 0.0, low * per, high * per))
    return pd.DataFrame(rows, columns=list(Rate._fields))


def wilson(count: int, n: int) -> tuple[float, float]:
    """Return the 95 per cent score interval of a share.

    Wilson (1927), Journal of the American Statistical Association 22, 209-212. It takes the n trials as independent;
    rhetorical devices come in clusters, so the true uncertainty is larger.

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
