"""Figures of names in time and place: a formula and its answer, slogans taken up, provinces."""

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import ConnectionPatch, Rectangle
from matplotlib.ticker import MultipleLocator, PercentFormatter

from ..annotation.gold import read_formulas
from ..texts.labels import bilingual
from ..vocabulary.lines import even_lines
from .marks import number_span, write_at
from .style import (
    CONTEXT,
    FOCUS,
    GRID,
    INK,
    MUTED,
    PAPER,
    SHADES,
    SMALLEST,
    ink_on,
    is_narrow,
    page_size,
    shaded,
    style_sheet,
)

_FULL = str.maketrans("()", "（）")

# What a digit of a formula counts, in the order of the columns
_KINDS = {
    "lead": ("leads", "统领"),
    "aim": ("aim", "目标"),
    "focus": ("focus", "重点"),
    "pursuits": ("pursuits", "路径"),
    "qualities": ("qualities", "品质"),
    "tasks": ("work", "任务"),
}
_KEPT = ("qualities", "tasks")  # the two eights that stay

_Part = Mapping[Hashable, Any]
_LINE_HEIGHT = 0.168  # inches of a line in a box
_BOX = 3.02  # inches, width
_FROM = 4.28  # inches from the left: the column of the zone
_BETWEEN = 0.45  # lines between two boxes
_ABOVE = 1.5  # lines of the name above a column
_LETTERS = ("43", "38")  # of a line in halves of a Chinese character, English and Chinese
_YEARS = 1.85  # inches, height of the formulas by year


def formula_series(parts: pd.DataFrame) -> Figure:
    """Draw a city's formulas by year, and below the last but two with the zone's that answers it.

    Parameters
    ----------
    parts
        As from `formula_parts`.
    """
    sides: dict[str, list[_Part]] = {
        side: [*parts[parts["side"] == side].to_dict("records")] for side in ("city", "zone")
    }
    with plt.style.context(style_sheet()):
        columns = [_ABOVE + _column(own) for own in sides.values()]
        drawn = _LINE_HEIGHT * (sum(columns) + _BETWEEN if is_narrow() else max(columns)) + 0.1
        height = _YEARS + drawn
        fig, (above, below) = plt.subplots(2, 1, figsize=page_size(height, height), height_ratios=(_YEARS, drawn))
        _draw_years(above, parts[parts["side"] == "series"])
        _draw_threads(below, sides, max(columns))
    return fig


def _draw_years(ax: Axes, series: pd.DataFrame) -> None:
    """Draw a row of boxes for each year, aligned by what the digits count."""
    kinds = list(_KINDS)
    for line, (year, own) in enumerate(series.groupby("year")):
        ax.text(-0.14, line + 0.5, f"{year}  {own['formula'].iloc[0]}", ha="right", va="center")
        for kind, rows in own.groupby("kind"):
            width = 0.94 / len(rows)
            fill, strength = (FOCUS, 1.0) if kind in _KEPT else (CONTEXT, 0.28)
            for step, digit in enumerate(rows["digit"]):
                left = kinds.index(str(kind)) + step * width
                box = Rectangle((left, line + 0.07), width - 0.03, 0.86, facecolor=shaded(fill, strength), linewidth=0)
                ax.add_patch(box)
                at = (left + width / 2 - 0.015, line + 0.48)
                ax.text(*at, str(digit), ha="center", va="center", fontsize=12, color=ink_on(fill, strength))
    for place, kind in enumerate(kinds):
        colour = FOCUS if kind in _KEPT else MUTED
        said = bilingual("ways" if is_narrow() and kind == "pursuits" else _KINDS[kind][0], _KINDS[kind][1])
        ax.text(place + 0.46, -0.1, said, ha="center", va="bottom", fontsize=SMALLEST, color=colour)
    n = series["formula"].nunique()
    city = read_formulas().sides["city"]
    ax.set_title(bilingual(f"{city.en}, n = {n} formulas", f"{city.zh}，公式 n = {n} 个"), pad=14, x=0)
    ax.set(xlim=(-2.3 if is_narrow() else -1.35, len(kinds)), ylim=(series["year"].nunique(), -0.1))
    ax.set_axis_off()


