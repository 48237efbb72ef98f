"""The analyses of the book over the archive, each an estimand with its panel, its interval and a check of robustness.

A module is one question of a chapter. It makes the table that the chapter shows and the numbers that its prose quotes,
and says in `claim` what the prose may not say any longer when the data change. `intervals` draws places, not rows:
reports of one place repeat themselves, and an interval that forgets it is too short. Sources: the tables of
`data/reference` alone, so that a reader can recompute every figure from the data package.
"""

from .intervals import Estimate, clustered_difference, clustered_ratio, estimate_facts

__all__ = [
    "Estimate",
    "clustered_difference",
    "clustered_ratio",
    "estimate_facts",
]
