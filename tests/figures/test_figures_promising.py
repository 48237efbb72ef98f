"""Figures of promises and of the ladder: names of parts, stacks of dots, wordings and strokes, wide and narrow."""

import itertools

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis import figures
from analysis.figures.bars import PartName, name_parts
from analysis.figures.promising import _signed
from analysis.figures.style import CONTEXT, FOCUS, INK, LEVEL_COLOURS, drawing_width, style_sheet
from analysis.publication.template import check_drawing, settled

HEADLINES = pd.DataFrame(
    [
        ("2023-beihai", "Beihai 2023 北海", "fdi", "Foreign direct investment", "利用外资", 50.0, 30.0),
        ("2023-beihai", "Beihai 2023 北海", "gdp", "Gross domestic product", "地区生产总值", 7.0, 5.5),
        ("2023-beihai", "Beihai 2023 北海", "budget_revenue", "Budget revenue", "财政收入", 5.0, 6.0),
        ("2023-beihai", "Beihai 2023 北海", "fai", "Fixed-asset investment", "固定资产投资", 20.0, 10.0),
        ("2024-alxa", "Alxa 2024 阿拉善", "fai", "Fixed-asset investment", "固定资产投资", 30.0, 15.0),
        ("2024-alxa", "Alxa 2024 阿拉善", "gdp", "Gross domestic product", "地区生产总值", 7.0, 6.0),
        ("2024-alxa", "Alxa 2024 阿拉善", "budget_revenue", "Budget revenue", "财政收入", 7.5, 30.0),
    ],
    columns=["doc_id", "label", "indicator", "indicator_en", "indicator_zh", "value", "above"],
).assign(above_level=lambda table: table["doc_id"].map({"2023-beihai": "prefecture", "2024-alxa": "province"}))


def words(fig):
    return [text.get_text() for text in fig.findobj(plt.Text) if text.get_text().strip()]


@pytest.fixture(params=["wide", "narrow"])
def width(request):
    with drawing_width(request.param):
        yield request.param
    plt.close("all")


def test_names_of_parts_move_apart_and_stay_in_the_picture():
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(3, 1.5))
        ax.set(xlim=(0, 100), ylim=(1, -1))
        names = [PartName("a list", 0, INK), PartName("round", 95, FOCUS), PartName("staged", 98, CONTEXT)]
        name_parts(ax, 0, *names)
        settled(fig)
        boxes = [text.get_window_extent() for text in ax.texts]
    plt.close(fig)
    assert [text.get_text() for text in ax.texts] == ["a list", "round", "staged"]
    assert all(left.x1 < right.x0 for left, right in itertools.pairwise(boxes))
    assert boxes[-1].x1 <= fig.bbox.width + 1
    assert boxes[0].x0 == pytest.approx(ax.get_window_extent().x0, abs=2)


def test_names_that_one_line_does_not_hold_stand_in_two():
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(2.2, 1.5))
        ax.set(xlim=(0, 6), ylim=(1, -1))
        name_parts(ax, 0, *(PartName(f"compression {place}", place, INK) for place in range(4)))
        settled(fig)
        heights = [round(text.get_window_extent().y0) for text in ax.texts]
        check_drawing(fig, "fig-x")
    plt.close(fig)
    assert heights[0] == heights[1] > heights[2] == heights[3]


def test_the_first_row_of_targets_is_investment_with_the_names_of_the_texts(width):
    fig = settled(figures.target_distribution(HEADLINES))
    check_drawing(fig, "fig-target-distribution")
    (ax,) = fig.axes
    named = [text for text in ax.texts if "n = " in text.get_text()]
    assert [text.get_text() for text in named] == ["Beihai 2023, n = 4", "Alxa 2024, n = 3"]
    assert [text.get_text().split()[0] for text in ax.get_yticklabels()] == [
        "Fixed-asset",
        "Foreign",
        "Budget",
        "Gross",
    ]
    joined = {to_hex(line.get_color()): list(line.get_xdata()) for line in ax.lines if len(set(line.get_ydata())) > 1}
    assert joined[FOCUS] == [20, 30]
    told = [" ".join(text.split()) for text in words(fig)]
    assert [sum(rung in text for text in told) for rung in ("level above", "two levels up")] == [1, 1]  # once a text
    assert ax.get_legend() is None


