"""Descriptions as tables of prose: the README of the reference, and the page of the book that tells what columns bear.

The README is kept by hand but for the tables between two marks, which are made from the descriptions.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from pyarrow import parquet

from .. import paths
from ..runs.files import read_rows
from .accuracy import FieldAccuracy, measured_accuracy
from .columns import ColumnText, Described, TableText, described_tables, table_files

# <!-- columns: reports notices --> … <!-- columns end -->
_PART = re.compile(r"(<!-- columns: (?P<tables>[a-z_ ]+) -->\n).*?(<!-- columns end -->)", re.DOTALL)


class ListingError(ValueError):
    """A README whose marks name a table that is not described, or leave one out."""


def listed_readme(text: str, folder: Path, described: Described | None = None) -> str:
    """Return a README with its tables of columns made anew.

    Parameters
    ----------
    text
        The README; a part between `<!-- columns: NAME NAME -->` and `<!-- columns end -->` is replaced by a table of
        the columns of these tables.
    folder
        Of the tables, whose files are named.
    described
        What the tables are; as in `data/reference_columns.yml` if not given.

    Raises
    ------
    ListingError
        If the marks do not name every described table once.
    """
    described = described or described_tables()
    named = [name for part in _PART.finditer(text) for name in part["tables"].split()]
    if sorted(named) != sorted(described.tables):
        odd = sorted(set(named) ^ set(described.tables)) or sorted({name for name in named if named.count(name) > 1})
        raise ListingError(f"README.md: its marks <!-- columns: … --> must name {', '.join(odd)} once")
    return _PART.sub(lambda part: part[1] + _listed(part["tables"].split(), described, folder) + part[3], text)


def columns_table(names: Sequence[str] = (), described: Described | None = None) -> pd.DataFrame:
    """Return what columns hold and cannot bear: `table`, `column`, `type`, `unit`, `says`, `says_zh`, `limits`.

    Parameters
    ----------
    names
        Of the tables; all if none is given.
    described
        What the tables are; as in `data/reference_columns.yml` if not given.
    """
    described = described or described_tables()
    rows = [
        (table.name, column.name, column.type, column.unit, *column.says, column.limits)
        for table in described.tables.values()
        if not names or table.name in names
        for column in table.columns.values()
    ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "unit", "says", "says_zh", "limits"])


def accuracy_table(measured: Iterable[FieldAccuracy] | None = None) -> pd.DataFrame:
    """Return how often fields were right: `table`, `field`, `indicator`, `share`, `n`, `low`, `high`, `how`, `date`."""
    found = measured_accuracy() if measured is None else measured
    rows = [
        (row.table, row.field, row.indicator, row.share, row.n, *row.interval(), row.how, row.date) for row in found
    ]
    names = ["table", "field", "indicator", "share", "n", "low", "high", "how", "date"]
    return pd.DataFrame(rows, columns=names)


def package_table(descriptor: Mapping[str, Any], folder: Path) -> pd.DataFrame:
    """Return the files of a data package: `file`, `holds`, `holds_zh`, `rows`, `columns`, `key`, `kilobytes`.

    Parameters
    ----------
    descriptor
        As from `package_descriptor`.
    folder
        Of its files.
    """
    # Every form of a table has the rows and columns of the first
    schemas = {resource["name"]: resource["schema"] for resource in descriptor["resources"] if "schema" in resource}
    rows = [
        (
            resource["path"],
            resource["description"],
            resource["descriptionZh"],
            _count(_first(resource["path"], folder)),
            len(schemas[resource["path"].partition(".")[0]]["fields"]),
            ", ".join(schemas[resource["path"].partition(".")[0]].get("primaryKey", ())),
            round(resource["bytes"] / 1000),
        )
        for resource in descriptor["resources"]
    ]
    return pd.DataFrame(rows, columns=["file", "holds", "holds_zh", "rows", "columns", "key", "kilobytes"])


def changed_columns() -> pd.DataFrame:
    """Return which columns changed since version 0.1: `table`, `column`, `change`, `note` (what to do)."""
    return pd.DataFrame(read_rows(paths.DATA / "reference_changes.csv"))


def _first(name: str, folder: Path) -> Path:
    return table_files(name.partition(".")[0], folder)[0]


def _count(path: Path) -> int:
    return int(parquet.read_metadata(path).num_rows) if path.suffix == ".parquet" else len(read_rows(path))


def _listed(names: Sequence[str], described: Described, folder: Path) -> str:
    lines = ["\n| table | column | type | meaning |\n", "|---|---|---|---|\n"]
    said: set[tuple[str, str]] = set()
    for name in names:
        table = described.tables[name]
        files = ", ".join(f"`{path.name}`" for path in table_files(name, folder)) or f"`{name}`"
        lines.append(f"| **{files}** | | | {_heading(table)} |\n")
        # What an earlier table has told in the same words is named in one row
        told = [(_meaning(column), column) for column in table.columns.values()]
        flags = [(column.name, meaning) in said for meaning, column in told]
        for again, group in itertools.groupby(zip(flags, told, strict=True), lambda one: one[0]):
            rows = [row for _, row in group]
            if again:
                lines.append(f"| | {', '.join(f'`{column.name}`' for _, column in rows)} | | as above |\n")
            else:
                lines += [f"| | `{column.name}` | {column.type} | {meaning} |\n" for meaning, column in rows]
        said |= {(column.name, meaning) for meaning, column in told}
    return "".join(lines) + "\n"


def _heading(table: TableText) -> str:
    key = f"; key: {', '.join(f'`{name}`' for name in table.key)}" if table.key else ""
    return _cell(f"{table.says[0]}{key}")


def _meaning(column: ColumnText) -> str:
    said = column.says[0]
    if column.values:
        said += ": " + "; ".join(f"`{value}` {meaning}" for value, meaning in column.values.items())
    if column.limits:
        said += f". *Limits:* {column.limits}"
    return _cell(said)


def _cell(said: str) -> str:
    return said.replace("|", "\\|")
