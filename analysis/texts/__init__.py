"""What is read: text files as documents, the reading text made from them, and the texts of the corpus.

Every offset of the study is one into the raw text, which is never changed; the reading text is made by recorded cuts
and by reading one sign for several ways of writing it, and maps back. `documents` finds, decodes and refuses files,
`reading` makes the reading text (by `forms` for widths, quotation marks and traditional characters, `wraps` for line
ends, `spacing` for spaces, `damage` for lost digits), `corpus` reads manifest
and texts into one table, `concordance` shows a word with what stands around it, `labels` names texts and things in
English and Chinese, `places` knows the provinces and prefectures by year, `passages` gives places their addresses in
the book. Sources: any text file, and `data/corpus` with
its manifest. `corpus` and `concordance` need pandas, which a browser has not; hence the face does not show them.
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
