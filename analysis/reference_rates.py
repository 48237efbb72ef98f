"""Rates beside the reference: how often each text and the reports of its year use words of metaphor and stance."""

from typing import NamedTuple

import pandas as pd

from analysis import lexicon, national, profiles, rhetoric
from analysis.frequency import PER

LEXICONS = (rhetoric.METAPHORS, rhetoric.STANCE)


class BesideReports(NamedTuple):
    """How often a text uses words of one kind, beside the reports of the same year."""

    doc_id: str
    label: str
    year: int
    domain: str
    mentions: int  # words of the text that count in the reports as well
    per_10k: float  # mentions per 10,000 words
    national: float | None  # per 10,000 words of the reports of each level; None without reports
    province: float | None
    prefecture: float | None
    reports: int  # of all three levels


def words() -> dict[str, frozenset[str]]:
    """Return, by kind, the expressions of both lexicons that the reference counts as one word; no kind without any."""
    known = frozenset(national.table("terms")["token"])
    entries = {domain: entry for name in LEXICONS for domain, entry in lexicon.load(name).items()}
    found = {domain: frozenset(entry["words"]) & known for domain, entry in entries.items()}
    return {domain: listed for domain, listed in found.items() if listed}


def beside_reports(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return how often each text uses words of each kind, beside the reports of its year: columns of `BesideReports`.

    Only what the cutter leaves as one word, and what the reference counts, is counted, on both sides: the rates are
    lower than those of all expressions, but can be compared. Literal uses are not told apart on either side.

    Parameters
    ----------
    docs
        As from `corpus.read`.
    tokens
        As from `segment.tokens`.
    """
    terms, totals = national.table("terms"), national.table("totals")
    kinds = words()
    size, documents = (totals.set_index(["level", "year"])[name] for name in ("tokens", "documents"))
    rows = []
    for (doc_id, label), year in zip(profiles.labels(docs).items(), docs["plan_year"].astype(int), strict=True):
        own = tokens.loc[tokens["doc_id"] == doc_id, "token"]
        there = terms[terms["year"] == year]
        reports = sum(int(documents.get((level, year), 0)) for level in national.LEVELS)
        for domain, listed in kinds.items():
            counts = there[there["token"].isin(listed)].groupby("level")["count"].sum()
            by_level = {
                level: float(counts.get(level, 0)) / size[level, year] * PER if (level, year) in size.index else None
                for level in national.LEVELS
            }
            mentions = int(own.isin(listed).sum())
            rate = mentions / len(own) * PER if len(own) else 0.0
            rows.append(BesideReports(doc_id, label, year, domain, mentions, rate, **by_level, reports=reports))
    return pd.DataFrame(rows, columns=list(BesideReports._fields))


def facts(table: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes: for each kind, how many texts use it more than the provinces do."""
    compared = table.dropna(subset="province")
    found = {"beside-texts": str(compared["label"].nunique())}
    for domain, own in compared.groupby("domain", sort=False):
        above = own[own["per_10k"] > own["province"]]
        found |= {f"above-{str(domain).replace('_', '-')}": str(len(above))}
    return found
