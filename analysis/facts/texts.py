"""The numbers of the chapter on the texts."""

import pandas as pd

from ..texts.corpus import describe_texts
from ..texts.labels import number_words
from .claims import Facts, claim, of_prose


def text_facts(docs: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on the texts, from the corpus as `read_corpus` gives it.

    `number-text` is how many texts there are, in words, `read-text` how many of them the prose was written of, which
    the other numbers describe; every chapter quotes these two and types neither.

    Raises
    ------
    ClaimError
        If a sentence of the chapter is no longer true.
    """
    read = of_prose(docs)
    lengths = dict(zip(read["label"], describe_texts(read)["characters"], strict=True))
    longest, shortest = max(lengths, key=lengths.__getitem__), min(lengths, key=lengths.__getitem__)
    speeches = set(read.loc[read["genre"] == "official speech", "label"])
    claim(speeches == {longest}, "texts: the longest text is the only speech")
    numbers = {"number": len(docs), "read": len(read), "places": read["place"].nunique()}
    return {
        **{f"{name}-text": number_words(n)[0] for name, n in numbers.items()},
        **{f"{name}-text-zh": number_words(n)[1] for name, n in numbers.items()},
        "characters": f"{sum(lengths.values()):,}",
        "longest-text": longest,
        "shortest-text": shortest,
        "length-ratio": f"{lengths[longest] / lengths[shortest]:.1f}",
    }
