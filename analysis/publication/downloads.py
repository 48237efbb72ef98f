"""Downloads: the files of the data set, as links of the page that describes it; `book.deposit` puts them there.

A Chinese page shows them as `{published} tab-downloads`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from IPython.display import HTML

from .. import paths
from ..runs import write_whole
from ..texts.labels import LANGUAGES, bilingual, drawing_language
from .publish import CHINESE_TABLES
from .rendering import render_template

DOWNLOADS = "tab-downloads"
"""How a Chinese page names the list."""

DATA_FOLDER = "data"
"""The folder of the built book that holds the data set."""

DESCRIBING_FILES = {"datapackage.json": "description for programs", "DATASHEET.md": "datasheet", "README.md": "columns"}
"""What lies beside the tables: name and title."""


def data_archive_name(descriptor: Mapping[str, Any]) -> str:
    """Return the name of the archive of all files of a data package."""
    return f"{descriptor['name']}.zip"


def download_links(descriptor: Mapping[str, Any], folder: Path = paths.TABLES) -> HTML:
    """Show a list of the files of a data package, each with its size, that lead to the copies in the book.

    Parameters
    ----------
    descriptor
        As from `package_descriptor`.
    folder
        Where the list is written as HTML for a Chinese page.
    """
    with drawing_language(LANGUAGES[1]):
        chinese = _links(descriptor, "../../")
    write_whole(folder / CHINESE_TABLES / f"{DOWNLOADS}.html", chinese.encode())
    return HTML(_links(descriptor, "../"))  # type: ignore[no-untyped-call]


def _links(descriptor: Mapping[str, Any], root: str) -> str:
    files = [
        {
            "path": each["path"],
            "kilobytes": f"{each['bytes'] / 1000:,.0f}",
            "title": bilingual(each["title"], each.get("titleZh", each["path"])),
        }
        for each in descriptor["resources"]
    ]
    archive = data_archive_name(descriptor)
    return render_template("publication/downloads.html", archive=archive, files=files, root=root, say=bilingual)
