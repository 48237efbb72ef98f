"""Words that a reader of Chinese politics can judge, kept as data in `data/lexicon/*.yml`.

Each file maps an entry to its words and to `matches` and `rejects`, the examples by which the entry proves itself.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from .. import paths


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file, the entry and the remedy."""


@functools.cache
def load_lexicon(name: str) -> dict[str, Any]:
    """Return the entries of `data/lexicon/<name>.yml` as {entry: {field: value}}.

    Raises
    ------
    LexiconError
        If the file is missing, is not valid YAML or does not hold a mapping.
    """
    path = paths.LEXICON / f"{name}.yml"
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"{path.name}: no such lexicon; add it to data/lexicon") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(f"{path.name}: not readable as YAML in UTF-8 ({error}); correct the file") from None
    if not isinstance(entries, dict):
        raise LexiconError(f"{path.name}: holds no mapping; write `entry: {{field: value}}`")
    return entries


_GAP = r"[^，,。；;\n]{0,12}?"


def entry_pattern(entry: Mapping[str, Any]) -> str:
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
