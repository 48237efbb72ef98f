"""Patterns from lexicon entries: words with a gap (到…年底), words that some continuations unmake (将, not 将近)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_GAP = r"[^，,。；;\n]{0,12}?"


def pattern(entry: Mapping[str, Any]) -> str:
    """Return a regex for the words of a lexicon entry, longest first.

    Parameters
    ----------
    entry
        Its `words` hold … where at most a dozen characters of the same clause may stand; `unless` (optional) maps a
        word to the continuations after which it does not count.
    """
    unless: Mapping[str, Sequence[str]] = entry.get("unless", {})
    words = sorted(set(entry["words"]), key=lambda word: (-len(word), word))
    alternatives = "|".join(
        _GAP.join(map(re.escape, word.split("…"))) + _unmade(unless.get(word, ())) for word in words
    )
    return f"(?={first_characters(words)})(?:{alternatives})"


def first_characters(words: Iterable[str]) -> str:
    """Return the set of the characters that words begin with; ahead of an alternation it speeds a search tenfold."""
    return "[" + "".join(sorted({re.escape(word[0]) for word in words})) + "]"


def alternation(words: Iterable[str]) -> str:
    """Return a regex of many literal words, longest first, that tries only those with the right first character."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())


def _unmade(continuations: Sequence[str]) -> str:
    return f"(?!{'|'.join(map(re.escape, continuations))})" if continuations else ""
