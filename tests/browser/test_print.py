"""Pages as they are printed: every row that may be, and nothing that only a screen can use."""

import pytest

PAGES = ["slogans", "rhetoric", "ladder", "reliability", "appendix", "glossary", "data", "codebook"]
ROWS = """() => [...document.querySelectorAll('.published-table')].map((table) => ({
  label: table.id, long: table.classList.contains('long'),
  rows: table.querySelectorAll('tbody tr').length,
  shown: [...table.querySelectorAll('tbody tr')].filter((row) => row.offsetHeight > 0).length,
  clipped: table.querySelector('table').scrollWidth > Math.ceil(table.getBoundingClientRect().width) + 1,
}))"""
ON_SCREEN_ONLY = ".table-tools, .bd-sidebar-primary, .figure-files details, .all-rows, #jb-print-docs-body, .cell_input"


@pytest.fixture
def printed(browser, address):
    """Open pages as wide as the text of a printed one."""
    context = browser.new_context(viewport={"width": 658, "height": 1000})

    def go(name):
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto(f"{address}/chapters/{name}.html", wait_until="load")
        return page

    yield go
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_all_rows_and_columns_are_printed_and_of_long_tables_the_first(printed, name):
    for table in printed(name).evaluate(ROWS):
        assert table["shown"] == (25 if table["long"] else table["rows"]), table
        assert not table["clipped"], table


@pytest.mark.parametrize("name", PAGES)
def test_what_only_a_screen_can_use_is_not_printed(printed, name):
    page = printed(name)
    assert page.locator("article h1").first.is_visible()
    assert [tag for tag in page.locator(ON_SCREEN_ONLY).all() if tag.is_visible()] == []
