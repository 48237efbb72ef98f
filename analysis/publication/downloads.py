"""Downloads: the files of the data set, as links of the page that describes it; `book.deposit` puts them there."""

from collections.abc import Mapping
from typing import Any

from IPython.display import HTML

from .rendering import render_template

DATA_FOLDER = "data"
"""The folder of the built book that holds the data set."""

DESCRIBING_FILES = {"datapackage.json": "description for programs", "DATASHEET.md": "datasheet", "README.md": "columns"}
"""What lies beside the tables: name and title."""


def data_archive_name(descriptor: Mapping[str, Any]) -> str:
    """Return the name of the archive of all files of a data package."""
    return f"{descriptor['name']}.zip"


def download_links(descriptor: Mapping[str, Any]) -> HTML:
    """Show a list of the files of a data package, each with its size, that lead to the copies in the book.

    Parameters
    ----------
    descriptor
        As from `package_descriptor`.
    """
    files = [
        {"path": each["path"], "kilobytes": f"{each['bytes'] / 1000:,.0f}", "title": each["title"]}
        for each in descriptor["resources"]
    ]
    shown = render_template("publication/downloads.html", archive=data_archive_name(descriptor), files=files)
    return HTML(shown)  # type: ignore[no-untyped-call]
