"""The shipped tables as the data set takes them: years as whole numbers, places with their codes, values with units.

Nothing but the folder of the reference is read, so that the wide panel can be made anew without the archive.
"""

import errno
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from ..archive import REFERENCE_FILES
from ..language.units import normal_value
from ..texts.places import find_place

PLACED = ["report", "place", "code", "level", "province", "year"]
"""The columns that say of whom and when a row is, in their order."""

_COMMUNIQUES = "communiques.csv"
_TEXT = {"code": str, "province_code": str}  # as a number a code would lose what is before it (000000)


class Shipped(NamedTuple):
    """The tables that the data set is made from."""

    reports: pd.DataFrame  # those that are used
    targets: pd.DataFrame
    results: pd.DataFrame
    communiques: pd.DataFrame | None  # what the communiqués of the nation state; None if there is no such table


def read_shipped(folder: Path) -> Shipped:
    """Return the tables that the data set is made from.

    Parameters
    ----------
    folder
        Where `python -m analysis reference` wrote them.

    Returns
    -------
    Shipped
        Each table with `code`, targets and results with `value_norm` and `unit_norm`; where a folder has tables of an
        earlier version, both are added.

    Raises
    ------
    FileNotFoundError
        If one is missing; the error names it and says what makes it.
    """
    reports, targets, results = (read_table(_listed(folder, name)) for name in ("reports", "targets", "results"))
    used = reports["used"].astype(str).str.lower() == "true"
    communiques = folder / _COMMUNIQUES
    return Shipped(
        reports=_with_code(reports[used].astype({"year": int}).reset_index(drop=True)),
        targets=_with_norms(_with_code(targets)),
        results=_with_norms(_with_code(results)),
        communiques=read_table(communiques) if communiques.is_file() else None,
    )


def read_table(path: Path) -> pd.DataFrame:
    """Return a shipped table; codes of places are text, empty fields of text are empty text."""
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    return pd.read_csv(path, keep_default_na=False, dtype=_TEXT)


def _listed(folder: Path, name: str) -> Path:
    path = folder / f"{name}.{REFERENCE_FILES[name]}"
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, "no such table; make reference makes it", str(path))
    return path


def _with_code(table: pd.DataFrame) -> pd.DataFrame:
    if "code" in table:
        return table
    found = {name: find_place(name) for name in table["place"].unique()}
    codes = table["place"].map({name: place.code if place else "" for name, place in found.items()})
    return table.assign(code=codes)[_in_order(table)]


def _in_order(table: pd.DataFrame) -> list[str]:
    return PLACED + [name for name in map(str, table) if name not in PLACED]


def _with_norms(table: pd.DataFrame) -> pd.DataFrame:
    if "value_norm" in table:
        return table
    columns = (
        table[name].astype(object).where(table[name].notna(), None).tolist() for name in ("value", "unit", "indicator")
    )
    norms = [normal_value(*printed) for printed in zip(*columns, strict=True)]
    at = list(table).index("unit") + 1
    table = table.copy()
    table.insert(at, "value_norm", pd.Series([value for value, _ in norms], table.index, dtype=float))
    table.insert(at + 1, "unit_norm", pd.Series([unit for _, unit in norms], table.index, dtype="str"))
    return table
