"""Profiles: what each text holds of slogans and statements, by kind and per 1,000 characters, side by side.

Every table keeps a row for a text that has nothing, so that an absence is shown and not left out.
"""

import itertools
from typing import NamedTuple

import pandas as pd

from analysis import indicators, lexicon

TYPES = ("list", "compression", "formula", "ordinal", "round", "staged")
STATUSES = ("target", "achieved", "ongoing")
VERDICTS = ("closes", "partial", "not enumerated here")
PER = 1_000


class TypeCount(NamedTuple):
    """How many slogan mentions of one type a text has."""

    doc_id: str
    label: str
    type: str
    mentions: int


class NumeralCount(NamedTuple):
    """How often a numeral stands in slogans."""

    numeral: str
    mentions: int
    texts: int


class StatusCount(NamedTuple):
    """How many statements of one status a text has."""

    doc_id: str
    label: str
    status: str
    statements: int


class GrowthTarget(NamedTuple):
    """A headline growth target, or a text that states none."""

    doc_id: str
    label: str
    indicator: str
    indicator_en: str
    indicator_zh: str
    relation: str
    value: float | None  # per cent; None where the text states no headline growth target
    start: int | None
    end: int | None


class Density(NamedTuple):
    """How densely a text is set with something."""

    doc_id: str
    label: str
    measure: str
    mentions: int
    characters: int  # of the reading text, without spaces and line ends
    per_1000: float  # mentions per 1,000 characters


def labels(docs: pd.DataFrame) -> dict[str, str]:
    """Return the bilingual label of each text, in the order of the corpus: {"2023-zibo": "Zibo 2023 淄博"}."""
    return {
        doc_id: f"{label} {label_zh}"
        for doc_id, label, label_zh in zip(docs["doc_id"], docs["label"], docs["label_zh"], strict=True)
    }


