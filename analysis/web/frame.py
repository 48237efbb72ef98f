"""Frame scripts: those of the theme that every page needs, as one.

Sphinx, Jupyter Book and their extensions ask for a dozen of scripts on every page. Five of them work there, and stand
in one file; the others copy code, open and close it, and start kernels, and no page of the book has what they work on.
"""

import base64
import hashlib
import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

FRAME_SCRIPT = "frame.js"
FRAME_SCRIPTS = (
    "documentation_options.js",
    "doctools.js",
    "scripts/sphinx-book-theme.js",
    "scripts/pydata-sphinx-theme.js",
)
"""Below `_static`, in the order in which they need each other."""

UNUSED_SCRIPTS = (
    "copybutton.js",
    "copybutton_funcs.js",
    "clipboard.min.js",
    "togglebutton.js",
    "design-tabs.js",
    "sphinx-thebe.js",
    "scripts/fontawesome.js",
    "scripts/bootstrap.js",
)
SETTINGS = re.compile(
    r"(?:(?:let|var|const) )?"
    r"(?:toggleHint\w+|toggleOpenOnPrint|togglebuttonSelector|kernelName|DOCUMENTATION_OPTIONS\.\w+) ?="
)
"""Begins what pages tell scripts that are not there, and of themselves what none asks."""

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self' file:",
    "style-src": "'self' file: 'unsafe-inline'",  # bars of tables and drawings are styled where they stand
    "img-src": "'self' file: data: blob:",
    "font-src": "'self' file:",
    "connect-src": "'self' file: blob: data:",
    "base-uri": "'self'",  # of the page for addresses that are not there
    "form-action": "'self' file:",
}
_OF_PYTHON = {"script-src": " blob: 'wasm-unsafe-eval'", "worker-src": "blob:"}
_RUNS_PYTHON = "browser-text.js"
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_NO_PROGRAM = re.compile(r'\bsrc=|\btype="(?!module|text/javascript)')  # data, or a script with a file of its own

# what has a line of its own: comments, and where the unpacked source would be
_BLOCK = re.compile(r"^[ ]*/\*.*?\*/[ ]*$", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ ]*//.*$", re.MULTILINE)
_INDENT = re.compile(r"\n\s*")


def ask_for_script(app: Sphinx, name: str, needs: str) -> None:
    """Let pages load a script of the book, deferred, if their article has a word, and no others.

    Every page is told of it, and the mended frame (`mend_frame` of `theme`) keeps it where it is needed.

    Parameters
    ----------
    app
        Of the build.
    name
        Of the script, below `_static`.
    needs
        The word, such as a class of what the script works on.
    """
    told: dict[str, Any] = {"data-needs": needs}
    app.add_js_file(name, loading_method="defer", **told)


def _short(script: str) -> str:
    return _INDENT.sub("\n", _LINE.sub("", _BLOCK.sub("", script))).strip()


def shorten_scripts(static: Path, names: Iterable[str]) -> None:
    """Write scripts of the book short: without the lines that only say what they do, and without indentation.

    Parameters
    ----------
    static
        Folder of the built book.
    names
        Of scripts of the book, in which no text goes over the end of a line; a part of the book may lack some.
    """
    for path in (static / name for name in names if (static / name).is_file()):
        path.write_text(f"{_short(path.read_text(encoding='utf-8'))}\n", encoding="utf-8")


def write_frame_script(static: Path) -> str:
    """Write the script of all pages in place of those of which it is made; return a digest of it.

    Parameters
    ----------
    static
        Folder of the built book.
    """
    parts = [static / name for name in FRAME_SCRIPTS]
    script = "\n".join(_short(path.read_text(encoding="utf-8")) for path in parts) + "\n"
    for path in (*parts, *(static / name for name in UNUSED_SCRIPTS)):
        path.unlink(missing_ok=True)
    (static / FRAME_SCRIPT).write_text(script, encoding="utf-8")
    return f"{zlib.crc32(script.encode()):08x}"


def with_policy(page: str) -> str:
    """Return a page that says what it loads and runs: files of the book, and the scripts that stand in the page.

    Whatever else gets into it, such as markup in the text of a reader, runs nothing and loads nothing. Only the page
    that reads a text in the browser may start Python there. From a folder files count as strangers, hence `file:`.
    (Content Security Policy Level 3, W3C; in the page, since a static host sends no headers.)

    Parameters
    ----------
    page
        HTML as it is written, with a charset in its head; without one it is returned as it is.
    """
    scripts = dict.fromkeys(code for told, code in _SCRIPT.findall(page) if not _NO_PROGRAM.search(told))
    digests = (base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in scripts)
    rules = dict(_POLICY)
    rules["script-src"] += "".join(f" 'sha256-{digest}'" for digest in digests)
    for name, more in _OF_PYTHON.items() if _RUNS_PYTHON in page else ():
        rules[name] = rules.get(name, "") + more
    told = "; ".join(f"{name} {sources}" for name, sources in rules.items())
    return _CHARSET.sub(rf'\g<0><meta http-equiv="Content-Security-Policy" content="{told}"/>', page, count=1)
