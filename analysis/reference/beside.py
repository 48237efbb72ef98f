"""The texts beside the work reports of their year: density of slogans, words of metaphor and stance, keywords.

- `density_standings`: where a text's density of slogans stands among the reports.
- `rates_beside_reports`: how often text and reports use words of each kind of metaphor and stance.
- `reference_keyness`: which words a text uses more or less than the reports (statistics as in `keyness`), and
  `unlisted_words`, those that the reference does not count.
- `stem_rates`: whether the texts name Party and cadres where the reports name government and reform, the genre that
  Wang (2017) describes. Only words that the reference counts weigh, on both sides.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from ..extraction.standings import STANDING_LEVELS, standing_among
from ..language import load_lexicon
from ..rhetoric import METAPHORS, STANCE
from ..texts import PER_CHARACTERS
from ..texts.corpus import text_labels
from ..texts.levels import REPORT_LEVELS
from ..vocabulary import PER_WORDS, place_names, stop_words
from ..vocabulary.glossary import term_glosses
from ..vocabulary.keyness import LEAST_MENTIONS, Keyness, keyness_of_counts
from .tables import reference_reports, reference_table, upper_places

# Density of slogans


class DensityStanding(NamedTuple):
    """Where the density of slogans of a text stands among the reports of its year."""

    doc_id: str
    label: str
    level: str
    year: int
    reports: int  # of the level and year
    per_1000: float  # slogans of the text per 1,000 characters
    median: float  # of the reports
    percentile: float  # share of the reports below the text, half of those equal, in per cent
    in_province: int  # reports of the level and year from the text's own province
    percentile_in_province: float  # among these; missing of fewer than `_LEAST_RANKED`


_LEAST_RANKED = 5  # reports from which a percentile is given: of one it is 0, 50 or 100


def density_standings(
    docs: pd.DataFrame, slogans: pd.DataFrame, levels: Iterable[str] = STANDING_LEVELS
) -> pd.DataFrame:
    """Return where each text's density of slogans stands among the reports of its year: columns of `DensityStanding`.

    Reports are read by the same rules as the texts. The percentile is that of mid-ranks: 100 * (share of the reports
    below the text + half the share of those equal). A text has no row for a level without reports of its year.

    Parameters
    ----------
    docs, slogans
        The corpus and its slogans, as from `read_corpus` and `slogan_register`.
    levels
        The levels of reports.
    """
    reports = reference_reports()
    mentions = reference_table("slogans").groupby("report")["mentions"].sum()
    rates = reports["report"].map(mentions).fillna(0) / reports["characters_read"] * PER_CHARACTERS
    counts = slogans.groupby("doc_id").size()
    above, rows = upper_places()["province"], []
    for (doc_id, label), read, year in zip(
        text_labels(docs).items(), docs["reading"], docs["plan_year"].astype(int), strict=True
    ):
        own = float(counts.get(doc_id, 0)) / max(len(read.text), 1) * PER_CHARACTERS  # both with spaces
        for level in levels:
            of_level = (reports["year"] == year) & (reports["level"] == level)
            there, near = rates[of_level], rates[of_level & (reports["province"] == above.get(doc_id, ""))]
            if len(there):
                median, standing = float(there.median()), mid_rank(there, own)
                nearby = mid_rank(near, own) if len(near) >= _LEAST_RANKED else float("nan")
                place = len(there), own, median, standing, len(near), nearby
                rows.append(DensityStanding(doc_id, label, level, year, *place))
    return pd.DataFrame(rows, columns=list(DensityStanding._fields))


def mid_rank(rates: pd.Series, own: float) -> float:
    """Return the percentile of a rate among others (half of those equal counts), missing if there are none."""
    return standing_among(list(rates), own).percentile if len(rates) else float("nan")


# Words of metaphor and stance

COUNTED_LEXICONS = (METAPHORS, STANCE)


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


def counted_expressions() -> dict[str, frozenset[str]]:
    """Return the expressions of both lexicons that the reference counts as one word, by kind; no kind without any."""
    known = frozenset(reference_table("terms")["token"])
    entries = {domain: entry for name in COUNTED_LEXICONS for domain, entry in load_lexicon(name).items()}
    found = {domain: frozenset(entry["words"]) & known for domain, entry in entries.items()}
    return {domain: listed for domain, listed in found.items() if listed}


def rates_beside_reports(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return how often each text uses words of each kind, beside the reports of its year: columns of `BesideReports`.

    Only what the segmenter leaves as one word, and what the reference counts, is counted, on both sides: the rates are
    lower than those of all expressions, but can be compared. Literal uses are not told apart on either side.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.
    """
    terms, totals = reference_table("terms"), reference_table("totals")
    kinds = counted_expressions()
    size, documents = (totals.set_index(["level", "year"])[name] for name in ("tokens", "documents"))
    rows = []
    for (doc_id, label), year in zip(text_labels(docs).items(), docs["plan_year"].astype(int), strict=True):
        own = tokens.loc[tokens["doc_id"] == doc_id, "token"]
        there = terms[terms["year"] == year]
        reports = sum(int(documents.get((level, year), 0)) for level in REPORT_LEVELS)
        for domain, listed in kinds.items():
            counts = there[there["token"].isin(listed)].groupby("level")["count"].sum()
            by_level = {
                level: float(counts.get(level, 0)) / size[level, year] * PER_WORDS
                if (level, year) in size.index
                else None
                for level in REPORT_LEVELS
            }
            mentions = int(own.isin(listed).sum())
            rate = mentions / len(own) * PER_WORDS if len(own) else 0.0
            rows.append(BesideReports(doc_id, label, year, domain, mentions, rate, **by_level, reports=reports))
    return pd.DataFrame(rows, columns=list(BesideReports._fields))


