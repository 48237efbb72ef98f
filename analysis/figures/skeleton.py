"""Skeletons of texts: one function that draws one table, as in `analysis.figures`."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from ..closure import VERDICTS
from ..texts.labels import bilingual
from ..vocabulary.lines import even_lines
from .marks import mark_point
from .style import (
    GRID,
    INK,
    MUTED,
    PAPER,
    PART_NAMES_ZH,
    SMALLEST,
    STATUS_COLOURS,
    VERDICT_COLOURS,
    is_narrow,
    page_size,
    style_sheet,
)

_STATUSES = ("achieved", "ongoing", "target")
_STATUS_NAMES = {"achieved": ("results", "成绩"), "ongoing": ("under way", "在建"), "target": ("targets", "目标")}
_OWNERS = {"above": ("^", "from above", "援引上级"), "own": ("o", "own", "自有")}
_TOLD_BY = {  # what tells whose a slogan is, where there is room for it
    "above": ("from above: by words, glossary, documents or wide use", "援引上级：据上下文、名词解释、文件或流传范围"),
    "own": ("own: the rest", "自有：其余"),
}
_VERDICT_NAMES = dict(zip(VERDICTS, ("all items listed", "some", "none"), strict=True))
_NO_LIST = ("announces no items (name grey)", "不称项数（名称灰色）")
_LINE = 0.158  # inches from a line of a label to the next
_MARGIN = 0.05  # inches
_MOST_ABREAST = 4  # marks beside each other
_ASIDE = 0.1  # inches between these
_ROUNDS = 3  # in which marks abreast find their places
_BEHIND, _BEFORE = 0.06, 0.04  # inches: where a thread begins behind its mark, and ends before its name
_HEAD_SIZE = 9.0  # points
_FULL = str.maketrans(",()", "，（）")  # marks of raw texts, as a Chinese page prints them


class _Columns(NamedTuple):
    """Where things stand, in inches from the left, and how much a line holds, in halves of a Chinese character."""

    marks: float
    names: float
    numbers: tuple[float, float, float]
    heads: float  # their right end; on a phone they stand among the names
    in_name: int
    in_head: int


_WIDE = _Columns(2.3, 2.82, (6.0, 6.55, 7.06), 2.1, 50, 32)
_NARROW = _Columns(0.08, 0.52, (2.66, 3.06, 3.45), 0.0, 32, 31)


class _Label(NamedTuple):
    """Words that stand near a place of the text; a head has a level."""

    start: int
    words: str
    colour: str
    head: str = ""

    def lines(self) -> float:
        """Return how many lines it takes, with the room around it."""
        return self.words.count("\n") + (1.55 if self.head else 1.0)


def skeleton(table: pd.DataFrame, of: str) -> Figure:
    """Draw one text from its beginning to its end: heads at the left, slogans in the middle, numbers at the right.

    On a phone the heads stand as bands among the names of the slogans.

    Parameters
    ----------
    table
        As from `text_skeletons`.
    of
        Id of the text.
    """
    own = table[table["doc_id"] == of]
    length = int(own["characters"].iloc[0])
    slogans, numbers = own[own["part"] == "slogan"], own[own["part"] == "statement"]
    at = _NARROW if is_narrow() else _WIDE
    with plt.style.context(style_sheet()):
        heads, names = _heads(own, at), _names(slogans, at)
        columns = [[*heads, *names]] if is_narrow() else [heads, names]
        lines = max(
            20.0, *((1.12 if is_narrow() else 1.2) * sum(label.lines() for label in labels) for labels in columns)
        )
        above, below = (1.08, 0.3) if is_narrow() else (0.84, 0.3)
        width, height = page_size(_LINE * lines + above + below)
        fig = plt.figure(figsize=(width, height))
        fig.set_layout_engine("none")  # places are in inches
        ax = fig.add_axes((_MARGIN / width, below / height, 1 - 2 * _MARGIN / width, _LINE * lines / height))
        ax.set(xlim=(0, width - 2 * _MARGIN), ylim=(length, 0))
        ax.set_axis_off()
        unit = length / lines
        placed = [_placed(sorted(labels), unit, length) for labels in columns]
        marked = _draw_slogans(ax, slogans, at, unit, {label.start: y for label, y in placed[-1] if not label.head})
        for labels in placed:
            _draw_labels(ax, labels, at, unit, marked)
        _draw_numbers(ax, numbers, at)
        _draw_column_heads(ax, slogans, at, length)
        fig.legend(
            handles=_keys(slogans), loc="upper left", bbox_to_anchor=(0, 1), ncols=2 if is_narrow() else 3,
            fontsize=SMALLEST, handletextpad=0.1, borderaxespad=0.1, borderpad=0.2, labelspacing=0.25,
        )  # fmt: skip
    return fig


def _heads(own: pd.DataFrame, at: _Columns) -> list[_Label]:
    heads = own[(own["part"] == "head") & (own["kind"] != "title")]
    return [
        _Label(
            start,
            "\n".join(even_lines(bilingual(gloss or words, words.translate(_FULL)), at.in_head)),
            INK if kind == "section" else MUTED,
            kind,
        )
        for start, kind, words, gloss in zip(
            *(heads[name] for name in ("start", "kind", "words", "gloss")), strict=True
        )
    ]


def _names(slogans: pd.DataFrame, at: _Columns) -> list[_Label]:
    """Return the names of slogans at their first mention, in an English figure with their English."""
    first = slogans[slogans["first"]]
    labels = []
    for start, kind, words, gloss in zip(*(first[name] for name in ("start", "kind", "words", "gloss")), strict=True):
        brief = gloss.partition(" (")[0]
        name = words.translate(_FULL)
        told = [brief] if words in brief else [part for part in (name, brief) if part]  # The “1+1269” working idea
        english, chinese = even_lines(" ".join(told), at.in_name), even_lines(name, at.in_name)
        if len(english) > 1:
            english = [line for part in told for line in even_lines(part, at.in_name)]
        said = bilingual("\n".join(english), "\n".join(chinese))
        labels.append(_Label(start, said, INK if kind in VERDICT_COLOURS else MUTED))
    return labels


def _placed(labels: Sequence[_Label], unit: float, end: float) -> list[tuple[_Label, float]]:
    """Return labels with their middles, near where they belong and none over another."""
    heights = [unit * label.lines() for label in labels]
    wanted = [label.start - height / 2 for label, height in zip(labels, heights, strict=True)]
    tops = _spread(wanted, heights, end)
    return [(label, top + height / 2) for label, top, height in zip(labels, tops, heights, strict=True)]


def _draw_labels(
    ax: Axes, labels: Sequence[tuple[_Label, float]], at: _Columns, unit: float, marked: Mapping[int, float]
) -> None:
    """Draw labels at their places, with a thread to their mark; heads with a rule."""
    for label, middle in labels:
        if label.head:
            _draw_head(ax, label, at, (middle, unit * (label.lines() - 0.3)))
        else:
            ends = [marked[label.start], at.names - _BEFORE], [label.start, middle]
            ax.plot(*ends, color=MUTED, linewidth=0.6, zorder=1.5)  # from its own mark, and below all marks
            ax.text(at.names, middle, label.words, va="center", fontsize=SMALLEST, color=label.colour, linespacing=1.1)


def _draw_head(ax: Axes, label: _Label, at: _Columns, place: tuple[float, float]) -> None:
    """Draw a head at its middle and height, and the rule where it stands in the text."""
    middle, height = place
    start, end = label.start, ax.get_xlim()[1]
    colour, strength = (MUTED, 1.0) if label.head == "section" else (GRID, 0.8)
    rest = at.numbers[0] - 0.2
    ax.plot([rest, end], [start, start], color=colour, linewidth=strength, zorder=0)
    if is_narrow():
        ax.plot(
            [0, at.names - 0.2, at.names - 0.06], [start, start, middle], color=colour, linewidth=strength, zorder=0
        )
        box = (at.names - 0.06, middle - height / 2)
        ax.add_patch(Rectangle(box, rest - box[0] - 0.02, height, facecolor=GRID, linewidth=0))
        x, side, size = at.names, "left", SMALLEST
    else:
        turn = [at.heads + 0.04, at.heads + 0.12, at.names - 0.1]
        ax.plot(turn, [middle, start, start], color=colour, linewidth=strength, zorder=0)
        x, side, size = at.heads, "right", _HEAD_SIZE if label.head == "section" else SMALLEST
    ax.text(x, middle, label.words, ha=side, va="center", fontsize=size, color=label.colour, linespacing=1.1)


def _abreast(starts: Sequence[int], told: Mapping[int, float], unit: float, room: float) -> dict[int, int]:
    """Return how far right of the line each mark is, in marks: close ones are abreast, so that few threads cross.

    Parameters
    ----------
    starts
        Places of the marks in the text, in order.
    told
        Heights of the names of those that have one, to which threads lead.
    unit
        A line of a label in characters of the text: marks closer than three quarters of it are abreast.
    room
        Inches from the line of the marks to the names.
    """
    places: dict[int, int] = {}
    for group in _close_marks(starts, 0.75 * unit) * _ROUNDS:  # later groups are known from the second round on
        others = {start: place for start, place in places.items() if start not in group}
        near = {place for start, place in others.items() if group[0] - start < 0.75 * unit > start - group[-1]}
        free = [place for place in range(_MOST_ABREAST) if place not in near]
        orders = permutations(free if len(free) >= len(group) else range(_MOST_ABREAST), len(group))
        tried = [dict(zip(group, order, strict=True)) for order in orders]
        costs = [(_crossings(others, own, told, room), sum(own.values())) for own in tried]
        places |= tried[costs.index(min(costs))]
    return places


def _close_marks(starts: Sequence[int], apart: float) -> list[list[int]]:
    """Return marks in groups of close ones, none larger than what goes abreast."""
    groups: list[list[int]] = []
    for start in starts:
        if groups and start - groups[-1][-1] < apart and len(groups[-1]) < _MOST_ABREAST:
            groups[-1].append(start)
        else:
            groups.append([start])
    return groups


def _crossings(known: Mapping[int, int], own: Mapping[int, int], told: Mapping[int, float], room: float) -> int:
    """Return how many threads of marks cross one of their own or of those that are known."""
    ends = room - _BEFORE
    threads = [(_ASIDE * x + _BEHIND, start, told[start]) for start, x in {**known, **own}.items() if start in told]
    mine = [thread for thread in threads if thread[1] in own]

    def _at(thread: tuple[float, int, float], x: float) -> float:
        left, height, end = thread
        return height + (end - height) * (x - left) / (ends - left)

    crossed = 0
    for thread in mine:
        for other in threads:
            x = max(thread[0], other[0])  # both end at one line: they cross if they change sides before it
            crossed += (_at(thread, x) - _at(other, x)) * (thread[2] - other[2]) < 0
    return crossed


def _draw_slogans(
    ax: Axes, slogans: pd.DataFrame, at: _Columns, unit: float, told: Mapping[int, float]
) -> dict[int, float]:
    """Draw a mark for each slogan; return how far from the left each is, by its place. `told` are heights of names."""
    marked: dict[int, float] = {}
    ax.plot([at.marks] * 2, ax.get_ylim(), color=GRID, linewidth=1, zorder=0)
    abreast = _abreast(list(slogans["start"]), told, unit, at.names - at.marks)
    for start, announced, whose, words, gloss, doc_id in zip(
        *(slogans[name] for name in ("start", "kind", "whose", "words", "gloss", "doc_id")), strict=True
    ):
        x = marked[start] = at.marks + _ASIDE * abreast[start]
        size = 7.5 if announced in VERDICT_COLOURS else 5.5
        colour = VERDICT_COLOURS.get(announced, PAPER)
        ax.plot(x, start, _OWNERS[whose][0], color=colour, mec=INK, mew=0.7, ms=size, clip_on=False)
        mark_point(
            ax, (x, start), bilingual(gloss or words, words.translate(_FULL)), "tab-slogans", doc_id=doc_id, start=start
        )
    return marked


def _draw_numbers(ax: Axes, numbers: pd.DataFrame, at: _Columns) -> None:
    for x, status in zip(at.numbers, _STATUSES, strict=True):
        own = numbers[numbers["kind"] == status]
        ax.plot([x] * len(own), own["start"], "_", color=STATUS_COLOURS[status], markersize=16, mew=1.6)
        for row in own.to_dict("records"):
            mark_point(ax, (x, row["start"]), row["words"], "tab-statements", doc_id=row["doc_id"], start=row["start"])
        name = bilingual(*_STATUS_NAMES[status])
        said = f"{name.replace(' ', chr(10)) if is_narrow() else name}\nn = {len(own)}"
        _say_above(ax, x, said, "center", STATUS_COLOURS[status])


def _draw_column_heads(ax: Axes, slogans: pd.DataFrame, at: _Columns, length: int) -> None:
    """Name the columns of words above, and say below how long the text is."""
    named = bilingual("slogans", "口号") if at.heads else bilingual("headings and slogans", "小标题与口号")
    n = f"n = {slogans['first'].sum()}"
    counted = bilingual(f"{n}, {len(slogans)} mentions", f"{n}，提及{len(slogans)}次")
    _say_above(ax, at.names, f"{named}\n{counted}", "left", INK)
    if at.heads:
        _say_above(ax, at.heads, bilingual("headings", "小标题"), "right", INK)
    end = bilingual(f"end of the text, n = {length:,} characters", f"全文完，n = {length:,}字符")
    ax.annotate(
        end, (at.names, 0), (0, -6), xycoords=ax.get_xaxis_transform(), textcoords="offset points", va="top",
        fontsize=SMALLEST, color=MUTED,
    )  # fmt: skip


def _say_above(ax: Axes, x: float, words: str, side: str, colour: str) -> None:
    ax.annotate(
        words, (x, 1), (0, 9), xycoords=ax.get_xaxis_transform(), textcoords="offset points", ha=side, va="bottom",
        fontsize=SMALLEST, color=colour, linespacing=1.1,
    )  # fmt: skip


def _keys(slogans: pd.DataFrame) -> list[Line2D]:
    """Return what shade and shape of a mark mean, of those that the text has."""
    said = [
        (VERDICT_COLOURS[verdict], 7.5, bilingual(name, PART_NAMES_ZH[verdict]))
        for verdict, name in _VERDICT_NAMES.items()
        if verdict in set(slogans["kind"])
    ]
    if not slogans["kind"].isin(list(_VERDICT_NAMES)).all():
        said.append((PAPER, 5.5, bilingual(*_NO_LIST)))
    marks = [
        Line2D([], [], marker="s", linestyle="", color=colour, mec=INK, mew=0.7, ms=size, label=name)
        for colour, size, name in said
    ]
    owners = {whose: names if is_narrow() else _TOLD_BY[whose] for whose, (_, *names) in _OWNERS.items()}
    return marks + [
        Line2D(
            [], [], marker=_OWNERS[whose][0], linestyle="", color=GRID, mec=INK, mew=0.7, ms=7, label=bilingual(*names)
        )
        for whose, names in owners.items()
        if whose in set(slogans["whose"])
    ]


def _spread(wanted: Sequence[float], heights: Sequence[float], end: float) -> list[float]:
    """Return tops of labels near those wanted, in their order, none over another, if there is room before the end."""
    groups: list[list[float]] = []  # top, number and height of labels that touch
    for place, height in zip(wanted, heights, strict=True):
        groups.append([max(0.0, min(place, end - height)), 1, height])
        while len(groups) > 1 and groups[-2][0] + groups[-2][2] > groups[-1][0]:
            after, before = groups.pop(), groups.pop()
            number, total = before[1] + after[1], before[2] + after[2]
            top = (before[0] * before[1] + (after[0] - before[2]) * after[1]) / number
            groups.append([max(0.0, min(top, end - total)), number, total])
    places: list[float] = []
    for top, number, _ in groups:
        reached = top
        for _ in range(int(number)):
            places.append(reached)
            reached += heights[len(places) - 1]
    return places
