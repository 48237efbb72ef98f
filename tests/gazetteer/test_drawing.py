"""Drawing: marks stand where numbers say, gaps break lines, few reports are hollow."""

import pytest

from analysis.gazetteer.drawing import Promise, Share, life_drawing, targets_drawing

NAMES = {"national": "nation", "province": "provinces", "prefecture": "prefectures"}


def life(provinces, nation=()):
    return life_drawing({"province": provinces, "prefecture": []}, ("national", nation), NAMES)


def test_a_share_stands_between_its_ticks():
    drawing = life([Share(2020, 5, 20), Share(2021, 10, 20)])
    low, high = (spot.y for spot in drawing.spots)
    ticks = {words.text: words.y for words in drawing.words if "value" in words.kind}
    assert low == pytest.approx((ticks["20%"] + ticks["30%"]) / 2)
    assert high == ticks["50%"]
    assert high < low


def test_a_year_without_reports_breaks_the_line():
    drawing = life([Share(2018, 1, 20), Share(2019, 1, 20), Share(2021, 1, 20)])
    assert len([line for line in drawing.strokes if line.kind == "line province"]) == 1
    assert len(drawing.spots) == 3


def test_a_share_of_few_reports_is_hollow():
    drawing = life([Share(2018, 1, 9), Share(2019, 1, 10)])
    assert [spot.kind for spot in drawing.spots] == ["province few", "province"]


def test_the_nation_has_a_square_a_report():
    drawing = life([], [Share(2018, 1, 1), Share(2020, 0, 1)])
    assert [square.kind for square in drawing.squares] == ["national", "national none"]


def test_a_life_without_a_year_cannot_be_drawn():
    with pytest.raises(ValueError, match="no year"):
        life([])


def test_names_of_lines_do_not_meet():
    drawing = life_drawing(
        {"province": [Share(2020, 1, 20)], "prefecture": [Share(2020, 1, 20)]}, ("national", []), NAMES
    )
    ends = sorted(words.y for words in drawing.words if "name" in words.kind)
    assert ends[1] - ends[0] >= 15


PROMISES = [
    Promise(2020, 8.0, 9.0, "range", 7.0),
    Promise(2021, 6.0, None, "at least", None),
    Promise(2022, 6.0, None, "about", -2.0),
    Promise(2023, None, None, "", None),
]


def test_targets_are_dots_results_rings_and_words_strokes():
    drawing = targets_drawing(PROMISES, {"province": {2020: 7.0, 2021: 6.0, 2030: 1.0}}, NAMES, "青岛市")
    assert [spot.kind for spot in drawing.spots].count("target") == 3
    assert [spot.kind for spot in drawing.spots].count("ring") == 2
    kinds = [line.kind for line in drawing.strokes]
    assert [kinds.count(kind) for kind in ("span", "floor", "about")] == [1, 1, 1]
    assert kinds.count("line province") == 3  # two years and the step between them; 2030 is outside
    zero = next(line for line in drawing.strokes if line.kind == "base")
    assert max(spot.y for spot in drawing.spots) > zero.y1  # a fall stands below nought


@pytest.mark.parametrize("promise", [Promise(2020, None, None, "", -3.0), Promise(2020, 0.0, None, "", None)])
def test_numbers_of_which_none_is_above_nought_have_an_axis(promise):
    drawing = targets_drawing([promise], {}, NAMES, "青岛市")
    (spot,) = drawing.spots
    zero = next(line for line in drawing.strokes if line.kind == "base")
    assert (spot.y > zero.y1) == (promise.result is not None)
    assert 0 <= spot.y <= drawing.height


def test_a_place_without_numbers_has_no_drawing():
    assert targets_drawing(PROMISES[3:], {}, NAMES, "青岛市") is None


@pytest.mark.parametrize(
    "drawing", [life([Share(1998 + n, n, 30) for n in range(29)]), targets_drawing(PROMISES, {}, NAMES, "x")]
)
def test_everything_stands_within_the_picture(drawing):
    for spot in [*drawing.spots, *drawing.squares, *drawing.words]:
        assert 0 <= spot.x <= 100
        assert 0 <= spot.y <= drawing.height