# Keywords

KEYNESS_LEVELS = ("national", "province")
"""The levels whose reports of a year, taken together, the texts are compared with."""


class UnlistedWord(NamedTuple):
    """A word of a text that stands in too few reports to be counted there."""

    doc_id: str
    label: str
    token: str
    frequency: int
    name: bool  # of a place or body, as far as the dictionary knows


def reference_keyness(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the keyness of every comparable word of each text against the reports of the nation and the provinces.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.

    Returns
    -------
    DataFrame
        Columns `doc_id`, `label`, `year` (the plan year of text and reports), `reports` (how many there are), `name`
        (whether the word is a name of a place or body) and those of `Keyness`. A text has no rows if the
        reference has no report of its year.
    """
    terms, totals = reference_table("terms"), reference_table("totals")
    tokens = tokens.reset_index(drop=True)  # a row is asked for by its place
    known = tokens["token"].isin(frozenset(terms["token"]))  # at once: the set is large, the texts are few
    tables = []
    for doc_id, label, year in zip(docs["doc_id"], text_labels(docs).values(), docs["plan_year"], strict=True):
        size = totals[(totals["year"] == year) & totals["level"].isin(KEYNESS_LEVELS)]
        rows = terms[(terms["year"] == year) & terms["level"].isin(KEYNESS_LEVELS)]
        own = tokens.loc[tokens["doc_id"] == doc_id, "token"]
        mine = own[known[own.index]].value_counts().to_dict()
        theirs = rows.groupby("token")["count"].sum().to_dict()
        found = keyness_of_counts(mine, len(own), theirs, int(size["tokens"].sum()))
        tables.append(
            found.assign(
                doc_id=doc_id,
                label=label,
                year=int(year),
                reports=int(size["documents"].sum()),
                name=found["token"].isin(place_names()),
            )
        )
    columns = ["doc_id", "label", "year", "reports", "name", *Keyness._fields]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def leading_reference_keywords(table: pd.DataFrame, most: int = 8, fewest: int = 5) -> pd.DataFrame:
    """Return the words that lead each text, and those that it avoids: its positive and negative keywords.

    Parameters
    ----------
    table
        As from `reference_keyness`.
    most
        Words at most that a text uses more than the reports: three mentions or more, names left out.
    fewest
        Words at most that it uses less than they do.

    Returns
    -------
    DataFrame
        Columns of `reference_keyness` and `gloss` ("" if the glossary lacks the word); all have a positive BIC; by text
        and falling `g2`.
    """
    chosen = table[(table["bic"] > 0) & ~table["name"].astype(bool)]
    more = chosen[(chosen["g2"] > 0) & (chosen["frequency"] >= LEAST_MENTIONS)].groupby("label", sort=False).head(most)
    less = chosen[chosen["g2"] < 0].groupby("label", sort=False).tail(fewest)
    both = pd.concat([more, less]).sort_index().reset_index(drop=True)
    return both.assign(gloss=both["token"].map(term_glosses()).fillna(""))


def unlisted_words(docs: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the words of each text that the reference does not count: columns of `UnlistedWord`.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    tokens
        As from `token_table`.

    Returns
    -------
    DataFrame
        A row a text and word, by text and falling frequency, then by code point.
    """
    unknown = tokens[~tokens["token"].isin(frozenset(reference_table("terms")["token"]) | stop_words())]
    rows = []
    for doc_id, label in text_labels(docs).items():
        counts = unknown.loc[unknown["doc_id"] == doc_id, "token"].value_counts()
        ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
        rows += [UnlistedWord(doc_id, label, str(word), int(count), word in place_names()) for word, count in ordered]
    return pd.DataFrame(rows, columns=list(UnlistedWord._fields))


# Words of Party and government

PARTY_STEMS = {"党": "Party", "干部": "cadres", "政府": "government", "改革": "reform"}
"""What a word names that has the stem in it, in English."""

PREFECTURES = ("prefecture",)

_GOVERNMENT = re.compile("(?P<committee>[市区县省盟党]委、)?[市区县省]?政府")


class StemRate(NamedTuple):
    """How often a text uses words with a stem, beside the reports of its year."""

    stem: str
    gloss: str
    doc_id: str
    label: str
    place: str
    mentions: int  # words with the stem that the reference counts
    expected: float  # mentions at the rate of the reports of the nation and the provinces
    expected_prefectures: float  # mentions at the rate of the reports of the prefectures
    per_10k: float  # mentions per 10,000 words of the text
    reports_per_10k: float  # of the nation and the provinces
    prefectures_per_10k: float
    reports: int  # of the nation and the provinces
    prefectures: int  # reports of prefectures


def stem_rates(docs: pd.DataFrame, tokens: pd.DataFrame, terms: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """Return how often the texts use words with each stem, and how often the reports of their year do.

    Parameters
    ----------
    docs, tokens
        As from `read_corpus` and `token_table`.
    terms, totals
        The tables of the reference.

    Returns
    -------
    DataFrame
        A row a stem and text, columns of `StemRate`.

    Raises
    ------
    ZeroDivisionError
        If the reference has no report of a text's year.
    """
    tokens = tokens.reset_index(drop=True)  # a row is asked for by its place
    counted = tokens["token"].isin(set(terms["token"]))
    words = {doc_id: own["token"] for doc_id, own in tokens.groupby("doc_id", sort=False)}
    rows = []
    for stem, gloss in PARTY_STEMS.items():
        with_stem = terms[terms["token"].str.contains(stem, regex=False)]
        for (doc_id, label), place, year in zip(
            text_labels(docs).items(), docs["place"], docs["plan_year"].astype(int), strict=True
        ):
            own = words[doc_id]
            mentions = int((own.str.contains(stem, regex=False) & counted[own.index]).sum())
            upper, reports = _rate(with_stem, totals, KEYNESS_LEVELS, year)
            lower, prefectures = _rate(with_stem, totals, PREFECTURES, year)
            expected = (upper * len(own), lower * len(own))
            rates = (mentions / len(own) * PER_WORDS, upper * PER_WORDS, lower * PER_WORDS)
            of = (stem, gloss, doc_id, label, str(place))
            rows.append(StemRate(*of, mentions, *expected, *rates, reports, prefectures))
    return pd.DataFrame(rows, columns=list(StemRate._fields))


def _rate(with_stem: pd.DataFrame, totals: pd.DataFrame, levels: tuple[str, ...], year: int) -> tuple[float, int]:
    """Return the share of a stem in the words of the reports of some levels and a year, and how many reports."""
    rows = with_stem[(with_stem["year"] == year) & with_stem["level"].isin(levels)]
    size = totals[(totals["year"] == year) & totals["level"].isin(levels)]
    return float(rows["count"].sum()) / int(size["tokens"].sum()), int(size["documents"].sum())


def government_mentions(docs: pd.DataFrame) -> pd.DataFrame:
    """Return every place where the texts name government, with whether a Party committee is named directly before it.

    Returns
    -------
    DataFrame
        A row a mention: `doc_id`, `start` (into the reading text) and `behind` (as in 市委、市政府).
    """
    rows = []
    for doc_id, read in zip(docs["doc_id"], docs["reading"], strict=True):
        rows += [(doc_id, found.start(), bool(found["committee"])) for found in _GOVERNMENT.finditer(read.text)]
    return pd.DataFrame(rows, columns=["doc_id", "start", "behind"])
