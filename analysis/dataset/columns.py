"""What every table and column of the reference is: read from one kept file, from which all descriptions are made.

`data/reference_columns.yml` says of each column what it holds, in English and Chinese, its type, unit and values, and
what it cannot bear. The data package, the tables of columns in the README of the reference and the checks of the
shipped tables are made from it, so that nothing is said twice.
"""

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from .. import paths

COLUMN_TYPES = ("string", "integer", "number", "boolean", "array")
"""The types of columns: those of Table Schema that the tables need."""

OTHER_FORMS = ("dta",)
"""Forms of a table that hold the same rows for other programs than those that validate it."""

_COLUMN_KEYS = {"type", "title", "says", "unit", "values", "pattern", "minimum", "nullable", "limits"}
_TABLE_KEYS = {"title", "says", "file", "key", "links", "limits", "columns"}


class DescriptionError(ValueError):
    """A description of columns that cannot be used; the message names the file, the table and the remedy."""


class ColumnText(NamedTuple):
    """What a column of a table is."""

    name: str
    type: str  # one of COLUMN_TYPES
    title: tuple[str, str]  # English, Chinese
    says: tuple[str, str]  # what it holds
    unit: str  # of its numbers; "" for none
    values: Mapping[str, str]  # all that it may hold, with their meanings; empty if anything
    pattern: str  # that the whole of a text fits; "" for none
    minimum: float | None
    nullable: bool  # may be empty or null
    limits: str  # what it cannot bear


class TableText(NamedTuple):
    """What a table is."""

    name: str
    title: tuple[str, str]
    says: tuple[str, str]
    key: tuple[str, ...]  # columns of which no two rows have the same; empty for none
    links: Mapping[str, str]  # a column, and the table whose key it is
    limits: tuple[str, ...]
    columns: Mapping[str, ColumnText]


class PackageText(NamedTuple):
    """What the data set is as a whole."""

    name: str
    title: str
    title_zh: str
    says: tuple[str, str]
    keywords: tuple[str, ...]
    temporal: str  # the years that it covers, as an interval of ISO 8601
    spatial: str
    limits: tuple[str, ...]
    sources: tuple[Mapping[str, str], ...]  # title, collection and commit of each


class Described(NamedTuple):
    """The data set as the kept file describes it."""

    package: PackageText
    tables: Mapping[str, TableText]


@functools.cache
def described_tables() -> Described:
    """Return the descriptions of the shipped tables, by `data/reference_columns.yml`."""
    path = paths.DATA / "reference_columns.yml"
    return read_descriptions(path.read_text(encoding="utf-8"), path.name)


def read_descriptions(text: str, file: str = "reference_columns.yml") -> Described:
    """Return descriptions of tables.

    Parameters
    ----------
    text
        YAML; the head of the kept file says what may stand in it.
    file
        How messages name it.

    Raises
    ------
    DescriptionError
        If a field is missing, unknown or no pair of English and Chinese, or a key or link names no column or table.
    """
    try:
        said = yaml.safe_load(text)
        whole = said["package"]
        package = PackageText(
            whole["name"],
            whole["title"],
            whole["title_zh"],
            _pair(whole["says"], file),
            tuple(whole["keywords"]),
            whole["temporal"],
            whole["spatial"],
            tuple(whole["limits"]),
            tuple(whole["sources"]),
        )
        tables = {name: _table(name, table, said["shared"], file) for name, table in said["tables"].items()}
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        reason = " ".join(f"{error}".split())
        raise DescriptionError(f"{file}: {reason}; the head of the file says what stands in it") from None
    for table in tables.values():
        for column, other in table.links.items():
            if other not in tables or len(tables[other].key) != 1 or column not in table.columns:
                raise DescriptionError(
                    f"{file}, {table.name}: {column} cannot link to {other}; name a column and a table of one key"
                )
    return Described(package, tables)


def table_files(name: str, folder: Path) -> list[Path]:
    """Return the files that hold a table in a folder, that which is read first before the others."""
    return [path for form in ("parquet", "csv", *OTHER_FORMS) if (path := folder / f"{name}.{form}").is_file()]


def _table(name: str, said: dict[str, Any], shared: dict[str, Any], file: str) -> TableText:
    if unknown := set(said) - _TABLE_KEYS:
        raise DescriptionError(f"{file}, {name}: {', '.join(sorted(unknown))} is no field of a table; take it out")
    columns = {}
    for entry in said["columns"]:
        [(column, own)] = entry.items() if isinstance(entry, dict) else [(entry, {})]
        fields = {**shared.get(column, {}), **own}
        where = f"{file}, {name}, {column}"
        if column in columns:
            raise DescriptionError(f"{where}: described twice; take one out")
        if faulty := sorted({"type", "title", "says"} - set(fields)) + sorted(set(fields) - _COLUMN_KEYS):
            raise DescriptionError(f"{where}: {', '.join(faulty)} is missing or no field of a column")
        if fields["type"] not in COLUMN_TYPES:
            raise DescriptionError(f"{where}: type is {fields['type']!r}; take one of {', '.join(COLUMN_TYPES)}")
        columns[column] = ColumnText(
            name=column,
            type=fields["type"],
            title=_pair(fields["title"], where),
            says=_pair(fields["says"], where),
            unit=fields.get("unit", ""),
            values=fields.get("values", {}),
            pattern=fields.get("pattern", ""),
            minimum=fields.get("minimum"),
            nullable=fields.get("nullable", False),
            limits=fields.get("limits", ""),
        )
    key = tuple(said.get("key", ()))
    if missing := [column for column in key if column not in columns]:
        raise DescriptionError(f"{file}, {name}: the key names {', '.join(missing)}, which is no column")
    return TableText(
        name,
        _pair(said["title"], f"{file}, {name}"),
        _pair(said["says"], f"{file}, {name}"),
        key,
        said.get("links", {}),
        tuple(said.get("limits", ())),
        columns,
    )


def _pair(said: Any, where: str) -> tuple[str, str]:
    if not (isinstance(said, list) and len(said) == 2 and all(isinstance(text, str) and text for text in said)):
        raise DescriptionError(f"{where}: {said!r} is no pair of texts; give English and Chinese")
    return said[0], said[1]
