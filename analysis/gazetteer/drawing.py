"""Drawing: the small figures of the pages that need no script, as marks of an SVG.

Two forms: the life of a slogan (share of each year's reports by level) and the growth targets of a place beside those
above it and the results. A figure is as wide as its place, so that its letters stay as large as those around it: across
everything is placed in per cent, downwards in pixels. A year without a report breaks a line, a share of fewer than
`FEW_REPORTS` reports is hollow. Templates write the marks; a table beside each figure has the same numbers.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..extraction.standings import FEW_REPORTS

_LEFT, _RIGHT = 9.0, 80.0  # per cent: room for the axis, and for the names of lines
_TOP, _BOTTOM = 14, 214  # pixels
_TICKS = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_TICKS = 6
_APART = 17  # pixels between the names of two lines
_BAND = 22  # pixels from the axis to the years below it, and from there to a row of squares


class Stroke(NamedTuple):
    """A straight line."""

    x1: float  # per cent of the width
    y1: float  # pixels from above
    x2: float
    y2: float
    kind: str  # classes


class DrawnSpot(NamedTuple):
    """A dot, a ring or a square, by its classes."""

    x: float
    y: float
    kind: str


class Words(NamedTuple):
    """A label; its classes say on which side of its place it stands."""

    x: float
    y: float
    text: str
    kind: str


class Drawing(NamedTuple):
    """The marks of a figure."""

    height: int  # pixels
    strokes: list[Stroke]
    spots: list[DrawnSpot]
    squares: list[DrawnSpot]
    words: list[Words]


class Share(NamedTuple):
    """How many of a year's reports hold something."""

    year: int
    holding: int
    reports: int

    @property
    def share(self) -> float:
        """Return the share in per cent."""
        return 100.0 * self.holding / self.reports


class Promise(NamedTuple):
    """A target of a year, and what came of it."""

    year: int
    target: float | None  # per cent; of a range the lower end
    upper: float | None  # of a range
    wording: str  # range, about, at least, ...
    result: float | None


class _Scale(NamedTuple):
    """Where years and values stand."""

    first: int
    last: int
    low: float
    high: float

    def across(self, year: float) -> float:
        span = max(self.last - self.first, 1)
        return round(_LEFT + (year - self.first + 0.5) / (span + 1) * (_RIGHT - _LEFT), 2)

    def down(self, value: float) -> float:
        return round(_BOTTOM - (value - self.low) / (self.high - self.low) * (_BOTTOM - _TOP), 1)


def life_drawing(
    lines: Mapping[str, Sequence[Share]], row: tuple[str, Sequence[Share]], names: Mapping[str, str]
) -> Drawing:
    """Return the life of a slogan: a line a level, and a row of squares for a level of one place.

    Parameters
    ----------
    lines
        Of each level of several places the years with reports, ascending.
    row
        The level of one place, and its years; a square is full if the report of the year holds the slogan.
    names
        How levels are called.

    Raises
    ------
    ValueError
        If no level has a year.
    """
    level, own = row
    every = [share.year for shares in (*lines.values(), own) for share in shares]
    if not every:
        raise ValueError("no year to draw")
    highest = max((share.share for shares in lines.values() for share in shares), default=0.0)
    step = _step(0.0, highest or 1.0)
    scale = _Scale(min(every), max(every), 0.0, step * max(1, math.ceil(highest / step)))
    strokes, words = _axes(scale, step, "%")
    spots: list[DrawnSpot] = []
    ends = []
    for name, shares in lines.items():
        strokes += [
            Stroke(*_at(scale, one), *_at(scale, other), f"line {name}")
            for one, other in itertools.pairwise(shares)
            if other.year == one.year + 1
        ]
        spots += [
            DrawnSpot(*_at(scale, share), f"{name}{'' if share.reports >= FEW_REPORTS else ' few'}") for share in shares
        ]
        if shares:
            ends.append((scale.down(shares[-1].share), name))
    words += _end_labels(ends, names)
    down = _BOTTOM + 2 * _BAND
    squares = [DrawnSpot(scale.across(share.year), down, f"{level}{'' if share.holding else ' none'}") for share in own]
    if own:
        words.append(Words(_RIGHT + 1, down, names[level], f"name {level}"))
    return Drawing(down + 12, strokes, spots, squares, words)