@pytest.mark.parametrize("number", [3, 6, 13])
def test_every_text_has_a_mark_of_its_own_and_its_name_once(number):
    rows = [
        (f"text-{text}", f"Text {'abcdefghijklm'[text]} 甲", name, value, number)
        for text in range(number)
        for name, value in (("gdp", 5 + text / 2), ("trade", 20 + text))[text == 1 :]  # the second has no gdp
    ]
    table = pd.DataFrame(rows, columns=["doc_id", "label", "indicator", "value", "above"])
    table = table.assign(indicator_en=table["indicator"], indicator_zh="指标", above=None)
    fig = settled(figures.target_distribution(table))
    check_drawing(fig, "fig-target-distribution")
    (ax,) = fig.axes
    shapes = {str(path.vertices.round(3).tolist()) for dots in ax.collections for path in dots.get_paths()}
    assert len(shapes) == number
    named = sorted(text.get_text().partition(",")[0] for text in ax.texts if "n = " in text.get_text())
    assert named == sorted({row[1].removesuffix(" 甲") for row in rows})
    heights = [float(dots.get_offsets()[0][1]) for dots in ax.collections]
    assert all(abs(height - round(height)) < 0.43 for height in heights)  # each in its own row
    plt.close(fig)


def test_the_years_of_the_pandemic_are_shaded_and_left_out_of_the_dashed_line(width):
    rows = [
        (level, year, 20, met)
        for level in ("province", "prefecture")
        for year, met in ((2010, 1.0), (2011, 0.8), (2019, 0.6), (2020, 0.0), (2021, 0.9), (2022, 0.0), (2023, 0.3))
    ]
    fig = settled(figures.targets_and_results(pd.DataFrame(rows, columns=["level", "year", "n", "met"])))
    check_drawing(fig, "fig-targets-and-results")
    for ax in fig.axes:
        dashed = [line.get_ydata()[0] for line in ax.lines if line.is_dashed() and line.get_color() == INK]
        assert dashed == [pytest.approx(0.45)]  # of 2019 and 2023
        said = [text.get_text() for text in ax.texts]
        assert sum(text.startswith("without 2020") and text.endswith(": 45%") for text in said) == 1
        assert sum("36% of all" in text for text in said) == 1
        shade = [patch for patch in ax.patches if patch.get_width() == 3]
        assert [patch.get_x() for patch in shade] == [2019.5]


LADDER = pd.DataFrame(
    [
        (group, year, 24, value, value - 0.5, value + 0.5, upper)
        for group, value in (("nation", 5.0), ("provinces", 6.0), ("cities", 6.5), ("prefectures", 7.0))
        for year, upper in ((2021, None), (2022, 5.5 if group == "nation" else None), (2023, None))
    ],
    columns=["group", "year", "n", "median", "first_quartile", "third_quartile", "upper"],
)
ENDS = (1.0, 0.5, 0.8, 0.2)  # mean and share, over the lower and the upper end
YEARS = pd.DataFrame(
    [
        (group, year, 24, *(ENDS if year == 2022 and group == "provinces" else (0.6, 0.6, 0.7, 0.7)))
        for group in ("provinces", "cities", "prefectures", "all provinces", "all prefectures")
        for year in (2020, 2021, 2022, 2023)
    ],
    columns=["group", "year", "n", "mean", "mean_upper", "higher", "higher_upper"],
)


def strokes(ax):
    """Return the strokes from the lower to the upper end of a range: year, and either value."""
    return [
        (float(line.get_xdata()[0]), *(float(value) for value in line.get_ydata()))
        for line in ax.lines
        if len(line.get_xdata()) == 2 and len(set(line.get_xdata())) == 1 and line.get_linewidth() == 1
    ]


def test_the_upper_end_of_a_range_of_the_nation_is_a_stroke(width):
    fig = settled(figures.growth_ladder(LADDER.assign(label=None)))
    check_drawing(fig, "fig-growth-ladder")
    assert strokes(fig.axes[0]) == [(2022, 5, 5.5)]
    fig = settled(figures.target_amplification(YEARS.assign(low=YEARS["mean"] - 0.1, high=YEARS["mean"] + 0.1)))
    check_drawing(fig, "fig-target-amplification")
    assert [strokes(ax) for ax in fig.axes] == [[(2022, 1, 0.5)], [(2022, 0.8, 0.2)]]


