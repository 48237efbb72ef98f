"""Segmentation sensitivity: how much the count of a word depends on what cuts the text into words.

The same reading texts are cut four ways: by jieba alone, with the lexicon (the study's way), with the lexicon but
without the hidden Markov model that guesses unknown words, and not at all (every place where the characters stand).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from .segment import cut_words, plain_tokenizer

PLAIN, LEXICON_CUTTER, NO_GUESS, SUBSTRING = "jieba plain", "with lexicon", "without HMM", "exact substring"
CUTTERS = (PLAIN, LEXICON_CUTTER, NO_GUESS, SUBSTRING)
_CUTS: dict[str, Callable[[str], Iterable[str]]] = {
    PLAIN: lambda text: plain_tokenizer().cut(text),
    LEXICON_CUTTER: cut_words,
    NO_GUESS: lambda text: cut_words(text, guess=False),
}


class CutterCount(NamedTuple):
    """How often a term is counted under one cutter."""

    term: str
    cutter: str
    frequency: int  # over all texts
    rank: int  # among the terms under this cutter, 1 is the most frequent; equal counts share the better rank
    texts: int


def counts_by_cutter(docs: pd.DataFrame, terms: Sequence[str]) -> pd.DataFrame:
    """Return the count of each term under each cutter.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    terms
        Words.

    Returns
    -------
    DataFrame
        Columns of `CutterCount`, in the order of `terms` and of `CUTTERS`.
    """
    texts = [read.text for read in docs["reading"]]
    found = {name: Counter(word for text in texts for word in cut(text)) for name, cut in _CUTS.items()}
    found[SUBSTRING] = Counter({term: sum(text.count(term) for text in texts) for term in terms})
    rows = []
    for term in dict.fromkeys(terms):
        for name in CUTTERS:
            rank = 1 + sum(found[name][other] > found[name][term] for other in set(terms))
            rows.append(CutterCount(term, name, found[name][term], rank, len(docs)))
    return pd.DataFrame(rows, columns=list(CutterCount._fields))


def cutters_side_by_side(table: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each term with its count under each cutter and the `difference` of the greatest and the least.

    Parameters
    ----------
    table
        As from `counts_by_cutter`.
    """
    wide = table.pivot_table(index="term", columns="cutter", values="frequency", aggfunc="sum", sort=False)
    wide = wide.reindex(columns=list(CUTTERS)).rename_axis(None, axis=1)
    wide = wide.assign(difference=wide.max(axis=1) - wide.min(axis=1))
    return wide.reset_index()
