"""Figures of growth targets from the nation down to the prefecture, and of what came of them."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from analysis import labels, style

_MARKERS = {"nation": "s", "province": "D", "prefecture": "^", "value": "o"}
_RUNGS = {
    "nation": ("nation", "全国"),
    "province": ("province", "省"),
    "prefecture": ("prefecture", "地市"),
    "value": ("the text", "本文本"),
}


def growth_ladder(levels: pd.DataFrame) -> Figure:
    """Draw median and middle half of the growth targets of each level by year, as from `ladder.by_level`."""
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 4.4))
        for level, colour in style.LEVEL_COLOURS.items():
            own = levels[levels["level"] == level].sort_values("year")
            ax.plot(own["year"], own["median"], color=colour, marker="o", markersize=3.5, label=_named(level, own))
            if level != "national":
                ax.fill_between(
                    own["year"], own["first_quartile"], own["third_quartile"], color=colour, alpha=0.16, linewidth=0
                )
        _years(ax)
        ax.set_ylabel(labels.say("GDP growth target, per cent", "地区生产总值增长目标（%）"))
        ax.legend(loc="upper right")
    return fig


def target_amplification(steps: pd.DataFrame) -> Figure:
    """Draw how far targets exceed those of the level above, as from `ladder.amplification`."""
    with plt.style.context(style.sheet()):
        fig, (left, right) = plt.subplots(1, 2, figsize=(10.5, 3.9))
        for step, colour in style.STEP_COLOURS.items():
            own = steps[steps["step"] == step].sort_values("year")
            label = _yearly(style.STEP_NAMES[step], own)
            left.plot(own["year"], own["mean"], color=colour, marker="o", markersize=3.5, label=label)
            right.plot(own["year"], own["above"], color=colour, marker="o", markersize=3.5)
        left.axhline(0, color=style.MUTED, linewidth=0.8)
        left.set_ylabel(labels.say("mean excess, percentage points", "平均高出（百分点）"))
        right.set_ylabel(labels.say("share above the upper level", "高于上级的比例"))
        right.yaxis.set_major_formatter(PercentFormatter(1))
        right.set_ylim(0, 1.04)
        for ax in (left, right):
            _years(ax)
        fig.legend(loc="outside lower center", ncols=2)
    return fig


def growth_standing(places: pd.DataFrame) -> Figure:
    """Draw the growth target of each text beside those of the levels above it, as from `ladder.standing`."""
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 0.75 * len(places) + 1.5))
        for place, row in enumerate(places.to_dict("records")):
            values = [row[name] for name in _MARKERS if pd.notna(row[name])]
            ax.plot([min(values), max(values)], [place, place], color=style.GRID, linewidth=3, zorder=1)
            for name, marker in _MARKERS.items():
                own = name == "value"
                colour = style.STATUS_COLOURS["target"] if own else style.MUTED
                ax.scatter(
                    *(row[name], place),
                    marker=marker,
                    s=70 if own else 42,
                    color=colour,
                    facecolor=colour if own else style.PAPER,
                    zorder=3 if own else 2,
                    label=labels.say(*_RUNGS[name]) if place == 0 else None,
                )
        names = [
            f"{labels.text(row['label'])}\n{_percentile(row['percentile'], row['prefectures'])}"
            for row in places.to_dict("records")
        ]
        ax.set_yticks(range(len(places)), names)
        ax.set_ylim(len(places) - 0.5, -0.5)
        ax.set_xlabel(labels.say("GDP growth target, per cent", "地区生产总值增长目标（%）"))
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        fig.legend(loc="outside lower center", ncols=4)
    return fig


def target_wording(shares: pd.DataFrame) -> Figure:
    """Draw how growth targets are worded at each level, as from `ladder.hardness`."""
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 2.6))
        levels = list(shares["level"].drop_duplicates())
        left = pd.Series(0.0, index=levels)
        for wording, colour in style.WORDING_COLOURS.items():
            own = shares[shares["wording"] == wording].set_index("level")["share"].reindex(levels).fillna(0)
            ax.barh(levels, own, left=left, color=colour, height=0.62, label=labels.say(*style.WORDING_NAMES[wording]))
            left += own
        totals = shares.groupby("level")["n"].sum()
        ax.set_yticks(
            range(len(levels)), [f"{labels.say(*style.LEVEL_NAMES[level])}\nn = {totals[level]:,}" for level in levels]
        )
        ax.invert_yaxis()
        ax.xaxis.set_major_formatter(PercentFormatter(1))
        ax.set_xlabel(labels.say("share of growth targets", "占增长目标的比例"))
        fig.legend(loc="outside lower center", ncols=5)
    return fig


def targets_and_results(levels: pd.DataFrame) -> Figure:
    """Draw mean target, mean result and share met by level and year, as from `outturns.by_level`."""
    with plt.style.context(style.sheet()):
        fig, (left, middle, right) = plt.subplots(1, 3, figsize=(11, 3.9))
        for ax, level in ((left, "province"), (middle, "prefecture")):
            own = levels[levels["level"] == level].sort_values("year")
            ax.plot(
                own["year"], own["target"], color=style.STATUS_COLOURS["target"], label=labels.say("target", "目标")
            )
            said = labels.say("result", "结果")
            ax.plot(own["year"], own["result"], color=style.STATUS_COLOURS["achieved"], linestyle="--", label=said)
            ax.set_title(_named(level, own))
            ax.set_ylim(0, levels[["target", "result"]].to_numpy().max() * 1.05)
            right.plot(
                own["year"], own["met"], color=style.LEVEL_COLOURS[level], label=labels.say(*style.LEVEL_NAMES[level])
            )
        left.set_ylabel(labels.say("mean GDP growth, per cent", "地区生产总值平均增长率（%）"))
        left.legend()
        right.set_title(labels.say("targets met", "完成目标的比例"))
        right.yaxis.set_major_formatter(PercentFormatter(1))
        right.set_ylim(0, 1.04)
        right.legend()
        for ax in (left, middle, right):
            _years(ax)
    return fig


def _years(ax: Axes) -> None:
    ax.grid(axis="y", visible=True)
    ax.grid(axis="x", visible=False)
    ax.xaxis.set_major_locator(MaxNLocator(7, integer=True))
    ax.set_xlabel(labels.say("plan year", "计划年度"))


def _named(level: str, own: pd.DataFrame) -> str:
    return _yearly(style.LEVEL_NAMES[level], own)


def _yearly(names: tuple[str, str], own: pd.DataFrame) -> str:
    name, n = labels.say(*names), f"n = {_span(own['n'])}"
    return labels.say(f"{name}, {n} a year", f"{name}，每年 {n}")


def _percentile(percentile: float, prefectures: int) -> str:
    n = f"n = {prefectures}"
    return labels.say(f"percentile {percentile:.0f} of {n}", f"第{percentile:.0f}百分位（{n}）")


def _span(numbers: pd.Series) -> str:
    low, high = int(numbers.min()), int(numbers.max())
    return str(low) if low == high else f"{low}-{high}"
