"""The reading edition in a browser: from a row to its sentence and back, layers by keyboard, no link into nothing."""

import re
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from conftest import BOOK, PAGES
from test_access import AXE, RUN

from analysis.texts.passages import REGISTERS

_NAMES = re.compile(r'\sid="([^"]+)"')
_LINKS = re.compile(r'<a\b[^>]*?\shref="([^"]+)"')
HEAVIEST = 450_000  # bytes of the HTML of an edition
EDITION = "chapters/edition-2024-alxa.html"


def names_and_links(path, known={}):  # noqa: B006
    if path not in known:
        source = path.read_text(encoding="utf-8")
        known[path] = set(_NAMES.findall(source)), set(_LINKS.findall(source))
    return known[path]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_leads_somewhere(path):
    links = names_and_links(path)[1]
    for link in links:
        if link.startswith(("http:", "https:", "mailto:")) or link == "#":
            continue
        address, name = urldefrag(urljoin(path.as_uri(), link))
        target = BOOK.__class__(unquote(address.removeprefix("file://").split("?")[0]))
        assert target.is_file(), link
        if name and target.suffix == ".html":
            assert unquote(name) in names_and_links(target)[0], link


@pytest.mark.parametrize("label", REGISTERS)
def test_a_row_leads_to_its_sentence_and_back_in_two_clicks_each(visit, address, label):
    page = visit().go("chapters/figures.html")
    chapter = page.locator(f'a[href$="#{label}"]').first.get_attribute("href").split("#")[0]
    page.goto(f"{address}/chapters/{chapter}")
    row = page.locator(f"#{label} tbody tr[id]").first
    name, quote = row.get_attribute("id"), row.locator("a").first
    quote.click()
    page.wait_for_url("**/edition-*")
    lit = page.locator(".edition-text a.lit")
    lit.first.wait_for(state="visible")
    card = page.locator(".edition-card.open")
    if not card.count():
        lit.first.click()
    links = [card, *[page.locator(link.get_attribute("href")) for link in card.locator('a[href^="#card"]').all()]]
    back = [link for place in links for link in place.locator(f'a[href$="#{name}"]').all()]
    assert back
    page.goto(urljoin(page.url, back[0].get_attribute("href")))
    assert page.locator(f'[id="{name}"]').is_visible()


def opened(page, place=0):
    """Open the card of a slogan of the text by a click, and return its mark and the card."""
    mark = page.locator(".edition-text a.slogan").nth(place)
    mark.click()
    card = page.locator(".edition-card.open")
    card.wait_for(state="visible")
    return mark, card


def is_focused(locator):
    return locator.evaluate("node => node === document.activeElement")


def test_a_card_takes_the_focus_and_gives_it_back(visit):
    page = visit().go(EDITION)
    mark = page.locator(".edition-text a.slogan").first
    mark.focus()
    page.keyboard.press("Enter")
    card = page.locator(".edition-card.open")
    assert is_focused(card)
    page.keyboard.press("Tab")
    assert is_focused(card.locator(".edition-close"))
    page.keyboard.press("Escape")
    assert page.locator(".edition-card.open").count() == 0
    assert is_focused(mark)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".edition-card.open").count() == 0
    assert is_focused(mark)


def test_a_card_closes_by_its_cross_and_by_a_click_elsewhere(visit):
    page = visit().go(EDITION)
    mark, card = opened(page)
    assert page.url.endswith(f"#{card.get_attribute('id')}")
    card.locator(".edition-close").click()
    assert page.locator(".edition-card.open").count() == 0
    assert page.url.endswith(f"#{mark.get_attribute('id')}")
    opened(page, 1)
    page.locator(".edition-about").click()
    assert page.locator(".edition-card.open").count() == 0


def test_one_card_is_open_at_a_time(visit):
    page = visit().go(EDITION)
    first = opened(page, 0)[1].get_attribute("id")
    second = opened(page, 2)[1]
    assert page.locator(".edition-card:visible").count() == 1
    assert second.get_attribute("id") != first


@pytest.mark.parametrize("place", [0, 9, 30])
def test_a_card_stands_level_beside_its_passage_and_covers_no_text(visit, place):
    page = visit().go(EDITION)
    mark, card = opened(page, place)
    seen, shown, text = (part.bounding_box() for part in (mark, card, page.locator(".edition-text")))
    assert shown["x"] >= text["x"] + text["width"]
    assert shown["x"] + shown["width"] <= 1400
    assert shown["y"] <= seen["y"] + 4
    assert shown["y"] >= 0
    assert shown["y"] + shown["height"] <= 900
    level = abs(shown["y"] - seen["y"]) <= 4
    assert level or shown["y"] + shown["height"] > 900 - 40  # as low as it fits


