"""The template of figures: one drawing, shown bare on the page, and with its title, measure and source in a file.

A figure is drawn wide and narrow in both languages, its labels are checked, and the wide drawing is framed by a head
and a foot that lie outside of it, so that no mark moves. Files that travel say what they show, of what and from where.
"""

import functools
import io
import json
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from ..figures.embedding import dark_svg, light_embedding, light_svg
from ..figures.marks import marks_of
from ..figures.style import (
    DARK_COLOURS,
    GRID,
    INK,
    MUTED,
    PAPER,
    SMALLEST,
    drawing_width,
    page_size,
    style_sheet,
    title_fonts,
)
from ..texts.labels import LANGUAGES, bilingual, drawing_language
from ..vocabulary.lines import unbroken_pieces
from .captions import Caption, CaptionError
from .citations import book_address, chinese_author, study_record

FIGURE_FORMATS: dict[str, dict[str, Any]] = {
    "svg": {"metadata": {"Date": None, "Creator": None}},
    "pdf": {"metadata": {"CreationDate": None, "Creator": None, "Producer": None}},
    "png": {"metadata": {"Software": None}, "dpi": 300},
}

_EDGE = 6.4  # points from the edge of a file to its words
_TITLE, _MEASURE, _SOURCE = 14.5, 10.5, SMALLEST
_LEADING = 1.25  # of a line, in sizes of its letters
_DRAWINGS = 6  # at most, until a layout has come to rest
_SLACK = 1.5  # points that a label may stand out
_KERNING = 0.04  # of the room for a line: so much its length may differ from those of its characters together
_STOPS = "，。；：？！"
_SHORTEST = 0.15  # of a text: the least part that is a line of its own
_RIM = 1.0  # points of paper about words that stand on a grid
_OVER_GRID = 0.6  # of the order in which parts are drawn: a grid has 0.5, marks have 1 and more
_BEFORE_MARK = 0.42  # of a text below a title: the least part that ends at a mark
_TRIFLE = 0.12  # of the smaller of two labels that may overlap


class DrawingError(ValueError):
    """A figure that cannot be published; the message names the figure and the remedy."""


class Head(NamedTuple):
    """What a file says above and below the drawing, in lines of one language."""

    title: str
    measure: str
    source: str


def drawn_files(draw: Callable[..., Figure], table: pd.DataFrame, of: str, caption: Caption) -> dict[str, bytes]:
    """Draw a figure in both languages and widths; return its files by ending, and what the page needs to know.

    `svg`, `pdf` and `png` are the English files that travel, once more; `page.svg` and `narrow.svg` are the pictures of
    the page, each with a dark twin, and `drawing` holds their sizes in points and the marks on them as JSON.

    Raises
    ------
    DrawingError, CaptionError
        If a label is too small, does not fit or lies on another, a character has no glyph, a colour is not of the
        palette, or a title is longer than two lines.
    """
    files, shown = dict[str, bytes](), dict[str, dict[str, Any]]()
    for language in LANGUAGES:
        shown[language] = {}
        for width, name in (("wide", "page"), ("narrow", "narrow")):
            with _drawing(caption.label, language, width):
                figure = settled(draw(table, of) if of else draw(table))
                check_drawing(figure, caption.label)
                picture = light_svg(_saved(figure, "svg"))
                files[f"{language}.{name}.svg"] = picture
                files[f"{language}.{name}.dark.svg"] = dark_svg(picture, caption.label)
                marks = [mark._asdict() for mark in marks_of(figure)]
                shown[language][name] = {"size": _points(figure), "marks": marks}
                if name == "page":
                    files |= {f"{language}.{ending}": file for ending, file in _framed(figure, caption).items()}
                plt.close(figure)
    files |= {ending: files[f"{LANGUAGES[0]}.{ending}"] for ending in FIGURE_FORMATS}
    return files | {"drawing": json.dumps({"shown": shown}).encode()}


def settled(figure: Figure) -> Figure:
    """Return a figure whose parts keep their places from here on: a layout moves them a little at every drawing."""
    places: list[list[float]] = []
    for _ in range(_DRAWINGS):
        figure.draw_without_rendering()
        before, places = places, [[round(float(edge), 3) for edge in ax.get_position().extents] for ax in figure.axes]
        if places == before:
            break
    with _no_layout():
        figure.set_layout_engine(None)
    _clear_of_grid(figure)
    return figure


