"""What costs much to make is kept between processes and builds, under a key that names everything it is made from.

Chapters run in processes of their own, and a book is built again and again: what was found in a text, drawn or cut lies
in `paths.KEPT`, an archive of files for each result. Where there is no such folder, as in an installed package,
everything is made when it is asked for.
"""

import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from .. import paths
from .files import write_whole


def kept_files(kind: str, key: Callable[[], str], make: Callable[[], Mapping[str, bytes]]) -> dict[str, bytes]:
    """Return the files that are kept under a key, or make and keep them.

    They appear whole; an archive that is damaged is made anew.

    Parameters
    ----------
    kind
        What they are; a folder for each kind.
    key
        Names everything that the files depend on, as `code_key` does; asked only where something is kept.
    make
        Makes the files by their names.
    """
    if paths.KEPT is None:
        return dict(make())
    path = paths.KEPT / kind / f"{key()}.zip"
    try:
        with zipfile.ZipFile(path) as archive:
            found = {name: archive.read(name) for name in archive.namelist()}
        os.utime(path)  # in use
    except (OSError, zipfile.BadZipFile):
        found = dict(make())
        _write(path, found)
    return found


def kept_file(kind: str, key: Callable[[], str], make: Callable[[], bytes]) -> bytes:
    """Return the one file that is kept under a key, or make and keep it, as `kept_files` does."""
    return kept_files(kind, key, lambda: {"file": make()})["file"]


def _write(path: Path, files: Mapping[str, bytes]) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:  # with checksums, and not compressed
        for name, file in files.items():
            archive.writestr(name, file)
    write_whole(path, content.getvalue())


def forget_unused(folder: Path, since: float) -> None:
    """Remove what nobody has asked for since a time (seconds of the system's clock) from a folder."""
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_mtime < since:
            path.unlink(missing_ok=True)
