"""The data package: one JSON file by which programs read the tables of the reference.

It follows Data Package and Table Schema (Frictionless Data): of each table the file with its hash, of each column type,
unit, values and meaning. Beside these stand properties of our own: `titleZh` and `descriptionZh`; `accuracy`, the share
of rows that were right where somebody looked, with `accuracyN`, `accuracyInterval`, `accuracyHow` and `accuracyDate`
(`accuracyByIndicator` where each indicator was looked at); and `limits`, what a table or column cannot bear.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml
from pyarrow import parquet

from .. import paths
from .accuracy import FieldAccuracy, measured_accuracy
from .columns import OTHER_FORMS, ColumnText, Described, TableText, described_tables, table_files
from .listing import listed_readme

DESCRIPTOR_NAME = "datapackage.json"
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "dta": "application/x-stata-dta"}


def table_columns(path: Path) -> list[str]:
    """Return the names of the columns of a table file, in their order."""
    if path.suffix == ".parquet":
        return list(parquet.read_schema(path).names)
    with path.open(encoding="utf-8", newline="") as lines:
        return next(lines, "").strip("\ufeff\r\n").split(",")


def package_descriptor(
    folder: Path, described: Described | None = None, accuracy: Iterable[FieldAccuracy] | None = None
) -> dict[str, Any]:
    """Return the data package of a folder of tables.

    Parameters
    ----------
    folder
        Where the tables are; those of the description that are not there are left out, and `dataset_problems` names
        them.
    described
        What the tables are; as in `data/reference_columns.yml` if not given.
    accuracy
        What was measured of their fields; as in `data/accuracy.csv` if not given.

    Notes
    -----
    Columns stand in the order of the file. One that is not described has its name alone.
    """
    described = described or described_tables()
    measured = list(measured_accuracy() if accuracy is None else accuracy)
    said = described.package
    citation = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "data-package",
        "name": said.name,
        "title": said.title,
        "titleZh": said.title_zh,
        "description": said.says[0],
        "descriptionZh": said.says[1],
        "version": citation["version"],
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0 International",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": author["name"], "role": "author"} for author in citation["authors"]],
        "sources": [dict(source) for source in said.sources],
        "keywords": list(said.keywords),
        "temporalCoverage": said.temporal,
        "spatialCoverage": said.spatial,
        "limits": list(said.limits),
        "resources": [
            _resource(path, table, described, [row for row in measured if row.table == table.name])
            for table in described.tables.values()
            for path in table_files(table.name, folder)
        ],
    }


def descriptor_bytes(descriptor: dict[str, Any]) -> bytes:
    """Return a data package as its file: UTF-8, the same bytes for the same package."""
    return (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()


def described_files(folder: Path) -> dict[str, bytes]:
    """Return the files that describe a folder of tables, by name: the data package, and the README if it has one."""
    files = {DESCRIPTOR_NAME: descriptor_bytes(package_descriptor(folder))}
    readme = folder / "README.md"
    if readme.is_file():
        files[readme.name] = listed_readme(readme.read_text(encoding="utf-8"), folder).encode()
    return files


def _resource(path: Path, table: TableText, described: Described, measured: list[FieldAccuracy]) -> dict[str, Any]:
    content, form = path.read_bytes(), path.suffix[1:]
    others = form in OTHER_FORMS
    resource: dict[str, Any] = {
        "name": table.name if path == table_files(table.name, path.parent)[0] else f"{table.name}-{form}",
        "type": "file" if others else "table",
        "path": path.name,
        "title": table.title[0],
        "titleZh": table.title[1],
        "description": table.says[0],
        "descriptionZh": table.says[1],
        "format": form,
        "mediatype": _MEDIA[form],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if form == "csv":
        resource["encoding"] = "utf-8"
    if table.limits:
        resource["limits"] = list(table.limits)
    if others:  # no program that validates tables reads it
        return resource
    names = table_columns(path)
    schema: dict[str, Any] = {
        "fields": [
            _field(name, table.columns.get(name), [row for row in measured if row.field == name], form)
            for name in names
        ],
        "missingValues": [""] if form == "csv" else [],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    links = [
        {"fields": [column], "reference": {"resource": other, "fields": list(described.tables[other].key)}}
        for column, other in table.links.items()
    ]
    if links:
        schema["foreignKeys"] = links
    return {**resource, "schema": schema}


def _field(name: str, column: ColumnText | None, measured: list[FieldAccuracy], form: str) -> dict[str, Any]:
    if column is None:
        return {"name": name}
    field: dict[str, Any] = {
        "name": name,
        "type": column.type,
        "title": column.title[0],
        "titleZh": column.title[1],
        "description": column.says[0],
        "descriptionZh": column.says[1],
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.values:
        # An empty text is a missing value in CSV, and a value in Parquet
        empty = [""] if column.nullable and form == "parquet" else []
        constraints["enum"] = [*column.values, *empty]
        field["categories"] = [{"value": value, "label": meaning} for value, meaning in column.values.items()]
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if constraints:
        field["constraints"] = constraints
    if column.limits:
        field["limits"] = column.limits
    by_indicator = [row for row in measured if row.indicator]
    for row in measured:
        if not row.indicator:
            field |= _measured(row)
    if by_indicator:
        field["accuracyByIndicator"] = {row.indicator: _measured(row) for row in by_indicator}
    return field


def _measured(row: FieldAccuracy) -> dict[str, Any]:
    return {
        "accuracy": round(row.share, 3),
        "accuracyN": row.n,
        "accuracyInterval": [round(limit, 3) for limit in row.interval()],
        "accuracyHow": row.how,
        "accuracyDate": row.date,
    }


def column_type(kind: pa.DataType) -> str:
    """Return the type of Table Schema of a column of Arrow, as the descriptions have it."""
    tests = (
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_integer, "integer"),
        (pa.types.is_floating, "number"),
        (pa.types.is_list, "array"),
        (pa.types.is_dictionary, "string"),
    )
    return next((name for holds, name in tests if holds(kind)), "string")
