"""Metaphors of mobilisation: conventional expressions by source domain, 吹响冲锋号 -> war.

The words stand in `data/lexicon/metaphors.yml`. A word counts wherever it stands, unless it stands in an expression
that the lexicon knows as literal (百米赛跑); no context beyond that is read.
"""

import functools
import re
from typing import NamedTuple

from analysis import lexicon


class Metaphor(NamedTuple):
    """A metaphorical expression in a text."""

    start: int  # code points; text[start:end] == quote
    end: int  # exclusive
    quote: str
    domain: str  # entry of the lexicon: war, race, journey, building, organism, warmth, theatre or machine


@functools.cache
def domains() -> dict[str, str]:
    """Return the source domains in the order of the lexicon: {"war": "War"}."""
    return {domain: entry["en"] for domain, entry in lexicon.load("metaphors").items()}


@functools.cache
def glosses() -> dict[str, str]:
    """Return the English gloss of each metaphorical expression."""
    return {word: gloss for entry in lexicon.load("metaphors").values() for word, gloss in entry["words"].items()}


@functools.cache
def _domain_of() -> dict[str, str]:
    return {word: domain for domain, entry in lexicon.load("metaphors").items() for word in entry["words"]}


@functools.cache
def _expressions() -> re.Pattern[str]:
    # literal expressions are found with the others, so that the longer one wins: 百米赛跑 before 赛跑
    literal = [word for entry in lexicon.load("metaphors").values() for word in entry["literal"]]
    return re.compile(lexicon.alternation([*_domain_of(), *literal]))


def metaphors(text: str) -> list[Metaphor]:
    """Return the metaphorical expressions of a text in their order, without overlaps, the longest first.

    Parameters
    ----------
    text
        Any text; line ends inside an expression hide it, so give the reading text.
    """
    known = _domain_of()
    return [
        Metaphor(found.start(), found.end(), found[0], known[found[0]])
        for found in _expressions().finditer(text)
        if found[0] in known
    ]
