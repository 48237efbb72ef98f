"""What governments explain themselves, set beside what the rules find: recall by the authors' own glossaries.

A glossary of a report says of its terms that they need explaining, and so names its slogans without knowing of any
rule. `explained_recall` counts at how many of the explained slogans that the body of the report uses the rules find
one (`decodings` of the reference); two readers have sorted the others (`data/gold/explained.csv`) into slogans that the
rules miss and words that are none by the codebook: counts (10条市政道路), names (花溪二道), measures.
`explained_members` sets the announced number beside the members that the authors list. Only explained terms are checked
so, and only reports with a glossary.
"""

from pathlib import Path

import pandas as pd

from .. import paths

SORTING = paths.GOLD / "explained.csv"
SLOGAN, NO_SLOGAN = "slogan", "no slogan"

_PERIOD = 5  # years
_KEYS = ["report", "slogan"]
_LEVELS = ("national", "province", "prefecture")


def read_sorted_misses(path: Path = SORTING) -> pd.DataFrame:
    """Return what two readers say of the explained slogans that the rules did not find.

    Returns
    -------
    DataFrame
        A row an explained slogan of a report: `report`, `slogan`, `reader1`, `reader2` (slogan or no slogan) and
        `settled`: no slogan if both say so, else slogan.
    """
    rows = pd.read_csv(path, keep_default_na=False, dtype=str)
    none = (rows[["reader1", "reader2"]] == NO_SLOGAN).all(axis="columns")
    return rows.assign(settled=none.map({True: NO_SLOGAN, False: SLOGAN}))


def explained_recall(decodings: pd.DataFrame, sorting: pd.DataFrame) -> pd.DataFrame:
    """Return at how many of the explained slogans that a report uses the rules find one, by level and five years.

    Parameters
    ----------
    decodings
        The table of the reference.
    sorting
        As from `read_sorted_misses`; a miss that it does not list counts as a slogan.

    Returns
    -------
    DataFrame
        A row a level and period in which something is explained (2021-2025; the last ends with the last report), a
        row a level for all years (`period` is `all`) and one for everything (`level` and `period` are `all`):
        `reports`, `explained` (different slogans of a report that its body uses), `recognised`, `share` (recognised of
        explained), `none` (misses that are no slogan),
        `missed` and `share_sorted` (recognised of those that are slogans).
    """
    used = decodings[decodings["used"] > 0].drop_duplicates(_KEYS)
    joined = used.merge(sorting[[*_KEYS, "settled"]], on=_KEYS, how="left")
    first = joined["year"] - (joined["year"] - 1) % _PERIOD
    last = (first + _PERIOD - 1).clip(upper=joined["year"].max())
    rows = joined.assign(
        period=first.astype(str).where(first == last, first.astype(str) + "-" + last.astype(str)),
        recognised=joined["recognised"] > 0,
        none=(joined["recognised"] == 0) & (joined["settled"] == NO_SLOGAN),
    )
    parts = [_recall(rows, []), _recall(rows, ["level"]), _recall(rows, ["level", "period"])]
    table = pd.concat(parts, ignore_index=True).fillna({"level": "all", "period": "all"})
    order = {level: place for place, level in enumerate(("all", *_LEVELS))}
    columns = ["level", "period", "reports", "explained", "recognised", "share", "none", "missed", "share_sorted"]
    return (
        table.assign(order=table["level"].map(order), of_all=table["period"] != "all")
        .sort_values(["order", "of_all", "period"])[columns]
        .reset_index(drop=True)
    )


def _recall(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return counts and shares of the rows of each group."""
    counted = {"reports": ("report", "nunique"), "explained": ("slogan", "size"), "recognised": ("recognised", "sum")}
    groups = rows.groupby(by) if by else rows.assign(level="all").groupby("level")
    table = groups.agg(**counted, none=("none", "sum")).reset_index()
    missed = table["explained"] - table["recognised"] - table["none"]
    return table.assign(
        share=table["recognised"] / table["explained"],
        missed=missed,
        share_sorted=table["recognised"] / (table["explained"] - table["none"]),
    )


def explained_members(decodings: pd.DataFrame) -> pd.DataFrame:
    """Return how often a definition lists as many members as the name announces, by type.

    Returns
    -------
    DataFrame
        A row a type: `explained` (slogans that announce two things or more), `listed` (of which members are found),
        `closes` (as many as announced) and the `share` of those.
    """
    rows = decodings[decodings["announced"] > 1]
    table = (
        rows.assign(listed=rows["found"] > 0)
        .groupby("type")
        .agg(explained=("slogan", "size"), listed=("listed", "sum"), closes=("closes", "sum"))
    )
    return (
        table.assign(share=table["closes"] / table["explained"]).sort_values("explained", ascending=False).reset_index()
    )