def _draw_threads(ax: Axes, sides: Mapping[str, Sequence[_Part]], column: float) -> None:
    """Draw two formulas as columns of boxes, on a phone one below the other, and threads between what answers what."""
    middles: dict[tuple[str, int], float] = {}
    answered = {row["answers"] for row in sides["zone"]}
    top = left = 0.0
    for side, own in sides.items():
        whose = read_formulas().sides[side]
        name = bilingual(whose.en, whose.place)
        title = f"{name} {own[0]['year']}: {own[0]['formula']}, n = {sum(row['digit'] for row in own)}"
        title = bilingual(title, title.replace(" ", "", 1).replace(": ", "年：").replace(", ", "，"))
        ax.text(left, top + _ABOVE - 0.45, title, fontsize=10.5, color=INK)
        spare = 0.0 if is_narrow() else (column - _ABOVE - _column(own)) / (len(own) - 1)
        top += _ABOVE
        for row in own:
            in_thread = row["place"] in answered if side == "city" else row["answers"] >= 0
            _draw_part(ax, (left, top), row, in_thread=in_thread)
            middles[side, row["place"]] = top + _lines(row) / 2
            top += _lines(row) + _BETWEEN + spare
        top, left = (top, 0.0) if is_narrow() else (0.0, _FROM)
    answers = [row for row in sides["zone"] if row["answers"] >= 0]
    starts = [middles["city", row["answers"]] for row in answers]
    for place, row in enumerate(answers):
        free = starts[max(place, 1) :][:2]  # between these no later thread crosses the name of this one
        told = sum(free) / 2 if len(free) == 2 else starts[place] + 2.4
        x = _BOX + 0.1 + 0.2 * place
        _draw_thread(ax, row, (starts[place], middles["zone", row["place"]]), (x, told))
    width = page_size(1)[0]
    ax.set(xlim=(-0.02, width - 0.1), ylim=(top if is_narrow() else column + 0.2, 0))
    ax.set_axis_off()


def _draw_thread(ax: Axes, row: _Part, ends: tuple[float, float], turn: tuple[float, float]) -> None:
    """Join a part of the zone's formula to what it answers with an arrow, or a solid line where the words are the same.

    `turn` is where the thread runs down on a phone, and where its name stands there.
    """
    same = row["how"] == "the same words"
    colour = FOCUS if row["kind"] in _KEPT else MUTED
    said = bilingual(*(("the same words", "用语相同") if same else ("answers", "对应")))
    style: dict[str, Any] = {"color": colour, "linewidth": 2, "linestyle": "-" if same else (0, (3, 1.5))}
    if is_narrow():
        x, middle = turn
        ax.plot([_BOX, x, x, _BOX], [ends[0], ends[0], ends[1], ends[1]], **style)
        if not same:
            ax.plot(_BOX + 0.03, ends[0], "<", color=colour, markersize=6)
        ax.text(x + 0.02, middle, said, fontsize=SMALLEST, color=colour, rotation=90, va="center")
        return
    head: dict[str, Any] = {"arrowstyle": "-" if same else "<|-", "mutation_scale": 12, "shrinkA": 0, "shrinkB": 0}
    ax.add_patch(ConnectionPatch((_BOX, ends[0]), (_FROM, ends[1]), "data", "data", **style, **head))
    middle = sum(ends) / 2
    ax.text(
        (_BOX + _FROM) / 2, middle, said, fontsize=SMALLEST, ha="center", va="center", color=colour,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.6},
    )  # fmt: skip


def _draw_part(ax: Axes, at: tuple[float, float], row: _Part, *, in_thread: bool) -> None:
    left, top = at
    fill, strength = (FOCUS, 0.10) if in_thread and row["kind"] in _KEPT else (CONTEXT, 0.16)
    ax.add_patch(Rectangle((left, top), _BOX, _lines(row), facecolor=shaded(fill, strength), linewidth=0))
    digit = FOCUS if fill == FOCUS else INK
    ax.text(left + 0.2, top + _lines(row) / 2, str(row["digit"]), fontsize=14, ha="center", va="center", color=digit)
    for line, words in enumerate(_words_of(row)):
        size, ink = (9.5, INK) if line == 0 else (SMALLEST, MUTED)
        ax.text(left + 0.42, top + line + 0.8, words, fontsize=size, va="center", color=ink)


