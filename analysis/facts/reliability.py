"""The numbers of the chapter on reliability: agreement with the annotation, and with growth targets others read."""

import pandas as pd

from ..annotation.published import agreed_before_mending
from ..annotation.reliability import annotator_ceilings
from .texts import Facts


def growth_target_facts(agreement: pd.DataFrame) -> Facts:
    """Return the numbers on growth targets that others read, from `published_agreement`."""
    before = {f"growth-{level}-before": f"{same} of {of}" for level, (same, of) in agreed_before_mending().items()}
    return before | {
        f"growth-{row['level']}-{name}": f"{row[column]:,}"
        for row in agreement.to_dict("records")
        for name, column in (
            ("n", "n"),
            ("reports", "reports"),
            ("values", "value_agrees"),
            ("relations", "relations"),
            ("same-relations", "relation_agrees"),
        )
    }


def reliability_facts(
    scores: pd.DataFrame, errors: pd.DataFrame, confusion: pd.DataFrame, reports: pd.DataFrame
) -> Facts:
    """Return the numbers on the agreement with the annotation.

    Parameters
    ----------
    scores, errors, confusion
        As from `agreement_scores`, `disagreements` and `confusion_table`.
    reports
        As from `scores_on_reports`.
    """
    facts = {"errors": str(len(errors))}
    facts |= {f"{layer}-ceiling": f"{ceiling:.2f}" for layer, ceiling in annotator_ceilings().items()}
    for layer, row in scores.to_dict("index").items():
        for name in ("precision", "recall", "f1"):
            facts[f"{layer}-{name}"] = f"{row[name]:.3f}"
        for name in ("gold", "found", "matched"):
            facts[f"{layer}-{name}"] = str(row[name])
    for row in reports.to_dict("records"):
        if row["measure"] in ("f1", "recall", "precision"):
            facts[f"{row['layer']}-development-{row['measure']}"] = f"{row['development']:.3f}"
            facts[f"{row['layer']}-check-{row['measure']}"] = f"{row['check']:.3f}"
        if row["measure"] == "indicator":
            facts |= {"indicator-check": f"{row['check']:.0%}", "indicator-check-n": f"{row['check_n']:.0f}"}
        if (row["layer"], row["measure"]) == ("slogans", "precision"):
            facts["slogans-check-found"] = f"{row['check_n']:.0f}"
    agreeing = sum(confusion.loc[name, name] for name in confusion.index if name in confusion)
    facts["status-agreement"] = f"{agreeing / max(confusion.to_numpy().sum(), 1):.0%}"
    return facts
