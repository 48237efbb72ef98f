"""Densities of rhetorical devices: how many metaphors, words of stance and short quotations a text has for its length.

A rate is mentions per 1,000 characters, with the interval of Wilson (1927). Every text has a row for every kind, also
where it has none. The expressions themselves are those of `metaphor_register` and `stance_register`.
"""

import itertools
import math
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from ..language import load_lexicon
from ..texts import PER_CHARACTERS, count_characters
from ..texts.corpus import text_labels
from .expressions import QUOTATION, STANCE, expression_kinds

NORMAL_QUANTILE = 1.959963984540054  # standard normal quantile of a two-sided 95 per cent interval

STANCE_NAMES = expression_kinds(STANCE) | {QUOTATION: "Short quotations"}
STANCE_NAMES_ZH = {name: entry["zh"] for name, entry in load_lexicon(STANCE).items()} | {QUOTATION: "引号短语"}


class DeviceRate(NamedTuple):
    """How densely a text uses expressions of one kind."""

    doc_id: str
    label: str
    domain: str
    mentions: int
    characters: int  # of the reading text, without spaces and line ends
    per_1000: float  # mentions per 1,000 characters
    low: float  # lower end of the Wilson interval, per 1,000 characters
    high: float  # upper end


def rates_of_metaphor(docs: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return the rate of each source domain in each text: columns of `DeviceRate`.

    Parameters
    ----------
    docs, hits
        The corpus and its metaphors, as from `read_corpus` and `metaphor_register`.
    """
    return device_rates(docs, hits, expression_kinds())


def rates_of_stance(docs: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return the rate of each kind of stance, and of short quotations, in each text: columns of `DeviceRate`.

    Parameters
    ----------
    docs, hits
        The corpus and its expressions of stance, as from `read_corpus` and `stance_register`.
    """
    return device_rates(docs, hits, STANCE_NAMES)


def device_rates(docs: pd.DataFrame, found: pd.DataFrame, domains: Iterable[str]) -> pd.DataFrame:
    """Return the rate of each kind of expression in each text, also where there is none: columns of `DeviceRate`.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    found
        One row a mention, with `doc_id` and `domain`.
    domains
        The kinds, in the order of the table.
    """
    counts = found.groupby(["doc_id", "domain"]).size()
    length = {doc_id: count_characters(read.text) for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True)}
    rows = []
    for (doc_id, label), domain in itertools.product(text_labels(docs).items(), domains):
        count, n = int(counts.get((doc_id, domain), 0)), length[doc_id]
        low, high = wilson_interval(count, n)
        per = PER_CHARACTERS
        rows.append(DeviceRate(doc_id, label, domain, count, n, count / n * per if n else 0.0, low * per, high * per))
    return pd.DataFrame(rows, columns=list(DeviceRate._fields))


def wilson_interval(count: int, n: int) -> tuple[float, float]:
    """Return the 95 per cent score interval of a share (Wilson 1927).

    With p = count / n and z the normal quantile, the ends are (p + z² / 2n ± z √(p (1 - p) / n + z² / 4n²)) /
    (1 + z² / n). Unlike the interval p ± z √(p (1 - p) / n) it never leaves 0 to 1 and has a width where p is 0 or 1.

    Parameters
    ----------
    count
        How many of the trials have the property.
    n
        How many trials there are.

    Returns
    -------
    tuple of float
        Lower and upper end, from 0 to 1; 0 and 1 without any trial.

    Raises
    ------
    ValueError
        If not 0 <= count <= n.

    Notes
    -----
    The interval takes the trials as independent. Rhetorical devices come in clusters, so that the true uncertainty is
    larger.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
    Statistical Association 22, 209-212.

    Examples
    --------
    >>> low, high = wilson_interval(12, 100)
    >>> print(f"{low:.3f} to {high:.3f}")
    0.070 to 0.198
    """
    if not 0 <= count <= n:
        raise ValueError(f"{count} of {n} is no share")
    if n == 0:
        return 0.0, 1.0
    share, squared = count / n, NORMAL_QUANTILE**2
    centre = (share + squared / (2 * n)) / (1 + squared / n)
    half = NORMAL_QUANTILE / (1 + squared / n) * math.sqrt(share * (1 - share) / n + squared / (4 * n * n))
    # rounding must not move an end that is exact: 0 where the share is 0, 1 where it is 1
    return (0.0 if count == 0 else centre - half), (1.0 if count == n else centre + half)


def stance_words(found: pd.DataFrame) -> pd.DataFrame:
    """Return the words of stance of a table of expressions, without the short quotations."""
    return found[found["domain"] != QUOTATION].reset_index(drop=True)


def short_quotations(found: pd.DataFrame) -> pd.DataFrame:
    """Return the short quotations of a table of expressions."""
    return found[found["domain"] == QUOTATION].reset_index(drop=True)
