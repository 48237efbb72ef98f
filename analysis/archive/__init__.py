"""How the national reference is made: government work reports read by the same rules, and reduced to tables.

Sources: a clone of the public collection of reports, whose texts stay outside of the project; `data/places.csv` and
`data/report_errata.csv`.
"""

from .rebuild import RebuildOutcome, RebuildPlan, plan_rebuild, run_rebuild
from .reports import LEAST_REPORTS, REFERENCE_FILES, Notice, Report

__all__ = [
    "LEAST_REPORTS",
    "REFERENCE_FILES",
    "Notice",
    "RebuildOutcome",
    "RebuildPlan",
    "Report",
    "plan_rebuild",
    "run_rebuild",
]
