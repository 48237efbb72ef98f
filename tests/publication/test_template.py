"""The template: what travels says what it shows and from where; a label that cannot be read stops the figure."""

import io
import itertools
import re

import matplotlib.pyplot as plt
import pandas as pd
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from analysis.figures import embedding
from analysis.figures.embedding import dark_svg, light_svg
from analysis.figures.style import (
    DARK_COLOURS,
    PAPER,
    STATUS_COLOURS,
    drawing_width,
    page_size,
    style_sheet,
    title_fonts,
)
from analysis.publication import template
from analysis.publication.captions import Caption, CaptionError
from analysis.publication.citations import study_record
from analysis.publication.template import DrawingError, check_drawing, drawn_files, head_of, settled
from analysis.texts.labels import bilingual, drawing_language

CAPTION = Caption(
    *("fig-made", "one", "Made", "图", "A note.", "说明。", "Bars.", "条形。"),
    claim="Nearly all bars are long in these 31 provinces",
    claim_zh="31个省份的条形几乎都长",
    measure="Length of bars, 2003–2026",
    measure_zh="条形长度，2003—2026年",
    source="n = 3 bars",
    source_zh="3根条形",
)
AUTHORS = ", ".join(author["name"] for author in study_record()["authors"])
TABLE = pd.DataFrame({"name": ["$a_b^c$", "b"], "n": [3, 1]})


def made(table, *, size=None, words="target", at=(1, 0.5), **how):
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=size or page_size(2.4, 2))
        ax.barh(table["name"], table["n"], color=STATUS_COLOURS["target"])
        ax.text(*at, bilingual(words, words if words != "target" else "目标"), **how)
    return fig


@pytest.fixture(scope="module")
def files():
    return drawn_files(made, TABLE, "", CAPTION)


def words_of(content):
    return pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()


@pytest.mark.parametrize(
    ("language", "claim", "measure", "source"),
    [
        ("en", CAPTION.claim, CAPTION.measure, f"{AUTHORS} (2026), fig-made · n = 3 bars · CC BY 4.0"),
        ("zh", CAPTION.claim_zh, CAPTION.measure_zh, "《吹响冲锋号》撰稿人（2026），fig-made · 3根条形 · CC BY 4.0"),
    ],
)
def test_a_file_that_travels_says_what_of_what_and_from_where(files, language, claim, measure, source):
    said = "".join(words_of(files[f"{language}.pdf"]).split())
    for words in (claim, measure, source, "$a_b^c$"):  # a hostile word is drawn as printed
        assert "".join(words.split()) in said


def test_the_picture_of_the_page_is_the_same_drawing_without_title(files):
    sizes = {
        name: [float(part) for part in re.search(rb'viewBox="0 0 (\S+) ([\d.]+)"', files[name]).groups()]
        for name in ("en.page.svg", "en.svg", "en.narrow.svg")
    }
    assert sizes["en.page.svg"] == pytest.approx([7.4 * 72, 2.4 * 72])
    assert sizes["en.narrow.svg"] == pytest.approx([3.75 * 72, 2 * 72])
    assert sizes["en.svg"][0] == pytest.approx(7.4 * 72)
    assert 30 < sizes["en.svg"][1] - 2.4 * 72 < 90


def test_no_mark_moves_when_the_head_is_added():
    with template._drawing("fig-made", "en", "wide"):
        fig = settled(made(TABLE))
        before = fig.axes[0].patches[0].get_window_extent().bounds
        content = template._framed(fig, CAPTION)["png"]
        assert fig.axes[0].patches[0].get_window_extent().bounds == pytest.approx(before)
        plt.close(fig)
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.width == 7.4 * 300
        target = tuple(int(STATUS_COLOURS["target"][place : place + 2], 16) for place in (1, 3, 5))
        column = [picture.convert("RGB").getpixel((int(before[0] * 3) + 20, y)) for y in range(picture.height)]
    foot = template._EDGE + template._height("one line", {"fontsize": 8.5})
    lowest = max(y for y, colour in enumerate(column) if colour == target)
    assert picture.height - lowest == pytest.approx((foot / 72 * 300) + before[1] * 3, abs=4)


def test_a_dark_picture_has_dark_colours_and_the_same_drawing(files):
    light, dark = files["en.page.svg"].decode(), files["en.page.dark.svg"].decode()
    assert STATUS_COLOURS["target"] in light
    assert not [colour for colour in DARK_COLOURS if colour in dark]
    assert DARK_COLOURS[PAPER] in dark
    assert re.sub("#[0-9a-f]{6}", "", light) == re.sub("#[0-9a-f]{6}", "", dark)


