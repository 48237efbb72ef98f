"""A page whose words try to run: nothing does, neither as it is shown nor when it is sorted, filtered or searched."""

from urllib.parse import quote

import pandas as pd

from analysis import paths
from analysis.publication import preview_table
from analysis.publication.captions import Caption
from analysis.publication.markup import table_html
from tests import hostile

EVIL = '<script>window.ran = 1</script><img src="x" onerror="window.ran = 1"><svg onload="window.ran = 1">'
SCRIPTS = ("registers.js",)


def test_a_table_of_hostile_words_runs_nothing(visit):
    page = visit().page
    caption = Caption("tab-made", "made", *[EVIL] * 6)
    rows = pd.DataFrame({"quote": [EVIL, *hostile.MARKUP, *map(str, range(20))], "made": EVIL})
    rows.loc[3:, "made"] = "list"
    fragments = table_html(rows, caption, ["quote", "made"]) + preview_table(rows, EVIL).data
    page.set_content(f"<html><body>{fragments}</body></html>")
    for script in SCRIPTS:
        page.add_script_tag(content=(paths.ROOT / "_static" / script).read_text(encoding="utf-8"))
    page.locator("th button").first.click()
    page.locator("input[type=search]").first.fill("onerror")
    page.locator("select").first.select_option(index=1)
    page.wait_for_timeout(200)
    assert EVIL in page.locator("td").all_inner_texts()
    assert page.evaluate("window.ran") is None
    assert page.locator("table img, table svg, table script").count() == 0


def test_a_hostile_query_runs_nothing(visit):
    for query in (EVIL, f"冲锋号{EVIL}", "constructor", "__proto__", "三" * 2000):
        page = visit().go(f"search.html?q={quote(query)}")
        page.wait_for_timeout(1500)
        assert page.evaluate("window.ran") is None


def test_markup_that_gets_into_a_page_runs_nothing_and_asks_no_other_host(visit):
    for name in ("chapters/slogans", "chapters/zh/look-up", "chapters/look-up/370200"):
        seen = visit()
        page = seen.go(f"{name}.html")
        page.evaluate("words => document.querySelector('article').insertAdjacentHTML('beforeend', words)", EVIL)
        put = "document.querySelector('article').append(Object.assign(document.createElement('script'), {told}))"
        page.evaluate(put.replace("{told}", "{ textContent: 'window.ran = 1' }"))
        page.evaluate(put.replace("{told}", "{ src: 'https://example.org/x.js' }"))
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        assert sum("Content Security Policy" in line for line in seen.logged) >= 3, seen.logged
