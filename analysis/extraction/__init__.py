"""What texts hold: the rows of one document, of a collection, and the registers of the corpus.

Slogans, statements and refusals are found in the reading text and placed in the raw text, so that each row points to
its characters. `document` gives the rows of one text without pandas; `extracts` gives them for every table of
`columns`, `collection` writes those of any number of files, and `tables` gives them to a notebook in one call.
`main_values` chooses the main targets and results of a report, and `standings` says where a text stands among reports.
`registers` makes tables of the corpus, `own_text` takes a reader's own, and `profiles` sets texts side by side, by kind
and length. Sources: the rules of `slogans`, `closure`, `targets` and `rhetoric`.
"""

from .columns import EXTRACT_TABLES
from .document import place_rows, plan_year_of, slogan_candidates, statement_candidates
from .extracts import Extract, File, extract_document
from .findings import Findings, find_in_corpus, find_in_text

__all__ = [
    "EXTRACT_TABLES",
    "Extract",
    "File",
    "Findings",
    "extract_document",
    "find_in_corpus",
    "find_in_text",
    "place_rows",
    "plan_year_of",
    "slogan_candidates",
    "statement_candidates",
]
