"""One file: written whole, read as a table, packed with others; the same content gives the same bytes."""

import secrets
from pathlib import Path

PART = ".part"
"""How the names of hidden files and folders end that are not finished."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that appears whole, over an older one of its name, or not at all.

    Parameters
    ----------
    path
        Its place; the folder is made if it does not exist.
    content
        What it holds.

    Raises
    ------
    OSError
        If it cannot be written; an older file stays as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    hidden = path.with_name(f".{secrets.token_hex(8)}{PART}")
    try:
        hidden.write_bytes(content)
        hidden.replace(path)
    finally:
        hidden.unlink(missing_ok=True)
