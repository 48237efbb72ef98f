"""Lines that break, hollow marks and labels at ends."""

import itertools

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex

from analysis.figures.marks import LineLabel, _lines_above, _spread, broken_line, label_above, label_at_end
from analysis.figures.style import FOCUS, INK, PAPER, style_sheet


@pytest.fixture
def ax():
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots()
        yield ax
    plt.close(fig)


def test_a_line_breaks_at_missing_years_and_ends_at_its_last_point(ax):
    end = broken_line(ax, [2003, 2001, 2002, 2005, 2006], [3, 1, 2, 5, 6], None, INK)
    assert end == (2006, 6)
    x, y = ax.lines[0].get_data()
    assert list(x) == list(range(2001, 2007))
    assert np.isnan(y[3])
    assert [round(float(value)) for value in np.delete(y, 3)] == [1, 2, 3, 5, 6]


def test_a_year_alone_is_a_dot_and_one_of_few_reports_is_hollow(ax):
    broken_line(ax, [2001, 2002, 2004, 2006], [1, 2, 3, 4], [10, 9, 10, 3], INK)
    lone, hollow = ax.collections
    assert lone.get_offsets().tolist() == [[2004, 3], [2006, 4]]
    assert hollow.get_offsets().tolist() == [[2002, 2], [2006, 4]]
    assert to_hex(hollow.get_facecolor()[0]) == PAPER


def test_a_value_that_is_missing_is_a_missing_year(ax):
    assert broken_line(ax, [2001, 2002, 2003], [1, float("nan"), 3], [20, 20, 20], INK) == (2003, 3)
    assert ax.collections[0].get_offsets().tolist() == [[2001, 1], [2003, 3]]


def test_labels_at_ends_move_apart_and_keep_their_order(ax):
    ax.set(xlim=(0, 1), ylim=(0, 100))
    labels = [LineLabel(name, (1, height), FOCUS) for name, height in (("high", 50.4), ("low", 50), ("far", 90))]
    high, low, far = label_at_end(ax, *labels)
    ax.figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in (low, high, far)]
    for below, above in itertools.pairwise(boxes):
        assert below.y1 <= above.y0 + 2.5
    middle = ax.transData.transform((1, 90))[1]
    assert (boxes[2].y0 + boxes[2].y1) / 2 == pytest.approx(middle, abs=2)
    assert boxes[2].x1 <= ax.figure.bbox.width


@pytest.mark.parametrize(
    ("wanted", "heights", "placed"),
    [
        ([10, 50], [10, 10], [10, 50]),
        ([50, 50], [10, 10], [45, 55]),
        ([48, 50, 52], [10, 10, 10], [40, 50, 60]),
        ([0, 0], [10, 10], [0, 10]),
        ([100, 100], [10, 20], [85, 100]),
    ],
)
def test_labels_are_spread(wanted, heights, placed):
    assert _spread(wanted, heights, 0, 100) == pytest.approx(placed)


@pytest.mark.parametrize(
    ("middles", "halves", "lines"),
    [
        ([10, 50, 90], [10, 10, 10], [0, 0, 0]),
        ([10, 25, 60], [10, 10, 10], [0, 1, 0]),  # the second would touch the first
        ([10, 25, 33], [10, 10, 10], [0, 1, 2]),  # the third would touch the first, then the second
        ([10, 25, 40], [10, 10, 16], [0, 1, 2]),  # below, the third would lie on the thread of the second
    ],
)
def test_labels_above_stand_on_the_lowest_line_that_is_free(middles, halves, lines):
    assert _lines_above(middles, halves) == lines


def test_a_label_that_stands_higher_has_a_thread_to_its_part(ax):
    ax.set(xlim=(0, 10), ylim=(1, 0))
    made = label_above(ax, LineLabel("a long name of a part", (5, 0.2), INK), LineLabel("another one", (5.5, 0.2), INK))
    first, second = (text.get_window_extent() for text in made)
    assert not first.overlaps(second)
    threads = [text for text in ax.texts if text.arrow_patch is not None]
    assert [thread.xy for thread in threads] == [(5.5, 0.2)]