@pytest.mark.parametrize("place", [0, 9, 30])
def test_on_a_phone_a_card_is_a_sheet_below_its_passage(visit, place):
    page = visit(width=390).go(EDITION)
    mark, card = opened(page, place)
    seen, shown = mark.bounding_box(), card.bounding_box()
    assert shown["height"] <= 0.45 * 900 + 1
    assert (shown["x"], shown["width"]) == (0, 390)
    assert shown["y"] + shown["height"] == 900
    assert seen["y"] >= 0
    assert seen["y"] + seen["height"] <= shown["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_address_of_a_card_opens_it_at_its_passage(visit):
    page = visit().go(EDITION)
    name = page.locator(".edition-card").nth(300).get_attribute("id")
    page = visit().go(f"{EDITION}#{name}")
    assert page.locator(".edition-card.open").get_attribute("id") == name
    seen = page.locator(".edition-text a.lit").first.bounding_box()
    assert 0 < seen["y"] < 900


def test_all_pieces_of_a_mark_are_outlined(visit):
    page = visit().go(EDITION)
    page.locator("input.layer-stance").check()
    inner = page.locator('.edition-text a.marked.slogan[data-m*=" "]').first
    start = inner.get_attribute("data-m").split(" ")[0]
    pieces = page.locator(f'.edition-text a.marked[data-m~="{start}"]')
    assert pieces.count() > 1
    page.goto(f"{page.url.split('#')[0]}#card-2024-alxa-{start}")
    page.wait_for_timeout(200)
    assert page.locator(".edition-text a.lit").count() == pieces.count()
    assert {piece.evaluate("node => getComputedStyle(node).boxShadow") != "none" for piece in pieces.all()} == {True}


def test_what_counts_is_shown_at_first_and_the_choice_is_kept_for_the_next_text(visit):
    page = visit().go(EDITION)
    shown = "nodes => nodes.filter(box => box.checked).map(box => box.value)"
    assert page.locator(".edition-legend input").evaluate_all(shown) == ["slogan", "target", "achieved", "ongoing"]
    page.locator("input.layer-metaphor").check()
    page.locator("input.layer-target").uncheck()
    page.goto(page.url.replace("2024-alxa", "2017-beihai"))
    assert page.locator(".edition-legend input").evaluate_all(shown) == ["slogan", "achieved", "ongoing", "metaphor"]


def test_a_browser_that_keeps_nothing_shows_the_layers_all_the_same(visit):
    seen = visit()
    seen.page.add_init_script(
        "for (const name of ['getItem', 'setItem']) { const as = Storage.prototype[name]; Storage.prototype[name] ="
        " function (key, ...more) { if (key === 'edition-layers') throw new Error('full');"
        " return as.call(this, key, ...more) } }"
    )
    page = seen.go(EDITION)
    page.locator("input.layer-metaphor").check()
    opened(page)
    assert seen.logged == []


def test_tab_enters_a_paragraph_and_arrows_move_between_its_marks(visit):
    page = visit().go(EDITION)
    paragraphs = page.locator(".edition-paragraph:has(a.marked[href])")
    stops = page.locator('.edition-text a.marked[tabindex="0"]')
    assert stops.count() == paragraphs.count()
    several = page.locator(".edition-paragraph:has(a.marked[href] ~ a.marked[href] ~ a.marked[href])").first
    marks = several.locator("a.marked[href]")
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    assert not is_focused(marks.first)
    assert several.evaluate("node => node.contains(document.activeElement)")
    page.keyboard.press("Home")
    assert is_focused(marks.first)
    page.keyboard.press("ArrowLeft")
    assert is_focused(marks.first)
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    assert not several.evaluate("node => node.contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    assert is_focused(marks.last)


def test_a_mark_of_which_no_layer_is_shown_is_plain_text(visit):
    page = visit().go(EDITION)
    hidden = page.locator(".edition-text a.marked:not([href])")
    assert hidden.count() > 100
    assert {mark.get_attribute("tabindex") for mark in hidden.all()[:20]} == {"-1"}
    hidden.first.click()
    assert page.locator(".edition-card.open").count() == 0
    for box in page.locator(".edition-legend input").all():
        box.check()
    assert hidden.count() == 0


@pytest.mark.parametrize("width", [1400, 390])
def test_without_a_script_marks_layers_and_cards_work(browser, address, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{EDITION}")
    mark = page.locator(".edition-text a.slogan").first
    mark.click()
    card = page.locator(".edition-card:target")
    assert card.is_visible()
    if width == 1400:
        text = page.locator(".edition-text").bounding_box()
        assert card.bounding_box()["x"] >= text["x"] + text["width"]
    else:
        assert card.bounding_box()["height"] <= 0.45 * 900 + 1
    card.locator(".edition-close").click()
    assert page.locator(".edition-card:target").count() == 0
    assert page.url.endswith(f"#{mark.get_attribute('id')}")
    page.locator("input.layer-slogan").uncheck()
    ground = page.locator(".edition-text .slogan").first.evaluate("node => getComputedStyle(node).backgroundColor")
    assert ground == "rgba(0, 0, 0, 0)"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_no_violation_with_a_card_open_and_all_layers_shown(visit, width, scheme):
    page = visit(width=width, scheme=scheme).go("chapters/edition-2023-beihai.html")
    for box in page.locator(".edition-legend input").all():
        box.check()
    opened(page, 2)
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize("path", sorted(BOOK.glob("chapters/edition-*.html")), ids=lambda path: path.stem)
def test_an_edition_is_no_heavier_than_its_budget(path):
    assert path.stat().st_size <= HEAVIEST


def test_a_layer_is_switched_by_keyboard(visit):
    page = visit().go(EDITION)
    slogan = page.locator(".edition-text .slogan").first
    ground = "node => getComputedStyle(node).backgroundColor"
    shown = slogan.evaluate(ground)
    page.locator("input.layer-slogan").focus()
    page.keyboard.press("Space")
    assert slogan.evaluate(ground) == "rgba(0, 0, 0, 0)" != shown
    page.keyboard.press("Space")
    assert slogan.evaluate(ground) == shown
