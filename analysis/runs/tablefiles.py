"""Tables as files: rows are written as they come, and the files appear whole at the end or not at all."""

import importlib
import io
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO, Any, NamedTuple, Protocol

TABLE_FORMATS = ("csv", "jsonl", "parquet")
_BATCH = 20_000  # rows of a Parquet row group: few enough for memory, enough to compress

FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n"
"""The signs at the beginning of a cell by which a spreadsheet takes it for a formula, or looks for one behind them."""

_SPECIAL = re.compile('[,"\r\n]')


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
        self._lines = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
        self._columns = columns
        self._lines.write(_line(column.name for column in columns))

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows."""
        self._lines.writelines(_line(self._fields(row)) for row in rows)

    def _fields(self, row: tuple[Any, ...]) -> Iterator[Any]:
        for column, value in zip(self._columns, row, strict=True):
            if value is None:
                yield None
            elif column.kind in ("words", "digits"):
                yield json.dumps(value, ensure_ascii=False)
            elif column.kind == "flag":
                yield str(value).lower()
            else:
                yield without_formula(value) if column.from_text and value else value

    def close(self) -> None:
        """End the file."""
        self._lines.flush()
        self._lines.detach()

    def abandon(self) -> None:
        """Write nothing more: every row is in the file already."""
        with suppress(OSError, ValueError):
            self._lines.detach()


class JoinedCsvFile(CsvFile):
    """Comma-separated values as the published tables have them: lists joined by semicolons, True and False."""

    def _fields(self, row: tuple[Any, ...]) -> Iterator[Any]:
        for column, value in zip(self._columns, row, strict=True):
            if column.kind in ("words", "digits"):
                value = joined_list(value)  # noqa: PLW2901
            yield without_formula(value) if column.from_text and value else value


def joined_list(items: Iterable[object]) -> str:
    """Return a list as a cell: 1;3;5. A semicolon within an item is written full-width, as Chinese texts have it."""
    return ";".join(without_formula(str(item)).replace(";", "；") for item in items)


def _line(fields: Iterable[Any]) -> str:
    r"""Return a line of CSV; Python's own writer does not quote a lone \r, at which a spreadsheet begins a row."""
    return ",".join(map(_field, fields)) + "\n"


def _field(value: object) -> str:
    words = "" if value is None else str(value)
    return '"' + words.replace('"', '""') + '"' if _SPECIAL.search(words) else words


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