def _words_of(row: _Part) -> list[str]:
    """Return what a part says, in lines: its name, and its members."""
    name = bilingual(str(row["gloss"]), str(row["name"]))
    members = str(bilingual(row["members_en"], row["members"])).replace("、", bilingual(", ", "、"))
    members = bilingual(members, members.translate(_FULL))
    return [name, *even_lines(members, int(bilingual(*_LETTERS)))]


def _lines(row: _Part) -> float:
    return len(_words_of(row)) + 0.6


def _column(own: Sequence[_Part]) -> float:
    """Return how many lines the boxes of a formula take."""
    return sum(_lines(row) + _BETWEEN for row in own) - _BETWEEN


def slogan_uptake(means: pd.DataFrame) -> Figure:
    """Draw which share of places has a slogan by years from the nation's report, as from `event_means`."""
    shares = means.set_index("years")["share"]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(3.9, 3.5))
        ax.fill_between(means["years"], means["low"], means["high"], color=FOCUS, alpha=0.14, linewidth=0)
        ax.plot(shares.index, shares, color=FOCUS, marker="o", markersize=5)
        for years in {-1, 0, int(shares.to_numpy().argmax()) + shares.index[0], shares.index[-1]}:
            aside, side = ((-7, 4), "right") if years < 1 else ((0, 9), "center")
            ax.annotate(
                f"{shares[years]:.0%}", (years, shares[years]), aside, textcoords="offset points", ha=side, color=FOCUS
            )
        top = float(means["high"].max()) * 1.18
        ax.axvline(_MARCH, color=INK, linewidth=1.4)
        said = bilingual("the nation’s report, March", "国务院报告（3月）")
        ax.text(_MARCH + 0.1, top, said, color=INK, va="top")
        size = f"n = {number_span(means['n'])}"
        words = bilingual(f"{size} slogans", f"{size} 个口号")
        write_at(ax, words, (_MARCH + 0.1, top), (0, -12), fontsize=SMALLEST, color=MUTED, va="top")
        january = bilingual("local reports,\nJanuary", "地方报告\n（1月）")
        ax.text(
            -0.4 if is_narrow() else -0.22,
            shares[0] - top * 0.04,
            january,
            color=FOCUS,
            ha="right",
            va="center",
            linespacing=1.1,
        )
        ax.yaxis.set_major_formatter(PercentFormatter(1))
        ax.yaxis.set_major_locator(MultipleLocator(0.2))
        ax.set_ylim(0, top)
        ax.set_xticks(shares.index, [_years_from(int(years)) for years in shares.index])
    return fig


_MARCH = 0.17  # of a year after the reports of January


def _years_from(years: int) -> str:
    """Return the name of a tick: in words at the ends, a number between."""
    told = {-3: ("3 years\nbefore", "3年前"), 5: ("5 years\nafter", "5年后")}
    return bilingual(*told[years]) if years in told else (f"{years:+d}" if years else "0").replace("-", "−")


_BOUNDS = (0.1, 0.3, 0.5, 0.75)  # of the shares: where the next shade begins


