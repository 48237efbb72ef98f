"""Whether anything has changed: one key for all files of a folder, and for the programs that read them.

What was made from a folder need not be made again while the key of the folder and of the programs is the one that it
had then, and the key of what was made is the one that it had when it was finished. Contents count, and no times: a file
that was saved again as it was has not changed.
"""

import hashlib
import importlib.metadata
import platform
import subprocess
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from .sources import key_of

_COMPILED = "__pycache__"


def key_of_files(folders: Iterable[Path], left_out: Collection[str] = ()) -> str:
    """Return a key of all files in some folders: their names and what they hold.

    Parameters
    ----------
    folders
        In a fixed order; one that is not there is told apart from one that is empty.
    left_out
        Names of what does not count directly within them. Nowhere count hidden files and folders, compiled modules,
        what was installed from a folder (`*.egg-info`), and folders to which a link leads.

    Raises
    ------
    OSError
        If a file cannot be read.
    """
    parts: list[str] = []
    for folder in folders:
        parts.append("folder" if folder.is_dir() else "none")
        for path in _files(folder, left_out):
            parts += [path.relative_to(folder).as_posix(), _digest(path)]
    return key_of(*parts)


def _files(folder: Path, left_out: Collection[str] = ()) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in left_out or path.name == _COMPILED or path.suffix == ".egg-info":
            continue
        if path.is_dir():
            if path.is_symlink():
                continue  # it may lead back to where the walk began
            yield from _files(path)
        elif path.is_file():
            yield path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()


def key_of_programs(folder: Path) -> str:
    """Return a key of what reads the files of a folder: Python, all packages with their versions, and its commit.

    The commit counts because pages name it; outside of a clone there is none.
    """
    packages = {f"{found.metadata['Name']} {found.version}" for found in importlib.metadata.distributions()}
    command = ["git", "-C", str(folder), "rev-parse", "HEAD"]
    try:
        commit = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603  our own
    except (OSError, subprocess.CalledProcessError):
        commit = ""
    return key_of(platform.python_version(), platform.machine(), commit.strip(), *sorted(packages))