def test_a_colour_outside_of_the_palette_is_told():
    with pytest.raises(ValueError, match="fig-made: its drawing has the colour #123456; use one of the palette"):
        dark_svg(b'<svg style="fill:#123456"/>', "fig-made")
    with pytest.raises(DrawingError, match="“target” has the colour #000000"):
        checked(color="black")


def checked(**how):
    fig = settled(made(TABLE, **how))
    try:
        check_drawing(fig, "fig-made")
    finally:
        plt.close(fig)


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"size": (8, 3)}, "fig-made: drawn 8.00 in wide where .* are shown; take its size from page_size"),
        ({"fontsize": 8}, "fig-made: “target” is of 8 points; draw 8.5 or more"),
        (
            {"at": (2, 0.5), "in_layout": False, "words": "far " * 40},
            "fig-made: “far far .*” does not fit into the picture; shorten it, break it or move it",
        ),
        ({"at": (0, -0.6), "words": "7 7 7 7 7 7", "va": "top"}, "lie on each other; move or shorten one"),
    ],
)
def test_a_label_that_cannot_be_read_where_it_stands_is_told(how, told):
    with plt.style.context(style_sheet()), pytest.raises(DrawingError, match=told):
        checked(**how)


def test_a_formula_of_an_axis_is_told():
    with plt.style.context(style_sheet()):
        fig = made(TABLE)
        fig.axes[0].set_xscale("log")
        with pytest.raises(DrawingError, match=r"fig-made: .* is a formula of an axis; give the axis a formatter"):
            check_drawing(settled(fig), "fig-made")
        plt.close(fig)


def test_a_drawing_that_is_in_order_passes_at_both_widths():
    for width in ("wide", "narrow"):
        with drawing_width(width), plt.style.context(style_sheet()):
            checked()


def test_a_width_that_is_none_is_told():
    with (
        pytest.raises(ValueError, match="no figure is drawn 'broad'; choose one of wide, narrow"),
        drawing_width("broad"),
    ):
        pass


def test_labels_that_leave_no_room_are_told():
    def crowded(table):
        return made(table, at=(200, 0.5), words="far " * 30, clip_on=False)

    with pytest.raises(DrawingError, match="fig-made: its labels leave no room for the drawing; shorten them"):
        drawn_files(crowded, TABLE, "", CAPTION)


def test_a_character_without_glyph_is_told():
    with pytest.raises(
        DrawingError, match=re.escape("fig-made: no font has the character “\U0002a6a5” (U+2A6A5); write")
    ):
        drawn_files(made, TABLE.assign(name=["\U0002a6a5", "b"]), "", CAPTION)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Short", ["Short"]),
        (
            "Provinces met 97 per cent of their growth targets until 2011, and fewer than half since",
            ["Provinces met 97 per cent of their growth", "targets until 2011, and fewer than half since"],
        ),
    ],
)
def test_a_title_takes_two_lines_as_even_as_can_be(words, lines):
    with plt.style.context(style_sheet()):
        found = template._wrapped(words, {"fontsize": 14.5}, 500, "fig-made: the claim")
    assert found.split("\n") == lines


def test_a_chinese_title_breaks_before_no_mark_and_in_no_number():
    words = "同一批31个省份的报告，每万字提到数字口号由2003年的12.6次增至2026年的39.6次，“1+N”亦然。"
    with drawing_language("zh"), plt.style.context(style_sheet()):
        for room in range(376, 480, 12):
            first, second = template._wrapped(words, {"fontsize": 14.5}, room, "").split("\n")
            assert first + second == words
            assert second[0] not in "，。”%"
            assert not (first[-1].isdigit() and second[0].isdigit())
            assert first[-1] not in "“"


def test_a_chinese_title_ends_its_first_line_at_a_mark_and_a_licence_stays_whole():
    style = {"fontsize": template._TITLE, "fontfamily": title_fonts()}
    words = "地市目标高出本省：投资一点五个百分点，社会消费品零售四个；外贸例外，为二点三个"
    with drawing_language("zh"), plt.style.context(style_sheet()):
        first, second = template._wrapped(words, style, 400, "").split("\n")
        assert first + second == words
        assert first[-1] in "：，；"
    for room in range(300, 420, 10):
        words = "Sounding the Charge (2026), fig-a · 784 targets and results in work reports · CC BY 4.0"
        assert "CC BY 4.0" in template._wrapped(words, {"fontsize": 8.5}, room, "")


