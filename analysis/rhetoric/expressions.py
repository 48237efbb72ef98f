"""Expressions of mobilisation by lexicon: metaphors by source domain (冲锋号 is war), words of stance (必须, must).

The words are those of `data/lexicon/metaphors.yml` and `stance.yml`. A word counts wherever it stands, unless it is
part of an expression that the lexicon lists as literal (百米赛跑, the hundred metres); no context beyond that is read.
"""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from ..language import alternation, load_lexicon
from ..slogans.quotations import QUOTED_PHRASE
from ..texts import Reading

METAPHORS, STANCE = "metaphors", "stance"
QUOTATION = "quotation"
LONGEST_QUOTATION = 12
"""Code points of a short quotation, a name or a word held at a distance; what is longer is speech."""


class Expression(NamedTuple):
    """An expression of a lexicon in a text."""

    start: int  # code points; text[start:end] == quote
    end: int  # exclusive
    quote: str
    domain: str  # entry of the lexicon: war, race, journey ... of the metaphors, obligation, we ... of the stance


class RhetoricHit(NamedTuple):
    """An expression of a document; a row of the table of metaphors or of the words of stance."""

    doc_id: str
    start: int  # code points; raw[start:end] == quote
    end: int  # exclusive
    quote: str
    word: str  # the expression without line ends that break it
    domain: str


@functools.cache
def expression_kinds(name: str = METAPHORS) -> dict[str, str]:
    """Return the entries of a lexicon with their English names, in its order: {"war": "War"}."""
    return {domain: entry["en"] for domain, entry in load_lexicon(name).items()}


@functools.cache
def expression_glosses(name: str = METAPHORS) -> dict[str, str]:
    """Return the English gloss of each expression."""
    return {word: gloss for entry in load_lexicon(name).values() for word, gloss in entry["words"].items()}


@functools.cache
def _domain_of(name: str) -> dict[str, str]:
    return {word: domain for domain, entry in load_lexicon(name).items() for word in entry["words"]}


@functools.cache
def _expressions(name: str) -> re.Pattern[str]:
    """Return one pattern of a whole lexicon: words and literal expressions, the longest first, then own patterns."""
    entries = load_lexicon(name)
    # literal expressions are sought with the others, so that the longer one wins: 百米赛跑 hides 赛跑 (a race)
    literal = [word for entry in entries.values() for word in entry["literal"]]
    own = [f"(?P<{domain}>{'|'.join(entry['patterns'])})" for domain, entry in entries.items() if "patterns" in entry]
    return re.compile("|".join([alternation([*_domain_of(name), *literal]), *own]))


def find_metaphors(text: str) -> list[Expression]:
    """Return the metaphors of a text in their order, without overlaps; of two at the same place, the longer.

    Parameters
    ----------
    text
        Any text; line ends inside an expression hide it, so give the reading text.

    Examples
    --------
    >>> [(found.quote, found.domain) for found in find_metaphors("吹响冲锋号，跑出加速度")]
    [('冲锋号', 'war'), ('跑出', 'race'), ('加速度', 'race')]
    """
    return _found(text, METAPHORS)


def find_stances(text: str) -> list[Expression]:
    """Return the words of stance of a text in their order, without overlaps, as `find_metaphors` does."""
    return _found(text, STANCE)


def find_short_quotations(text: str) -> list[Expression]:
    """Return the expressions of up to twelve characters that a text sets in quotation marks, without the marks.

    Names and words held at a distance are not told apart. Their domain is "quotation".
    """
    spans = (match.span(match.lastindex or 1) for match in QUOTED_PHRASE.finditer(text))
    return [
        Expression(start, end, text[start:end], QUOTATION)
        for start, end in spans
        if 0 < end - start <= LONGEST_QUOTATION
    ]


def place_expressions(found: Iterable[Expression], read: Reading, doc_id: str = "") -> list[RhetoricHit]:
    """Return expressions of a reading text with their quotes and places in the raw text, in the same order."""
    spans = [(expression, *read.raw_span(expression.start, expression.end)) for expression in found]
    return [
        RhetoricHit(doc_id, start, end, read.raw[start:end], expression.quote, expression.domain)
        for expression, start, end in spans
    ]


def _found(text: str, name: str) -> list[Expression]:
    """Return what a lexicon finds in a text; what is literal has no domain and is left out."""
    known = _domain_of(name)
    return [
        Expression(found.start(), found.end(), found[0], found.lastgroup or known[found[0]])
        for found in _expressions(name).finditer(text)
        if found.lastgroup or found[0] in known
    ]
