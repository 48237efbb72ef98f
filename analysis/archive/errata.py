"""Errata: what readers found wrong in single rows of the reference; they win over the rules.

Each row of `data/errata.csv` changes a field of a row, drops a row or adds one. It names the row by its report and its
place in the file (`start`, `end`), or its slogan, and says what stands there (`was`): when the rules come to give
something else, the erratum is an error and not applied in silence. `data/report_errata.csv`, beside it, corrects under
which year a whole report is filed.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from .. import paths
from ..language.years import is_date
from ..runs.files import lines_of_rows, parse_csv
from ..texts import DocumentError
from .reports import Report

CORRECTED_TABLES = ("targets", "results", "goals", "slogans", "closures", "decodings")
"""The tables whose rows errata can correct."""

DROP, ADD = "drop", "add"
_BY_REPORT = ("report", "place", "code", "level", "province", "pinyin", "english")  # of the report, not of a row
_NULLABLE = ("unit",)  # columns of text in which an empty field of an erratum is a null


class ErratumError(DocumentError):
    """An erratum that cannot be applied; the message names its line, why, and the remedy."""


class Erratum(NamedTuple):
    """A correction of one row; a row of data/errata.csv."""

    table: str
    report: str
    start: str  # of the row in the file, code points; "" where slogan names the row
    end: str
    slogan: str
    field: str  # a column; drop or add
    was: str  # what the field holds by the rules; of a dropped row FIELD=VALUE; FIELD=VALUE, as many as tell it
    true: str  # what holds; of an added row FIELD=VALUE; FIELD=VALUE for each field
    note: str  # why
    reporter: str  # who found it, as they want to be named
    date: str  # of the report
    line: int = 0  # of the file, in which it begins; the heading is 1


def read_errata(path: Path | None = None) -> tuple[Erratum, ...]:
    """Return the rows of data/errata.csv.

    Raises
    ------
    ErratumError
        If a row is not whole, names no table that can be corrected, or no row of it, or has a date that is no day.
    """
    file = path or paths.DATA / "errata.csv"
    text = file.read_bytes().decode("utf-8")
    heading, rows = parse_csv(text)
    names = list(Erratum._fields[:-1])
    if heading != names:
        raise ErratumError(f"{file.name}, line 1: the columns must be {', '.join(names)}")
    return tuple(_whole(line, row, file.name) for line, row in zip(lines_of_rows(text), rows, strict=True))


def _whole(line: int, row: dict[str, str], file: str) -> Erratum:
    if None in row or None in row.values():
        raise ErratumError(f"{file}, line {line}: a field is missing or too many; quote fields that hold a comma")
    erratum = Erratum(**row, line=line)
    placed = erratum.start.isdecimal() and erratum.end.isdecimal()
    checks = {
        f"{erratum.table!r} is none of the tables {', '.join(CORRECTED_TABLES)}": erratum.table in CORRECTED_TABLES,
        "start and end must be two numbers, or both empty and slogan given": placed
        or bool(erratum.slogan and not erratum.start + erratum.end),
        "report, field, note, reporter and date must be given": all(
            (erratum.report, erratum.field, erratum.note, erratum.reporter, erratum.date)
        ),
        f"date {erratum.date!r} is no day; write YYYY-MM-DD": is_date(erratum.date),
        f"{erratum.field} follows from the report; correct it in report_errata.csv or places.csv": (
            erratum.field not in _BY_REPORT
        ),
    }
    for fault, holds in checks.items():
        if not holds:
            raise ErratumError(f"{file}, line {line}: {fault}")
    return erratum


def apply_errata(
    name: str,
    rows: pa.Table,
    errata: Iterable[Erratum],
    used: Mapping[str, Report],
    year_of: Callable[[int], int] = int,
) -> pa.Table:
    """Return the rows of a table as the errata have them.

    Parameters
    ----------
    name
        Of the table; errata of other tables are left alone.
    rows
        As the rules give them, with the columns of their report.
    errata
        As from `read_errata`, of reports of this collection.
    used
        The reports that the table is made from, by name.
    year_of
        Gives the year of an added row from the plan year of its report, unless the erratum says it.

    Raises
    ------
    ErratumError
        If a row or its old value is not found any more, or is not the only one; if an added row is there already, or
        is not whole.
    """
    changed: dict[tuple[int, str], Any] = {}
    dropped: set[int] = set()
    added: list[dict[str, Any]] = []
    for erratum in errata:
        if erratum.table != name:
            continue
        if erratum.report not in used:
            raise _fault(erratum, "its report is not used; notices.csv says why, take the erratum out")
        here = _rows_at(rows, erratum)
        if erratum.field == ADD:
            added.append(_added(rows.schema, erratum, used[erratum.report], year_of))
            if [index for index in here if _same(rows, index, added[-1])]:
                raise _fault(erratum, "the row is there already; take the erratum out, and thank for it")
        elif erratum.field == DROP:
            dropped.add(_only(rows, here, _fields(erratum, erratum.was, rows.schema), erratum))
        else:
            if erratum.field not in rows.column_names:
                raise _fault(erratum, f"{erratum.field} is no column of {name}")
            was, true = (_value(rows.schema.field(erratum.field), text, erratum) for text in erratum[6:8])
            index = _only(rows, here, {erratum.field: was}, erratum)
            if (index, erratum.field) in changed:
                raise _fault(erratum, "another erratum corrects the same field; keep one")
            changed[index, erratum.field] = true
    return _with_changes(rows, changed, dropped, added)


def _rows_at(rows: pa.Table, erratum: Erratum) -> list[int]:
    mask = pc.equal(rows["report"], erratum.report)
    wanted = {"slogan": erratum.slogan, "start": erratum.start, "end": erratum.end}
    for column, text in wanted.items():
        if text:
            if column not in rows.column_names:
                raise _fault(erratum, f"{erratum.table} has no column {column}; leave it empty")
            mask = pc.and_(mask, pc.equal(rows[column], int(text) if column != "slogan" else text))
    found: list[int] = pc.indices_nonzero(mask).to_pylist()
    return found


def _only(rows: pa.Table, here: Sequence[int], fields: Mapping[str, Any], erratum: Erratum) -> int:
    """Return the one row of some that has the fields."""
    if not here:
        raise _fault(erratum, "no such row any more; look at its sentence, then correct the erratum or take it out")
    fitting = [index for index in here if all(rows[column][index].as_py() == value for column, value in fields.items())]
    if not fitting:
        there = "; ".join(f"{column}={rows[column][here[0]].as_py()}" for column in fields)
        raise _fault(erratum, f"the row has {there} now, not {erratum.was}; correct the erratum or take it out")
    if len(fitting) > 1:
        raise _fault(erratum, f"{len(fitting)} rows fit; name the slogan, or more fields in was")
    return fitting[0]


def _added(schema: pa.Schema, erratum: Erratum, report: Report, year_of: Callable[[int], int]) -> dict[str, Any]:
    placed = report._asdict()
    given = _fields(erratum, erratum.true, schema)
    row = {name: placed[name] for name in schema.names if name in placed} | {"year": year_of(report.year or 0)}
    for name, text in (("start", erratum.start), ("end", erratum.end), ("slogan", erratum.slogan)):
        if text and name in schema.names:
            row[name] = _value(schema.field(name), text, erratum)
    row |= given
    if missing := [name for name in schema.names if name not in row]:
        raise _fault(erratum, f"an added row needs {', '.join(missing)} too, as FIELD=VALUE in true")
    return row


def _same(rows: pa.Table, index: int, row: Mapping[str, Any]) -> bool:
    return all(rows[name][index].as_py() == value for name, value in row.items())


def _fields(erratum: Erratum, said: str, schema: pa.Schema) -> dict[str, Any]:
    """Return the fields of FIELD=VALUE; FIELD=VALUE; a value may hold the sign itself (relation=>=)."""
    fields = {}
    for part in filter(None, (part.strip() for part in said.split(";"))):
        name, sign, text = part.partition("=")
        if not sign or name not in schema.names:
            raise _fault(erratum, f"{part!r} is no FIELD=VALUE of {erratum.table}")
        fields[name] = _value(schema.field(name), text, erratum)
    return fields


def _value(field: pa.Field, text: str, erratum: Erratum) -> Any:
    """Return a field of an erratum as the table has it; a list is JSON, an empty field a null unless it is text."""
    kind = field.type
    if pa.types.is_string(kind):
        return None if not text and field.name in _NULLABLE else text
    if not text:
        return None
    try:
        if pa.types.is_boolean(kind):
            return {"true": True, "false": False}[text]
        if pa.types.is_integer(kind):
            return int(text)
        return json.loads(text) if pa.types.is_list(kind) else float(text)
    except (ValueError, KeyError):
        raise _fault(erratum, f"{text!r} is no value of {field.name}, which holds {kind}") from None


def _with_changes(
    rows: pa.Table, changed: Mapping[tuple[int, str], Any], dropped: set[int], added: list[dict[str, Any]]
) -> pa.Table:
    for name in dict.fromkeys(column for _, column in changed):
        values = rows[name].to_pylist()
        for (index, column), true in changed.items():
            if column == name:
                values[index] = true
        place = rows.schema.get_field_index(name)
        rows = rows.set_column(place, rows.schema.field(name), pa.array(values, rows.schema.field(name).type))
    if dropped:
        rows = rows.filter(pa.array([index not in dropped for index in range(rows.num_rows)]))
    return pa.concat_tables([rows, pa.Table.from_pylist(added, rows.schema)]) if added else rows


def _fault(erratum: Erratum, reason: str) -> ErratumError:
    row = erratum.slogan or f"@{erratum.start}-{erratum.end}"
    return ErratumError(f"errata.csv, line {erratum.line} ({erratum.table}, {erratum.report}, {row}): {reason}")
