"""Collocation: which words keep company with a node word, within a window of words in the same sentence.

- logDice (Rychlý 2008): 14 + log2(2 * f_xy / (f_x + f_y)), at most 14; it does not depend on the size of the corpus.
- MI, mutual information (Church and Hanks 1990), with the window in the expectation:
  log2(f_xy * N / (f_x * f_y * 2 * window)). It favours rare words, so that it stands beside logDice and orders nothing.

f_x and f_y are the mentions of the two words, N all words. f_xy, their co-occurrences, pairs a mention of one with at
most one of the other: it is the smaller of the mentions of x with a y in the window and the mentions of y with an x in
it. So it never exceeds f_x or f_y, and the two words can change places.

References
----------
Rychlý, P. (2008). A lexicographer-friendly association score. Proceedings of Recent Advances in Slavonic Natural
Language Processing, RASLAN 2008, 6-9.

Church, K. W. and Hanks, P. (1990). Word association norms, mutual information, and lexicography. Computational
Linguistics 16, 22-29.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from . import segment

COLLOCATION_WINDOW = 5  # words on each side; marks and bare numbers are no words
LEAST_COOCCURRENCES = 3  # one or two may be chance, whatever the score


class Collocate(NamedTuple):
    """A word in the company of a node."""

    node: str
    collocate: str
    together: int  # f_xy
    node_frequency: int  # f_x
    collocate_frequency: int  # f_y
    range: int  # texts in which the two stand together
    log_dice: float
    mi: float


def log_dice(together: int, x: int, y: int) -> float:
    """Return logDice of two words: 14 + log2(2 * together / (x + y)) (Rychlý 2008).

    Parameters
    ----------
    together
        Their co-occurrences, above zero.
    x, y
        Mentions of each, above zero.

    Returns
    -------
    float
        At most 14, for words that never stand apart; one point less is half the closeness.

    Examples
    --------
    >>> log_dice(5, 5, 5), log_dice(5, 10, 10)
    (14.0, 13.0)
    """
    return 14 + math.log2(2 * together / (x + y))


def mutual_information(together: int, x: int, y: int, words: int, window: int = COLLOCATION_WINDOW) -> float:
    """Return MI of two words: log2(together * words / (x * y * 2 * window)) (Church and Hanks 1990).

    Parameters
    ----------
    together, x, y
        As in `log_dice`.
    words
        All words of the corpus.
    window
        Words on each side of the node in which the other word is sought.

    Returns
    -------
    float
        0 where they stand together as often as chance would have it, 1 at twice as often.

    Examples
    --------
    >>> round(mutual_information(5, 10, 10, words=10_000, window=5), 2)
    5.64
    """
    return math.log2(together * words / (x * y * 2 * window))


def collocates(
    tokens: pd.DataFrame,
    node: str,
    *,
    window: int = COLLOCATION_WINDOW,
    least: int = LEAST_COOCCURRENCES,
    stop_words: bool = False,
) -> pd.DataFrame:
    """Return the collocates of a node over all texts of a token table.

    Parameters
    ----------
    tokens
        As from `token_table`.
    node
        A word.
    window
        Words on each side.
    least
        Fewest co-occurrences that are listed.
    stop_words
        Whether stop words are listed; they take up places of the window either way.

    Returns
    -------
    DataFrame
        Columns of `Collocate`, by falling logDice, then by code point. The node is no collocate of itself.
    """
    frequencies = Counter(tokens["token"])
    nodes: Counter[str] = Counter()  # mentions of the node with the word in its window
    others: Counter[str] = Counter()  # mentions of the word with the node in its window
    texts: defaultdict[str, set[str]] = defaultdict(set)
    # only sentences that have the node are looked at
    with_node = tokens[tokens["token"] == node][["doc_id", "sentence"]].drop_duplicates()
    for (doc_id, _), own in tokens.merge(with_node).groupby(["doc_id", "sentence"], sort=False):
        words = own["token"].tolist()
        near: set[int] = set()
        for place in (place for place, word in enumerate(words) if word == node):
            around = {i for i in range(max(0, place - window), min(len(words), place + window + 1)) if words[i] != node}
            nodes.update({words[i] for i in around})
            near |= around
        others.update(words[i] for i in near)
        for i in near:
            texts[words[i]].add(str(doc_id))
    left_out = frozenset() if stop_words else segment.stop_words()
    rows = []
    for word in nodes.keys() - left_out:
        together, x, y = min(nodes[word], others[word]), frequencies[node], frequencies[word]
        if together >= least:
            mi = mutual_information(together, x, y, len(tokens), window)
            rows.append(Collocate(node, word, together, x, y, len(texts[word]), log_dice(together, x, y), mi))
    rows.sort(key=lambda row: (-row.log_dice, row.collocate))
    return pd.DataFrame(rows, columns=list(Collocate._fields))


def leading_collocates(tokens: pd.DataFrame, nodes: Sequence[str], most: int = 5) -> pd.DataFrame:
    """Return the first `most` collocates of each of some nodes: columns of `Collocate`, by node and falling logDice."""
    tables = [table for node in nodes if not (table := collocates(tokens, node).head(most)).empty]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=list(Collocate._fields))
