"""Definitions: the public names of the modules, with signature, description and lines, read without running them.

The pages of the code reference show them, and every figure can be traced to the function that draws it.
"""

import ast
import functools
import re
from typing import NamedTuple

from .. import paths
from ..runs.sources import PACKAGE_FOLDER, source_name

PACKAGE_NAME = "analysis"
_LONGEST_VALUE = 90
_Callable = ast.FunctionDef | ast.AsyncFunctionDef


class DefinedField(NamedTuple):
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
    fields: tuple[DefinedField, ...] = ()


class DefinitionError(LookupError):
    """A name that no page of the code reference shows; the message says where it belongs."""


def module_source(module: str) -> str:
    """Return the source of a module, named from the folder of the packages: `slogans.recognition`."""
    return (PACKAGE_FOLDER / source_name(module)).read_text(encoding="utf-8")


def module_description(module: str) -> str:
    """Return the docstring of a module."""
    return ast.get_docstring(ast.parse(module_source(module))) or ""


def public_face(package: str) -> list[str]:
    """Return the names that a package shows: those of its `__all__`, sorted."""
    for node in ast.parse(module_source(package)).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return sorted(ast.literal_eval(node.value))
    return []


@functools.cache
def read_definitions(module: str) -> tuple[Definition, ...]:
    """Return the public names that a module defines, methods behind their class, in the order of the file."""
    text = module_source(module)
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


def packages() -> list[str]:
    """Return the names of the packages that the code reference shows, sorted: each has a page."""
    return sorted(path.stem for path in paths.CODE.glob("*.md") if (PACKAGE_FOLDER / path.stem).is_dir())


_SHOWN = re.compile(r"^```\{package\} (\w+)\n(?::modules: ([\w ]+)\n)?", re.MULTILINE)


@functools.cache
def code_pages() -> dict[str, str]:
    """Return which page of the code reference shows each module, by its name: a heavy package has several pages."""
    pages: dict[str, str] = {}
    for path in sorted(paths.CODE.glob("*.md")):
        for package, chosen in _SHOWN.findall(path.read_text(encoding="utf-8")):
            shown = [f"{package}.{name}" for name in chosen.split()] or module_names(package)
            pages |= dict.fromkeys(shown, path.stem)
    return pages


def module_names(package: str = "") -> list[str]:
    """Return the names of the modules of a package, or of all packages, sorted; faces are none."""
    found = (path.relative_to(PACKAGE_FOLDER).with_suffix("") for path in (PACKAGE_FOLDER / package).rglob("*.py"))
    return sorted(".".join(path.parts) for path in found if not path.stem.startswith("__"))


def code_address(module: str, name: str = "") -> str:
    """Return where the book shows a module, or a name of it.

    `figures.slogans` is shown at `code/figures.html#analysis.figures.slogans`, its function behind one more dot.

    Raises
    ------
    DefinitionError
        If no page shows the module, or it has no such public name.
    """
    page = code_pages().get(module)
    if page is None or module not in module_names(module.partition(".")[0]):
        package = module.partition(".")[0]
        raise DefinitionError(f"{paths.CODE.name}/: no page shows {module}; write {package}.md as for other packages")
    if name and name not in {definition.name for definition in read_definitions(module)}:
        raise DefinitionError(f"{PACKAGE_NAME}/{source_name(module)}: has no public name {name}; correct the name")
    return f"{paths.CODE.name}/{page}.html#{'.'.join(filter(None, (PACKAGE_NAME, module, name)))}"


def drawing_function(label: str) -> tuple[str, str]:
    """Return module and function that draw a figure, by its label; `fig-slogans-by-type` is drawn by `slogans_by_type`.

    The longest name that the label begins with counts, since the figure of one text has the id of the text behind it.

    Raises
    ------
    DefinitionError
        If no function is named so.
    """
    stem = label.removeprefix("fig-").replace("-", "_")
    known = [
        (definition.name, module)
        for module in module_names("figures")
        for definition in read_definitions(module)
        if definition.kind == "function" and f"{stem}_".startswith(f"{definition.name}_")
    ]
    if not known:
        raise DefinitionError(f"{PACKAGE_NAME}/figures: no function draws {label}; its name must be {stem}")
    name, module = max(known, key=lambda pair: len(pair[0]))
    return module, name


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


def _fields(node: ast.ClassDef, lines: list[str]) -> list[DefinedField]:
    found = []
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name) and _public(part.target.id):
            found.append(DefinedField(part.target.id, ast.unparse(part.annotation), _comment(part, lines)))
        elif isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name) and part.targets[0].id.isupper():
            found.append(DefinedField(part.targets[0].id, "", _comment(part, lines)))
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
