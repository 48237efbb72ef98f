"""What the national reference says: the ladder of targets, what came of them, the atlas of slogans, shared formulas.

Sources: the tables of `data/reference`, made by `archive` and `formulas`.
"""

from .formulas import REUSE_TABLES, find_reuse, report_bodies
from .tables import map_tiles, reference_reports, reference_table, upper_places

__all__ = [
    "REUSE_TABLES",
    "find_reuse",
    "map_tiles",
    "reference_reports",
    "reference_table",
    "report_bodies",
    "upper_places",
]
