"""The numbers of the chapter on the texts."""

import pandas as pd

from ..texts.corpus import describe_texts
from .claims import Facts


def text_facts(docs: pd.DataFrame) -> Facts:
    """Return the numbers of the chapter on the texts, from the corpus as `read_corpus` gives it."""
    overview = describe_texts(docs)
    lengths = dict(zip(overview["label"], overview["characters"], strict=True))
    longest, shortest = max(lengths, key=lengths.__getitem__), min(lengths, key=lengths.__getitem__)
    total = sum(lengths.values())
    return {
        "texts": str(len(docs)),
        "characters": f"{total:,}",
        "longest": f"{longest} ({lengths[longest]:,} characters)",
        "shortest": f"{shortest} ({lengths[shortest]:,})",
        "length-ratio": f"{lengths[longest] / lengths[shortest]:.1f}",
        "share-longest": f"{lengths[longest] / total:.0%}",
    }
