"""The data set that others merge: constant panels, the wide panel, coverage, in the forms that programs read.

`shipped` reads the tables of the reference, and nothing else is read. `membership` says which places have a report in
every year of a span, so that a series tells of the same places throughout; `panel` sets target and result of ten
indicators side by side, a row a place and year, and `variables` names its columns; `coverage` counts how many places
each year has. `formats` writes tables as CSV, Parquet and for Stata, `making` all of it to a folder. Sources: the
tables of `data/reference`, made by `archive`.
"""

from .coverage import coverage_by_year
from .making import make_dataset
from .membership import panel_members, rows_of_panel
from .panel import wide_panel
from .shipped import read_shipped

__all__ = [
    "coverage_by_year",
    "make_dataset",
    "panel_members",
    "read_shipped",
    "rows_of_panel",
    "wide_panel",
]
