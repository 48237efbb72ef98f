"""The numbers on the texts as a whole: where their density of slogans stands among reports, and how alike they are."""

import pandas as pd

from .claims import Facts, claim


def similarity_facts(pairs: pd.DataFrame, joins: pd.DataFrame) -> Facts:
    """Return the numbers on the similarity of the texts, from the two tables of `compare_texts`.

    Raises
    ------
    ClaimError
        If some texts are joined in half of the resamples; the last join is of all, and always there.
    """
    support = joins["support"].iloc[:-1]
    claim(support.max() < 0.5, "appendix: no two of the texts are joined in half of the resamples")
    return {
        "similar-words": str(pairs["words"].iloc[0]),
        "similar-resamples": str(joins["resamples"].iloc[0]),
        "similar-first-support": f"{joins['support'].iloc[0]:.0%}",
        "similar-most-support": f"{support.max():.0%}",
        "similar-texts": str(len(joins) + 1),
    }
