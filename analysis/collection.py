"""A collection of documents: read in order by one or several processes, and written as tables."""

import functools
import operator
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any

from analysis import documents, engine, extraction, tablefiles
from analysis.documents import Document, DocumentError, Problem, Source
from analysis.extraction import Extract, File
from analysis.slogans import Slogan
from analysis.tablefiles import Column
from analysis.targets import Statement

TABLES = {
    "documents": [
        Column("doc_id", "text", from_text=True),
        Column("path", "text", from_text=True),
        Column("sha256", "text"),
        Column("bytes", "whole"),
        Column("encoding", "text"),
        Column("characters", "whole"),
        Column("characters_read", "whole"),
        Column("plan_year", "whole"),
        Column("year_from", "text"),
        Column("slogans", "whole"),
        Column("targets", "whole"),
    ],
    "slogans": [
        Column("doc_id", "text", from_text=True),
        Column("start", "whole"),
        Column("end", "whole"),
        Column("quote", "text", from_text=True),
        Column("type", "text"),
        Column("scope", "text"),
        Column("digits", "digits"),
        Column("announced", "whole"),
        Column("items", "words", from_text=True),
        Column("note", "text", from_text=True),
    ],
    "targets": [
        Column("doc_id", "text", from_text=True),
        Column("start", "whole"),
        Column("end", "whole"),
        Column("quote", "text", from_text=True),
        Column("indicator_text", "text", from_text=True),
        Column("indicator", "text"),
        Column("measure", "text"),
        Column("relation", "text"),
        Column("value", "number"),
        Column("unit", "text", from_text=True),
        Column("status", "text"),
        Column("period", "whole"),
        Column("headline", "flag"),
        Column("modifier", "text", from_text=True),
    ],
}
"""The tables of a collection; their columns are fields of `File`, `Slogan` and `Statement`, but for `refused`."""

_FIELDS = {"documents": File._fields, "slogans": Slogan._fields, "targets": Statement._fields}


def extracts(
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
        Address of a Dask scheduler whose workers read instead; see `engine.mapped`, also for errors.
    """
    read = functools.partial(_extract, year=year)
    yield from engine.mapped(read, sources, workers=workers, scheduler=scheduler)


def _extract(source: Source, year: int | None) -> Extract | Problem:
    try:
        document: Document = documents.read(source)
    except DocumentError as error:
        return Problem(source.path, str(error))
    try:
        return extraction.extract(document, year)
    except Exception as error:  # one text must not end a run over thousands
        return Problem(source.path, f"cannot be analysed ({error!r}); please report this as an error of the program")


def write(results: Iterable[Extract | Problem], folder: Path, form: str) -> Generator[File | Problem, None, None]:
    """Write the tables of a collection and yield what became of each document as soon as it is known.

    The files `<folder>/<table>.<form>` appear when the last result has been taken, all of them or none.

    Parameters
    ----------
    results
        As `extracts` yields them.
    folder
        Made if it does not exist.
    form
        One of `tablefiles.FORMATS`.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    DocumentError
        If there was no document at all: then nothing is written.
    """
    cut = {name: _cut(_FIELDS[name], columns) for name, columns in TABLES.items()}
    nothing = True
    with tablefiles.writing(folder, TABLES, form) as tables:
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
