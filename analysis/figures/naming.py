"""Figures of names that are renewed and travel: a formula and its answer, formulas by year, slogans taken up."""

import textwrap
from collections.abc import Hashable, Mapping
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import ConnectionPatch, Rectangle
from matplotlib.ticker import MultipleLocator, PercentFormatter

from ..texts.labels import bilingual
from .marks import LineLabel, broken_line, label_at_end
from .style import GRID, INK, MUTED, PAPER, TYPE_COLOURS, is_narrow, page_size, style_sheet, two_lines

_HOLLOW = 30  # reports of a year below which a dot is hollow
_SMALL = 8.5  # points: nothing is smaller

# Tol's bright scheme, pale behind text: what a digit of a formula counts
PART_COLOURS = {
    "lead": "#BBBBBB",
    "aim": "#EE6677",
    "focus": "#CCBB44",
    "pursuits": "#66CCEE",
    "qualities": "#4477AA",
    "tasks": "#228833",
}
PART_NAMES = {
    "lead": ("leads", "统领"),
    "aim": ("aim", "目标"),
    "focus": ("focus", "重点"),
    "pursuits": ("ways", "路径"),
    "qualities": ("qualities", "品质"),
    "tasks": ("work", "任务"),
}


def formula_series(parts: pd.DataFrame) -> Figure:
    """Draw a city's formula and its zone's with threads between what answers what, and the city's formulas by year.

    Parameters
    ----------
    parts
        As from `formula_parts`.
    """
    with plt.style.context(style_sheet()):
        fig, (above, below) = plt.subplots(2, 1, figsize=(9, 8.4), height_ratios=(5.2, 3))
        _draw_threads(above, parts)
        _draw_years(below, parts[parts["side"] == "series"])
    return fig


def _draw_threads(ax: Axes, parts: pd.DataFrame) -> None:
    """Draw the two formulas as columns of boxes; the height of a box is that of its words."""
    middles: dict[tuple[str, int], float] = {}
    sides = {side: parts[parts["side"] == side].to_dict("records") for side in ("city", "zone")}
    column = max(sum(_lines(row) for row in own) + _BETWEEN * (len(own) - 1) for own in sides.values())
    for (side, own), left in zip(sides.items(), (0.0, 5.6), strict=True):
        gap = (column - sum(_lines(row) for row in own)) / (len(own) - 1)
        top = 0.0
        for row in own:
            _draw_part(ax, (left, top), _lines(row), row)
            middles[side, row["place"]] = top + _lines(row) / 2
            top += _lines(row) + gap
        name = bilingual(*{"city": ("Binzhou", "滨州市"), "zone": ("Beihai", "北海经开区")}[side])
        title = f"{name} {own[0]['formula']}, n = {sum(row['digit'] for row in own)}"
        ax.text(left, -0.5, title, fontsize=11, color=INK)
    for row in parts[(parts["side"] == "zone") & (parts["answers"] >= 0)].to_dict("records"):
        start, end = middles["city", row["answers"]], middles["zone", row["place"]]
        words = row["how"] == "the same words"
        ax.add_patch(
            ConnectionPatch(
                (4.0, start), (5.55, end), "data", "data", color=PART_COLOURS[row["kind"]], linewidth=3 if words else 2,
                linestyle="-" if words else (0, (4, 2)), connectionstyle="arc3,rad=0",
            )
        )  # fmt: skip
        label = bilingual(*(("the same words", "同词") if words else ("answers", "对应")))
        ax.text(4.78, (start + end) / 2, label, fontsize=_SMALL, ha="center", va="center", backgroundcolor=PAPER)
    ax.set_xlim(-0.05, 9.65)
    ax.set_ylim(column + 0.2, -1.1)
    ax.set_axis_off()


_BETWEEN = 0.4  # lines between two boxes
_LINE = (52, 28)  # characters of a line, English and Chinese


def _words_of(row: Mapping[Hashable, Any]) -> list[str]:
    """Return what a part says, in lines: its name, and its members."""
    name = bilingual(str(row["gloss"]), str(row["name"]))
    members = str(bilingual(row["members_en"], row["members"])).replace("、", bilingual(", ", "、 "))
    width = int(bilingual(*(str(size) for size in _LINE)))
    lines = textwrap.wrap(members, width, break_long_words=False)
    return [name, *(bilingual(line, line.replace(" ", "")) for line in lines)]


def _lines(row: Mapping[Hashable, Any]) -> float:
    return len(_words_of(row)) + 0.6


def _draw_part(ax: Axes, at: tuple[float, float], height: float, row: Mapping[Hashable, Any]) -> None:
    left, top = at
    colour = PART_COLOURS[str(row["kind"])]
    ax.add_patch(Rectangle((left, top), 4, height, facecolor=to_rgba(colour, 0.22), edgecolor=colour))
    ax.text(left + 0.28, top + height / 2, str(row["digit"]), fontsize=15, ha="center", va="center")
    for line, words in enumerate(_words_of(row)):
        size, ink = (9.5, INK) if line == 0 else (_SMALL, MUTED)
        ax.text(left + 0.6, top + line + 0.8, words, fontsize=size, va="center", color=ink)