def slogan_types(docs: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogan mentions of each text by type: columns of `TypeCount`, all types for all texts."""
    counts = slogans.groupby(["doc_id", "type"]).size()
    rows = [
        TypeCount(doc_id, label, type_, int(counts.get((doc_id, type_), 0)))
        for (doc_id, label), type_ in itertools.product(labels(docs).items(), TYPES)
    ]
    return pd.DataFrame(rows, columns=list(TypeCount._fields))


def slogan_numerals(slogans: pd.DataFrame, largest: int = 10) -> pd.DataFrame:
    """Return how often each numeral from 1 to `largest` stands in slogan mentions, and above it together.

    A mention counts once for each of its digits: 三提三争 counts twice for 3, 1+1269 twice for 1.
    """
    digits = slogans[["doc_id", "digits"]].explode("digits").dropna()
    digits = digits[digits["digits"].map(lambda digit: isinstance(digit, int))]
    names = digits["digits"].map(lambda digit: str(digit) if digit <= largest else f"over {largest}")
    rows = []
    for numeral in [*map(str, range(1, largest + 1)), f"over {largest}"]:
        chosen = digits[names == numeral]
        rows.append(NumeralCount(numeral, len(chosen), chosen["doc_id"].nunique()))
    return pd.DataFrame(rows, columns=list(NumeralCount._fields))


def statement_status(docs: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return the statements of each text by status: columns of `StatusCount`, all statuses for all texts."""
    counts = statements.groupby(["doc_id", "status"]).size()
    rows = [
        StatusCount(doc_id, label, status, int(counts.get((doc_id, status), 0)))
        for (doc_id, label), status in itertools.product(labels(docs).items(), STATUSES)
    ]
    return pd.DataFrame(rows, columns=list(StatusCount._fields))


def headline_growth(docs: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return the headline growth targets of each text: columns of `GrowthTarget`, by text and falling value.

    A text without any has one row with an empty indicator and no value.
    """
    names = lexicon.load("indicators")
    chosen = statements[
        statements["headline"].astype(bool)
        & (statements["measure"] == "growth")
        & (statements["status"] == "target")
        & (statements["unit"] == "%")
    ]
    rows: list[GrowthTarget] = []
    for doc_id, label in labels(docs).items():
        own = chosen[chosen["doc_id"] == doc_id].sort_values(["value", "start"], ascending=[False, True])
        for row in own.to_dict("records"):
            entry = names.get(row["indicator"], {"en": indicators.OTHER, "zh": row["indicator_text"]})
            rows.append(
                GrowthTarget(
                    doc_id,
                    label,
                    row["indicator"],
                    entry["en"],
                    entry["zh"],
                    row["relation"],
                    float(row["value"]),
                    int(row["start"]),
                    int(row["end"]),
                )
            )
        if own.empty:
            rows.append(GrowthTarget(doc_id, label, "", "", "", "", None, None, None))
    return pd.DataFrame(rows, columns=list(GrowthTarget._fields)).astype({"start": "Int64", "end": "Int64"})


def densities(docs: pd.DataFrame, slogans: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return slogan mentions, statements and targets of each text per 1,000 characters: columns of `Density`."""
    targets = statements[statements["status"] == "target"]
    layers = {"slogans": slogans, "statements": statements, "targets": targets}
    length = {doc_id: characters(read.text) for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True)}
    rows = []
    for (doc_id, label), (measure, table) in itertools.product(labels(docs).items(), layers.items()):
        mentions = int((table["doc_id"] == doc_id).sum())
        rows.append(Density(doc_id, label, measure, mentions, length[doc_id], mentions / length[doc_id] * PER))
    return pd.DataFrame(rows, columns=list(Density._fields))


def characters(text: str) -> int:
    """Return how many characters a text has without spaces and line ends."""
    return sum(not character.isspace() for character in text)


class VerdictCount(NamedTuple):
    """How many slogans of a text have one verdict of digit closure."""

    doc_id: str
    label: str
    verdict: str
    slogans: int


def closure_verdicts(docs: pd.DataFrame, closures: pd.DataFrame) -> pd.DataFrame:
    """Return the different slogans of each text that announce two or more items, by verdict.

    Parameters
    ----------
    docs
        As from `corpus.read`.
    closures
        As from `registers.closures`.

    Returns
    -------
    DataFrame
        Columns of `VerdictCount`, all verdicts for all texts; a slogan counts once in a text, however often it is said.
    """
    announcing = announcing_slogans(closures)
    counts = announcing.groupby(["doc_id", "verdict"]).size()
    rows = [
        VerdictCount(doc_id, label, verdict, int(counts.get((doc_id, verdict), 0)))
        for (doc_id, label), verdict in itertools.product(labels(docs).items(), VERDICTS)
    ]
    return pd.DataFrame(rows, columns=list(VerdictCount._fields))


def announcing_slogans(closures: pd.DataFrame) -> pd.DataFrame:
    """Return the different slogans of each text that announce two or more items, at their first mention."""
    announcing = closures[closures["announced"].fillna(0) >= 2]
    return announcing.drop_duplicates(["doc_id", "quote"]).reset_index(drop=True)


def shared_slogans(docs: pd.DataFrame, slogans: pd.DataFrame) -> pd.DataFrame:
    """Return the slogans that stand in two or more texts: columns `quote`, `scope`, `mentions`, `range`, `texts`."""
    grouped = slogans.groupby("quote", sort=False)
    table = grouped.agg(
        scope=("scope", "first"), mentions=("doc_id", "size"), range=("doc_id", "nunique")
    ).reset_index()
    table = table[table["range"] > 1].sort_values(["range", "mentions", "quote"], ascending=[False, False, True])
    return table.assign(texts=len(docs)).reset_index(drop=True)


def overview(docs: pd.DataFrame) -> pd.DataFrame:
    """Return what is known of each text, with its length in characters without spaces."""
    columns = [
        "doc_id",
        "label",
        "place",
        "place_en",
        "province_en",
        "level",
        "genre",
        "publisher",
        "date",
        "plan_year",
        "rights",
    ]
    table = docs[columns].copy()
    table.insert(2, "characters", [characters(read.text) for read in docs["reading"]])
    return table
