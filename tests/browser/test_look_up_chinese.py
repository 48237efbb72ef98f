"""The look-up in Chinese: the same answers as in English, in Chinese words, and its links stay in the Chinese book."""

import re
from urllib.parse import quote, unquote

import pytest
from bs4 import BeautifulSoup
from conftest import BOOK, until
from test_access import AXE, RUN

from analysis.bilingual.leftovers import english_left
from analysis.lookup.sources import data_fingerprint

PAGE = "chapters/zh/look-up.html"
ASKED = [
    "?s=三大攻坚战&in=330000",
    "?s=一业三保七有",
    "?s=三大攻坚战&in=370200",
    "?q=2015-2020",
    "?s=双碳&s=六稳",
    "?p=370200",
    "?w=高质量发展",
    "?s=三大功坚战",
]
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")

pytestmark = pytest.mark.skipif(
    not (BOOK / PAGE).is_file() or not (BOOK / "_static" / "look-up" / "index.js").is_file(),
    reason="the book has no Chinese look-up",
)


def answered(page):
    until(
        page,
        "() => { const answer = document.querySelector('.look-up-answer');"
        " return answer.querySelector('h2') && !answer.hasAttribute('aria-busy'); }",
    )
    return page.locator(".look-up-answer")


@pytest.mark.parametrize("query", ASKED)
def test_an_answer_is_chinese(visit, query):
    answer = answered(visit().go(PAGE + query))
    html = answer.evaluate("each => each.outerHTML").replace(data_fingerprint(), "")  # its digits are letters, too
    assert english_left(f'<html lang="zh-Hans"><body>{html}</body></html>').total() == 0
    assert "–" not in answer.inner_text()


@pytest.mark.parametrize("query", ["?s=三大攻坚战", "?p=370200"])
def test_both_languages_tell_the_same_numbers(visit, query):
    tables = []
    for page in (PAGE, PAGE.replace("zh/", "")):
        # numbers in words stand in another order, and months are numbers in Chinese alone
        cells = answered(visit().go(page + query)).locator("tbody td.number").all_text_contents()
        tables.append([_NUMBER.findall(cell) for cell in cells])
    assert len([numbers for numbers in tables[0] if numbers]) > 30
    assert tables[0] == tables[1]


def test_the_other_language_is_asked_the_same(visit):
    page = visit().go(f"{PAGE}?s=双碳")
    answered(page)
    page.locator(".page-meta a[hreflang=en]").click()
    page.wait_for_url("**/chapters/look-up.html?s=*")
    assert unquote(page.url).endswith("?s=双碳")
    assert "numeric slogan" in answered(page).inner_text()
    page.locator(".look-up-examples a").first.click()
    page.locator(".page-meta a[hreflang=zh-Hans]").click()
    page.wait_for_url("**/chapters/zh/look-up.html?s=*")
    assert "数字口号" in answered(page).inner_text()


@pytest.mark.parametrize("typed", ["three critical battles", "滨州 三大攻坚战", "三大攻坚战 滨州"])
def test_what_is_typed_is_understood_as_in_english(visit, typed):
    page = visit().go(f"{PAGE}?q={quote(typed)}")
    assert "三大攻坚战" in answered(page).inner_text()
    assert unquote(page.url).partition("?s=三大攻坚战")[2] == ("&in=371600" if "滨州" in typed else "")


def test_every_way_from_an_answer_leads_to_a_page_that_is_there(visit):
    page = visit().go(f"{PAGE}?s=一业三保七有")
    links = answered(page).locator("a:not([data-look-up])").evaluate_all("all => all.map(each => each.href)")
    links += page.locator(".look-up-lists a").evaluate_all("all => all.map(each => each.href)")
    assert len(links) >= 3
    for link in links:
        path, _, anchor = unquote(link).partition("#")
        assert "/chapters/zh/" in path
        file = BOOK / path.partition("/chapters/")[2].join(["chapters/", ""])
        assert file.is_file()
        assert not anchor or BeautifulSoup(file.read_text(encoding="utf-8"), "lxml").find(id=anchor)


@pytest.mark.parametrize("name", ["places", "slogans"])
def test_a_list_leads_to_the_answer_and_to_the_page_without_script(visit, name):
    page = visit().go(f"chapters/zh/look-up/{name}.html")
    row = page.locator(f"#look-up-{name} tbody tr").nth(2)
    plain = row.locator("a").first.evaluate("each => each.href")
    assert "/chapters/zh/" in plain
    assert (BOOK / "chapters" / unquote(plain).partition("/chapters/")[2]).is_file()
    named = row.locator("a").first.inner_text()
    row.locator("a").last.click()
    assert answered(page).locator("h2").inner_text() == named


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
@pytest.mark.parametrize("query", ["", "?s=三大攻坚战", "?p=370200"])
def test_axe_finds_no_violation(visit, query, width, scheme):
    page = visit(width=width, scheme=scheme).go(PAGE + query)
    if query:
        answered(page)
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
