"""The numbers of the chapter on words, of the appendix and of the glossary; one function a section."""

import itertools

import pandas as pd

from ..archive import LEAST_REPORTS
from ..reference.beside import PARTY_STEMS, leading_reference_keywords
from ..reference.clusters import clustered_ratio, estimate_facts
from ..texts.labels import figure_names
from ..vocabulary.dispersion import BOOTSTRAP_RESAMPLES, CONFIDENCE_LEVEL
from ..vocabulary.frequency import most_spread_terms
from ..vocabulary.glossary import term_glosses
from ..vocabulary.keyness import LEAST_MENTIONS
from ..vocabulary.sensitivity import cutters_side_by_side
from .claims import Facts, claim, described_by, of_prose, told_texts


def vocabulary_facts(docs: pd.DataFrame, frequencies: pd.DataFrame, spread: pd.DataFrame) -> Facts:
    """Return the numbers on the frequency of words.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    frequencies, spread
        As from `term_frequencies` and `term_spread`.
    """
    everywhere = spread[spread["range"] == spread["texts"]]
    widest = most_spread_terms(everywhere, 3)
    return {
        "texts": str(len(docs)),
        "words": f"{frequencies.drop_duplicates('doc_id')['words'].sum():,}",
        "types": f"{len(spread):,}",
        "everywhere": str(len(everywhere)),
        "widest-words": ", ".join(map(_glossed, widest)),
        "widest-words-zh": "".join(f"“{term}”" for term in widest),
    }


def _glossed(term: str) -> str:
    gloss = term_glosses().get(term, "")
    return f"{term} ({gloss})" if gloss else term


def shared_word_facts(compared: pd.DataFrame) -> Facts:
    """Return how many shared words a figure sets side by side, and that no text has all the highest rates.

    Parameters
    ----------
    compared
        As from `compared_rates`.

    Raises
    ------
    ClaimError
        If a text uses none of the words most.
    """
    first = compared.loc[compared.groupby("term")["per_10k"].idxmax(), "label"]
    claim(
        set(first) == set(compared["label"]), "vocabulary: each text uses some of the shared words more than the others"
    )
    counts = first.value_counts()
    return {
        "shared-words-shown": str(len(first)),
        "shared-words-first": str(counts.index[0]).rpartition(" ")[0] or str(counts.index[0]),
        "shared-words-first-zh": figure_names().get(str(counts.index[0]).rpartition(" ")[0], str(counts.index[0])),
        "shared-words-most": str(counts.iloc[0]),
        "shared-words-least": str(counts.iloc[-1]),
    }


def interval_facts(intervals: pd.DataFrame) -> Facts:
    """Return the numbers on intervals and how many overlap, from the table of `term_intervals`."""
    pairs = overlaps = 0
    for _, own in intervals.dropna(subset=["low", "high"]).groupby("token", sort=False):
        bounds = list(zip(own["low"], own["high"], strict=True))
        for (low, high), (other_low, other_high) in itertools.combinations(bounds, 2):
            pairs += 1
            overlaps += low <= other_high and other_low <= high
    return {
        "resamples": f"{BOOTSTRAP_RESAMPLES:,}",
        "level": f"{CONFIDENCE_LEVEL:.0%}",
        "interval-pairs": str(pairs),
        "interval-overlaps": f"{overlaps / max(pairs, 1):.0%}",
        "interval-words": str(intervals["token"].nunique()),
    }


def sensitivity_facts(table: pd.DataFrame) -> Facts:
    """Return the numbers on segmentation sensitivity, from the table of `counts_by_cutter`."""
    wide = cutters_side_by_side(table).set_index("term")
    most = str(wide["difference"].idxmax())
    counted = table.loc[table["term"] == most, "frequency"]
    return {
        "cut-terms": str(len(wide)),
        "cut-same": str(int((wide["difference"] == 0).sum())),
        "cut-most": most,
        "cut-least-count": str(counted.min()),
        "cut-most-count": str(counted.max()),
    }


