"""Similarity of texts by what each says more or less than the others, and how steady it is under resampling.

A text is a vector of weights, one a word: the binary logarithm of its rate over the mean rate of all texts (a log
ratio, Hardie 2014), with half a mention added to each count. Texts that deviate in the same direction have a cosine
near 1. Texts are joined to a tree by average linkage of 1 - cosine (Sokal and Michener 1958). To see how much the tree
leans on a few sentences, the sentences of each text are drawn anew (`dispersion`), and it is counted how often each
join comes back (Felsenstein 1985, who resamples characters of species).

References
----------
Hardie, A. (2014). Log ratio: an informal introduction. ESRC Centre for Corpus Approaches to Social Science, Lancaster.

Sokal, R. R. and Michener, C. D. (1958). A statistical method for evaluating systematic relationships. University of
Kansas Science Bulletin 38, 1409-1438.

Felsenstein, J. (1985). Confidence limits on phylogenies: an approach using the bootstrap. Evolution 39, 783-791.
"""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.cluster import hierarchy

from ..texts.corpus import text_labels
from .dispersion import draw_sentences
from .segment import place_names, stop_words

LEAST_IN_ALL = 5  # mentions in all texts together: rarer words make a weight by chance
LEAST_TEXTS = 2  # texts that must have the word: what one text alone has compares nothing
TREE_RESAMPLES = 500
TREE_SEED = 20240104


class TextPair(NamedTuple):
    """How alike two texts are."""

    label: str
    other: str
    cosine: float  # of the weights, from -1 to 1
    low: float  # middle 95 per cent under resampling of sentences
    high: float
    words: int  # that are compared


class TreeJoin(NamedTuple):
    """A join of the tree: texts that stand together before others join them."""

    texts: tuple[str, ...]  # labels
    part: tuple[str, ...]  # what is joined
    other_part: tuple[str, ...]
    height: float  # mean of 1 - cosine between the parts
    support: float  # share of the resamples whose tree has a join of the same texts
    resamples: int


def compared_words(tokens: pd.DataFrame) -> list[str]:
    """Return the words by which texts are compared, sorted.

    They have five mentions or more, in two texts or more, and are neither stop words nor names of places.

    Parameters
    ----------
    tokens
        As from `token_table`.
    """
    found = tokens.groupby("token")["doc_id"].agg(["size", "nunique"])
    found = found[(found["size"] >= LEAST_IN_ALL) & (found["nunique"] >= LEAST_TEXTS)]
    return sorted(set(map(str, found.index)) - stop_words() - place_names())


