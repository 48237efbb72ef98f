"""Replacement: one run at a time writes to a folder; what it made takes the place of older files, all of it or none.

A system renames one thing at a time, and a run that is killed between two renames would leave new files beside old
ones. So the renames are done by a process of their own, which a signal to the run does not reach. If that is ended too,
as by a loss of power, the finished files wait in the folder, and the next run puts them in place first.
"""

import errno
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from .tablefiles import Column, CsvFile, JsonlFile, ParquetFile, TableFile

_TABLES: dict[str, Callable[[IO[bytes], list[Column]], TableFile]] = {
    "csv": CsvFile,
    "jsonl": JsonlFile,
    "parquet": ParquetFile,
}


@contextmanager
def writing_tables(folder: Path, tables: Mapping[str, list[Column]], form: str) -> Iterator[dict[str, TableFile]]:
    """Open one file a table, `<folder>/<name>.<form>`, for rows to be added.

    The rows go to hidden files in the folder, which no other run may write to meanwhile. These take their names when
    the block ends, over older files of the same names; if it ends by an exception they are removed and older files stay
    as they were. A run that is killed leaves the older files or the new ones, never some of each.

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


PART, WHOLE = ".part", ".whole"
_PATIENCE = 3.0  # seconds: processes of a run that was killed end by themselves within one

# Runs without the project, so that it starts at once. A folder that is not empty cannot be renamed over: the two are
# exchanged (2: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS) or, where the system cannot, the old one is put aside.
_MOVE = """
import ctypes, os, sys

def exchange(new, old):
    system = ctypes.CDLL(None)
    names = os.fsencode(new), os.fsencode(old)
    if hasattr(system, "renameat2"):
        done = system.renameat2(-100, names[0], -100, names[1], 2)
    else:
        done = system.renamex_np(*names, 2) if hasattr(system, "renamex_np") else -1
    if done:
        os.rename(old, new + ".old")
        os.rename(new, old)

for new, old in zip(sys.argv[1::2], sys.argv[2::2]):
    if os.path.isdir(new) and os.path.isdir(old):
        exchange(new, old)
    else:
        os.replace(new, old)
"""


class Held(NamedTuple):
    """A folder to which this run alone writes."""

    folder: Path
    lock: int  # descriptor of the open folder


@contextmanager
def holding_folder(folder: Path, *, patience: float = _PATIENCE) -> Iterator[Held]:
    """Hold a folder, which is made if it does not exist, until the block ends; finish what a killed run left there.

    Parameters
    ----------
    folder
        Where files are to appear. No file marks that it is held, so that a run that is killed holds nothing.
    patience
        Seconds to wait for a run that holds it.

    Raises
    ------
    BlockingIOError
        If another run holds the folder.
    OSError
        If the folder cannot be made or opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(lock, folder, time.monotonic() + patience)
        held = Held(folder, lock)
        _tidy(held)
        yield held
    finally:
        os.close(lock)


def _lock(lock: int, folder: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                reason = "another run is writing there; wait until it has ended, or name another folder"
                raise BlockingIOError(errno.EWOULDBLOCK, reason, str(folder)) from None
            time.sleep(0.1)
        except OSError as error:
            if error.errno not in (errno.EBADF, errno.ENOLCK, errno.ENOTSUP):  # some network drives cannot lock folders
                raise
            return
        else:
            return


def _tidy(held: Held) -> None:
    for left in sorted(held.folder.glob(f".*{WHOLE}")):
        _put_whole(left, held)
    for left in held.folder.glob(f".*{PART}"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def staged_files(held: Held) -> Iterator[Path]:
    """Open a hidden folder whose files take their places in the held one, all of them, when the block ends.

    If the block ends by an exception, they are removed and older files stay as they were.

    Raises
    ------
    OSError
        If the folder cannot be written to, or a folder stands where a file should.
    """
    part = Path(tempfile.mkdtemp(prefix=".", suffix=PART, dir=held.folder))
    try:
        yield part
        mode = 0o666 & ~_umask()
        for path in part.iterdir():
            if (held.folder / path.name).is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(held.folder / path.name))
            path.chmod(mode)  # a temporary file is readable by its owner alone
        whole = part.rename(part.with_suffix(WHOLE))
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _put_whole(whole, held)


def _put_whole(whole: Path, held: Held) -> None:
    put_in_place([(path, held.folder / path.name) for path in sorted(whole.iterdir())], held)
    whole.rmdir()


def put_in_place(moves: Sequence[tuple[Path, Path]], held: Held) -> None:
    """Put files and folders in the places of older ones, all of them even if this process is killed meanwhile.

    Parameters
    ----------
    moves
        Each new file or folder with its place. A folder that stood there is afterwards where the new one was.
    held
        The folder that this run holds; it stays held until everything is in place.

    Raises
    ------
    OSError
        If one cannot be put in its place.
    """
    command = [sys.executable, "-I", "-S", "-c", _MOVE, *(str(path) for move in moves for path in move)]
    done = subprocess.run(  # noqa: S603  our own
        command, start_new_session=True, pass_fds=[held.lock], capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [f"ended by signal {-done.returncode}"])[-1]
        raise OSError(errno.EIO, f"not everything could be put in place ({reason}); run it again", str(held.folder))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
