"""The numbers that the prose quotes, as formatted strings: one function for each part of a chapter, {name: text}.

A number of the prose comes from here and is typed nowhere. The modules bear the names of the fields whose chapters
quote them; `reference` has those of the chapters on the national reference. The landing page quotes the numbers of
other chapters. Sources: the tables of the other packages; nothing is computed here that a table does not hold.
"""

from .comparison import similarity_facts
from .dataset import accuracy_facts, dataset_facts, other_report_facts
from .reference import atlas_facts, ladder_facts, outturn_facts
from .reliability import explained_facts, growth_target_facts, reliability_facts, rhetoric_recall_facts
from .rhetoric import (
    beside_claims,
    beside_facts,
    formula_claims,
    formula_facts,
    metaphor_facts,
    parallelism_facts,
    precision_facts,
    stance_facts,
)
from .slogans import slogan_facts
from .targets import promise_facts, target_facts
from .texts import text_facts
from .vocabulary import glossary_facts, interval_facts, reference_keyness_facts, sensitivity_facts, vocabulary_facts

__all__ = [
    "accuracy_facts",
    "atlas_facts",
    "beside_claims",
    "beside_facts",
    "dataset_facts",
    "explained_facts",
    "formula_claims",
    "formula_facts",
    "glossary_facts",
    "growth_target_facts",
    "interval_facts",
    "ladder_facts",
    "metaphor_facts",
    "other_report_facts",
    "outturn_facts",
    "parallelism_facts",
    "precision_facts",
    "promise_facts",
    "reference_keyness_facts",
    "reliability_facts",
    "rhetoric_recall_facts",
    "sensitivity_facts",
    "similarity_facts",
    "slogan_facts",
    "stance_facts",
    "target_facts",
    "text_facts",
    "vocabulary_facts",
]
