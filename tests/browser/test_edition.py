"""The reading edition in a browser: from a row to its sentence and back, layers by keyboard, no link into nothing."""

import re
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from conftest import BOOK

from analysis.texts.passages import REGISTERS

_NAMES = re.compile(r'\sid="([^"]+)"')
_LINKS = re.compile(r'<a\b[^>]*?\shref="([^"]+)"')
PAGES = sorted(BOOK.rglob("*.html"))
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
    passage = page.locator(":target")
    passage.wait_for(state="visible")
    if passage.evaluate("node => node.tagName !== 'A'"):
        passage = passage.locator("xpath=following::a[contains(@class, 'marked')][1]")
    passage.click()
    card = page.locator(".edition-card:target")
    links = [card, *[page.locator(link.get_attribute("href")) for link in card.locator('a[href^="#card"]').all()]]
    back = [link for place in links for link in place.locator(f'a[href$="#{name}"]').all()]
    assert back
    page.goto(urljoin(page.url, back[0].get_attribute("href")))
    assert page.locator(f'[id="{name}"]').is_visible()


def test_a_card_is_reached_by_keyboard(visit):
    page = visit().go(EDITION)
    page.locator(".edition-text a.marked").first.focus()
    page.keyboard.press("Enter")
    card = page.locator(".edition-card:target")
    assert card.is_visible()
    page.keyboard.press("Tab")
    assert card.evaluate("card => card.contains(document.activeElement)")
    page.keyboard.press("Enter")
    assert not card.is_visible()


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
