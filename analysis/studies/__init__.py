"""The analyses of the book over the archive, each an estimand with its panel, its interval and a check of robustness.

A module is one question of a chapter. *Naming*: `ownership` (whose numbers are spelled out), `nationalisation` (whose
numbers fill the reports), `renewal` and `nesting` (what becomes of a formula, next year and one level below),
`adoption` and `uptake` (where a slogan begins, who takes it up). *Promising*: `amplification` (who asks for
more), `hardness` (in which words), `promises` (are targets kept), `threshold` (who lands on the target), `misses`
(what follows a miss). *Echoing*: `mobilisation` (words of war, resolve and haste). Each makes the tables that a
chapter shows and the numbers that it quotes, and says in `claim` what the prose may not say any longer when the data
change. Sources: the tables of `data/reference` alone, so that a reader can recompute every figure from the data
package.
"""

from .adoption import adoption_facts
from .amplification import amplification_facts
from .hardness import hardness_facts
from .misses import miss_facts
from .mobilisation import mobilisation_facts_of_reports, mobilisation_of_reports
from .nationalisation import nationalisation_facts
from .nesting import nesting_facts
from .ownership import ownership_facts
from .promises import kept_promise_facts
from .renewal import renewal_facts
from .threshold import threshold_facts
from .uptake import neighbour_facts

__all__ = [
    "adoption_facts",
    "amplification_facts",
    "hardness_facts",
    "kept_promise_facts",
    "miss_facts",
    "mobilisation_facts_of_reports",
    "mobilisation_of_reports",
    "nationalisation_facts",
    "neighbour_facts",
    "nesting_facts",
    "ownership_facts",
    "renewal_facts",
    "threshold_facts",
]
