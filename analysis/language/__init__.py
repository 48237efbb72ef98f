"""The words by which texts are read: lexicon entries as patterns, Chinese numerals as numbers, years that words name.

It measures nothing yet; all that measure read by it. `lexicon` makes one pattern of the words of an entry, `numerals`
reads 三, 两百, 3.5万 and 七八百 as numbers, `bounds` says which words bound one (不低于, 左右), `units` tells a value
in the unit that its field uses, `years` says which year a text plans for and which years words such as 十四五 name, and
`aims` what an old report sets out among its results.
Sources: the files of `data/lexicon`, one entry for each kind of word, with examples that it must and must not match.
What the words are used for stands in the packages that load them.
"""

from .lexicon import LexiconError, alternation, entry_pattern, first_character_class, load_lexicon, read_yaml
from .numerals import NumeralError, amounts_as_printed, half_width, numeral_value
from .years import delivery_date, named_year, planned_year, year_planned_at

__all__ = [
    "LexiconError",
    "NumeralError",
    "alternation",
    "amounts_as_printed",
    "delivery_date",
    "entry_pattern",
    "first_character_class",
    "half_width",
    "load_lexicon",
    "named_year",
    "numeral_value",
    "planned_year",
    "read_yaml",
    "year_planned_at",
]
