"""Many documents and whole files: functions mapped over processes, tables that appear whole or not at all.

It knows nothing of slogans or targets. `engine` maps a function over many things, here or on a cluster, with the same
results in the same order; `replacement` lets one run at a time write to a folder and puts what it made in the place of
older files; `tablefiles` writes rows as CSV, JSON Lines or Parquet, `workbooks` for Excel, and `tablesets` all tables
of a run in one of these forms; `sources` follows the imports of the project, so that what was computed by older code is
never taken for new; `unchanged` tells whether a folder and all programs are still as they were.
"""

from .engine import ClusterError, map_in_order
from .files import write_whole
from .replacement import Held, holding_folder, put_in_place, staged_files, writing_tables
from .sources import imported_sources
from .tablefiles import TABLE_FORMATS, Column, CsvFile

__all__ = [
    "TABLE_FORMATS",
    "ClusterError",
    "Column",
    "CsvFile",
    "Held",
    "holding_folder",
    "imported_sources",
    "map_in_order",
    "put_in_place",
    "staged_files",
    "write_whole",
    "writing_tables",
]
