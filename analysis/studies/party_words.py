"""Party words: whether the texts name the Party and its cadres where work reports name government and reform.

Estimand: how often a text uses words with a stem (党, 干部, 政府, 改革), over how often it would at the rate of the
reports of its year. Panel: the five texts; reports of the nation and the provinces of the plan year, taken together.
Both sides count only words that the reference counts (those of twenty reports or more), so that rare compounds of one
side do not weigh. Interval: of the pooled ratio, over places (`clustered_ratio`). Robustness: the same against the
reports of the prefectures. The stems were suggested by the keywords of two texts (Beihai 2017, Alxa); the other three
are a test of them.

Answers Wang (2017), who describes work reports as the nationwide genre of government: what the Party's own bodies say
at the same season has another vocabulary.
"""

import re
from typing import NamedTuple

import pandas as pd

from ..facts.claims import Facts, claim
from ..reference.beside import KEYNESS_LEVELS
from ..texts.corpus import text_labels
from ..vocabulary import PER_WORDS
from .intervals import clustered_ratio, estimate_facts

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
    counted = set(terms["token"])
    words = {doc_id: own["token"] for doc_id, own in tokens.groupby("doc_id", sort=False)}
    rows = []
    for stem, gloss in PARTY_STEMS.items():
        with_stem = terms[terms["token"].str.contains(stem, regex=False)]
        for (doc_id, label), place, year in zip(
            text_labels(docs).items(), docs["place"], docs["plan_year"].astype(int), strict=True
        ):
            own = words[doc_id]
            mentions = int((own.str.contains(stem, regex=False) & own.isin(counted)).sum())
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


def party_word_facts(rates: pd.DataFrame, government: pd.DataFrame) -> Facts:
    """Return the numbers on words of Party and government.

    Parameters
    ----------
    rates, government
        As from `stem_rates` and `government_mentions`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    _check_claims(rates, government)
    facts: Facts = {
        "government-all": str(len(government)),
        "government-behind": str(int(government["behind"].sum())),
    }
    for stem, own in rates.groupby("stem", sort=False):
        name = PARTY_STEMS[str(stem)].lower()
        facts |= estimate_facts(f"{name}-ratio", clustered_ratio(own, "mentions", "expected", place="place"), "{:.1f}")
        facts |= {
            f"{name}-mentions": str(own["mentions"].sum()),
            f"{name}-expected": f"{own['expected'].sum():.0f}",
            f"{name}-expected-prefectures": f"{own['expected_prefectures'].sum():.0f}",
        }
    return facts


def _check_claims(rates: pd.DataFrame, government: pd.DataFrame) -> None:
    """Check the sentences of the chapter that compare the texts with the reports."""
    over, under = rates["mentions"] > rates["expected"], rates["mentions"] < rates["expected"]
    above, below = over.groupby(rates["stem"]).all(), under.groupby(rates["stem"]).all()
    claim(above["干部"], "vocabulary: every text names cadres more often than the reports of its year")
    claim(below["政府"], "vocabulary: every text names government less often than the reports of its year")
    claim(below["改革"], "vocabulary: every text names reform less often than the reports of its year")
    fewer = set(rates.loc[(rates["stem"] == "党") & under, "label"])
    claim(fewer == {"Zibo 2023 淄博"}, "vocabulary: Zibo alone names the Party less often")
    local = rates["expected_prefectures"]
    more, less = ((rates["mentions"] > local), (rates["mentions"] < local))
    more, less = (side.groupby(rates["stem"]).all() for side in (more, less))
    same = more["干部"] and less["政府"] and less["改革"]
    claim(same, "vocabulary: beside the reports of prefectures it is the same")
    claim((~government["behind"]).sum() == 1, "vocabulary: government follows the Party committee but once")
