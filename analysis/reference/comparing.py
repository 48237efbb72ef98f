"""A reader's own texts among the work reports of their year: slogans, growth targets, words of stance, and whose it is.

What the reports are read by reads the texts too: the same rules of slogans, the same choice of main targets, the same
words. A text is compared with the reports of the year that it plans for; with none, it is named and has no rows.
"""

from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple

import pandas as pd

from ..extraction.standings import (
    STANDING_LEVELS,
    counted_words,
    first_rates,
    is_yearly_rate,
    known_above,
    least_length,
    slogan_density,
    standing_among,
)
from ..extraction.tables import TextTables
from ..language import load_lexicon
from ..rhetoric import STANCE
from ..runs import Column
from ..slogans import slogan_name
from ..texts.levels import REPORT_LEVELS
from ..vocabulary import PER_WORDS
from .beside import counted_expressions
from .tables import reference_reports, reference_table

_DOC_ID = Column("doc_id", "text", True, "the text")
_YEAR = Column("year", "whole", meaning="the year that the text plans for, and that of the reports")
_STANDING = (
    Column("reports", "whole", meaning="reports of the level and year that are compared"),
    Column("median", "number", meaning="of these reports, in the unit of the text's own value"),
    Column("percentile", "number", meaning="share of these reports below the text, half of those equal; per cent"),
)
_LEVEL = Column("level", "text", meaning="of the reports: province or prefecture")

COMPARISON_TABLES: dict[str, list[Column]] = {
    "density": [
        *(_DOC_ID, _YEAR, _LEVEL),
        Column("per_1000", "number", meaning="numeric slogans of the text per 1,000 characters"),
        *(column._replace(name="median_per_1000") if column.name == "median" else column for column in _STANDING),
        Column("note", "text", meaning="empty, or that the text is much shorter than the reports"),
    ],
    "targets": [
        *(_DOC_ID, _YEAR, _LEVEL),
        Column("indicator", "text", meaning="its id"),
        Column("quote", "text", True, "the target as printed"),
        Column("value", "number", meaning="growth over the year before; per cent"),
        *_STANDING,
    ],
    "stance": [
        *(_DOC_ID, _YEAR),
        Column("domain", "text", meaning="entry of the lexicon of stance: obligation, we …"),
        Column("mentions", "whole", meaning="words of the text that are counted in the reports as well"),
        Column("per_10k", "number", meaning="mentions per 10,000 words of the text"),
        *(
            Column(f"per_10k_{level}", "number", meaning=f"per 10,000 words of the {level} reports")
            for level in REPORT_LEVELS
        ),
        *(Column(f"reports_{level}", "whole", meaning=f"{level} reports of the year") for level in REPORT_LEVELS),
    ],
    "owners": [
        _DOC_ID,
        Column("slogan", "text", True, "the name"),
        Column("mentions", "whole", meaning="in the text"),
        Column("scope", "text", meaning="whose it is: national, regional (of the level above) or local"),
        Column("scope_why", "text", meaning="what says so: words, glossary, attested, spread …"),
        Column("nation_since", "text", meaning="the day from which on the nation is known to use it; empty: not known"),
        Column("provinces", "whole", meaning="provinces that are known to use it"),
        Column("reports", "whole", meaning="reports of all years in which the name is a slogan"),
        Column("first", "whole", meaning="the year of the first of them"),
    ],
}
"""The columns of the tables of a comparison."""


class Comparison(NamedTuple):
    """Texts among the reports, a DataFrame a question; columns as in `COMPARISON_TABLES`."""

    density: pd.DataFrame
    targets: pd.DataFrame
    stance: pd.DataFrame
    owners: pd.DataFrame
    alone: dict[str, str]  # texts without reports to compare with, and why


def texts_among_reports(texts: TextTables, levels: Iterable[str] = STANDING_LEVELS) -> Comparison:
    """Return where texts stand among the work reports of the year that each plans for, and whose its slogans are.

    Parameters
    ----------
    texts
        As from `analysis.read`.
    levels
        Levels of reports, of province and prefecture: there is one report of the nation a year.

    Notes
    -----
    Percentiles are those of mid-ranks: 100 * (share of the reports below + half the share of those equal). Targets are
    yearly rates of growth in the list of main targets; of a report that gives several for an indicator, as of a text,
    the first counts. Words of stance are counted by level and year, not by report, so that they have no percentile;
    those of a text are the words that are counted in the reports, stop words (我们) among them. The measures are
    functions of `extraction.standings`, by which the page in a browser counts too.
    """
    levels, reports = tuple(levels), reference_reports()
    planned = texts.documents.set_index("doc_id")["plan_year"].dropna()
    years = {str(doc_id): int(year) for doc_id, year in planned.items()}
    known = set(reports.loc[reports["level"].isin(levels), "year"])
    alone = {
        str(doc_id): (
            f"no report of {_named_levels(levels)} of {years[doc_id]}"
            if doc_id in years
            else "it does not say for which year it plans"
        )
        for doc_id in texts.documents["doc_id"]
        if years.get(doc_id) not in known
    }
    compared = {doc_id: year for doc_id, year in years.items() if doc_id not in alone}
    rows = {
        "density": _density(texts, compared, levels, reports),
        "targets": _targets(texts, compared, levels),
        "stance": _stance(texts, compared),
        "owners": _owners(texts),
    }
    tables = {
        name: pd.DataFrame(list(rows[name]), columns=[column.name for column in columns])
        for name, columns in COMPARISON_TABLES.items()
    }
    tables["owners"] = tables["owners"].astype({"first": "Int64"})
    return Comparison(**tables, alone=alone)


