"""Accession: a text is taken into the corpus, with every row and page that follow from it by rule.

`entries` makes the row of the manifest and the rows of place and rights from what somebody says of the text,
`judgements` proposes which line ends are broken lines, `registers` finds its slogans, statements and heads and which of
their words have no English yet, `pages` writes its pages of the edition, their places in the table of contents and the
ids of its figures. `taking` puts these together and writes all of it or nothing; `left` says what a person has still to
do. Sources: the raw file, and the tables in `data` that name each text. How it is used: CONTRIBUTING.md, *Add a text*.
"""

from .entries import AccessionError, TextDetails
from .judgements import propose_judgements
from .left import Remainder, remaining_work
from .registers import golden_registers
from .taking import Accession, take_in, write_accession

__all__ = [
    "Accession",
    "AccessionError",
    "Remainder",
    "TextDetails",
    "golden_registers",
    "propose_judgements",
    "remaining_work",
    "take_in",
    "write_accession",
]
