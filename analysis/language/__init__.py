"""The words by which texts are read: lexicon entries as patterns, Chinese numerals as numbers, years that words name.

It measures nothing yet. Sources: the files of `data/lexicon`, one entry for each kind of word, with examples that it
must and must not match.
"""

from .lexicon import LexiconError, alternation, entry_pattern, first_character_class, load_lexicon
from .numerals import NumeralError, half_width, numeral_value
from .years import delivery_date, named_year, planned_year, year_planned_at

__all__ = [
    "LexiconError",
    "NumeralError",
    "alternation",
    "delivery_date",
    "entry_pattern",
    "first_character_class",
    "half_width",
    "load_lexicon",
    "named_year",
    "numeral_value",
    "planned_year",
    "year_planned_at",
]
