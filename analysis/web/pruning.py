"""Pruning: style sheets cut down to what elements of the pages can ask for; what is left, written short.

All pages are laid over each other to one tree, in which elements with the same tag, classes and ids below the same
parent are one. A selector stays if its parts fit an element and elements above or beside it. A custom property that
nothing reads goes, with those that only it reads.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Set
from typing import NamedTuple

import tinycss2
from lxml import etree, html
from tinycss2 import ast

_GIVEN = re.compile(r"(?:classList\.\w+\(|className\s*\+?=|class=)([^;)>]*)")
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")
_ID = re.compile(r"#(-?[A-Za-z_][\w-]*)")
_DATA = re.compile(r"dataset\.(\w+)")
_READ = re.compile(r"--[\w-]+")
_NESTED = ("media", "supports", "layer", "container")
_COMBINATORS = frozenset(("", ">", "+", "~"))
_BESIDE = frozenset(("+", "~"))


class Shape(NamedTuple):
    """What a selector can ask of an element."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]


class Spot:
    """One element, or all that cannot be told apart: below the same parents, with the same tag, classes and ids."""

    def __init__(self, shape: Shape, above: "Spot | None") -> None:
        self.shape, self.above = shape, above
        self.below: dict[Shape, Spot] = {}

    def child(self, shape: Shape) -> "Spot":
        """Return the place of a child, a new one if there was none."""
        if shape not in self.below:
            self.below[shape] = Spot(shape, self)
        return self.below[shape]

    def beside(self) -> Iterable["Spot"]:
        """Return the children of the same parent, this one among them."""
        return self.above.below.values() if self.above else ()


class Elements:
    """The elements of some pages, and the classes that scripts may give to them.

    Parameters
    ----------
    pages
        HTML.
    scripts
        JavaScript of these pages.
    sheets
        CSS: only ids of which it speaks tell elements apart.
    """

    def __init__(self, pages: Iterable[str], scripts: Iterable[str] = (), sheets: Iterable[str] = ()) -> None:
        self._ids = frozenset(name for sheet in sheets for name in _ID.findall(sheet))
        self.given = frozenset(
            word for script in scripts for told in _GIVEN.findall(script) for word in _WORD.findall(told)
        )
        # a script writes data-theme as dataset.theme
        self._attributes = {f"data-{word.lower()}" for script in scripts for word in _DATA.findall(script)}
        self._by_shape: dict[Shape, list[Spot]] = {}
        root = Spot(Shape("", frozenset(), frozenset()), None)
        for page in pages:
            self._lay(html.document_fromstring(page), root)

    def _lay(self, element: etree._Element, above: Spot) -> None:
        """Lay an element and all within it over what is there."""
        waiting = [(element, above)]
        while waiting:
            each, parent = waiting.pop()
            if not isinstance(each.tag, str):
                continue  # a comment
            self._attributes.update(each.attrib)
            classes, ids = (frozenset((each.get(name) or "").split()) for name in ("class", "id"))
            shape = Shape(each.tag.lower(), classes, ids & self._ids)
            new = shape not in parent.below
            place = parent.child(shape)
            if new:
                self._by_shape.setdefault(shape, []).append(place)
            waiting += [(child, place) for child in each]

    def of(self, asked: Shape) -> Iterator[Spot]:
        """Yield the places of elements that fit one part of a selector."""
        for shape, places in self._by_shape.items():
            if self.fits(shape, asked):
                yield from places

    def fits(self, shape: Shape, asked: Shape) -> bool:
        """Return whether an element is, or can become by a script, what a part of a selector asks for."""
        return (
            asked.tag in ("", "*", shape.tag) and asked.ids <= shape.ids and asked.classes <= shape.classes | self.given
        )

    def may_carry(self, attribute: str) -> bool:
        """Return whether an element has an attribute, or may get it; browsers give some."""
        return "-" not in attribute or attribute in self._attributes or attribute.startswith("aria-")

    def has(self, selector: list[tuple[str, Shape]]) -> bool:
        """Return whether a selector fits something.

        Parameters
        ----------
        selector
            Its parts, each with the combinator before it. A child counts as anything below, and what follows as
            anything beside.
        """
        shapes = [shape for _, shape in selector]
        steps = [(combinator, above) for (combinator, _), above in zip(selector[1:], shapes, strict=False)][::-1]
        return any(self._stands(place, steps) for place in self.of(shapes[-1])) or self._may_make(shapes)

    def _stands(self, place: Spot, steps: list[tuple[str, Shape]]) -> bool:
        """Return whether the parts of a selector, from right to left, fit what is above or beside a place."""
        if not steps:
            return True
        (combinator, asked), *rest = steps
        if combinator in _BESIDE:
            return any(self.fits(each.shape, asked) and self._stands(each, rest) for each in place.beside())
        above = place.above
        while above:
            if self.fits(above.shape, asked) and self._stands(above, rest):
                return True
            above = above.above
        return False

    def _may_make(self, shapes: list[Shape]) -> bool:
        """Return whether a script may make what a selector asks for, below elements that are there."""
        *above, last = shapes
        made = bool(last.classes) and last.classes <= self.given and not last.ids
        return made and all(shape.classes <= self.given or any(self.of(shape)) for shape in above)


