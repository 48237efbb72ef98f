"""Slogan numerology: which numerals name or package a programme, of which type, whose it is, what it announces.

A numeral that answers which ones makes a slogan (六个北海, 1+1269), one that answers how many does not (81个重点项目).
Candidates are proposed widely (`quotations`, `unquoted`, sets by `counted`) and refused by name; `recognition` makes
rows of them, `typology` reads their type and their numerals, `doctrines` knows those of the centre by name, `scopes`
says whose programme it is by the words beside it and `attested` by what the levels above say. Whether the text lists
what a slogan announces is for `closure`. Sources: the reading text, the lexicon, and the names that the nation and the
provinces have. `numerology` counts them in tables and needs pandas; nothing else does.
"""

from .attested import Attestation, Attested
from .doctrines import doctrine_glosses, doctrines_by_name
from .recognition import Slogan, propose_slogans, slogan_mentions, slogan_name
from .scopes import SCOPE_EVIDENCE, Owner, SpeakingLevel
from .typology import announced_count, slogan_digits, slogan_type

__all__ = [
    "SCOPE_EVIDENCE",
    "Attestation",
    "Attested",
    "Owner",
    "Slogan",
    "SpeakingLevel",
    "announced_count",
    "doctrine_glosses",
    "doctrines_by_name",
    "propose_slogans",
    "slogan_digits",
    "slogan_mentions",
    "slogan_name",
    "slogan_type",
]
