"""Figures of the ladder: targets by level and year, what is outbid, where the texts are, how targets are worded."""

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator, MultipleLocator, PercentFormatter

from ..texts.labels import bilingual, text_name
from .marks import LineLabel, broken_line, label_at_end
from .style import (
    INK,
    LEVEL_COLOURS,
    MUTED,
    PAPER,
    STATUS_COLOURS,
    WORDING_COLOURS,
    WORDING_NAMES,
    is_narrow,
    page_size,
    style_sheet,
    two_lines,
)

_GROUPS = {
    "nation": ("the nation", "全国", LEVEL_COLOURS["national"]),
    "provinces": ("the same provinces", "同一批省份", LEVEL_COLOURS["province"]),
    "cities": ("the same large cities", "同一批大城市", LEVEL_COLOURS["prefecture"]),
    "prefectures": ("the same prefectures", "同一批地市", LEVEL_COLOURS["prefecture"]),
}
_EVERY = {"all provinces": "provinces", "all prefectures": "cities"}  # and the group in whose colour they are drawn
_DECIDED = {
    "steered": ("what a government steers", "政府能主导者", "#0072B2"),
    "sum": ("sums of both", "综合指标", MUTED),
    "not steered": ("what others decide", "由他方决定者", "#B35900"),
}
_INDICATORS = {
    "gdp": ("gross domestic product", "地区生产总值"),
    "industry": ("industrial value added", "工业增加值"),
    "fai": ("fixed-asset investment", "固定资产投资"),
    "retail_sales": ("retail sales", "社会消费品零售总额"),
    "trade": ("imports and exports", "进出口"),
    "budget_revenue": ("budget revenue", "财政收入"),
    "urban_income": ("urban incomes", "城镇居民收入"),
    "rural_income": ("rural incomes", "农村居民收入"),
    "cpi": ("consumer prices", "居民消费价格"),
}
_FEW = 10  # places under which a mark is hollow


_RUNGS = {  # name at the end of the line
    "cities": ("large cities", "大城市"),
    "provinces": ("provinces", "省份"),
    "nation": ("the nation", "全国"),
}


def growth_ladder(targets: pd.DataFrame) -> Figure:
    """Draw median and middle half of the growth targets of constant places by year, as from `targets_by_year`.

    Rows of the group `text` are targets of texts, each with its `label`.
    """
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(4.6, 4.2))
        labels = []
        for group, name in _RUNGS.items():
            own, colour = targets[targets["group"] == group].sort_values("year"), _GROUPS[group][2]
            if group != "nation":
                low, high = own["first_quartile"], own["third_quartile"]
                ax.fill_between(own["year"], low, high, color=colour, alpha=0.12, linewidth=0)
            end = broken_line(ax, own["year"], own["median"], None, colour, linewidth=2.4 if group == "nation" else 1.8)
            said = bilingual(*name)
            labels.append(
                LineLabel(said if group == "nation" else two_lines(said, f"n = {_span(own['n'])}"), end, colour)
            )
        _four_years(ax, targets[targets["group"] == "prefectures"])
        _texts(ax, targets[targets["group"] == "text"])
        ax.set_xlim(targets["year"].min() - 0.5, targets["year"].max() + 0.5)
        ax.set_ylim(4, 13)
        ax.yaxis.set_major_formatter("{x:.0f}%")
        ax.xaxis.set_major_locator(MultipleLocator(10 if is_narrow() else 5))
        label_at_end(ax, *labels)
    return fig


def _four_years(ax: Axes, own: pd.DataFrame) -> None:
    """Draw the prefectures that have targets in four years, as diamonds with their middle half."""
    colour = _GROUPS["prefectures"][2]
    ax.vlines(own["year"], own["first_quartile"], own["third_quartile"], color=colour, linewidth=1)
    ax.scatter(own["year"], own["median"], marker="D", s=26, facecolor=PAPER, edgecolor=colour, zorder=4)
    first = own.sort_values("year").iloc[0]
    n = f"n = {_span(own['n'])}"
    said = bilingual(f"the same prefectures,\n{n}, in four years", f"同一批地市，{n}，\n四个年份")
    at = (float(first["year"]), float(first["third_quartile"]))
    ax.annotate(said, at, (4, 8), textcoords="offset points", color=colour, va="bottom", linespacing=1.1)


