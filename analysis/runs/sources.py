"""The sources behind a module: everything of the project that it imports, at any depth, read without running it.

What was computed is kept under a key of these sources, so that a change in any of them is never answered from what
older code computed.
"""

import ast
import functools
import hashlib
import importlib.metadata
import importlib.util
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE_FOLDER = Path(__file__).resolve().parents[1]
_ROOT = "project"  # a name of its own: the folder is `analysis` in a clone and `sounding_the_charge` where installed


def imported_sources(*modules: str, with_packages: bool = False) -> dict[str, bytes]:
    """Return the sources of some modules and of all that they import of the project.

    Parameters
    ----------
    modules
        Named from the folder of the packages: `slogans.recognition`; a package (`slogans`) is its `__init__`.
    with_packages
        Whether the `__init__` of the package of every module counts too, with what it imports: Python runs it first,
        but what the module computes does not depend on it.

    Returns
    -------
    dict
        Source by name; the outermost package is "".

    Raises
    ------
    FileNotFoundError
        If there is no such module.
    """
    waiting, found = list(modules), dict[str, bytes]()
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        path = _path(name)
        found[name] = path.read_bytes()
        if name and with_packages:
            waiting.append(name.rpartition(".")[0])
        waiting += _imports(found[name], name, name if path.stem == "__init__" else name.rpartition(".")[0])
    return found


def code_key(*modules: str, files: Iterable[Path] = (), packages: Iterable[str] = ()) -> str:
    """Return a key that changes with whatever some modules compute.

    Parameters
    ----------
    modules
        As for `imported_sources`, which finds all that they import.
    files
        Data that they read, in a fixed order.
    packages
        Packages of others whose version matters.
    """
    sources = imported_sources(*modules)
    versions = (f"{name} {importlib.metadata.version(name)}" for name in packages)
    return key_of(*versions, *(sources[name] for name in sorted(sources)), *(path.read_bytes() for path in files))


def key_of(*parts: str | bytes) -> str:
    """Return a hash of some parts in their order; the border between two parts counts."""
    found = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        found.update(f"{len(content)}:".encode() + content)
    return found.hexdigest()


def source_name(module: str) -> str:
    """Return where the source of a module lies below the folder of the packages: `slogans/recognition.py`."""
    return _path(module).relative_to(PACKAGE_FOLDER).as_posix()


def _path(name: str) -> Path:
    place = PACKAGE_FOLDER.joinpath(*filter(None, name.split(".")))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


@functools.cache  # a build makes some hundred keys, each of a hundred sources
def _imports(source: bytes, name: str, package: str) -> tuple[str, ...]:
    """Return the modules of the project that a source imports; `package` is where its relative imports start.

    The face of a package is followed in what it imports at once: what its functions import is not needed by others.
    """
    return tuple(_read_imports(ast.parse(source), f"{_ROOT}.{package}".rstrip("."), at_once=package == name))


def _read_imports(tree: ast.Module, here: str, *, at_once: bool) -> Iterator[str]:
    for node in tree.body if at_once else ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue  # an absolute import names other packages: the project imports itself by relative names only
        module = importlib.util.resolve_name("." * node.level + (node.module or ""), here)
        imported = module.removeprefix(_ROOT).removeprefix(".")
        yield imported
        for alias in node.names:  # a module of a package, or a name in a module
            member = f"{imported}.{alias.name}".removeprefix(".")
            if _path(member).is_file():
                yield member
