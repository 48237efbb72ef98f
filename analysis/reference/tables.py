"""The shipped tables of the national reference as data frames; see data/reference/README.md for their columns."""

import functools

import pandas as pd

from .. import paths
from ..archive import REFERENCE_FILES
from ..archive.reports import place_stem
from ..runs.files import read_rows
from ..texts.places import NATION, find_place, provinces_of_places

TABLES_APART = dict.fromkeys(("formulas", "passages", "firsts", "upper_slogans", "upper_sources"), "csv")
"""Tables that compare the texts with the reports, made by `python -m analysis formulas`, and those of upper sources,
made by `python -m analysis sources`."""


TABLES_OF_THE_DATA_SET = {"panels": "csv", "coverage": "csv", "panel": "parquet"}
"""Tables made from the others by `python -m analysis dataset`."""


@functools.cache
def _read(name: str) -> pd.DataFrame:
    form = {**REFERENCE_FILES, **TABLES_APART, **TABLES_OF_THE_DATA_SET}[name]
    path = paths.REFERENCE / f"{name}.{form}"
    # A code is text: as a number it would lose what is before it (000000)
    return pd.read_csv(path, keep_default_na=False, dtype={"code": str}) if form == "csv" else pd.read_parquet(path)


def reference_table(name: str) -> pd.DataFrame:
    """Return a table of the reference.

    Parameters
    ----------
    name
        A key of `REFERENCE_FILES`, `TABLES_APART` or `TABLES_OF_THE_DATA_SET`: reports, notices, targets, results,
        goals, slogans, closures, decodings, attested, terms, totals, panels, panel, coverage, formulas, passages,
        firsts, upper_slogans or upper_sources.

    Raises
    ------
    KeyError
        If there is no such table.
    FileNotFoundError
        If it is not there; `make reference` makes it.
    """
    return _read(name).copy()


def reference_reports() -> pd.DataFrame:
    """Return the reports that the other tables are made from, with years as whole numbers."""
    rows = reference_table("reports")
    return rows[rows["used"].astype(str).str.lower() == "true"].astype({"year": int}).reset_index(drop=True)


def filed_notices() -> pd.DataFrame:
    """Return what is odd about reports by the place and year under which each is filed, rare kinds first.

    Returns
    -------
    DataFrame
        The columns of the table of notices, `place`, and `filed` of every row, as the archive names it (2021-10);
        `true` where it is another year, and else "": a misprinted day of delivery changes none.
    """
    rows = reference_table("notices")
    # The nation has no folder of its own below its group: 政府工作报告-国务院/1954
    parts = [path.split("/")[1:] for path in rows["report"]]
    filed = pd.Series([part[-1] for part in parts], index=rows.index)
    years = rows["true"].astype(str).str[:4]
    told = rows.assign(
        place=[part[0] if len(part) > 1 else NATION for part in parts],
        filed=filed,
        true=years.where(years != filed, ""),
        often=rows.groupby("kind")["kind"].transform("size"),
    )
    return told.sort_values(["often", "kind"], kind="stable").drop(columns="often").reset_index(drop=True)


def upper_places() -> pd.DataFrame:
    """Return the places above each text of the corpus, by `doc_id`, as the collection names them.

    Columns `prefecture`, `prefecture_code`, `province`, `province_code`, `nation` and `nation_code`, all text. A text
    that `data/jurisdictions.csv` does not list has the province of the manifest and no prefecture ("").
    """
    listed = (
        pd.read_csv(paths.DATA / "jurisdictions.csv", dtype=str, keep_default_na=False)
        .set_index("doc_id")
        .drop(columns=["called_zh", "figure_zh"])
    )
    full = {place_stem(name): name for name in provinces_of_places().values()}
    manifest = pd.DataFrame(read_rows(paths.MANIFEST)).set_index("doc_id")
    others = manifest.loc[~manifest.index.isin(listed.index), ["province"]]
    named = others["province"].map(lambda name: full.get(place_stem(name), ""))
    above = pd.DataFrame({"prefecture": "", "province": named, "nation": NATION}).reindex(columns=listed.columns)
    for level in ("prefecture", "province", "nation"):
        above[f"{level}_code"] = [known.code if (known := find_place(name)) else "" for name in above[level]]
    return pd.concat([listed, above])


def map_tiles() -> pd.DataFrame:
    """Return where each province stands on a map of equal tiles: `province`, `short`, `en`, `row`, `column`."""
    return pd.read_csv(paths.DATA / "tiles.csv")
