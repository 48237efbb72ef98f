"""How far the rules can be trusted, and the registers that readers cite, which are the annotators' where there are any.

Precision, recall and F1 of slogans and statements, agreement on each of their attributes, every error with its
sentence; the share of metaphors and words of stance that annotators accept, and their kappa. `gold` reads annotations
and what `extract` has written, `agreement` compares them, `reliability` arranges the scores for readers, `published`
sets growth targets beside those that others read, `sampling` draws hits and refusals, and the rows of the kit for human
annotators, `questions` says what these are asked, `sheets` makes and reads what they fill, `coders` compares two of
them and the tables; `adjudicated` makes the registers of slogans, statements and closure. Sources: `data/gold`, where
the core texts were marked by two passes and adjudicated and work reports by one, and `data/growth_targets.csv`.
"""

from .agreement import agreement_scores, confusion_table, disagreements, match_mentions
from .gold import AnnotationError, Annotations, read_extracted, read_gold
from .published import compare_published_targets, read_published_targets
from .reliability import device_precision, rules_as_annotation, scores_on_reports
from .sampling import draw_sample

__all__ = [
    "AnnotationError",
    "Annotations",
    "agreement_scores",
    "compare_published_targets",
    "confusion_table",
    "device_precision",
    "disagreements",
    "draw_sample",
    "match_mentions",
    "read_extracted",
    "read_gold",
    "read_published_targets",
    "rules_as_annotation",
    "scores_on_reports",
]
