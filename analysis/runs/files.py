"""One file: written whole, read as a table, packed with others into the same bytes every time."""

import csv
import io
import secrets
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

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


class CsvError(ValueError):
    """Text that is no CSV; the message is the reason."""


def parse_csv(text: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return the heading of a table in CSV, and its rows by the names of the heading.

    Parameters
    ----------
    text
        The text of the file; a byte order mark and the line ends in its fields may stand in it.

    Returns
    -------
    tuple
        The heading, empty if there is no line, and the rows. A row that is longer than the heading has what is left
        under None; one that is shorter has None for what is missing.

    Raises
    ------
    CsvError
        If quotation marks stand where CSV has none.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        rows = list(reader)
        return list(reader.fieldnames or ()), rows
    except csv.Error as error:
        raise CsvError(str(error)) from None


def lines_of_rows(text: str) -> list[int]:
    r"""Return the line of the file in which each row of `parse_csv` begins, from 1.

    Empty lines are no rows, and a field in quotation marks may hold line ends.

    Parameters
    ----------
    text
        As of `parse_csv`.

    Examples
    --------
    >>> lines_of_rows('a,b\n1,"x\ny"\n\n2,z\n')
    [2, 5]
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    begins, found = 1, []
    for row in reader:
        if row:
            found.append(begins)
        begins = reader.line_num + 1
    return found[1:]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of the project, a CSV file in UTF-8 (see `parse_csv`).

    Raises
    ------
    OSError
        If it cannot be read.
    """
    return parse_csv(path.read_bytes().decode("utf-8"))[1]


def read_rows_by(path: Path, name: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table of the project by the column that names each (see `read_rows`)."""
    return {row[name]: row for row in read_rows(path)}


_EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a ZIP file


def pack_zip(members: Iterable[tuple[str, bytes]], level: int = 9) -> bytes:
    """Return files as a ZIP file that is the same for the same content: sorted, without dates and owners.

    Parameters
    ----------
    members
        Name and content of each file.
    level
        How hard to compress, 1 to 9.
    """
    packed = io.BytesIO()
    _pack(packed, sorted(members), level)
    return packed.getvalue()


def write_zip(path: Path, members: Mapping[str, Path], level: int = 9) -> None:
    """Write files as the ZIP file of `pack_zip`, one after the other: a whole book need not fit into memory.

    Parameters
    ----------
    path
        Of the ZIP file. It is not whole until the function returns: write it where nobody looks for it yet.
    members
        The file of each name.
    level
        How hard to compress, 1 to 9.

    Raises
    ------
    OSError
        If a file cannot be read, or the ZIP file cannot be written.
    """
    with path.open("wb") as packed:
        _pack(packed, ((name, members[name].read_bytes()) for name in sorted(members)), level)


def _pack(packed: IO[bytes], members: Iterable[tuple[str, bytes]], level: int) -> None:
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.external_attr = 0o644 << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED, level)
