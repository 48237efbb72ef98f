r"""Keyness: which words are more frequent in one group of texts than in another, and by how much.

With a word a times among c words of the target and b times among d words of the reference:

- G2, the log-likelihood ratio of Dunning (1993) in its four-cell form, over the cells a, b, c - a and d - b of the
  2 x 2 table: G2 = 2 * sum(O * ln(O / E)). (The two-cell form of Rayson and Garside leaves c - a and d - b out.) It is
  given the sign of the difference, so that swapping the groups flips it.
- Log ratio (Hardie 2014): log2((a / c) / (b / d)); a count of zero is taken as 0.5. One point is a doubling.
- BIC (Wilson 2013): |G2| - ln(c + d). Above 2 counts as some evidence, above 10 as very strong.
- p from the chi-squared distribution with one degree of freedom, q after Benjamini and Hochberg (1995) over all words
  compared. Words of a text are no independent draws, so that both order words and test nothing.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels
from . import segment
from .segment import PER_WORDS

LEAST_MENTIONS = 3  # mentions in the target below which a word is not shown as a keyword


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


def log_likelihood(a: int, b: int, c: int, d: int) -> float:
    """Return the signed log-likelihood ratio of a word in the four-cell form (Dunning 1993).

    Parameters
    ----------
    a, b
        Mentions in the target and in the reference.
    c, d
        Words of the target and of the reference, each above zero.
    """
    total = c + d
    cells = ((a, c, a + b), (b, d, a + b), (c - a, c, total - a - b), (d - b, d, total - a - b))
    value = 2 * sum(seen * math.log(seen * total / (size * row)) for seen, size, row in cells if seen)
    return math.copysign(value, a * d - b * c)  # at equal rates every logarithm is that of 1, exactly


def log_ratio(a: int, b: int, c: int, d: int) -> float:
    """Return the binary logarithm of the ratio of two rates (Hardie 2014); a count of zero is taken as 0.5."""
    return math.log2((a or 0.5) / c) - math.log2((b or 0.5) / d)


def p_value(statistic: float) -> float:
    """Return the upper tail of the chi-squared distribution with one degree of freedom at |statistic|."""
    return math.erfc(math.sqrt(abs(statistic) / 2))


def adjust_p_values(p_values: Sequence[float]) -> list[float]:
    """Return p-values adjusted after Benjamini and Hochberg (1995): q_(i) = min over j >= i of p_(j) * m / j."""
    order = sorted(range(len(p_values)), key=p_values.__getitem__, reverse=True)
    found = [1.0] * len(p_values)
    least = 1.0
    for behind, index in enumerate(order):
        least = min(least, p_values[index] * len(p_values) / (len(p_values) - behind))
        found[index] = least
    return found


def compare_tokens(target: pd.DataFrame, reference: pd.DataFrame, *, stop_words: bool = False) -> pd.DataFrame:
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
    return compare_counts(first, len(target), second, len(reference), stop_words=stop_words)


def compare_counts(
    first: Mapping[str, int], c: int, second: Mapping[str, int], d: int, *, stop_words: bool = False
) -> pd.DataFrame:
    """Return the keyness of every word of two tables of counts: as `compare_tokens`, from the mentions of each word.

    Parameters
    ----------
    first, second
        How often each word stands in the target and in the reference.
    c, d
        All words of the target and of the reference, also those that are not compared.
    stop_words
        As in `compare_tokens`.
    """
    compared = sorted({*first, *second} - (frozenset() if stop_words else segment.stop_words())) if c and d else []
    pairs = [(first.get(word, 0), second.get(word, 0)) for word in compared]
    statistics = [log_likelihood(a, b, c, d) for a, b in pairs]
    p = [p_value(statistic) for statistic in statistics]
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


def corpus_contrasts(docs: pd.DataFrame) -> list[Contrast]:
    """Return the comparisons that a corpus allows.

    Each text against all others, the latest text of a place against its earlier ones, news against other genres. A text
    that joins the corpus joins them.
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

    Returns
    -------
    DataFrame
        Columns `contrast`, `kind` and those of `Keyness`.
    """
    tables = []
    for contrast in corpus_contrasts(docs):
        own = tokens[tokens["doc_id"].isin(contrast.target)]
        rest = tokens[tokens["doc_id"].isin(contrast.reference)]
        tables.append(compare_tokens(own, rest).assign(contrast=contrast.contrast, kind=contrast.kind))
    columns = ["contrast", "kind", *Keyness._fields]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def leading_keywords(
    table: pd.DataFrame, most: int = 10, *, kinds: Sequence[str] = ("text", "time", "genre")
) -> pd.DataFrame:
    """Return the first `most` keywords of each contrast of some kinds.

    A keyword has at least `LEAST_MENTIONS` mentions in the target and a positive BIC; keywords are ordered by `g2`.
    """
    chosen = table[
        table["kind"].isin(kinds) & (table["frequency"] >= LEAST_MENTIONS) & (table["g2"] > 0) & (table["bic"] > 0)
    ]
    return chosen.groupby("contrast", sort=False).head(most).reset_index(drop=True)