def reference_keyness_facts(
    table: pd.DataFrame, rare: pd.DataFrame, tokens: pd.DataFrame, spread: pd.DataFrame
) -> Facts:
    """Return the numbers on keywords beside the reports.

    Parameters
    ----------
    table, rare
        As from `reference_keyness` and `unlisted_words`.
    tokens, spread
        As from `token_table` and `term_spread`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    shown = leading_reference_keywords(table, len(table), len(table))
    more, less = shown[shown["g2"] > 0], shown[shown["g2"] < 0]
    of_text = more.groupby("doc_id")["token"].agg(set)
    _check_keywords(*(of_prose(side).groupby("doc_id")["token"].agg(set) for side in (more, less)))
    drawn = leading_reference_keywords(table)["g2"]
    shared = set(spread.loc[spread["range"] == spread["texts"], "token"])
    alike = set.intersection(*of_text[list(told_texts("alike"))])
    return {
        "ref-least": str(LEAST_REPORTS),
        "ref-mentions": str(LEAST_MENTIONS),
        "ref-reports": f"{table['reports'].min()} to {table['reports'].max()}",
        "ref-texts": str(table["label"].nunique()),
        "ref-reports-least": str(table["reports"].min()),
        "ref-reports-most": str(table["reports"].max()),
        "ref-more": str(len(more)),
        "ref-less": str(len(less)),
        "ref-more-shown": str((drawn > 0).sum()),
        "ref-less-shown": str((drawn < 0).sum()),
        "ref-alike": str(len(alike)),
        "ref-plain": str(len(shared - set(more["token"]))),
        "ref-rare": f"{rare['frequency'].sum() / max(len(tokens), 1):.0%}",
    }


def _check_keywords(more: pd.Series, less: pd.Series) -> None:
    """Check what the chapter says of the keywords of each text, and of those that it avoids."""
    described = all(set(words) <= more[doc_id] for doc_id, words in described_by().items())
    claim(described, "vocabulary: each text is described by keywords of its own")
    pairs = {frozenset(pair): more[pair[0]] & more[pair[1]] for pair in itertools.combinations(more.index, 2)}
    one_zone, alike = (frozenset(told_texts(part)) for part in ("one-zone", "alike"))
    claim(not pairs[one_zone], "vocabulary: the two texts of Beihai share no keyword")
    others = max(len(words) for pair, words in pairs.items() if pair != alike)
    claim(len(pairs[alike]) > others, "vocabulary: Beihai 2017 and Alxa share the most keywords")
    claim({"党建", "干部", "问题"} <= pairs[alike], "vocabulary: they share Party building, cadres and problems")
    avoided = set.intersection(*(set(less.get(doc_id, ())) for doc_id in alike))
    claim(avoided == {"政府", "改革"}, "vocabulary: government and reform are what both avoid")


def glossary_facts(entries: pd.DataFrame) -> Facts:
    """Return the numbers on the glossary, from the table of `glossary_table`."""
    kinds = entries["kind"].value_counts()
    return {"glossed": f"{len(entries):,}"} | {f"glossed-{kind}s": f"{count:,}" for kind, count in kinds.items()}


def party_word_facts(rates: pd.DataFrame, government: pd.DataFrame) -> Facts:
    """Return the numbers on words of Party and government; the interval of a ratio draws places.

    Parameters
    ----------
    rates, government
        As from `stem_rates` and `government_mentions`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    rates, government = of_prose(rates), of_prose(government)
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
    fewer = set(rates.loc[(rates["stem"] == "党") & under, "doc_id"])
    claim(fewer == set(told_texts("less-party")), "vocabulary: Zibo alone names the Party less often")
    local = rates["expected_prefectures"]
    more, less = ((rates["mentions"] > local), (rates["mentions"] < local))
    more, less = (side.groupby(rates["stem"]).all() for side in (more, less))
    same = more["干部"] and less["政府"] and less["改革"]
    claim(same, "vocabulary: beside the reports of prefectures it is the same")
    claim((~government["behind"]).sum() == 1, "vocabulary: government follows the Party committee but once")