def prune_sheet(sheet: str, there: Elements, left_out: re.Pattern[str] | None = None) -> str:
    """Return a style sheet, written short, without the selectors that match nothing.

    Parameters
    ----------
    sheet
        CSS.
    there
        Those of the pages. What a selector asks for by attribute or state, or within functions such as `:not()`,
        is taken to be there.
    left_out
        Selectors that go even if they match something.
    """

    def stays(selector: list[ast.Node]) -> bool:
        if left_out and left_out.search(_short(selector)):
            return False
        return all(map(there.may_carry, _attributes(selector))) and there.has(_steps(selector))

    return "".join(_written(_parsed(sheet), stays))


def short_sheet(sheet: str) -> str:
    """Return a style sheet with all its rules, written short."""
    return "".join(_written(_parsed(sheet), lambda _: True))


def _parsed(sheet: str) -> list[ast.Node]:
    return list(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


Stays = Callable[[list[ast.Node]], bool]
"""Says whether a selector stays."""


def _written(rules: list[ast.Node], stays: Stays) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            selectors = list(filter(stays, _split(rule.prelude)))
            body = _body(rule.content)
            if selectors and body:
                yield f"{','.join(map(_short, selectors))}{{{body}}}\n"
        elif isinstance(rule, ast.AtRule):
            yield from _at_rule(rule, stays)


def _at_rule(rule: ast.AtRule, stays: Stays) -> Iterator[str]:
    name, prelude = rule.at_keyword, _short(rule.prelude)
    if rule.content is None:
        if rule.lower_at_keyword != "charset":  # all sheets are in UTF-8, and the first alone could say so
            yield f"@{name} {prelude};\n"
    elif rule.lower_at_keyword in _NESTED:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        if body := "".join(_written(inner, stays)):
            yield f"@{name} {prelude}{{{body}}}\n"
    else:
        yield f"@{name} {prelude}".rstrip() + f"{{{_body(rule.content)}}}\n"


def _body(content: list[ast.Node]) -> str:
    """Return what stands between the braces of a rule."""
    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    written: list[str] = []
    last = {part.name: part for part in parts if isinstance(part, ast.Declaration) and _is_plain(part)}
    for part in parts:
        if isinstance(part, ast.Declaration):
            if not part.important and (later := last.get(part.name)) and parts.index(later) > parts.index(part):
                continue  # no fallback: every browser knows the later value
            weight = "!important" if part.important else ""
            written.append(f"{part.name}:{_short(part.value) or ' '}{weight};")
        elif isinstance(part, ast.QualifiedRule):
            written.append(f"{_short(part.prelude)}{{{_body(part.content)}}}")
        elif isinstance(part, ast.AtRule):
            written += _at_rule(part, lambda _: True)
    return "".join(written).rstrip(";")


def _is_plain(declaration: ast.Declaration) -> bool:
    """Return whether every browser understands a value: words, numbers and custom properties."""
    if declaration.name.startswith("--"):
        return False
    known = {"whitespace", "dimension", "number", "percentage", "hash"}
    return all(
        node.type in known
        or (node.type == "ident" and not node.value.startswith("-"))
        or (node.type == "function" and node.lower_name == "var")
        for node in declaration.value
    )


def _short(nodes: list[ast.Node]) -> str:
    """Return nodes as CSS, with no more space than is needed."""
    kept = [node for node in nodes if node.type != "comment"]
    out: list[str] = []
    for place, node in enumerate(kept):
        if node.type == "whitespace":
            beside = kept[max(place - 1, 0) : place + 2]
            tight = place in (0, len(kept) - 1) or any(neighbour == "," for neighbour in beside)
            out.append("" if tight else " ")
        else:
            out.append(node.serialize())
    return "".join(out)


def _split(prelude: list[ast.Node]) -> list[list[ast.Node]]:
    """Return the selectors of a list."""
    parts: list[list[ast.Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _steps(selector: list[ast.Node]) -> list[tuple[str, Shape]]:
    """Return the parts of a selector, each for one element, with the combinator before it."""
    parts: list[tuple[str, list[ast.Node]]] = [("", [])]
    for node in selector:
        literal = node.value if node.type == "literal" else None
        if node.type == "whitespace" or literal in _COMBINATORS:
            if parts[-1][1]:
                parts.append((literal or "", []))
            elif literal:
                parts[-1] = (literal, [])
        elif node.type != "comment":
            parts[-1][1].append(node)
    return [(combinator, _shape(part)) for combinator, part in parts if part]


def _attributes(selector: list[ast.Node]) -> Iterator[str]:
    """Yield the names of the attributes that a selector asks for."""
    for node in selector:
        if isinstance(node, ast.SquareBracketsBlock):
            yield from (part.value.lower() for part in node.content[:1] if isinstance(part, ast.IdentToken))


def _shape(part: list[ast.Node]) -> Shape:
    first = part[0]
    tag = first.value.lower() if isinstance(first, ast.IdentToken) else ""
    pairs = itertools.pairwise(part)
    classes = frozenset(name.value for dot, name in pairs if dot == "." and isinstance(name, ast.IdentToken))
    return Shape(tag, classes, frozenset(node.value for node in part if isinstance(node, ast.HashToken)))


_DECLARED = re.compile(r"(?<=[{;])(--[\w-]+):((?:[^;{}\"']|\"[^\"]*\"|'[^']*')*)(?:;|(?=\}))")
_FRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]|\{[^{}]*\})*\}\n?")
_EMPTY = re.compile(r"[^{}\n]*\{\}\n?")


