"""Glossary: pinyin and English gloss of the terms, slogans, metaphors and words of stance.

The glosses stand in `data/glossary.csv` (terms), `data/slogan_glosses.csv` and the lexicons of metaphors and stance.
`glossary_table` lists those that the texts have; `glossary_card` and `glossary_anchor` serve the pages of the book.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import pypinyin

from .. import paths
from ..rhetoric import STANCE, expression_glosses
from ..runs.files import read_rows
from ..texts.corpus import text_labels


@functools.cache
def term_glosses() -> dict[str, str]:
    """Return the English gloss of each term of `data/glossary.csv`."""
    return {row["term"]: row["gloss"] for row in read_rows(paths.GLOSSARY)}


@functools.cache
def slogan_glosses() -> dict[str, str]:
    """Return the English gloss of each slogan of `data/slogan_glosses.csv`; line ends inside a slogan are left out."""
    return {row["slogan"]: row["gloss"] for row in read_rows(paths.DATA / "slogan_glosses.csv")}


# What pypinyin reads otherwise: 干 as gān (dry), 脊 and 为 with another tone, 地 as dì (earth)
_READINGS = {
    "一企一干": "yī qǐ yī gàn",
    "硬脊梁": "yìng jǐ liáng",
    "久久为功": "jiǔ jiǔ wéi gōng",
    "坚定不移地": "jiān dìng bù yí de",
}
_TONES = frozenset("\u0300\u0301\u0304\u030c")
# GB/T 16159 writes the tone of the character, not the one that it takes in speech: yī gè, not yí gè
_UNCHANGED = {"一": "yī", "不": "bù", "+": "jiā"}
_DIGIT_NAMES = dict(zip("0123456789", ["líng", "yī", "èr", "sān", "sì", "wǔ", "liù", "qī", "bā", "jiǔ"], strict=True))
_RUNS = re.compile(r"[0-9]+|[\u3400-\u9fff]+|.")  # numbers, words, single marks


def pinyin_of(term: str, *, tones: bool = True) -> str:
    """Return a term in Hanyu pinyin, with or without tones, a space between syllables.

    Numbers are read: one or two digits as a number, more as a string, as in names.

    Examples
    --------
    >>> pinyin_of("冲锋号"), pinyin_of("冲锋号", tones=False)
    ('chōng fēng hào', 'chong feng hao')
    >>> pinyin_of("1+838"), pinyin_of("20条")
    ('yī jiā bā sān bā', 'èr shí tiáo')
    """
    read = _READINGS.get(term) or " ".join(_syllables(term))
    plain = "".join(sign for sign in unicodedata.normalize("NFD", read) if sign not in _TONES)
    return read if tones else unicodedata.normalize("NFC", plain)


def _syllables(term: str) -> list[str]:
    """Return the syllables of a term; marks between its words stay marks."""
    found = []
    for run in _RUNS.findall(term):
        if run[0] in _DIGIT_NAMES:
            found += _number_syllables(run)
        else:
            sounds = pypinyin.lazy_pinyin(run, style=pypinyin.Style.TONE)
            found += [_UNCHANGED.get(sign, sound) for sign, sound in zip(run, sounds, strict=True)]
    return found


def _number_syllables(digits: str) -> list[str]:
    """Return a number of one or two digits as it is read (èr shí), a longer one digit by digit."""
    names = [_DIGIT_NAMES[digit] for digit in digits]
    if len(digits) != 2:
        return names
    return [*names[: digits[0] != "1"], "shí", *names[1 : 1 + (digits[1] != "0")]]


class GlossaryEntry(NamedTuple):
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
def all_glosses() -> dict[str, tuple[str, str]]:
    """Return kind and English gloss of every expression.

    An expression of several kinds has the first: slogan, then term, metaphor, stance.
    """
    sources = {
        "slogan": slogan_glosses(),
        "term": term_glosses(),
        "metaphor": expression_glosses(),
        "stance": expression_glosses(STANCE),
    }
    found: dict[str, tuple[str, str]] = {}
    for kind, words in sources.items():
        for word, gloss in words.items():
            found.setdefault(word, (kind, gloss))
    return found


def glossary_card(term: str) -> str:
    """Return what a card says of an expression: "chōng fēng hào: bugle call to charge"."""
    return f"{pinyin_of(term)}: {all_glosses()[term][1]}"


def glossary_anchor(term: str) -> str:
    """Return the anchor of an entry on the page of the glossary: the code points of the term, in ASCII.

    Examples
    --------
    >>> glossary_anchor("冲锋")
    'g-51b2-950b'
    """
    return "g-" + "-".join(f"{ord(sign):x}" for sign in term)


def glossary_table(docs: pd.DataFrame, registers: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the expressions that stand in the texts, by pinyin.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    registers
        Where expressions of each kind stand (slogan, term, metaphor, stance): tables with `doc_id`, `start` and `end`,
        in the order in which a first place is looked for.

    Returns
    -------
    DataFrame
        Columns of `GlossaryEntry`. A place is one where the rules find the expression itself: 全力 (with full force)
        does not stand inside 全力以赴, nor a vow (誓) inside 誓师. An expression that they find nowhere has no row.
    """
    labels, raws = text_labels(docs), dict(zip(docs["doc_id"], docs["raw"], strict=True))
    rows: dict[str, GlossaryEntry] = {}
    for kind, register in registers.items():
        for doc_id, start, end in register[["doc_id", "start", "end"]].itertuples(index=False, name=None):
            quote = raws[doc_id][start:end]
            term = "".join(quote.split())
            known, gloss = all_glosses().get(term, ("", ""))
            if kind == known and term not in rows:
                sounds = pinyin_of(term)
                rows[term] = GlossaryEntry(term, sounds, gloss, kind, doc_id, labels[doc_id], start, end, quote)
    ordered = sorted(rows.values(), key=lambda entry: (pinyin_of(entry.term, tones=False), entry.term))
    return pd.DataFrame(ordered, columns=list(GlossaryEntry._fields))
