"""What moved: the numbers, tables and figures that differ between two built books, such as two releases.

A number that the prose quotes is known by its chapter and its name, a table or figure by its id.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

FACTS = "facts.json"  # as `notebooks` writes it
_FOLDERS = ("tables", "figures")


class MovedError(ValueError):
    """A folder that is no built book; the message says what is missing."""


class Fact(NamedTuple):
    """A number of the prose that is not what it was."""

    chapter: str
    name: str
    old: str  # "" if there was none
    new: str  # "" if there is none any more


class Data(NamedTuple):
    """A table, or the data of a figure, that is not what it was."""

    id: str
    old_rows: int | None  # None if there was none
    new_rows: int | None  # None if there is none any more
    cells: int | None  # how many differ, where both have the same columns and as many rows
    gone: int  # rows of the old that the new does not have
    added: int  # rows of the new that the old did not have


Facts = Mapping[str, Mapping[str, str]]


def facts(old: Facts, new: Facts) -> list[Fact]:
    """Return the numbers that differ, by chapter and name.

    Parameters
    ----------
    old, new
        {chapter: {name: number as printed}}, as in `facts.json` of a built book.
    """
    places = sorted({(chapter, name) for book in (old, new) for chapter, said in book.items() for name in said})
    pairs = ((*place, *(book.get(place[0], {}).get(place[1], "") for book in (old, new))) for place in places)
    return [Fact(*pair) for pair in pairs if pair[2] != pair[3]]


def data(label: str, old: str | None, new: str | None) -> Data | None:
    """Return how a table differs, None if it does not.

    Parameters
    ----------
    label
        Its id.
    old, new
        CSV with a heading; None if the book does not have it.
    """
    if old == new:
        return None
    before, after = (None if text is None else list(csv.reader(io.StringIO(text))) for text in (old, new))
    was, now = (Counter(map(tuple, (rows or [[]])[1:])) for rows in (before, after))
    cells = None
    if before and after and before[0] == after[0] and len(before) == len(after):
        pairs = zip(before, after, strict=True)
        cells = sum(a != b for left, right in pairs for a, b in zip(left, right, strict=True))
    old_rows, new_rows = (None if rows is None else len(rows) - 1 for rows in (before, after))
    return Data(label, old_rows, new_rows, cells, (was - now).total(), (now - was).total())


def report(old: Path, new: Path) -> Iterator[str]:
    """Yield what differs between two built books, in lines for a changelog; nothing if they are the same.

    Raises
    ------
    MovedError
        If a folder is no built book of this study.
    """
    for fact in facts(_facts(old), _facts(new)):
        yield f"- {fact.chapter}, `{fact.name}`: {fact.old or 'none'} → {fact.new or 'none'}"
    for folder in _FOLDERS:
        names = sorted({path.stem for book in (old, new) for path in (book / folder).glob("*.csv")})
        for name in names:
            if found := data(name, *(_text(book / folder / f"{name}.csv") for book in (old, new))):
                yield f"- {_said(found)}"


def _said(found: Data) -> str:
    if found.old_rows is None:
        return f"`{found.id}`: new, {found.new_rows:,} rows"
    if found.new_rows is None:
        return f"`{found.id}`: gone, had {found.old_rows:,} rows"
    if found.cells is not None:
        return f"`{found.id}`: cells changed: {found.cells:,}, in {found.gone:,} of {found.old_rows:,} rows"
    rows = f"{found.old_rows:,} → {found.new_rows:,} rows"
    return f"`{found.id}`: {rows}, {found.gone:,} gone or changed, {found.added:,} new or changed"


def _facts(book: Path) -> Facts:
    try:
        read: Facts = json.loads((book / FACTS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise MovedError(f"{book}: has no {FACTS}; name the folder of a built book, such as _build/html") from None
    return read


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
