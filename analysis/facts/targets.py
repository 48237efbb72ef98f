"""The numbers of the chapter on targets: statements by status, targets of growth, and refusals."""

import pandas as pd

from ..annotation.adjudicated import HAND, without_repeats
from ..targets.distribution import headline_growth_targets
from ..texts.corpus import text_labels
from .claims import Facts


def target_facts(docs: pd.DataFrame, statements: pd.DataFrame, refusals: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on targets.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    statements, refusals
        As from `adjudicated_statements` and `adjudicated_refusals`.
    """
    return {
        "texts": str(len(docs)),
        "statements": f"{len(statements):,}",
        "statements-by-hand": f"{(statements['read_by'] == HAND).sum()}",
        "repeats": f"{len(statements) - len(without_repeats(statements))}",
        **_status_facts(docs, statements),
        "headline-rows": str(int(statements["headline"].sum())),
        "headline-without-number": str(int((statements["headline"] & statements["value"].isna()).sum())),
        **_doubling_facts(docs, statements),
        **_growth_facts(headline_growth_targets(docs, statements).dropna(subset="value")),
        "target-refusals": f"{(refusals['layer'] == 'targets').sum():,}",
    }


def _status_facts(docs: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return how many statements have each status, and which texts lack results or targets."""
    labels, status = text_labels(docs), statements["status"].value_counts()
    results = statements.loc[statements["status"] == "achieved", "doc_id"].value_counts()
    aims = statements.loc[statements["status"] == "target", "doc_id"].value_counts()
    silent = [label for doc_id, label in labels.items() if doc_id not in results and doc_id in aims]
    few = aims.reindex(list(labels), fill_value=0).sort_values(kind="stable")
    return {
        "targets": str(status.get("target", 0)),
        "target-share": f"{status.get('target', 0) / max(len(statements), 1):.0%}",
        "achieved": str(status.get("achieved", 0)),
        "achieved-share": f"{status.get('achieved', 0) / max(len(statements), 1):.0%}",
        "ongoing": str(status.get("ongoing", 0)),
        "results-text": labels.get(str(results.index[0]), "") if len(results) else "",
        "results-text-n": str(results.iloc[0]) if len(results) else "0",
        "no-results": " and ".join(silent) or "none",
        "fewest-targets-text": labels[str(few.index[0])],
        "fewest-targets": str(few.iloc[0]),
    }


def _doubling_facts(docs: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return what the goals to multiply a value within years come to in a year.

    A goal of the plan year 2017 that is due in 2019 has three years.
    """
    goals = statements[(statements["measure"] == "multiple") & (statements["status"] == "target")]
    goals = goals.merge(docs[["doc_id", "plan_year"]], on="doc_id").dropna(subset=["value", "period", "plan_year"])
    years = (goals["period"] - goals["plan_year"] + 1).astype(float)
    rates = (goals["value"] ** (1 / years) - 1)[years > 0]
    labels, economy = text_labels(docs), rates[goals["indicator"] == "gdp"]
    return {
        "multiples": str(len(rates)),
        "multiples-texts": " and ".join(labels[doc_id] for doc_id in goals["doc_id"].unique()) or "none",
        "multiples-least": f"{rates.min():.1%}" if len(rates) else "none",
        "multiples-most": f"{rates.max():.1%}" if len(rates) else "none",
        "multiples-gdp": " and ".join(f"{rate:.1%}" for rate in economy) or "none",
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
