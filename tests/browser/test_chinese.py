"""Chinese pages of the built book: no English is left, every page leads to its twin, search finds words."""

import posixpath
import re

import pytest
from conftest import BOOK, TOC

from analysis.bilingual.languages import is_chinese_page, twin_page
from analysis.bilingual.leftovers import english_left

CHINESE = [name for name in TOC if is_chinese_page(name)]
WORDS = ["冲", "双拥", "三提三争", "增长目标", "层层加码", "数字口号", "滨州北海经济开发区", "1+1269"]


def source(name):
    return (BOOK / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*CHINESE, "chapters/zh/search"])
def test_no_english_word_is_left_on_a_chinese_page(name):
    assert dict(english_left(source(name))) == {}


@pytest.mark.parametrize("name", CHINESE)
def test_a_page_names_its_language_and_its_twin(name):
    page, twin = source(name), source(twin_page(name))
    assert '<html lang="zh-Hans"' in page
    for each in (page, twin):
        assert len(re.findall('rel="alternate"', each)) == 2
    assert "hreflang=" in page.partition("<body")[2]  # the switch that stays on the page


@pytest.mark.parametrize("name", CHINESE)
def test_the_side_bar_lists_pages_of_this_language_alone(name):
    bar = re.search(r'<nav class="bd-links bd-docs-nav".*?</nav>', source(name), re.DOTALL)
    listed = re.findall(r'href="([^"#]+)"', bar[0]) if bar else []
    folder = posixpath.dirname(name)
    pages = [posixpath.normpath(posixpath.join(folder, address)) for address in listed]
    assert not [page for page in pages if not page.startswith("chapters/zh/")]


@pytest.mark.parametrize("word", WORDS)
def test_the_search_finds_chinese_words_of_one_to_eight_characters(visit, word):
    page = visit().go(f"chapters/zh/search.html?q={word.replace('+', '%2B')}")
    page.wait_for_selector(".search-summary")
    links = page.eval_on_selector_all("#search-results li > a", "links => links.map(link => link.getAttribute('href'))")
    assert links
    assert all("/zh/" in address for address in links)


def test_the_old_address_of_the_findings_leads_on():
    assert 'http-equiv="refresh" content="0; url=zh/findings.html"' in source("chapters/findings-zh")