def _texts(ax: Axes, texts: pd.DataFrame) -> None:
    """Mark the targets of the texts; those that ask for the same have one label."""
    colour = STATUS_COLOURS["target"]
    ax.scatter(texts["year"], texts["median"], s=40, color=colour, edgecolor=PAPER, zorder=5)
    for value, same in texts.groupby("median"):
        names = [text_name(label) for label in same["label"]]
        ax.annotate(
            "\n".join([*names, f"{value:g}%"]),
            (float(same["year"].mean()), float(value)),  # type: ignore[arg-type]
            (0, 34),
            textcoords="offset points",
            color=colour,
            ha="center",
            linespacing=1.1,
            arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.8, "shrinkB": 5},
        )


def target_amplification(excess: pd.DataFrame) -> Figure:
    """Draw how far targets exceed those of the level above, for constant places, as from `excess_by_year`."""
    with plt.style.context(style_sheet()):
        fig, (upper, lower) = plt.subplots(2, 1, figsize=(7.2, 6.4), sharex=True, height_ratios=(3, 2))
        for ax, value, ends in ((upper, "mean", ("low", "high")), (lower, "higher", None)):
            _thin_lines(ax, excess, value)
            for group in ("provinces", "cities", "prefectures"):
                own = excess[excess["group"] == group].sort_values("year")
                _draw_group(ax, own, group, value, ends)
            _years(ax)
        upper.axhline(0, color=MUTED, linewidth=0.8)
        upper.set_xlabel("")
        upper.set_ylabel(bilingual("mean excess, percentage points", "平均高出（百分点）"))
        upper.legend(loc="upper right")
        lower.set_ylabel(bilingual("share above the upper level", "高于上级的比例"))
        lower.yaxis.set_major_formatter(PercentFormatter(1))
        lower.set_ylim(0, 1.04)
    return fig


def _thin_lines(ax: Axes, table: pd.DataFrame, value: str) -> None:
    """Draw all places of a level as a thin line that breaks where a year is missing."""
    for group, like in _EVERY.items():
        own = table[table["group"] == group].set_index("year")
        line = own[value].reindex(range(own.index.min(), own.index.max() + 1))
        n = _span(own["n"])
        name, zh = ("all provinces", "全部省份") if like == "provinces" else ("all prefectures", "全部地市")
        said = bilingual(f"{name} on file, n = {n}", f"{zh}（有报告者），n = {n}")
        ax.plot(line.index, line, color=_GROUPS[like][2], linewidth=0.9, linestyle=":", label=said)
        few = own[own["n"] < _FEW]
        ax.plot(few.index, few[value], color=_GROUPS[like][2], marker="o", markersize=3, linestyle="", mfc=PAPER)


def _draw_group(ax: Axes, own: pd.DataFrame, group: str, value: str, ends: tuple[str, str] | None) -> None:
    """Draw the values of a group of constant places; those of single years as diamonds, others as a line and band."""
    name, zh, colour = _GROUPS[group]
    n = _span(own["n"])
    said = bilingual(name, zh) if group == "nation" else bilingual(f"{name}, n = {n}", f"{zh}，n = {n}")
    if group == "prefectures":
        if ends:
            ax.vlines(own["year"], own[ends[0]], own[ends[1]], color=colour, linewidth=1.2)
        ax.plot(own["year"], own[value], color=colour, marker="D", markersize=6, linestyle="", mfc=PAPER, label=said)
        return
    line = own.set_index("year").reindex(range(own["year"].min(), own["year"].max() + 1))
    ax.plot(line.index, line[value], color=colour, linewidth=1.9, marker="o", markersize=3.5, label=said)
    if ends and group != "nation":
        ax.fill_between(line.index, line[ends[0]], line[ends[1]], color=colour, alpha=0.15, linewidth=0)