def strip(value, kind, among="country", place="x"):
    label = ("2023-beihai", "Beihai 2023 北海", 2023)
    return (*label, among, kind, place, f"{place} Province", value)


def test_a_text_lies_on_the_stack_of_its_target_and_says_what_it_exceeds(width):
    far = [strip(value, "prefecture", place=f"p{place}") for place, value in enumerate([5.5, 5.5, 6, 6.7, 7, 7, 8])]
    near = [strip(5.5, "prefecture", "province", "p0"), strip(8, "prefecture", "province", "p6")]
    rest = [strip(7, "text"), strip(5, "nation"), strip(5, "province")]
    columns = ["doc_id", "label", "year", "among", "kind", "place", "english", "value"]
    fig = settled(figures.growth_standing(pd.DataFrame([*far, *near, *rest], columns=columns)))
    check_drawing(fig, "fig-growth-standing")
    said = words(fig)
    assert {"Beihai 2023: 7%", "above 1 of 2 of its province", "and 57% of all, n = 7"} <= set(said)
    dots = [dot for dot in fig.axes[0].collections if len(dot.get_offsets())]
    colours = [to_hex(colour) for dot in dots for colour in dot.get_facecolors()]
    assert colours.count(LEVEL_COLOURS["prefecture"]) == 2
    assert colours.count(FOCUS) == 1
    assert len(dots[-1].get_offsets()) == 1
    assert len({round(float(y), 1) for _, y in dots[0].get_offsets()}) == 1  # two of a half are side by side


def worded(group, first, last, *shares):
    kinds = ("range", "about", "at least", "strive", "bare")
    return [(group, first, last, kind, share, 50) for kind, share in zip(kinds, shares, strict=True)]


def test_each_wording_is_named_once_in_the_key(width):
    table = pd.DataFrame(
        [
            *worded("nation", 2003, 2026, 0.2, 0.7, 0.05, 0.0, 0.05),
            *worded("prefectures", 2014, 2014, 0.0, 0.3, 0.1, 0.02, 0.58),
            *worded("prefectures", 2021, 2023, 0.02, 0.4, 0.3, 0.0, 0.28),
        ],
        columns=["group", "first", "last", "wording", "share", "of"],
    )
    fig = settled(figures.target_wording(table))
    check_drawing(fig, "fig-target-wording")
    said = [text.replace("\n", " ") for text in words(fig)]
    for name in ("bare number", "at least (以上)", "about (左右)", "range (区间)", "strive for (力争)"):
        assert said.count(name) == 1
    assert said.count("58" if width == "narrow" else "58%") == 1
    assert not {"2", "2%"} & set(said)


@pytest.mark.parametrize(("change", "said"), [(-1.597, "−1.6"), (0.0185, "0.0"), (-0.04, "0.0"), (0.39, "+0.4")])
def test_a_change_has_a_sign_unless_it_is_nought(change, said):
    assert _signed(change) == said


def test_hits_stand_apart_from_misses(width):
    rows = [
        (None, -1.0, 12, 0.9, 0.1, 0.0, -1.5),
        (0.0, 0.0, 20, 0.5, 0.4, 0.1, -0.3),
        (0.0, None, 9, 0.1, 0.5, 0.4, 0.2),
    ]
    columns = ["gap_from", "gap_to", "n", "share_cut", "share_kept", "share_raised", "mean_change"]
    fig = settled(figures.after_a_miss(pd.DataFrame(rows, columns=columns)))
    check_drawing(fig, "fig-after-a-miss")
    misses, miss, hits, exact, hit = fig.axes[0].get_yticks()
    assert hits - miss > miss - misses == exact - hits == hit - exact
    assert {"cut", "kept", "raised", "n = 20", "met exactly", "all misses", "all hits", "n = 29"} <= set(words(fig))
    # of all 29 hits ten and 0.9 are cut: 38%
    assert ("38" if width == "narrow" else "38%") in words(fig)
