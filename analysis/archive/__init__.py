"""How the national reference is made: government work reports read by the same rules, and reduced to tables.

It keeps of each report its main targets and results, its slogans, what it lists and explains, and its words.
`reports` says of whom, when and for which year a report is, and which part of its file; `records` makes the record of
one, `goals` finds what it wants to reach in later years, `likeness`
finds copies, `store` keeps records between runs, `reduction` makes the tables, and `rebuild` does it all for a folder.
`errata` corrects rows that readers found wrong. `explained` sets what a report explains in a glossary of its own beside
its body, `attestation` says which names the levels above have and since when. `sources` reads what stands above the
reports: documents of the Party, plans and communiqués, with the date on which they first use a slogan. Sources: clones
of the public collections, whose texts stay outside of the project; `data/places.csv`, `data/report_errata.csv` and
`data/errata.csv`.
"""

from .rebuild import RebuildOutcome, RebuildPlan, plan_rebuild, run_rebuild
from .reports import LEAST_REPORTS, REFERENCE_FILES, Notice, Report, body_end, place_stem

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
    "run_rebuild",
]
