"""What is read: text files as documents, the reading text made from them, and the five texts of the corpus.

Every offset of the study is one into the raw text, which is never changed; the reading text is made by recorded cuts
and maps back. Sources: any text file, and `data/corpus` with its manifest. `corpus`, `labels` and `concordance` work on
tables and are imported by their own names, because they need pandas or nothing of the rest.
"""

from .documents import Document, DocumentError, Problem, Source, decode_text, find_sources, read_document, year_in_name
from .reading import MARK_KINDS, PER_CHARACTERS, Mark, Reading, count_characters, make_reading

__all__ = [
    "MARK_KINDS",
    "PER_CHARACTERS",
    "Document",
    "DocumentError",
    "Mark",
    "Problem",
    "Reading",
    "Source",
    "count_characters",
    "decode_text",
    "find_sources",
    "make_reading",
    "read_document",
    "year_in_name",
]