def slogan_waves(waves: pd.DataFrame) -> Figure:
    """Draw in which share of places named slogans are, by year, and when the nation has them, as from `named_waves`.

    On a phone the names stand above the rows.
    """
    names = list(dict.fromkeys(waves["slogan"]))
    years = sorted(waves["year"].unique())
    row_height = 1.95 if is_narrow() else 1.0  # a name above takes its room
    with plt.style.context(style_sheet()):
        size = page_size(0.31 * len(names) + 0.85, 0.25 * row_height * len(names) + 0.85)
        fig, ax = plt.subplots(figsize=size)
        for row in waves.to_dict("records"):
            _wave(ax, (years.index(row["year"]), names.index(row["slogan"]) * row_height), row)
        named: list[str] = []
        for place, row in enumerate(waves.drop_duplicates("slogan").to_dict("records")):
            said = bilingual(f"{row['slogan']}  {row['gloss']}", row["slogan"])
            named.append(said)
            if is_narrow():
                ax.text(0, place * row_height - 0.4, said, va="center", color=INK)
        below = len(names) * row_height + (-0.75 if is_narrow() else 0.2)
        _key_of_waves(ax, below + 0.5, f"n = {waves['of'].iloc[0]}")
        short = [*years[1:-1]] if is_narrow() else []
        ticks = [f"{year % 100:02d}" if year in short else str(year) for year in years]
        ax.set_xticks([place + 0.48 for place in range(len(years))], ticks)
        if is_narrow():
            ax.set_yticks([])
        else:
            ax.set_yticks([place + 0.46 for place in range(len(names))], named, color=INK)
        ax.tick_params(axis="x", length=0, top=True, labeltop=True, bottom=False, labelbottom=False, pad=2)
        ax.set(xlim=(0, len(years)), ylim=(below + 1, -0.85 if is_narrow() else 0))
        ax.grid(visible=False)
        ax.spines["bottom"].set_visible(False)
    return fig


def _wave(ax: Axes, at: tuple[float, float], row: _Part) -> None:
    """Draw a year of a slogan, framed where the nation's report comes in."""
    x, y = at
    share = float(row["share"])
    strength = SHADES[sum(share >= bound for bound in _BOUNDS)]
    shade = shaded(FOCUS, strength) if share else PAPER
    ax.add_patch(Rectangle((x, y), 0.96, 0.92, facecolor=shade, edgecolor=GRID, linewidth=0.6))
    if share:
        ink = ink_on(FOCUS, strength)
        ax.text(x + 0.48, y + 0.45, f"{100 * share:.0f}", ha="center", va="center", fontsize=SMALLEST, color=ink)
    if row["year"] == row["national"]:
        _nation_frame(ax, x, y)


def _nation_frame(ax: Axes, x: float, y: float) -> None:
    how: dict[str, Any] = {"facecolor": "none", "edgecolor": INK, "linewidth": 2.2, "clip_on": False, "zorder": 3}
    ax.add_patch(Rectangle((x + 0.01, y + 0.01), 0.94, 0.9, **how))


def _key_of_waves(ax: Axes, y: float, n: str) -> None:
    """Say in a line below what frame and numbers are."""
    _nation_frame(ax, 0, y - 0.46)
    said = bilingual(
        f"year of the nation’s first report; numbers: % of {n} places",
        f"国务院报告首次使用的年份；数字为占{n}个地方的百分比",
    )
    ax.text(1.15, y, said, va="center", fontsize=SMALLEST, color=MUTED)


# Codes of ISO 3166-2 by the character of a province
_CODES = {
    "黑": "HL", "新": "XJ", "蒙": "NM", "吉": "JL", "甘": "GS", "宁": "NX", "晋": "SX", "冀": "HE",
    "京": "BJ", "辽": "LN", "藏": "XZ", "青": "QH", "陕": "SN", "豫": "HA", "鲁": "SD", "津": "TJ",
    "川": "SC", "渝": "CQ", "鄂": "HB", "皖": "AH", "苏": "JS", "沪": "SH", "云": "YN", "贵": "GZ",
    "湘": "HN", "赣": "JX", "浙": "ZJ", "桂": "GX", "粤": "GD", "闽": "FJ", "琼": "HI",
}  # fmt: skip
_KIND = re.compile("(?:省|市|(?:壮族|回族|维吾尔)?自治区)$")
_CLASSES = 5
_TILE = 0.94  # of the room of a tile


def slogan_map(provinces: pd.DataFrame) -> Figure:
    """Draw how densely slogans are mentioned in each province's own reports, as from `density_of_provinces`.

    A map of equal tiles in five classes of equal width, and the provinces from the densest on, with intervals, and
    with what the reports of their prefectures have as diamonds.
    """
    with plt.style.context(style_sheet()):
        fig = plt.figure(figsize=page_size(5, 8.6))
        shape: dict[str, Any] = {"nrows": 2, "height_ratios": (3.6, 5)}
        if not is_narrow():
            shape = {"ncols": 2, "width_ratios": (4.4, 3)}
        left, right = fig.subfigures(**shape)
        values = provinces["per_10k"]
        edges = np.linspace(np.floor(values.min()), np.ceil(values.max()), _CLASSES + 1)
        classes = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, _CLASSES - 1)
        _draw_tiles(left.subplots(), provinces.assign(strength=[SHADES[place] for place in classes]), edges)
        _draw_ranks(right.subplots(), provinces)
    return fig


