"""Packing: data as a script that a page can load by adding it, also where it is opened as a file.

A browser reads no data files from a folder; it runs scripts. Each shard is one call, `lookup("NAME", DATA);`, with the
data as JSON in which nothing can end the script or its line.
"""

import contextlib
import gc
import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

_ESCAPED = {"</": "<\\/", "<!": "\\u003c!", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@contextlib.contextmanager
def without_collection() -> Iterator[None]:
    """Look for no cycles until the block ends: among millions of small rows without one it costs a fifth."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def shard_script(name: str, data: Any) -> bytes:
    """Return data as a script in UTF-8 that gives them to the page.

    Parameters
    ----------
    name
        Of the shard: `slogans/2a`.
    data
        What JSON knows.

    Raises
    ------
    ValueError
        If a number is none or infinite: missing is None.
    """
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign, escaped in _ESCAPED.items():
        told = told.replace(sign, escaped)
    return f'lookup("{name}",{told});\n'.encode()


def plain_number(value: Any, digits: int = 6) -> float | int | None:
    """Return a number as it is written shortest: a whole one without a point, a missing one as None."""
    if value is None or math.isnan(value):
        return None
    found = round(float(value), digits)
    return int(found) if found == int(found) else found


def plain_numbers(values: Iterable[Any]) -> list[float | int | None]:
    """Return numbers as `plain_number` writes each."""
    return [plain_number(value) for value in values]
