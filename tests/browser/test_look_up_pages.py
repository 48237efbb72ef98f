"""Pages of places and slogans: for everyone, without a script, at both widths, and none of their links leads nowhere.

A drawn sample of them, others every day; all with ALL_PAGES=1, as before a release.
"""

import re
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from conftest import BOOK, LOOKED_UP, darkened
from test_access import AXE, COLOURS, RUN

LISTS = ["places", "slogans"]
NAMES = [path.relative_to(BOOK).with_suffix("").as_posix() for path in LOOKED_UP]


def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def test_there_are_pages():
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing_and_the_page_is_quiet(look, name, width):
    seen = look(name, width)
    page = seen.page
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    with darkened(page):
        assert page.evaluate(COLOURS) == []
    assert seen.logged == []
    assert seen.failed == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("path", LOOKED_UP, ids=NAMES)
def test_links_lead_to_pages_and_places_that_are_there(path):
    page = soup(path)
    for link in page.select("a[href], link[href]"):
        address = urlsplit(link["href"])
        if address.scheme:
            continue
        target = (path.parent / unquote(address.path)).resolve() if address.path else path
        assert target.is_file(), link["href"]
        if address.fragment and target.suffix == ".html":
            assert f'id="{unquote(address.fragment)}"' in target.read_text(encoding="utf-8"), link["href"]


@pytest.mark.parametrize("path", LOOKED_UP, ids=NAMES)
def test_a_page_tells_of_itself_and_not_of_its_list(path):
    page = soup(path)
    heading = page.select_one("article h1").get_text(" ", strip=True)
    assert len(page.select("h1")) == 1
    assert page.title.string.startswith(heading.split(" ")[0])
    for name in ("og:title", "og:description"):
        assert len(page.select(f"meta[property='{name}']")) == 1
    for name in ("description", "citation_title"):
        assert len(page.select(f"meta[name='{name}']")) == 1
    assert "one by one" not in page.head.decode()
    assert "名单" not in page.head.decode()
    assert page.select("link[rel=next], link[rel=prev], script[type='application/ld+json']") == []
    assert [link["hreflang"] for link in page.select("link[rel=alternate]")] == ["en", "zh-Hans"]
    twin = page.select_one(".page-part a[hreflang]")
    assert {page.html["lang"], twin["hreflang"]} == {"en", "zh-Hans"}
    assert (path.parent / unquote(twin["href"])).resolve().name == path.name
    assert "@font-face" not in page.head.decode()
    bar = page.select("nav.bd-docs-nav [aria-current]")
    assert [link["href"] for link in bar] in ([f"{name}.html"] for name in LISTS)
    assert page.select("nav.bd-docs-nav a[href='#']") == []
    ids = [tag["id"] for tag in page.select("article [id]")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", NAMES[:2] + NAMES[-2:])
def test_a_page_is_read_without_a_script(browser, address, name):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{name}.html")
    assert page.locator("article h1").is_visible()
    assert page.locator(".looked-more a").get_attribute("href").startswith("../look-up.html?")
    for table in page.locator("article table").all():
        assert table.is_visible() or table.locator("xpath=ancestor::details").count()
    context.close()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_every_page_and_every_row_leads_to_one(name):
    rows = soup(BOOK / "chapters" / "look-up" / f"{name}.html").select(f"#look-up-{name} tbody tr")
    links = {unquote(row.a["href"]) for row in rows}
    assert len(links) == len(rows)
    made = {path.name for path in (BOOK / "chapters" / "look-up").glob("*.html")} - {f"{each}.html" for each in LISTS}
    isplace = re.compile(r"[0-9]{6}\.html").fullmatch
    assert links == {file for file in made if bool(isplace(file)) == (name == "places")}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_searched_as_other_registers_are(visit, name):
    page = visit().go(f"chapters/look-up/{name}.html")
    page.locator(f"#look-up-{name} input[type=search]").fill({"places": "青岛", "slogans": "三大攻坚战"}[name])
    rows = [row for row in page.locator(f"#look-up-{name} tbody tr").all() if row.is_visible()]
    assert len(rows) == 1


@pytest.mark.parametrize("folder", ["", "chapters/zh/"])
def test_the_search_offers_the_look_up_in_its_language(visit, folder):
    page = visit().go(f"{folder}search.html?q=%E4%B8%89%E5%A4%A7%E6%94%BB%E5%9D%9A%E6%88%98")
    link = page.locator(".search-look-up a")
    link.click()
    page.wait_for_url("**/look-up.html?s=*")
    assert page.url.partition("/chapters/")[2].startswith("zh/look-up" if folder else "look-up")
    assert unquote(page.url).endswith("?s=三大攻坚战")
