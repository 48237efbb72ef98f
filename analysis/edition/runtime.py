"""Python for the browser: what the page for a reader's own text loads, put beside the pages of the built book.

Pyodide (CPython as WebAssembly) comes from npm, pinned with its hash; the rules are the modules of this project, and
the packages that they need are those of `.venv`. The same input gives the same bytes.
"""

import base64
import gzip
import hashlib
import importlib.resources
import json
import re
import shutil
import sys
from importlib.resources.abc import Traversable
from pathlib import Path

from .. import paths
from ..bilingual.languages import root_of, twin_page
from ..lookup.standings import report_figures_json
from ..runs import imported_sources, write_whole
from ..runs.files import pack_zip
from ..runs.sources import source_name
from .reader import page_with_runtime

BUILT_BOOK = paths.BOOK
PYODIDE_FOLDER = paths.ROOT / ".venv" / "npm" / "node_modules" / "pyodide"
WORKER_FILE = paths.ROOT / "browser" / "worker.js"
READER_PAGE = "chapters/browser-text.html"
"""The page that reads a text; its Chinese twin reads one too."""
RUNTIME_FOLDER = "runtime-"
"""How the folder of the runtime begins; its name ends in a hash of its files, so that a browser never mixes two."""

RUNTIME_PACKAGES = ("cn2an", "jieba", "proces", "pyyaml", "stopwordsiso")
_MODULES = {"pyyaml": "yaml"}
_LEFT_OUT = re.compile(r"(?:^|/)(?:analyse|lac_small|posseg|__pycache__)/|_test\.py$|/performance\.py$")
_KEPT = (".py", "dict.txt", ".json")
_PACKED = ("pyodide.asm.mjs", "pyodide.asm.wasm")  # a third of their size; the worker unpacks them
_AS_THEY_ARE = ("pyodide.mjs", "python_stdlib.zip")
RUNTIME_LICENCES = "licences.txt"
RUNTIME_REPORTS = "reports.json.packed"
"""The numbers of the reports, which the page asks for only when a text is to be set beside them."""

_LICENCES = """\
Pyodide {version}: Mozilla Public License 2.0; its source is the package pyodide of the npm registry.
CPython in it: PSF License Agreement. Its standard library: the same, see the files there.
{packages}
analysis and data/lexicon: MIT and CC BY 4.0, see LICENSE of Sounding the Charge.
data/characters.csv: made from the tables of OpenCC 1.4.2, Apache License 2.0.
data/places.csv, data/reference/attested.csv and the numbers of reports in reports.json: CC BY 4.0, see LICENSE of
Sounding the Charge.
"""


class RuntimeFilesError(RuntimeError):
    """Files that are missing; the message says what to do."""


def runtime_archive() -> bytes:
    """Return the rules with their words and packages as a ZIP file that Python in a browser unpacks."""
    sources = imported_sources("edition.marked_text", with_packages=True)
    files = {f"analysis/{source_name(name)}": source for name, source in sources.items()}
    for path in (*paths.LEXICON.glob("*.yml"), *paths.RULE_TABLES):
        files[path.relative_to(paths.ROOT).as_posix()] = path.read_bytes()
    for package in RUNTIME_PACKAGES:
        module = _MODULES.get(package, package)
        files |= _below(importlib.resources.files(module), module)
    return pack_zip(files.items())


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


def runtime_files(pyodide: Path = PYODIDE_FOLDER) -> dict[str, bytes]:
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
    licences = _LICENCES.format(version=version, packages="\n".join(map(_licence, RUNTIME_PACKAGES)))
    lock = json.dumps({"info": about, "packages": {}}, sort_keys=True)  # none of its own packages is needed
    made |= {"worker.js": WORKER_FILE.read_bytes(), "lock.json": lock.encode(), RUNTIME_LICENCES: licences.encode()}
    made[RUNTIME_REPORTS] = gzip.compress(report_figures_json(), 9, mtime=0)
    return {**made, "analysis.zip": runtime_archive()}


def _licence(package: str) -> str:
    """Return the licence of a package in the words that it brings along."""
    found = importlib.metadata.distribution(package)
    texts = [file.read_text() for file in found.files or () if "LICEN" in file.name.upper()]
    author = found.metadata.json.get("author")
    return "\n".join([f"{package} {found.version}: MIT License" + (f", {author}" if author else ""), *texts])


def put_runtime(made: dict[str, bytes], book: Path = BUILT_BOOK) -> Path:
    """Write the runtime into the built book, tell its pages where it is, and return its folder.

    Parameters
    ----------
    made
        As from `runtime_files`.
    book
        Folder of the built pages. A runtime that is there already is replaced.

    Raises
    ------
    RuntimeFilesError
        If the book is not built.
    """
    if not (book / READER_PAGE).is_file():
        raise RuntimeFilesError("the book is not built; run make site")
    digest = hashlib.sha256(b"".join(hashlib.sha256(made[name]).digest() for name in sorted(made))).hexdigest()
    folder = book / "_static" / f"{RUNTIME_FOLDER}{digest[:12]}"
    for name, content in made.items():
        write_whole(folder / name, content)
        if name != RUNTIME_LICENCES:
            write_whole(folder / f"{name}.js", _as_script(name, content).encode("ascii"))
    size = sum(len(content) for name, content in made.items() if name not in (RUNTIME_LICENCES, RUNTIME_REPORTS))
    name = READER_PAGE.removesuffix(".html")
    for each in (name, twin_page(name)):
        page = book / f"{each}.html"
        if page.is_file():
            told = page_with_runtime(page.read_text(encoding="utf-8"), f"{root_of(each)}_static/{folder.name}/", size)
            write_whole(page, told.encode("utf-8"))
    for old in (book / "_static").glob(f"{RUNTIME_FOLDER}*"):
        if old != folder:
            shutil.rmtree(old)
    return folder


def _as_script(name: str, content: bytes) -> str:
    """Return a file as a script: all that a page may load that is opened from a folder."""
    return f'(self.ownTextRuntime??={{}})["{name}"]="{base64.b64encode(content).decode()}";'


def main() -> None:
    """Put the runtime into the built book."""
    made = runtime_files()
    folder = put_runtime(made)
    print(f"{folder.relative_to(paths.ROOT)}: {sum(map(len, made.values())):,} bytes")


if __name__ == "__main__":
    try:
        main()
    except RuntimeFilesError as error:
        sys.exit(str(error))
