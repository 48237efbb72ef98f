"""Marks: lines that break where a year is missing, their labels, and which rows of a register a mark stands for.

A reader goes from the mark to its rows, and from each row to its sentence.
"""

import weakref
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from ..extraction.standings import FEW_REPORTS
from ..texts.labels import bilingual
from ..vocabulary.glossary import term_glosses
from .style import INK, MUTED, PAPER, SMALLEST, is_narrow

_LEAST = 9.0  # points: a mark is never smaller for the hand than this
APART = 6.0
"""Points from a mark to its label, and between columns of words."""
_ABOVE = 2.0  # points from a part to the name above it


class LineLabel(NamedTuple):
    """A name at the end of a line."""

    name: str
    at: tuple[float, float]  # the last point of the line, in the data of its axes
    colour: str


def broken_line(
    ax: Axes,
    years: Iterable[int],
    values: Iterable[float],
    n: Iterable[int] | None,
    colour: str,
    **how: Any,
) -> tuple[float, float]:
    """Draw a line by year that breaks where years are missing; a year alone is a dot, and one of few is hollow.

    Parameters
    ----------
    ax
        Where.
    years, values
        The points; years in any order.
    n
        Of how many reports each point is: under `FEW_REPORTS` its dot is hollow. None where each is of one, as of the
        nation.
    colour
        Of the palette.
    how
        `few`, if not `FEW_REPORTS`; the rest are properties of the line, such as `linewidth`.

    Returns
    -------
    tuple
        Year and value of the last point, for `label_at_end`.
    """
    few = how.pop("few", FEW_REPORTS)
    places = list(years)
    own = pd.Series(list(values), index=places, dtype=float).dropna().sort_index()
    sizes = pd.Series(few if n is None else list(n), index=places).reindex(own.index)
    line = own.reindex(range(int(own.index.min()), int(own.index.max()) + 1))
    ax.plot(line.index, line, color=colour, **how)
    alone = line.shift(1).isna() & line.shift(-1).isna() & line.notna()
    lone, hollow = own[alone[own.index]], own[sizes < few]
    ax.scatter(lone.index, lone, s=16, color=colour, zorder=3, clip_on=False)
    ax.scatter(hollow.index, hollow, s=16, facecolor=PAPER, edgecolor=colour, linewidth=1, zorder=3, clip_on=False)
    return float(own.index[-1]), float(own.iloc[-1])


def range_strokes(ax: Axes, years: Iterable[int], values: Iterable[float], ends: Iterable[float], colour: str) -> None:
    """Draw a thin stroke with a foot from a value to what it is by the other end of a range, where there is one."""
    for year, value, end in zip(years, values, ends, strict=True):
        if pd.notna(end) and end != value:
            ax.plot([year, year], [value, end], color=colour, linewidth=1, zorder=3)
            ax.plot(year, end, "_", color=colour, markersize=7, zorder=3)


def label_at_end(ax: Axes, *labels: LineLabel, apart: float = 1.25) -> list[Annotation]:
    """Write the names of lines at their ends, in the colours of the lines; those that would touch move apart.

    Parameters
    ----------
    ax
        Its limits must be set: labels are placed by them. Room for the names is taken from the right of the axes.
    labels
        Name, last point and colour of each line.
    apart
        Lines of text between the middles of two labels of one line each.
    """
    fig = ax.get_figure(root=True)
    if fig is None:
        raise ValueError("what is drawn on no figure cannot be labelled")
    made = [
        ax.annotate(
            label.name,
            label.at,
            xytext=(APART, 0),
            textcoords="offset points",
            color=label.colour,
            va="center",
            linespacing=1.1,
            annotation_clip=False,
        )
        for label in labels
    ]
    ordered = sorted(made, key=lambda text: text.xy[1])
    fig.draw_without_rendering()  # constrained layout makes room first
    heights = [float(text.get_fontsize()) * (apart + 1.15 * text.get_text().count("\n")) for text in ordered]
    points = 72 / fig.dpi
    wanted = [ax.transData.transform(text.xy)[1] * points for text in ordered]
    low, high = (edge * points for edge in ax.get_window_extent().intervaly)
    for text, wish, place in zip(ordered, wanted, _spread(wanted, heights, low, high), strict=True):
        text.set_position((APART, place - wish))
    return made


