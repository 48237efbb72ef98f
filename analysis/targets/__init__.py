"""Target distributions: quantified statements with indicator, value, status and period (地区生产总值增长7%以上).

`recognition` leads from a text to its statements and names the steps. `quantities` finds number expressions,
`exclusions` says which state nothing, `phrasing` reads the words around them, `indicators` names what is measured and
how, `frames` and `status` tell results from goals, `direction` tells a fall from a rise and `spans` a quarter from a
year, `qualities` finds targets without a number, and `headline` picks the growth target of the year. Sources: the
reading text and the lexicon. `distribution` makes the tables and needs pandas.
"""

from .exclusions import exclusion_reason
from .headline import gdp_growth_target
from .indicators import OTHER_INDICATOR, identify_indicator, identify_measure
from .quantities import Quantity, find_quantities
from .recognition import Statement, find_statements, propose_statements

__all__ = [
    "OTHER_INDICATOR",
    "Quantity",
    "Statement",
    "exclusion_reason",
    "find_quantities",
    "find_statements",
    "gdp_growth_target",
    "identify_indicator",
    "identify_measure",
    "propose_statements",
]
