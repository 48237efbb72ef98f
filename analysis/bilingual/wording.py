"""Wording: what a Chinese page prints of a fact that an English chapter has computed.

The rule, in this order: a fact NAME-zh beside it; the value itself, where it holds no English; a range, a share, names
of texts and the words that tables have for values, in Chinese. What is left has to be given as NAME-zh by the chapter.
"""

import functools
import re
from collections.abc import Mapping

from ..language import load_lexicon
from ..publication import captions
from ..publication.cells import value_words
from ..texts.labels import names_in_chinese

_LATIN = re.compile(r"(?!GDP)(?<!G)(?<!GD)[A-Za-z]")
_DIGEST = re.compile(r"[0-9a-f]{12,}")  # names a file
_NUMBER = r"[-−+]?[\d.,]+%?"
_RANGE = re.compile(rf"({_NUMBER}) to ({_NUMBER})")
_OF = re.compile(r"([\d,]+) of ([\d,]+)")
_NAMES = {"none": "无"}
_LEXICONS = ("metaphors", "stance", "indicators")
_BETWEEN = re.compile(r", | and ")


class WordingError(ValueError):
    """A fact that prints English words and has no Chinese ones; the message says what to add."""


def chinese_fact(name: str, facts: Mapping[str, str]) -> str:
    """Return what a Chinese page prints of a fact.

    Parameters
    ----------
    name
        Of the fact.
    facts
        All that the chapter has published, by name.

    Raises
    ------
    KeyError
        If there is no such fact.
    WordingError
        If it is English and has no Chinese.

    Examples
    --------
    >>> chinese_fact("gap-interval", {"gap-interval": "-6.4 to 7.6"}), chinese_fact("right", {"right": "97 of 100"})
    ('−6.4至7.6', '97/100')
    """
    return facts[f"{name}-zh"] if f"{name}-zh" in facts else _in_chinese(name, facts[name])


def _in_chinese(name: str, value: str) -> str:
    if span := _RANGE.fullmatch(value):
        return f"{span[1]}至{span[2]}".replace("-", "−")
    if share := _OF.fullmatch(value):
        return f"{share[1]}/{share[2]}"
    if name.endswith("-zh") or not _LATIN.search(value) or _DIGEST.fullmatch(value):
        return re.sub(r"^-(?=\d)", "−", value)
    known = _known_words() | _NAMES
    if value in known:
        return known[value]
    named = names_in_chinese(value)
    if not _LATIN.search(named):
        return named
    parts = [known.get(part, "") for part in _BETWEEN.split(value)]
    if all(parts):
        return "、".join(parts)
    raise WordingError(f"the fact {name} prints English, “{value}”; publish {name}-zh beside it, or word the page anew")


@functools.cache
def _known_words() -> dict[str, str]:
    """Return the Chinese for the English words of values, in tables and in lexicons."""
    found: dict[str, str] = {}
    for lexicon in _LEXICONS:
        found |= {entry["en"]: entry["zh"] for entry in load_lexicon(lexicon).values()}
        found |= {entry["en"].lower(): entry["zh"] for entry in load_lexicon(lexicon).values()}
    for column in captions.caption_catalogue()["values"]:
        found = {english: chinese for english, chinese in value_words(column).values() if chinese} | found
    return found
