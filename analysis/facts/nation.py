"""Numbers of the nation's results beside its statistical communiqués."""

import pandas as pd

from .texts import Facts

_LEAST_AGREEMENT = 0.98  # from which the chapter says that they agree


def communique_facts(beside: pd.DataFrame, explained: pd.DataFrame, statements: pd.DataFrame) -> Facts:
    """Return how many results of the nation its communiqués bear out, and how many the reports state at all.

    Parameters
    ----------
    beside, explained, statements
        As from `beside_communiques`, `explained_differences` and `national_statements`.

    Raises
    ------
    ValueError
        If a difference is not explained, or so many differ that the chapter is wrong.
    """
    differing = beside["verdict"] == "differs"
    if (explained["why"] == "").any() or differing.mean() > 1 - _LEAST_AGREEMENT:
        raise ValueError("results of the nation differ from its communiqués; see data/communique_differences.csv")
    stated = statements["stated"].value_counts()
    if not stated["growth"] < len(statements) / 2:
        raise ValueError("the chapter says that the nation's reports state less than half of the figures")
    return {
        "communique-shared": str(len(beside)),
        "communique-agree": str(int((~differing).sum())),
        "communique-years": f"{statements['year'].min()} to {statements['year'].max()}",
        "communique-explained": "; ".join(
            f"{row['indicator'].replace('_', ' ')} of {row['year']} ({row['why']})"
            for row in explained.to_dict("records")
        ),
        "stated-cells": str(len(statements)),
        **{f"stated-{name.replace('_', '-')}": str(stated.get(name, 0)) for name in ("growth", "level", "mean", "no")},
    }
