"""The numbers of the chapter on slogans: mentions by type and by whose they are, numerals, digit closure, refusals."""

import pandas as pd

from ..closure.closing import CLOSES, OPEN, PARTIAL
from ..closure.counts import announcing_slogans, count_verdicts
from ..slogans.numerology import count_slogan_numerals
from ..texts.corpus import text_labels
from .texts import Facts


def slogan_facts(docs: pd.DataFrame, found: pd.DataFrame, closures: pd.DataFrame, refusals: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on slogans.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    found, closures, refusals
        As from `slogan_register`, `closure_register` and `refusal_register`.
    """
    numerals = count_slogan_numerals(found).set_index("numeral")["mentions"]
    verdicts = count_verdicts(docs, closures).groupby("verdict")["slogans"].sum()
    types = found["type"].value_counts()
    labels = text_labels(docs)
    ordinals = found.loc[found["type"] == "ordinal", "doc_id"].value_counts()
    small = numerals[["1", "2", "3"]].sum() / max(numerals.sum(), 1)
    announcing = int(verdicts.sum())
    different = announcing_slogans(closures)
    different = different.merge(found[["doc_id", "start", "scope"]], on=["doc_id", "start"])
    own = different["scope"] == "local"
    closes, unlisted = different["verdict"] == CLOSES, different[different["verdict"] == OPEN]
    without = unlisted["doc_id"].value_counts()
    longest = different[closes].sort_values("announced").to_dict("records")[-1]
    part = different[different["verdict"] == PARTIAL].sort_values("announced").to_dict("records")[-1]
    return {
        "mentions": f"{len(found):,}",
        "distinct": f"{found['quote'].nunique()}",
        "local": f"{(found['scope'] == 'local').mean():.0%}",
        "national": f"{(found['scope'] == 'national').sum()}",
        "regional": f"{(found['scope'] == 'regional').sum()}",
        "most-type": str(types.index[0]),
        "most-type-share": f"{types.iloc[0] / len(found):.0%}",
        "second-type": str(types.index[1]),
        "ordinal-text": labels.get(str(ordinals.index[0]), "") if len(ordinals) else "",
        "ordinal-share": f"{ordinals.iloc[0] / ordinals.sum():.0%}" if len(ordinals) else "",
        "small-numerals": f"{small:.0%}",
        "threes": str(numerals["3"]),
        "ones": str(numerals["1"]),
        "announcing": str(announcing),
        "closing": str(verdicts[CLOSES]),
        "partial": str(verdicts[PARTIAL]),
        "announcing-longest": str(longest["quote"]),
        "announcing-longest-n": str(longest["found"]),
        "partial-example": str(part["quote"]),
        "partial-example-n": f"{part['found']} of its {part['announced']}",
        "unlisted-above": str(int((unlisted["scope"] != "local").sum())),
        "unlisted-text": labels.get(str(without.index[0]), "") if len(without) else "",
        "unlisted-text-n": str(without.iloc[0]) if len(without) else "0",
        "own-announcing": str(int(own.sum())),
        "own-closing": str(int((own & closes).sum())),
        "above-announcing": str(int((~own).sum())),
        "above-closing": str(int((~own & closes).sum())),
        "unlisted": str(verdicts[OPEN]),
        "unlisted-share": f"{verdicts[OPEN] / max(announcing, 1):.0%}",
        "slogan-refusals": f"{(refusals['layer'] == 'slogans').sum():,}",
    }