def weight_cosines(counts: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the cosine of the weights of each pair of texts.

    With the rate r_tw = (counts_tw + 0.5) / (sizes_t + 1), the weight of word w in text t is log2(r_tw / mean over t of
    r_tw).

    Parameters
    ----------
    counts
        Shape (texts, words): mentions.
    sizes
        Shape (texts,): words of each text, those that are not compared included.

    Returns
    -------
    ndarray
        Shape (texts, texts): symmetric, from -1 to 1, ones on the diagonal; 0 where a text has no weight.

    Examples
    --------
    >>> weight_cosines(np.array([[9, 1], [8, 2], [1, 9]]), np.array([100, 100, 100])).round(2)
    array([[ 1.  ,  1.  , -0.72],
           [ 1.  ,  1.  , -0.78],
           [-0.72, -0.78,  1.  ]])
    """
    rates = (counts + 0.5) / (sizes[:, None] + 1)
    weights = np.log2(rates / rates.mean(axis=0))
    norms = np.linalg.norm(weights, axis=1)
    weights = weights / np.where(norms, norms, 1)[:, None]
    found = np.clip(weights @ weights.T, -1, 1)
    np.fill_diagonal(found, 1.0)
    return np.asarray(found)


def text_linkage(cosine: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how texts are joined by the average of 1 - cosine.

    Parameters
    ----------
    cosine
        Shape (texts, texts), as from `weight_cosines`.

    Returns
    -------
    ndarray
        Shape (texts - 1, 4): the linkage matrix of `scipy.cluster.hierarchy`.
    """
    above = np.triu_indices(len(cosine), 1)
    return np.asarray(hierarchy.linkage(1 - cosine[above], "average"))


def _members(linkage: NDArray[np.float64]) -> list[frozenset[int]]:
    """Return the texts of each node: first of each text itself, then of each join."""
    n = len(linkage) + 1
    nodes = [frozenset([text]) for text in range(n)]
    for left, right, *_ in linkage:
        nodes.append(nodes[int(left)] | nodes[int(right)])
    return nodes


def _per_sentence(
    tokens: pd.DataFrame, doc_id: str, compared: Sequence[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the mentions of each word in each sentence of a text, and the words of each sentence."""
    own = tokens[tokens["doc_id"] == doc_id]
    sizes = own.groupby("sentence").size()
    place = {sentence: index for index, sentence in enumerate(sizes.index)}
    column = {word: index for index, word in enumerate(compared)}
    counts = np.zeros((len(sizes), len(compared)), np.int64)
    for sentence, token in zip(own["sentence"], own["token"], strict=True):
        if token in column:
            counts[place[sentence], column[token]] += 1
    return counts, np.asarray(sizes, np.int64)


def compare_texts(docs: pd.DataFrame, tokens: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return how alike the texts are, and the joins of their tree.

    Parameters
    ----------
    docs
        As from `read_corpus`; two texts or more.
    tokens
        As from `token_table`.

    Returns
    -------
    tuple of DataFrame
        Columns of `TextPair`, a row for each pair; columns of `TreeJoin`, from the closest to the last.
    """
    labels, compared = list(text_labels(docs).values()), compared_words(tokens)
    parts = [_per_sentence(tokens, doc_id, compared) for doc_id in docs["doc_id"]]
    seen = weight_cosines(
        np.array([part[0].sum(axis=0) for part in parts]), np.array([part[1].sum() for part in parts])
    )
    linkage = text_linkage(seen)
    drawn = [
        draw_sentences(doc_id, len(part[1]), TREE_RESAMPLES, TREE_SEED)
        for doc_id, part in zip(docs["doc_id"], parts, strict=True)
    ]
    again = np.empty((TREE_RESAMPLES, *seen.shape))
    back: dict[frozenset[int], int] = {}
    for number in range(TREE_RESAMPLES):
        sample = [
            (counts[rows[number]], sizes[rows[number]]) for (counts, sizes), rows in zip(parts, drawn, strict=True)
        ]
        again[number] = weight_cosines(
            np.array([counts.sum(axis=0) for counts, _ in sample]), np.array([sizes.sum() for _, sizes in sample])
        )
        for node in _members(text_linkage(again[number]))[len(labels) :]:
            back[node] = back.get(node, 0) + 1
    low, high = np.quantile(again, [0.025, 0.975], axis=0)
    pairs = [
        TextPair(labels[i], labels[j], float(seen[i, j]), float(low[i, j]), float(high[i, j]), len(compared))
        for i, j in itertools.combinations(range(len(labels)), 2)
    ]
    return pd.DataFrame(pairs, columns=list(TextPair._fields)), _joins(linkage, labels, back)


def _joins(linkage: NDArray[np.float64], labels: Sequence[str], back: dict[frozenset[int], int]) -> pd.DataFrame:
    nodes = _members(linkage)

    def named(node: int) -> tuple[str, ...]:
        return tuple(labels[text] for text in sorted(nodes[node]))

    rows = [
        TreeJoin(
            named(len(labels) + step), named(int(left)), named(int(right)), float(height),
            back.get(nodes[len(labels) + step], 0) / TREE_RESAMPLES, TREE_RESAMPLES,
        )
        for step, (left, right, height, _) in enumerate(linkage)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(TreeJoin._fields))