def amplification_by_indicator(indicators: pd.DataFrame) -> Figure:
    """Draw by how much each indicator is outbid, with intervals, as from `excess_by_indicator`."""
    rows = {group: own.set_index("indicator") for group, own in indicators.groupby("group")}
    names = list(rows["prefectures"].index)
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 4.9))
        for y, name in enumerate(names):
            for group, shift in (("prefectures", -0.14), ("cities", 0.2)):
                if name in rows[group].index:
                    _draw_excess(ax, rows[group].loc[name], group, y + shift)
        ax.axvline(0, color=MUTED, linewidth=0.8)
        ax.set_yticks(range(len(names)), [bilingual(*_INDICATORS[name]) for name in names])
        for label, name in zip(ax.get_yticklabels(), names, strict=True):
            label.set_color(_DECIDED[rows["prefectures"].loc[name, "decided"]][2])
        ax.invert_yaxis()
        ax.set_xlabel(bilingual("target over that of the province, percentage points", "高出本省目标（百分点）"))
        for number, (name, zh, colour) in enumerate(_DECIDED.values()):
            at = (0.99, 0.30 - 0.06 * number)
            ax.annotate(bilingual(name, zh), at, xycoords="axes fraction", ha="right", color=colour)
        for group, marker, face in (("prefectures", "o", INK), ("cities", "D", PAPER)):
            said = f"n = {_span(rows[group]['n'])}"
            name, zh, _ = _GROUPS[group]
            ax.plot([], [], marker=marker, color=INK, mfc=face, label=bilingual(f"{name}, {said}", f"{zh}，{said}"))
        ax.legend(loc="lower right")
    return fig


def _draw_excess(ax: Axes, row: Any, group: str, y: float) -> None:
    colour = _DECIDED[row["decided"]][2]
    large = group == "prefectures"
    ax.plot([row["low"], row["high"]], [y, y], color=colour, linewidth=1.6 if large else 1, zorder=2)
    face = colour if large else PAPER
    ax.plot(
        row["mean"], y, color=colour, marker="o" if large else "D", markersize=7 if large else 5, mfc=face, zorder=3
    )
    ax.annotate(
        f"n = {row['n']}", (row["high"], y), (5, 0), textcoords="offset points", va="center", fontsize=8.5, color=MUTED
    )


# Where the texts are


def growth_standing(strips: pd.DataFrame) -> Figure:
    """Draw each text's growth target among the prefectures of its province and of the country, as from `target_strips`.

    A dot is a prefecture; equal targets are packed side by side.
    """
    texts = list(dict.fromkeys(strips["label"]))
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(
            2 * len(texts),
            1,
            figsize=(7.2, 3.1 * len(texts)),
            sharex=True,
            height_ratios=[1, 2] * len(texts),
            squeeze=False,
        )
        for number, label in enumerate(texts):
            for ax, among in zip(axes[2 * number : 2 * number + 2, 0], ("province", "country"), strict=True):
                _draw_strip(ax, strips[(strips["label"] == label) & (strips["among"] == among)], among)
        axes[-1, 0].set_xlabel(bilingual("GDP growth target, per cent", "地区生产总值增长目标（%）"))
        axes[-1, 0].xaxis.set_major_locator(MaxNLocator(integer=True))
    return fig


