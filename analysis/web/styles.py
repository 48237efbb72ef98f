"""Styles: the book's own sheet, and those of the theme cut down to what the pages use.

The own sheet is written in parts, a file a field, in the folder `sheets`; the numbers of their names are their order.
"""

import itertools
import re
from collections.abc import Iterable, Set
from pathlib import Path

import tinycss2
from sphinx.application import Sphinx
from tinycss2 import ast

OWN_SHEET = "book.css"
SHEETS = Path(__file__).parent / "sheets"

_ICONS = re.compile(r"(?:^|(?<=\})|(?<=\}\n))\.fa-[^{}]*\{[^{}]*\}|@font-face\{[^{}]*Font Awesome[^{}]*\}")


def write_own_sheet(app: Sphinx) -> None:
    """Write the book's own sheet beside the pages to come, which name it."""
    if app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    static.mkdir(parents=True, exist_ok=True)
    (static / OWN_SHEET).write_text(own_sheet(), encoding="utf-8")


def own_sheet() -> str:
    """Return the book's own sheet, all parts in their order."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(SHEETS.glob("*.css")))


def sheet_without_icons(sheet: str) -> str:
    """Return a style sheet without the rules of the icon font."""
    return _ICONS.sub("", sheet)


def cut_down_sheets(out: Path, pages: Iterable[str]) -> None:
    """Cut the style sheets of the theme and its extensions down to what the pages and scripts use."""
    scripts = [path.read_text(encoding="utf-8") for path in sorted((out / "_static").rglob("*.js"))]
    known = used_names(pages, scripts)
    for path in sorted((out / "_static").rglob("*.css")):
        if path.name != OWN_SHEET:
            sheet = sheet_without_icons(path.read_text(encoding="utf-8"))
            path.write_text(prune_sheet(sheet, known), encoding="utf-8")


_ATTRIBUTES = re.compile(r"""\s(?:class|id)=(?:"([^"]*)"|'([^']*)')""")
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_NESTED = ("media", "supports", "layer", "container")


def used_names(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Return all classes and ids of some pages, and all words of some scripts, which may set them."""
    found: set[str] = set()
    for page in pages:
        for first, second in _ATTRIBUTES.findall(page):
            found.update((first or second).split())
    for script in scripts:
        found.update(_WORD.findall(script))
    return found


def prune_sheet(sheet: str, known: Set[str]) -> str:
    """Return a style sheet without the selectors that match nothing.

    Parameters
    ----------
    sheet
        CSS.
    known
        As from `used_names`. What a selector asks for by tag, attribute or state, or within `:not()`, counts as
        known.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return "".join(filter(None, (_rule(rule, known) for rule in rules)))


def _rule(rule: ast.Node, known: Set[str]) -> str:
    if isinstance(rule, ast.QualifiedRule):
        kept = [selector for selector in _selectors(rule.prelude) if _asked(selector) <= known]
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
