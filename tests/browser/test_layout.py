"""The layout of pages in a browser: head, key numbers, works, code out of the way, the way on, the parts."""

import pytest
from bs4 import BeautifulSoup
from conftest import BOOK, TOC

from analysis.bilingual.languages import is_chinese_page

PAGES = [name for name in TOC if name.startswith("chapters/") and "/findings" not in name]
ARGUED = [name for name in PAGES if "```{keys}" in (BOOK.parents[1] / f"{name}.md").read_text(encoding="utf-8")]
# the code has no Chinese, so that the Chinese book has no part for it
PARTS = {
    "en": "Findings, Naming, Promising, Echoing, The five texts, Look up 查一查, Your own text, Evidence, Reference",
    "zh": "研究发现, 命名, 承诺, 沿用, 五篇文本, 查一查, 自备文本, 依据",
}


# after them an English reader comes to the code, which has no Chinese
LAST = {"chapters/zh/data", "chapters/zh/moved"}


@pytest.mark.parametrize("name", PAGES)
def test_no_code_is_in_the_way(look, name):
    page = look(name).page
    assert page.locator("article", has_text="Show code cell").count() == 0
    told = page.evaluate(
        """() => [...document.querySelectorAll("article .cell details.hide > summary")]
            .map(summary => [summary.innerText.trim(), summary.offsetWidth, summary.offsetHeight])"""
    )
    assert [one for one in told if one[0] != "Code" or one[1] > 80 or one[2] > 32] == []
    hidden = "article .cell.tag_hide-input:not(:has(.cell_output))"
    assert page.locator(hidden).count() == 0  # what only prepares waits at the end
    assert page.locator("details.computed").count() <= 1
    assert page.locator("details.computed .cell_input").filter(visible=True).count() == 0


@pytest.mark.parametrize("name", ARGUED)
def test_the_head_says_what_the_chapter_found(look, name):
    page = look(name, 390).page
    tops = [
        page.locator(one).bounding_box()["y"]
        for one in (".page-part", "article h1", ".standfirst", ".page-meta", ".keys")
    ]
    assert tops == sorted(tops)
    assert 2 <= page.locator(".keys > div").count() <= 3
    assert all(any(sign.isdigit() for sign in number) for number in page.locator(".keys dd").all_inner_texts())
    assert page.locator(".page-meta").inner_text().count("分钟" if "/zh/" in name else "minute") == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_leads_on_and_says_how_it_is_cited(look, name):
    page = look(name).page
    said = " ".join(page.locator(".page-cite").inner_text().split())
    heading = page.locator("article h1").inner_text().strip("# \n")
    assert heading.replace("：", ": ") in said.replace("：", ": ")  # references have narrow colons (GB/T 7714)
    assert "APA" in said
    assert "GB/T 7714-2015" in said
    assert page.locator(".page-cite button").filter(visible=True).count() == 2
    card = page.locator("a.next-card")
    if not card.count():
        assert name in LAST
        return
    if card.get_attribute("href").startswith("../"):
        return
    told = card.locator(".next-standfirst")
    after = (BOOK / f"{name}.html").parent / card.get_attribute("href")
    first = BeautifulSoup(after.read_text(encoding="utf-8"), "lxml").select_one(".standfirst")
    assert words_of(told.text_content() if told.count() else "") == words_of(first.get_text() if first else "")


def words_of(text):
    return " ".join(text.split())


def test_the_card_at_the_foot_opens_the_next_page(visit):
    page = visit().go("chapters/slogans.html")
    card = page.locator("a.next-card")
    after = card.get_attribute("href")
    card.click()
    page.wait_for_url(f"**/{after}")  # a click ends when the next page begins, not when it is there
    assert page.locator("article h1").is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_leads_to_its_work_on_the_page_and_back(look, name):
    page = look(name).page
    if not page.locator(".bibtex-citation").count() or page.locator(".citation").count():
        return
    lost = page.evaluate(
        """() => [...document.querySelectorAll(".bibtex-citation a, .works .back")]
            .map(link => link.getAttribute("href")).filter(to => !document.getElementById(to.slice(1)))"""
    )
    assert lost == []
    assert page.locator(".works > li").count() == page.evaluate(
        "() => new Set([...document.querySelectorAll('.bibtex-citation a')].map(link => link.hash)).size"
    )


@pytest.mark.parametrize("name", TOC)
def test_the_side_bar_has_parts_and_few_entries(look, name):
    page = look(name).page
    if not page.locator("#pst-primary-sidebar .bd-docs-nav").count():  # the landing pages have none
        assert "/findings" in name
        return
    bar = page.locator(".bd-docs-nav")
    parts = PARTS["zh" if is_chinese_page(name) else "en"].split(", ")
    assert bar.locator(".part > summary").all_inner_texts() == parts
    assert bar.locator("a[href$='findings.html'], a[href='#']", has_text=parts[0]).count() == 1
    top = bar.locator(".toctree-l1 > a").filter(visible=True)
    assert top.count() <= 24
    assert bar.locator("[aria-current=page]").filter(visible=True).count() == 1


def test_what_is_copied_is_the_citation(browser, address):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/chapters/slogans.html")
    page.locator(".page-cite button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Sounding the Charge contributors. (")
    assert "Slogan numerology" in copied
    context.close()


def test_nothing_is_lost_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chapters/slogans.html")
    assert page.locator(".page-cite button").filter(visible=True).count() == 0
    page.locator("details.computed > summary").click()
    assert page.locator("details.computed pre").first.is_visible()
    page.locator(".bd-docs-nav .part > summary", has_text="Evidence").click()
    assert page.locator(".bd-docs-nav a", has_text="Glossary").is_visible()
    context.close()


def test_text_is_narrower_than_figures(visit):
    page = visit(1400).go("chapters/slogans.html")
    width = page.evaluate("one => document.querySelector(one).offsetWidth", ".standfirst")
    assert width <= 38 * 16 + 1
    assert page.evaluate("document.querySelector('figure.published').offsetWidth") > width
