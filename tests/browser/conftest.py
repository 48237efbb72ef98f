"""A browser and the built book; both must be there: run after `make book`, or `make site` for those that need it."""

import collections
import contextlib
import datetime
import functools
import http.server
import os
import random
import re
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
_DRAWN = 5  # generated pages of each kind that are looked at
_ALL = bool(os.environ.get("ALL_PAGES"))  # all of them, as before a release
_DRAW = random.Random(datetime.date.today().toordinal())  # noqa: S311  others every day
_LISTED = yaml.safe_load((paths.ROOT / "_toc.yml").read_text(encoding="utf-8"))
_ENTRIES = [entry for part in _LISTED["parts"] for entry in part["chapters"]]
# names of pages are their paths without the ending, as the table of contents has them
TOC = [
    _LISTED["root"],
    *(page["file"] for entry in _ENTRIES for page in (entry, *entry.get("sections", []))),
]


def _looked_up_pages():
    """Return pages of places and of slogans, some of them drawn, and those that differ most from others."""
    return [path for folder in _FOLDERS for path in _drawn_of(folder)]


def _drawn_of(folder):
    pages = sorted(path for path in folder.glob("*.html") if path.stem not in _LISTS)
    if _ALL:
        return pages
    places = [path for path in pages if path.stem.isdigit() and len(path.stem) == 6]
    slogans = [path for path in pages if path not in places]
    largest = [max(kind, key=lambda path: path.stat().st_size) for kind in (places, slogans) if kind]
    smallest = [min(kind, key=lambda path: path.stat().st_size) for kind in (places, slogans) if kind]
    some = [path for kind in (places, slogans) for path in _DRAW.sample(kind, min(_DRAWN, len(kind)))]
    return sorted({*largest, *smallest, *some, *(path for path in pages if path.stem in {"1+N", "000000"})})


LOOKED_UP = _looked_up_pages()
"""Of the pages that are made for places and slogans those that tests look at."""

_MOVED = re.compile('http-equiv="refresh"', re.IGNORECASE)
PAGES = [
    path
    for path in sorted(BOOK.rglob("*.html"))
    if (path.parent not in _FOLDERS or path.stem in _LISTS)
    and not _MOVED.search(path.read_text("utf-8").partition("</head>")[0])
]
"""All other pages of the built book that stay where they are opened."""

NAMES = [path.relative_to(BOOK).with_suffix("").as_posix() for path in PAGES if path != BOOK / "index.html"]
"""Their names."""

_CODE = [name for name in NAMES if name.startswith("code/")]
CODE_DRAWN = _CODE if _ALL else _DRAW.sample(_CODE, min(_DRAWN, len(_CODE)))
"""Names of pages of the code, which one template makes, that are looked through as a whole."""

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


_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) window.shifted += entry.value;
})).observe({type: 'layout-shift', buffered: true});
"""


class Visit:
    """One page in a fresh profile, with what it logged, whom it asked, and what it loaded in which bytes."""

    def __init__(self, context, address):
        self.page = context.new_page()
        self.page.add_init_script(_SHIFTS)
        self.logged, self.asked, self.failed, self.loaded, self.opened = [], [], [], [], {}
        self._address = address
        self.page.on("console", lambda message: self.logged.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.logged.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)
        self.page.on("requestfinished", lambda done: self.loaded.append((done.url, done.sizes()["responseBodySize"])))

    def go(self, path):
        """Open a page of the book and wait until its fonts are there."""
        self.page.goto(f"{self._address}/{path}", wait_until="load")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        self.page.wait_for_timeout(200)
        return self.page

    def cost(self):
        """Return what was loaded until now and how much lines have moved."""
        self.page.wait_for_timeout(200)
        return {
            "requests": len(self.loaded),
            "fonts": sum(size for url, size in self.loaded if url.endswith(".woff2")),
            "shift": self.page.evaluate("window.shifted"),
            "elsewhere": sum(not url.startswith((self._address, "data:")) for url, _ in self.loaded),
        }

    def close(self):
        """Close the profile."""
        self.page.context.close()


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


@pytest.fixture(scope="session")
def look(browser, address):
    """Return a function that gives a visit to a page at a width, for tests that look and change nothing.

    A page stays open for the tests that follow: `pytest_collection_modifyitems` puts all that look at it together.
    """
    kept = collections.OrderedDict()

    def looked(name, width=1400):
        name = f"{name}.html"
        if (name, width) not in kept:
            while len(kept) > 1:
                kept.popitem(last=False)[1].close()
            context = browser.new_context(viewport={"width": width, "height": 900})
            kept[name, width] = Visit(context, address)
            kept[name, width].go(name)
            kept[name, width].opened = kept[name, width].cost()  # before a test scrolls to the pictures further down
        return kept[name, width]

    yield looked
    for each in kept.values():
        each.close()


def until(page, condition, seconds=30):
    """Wait until a condition, a function of JavaScript, is true of a page.

    What Playwright has for it evaluates the condition again and again, which the policy of the pages denies.
    """
    held = page.evaluate(
        f"async () => {{ const holds = {condition}, end = performance.now() + {1000 * seconds};"
        " while (!holds() && performance.now() < end) await new Promise((done) => setTimeout(done, 20));"
        " return Boolean(holds()); }"
    )
    assert held, f"{condition} is not true after {seconds} seconds"


@contextlib.contextmanager
def darkened(page):
    """Ask for the dark scheme for a while; it is there when colours have faded."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        until(page, f"() => document.documentElement.dataset.theme === '{scheme}'")
        page.evaluate("Promise.all(document.getAnimations().map(each => each.finished.catch(() => null)))")
        if scheme == "dark":
            yield page


def pytest_collection_modifyitems(items):
    """Put tests that look at one page together, in one process: the page is opened once."""
    together = [item for item in items if "look" in item.fixturenames]
    for item in together:
        item.add_marker(pytest.mark.xdist_group(item.callspec.params["name"]))
    together.sort(key=lambda item: (item.callspec.params["name"], item.callspec.params.get("width", 1400)))
    alone = [item for item in items if "look" not in item.fixturenames]
    items[:] = [*together, *alone]