def label_above(ax: Axes, *labels: LineLabel) -> list[Annotation]:
    """Write the names of parts or marks of the highest row above it; a name without room stands a line higher.

    Parameters
    ----------
    ax
        Its limits must be set. Room for the names is taken from the top of the axes.
    labels
        Name, middle of the upper edge of the part, and colour of the name.
    """
    fig = ax.get_figure(root=True)
    if fig is None:
        raise ValueError("what is drawn on no figure cannot be labelled")
    fig.draw_without_rendering()  # constrained layout makes room first
    points = 72 / fig.dpi
    ordered = sorted(labels, key=lambda label: label.at[0])
    how: dict[str, Any] = {"textcoords": "offset points", "ha": "center", "va": "bottom", "annotation_clip": False}
    how |= {"xytext": (0, _ABOVE), "fontsize": SMALLEST, "linespacing": 1.0}
    made = [ax.annotate(label.name, label.at, color=label.colour, **how) for label in ordered]
    middles = [float(ax.transData.transform(label.at)[0]) * points for label in ordered]
    halves = [float(text.get_window_extent().width) * points / 2 for text in made]
    tall = max(float(text.get_fontsize()) * (1.2 + text.get_text().count("\n")) for text in made)
    for text, line in zip(made, _lines_above(middles, halves), strict=True):
        height = _ABOVE + line * tall
        text.set_position((0, height))
        if line:
            thread = {"arrowstyle": "-", "color": text.get_color(), "linewidth": 0.7, "shrinkA": 0, "shrinkB": 0}
            ax.annotate("", text.xy, arrowprops=thread, **how | {"xytext": (0, height)})
    return made


def _lines_above(middles: Sequence[float], halves: Sequence[float]) -> list[int]:
    """Return on which line each label stands, from below, so that neither labels nor threads touch; from the left."""
    lines: list[int] = []
    for place, (middle, half) in enumerate(zip(middles, halves, strict=True)):
        left, before = middle - half, list(zip(lines, middles[:place], halves[:place], strict=True))

        def _touches(line: int, left: float = left, middle: float = middle, before: list[Any] = before) -> bool:
            return any(
                (other == line and left < thread + wide + 3)  # a label on the line
                or (other < line and middle < thread + wide + 2)  # the own thread through a lower label
                or (other > line and left < thread + 2)  # the thread of a higher one
                for other, thread, wide in before
            )

        lines.append(next((line for line in range(place + 1) if not _touches(line)), place))
    return lines


def write_words(listed: Iterable[tuple[Axes, Sequence[float], Sequence[tuple[str, str]]]]) -> list[float]:
    """Write words left of their rows, with what is told of each in a second column.

    Parameters
    ----------
    listed
        Axes, the heights of their rows, and words with what stands beside them, "" for nothing. Axes below one another
        have columns alike.

    Returns
    -------
    list
        The room that the words take before each of the axes, in points.
    """
    texts: dict[int, list[tuple[Annotation, Annotation]]] = {}
    listed = list(listed)
    across = [spec.colspan.start if (spec := ax.get_subplotspec()) else 0 for ax, _, _ in listed]
    for column, (ax, heights, named) in zip(across, listed, strict=True):
        for height, (word, beside) in zip(heights, named, strict=True):
            how: dict[str, Any] = {"xycoords": ax.get_yaxis_transform(), "textcoords": "offset points", "va": "center"}
            how |= {"xytext": (0, 0), "annotation_clip": False}
            right = ax.annotate(beside, (0, height), fontsize=SMALLEST, color=MUTED, **how)
            texts.setdefault(column, []).append((ax.annotate(word, (0, height), color=INK, **how), right))
    rooms = {}
    for column, pairs in texts.items():
        first, second = (max(_points_wide(pair[side]) for pair in pairs) for side in (0, 1))
        second += APART if second else 0
        for left, right in pairs:
            left.set_position((-first - second - APART, 0))
            right.set_position((-second, 0))
        rooms[column] = first + second + APART
    return [rooms[column] for column in across]


def _points_wide(text: Annotation) -> float:
    fig = text.get_figure(root=True)
    return float(text.get_window_extent().width * 72 / fig.dpi) if fig and text.get_text() else 0.0


