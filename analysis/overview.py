"""Overview: the numbers of the landing page, in English and Chinese, gathered from all chapters."""

import pandas as pd

from analysis import (
    borrowing,
    dimensions,
    facts,
    frequency,
    labels,
    ladder,
    national,
    reference_rates,
    registers,
    segment,
    source_domains,
    stance,
)


def numbers(docs: pd.DataFrame) -> facts.Facts:
    """Return the numbers that the landing page quotes; those that name texts once more under `NAME-zh`, in Chinese.

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
    chinese = {f"{name}-zh": labels.in_chinese(value) for name, value in gathered.items()}
    return gathered | {name: value for name, value in chinese.items() if value != gathered[name.removesuffix("-zh")]}


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
        "growth-above": "; ".join(
            f"{row['label']} {row['lower']:.0%} (n = {row['prefectures']})" for row in standing.to_dict("records")
        ),
        "growth-same": "; ".join(f"{row['label']} {row['same']:.0%}" for row in standing.to_dict("records")),
    }
