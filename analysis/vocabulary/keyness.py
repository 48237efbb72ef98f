"""Keyness: which words are more frequent in one group of texts than in another, and by how much.

With a word a times among c words of the target and b times among d words of the reference:

- G2, the log-likelihood ratio of Dunning (1993) in its four-cell form, over the cells a, b, c - a and d - b of the
  2 x 2 table: G2 = 2 * sum of O * ln(O / E). (The two-cell form of Rayson and Garside 2000 leaves c - a and d - b out.)
  It is given the sign of the difference, so that swapping the groups flips it.
- Log ratio (Hardie 2014): log2((a / c) / (b / d)); a count of zero is taken as 0.5. One point is a doubling.
- BIC (Wilson 2013): abs(G2) - ln(c + d). Above 2 counts as some evidence, above 10 as very strong.
- p from the chi-squared distribution with one degree of freedom, q after Benjamini and Hochberg (1995) over all words
  compared. Words of a text are no independent draws, so that both order words and test nothing.

References
----------
Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics 19,
61-74.

Rayson, P. and Garside, R. (2000). Comparing corpora using frequency profiling. Proceedings of the Workshop on Comparing
Corpora, 1-6.

Hardie, A. (2014). Log ratio: an informal introduction. ESRC Centre for Corpus Approaches to Social Science, Lancaster.

Wilson, A. (2013). Embracing Bayes factors for key item analysis in corpus linguistics. In M. Bieswanger and A.
Koll-Stobbe (eds.), New Approaches to the Study of Linguistic Variability, 3-11. Lang.

Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful approach to
multiple testing. Journal of the Royal Statistical Society B 57, 289-300.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels
from . import segment
from .segment import PER_WORDS

LEAST_MENTIONS = 3  # in the target: a word that stands there once or twice is not shown as a keyword


class Keyness(NamedTuple):
    """How a word differs between target and reference."""

    token: str
    frequency: int  # in the target
    reference_frequency: int
    words: int  # of the target, stop words included
    reference_words: int
    per_10k: float
    reference_per_10k: float
    g2: float  # signed: above 0 where the target has more
    log_ratio: float
    bic: float
    p: float
    q: float  # after Benjamini and Hochberg


class Contrast(NamedTuple):
    """Two groups of texts to be compared."""

    contrast: str
    contrast_zh: str
    kind: str  # text, time or genre
    target: tuple[str, ...]  # ids of texts
    reference: tuple[str, ...]


# The statistics of one word


def log_likelihood(a: int, b: int, c: int, d: int) -> float:
    """Return the signed log-likelihood ratio G2 of a word in the four-cell form (Dunning 1993).

    G2 = 2 * sum of O * ln(O / E) over the cells a, b, c - a and d - b, where E is the count that equal rates would
    give: for a it is (a + b) * c / (c + d).

    Parameters
    ----------
    a, b
        Mentions in the target and in the reference.
    c, d
        Words of the target and of the reference, each above zero.

    Returns
    -------
    float
        Above 0 where the target has the higher rate, below 0 where the reference has it.

    Examples
    --------
    20 mentions among 1,000 words, against 50 among 10,000:

    >>> round(log_likelihood(20, 50, 1_000, 10_000), 2)
    21.9
    >>> round(log_likelihood(50, 20, 10_000, 1_000), 2)
    -21.9
    """
    total = c + d
    cells = ((a, c, a + b), (b, d, a + b), (c - a, c, total - a - b), (d - b, d, total - a - b))
    value = 2 * sum(seen * math.log(seen * total / (size * row)) for seen, size, row in cells if seen)
    return math.copysign(value, a * d - b * c)  # at equal rates every logarithm is that of 1, exactly


def log_ratio(a: int, b: int, c: int, d: int) -> float:
    """Return log2((a / c) / (b / d)), the binary logarithm of the ratio of two rates (Hardie 2014).

    Parameters
    ----------
    a, b, c, d
        As in `log_likelihood`; a count of zero is taken as 0.5.

    Examples
    --------
    Four times the rate is two doublings:

    >>> log_ratio(20, 50, 1_000, 10_000)
    2.0
    """
    return math.log2((a or 0.5) / c) - math.log2((b or 0.5) / d)


def chi_squared_p_value(statistic: float) -> float:
    """Return the upper tail of the chi-squared distribution with one degree of freedom at abs(statistic).

    Examples
    --------
    >>> round(chi_squared_p_value(3.841459), 4)
    0.05
    """
    return math.erfc(math.sqrt(abs(statistic) / 2))


def adjust_p_values(p_values: Sequence[float]) -> list[float]:
    """Return p-values adjusted for the number of tests, after Benjamini and Hochberg (1995).

    With m values in rising order, q_i is the least of p_j * m / j over all j from i to m.

    Parameters
    ----------
    p_values
        Shape (m,): in any order.

    Returns
    -------
    list of float
        Shape (m,): in the order given, none above 1.

    Examples
    --------
    >>> [round(q, 3) for q in adjust_p_values([0.01, 0.04, 0.03])]
    [0.03, 0.04, 0.04]
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__, reverse=True)
    found = [1.0] * len(p_values)
    least = 1.0
    for behind, index in enumerate(order):
        least = min(least, p_values[index] * len(p_values) / (len(p_values) - behind))
        found[index] = least
    return found


