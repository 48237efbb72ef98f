"""A function mapped over many things: in this process, in several, or on a Dask cluster, with the same results."""

import importlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4  # items a process that may wait for those before them: so much of a collection is in memory
_RETRIES = 3  # on a cluster, of an item whose worker was lost


class ClusterError(RuntimeError):
    """A cluster that cannot be used; the message says why."""


def map_in_order(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 1, scheduler: str = ""
) -> Generator[Result, None, None]:
    """Yield the result of a function for each item, in order of the items.

    Items are taken as they are needed, so that memory does not grow with their number.

    Parameters
    ----------
    function
        A function of a module, without side effects: an item may be given to it twice when a worker is lost.
    items
        Things that can be sent to another process.
    workers
        How many processes of this machine work; one: this process does.
    scheduler
        Address of a Dask scheduler (tcp://host:port), whose workers work instead. They need this package and must see
        the same files.

    Raises
    ------
    concurrent.futures.process.BrokenProcessPool
        If a process of this machine is ended from outside, as for want of memory.
    ClusterError
        If the scheduler does not answer, or Dask is not installed.
    """
    if scheduler:
        yield from _on_cluster(function, items, scheduler)
    elif workers == 1:
        yield from map(function, items)
    else:
        with ProcessPoolExecutor(workers, multiprocessing.get_context(), _leave_signals, (os.getpid(),)) as pool:
            yield from _windowed(lambda item: pool.submit(function, item), items, _AHEAD * workers)


def _on_cluster(
    function: Callable[[Item], Result], items: Iterable[Item], scheduler: str
) -> Generator[Result, None, None]:
    try:
        distributed = importlib.import_module("distributed")  # optional: requirements-cluster.txt
    except ImportError:
        raise ClusterError("Dask is not installed; make setup-cluster installs it") from None
    with ExitStack() as stack:
        try:
            client = stack.enter_context(distributed.Client(scheduler, timeout="10s", set_as_default=False))
            client.wait_for_workers(1, timeout=30)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(f"{scheduler}: no scheduler with workers answers ({error})") from None
        window = _AHEAD * max(1, sum(client.nthreads().values()))
        submitted = _windowed(lambda item: client.submit(function, item, pure=False, retries=_RETRIES), items, window)
        try:
            yield from submitted
        except distributed.scheduler.KilledWorker as error:
            raise ClusterError(f"workers were lost again and again over one item ({error})") from None


def _windowed(submit: Callable[[Item], Any], items: Iterable[Item], window: int) -> Generator[Any, None, None]:
    """Yield results in order, with as many items under way as the window holds."""
    waiting: deque[Any] = deque()
    try:
        for item in items:
            waiting.append(submit(item))
            if len(waiting) >= window:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _leave_signals(parent: int) -> None:
    """Leave an interruption to the main process, which ends the others; end with it, even if it has gone already."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    """End this process when its parent has gone: a killed parent could not tell it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
