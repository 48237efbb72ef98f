"""Workbooks: all tables in one file for Excel, a sheet a table and one that says what the columns hold.

Cells of text are text whatever they hold, so that no date, code or formula is made of them; numbers are numbers.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from .files import pack_zip
from .tablefiles import Column, joined_list

COLUMN_SHEET = "columns"
_MOST_ROWS = 1_048_576  # of a sheet, with its heading
_MOST_CHARACTERS = 32_767  # of a cell
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_WIDTHS = {"text": 18, "words": 40, "digits": 12, "whole": 11, "number": 11, "flag": 9}
_WIDE = {"quote": 44, "path": 40, "reason": 60, "meaning": 90}


def workbook_bytes(book: Any, level: int = 9) -> bytes:
    """Return a workbook of openpyxl as a file without the time of its making: the same cells give the same bytes.

    Parameters
    ----------
    book
        The workbook, which is saved.
    level
        How hard to compress, 1 to 9.
    """
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as packed:  # once more, without the time
        members = [(name, _WHEN.sub(rb"\g<1>1980-01-01T00:00:00Z", packed.read(name))) for name in packed.namelist()]
    return pack_zip(members, level)


class SheetFullError(OSError):
    """More rows than a worksheet holds."""


class Workbook:
    """A workbook that is filled table by table; nothing is written to the disk.

    Parameters
    ----------
    tables
        The columns of each table by its name, which is that of its sheet.
    """

    def __init__(self, tables: Mapping[str, list[Column]]) -> None:
        """Begin a sheet for each table."""
        from openpyxl import Workbook as Book  # noqa: PLC0415  only where one is written

        self._book: Any = Book(write_only=True)
        self.sheets = {name: Worksheet(self._book, name, columns) for name, columns in tables.items()}
        self._tables = tables

    def content(self) -> bytes:
        """Return the workbook as a file; the same rows give the same bytes."""
        names = [Column("table", "text"), Column("column", "text"), Column("kind", "text"), Column("meaning", "text")]
        told = Worksheet(self._book, COLUMN_SHEET, names)
        for name, columns in self._tables.items():
            told.add((name, column.name, _KINDS[column.kind], column.meaning) for column in columns)
        return workbook_bytes(self._book, level=6)

    def abandon(self) -> None:
        """End what was begun: sheets that are forgotten half-written complain on standard error."""
        for sheet in self._book.worksheets:
            sheet.close()


_KINDS = {
    "text": "text",
    "whole": "whole number",
    "number": "number",
    "flag": "TRUE or FALSE",
    "words": "list, parted by semicolons",
    "digits": "list of numbers, parted by semicolons",
}


class Worksheet:
    """A worksheet to which rows are added, as to a table file."""

    def __init__(self, book: Any, name: str, columns: list[Column]) -> None:
        """Begin a sheet with its heading."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415

        self._columns = columns
        self._rows = 1
        self._sheet = book.create_sheet(name)
        self._sheet.freeze_panes = "A2"
        for place, column in enumerate(columns, start=1):
            width = _WIDE.get(column.name, _WIDTHS[column.kind])
            self._sheet.column_dimensions[get_column_letter(place)].width = width
        self._sheet.append([self._text(column.name, bold=True) for column in columns])

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows.

        Raises
        ------
        SheetFullError
            If a sheet of Excel holds no more.
        """
        for row in rows:
            self._rows += 1
            if self._rows > _MOST_ROWS:
                raise SheetFullError(
                    27, f"sheet {self._sheet.title}: Excel holds {_MOST_ROWS - 1:,} rows; take --format csv or parquet"
                )
            self._sheet.append([self._cell(column, value) for column, value in zip(self._columns, row, strict=True)])

    def close(self) -> None:
        """Nothing is left to write; the workbook is saved as one."""

    def abandon(self) -> None:
        """Write nothing more: nothing is on the disk."""

    def _cell(self, column: Column, value: Any) -> Any:
        if column.kind in ("words", "digits"):
            value = joined_list(value)
        return self._text(value) if isinstance(value, str) and value else (None if value == "" else value)

    def _text(self, words: str, *, bold: bool = False) -> Any:
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
        from openpyxl.styles import Font  # noqa: PLC0415

        cell = WriteOnlyCell(self._sheet, value=_CONTROL.sub(" ", words)[:_MOST_CHARACTERS])
        cell.data_type = "s"  # text also where it begins with =
        if bold:
            cell.font = Font(bold=True)
        return cell
