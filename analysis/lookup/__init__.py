"""Look-up 查一查: what the shipped tables say of a slogan, a place or a word, for a page that has no server.

`sources` takes the tables and numbers reports and places, `lives` follows a slogan through years and places,
`promises` sets the targets of a place beside what came of them, `names` finds slogans by what is typed. `entries` and
`places` put together what is told of each, `packing` makes scripts of it, `shards` writes them beside the built pages,
and `addresses` says where an answer is; `standings` holds the numbers that a reader's own text is set among. Nothing
is estimated: shares are of the reports that the collection has, and targets, results and the rule by which a target is
kept are those of the data set and of `reference.outturns`. Sources: the tables of `data/reference`, `data/places.csv`,
`data/accuracy.csv`, and the registers of the texts of the study.
"""

from ..texts.passages import look_up_address
from .addresses import SHARDS_FOLDER, shard_of
from .lives import place_slogans, slogan_explanations
from .names import slogan_names
from .promises import prefecture_bands, promised_indicators
from .sources import data_fingerprint, look_up_tables

__all__ = [
    "SHARDS_FOLDER",
    "data_fingerprint",
    "look_up_address",
    "look_up_tables",
    "place_slogans",
    "prefecture_bands",
    "promised_indicators",
    "shard_of",
    "slogan_explanations",
    "slogan_names",
]