def _clear_of_grid(figure: Figure) -> None:
    """Lay paper between the lines of a grid and the words that they would run through; marks lie above it."""
    width, height, rim = figure.bbox.width, figure.bbox.height, _RIM * figure.dpi / 72
    for ax in figure.axes:
        lines = [line.get_window_extent() for line in _grid_lines(ax)]
        for text in ax.texts if lines else ():
            box = _words_box(text)
            if text.get_text().strip() and any(_touch(box, line) for line in lines):
                left, bottom, right, top = (float(edge) for edge in box.padded(rim).extents)
                paper = Rectangle((left / width, bottom / height), (right - left) / width, (top - bottom) / height)
                paper.set(facecolor=PAPER, linewidth=0, zorder=_OVER_GRID, clip_on=False)
                paper.set_transform(figure.transFigure)  # a head and a foot move it with the drawing
                ax.add_artist(paper)


def _words_box(text: Text) -> Bbox:
    """Return where the words of a text are, without the arrow that an annotation counts too."""
    text.get_window_extent()  # an annotation finds its place
    return Text.get_window_extent(text)


def _grid_lines(ax: Axes) -> list[Line2D]:
    """Return the lines of a grid that are seen, those drawn by hand in its colour among them."""
    lines = [line for line in ax.lines if line.get_color() == GRID]
    for axis in (ax.xaxis, ax.yaxis) if ax.axison else ():
        low, high = sorted(axis.get_view_interval())
        lines += [
            tick.gridline
            for tick in axis.get_major_ticks()
            if tick.gridline.get_visible() and low <= tick.get_loc() <= high
        ]
    return lines


def _touch(one: Bbox, other: Bbox) -> bool:
    return bool(one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1)


def _no_layout() -> AbstractContextManager[None]:
    """Let figures have no layout, in whose place matplotlib draws each figure once more before it saves it."""
    return plt.rc_context({"figure.constrained_layout.use": False})


def _points(figure: Figure) -> list[float]:
    return [round(float(inches) * 72, 1) for inches in figure.get_size_inches()]


@contextmanager
def _drawing(label: str, language: str, width: str) -> Iterator[None]:
    """Draw in a language and a width; a character without glyph is an error that names the figure."""
    with drawing_language(language), drawing_width(width), warnings.catch_warnings():
        warnings.filterwarnings("error", "Glyph")
        warnings.filterwarnings("error", "constrained_layout not applied")
        try:
            with plt.style.context(style_sheet()), light_embedding():
                yield
        except UserWarning as missing:
            if str(missing).startswith("constrained_layout"):
                told = f"{label}: its labels leave no room for the drawing; shorten them, or give it more height"
                raise DrawingError(told) from missing
            if not str(missing).startswith("Glyph"):
                raise
            sign = re.search(r"Glyph (\d+)", str(missing))
            named = f"“{chr(int(sign[1]))}” (U+{int(sign[1]):04X})" if sign else str(missing)
            raise DrawingError(f"{label}: no font has the character {named}; write the label without it") from missing


def _saved(figure: Figure, ending: str, box: Bbox | None = None, title: str = "") -> bytes:
    content, options = io.BytesIO(), FIGURE_FORMATS[ending]
    told = options["metadata"] | ({"Title": title} if title else {})
    with _no_layout():  # while it saves, matplotlib takes the layout away, and then gives back what the rules say
        figure.savefig(content, format=ending, **{**options, "metadata": told, "bbox_inches": box})
    return content.getvalue()


