"""The numbers of the chapter on the texts."""

import pandas as pd

from ..texts.corpus import describe_texts
from .claims import Facts, claim


def text_facts(docs: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on the texts, from the corpus as `read_corpus` gives it.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    overview = describe_texts(docs)
    lengths = dict(zip(docs["label"], overview["characters"], strict=True))
    longest, shortest = max(lengths, key=lengths.__getitem__), min(lengths, key=lengths.__getitem__)
    speeches = set(docs.loc[docs["genre"] == "official speech", "label"])
    claim(speeches == {longest}, "texts: the longest text is the only speech")
    return {
        "characters": f"{sum(lengths.values()):,}",
        "longest-text": longest,
        "shortest-text": shortest,
        "length-ratio": f"{lengths[longest] / lengths[shortest]:.1f}",
    }
