"""Figures of numeric slogans: by type, by year, place and owner, and what reports list of them."""

import math

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator, PercentFormatter

from ..texts.labels import bilingual, text_name
from .bars import stacked_bars
from .marks import LineLabel, broken_line, label_at_end, share_label
from .style import (
    FOCUS,
    LAYER_COLOURS,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    OWNER_COLOURS,
    PAPER,
    TYPE_COLOURS,
    TYPE_NAMES_ZH,
    is_narrow,
    page_size,
    style_sheet,
    two_lines,
)


def slogans_by_type(counts: pd.DataFrame) -> Figure:
    """Draw the slogan mentions of each text by type, as from `count_slogan_types`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots()
        stacked_bars(ax, counts, ("type", "mentions", TYPE_COLOURS), ("tab-slogans", "type"))
        ax.set_xlabel(bilingual("mentions of numeric slogans", "数字口号次数"))
    return fig


_SMALL = 8.5  # points: nothing is smaller
_FEW = 10  # reports of a year, under which a mark is hollow


def slogan_density(levels: pd.DataFrame) -> Figure:
    """Draw how densely slogans are mentioned in the reports of each level by year, as from `density_by_level`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(4.2, 3.7))
        labels = []
        for level, colour in LEVEL_COLOURS.items():
            own = levels[levels["level"] == level].sort_values("year")
            sizes = None if level == "national" else own["n"]
            end = broken_line(ax, own["year"], own["per_10k_characters"], sizes, colour)
            name, n = bilingual(*LEVEL_NAMES[level]), f"n = {own['n'].sum():,}"
            labels.append(LineLabel(two_lines(name, n), end, colour))
        ax.set_xlim(levels["year"].min() - 1, levels["year"].max() + 1)
        ax.set_ylim(bottom=0)
        ax.xaxis.set_major_locator(MultipleLocator(20 if is_narrow() else 10))
        label_at_end(ax, *labels)
    return fig


def slogan_map(provinces: pd.DataFrame) -> Figure:
    """Draw how densely slogans are mentioned in the reports of each province, as from `density_of_provinces`."""
    half = (len(provinces) + 1) // 2
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, 2, figsize=(7.4, 0.2 * half + 1), sharex=True)
        for ax, rows in zip(axes, (provinces[:half], provinces[half:]), strict=True):
            ax.hlines(rows["en"], rows["low"], rows["high"], color=LAYER_COLOURS["slogans"], linewidth=2)
            inside = [LAYER_COLOURS["slogans"] if known else PAPER for known in rows["low"].notna()]
            ax.scatter(rows["per_10k"], rows["en"], s=26, c=inside, edgecolor=LAYER_COLOURS["slogans"], zorder=3)
            names = rows[bilingual("en", "short")]
            ax.set_yticks(range(len(rows)), [f"{name}  {n}" for name, n in zip(names, rows["n"], strict=True)])
            ax.set_ylim(half - 0.4, -0.6)
        n = f"n = {provinces['n'].sum():,}"
        fig.supxlabel(
            bilingual(
                f"mentions per 10,000 characters, {n} reports since 2014 (beside each name), 95% intervals over places",
                f"2014年以来每万字次数，{n} 份报告（名称旁为份数），按地方计算的95%区间",
            ),
            fontsize=9,
        )
    return fig


