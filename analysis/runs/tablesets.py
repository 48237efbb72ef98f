"""Sets of tables in one form, with the files that belong to them: written whole or not at all."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from .files import write_whole
from .replacement import holding_folder, staged_files
from .tablefiles import Column, CsvFile, JoinedCsvFile, JsonlFile, ParquetFile, TableFile
from .workbooks import Workbook

TABLE_SET_FORMATS = ("csv", "jsonl", "parquet", "xlsx")
WORKBOOK_NAME = "tables.xlsx"
_KINDS: dict[str, Callable[[IO[bytes], list[Column]], TableFile]] = {
    "csv": JoinedCsvFile,
    "jsonl": JsonlFile,
    "parquet": ParquetFile,
}


class TableSet(NamedTuple):
    """Open tables, and the folder of what is written beside them."""

    tables: Mapping[str, TableFile]
    folder: Path  # hidden; files and folders in it take their places with the tables

    def add_text(self, name: str, text: str) -> None:
        """Write a text in UTF-8, character by character as it is, to a place below the folder."""
        place = self.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode("utf-8"))


@contextmanager
def writing_table_set(
    folder: Path, tables: Mapping[str, list[Column]], form: str, *, mark: bool = False
) -> Iterator[TableSet]:
    """Open tables for rows to be added; they appear when the block ends, all of them or none.

    Parameters
    ----------
    folder
        Made if it does not exist; held while the block runs, see `holding_folder`.
    tables
        The columns of each table by its name.
    form
        One of `TABLE_SET_FORMATS`. A workbook is one file for all tables, the others have a file a table.
    mark
        Whether CSV begins with a byte order mark, by which Excel knows UTF-8.

    Raises
    ------
    OSError
        If the folder cannot be made or written to, or another run is writing to it.
    """
    with holding_folder(folder) as held, staged_files(held) as hidden, ExitStack() as files:
        if form == "xlsx":
            book = Workbook(tables)
            try:
                yield TableSet(book.sheets, hidden)
            except BaseException:
                book.abandon()
                raise
            (hidden / WORKBOOK_NAME).write_bytes(book.content())
            return
        opened: dict[str, TableFile] = {}
        for name, columns in tables.items():
            file = files.enter_context((hidden / f"{name}.{form}").open("wb"))
            if mark and form == "csv":
                file.write(CsvFile.MARK.encode("utf-8"))
            opened[name] = _KINDS[form](file, columns)
        try:
            yield TableSet(opened, hidden)
            for table in opened.values():
                table.close()
        finally:
            for table in opened.values():
                table.abandon()


def write_table(path: Path, name: str, columns: list[Column], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write one table to a file, whole or not at all, in the form that its ending names (see `TABLE_SET_FORMATS`).

    Parameters
    ----------
    path
        Where it is written.
    name
        Of the table; the sheet of a workbook bears it.
    columns, rows
        What it holds.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    form = path.suffix.lower().removeprefix(".")
    if form == "xlsx":
        book = Workbook({name: columns})
        try:
            book.sheets[name].add(rows)
        except BaseException:
            book.abandon()
            raise
        write_whole(path, book.content())
        return
    content = io.BytesIO()
    table = _KINDS[form](content, columns)
    table.add(rows)
    table.close()
    write_whole(path, content.getvalue())
