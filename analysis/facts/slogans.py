"""The numbers of the chapter on slogans: mentions by type and by whose they are, numerals, digit closure, refusals."""

import pandas as pd

from ..annotation.adjudicated import HAND
from ..closure.closing import CLOSES, NOT_ENUMERATED, PARTIAL
from ..closure.counts import announcing_slogans, count_verdicts
from ..slogans.numerology import count_slogan_numerals
from ..texts.corpus import text_labels
from .claims import Facts

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
    return {
        **_mention_facts(docs, found),
        **_numeral_facts(found),
        **_closure_facts(docs, closures),
        **_scope_facts(docs, found, closures),
        "slogan-refusals": f"{(refusals['layer'] == 'slogans').sum():,}",
    }


def _mention_facts(docs: pd.DataFrame, found: pd.DataFrame) -> Facts:
    """Return how many slogans there are, of which types, and whose they are."""
    types, labels = found["type"].value_counts(), text_labels(docs)
    ordinals = found.loc[found["type"] == "ordinal", "doc_id"].value_counts()
    return {
        "mentions": f"{len(found):,}",
        "slogans-by-hand": f"{(found['read_by'] == HAND).sum()}",
        "distinct": f"{found['quote'].nunique()}",
        "local": f"{(found['scope'] == 'local').mean():.0%}",
        "national": f"{(found['scope'] == 'national').sum()}",
        "regional": f"{(found['scope'] == 'regional').sum()}",
        "most-type": str(types.index[0]),
        "most-type-share": f"{types.iloc[0] / len(found):.0%}",
        "second-type": str(types.index[1]),
        "ordinal-text": labels.get(str(ordinals.index[0]), "") if len(ordinals) else "",
        "ordinal-share": f"{ordinals.iloc[0] / ordinals.sum():.0%}" if len(ordinals) else "",
    }


def _numeral_facts(found: pd.DataFrame) -> Facts:
    numerals = count_slogan_numerals(found).set_index("numeral")["mentions"]
    return {
        "small-numerals": f"{numerals[_SMALL].sum() / max(numerals.sum(), 1):.0%}",
        "threes": str(numerals["3"]),
        "ones": str(numerals["1"]),
    }


def _closure_facts(docs: pd.DataFrame, closures: pd.DataFrame) -> Facts:
    """Return how many slogans announce a number of members, and how many of these lists the texts close."""
    verdicts = count_verdicts(docs, closures).groupby("verdict")["slogans"].sum()
    announcing = int(verdicts.sum())
    different = announcing_slogans(closures)
    longest = different[different["verdict"] == CLOSES].sort_values("announced").to_dict("records")[-1]
    part = different[different["verdict"] == PARTIAL].sort_values("announced").to_dict("records")[-1]
    return {
        "announcing": str(announcing),
        "closing": str(verdicts[CLOSES]),
        "partial": str(verdicts[PARTIAL]),
        "announcing-longest": str(longest["quote"]),
        "announcing-longest-n": str(longest["found"]),
        "partial-example": str(part["quote"]),
        "partial-example-n": f"{part['found']} of its {part['announced']}",
        "unlisted": str(verdicts[NOT_ENUMERATED]),
        "unlisted-share": f"{verdicts[NOT_ENUMERATED] / max(announcing, 1):.0%}",
    }


def _scope_facts(docs: pd.DataFrame, found: pd.DataFrame, closures: pd.DataFrame) -> Facts:
    """Return how the places' own slogans and those from above differ in what the texts list of them."""
    different = announcing_slogans(closures).merge(found[["doc_id", "start", "scope"]], on=["doc_id", "start"])
    own, closes = different["scope"] == "local", different["verdict"] == CLOSES
    unlisted = different[different["verdict"] == NOT_ENUMERATED]
    by_text = unlisted["doc_id"].value_counts()
    here = different["doc_id"] == (by_text.index[0] if len(by_text) else "")  # the text with most that are not listed
    return {
        "unlisted-above": str(int((unlisted["scope"] != "local").sum())),
        "unlisted-text": text_labels(docs).get(str(by_text.index[0]), "") if len(by_text) else "",
        "unlisted-text-n": str(by_text.iloc[0]) if len(by_text) else "0",
        "unlisted-text-own": str(int((here & own).sum())),
        "unlisted-text-own-closing": str(int((here & own & closes).sum())),
        "unlisted-text-above": str(int((here & ~own).sum())),
        "unlisted-text-above-closing": str(int((here & ~own & closes).sum())),
        "own-announcing": str(int(own.sum())),
        "own-closing": str(int((own & closes).sum())),
        "above-announcing": str(int((~own).sum())),
        "above-closing": str(int((~own & closes).sum())),
    }
