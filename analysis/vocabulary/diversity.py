"""Lexical diversity: how varied the words of a text are, and how long its sentences and clauses.

The type-token ratio, the share of different words, falls with length, so that it cannot compare texts of unequal
length. Two measures that resist it are given (McCarthy and Jarvis 2010): MTLD, the mean length of stretches in which
the ratio stays above 0.72, read forwards and backwards; and HD-D, the ratio to be expected in 42 words drawn without
replacement. `word_ranks` gives the points of Zipf's curve.

References
----------
McCarthy, P. M. and Jarvis, S. (2010). MTLD, vocd-D, and HD-D: a validation study of sophisticated approaches to lexical
diversity assessment. Behavior Research Methods 42, 381-392.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels
from .frequency import term_frequencies
from .segment import dictionary_tags

MTLD_FACTOR = 0.72  # type-token ratio at which a stretch ends (McCarthy and Jarvis 2010)
HDD_SAMPLE = 42  # words (McCarthy and Jarvis 2010)
_VERBS = frozenset({"v", "vd", "vg", "vi", "vq"})  # tags of jieba's dictionary


class Diversity(NamedTuple):
    """Lexical diversity and lengths of one text."""

    doc_id: str
    label: str
    words: int  # stop words included
    types: int  # different words
    mtld: float  # words
    hdd: float  # from 1 / 42 to 1; nan below 42 words
    sentences: int  # with at least one word
    clauses: int
    words_per_sentence: float
    median_sentence: float  # words
    words_per_clause: float
    verb_share: float  # of the words, verbs by the dictionary's commonest tag
    verbal_noun_share: float  # of the words, verbs that mostly stand as nouns (发展, 建设; tag vn)


class Rank(NamedTuple):
    """A word of one text by its rank: a point of Zipf's curve."""

    doc_id: str
    label: str
    token: str
    rank: int  # 1 is the most frequent; equal frequencies are ranked by code point
    frequency: int
    per_10k: float  # frequency per 10,000 words
    words: int  # of the text


def mtld(words: Sequence[str], factor: float = MTLD_FACTOR) -> float:
    """Return MTLD, the measure of textual lexical diversity (McCarthy and Jarvis 2010).

    A stretch (a factor) is complete when its type-token ratio falls to `factor` or below; the rest of the text counts
    as the part (1 - ratio) / (1 - factor) of one. MTLD is words / stretches, the mean of both directions.

    Parameters
    ----------
    words
        The words of a text in their order.
    factor
        The type-token ratio at which a stretch ends.

    Returns
    -------
    float
        Mean length of a stretch, in words; more is more diverse. The length of the text where no word is repeated, nan
        for the empty text.

    Examples
    --------
    >>> mtld("吹响 号角 吹响 号角 吹响 号角".split())
    3.0
    """
    if not words:
        return math.nan
    return (_stretch(words, factor) + _stretch(words[::-1], factor)) / 2


def _stretch(words: Sequence[str], factor: float) -> float:
    """Return the mean length of the stretches of a text in one direction."""
    factors = 0.0
    seen: set[str] = set()
    length = 0
    for word in words:
        seen.add(word)
        length += 1
        if len(seen) / length <= factor:
            factors += 1
            seen, length = set(), 0
    if length:
        factors += (1 - len(seen) / length) / (1 - factor)
    return len(words) / factors if factors else float(len(words))


def hdd(words: Sequence[str], drawn: int = HDD_SAMPLE) -> float:
    """Return HD-D, the type-token ratio to be expected in a sample of words (McCarthy and Jarvis 2010).

    It is the sum over different words of (1 - P) / drawn, where P is the hypergeometric chance that a word with f of N
    mentions is not drawn: P = C(N - f, drawn) / C(N, drawn).

    Parameters
    ----------
    words
        The words of a text.
    drawn
        How many are drawn without replacement.

    Returns
    -------
    float
        From 1 / drawn to 1; nan if the text is shorter than the sample.

    Examples
    --------
    Of three words, one of them twice, every pair but one has two different words:

    >>> round(hdd(["号角", "号角", "项目"], drawn=2), 3)
    0.833
    """
    total = len(words)
    if total < drawn:
        return math.nan
    ways = math.comb(total, drawn)
    alike = Counter(Counter(words).values())  # words of the same frequency have the same chance
    return sum(n * (1 - math.comb(total - f, drawn) / ways) for f, n in alike.items()) / drawn


def lexical_diversity(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return lexical diversity and lengths of every text: columns of `Diversity`.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.
    """
    rows = []
    for doc_id, label in text_labels(docs).items():
        own = tokens[tokens["doc_id"] == doc_id]
        words = own["token"].tolist()
        tags = [dictionary_tags().get(word, "") for word in words]
        sentences, clauses = own.groupby("sentence").size(), own.groupby("clause").size()
        rows.append(
            Diversity(
                doc_id,
                label,
                len(words),
                len(set(words)),
                mtld(words),
                hdd(words),
                len(sentences),
                len(clauses),
                float(sentences.mean()),
                float(sentences.median()),
                float(clauses.mean()),
                _share(tags, _VERBS),
                _share(tags, {"vn"}),
            )
        )
    return pd.DataFrame(rows, columns=list(Diversity._fields))


def _share(tags: Sequence[str], sought: frozenset[str] | set[str]) -> float:
    return sum(tag in sought for tag in tags) / len(tags) if tags else 0.0


def word_ranks(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return every word of every text, stop words included, by rank: columns of `Rank`.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.
    """
    table = term_frequencies(tokens, stop_words=True)
    table = table.assign(
        rank=table.groupby("doc_id", sort=False).cumcount() + 1, label=table["doc_id"].map(text_labels(docs))
    )
    return table[list(Rank._fields)]
