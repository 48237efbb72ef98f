"""Results kept between processes and builds, each under a key that names everything it is made from.

Chapters run in processes of their own, and a book is built again and again: what costs much to make lies in
`paths.KEPT`, a file a result. Where there is no such folder, as in an installed package, everything is made when asked.
"""

import os
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from .. import paths

Kept = TypeVar("Kept")


def kept_result(kind: str, key: Callable[[], str], make: Callable[[], Kept]) -> Kept:
    """Return the result that is kept under a key, or make it and keep it.

    The file appears whole; one that is damaged is made anew.

    Parameters
    ----------
    kind
        What it is; results of a kind lie in a folder of their own. Only this program writes there: what it holds is
        loaded as Python objects.
    key
        Names everything that the result depends on, as `code_key` does; asked only where results are kept.
    make
        Makes the result.
    """
    if paths.KEPT is None:
        return make()
    path = paths.KEPT / kind / f"{key()}.pickle"
    try:
        found = cast(Kept, pickle.loads(path.read_bytes()))  # noqa: S301  our own
        os.utime(path)  # in use
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
        found = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, hidden = tempfile.mkstemp(prefix=".", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            pickle.dump(found, file, pickle.HIGHEST_PROTOCOL)
        Path(hidden).replace(path)
    return found


def forget_unused(folder: Path, since: float) -> None:
    """Remove the results of a folder that nobody has asked for since a time (seconds of the system's clock)."""
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_mtime < since:
            path.unlink(missing_ok=True)
