"""Folders: the files of every kind that is read, and why each other file is not."""

import os
from collections.abc import Iterable
from pathlib import Path

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
        source or a problem; only hidden ones (a dot first, or Word's `~$`) are passed over.
    outside
        A folder that is not searched: the one that tables are written to, which may lie in the one that is read.
    """
    return find_sources(paths, Wanted(FILE_ENDINGS, unread_file, outside))
