"""Rhetoric of mobilisation: metaphors by source domain, words of stance, short quotations, parallel openings.

Sources: the lexicons of metaphors and stance, judged by two annotators, and the reading text. `devices` and
`parallelism` make the tables and need pandas.
"""

from .expressions import (
    METAPHORS,
    QUOTATION,
    STANCE,
    Expression,
    RhetoricHit,
    expression_glosses,
    expression_kinds,
    find_metaphors,
    find_short_quotations,
    find_stances,
    place_expressions,
)

__all__ = [
    "METAPHORS",
    "QUOTATION",
    "STANCE",
    "Expression",
    "RhetoricHit",
    "expression_glosses",
    "expression_kinds",
    "find_metaphors",
    "find_short_quotations",
    "find_stances",
    "place_expressions",
]
