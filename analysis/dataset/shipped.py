"""The shipped tables as the data set takes them: years as whole numbers, places with their codes.

Nothing but the folder of the reference is read, so that the wide panel can be made anew without the archive.
"""

from pathlib import Path

import pandas as pd

from .. import paths
from ..archive import REFERENCE_FILES

TAKEN = ("reports", "targets", "results")
"""The tables of the reference that the data set is made from."""

PLACED = ["report", "place", "code", "level", "province", "year"]
"""The columns that say of whom and when a row is, in their order."""

_NATION, _NATION_CODE = "national", "000000"


def read_shipped(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the tables that the data set is made from, by name.

    Parameters
    ----------
    folder
        Where `python -m analysis reference` wrote them.

    Returns
    -------
    dict of DataFrame
        `reports` (those used, each with its year), `targets`, `results`; each with `code`.

    Raises
    ------
    FileNotFoundError
        If one is missing; the message names it and says what makes it.
    """
    tables = {}
    for name in TAKEN:
        path = folder / f"{name}.{REFERENCE_FILES[name]}"
        if not path.is_file():
            raise FileNotFoundError(
                f"{path} is missing; make reference makes it, or name the folder that has it with --out"
            )
        tables[name] = _with_code(read_table(path))
    reports = tables["reports"]
    used = reports["used"].astype(str).str.lower() == "true"
    tables["reports"] = reports[used].astype({"year": int}).reset_index(drop=True)
    return tables


def read_table(path: Path) -> pd.DataFrame:
    """Return a shipped table; codes of places are text, empty fields of text are empty text."""
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    return pd.read_csv(path, keep_default_na=False, dtype={"code": str, "province_code": str}, lineterminator="\n")


def _with_code(table: pd.DataFrame) -> pd.DataFrame:
    if "code" in table:
        return table
    codes = pd.read_csv(paths.DATA / "places.csv", dtype=str).drop_duplicates("place").set_index("place")["code"]
    known = table["place"].map(codes).where(table["level"] != _NATION, _NATION_CODE)
    return table.assign(code=known.fillna(""))[PLACED + [name for name in table if name not in PLACED]]
