"""The numbers of the data set: its size, its years, how often its fields were right, and the nation's communiqués."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..reference.ladder import FIRST_LADDER_YEAR
from .claims import Facts, claim

_LEAST_AGREEMENT = 0.98  # from which the chapter says that they agree


def dataset_facts(descriptor: Mapping[str, Any], files: pd.DataFrame, accuracy: pd.DataFrame) -> Facts:
    """Return the numbers on the data set, from `package_descriptor`, `package_table` and `accuracy_table`."""
    first, last = descriptor["temporalCoverage"].split("/")
    rows = files.set_index("file")["rows"]
    # a table in several forms (panel, panel-csv) is one
    tables = {item["name"].removesuffix("-csv") for item in descriptor["resources"] if item["type"] == "table"}
    facts = {
        "data-version": descriptor["version"],
        "data-title-name": descriptor["title"],
        "data-tables": f"{len(tables):,}",
        "data-reports": f"{rows['reports.csv']:,}",
        "data-first": first,
        "data-last": last,
        "data-megabytes": f"{files['kilobytes'].sum() / 1000:.1f}",
        "data-measured": f"{len(accuracy):,}",
    }
    for name in ("targets", "results", "slogans"):
        facts[f"data-{name}"] = f"{rows[f'{name}.parquet']:,}"
    return facts | accuracy_facts(accuracy)


OTHER_REPORTS = (1955, 1956, 1958, 1960, 1980, 1991)
"""Years whose national file is no work report of a premier: on the five-year plan, the budget, the plan of the year,
agriculture (Tan Zhenlin), the plan, the plan, each by a vice-premier or state councillor, as their first lines say."""


def other_report_facts(reports: pd.DataFrame) -> Facts:
    """Return the years whose national file is no work report of a premier: `data-other-years`.

    Parameters
    ----------
    reports
        As from `reference_reports`.

    Raises
    ------
    ClaimError
        If one of them is not in the collection, or is within the years of which the book tells series.
    """
    filed = set(reports.loc[reports["level"] == "national", "year"])
    claim(
        filed.issuperset(OTHER_REPORTS), "data: the files that are no work reports of a premier are in the collection"
    )
    claim(max(OTHER_REPORTS) < FIRST_LADDER_YEAR, "data: no series since 2003 has a file that is no work report")
    return {"data-other-years": ", ".join(map(str, OTHER_REPORTS[:-1])) + f" and {OTHER_REPORTS[-1]}"} | {
        "data-other-years-zh": "、".join(map(str, OTHER_REPORTS))
    }


def accuracy_facts(accuracy: pd.DataFrame) -> Facts:
    """Return in how many drawn rows a field was right, from `accuracy_table`: `data-right-TABLE-FIELD[-INDICATOR]`."""
    facts: Facts = {}
    for row in accuracy.to_dict("records"):
        name = "-".join(filter(None, ("data-right", row["table"], row["field"], row["indicator"]))).replace("_", "-")
        facts[name] = f"{row['share']:.1%}"
        facts[f"{name}-n"] = f"{row['n']:,}"
    return facts | _target_facts(accuracy)


def _target_facts(accuracy: pd.DataFrame) -> Facts:
    """Return how many rows of each indicator's targets were looked at, and the least share that was right."""
    own = accuracy[(accuracy["table"] == "targets") & (accuracy["field"] == "value") & (accuracy["indicator"] != "")]
    if own["n"].nunique() != 1:
        raise ValueError("chapters/data.md says that as many targets were drawn of each indicator")
    return {
        "data-targets-drawn": str(own["n"].iloc[0]),
        "data-targets-indicators": str(len(own)),
        "data-targets-least": f"{own['share'].min():.1%}",
        "data-targets-whole": str(int((own["share"] == 1).sum())),
    }


def communique_facts(beside: pd.DataFrame, explained: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return how many results of the nation its communiqués bear out, and how many the reports state at all.

    Parameters
    ----------
    beside, explained, statements
        As from `beside_communiques`, `explained_differences` and `national_statements`.

    Raises
    ------
    ValueError
        If a difference is not explained, or so many differ that the chapter is wrong.
    """
    differing = beside["verdict"] == "differs"
    if (explained["why"] == "").any() or differing.mean() > 1 - _LEAST_AGREEMENT:
        raise ValueError("results of the nation differ from its communiqués; see data/communique_differences.csv")
    stated = statements["stated"].value_counts()
    if not stated["growth"] < len(statements) / 2:
        raise ValueError("the chapter says that the nation's reports state less than half of the figures")
    amounts = beside["measure"] == "level"
    return {
        "communique-rates": str(int((~amounts).sum())),
        "communique-rates-agree": str(int((~amounts & ~differing).sum())),
        "communique-amounts": str(int(amounts.sum())),
        "communique-amounts-agree": str(int((amounts & ~differing).sum())),
        "stated-cells": str(int((statements["stated"] != "no_report").sum())),
        "stated-growth": str(stated["growth"]),
    }