# Tables of words


def keyness_of_tokens(target: pd.DataFrame, reference: pd.DataFrame, *, stop_words: bool = False) -> pd.DataFrame:
    """Return the keyness of every word of two token tables.

    Parameters
    ----------
    target, reference
        As from `token_table`.
    stop_words
        Whether stop words are compared too; they count among the words either way.

    Returns
    -------
    DataFrame
        Columns of `Keyness`, by falling `g2`, then by code point; empty if a side has no words.
    """
    first, second = Counter(map(str, target["token"])), Counter(map(str, reference["token"]))
    return keyness_of_counts(first, len(target), second, len(reference), stop_words=stop_words)


def keyness_of_counts(
    first: Mapping[str, int], c: int, second: Mapping[str, int], d: int, *, stop_words: bool = False
) -> pd.DataFrame:
    """Return the keyness of every word of two tables of counts, as `keyness_of_tokens` does of two token tables.

    Parameters
    ----------
    first, second
        How often each word stands in the target and in the reference.
    c, d
        All words of the target and of the reference, also those that are not compared.
    stop_words
        As in `keyness_of_tokens`.
    """
    compared = sorted({*first, *second} - (frozenset() if stop_words else segment.stop_words())) if c and d else []
    pairs = [(first.get(word, 0), second.get(word, 0)) for word in compared]
    statistics = [log_likelihood(a, b, c, d) for a, b in pairs]
    p = [chi_squared_p_value(statistic) for statistic in statistics]
    rows = [
        Keyness(
            word,
            a,
            b,
            c,
            d,
            a / c * PER_WORDS,
            b / d * PER_WORDS,
            statistic,
            log_ratio(a, b, c, d),
            abs(statistic) - math.log(c + d),
            p_,
            q,
        )
        for word, (a, b), statistic, p_, q in zip(compared, pairs, statistics, p, adjust_p_values(p), strict=True)
    ]
    rows.sort(key=lambda row: (-row.g2, row.token))
    return pd.DataFrame(rows, columns=list(Keyness._fields))


# The contrasts of a corpus


def corpus_contrasts(docs: pd.DataFrame) -> list[Contrast]:
    """Return the contrasts that a corpus allows.

    Each text against all others, the latest text of a place against its earlier ones, news against other genres. A text
    that is added to the corpus is added to them.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    """
    labels = text_labels(docs)
    found = []
    if len(labels) > 1:
        found += [
            Contrast(
                f"{label} against the others",
                f"{label}与其余文本",
                "text",
                (own,),
                tuple(sorted(labels.keys() - {own})),
            )
            for own, label in labels.items()
        ]
    for _, texts in docs.sort_values("date").groupby("place", sort=False):
        ids = texts["doc_id"].tolist()
        if texts["plan_year"].nunique() > 1:
            name = f"{labels[ids[-1]]} against {labels[ids[0]] if len(ids) == 2 else 'earlier texts'}"
            found.append(Contrast(name, name.replace(" against ", "与"), "time", (ids[-1],), tuple(ids[:-1])))
    news = docs["genre"].str.startswith("news")
    if news.any() and not news.all():
        groups = tuple(docs.loc[news, "doc_id"]), tuple(docs.loc[~news, "doc_id"])
        others = " and ".join(docs.loc[~news, "genre"].drop_duplicates())
        found.append(Contrast(f"news against {others}", "新闻与其他体裁", "genre", *groups))
    return found


def corpus_keyness(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the keyness of every word in every contrast.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.

    Returns
    -------
    DataFrame
        Columns `contrast`, `kind` and those of `Keyness`.
    """
    tables = []
    for contrast in corpus_contrasts(docs):
        own = tokens[tokens["doc_id"].isin(contrast.target)]
        rest = tokens[tokens["doc_id"].isin(contrast.reference)]
        tables.append(keyness_of_tokens(own, rest).assign(contrast=contrast.contrast, kind=contrast.kind))
    columns = ["contrast", "kind", *Keyness._fields]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def leading_keywords(
    table: pd.DataFrame, most: int = 10, *, kinds: Sequence[str] = ("text", "time", "genre")
) -> pd.DataFrame:
    """Return the leading keywords of each contrast.

    A keyword has at least `LEAST_MENTIONS` mentions in the target and a positive BIC; keywords are ordered by `g2`.

    Parameters
    ----------
    table
        As from `corpus_keyness`.
    most
        Keywords at most of a contrast.
    kinds
        Which kinds of contrast.
    """
    chosen = table[
        table["kind"].isin(kinds) & (table["frequency"] >= LEAST_MENTIONS) & (table["g2"] > 0) & (table["bic"] > 0)
    ]
    return chosen.groupby("contrast", sort=False).head(most).reset_index(drop=True)
