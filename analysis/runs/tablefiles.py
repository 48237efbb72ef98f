"""Tables as files: rows are written as they come, and the files appear whole at the end or not at all."""

import csv
import functools
import importlib
import json
from collections.abc import Callable, Iterable
from typing import IO, Any, NamedTuple, Protocol

TABLE_FORMATS = ("csv", "jsonl", "parquet")
_BATCH = 20_000  # rows of a Parquet row group: few enough for memory, enough to compress

FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n"
"""The signs at the beginning of a cell by which a spreadsheet takes it for a formula, or looks for one behind them."""

_LINE_END = "\r\n"


def without_formula(words: str) -> str:
    """Return words for a cell that no spreadsheet runs: with an apostrophe before the sign of a formula.

    A sign alone, such as a relation, is no formula and stays as it is.
    """
    return f"'{words}" if len(words) > 1 and words[0] in FORMULA_SIGNS else words


class Column(NamedTuple):
    """A column of a table file."""

    name: str
    kind: str  # text, whole, number, flag, words (a list of text) or digits (a list of whole numbers and N, X)
    from_text: bool = False  # holds words of a document or a file name, and so anything
    meaning: str = ""  # what stands in it, for whoever opens the file


class TableFile(Protocol):
    """An open table file."""

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows."""

    def close(self) -> None:
        """Write what is left, and end the file."""

    def abandon(self) -> None:
        """Write nothing more, also when the table is forgotten."""


class CsvFile:
    """Comma-separated values in UTF-8; a null is an empty field, a list is JSON.

    No field of document text is a formula for a spreadsheet (`without_formula`).
    """

    MARK = "\ufeff"
    """The byte order mark, by which Excel knows UTF-8 when a file is opened by a double click."""

    def __init__(self, file: IO[bytes], columns: list[Column]) -> None:
        """Write the heading of a table."""
        self._width = len(columns)
        self._changed = [(place, change) for place, one in enumerate(columns) if (change := self._change(one))]
        # Python's writer quotes \\r and \\n only if they are in the line end that it is given
        self._writer = csv.writer(_Lines(file), lineterminator=_LINE_END)
        self._writer.writerow(column.name for column in columns)

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows."""
        self._writer.writerows(map(self._fields, rows))

    @staticmethod
    def _change(column: Column) -> Callable[[Any], object] | None:
        """Return what is made of the values of a column, nulls left out; None if they are written as they are."""
        if column.kind in ("words", "digits"):
            return functools.partial(json.dumps, ensure_ascii=False)
        if column.kind == "flag":
            return _lower
        return without_formula if column.from_text else None

    def _fields(self, row: tuple[Any, ...]) -> list[Any]:
        if len(row) != self._width:
            raise ValueError(f"a row of {len(row)} values for {self._width} columns")
        fields = list(row)
        for place, change in self._changed:
            if fields[place] is not None:
                fields[place] = change(fields[place])
        return fields

    def close(self) -> None:
        """End the file."""

    def abandon(self) -> None:
        """Write nothing more: every row is in the file already."""


class JoinedCsvFile(CsvFile):
    """Comma-separated values as the published tables have them: lists joined by semicolons, True and False."""

    @staticmethod
    def _change(column: Column) -> Callable[[Any], object] | None:
        if column.kind in ("words", "digits"):
            return _joined_cell if column.from_text else joined_list
        return without_formula if column.from_text else None


class _Lines:
    r"""What Python's writer writes to: its line ends become \n alone."""

    def __init__(self, file: IO[bytes]) -> None:
        self._write = file.write

    def write(self, line: str) -> None:
        self._write((line[: -len(_LINE_END)] + "\n").encode("utf-8"))


def _joined_cell(items: Iterable[object]) -> str:
    return without_formula(joined_list(items))  # of =;8 the first item alone is no formula


def _lower(value: object) -> str:
    return str(value).lower()


def joined_list(items: Iterable[object]) -> str:
    """Return a list as a cell: 1;3;5. A semicolon within an item is written full-width, as Chinese texts have it."""
    return ";".join(without_formula(str(item)).replace(";", "；") for item in items)


class JsonlFile:
    """JSON Lines in UTF-8: an object a line, null for a null, lists as lists."""

    def __init__(self, file: IO[bytes], columns: list[Column]) -> None:
        """Begin an empty file."""
        self._file = file
        self._names = [column.name for column in columns]
        self._encode = json.JSONEncoder(ensure_ascii=False).encode

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows."""
        lines = (self._encode(dict(zip(self._names, row, strict=True))) + "\n" for row in rows)
        self._file.write("".join(lines).encode("utf-8"))

    def close(self) -> None:
        """End the file."""

    def abandon(self) -> None:
        """Write nothing more: every row is in the file already."""


class ParquetFile:
    """Parquet with nulls and lists; digits are lists of text, because N and X stand beside numbers."""

    def __init__(self, file: IO[bytes], columns: list[Column]) -> None:
        """Begin a file with the schema of the columns."""
        pa, parquet = map(importlib.import_module, ("pyarrow", "pyarrow.parquet"))  # heavy: only where it is needed
        kinds = {
            "text": pa.string(),
            "whole": pa.int64(),
            "number": pa.float64(),
            "flag": pa.bool_(),
            "words": pa.list_(pa.string()),
            "digits": pa.list_(pa.string()),
        }
        self._schema = pa.schema([(column.name, kinds[column.kind]) for column in columns])
        self._digits = [index for index, column in enumerate(columns) if column.kind == "digits"]
        self._batch = pa.record_batch
        self._writer = parquet.ParquetWriter(file, self._schema)
        self._waiting: list[list[Any]] = []

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows, a full row group at a time."""
        for row in rows:
            values = list(row)
            for index in self._digits:
                values[index] = [str(digit) for digit in values[index]]
            self._waiting.append(values)
            if len(self._waiting) == _BATCH:
                self._flush()

    def _flush(self) -> None:
        columns = zip(*self._waiting, strict=True) if self._waiting else ([] for _ in self._schema)
        self._writer.write_batch(self._batch([list(values) for values in columns], schema=self._schema))
        self._waiting = []

    def close(self) -> None:
        """Write what is left, and the footer."""
        if self._waiting:
            self._flush()
        self._writer.close()

    def abandon(self) -> None:
        """Write nothing more: the writer would end its file when it is forgotten."""
        self._writer.is_open = False