def _draw_years(ax: Axes, series: pd.DataFrame) -> None:
    """Draw a row of boxes for each year, aligned by what the digits count."""
    kinds = list(PART_COLOURS)
    for line, (year, own) in enumerate(series.groupby("year")):
        ax.text(-0.1, line + 0.5, f"{year}  {own['formula'].iloc[0]}", ha="right", va="center", fontsize=10)
        for kind, rows in own.groupby("kind"):
            width = 0.94 / len(rows)
            for step, row in enumerate(rows.to_dict("records")):
                left = kinds.index(str(kind)) + step * width
                colour = PART_COLOURS[str(kind)]
                ax.add_patch(
                    Rectangle((left, line + 0.1), width - 0.03, 0.8, facecolor=to_rgba(colour, 0.22), edgecolor=colour)
                )
                x = left + width / 2 - 0.015
                ax.text(x, line + 0.5, str(row["digit"]), ha="center", va="center", fontsize=12)
    for place, kind in enumerate(kinds):
        ax.text(place + 0.46, -0.12, bilingual(*PART_NAMES[kind]), ha="center", va="bottom", fontsize=9, color=INK)
    n = series["formula"].nunique()
    ax.set_title(bilingual(f"Binzhou by year, n = {n} formulas", f"滨州历年公式，n = {n}"), pad=16)
    ax.set_xlim(-1.35, len(kinds))
    ax.set_ylim(series["year"].nunique(), -0.3)
    ax.set_axis_off()


def formulas_by_year(years: pd.DataFrame) -> Figure:
    """Draw which share of reports has a formula with a plus sign, as from `years_with_formulas`."""
    names = {
        "cities": (("the same cities", "同一批城市"), INK),
        "all places": (("all on file", "全部报告"), TYPE_COLOURS["formula"]),
    }
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(3.8, 3.3))
        labels = []
        for panel, (name, colour) in names.items():
            own = years[years["panel"] == panel]
            sizes = own["n"] if panel == "all places" else None
            end = broken_line(ax, own["year"], own["with_formula"], sizes, colour, few=_HOLLOW)
            span = f"{own['n'].min()}–{own['n'].max()}" if own["n"].nunique() > 1 else str(own["n"].iloc[0])
            labels.append(LineLabel(two_lines(bilingual(*name), f"n = {span}"), end, colour))
        ax.yaxis.set_major_formatter(PercentFormatter(1))
        ax.set_ylim(0, 1)
        ax.set_xlim(years["year"].min() - 0.5, years["year"].max() + 0.5)
        ax.xaxis.set_major_locator(MultipleLocator(10 if is_narrow() else 5))
        label_at_end(ax, *labels)
    return fig


def slogan_uptake(means: pd.DataFrame) -> Figure:
    """Draw which share of places has a slogan by years from the nation's report, as from `event_means`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 3.9))
        colour = TYPE_COLOURS["compression"]
        ax.fill_between(means["years"], means["low"], means["high"], color=colour, alpha=0.18, linewidth=0)
        ax.plot(means["years"], means["share"], color=colour, marker="o", markersize=5)
        for row in means.itertuples(index=False):
            at, aside = (row.years, row.share), (0 if row.years else -13, 7)
            ax.annotate(f"{row.share:.0%}", at, xytext=aside, textcoords="offset points", ha="center", fontsize=9)
        ax.axvline(0.17, color=MUTED, linestyle=":", linewidth=1.4)
        words = bilingual("the nation's report, March", "三月：国务院报告")
        ax.text(0.24, 0.02, words, fontsize=_SMALL, color=MUTED)
        ax.text(-0.06, 0.02, bilingual("January", "一月"), fontsize=_SMALL, color=MUTED, ha="right")
        ax.yaxis.set_major_formatter(PercentFormatter(1))
        ax.set_ylim(0, max(means["high"]) * 1.08)
        ax.grid(axis="y", visible=True)
        ax.grid(axis="x", visible=False)
        n = f"n = {means['n'].min()}-{means['n'].max()}"
        ax.set_xlabel(
            bilingual(
                f"years from the nation's first report with it ({n} slogans)",
                f"距国务院报告首次使用的年数（{n} 个口号）",
            )
        )
        ax.set_ylabel(bilingual("share of the same places", "同一批地方中的比例"))
    return fig


def slogan_waves(waves: pd.DataFrame) -> Figure:
    """Draw in which share of places named slogans are, by year, and when the nation has them, as from `named_waves`."""
    names = list(dict.fromkeys(waves["slogan"]))
    years = sorted(waves["year"].unique())
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(9, 0.46 * len(names) + 1.3))
        base = TYPE_COLOURS["compression"]
        for row in waves.to_dict("records"):
            x, y = years.index(row["year"]), names.index(row["slogan"])
            shade = to_rgba(base, float(row["share"])) if row["share"] else PAPER
            ax.add_patch(Rectangle((x, y), 0.96, 0.92, facecolor=shade, edgecolor=GRID, linewidth=0.6))
            if row["share"]:
                ink = PAPER if row["share"] > _DARK else INK
                words = f"{100 * row['share']:.0f}"
                ax.text(x + 0.48, y + 0.46, words, ha="center", va="center", fontsize=_SMALL, color=ink)
            if row["year"] == row["national"]:
                ax.plot([x + 0.985] * 2, [y, y + 0.92], color="#D55E00", linewidth=3, solid_capstyle="butt")
        first = waves.drop_duplicates("slogan")
        labels = [bilingual(row["gloss"], row["slogan"]) for row in first.to_dict("records")]
        ax.set_yticks([place + 0.46 for place in range(len(names))], labels, fontsize=9)
        ax.set_xticks([place + 0.48 for place in range(len(years))], [str(year) for year in years])
        ax.set_xlim(0, len(years))
        ax.set_ylim(len(names), 0)
        ax.grid(visible=False)
        for side in ("left", "bottom"):
            ax.spines[side].set_visible(False)
        n = f"n = {waves['of'].iloc[0]}"
        ax.set_xlabel(
            bilingual(
                f"per cent of the same places ({n}) by plan year; bar: the nation's first report with it",
                f"同一批地方（{n}）中的百分比，按计划年度；竖条：国务院报告首次使用",
            )
        )
    return fig


_DARK = 0.55  # of the scale: from here on a cell carries light text
