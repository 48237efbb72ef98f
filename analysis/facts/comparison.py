"""The numbers on the texts as a whole: where their density of slogans stands among reports, and how alike they are."""

import pandas as pd

from .claims import Facts


def slogan_standing_facts(placed: pd.DataFrame) -> Facts:
    """Return where the texts' densities of slogans stand among the reports of prefectures.

    Parameters
    ----------
    placed
        As from `density_standings`.
    """
    here = placed[placed["level"] == "prefecture"]
    top = here.sort_values("percentile", ascending=False, kind="stable")
    return {
        "above-median-prefecture": str(int((here["per_1000"] > here["median"]).sum())),
        "placed-prefecture": str(len(here)),
        "slogan-percentiles": "; ".join(
            f"{row['label']} {row['percentile']:.1f} (n = {row['reports']})" for row in top.to_dict("records")
        ),
    }


def similarity_facts(pairs: pd.DataFrame, joins: pd.DataFrame) -> Facts:
    """Return the numbers on the similarity of the texts, from the two tables of `compare_texts`."""
    return {
        "similar-words": str(pairs["words"].iloc[0]),
        "similar-resamples": str(joins["resamples"].iloc[0]),
        "similar-first-support": f"{joins['support'].iloc[0]:.0%}",
    }
