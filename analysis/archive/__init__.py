"""How the national reference is made: government work reports read by the same rules, and reduced to tables.

It keeps of each report its main targets and results, its slogans and its words. `reports` says of whom, when and for
which year a report is, and which part of its file; `records` makes the record of one, `likeness` finds copies, `store`
keeps records between runs, `reduction` makes the tables, and `rebuild` does it all for a folder. `glossaries` reads the
annex in which a report explains its words, `definitions` with `listings` what a definition lists, and `decodings` makes
rows of the slogans that are explained so; no table holds them yet. Sources: a clone of the public collection of
reports, whose texts stay outside of the project; `data/places.csv` and `data/report_errata.csv`.
"""

from .rebuild import RebuildOutcome, RebuildPlan, plan_rebuild, run_rebuild
from .reports import LEAST_REPORTS, REFERENCE_FILES, Notice, Report, body_end, place_stem, provinces_of_places

__all__ = [
    "LEAST_REPORTS",
    "REFERENCE_FILES",
    "Notice",
    "RebuildOutcome",
    "RebuildPlan",
    "Report",
    "body_end",
    "place_stem",
    "plan_rebuild",
    "provinces_of_places",
    "run_rebuild",
]
