"""The landing page in a browser: what stands above the fold at both widths, in both languages, and where it leads."""

import pytest
from conftest import BOOK

PAGES = ["findings", "zh/findings"]
HEIGHTS = {1400: 1000, 390: 844}
TOP = "element => Math.round(element.getBoundingClientRect().top)"
BOTTOM = "element => Math.round(element.getBoundingClientRect().bottom)"


@pytest.fixture
def landing(visit):
    """Return a function that opens the landing page at a width, in the height that belongs to it."""

    def opened(name, width, scheme="light"):
        page = visit(width, scheme).go(f"chapters/{name}.html")
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        return page

    return opened


@pytest.mark.parametrize("name", PAGES)
def test_a_desktop_shows_hook_findings_numbers_and_the_top_of_a_figure(landing, name):
    page = landing(name, 1400)
    for part in (".formula-digits li:last-child", ".landing-start a", ".landing-number:last-child", "#main-content h2"):
        assert page.locator(part).first.evaluate(BOTTOM) < 1000, part
    assert page.locator("figure.published").first.evaluate(TOP) < 900


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_hook_title_findings_and_the_button(landing, name):
    page = landing(name, 390)
    tops = [
        page.locator(part).first.evaluate(TOP)
        for part in (
            ".landing-bar",
            ".formula-large",
            ".formula-digits",
            ".landing-eyebrow",
            "article h1",
            ".landing-lead",
        )
    ]
    assert tops == sorted(tops)
    assert page.locator(".landing-lead").evaluate(BOTTOM) < 844
    assert page.locator(".landing-start a").first.evaluate(TOP) < 834
    left = [
        number.evaluate("e => Math.round(e.getBoundingClientRect().left)")
        for number in page.locator(".landing-number").all()
    ]
    assert left == [left[0], left[1]] * 2


@pytest.mark.parametrize("name", PAGES)
def test_the_page_has_a_bar_of_its_own_and_no_side_bars_or_code(landing, name):
    page = landing(name, 1400)
    assert page.locator(".landing-bar").is_visible()
    for part in (".bd-sidebar-primary", ".bd-sidebar-secondary", ".bd-header-article", ".cell", ".prev-next-area"):
        assert not page.locator(part).first.is_visible(), part


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(landing, name):
    page = landing(name, 1400)
    for address in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
        if address.startswith(("http", "data:")):
            continue
        path, _, anchor = address.partition("#")
        path = path.partition("?")[0]
        own = BOOK / "chapters" / f"{name}.html"
        target = (own.parent / path).resolve() if path else own
        assert target.is_file(), address
        if anchor and target.suffix == ".html":
            assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), address


@pytest.mark.parametrize("name", PAGES)
def test_each_number_stands_in_the_chapter_to_which_it_leads(landing, name):
    page = landing(name, 1400)
    for number in page.locator(".landing-number a").all():
        assert "fig-" in number.get_attribute("href")
        assert any(sign.isdigit() for sign in number.locator("p").first.inner_text())


def test_the_texts_are_cards_with_slogan_numbers_and_links(landing):
    page = landing("findings", 1400)
    cards = page.locator(".text-cards > li").all()
    assert len(cards) == 5
    assert len({round(card.bounding_box()["y"]) for card in cards}) == 1
    for card in cards:
        announced = int(card.locator("dd").nth(1).inner_text())
        assert card.locator(".card-squares i").count() == announced
        assert card.locator(".card-squares .full").count() == int(card.locator("dd").nth(2).inner_text())


@pytest.mark.parametrize(("width", "scheme"), [(1400, "dark"), (390, "light"), (390, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_page(landing, name, width, scheme):
    page = landing(name, width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("name", PAGES)
def test_the_page_stands_without_a_script(browser, address, name):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/chapters/{name}.html")
    assert page.locator(".landing-start a").first.is_visible()
    assert page.locator(".landing-bar a").last.is_visible()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_shared_link_shows_a_card(landing, name):
    page = landing(name, 1400)
    address = page.locator("meta[property='og:image']").get_attribute("content")
    assert (BOOK / "chapters" / f"{name}.html").parent.joinpath(
        address
    ).resolve() == BOOK.resolve() / f"cards/{name}.png"
    assert (BOOK / "cards" / f"{name}.png").stat().st_size < 60_000