def _framed(figure: Figure, caption: Caption) -> dict[str, bytes]:
    """Return the files that travel: the drawing between its head and its foot, which lie outside of it."""
    head = head_of(caption)
    width, height = (float(inches) for inches in figure.get_size_inches())
    room = width * 72 - 2 * _EDGE
    said: list[tuple[str, dict[str, Any]]] = [
        (_wrapped(words, style, room, f"{caption.label}: the {name}"), style)
        for name, words, style in (
            ("claim", head.title, {"fontsize": _TITLE, "fontfamily": title_fonts(), "color": INK}),
            ("measure", head.measure, {"fontsize": _MEASURE, "color": MUTED}),
            ("source", head.source, {"fontsize": _SOURCE, "color": MUTED}),
        )
        if words
    ]
    above = _EDGE + 4 + sum(_height(*line) for line in said[:-1])
    below = _EDGE + _height(*said[-1])
    top = height * 72 + above - _EDGE
    for words, style in said:
        if style["fontsize"] == _SOURCE:
            top = -4
        figure.text(_EDGE / width / 72, top / height / 72, words, va="top", linespacing=1.15, **style)
        top -= _height(words, style)
    box = Bbox([[0, -below / 72], [width, height + above / 72]])
    return {ending: _saved(figure, ending, box, head.title) for ending in FIGURE_FORMATS}


def _height(words: str, style: dict[str, Any]) -> float:
    """Return how many points a title of one line or two takes, with the room below it."""
    return float(_LEADING * style["fontsize"] * (1 + words.count("\n")) + 4)


def head_of(caption: Caption) -> Head:
    """Return what a file says of its figure in the language that is drawn; its title where it has no claim yet."""
    record = study_record()
    names = [author["name"] for author in record["authors"]]
    year, authors = record["date-released"][:4], bilingual(", ".join(names), "、".join(map(chinese_author, names)))
    source, doi = bilingual(caption.source, caption.source_zh), record.get("doi")
    study = bilingual(f"{authors} ({year}), {caption.label}", f"{authors}（{year}），{caption.label}")
    address = f"https://doi.org/{doi}" if doi else book_address()
    said = Head(
        bilingual(caption.claim or caption.title, caption.claim_zh or caption.title_zh),
        bilingual(caption.measure, caption.measure_zh),
        " · ".join(filter(None, (study, source, address, "CC BY 4.0"))),
    )
    return Head(*(words.replace("'", "’") for words in said))  # as labels have it


def _wrapped(words: str, style: dict[str, Any], room: float, what: str) -> str:
    """Return words in one line or two.

    Raises
    ------
    CaptionError
        If they are longer.
    """
    length = _ruler(style)
    if length(words) <= room:
        return words
    pieces, even = unbroken_pieces(words), style["fontsize"] == _TITLE  # other words fill their first line
    heads = ["".join(pieces[:at]).rstrip() for at in range(1, len(pieces))]
    # a dot between two parts of a source neither ends a line nor begins one
    cuts = [(head.rstrip(" ·"), words[len(head) :].lstrip(" ·")) for head in heads]
    # a Chinese line ends at a mark where it can, since no space tells its words apart; a word or two make no line
    cuts = [cut for cut in cuts if all(cut)]
    long = [cut for cut in cuts if len(cut[1]) >= _SHORTEST * len(words)]
    marks, least = (_STOPS, 0.0) if even else (f"{_STOPS}、）", _BEFORE_MARK * len(words))
    marked = [cut for cut in long if cut[0][-1] in marks and len(cut[0]) >= least]
    found = (_best_cut(own, length, room, even=even) for own in (marked, long, cuts))
    best = next(filter(None, found), None)
    if best is None:
        raise CaptionError(f"{what} is longer than two lines in “{words}”; shorten it in captions.yml")
    return "\n".join(best)


def _best_cut(
    cuts: Sequence[tuple[str, str]], length: Callable[[str], float], room: float, *, even: bool
) -> tuple[str, str] | None:
    """Return the cut into two lines that fit whose second is shortest, or which differ least; None if none fits.

    A line is about as long as its characters one by one: only where that says that a cut may be the best is it
    measured, since measuring dozens of long lines takes as long as drawing.
    """

    def badness(first: float, second: float) -> float:
        return abs(first - second) if even else second

    each, slack = functools.cache(length), _KERNING * room
    rough = [(sum(map(each, first)), sum(map(each, second))) for first, second in cuts]
    best: tuple[float, int] | None = None
    for place in sorted(range(len(cuts)), key=lambda place: badness(*rough[place])):
        if best and badness(*rough[place]) - 2 * slack > best[0]:
            break
        if max(rough[place]) - slack > room:
            continue
        first, second = map(length, cuts[place])
        if max(first, second) <= room:
            found = (badness(first, second), place)
            best = min(best, found) if best else found
    return cuts[best[1]] if best else None


