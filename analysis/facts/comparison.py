"""The numbers on the texts as a whole: where their density of slogans stands among reports, and how alike they are."""

import pandas as pd

from .claims import Facts


def similarity_facts(pairs: pd.DataFrame, joins: pd.DataFrame) -> Facts:
    """Return the numbers on the similarity of the texts, from the two tables of `compare_texts`.

    Texts form a group where they are joined in half of the resamples; the last join is of all, and always there. With
    each text that joins the tree is another, so that the finding is a fact.
    """
    support = joins["support"].iloc[:-1]
    recurring, number = int((support >= 0.5).sum()), len(support)
    return {
        "similar-finding-text": f"form groups: {recurring} of {number} joins recur in half of the resamples"
        if recurring
        else "form no groups: no join but the last recurs in half of the resamples",
        "similar-finding-text-zh": f"成组：{number}次合并中有{recurring}次见于半数以上的重抽样"
        if recurring
        else "不成组：除末次外，没有一次合并见于半数以上的重抽样",
        "similar-words": str(pairs["words"].iloc[0]),
        "similar-resamples": str(joins["resamples"].iloc[0]),
        "similar-first-support": f"{joins['support'].iloc[0]:.0%}",
        "similar-most-support": f"{support.max():.0%}",
        "similar-texts": str(len(joins) + 1),
    }
