"""What the command line shows on a terminal, and how it is ended from there."""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from analysis.documents import Problem

Result = TypeVar("Result")


@contextmanager
def ending() -> Iterator[list[int]]:
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
def progress(results: Iterable[Result], total: int) -> Iterator[tuple[Iterable[Result], Callable[[str], None]]]:
    """Open a progress bar if standard error is a terminal; also return how to tell something beside it."""
    if not sys.stderr.isatty():
        yield results, tell
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
def volume(total: int) -> Iterator[Callable[[int], None]]:
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


def counted(results: Iterable[Result], sizes: Iterable[int], advance: Callable[[int], None]) -> Iterator[Result]:
    """Yield the results, and move a bar on by the size of each when it is done."""
    for result, size in zip(results, sizes, strict=True):
        yield result
        advance(int(size))


def tell(message: str) -> None:
    """Print a line on standard error."""
    typer.echo(message, err=True)


def told(problem: "Problem") -> str:
    """Return a problem as a line, whatever the names in it hold."""
    return printable(f"{problem.path}: {problem.reason}")


def printable(path: str) -> str:
    """Return a path on one line, whatever its name holds."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path)
