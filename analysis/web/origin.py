"""Where a page comes from: version and day of the book, and the notebook that made the page."""

import functools
import re
import subprocess
from pathlib import Path

from sphinx.application import Sphinx

from .. import paths
from ..bilingual.languages import CHINESE_CHAPTERS, CHINESE_FOLDER, chapter_name, english_page, is_chinese_page, root_of
from ..bilingual.sources import read_chapter

NOTEBOOK_FOLDER = "notebooks"
"""Of a built book: the chapters as they ran."""


@functools.cache
def book_revision() -> tuple[str, str]:
    """Return version and day of the last change, "" for the day outside of a clone."""
    version = re.search(
        r'^version = "([^"]+)"$', (paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    command = ["git", "-C", str(paths.ROOT), "log", "-1", "--format=%cs"]
    try:
        day = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        day = ""
    return version[1] if version else "", day


@functools.cache
def book_commit() -> str:
    """Return the commit from which the book is built, short; "" outside of a clone."""
    command = ["git", "-C", str(paths.ROOT), "rev-parse", "--short=10", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return ""


def executed_notebook(app: Sphinx, page: str) -> Path:
    """Return where the executed notebook of a page lies, if the page has one."""
    return Path(app.outdir).parent / "jupyter_execute" / f"{page}.ipynb"


def notebook_link(app: Sphinx, page: str) -> str:
    """Return where a page finds itself as a notebook, "" if it did not run."""
    ran = page.startswith("chapters/") and executed_notebook(app, english_page(page)).is_file()
    name = chapter_name(page)
    path = CHINESE_CHAPTERS / f"{name}.md"
    if is_chinese_page(page) and not (path.is_file() and read_chapter(path).is_unwritten):
        name = f"{CHINESE_FOLDER}/{name}"
    return f"{root_of(page)}{NOTEBOOK_FOLDER}/{name}.ipynb" if ran else ""


def binder_link(repository: str, path: str) -> str:
    """Return the address at which Binder opens a file of a repository on GitHub; "" for any other repository."""
    named = re.fullmatch(r"https://github\.com/([\w.-]+)/([\w.-]+?)(?:\.git)?/?", repository)
    return f"https://mybinder.org/v2/gh/{named[1]}/{named[2]}/HEAD?urlpath=lab/tree/{path}" if named else ""
