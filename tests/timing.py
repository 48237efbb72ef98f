"""Processor time of a call: the least of three, since the collector of garbage may come in between."""

import time


def seconds(call, *arguments):
    return min(_once(call, arguments) for _ in range(3))


def within(limit, call, *arguments):
    """Tell whether one of three calls takes less than the limit; no more are made than needed."""
    return any(_once(call, arguments) < limit for _ in range(3))


def _once(call, arguments):
    start = time.process_time()
    call(*arguments)
    return time.process_time() - start
