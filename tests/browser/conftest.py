"""A browser and the built book; both must be there: run after `make book`, or `make site` for those that need it."""

import datetime
import functools
import http.server
import os
import random
import shutil
import threading

import pytest
import yaml
from playwright.sync_api import sync_playwright

from analysis import paths

BOOK = paths.ROOT / "_build" / "html"
_LOOK_UP = BOOK / "chapters" / "look-up"
_FOLDERS = (_LOOK_UP, BOOK / "chapters" / "zh" / "look-up")
_LISTS = {"places", "slogans"}
_DRAWN = 8  # generated pages of each kind that are looked at, unless LOOK_UP_PAGES=all, as before a release
_LISTED = yaml.safe_load((paths.ROOT / "_toc.yml").read_text(encoding="utf-8"))
_ENTRIES = [entry for part in _LISTED["parts"] for entry in part["chapters"]]
TOC = [
    _LISTED["root"],
    *(page["file"] for entry in _ENTRIES for page in (entry, *entry.get("sections", []))),
]


def _looked_up_pages():
    """Return pages of places and of slogans, some of them drawn, and those that differ most from others."""
    return [path for folder in _FOLDERS for path in _drawn_of(folder)]


def _drawn_of(folder):
    pages = sorted(path for path in folder.glob("*.html") if path.stem not in _LISTS)
    if os.environ.get("LOOK_UP_PAGES") == "all":
        return pages
    drawn = random.Random(datetime.date.today().toordinal())  # noqa: S311  others every day
    places = [path for path in pages if path.stem.isdigit() and len(path.stem) == 6]
    slogans = [path for path in pages if path not in places]
    largest = [max(kind, key=lambda path: path.stat().st_size) for kind in (places, slogans) if kind]
    smallest = [min(kind, key=lambda path: path.stat().st_size) for kind in (places, slogans) if kind]
    some = [path for kind in (places, slogans) for path in drawn.sample(kind, min(_DRAWN, len(kind)))]
    return sorted({*largest, *smallest, *some, *(path for path in pages if path.stem in {"1+N", "000000"})})


LOOKED_UP = _looked_up_pages()
"""Of the pages that are made for places and slogans those that tests look at."""

PAGES = [path for path in sorted(BOOK.rglob("*.html")) if path.parent not in _FOLDERS or path.stem in _LISTS]
"""All other pages of the built book."""

_FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Print nothing."""


@pytest.fixture(scope="session")
def address():
    """Serve the built book on the loopback interface and return its address."""
    if not (BOOK / "index.html").is_file():
        pytest.fail("the book is not built; run make book first")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(BOOK)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser():
    """Start Debian's chromium, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail("chromium is not installed; install Debian's package or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield started
        started.close()


class Visit:
    """One page in a fresh profile, with what it logged and whom it asked."""

    def __init__(self, context, address):
        self.page = context.new_page()
        self.logged, self.asked, self.failed = [], [], []
        self._address = address
        self.page.on("console", lambda message: self.logged.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.logged.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)

    def go(self, path):
        """Open a page of the book and wait until its fonts are there."""
        self.page.goto(f"{self._address}/{path}", wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        self.page.wait_for_timeout(200)
        return self.page


@pytest.fixture
def visit(browser, address):
    """Return a function that opens a visit with a given width and colour scheme."""
    contexts = []

    def opened(width=1400, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        return Visit(context, address)

    yield opened
    for context in contexts:
        context.close()
