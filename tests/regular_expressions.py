"""Every regular expression of the project, and texts that make a careless one slow."""

import ast
import importlib
import inspect
import itertools
import re
from re import _constants, _parser

from analysis import paths

_SEARCHING = {"search", "match", "fullmatch", "sub", "split", "findall", "finditer"}
_MOST_SIGNS = 12  # characters that an expression is attacked with


def all_of_them():
    """Return the expressions by their names: of modules, of their tables, of functions that make one, and in calls."""
    found = {}
    for path in _modules():
        name_of_module = ".".join(path.relative_to(paths.ROOT).with_suffix("").parts)
        module = importlib.import_module(name_of_module)
        for name, value in vars(module).items():
            if callable(value) and getattr(value, "__module__", "") != module.__name__:
                continue  # imported
            for number, pattern in enumerate(_patterns(value)):
                found[f"{path.parent.name}.{path.stem}.{name}.{number}"] = pattern
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if _is_search(node):
                found[f"{path.parent.name}.{path.stem}:{node.lineno}"] = re.compile(node.args[0].value)
    return {name: pattern for name, pattern in found.items() if isinstance(pattern.pattern, str)}


def _modules():
    found = (paths.ROOT / "analysis").rglob("*.py")
    return sorted(path for path in found if not path.stem.startswith("__"))


def methods():
    """Return by which methods the project uses each name of an expression, and each that stands in a call."""
    found = {}
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in _SEARCHING:
                named = node.value
                name = getattr(named, "id", getattr(named, "attr", ""))
                name = f"{path.stem}:{node.lineno}" if _is_search(node) else name
                found.setdefault(name, set()).add(node.attr)
    return found


def _patterns(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from itertools.chain.from_iterable(map(_patterns, value.values()))
    elif isinstance(value, (list, tuple)):
        yield from itertools.chain.from_iterable(map(_patterns, value))
    elif callable(value) and "Pattern" in str(getattr(value, "__annotations__", {}).get("return", "")):
        needed = [p for p in inspect.signature(value).parameters.values() if p.default is p.empty]
        names = [("metaphors",), ("stance",)] if [p.name for p in needed] == ["name"] else [()] * (not needed)
        yield from itertools.chain.from_iterable(_patterns(value(*arguments)) for arguments in names)


def _is_search(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in _SEARCHING
        and isinstance(node.args[0], ast.Constant)
    )


def signs(pattern):
    """Return characters that the parts of an expression accept, those of its repetitions first."""
    repeated, other = [], []
    _collect(_parser.parse(pattern.pattern, pattern.flags), False, repeated, other)
    chosen = list(dict.fromkeys([*repeated, *other]))
    return chosen[: _MOST_SIGNS // 2] + chosen[_MOST_SIGNS // 2 :: 1 + len(chosen) // _MOST_SIGNS][: _MOST_SIGNS // 2]


def _collect(tree, within, repeated, other):
    for operation, argument in tree:
        if operation in (_constants.LITERAL, _constants.NOT_LITERAL):
            (repeated if within else other).append(chr(argument) if operation == _constants.LITERAL else "甲")
        elif operation == _constants.ANY:
            (repeated if within else other).append("甲")
        elif operation == _constants.IN:
            (repeated if within else other).extend(_of_set(argument))
        elif operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            _collect(argument[2], within or argument[1] > 50, repeated, other)
        elif operation == _constants.SUBPATTERN:
            _collect(argument[3], within, repeated, other)
        elif operation == _constants.BRANCH:
            for branch in argument[1]:
                _collect(branch, within, repeated, other)
        elif operation in (_constants.ASSERT, _constants.ASSERT_NOT):
            _collect(argument[1], within, repeated, other)
        elif operation == _constants.ATOMIC_GROUP:
            _collect(argument, within, repeated, other)


def _of_set(items):
    if items[0][0] == _constants.NEGATE:
        return ["甲", " ", "。", "\n"]
    found = []
    for operation, argument in items:
        if operation == _constants.LITERAL:
            found.append(chr(argument))
        elif operation == _constants.RANGE:
            found.append(chr(argument[0] + (argument[1] - argument[0]) // 2))
        elif operation == _constants.CATEGORY:
            found.append({"DIGIT": "7", "SPACE": " ", "WORD": "甲"}.get(str(argument).rpartition("_")[2], "。"))
    return found[:3]


def attacks(pattern, size):
    """Yield texts of a size: one or two characters again and again, behind a line end and before what fits nothing."""
    chosen = signs(pattern)
    units = [*chosen, *(a + b for a, b in itertools.permutations(chosen[:5], 2))]
    for unit in units:
        run = (unit * (size // len(unit) + 1))[:size]
        yield f"{run}\0"
        if "^" in pattern.pattern:
            yield f"甲\n{run}\0"
    for prefix, unit in itertools.permutations(chosen[:4], 2):
        yield f"{prefix}{unit * size}\0"
