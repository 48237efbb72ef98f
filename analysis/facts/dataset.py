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
    return facts
