"""Figures of targets: statements by status, growth targets of the texts, those of the reports and what came of them."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from ..texts.labels import bilingual, label_with, text_name
from .bars import stacked_bars
from .marks import mark_point
from .style import (
    GRID,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    PAPER,
    STATUS_COLOURS,
    style_sheet,
)


def statements_by_status(counts: pd.DataFrame) -> Figure:
    """Draw the quantified statements of each text by status, as from `count_statuses`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots()
        stacked_bars(ax, counts, ("status", "statements", STATUS_COLOURS), ("tab-statements", "status"))
        ax.set_xlabel(bilingual("quantified statements", "数量表述"))
    return fig


_FIRST_ROW = "gdp"


def target_distribution(targets: pd.DataFrame) -> Figure:
    """Draw the headline growth targets of the texts that have any, as from `targets_beside_above`.

    A tick is the target of the next level above, where one is on file. Without its column `above` none is drawn.
    """
    stated = targets.dropna(subset="value")
    highest = stated.groupby("indicator")["value"].max().sort_values(ascending=False)
    order = sorted(highest.index, key=lambda name: name != _FIRST_ROW)
    places = {indicator: place for place, indicator in enumerate(order)}
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.4, 0.5 * len(places) + 1.3))
        texts = list(stated["label"].drop_duplicates())
        for number, label in enumerate(texts):
            shift = 0.34 * (number - (len(texts) - 1) / 2)
            _draw_headline(ax, stated[stated["label"] == label], places, shift, filled=number == 0)
        names = stated.drop_duplicates("indicator").set_index("indicator")
        labels = [bilingual(*names.loc[name, ["indicator_en", "indicator_zh"]]) for name in places]
        ax.set_yticks(list(places.values()), labels)
        ax.set_ylim(len(places) - 0.4, -0.7)
        ax.set_xlim(0, highest.max() * 1.18)
        ax.set_xlabel(bilingual("growth target for the year, %", "当年增长目标（%）"))
        if "above" in stated:
            said = bilingual("bar: target of the level above\n(city or region)", "竖线：上一级（市或自治区）目标")
            ax.annotate(said, (0.99, 0.03), xycoords="axes fraction", ha="right", color=LEVEL_COLOURS["province"])
    return fig


def _draw_headline(ax: Axes, own: pd.DataFrame, places: dict[str, int], shift: float, *, filled: bool) -> None:
    """Draw the targets of one text a little above or below the line of their indicator, with the level above."""
    colour = STATUS_COLOURS["target"]
    for row in own.to_dict("records"):
        value, y = row["value"], places[row["indicator"]] + shift
        ax.plot([0, value], [y, y], color=GRID, linewidth=1.5, zorder=1)
        ax.scatter(value, y, s=46, color=colour, facecolor=colour if filled else PAPER, linewidth=1.4, zorder=3)
        above = row.get("above")
        if pd.notna(above):
            ax.plot([above, above], [y - 0.16, y + 0.16], color=LEVEL_COLOURS["province"], linewidth=2.4, zorder=2)
        text = (
            f"{value:g}  {text_name(row['label'])}, n = {len(own)}" if row["indicator"] == _FIRST_ROW else f"{value:g}"
        )
        side = -1 if pd.notna(above) and above > value else 1  # the number never lies on the bar
        ha = "left" if side > 0 else "right"
        ax.annotate(text, (value, y), (6 * side, 0), fontsize=9, textcoords="offset points", va="center", ha=ha)
        said = label_with(row["label"], f"{bilingual(row['indicator_en'], row['indicator_zh'])} {value:g}%")
        mark_point(ax, (value, y), said, "tab-headline-targets", doc_id=row["doc_id"], indicator=row["indicator"])


_SERIES = {
    "growth target": ("growth target, %", "增长目标（%）"),
    "excess over the level above": ("over the level above, points", "高出上级（百分点）"),
    "targets met": ("targets met", "完成目标的比例"),
    "slogans": ("slogans per 10,000 characters", "每万字口号次数"),
    "reports with a formula": ("reports with a formula", "含公式型口号的报告"),
}
_SHARES = ("targets met", "reports with a formula")
_PANELS = {
    "provinces": ("the same provinces", "同一批省份", "-"),
    "cities": ("the same large cities", "同一批大城市", "-"),
    "prefectures": ("the same prefectures", "同一批地市", ""),  # of single years: marks without a line
}


def same_places(series: pd.DataFrame) -> Figure:
    """Draw each series for all places of a level and for constant places, as from `series_of_same_places`."""
    levels = list(dict.fromkeys(series["level"]))
    with plt.style.context(style_sheet()):
        fig, grid = plt.subplots(len(_SERIES), len(levels), figsize=(7.4, 10.4), sharex=True, sharey="row")
        for axes, (name, title) in zip(grid, _SERIES.items(), strict=True):
            for ax, level in zip(axes, levels, strict=True):
                own = series[(series["series"] == name) & (series["level"] == level)]
                _draw_panels(ax, own, level)
                if name in _SHARES:
                    ax.yaxis.set_major_formatter(PercentFormatter(1))
            highest = series.loc[series["series"] == name, "value"].max()
            axes[0].set_ylim(0, highest * 1.06)
            axes[0].set_ylabel(bilingual(*title))
        for ax, level in zip(grid[0], levels, strict=True):
            ax.set_title(bilingual(*LEVEL_NAMES[level]))
            ax.legend(fontsize=8)
        for ax in grid[-1]:
            _years(ax)
    return fig


def _draw_panels(ax: Axes, own: pd.DataFrame, level: str) -> None:
    """Draw all places of a level as a thin line, and each panel of constant places over it."""
    every = own[~own["panel"].isin(_PANELS)]
    said = bilingual(f"all, n = {_span(every['n'])} a year", f"全部，每年 n = {_span(every['n'])}")
    means = every.set_index("year")["value"]
    means = means.reindex(range(means.index.min(), means.index.max() + 1))  # broken where a year has too few reports
    ax.plot(means.index, means, color=MUTED, linewidth=1, label=said)
    for panel, (name, zh, line) in _PANELS.items():
        rows = own[own["panel"] == panel].sort_values("year")
        if len(rows):
            n = f"n = {_span(rows['n'])}"
            ax.plot(
                rows["year"],
                rows["value"],
                color=LEVEL_COLOURS[level],
                linestyle=line or "none",
                marker="o" if line else "D",
                markersize=3 if line else 5,
                markerfacecolor=LEVEL_COLOURS[level] if line else PAPER,
                label=bilingual(f"{name}, {n}", f"{zh}，{n}"),
            )
    ax.grid(axis="y", visible=True)
    ax.grid(axis="x", visible=False)


def _years(ax: Axes) -> None:
    ax.grid(axis="y", visible=True)
    ax.grid(axis="x", visible=False)
    ax.xaxis.set_major_locator(MaxNLocator(7, integer=True))
    ax.set_xlabel(bilingual("plan year", "计划年度"))


def _named(level: str, own: pd.DataFrame) -> str:
    return _yearly(LEVEL_NAMES[level], own)


def _yearly(names: tuple[str, str], own: pd.DataFrame) -> str:
    name, n = bilingual(*names), f"n = {_span(own['n'])}"
    return bilingual(f"{name}, {n} a year", f"{name}，每年 {n}")


def _span(numbers: pd.Series) -> str:
    low, high = int(numbers.min()), int(numbers.max())
    return str(low) if low == high else f"{low}-{high}"
