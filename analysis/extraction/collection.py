"""A collection of documents: read in order by one or several processes, and written as tables."""

import functools
import operator
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any

from ..runs import Column, map_in_order
from ..runs.replacement import writing_tables
from ..slogans import Slogan
from ..targets import Statement
from ..texts import Document, DocumentError, Problem, Source, read_document
from .document import EXTRACT_TABLES, Extract, File, extract_document

_FIELDS = {"documents": File._fields, "slogans": Slogan._fields, "targets": Statement._fields}


def extract_collection(
    sources: Iterable[Source], *, year: int | None = None, workers: int = 1, scheduler: str = ""
) -> Generator[Extract | Problem, None, None]:
    """Yield the rows of each document, or why it has none, in the order of the sources.

    Parameters
    ----------
    sources
        Files to be read.
    year
        The year that all of them plan for, over what manifest, text and name say.
    workers
        How many processes read; the result does not depend on it. Memory grows with it and with the longest texts, not
        with the number of texts.
    scheduler
        Address of a Dask scheduler whose workers read instead; see `map_in_order`, also for errors.
    """
    read = functools.partial(_extract, year=year)
    yield from map_in_order(read, sources, workers=workers, scheduler=scheduler)


def _extract(source: Source, year: int | None) -> Extract | Problem:
    try:
        document: Document = read_document(source)
    except DocumentError as error:
        return Problem(source.path, str(error))
    try:
        return extract_document(document, year)
    except Exception as error:  # one text must not end a run over thousands
        return Problem(source.path, f"cannot be analysed ({error!r}); please report this as an error of the program")


def write_extracts(
    results: Iterable[Extract | Problem], folder: Path, form: str
) -> Generator[File | Problem, None, None]:
    """Write the tables of a collection and yield what became of each document as soon as it is known.

    The files `<folder>/<table>.<form>` appear when the last result has been taken, all of them or none.

    Parameters
    ----------
    results
        As `extract_collection` yields them.
    folder
        Made if it does not exist.
    form
        One of `TABLE_FORMATS`.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    DocumentError
        If there was no document at all: then nothing is written.
    """
    cut = {name: _cut(_FIELDS[name], columns) for name, columns in EXTRACT_TABLES.items()}
    nothing = True
    with writing_tables(folder, EXTRACT_TABLES, form) as tables:
        for result in results:
            if isinstance(result, Problem):
                yield result
                continue
            nothing = False
            for name, rows in result._asdict().items():
                tables[name].add(map(cut[name], rows))
            yield result.documents[0]
        if nothing:
            raise DocumentError("no document could be read, so nothing was written")


def _cut(fields: tuple[str, ...], columns: list[Column]) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Return a function that takes the fields of a row that a table has."""
    return operator.itemgetter(*(fields.index(column.name) for column in columns))