def _spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Return middles of labels near those wanted, in their order from below, none over another."""
    groups: list[tuple[list[float], list[float]]] = []  # wishes and heights of labels that touch

    def _bottom(group: tuple[list[float], list[float]]) -> float:
        wishes, tall = group
        starts = [wish - sum(tall[:place]) - tall[place] / 2 for place, wish in enumerate(wishes)]
        return max(low - tall[0] / 2, min(sum(starts) / len(starts), high + tall[-1] / 2 - sum(tall)))

    for wish, height in zip(wanted, heights, strict=True):
        groups.append(([wish], [height]))
        while len(groups) > 1 and _bottom(groups[-2]) + sum(groups[-2][1]) > _bottom(groups[-1]):
            wishes, tall = groups.pop()
            groups[-1] = (groups[-1][0] + wishes, groups[-1][1] + tall)
    places = []
    for group in groups:
        reached = _bottom(group)
        for height in group[1]:
            places.append(reached + height / 2)
            reached += height
    return places


def share_label(share: float) -> str:
    """Return a share as its label says it: one that is there is never 0%."""
    return f"{share:.0%}" if share >= 0.005 or not share else "<1%"


def number_span(numbers: pd.Series) -> str:
    """Return the least and the greatest of whole numbers, as 12–31, or the one number that they all are."""
    low, high = int(numbers.min()), int(numbers.max())
    return str(low) if low == high else bilingual(f"{low}–{high}", f"{low}—{high}")


def key_above(ax: Axes, names: Mapping[str, str], columns: int) -> None:
    """Say in a row above the axes, on a phone in rows of so many, what colours mean; `names` by their colours."""
    handles = [Patch(facecolor=colour, edgecolor="none", label=name) for colour, name in names.items()]
    how: dict[str, Any] = {"handlelength": 0.9, "handleheight": 0.9, "handletextpad": 0.4, "columnspacing": 1.1}
    at: dict[str, Any] = {"loc": "lower left", "bbox_to_anchor": (0, 1), "borderaxespad": 0.2, "borderpad": 0}
    ax.legend(handles=handles, ncols=columns if is_narrow() else len(names), fontsize=SMALLEST, **how, **at)


def write_at(ax: Axes, words: str, at: tuple[float, float], by: tuple[float, float], **how: Any) -> Annotation:
    """Write words some points right of and above a place in the data; properties of the text as for `annotate`."""
    kept: dict[str, Any] = {"textcoords": "offset points", "va": "center", "annotation_clip": False}
    return ax.annotate(words, at, by, **{**kept, **how})


class FigureMark(NamedTuple):
    """A place of a figure that leads to rows of a table."""

    table: str  # tab-slogans
    query: str  # which rows: doc_id=2023-zibo&type=list
    name: str  # what the mark is, in the language of the figure
    left: float  # of the width of the figure, in per cent
    top: float  # of its height, from above
    width: float
    height: float


class _Rows(NamedTuple):
    """What a mark stands for, before it is known where it lies."""

    table: str
    query: str
    name: str
    artist: Artist | None
    at: tuple[Axes, float, float] | None


_MARKED: weakref.WeakKeyDictionary[Figure, list[_Rows]] = weakref.WeakKeyDictionary()


def mark_bar(artist: Artist, name: str, table: str, **values: object) -> None:
    """Say which rows a drawn bar stands for.

    Parameters
    ----------
    artist
        The bar.
    name
        What it is, in the language of the figure.
    table
        Label of the table with the rows.
    values
        Columns of the table and what they hold in these rows.
    """
    _add(artist, _Rows(table, urlencode(values), name, artist, None))


def mark_point(axes: Axes, at: tuple[float, float], name: str, table: str, **values: object) -> None:
    """Say which rows a drawn dot stands for; `at` is its place in the data of its axes."""
    _add(axes, _Rows(table, urlencode(values), name, None, (axes, *at)))


def _add(artist: Artist, rows: _Rows) -> None:
    fig = artist.get_figure(root=True)
    if fig is None:
        raise ValueError("what is drawn on no figure cannot be marked")
    _MARKED.setdefault(fig, []).append(rows)


def marks_of(fig: Figure) -> list[FigureMark]:
    """Return the marks of a figure in the order in which they were drawn; bars without length have none."""
    if fig not in _MARKED:
        return []
    fig.draw_without_rendering()
    found = []
    for rows in _MARKED[fig]:
        box = rows.artist.get_window_extent() if rows.artist else _around(rows.at)
        if rows.artist is None or box.width > 0:
            found.append(FigureMark(rows.table, rows.query, rows.name, *_per_cent(fig, box)))
    return found


def _around(at: tuple[Axes, float, float] | None) -> Bbox:
    if at is None:
        raise ValueError("a mark is neither a bar nor a dot")
    axes, x, y = at
    left, bottom = axes.transData.transform((x, y))
    return Bbox.from_bounds(left, bottom, 0, 0)


def _per_cent(fig: Figure, box: Bbox) -> tuple[float, float, float, float]:
    """Return left, top, width and height in per cent of the figure, each at least as large as a hand needs."""
    least = _LEAST * fig.dpi / 72
    width, height = max(box.width, least), max(box.height, least)
    left, top = (box.x0 + box.x1 - width) / 2, fig.bbox.height - (box.y0 + box.y1 + height) / 2
    across, down = fig.bbox.width / 100, fig.bbox.height / 100
    shares = (left / across, top / down, width / across, height / down)
    first, second, third, fourth = (round(float(share), 2) for share in shares)
    return first, second, third, fourth


def short_gloss(gloss: str) -> str:
    """Return the first meaning of a gloss, without what explains it; zones have their short names."""
    first = gloss.partition(";")[0].partition(" (")[0]
    return first.replace("conomic Development Zone", "conomic Zone").replace("conomic development zone", "conomic zone")


def glossed_word(word: str) -> tuple[str, str]:
    """Return a word and its English gloss, if the glossary has one and English is drawn."""
    return word, bilingual(short_gloss(term_glosses().get(word, "")), "")


def glossed_line(term: object) -> str:
    """Return a word with its English gloss in one line, in the language that is drawn."""
    return "  ".join(filter(None, glossed_word(str(term))))
