"""A collection of documents: read in order by one or several processes, and written as tables."""

import functools
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from ..ingestion import read_file
from ..runs import map_in_order
from ..runs.tablesets import writing_table_set
from ..texts import DocumentError, Problem, Source
from .columns import EXTRACT_TABLES
from .extracts import Extract, File, extract_document


def extract_collection(
    sources: Iterable[Source], *, year: int | None = None, workers: int = 1, scheduler: str = ""
) -> Generator[Extract | Problem, None, None]:
    """Yield the rows of each document, or why it has none, in the order of the sources.

    Parameters
    ----------
    sources
        Files to be read, of any kind that `read_file` reads.
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
        document = read_file(source)
        return extract_document(document, year)
    except DocumentError as error:
        return Problem(source.path, str(error))
    except Exception as error:  # one text must not end a run over thousands
        return Problem(source.path, f"cannot be analysed ({error!r}); please report this as an error of the program")


def write_extracts(
    results: Iterable[Extract | Problem],
    folder: Path,
    form: str,
    *,
    unread: Sequence[Problem] = (),
    mark: bool = False,
) -> Generator[File | Problem, None, None]:
    """Write the tables of a collection and yield what became of each document as soon as it is known.

    The files `<folder>/<table>.<form>`, or one workbook, and the texts that were taken out of Word, PDF and HTML files
    appear when the last result has been taken, all of them or none.

    Parameters
    ----------
    results
        As `extract_collection` yields them.
    folder
        Made if it does not exist.
    form
        One of `TABLE_SET_FORMATS`.
    unread
        What was no document before anything was read; it is listed with what turns out to be none.
    mark
        Whether CSV begins with a byte order mark.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    DocumentError
        If there was no document at all: then nothing is written.
    """
    nothing = True
    with writing_table_set(folder, EXTRACT_TABLES, form, mark=mark) as opened:
        opened.tables["unread"].add(map(_unread_row, unread))
        for result in results:
            if isinstance(result, Problem):
                opened.tables["unread"].add([_unread_row(result)])
                yield result
                continue
            nothing = False
            for name, rows in result.tables.items():
                opened.tables[name].add(rows)
            if result.file.text:
                opened.add_text(result.file.text, result.raw)
            yield result.file
        if nothing:
            raise DocumentError("no document could be read, so nothing was written")


def _unread_row(problem: Problem) -> tuple[str, str]:
    """Return a row of what was not read. A name that is not UTF-8, as old archives unpack to, is told by its bytes."""
    return problem.path.encode("utf-8", "backslashreplace").decode(), problem.reason
