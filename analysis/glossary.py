"""Glossary: terms, slogans and figures of speech with pinyin, English gloss and first place in the texts."""

import functools
from typing import NamedTuple

import pandas as pd

from analysis import corpus, profiles, rhetoric, terms


class Entry(NamedTuple):
    """An expression of the glossary; a row of its table."""

    term: str
    pinyin: str
    gloss: str  # English
    kind: str  # term, slogan, metaphor or stance
    doc_id: str  # the first text that has it
    label: str
    start: int  # of its first place; raw[start:end] == quote
    end: int
    quote: str


@functools.cache
def glosses() -> dict[str, tuple[str, str]]:
    """Return kind and English gloss of every expression: slogans first, then terms, metaphors and words of stance."""
    sources = {
        "slogan": terms.slogan_glosses(),
        "term": terms.glosses(),
        "metaphor": rhetoric.glosses(),
        "stance": rhetoric.glosses(rhetoric.STANCE),
    }
    found: dict[str, tuple[str, str]] = {}
    for kind, words in sources.items():
        for word, gloss in words.items():
            found.setdefault(word, (kind, gloss))
    return found


def card(term: str) -> str:
    """Return what a card says of an expression: "chōng fēng hào: bugle call to charge"."""
    return f"{terms.pinyin(term)}: {glosses()[term][1]}"


def anchor(term: str) -> str:
    """Return the ASCII name of an entry on the page of the glossary, the code points of the term: g-51b2-950b."""
    return "g-" + "-".join(f"{ord(sign):x}" for sign in term)


def table(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the expressions that stand in the texts, by pinyin.

    Parameters
    ----------
    docs
        As from `corpus.read`, in the order in which a first place is looked for.

    Returns
    -------
    DataFrame
        Columns of `Entry`.
    """
    labels = profiles.labels(docs)
    rows = []
    for term, (kind, gloss) in glosses().items():
        for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True):
            place = read.text.find(term)
            if place >= 0:
                start, end = read.raw_span(place, place + len(term))
                sounds = terms.pinyin(term)
                rows.append(Entry(term, sounds, gloss, kind, doc_id, labels[doc_id], start, end, read.raw[start:end]))
                break
    rows.sort(key=lambda entry: (terms.pinyin(entry.term, tones=False), entry.term))
    return pd.DataFrame(rows, columns=list(Entry._fields))


@functools.cache
def listed() -> frozenset[str]:
    """Return the expressions that stand in the texts of the corpus: those that have an entry in the book."""
    return frozenset(table(corpus.read())["term"])


def facts(entries: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes, from `table`."""
    kinds = entries["kind"].value_counts()
    return {"glossed": f"{len(entries):,}"} | {f"glossed-{kind}s": f"{count:,}" for kind, count in kinds.items()}
