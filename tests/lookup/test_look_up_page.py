"""The page of the look-up: its words are whole in both languages, its scripts find them, its examples lead on."""

import json
import re

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from analysis import paths
from analysis.lookup import page
from analysis.lookup.entries import delivery_days
from analysis.lookup.page import PAGE_SCRIPTS, LookUpBox, page_html, page_words, read_example
from analysis.publication import citations

_PLACE = re.compile(r"\{(\w+)[:}]")
SCRIPTS = {name: (paths.ROOT / "_static" / f"{name}.js").read_text(encoding="utf-8") for name in PAGE_SCRIPTS}
# keys that scripts put together: `type.${letter}`
_MADE = re.compile(
    r"^(?:group|level|type|scope|kept|settled|promise|wording|unit|measured|met|sign|reports|relatives)[.-]|^(?:own|shared)-"
)


def test_both_languages_fill_in_the_same_values():
    english, chinese = page_words("en"), page_words("zh")
    assert english.keys() == chinese.keys()
    differing = {name for name in english if set(_PLACE.findall(english[name])) != set(_PLACE.findall(chinese[name]))}
    assert differing == set()


def test_chinese_words_are_chinese():
    plain = {name: re.sub(r"\{.*?\}", "", words) for name, words in page_words("zh").items()}
    assert {name for name, words in plain.items() if re.search("[A-Za-z]", words) and name != "source"} == set()


def test_every_word_is_used_and_every_used_word_is_there():
    words = page_words("en")
    scripts = "\n".join(SCRIPTS.values())
    unused = {name for name in words if not _MADE.match(name) and not re.search(rf"\b{re.escape(name)}\b", scripts)}
    assert unused == set()
    asked = set(re.findall(r"words\.(\w+)\b|words\[\"([\w.-]+)\"\]|(?:say|parts|sentence)\(\"([\w.-]+)\"", scripts))
    assert {name for names in asked for name in names if name} - words.keys() - {"match"} == set()


def test_words_that_are_no_pair_are_named(monkeypatch, tmp_path):
    broken = tmp_path / "words.yml"
    broken.write_text("year: [Year, 年份]\nplace: [Place]\n", encoding="utf-8")
    monkeypatch.setattr(page, "LOOK_UP_WORDS", broken)
    with pytest.raises(ValueError, match="place is"):
        page_words("en")


@pytest.mark.parametrize(
    ("line", "address", "label"),
    [
        ("s 1+N", "look-up.html?s=1%2BN", "1+N"),
        ("p 371600 滨州市 Binzhou", "look-up.html?p=371600", "滨州市 Binzhou"),
        ("q Qingdao 2019", "look-up.html?q=Qingdao%202019", "Qingdao 2019"),
        ("w 高质量发展", "look-up.html?w=%E9%AB%98%E8%B4%A8%E9%87%8F%E5%8F%91%E5%B1%95", "高质量发展"),
    ],
)
def test_an_example_leads_to_its_answer(line, address, label):
    assert read_example(line) == (address, label)


@pytest.mark.parametrize("line", ["三大攻坚战", "x 1+N", "s", "s "])
def test_what_is_no_example_is_told(line):
    with pytest.raises(ValueError, match="is no example; write s SLOGAN"):
        read_example(line)


def test_the_page_carries_its_words_and_only_those_of_its_language():
    made = page_html([read_example("s 双碳")], "zh")
    carried = re.search(r'class="look-up-words">(.*?)</script>', made, re.DOTALL)
    assert json.loads(carried[1].replace("<\\/", "</")) == page_words("zh")
    assert page_words("en")["cite"] not in made
    assert "口号、词语或地名" in made
    assert LookUpBox.has_content


def forms_of(made):
    return json.loads(BeautifulSoup(made, "html.parser").select_one(".look-up-words")["data-cited"])["forms"]


@pytest.mark.parametrize(("language", "address"), [("en", "chapters/look-up.html"), ("zh", "chapters/zh/look-up.html")])
def test_an_answer_is_cited_with_an_address_only_where_the_book_has_one(monkeypatch, language, address):
    assert not any("[query]" in form or "http" in form for form in forms_of(page_html([], language)).values())
    for module in (page, citations):
        monkeypatch.setattr(module, "book_address", lambda: "https://example.org/book")
    forms = forms_of(page_html([], language))
    assert len(forms) == 4
    assert all(f"https://example.org/book/{address}[query]" in form for name, form in forms.items() if name != "APA")
    assert "https://example.org/book/chapters/" in forms["APA"]


def test_the_style_of_the_language_of_a_page_comes_first():
    assert [*forms_of(page_html([], "en"))] == ["APA", "GB/T 7714-2015", "BibTeX", "RIS"]
    assert [*forms_of(page_html([], "zh"))] == ["GB/T 7714-2015", "APA", "BibTeX", "RIS"]


def test_words_cannot_end_the_element_that_carries_them(monkeypatch):
    monkeypatch.setattr(page, "page_words", lambda language: page_words(language) | {"bad": "</script><b>"})
    made = page_html([], "en")
    assert made.count("</script>") == 1
    assert "<\\/script><b>" in made


@pytest.mark.parametrize("name", PAGE_SCRIPTS)
def test_scripts_put_names_on_the_page_as_text_and_ask_nobody_else(name):
    for wrong in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "XMLHttpRequest",
    ):
        assert wrong not in SCRIPTS[name]
    assert '"use strict";' in SCRIPTS[name]


def test_days_count_from_the_first_of_january_of_the_year_of_a_report():
    reports = pd.DataFrame(
        {
            "year": [2017, 2017, 2012, 2016, 2005],
            "delivered": ["2017-01-01", "2017-02-20", "2011-11-15", "2016-01", None],
        }
    )
    assert delivery_days(reports) == [1, 51, -46, 31.5, 273.25]