def slogan_types_by_period(counts: pd.DataFrame) -> Figure:
    """Draw the share of each slogan type by year, a panel a type on one scale, as from `types_by_year`."""
    years = counts["year"].min(), counts["year"].max()
    last = counts[counts["year"] == years[1]].set_index("type")["share"].sort_values(ascending=False)
    columns = 2 if is_narrow() else 3
    rows = [list(last.index[at : at + columns]) for at in range(0, len(last), columns)]
    # a row is as tall as its largest share, so that a per cent is as tall in all
    tops = [0.25 * math.ceil(counts.loc[counts["type"].isin(kinds), "share"].max() / 0.25) for kinds in rows]
    with plt.style.context(style_sheet()):
        size = page_size(3.2, 3.9)
        fig, axes = plt.subplots(len(rows), columns, sharex=True, sharey="row", figsize=size, height_ratios=tops)
        for ax, kind in zip(axes.flat, last.index, strict=False):
            own, colour = counts[counts["type"] == kind], FOCUS if kind in {"list", "compression"} else MUTED
            broken_line(ax, own["year"], own["share"], own["n"], colour)
            clear = own.loc[own["year"] > years[1] - 10, "share"].max() + 0.02  # over the line that leads to it
            ax.text(years[1] + 0.5, clear, share_label(last[kind]), ha="right", color=colour)
            ax.set_title(_type(str(kind)), color=colour)
        for ax, top in zip(axes[:, 0], tops, strict=True):
            ax.set_ylim(0, top)
            ax.yaxis.set_major_locator(MultipleLocator(0.25))
            ax.yaxis.set_major_formatter(PercentFormatter(1, 0))
        for ax in axes[-1]:
            ax.set_xticks([years[0], 2010, years[1]])
            for label, side in zip(ax.get_xticklabels(), ("left", "center", "right"), strict=True):
                label.set_ha(side)
    return fig


# Whose a slogan is

_GROUPS = {
    "names in quotation marks": ("names in quotation marks", "加引号的名称"),
    "lists": ("lists", "列举式"),
    "compressions": ("compressions", "缩略式"),
    "provinces": ("reports of provinces", "省级报告"),
    "prefectures": ("of prefectures", "地级报告"),
    "same provinces": ("of the same provinces each year", "历年同一批省份"),
    "same prefectures": ("of the same prefectures", "历年同一批地市"),
    "2 announced": ("two things announced", "所称两项"),
    "3 announced": ("three", "三项"),
    "4 announced": ("four", "四项"),
    "5 announced": ("five", "五项"),
    "6 or more announced": ("six or more", "六项以上"),
    "mentioned once": ("mentioned once in the report", "全文仅提一次"),
    "owner told by words or glossary": ("owner told by words or glossary", "归属有词语或名词解释可据"),
    "the same names": ("names that some own and others cite", "各地或自有或援引的同名"),
    "glossary of the report counted": ("with the report's own glossary", "计入报告名词解释"),
    "all names, marked or not": ("all names, marked or not", "全部名称（含未加引号）"),
}
_APART = {"lists", "provinces", "same provinces", "2 announced", "mentioned once", "glossary of the report counted"}


def closure_by_owner(shares: pd.DataFrame) -> Figure:
    """Draw which share of own and of cited slogans the reports enumerate, by group, as from `enumeration_by_owner`."""
    groups = list(shares["group"].drop_duplicates())
    heights, y = {}, 0.0
    for group in groups:
        y += 1.5 if group in _APART else 1.0
        heights[group] = y
    names = {"own": bilingual("own", "自有"), "cited": bilingual("cited from above", "援引上级")}
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.4, 0.245 * y + 0.9))
        for owner, name in names.items():
            rows = shares[shares["owner"] == owner].set_index("group").loc[groups]
            at, colour = [heights[group] for group in groups], OWNER_COLOURS[owner]
            ax.hlines(at, rows["low"], rows["high"], color=colour, linewidth=2)
            ax.scatter(rows["share"], at, s=34, color=colour, zorder=3)
            first = rows.iloc[0]
            ax.text(first["share"], heights[groups[0]] - 0.75, name, color=colour, ha="center", fontsize=9)
        sizes = shares.pivot_table(index="group", columns="owner", values="n")
        for group in groups:
            _beside(ax, heights[group], f"{sizes.loc[group, 'own']:,.0f} / {sizes.loc[group, 'cited']:,.0f}")
        _beside(ax, heights[groups[0]] - 0.75, bilingual("n own / cited", "n 自有 / 援引"))
        ax.set_yticks([heights[group] for group in groups], [bilingual(*_GROUPS[group]) for group in groups])
        ax.set_ylim(y + 0.7, heights[groups[0]] - 1.2)
        ax.set_xlim(left=0)
        ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{100 * value:.0f}%"))
        ax.set_xlabel(
            bilingual(
                "slogans of which all members are listed, with 95% intervals", "列全所称各项的口号比例（95% 区间）"
            )
        )
    return fig


