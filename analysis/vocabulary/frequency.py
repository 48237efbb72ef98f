"""Term frequency: how often a word stands in each text, per 10,000 words, and its range, the texts that have it.

Rates are compared instead of counts because the longest text has four times the words of the shortest. From a token
table `term_frequencies` counts the words of each text, `term_spread` those of all texts together; `most_spread_terms`
chooses terms, and `compared_rates` sets them side by side with pinyin and gloss.
"""

from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels
from . import segment
from .glossary import pinyin_of, term_glosses
from .segment import PER_WORDS


class Frequency(NamedTuple):
    """How often a word stands in one text."""

    doc_id: str
    token: str
    frequency: int  # absolute: how many times
    words: int  # words of the text, stop words included
    per_10k: float  # frequency per 10,000 words


class Spread(NamedTuple):
    """How often a word stands in all texts together."""

    token: str
    frequency: int  # absolute: how many times
    per_10k: float  # frequency per 10,000 words of all texts
    mean_per_10k: float  # mean of the texts' own rates, so that a long text counts no more than a short one
    range: int  # number of texts that have the word
    texts: int  # number of texts


def term_frequencies(tokens: pd.DataFrame, *, stop_words: bool = False) -> pd.DataFrame:
    """Return the frequency of every word in every text that has it.

    Parameters
    ----------
    tokens
        As from `token_table`.
    stop_words
        Whether stop words are listed too. They count among the words of a text either way, so that a rate does not
        depend on the list.

    Returns
    -------
    DataFrame
        Columns of `Frequency`, texts in the order of `tokens`, within a text by falling frequency, then by code point.
    """
    words = tokens.groupby("doc_id", sort=False).size()
    counts = tokens.groupby(["doc_id", "token"], sort=False).size().rename("frequency").reset_index()
    if not stop_words:
        counts = counts[~counts["token"].isin(segment.stop_words())]
    table = counts.assign(words=counts["doc_id"].map(words).astype(int))
    table = table.assign(per_10k=table["frequency"] / table["words"] * PER_WORDS)
    order = {doc_id: place for place, doc_id in enumerate(words.index)}
    table = table.assign(place=table["doc_id"].map(order)).sort_values(
        ["place", "frequency", "token"], ascending=[True, False, True]
    )
    return table[list(Frequency._fields)].reset_index(drop=True)


def term_spread(frequencies: pd.DataFrame, texts: int) -> pd.DataFrame:
    """Return the frequency and the range of every word over all texts.

    Parameters
    ----------
    frequencies
        As from `term_frequencies`.
    texts
        Number of texts compared.

    Returns
    -------
    DataFrame
        Columns of `Spread`, by falling range, then by falling mean rate, then by code point.
    """
    total = frequencies.drop_duplicates("doc_id")["words"].sum()
    grouped = frequencies.groupby("token", sort=False)
    table = grouped.agg(
        frequency=("frequency", "sum"), summed=("per_10k", "sum"), range=("doc_id", "nunique")
    ).reset_index()
    table = table.assign(
        per_10k=table["frequency"] / max(total, 1) * PER_WORDS,
        mean_per_10k=table["summed"] / max(texts, 1),
        texts=texts,
    )
    table = table.sort_values(["range", "mean_per_10k", "token"], ascending=[False, False, True])
    return table[list(Spread._fields)].reset_index(drop=True)


def most_spread_terms(spread: pd.DataFrame, n: int = 20) -> list[str]:
    """Return the first `n` terms of two characters and more, in the order of a table of `term_spread`."""
    return spread.loc[spread["token"].str.len() > 1, "token"].head(n).tolist()


def compared_rates(docs: pd.DataFrame, frequencies: pd.DataFrame, terms: list[str]) -> pd.DataFrame:
    """Return the rates of terms in every text, a row a term and text.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    frequencies
        As from `term_frequencies`.
    terms
        The words to compare.

    Returns
    -------
    DataFrame
        Columns `term`, `pinyin`, `gloss` (empty if the glossary lacks it), `doc_id`, `label`, `frequency`, `words` and
        `per_10k`; a row for each term and text, also where the text lacks the term.
    """
    words = frequencies.drop_duplicates("doc_id").set_index("doc_id")["words"]
    counts = frequencies.set_index(["doc_id", "token"])["frequency"]
    rows = []
    for term in terms:
        for doc_id, label in text_labels(docs).items():
            count = int(counts.get((doc_id, term), 0))
            size = int(words[doc_id])
            rows.append(
                (
                    term,
                    pinyin_of(term),
                    term_glosses().get(term, ""),
                    doc_id,
                    label,
                    count,
                    size,
                    count / size * PER_WORDS,
                )
            )
    columns = ["term", "pinyin", "gloss", "doc_id", "label", "frequency", "words", "per_10k"]
    return pd.DataFrame(rows, columns=columns)
