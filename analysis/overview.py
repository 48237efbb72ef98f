"""Overview: the numbers of the landing page, in English and Chinese, gathered from all chapters."""

import pandas as pd

from analysis import (
    borrowing,
    dimensions,
    facts,
    frequency,
    ladder,
    national,
    profiles,
    reference_rates,
    registers,
    segment,
    source_domains,
    stance,
)


def numbers(docs: pd.DataFrame) -> facts.Facts:
    """Return the numbers that the landing page quotes.

    Parameters
    ----------
    docs
        As from `corpus.read`.
    """
    found, stated, closures = registers.slogans(docs), registers.statements(docs), registers.closures(docs)
    refused, tokens = registers.refusals(docs), segment.tokens(docs)
    counts = frequency.by_text(tokens)
    gathered = facts.slogans(docs, found, closures, refused) | facts.targets(docs, stated, refused)
    gathered |= facts.vocabulary(docs, counts, frequency.across(counts, len(docs)))
    gathered |= _beside_reports(docs, found, stated, tokens)
    return gathered | _in_chinese(docs, gathered)


_JOINED = {" and ": "、", "; ": "；", " (": "（", ")": "）"}


def _in_chinese(docs: pd.DataFrame, gathered: facts.Facts) -> facts.Facts:
    """Return the numbers that name texts once more under `NAME-zh`, with the texts' Chinese names."""
    english = profiles.labels(docs)
    names = {
        english[doc_id]: f"{year}年{label}"
        for doc_id, year, label in zip(docs["doc_id"], docs["plan_year"], docs["label_zh"], strict=True)
    }
    found = {}
    for name, value in gathered.items():
        if any(label in value for label in names):
            for old, new in (*names.items(), *_JOINED.items()):
                value = value.replace(old, new)  # noqa: PLW2901
            found[f"{name}-zh"] = value
    return found


def _beside_reports(docs: pd.DataFrame, found: pd.DataFrame, stated: pd.DataFrame, tokens: pd.DataFrame) -> facts.Facts:
    """Return the numbers that set the texts beside the national reference."""
    shared, passages = national.table("formulas"), national.table("passages")
    parts, compared = borrowing.shares(docs, passages), borrowing.sources(docs, national.reports())
    rates = dimensions.table(docs, found, stated, source_domains.metaphors(docs), stance.expressions(docs))
    placed, groups = dimensions.standings(docs, found), dimensions.by_group(docs, rates)
    standing = ladder.standing(docs, stated, ladder.growth(national.table("targets")))
    reports = national.reports()
    chosen = {
        **borrowing.facts(shared, passages, parts, compared),
        **reference_rates.facts(reference_rates.beside_reports(docs, tokens)),
        **dimensions.facts(rates, placed, groups, dimensions.separated(docs, rates)),
    }
    names = ("reuse-", "above-", "beside-", "placed-", "slogan-percentiles")
    return {name: value for name, value in chosen.items() if name.startswith(names)} | {
        "reports": f"{len(reports):,}",
        "reports-first": str(reports["year"].min()),
        "reports-last": str(reports["year"].max()),
        "growth-percentiles": "; ".join(
            f"{label} {percentile:.0f}"
            for label, percentile in zip(standing["label"], standing["percentile"], strict=True)
        ),
    }
