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
    growth = headline_growth_targets(docs, statements).dropna(subset="value")
    status = statements["status"].value_counts()
    labels = text_labels(docs)
    results = statements.loc[statements["status"] == "achieved", "doc_id"].value_counts()
    aims = statements.loc[statements["status"] == "target", "doc_id"].value_counts()
    silent = [label for doc_id, label in labels.items() if doc_id not in results and doc_id in aims]
    setting = growth["label"].drop_duplicates()
    shared = growth.groupby("indicator").filter(lambda own: own["label"].nunique() > 1)
    gaps = shared.groupby("indicator_en")["value"].agg(lambda values: values.max() - values.min())
    same = gaps[gaps == 0]
    gdp = growth.loc[growth["indicator"] == "gdp", "value"]
    return {
        "texts": str(len(docs)),
        "statements": f"{len(statements):,}",
        "targets": str(status.get("target", 0)),
        "target-share": f"{status.get('target', 0) / max(len(statements), 1):.0%}",
        "achieved": str(status.get("achieved", 0)),
        "achieved-share": f"{status.get('achieved', 0) / max(len(statements), 1):.0%}",
        "ongoing": str(status.get("ongoing", 0)),
        "results-text": labels.get(str(results.index[0]), "") if len(results) else "",
        "results-text-n": str(results.iloc[0]) if len(results) else "0",
        "no-results": " and ".join(silent) or "none",
        "no-targets": " and ".join(label for doc_id, label in labels.items() if doc_id not in aims) or "none",
        "shared-apart-least": f"{gaps[gaps > 0].min():g}",
        "shared-apart-most": f"{gaps[gaps > 0].max():g}",
        "headline-texts": " and ".join(setting),
        "headline-growth": str(len(growth)),
        "headline-rows": str(int(statements["headline"].sum())),
        "headline-without-number": str(int((statements["headline"] & statements["value"].isna()).sum())),
        "shared-indicators": str(len(gaps)),
        "same-indicators": str(len(same)),
        "gdp": ", ".join(f"{value:g}" for value in gdp.drop_duplicates()),
        "lowest": f"{growth['value'].min():g}",
        "highest": f"{growth['value'].max():g}",
        "target-refusals": f"{(refusals['layer'] == 'targets').sum():,}",
    }
