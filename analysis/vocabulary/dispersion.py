"""Dispersion: how evenly a word is spread over the texts, and how sure its rate within one text is.

- Range is the number of texts that have the word.
- DP (Gries 2008) adds up how far the word's shares of the texts lie from the texts' shares of the corpus:
  DP = 0.5 * sum of abs(v_i - s_i), where v_i is the share of the word's mentions that stand in text i, and s_i that of
  all words. 0 is an even spread; the greatest value is 1 - min s_i.
- DPnorm = DP / (1 - min s_i) (Lijffijt and Gries 2012; Gries 2020) runs from 0 to 1, which is a word that only the
  smallest text has, so that corpora of other texts can be compared.
- The rate of a word in one text has a bootstrap interval (Efron 1979): it is computed again from as many sentences of
  the text, drawn at random with replacement, and the middle 95 per cent of the rates so found are the interval. It
  says how far a rate rests on a few sentences; a text is no sample of other texts.

References
----------
Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics 7, 1-26.

Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics 13,
403-437.

Lijffijt, J. and Gries, S. Th. (2012). Correction to Stefan Th. Gries' "Dispersions and adjusted frequencies in
corpora". International Journal of Corpus Linguistics 17, 147-149.

Gries, S. Th. (2020). Analyzing dispersion. In M. Paquot and S. Th. Gries (eds.), A Practical Handbook of Corpus
Linguistics, 99-118. Springer.
"""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..texts.corpus import text_labels
from .segment import PER_WORDS

BOOTSTRAP_SEED = 20240102
BOOTSTRAP_RESAMPLES = 2_000
CONFIDENCE_LEVEL = 0.95


class Dispersion(NamedTuple):
    """How evenly a word is spread over texts."""

    token: str
    frequency: int
    range: int  # number of texts that have the word
    texts: int
    dp: float  # from 0 (even) to 1 - min s_i
    dp_norm: float  # from 0 (even) to 1 (only in the smallest text)


class RateInterval(NamedTuple):
    """The rate of a word in one text with its bootstrap interval."""

    doc_id: str
    label: str
    token: str
    frequency: int
    words: int
    sentences: int  # sentences with at least one word: what is drawn
    per_10k: float
    low: float  # nan where the text lacks the word: sentences without it say nothing of how rare it is
    high: float


# Dispersion over texts


