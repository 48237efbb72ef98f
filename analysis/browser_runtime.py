"""Python for the browser: what the page for a reader's own text loads, put beside the pages of the built book.

Pyodide (CPython as WebAssembly) comes from npm, pinned with its hash; the rules are the modules of this project, and
the packages that they need are those of `.venv`. The same input gives the same bytes.
"""

import base64
import gzip
import hashlib
import importlib.metadata
import importlib.resources
import io
import json
import re
import shutil
import sys
import zipfile
from importlib.resources.abc import Traversable
from pathlib import Path

from analysis import browser_pages, paths, rebuild

BOOK = paths.BOOK
PYODIDE = paths.ROOT / ".venv" / "npm" / "node_modules" / "pyodide"
WORKER = paths.ROOT / "browser" / "worker.js"
PAGE = "chapters/browser-text.html"
FOLDER = "runtime-"
"""How the folder of the runtime begins; its name ends in a hash of its files, so that a browser never mixes two."""

PACKAGES = ("cn2an", "jieba", "proces", "pyyaml", "stopwordsiso")
_MODULES = {"pyyaml": "yaml"}
_LEFT_OUT = re.compile(r"(?:^|/)(?:analyse|lac_small|posseg|__pycache__)/|_test\.py$|/performance\.py$")
_KEPT = (".py", "dict.txt", ".json")
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest of a ZIP file
_PACKED = ("pyodide.asm.mjs", "pyodide.asm.wasm")  # a third of their size; the worker unpacks them
_AS_THEY_ARE = ("pyodide.mjs", "python_stdlib.zip")
LICENCES = "licences.txt"
_LICENCES = """\
Pyodide {version}: Mozilla Public License 2.0; its source is the package pyodide of the npm registry.
CPython in it: PSF License Agreement. Its standard library: the same, see the files there.
{packages}
analysis and data/lexicon: MIT and CC BY 4.0, see LICENSE of Sounding the Charge.
"""


class RuntimeFilesError(RuntimeError):
    """Files that are missing; the message says what to do."""


def archive() -> bytes:
    """Return the rules with their words and packages as a ZIP file that Python in a browser unpacks."""
    files = {f"analysis/{name}.py": source for name, source in rebuild.imported("marked_text").items()}
    files["analysis/__init__.py"] = (paths.ROOT / "analysis" / "__init__.py").read_bytes()
    for path in paths.LEXICON.glob("*.yml"):
        files[path.relative_to(paths.ROOT).as_posix()] = path.read_bytes()
    for package in PACKAGES:
        module = _MODULES.get(package, package)
        files |= _below(importlib.resources.files(module), module)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, files[name], zipfile.ZIP_DEFLATED, 9)
    return content.getvalue()


def _below(folder: Traversable, name: str) -> dict[str, bytes]:
    """Return the files of a package that run in a browser, by their places."""
    found: dict[str, bytes] = {}
    for item in folder.iterdir():
        place = f"{name}/{item.name}"
        if item.is_dir() and not _LEFT_OUT.search(f"{place}/"):
            found |= _below(item, place)
        elif item.is_file() and place.endswith(_KEPT) and not _LEFT_OUT.search(place):
            found[place] = item.read_bytes()
    return found


def files(pyodide: Path = PYODIDE) -> dict[str, bytes]:
    """Return all files of the runtime by their names.

    Parameters
    ----------
    pyodide
        The package as npm installed it.

    Raises
    ------
    RuntimeFilesError
        If it is not there.
    """
    try:
        made = {name: (pyodide / name).read_bytes() for name in _AS_THEY_ARE}
        made |= {f"{name}.packed": gzip.compress((pyodide / name).read_bytes(), 9, mtime=0) for name in _PACKED}
        version = json.loads((pyodide / "package.json").read_bytes())["version"]
        about = json.loads((pyodide / "pyodide-lock.json").read_bytes())["info"]
    except FileNotFoundError as error:
        raise RuntimeFilesError(f"{error.filename} is missing; run make site, which fetches it with npm") from None
    licences = _LICENCES.format(version=version, packages="\n".join(map(_licence, PACKAGES)))
    lock = json.dumps({"info": about, "packages": {}}, sort_keys=True)  # none of its own packages is needed
    made |= {"worker.js": WORKER.read_bytes(), "lock.json": lock.encode(), LICENCES: licences.encode()}
    return {**made, "analysis.zip": archive()}


def _licence(package: str) -> str:
    """Return the licence of a package in the words that it brings along."""
    found = importlib.metadata.distribution(package)
    texts = [file.read_text() for file in found.files or () if "LICEN" in file.name.upper()]
    author = found.metadata.json.get("author")
    return "\n".join([f"{package} {found.version}: MIT License" + (f", {author}" if author else ""), *texts])


def put(made: dict[str, bytes], book: Path = BOOK) -> Path:
    """Write the runtime into the built book, tell its page where it is, and return its folder.

    Parameters
    ----------
    made
        As from `files`.
    book
        Folder of the built pages. A runtime that is there already is replaced.

    Raises
    ------
    RuntimeFilesError
        If the book is not built.
    """
    page = book / PAGE
    if not page.is_file():
        raise RuntimeFilesError("the book is not built; run make site")
    digest = hashlib.sha256(b"".join(hashlib.sha256(made[name]).digest() for name in sorted(made))).hexdigest()
    for old in (book / "_static").glob(f"{FOLDER}*"):
        shutil.rmtree(old)
    folder = book / "_static" / f"{FOLDER}{digest[:12]}"
    folder.mkdir()
    for name, content in made.items():
        (folder / name).write_bytes(content)
        if name != LICENCES:
            (folder / f"{name}.js").write_text(_as_script(name, content), encoding="ascii")
    size = sum(map(len, made.values())) - len(made[LICENCES])
    told = browser_pages.with_runtime(page.read_text(encoding="utf-8"), f"../_static/{folder.name}/", size)
    page.write_text(told, encoding="utf-8")
    return folder


def _as_script(name: str, content: bytes) -> str:
    """Return a file as a script: all that a page may load that is opened from a folder."""
    return f'(self.ownTextRuntime??={{}})["{name}"]="{base64.b64encode(content).decode()}";'


def main() -> None:
    """Put the runtime into the built book."""
    made = files()
    folder = put(made)
    print(f"{folder.relative_to(paths.ROOT)}: {sum(map(len, made.values())):,} bytes")


if __name__ == "__main__":
    try:
        main()
    except RuntimeFilesError as error:
        sys.exit(str(error))