def without_unread(sheet: str, read: str, settled: Set[str] = frozenset()) -> str:
    """Return a short style sheet without custom properties and animations that nothing reads.

    Parameters
    ----------
    sheet
        As from `prune_sheet`.
    read
        What else reads properties: sheets, scripts and styles within pages.
    settled
        Properties that a later sheet sets for the same elements: what this one says of them never counts.
    """
    elsewhere = set(_READ.findall(read))
    shorter = _read_alone(sheet, elsewhere, settled)
    while shorter != sheet:
        sheet, shorter = shorter, _read_alone(shorter, elsewhere, settled)
    plain = _FRAMES.sub("", sheet) + read
    return _FRAMES.sub(lambda found: found[0] if re.search(rf"[\s:,]{found[1]}\b", plain) else "", sheet)


def _read_alone(sheet: str, elsewhere: Set[str], settled: Set[str]) -> str:
    """Return a sheet without the properties that neither it nor anything else reads."""
    known = (elsewhere | set(_READ.findall(_DECLARED.sub(lambda found: found[2], sheet)))) - settled
    kept = _DECLARED.sub(lambda found: found[0] if found[1] in known else "", sheet)
    return _EMPTY.sub("", kept.replace(";}", "}"))


_RULE = re.compile(r"^([^@{}\n][^{}\n]*)\{((?:[^{}\n\"']|\"[^\"\n]*\"|'[^'\n]*')*)\}$")
_DECLARATIONS = re.compile(r"(?:[^;\"'(]|\"[^\"]*\"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\))+")
_PLAIN = re.compile(r"(?:#?[\w.%]+(?:-[\w-]+)?|var\(--[\w-]+\))(?: (?:#?[\w.%]+(?:-[\w-]+)?|var\(--[\w-]+\)))*")


def without_overruled(sheet: str) -> str:
    """Return a short style sheet without what a later rule with the same selector says anew, with a plain value.

    Only rules outside of media queries count, which hold always.
    """
    lines = sheet.split("\n")
    last: dict[tuple[str, str], int] = {}
    depth = 0
    outer: dict[int, tuple[list[str], list[str]]] = {}
    for number, line in enumerate(lines):
        found = _RULE.match(line) if not depth else None
        depth += line.count("{") - line.count("}")
        if not found or "(" in found[1]:
            continue
        selectors, said = found[1].split(","), _DECLARATIONS.findall(found[2])
        outer[number] = selectors, said
        for each in said:
            name, _, value = each.partition(":")
            if _PLAIN.fullmatch(value):
                last.update({(selector, name): number for selector in selectors})
    for number, (selectors, said) in outer.items():
        kept = [
            each
            for each in said
            if each.endswith("!important")
            or not all(last.get((selector, each.partition(":")[0]), -1) > number for selector in selectors)
        ]
        lines[number] = f"{','.join(selectors)}{{{';'.join(kept)}}}" if kept else ""
    return "\n".join(filter(None, lines)) + "\n"
