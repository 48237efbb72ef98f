"""The search of the book: Chinese and English queries find the page where the words are most at home first."""

import pytest
from conftest import BOOK

from analysis.web.search import article_text

CHINESE = ["北海", "冲锋号", "六个北海", "一业三保七有", "高质量发展", "三提三争"]
ENGLISH = [("rhetoric", "rhetoric"), ("numerology", "slogans"), ("keyness", "keyness"), ("reliability", "reliability")]
SAID = {path.stem: article_text(path.read_text(encoding="utf-8")) for path in (BOOK / "chapters").glob("*.html")}


@pytest.fixture
def found(visit):
    """Return a function that gives the pages found for a query, in order."""

    def pages(query):
        seen = visit()
        page = seen.go(f"search.html?q={query.replace('+', '%2B')}")
        page.wait_for_selector(".search-summary:not(:empty)")
        page.wait_for_function("document.querySelector('#search-results > h2')?.innerText !== 'Searching'")
        links = page.locator("#search-results ul.search > li > a")
        assert seen.logged == []
        return [link.get_attribute("href").split("#")[0].split("?")[0] for link in links.all()]

    return pages


@pytest.mark.parametrize("query", CHINESE)
def test_the_page_that_holds_a_chinese_query_most_often_is_first(found, query):
    most = max(SAID.values(), key=lambda said: said.count(query)).count(query)
    pages = found(query)
    assert most > 0
    assert SAID[pages[0].removeprefix("chapters/").removesuffix(".html")].count(query) == most


@pytest.mark.parametrize(("query", "chapter"), ENGLISH)
def test_the_chapter_of_an_english_word_is_first(found, query, chapter):
    assert found(query)[0] == f"chapters/{chapter}.html"


@pytest.mark.parametrize("query", ["keyness", "slogans", "冲锋号"])
def test_pages_on_the_code_come_after_all_chapters(found, query):
    are_code = [page.startswith("code/") for page in found(query)]
    assert are_code == sorted(are_code)
    assert not are_code[0]


def test_a_function_is_found_by_its_name(found):
    assert "code/vocabulary.html" in found("log_ratio")


def test_a_chinese_query_that_no_page_holds_finds_nothing(found):
    assert found("甲乙丙丁戊己") == []
