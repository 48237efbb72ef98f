"""The data set that others merge: constant panels, the wide panel, coverage, in the forms that programs read.

`shipped` reads the tables of the reference, and nothing else is read. `membership` says which places have a report in
every year of a span, so that a series tells of the same places throughout; `coverage` counts how many places each year
has. Sources: the tables of `data/reference`, made by `archive`.
"""

from .coverage import coverage_by_year
from .membership import PANELS, main_reports, panel_members, panel_sizes, rows_of_panel
from .shipped import read_shipped

__all__ = [
    "PANELS",
    "coverage_by_year",
    "main_reports",
    "panel_members",
    "panel_sizes",
    "read_shipped",
    "rows_of_panel",
]
