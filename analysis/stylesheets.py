"""Style sheets of the built pages, cut down to what the pages use.

The stock theme brings the whole of Bootstrap. A selector goes if it asks for a class or an id that stands in no page
and in no script; scripts may set classes, so that every word of a script counts as a name.
"""

import itertools
import re
from collections.abc import Collection, Iterable

import tinycss2
from tinycss2 import ast

_ATTRIBUTES = re.compile(r"""\s(?:class|id)=(?:"([^"]*)"|'([^']*)')""")
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_NESTED = ("media", "supports", "layer", "container")


def names(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Return all classes and ids of some pages, and all words of some scripts, which may set them."""
    found: set[str] = set()
    for page in pages:
        for first, second in _ATTRIBUTES.findall(page):
            found.update((first or second).split())
    for script in scripts:
        found.update(_WORD.findall(script))
    return found


def pruned(sheet: str, known: Collection[str]) -> str:
    """Return a style sheet without the selectors that match nothing.

    Parameters
    ----------
    sheet
        CSS.
    known
        As from `names`. What a selector asks for by tag, attribute or state, or within `:not()` and its like, counts as
        known.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return "".join(filter(None, (_rule(rule, known) for rule in rules)))


def _rule(rule: ast.Node, known: Collection[str]) -> str:
    if isinstance(rule, ast.QualifiedRule):
        kept = [selector for selector in _selectors(rule.prelude) if _asked(selector) <= set(known)]
        body = tinycss2.serialize(rule.content).strip()
        return f"{','.join(tinycss2.serialize(part).strip() for part in kept)}{{{body}}}\n" if kept and body else ""
    if isinstance(rule, ast.AtRule) and rule.lower_at_keyword in _NESTED and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = "".join(filter(None, (_rule(part, known) for part in inner)))
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}\n" if body else ""
    return str(rule.serialize()).strip() + "\n"


def _selectors(prelude: list[ast.Node]) -> list[list[ast.Node]]:
    """Return the parts of a selector list."""
    parts: list[list[ast.Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _asked(selector: list[ast.Node]) -> set[str]:
    """Return the classes and ids that a selector asks for, outside of functions."""
    found = {node.value for node in selector if isinstance(node, ast.HashToken)}
    pairs = itertools.pairwise(selector)
    return found | {name.value for dot, name in pairs if dot == "." and isinstance(name, ast.IdentToken)}
