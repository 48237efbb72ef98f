"""Tables of the built pages: no column hidden, all rows to be had, filters in the address, cards on phones."""

import csv
import io

import pandas as pd
import pytest
from conftest import BOOK, NAMES

PAGES = [name for name in NAMES if "published-table" in (BOOK / f"{name}.html").read_text(encoding="utf-8")]
SLOGANS = "chapters/slogans.html"
VISIBLE = "#tab-slogans tbody tr:visible"
CLIPPED = """() => [...document.querySelectorAll('.published-table')].flatMap(box => {
    let right = document.documentElement.clientWidth;
    const frame = box.querySelector('.scroll');
    for (let around = frame; around !== document.body; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== 'visible') {
            right = Math.min(right, around.getBoundingClientRect().right);
        }
    }
    return [...box.querySelectorAll('thead th')].filter(head => head.getBoundingClientRect().right > right + 1)
        .map(head => box.id + ': ' + head.textContent);
})"""
INNER = """() => [...document.querySelectorAll('.published-table .scroll')].filter(frame =>
    frame.scrollHeight > frame.clientHeight + 1 && getComputedStyle(frame).overflowY !== 'visible').length"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("name", PAGES)
def test_no_column_is_hidden_on_a_wide_screen(look, name):
    page = look(name).page
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(INNER) == 0


def test_a_hidden_column_would_be_seen(visit):
    page = visit(1400).go(SLOGANS)
    page.add_style_tag(
        content="#tab-closure .scroll { width: 300px; overflow: auto; } #tab-closure table { width: 900px; }"
    )
    assert page.evaluate(CLIPPED)


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_scrolls_no_page_sideways(look, name):
    page = look(name, 390).page
    assert page.evaluate(SIDEWAYS) <= 0
    few = """() => [...document.querySelectorAll('.published-table')].filter(box => {
        const frame = box.querySelector('.scroll');
        return box.querySelectorAll('thead th').length <= 6 && frame.scrollWidth > frame.clientWidth + 1;
    }).map(box => box.id)"""
    assert page.evaluate(few) == []


@pytest.mark.parametrize("width", [390, 1000])
def test_a_table_that_is_wider_than_its_box_says_so_and_is_reached_by_keyboard(visit, width):
    page = visit(width).go("chapters/appendix.html")
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => null)")
    for box in page.locator(".published-table").all():
        frame = box.locator(".scroll")
        scrolls = frame.evaluate("frame => frame.scrollWidth > frame.clientWidth + 1")
        assert box.evaluate("box => box.classList.contains('scrolls')") == scrolls
        assert (frame.get_attribute("tabindex") == "0") == scrolls


def test_the_head_stays_below_the_bar_of_the_page(visit):
    page = visit(1400).go(SLOGANS)
    page.locator("#tab-refusals tbody tr").nth(15).evaluate("row => row.scrollIntoView({block: 'center'})")
    seen = page.evaluate(
        """() => {
            const head = document.querySelector('#tab-refusals thead th').getBoundingClientRect();
            return document.elementFromPoint(head.x + 5, head.y + head.height / 2).closest('th')?.textContent ?? '';
        }"""
    )
    assert seen.startswith("as printed")


def test_a_term_leads_to_its_row_which_is_seen(visit):
    page = visit().go("chapters/glossary.html")
    anchor = page.locator("#tab-glossary td[id]").nth(200).get_attribute("id")
    page = visit().go(f"chapters/glossary.html#{anchor}")
    seen = page.evaluate(
        """() => {
            const cell = document.querySelector(':target').getBoundingClientRect();
            return document.elementFromPoint(cell.x + 5, cell.y + 5).closest('td')?.id;
        }"""
    )
    assert seen == anchor


@pytest.mark.parametrize("scripts", [True, False])
def test_all_rows_unfold_with_and_without_scripts(browser, address, scripts):
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}/{SLOGANS}")
    rows = page.locator("#tab-refusals tbody tr:visible")
    assert rows.count() == 25
    page.locator("#tab-refusals .all-rows > summary").click()
    assert rows.count() == len(pd.read_csv(BOOK / "tables/tab-refusals.csv"))
    context.close()


def test_a_row_further_down_is_shown_if_linked_to(visit):
    page = visit().go(SLOGANS)
    name = page.locator("#tab-refusals tbody tr").nth(200).get_attribute("id")
    page = visit().go(f"{SLOGANS}#{name}")
    assert page.locator(f'[id="{name}"]').is_visible()


def test_filters_choose_rows_say_so_and_stand_in_the_address(visit):
    page = visit().go(SLOGANS)
    box = page.locator("#tab-slogans")
    every = len(pd.read_csv(BOOK / "tables/tab-slogans.csv"))
    assert box.get_by_role("status").inner_text() == f"{every} of {every}"
    box.locator("select[data-column=type]").select_option("ordinal")
    few = page.locator(VISIBLE).count()
    assert 0 < few < every
    assert box.get_by_role("status").inner_text() == f"{few} of {every}"
    assert page.url.endswith("slogans.html?type=ordinal#tab-slogans")
    box.locator("input[type=search]").fill("三")
    again = page.locator(VISIBLE).count()
    assert again < few
    page.reload()
    assert page.locator(VISIBLE).count() == again
    assert box.locator("select[data-column=type]").input_value() == "ordinal"
    assert box.locator("input[type=search]").input_value() == "三"
    assert box.locator(".chip").inner_text().startswith("type: ordinal")
    box.locator("input[type=search]").fill("")
    box.locator(".chip").focus()
    page.keyboard.press("Enter")
    assert page.locator(VISIBLE).count() == 25
    assert page.url.endswith("slogans.html#tab-slogans")
    assert page.evaluate("document.activeElement.type") == "search"


def test_filters_of_several_tables_stand_in_one_address(visit):
    page = visit().go(f"{SLOGANS}?type=list#tab-slogans")
    page.locator("#tab-refusals").locator("select[data-column=layer]").select_option("slogans")
    page.reload()
    assert {row.locator("td").nth(1).inner_text() for row in page.locator(VISIBLE).all()} == {"list"}
    rows = page.locator("#tab-refusals tbody tr:visible").all()
    assert {row.locator("td").nth(2).inner_text() for row in rows[:20]} == {"slogans"}
    assert "tab-slogans.type=list" in page.url


def test_a_link_may_ask_for_values_that_the_page_shows_as_words_or_not_at_all(visit):
    page = visit().go(f"{SLOGANS}?doc_id=2024-shibei&type=list#tab-slogans")
    assert page.locator("#tab-slogans").locator("select[data-column=doc_id]").input_value() == "2024-shibei"
    assert page.locator("#tab-slogans .chip").first.inner_text().startswith("text: Shibei 2024")
    table = pd.read_csv(BOOK / "tables/tab-slogans.csv")
    row = table.iloc[70]
    page = visit().go(f"{SLOGANS}?doc_id={row['doc_id']}&start={row['start']}#tab-slogans")
    assert page.locator(VISIBLE).count() == ((table[["doc_id", "start"]] == row[["doc_id", "start"]]).all(axis=1)).sum()


def test_a_query_that_is_no_column_stays_in_the_address(visit):
    page = visit().go(f"{SLOGANS}?constructor=1&highlight=x#tab-slogans")
    page.locator("#tab-slogans").locator("select[data-column=type]").select_option("list")
    assert page.url.endswith("?constructor=1&highlight=x&type=list#tab-slogans")


def test_the_rows_shown_are_a_file_of_the_values_of_the_table(visit):
    page = visit().go(f"{SLOGANS}?scope=regional#tab-slogans")
    with page.expect_download() as download:
        page.locator("#tab-slogans").get_by_role("button", name="CSV of these rows").click()
    found = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    table = pd.read_csv(BOOK / "tables/tab-slogans.csv")
    kept = table[table["scope"] == "regional"]
    assert [row["quote"] for row in found] == list(kept["quote"])
    assert [row["doc_id"] for row in found] == list(kept["doc_id"])
    assert {row["scope"] for row in found} == {"regional"}
    assert download.value.suggested_filename == "tab-slogans-rows.csv"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_column_is_sorted_by_keyboard(visit, key):
    page = visit().go(SLOGANS)
    head = page.locator("#tab-slogans th[data-column=announced]")
    head.locator("button").focus()
    orders = []
    for order in ("ascending", "descending"):
        page.keyboard.press(key)
        assert head.get_attribute("aria-sort") == order
        texts = page.locator("#tab-slogans tbody td:nth-child(6)").all_inner_texts()
        numbers = [int(text.replace(",", "")) for text in texts if text]
        orders.append(numbers)
        assert set(texts[len(numbers) :]) <= {""}  # nothing stands after all numbers
    assert orders[0] == sorted(orders[0])
    assert orders[1] == orders[0][::-1]


def test_texts_are_sorted_as_words(visit):
    page = visit().go(SLOGANS)
    page.locator("#tab-slogans th[data-column=doc_id] button").click()
    texts = page.locator("#tab-slogans tbody td:nth-child(7)").all_inner_texts()
    assert len(dict.fromkeys(texts)) == sum(one != other for one, other in zip(texts, ["", *texts], strict=False))


def test_a_register_is_cards_on_a_phone_with_the_names_of_its_columns(visit):
    page = visit(390).go(SLOGANS)
    card = page.locator("#tab-slogans tbody tr").first
    assert card.evaluate("row => getComputedStyle(row).display") == "grid"
    label = card.locator("td").nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"type"'
    page.locator("#tab-slogans .sorting select").select_option(index=1)
    assert page.locator("#tab-slogans th[aria-sort]").count() == 1


def test_no_table_is_sorted_or_searched_in_part(visit):
    page = visit().go("chapters/appendix.html")
    assert page.locator(".published-table[data-of]").count() > 0
    assert page.locator(".published-table[data-of] .table-tools").count() == 0
