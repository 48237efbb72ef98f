"""Growth targets of the reference beside those that others read in the same reports: the press, machine annotators.

`compare_published_targets` sets each value and relation (6%左右 is about 6) beside that of the reference,
`published_agreement` counts how many agree.
"""

import itertools
import operator
from typing import Any

import pandas as pd

from .. import paths
from ..runs.files import read_rows_by
from ..targets.headline import first_growth_target
from ..texts.levels import REPORT_LEVELS

TARGET_KEY = ["level", "place", "year"]
PUBLISHED_COLUMNS = (*TARGET_KEY, "kind", "relation", "value", "high", "source")
"""Columns of `data/growth_targets.csv`; `value` is empty where a reader found no rate of growth for the year."""


def read_published_targets() -> pd.DataFrame:
    """Return the growth targets that others read, one row a place and year, with the columns `PUBLISHED_COLUMNS`.

    `kind` is *published table* or *read by machine annotators*; `relation` is empty where the source gives bare
    numbers; `high` is the upper end of a range, in per cent as `value`.
    """
    rows = pd.read_csv(paths.DATA / "growth_targets.csv", dtype={"relation": "string", "source": "string"})
    return rows[list(PUBLISHED_COLUMNS)]


def agreed_before_mending() -> dict[str, tuple[int, int]]:
    """Return how many values agreed, and of how many, before the rules were mended, by level; the rest were missed."""
    reported = read_rows_by(paths.REPORTED, "what")
    rows = {level: reported[f"growth targets that agreed before mending, {level}"] for level in REPORT_LEVELS[1:]}
    return {level: (int(row["value"]), int(row["n"])) for level, row in rows.items()}


def compare_published_targets(others: pd.DataFrame, targets: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Return each growth target that others read beside that of the reference.

    Parameters
    ----------
    others
        As from `read_published_targets`.
    targets, reports
        The tables of the reference (`reference_table("targets")`, `reference_reports()`).

    Returns
    -------
    DataFrame
        The columns of `others` and `has_report`, `found_relation`, `found_value`, `found_high`, `quote` (of the first
        headline row of GDP growth in per cent; a range is two rows, from >= to <=), `value_agrees` and
        `relation_agrees`. The last two are missing where there is no report; the last also where the source gives no
        relation or a range, or the values differ.
    """
    found = _found(targets)
    known = set(reports[TARGET_KEY].itertuples(index=False, name=None))
    both = others.merge(found, on=TARGET_KEY, how="left")
    both["has_report"] = [key in known for key in both[TARGET_KEY].itertuples(index=False, name=None)]
    same = (both["value"].eq(both["found_value"]) | both[["value", "found_value"]].isna().all(axis=1)) & (
        both["high"].isna() | both["high"].eq(both["found_high"])
    )
    both["value_agrees"] = same.astype("boolean").where(both["has_report"])
    related = same & both["has_report"] & both["relation"].notna() & both["high"].isna() & both["value"].notna()
    both["relation_agrees"] = both["relation"].eq(both["found_relation"]).astype("boolean").where(related)
    return both


def _found(targets: pd.DataFrame) -> pd.DataFrame:
    """Return the first growth target of each place and year; of a range also the upper end."""
    found = []
    listed = targets.sort_values([*TARGET_KEY, "start"], kind="stable").itertuples(index=False)
    for key, own in itertools.groupby(listed, key=operator.attrgetter(*TARGET_KEY)):
        ends: list[Any] = first_growth_target(own)
        if ends:
            high = ends[1].value if len(ends) > 1 else None
            found.append((*key, ends[0].relation, ends[0].value, high, ends[0].quote))
    columns = [*TARGET_KEY, "found_relation", "found_value", "found_high", "quote"]
    return pd.DataFrame(found, columns=columns).astype({"found_value": float, "found_high": float})


def published_agreement(compared: pd.DataFrame) -> pd.DataFrame:
    """Return the agreement of values and relations: one row a level and kind of source.

    Parameters
    ----------
    compared
        As from `compare_published_targets`.

    Returns
    -------
    DataFrame
        `level`, `kind`, `n` (places and years that others read), `reports` (of these, with a report in the reference),
        `value_agrees`, `value_share` (of `reports`), `relations` (that can be compared), `relation_agrees`,
        `relation_share`. Shares are from 0 to 1.
    """
    rows = compared.groupby(["level", "kind"], as_index=False).agg(
        n=("year", "size"),
        reports=("has_report", "sum"),
        value_agrees=("value_agrees", "sum"),
        relations=("relation_agrees", "count"),
        relation_agrees=("relation_agrees", "sum"),
    )
    rows["value_share"] = rows["value_agrees"] / rows["reports"]
    rows["relation_share"] = rows["relation_agrees"] / rows["relations"]
    columns = ["value_agrees", "value_share", "relations", "relation_agrees", "relation_share"]
    return rows[["level", "kind", "n", "reports", *columns]]
