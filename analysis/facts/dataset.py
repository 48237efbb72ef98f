"""The numbers of the chapter on the data set: its size, its years, and how often its fields were right."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from .texts import Facts


def dataset_facts(descriptor: Mapping[str, Any], files: pd.DataFrame, accuracy: pd.DataFrame) -> Facts:
    """Return the numbers on the data set, from `package_descriptor`, `package_table` and `accuracy_table`."""
    first, last = descriptor["temporalCoverage"].split("/")
    rows = files.set_index("file")["rows"]
    facts = {
        "data-version": descriptor["version"],
        "data-title": descriptor["title"],
        "data-tables": f"{sum(resource['type'] == 'table' for resource in descriptor['resources']):,}",
        "data-reports": f"{rows['reports.csv']:,}",
        "data-first": first,
        "data-last": last,
        "data-megabytes": f"{files['kilobytes'].sum() / 1000:.1f}",
        "data-measured": f"{len(accuracy):,}",
    }
    for name in ("targets", "results", "slogans"):
        facts[f"data-{name}"] = f"{rows[f'{name}.parquet']:,}"
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
