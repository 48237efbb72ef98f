"""Figures of slogans: a name over the longest part, five classes of provinces, who is hollow, and both widths."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex, to_rgba

from analysis import figures
from analysis.figures import slogans
from analysis.figures.style import FOCUS, PAPER, SHADES, TYPE_COLOURS, WIDTHS, drawing_width, style_sheet
from analysis.publication.template import check_drawing, settled
from analysis.studies.renewal import FORMULA_PERIODS
from analysis.texts.labels import LANGUAGES, drawing_language

MENTIONS = {
    "Alxa 2024 阿拉善": (25, 12, 1, 0, 5, 1),
    "Zibo 2023 淄博": (2, 5, 1, 15, 0, 2),
    "Beihai 2023 北海": (5, 4, 5, 1, 1, 0),
}
TYPES = pd.DataFrame(
    [
        (label.split()[0], label, kind, mentions)
        for label, own in reversed(MENTIONS.items())
        for kind, mentions in zip(TYPE_COLOURS, own, strict=True)
    ],
    columns=["doc_id", "label", "type", "mentions"],
)
PROVINCES = pd.DataFrame(
    [
        ("贵州省", "Guizhou", "贵", 13, 51.7, 50.1, 54.2, 56, 52.0, 5, 4),
        ("四川省", "Sichuan", "川", 13, 46.4, 44.1, 49.2, 107, 46.7, 4, 3),
        ("重庆市", "Chongqing", "渝", 12, 41.1, 38.0, 44.0, 0, None, 4, 4),
        ("广西壮族自治区", "Guangxi", "桂", 13, 36.4, 34.7, 37.9, 55, 35.6, 6, 4),
        ("内蒙古自治区", "Inner Mongolia", "蒙", 11, 32.1, 30.5, 36.1, 65, 33.9, 1, 6),
    ],
    columns=["province", "en", "short", "n", "per_10k", "low", "high", "below_n", "below", "row", "column"],
)
SHARES = pd.DataFrame(
    [
        (group, owner, 1000, 30, share, share - 0.01, share + 0.01)
        for group in ("names in quotation marks", "lists", "the same names")
        for owner, share in (("own", 0.11), ("cited", 0.04))
    ],
    columns=["group", "owner", "n", "places", "share", "low", "high"],
)
DENSITY = pd.DataFrame(
    [
        (
            panel,
            level,
            year,
            owner,
            12 if panel != "all places" or year != 2012 else 9,
            rate + max(year - 2012, 0) - 6 * (year == 2026),
        )
        for panel, level in (
            ("all places", "province"),
            ("all places", "prefecture"),
            ("provinces_long", "province"),
            ("cities_long", "prefecture"),
        )
        for owner, rate in (("own", 8), ("centre", 5), ("above", 2 if level == "prefecture" else -20))
        for year in (2004, 2012, 2013, 2022, 2026)
    ],
    columns=["panel", "level", "year", "owner", "n", "per_10k"],
)
FORMULAS = pd.DataFrame(
    [
        (panel, year, n, share, share - 0.2, min(share + 0.2, 1))
        for panel, n in (("provinces", 24), ("cities", 27), ("all provinces", 9), ("all prefectures", 80))
        for year, share in ((2014, 0.2), (2015, 0.3), (2016, 0.3), (2024, 0.9), (2025, 0.8), (2026, 0.6))
    ],
    columns=["panel", "year", "n", "with_formula", "low", "high"],
)
DRAWN = {
    "formulas_by_year": FORMULAS,
    "slogans_by_type": TYPES,
    "slogan_map": PROVINCES,
    "closure_by_owner": SHARES,
    "slogans_by_owner": DENSITY,
}


def printed(fig):
    return [text.get_text() for text in fig.findobj(plt.Text) if text.get_text()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DRAWN)
def test_each_figure_can_be_read_at_both_widths(name, language, width):
    with drawing_language(language), drawing_width(width), plt.style.context(style_sheet()):
        fig = getattr(figures, name)(DRAWN[name])
        check_drawing(settled(fig), name)
    plt.close(fig)


def test_texts_are_sorted_and_each_type_is_named_once_in_the_key():
    fig = figures.slogans_by_type(TYPES)
    (ax,) = fig.axes
    assert [label.get_text() for label in ax.get_yticklabels()] == [
        "Alxa 2024\nn = 44",
        "Zibo 2023\nn = 25",
        "Beihai 2023\nn = 16",
    ]
    totals = TYPES.groupby("type")["mentions"].sum()
    names = {"round": "round number", "staged": "stages"}
    said = [text.get_text() for text in ax.get_legend().get_texts()]
    assert said == [f"{names.get(kind, kind)} ({totals[kind]})" for kind in TYPE_COLOURS]
    assert [to_hex(patch.get_facecolor()) for patch in ax.get_legend().get_patches()] == [*TYPE_COLOURS.values()]
    assert "1" in [text.get_text() for text in ax.texts]  # a part of one has room where the page is wide
    plt.close(fig)


def test_formulas_are_told_by_level_with_the_means_of_the_title_and_hollow_dots_where_few():
    fig = figures.formulas_by_year(FORMULAS)
    assert (*FORMULA_PERIODS.values(),) == slogans._SPANS
    for ax in fig.axes:
        assert {"27%", "77%"} <= {text.get_text() for text in ax.texts}
    assert [ax.get_title(loc="left") for ax in fig.axes] == [
        "dotted: all provinces, n = 9",
        "dotted: all prefectures, n = 80",
    ]
    hollow = [
        [
            tuple(place)
            for dots in ax.findobj(PathCollection)
            if len(dots.get_offsets()) and to_hex(dots.get_facecolor()[0]) == PAPER
            for place in dots.get_offsets().tolist()
        ]
        for ax in fig.axes
    ]
    assert [len(dots) for dots in hollow] == [6, 0]
    plt.close(fig)


def test_a_map_has_five_classes_and_prints_every_value():
    fig = figures.slogan_map(PROVINCES)
    tiles, ranks = fig.axes
    assert [patch.get_facecolor() for patch in tiles.patches[:5]] == [
        to_rgba(FOCUS, strength) for strength in reversed(SHADES)
    ]
    assert {"GZ", "52", "CQ", "41", "NM", "32"} <= {text.get_text() for text in tiles.texts}
    own, below = (dots.get_offsets()[:, 0].compressed().tolist() for dots in ranks.collections[1:3])
    assert own == PROVINCES["per_10k"].tolist()
    assert below == [52.0, 46.7, 35.6, 33.9]  # a municipality has no prefectures
    said = [text.get_text() for text in ranks.get_legend().get_texts()]
    assert said == ["the province’s, n = 62", "its prefectures’, n = 283"]
    plt.close(fig)


def test_provinces_have_their_chinese_names_without_their_kind():
    with drawing_language("zh"):
        fig = figures.slogan_map(PROVINCES)
    assert {"贵州  13", "重庆  12", "广西  13", "内蒙古  11"} <= set(printed(fig))
    plt.close(fig)


def test_the_shares_of_the_title_stand_over_the_first_row():
    fig = figures.closure_by_owner(SHARES)
    assert {"own 11%", "cited from above 4%", "1,000 / 1,000"} <= set(printed(fig))
    plt.close(fig)


def test_the_rise_of_the_title_is_told_for_the_same_provinces_alone():
    fig = figures.slogans_by_owner(DENSITY)
    left, right = ([text.get_text() for text in ax.texts] for ax in fig.axes)
    assert {"5 in 2012", "15 in 2022"} <= set(left)
    assert not any(" in 20" in words for words in right)
    assert "the\nprovince’s" in right
    assert "the\nprovince’s" not in left
    plt.close(fig)


def test_a_line_of_owners_breaks_where_years_are_missing_and_is_hollow_where_few():
    fig = figures.slogans_by_owner(DENSITY)
    assert any(line.get_xdata().size == 23 and pd.isna(line.get_ydata()).sum() == 18 for line in fig.axes[0].lines)
    hollow = [
        dots.get_offsets()[0].tolist()
        for dots in fig.axes[0].findobj(PathCollection)
        if len(dots.get_offsets()) and to_hex(dots.get_facecolor()[0]) == PAPER
    ]
    assert hollow == [[2012, 8], [2012, 5]]
    plt.close(fig)
