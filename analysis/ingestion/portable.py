"""PDF: the text layer of its pages, in the order in which they were written.

Running heads and page numbers are left out (`furniture`), so that a sentence goes on over the edge of a page; pages
that have only a picture are named. Lines stay lines: which of them a sentence runs over, the reading text judges, and
where it cannot, that is told.
"""

import io
import logging
import re
import unicodedata
from typing import Any

from ..texts import DocumentError
from ..texts.forms import read_as_usual
from ..texts.wraps import open_line_ends
from .furniture import without_furniture

_OCR = "have the text recognised (OCR) first"
_LEAST_LETTERS = 10  # of a page that has a text layer; a scanner may write its name
_MOST_UNREADABLE = 0.1  # share of signs that no font explains
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_VARIANTS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
"""Radicals and compatibility forms that printing programs write for usual signs: ⼀ for 一, ﬁ for fi."""
_MOST_NAMED = 8
_MOST_QUOTED = 12  # characters of a line


def read_pdf(content: bytes) -> tuple[str, str]:
    """Return the text of a PDF and a note on what of it has no text layer, and on lines that break off.

    Parameters
    ----------
    content
        The bytes of the file.

    Raises
    ------
    DocumentError
        If it is broken or encrypted, no page has a text layer, or the layer cannot be read.
    """
    pages, scanned = _pages_of(content)
    lines = [[_as_usual(line) for line in page.splitlines()] for page in pages]
    text = "\n".join(line for page in without_furniture(lines) for line in page if line)
    if not text.strip():
        raise DocumentError(f"has no text layer: {_count(len(pages), 'page')} {_verb(len(pages))}; {_OCR}")
    if len(_UNREADABLE.findall(text)) > _MOST_UNREADABLE * len(text):
        raise DocumentError(f"its fonts do not say which characters they show; print it anew as PDF, or {_OCR}")
    notes = (_note(scanned, len(pages)), _note_on_lines(read_as_usual(text)))
    return text + "\n", "; ".join(filter(None, notes))


def _as_usual(line: str) -> str:
    usual = _VARIANTS.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), line)
    return usual.replace("\u2003", "\u3000").replace("\xa0", " ").rstrip()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _verb(number: int) -> str:
    return "is a picture" if number == 1 else "are pictures"


def _note(scanned: list[int], pages: int) -> str:
    if not scanned:
        return ""
    named = ", ".join(map(str, scanned[:_MOST_NAMED])) + (" …" if len(scanned) > _MOST_NAMED else "")
    verb = _verb(len(scanned))
    return f"{len(scanned)} of {_count(pages, 'page')} {verb} without text layer and not read ({named}); {_OCR}"


def _note_on_lines(text: str) -> str:
    places = open_line_ends(text)
    if not places:
        return ""
    lines = "1 line breaks" if len(places) == 1 else f"{len(places)} lines break"
    first = text[text.rfind("\n", 0, places[0]) + 1 : places[0]][-_MOST_QUOTED:]
    return (
        f"{lines} off and {'is' if len(places) == 1 else 'are'} not joined with the next (the first: {first}); "
        "where a sentence goes on, join them in a .txt"
    )


def _pages_of(content: bytes) -> tuple[list[str], list[int]]:
    """Return the text of each page, and the numbers of those that are pictures, from 1."""
    try:
        import pypdf  # noqa: PLC0415  only where a PDF is read; a browser has none
        from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415
    except ModuleNotFoundError:
        raise DocumentError("PDF is read with pypdf, which is not installed: pip install pypdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity that it mends
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError("encrypted; take the password away, or print it anew as PDF")  # noqa: TRY301
        texts, scanned = [], []
        for number, page in enumerate(reader.pages, start=1):
            text = page.extract_text()
            if sum(map(str.isalnum, text)) < _LEAST_LETTERS and _has_picture(page):
                scanned.append(number)
                text = ""
            texts.append(text)
    except DependencyError:
        raise DocumentError(
            "encrypted by AES; install the wheel with its extra, FILE.whl[crypto], or print it anew as PDF"
        ) from None
    except DocumentError:
        raise
    except (PyPdfError, ArithmeticError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        raise DocumentError(f"broken PDF ({_in_short(error)}); open it and print it anew as PDF") from None
    except (AttributeError, AssertionError, NotImplementedError) as error:  # of objects that are not what they should
        raise DocumentError(f"broken PDF ({_in_short(error)}); open it and print it anew as PDF") from None
    if not texts:
        raise DocumentError("broken PDF (it has no page); open it and print it anew as PDF")
    return texts, scanned


def _in_short(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= 80 else f"{words[:79]}…"


def _has_picture(page: Any) -> bool:
    """Tell whether a page draws a picture, itself or in a form; a page without is blank."""
    waiting, seen = [page], 0
    while waiting and seen < 50:
        seen += 1
        resources = waiting.pop().get("/Resources")
        objects = resources.get_object().get("/XObject") if resources is not None else None
        for drawn in objects.get_object().values() if objects is not None else ():
            drawn_object = drawn.get_object()
            if drawn_object.get("/Subtype") == "/Image":
                return True
            waiting.append(drawn_object)
    return False
