"""The data set that others merge: constant panels, the wide panel, coverage, and a data package that describes it all.

`shipped` reads the tables of the reference, and nothing else is read. `membership` says which places have a report in
every year of a span, so that a series tells of the same places throughout; `panel` sets target and result of ten
indicators side by side, a row a place and year, and `variables` names its columns; `coverage` counts how many places
each year has. `formats` writes tables as CSV, Parquet and for Stata, `making` all of it to a folder. `columns` reads
the one kept description of every table and column, `accuracy` how often fields were right; `descriptor` makes the data
package of them, `listing` the tables of the README and of the book, and `checks` holds the shipped tables to them.
Sources: the tables of `data/reference`, `data/reference_columns.yml` and `data/accuracy.csv`.
"""

from .checks import dataset_problems
from .columns import described_tables
from .coverage import coverage_by_year
from .descriptor import described_files, package_descriptor
from .listing import accuracy_table, changed_columns, columns_table, package_table
from .making import make_dataset
from .membership import panel_members, rows_of_panel
from .panel import wide_panel
from .shipped import read_shipped

__all__ = [
    "accuracy_table",
    "changed_columns",
    "columns_table",
    "coverage_by_year",
    "dataset_problems",
    "described_files",
    "described_tables",
    "make_dataset",
    "package_descriptor",
    "package_table",
    "panel_members",
    "read_shipped",
    "rows_of_panel",
    "wide_panel",
]
