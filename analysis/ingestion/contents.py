"""The content of a file of any kind as text."""

import hashlib
from pathlib import Path

from ..texts import Document, DocumentError, Source, decode_text
from ..texts.documents import TEXT_KIND, document_content
from .kinds import DOCX, HTML, PDF, file_kind, other_kind
from .portable import read_pdf
from .webpages import read_webpage
from .word import read_word

MOST_BYTES = 100_000_000
"""Size of the largest file that is read: a report has a tenth of a megabyte, with pictures some ten."""

MOST_CHARACTERS = 10_000_000
"""Length of the longest text that is read, a hundred books."""


def read_file(source: Source) -> Document:
    """Return the document of a source of any kind: its text as it stands, or what was taken out of it.

    Raises
    ------
    DocumentError
        If it cannot be read, is too large, changes while it is read, or is no text; the message is the reason.
    """
    return read_content(source, document_content(source.path, MOST_BYTES))


def read_content(source: Source, content: bytes) -> Document:
    """Return the document of the bytes of a file.

    Parameters
    ----------
    source
        Its name says of which kind it is.
    content
        The bytes.

    Raises
    ------
    DocumentError
        As for `read_file`.
    """
    kind = file_kind(Path(source.path))
    if not content:
        raise DocumentError("empty")
    if wrong := other_kind(content, kind):
        raise DocumentError(wrong)
    encoding, note = "", ""
    if kind == DOCX:
        raw = read_word(content)
    elif kind == PDF:
        raw, note = read_pdf(content)
    elif kind == HTML:
        raw, encoding = read_webpage(content)
    else:
        kind = TEXT_KIND
        raw, encoding = decode_text(content)
    if len(raw) > MOST_CHARACTERS:
        raise DocumentError(
            f"of {len(raw) / 1e6:,.0f} million characters, and {MOST_CHARACTERS / 1e6:,.0f} are read at most; "
            "cut it into several files"
        )
    digest = hashlib.sha256(content).hexdigest()
    return Document(*source, raw, encoding, len(content), digest, kind, note, printed=kind == PDF)
