"""Overview: the numbers of the landing page, in English and Chinese, gathered from all chapters."""

import pandas as pd

from ..annotation.adjudicated import (
    adjudicated_closures,
    adjudicated_refusals,
    adjudicated_slogans,
    adjudicated_statements,
)
from ..extraction.registers import slogan_register, token_table
from ..reference import reference_reports, reference_table
from ..reference.beside import density_standings, rates_beside_reports
from ..reference.formulas import compared_reports, origin_shares
from ..reference.ladder import report_growth_targets, standing_of_targets
from ..texts.labels import names_in_chinese
from ..vocabulary.frequency import term_frequencies, term_spread
from .claims import Facts
from .comparison import slogan_standing_facts
from .rhetoric import beside_facts, formula_facts
from .slogans import slogan_facts
from .targets import target_facts
from .vocabulary import vocabulary_facts


def overview_facts(docs: pd.DataFrame) -> Facts:
    """Return the numbers that the landing page quotes; those that name texts once more under `NAME-zh`, in Chinese.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    """
    found, stated, closures = adjudicated_slogans(docs), adjudicated_statements(docs), adjudicated_closures(docs)
    refused, tokens = adjudicated_refusals(docs), token_table(docs)
    counts = term_frequencies(tokens)
    gathered = slogan_facts(docs, found, closures, refused) | target_facts(docs, stated, refused)
    gathered |= vocabulary_facts(docs, counts, term_spread(counts, len(docs)))
    gathered |= _beside_reports(docs, stated, tokens)
    chinese = {f"{name}-zh": names_in_chinese(value) for name, value in gathered.items()}
    return gathered | {name: value for name, value in chinese.items() if value != gathered[name.removesuffix("-zh")]}


def _beside_reports(docs: pd.DataFrame, stated: pd.DataFrame, tokens: pd.DataFrame) -> Facts:
    """Return the numbers that set the texts beside the national reference."""
    shared, passages = reference_table("formulas"), reference_table("passages")
    parts, compared = origin_shares(docs, passages), compared_reports(docs, reference_reports())
    standing = standing_of_targets(docs, stated, report_growth_targets(reference_table("targets")))
    reports = reference_reports()
    chosen = {
        **formula_facts(shared, passages, parts, compared),
        **beside_facts(rates_beside_reports(docs, tokens)),
        **slogan_standing_facts(density_standings(docs, slogan_register(docs))),
    }
    names = ("reuse-", "above-", "beside-", "placed-", "slogan-percentiles")
    return {name: value for name, value in chosen.items() if name.startswith(names)} | {
        "reports": f"{len(reports):,}",
        "reports-first": str(reports["year"].min()),
        "reports-last": str(reports["year"].max()),
        "growth-above": "; ".join(
            f"{row['label']} {row['lower']:.0%} (n = {row['prefectures']})" for row in standing.to_dict("records")
        ),
        "growth-nearby": "; ".join(
            f"{row['label']} {row['lower_in_province']:.0%} (n = {row['in_province']})"
            for row in standing.to_dict("records")
        ),
    }