def _beside(ax: Axes, y: float, words: str) -> None:
    ax.text(1.01, y, words, transform=ax.get_yaxis_transform(), va="center", fontsize=_SMALL, color=MUTED)


_OWNERS = {
    "own": ("the place's own", "自有"),
    "centre": ("the centre's", "中央"),
    "above": ("the province's", "省级"),
}
_PANEL_NAMES = {
    "provinces_long": ("the same provinces", "同一批省份"),
    "cities_long": ("the same large cities", "同一批大城市"),
}


def slogans_by_owner(density: pd.DataFrame) -> Figure:
    """Draw mentions per 10,000 characters by owner and year, as from `density_by_owner`.

    Thick: the same places in every year; thin: all of the level, hollow dots where a year has few reports.
    """
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, 2, figsize=(7.4, 3.9), sharey=True)
        for ax, panel in zip(axes, _PANEL_NAMES, strict=True):
            same = density[density["panel"] == panel]
            every = density[(density["level"] == same["level"].iloc[0]) & (density["panel"] == "all places")]
            for owner in _OWNERS:
                _owner_lines(ax, *(rows[rows["owner"] == owner] for rows in (same, every)))
            n, name = same["n"].max(), bilingual(*_PANEL_NAMES[panel])
            ax.set_title(bilingual(f"{name}, n = {n} a year", f"{name}，每年 n = {n}"))
            level = bilingual(*LEVEL_NAMES[str(same["level"].iloc[0])])
            span = f"n = {every['n'].min()}-{every['n'].max()}"
            ax.set_xlabel(bilingual(f"plan year; thin: all {level}, {span}", f"计划年度；细线为全部{level}，{span}"))
            ax.grid(axis="y", visible=True)
            ax.grid(axis="x", visible=False)
            ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        axes[0].set_ylim(bottom=0)
        axes[0].set_ylabel(bilingual("mentions per 10,000 characters", "每万字次数"))
    return fig


def _owner_lines(ax: Axes, same: pd.DataFrame, every: pd.DataFrame) -> None:
    """Draw one owner: all places thin, the same places thick and named."""
    owner = str(same["owner"].iloc[0])
    colour = OWNER_COLOURS[owner]
    if not same["per_10k"].max() > 1:  # a province has the nation alone above it
        return
    yearly = every.set_index("year")["per_10k"]
    yearly = yearly.reindex(range(yearly.index.min(), yearly.index.max() + 1))  # broken at missing years
    ax.plot(yearly.index, yearly, color=colour, linewidth=0.8, alpha=0.7)
    few = every[every["n"] < _FEW]
    ax.scatter(few["year"], few["per_10k"], s=12, facecolor=PAPER, edgecolor=colour, linewidth=0.8, zorder=3)
    ax.plot(same["year"], same["per_10k"], color=colour, linewidth=2.4)
    place = {"own": (2011, 9), "centre": (2012, -12), "above": (2018, -14)}[owner]
    at = same.loc[same["year"] == place[0], "per_10k"].iloc[0]
    ax.annotate(
        bilingual(*_OWNERS[owner]),
        (place[0], at),
        xytext=(0, place[1]),
        textcoords="offset points",
        color=colour,
        ha="center",
        va="bottom" if place[1] > 0 else "center",
        fontsize=9,
    )


def _type(kind: str) -> str:
    return bilingual(kind, TYPE_NAMES_ZH[kind])


def _counted(label: str, slogans: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}, n = {slogans}", f"{name}，n = {slogans}")
