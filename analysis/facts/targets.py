"""The numbers of the chapter on targets: statements by status, targets of growth, and refusals."""

import pandas as pd

from ..targets.distribution import headline_growth_targets
from ..texts.corpus import text_labels
from .texts import Facts


def target_facts(docs: pd.DataFrame, statements: pd.DataFrame, refusals: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on targets.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    statements, refusals
        As from `statement_register` and `refusal_register`.
    """
    return {
        "texts": str(len(docs)),
        "statements": f"{len(statements):,}",
        **_status_facts(docs, statements),
        "headline-rows": str(int(statements["headline"].sum())),
        "headline-without-number": str(int((statements["headline"] & statements["value"].isna()).sum())),
        **_growth_facts(headline_growth_targets(docs, statements).dropna(subset="value")),
        "target-refusals": f"{(refusals['layer'] == 'targets').sum():,}",
    }


def _status_facts(docs: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return how many statements have each status, and which texts lack results or targets."""
    labels, status = text_labels(docs), statements["status"].value_counts()
    results = statements.loc[statements["status"] == "achieved", "doc_id"].value_counts()
    aims = statements.loc[statements["status"] == "target", "doc_id"].value_counts()
    silent = [label for doc_id, label in labels.items() if doc_id not in results and doc_id in aims]
    aimless = [label for doc_id, label in labels.items() if doc_id not in aims]
    return {
        "targets": str(status.get("target", 0)),
        "target-share": f"{status.get('target', 0) / max(len(statements), 1):.0%}",
        "achieved": str(status.get("achieved", 0)),
        "achieved-share": f"{status.get('achieved', 0) / max(len(statements), 1):.0%}",
        "ongoing": str(status.get("ongoing", 0)),
        "results-text": labels.get(str(results.index[0]), "") if len(results) else "",
        "results-text-n": str(results.iloc[0]) if len(results) else "0",
        "no-results": " and ".join(silent) or "none",
        "no-targets": " and ".join(aimless) or "none",
    }


def _growth_facts(growth: pd.DataFrame) -> Facts:
    """Return the headline growth targets, and how far apart those lie that several texts set for one indicator."""
    shared = growth.groupby("indicator").filter(lambda own: own["label"].nunique() > 1)
    gaps = shared.groupby("indicator_en")["value"].agg(lambda values: values.max() - values.min())
    gdp = growth.loc[growth["indicator"] == "gdp", "value"]
    return {
        "headline-texts": " and ".join(growth["label"].drop_duplicates()),
        "headline-growth": str(len(growth)),
        "shared-indicators": str(len(gaps)),
        "same-indicators": str((gaps == 0).sum()),
        "shared-apart-least": f"{gaps[gaps > 0].min():g}",
        "shared-apart-most": f"{gaps[gaps > 0].max():g}",
        "gdp": ", ".join(f"{value:g}" for value in gdp.drop_duplicates()),
        "lowest": f"{growth['value'].min():g}",
        "highest": f"{growth['value'].max():g}",
    }
