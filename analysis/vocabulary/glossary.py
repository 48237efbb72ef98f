"""Glossary: pinyin and English gloss of the terms, slogans, metaphors and words of stance.

`data/terms.csv` has one pinyin and one gloss for each term of the book, in prose, captions and tables alike; metaphors
and words of stance are glossed in their lexicons. Pinyin is written as in GB/T 16159-2012: words joined, ordinals with
a hyphen, numerals apart, figures as figures, the tone of the character.
`glossary_table` lists those that the texts have; `glossary_card` and `glossary_anchor` serve the pages of the book.
"""

import functools
import itertools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import pypinyin
from pypinyin.seg import simpleseg

from .. import paths
from ..characters import HAN
from ..rhetoric import STANCE, expression_glosses
from ..runs.files import read_rows
from ..texts.corpus import text_labels


class Term(NamedTuple):
    """A Chinese term of the book; a row of `data/terms.csv`."""

    term: str
    kind: str  # word (counted), slogan (of the texts), concept (of the prose), head (of a section), expression
    pinyin: str  # "" where the rules of `pinyin_of` write it rightly
    gloss: str  # "" where a text has joined and nobody has written it yet
    official: str  # whose official English the gloss is; "" if it is the authors'
    elsewhere: str = ""  # gloss of a name that other places give other things; "" if it is one thing everywhere


@functools.cache
def book_terms() -> dict[str, Term]:
    """Return the terms of the book by themselves."""
    return {row["term"]: Term(**row) for row in read_rows(paths.TERMS)}


@functools.cache
def term_glosses() -> dict[str, str]:
    """Return the English gloss of each word that the chapters count, of those that have one."""
    return _glosses("word")


@functools.cache
def slogan_glosses() -> dict[str, str]:
    """Return the English gloss of each slogan of the texts, as `term_glosses`; line ends inside it are left out."""
    return _glosses("slogan")


@functools.cache
def head_glosses() -> dict[str, str]:
    """Return the English of the heads of the texts, as `term_glosses`."""
    return _glosses("head")


def _glosses(kind: str) -> dict[str, str]:
    return {term.term: term.gloss for term in book_terms().values() if term.kind == kind and term.gloss}


@functools.cache
def looked_up_glosses() -> dict[str, str]:
    """Return the English gloss of everything in `data/terms.csv`, whether a text has it or only the prose names it.

    Of a name that many places use, each of its own things, it says no more than the words do.
    """
    return {term.term: term.elsewhere or term.gloss for term in book_terms().values()}


_TONES = frozenset("\u0300\u0301\u0304\u030c")
# GB/T 16159 writes the tone of the character, not the one that it takes in speech: yī gè, not yí gè
_UNCHANGED = {"一": "yī", "不": "bù"}
_IDIOM = 4  # characters of two words that are read as two
_WORD = re.compile(f"[{HAN}]{{1,4}}")
_RUNS = re.compile(f"[0-9A-Za-z+]+|[{HAN}]+|.")  # figures and formulas, words, single marks
_ORDINAL = re.compile(r"第[一二三四五六七八九十百]+")


def pinyin_of(term: str, *, tones: bool = True) -> str:
    """Return a term in Hanyu pinyin, with or without tones: as `data/terms.csv` writes it, or by rule.

    By rule up to three characters are a word, four are two words with a hyphen, as in idioms, and of longer terms
    every syllable is written apart. What stands in figures stays so; an ordinal has a hyphen and stands apart.

    Examples
    --------
    >>> pinyin_of("冲锋号"), pinyin_of("冲锋号", tones=False)
    ('chōngfēnghào', 'chongfenghao')
    >>> pinyin_of("闻令而动"), pinyin_of("20条"), pinyin_of("第一炮")
    ('wénlìng-érdòng', '20 tiáo', 'dì-yī pào')
    """
    known = book_terms().get(term)
    read = (known.pinyin if known else "") or _by_rule(term)
    return read if tones else without_tones(read)


def without_tones(pinyin: str) -> str:
    """Return pinyin without the marks of its tones; ü stays.

    Examples
    --------
    >>> without_tones("lǜsè")
    'lüse'
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFD", pinyin) if sign not in _TONES)
    return unicodedata.normalize("NFC", plain)


def sound_of(term: str) -> str:
    """Return the letters of a term's pinyin, by which glossaries are sorted: neither tone nor mark nor capital."""
    return "".join(sign for sign in pinyin_of(term, tones=False).casefold() if sign.isalnum())


def _by_rule(term: str) -> str:
    ordinal = _ORDINAL.match(term)
    if not ordinal:
        return _joined(syllables_of(term), term)
    first, *number = syllables_of(ordinal[0])
    after = term[ordinal.end() :]
    return f"{first}-{_one_word(number)} {_by_rule(after) if after else ''}".rstrip()


def _joined(syllables: Sequence[str], term: str) -> str:
    """Return syllables as words; an apostrophe before a vowel shows where a syllable begins."""
    if not _WORD.fullmatch(term):
        return " ".join(syllables)
    if len(syllables) < _IDIOM:
        return _one_word(syllables)
    return f"{_one_word(syllables[:2])}-{_one_word(syllables[2:])}"


def _one_word(syllables: Sequence[str]) -> str:
    first, *others = syllables
    return first + "".join(
        f"'{other}" if unicodedata.normalize("NFD", other)[0] in "aoe" else other for other in others
    )


@functools.cache  # the look-up asks for those of a name twice
def syllables_of(term: str) -> tuple[str, ...]:
    """Return the syllables of a term with their tones; marks between its words and figures stay as they are."""
    found = list[str]()
    for run in _RUNS.findall(term):
        if run.isascii():
            found.append(run)
        else:
            sounds = itertools.chain.from_iterable(map(_sounds_of, simpleseg.seg(run)))
            found += [_UNCHANGED.get(sign, sound) for sign, sound in zip(run, sounds, strict=True)]
    return tuple(found)


@functools.cache  # the names of the look-up are made of a third as many words
def _sounds_of(word: str) -> tuple[str, ...]:
    return tuple(pypinyin.lazy_pinyin([word], style=pypinyin.Style.TONE))


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


def glossary_card(term: str) -> tuple[str, str]:
    """Return what a card says of an expression: its pinyin and its gloss."""
    return pinyin_of(term), all_glosses()[term][1]


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
    ordered = sorted(rows.values(), key=lambda entry: (sound_of(entry.term), entry.term))
    return pd.DataFrame(ordered, columns=list(GlossaryEntry._fields))
