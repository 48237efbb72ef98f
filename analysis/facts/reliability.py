"""The numbers of the chapter on reliability: agreement with the annotation, recall, growth targets that others read."""

from typing import Any

import pandas as pd

from ..annotation.published import agreed_before_mending
from ..annotation.recall import (
    ALL_WINDOWS,
    FIVE_TEXTS,
    OTHER_DOMAIN,
    REPORTS,
    RHETORIC_LAYERS,
    RULES_AFTER,
    RULES_BEFORE,
)
from ..annotation.reliability import ALL_KINDS, SCORED_SETS, annotator_ceilings
from ..rhetoric import expression_kinds
from .claims import Facts


def explained_facts(recall: pd.DataFrame, members: pd.DataFrame) -> Facts:
    """Return the numbers on the slogans that governments explain, from `explained_recall` and `explained_members`."""
    every = recall[recall["level"] == "all"].iloc[0]
    nation = recall[(recall["level"] == "national") & (recall["period"] == "all")]
    facts = {
        "explained": f"{every['explained']:,}",
        "explained-slogans": f"{every['explained'] - every['none']:,}",
        "explained-national-reports": f"{nation['reports'].sum():,}",
        "explained-reports": f"{every['reports']:,}",
        "explained-found": f"{every['recognised']:,}",
        "explained-share": f"{every['share']:.1%}",
        "explained-misses": f"{every['explained'] - every['recognised']:,}",
        "explained-none": f"{every['none']:,}",
        "explained-missed": f"{every['missed']:,}",
        "explained-share-sorted": f"{every['share_sorted']:.1%}",
    }
    for row in members.to_dict("records"):
        facts[f"explained-{row['type']}-announcing"] = f"{row['explained']:,}"
        facts[f"explained-{row['type']}-closes"] = f"{row['share']:.0%}"
    return facts


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


def rhetoric_recall_facts(windows: pd.DataFrame, agreement: pd.DataFrame, recall: pd.DataFrame) -> Facts:
    """Return the numbers on the recall of the lexicons of rhetoric.

    Parameters
    ----------
    windows, agreement, recall
        As from `read_windows`, `pass_agreement` and `rhetoric_recall`.
    """
    facts = {
        "rhetoric-windows": str(len(windows)),
        "rhetoric-window-reports": str(windows["doc_id"].str.contains("/").sum()),
        "rhetoric-window-characters": f"{(windows['end'] - windows['start']).sum():,}",
    }
    for layer, lexicon in RHETORIC_LAYERS.items():
        name_of = _LAYER_NAMES[layer]
        agreed = {row["domain"]: row for row in agreement[agreement["layer"] == layer].to_dict("records")}
        facts |= {
            f"{name_of}-first-marks": str(agreed[ALL_KINDS]["first_marks"]),
            f"{name_of}-second-marks": str(agreed[ALL_KINDS]["second_marks"]),
            f"{name_of}-pass-f1": f"{agreed[ALL_KINDS]['f1']:.0%}",
            f"{name_of}-pass-kappa": f"{agreed[ALL_KINDS]['kappa']:.2f}",
        }
        if OTHER_DOMAIN in agreed:
            facts |= {f"{name_of}-{name}": str(agreed[OTHER_DOMAIN][column]) for name, column in _OTHER_COLUMNS}
        found = recall[recall["layer"] == layer].to_dict("records")
        for row in found:
            if row["domain"] == ALL_KINDS:
                name = f"{name_of}-{_SAMPLE_NAMES[row['sample']]}-{_STATE_NAMES[row['rules']]}"
                facts |= {f"{name}-{share.replace('_', '-')}": _percent(row[share]) for share in _SHARES}
                facts |= {f"{name}-{count}": str(row[count]) for count in ("both", "hits")}
        kinds = [
            row
            for row in found
            if (row["sample"], row["rules"]) == (ALL_WINDOWS, RULES_AFTER)
            and row["domain"] != ALL_KINDS
            and row["both"] >= _LEAST_MARKS
        ]
        for name, row in zip(("lowest", "highest"), _ends(kinds), strict=False):
            facts[f"{name_of}-{name}-domain"] = expression_kinds(lexicon)[row["domain"]].lower()
            facts[f"{name_of}-{name}-recall"] = _percent(row["recall_both"])
            facts[f"{name_of}-{name}-n"] = str(row["both"])
    return facts


def _ends(rows: list[dict[Any, Any]]) -> list[dict[Any, Any]]:
    """Return the rows with the least and with the greatest recall, none of none."""
    ordered = sorted(rows, key=lambda row: row["recall_both"])
    return [ordered[0], ordered[-1]] if ordered else []


_LAYER_NAMES = {"metaphor": "met", "stance": "sta"}  # short: the search counts words on pages, names of facts as well
_SAMPLE_NAMES = {FIVE_TEXTS: "texts", REPORTS: "reports", ALL_WINDOWS: "all"}
_STATE_NAMES = {RULES_BEFORE: "before", RULES_AFTER: "after"}
_OTHER_COLUMNS = (("first-other", "first_marks"), ("second-other", "second_marks"), ("both-other", "both"))
_SHARES = ("recall_first", "recall_second", "recall_both", "precision_first", "precision_second", "precision_both")
_LEAST_MARKS = 5  # marks of both passes from which the recall of a kind is named in the prose


def _percent(share: float | None) -> str:
    return "none" if share is None or pd.isna(share) else f"{share:.0%}"


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
    facts |= {f"{layer}-ceiling": f"{ceiling:.0%}" for layer, ceiling in annotator_ceilings().items()}
    for layer, row in scores.to_dict("index").items():
        for name in ("precision", "recall", "f1"):
            facts[f"{layer}-{name}"] = f"{row[name]:.1%}"
        for name in ("gold", "found", "matched"):
            facts[f"{layer}-{name}"] = str(row[name])
    for row in reports.to_dict("records"):
        for kind in SCORED_SETS:
            if pd.isna(row[kind]):  # the first annotations say nothing of direction and span
                continue
            name = f"{row['layer']}-{kind.replace('_', '-')}-{row['measure'].replace('_', '-')}"
            facts[name] = f"{row[kind]:.1%}"
            facts[f"{name}-n"] = f"{row[f'{kind}_n']:.0f}"
            if not pd.isna(row.get(f"{kind}_low")):
                facts[f"{name}-interval"] = f"{100 * row[f'{kind}_low']:.0f}–{row[f'{kind}_high']:.0%}"
    agreeing = sum(confusion.loc[name, name] for name in confusion.index if name in confusion)
    facts["status-agreement"] = f"{agreeing / max(confusion.to_numpy().sum(), 1):.0%}"
    return facts
