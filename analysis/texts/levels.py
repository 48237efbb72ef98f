"""Levels of government, from the nation down: whose texts are read, and whose reports they are set beside."""

GOVERNMENT_LEVELS = ("national", "province", "prefecture", "county", "district", "zone")
"""County and district stand side by side; a zone is run by a committee of a level above."""

REPORT_LEVELS = GOVERNMENT_LEVELS[:3]
"""The levels whose work reports the national reference holds."""
