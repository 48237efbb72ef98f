"""Figures of targets: statements by status, growth targets of the texts, those of the reports and what came of them."""

import itertools
from typing import Any

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
    STEP_COLOURS,
    STEP_NAMES,
    TEXT_MARKERS,
    WORDING_COLOURS,
    WORDING_NAMES,
    style_sheet,
)


def statements_by_status(counts: pd.DataFrame) -> Figure:
    """Draw the quantified statements of each text by status, as from `count_statuses`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots()
        stacked_bars(ax, counts, ("status", "statements", STATUS_COLOURS), ("tab-statements", "status"))
        ax.set_xlabel(bilingual("quantified statements", "数量表述"))
    return fig


def target_distribution(targets: pd.DataFrame) -> Figure:
    """Draw the headline growth targets of all texts on one axis, as from `headline_growth_targets`."""
    with plt.style.context(style_sheet()):
        stated = targets.dropna(subset="value")
        highest = stated.groupby("indicator")["value"].max().sort_values(ascending=False)
        names = stated.drop_duplicates("indicator").set_index("indicator")
        places = {indicator: place for place, indicator in enumerate(highest.index)}
        fig, ax = plt.subplots(figsize=(7.8, 0.46 * len(places) + 1.9))
        for indicator, place in places.items():
            own = stated.loc[stated["indicator"] == indicator, "value"]
            ax.plot([own.min(), own.max()], [place, place], color=GRID, linewidth=3, zorder=1)
        markers = dict(zip(targets["label"].drop_duplicates(), itertools.cycle(TEXT_MARKERS), strict=False))
        for label, marker in markers.items():
            own = stated[stated["label"] == label]
            name = text_name(label)
            none = bilingual(f"{name}: no headline growth target", f"{name}：未列增长目标")
            title = bilingual(f"{name} (n = {len(own)})", f"{name}（n = {len(own)}）") if len(own) else none
            ax.scatter(
                own["value"],
                own["indicator"].map(places),
                marker=marker,
                s=46,
                zorder=2,
                color=STATUS_COLOURS["target"] if len(own) else GRID,
                facecolor=PAPER if marker == "D" else None,
                linewidth=1.4,
                label=title,
            )
            for row in own.to_dict("records"):
                indicator = bilingual(row["indicator_en"], row["indicator_zh"])
                said = label_with(label, f"{indicator} {row['value']:g}%")
                at = (row["value"], places[row["indicator"]])
                mark_point(ax, at, said, "tab-headline-targets", doc_id=row["doc_id"], indicator=row["indicator"])
        for row in _value_labels(stated):
            ax.annotate(
                row["text"],
                (row["value"], places[row["indicator"]]),
                xytext=(0, 6),
                textcoords="offset points",
                ha=row["side"],
                fontsize=8,
            )
        ax.set_yticks(
            list(places.values()),
            [bilingual(names.loc[name, "indicator_en"], names.loc[name, "indicator_zh"]) for name in places],
        )
        ax.set_ylim(len(places) - 0.4, -0.75)
        ax.set_xlim(0, highest.max() * 1.08)
        ax.set_xlabel(bilingual("growth target for the year, %", "当年增长目标（%）"))
        fig.legend(loc="outside lower left", ncols=2)
    return fig


def _value_labels(stated: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the printed values, set apart where two texts have nearly the same."""
    found: list[dict[str, Any]] = []
    for indicator, own in stated.groupby("indicator", sort=False):
        values = own["value"].drop_duplicates().sort_values().tolist()
        close = len(values) == 2 and values[1] - values[0] < 4
        for place, value in enumerate(values):
            side = ("right", "left")[place] if close else "center"
            found.append({"indicator": indicator, "value": value, "text": f"{value:g}", "side": side})
    return found


_PLACE_MARKERS = {"nation": "s", "province": "D", "prefecture": "^", "value": "o"}
_RUNGS = {
    "nation": ("nation", "全国"),
    "province": ("province", "省"),
    "prefecture": ("prefecture", "地市"),
    "value": ("the text", "本文本"),
}


