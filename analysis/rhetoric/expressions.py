"""Expressions of mobilisation by lexicon: metaphors by source domain (冲锋号 is war), words of stance (必须, must).

The words are those of `data/lexicon/metaphors.yml` and `stance.yml`. A word counts wherever it stands, unless it is
part of an expression that the lexicon lists as literal (百米赛跑, the hundred metres) or stands in a context that the
lexicon names (将要, about to, is no duty; 与最优者对标, to measure oneself against the best, no claim).
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
_BEFORE, _AFTER = 16, 40  # code points that a context may read on either side of a word


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
def _listed(name: str) -> re.Pattern[str]:
    """Return one pattern of the words of a lexicon and of its literal expressions, the longest first.

    Literal expressions are sought with the others, so that the longer one wins: 百米赛跑 hides 赛跑 (a race).
    """
    literal = [word for entry in load_lexicon(name).values() for word in entry["literal"]]
    return re.compile(alternation([*_domain_of(name), *literal]))


@functools.cache
def _described(name: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the patterns of a lexicon with their domains.

    Each is sought for itself: one pattern of all would be tried at every character, as nothing tells how it begins.
    """
    entries = load_lexicon(name)
    return [(re.compile(own), domain) for domain, entry in entries.items() for own in entry.get("patterns", ())]


class _ContextPatterns(NamedTuple):
    """A context in which a word does not count: both sides must be as they say, where they say anything."""

    before: re.Pattern[str] | None  # ends where the word begins
    after: re.Pattern[str] | None  # begins where the word ends


@functools.cache
def _contexts(name: str) -> dict[str, list[_ContextPatterns]]:
    """Return the contexts in which words do not count, by word, and by entry those that hold for all of its words."""
    found: dict[str, list[_ContextPatterns]] = {}
    for domain, entry in load_lexicon(name).items():
        for rule in entry.get("unless", ()):
            before = re.compile(rf"(?:{rule['before']})\Z") if "before" in rule else None
            after = re.compile(rule["after"]) if "after" in rule else None
            for word in rule.get("words", [domain]):
                found.setdefault(word, []).append(_ContextPatterns(before, after))
    return found


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
    """Return what a lexicon finds in a text, without what is literal, by the expression itself or by its context.

    Of overlapping finds the one that begins first counts, and of those at one place the listed word.
    """
    known, contexts = _domain_of(name), _contexts(name)
    candidates = [(match, known.get(match[0])) for match in _listed(name).finditer(text)]
    candidates += [(match, domain) for pattern, domain in _described(name) for match in pattern.finditer(text)]
    found, covered = [], 0
    for match, domain in sorted(candidates, key=lambda candidate: candidate[0].start()):
        if match.start() < covered:
            continue
        covered = match.end()
        doubts = () if domain is None else (*contexts.get(match[0], ()), *contexts.get(domain, ()))
        if domain is not None and not any(_holds(context, text, match) for context in doubts):
            found.append(Expression(match.start(), match.end(), match[0], domain))
    return found


def _holds(context: _ContextPatterns, text: str, match: re.Match[str]) -> bool:
    """Tell whether a word stands in a context; each side is read no further than `_BEFORE` and `_AFTER`."""
    start, end = match.span()
    return (context.before is None or context.before.search(text, max(0, start - _BEFORE), start) is not None) and (
        context.after is None or context.after.match(text, end, end + _AFTER) is not None
    )
