"""The print edition: all pages of the built book in a PDF for each language, printed by chromium.

`make pdf` runs it after `make book`. `imposition` binds the pages. Text stays text, so that Chinese can be selected and
searched.
"""

import functools
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from .. import paths
from ..bilingual.languages import HTML_LANGUAGES, page_language
from ..publication.chinese import HAN_RUN
from ..publication.citations import CHINESE_TITLE, shown_citations, study_as_source, study_record
from ..publication.rendering import render_template
from ..runs import write_whole
from ..texts.labels import LANGUAGES
from ..web.origin import book_revision
from ..web.styles import OWN_SHEET
from .imposition import PRINT_TITLES, ContentsLine, PrintedPart, contents_of, merge_pdfs, page_count

PRINTED_BOOK = paths.BOOK
PRINT_OUT = paths.ROOT / "_build" / "pdf" / "sounding-the-charge.pdf"
CHINESE_OUT = PRINT_OUT.with_name("sounding-the-charge.zh.pdf")
_MARGINS = {"top": "20mm", "bottom": "20mm", "left": "18mm", "right": "18mm"}
MOST_PRINTED_ROWS = 120
"""Rows of a table up to which all are printed; of a longer one its first rows are."""


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


def printed_pages(language: str = "en") -> list[str]:
    """Return the chapters of a language in the order of the table of contents; the pages on code are not printed.

    Parameters
    ----------
    language
        Of the book, `en` or `zh`.
    """
    listed = yaml.safe_load((paths.ROOT / "_toc.yml").read_text(encoding="utf-8"))
    entries = [entry for part in listed["parts"] for entry in part.get("chapters", ())]
    files = [listed["root"], *(page["file"] for entry in entries for page in (entry, *entry.get("sections", [])))]
    return [f for f in files if f.startswith(f"{paths.CHAPTERS.name}/") and page_language(f) == language]


def front_matter(page: Page, address: str, parts: list[PrintedPart], language: str = "en") -> bytes:
    """Return title page and contents as PDF; printed twice, since their own pages count in the contents.

    Parameters
    ----------
    page
        Of the browser that prints.
    address
        Where the book is served.
    parts
        The pages of the book in order.
    language
        Of the book.
    """
    cited = study_record()
    english, _, subtitle = str(cited["title"]).partition(": ")
    name = HAN_RUN.sub("", english).strip()
    version, day = book_revision()
    chinese_title, _, chinese_subtitle = CHINESE_TITLE.partition("：")
    said = {
        "chinese": language == "zh",
        "subtitle_zh": chinese_subtitle,
        "title": name,
        "title_zh": chinese_title,
        "subtitle": subtitle[:1].upper() + subtitle[1:],
        "authors": ", ".join(author["name"] for author in cited["authors"]),
        "version": version,
        "day": day,
        "cited": shown_citations(study_as_source(), study_as_source(chinese=True) if language == "zh" else None),
        "most": MOST_PRINTED_ROWS,
    }
    before = 2
    while True:
        lines = contents_of(parts, before)
        made = _printed_html(page, address, "book/front.html", lines=lines, **said)
        if page_count(made) == before:
            return made
        before = page_count(made)


def running_heads(page: Page, address: str, parts: list[PrintedPart], before: int, language: str = "en") -> bytes:
    """Return a sheet for each page of the parts, with the title of its chapter and its number, as PDF.

    Parameters
    ----------
    page, address, parts
        As for `front_matter`.
    before
        Pages of the front matter.
    language
        Of the book.
    """
    sheets: list[ContentsLine] = []
    for part in parts:
        for _ in range(page_count(part.content)):
            sheets.append(ContentsLine(part.title, before + len(sheets) + 1))
    return _printed_html(
        page, address, "book/heads.html", sheets=sheets, title=PRINT_TITLES[language], lang=HTML_LANGUAGES[language]
    )


def _printed_html(page: Page, address: str, template: str, **values: object) -> bytes:
    page.goto(f"{address}/{printed_pages()[0]}.html")  # so that fonts of the book may be asked for
    page.set_content(render_template(template, address=address, sheet=OWN_SHEET, **values), wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.pdf(prefer_css_page_size=True, print_background=True)


_MAKE_READY = """
document.querySelectorAll("img").forEach((image) => { image.loading = "eager"; });
document.querySelectorAll("details.all-rows, .published-table details").forEach((rows) => { rows.open = true; });
"""
_ALL_LOADED = "[...document.images].every((image) => image.complete)"


def print_chapter(page: Page, address: str, name: str) -> PrintedPart:
    """Return a page of the book as it is printed: tables with their rows, figures loaded.

    Parameters
    ----------
    page, address
        As for `front_matter`.
    name
        Of the page, such as `chapters/slogans`.
    """
    page.goto(f"{address}/{name}.html", wait_until="networkidle")
    page.evaluate(_MAKE_READY)
    page.wait_for_function(_ALL_LOADED)
    page.evaluate("document.fonts.ready.then(() => true)")
    title = str(page.locator("h1").first.inner_text()).strip("# \n")
    content = page.pdf(format="A4", margin=_MARGINS, outline=True, tagged=True, print_background=True)  # type: ignore[arg-type]
    return PrintedPart(title, content, name)


def main() -> None:
    """Print the book in each language.

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
    with _served(PRINTED_BOOK) as address, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--headless=new", "--no-sandbox"])
        # waiting for pictures evaluates code, which the policy of the pages denies
        page = started.new_page(color_scheme="light", bypass_csp=True)
        books = {language: _print_book(page, address, language) for language in LANGUAGES}
        started.close()
    for out, content in zip((PRINT_OUT, CHINESE_OUT), books.values(), strict=True):
        write_whole(out, content)
        print(f"{out.relative_to(paths.ROOT)}: {len(PdfReader(out).pages):,} pages")


def _print_book(page: Page, address: str, language: str) -> bytes:
    parts = [print_chapter(page, address, name) for name in printed_pages(language)]
    front = front_matter(page, address, parts, language)
    heads = running_heads(page, address, parts, page_count(front), language)
    return merge_pdfs(parts, front=front, heads=heads, address=address)


if __name__ == "__main__":
    try:
        main()
    except PrintError as error:
        sys.exit(str(error))
