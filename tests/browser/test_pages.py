"""The built book in a browser: complete, quiet, to itself, and readable without a Chinese font."""

import fnmatch
import hashlib
import json
import re

import pandas as pd
import pytest
from conftest import BOOK, TOC, darkened
from fontTools.ttLib import TTFont

from analysis import paths
from analysis.closure.counts import each_list_once
from analysis.publication import captions
from analysis.publication.definitions import code_address, drawing_function
from analysis.publication.licences import listed_licences

CHAPTERS = [name for name in TOC if name.startswith("chapters/")]
HAN = re.compile("[\u3400-\u9fff]")
NARROW = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def test_every_page_of_the_table_of_contents_is_built():
    assert len(TOC) >= 8
    assert [name for name in TOC if not (BOOK / f"{name}.html").is_file()] == []


def test_the_front_page_leads_to_the_findings(visit, address):
    page = visit().page
    page.goto(f"{address}/index.html", wait_until="commit")
    page.wait_for_url("**/findings.html")
    assert page.locator("article h1").inner_text().startswith("How local China")


@pytest.mark.parametrize("name", TOC)
@pytest.mark.parametrize("width", [1400, 390])
def test_a_page_is_quiet_and_asks_nobody_else(look, address, name, width):
    seen = look(name, width)
    assert seen.page.evaluate(NARROW)
    with darkened(seen.page):
        assert seen.page.evaluate(NARROW)
    assert seen.logged == []
    assert seen.failed == []
    assert [url for url in seen.asked if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_figure_is_drawn_described_and_linked(look, name):
    page = look(name).page
    figures = page.locator("figure").all()
    for figure in figures:
        image = figure.locator("img:visible").first  # of two widths and schemes, the one that is shown
        image.scroll_into_view_if_needed()
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
        assert len(image.get_attribute("alt")) > (20 if "/zh/" in name else 40)
        assert figure.locator("figcaption").inner_text().strip()
    owned = [
        label
        for label, fields in captions.caption_catalogue()["figures"].items()
        if f"chapters/{fields['chapter']}" == name
    ]
    assert [label for label in owned if page.locator(f"figure#{label}").count() != 1] == []
    assert len(figures) >= len(owned)


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_file_that_a_page_offers_is_there(look, address, name):
    page = look(name).page
    offered = page.eval_on_selector_all("a[download]", "links => links.map(link => link.href)")
    for url in offered:
        assert (BOOK / url.removeprefix(f"{address}/")).is_file(), url
    # a page without a cell is no notebook, and the look-up makes its files when they are asked for
    without = re.search(r"/(codebook|editions|keyness|comparison|look-up(/\w+)?)$", name)
    assert offered or without


@pytest.mark.parametrize("name", TOC)
def test_no_chinese_character_is_a_box(look, name):
    """Ask the browser which fonts drew each element that holds Chinese: a box is drawn by a font without the glyph."""
    page = look(name).page
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    page.evaluate(
        """() => document.querySelectorAll('body *').forEach(element => {
            const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('');
            if (/[\\u3400-\\u9fff]/.test(own) && element.checkVisibility()) element.dataset.han = own;
        })"""
    )
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-han]"})["nodeIds"]
    assert nodes
    for node in nodes[:400]:
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        attributes = session.send("DOM.getAttributes", {"nodeId": node})["attributes"]
        text = attributes[attributes.index("data-han") + 1]
        chinese = sum(
            font["glyphCount"] for font in fonts if not font["familyName"].startswith(("DejaVu", "Liberation"))
        )
        assert chinese >= len(HAN.findall(text)), (text, fonts)


def test_the_web_font_has_every_character_of_the_pages():
    font = TTFont(BOOK / "_static" / "noto-sans-sc-subset.woff2")
    known = set(font.getBestCmap())
    pages = [*BOOK.rglob("*.html"), BOOK / "_static" / "registers.js"]
    used = {sign for page in pages for sign in HAN.findall(page.read_text(encoding="utf-8"))}
    assert len(used) > 500
    assert {sign for sign in used if ord(sign) not in known} == set()


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_font_of_a_page_has_its_characters_and_no_other_is_loaded(look, name):
    seen = look(name)
    fonts = [url for url in seen.asked if url.endswith(".woff2") and "/book-" not in url]  # without Latin letters
    assert [url.rpartition("/")[2] for url in fonts] == [f"{name.replace('/', '-')}.woff2"]
    page = (BOOK / f"{name}.html").read_text(encoding="utf-8")
    known = set(TTFont(BOOK / "_static" / "fonts" / f"{name.replace('/', '-')}.woff2").getBestCmap())
    assert {sign for sign in HAN.findall(page) if ord(sign) not in known} == set()


@pytest.mark.parametrize("name", TOC)
def test_chinese_in_the_text_names_its_language(look, name):
    page = look(name).page
    unmarked = page.evaluate(
        """() => [...document.querySelectorAll('article p, article li, article td, article figcaption, .source span')]
            .flatMap(element => [...element.childNodes])
            .filter(node => node.nodeType === 3 && /[\\u3400-\\u9fff]/.test(node.data))
            .filter(node => !node.parentElement.closest('[lang=zh-Hans]')).map(node => node.data)"""
    )
    assert unmarked == []


def test_numbers_in_the_prose_are_those_of_the_tables(visit):
    page = visit().go("chapters/slogans.html")
    announced = pd.read_csv(paths.TABLES / "tab-closure.csv")
    listed = each_list_once(announced.assign(spans=announced["spans"].fillna("").str.split(";")))
    own, full = listed["scope"] == "local", listed["verdict"] == "closes"
    assert f"{(own & full).sum()} of {own.sum()} numbers of their own" in " ".join(page.inner_text("article").split())


@pytest.mark.parametrize("kind", ["figures", "tables"])
def test_the_catalogue_names_every_figure_and_table_and_where_it_stands(kind):
    entries = json.loads((BOOK / f"{kind}.json").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in entries] == list(captions.caption_catalogue()[kind])
    for entry in entries:
        page, anchor = entry["page"].split("#")
        assert f'id="{anchor}"' in (BOOK / page).read_text(encoding="utf-8"), entry["page"]
        for file in entry["files"]:
            assert hashlib.sha256((BOOK / file["path"]).read_bytes()).hexdigest() == file["sha256"]


CODE = [name for name in TOC if name.startswith("code/")]


@pytest.mark.parametrize("name", CODE)
def test_a_page_of_the_code_is_light(name):
    assert (BOOK / f"{name}.html").stat().st_size < 500_000


def test_every_file_that_readers_get_has_a_licence():
    named = [name for row in listed_licences() if row["kind"] == "shipped" for name in row["name"].split()]
    files = [path.relative_to(BOOK).as_posix() for path in (BOOK / "_static").rglob("*") if path.is_file()]
    assert len(files) > 20
    assert [file for file in files if not any(fnmatch.fnmatch(file, name) for name in named)] == []


@pytest.mark.parametrize("label", captions.caption_catalogue()["figures"])
def test_the_function_that_draws_a_figure_has_an_address(label):
    page, anchor = code_address(*drawing_function(label)).split("#")
    assert f'id="{anchor}"' in (BOOK / page).read_text(encoding="utf-8")


def test_a_function_leads_to_its_lines_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{code_address('figures.slogans', 'slogans_by_type')}")
    page.locator(":target .source-link a").click()
    page.wait_for_url("**#*-L*")
    assert page.locator(":target").inner_text().startswith("def slogans_by_type")
    assert page.locator(":target").is_visible()
    context.close()
