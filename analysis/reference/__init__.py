"""What the national reference says: the ladder of targets, what came of them, the atlas of slogans, shared formulas.

`tables` reads what is shipped. `ladder` follows growth targets from the nation down to the prefecture, `outturns`
sets them against the results of a year later and `communiques` those of the nation beside its statistical
communiqués, `atlas` tells where, when and how long slogans live, `beside` sets the texts of the corpus among the
reports of their year, `comparing` a reader's own, `formulas` says which of their words were used before them, found by
`reuse`. `constant` tells the series of all these chapters for the same places in every year; `clusters` draws whole
places for intervals. Sources: the tables of `data/reference`, made by `archive`, `dataset` and `formulas`; the corpus.
"""

from .atlas import atlas_tables
from .beside import density_standings, rates_beside_reports
from .comparing import texts_among_reports
from .formulas import REUSE_TABLES, find_reuse, origin_shares, report_bodies
from .ladder import growth_by_level, standing_of_targets
from .outturns import targets_with_results
from .tables import reference_reports, reference_table, upper_places

__all__ = [
    "REUSE_TABLES",
    "atlas_tables",
    "density_standings",
    "find_reuse",
    "growth_by_level",
    "origin_shares",
    "rates_beside_reports",
    "reference_reports",
    "reference_table",
    "report_bodies",
    "standing_of_targets",
    "targets_with_results",
    "texts_among_reports",
    "upper_places",
]
