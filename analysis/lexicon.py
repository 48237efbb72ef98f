"""Words that a reader of Chinese politics can judge, kept as data in `data/lexicon/*.yml`.

Each file maps an entry to its words and to `matches` and `rejects`, the examples by which the entry proves itself.
"""

import functools
import re
from collections.abc import Iterable
from typing import Any

import yaml

from analysis import paths


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file, the entry and the remedy."""


@functools.cache
def load(name: str) -> dict[str, Any]:
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


def alternation(words: Iterable[str]) -> str:
    """Return a regex alternation of literal words, longest first so that 六个北海 wins over 六个."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
