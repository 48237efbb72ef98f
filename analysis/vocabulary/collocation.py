"""Collocation: which words keep company with a node word, within a window of words in the same sentence.

- logDice (Rychlý 2008): 14 + log2(2 * f_xy / (f_x + f_y)), at most 14; it does not depend on the size of the corpus.
- MI (Church and Hanks 1990) with the window in the expectation: log2(f_xy * N / (f_x * f_y * 2 * window)). It favours
  rare words, so that it stands beside logDice and orders nothing.

f_x and f_y are the mentions of the two words, N all words. f_xy pairs a mention of one with at most one of the other:
it is the smaller of the mentions of x with a y in the window and the mentions of y with an x in it. So it never exceeds
f_x or f_y, and the two words can change places.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from . import segment

COLLOCATION_WINDOW = 5  # words on each side; marks and bare numbers are no words
LEAST_COOCCURRENCES = 3  # co-occurrences


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
    """Return logDice of two words (Rychlý 2008), from their co-occurrences and mentions, all above zero."""
    return 14 + math.log2(2 * together / (x + y))


def mutual_information(together: int, x: int, y: int, words: int, window: int = COLLOCATION_WINDOW) -> float:
    """Return MI: co-occurrences over those expected in a window of `2 * window` words, as a binary logarithm."""
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
    """Return the first `most` collocates of each of some nodes, with the columns of `Collocate`."""
    tables = [table for node in nodes if not (table := collocates(tokens, node).head(most)).empty]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=list(Collocate._fields))
