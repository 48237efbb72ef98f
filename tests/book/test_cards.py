"""Cards: the picture beside a link has the size that is asked for, fits its words, and is the same each time."""

import io

import pytest
from PIL import Image

from analysis import paths
from analysis.book import cards
from analysis.book.cards import CARD_SIZE, chapter_card, hero_figure, landing_card
from analysis.book.sharing import card_address
from analysis.publication import captions

FIGURES = {
    "fig-first": {"chapter": "atlas"},
    "fig-slogan-density": {"chapter": "atlas"},
    "fig-other": {"chapter": "wording"},
    "fig-shown": {"chapter": "wording"},
}


def png(colour, size=(90, 60)):
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, "PNG")
    return made.getvalue()


def pixels(content):
    with Image.open(io.BytesIO(content)) as card:
        return card.convert("RGB")


@pytest.fixture(autouse=True)
def few(monkeypatch, tmp_path):
    monkeypatch.setattr(captions, "caption_catalogue", lambda: {"figures": FIGURES, "tables": {}})
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path / "chapters")
    monkeypatch.setattr(paths, "KEPT", None)
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "wording.md").write_text("```{published} fig-shown\n```\n", encoding="utf-8")
    (tmp_path / "chapters" / "findings.md").write_text(":::{decoded} 1+1\n:::\n", encoding="utf-8")


def test_a_chapter_is_known_by_its_hero_and_else_by_the_first_figure_that_it_shows():
    assert hero_figure("atlas") == "fig-slogan-density"
    assert hero_figure("wording") == "fig-shown"
    assert hero_figure("texts") == ""


def test_a_card_has_the_figure_beside_the_title_and_the_same_bytes_each_time():
    card = chapter_card("A title", png("#00ff00"))
    assert card == chapter_card("A title", png("#00ff00"))
    assert card != chapter_card("Another title", png("#00ff00"))
    shown = pixels(card)
    assert shown.size == CARD_SIZE
    assert shown.getpixel((800, 320)) == (0, 255, 0)
    assert shown.getpixel((300, 320)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(2000, 100), (100, 2000), (1, 1)])
def test_a_figure_of_any_shape_stays_within_the_card(size):
    shown = pixels(chapter_card("A title", png("#00ff00", size)))
    edge = [shown.getpixel((x, y)) for x in range(CARD_SIZE[0]) for y in (20, CARD_SIZE[1] - 1)]
    assert set(edge) == {(255, 255, 255)}


def test_words_are_broken_into_lines_that_fit_and_none_begins_with_a_mark():
    lines = ["".join(line) for line in cards._lines("地方的一年之计，始于一个数字", 50, 350)]
    assert lines == ["地方的一年之计，", "始于一个数字"]
    lines = ["".join(line).strip() for line in cards._lines("Every new year begins", 40, 200)]
    assert len(lines) > 1
    assert " ".join(lines) == "Every new year begins"


def test_a_landing_page_shows_its_formula():
    assert landing_card("A title", "1+1269") != landing_card("A title", "1+838")
    assert pixels(landing_card("A title", "1+1269")).size == CARD_SIZE


def test_a_page_without_a_figure_has_the_card_of_the_landing_page():
    pages = {"chapters/findings", "chapters/texts"}
    assert card_address("chapters/findings", pages) == "cards/findings.png"
    assert card_address("chapters/wording", pages) == "cards/wording.png"
    assert card_address("chapters/zh/wording", pages) == "cards/zh/wording.png"
    assert card_address("chapters/texts", pages) == "cards/findings.png"
    assert card_address("code/book", pages) == "cards/findings.png"
    assert card_address("chapters/texts", {"chapters/texts"}) == ""
