"""Figures of naming: threads, and a frame in the nation’s year, in both languages."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import ConnectionPatch, Rectangle

from analysis import figures
from analysis.figures.style import FOCUS, INK, WIDTHS, drawing_width, style_sheet
from analysis.publication.template import check_drawing, settled
from analysis.texts.labels import LANGUAGES, drawing_language

PARTS = pd.DataFrame(
    [
        ("city", "1+2", 0, 1, "lead", "党建", "Party building", "", "", -1, "", 2023),
        ("city", "1+2", 1, 2, "tasks", "两项工作", "tasks", "工业、农业", "industry、farming", -1, "", 2023),
        ("zone", "1+3", 0, 1, "lead", "党建", "Party building", "", "", 0, "the same words", 2023),
        (
            "zone",
            "1+3",
            1,
            3,
            "tasks",
            "三项行动",
            "campaigns",
            "工、农、商",
            "industry、farming、trade",
            1,
            "answers",
            2023,
        ),
        ("series", "1+2", 0, 1, "lead", "党建", "Party building", "", "", -1, "", 2023),
        ("series", "1+2", 1, 2, "tasks", "两项工作", "tasks", "", "", -1, "", 2023),
    ],
    columns=[
        "side",
        "formula",
        "place",
        "digit",
        "kind",
        "name",
        "gloss",
        "members",
        "members_en",
        "answers",
        "how",
        "year",
    ],
)
MEANS = pd.DataFrame(
    {"years": [-1, 0, 1], "share": [0.1, 0.4, 0.5], "low": [0.0, 0.3, 0.4], "high": [0.2, 0.5, 0.6], "n": 9}
)
WAVES = pd.DataFrame(
    {"slogan": "六稳", "gloss": "six fronts", "year": [2019, 2020], "share": [0.0, 0.9], "of": 51, "national": 2020}
)
DRAWN = {
    "formula_series": PARTS,
    "slogan_uptake": MEANS,
    "slogan_waves": WAVES,
}


def words(fig):
    return " ".join(text.get_text() for text in fig.findobj(lambda artist: hasattr(artist, "get_text")))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_each_figure_can_be_read_at_both_widths_and_tells_its_n(name, language, width):
    with drawing_language(language), drawing_width(width), plt.style.context(style_sheet()):
        fig = getattr(figures, name)(DRAWN[name])
        check_drawing(settled(fig), name)
    assert "n = " in words(fig)
    latin = {"formula_series": "industry"}.get(name, "report")
    assert (latin in words(fig)) == (language == "en")
    plt.close(fig)


def test_threads_join_what_answers():
    fig = figures.formula_series(PARTS)
    assert [str(type(thread.get_arrowstyle()).__name__) for thread in fig.findobj(ConnectionPatch)] == [
        "Curve",
        "CurveFilledA",
    ]  # an arrow leads to what is answered
    plt.close(fig)
    with drawing_width("narrow"):
        fig = figures.formula_series(PARTS)
    same, answer, head = fig.axes[1].lines
    assert (same.get_linestyle() == "-", answer.get_linestyle() == "-", head.get_marker()) == (True, False, "<")
    assert "the same words" in words(fig)
    plt.close(fig)


def test_only_what_a_city_keeps_has_the_colour_of_the_title():
    fig = figures.formula_series(PARTS)
    boxes = [patch for patch in fig.axes[0].patches if isinstance(patch, Rectangle)]
    assert [to_hex(box.get_facecolor()) == FOCUS for box in boxes] == [False, True]  # who leads, and the work
    plt.close(fig)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_wave_has_its_gloss_its_shares_and_a_frame_in_the_year_of_the_nation(width):
    with drawing_width(width):
        fig = figures.slogan_waves(WAVES)
    assert [box.get_x() for box in fig.axes[0].patches if to_hex(box.get_edgecolor()) == INK] == [
        1.01,
        0.01,
    ]  # 2020, and the key
    assert "六稳  six fronts" in words(fig)
    assert "90" in words(fig)
    plt.close(fig)


def test_shares_that_the_title_quotes_are_printed():
    fig = figures.slogan_uptake(MEANS)
    assert {"10%", "40%", "50%"} <= {text.get_text() for text in fig.axes[0].texts}
    plt.close(fig)