def _ruler(style: dict[str, Any]) -> Callable[[str], float]:
    """Return what says how long a line of a style is, in points."""
    probe = plt.figure(figsize=(1, 1), layout="none")
    plt.close(probe)
    line = probe.text(0, 0, "", **style)

    def length(words: str) -> float:
        line.set_text(words)
        return float(line.get_window_extent().width) * 72 / probe.dpi

    return length


def check_drawing(figure: Figure, label: str) -> None:
    """Check that a drawing is no wider than it is shown, and that each of its labels can be read where it stands.

    Raises
    ------
    DrawingError
        If it is wider, or a label is too small, has a colour outside of the palette, stands out of the picture or lies
        on another.
    """
    width, widest = float(figure.get_size_inches()[0]), page_size(1)[0]
    if width > widest + 1e-6:
        raise DrawingError(f"{label}: drawn {width:.2f} in wide where {widest} are shown; take its size from page_size")
    texts = list(_labels(figure))
    for text in texts:
        words = " ".join(text.get_text().split())
        if float(text.get_fontsize()) < SMALLEST - 1e-6:
            raise DrawingError(f"{label}: “{words}” is of {text.get_fontsize():g} points; draw {SMALLEST} or more")
        if "\\mathdefault" in words:
            raise DrawingError(
                f"{label}: “{words}” is a formula of an axis; give the axis a formatter such as '{{x:g}}'"
            )
        colour = to_hex(text.get_color())
        if colour not in DARK_COLOURS:
            raise DrawingError(
                f"{label}: “{words}” has the colour {colour}; use one of the palette in figures/style.py"
            )
    boxes = [(text, _tight(text)) for text in texts]
    slack = _SLACK * figure.dpi / 72
    for text, box in boxes:
        if min(box.x0, box.y0) < -slack or box.x1 > figure.bbox.width + slack or box.y1 > figure.bbox.height + slack:
            words = " ".join(text.get_text().split())
            raise DrawingError(f"{label}: “{words}” does not fit into the picture; shorten it, break it or move it")
    level = [(text, box) for text, box in boxes if text.get_rotation() == 0]
    for one, other in _lying_on_each_other([[float(edge) for edge in box.extents] for _, box in level]):
        first, second = (" ".join(level[place][0].get_text().split()) for place in (one, other))
        raise DrawingError(f"{label}: “{first}” and “{second}” lie on each other; move or shorten one")


def _lying_on_each_other(boxes: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """Yield the places of boxes (left, bottom, right, top) that share more than a trifle of the smaller one.

    Hundreds of labels are thousands of pairs: numbers are compared, with no box made of what two share.
    """
    areas = [(right - left) * (top - bottom) for left, bottom, right, top in boxes]
    for second, (left, bottom, right, top) in enumerate(boxes):
        for first, (low, under, high, over) in enumerate(boxes[:second]):
            wide, tall = min(right, high) - max(left, low), min(top, over) - max(bottom, under)
            if wide > 0 and tall > 0 and wide * tall > _TRIFLE * min(areas[first], areas[second]) > 0:
                yield first, second


def _labels(figure: Figure) -> Iterator[Text]:
    """Yield the texts of a drawing that are seen; ticks beyond the limits of their axis are not."""
    hidden: set[Text] = set()
    for axis in figure.findobj(Axis):
        low, high = sorted(axis.get_view_interval())
        edge = 1e-6 * (high - low)
        for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
            if not (low - edge <= tick.get_loc() <= high + edge and axis.get_visible() and axis.axes.axison):
                hidden |= {tick.label1, tick.label2}
    for text in figure.findobj(Text):
        if text not in hidden and text.get_visible() and text.get_text().strip():
            yield text


def _tight(text: Text) -> Bbox:
    """Return where the letters of a text are: its box without the empty room above and below."""
    box = text.get_window_extent()
    spare = 0.12 * float(text.get_fontsize()) * text.figure.dpi / 72
    return Bbox.from_extents(box.x0, box.y0 + spare, box.x1, box.y1 - spare)