def test_words_below_a_title_end_their_line_at_a_mark_and_leave_no_word_alone():
    style = {"fontsize": template._SOURCE}
    words = "各文本的数字口号次数，括号内为合计：列举型如“九大攻坚行动”，缩略型如“三提三争”；市北（青岛市辖区）"
    with drawing_language("zh"), plt.style.context(style_sheet()):
        for room in range(300, 420, 10):
            first, second = template._wrapped(words, style, room, "").split("\n")
            assert first + second == words
            assert first[-1] in "，、；：）"
    words = "Quantified statements of each text, results and targets, and what is described; repeats count again"
    with plt.style.context(style_sheet()):
        whole = template._ruler(style)(words)
        assert len(template._wrapped(words, style, whole - 2, "").split("\n")[1]) > 10


def test_a_source_has_an_address_where_there_is_one(monkeypatch):
    assert "http" not in head_of(CAPTION).source
    monkeypatch.setattr(template, "book_address", lambda: "https://a.example/book")
    assert head_of(CAPTION).source.endswith(" · n = 3 bars · https://a.example/book · CC BY 4.0")
    monkeypatch.setattr(template, "study_record", lambda: study_record() | {"doi": "10.1/2"})
    assert " · https://doi.org/10.1/2 · " in head_of(CAPTION).source


@pytest.mark.parametrize(("height", "papers"), [(0.5, 1), (0.25, 0)])
def test_no_line_of_a_grid_runs_through_words(height, papers):
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(4, 3))
        ax.set(xlim=(0, 1), ylim=(0, 1), yticks=[0, 0.5, 1])
        text = ax.text(0.4, height, "words", va="center")
        settled(fig)
        found = [patch for patch in ax.patches + ax.artists if patch.get_zorder() == template._OVER_GRID]
        assert len(found) == papers
        for paper in found:
            box, words = paper.get_window_extent(), text.get_window_extent()
            assert box.x0 < words.x0 < words.x1 < box.x1
            assert box.y0 < words.y0 < words.y1 < box.y1
            assert ax.yaxis.get_zorder() < paper.get_zorder() < 1
        plt.close(fig)


def test_a_title_of_three_lines_is_told():
    with (
        plt.style.context(style_sheet()),
        pytest.raises(
            CaptionError,
            match=r"fig-made: the claim is longer than two lines in “word word .*”; shorten it in captions.yml",
        ),
    ):
        template._wrapped("word " * 60, {"fontsize": 14.5}, 500, "fig-made: the claim")


def test_a_figure_without_claim_has_its_title():
    bare = CAPTION._replace(claim="", claim_zh="", measure="", source="")
    assert head_of(bare) == ("Made", "", f"{AUTHORS} (2026), fig-made · CC BY 4.0")


def test_a_light_picture_draws_the_same(files):
    """Numbers are those of the drawing to a hundredth of a point, and every reference leads to something."""
    fig = made(TABLE)
    content = io.BytesIO()
    with plt.style.context(style_sheet()):
        fig.savefig(content, format="svg", metadata={"Date": None, "Creator": None})
    plt.close(fig)
    light = light_svg(content.getvalue())
    assert len(light) < 0.6 * len(content.getvalue())
    assert b"metadata" not in light
    names = set(re.findall(rb' id="([^"]+)"', light))
    assert names
    assert set(re.findall(rb"#([a-z]+)\b(?![0-9a-f])", re.sub(rb"#[0-9a-f]{6}", b"", light))) == names
    places = r'<g style="[^"]*" transform="translate\(([\d.]+) ([\d.]+)\)'
    whole, kept = (
        [[float(part) for part in place] for place in re.findall(places, svg.decode())]
        for svg in (content.getvalue(), light)
    )
    assert len(whole) > 3
    assert kept == [pytest.approx(place, abs=0.006) for place in whole]


