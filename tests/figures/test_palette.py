"""The palette: one colour for one meaning, each with a dark form, and text that can be read on every fill."""

import re
from collections import defaultdict

import pytest
from matplotlib.colors import to_hex

from analysis import paths
from analysis.figures import style
from analysis.figures.style import COLOUR_MEANINGS, DARK_COLOURS, INK, PAPER, contrast, ink_on, shaded

SAME = [  # what a level owns, or what stands in its reports, has its colour
    {("level", "province"), ("owner", "above"), ("origin", "province")},
    {("level", "national"), ("owner", "centre"), ("origin", "nation")},
    {("level", "prefecture"), ("origin", "prefecture")},
]
FILLS = [(kind, name, colour) for kind, colours in COLOUR_MEANINGS.items() for name, colour in colours.items()]


def test_no_colour_has_two_meanings():
    meanings = defaultdict(set)
    for kind, name, colour in FILLS:
        meanings[colour].add((kind, name))
    assert [found for found in meanings.values() if len(found) > 1 and found not in SAME] == []


def test_every_colour_has_a_dark_form_and_no_two_share_one():
    assert {colour for _, _, colour in FILLS} <= DARK_COLOURS.keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", name) for pair in DARK_COLOURS.items() for name in pair)
    assert len(set(DARK_COLOURS.values())) == len(DARK_COLOURS)


@pytest.mark.parametrize(("kind", "name", "colour"), FILLS)
def test_a_label_can_be_read_on_every_fill_in_light_and_dark(kind, name, colour):
    ink = ink_on(colour)
    assert contrast(ink, colour) >= 4.5
    assert contrast(DARK_COLOURS[ink], DARK_COLOURS[colour]) >= 4.5


@pytest.mark.parametrize("colours", ["STATUS", "TYPE", "LEVEL", "OWNER"])
def test_a_name_in_the_colour_of_its_line_can_be_read(colours):
    for colour in getattr(style, f"{colours}_COLOURS").values():
        assert contrast(colour, PAPER) >= 4.5
        assert contrast(DARK_COLOURS[colour], DARK_COLOURS[PAPER]) >= 4.5


def test_contrast_is_that_of_wcag():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_better_of_ink_and_paper_is_chosen_and_none_is_an_error():
    assert ink_on("#332288") == PAPER
    assert ink_on("#332288", 0.1) == INK
    with pytest.raises(ValueError, match=r"no text can be read on #882255 at 0\.65: .* set the label beside it"):
        ink_on("#882255", 0.65)


def test_a_shade_keeps_the_colour_of_the_palette():
    assert to_hex(shaded("#882255", 0.3)) == "#882255"
    assert shaded("#882255", 0.3)[3] == 0.3


def test_no_figure_types_a_colour():
    typed = {
        path.name
        for path in (paths.ROOT / "analysis" / "figures").glob("*.py")
        if path.name != "style.py" and re.search('"#[0-9a-fA-F]{6}"', path.read_text(encoding="utf-8"))
    }
    assert typed == set()
