"""Kinds of files: which are read, and why the others are not, by the ending of the name and the first bytes."""

from pathlib import Path

from ..texts import Problem
from ..texts.documents import MANIFEST_NAME, TEXT_ENDINGS, TEXT_KIND

DOCX, PDF, HTML = "docx", "pdf", "html"
_KINDS = {
    **dict.fromkeys(TEXT_ENDINGS, TEXT_KIND),
    **dict.fromkeys((".docx", ".docm"), DOCX),
    ".pdf": PDF,
    **dict.fromkeys((".html", ".htm", ".shtml", ".xhtml"), HTML),
}
FILE_ENDINGS = tuple(_KINDS)
"""Endings of the files that are read, in small letters."""

_READ = "read are .docx, .pdf, .html, .txt and .md"
_REASONS = {
    (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt"): "of another word processor or an old Word; save it as .docx",
    (".ofd", ".caj", ".ceb", ".djvu", ".epub", ".mobi"): f"of a kind that is not read ({_READ}); save it as PDF",
    (".mht", ".mhtml", ".url", ".webloc"): "a web archive or a link; save the page as .html",
    (".ppt", ".pptx", ".dps", ".odp"): "slides; save their text as .txt",
    (".xls", ".xlsx", ".et", ".ods", ".tsv", ".jsonl", ".json", ".parquet"): f"a table, no text ({_READ})",
    (MANIFEST_NAME,): "a table; name it by itself if it is a manifest of texts",
    (".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz"): "an archive; unpack it",
    (
        *(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg"),
    ): "a picture; have its text recognised (OCR) and save it as .txt",
    (".mp3", ".mp4", ".wav", ".m4a", ".avi", ".mov", ".mkv", ".flv"): "sound or film; save what is said as .txt",
}
_REASON_OF = {ending: reason for endings, reason in _REASONS.items() for ending in endings}
_MAY_HOLD_TEXT = frozenset(ending for endings in list(_REASONS)[:4] for ending in endings) | {".zip", ".rar", ".7z"}
"""Endings of files in which a text may wait; tables, pictures and what lies beside a saved page are passed over."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = {
    b"%PDF-": "a PDF; give its name the ending .pdf",
    _OLD_OFFICE: "an old or an encrypted Office file; open it in Word and save it as .docx without a password",
    b"Rar!": "an archive; unpack it",
    b"7z\xbc\xaf\x27\x1c": "an archive; unpack it",
    b"\x1f\x8b": "an archive; unpack it",
    b"\x89PNG": "a picture; have its text recognised (OCR) and save it as .txt",
    b"\xff\xd8\xff": "a picture; have its text recognised (OCR) and save it as .txt",
    b"{\\rtf": "of another word processor; save it as .docx",
    b"PK\x03\x04": "a Word file or an archive; give it the ending .docx, or unpack it",
}


def file_kind(path: Path) -> str:
    """Return of which kind a file is by its name: text, docx, pdf or html; what a manifest lists else is a text."""
    return _KINDS.get(path.suffix.lower(), TEXT_KIND)


def unread_file(path: Path) -> Problem:
    """Return why a file with an ending that is none of `FILE_ENDINGS` is not read, and what can be done."""
    ending = path.suffix.lower()
    return Problem(str(path), _REASON_OF.get(ending, f"of an unknown kind; {_READ}"), ending not in _MAY_HOLD_TEXT)


def other_kind(content: bytes, kind: str) -> str:
    """Return what a file is that its first bytes say is of another kind than its name; "" if they do not.

    Parameters
    ----------
    content
        The bytes of the file.
    kind
        Its kind by its name.
    """
    own = {DOCX: b"PK\x03\x04", PDF: b"%PDF-"}.get(kind)
    if own and content.startswith(own):
        return ""
    found = next((reason for beginning, reason in _BEGINNINGS.items() if content.startswith(beginning)), "")
    return f"not {'a text' if kind == TEXT_KIND else kind} but {found}" if found else ""