def growth_ladder(levels: pd.DataFrame) -> Figure:
    """Draw median and middle half of the growth targets of each level by year, as from `growth_by_level`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 4.4))
        for level, colour in LEVEL_COLOURS.items():
            own = levels[levels["level"] == level].sort_values("year")
            ax.plot(own["year"], own["median"], color=colour, marker="o", markersize=3.5, label=_named(level, own))
            if level != "national":
                ax.fill_between(
                    own["year"], own["first_quartile"], own["third_quartile"], color=colour, alpha=0.16, linewidth=0
                )
        _years(ax)
        ax.set_ylabel(bilingual("GDP growth target, per cent", "地区生产总值增长目标（%）"))
        ax.legend(loc="upper right")
    return fig


def target_amplification(steps: pd.DataFrame) -> Figure:
    """Draw how far targets exceed those of the level above, as from `amplification_by_step`."""
    with plt.style.context(style_sheet()):
        fig, (left, right) = plt.subplots(1, 2, figsize=(10.5, 3.9))
        for step, colour in STEP_COLOURS.items():
            own = steps[steps["step"] == step].sort_values("year")
            label = _yearly(STEP_NAMES[step], own)
            left.plot(own["year"], own["mean"], color=colour, marker="o", markersize=3.5, label=label)
            right.plot(own["year"], own["above"], color=colour, marker="o", markersize=3.5)
        left.axhline(0, color=MUTED, linewidth=0.8)
        left.set_ylabel(bilingual("mean excess, percentage points", "平均高出（百分点）"))
        right.set_ylabel(bilingual("share above the upper level", "高于上级的比例"))
        right.yaxis.set_major_formatter(PercentFormatter(1))
        right.set_ylim(0, 1.04)
        for ax in (left, right):
            _years(ax)
        fig.legend(loc="outside lower center", ncols=2)
    return fig


def growth_standing(places: pd.DataFrame) -> Figure:
    """Draw the growth target of each text beside those of the levels above it, as from `standing_of_targets`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 0.75 * len(places) + 1.5))
        for place, row in enumerate(places.to_dict("records")):
            values = [row[name] for name in _PLACE_MARKERS if pd.notna(row[name])]
            ax.plot([min(values), max(values)], [place, place], color=GRID, linewidth=3, zorder=1)
            for name, marker in _PLACE_MARKERS.items():
                own = name == "value"
                colour = STATUS_COLOURS["target"] if own else MUTED
                ax.scatter(
                    *(row[name], place),
                    marker=marker,
                    s=70 if own else 42,
                    color=colour,
                    facecolor=colour if own else PAPER,
                    zorder=3 if own else 2,
                    label=bilingual(*_RUNGS[name]) if place == 0 else None,
                )
        names = [
            f"{text_name(row['label'])}\n{_percentile(row['percentile'], row['prefectures'])}"
            for row in places.to_dict("records")
        ]
        ax.set_yticks(range(len(places)), names)
        ax.set_ylim(len(places) - 0.5, -0.5)
        ax.set_xlabel(bilingual("GDP growth target, per cent", "地区生产总值增长目标（%）"))
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        fig.legend(loc="outside lower center", ncols=4)
    return fig


def target_wording(shares: pd.DataFrame) -> Figure:
    """Draw how growth targets are worded at each level, as from `wording_by_level`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 2.6))
        levels = list(shares["level"].drop_duplicates())
        left = pd.Series(0.0, index=levels)
        for wording, colour in WORDING_COLOURS.items():
            own = shares[shares["wording"] == wording].set_index("level")["share"].reindex(levels).fillna(0)
            ax.barh(levels, own, left=left, color=colour, height=0.62, label=bilingual(*WORDING_NAMES[wording]))
            left += own
        totals = shares.groupby("level")["n"].sum()
        ax.set_yticks(
            range(len(levels)), [f"{bilingual(*LEVEL_NAMES[level])}\nn = {totals[level]:,}" for level in levels]
        )
        ax.invert_yaxis()
        ax.xaxis.set_major_formatter(PercentFormatter(1))
        ax.set_xlabel(bilingual("share of growth targets", "占增长目标的比例"))
        fig.legend(loc="outside lower center", ncols=5)
    return fig


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


def _percentile(percentile: float, prefectures: int) -> str:
    n = f"n = {prefectures}"
    return bilingual(f"percentile {percentile:.0f} of {n}", f"第{percentile:.0f}百分位（{n}）")


def _span(numbers: pd.Series) -> str:
    low, high = int(numbers.min()), int(numbers.max())
    return str(low) if low == high else f"{low}-{high}"
