"""How far the rules can be trusted: agreement with annotators, and samples to be judged.

Sources: `data/gold`, where each text was marked by two passes and adjudicated, and tables that others published.
"""

from .agreement import agreement_scores, disagreements, match_mentions
from .gold import AnnotationError, Annotations, read_extracted, read_gold
from .sampling import draw_sample, sample_line

__all__ = [
    "AnnotationError",
    "Annotations",
    "agreement_scores",
    "disagreements",
    "draw_sample",
    "match_mentions",
    "read_extracted",
    "read_gold",
    "sample_line",
]
