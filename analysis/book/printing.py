"""The print edition: all pages of the built book in one PDF, with bookmarks, printed by Debian's chromium.

`make pdf` runs it after `make book`. Text stays text, so that Chinese can be selected and searched.
"""

import functools
import http.server
import io
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import sync_playwright
from pypdf import PdfReader, PdfWriter

from .. import paths
from ..runs import write_whole

PRINTED_BOOK = paths.BOOK
PRINT_OUT = paths.ROOT / "_build" / "pdf" / "sounding-the-charge.pdf"
_MARGINS = {"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"}


class PrintError(RuntimeError):
    """A book that cannot be printed; the message says what is missing and how to mend it."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Print nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on the loopback interface; yield the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def printed_pages() -> list[str]:
    """Return the chapters in the order of the table of contents; the reference on the code is not printed."""
    listed = yaml.safe_load((paths.ROOT / "_toc.yml").read_text(encoding="utf-8"))
    entries = [entry for part in listed["parts"] for entry in part["chapters"]]
    files = [listed["root"], *(page["file"] for entry in entries for page in (entry, *entry.get("sections", [])))]
    return [file for file in files if file.startswith(f"{paths.CHAPTERS.name}/")]


def merge_pdfs(parts: list[tuple[str, bytes]]) -> bytes:
    """Return PDF files as one, with a bookmark for each and the bookmarks of its headings below it.

    Parameters
    ----------
    parts
        Title and content of each file, in order.
    """
    writer = PdfWriter()
    for title, content in parts:
        reader = PdfReader(io.BytesIO(content))
        first = len(writer.pages)
        writer.append(reader, import_outline=False)
        bookmark = writer.add_outline_item(title=title, page_number=first)
        for heading, page in _headings(reader):
            writer.add_outline_item(title=heading, page_number=first + page, parent=bookmark)
    writer.add_metadata({"/Title": "Sounding the Charge 吹响冲锋号", "/Author": "Sounding the Charge contributors"})
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


def main() -> None:
    """Print the book.

    Raises
    ------
    PrintError
        If the book is not built or chromium is not installed.
    """
    if not (PRINTED_BOOK / "index.html").is_file():
        raise PrintError("the book is not built; run make book first")
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not browser:
        raise PrintError("chromium is not installed; install Debian's package or set CHROMIUM to its path")
    parts = []
    with _served(PRINTED_BOOK) as address, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--headless=new", "--no-sandbox"])
        page = started.new_page(color_scheme="light")
        for name in printed_pages():
            page.goto(f"{address}/{name}.html", wait_until="networkidle")
            page.evaluate("document.fonts.ready")
            title = str(page.locator("h1").first.inner_text()).strip("# \n")
            content = page.pdf(format="A4", margin=_MARGINS, outline=True, tagged=True, print_background=True)  # type: ignore[arg-type]
            parts.append((title, content))
        started.close()
    write_whole(PRINT_OUT, merge_pdfs(parts))
    print(f"{PRINT_OUT.relative_to(paths.ROOT)}: {len(PdfReader(PRINT_OUT).pages):,} pages")


if __name__ == "__main__":
    try:
        main()
    except PrintError as error:
        sys.exit(str(error))
