"""Word sequences: n-grams, lexical bundles that texts share, and four-character expressions (四字格) and idioms (成语).

A sequence never runs over a mark, a number or a space. Lexical bundles (Biber et al. 1999) are sequences that recur in
several texts; their thresholds were made for millions of words and are lowered here to what five short texts allow.

References
----------
Biber, D., Johansson, S., Leech, G., Conrad, S. and Finegan, E. (1999). Longman Grammar of Spoken and Written English,
chapter 13. Longman.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from ..characters import HAN
from ..texts import PER_CHARACTERS, count_characters
from ..texts.corpus import text_labels
from .segment import PER_WORDS, dictionary_idioms

BUNDLE_LENGTHS = (3, 4, 5)  # words of a bundle
LEAST_BUNDLE = 3  # mentions of a bundle
LEAST_BUNDLE_RANGE = 2  # texts that have it

_HAN = re.compile(f"[{HAN}]+")
_BETWEEN_MARKS = re.compile(rf"[^{HAN}A-Za-z0-9+.%]+")


class Ngram(NamedTuple):
    """A sequence of words."""

    ngram: str  # its words, a space between them
    length: int  # how many words
    frequency: int
    per_10k: float  # per 10,000 words
    range: int  # number of texts that have it
    texts: int


class FourCharacters(NamedTuple):
    """Four-character expressions of one text."""

    doc_id: str
    label: str
    measure: str  # words, idioms or phrases between marks
    mentions: int
    types: int
    characters: int  # of the reading text, without spaces and line ends
    per_1000: float


def count_ngrams(tokens: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return all n-grams, the sequences of `n` words.

    Parameters
    ----------
    tokens
        As from `token_table`.
    n
        Words of a sequence, at least 1.

    Returns
    -------
    DataFrame
        Columns of `Ngram`, by falling frequency, then range, then code point.
    """
    counts: Counter[str] = Counter()
    texts: dict[str, set[str]] = {}
    for doc_id, own in tokens.groupby("doc_id", sort=False):
        for run in _runs(own["token"].tolist(), own["joined"].tolist()):
            for start in range(len(run) - n + 1):
                sequence = " ".join(run[start : start + n])
                counts[sequence] += 1
                texts.setdefault(sequence, set()).add(str(doc_id))
    total = tokens["doc_id"].nunique()
    rows = [
        Ngram(sequence, n, count, count / len(tokens) * PER_WORDS, len(texts[sequence]), total)
        for sequence, count in counts.items()
    ]
    rows.sort(key=lambda row: (-row.frequency, -row.range, row.ngram))
    return pd.DataFrame(rows, columns=list(Ngram._fields))


def _runs(words: Sequence[str], joined: Sequence[bool]) -> list[list[str]]:
    """Return the words in runs that nothing interrupts."""
    runs: list[list[str]] = []
    for word, follows in zip(words, joined, strict=True):
        if follows and runs:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def lexical_bundles(
    tokens: pd.DataFrame, *, least: int = LEAST_BUNDLE, least_range: int = LEAST_BUNDLE_RANGE
) -> pd.DataFrame:
    """Return the lexical bundles: the sequences of three to five words that recur in several texts.

    A sequence that always stands inside the same longer one is left out.

    Parameters
    ----------
    tokens
        As from `token_table`.
    least
        Fewest mentions.
    least_range
        Fewest texts.

    Returns
    -------
    DataFrame
        Columns of `Ngram`, by falling range, then frequency, then code point.
    """
    table = pd.concat([count_ngrams(tokens, n) for n in BUNDLE_LENGTHS], ignore_index=True)
    table = table[(table["frequency"] >= least) & (table["range"] >= least_range)]
    records = table[["ngram", "length", "frequency"]].to_dict("records")
    inside = {
        short["ngram"]
        for short, long in itertools.permutations(records, 2)
        if short["frequency"] == long["frequency"]
        and short["length"] < long["length"]
        and f" {short['ngram']} " in f" {long['ngram']} "
    }
    table = table[~table["ngram"].isin(inside)]
    return table.sort_values(["range", "frequency", "ngram"], ascending=[False, False, True]).reset_index(drop=True)


def four_character_expressions(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the four-character expressions of each text per 1,000 characters.

    Three measures are given: `words` of four Han characters by the segmenter; `idioms`, those of them that jieba's
    dictionary tags as 成语; and `phrases`, stretches of exactly four Han characters between two marks, which is the
    rhythm that a listener hears (千帆竞发，百舸争流).

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.

    Returns
    -------
    DataFrame
        Columns of `FourCharacters`, three rows a text.
    """
    rows = []
    for (doc_id, label), read in zip(text_labels(docs).items(), docs["reading"], strict=True):
        words = [word for word in tokens.loc[tokens["doc_id"] == doc_id, "token"] if is_four_characters(word)]
        found = {
            "words": words,
            "idioms": [word for word in words if word in dictionary_idioms()],
            "phrases": [part for part in _BETWEEN_MARKS.split(read.text) if is_four_characters(part)],
        }
        size = count_characters(read.text)
        rows += [
            FourCharacters(doc_id, label, name, len(own), len(set(own)), size, len(own) / size * PER_CHARACTERS)
            for name, own in found.items()
        ]
    return pd.DataFrame(rows, columns=list(FourCharacters._fields))


def is_four_characters(word: str) -> bool:
    """Return whether a word has exactly four characters, all Han."""
    return len(word) == 4 and bool(_HAN.fullmatch(word))