def deviation_of_proportions(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """Return DP of a word: 0.5 * sum of abs(counts_i / sum of counts - sizes_i / sum of sizes) (Gries 2008).

    Parameters
    ----------
    counts
        Shape (texts,): mentions in each text, at least one altogether.
    sizes
        Shape (texts,): words of each text, all positive.

    Returns
    -------
    float
        From 0 to 1 - min(sizes) / sum(sizes).

    Raises
    ------
    ValueError
        If a word has no mention, a text no words, or the two differ in length.

    Examples
    --------
    Three texts hold 10, 30 and 60 per cent of the words, and 50, 50 and 0 per cent of the mentions.

    >>> round(deviation_of_proportions([2, 2, 0], [10, 30, 60]), 3)
    0.6
    """
    mentions, words = np.asarray(counts, dtype=float), np.asarray(sizes, dtype=float)
    if mentions.shape != words.shape or mentions.sum() <= 0 or not (words > 0).all():
        raise ValueError("dispersion needs a mention, and a size above zero for each part")
    return float(np.abs(mentions / mentions.sum() - words / words.sum()).sum() / 2)


def normalised_deviation(counts: Sequence[float], sizes: Sequence[float]) -> float:
    """Return DPnorm of a word: DP over its greatest possible value (Lijffijt and Gries 2012).

    Parameters
    ----------
    counts, sizes
        As in `deviation_of_proportions`.

    Returns
    -------
    float
        From 0 to 1; 0 if there is only one text.

    Raises
    ------
    ValueError
        As in `deviation_of_proportions`.

    Examples
    --------
    >>> round(normalised_deviation([2, 2, 0], [10, 30, 60]), 3)
    0.667
    """
    smallest = min(sizes) / sum(sizes)
    return deviation_of_proportions(counts, sizes) / (1 - smallest) if smallest < 1 else 0.0


def term_dispersion(tokens: pd.DataFrame, terms: Sequence[str]) -> pd.DataFrame:
    """Return the dispersion of terms over the texts of a token table.

    Parameters
    ----------
    tokens
        As from `token_table`.
    terms
        Words; those without any mention are left out.

    Returns
    -------
    DataFrame
        Columns of `Dispersion`, in the order of `terms`.
    """
    sizes = tokens.groupby("doc_id", sort=False).size()
    counts = tokens.groupby(["token", "doc_id"], sort=False).size().to_dict()
    rows = []
    for term in dict.fromkeys(terms):
        own = [int(counts.get((term, doc_id), 0)) for doc_id in sizes.index]
        if any(own):
            found_in = sum(count > 0 for count in own)
            parts = sizes.tolist()
            rows.append(
                Dispersion(
                    term,
                    sum(own),
                    found_in,
                    len(sizes),
                    deviation_of_proportions(own, parts),
                    normalised_deviation(own, parts),
                )
            )
    return pd.DataFrame(rows, columns=list(Dispersion._fields))


# Intervals of rates within texts


def term_intervals(
    docs: pd.DataFrame, tokens: pd.DataFrame, terms: Sequence[str], *, seed: int = BOOTSTRAP_SEED
) -> pd.DataFrame:
    """Return the rates of terms in every text with percentile bootstrap intervals over sentences.

    A resample has the rate mentions / words * 10,000 of its sentences; the interval holds the middle 95 per cent of
    `BOOTSTRAP_RESAMPLES` of them. It tells how far a rate rests on a few sentences.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.
    terms
        Words.
    seed
        Start of the generator, as in `draw_sentences`.

    Returns
    -------
    DataFrame
        Columns of `RateInterval`; a row for each term and text.
    """
    rows: list[RateInterval] = []
    labels = text_labels(docs)
    for term in dict.fromkeys(terms):
        rows += [_interval(doc_id, label, own, term, seed) for doc_id, label, own in _texts(labels, tokens)]
    return pd.DataFrame(rows, columns=list(RateInterval._fields))


def _texts(labels: dict[str, str], tokens: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    return [(doc_id, label, tokens[tokens["doc_id"] == doc_id]) for doc_id, label in labels.items()]


def _interval(doc_id: str, label: str, own: pd.DataFrame, term: str, seed: int) -> RateInterval:
    per_sentence = own.assign(hit=own["token"] == term).groupby("sentence")["hit"].agg(["sum", "size"])
    hits, words = per_sentence["sum"].to_numpy(), per_sentence["size"].to_numpy()
    total, count = int(words.sum()), int(hits.sum())
    low = high = float("nan")
    if count:
        drawn = draw_sentences(doc_id, len(hits), BOOTSTRAP_RESAMPLES, seed)
        rates = hits[drawn].sum(axis=1) / words[drawn].sum(axis=1) * PER_WORDS
        low, high = (
            float(bound) for bound in np.quantile(rates, [(1 - CONFIDENCE_LEVEL) / 2, (1 + CONFIDENCE_LEVEL) / 2])
        )
    return RateInterval(doc_id, label, term, count, total, len(hits), count / max(total, 1) * PER_WORDS, low, high)


def leading_intervals(intervals: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return the intervals of the first `most` terms of the table of `term_intervals`."""
    terms = intervals["token"].drop_duplicates().head(most)
    return intervals[intervals["token"].isin(terms)].reset_index(drop=True)


def draw_sentences(doc_id: str, sentences: int, resamples: int, seed: int) -> NDArray[np.int64]:
    """Return which sentences of a text each resample has.

    The draws depend on the seed and on the text's id alone, so that another text in the corpus changes nothing.

    Parameters
    ----------
    doc_id
        The text.
    sentences
        How many sentences it has, at least one.
    resamples
        How often they are drawn.
    seed
        Start of the generator.

    Returns
    -------
    ndarray
        Shape (resamples, sentences): a row a resample, numbers of sentences from 0.

    Examples
    --------
    >>> draw_sentences("2023-somewhere", 4, 2, seed=1)
    array([[1, 3, 3, 1],
           [0, 2, 2, 1]])
    """
    generator = np.random.default_rng([seed, zlib.crc32(doc_id.encode())])
    return generator.integers(sentences, size=(resamples, sentences))
