"""Replacement: one run at a time writes to a folder; what it made takes the place of older files at its end.

A run that is killed before that leaves the older files as they were. A system renames one thing at a time, and a run
that is killed between two renames leaves some new files beside older ones; the others wait, finished, in a hidden
folder, and the next run puts them in place before it does anything else.
"""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, NamedTuple

from .files import PART
from .tablefiles import Column, CsvFile, JsonlFile, ParquetFile, TableFile

_TABLES: dict[str, Callable[[IO[bytes], list[Column]], TableFile]] = {
    "csv": CsvFile,
    "jsonl": JsonlFile,
    "parquet": ParquetFile,
}
WHOLE = ".whole"
LOCK_NAME = ".lock"
_PATIENCE = 3.0  # seconds: processes of a run that was killed end by themselves within one
_CANNOT_LOCK = {errno.EBADF, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP}  # some network drives


@contextmanager
def writing_tables(folder: Path, tables: Mapping[str, list[Column]], form: str) -> Iterator[dict[str, TableFile]]:
    """Open one file a table, `<folder>/<name>.<form>`, for rows to be added.

    The rows go to hidden files in the folder, which no other run may write to meanwhile. These take their names when
    the block ends, over older files of the same names; if it ends by an exception they are removed and older files stay
    as they were. A run that is killed leaves the older files; if it is killed while names are changed, the next run in
    the folder ends that first.

    Parameters
    ----------
    folder
        Made if it does not exist.
    tables
        The columns of each table by its name.
    form
        One of `TABLE_FORMATS`.

    Raises
    ------
    OSError
        If the folder cannot be made or written to, or another run is writing to it.
    """
    kind = _TABLES[form]
    with holding_folder(folder) as held, staged_files(held) as hidden, ExitStack() as files:
        opened = {
            name: kind(files.enter_context((hidden / f"{name}.{form}").open("wb")), columns)
            for name, columns in tables.items()
        }
        try:
            yield opened
            for table in opened.values():
                table.close()
        finally:
            for table in opened.values():
                table.abandon()


class Held(NamedTuple):
    """A folder to which this run alone writes."""

    folder: Path
    descriptors: tuple[int, ...]  # a child process that inherits them holds the folder too; none on Windows


@contextmanager
def holding_folder(folder: Path, *, patience: float = _PATIENCE) -> Iterator[Held]:
    """Hold a folder, which is made if it does not exist, until the block ends; finish what a killed run left there.

    While it is held, a hidden file lies in it, so that runs on other machines see it on a network drive. The system
    knows whether somebody holds that file: one that a killed run left behind holds nothing.

    Parameters
    ----------
    folder
        Where files are to appear.
    patience
        Seconds to wait for a run that holds it.

    Raises
    ------
    BlockingIOError
        If another run holds the folder.
    OSError
        If the folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder, patience) as descriptors:
        _tidy(folder)
        yield Held(folder, descriptors)


@contextmanager
def _locked(folder: Path, patience: float) -> Iterator[tuple[int, ...]]:
    # rules import this module in a browser, where nobody locks
    from filelock import FileLock, SoftFileLock, Timeout  # noqa: PLC0415

    inherited: list[int] = []
    # A system without locks has a file that stands for one, and no descriptor to inherit.
    native: dict[str, Any] = {"fallback_to_soft": False, "on_acquired": inherited.append}
    # who may write to the folder may lock it, whoever has made the file
    lock = FileLock(folder / LOCK_NAME, mode=0o666, **({} if issubclass(FileLock, SoftFileLock) else native))
    try:
        lock.acquire(timeout=patience, poll_interval=0.1)
    except Timeout:
        reason = "another run is writing there; wait until it has ended, or name another folder"
        raise BlockingIOError(errno.EWOULDBLOCK, reason, str(folder)) from None
    except OSError as error:
        if error.errno not in _CANNOT_LOCK:
            raise OSError(error.errno, error.strerror, str(folder)) from None
    try:
        yield tuple(inherited) if os.name == "posix" else ()
    finally:
        with suppress(OSError):  # before another run can hold it; Windows takes an open file away when it is closed
            Path(lock.lock_file).unlink()
        lock.release()


def _tidy(folder: Path) -> None:
    for left in sorted(folder.glob(f".*{WHOLE}")):
        _put_whole(left, folder)
    for left in folder.glob(f".*{PART}"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def staged_files(held: Held) -> Iterator[Path]:
    """Open a hidden folder whose files take their places in the held one, all of them, when the block ends.

    If the block ends by an exception, they are removed and older files stay as they were. Folders that it makes are
    filled: what else lies in a folder of that name stays there, since it may be somebody's.

    Raises
    ------
    OSError
        If the folder cannot be written to, or a folder stands where a file should, or the reverse.
    """
    part = held.folder / f".{secrets.token_hex(8)}{PART}"
    part.mkdir()
    try:
        yield part
        for path in part.rglob("*"):
            place = held.folder / path.relative_to(part)
            if place.is_dir() and not path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))
            if path.is_dir() and place.exists() and not place.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
        whole = part.rename(part.with_suffix(WHOLE))
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _put_whole(whole, held.folder)


def _put_whole(whole: Path, folder: Path) -> None:
    """Put the files of a hidden folder, and of the folders in it, in their places; what lies beside them stays."""
    for path in sorted(path for path in whole.rglob("*") if not path.is_dir()):
        place = folder / path.relative_to(whole)
        place.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(path, place)
    shutil.rmtree(whole)


def put_in_place(new: Path, place: Path) -> None:
    """Put a file or folder in the place of an older one; where a folder stood, it is afterwards beside the new one.

    Called again after a run was killed in the midst of it, it does what was left to do.
    """
    if new.is_dir() and place.is_dir():  # a folder cannot be renamed over another
        place.rename(new.with_name(f"{new.name}.old"))
    new.replace(place)