def _named_levels(levels: Iterable[str]) -> str:
    """Return whose reports are compared: the nation has one a year, which is none of them."""
    return " or ".join(f"a {level}" for level in levels)


def slogans_of_reports(reports: pd.DataFrame) -> pd.Series:
    """Return how often numeric slogans stand in each report; reports as from `reference_reports`, in their order."""
    mentions = reference_table("slogans").groupby("report")["mentions"].sum()
    return reports["report"].map(mentions).fillna(0).astype(int)


def rates_of_reports() -> pd.DataFrame:
    """Return the yearly rates among the main targets of the reports, of each report and indicator the first."""
    rows = reference_table("targets").sort_values(["report", "start"])
    are_rates = [is_yearly_rate(row) for row in rows.itertuples()]
    return rows[are_rates].drop_duplicates(["report", "indicator"])


def stance_of_reports() -> dict[str, frozenset[str]]:
    """Return the expressions of the lexicon of stance that the reports are counted by, by domain."""
    return {domain: words for domain, words in counted_expressions().items() if domain in load_lexicon(STANCE)}


def _density(
    texts: TextTables, years: dict[str, int], levels: tuple[str, ...], reports: pd.DataFrame
) -> Iterator[tuple[Any, ...]]:
    counted = zip(slogans_of_reports(reports), reports["characters_read"], strict=True)
    rates = pd.Series([slogan_density(*pair) for pair in counted], index=reports.index)
    for doc in texts.documents[texts.documents["doc_id"].isin(years)].to_dict("records"):
        own, year = slogan_density(doc["slogans"], doc["characters_read"]), years[doc["doc_id"]]
        for level in levels:
            there = (reports["year"] == year) & (reports["level"] == level)
            if there.any():
                note = _note_on_length(doc["characters_read"], list(reports.loc[there, "characters_read"]))
                yield doc["doc_id"], year, level, own, *standing_among(list(rates[there]), own), note


def _note_on_length(characters: int, lengths: list[int]) -> str:
    least = least_length(lengths)
    if characters >= least:
        return ""
    share = "all" if len(lengths) < 100 else "99 in 100"
    return f"short: {characters:,} characters, {share} of these reports have {least:,} or more; its density says little"


def _targets(texts: TextTables, years: dict[str, int], levels: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    first = rates_of_reports()
    for doc_id, rows in texts.statements.sort_values(["doc_id", "start"]).groupby("doc_id"):
        if (year := years.get(str(doc_id))) is None:
            continue
        for row in first_rates(map(_plain, rows.to_dict("records")), year):
            same = first[(first["year"] == year) & (first["indicator"] == row.indicator)]
            for level in levels:
                among = same.loc[same["level"] == level, "value"]
                if len(among):
                    told = doc_id, year, level, row.indicator, row.quote, row.value
                    yield *told, *standing_among(list(among), row.value)


def _plain(row: dict[Any, Any]) -> Any:
    """Return a row of a table as the rules know it: with None for what is missing."""
    return SimpleNamespace(**{str(name): None if pd.isna(value) else value for name, value in row.items()})


def _stance(texts: TextTables, years: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    terms, totals = reference_table("terms"), reference_table("totals")
    size = {(row["level"], int(row["year"])): row for row in totals.to_dict("records")}
    kinds = stance_of_reports()
    for doc_id, year in years.items():
        own = texts.terms[texts.terms["doc_id"] == doc_id]
        words = int(own["words"].iloc[0]) if len(own) else 0
        stance = texts.stance[texts.stance["doc_id"] == doc_id]
        counted = counted_words(
            zip(own["token"], own["frequency"], strict=True), zip(stance["start"], stance["word"], strict=True)
        )
        there = terms[terms["year"] == year]
        sizes = [size.get((level, year)) for level in REPORT_LEVELS]
        documents = [0 if of_level is None else int(of_level["documents"]) for of_level in sizes]
        for domain, listed in kinds.items():
            mentions = sum(int(counted[word]) for word in listed)
            counts = there[there["token"].isin(listed)].groupby("level")["count"].sum()
            rates = [
                None if of_level is None else float(counts.get(level, 0)) / of_level["tokens"] * PER_WORDS
                for level, of_level in zip(REPORT_LEVELS, sizes, strict=True)
            ]
            yield doc_id, year, domain, mentions, mentions / max(words, 1) * PER_WORDS, *rates, *documents


def _owners(texts: TextTables) -> Iterator[tuple[Any, ...]]:
    slogans = reference_table("slogans")
    names = texts.slogans["quote"].map(slogan_name)
    spread = slogans[slogans["slogan"].isin(set(names))].groupby("slogan")
    for key, own in texts.slogans.groupby(["doc_id", names], sort=False):
        doc_id, name = map(str, key)
        years = spread.get_group(name)[["report", "year"]] if name in spread.groups else slogans.head(0)
        yield (
            *(doc_id, name, len(own), own["scope"].iloc[0], own["scope_why"].iloc[0]),
            *known_above(name),
            *(int(years["report"].nunique()), int(years["year"].min()) if len(years) else None),
        )
