"""Marks: which rows of a register a bar or a dot of a figure stands for, and where it lies on the figure.

A reader goes from the mark to its rows, and from each row to its sentence.
"""

import weakref
from typing import NamedTuple
from urllib.parse import urlencode

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

_LEAST = 9.0  # points: a mark is never smaller for the hand than this


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
    fig.canvas.draw()
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
