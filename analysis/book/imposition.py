"""Imposition: printed chapters become one book, with a title page, contents, running heads, page numbers and bookmarks.

Works on PDF files as bytes; who prints them is `printing`. Links between chapters lead to pages of the same file, and
those to files that are not printed are taken off, since the address at which the book was printed is gone.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from ..bilingual.languages import HTML_LANGUAGES, page_language

PRINT_TITLE = "Sounding the Charge 吹响冲锋号"
PRINT_TITLES = {"en": PRINT_TITLE, "zh": "吹响冲锋号"}
"""What stands at the head of every page and in the file, by language."""


class PrintedPart(NamedTuple):
    """A page of the book as it was printed."""

    title: str
    content: bytes  # PDF
    name: str = ""  # chapters/slogans; "" for what no link leads to


class ContentsLine(NamedTuple):
    """A line of the contents."""

    title: str
    page: int  # from 1


def page_count(content: bytes) -> int:
    """Return the number of pages of a PDF file."""
    return len(PdfReader(io.BytesIO(content)).pages)


def contents_of(parts: Sequence[PrintedPart], before: int) -> list[ContentsLine]:
    """Return the contents of a book.

    Parameters
    ----------
    parts
        The pages in order.
    before
        Pages that stand before the first part.
    """
    lines, at = [], before + 1
    for part in parts:
        lines.append(ContentsLine(part.title, at))
        at += page_count(part.content)
    return lines


def merge_pdfs(
    parts: Sequence[PrintedPart],
    *,
    front: bytes = b"",
    heads: bytes = b"",
    address: str = "",
    public: str = "",
) -> bytes:
    """Return PDF files as one, with a bookmark for each and the bookmarks of its headings below it.

    Parameters
    ----------
    parts
        The pages of the book in order.
    front
        What stands before them, title page and contents; no bookmark leads to it.
    heads
        A page for each page of the parts, with running head and number, which is laid over it.
    address
        Where the book was served when it was printed; links to it are led within the file or taken off.
    public
        Where the book can be read, for links to what is not printed.
    """
    writer = PdfWriter()
    if front:
        writer.append(io.BytesIO(front), import_outline=False)
    begins = {}
    for part in parts:
        reader = PdfReader(io.BytesIO(part.content))
        first = len(writer.pages)
        begins[part.name] = first
        writer.append(reader, import_outline=False)
        bookmark = writer.add_outline_item(title=part.title, page_number=first)
        for heading, page in _headings(reader):
            writer.add_outline_item(title=heading, page_number=first + page, parent=bookmark)
    if heads:
        _lay_over(writer, heads)
    if address:
        _lead_within(writer, begins, address, public)
    language = page_language(parts[0].name) if parts else "en"
    told = {"/Title": PRINT_TITLES[language], "/Author": "Sounding the Charge contributors"}
    writer.add_metadata(told | ({"/Lang": HTML_LANGUAGES[language]} if language != "en" else {}))
    for key in ("/CreationDate", "/ModDate", "/Producer", "/Creator"):
        writer.add_metadata({key: ""})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _headings(reader: PdfReader) -> Iterator[tuple[str, int]]:
    """Yield title and page of the headings below the title of a page."""
    waiting: list[Any] = list(reader.outline)
    while waiting:
        entry = waiting.pop(0)
        if isinstance(entry, list):
            waiting = [*entry, *waiting]
        elif (page := reader.get_destination_page_number(entry)) is not None:
            yield str(entry.title).strip("# \n"), page


def _lay_over(writer: PdfWriter, heads: bytes) -> None:
    laid = PdfReader(io.BytesIO(heads)).pages
    before = len(writer.pages) - len(laid)
    if before < 0:
        raise ValueError(f"{len(laid)} running heads for {len(writer.pages)} pages; print one for each page")
    for page, head in zip(writer.pages[before:], laid, strict=True):
        page.merge_page(head)
        page.compress_content_streams()  # merging has unpacked them


def _lead_within(writer: PdfWriter, begins: Mapping[str, int], address: str, public: str) -> None:
    """Lead links to printed chapters to their first page, others to the public book; take off what leads nowhere."""
    for page in writer.pages:
        kept = ArrayObject()
        for annotation in page.get("/Annots", ()):
            link: Any = annotation.get_object()
            target = str(link.get("/A", {}).get("/URI", ""))
            if not target.startswith(f"{address}/"):
                kept.append(annotation)
                continue
            name = target.removeprefix(f"{address}/").partition("#")[0].partition("?")[0].removesuffix(".html")
            if name in begins:
                goal = [writer.pages[begins[name]].indirect_reference, NameObject("/Fit")]
                link[NameObject("/A")] = DictionaryObject(
                    {NameObject("/S"): NameObject("/GoTo"), NameObject("/D"): ArrayObject(goal)}
                )
                kept.append(annotation)
            elif public:
                link["/A"][NameObject("/URI")] = type(link["/A"]["/URI"])(target.replace(address, public, 1))
                kept.append(annotation)
        if "/Annots" in page:
            page[NameObject("/Annots")] = kept
