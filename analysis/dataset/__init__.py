"""The data set that others merge: what its tables and columns are, as a data package that programs read.

`columns` reads the one kept description of every table and column, `accuracy` how often fields were right. `descriptor`
makes the data package of them, `listing` the tables of the README and of the book, and `checks` holds the shipped
tables to them. Sources: the tables of `data/reference`, `data/reference_columns.yml` and `data/accuracy.csv`.
"""

from .accuracy import FieldAccuracy, measured_accuracy
from .checks import dataset_problems
from .columns import described_tables
from .descriptor import described_files, package_descriptor
from .listing import accuracy_table, changed_columns, columns_table, package_table

__all__ = [
    "FieldAccuracy",
    "accuracy_table",
    "changed_columns",
    "columns_table",
    "dataset_problems",
    "described_files",
    "described_tables",
    "measured_accuracy",
    "package_descriptor",
    "package_table",
]
