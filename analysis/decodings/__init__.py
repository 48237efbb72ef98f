"""What governments say their numbers mean: the official glossaries of reports, and the slogans that they decode.

A report may explain its words in an annex (名词解释) or in notes. `notes` finds where, `glossaries` reads the entries
with their terms and definitions and names what cannot be read. `definitions` says what a definition lists of what a
slogan counts: `parts` and `labels` part a name and the text that explains it (“1”即…), `shares` divides a text among
parts, `listings` and `open_lists` propose lists, `cleaning` and `endings` cut their members, `likeness` picks the list
whose members are most alike. `decoding` makes rows of the slogans that are explained so. Sources: the reading text of a
report with its annexes. The rules for the body of a report never read them.
"""

from .decoding import Decoding, decodings_of
from .definitions import decode_term
from .glossaries import ExplainedTerm, glossary_flaws, glossary_rows, read_glossary
from .notes import GlossaryNote, glossary_sections

__all__ = [
    "Decoding",
    "ExplainedTerm",
    "GlossaryNote",
    "decode_term",
    "decodings_of",
    "glossary_flaws",
    "glossary_rows",
    "glossary_sections",
    "read_glossary",
]
