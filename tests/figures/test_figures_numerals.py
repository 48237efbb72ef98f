"""Figures of slogans in reports: shares and their focus, one scale in all panels, strips of years, names of parts."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

from analysis import figures
from analysis.figures.style import CONTEXT, FOCUS, GRID, MUTED, STANDING_COLOURS, WIDTHS, drawing_width
from analysis.texts.labels import drawing_language

NUMERALS = pd.DataFrame({"numeral": ["1", "2", "3"], "different_share": [0.25, 0.004, 0.5]}).assign(
    announced_share=[0.0, 0.1, 0.2]
)
KINDS = {"list": 0.4, "compression": 0.45, "round": 0.1, "formula": 0.03, "ordinal": 0.018, "staged": 0.002}
TYPES = pd.DataFrame(
    [(year, n, kind, share) for year, n in ((1993, 5), (1994, 20), (1995, 20)) for kind, share in KINDS.items()],
    columns=["year", "n", "type", "share"],
)
LIVES = pd.DataFrame(
    [
        ("六稳", "the six stabilities", False, 2019, 2020, 727, 2019, 0.05),
        ("六稳", "the six stabilities", False, 2019, 2020, 727, 2020, 0.9),
        ("双创", "mass entrepreneurship", True, 2004, 2020, 604, 2019, 0.0),
        ("双创", "mass entrepreneurship", True, 2004, 2020, 604, 2020, 0.3),
    ],
    columns=["slogan", "gloss", "homonym", "first", "peak", "reports", "year", "share"],
)
STANDINGS = pd.DataFrame(
    [(text, name, n) for text, counts in (("Zibo 2023", (1, 0, 0, 2)), ("Alxa 2024", (2, 1, 3, 4))) for name, n in
     zip(STANDING_COLOURS, counts, strict=True)],
    columns=["label", "standing", "slogans"],
)  # fmt: skip


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


def words(fig):
    return [text.get_text() for text in fig.findobj(plt.Text) if text.get_text().strip() and text.get_visible()]


def test_the_numerals_of_the_title_are_in_focus_and_shares_stand_for_the_axis():
    ax = figures.slogan_numerals(
        pd.DataFrame({"numeral": ["1", "2", "3", "4", "over 10"], "mentions": [4, 1, 2, 2, 1]})
    ).axes[0]
    assert [to_hex(bar.get_facecolor()) for bar in ax.patches] == [FOCUS] * 3 + [CONTEXT] * 2
    assert [text.get_text() for text in ax.texts] == ["40%", "10%", "20%", "20%", "10%"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["1", "2", "3", "4", ">10"]
    assert not len(ax.get_yticks())


@pytest.mark.parametrize("width", WIDTHS)
def test_a_per_cent_is_as_tall_in_both_panels(width):
    with drawing_width(width):
        fig = figures.preferred_numerals(NUMERALS)
        fig.draw_without_rendering()
    left, right = fig.axes
    assert [[text.get_text() for text in ax.texts] for ax in (left, right)] == [
        ["25%", "<1%", "50%"],
        ["0%", "10%", "20%"],
    ]
    assert [to_hex(bar.get_facecolor()) for bar in left.patches] == [CONTEXT, CONTEXT, FOCUS]
    heights = [ax.get_window_extent().height / ax.get_ylim()[1] for ax in fig.axes]
    assert heights[0] == pytest.approx(heights[1], rel=0.02)


@pytest.mark.parametrize("width", WIDTHS)
def test_types_are_sorted_by_their_last_share_on_one_scale_and_few_reports_are_hollow(width):
    with drawing_width(width):
        fig = figures.slogan_types_by_period(TYPES)
        fig.draw_without_rendering()
    assert [ax.get_title(loc="left") for ax in fig.axes] == [
        {"round": "round number", "staged": "stages"}.get(kind, kind)
        for kind in sorted(KINDS, key=lambda kind: -KINDS[kind])
    ]
    assert [ax.texts[0].get_text() for ax in fig.axes] == ["45%", "40%", "10%", "3%", "2%", "<1%"]
    heights = [ax.get_window_extent().height / ax.get_ylim()[1] for ax in fig.axes]
    assert heights == pytest.approx([heights[0]] * 6, rel=0.02)
    for ax in fig.axes:
        hollow = ax.collections[1].get_offsets()
        assert [round(year) for year, _ in hollow] == [1993]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_life_is_a_strip_of_shades_with_its_gloss_in_english(language, width):
    with drawing_width(width), drawing_language(language):
        fig = figures.slogan_lives(LIVES)
    said = words(fig)
    assert {"六稳", "双创*", "727", "604", "2020"} <= set(
        said
    )  # the first peaks first, the second has several meanings
    assert ("the six stabilities" in said) == (language == "en")
    heights = {text.get_text(): text.get_position()[1] for text in fig.axes[0].texts}
    assert heights["六稳"] < heights["双创*"]
    cells = [patch for patch in fig.axes[0].patches if isinstance(patch, PathPatch)]
    drawn = {(to_hex(cell.get_facecolor()), round(cell.get_facecolor()[3], 2)) for cell in cells}
    assert drawn == {(FOCUS, 0.16), (FOCUS, 1), (MUTED, 0.54), (GRID, 1)}  # grey: begun before; a line where in none


def test_parts_are_named_over_the_longest_bar_and_begin_with_what_is_widest():
    ax = figures.slogan_spread(STANDINGS).axes[0]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Alxa 2024\nn = 10", "Zibo 2023\nn = 3"]
    assert [to_hex(bar[0].get_facecolor()) for bar in ax.containers] == [*reversed(STANDING_COLOURS.values())]
    assert [[bar.get_width() for bar in bars] for bars in ax.containers] == [[4, 2], [3, 0], [1, 0], [2, 1]]
    named = [text for text in ax.texts if not text.get_text().isdecimal() and text.get_text()]
    assert [text.get_text() for text in named] == [
        "several provinces (6)",
        "one province (3)",
        "one place (1)",
        "in no report (3)",
    ]
    assert all(text.get_position()[1] < -0.4 for text in named)
