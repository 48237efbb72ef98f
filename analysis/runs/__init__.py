"""Many documents and whole files: functions mapped over processes, tables that appear whole or not at all.

It knows nothing of slogans or targets. `sources` follows the imports of the project, so that what was computed by
older code is never taken for new.
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
