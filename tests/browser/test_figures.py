"""Figures of the built book: files in two languages, and the way from a bar to its sentence."""

import json
import re

import pandas as pd
import pypdf
import pytest
from conftest import BOOK

from analysis import paths
from analysis.language import load_lexicon
from analysis.publication import captions
from analysis.publication.captions import CAPTION_FILES
from analysis.reference import reference_table
from analysis.texts.labels import LANGUAGES
from analysis.vocabulary.glossary import term_glosses

FIGURES = list(captions.caption_catalogue()["figures"])
CHINESE, LATIN = re.compile("[\u4e00-\u9fff]+"), re.compile("[A-Za-z]{3,}")
MARKED = ["slogans", "targets", "appendix"]
# names that have no Chinese form in the field
KEPT = {"MTLD", "jieba", "HMM", "Wilson", "BIC"}


# what examples in labels may be: slogans of the reports and of the five texts
SLOGANS = {*reference_table("slogans")["slogan"], *pd.read_csv(paths.TABLES / "tab-slogans.csv")["quote"]}


def words(label, language):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BOOK / f"figures/{label}.{language}.pdf").pages)


@pytest.mark.parametrize("label", FIGURES)
def test_a_figure_is_there_in_both_languages(label):
    for ending in CAPTION_FILES:
        assert (BOOK / f"figures/{label}.{ending}").stat().st_size > 0
    for language in LANGUAGES:
        assert (BOOK / f"figures/{label}.{language}.svg").read_bytes().startswith(b"<?xml")
        assert (BOOK / f"figures/{label}.{language}.png").read_bytes().startswith(b"\x89PNG")
        assert (BOOK / f"figures/thumbnails/{label}.{language}.png").stat().st_size < 40_000
    assert (BOOK / f"figures/{label}.svg").read_bytes() == (BOOK / f"figures/{label}.en.svg").read_bytes()


@pytest.mark.parametrize("label", FIGURES)
def test_what_is_written_in_the_other_language_is_data(label):
    """Words of the texts stay Chinese in an English figure; a Chinese figure keeps no English but names of methods."""
    data = (BOOK / f"figures/{label}.csv").read_text(encoding="utf-8")
    # titles name words of the texts, too, examples are slogans, and a measure tells the name of a campaign
    measure = captions.caption_catalogue()["figures"][label]["measure"][0]
    known = data + json.dumps([*term_glosses(), *SLOGANS, measure, load_lexicon("stance")], ensure_ascii=False)
    assert [run for run in CHINESE.findall(words(label, "en")) if run not in known] == []
    chinese = words(label, "zh").replace("\n", "").replace(label, "")  # the source line says the id
    assert CHINESE.search(chinese)
    assert {word for word in LATIN.findall(chinese) if word not in KEPT | {"PM"}} == set()


def shown_pictures(page):
    """Return of each figure of a page the file that it shows, once all have been seen."""
    page.evaluate("for (const img of document.querySelectorAll('.plotted img')) img.loading = 'eager'")
    page.wait_for_timeout(500)
    return page.eval_on_selector_all(
        ".plotted",
        "all => all.map(it => [...it.querySelectorAll('img')].filter(img => img.offsetWidth)"
        ".map(img => img.currentSrc))",
    )


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_shows_the_picture_of_its_width_and_scheme(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/chapters/slogans.html")
    ending = ("narrow" if width < 600 else "page") + (".dark.svg" if scheme == "dark" else ".svg")
    pictures = shown_pictures(page)
    assert [len(shown) for shown in pictures] == [1] * len(pictures)
    assert any(shown[0].endswith(f"fig-closure-by-text.en.{ending}") for shown in pictures)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_picture_of_each_figure_is_fetched(browser, address, scheme):
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme=scheme)
    page, fetched = context.new_page(), []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(f"{address}/chapters/slogans.html")
    page.locator("#fig-closure-by-text").scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    context.close()
    ending = "page.dark.svg" if scheme == "dark" else "page.svg"
    assert [name for name in fetched if name.startswith("fig-closure-by-text")] == [f"fig-closure-by-text.en.{ending}"]


def test_a_picture_is_no_wider_than_it_was_drawn(visit):
    page = visit().go("chapters/slogans.html")
    shown_pictures(page)
    widths = page.eval_on_selector_all(
        ".plotted img", "all => all.map(img => [img.offsetWidth, +img.getAttribute('width')])"
    )
    assert widths
    assert all(shown <= drawn for shown, drawn in widths)


