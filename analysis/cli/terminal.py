"""What the command line shows on a terminal, and how it is ended from there."""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import typer

from ..runs import ClusterError
from ..texts import DocumentError, Problem

Outcome = TypeVar("Outcome")


def write_utf8() -> None:
    """Let what goes into a file or another program be UTF-8, which Windows would write in the code page of the machine.

    On a terminal its own encoding stays, and what that does not have is shown by its number, not as an error. Who sets
    PYTHONIOENCODING has chosen.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and "PYTHONIOENCODING" not in os.environ:
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8")


@contextmanager
def collecting_signals() -> Iterator[list[int]]:
    """Collect the signals to end, so that a run ends between two documents; a second signal ends it at once.

    An exception in the midst, as while processes are started, could leave processes that wait for each other.
    """
    received: list[int] = []

    def receive(number: int, _frame: object) -> None:
        received.append(number)
        signal.signal(number, signal.SIG_DFL)

    earlier = {number: signal.signal(number, receive) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield received
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


@contextmanager
def progress_bar(results: Iterable[Outcome], total: int) -> Iterator[tuple[Iterable[Outcome], Callable[[str], None]]]:
    """Open a progress bar if standard error is a terminal; also return how to tell something beside it."""
    if not sys.stderr.isatty():
        yield results, print_error
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True) as bar:
        yield (
            bar.track(results, total=total),
            lambda message: console.print(message, markup=False, highlight=False, soft_wrap=True),
        )


@contextmanager
def volume_bar(total: int) -> Iterator[Callable[[int], None]]:
    """Open a bar of bytes with rate and time left if standard error is a terminal; return how to move it on."""
    if not sys.stderr.isatty():
        yield lambda _bytes: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        DownloadColumn,
        Progress,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda size: bar.advance(task, size)


def counting_bytes(
    results: Iterable[Outcome], sizes: Iterable[int], advance: Callable[[int], None]
) -> Iterator[Outcome]:
    """Yield the results, and move a bar on by the size of each when it is done."""
    for result, size in zip(results, sizes, strict=True):
        yield result
        advance(int(size))


@contextmanager
def told_errors(out: Path, left: str, ended: str = "", also: str = "") -> Iterator[None]:
    """Tell what ends a run in one line, with the exit status 1.

    Parameters
    ----------
    out
        Where the run writes; named where the system does not say which file it is about.
    left
        What became of the files, told after an error of the system.
    ended
        What to do where a process was ended from outside.
    also
        What is told after an error of a document, whose own message says what is wrong.
    """
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    try:
        yield
    except (DocumentError, ClusterError) as error:
        print_error("; ".join(filter(None, (on_one_line(str(error)), also))))
        raise typer.Exit(1) from None
    except OSError as error:
        # "File exists" would leave open what is wrong with that
        reason = "is a file; name a folder" if isinstance(error, FileExistsError) else error.strerror or error
        print_error(f"{on_one_line(str(error.filename or out))}: {reason}; {left}")
        raise typer.Exit(1) from None
    except BrokenProcessPool:
        print_error(f"a process was ended from outside, perhaps for want of memory; {ended}")
        raise typer.Exit(1) from None


def package_version() -> str:
    """Return the version of the program: of the installed distribution, or of the clone that it runs in."""
    import importlib.metadata  # noqa: PLC0415
    import tomllib  # noqa: PLC0415

    from .. import paths  # noqa: PLC0415

    declared = paths.ROOT / "pyproject.toml"
    if paths.DATA.parent == paths.ROOT and declared.is_file():  # a clone may be newer than what was installed from it
        return str(tomllib.loads(declared.read_text(encoding="utf-8"))["project"]["version"])
    return importlib.metadata.version("sounding-the-charge")


def need_clone(folder: Path, what: str) -> None:
    """Leave with one line if a folder is missing that only a clone has.

    Parameters
    ----------
    folder
        Of the project, such as its corpus.
    what
        What is part of a clone, and what is to be done there.
    """
    if not folder.is_dir():
        print_error(f"{folder}: no such folder; {what} there")
        raise typer.Exit(1)


def print_error(message: str) -> None:
    """Print a line on standard error."""
    typer.echo(message, err=True)


def problem_line(problem: Problem) -> str:
    """Return a problem as a line, whatever the names in it hold."""
    return on_one_line(f"{problem.path}: {problem.reason}")


def on_one_line(path: str) -> str:
    """Return a path on one line, whatever its name holds."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path)