def _draw_strip(ax: Axes, own: pd.DataFrame, among: str) -> None:
    """Draw the prefectures as packed dots, the text as a large one, and the levels above as lines."""
    peers = own[own["kind"] == "prefecture"]
    rows = 1
    for value in peers["value"].drop_duplicates().astype(float):
        same = peers[peers["value"] == value]
        across = 1 if among == "province" else 5
        steps = np.arange(len(same))
        ax.scatter(
            value + 0.06 * (steps % across - (min(across, len(same)) - 1) / 2), steps // across, s=11, color=MUTED
        )
        rows = max(rows, int(steps[-1] // across) + 1)
        if among == "province":
            named = bilingual(", ".join(same["english"]), "、".join(same["place"]))
            named = bilingual(f"{len(same)} prefectures", f"{len(same)}个地市") if len(same) > 2 else named
            ax.annotate(named, (value, len(same) - 1), (0, 6), textcoords="offset points", ha="center", fontsize=8.5)
    for kind, style in (("province", "--"), ("nation", ":")):
        for line in own[own["kind"] == kind].to_dict("records"):
            ax.axvline(
                line["value"], color=LEVEL_COLOURS["province" if kind == "province" else "national"], ls=style, lw=1
            )
    text = own[own["kind"] == "text"].iloc[0]
    ax.scatter(
        text["value"], -0.22 * rows - 0.8, s=75, marker="^", color=STATUS_COLOURS["target"], zorder=4, clip_on=False
    )
    ax.set_ylim(-0.45 * rows - 1.2, rows * 1.35 + 0.4)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.set_title(_strip_title(own, among), fontsize=9)


def _strip_title(own: pd.DataFrame, among: str) -> str:
    text = own[own["kind"] == "text"].iloc[0]
    n = f"n = {(own['kind'] == 'prefecture').sum()}"
    if among == "country":
        return bilingual(f"all prefectures on file for {text['year']}, {n}", f"{text['year']}年有报告的全部地市，{n}")
    levels = own[own["kind"].isin(["province", "nation"])].set_index("kind")
    if not {"province", "nation"} <= set(levels.index):
        return bilingual(
            f"{text_name(text['label'])} (triangle) in its province, {n}",
            f"{text_name(text['label'])}（三角）与本省区地市，{n}",
        )
    province, nation = levels.loc["province"], levels.loc["nation"]
    return bilingual(
        f"{text_name(text['label'])} (triangle) and the prefectures of {province['english']} on file, {n}\n"
        f"dashed: the province, {province['value']:g}; dotted: the nation, {nation['value']:g}",
        f"{text_name(text['label'])}（三角）与{province['place']}有报告的地市，{n}\n"
        f"虚线：{province['place']}，{province['value']:g}；点线：全国，{nation['value']:g}",
    )


# Wording


def target_wording(groups: pd.DataFrame) -> Figure:
    """Draw how the nation and constant places word their growth targets, as from `wording_by_group`."""
    bars = groups[["group", "first", "last", "of"]].drop_duplicates().reset_index(drop=True)
    gaps = (bars["group"] != bars["group"].shift()).cumsum() * 0.5
    places = dict(zip(zip(bars["group"], bars["first"], strict=True), bars.index + gaps, strict=True))
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 4.9))
        for (group, first), own in groups.groupby(["group", "first"], sort=False):
            left, y = 0.0, places[group, first]
            for wording, colour in WORDING_COLOURS.items():
                share = own.loc[own["wording"] == wording, "share"].iloc[0]
                ax.barh(y, share, left=left, color=colour, height=0.8)
                if share >= 0.06:
                    light = wording == "bare"
                    ax.text(
                        left + share / 2, y, f"{share:.0%}", ha="center", va="center", color=PAPER if light else INK
                    )
                left += share
        ax.set_yticks(list(places.values()), [_bar_name(row) for row in bars.to_dict("records")])
        ax.invert_yaxis()
        ax.xaxis.set_major_formatter(PercentFormatter(1))
        ax.set_xlabel(bilingual("share of growth targets", "占增长目标的比例"))
        handles = [Rectangle((0, 0), 1, 1, color=colour) for colour in WORDING_COLOURS.values()]
        fig.legend(
            handles, [bilingual(*WORDING_NAMES[name]) for name in WORDING_COLOURS], loc="outside upper right", ncols=5
        )
    return fig


def _bar_name(row: dict[Any, Any]) -> str:
    name, zh, _ = _GROUPS[row["group"]]
    years = str(row["first"]) if row["first"] == row["last"] else f"{row['first']}-{row['last']}"
    return bilingual(f"{name}, {years}, n = {row['of']}", f"{zh}，{years}，n = {row['of']}")


def _years(ax: Axes) -> None:
    ax.grid(axis="y", visible=True)
    ax.grid(axis="x", visible=False)
    ax.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    ax.set_xlabel(bilingual("plan year", "计划年度"))


def _span(numbers: pd.Series) -> str:
    low, high = int(numbers.min()), int(numbers.max())
    return str(low) if low == high else f"{low}–{high}"
