"""Folders: the files of every kind that is read, and why each other file is not."""

import os
from collections.abc import Iterable
from pathlib import Path

from ..runs.tablesets import TABLE_SET_FORMATS, WORKBOOK_NAME
from ..texts import Problem, Source, find_sources
from ..texts.documents import Wanted
from .kinds import FILE_ENDINGS, unread_file


def find_files(
    paths: Iterable[str | os.PathLike[str]], outside: Path | None = None
) -> tuple[list[Source], list[Problem]]:
    """Return the sources of all files that paths name, in order of `doc_id`, and why the others are not read.

    Parameters
    ----------
    paths
        Files of a kind of `FILE_ENDINGS`, folders, and manifests, as for `find_sources`. Every file of a folder is a
        source or a problem; only hidden ones (a dot first, or Word's `~$`) are passed over, and folders that hold the
        tables of a run are named as one, since the texts beside them would count twice.
    outside
        The folder that tables are written to, which may lie in the one that is read.
    """
    own = os.path.realpath(outside) if outside else None

    def reason(folder: Path) -> str:
        if own is not None and os.path.realpath(folder) == own:
            return "the folder that is written to"
        return "the tables of an earlier run" if _holds_tables(folder) else ""

    return find_sources(paths, Wanted(FILE_ENDINGS, unread_file, reason))


def _holds_tables(folder: Path) -> bool:
    if (folder / WORKBOOK_NAME).is_file():
        return True
    return any(
        all((folder / f"{name}.{form}").is_file() for name in ("documents", "unread")) for form in TABLE_SET_FORMATS
    )