def test_the_chinese_picture_takes_the_place_of_the_english_one_and_gives_it_back(visit):
    page = visit().go("chapters/slogans.html")
    figure = page.locator("#fig-closure-by-text")
    figure.locator("summary").click()
    link = figure.locator(".other-picture")
    link.click()
    assert page.url.endswith("slogans.html")
    picture = figure.locator("img:visible")
    assert picture.get_attribute("src").endswith(".zh.page.svg")
    assert CHINESE.search(picture.get_attribute("alt"))
    assert link.get_attribute("aria-pressed") == "true"
    assert figure.locator(".over:visible").count() == 0
    link.press("Enter")
    assert picture.get_attribute("src").endswith(".en.page.svg")
    assert not CHINESE.search(picture.get_attribute("alt"))
    assert figure.locator(".over a:visible").count() > 0


def test_a_citation_is_copied_or_selected(visit):
    page = visit().go("chapters/slogans.html")
    bar = page.locator("#fig-closure-by-text + .figure-files")
    bar.locator("summary", has_text="Cite").first.click()
    words = bar.locator(".citation span").first.inner_text()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    bar.get_by_role("button", name="Copy APA").click()
    assert page.evaluate("getSelection().toString()") == words


@pytest.mark.parametrize("name", MARKED)
def test_every_mark_leads_to_rows(visit, address, name):
    page = visit().go(f"chapters/{name}.html")
    links = page.eval_on_selector_all(".plotted .over a", "marks => marks.map(mark => [mark.href, mark.title])")
    listed = page.eval_on_selector_all(".figure-files li a", "links => links.map(link => link.href)")
    assert links
    assert {href for href, _ in links} == {href for href in listed if "/look-up.html" not in href}  # these are no marks
    seen = set()
    for href, title in links:
        if href.split("?")[1] in seen:
            continue
        seen.add(href.split("?")[1])
        table, query = href.split("#")[1], href.split("?")[1].split("#")[0]
        page.goto(href)
        shown = page.locator(f"#{table} tbody tr:visible").count()
        counted = re.search(r"\((\d+)\)$", title)
        if counted and not query.startswith("digits"):
            assert shown == int(counted[1]), (href, title)
        assert shown > 0 or counted[1] == "0", href


def test_a_bar_leads_to_its_sentence_in_two_clicks_and_back(visit):
    page = visit().go("chapters/slogans.html")
    mark = page.locator("#fig-slogans-by-type .over a").first
    mark.scroll_into_view_if_needed()
    mark.click()
    page.wait_for_url("**/slogans.html?*#tab-slogans")
    page.locator("#tab-slogans .chip").first.wait_for()
    row = page.locator("#tab-slogans tbody tr:visible").first
    name = row.get_attribute("id")
    row.locator("a").first.click()
    page.wait_for_url("**/edition-*")
    passage = page.locator(":target")
    assert passage.count() == 1
    page.go_back()
    page.locator(f'[id="{name}"]').wait_for()
    page.go_back()
    page.locator("#fig-slogans-by-type").wait_for()


def test_all_rows_can_be_shown_again_by_keyboard(visit):
    page = visit().go("chapters/slogans.html?doc_id=2024-shibei&type=list#tab-slogans")
    rows = page.locator("#tab-slogans tbody tr:visible")
    assert {row.locator("td").nth(1).inner_text() for row in rows.all()} == {"list"}
    page.locator("#tab-slogans .table-tools").get_by_role("button", name="Show all rows").focus()
    page.keyboard.press("Enter")
    assert rows.count() == 25  # the others unfold
    assert page.locator("#tab-slogans .chip").count() == 0
    assert page.evaluate("document.activeElement.type") == "search"


def test_a_query_that_fits_no_column_hides_nothing(visit):
    page = visit().go('chapters/slogans.html?nothing="><b>x</b>#tab-slogans')
    assert page.locator("#tab-slogans tbody tr:visible").count() == 25
    assert page.locator("#tab-slogans .chip").count() == 0


def test_the_columns_of_every_table_are_described(visit):
    import json

    for entry in json.loads((BOOK / "tables.json").read_text(encoding="utf-8")):
        table = pd.read_csv(BOOK / entry["files"][0]["path"])
        assert [column["name"] for column in entry["columns"]] == list(table.columns)
        assert len(table) == entry["rows"]
        assert [c["name"] for c in entry["columns"] if c["type"] == "number" and not c["unit"]] == [], entry["id"]


def test_the_page_for_missing_pages_leads_back(visit):
    page = visit().go("404.html")
    page.get_by_role("link", name="All figures and tables").click()
    page.wait_for_url("**/chapters/figures.html")


def test_a_page_tells_other_programs_what_it_is(visit):
    page = visit().go("chapters/slogans.html")
    told = page.eval_on_selector_all(
        "meta[property], meta[name]",
        "all => Object.fromEntries(all.map(m => [m.getAttribute('property') || m.name, m.content]))",
    )
    assert told["og:title"]
    assert told["citation_author"]
    assert len(told["description"]) > 40
    image = told["og:image"].removeprefix("../")
    assert (BOOK / image).is_file()