def targets_drawing(
    promises: Sequence[Promise], above: Mapping[str, Mapping[int, float]], names: Mapping[str, str], name: str
) -> Drawing | None:
    """Return the growth targets of a place: dots, with a step line for each place above it, and rings for results.

    Parameters
    ----------
    promises
        Of the place, by year.
    above
        Targets of the places above by their level and year, per cent.
    names
        How the levels are called.
    name
        How the targets of the place are called.

    Returns
    -------
    Drawing or None
        None if the place has no target and no result.
    """
    told = [promise for promise in promises if promise.target is not None or promise.result is not None]
    if not told:
        return None
    first, last = told[0].year, told[-1].year
    steps = {
        level: {year: value for year, value in sorted(values.items()) if first <= year <= last}
        for level, values in above.items()
    }
    numbers = [number for promise in told for number in promise[1:3] + promise[4:] if isinstance(number, (int, float))]
    numbers += [value for values in steps.values() for value in values.values()]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    high = high if high > low else 1.0  # a place that only promised no growth at all
    step = _step(low, high)
    scale = _Scale(first, last, step * math.floor(low / step), step * math.ceil(high / step))
    strokes, words = _axes(scale, step, "%")
    ends = []
    for level, values in steps.items():
        strokes += _steps(scale, values, level)
        if values:
            ends.append((scale.down(list(values.values())[-1]), level))
    spots = []
    for promise in told:
        x = scale.across(promise.year)
        if promise.result is not None:
            spots.append(DrawnSpot(x, scale.down(promise.result), "ring"))
        if promise.target is not None:
            strokes += _wording(scale, promise, x)
            spots.append(DrawnSpot(x, scale.down(promise.target), "target"))
    aims = [promise for promise in told if promise.target is not None]
    if aims and aims[-1].target is not None:
        ends.append((scale.down(aims[-1].target), "target"))
    words += _end_labels(ends, {**names, "target": name})
    return Drawing(_BOTTOM + _BAND + 10, strokes, spots, [], words)


def _at(scale: _Scale, share: Share) -> tuple[float, float]:
    return scale.across(share.year), scale.down(share.share)


def _step(low: float, high: float) -> float:
    """Return the distance of two ticks, so that there are few."""
    return next((step for step in _TICKS if (high - low) / step <= _MOST_TICKS), math.ceil((high - low) / _MOST_TICKS))


def _axes(scale: _Scale, step: float, unit: str) -> tuple[list[Stroke], list[Words]]:
    strokes, words = [], []
    count = round((scale.high - scale.low) / step)
    for place in range(count + 1):
        value = scale.low + place * step
        strokes.append(Stroke(_LEFT, scale.down(value), _RIGHT, scale.down(value), "base" if value == 0 else "grid"))
        words.append(Words(_LEFT - 1, scale.down(value), f"{value:g}{unit}".replace("-", "−"), "value"))
    span = scale.last - scale.first
    apart = 10 if span > 24 else 5 if span > 6 else 1
    for year in range(scale.first, scale.last + 1):
        if year % apart == 0:
            fine = apart > 1 and span > 12 and year % 10
            words.append(Words(scale.across(year), _BOTTOM + _BAND - 4, str(year), "year fine" if fine else "year"))
    return strokes, words


def _steps(scale: _Scale, values: Mapping[int, float], level: str) -> Iterator[Stroke]:
    for year, value in values.items():
        left, right = scale.across(year - 0.5), scale.across(year + 0.5)
        yield Stroke(left, scale.down(value), right, scale.down(value), f"line {level}")
        if (after := values.get(year + 1)) is not None and after != value:
            yield Stroke(right, scale.down(value), right, scale.down(after), f"line {level}")


def _wording(scale: _Scale, promise: Promise, x: float) -> Iterator[Stroke]:
    """Yield what tells how a target is worded: a range as a bar, a floor as a line upwards, about as a line across."""
    target = promise.target or 0.0
    y = scale.down(target)
    if promise.upper is not None:
        yield Stroke(x, y, x, scale.down(promise.upper), "span")
    elif promise.wording == "at least":
        yield Stroke(x, y, x, y - 11, "floor")
    elif promise.wording == "about":
        yield Stroke(x - 1.1, y, x + 1.1, y, "about")


def _end_labels(ends: Iterable[tuple[float, str]], names: Mapping[str, str]) -> list[Words]:
    """Return the names of lines where they end, moved apart where they would meet."""
    placed: list[Words] = []
    for y, name in sorted(ends):
        down = max(y, placed[-1].y + _APART) if placed else y
        placed.append(Words(_RIGHT + 1, down, names[name], f"name {name}"))
    over = max((words.y for words in placed), default=0.0) - _BOTTOM
    if over > 0:  # the lowest stands at the axis, the others above it
        for place in range(len(placed) - 1, -1, -1):
            most = _BOTTOM - _APART * (len(placed) - 1 - place)
            placed[place] = placed[place]._replace(y=min(placed[place].y, most))
    return placed
