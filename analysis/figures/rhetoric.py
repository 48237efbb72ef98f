"""Figures of rhetoric, and of the slogans that carry it from year to year.

Each function draws one table and nothing else, as in `analysis.figures`.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.ticker import MaxNLocator, MultipleLocator

from ..extraction.standings import FEW_REPORTS
from ..language import load_lexicon
from ..rhetoric import QUOTATION
from ..rhetoric.devices import STANCE_NAMES, STANCE_NAMES_ZH
from ..texts.labels import LANGUAGES, bilingual, label_with, text_name
from .marks import broken_line, mark_point
from .style import (
    CONTEXT,
    FOCUS,
    GRID,
    INK,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    PAPER,
    SMALLEST,
    is_narrow,
    page_size,
    panel_columns,
    shaded,
    style_sheet,
)


def source_domains(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses each source domain, a panel a text on one scale, with interval and count.

    Parameters
    ----------
    rates
        As from `rates_of_metaphor`.
    """
    names = {domain: bilingual(entry["en"], entry["zh"]) for domain, entry in load_lexicon("metaphors").items()}
    return _by_text(rates, names, "tab-metaphors")


def stance_rates(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses words of each kind of stance, as `source_domains` does.

    Parameters
    ----------
    rates
        As from `rates_of_stance`.
    """
    names = {kind: bilingual(name, STANCE_NAMES_ZH[kind]) for kind, name in STANCE_NAMES.items()}
    return _by_text(rates, names, "tab-stance")


def _by_text(rates: pd.DataFrame, names: Mapping[str, str], register: str) -> Figure:
    """Draw a panel a text, two beside each other on a phone; the highest rate of a text has the colour of the focus."""
    totals = rates.groupby("domain", sort=False)["mentions"].sum().sort_values(ascending=False, kind="stable")
    domains = list(totals.index)
    texts = list(rates.groupby("label", sort=False))
    columns = panel_columns(len(texts))
    rows = math.ceil(len(texts) / columns)
    height = 0.25 * len(domains) + 0.55
    with plt.style.context(style_sheet() | {"axes.grid.axis": "x"}):
        fig, axes = plt.subplots(
            rows, columns, sharex=True, sharey=True, figsize=page_size(rows * height), squeeze=False
        )
        for ax, (label, own) in zip(axes.flat, texts, strict=False):
            _draw_rates(ax, own.set_index("domain", drop=False).loc[domains], names, register)
            n, size = f"n = {own['mentions'].sum()}", f"{own['characters'].iloc[0]:,}"
            counted = f"{n}\n" + bilingual(f"in {size} characters", f"共{size}字")
            ax.set_title(f"{text_name(label)}\n{counted}", fontsize=9.5, linespacing=1.15)
            ax.tick_params(axis="x", labelbottom=True)
        for ax in axes.flat[len(texts) :]:
            ax.set_axis_off()
        axes[0][0].set_yticks(range(len(domains)), [names[domain] for domain in domains])
        axes[0][0].set(xlim=(0, 1.3 * rates["high"].max()), ylim=(len(domains) - 0.5, -0.5))
        axes[0][0].xaxis.set_major_locator(MaxNLocator(3, integer=True))
        for ax in axes[:, 0]:
            ax.tick_params(axis="y", pad=8, labelcolor=INK)  # clear of a dot at zero
    return fig


def _draw_rates(ax: Axes, own: pd.DataFrame, names: Mapping[str, str], register: str) -> None:
    """Draw the rates of one text with interval and count; a dot of few mentions is hollow."""
    most = own["per_1000"].max()
    for place, row in enumerate(own.to_dict("records")):
        colour = FOCUS if row["per_1000"] == most else CONTEXT
        inside = PAPER if row["mentions"] < FEW_REPORTS else colour
        ax.hlines(place, row["low"], row["high"], color=colour, linewidth=1.6)
        ax.scatter(row["per_1000"], place, s=30, c=inside, edgecolors=colour, zorder=3, clip_on=False)
        at: dict[str, Any] = {"textcoords": "offset points", "va": "center", "fontsize": SMALLEST}
        ax.annotate(str(row["mentions"]), (row["high"], place), (4, 0), color=INK if colour == FOCUS else MUTED, **at)
        table = "tab-quotations" if row["domain"] == QUOTATION else register
        number = bilingual(f" ({row['mentions']})", f"（{row['mentions']}）")
        said = label_with(row["label"], names[row["domain"]] + number)
        only = {} if table == "tab-quotations" else {"domain": row["domain"]}
        mark_point(ax, (row["per_1000"], place), said, table, doc_id=row["doc_id"], **only)


_LEAST_COUNTED = 5  # mentions of a text below which a ratio is hatched
_LEAST_ROW = 10  # mentions of all texts below which a kind is left to the table
_FURTHEST = 2.6  # of the binary logarithm of a ratio: what lies further has the shade of the end
_DEEPEST = 0.38  # of a shade: ink can be read on it


def beside_reports(rates: pd.DataFrame) -> Figure:
    """Draw how many times as often each text uses words of each kind as the provincial reports of its year.

    What is more frequent is red, what is less frequent grey; the kind that is furthest above is first.

    Parameters
    ----------
    rates
        As from `rates_beside_reports`.
    """
    names = {domain: entry for name in ("metaphors", "stance") for domain, entry in load_lexicon(name).items()}
    known = rates["province"].fillna(0) > 0
    shown = rates.assign(ratio=(rates["per_10k"] / rates["province"]).where(known))
    totals = shown.groupby("domain")["mentions"].sum()
    shown = shown[shown["domain"].map(totals) >= _LEAST_ROW]
    counted = shown[shown["mentions"] >= _LEAST_COUNTED].groupby("domain")["ratio"].max()
    order = pd.DataFrame({"highest": counted, "mentions": totals[shown["domain"].unique()]}).fillna(0)
    domains = list(order.sort_values(["highest", "mentions"], ascending=False, kind="stable").index)
    labels = list(rates["label"].drop_duplicates())
    sizes = shown.groupby("label")["mentions"].sum()
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(0.37 * len(domains) + 0.5, 0.44 * len(domains) + 0.6))
        for row in shown.to_dict("records"):
            _ratio_cell(ax, (labels.index(row["label"]), domains.index(row["domain"])), row)
        heads = [f"{text_name(label)}\nn = {sizes[label]}" for label in labels]
        if is_narrow():
            heads = [bilingual(head.replace(" ", "\n", 1), head.replace("20", "\n20", 1)) for head in heads]
        ax.set_xticks(range(len(labels)), heads, fontsize=SMALLEST, linespacing=1.15)
        ax.set_yticks(range(len(domains)), [bilingual(names[d]["en"], names[d]["zh"]) for d in domains], color=INK)
        ax.set(xlim=(-0.5, len(labels) - 0.5), ylim=(len(domains) - 0.5, -0.5))
        ax.tick_params(length=0, labeltop=True, labelbottom=False)
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
    return fig


def _ratio_cell(ax: Axes, at: tuple[float, float], row: Mapping[Any, Any]) -> None:
    """Draw a cell with its ratio and mentions, shaded by the ratio; one of few mentions is hatched instead."""
    few, ratio = row["mentions"] < _LEAST_COUNTED, row["ratio"]
    reach = float(np.clip(np.log2(ratio), -_FURTHEST, _FURTHEST)) / _FURTHEST if ratio > 0 else 0.0
    cell = Rectangle((at[0] - 0.48, at[1] - 0.46), 0.96, 0.92)
    shade = shaded(FOCUS if reach > 0 else CONTEXT, _DEEPEST * abs(reach))
    cell.set(facecolor=PAPER if few else shade, edgecolor=GRID, linewidth=0.8)
    ax.add_patch(cell)
    if few:
        _hatch(ax, cell)
    between = "\n" if is_narrow() else " "
    said = f"×{ratio:.1f}{between}({row['mentions']})" if ratio > 0 else str(row["mentions"])
    box = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.2} if few else None
    size = SMALLEST if is_narrow() else 9.5
    ax.text(*at, said, ha="center", va="center", fontsize=size, color=MUTED if few else INK, bbox=box, linespacing=1.1)


def _hatch(ax: Axes, cell: Rectangle) -> None:
    """Draw slanted lines in a cell: lines of their own, since a pattern of an SVG has no colours for dark pages."""
    (left, top), (width, height) = cell.get_xy(), (cell.get_width(), cell.get_height())
    reach = 0.85 if is_narrow() else 0.35  # of the width that a line goes from edge to edge: nearly half a right angle
    lines = []
    for start in np.arange(-reach, 1, 0.16 if is_narrow() else 0.07)[1:]:
        ends = max(0.0, -start / reach), min(1.0, (1 - start) / reach)
        lines.append([(left + width * (start + reach * end), top + height * (1 - end)) for end in ends])
    ax.add_collection(LineCollection(lines, colors=GRID, linewidths=0.7), autolim=False)


# title and examples of the words that are counted, in either language
_KINDS = {
    "war": (
        ("Words of war", "as 攻坚战 (battle), 战场 (battlefield), 冲锋 (charge)"),
        ("战争词语", "如攻坚战、战场、冲锋"),
    ),
    "other_war": (
        ("Words of war outside one campaign", "without 打赢脱贫攻坚战 (win the battle against poverty)"),
        ("脱贫攻坚战以外的战争词语", "不计“打赢脱贫攻坚战”用语"),
    ),
    "resolve": (
        ("Words of resolve", "as 坚决 (firmly), 坚定不移 (steadfastly)"),
        ("决心词语", "如坚决、坚定不移"),
    ),
    "time_pressure": (
        ("Words of time pressure", "as 争分夺秒 (every second), 刻不容缓 (no delay)"),
        ("时间紧迫词语", "如争分夺秒、刻不容缓"),
    ),
    "market_and_reform": (
        ("Market, reform, opening", "words with 市场, 改革 or 开放 in them"),
        ("市场、改革、开放", "含此三者的词"),
    ),
    "security_and_quality": (
        ("Security, high quality", "words with 安全 or 高质量 in them"),
        ("安全、高质量", "含此二者的词"),
    ),
}
_DRAWN_FROM, _SINCE = 1978, 2016  # _SINCE: the first year of the later of the two periods that are compared


def mobilisation_words(course: pd.DataFrame) -> Figure:
    """Draw how often reports of each level use words of mobilisation and their contrast, by year.

    Lines break at years without reports; marks are hollow where a level has fewer than ten reports. The nation has
    one report a year, and no marks. The years from 2016 on are shaded.

    Parameters
    ----------
    course
        As from `mobilisation_course`.
    """
    shown = course[course["year"] >= _DRAWN_FROM]
    last = int(shown["year"].max())
    columns = 1 if is_narrow() else 2
    below: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points", "va": "bottom"}
    below |= {"fontsize": SMALLEST, "color": MUTED, "annotation_clip": False}
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(len(_KINDS) // columns, columns, sharex=True, figsize=page_size(6.9, 10.6))
        for ax, (kind, titles) in zip(axes.flat, _KINDS.items(), strict=True):
            ax.axvspan(_SINCE - 0.5, last + 1, color=GRID, alpha=0.6, linewidth=0, zorder=0)
            for level, colour in LEVEL_COLOURS.items():
                own = shown[(shown["kind"] == kind) & (shown["level"] == level)]
                sizes, width = (None, 1.0) if level == "national" else (own["reports"], 1.8)
                if len(own):
                    broken_line(ax, own["year"], own["per_10k"], sizes, colour, linewidth=width)
            name, examples = titles[LANGUAGES.index(bilingual(*LANGUAGES))]
            ax.set_title(name, pad=18)
            ax.annotate(examples, (0, 1), (0, 5), **below)
            ax.set(xlim=(_DRAWN_FROM - 1, last + 1), ylim=(0, None))
            ax.xaxis.set_major_locator(MultipleLocator(10))
            ax.yaxis.set_major_locator(MaxNLocator(4, integer=True))
        _name_levels(axes.flat[0], shown[shown["kind"] == "war"])
    return fig


def _name_levels(ax: Axes, war: pd.DataFrame) -> None:
    """Write the levels with their reports where the first panel is empty, and from when on it is shaded."""
    for place, (level, name) in enumerate(LEVEL_NAMES.items()):
        n = war.loc[war["level"] == level, "reports"].sum()
        said = bilingual(f"{name[0]} (n = {n:,})", f"{name[1]}（n = {n:,}）")
        at = (0.03, 0.97 - 0.125 * place)
        ax.text(*at, said, color=LEVEL_COLOURS[level], transform=ax.transAxes, va="top")
    since = bilingual(f"since {_SINCE}", f"{_SINCE}年起")
    ax.text(_SINCE - 1, 0.97, since, color=MUTED, transform=ax.get_xaxis_transform(), ha="right", va="top")


# How a slogan lives

_SHADES = ((0.1, 0.16, "<10%"), (0.25, 0.34, "10–25%"), (0.5, 0.54, "25–50%"), (0.75, 0.77, "50–75%"), (2, 1, "≥75%"))
"""Shares under so much, the strength of their shade, and their name."""

_OLD = 2010  # a slogan that begins later is in focus
_HAN, _LATIN = 9.2, 4.25  # points that a letter of a name takes
_CELL, _HEAD, _FOOT = 11.0, 36.0, 14.0  # points: height of a cell, and of what is above and below all of them


class _Strip(NamedTuple):
    """Where the years of slogans are, in points from the upper left."""

    left: float
    step: float  # from a year to the next
    years: Sequence[int]

    def at(self, year: int) -> float:
        """Return where the cell of a year begins."""
        return self.left + self.step * (year - self.years[0])


def slogan_lives(lives: pd.DataFrame) -> Figure:
    """Draw a strip of years for each of the most widespread slogans, those that peak first first.

    Parameters
    ----------
    lives
        As from `years_of_lives`.
    """
    slogans = [own for _, own in lives.groupby("slogan", sort=False)]
    longest = bilingual(max(lives["gloss"], key=len), "")
    stacked = is_narrow() and bool(longest)  # names above the strips, where they have no room beside them
    width, names = 72 * page_size(1)[0], max(map(_points, lives["slogan"]))
    left = 1.0 if stacked else names + 8
    right = 28 if stacked or not longest else 34 + _LATIN * len(longest)
    years = range(int(lives["year"].min()), int(lives["year"].max()) + 1)
    strip = _Strip(left, (width - left - right) / len(years), years)
    row = _CELL + (13.5 if stacked else 2)
    height = _HEAD + row * len(slogans) + _FOOT
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(height / 72))
        fig.set_layout_engine("none")  # all is placed in points
        ax.set(position=(0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        _keys_of_lives(ax, strip, (_HEAD - 8, height - _FOOT + 6))
        tops = [_HEAD + row * place - _CELL for place in range(1, len(slogans) + 1)]
        _draw_lives(ax, slogans, strip, tops)
        for own, top in zip(slogans, tops, strict=True):
            _name_life(ax, own.iloc[0].to_dict(), strip, top, stacked)
    return fig


def _points(name: str) -> float:
    return sum(_HAN if sign > "\u2e80" else _LATIN + 0.9 for sign in name)


def _keys_of_lives(ax: Axes, strip: _Strip, heights: tuple[float, float]) -> None:
    """Draw the years above and below the strips, the names of the shades, and that of the numbers at the right."""
    style: dict[str, Any] = {"va": "center", "fontsize": SMALLEST, "color": MUTED}
    for year in strip.years:
        if year % 5 == 0:
            for height in heights:
                ax.text(strip.at(year) + strip.step / 2, height, str(year), ha="center", **style)
    x = 0.0 if is_narrow() else strip.left
    for _, strength, name in _SHADES:
        ax.add_patch(Rectangle((x, 2), 9, 9, facecolor=shaded(FOCUS, strength), linewidth=0))
        ax.text(x + 12, 6.5, name, **style)
        x += 21 + _LATIN * len(name)
    ax.text(ax.get_xlim()[1] - 1, heights[0], "n", ha="right", **style)


def _draw_lives(ax: Axes, slogans: Sequence[pd.DataFrame], strip: _Strip, tops: Sequence[float]) -> None:
    """Draw the cells of slogans, those of one shade as one path, which keeps the file small, and a dot in each peak."""
    cells: dict[tuple[str, float], list[Path]] = {}
    for own, top in zip(slogans, tops, strict=True):
        colour = FOCUS if own["first"].iloc[0] > _OLD else MUTED
        for year, share in zip(own["year"], own["share"], strict=True):
            strength = next(shade for under, shade, _ in _SHADES if share < under)
            shade, thick = ((colour, strength), _CELL) if share else ((GRID, 1.0), 0.8)  # a line where it is in none
            low, end = top + (_CELL + thick) / 2, strip.at(year) + strip.step - (0.7 if share else 0)
            corners = [(strip.at(year), low - thick), (end, low - thick), (end, low), (strip.at(year), low)]
            cells.setdefault(shade, []).append(Path([*corners, corners[0]], closed=True))
        peak = strip.at(own["peak"].iloc[0]) + strip.step / 2 - 0.35
        ax.scatter(peak, top + _CELL / 2, s=7, color=PAPER, linewidth=0, zorder=3, clip_on=False)
    for (colour, strength), paths in cells.items():
        whole = Path.make_compound_path(*paths)
        ax.add_patch(PathPatch(whole, facecolor=shaded(colour, strength), linewidth=0, zorder=2, clip_on=False))


def _name_life(ax: Axes, life: Mapping[Hashable, Any], strip: _Strip, top: float, stacked: bool) -> None:
    """Write the name of a slogan, its gloss for English readers, and in how many reports it is."""
    middle, style = top + _CELL / 2, dict[str, Any](va="center", fontsize=9)
    name, gloss = life["slogan"] + "*" * bool(life["homonym"]), bilingual(life["gloss"], "")
    if stacked:
        ax.text(0, top - 6.5, name, **style)
        ax.text(_points(name) + 6, top - 6.5, gloss, color=MUTED, **style)
    else:
        ax.text(strip.left - 5, middle, name, ha="right", **style)
        ax.text(strip.at(strip.years[-1] + 1) + 5, middle, gloss, color=MUTED, **style)
    n = f"{life['reports']:,}"
    ax.text(ax.get_xlim()[1] - 1, middle, n, ha="right", va="center", fontsize=SMALLEST, color=MUTED)
