"""The numbers on the texts as a whole: where their density of slogans stands among reports, and how alike they are."""

import pandas as pd

from .claims import Facts


def similarity_facts(pairs: pd.DataFrame, joins: pd.DataFrame) -> Facts:
    """Return the numbers on the similarity of the texts, from the two tables of `compare_texts`."""
    return {
        "similar-words": str(pairs["words"].iloc[0]),
        "similar-resamples": str(joins["resamples"].iloc[0]),
        "similar-first-support": f"{joins['support'].iloc[0]:.0%}",
    }
