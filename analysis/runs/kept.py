"""Results kept in a folder by a key that names everything they are made from."""

import os
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

Kept = TypeVar("Kept")


def kept_result(folder: Path, key: str, make: Callable[[], Kept]) -> Kept:
    """Return the result that a folder keeps under a key, or make it and keep it.

    The file appears whole. One that is damaged is made anew.

    Parameters
    ----------
    folder
        Made if it does not exist. Only this program writes there: what it holds is loaded as Python objects.
    key
        Names everything that the result depends on, as `code_key` does.
    make
        Makes the result, which is never None.
    """
    path = folder / f"{key}.pickle"
    try:
        found = cast(Kept, pickle.loads(path.read_bytes()))  # noqa: S301  our own
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
        found = make()
        folder.mkdir(parents=True, exist_ok=True)
        handle, hidden = tempfile.mkstemp(prefix=".", dir=folder)
        with os.fdopen(handle, "wb") as file:
            pickle.dump(found, file, pickle.HIGHEST_PROTOCOL)
        Path(hidden).replace(path)
    else:
        os.utime(path)  # in use: what no build has used for long is tidied away
    return found
