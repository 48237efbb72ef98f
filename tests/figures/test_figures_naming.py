"""Figures of naming: hollow dots, threads, and a mark in the nation's year, in both languages."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.patches import ConnectionPatch

from analysis import figures
from analysis.figures.style import PAPER
from analysis.texts.labels import drawing_language

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
YEARS = pd.DataFrame({"panel": ["all places"] * 2 + ["cities"] * 2, "year": [2014, 2015] * 2}).assign(
    n=[12, 80, 27, 27], with_formula=[0.1, 0.2, 0.3, 0.4]
)
MEANS = pd.DataFrame(
    {"years": [-1, 0, 1], "share": [0.1, 0.4, 0.5], "low": [0.0, 0.3, 0.4], "high": [0.2, 0.5, 0.6], "n": 9}
)
WAVES = pd.DataFrame(
    {"slogan": "六稳", "gloss": "six fronts", "year": [2019, 2020], "share": [0.0, 0.9], "of": 51, "national": 2020}
)
DRAWN = {
    "formula_series": PARTS,
    "formulas_by_year": YEARS,
    "slogan_uptake": MEANS,
    "slogan_waves": WAVES,
}


def words(fig):
    return " ".join(text.get_text() for text in fig.findobj(lambda artist: hasattr(artist, "get_text")))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", DRAWN)
def test_each_figure_draws_its_table_and_tells_its_n(name, language):
    with drawing_language(language):
        fig = getattr(figures, name)(DRAWN[name])
        fig.canvas.draw()
        assert "n = " in words(fig)
        assert ("industry" in words(fig) or "report" in words(fig)) == (language == "en")
        plt.close(fig)


def test_threads_join_what_answers():
    fig = figures.formula_series(PARTS)
    assert len(fig.findobj(ConnectionPatch)) == 2
    assert "the same words" in words(fig)
    plt.close(fig)


def test_years_of_few_reports_are_hollow():
    fig = figures.formulas_by_year(YEARS)
    first = fig.axes[0].findobj(PathCollection)[0]
    assert [to_hex(colour) == PAPER for colour in first.get_facecolors()] == [True, False]
    plt.close(fig)


def test_the_year_of_the_nation_has_a_bar_and_shares_are_printed():
    fig = figures.slogan_waves(WAVES)
    assert len(fig.axes[0].lines) == 1
    assert "90" in words(fig)
    plt.close(fig)
