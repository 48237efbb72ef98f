"""The numbers of the chapter on slogans: mentions by type and by whose they are, numerals, digit closure, refusals."""

import pandas as pd

from ..annotation.adjudicated import HAND
from ..closure.closing import CLOSES, NOT_ENUMERATED, PARTIAL
from ..closure.counts import announcing_slogans, each_list_once, owned_slogans
from ..slogans.numerology import count_slogan_numerals
from ..texts.corpus import text_labels
from .claims import Facts, claim, of_prose

SPEECH = "official speech"
"""The genre of the corpus in which one speaker has own and cited numbers in one breath."""

_SMALL = ["1", "2", "3"]  # the numerals that most slogans have


def slogan_facts(docs: pd.DataFrame, found: pd.DataFrame, closures: pd.DataFrame, refusals: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on slogans.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    found, closures, refusals
        As from `adjudicated_slogans`, `adjudicated_closures` and `adjudicated_refusals`.
    """
    mentioned = _mention_facts(docs, found)
    owned = owned_slogans(docs, closures, found)
    return {
        **mentioned,
        **slogan_numeral_facts(found),
        **_longest_facts(closures),
        **text_closure_facts(each_list_once(owned)),
        **formula_closure_facts(owned, found),
        "slogan-refusals": f"{(refusals['layer'] == 'slogans').sum():,}",
    }


def _mention_facts(docs: pd.DataFrame, found: pd.DataFrame) -> Facts:
    """Return how many slogans there are, of which types, and whose they are."""
    types, labels = found["type"].value_counts(), text_labels(docs)
    ordinals = found.loc[found["type"] == "ordinal", "doc_id"].value_counts()
    claim(
        types.index[0] == "list" and len(ordinals) and ordinals.iloc[0] > 0.9 * ordinals.sum(),
        "slogans: lists are the most frequent type and nearly all ranks are in one text",
    )
    return {
        "mentions": f"{len(found):,}",
        "slogans-by-hand": f"{(found['read_by'] == HAND).sum()}",
        "distinct": f"{found['quote'].nunique()}",
        "local": f"{(found['scope'] == 'local').mean():.0%}",
        "national": f"{(found['scope'] == 'national').sum()}",
        "regional": f"{(found['scope'] == 'regional').sum()}",
        "most-type": str(types.index[0]),
        "list-n": str(types.iloc[0]),
        "most-type-share": f"{types.iloc[0] / len(found):.0%}",
        "ordinal-text": labels.get(str(ordinals.index[0]), "") if len(ordinals) else "",
        "slogan-texts": str(len(docs)),
        "ordinal-n": str(ordinals.sum()),
        "ordinal-text-n": str(ordinals.max()) if len(ordinals) else "0",
    }


def slogan_numeral_facts(found: pd.DataFrame) -> Facts:
    """Return which share of the numerals of the texts' slogans is one, two or three.

    Parameters
    ----------
    found
        As from `adjudicated_slogans`.

    Raises
    ------
    ClaimError
        If other numerals are more frequent.
    """
    numerals = count_slogan_numerals(found).set_index("numeral")["mentions"]
    others = numerals.drop(_SMALL).max()
    claim(numerals[_SMALL].min() > others, "appendix: one, two and three are the most frequent numerals in the texts")
    return {
        "small-numerals": f"{numerals[_SMALL].sum() / max(numerals.sum(), 1):.0%}",
        "numeral-mentions": f"{numerals.sum():,}",
        "numeral-slogans": f"{len(found):,}",
    }


def _longest_facts(closures: pd.DataFrame) -> Facts:
    """Return the slogan with most members that a text lists in full, and the one with most that it lists in part."""
    different = announcing_slogans(closures).sort_values("announced", kind="stable")
    longest = different[different["verdict"] == CLOSES].iloc[-1]
    part = different[different["verdict"] == PARTIAL].iloc[-1]
    return {
        "longest-slogan": str(longest["quote"]),
        "longest-n": str(longest["found"]),
        "partial-slogan": str(part["quote"]),
        "partial-found": str(part["found"]),
        "partial-announced": str(part["announced"]),
    }


def formula_closure_facts(slogans: pd.DataFrame, found: pd.DataFrame) -> Facts:
    """Return how many slogans the texts list if no formula counts, and if every formula of digits does.

    A formula (1+1269) announces a number only where the text decodes it, so that without this check none could fail.
    One with a letter (1+N+X) announces no number and is left out of both counts.

    Parameters
    ----------
    slogans
        As from `owned_slogans`: `doc_id`, `quote`, `owner`, `verdict`.
    found
        As from `adjudicated_slogans`: `doc_id`, `quote`, `type`, `scope`, `digits`.

    Raises
    ------
    ClaimError
        If the texts do not list most of their own numbers and hardly any from above in either count.
    """
    slogans, found = of_prose(slogans), of_prose(found)
    digits = found["digits"].map(lambda signs: all(isinstance(sign, int) for sign in signs))
    formulas = found[(found["type"] == "formula") & digits].drop_duplicates(["doc_id", "quote"])
    names, is_own = slogans["doc_id"] + "/" + slogans["quote"], slogans["owner"] == "own"
    listed = set(names[slogans["verdict"] == CLOSES])
    theirs = formulas["doc_id"] + "/" + formulas["quote"]
    plain = ~names.isin(theirs)
    facts: Facts = {}
    for owner, of_owner, of_formula in (
        ("own", is_own, formulas["scope"] == "local"),
        ("above", ~is_own, formulas["scope"] != "local"),
    ):
        without = set(names[of_owner & plain])
        for name, counted in (("without", without), ("with", without | set(theirs[of_formula]))):
            share = len(counted & listed) / len(counted)
            claim(
                share > 1 / 2 if owner == "own" else share < 1 / 5,
                "slogans: with or without formulas the texts list most own numbers and hardly any other",
            )
            facts |= {f"{owner}-closing-{name}-formulas": str(len(counted & listed))}
            facts |= {f"{owner}-announcing-{name}-formulas": str(len(counted))}
    return facts


def text_closure_facts(slogans: pd.DataFrame) -> Facts:
    """Return how many of their own slogans the texts list, and how many of those from above.

    Parameters
    ----------
    slogans
        As from `owned_slogans`, each list once: `doc_id`, `label`, `genre`, `owner`, `verdict`.

    Raises
    ------
    ClaimError
        If a sentence of the chapter on own and cited numbers is no longer true.
    """
    _check_closures(of_prose(slogans))
    own, closes = slogans["owner"] == "own", slogans["verdict"] == CLOSES
    read = of_prose(slogans)
    speech = read[read["genre"] == SPEECH]
    speech_own, speech_closes = speech["owner"] == "own", speech["verdict"] == CLOSES
    counts = slogans["verdict"].value_counts()
    unlisted = int(counts.get(NOT_ENUMERATED, 0))
    return {
        "announcing": str(len(slogans)),
        "closing": str(counts.get(CLOSES, 0)),
        "partial": str(counts.get(PARTIAL, 0)),
        "unlisted": str(unlisted),
        "own-announcing": str(int(own.sum())),
        "own-closing": str(int((own & closes).sum())),
        "above-announcing": str(int((~own).sum())),
        "above-closing": str(int((~own & closes).sum())),
        "unlisted-text": str(speech["label"].iloc[0]),
        "unlisted-text-own": str(int(speech_own.sum())),
        "unlisted-text-own-closing": str(int((speech_own & speech_closes).sum())),
        "unlisted-text-above": str(int((~speech_own).sum())),
        "unlisted-text-above-closing": str(int((~speech_own & speech_closes).sum())),
    }


def _check_closures(slogans: pd.DataFrame) -> None:
    """Check what the chapter says of own and cited numbers."""
    own, closes = slogans["owner"] == "own", slogans["verdict"] == CLOSES
    speech = slogans["genre"] == SPEECH
    texts = slogans.loc[closes & ~own, "doc_id"].nunique()
    claim((own & closes).sum() > own.sum() / 2, "slogans: the texts list most of their own numbers")
    claim((~own & closes).sum() < (~own).sum() / 5, "slogans: the texts list hardly any number from above")
    claim(not (speech & ~own & closes).any(), "slogans: the speech lists none of the numbers from above")
    claim((speech & own & closes).sum() > (speech & own).sum() / 2, "slogans: the speech lists most of its own numbers")
    claim(texts == 1, "slogans: the numbers from above that are listed are all in one text")
