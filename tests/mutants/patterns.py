"""Mutation operators for regular expressions and words, where most rules of the study are written.

Cosmic Ray's own operators change comparisons, numbers, conditions and loops; these change the literals: an alternative
of a pattern is lost, a look-around is turned round, a quantifier or an anchor is dropped, a class is negated or loses a
character, a word becomes another.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cosmic_ray.operators.operator import Example, Operator
from parso.tree import Leaf

LOST = "□"  # stands in no text
_LITERAL = re.compile(r"""(?P<open>[a-zA-Z]*(?:\"{3}|'{3}|"|'))(?P<body>.*?)(?P<close>\"{3}|'{3}|"|')""", re.DOTALL)
_PATTERN = re.compile(r"[|\[\]()*+?^$\\]")
_COMMENT = re.compile(r"(?<=\s)\#[^\n]*")
_CLASS = re.compile(r"(?<!\\)\[(?P<negated>\^?)(?P<members>(?:\\.|[^\]\\])+)\]")


class Change(NamedTuple):
    """A change of the inside of a literal."""

    start: int
    end: int
    text: str


def words(body: str) -> Iterator[Change]:
    """Yield the changes that lose one alternative, a run of Han characters between bars or brackets."""
    for found in re.finditer(r"(?:(?<=[|(:>\s])|^)(?P<word>[\u4e00-\u9fff]+)(?=\s*(?:[|)]|$))", _blank(body)):
        yield Change(*found.span("word"), LOST)


def lookarounds(body: str) -> Iterator[Change]:
    """Yield the changes that turn a look-around round."""
    for found in re.finditer(r"\(\?<?(?P<sign>[=!])", _blank(body)):
        yield Change(*found.span("sign"), "!" if found["sign"] == "=" else "=")


def quantifiers(body: str) -> Iterator[Change]:
    """Yield the changes that drop a quantifier, or the reach of one."""
    plain = _blank(body)
    for found in re.finditer(r"(?<=[)\]\w\u4e00-\u9fff])\s?(?P<sign>[?*+])(?![?+])", plain):
        yield Change(*found.span("sign"), "")
    for found in re.finditer(r"\{(?P<least>[0-9]+),(?P<most>[0-9]+)\}", plain):
        yield Change(*found.span("most"), found["least"] if found["least"] != found["most"] else "99")
        yield Change(*found.span("least"), str(int(found["least"]) + 1))


def anchors(body: str) -> Iterator[Change]:
    """Yield the changes that drop an anchor."""
    for found in re.finditer(r"(?<!\\)[\^$]", _blank(body)):
        yield Change(*found.span(), "")


def classes(body: str) -> Iterator[Change]:
    """Yield the changes that negate a class of characters, or lose one of its characters."""
    for found in _CLASS.finditer(_COMMENT.sub(lambda comment: " " * len(comment[0]), body)):
        yield Change(*found.span("negated"), "" if found["negated"] else "^")
        single = re.search(r"[\u4e00-\u9fff](?!-)$", found["members"])
        if single and len(found["members"]) > 1:
            start = found.start("members") + single.start()
            yield Change(start, start + 1, "")


def names(body: str) -> Iterator[Change]:
    """Yield the change of a literal that is no pattern into another one."""
    if not _PATTERN.search(body):
        yield Change(0, len(body), body + LOST if len(body) < 2 else LOST)


def _blank(body: str) -> str:
    """Return the pattern with its comments and classes blanked at their length."""
    plain = _COMMENT.sub(lambda comment: " " * len(comment[0]), body)
    return _CLASS.sub(lambda found: "[" + "_" * (len(found[0]) - 2) + "]", plain)


class _Literals(Operator):
    """Changes literals; docstrings stay."""

    changes = staticmethod(names)

    def mutation_positions(self, node):
        for _ in self._found(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node, index):
        change = self._found(node)[index]
        node.value = node.value[: change.start] + change.text + node.value[change.end :]
        return node

    def _found(self, node):
        if not isinstance(node, Leaf) or node.type not in ("string", "fstring_string"):
            return []
        if node.type == "fstring_string":
            return list(type(self).changes(node.value))
        if node.parent.type in ("simple_stmt", "file_input"):
            return []  # a docstring
        literal = _LITERAL.fullmatch(node.value)
        offset = len(literal["open"])
        return [Change(offset + start, offset + end, text) for start, end, text in type(self).changes(literal["body"])]

    @classmethod
    def examples(cls):
        return ()


def _operator(name, changes, *examples):
    found = [Example(*pair) for pair in examples]
    made = {"changes": staticmethod(changes), "examples": classmethod(lambda _: found), "__doc__": changes.__doc__}
    return type(name, (_Literals,), made)


OPERATORS = {
    "alternative lost": _operator("Words", words, ("x = '今年|明年'", "x = '□|明年'")),
    "look-around turned": _operator("Lookarounds", lookarounds, ("x = '(?<!位)一体'", "x = '(?<=位)一体'")),
    "quantifier dropped": _operator("Quantifiers", quantifiers, ("x = '新?四风'", "x = '新四风'")),
    "anchor dropped": _operator("Anchors", anchors, ("x = '^合一'", "x = '合一'")),
    "class changed": _operator("Classes", classes, ("x = '[内一]'", "x = '[^内一]'")),
    "word replaced": _operator("Names", names, ("x = 'list'", "x = '□'")),
}