@pytest.mark.parametrize(
    ("drawn", "light"),
    [
        ("M 1 2 \nL 3.123456 2 \nL 1 2 \nz\n", "m1 2h2.12-2.12z"),
        ("M 0.5 0 \nQ 1 1 2 0 \nM 5 5 \nC 5 6 6 7 7 7 \nz\nL 6 6 \n", "m.5 0q.5 1 1.5 0m3 5c0 1 1 2 2 2zl1 1"),
        ("M 1 1 \nL 2 2 \nL 3 4 \nL 3 9 \nL 1 7 \n", "m1 1l1 1 1 2v5l-2-2"),
        ("M 0 0 \nQ 1 1 2 1 \nQ 3 1 4 0 \nQ 5 5 6 0 \n", "m0 0q1 1 2 1t2-1q1 5 2 0"),  # one goes on, one does not
    ],
)
def test_a_path_has_relative_steps(drawn, light):
    assert embedding._path(drawn) == light


def followed(path):
    """Return the points of a path, controls among them, all counted from the origin."""
    points, here, start, control = [], (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)
    for name, told in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", told)]
        own = {"h": 1, "v": 1, "m": 2, "l": 2, "t": 2, "q": 4, "c": 6}.get(name.lower(), 0)
        for step in [numbers[at : at + own] for at in range(0, len(numbers), own or 1)]:
            if name in "hv":
                step = [*step, 0.0] if name == "h" else [0.0, *step]  # noqa: PLW2901
            given = zip(step[::2], step[1::2], strict=True)
            given = [(x, y) if name.isupper() else (here[0] + x, here[1] + y) for x, y in given]
            if name == "t":
                given.insert(0, (2 * here[0] - control[0], 2 * here[1] - control[1]))
            control, here = given[0], given[-1]
            points += given
            start = here if name.lower() == "m" else start
        if name.lower() == "z":
            here = start
    return points


def test_outlines_of_letters_are_those_of_the_font_to_a_thousandth_of_their_height():
    """A curve that is told by the one before it ends where it did, and its control is a unit away at most."""
    content = io.BytesIO()
    with plt.style.context(style_sheet()):
        fig = plt.figure()
        fig.text(0.1, 0.5, "提争冲 8&gQ %")
        fig.savefig(content, format="svg")
    plt.close(fig)
    glyph = r'<path id="[^"]+" d="([^"]+)" transform="scale\({}\)"'
    whole = re.findall(glyph.format(re.escape("0.015625")), content.getvalue().decode())
    light = re.findall(glyph.format(re.escape(".1")), light_svg(content.getvalue()).decode())
    assert len(whole) == len(light) == 8
    assert any("t" in path for path in light)
    for path, short in zip(whole, light, strict=True):
        placed = [(x * 1000 / 6400, y * 1000 / 6400) for x, y in followed(path)]
        assert [pytest.approx(point, abs=1.51) for point in placed] == followed(short)
        assert len(short) < 0.8 * len(path)


def test_short_names_are_no_two_alike():
    names = [embedding._short(place) for place in range(2000)]
    assert len(set(names)) == 2000
    assert not [name for name in names if re.fullmatch("[0-9a-f]+", name)]


def kerned(widths, joints):
    """Return a ruler by which two characters that touch stand a little nearer or farther, as some do."""

    def length(line):
        nearer = sum(joints[(ord(one) + 7 * ord(other)) % len(joints)] for one, other in itertools.pairwise(line))
        return sum(widths[ord(sign) % len(widths)] for sign in line) + nearer

    return length


@given(
    st.lists(st.text("abcdefg，。", min_size=1, max_size=6), min_size=2, max_size=14),
    st.lists(st.integers(4, 15), min_size=1, max_size=9),
    st.lists(st.floats(-0.1, 0.1), min_size=1, max_size=5),
    st.integers(30, 200),
    st.booleans(),
)
def test_the_best_cut_is_the_best_of_all_cuts(pieces, widths, joints, room, even):
    length = kerned(widths, joints)
    cuts = [("".join(pieces[:place]), "".join(pieces[place:])) for place in range(1, len(pieces))]
    fitting = [cut for cut in cuts if max(map(length, cut)) <= room]
    best = template._best_cut(cuts, length, room, even=even)
    if not fitting:
        assert best is None
    elif even:
        assert best == min(fitting, key=lambda cut: abs(length(cut[0]) - length(cut[1])))
    else:
        assert best == min(fitting, key=lambda cut: length(cut[1]))


def test_a_cut_is_found_with_few_lines_measured():
    measured = []

    def length(line):
        measured.append(line)
        return 7.0 * len(line)

    words = "一二三四五六七八九十" * 6
    cuts = [(words[:place], words[place:]) for place in range(1, len(words))]
    assert template._best_cut(cuts, length, 300.0, even=True) == (words[:30], words[30:])
    assert sum(len(line) > 1 for line in measured) < len(cuts) / 2
