"""Recomputation: the book made anew from the raw data, and every published number and file compared with it.

What is compared is what readers cite: the numbers of the prose, and the files of all figures and tables by their hash.
"""

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis import binding, notebooks, paths

CATALOGUES = ("figures.json", "tables.json")


class RecomputationError(RuntimeError):
    """A book that cannot be compared; the message says why and what to do."""


def differences(published: Path, computed: Path) -> Iterator[str]:
    """Yield a line for every number, figure and table that is not what was computed; nothing if all are the same.

    Parameters
    ----------
    published, computed
        Folders of two built books. Files of the first must also be those that its own catalogues name.

    Raises
    ------
    RecomputationError
        If one is no built book.
    """
    said, found = (_read(book, notebooks.FACTS) for book in (published, computed))
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


def recompute(published: Path, command: tuple[str, ...] = binding.COMMAND, root: Path = paths.ROOT) -> list[str]:
    """Build the book anew in a folder of its own and return `differences`; nothing of the published one is touched.

    Raises
    ------
    RecomputationError, binding.BindingError
        If the published book is none, or the new one cannot be built.
    """
    for name in (notebooks.FACTS, *CATALOGUES):
        _read(published, name)
    with (
        binding.alone(root) as held,
        tempfile.TemporaryDirectory(prefix=binding.UNFINISHED, dir=held.folder) as made,
    ):
        binding.build(command, Path(made), root, held)
        return list(differences(published, Path(made) / paths.BOOK.relative_to(paths.ROOT)))


def _read(book: Path, name: str) -> Any:
    try:
        return json.loads((book / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RecomputationError(f"{book}: has no {name}; name the folder of a built book, or run make book") from None
    except ValueError:
        raise RecomputationError(f"{book / name}: is no JSON; take the book from its release again") from None


def _files(entries: list[dict[str, Any]]) -> dict[str, str]:
    return {file["path"]: file["sha256"] for entry in entries for file in entry["files"]}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "nothing"


def main(arguments: list[str]) -> int:
    """Compare the book that is named, or the one of this folder; print a line for each difference."""
    try:
        found = recompute(Path(arguments[0]) if arguments else paths.BOOK)
    except (RecomputationError, binding.BindingError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(found) or "Every number, figure and table is the same.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
