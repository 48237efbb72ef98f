"""A function mapped over many items: in this process, in several, or on a Dask cluster, with the same results.

`map_in_order` is what others call. Wherever the work is done, only a window of items is under way at a time
(`_in_window`), so that memory does not grow with their number.
"""

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

_ITEMS_AHEAD = 4  # items for each process that are under way or wait for those before them
_RETRIES = 3  # on a cluster, for an item whose worker was lost


class ClusterError(RuntimeError):
    """A cluster that cannot be used; the message says why."""


def map_in_order(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 1, scheduler: str = ""
) -> Generator[Result, None, None]:
    """Yield the result of a function for each item, in the order of the items.

    Items are taken from their source as they are needed, so that memory does not grow with their number.

    Parameters
    ----------
    function
        A function of a module, without side effects: an item is given to it again if a worker is lost.
    items
        What the function takes; it must be possible to send it to another process.
    workers
        How many processes of this machine do the work; with 1 this process does it.
    scheduler
        Address of a Dask scheduler (tcp://host:port), whose workers do the work instead. They need this package and
        must see the same files.

    Raises
    ------
    concurrent.futures.process.BrokenProcessPool
        If a process of this machine is ended from outside, for example for want of memory.
    ClusterError
        If the scheduler does not answer, or Dask is not installed.
    """
    if scheduler:
        yield from _on_cluster(function, items, scheduler)
    elif workers == 1:
        yield from map(function, items)
    else:
        with ProcessPoolExecutor(workers, multiprocessing.get_context(), _start_worker, (os.getpid(),)) as pool:
            yield from _in_window(lambda item: pool.submit(function, item), items, _ITEMS_AHEAD * workers)


def _on_cluster(
    function: Callable[[Item], Result], items: Iterable[Item], scheduler: str
) -> Generator[Result, None, None]:
    """Yield the results of the workers of a Dask scheduler, in the order of the items."""
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
        window = _ITEMS_AHEAD * max(1, sum(client.nthreads().values()))
        submitted = _in_window(lambda item: client.submit(function, item, pure=False, retries=_RETRIES), items, window)
        try:
            yield from submitted
        except distributed.scheduler.KilledWorker as error:
            raise ClusterError(f"workers were lost again and again over one item ({error})") from None


def _in_window(submit: Callable[[Item], Any], items: Iterable[Item], window: int) -> Generator[Any, None, None]:
    """Yield results in the order of the items, of which as many are under way as the window holds.

    Parameters
    ----------
    submit
        Starts the work on an item and returns its future (with `result` and `cancel`).
    items
        Taken one by one; if the generator is closed early, items that are under way are cancelled.
    window
        How many items are submitted before the first result is waited for.
    """
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


def _start_worker(parent: int) -> None:
    """Make a new process of the pool leave an interruption to its parent and end when the parent does.

    Parameters
    ----------
    parent
        Process id of the main process, which may have gone already.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, args=(parent,), daemon=True).start()


def _end_with_parent(parent: int) -> None:
    """End this process when its parent has gone: a parent that is killed cannot end its children."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