def _draw_tiles(ax: Axes, provinces: pd.DataFrame, edges: "np.ndarray[Any, np.dtype[np.float64]]") -> None:
    for row in provinces.to_dict("records"):
        x, y, strength = row["column"], row["row"], row["strength"]
        ink = ink_on(FOCUS, strength)
        ax.add_patch(Rectangle((x, y), _TILE, _TILE, facecolor=shaded(FOCUS, strength), linewidth=0))
        code = bilingual(_CODES[row["short"]], row["short"])
        ax.text(x + _TILE / 2, y + 0.3, code, ha="center", va="center", color=ink, fontsize=9.5)
        value = f"{row['per_10k']:.0f}"
        ax.text(x + _TILE / 2, y + 0.69, value, ha="center", va="center", color=ink, fontsize=SMALLEST)
    first, last = provinces["column"].min(), provinces["column"].max() + 1
    for place, strength in enumerate(SHADES):  # the key stands in the sea
        at = (first + 0.62 * place, provinces["row"].max() + 0.2)
        ax.add_patch(Rectangle(at, 0.58, 0.34, facecolor=shaded(FOCUS, strength), linewidth=0))
    for place, edge in enumerate(edges):
        at = (first + 0.62 * place - 0.02, provinces["row"].max() + 0.62)
        ax.text(*at, f"{edge:.0f}", ha="center", va="top", fontsize=SMALLEST, color=MUTED)
    ax.set(xlim=(first - 0.1, last), ylim=(provinces["row"].max() + 1.02, -0.05))
    ax.set_aspect("equal", anchor="N")
    ax.set_axis_off()


def _draw_ranks(ax: Axes, provinces: pd.DataFrame) -> None:
    """Draw a row a province: its name, the number of its own reports, their density and interval, its prefectures'."""
    places = range(len(provinces))
    ax.hlines(places, provinces["low"], provinces["high"], color=FOCUS, linewidth=1.6, alpha=0.45)
    ax.scatter(provinces["per_10k"], places, s=20, color=FOCUS, zorder=3)
    below: dict[str, Any] = {"marker": "D", "s": 14, "facecolor": PAPER, "edgecolor": MUTED, "linewidth": 0.9}
    ax.scatter(provinces["below"], places, zorder=2.5, **below)
    names = [
        bilingual(f"{row['en']} {_CODES[row['short']]}", _KIND.sub("", row["province"]))
        for row in provinces.to_dict("records")
    ]
    ax.set_yticks(places, [f"{name}  {n}" for name, n in zip(names, provinces["n"], strict=True)])
    ax.tick_params(axis="y", labelsize=SMALLEST, labelcolor=INK, pad=1)
    ax.tick_params(axis="x", labelsize=SMALLEST, top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    ax.xaxis.set_major_locator(MultipleLocator(10))
    ax.set_ylim(len(provinces) + 1.8, -0.6)  # the key stands below the rows
    ax.grid(axis="x", visible=True)
    ax.grid(axis="y", visible=False)
    ax.spines["bottom"].set_visible(False)
    own, of_below = provinces["n"].sum(), provinces["below_n"].sum()
    handles = [
        ax.scatter([], [], s=20, color=FOCUS, label=bilingual(f"the province’s, n = {own:,}", f"省级，n = {own:,}")),
        ax.scatter([], [], label=bilingual(f"its prefectures’, n = {of_below:,}", f"地市，n = {of_below:,}"), **below),
    ]
    how: dict[str, Any] = {
        "loc": "lower right",
        "borderpad": 0.1,
        "borderaxespad": 0,
        "handletextpad": 0.1,
        "labelspacing": 0.2,
    }
    how |= {"frameon": True, "facecolor": PAPER, "edgecolor": "none", "framealpha": 1}
    ax.legend(handles=handles, fontsize=SMALLEST, labelcolor=MUTED, **how)
