"""Whether the shipped tables are what their descriptions say: every column, every row, each fault with its remedy.

The whole of every table is looked at, in Arrow, before the book is built; the package as such is also validated by
Frictionless in the tests. Rows are counted from 0, as `python -m analysis show` does.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from ..texts.places import placed_row_faults
from .accuracy import FieldAccuracy, measured_accuracy
from .columns import OTHER_FORMS, ColumnText, Described, TableText, described_tables, table_files
from .descriptor import column_type, described_files, table_columns

NEEDS_UNIT = {
    "measure": ("growth", "level", "count"),  # parity and qualitative targets have no number, fractions no unit
    "form": ("average", "total", "level", "growth"),
}
"""The columns that say how a value is measured, and the measures that mean nothing without a unit."""

_PLACED = ["place", "code", "level", "province", "year"]
_KEPT = "data/reference_columns.yml"
_MOST = 3  # faults of one kind and column that are told; more are counted
_SHAPES = {"integer": r"^-?[0-9]+$", "number": r"^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$", "boolean": "^(true|false)$"}


def dataset_problems(folder: Path, described: Described | None = None) -> list[str]:
    """Return what is wrong with a folder of shipped tables, a line for each: file, row, fault and remedy.

    Parameters
    ----------
    folder
        Of the tables with their data package, as `python -m analysis dataset` leaves it.
    described
        What the tables are; as in `data/reference_columns.yml` if not given.

    Notes
    -----
    A table or column that is described and not there, or there and not described; a value of another type, an empty
    value where there must be one, a value that is none of those listed, two rows with one key, a link to nothing; a row
    without place, an unknown code, a place in two provinces; a target without unit; a measurement of a field that does
    not exist; a data package or README that describes other files.
    """
    described = described or described_tables()
    problems = [*_undescribed(folder, described), *accuracy_faults(measured_accuracy(), described)]
    tables = {}
    for name, text in described.tables.items():
        files = table_files(name, folder)
        if not files:
            problems.append(
                f"{name}: no {name}.parquet or {name}.csv in {folder}; make it, or take {name} out of {_KEPT}"
            )
            continue
        for path in files:
            if path.suffix[1:] not in OTHER_FORMS:
                tables[path.name] = read_whole_table(path)
                problems += table_faults(tables[path.name], path.name, text)
    for name, text in described.tables.items():
        for column, other in text.links.items():
            ends = [[tables[path.name] for path in table_files(each, folder)[:1]] for each in (name, other)]
            if all(ends) and all(column in end[0].column_names for end in ends):
                problems += _loose_ends(ends[0][0], ends[1][0], column, f"{table_files(name, folder)[0].name}", other)
    return problems or list(_stale(folder))


def read_whole_table(path: Path) -> pa.Table:
    """Return a table file; of CSV all fields as text."""
    if path.suffix == ".parquet":
        return parquet.read_table(path)
    names = table_columns(path)
    return csv.read_csv(
        path,
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
    )


def accuracy_faults(measured: Iterable[FieldAccuracy], described: Described) -> Iterator[str]:
    """Yield the measurements whose table or field is not described."""
    for row in measured:
        if row.table not in described.tables or row.field not in described.tables[row.table].columns:
            yield f"accuracy.csv: {row.table}.{row.field} is no described column; correct its name"


def table_faults(rows: pa.Table, file: str, text: TableText) -> Iterator[str]:
    """Yield what is wrong with the columns and rows of a table.

    Parameters
    ----------
    rows
        As from `read_whole_table`.
    file
        How messages name it.
    text
        What the table is.
    """
    for name in sorted(set(text.columns) ^ set(rows.column_names)):
        lost = name in text.columns
        remedy = f"take it out of {_KEPT}, or make the table anew" if lost else f"describe it in {_KEPT}"
        yield f"{file}, column {name}: {'described, but not in the table' if lost else 'not described'}; {remedy}"
    for name, column in text.columns.items():
        if name in rows.column_names:
            yield from _column_faults(rows, file, column)
    if text.key and set(text.key) <= set(rows.column_names):
        yield from _twofold(rows, file, text.key)
    if set(_PLACED) <= set(rows.column_names):
        yield from _misplaced(rows, file)
    yield from _without_unit(rows, file)


def _undescribed(folder: Path, described: Described) -> Iterator[str]:
    known = {path.name for name in described.tables for path in table_files(name, folder)}
    for path in sorted(folder.glob("*")):
        if path.suffix[1:] in ("csv", "parquet", *OTHER_FORMS) and path.name not in known:
            yield f"{path.name}: not described; describe its columns in {_KEPT}, or take the file away"


def _stale(folder: Path) -> Iterator[str]:
    for name, content in described_files(folder).items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            yield f"{name}: missing, or describes other files than these; run python -m analysis dataset --out {folder}"


def _column_faults(rows: pa.Table, file: str, column: ColumnText) -> Iterator[str]:
    cells = rows[column.name].combine_chunks()
    as_text = pa.types.is_string(cells.type) or pa.types.is_large_string(cells.type)
    said = f"{file}, %s, column {column.name}: "
    empty = pc.is_null(cells)
    if as_text:
        empty = pc.or_(empty, pc.equal(pc.fill_null(cells, ""), ""))
    if not column.nullable:
        yield from _told(rows, empty, said + "empty; every row needs one: correct the row, or its source")
    filled = pc.invert(empty)
    if as_text and column.type in _SHAPES:
        odd = pc.and_(filled, pc.invert(pc.fill_null(pc.match_substring_regex(cells, _SHAPES[column.type]), True)))
        yield from _told(rows, odd, said + f"%s is no {column.type}", cells)
    elif not as_text and column_type(cells.type) != column.type:
        yield f"{file}, column {column.name}: holds {cells.type}, described as {column.type}; correct {_KEPT}"
    if column.values:
        listed = pc.is_in(cells, value_set=pa.array(list(column.values), cells.type))
        yield from _told(
            rows, pc.and_(filled, pc.invert(listed)), said + f"%s is none of {', '.join(column.values)}", cells
        )
    if column.pattern and as_text:
        fits = pc.match_substring_regex(pc.fill_null(cells, ""), f"^(?:{column.pattern})$")
        yield from _told(rows, pc.and_(filled, pc.invert(fits)), said + f"%s does not fit {column.pattern}", cells)
    if column.minimum is not None and column.type in ("integer", "number"):
        numbers = _numbers(cells) if as_text else cells
        low = pc.fill_null(pc.less(numbers, column.minimum), False)
        yield from _told(rows, low, said + f"%s is less than {column.minimum}", cells)


def _numbers(cells: pa.Array) -> pa.Array:
    shaped = pc.match_substring_regex(cells, _SHAPES["number"])
    return pc.cast(pc.if_else(pc.fill_null(shaped, False), cells, None), pa.float64())


def _twofold(rows: pa.Table, file: str, key: tuple[str, ...]) -> Iterator[str]:
    if _distinct(rows, key) == rows.num_rows:
        return
    numbered = rows.select(list(key)).append_column("#", pa.array(range(rows.num_rows)))
    groups = numbered.group_by(list(key)).aggregate([("#", "min"), ("#", "max"), ("#", "count")])
    twice = groups.filter(pc.greater(groups["#_count"], 1)).sort_by("#_min")
    for group in twice.slice(0, _MOST).to_pylist():
        said = ", ".join(str(group[name]) for name in key)
        yield f"{file}, row {group['#_max']}: has {', '.join(key)} of row {group['#_min']} ({said}); keep one of them"
    yield from _more(twice.num_rows, f"{file}: rows with a key of another")


def _distinct(rows: pa.Table, key: tuple[str, ...]) -> int:
    """Return how many different values a key has: its columns as one number, ten times as fast as groups of rows."""
    codes = pa.array(np.zeros(rows.num_rows, np.int64))
    for name in key:
        encoded = rows[name].combine_chunks().dictionary_encode(null_encoding="encode")
        codes = pc.add(pc.multiply(codes, len(encoded.dictionary)), pc.cast(encoded.indices, pa.int64()))
    return int(pc.count_distinct(codes).as_py())


def _loose_ends(rows: pa.Table, others: pa.Table, column: str, file: str, other: str) -> Iterator[str]:
    cells = rows[column].combine_chunks()
    ends = pa.concat_arrays([others[column].combine_chunks(), pa.array(["", None], cells.type)])  # empty: no link
    loose = pc.invert(pc.is_in(cells, value_set=ends))
    yield from _told(rows, loose, f"{file}, %s, column {column}: %s stands in no row of {other}; make both anew", cells)


def _misplaced(rows: pa.Table, file: str) -> Iterator[str]:
    placed = rows.select(_PLACED)
    # a text that is not there is null in the panel
    for index, field in enumerate(placed.schema):
        if pa.types.is_string(field.type):
            placed = placed.set_column(index, field.name, pc.fill_null(placed[field.name], ""))
    # Few thousand reports stand behind some hundred thousand rows: rows are told apart only where one is wrong
    if any(placed_row_faults(placed.group_by(_PLACED).aggregate([]).to_pylist(), file)):
        faults = list(placed_row_faults(placed.to_pylist(), file))
        yield from faults[:_MOST]
        yield from _more(len(faults), f"{file}: rows whose place is wrong")


def _without_unit(rows: pa.Table, file: str) -> Iterator[str]:
    for name, measures in NEEDS_UNIT.items():
        if {name, "unit", "value"} <= set(rows.column_names):
            unit = pc.fill_null(pc.cast(rows["unit"], pa.string()), "")
            missing = pc.or_(pc.equal(unit, ""), pc.is_null(rows["value"]))
            measured = pc.is_in(rows[name], value_set=pa.array(measures))
            told = f"{file}, %s: a %s needs a number and a unit; look at its sentence and correct it in data/errata.csv"
            yield from _told(rows, pc.and_(measured, missing).combine_chunks(), told, rows[name].combine_chunks())


def _told(rows: pa.Table, faulty: pa.Array, said: str, cells: pa.Array | None = None) -> Iterator[str]:
    """Yield a line for the first rows of a mask, each with its number and the place and year that it has."""
    found = pc.indices_nonzero(faulty).to_pylist()
    about = [name for name in ("place", "year", "slogan", "report") if name in rows.column_names][:2]
    for index in found[:_MOST]:
        who = ", ".join(f"{rows[name][index].as_py()}" or f"no {name}" for name in about)
        row = f"row {index}" + (f" ({who})" if who else "")
        yield said % ((row,) if cells is None else (row, repr(cells[index].as_py())))
    if more := list(_more(len(found), re.sub(r", %s.*", "", said))):
        yield from more


def _more(count: int, what: str) -> Iterator[str]:
    if count > _MOST:
        yield f"{what}: {count - _MOST} more like these"
