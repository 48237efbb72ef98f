"""Records kept between runs, by their keys: a run computes what is new and continues where an earlier one stopped.

A store is a folder of Parquet files that are never changed: each appears whole, with some hundred records. A key names
everything that a record is made from, so that a changed file or rule has another key, and old records are passed over.
"""

import gc
import itertools
import secrets
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import pyarrow as pa
from pyarrow import parquet

from ..extraction.main_values import Value
from ..runs import write_whole
from .explained import Explained
from .goals import Goal
from .records import Announcing, Named, Record, make_records
from .reports import Notice, Report, Task

_SEGMENT = 128  # records of a file: so many are lost at most when a run is killed
_KINDS = {
    str: pa.string(),
    int: pa.int64(),
    int | None: pa.int64(),
    str | None: pa.string(),
    float | None: pa.float64(),
    bool: pa.bool_(),
    tuple[str, ...]: pa.list_(pa.string()),
    tuple[int, ...]: pa.list_(pa.int64()),
}


def table_fields(row: type[NamedTuple]) -> list[pa.Field]:
    """Return the columns of a table whose rows are named tuples, by their annotations."""
    return [pa.field(name, _KINDS[kind]) for name, kind in row.__annotations__.items()]


RECORD_SCHEMA = pa.schema(
    [
        pa.field("key", pa.string()),
        pa.field("report", pa.struct(table_fields(Report))),
        pa.field("notices", pa.list_(pa.struct(table_fields(Notice)))),
        pa.field("own", pa.int64()),
        pa.field("tokens", pa.int64()),
        pa.field("sketch", pa.list_(pa.int64())),
        pa.field("targets", pa.list_(pa.struct(table_fields(Value)))),
        pa.field("results", pa.list_(pa.struct(table_fields(Value)))),
        pa.field("goals", pa.list_(pa.struct(table_fields(Goal)))),
        pa.field("slogans", pa.list_(pa.struct(table_fields(Named)))),
        pa.field("announcing", pa.list_(pa.struct(table_fields(Announcing)))),
        pa.field("explained", pa.list_(pa.struct(table_fields(Explained)))),
        pa.field("words", pa.list_(pa.string())),
        pa.field("counts", pa.list_(pa.int32())),
    ]
)
"""The columns of a record; words and counts are its terms."""


def pack_records(made: Iterable[Record]) -> pa.RecordBatch:
    """Return records as a batch of rows of `RECORD_SCHEMA`, the form in which they travel between processes."""
    rows = [(*record[:-1], record.terms.keys(), record.terms.values()) for record in made]
    columns = _columns(rows, list(RECORD_SCHEMA))
    return pa.RecordBatch.from_arrays(columns, schema=RECORD_SCHEMA)


def _columns(rows: Sequence[Sequence[Any]], fields: Sequence[pa.Field]) -> list[pa.Array]:
    parts = zip(*rows, strict=True) if rows else itertools.repeat(())
    return [_column(part, field.type) for part, field in zip(parts, fields, strict=bool(rows))]


def _column(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Return values as an array, named tuples as structs: by columns, as rows of dictionaries take twice the time."""
    if pa.types.is_struct(kind):
        return pa.StructArray.from_arrays(_columns(values, kind.fields), fields=kind.fields)
    if pa.types.is_list(kind):
        offsets = pa.array([0, *itertools.accumulate(map(len, values))], pa.int32())
        return pa.ListArray.from_arrays(offsets, _column([value for part in values for value in part], kind.value_type))
    return pa.array(values, kind)


def make_packed_records(tasks: Sequence[Task]) -> pa.RecordBatch:
    """Return the records of some reports as a batch: what a process of the engine is asked to do."""
    collects = gc.isenabled()
    gc.disable()  # records hold no cycles, and looking for them took a ninth of the time
    try:
        return pack_records(make_records(tasks))
    finally:
        if collects:
            gc.enable()


class RecordStore:
    """A folder of records; open it with `with`, so that everything that was added is kept.

    Parameters
    ----------
    folder
        Made if it does not exist.
    """

    def __init__(self, folder: Path) -> None:
        """Open or begin a store."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._waiting: list[pa.RecordBatch] = []

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was added, also when a run is broken off."""
        self._keep()

    def keys(self) -> set[str]:
        """Return the keys of all records."""
        return {key for table in self._tables(["key"]) for key in table.column("key").to_pylist()}

    def add(self, batch: pa.RecordBatch) -> None:
        """Add records."""
        self._waiting.append(batch)
        if sum(waiting.num_rows for waiting in self._waiting) >= _SEGMENT:
            self._keep()

    def read(self, columns: list[str], keys: Set[str]) -> Iterator[pa.Table]:
        """Yield the records of some keys, some hundred at a time, each once.

        Parameters
        ----------
        columns
            Columns of `RECORD_SCHEMA`; `key` is read in any case.
        keys
            Which records.
        """
        seen: set[str] = set()
        for table in self._tables(["key", *(column for column in columns if column != "key")]):
            wanted = []
            for key in table.column("key").to_pylist():
                wanted.append(key in keys and key not in seen)
                seen.add(key)
            if any(wanted):  # a file of records of older rules may have other columns
                yield table.filter(pa.array(wanted, pa.bool_()))

    def _tables(self, columns: list[str]) -> Iterator[pa.Table]:
        self._keep()
        for path in sorted(self._folder.glob("*.parquet")):
            with suppress(pa.ArrowInvalid, FileNotFoundError):  # damaged or tidied away: its records are made anew
                yield parquet.ParquetFile(path).read(columns, use_threads=False)  # read_table imports pandas

    def _keep(self) -> None:
        """Write what waits as one file, whole or not at all."""
        if not self._waiting:
            return
        table = pa.Table.from_batches(self._waiting, RECORD_SCHEMA)
        made = pa.BufferOutputStream()  # a writer to a file on a full disk would try again when it is forgotten
        parquet.write_table(table, made, compression="zstd", row_group_size=_SEGMENT)
        write_whole(self._folder / f"{secrets.token_hex(8)}.parquet", made.getvalue())
        self._waiting = []
