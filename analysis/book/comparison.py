"""Two books compared: what moved between two releases, and whether a book made anew is the one that was published.

A number that the prose quotes is known by its chapter and its name, a table or figure by its id. What is compared is
what readers cite: the numbers of the prose, and the files of all figures and tables by their hash.
"""

import csv
import hashlib
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .. import paths
from .binding import BUILD_COMMAND, UNFINISHED_PREFIX, BindingError, alone_in_folder, build_in

CATALOGUES = ("figures.json", "tables.json")
_FOLDERS = ("tables", "figures")


class BookError(ValueError):
    """A folder that is no built book of this study; the message says what is missing and what to do."""


class MovedFact(NamedTuple):
    """A number of the prose that is not what it was."""

    chapter: str
    name: str
    old: str  # "" if there was none
    new: str  # "" if there is none any more


class MovedData(NamedTuple):
    """A table, or the data of a figure, that is not what it was."""

    id: str
    old_rows: int | None  # None if there was none
    new_rows: int | None  # None if there is none any more
    cells: int | None  # how many differ, where both have the same columns and as many rows
    gone: int  # rows of the old that the new does not have
    added: int  # rows of the new that the old did not have


FactsByChapter = Mapping[str, Mapping[str, str]]


def moved_facts(old: FactsByChapter, new: FactsByChapter) -> list[MovedFact]:
    """Return the numbers that differ, by chapter and name.

    Parameters
    ----------
    old, new
        {chapter: {name: number as printed}}, as in `facts.json` of a built book.
    """
    places = sorted({(chapter, name) for book in (old, new) for chapter, said in book.items() for name in said})
    pairs = ((*place, *(book.get(place[0], {}).get(place[1], "") for book in (old, new))) for place in places)
    return [MovedFact(*pair) for pair in pairs if pair[2] != pair[3]]


def moved_data(label: str, old: str | None, new: str | None) -> MovedData | None:
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
    return MovedData(label, old_rows, new_rows, cells, (was - now).total(), (now - was).total())


def moved_report(old: Path, new: Path) -> Iterator[str]:
    """Yield what differs between two built books, in lines for a changelog; nothing if they are the same.

    Raises
    ------
    BookError
        If a folder is no built book of this study.
    """
    for fact in moved_facts(_read(old, paths.FACTS_NAME), _read(new, paths.FACTS_NAME)):
        yield f"- {fact.chapter}, `{fact.name}`: {fact.old or 'none'} → {fact.new or 'none'}"
    for folder in _FOLDERS:
        names = sorted({path.stem for book in (old, new) for path in (book / folder).glob("*.csv")})
        for name in names:
            if found := moved_data(name, *(_text(book / folder / f"{name}.csv") for book in (old, new))):
                yield f"- {_said(found)}"


def _said(found: MovedData) -> str:
    if found.old_rows is None:
        return f"`{found.id}`: new, {found.new_rows:,} rows"
    if found.new_rows is None:
        return f"`{found.id}`: gone, had {found.old_rows:,} rows"
    if found.cells is not None:
        return f"`{found.id}`: cells changed: {found.cells:,}, in {found.gone:,} of {found.old_rows:,} rows"
    rows = f"{found.old_rows:,} → {found.new_rows:,} rows"
    return f"`{found.id}`: {rows}, {found.gone:,} gone or changed, {found.added:,} new or changed"


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def book_differences(published: Path, computed: Path) -> Iterator[str]:
    """Yield a line for every number, figure and table that is not what was computed; nothing if all are the same.

    Parameters
    ----------
    published, computed
        Folders of two built books. Files of the first must also be those that its own catalogues name.

    Raises
    ------
    BookError
        If one is no built book.
    """
    said, found = (_read(book, paths.FACTS_NAME) for book in (published, computed))
    for chapter in sorted({*said, *found}):
        for name in sorted({*said.get(chapter, {}), *found.get(chapter, {})}):
            one, other = (facts.get(chapter, {}).get(name, "nothing") for facts in (said, found))
            if one != other:
                yield f"{chapter}, {name}: published {one}, computed {other}"
    for catalogue in CATALOGUES:
        listed, made = (_files(_read(book, catalogue)) for book in (published, computed))
        for path in sorted({*listed, *made}):
            one, other = listed.get(path, "nothing"), made.get(path, "nothing")
            if one != other:
                yield f"{path}: published {one[:16]}, computed {other[:16]}"
            if path in listed and _hash(published / path) != one:
                yield f"{path}: the file is not the one that {catalogue} names"


def recompute_book(published: Path, command: tuple[str, ...] = BUILD_COMMAND, root: Path = paths.ROOT) -> list[str]:
    """Build the book anew in a folder of its own and return `book_differences`; the published one stays as it is.

    Raises
    ------
    BookError, BindingError
        If the published book is none, or the new one cannot be built.
    """
    for name in (paths.FACTS_NAME, *CATALOGUES):
        _read(published, name)
    with (
        alone_in_folder(root) as held,
        tempfile.TemporaryDirectory(prefix=UNFINISHED_PREFIX, dir=held.folder) as made,
    ):
        build_in(command, Path(made), root, held)
        return list(book_differences(published, Path(made) / paths.BOOK.relative_to(paths.ROOT)))


def _read(book: Path, name: str) -> Any:
    try:
        return json.loads((book / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        reason = f"has no {name}; name the folder of a built book, such as _build/html, or run make book"
        raise BookError(f"{book}: {reason}") from None
    except ValueError:
        raise BookError(f"{book / name}: is no JSON; take the book from its release again") from None


def _files(entries: list[dict[str, Any]]) -> dict[str, str]:
    return {file["path"]: file["sha256"] for entry in entries for file in entry["files"]}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "nothing"


def main(arguments: list[str]) -> int:
    """Compare the book that is named, or the one of this folder; print a line for each difference."""
    try:
        found = recompute_book(Path(arguments[0]) if arguments else paths.BOOK)
    except (BookError, BindingError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(found) or "Every number, figure and table is the same.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
