"""Definitions: the public names of the modules, with signature, description and lines, read without running them.

The pages of the code reference show them, and every figure can be traced to the function that draws it.
"""

import ast
import functools
import re
from pathlib import Path
from typing import NamedTuple

from analysis import paths

PACKAGE = "analysis"
_BLOCK = re.compile(r"^```\{modules\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LONGEST_VALUE = 90
_Callable = ast.FunctionDef | ast.AsyncFunctionDef


class Field(NamedTuple):
    """One column of a row type, or one member of a class of constants."""

    name: str
    type: str  # as written; "" where none is
    said: str  # the comment beside it


class Definition(NamedTuple):
    """One public name of a module."""

    name: str  # as in the module; of a method with its class: Reader.read
    kind: str  # function, class, exception, method, property or data
    signature: str  # (found: pd.DataFrame) -> Figure; of a constant its value, if that is short
    said: str  # the docstring; of a constant the comment beside it
    first: int  # lines in the file, from 1
    last: int
    fields: tuple[Field, ...] = ()


class DefinitionError(LookupError):
    """A name that no page of the code reference shows; the message says where it belongs."""


def source(module: str) -> str:
    """Return the source of a module of the project, named without the package."""
    return (paths.ROOT / PACKAGE / f"{module}.py").read_text(encoding="utf-8")


def description(module: str) -> str:
    """Return the docstring of a module."""
    return ast.get_docstring(ast.parse(source(module))) or ""


@functools.cache
def read(module: str) -> tuple[Definition, ...]:
    """Return the public names that a module defines, methods behind their class, in the order of the file."""
    text = source(module)
    lines = text.splitlines()
    found: list[Definition] = []
    body = ast.parse(text).body
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, _Callable) and _public(node.name):
            found.append(_function(node, "function"))
        elif isinstance(node, ast.ClassDef) and _public(node.name):
            found += _class(node, lines)
        else:
            found += _constants(node, after, lines)
    return tuple(found)


def pages() -> dict[str, tuple[str, ...]]:
    """Return the modules that each page of the code reference shows, {"code/slogans": ("numerals", ...)}."""
    return {
        f"{paths.CODE.name}/{path.stem}": tuple(
            name for block in _BLOCK.findall(path.read_text(encoding="utf-8")) for name in block.split()
        )
        for path in sorted(paths.CODE.glob("*.md"))
    }


def address(module: str, name: str = "") -> str:
    """Return where the book shows a module, or a name of it: `code/figures.html#analysis.figures.slogans_by_type`.

    Raises
    ------
    DefinitionError
        If no page shows the module, or it has no such public name.
    """
    page = next((page for page, modules in pages().items() if module in modules), "")
    if not page:
        raise DefinitionError(f"{paths.CODE.name}/: no page shows {module}; add it to the page of its field")
    if name and name not in {definition.name for definition in read(module)}:
        raise DefinitionError(f"{PACKAGE}/{module}.py: has no public name {name}; correct the name")
    return f"{page}.html#{'.'.join(filter(None, (PACKAGE, module, name)))}"


def drawing(label: str) -> tuple[str, str]:
    """Return module and function that draw a figure, by its label; `fig-slogans-by-type` is drawn by `slogans_by_type`.

    The longest name that the label begins with counts, since the figure of one text has the id of the text behind it.

    Raises
    ------
    DefinitionError
        If no function is named so.
    """
    stem = label.removeprefix("fig-").replace("-", "_")
    known = [
        (definition.name, path.stem)
        for path in sorted((paths.ROOT / PACKAGE).glob("figures*.py"))
        for definition in read(path.stem)
        if definition.kind == "function" and f"{stem}_".startswith(f"{definition.name}_")
    ]
    if not known:
        raise DefinitionError(f"{PACKAGE}/figures*.py: no function draws {label}; its name must be {stem}")
    name, module = max(known, key=lambda pair: len(pair[0]))
    return module, name


def modules() -> list[str]:
    """Return the names of all modules, sorted."""
    return sorted(path.stem for path in Path(paths.ROOT / PACKAGE).glob("*.py") if path.stem != "__init__")


def _public(name: str) -> bool:
    return not name.startswith("_")


def _first(node: _Callable | ast.ClassDef) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


def _function(node: _Callable, kind: str, within: str = "") -> Definition:
    arguments = node.args
    if kind == "method" and not any(_named(decorator) == "staticmethod" for decorator in node.decorator_list):
        arguments = ast.parse(f"def f({ast.unparse(node.args)}): ...").body[0].args  # type: ignore[attr-defined]
        (arguments.posonlyargs or arguments.args).pop(0)
    returned = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    signature = returned.removeprefix(" -> ") if kind == "property" else f"({ast.unparse(arguments)}){returned}"
    return Definition(
        f"{within}{node.name}", kind, signature, ast.get_docstring(node) or "", _first(node), node.end_lineno or 0
    )


def _class(node: ast.ClassDef, lines: list[str]) -> list[Definition]:
    bases = [_named(base) for base in node.bases]
    kind = "exception" if any(base.endswith(("Error", "Exception")) for base in bases) else "class"
    fields = tuple(_fields(node, lines))
    shown = f"({', '.join(ast.unparse(base) for base in node.bases)})" if node.bases else ""
    found = [
        Definition(node.name, kind, shown, ast.get_docstring(node) or "", _first(node), node.end_lineno or 0, fields)
    ]
    for part in node.body:
        if isinstance(part, _Callable) and _public(part.name):
            is_property = any(_named(decorator) in ("property", "cached_property") for decorator in part.decorator_list)
            found.append(_function(part, "property" if is_property else "method", f"{node.name}."))
    return found


def _fields(node: ast.ClassDef, lines: list[str]) -> list[Field]:
    found = []
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and _public(part.target.id):
            found.append(Field(part.target.id, ast.unparse(part.annotation), _comment(part, lines)))
        elif isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name) and part.targets[0].id.isupper():
            found.append(Field(part.targets[0].id, "", _comment(part, lines)))
    return found


def _constants(node: ast.stmt, after: ast.stmt | None, lines: list[str]) -> list[Definition]:
    """Return a public constant, described by the comment beside it or by the string below it."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    value = getattr(node, "value", None)
    if not isinstance(target, ast.Name) or not _public(target.id) or value is None:
        return []
    shown = ast.unparse(value)
    below = after.value if isinstance(after, ast.Expr) else None
    said = below.value if isinstance(below, ast.Constant) and isinstance(below.value, str) else _comment(node, lines)
    short = shown if len(shown) <= _LONGEST_VALUE else ""
    return [Definition(target.id, "data", short, said, node.lineno, node.end_lineno or 0)]


def _comment(node: ast.stmt, lines: list[str]) -> str:
    """Return the comment behind a statement on its last line."""
    behind = lines[(node.end_lineno or 1) - 1].encode()[node.end_col_offset or 0 :].decode()
    return behind.partition("#")[2].strip()


def _named(node: ast.expr) -> str:
    """Return the last name of an expression such as a decorator or a base."""
    if isinstance(node, ast.Call):
        return _named(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
