"""Every page for everyone: axe finds nothing in light and dark, pages are light, tables sort, filter and search."""

import pytest
from conftest import CODE_DRAWN, NAMES, darkened

from analysis import paths

AXE = (paths.ROOT / "tests" / "browser" / "vendor" / "axe-core-4.14.1.min.js").read_text(encoding="utf-8")
RUN = """() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
    rule => [rule.id, rule.nodes.length, rule.nodes[0].html.slice(0, 200)]))"""
# rows are alike: looked through once, the first ten of a table stand for all of them at other widths and in the dark
FEW_ROWS = RUN.replace("document,", "{exclude: 'tbody tr:nth-child(n+11)'},")
# between the schemes nothing changes but colours
COLOURS = FEW_ROWS.replace("'violations']", "'violations'], runOnly: ['color-contrast', 'link-in-text-block']")


WIDTHS = [1400, 390]
# of the words of a source that are coloured alike the first three stand for all: the others become plain text
FEW_COLOURED = """() => {
    const seen = new Map();
    document.querySelectorAll('.highlight pre span:not(:has(a))').forEach(word => {
        seen.set(word.className, (seen.get(word.className) || 0) + 1);
        if (seen.get(word.className) > 3) word.replaceWith(...word.childNodes);
    });
    return seen.size;
}"""


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("code/")])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(look, name, width):
    page = look(name, width).page
    page.evaluate(AXE)
    assert page.evaluate(RUN if width == 1400 else FEW_ROWS) == []
    with darkened(page):
        assert page.evaluate(COLOURS) == []


@pytest.mark.parametrize("name", CODE_DRAWN)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation_in_open_source(visit, name, width):
    page = visit(width).go(f"{name}.html")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.wait_for_timeout(600)  # the source fades in
    sources = page.locator(".highlight pre").count()
    assert (page.evaluate(FEW_COLOURED) > 1) == (sources > 0)  # classes of words
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    with darkened(page):
        assert page.evaluate(COLOURS) == []


def test_axe_would_find_one(visit):
    page = visit().go(f"{NAMES[0]}.html")
    page.evaluate(AXE)
    page.evaluate("document.querySelector('article').append(new Image())")
    assert "image-alt" in [rule[0] for rule in page.evaluate(RUN)]


@pytest.mark.parametrize("name", NAMES)
def test_no_page_loads_the_icon_script(look, name):
    seen = look(name)
    assert [url for url in seen.asked if "fontawesome" in url] == []
    assert seen.logged == []


def shown(page):
    return [row for row in page.locator("#tab-slogans tbody tr").all() if row.is_visible()]


@pytest.mark.parametrize("words", ["北海", "compression"])
def test_a_register_is_searched_in_both_languages(visit, words):
    page = visit().go("chapters/slogans.html")
    page.locator("#tab-slogans input[type=search]").fill(words)
    rows = shown(page)
    assert 0 < len(rows) < 106
    assert all(words in row.inner_text() for row in rows)
    page.locator("#tab-slogans input[type=search]").fill("")
    assert len(shown(page)) == 25  # the others unfold


def test_a_register_is_filtered_by_a_column(visit):
    page = visit().go("chapters/slogans.html")
    page.locator("#tab-slogans select[data-column=type]").select_option("ordinal")
    assert {row.locator("td").nth(1).inner_text() for row in shown(page)} == {"ordinal"}


def test_tables_are_plain_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chapters/slogans.html")
    assert page.locator("#tab-slogans tbody tr").count() > 50
    assert page.locator("#tab-slogans input").count() == 0
    context.close()
