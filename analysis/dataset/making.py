"""The data set as files: made from the shipped tables alone, written whole or not at all.

`make_dataset` writes the wide panel, the membership of the constant panels and the coverage beside the tables that they
are made from, `describe_tables` the data package that describes them all. `convert_tables` writes every table of the
reference in another form, for programs that read no Parquet.
"""

import errno
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..runs import holding_folder, staged_files
from ..texts import DocumentError
from .coverage import coverage_by_year
from .descriptor import described_files
from .formats import DATASET_FORMS, table_as
from .membership import panel_members
from .panel import wide_panel
from .shipped import read_shipped, read_table
from .variables import panel_variables

_ENDINGS = (".csv", ".parquet")  # of shipped tables; of a table in several forms the last counts


def make_dataset(tables: Path, out: Path) -> dict[str, int]:
    """Write the tables of the data set.

    Parameters
    ----------
    tables
        Folder of the reference.
    out
        Folder for `panel.csv`, `panel.dta`, `panel.parquet`, `panels.csv` and `coverage.csv`; made if it does not
        exist.

    Returns
    -------
    dict
        How many bytes each file has, by name.

    Raises
    ------
    FileNotFoundError
        If a table is missing.
    DocumentError
        If a report has no place.
    OSError
        If the folder cannot be written to; older files stay as they were.
    """
    shipped = read_shipped(tables)
    members = panel_members(shipped.reports)
    panel, labels = wide_panel(shipped, members), {row.name: row.label for row in panel_variables()}
    made = {f"panel.{form}": table_as(form, panel, labels) for form in DATASET_FORMS}
    made["panels.csv"] = table_as("csv", members)
    made["coverage.csv"] = table_as("csv", coverage_by_year(shipped, members))
    _write(out, made.items())
    return {name: len(content) for name, content in made.items()}


def describe_tables(tables: Path) -> dict[str, int]:
    """Write what describes the tables of a folder beside them: the data package, and the tables of its README.

    Parameters
    ----------
    tables
        Folder of the reference, with the tables of the data set.

    Returns
    -------
    dict
        How many bytes each file has, by name.

    Raises
    ------
    OSError
        If the folder cannot be written to; older files stay as they were.
    """
    made = described_files(tables)
    _write(tables, made.items())
    return {name: len(content) for name, content in made.items()}


def convert_tables(tables: Path, out: Path, forms: Sequence[str]) -> dict[str, int]:
    """Write every table of the reference in some forms.

    Parameters
    ----------
    tables
        Folder of the reference.
    out
        Another folder; made if it does not exist.
    forms
        Keys of `DATASET_FORMS`. A table that has the form already is copied.

    Returns
    -------
    dict
        How many bytes each file has, by name.

    Raises
    ------
    FileNotFoundError
        If the folder has no tables.
    DocumentError
        If both folders are one.
    OSError
        If the folder cannot be written to; older files stay as they were.
    """
    if tables.resolve() == out.resolve():
        raise DocumentError(f"{out}: the tables lie there; name another folder for their other forms")
    shipped = {path.stem: path for ending in _ENDINGS for path in sorted(tables.glob(f"*{ending}"))}
    if not shipped:
        raise FileNotFoundError(errno.ENOENT, "no tables there; make reference makes them", str(tables))
    labels = {row.name: row.label for row in panel_variables()}
    sizes: dict[str, int] = {}

    def each() -> Iterable[tuple[str, bytes]]:
        for name, path in sorted(shipped.items()):
            for form in forms:
                there = tables / f"{name}.{form}"
                content = there.read_bytes() if there.is_file() else table_as(form, read_table(path), labels)
                sizes[f"{name}.{form}"] = len(content)
                yield f"{name}.{form}", content

    _write(out, each())
    return sizes


def _write(out: Path, made: Iterable[tuple[str, bytes]]) -> None:
    with holding_folder(out) as held, staged_files(held) as folder:
        for name, content in made:
            (folder / name).write_bytes(content)
