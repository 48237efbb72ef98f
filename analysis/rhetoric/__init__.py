"""Rhetoric of mobilisation: metaphors by source domain, words of stance, short quotations, parallel openings.

Rates are per 1,000 characters, with an interval, and an expression counts wherever it stands but in longer ones that
mean something else. `expressions` finds words in a text and runs without pandas; `devices` makes tables of them, each
with its rate; `unit_runs` finds units in a row that are alike, and `parallelism` makes their table. Sources: the
lexicons of metaphors and stance, whose hits annotators have judged (`device_precision`), and the reading text.
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
