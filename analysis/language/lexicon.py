"""Words that a reader of Chinese politics can judge, kept as data in `data/lexicon/*.yml`, and patterns made of them.

Each file maps an entry to its words and to `matches` and `rejects`, the examples by which the entry proves itself
(`load_lexicon`). Words become patterns in two ways: `alternation` takes them literally, `entry_pattern` knows of gaps
(确保…以上) and of continuations after which a word does not count.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from .. import paths


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names the file, the entry and the remedy."""


# the loader of C is ten times as fast; the browser has none
class _KeysOnceSafeLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that takes no key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping as a dictionary."""
        keys = set()
        for name, _ in node.value:
            if isinstance(name, yaml.ScalarNode):
                if (name.tag, name.value) in keys:
                    flaw = f"the key {name.value!r} stands twice"
                    raise ConstructorError(None, None, flaw, name.start_mark)
                keys.add((name.tag, name.value))
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


def read_yaml(text: str) -> Any:
    """Return what plain YAML says.

    Raises
    ------
    yaml.YAMLError
        If it cannot be read, or if a mapping has a key twice: of two entries of one name the first would be lost.
    """
    return yaml.load(text, _KeysOnceSafeLoader)  # noqa: S506  a safe one


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
        entries = read_yaml(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"{path.name}: no such lexicon; add it to data/lexicon") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(f"{path.name}: not readable as YAML in UTF-8 ({error}); correct the file") from None
    if not isinstance(entries, dict):
        raise LexiconError(f"{path.name}: holds no mapping; write `entry: {{field: value}}`")
    return entries


def alternation(words: Iterable[str]) -> str:
    """Return a regex that matches any of the words literally, the longest that fits.

    It has no group around it: put it into one, `(?:…)`, before anything else stands beside it.

    Notes
    -----
    Words are grouped by their first character, so that at a place of a text only those are tried that can stand there.

    Examples
    --------
    >>> alternation(["大会", "大会战", "行动"])
    '大(?:会战|会)|行(?:动)'
    """
    groups: dict[str, list[str]] = {}
    for word in _longest_first(words):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())


_GAP = r"[^，,。；;\n]{0,12}?"


def entry_pattern(entry: Mapping[str, Any]) -> str:
    """Return a regex for the words of a lexicon entry, the longest first.

    Parameters
    ----------
    entry
        Its `words` hold … where at most a dozen characters of the same clause may stand; `unless` (optional) maps a
        word to the continuations after which it does not count.
    """
    unless: Mapping[str, Sequence[str]] = entry.get("unless", {})
    words = _longest_first(entry["words"])
    alternatives = "|".join(
        _GAP.join(map(re.escape, word.split("…"))) + _not_followed_by(unless.get(word, ())) for word in words
    )
    return f"(?={first_character_class(words)})(?:{alternatives})"


def first_character_class(words: Iterable[str]) -> str:
    """Return the regex class of the characters that words begin with.

    As a look-ahead before an alternation it makes a search ten times faster.

    Examples
    --------
    >>> first_character_class(["大会", "行动", "大事"])
    '[大行]'
    """
    return "[" + "".join(sorted({re.escape(word[0]) for word in words})) + "]"


def _longest_first(words: Iterable[str]) -> list[str]:
    """Return different words so that none hides a longer one from a regex, in an order that is always the same."""
    return sorted(set(words), key=lambda word: (-len(word), word))


def _not_followed_by(continuations: Sequence[str]) -> str:
    return f"(?!{'|'.join(map(re.escape, continuations))})" if continuations else ""
