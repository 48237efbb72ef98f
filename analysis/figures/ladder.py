"""Figures of the ladder: targets by level and year, what is outbid, where the texts are, how targets are worded."""

import re
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MultipleLocator, PercentFormatter
from matplotlib.transforms import ScaledTranslation

from ..texts.labels import bilingual, text_name
from .bars import without_values
from .marks import LineLabel, broken_line, key_above, label_at_end, number_span, range_strokes, write_at
from .style import (
    CONTEXT,
    FOCUS,
    INK,
    LEVEL_COLOURS,
    MUTED,
    PAPER,
    SMALLEST,
    WORDING_COLOURS,
    WORDING_NAMES,
    ink_on,
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
    "steered": ("what a government steers", "政府能左右", FOCUS),
    "sum": ("partly steered", "两者兼有", MUTED),
    "not steered": ("what others decide", "政府难以左右", MUTED),
    "apart": ("prices, set apart", "物价（另作一类）", MUTED),
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


_RUNGS = {  # name at the end of the line; a thin line lies on a thick one, so that both are seen where they meet
    "provinces": ("provinces", "省份"),
    "cities": ("large cities", "大城市"),
    "nation": ("the nation", "全国"),
}
_WIDTHS = {"provinces": 3.2, "cities": 1.5, "nation": 2.4}


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
            end = broken_line(ax, own["year"], own["median"], None, colour, linewidth=_WIDTHS[group])
            said = bilingual(*name)
            labels.append(
                LineLabel(said if group == "nation" else two_lines(said, f"n = {number_span(own['n'])}"), end, colour)
            )
        nation = targets[targets["group"] == "nation"]
        range_strokes(ax, nation["year"], nation["median"], nation["upper"], _GROUPS["nation"][2])
        _four_years(ax, targets[targets["group"] == "prefectures"])
        _texts(ax, targets[targets["group"] == "text"])
        ax.set_xlim(targets["year"].min() - 0.5, targets["year"].max() + 0.5)
        asked = [float(value) for value in targets.loc[targets["group"] == "text", "median"]]
        ax.set_ylim(min([4.0, *(value - 1 for value in asked)]), max([13.0, *(value + 2 for value in asked)]))
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
    n = f"n = {number_span(own['n'])}"
    said = bilingual(f"the same prefectures,\n{n}, in four years", f"同一批地市，{n}，\n四个年份")
    at = (float(first["year"]), float(first["third_quartile"]))
    ax.annotate(said, at, (4, 8), textcoords="offset points", color=colour, va="bottom", linespacing=1.1)


_LINE_OF_LABEL = 12.5  # points


def _texts(ax: Axes, texts: pd.DataFrame) -> None:
    """Mark the targets of the texts; those that ask for the same have one label, all over the highest of them."""
    colour = FOCUS  # as where the texts stand among prefectures
    ax.scatter(texts["year"], texts["median"], s=40, color=colour, edgecolor=PAPER, zorder=5)
    groups = list(texts.groupby("median"))
    side, rise = "right" if len(groups) > 1 else "center", 34.0  # points over the highest, where no line is
    for value, same in reversed(groups):
        names, year = [text_name(label) for label in same["label"]], float(same["year"].mean())
        said = "\n".join([*names, f"{value:g}%"])
        write_at(
            ax, said, (year, texts["median"].max()), (0, rise), color=colour, ha=side, va="bottom", linespacing=1.1
        )
        ax.annotate(
            "",  # the line is no part of the label, which nothing may lie on
            (year, float(value)),  # type: ignore[arg-type]
            (year, texts["median"].max()),
            textcoords=ax.transData + ScaledTranslation(0, rise / 72, ax.figure.dpi_scale_trans),
            arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.8, "shrinkB": 5},
        )
        rise += (len(names) + 1) * _LINE_OF_LABEL + 6


_ALL_NAMES = {
    "all provinces": ("dotted:\nall provinces,", "点线：\n全部省份，"),
    "all prefectures": ("dotted: all\nprefectures,", "点线：\n全部地市，"),
}
_STEPS = {  # name at the end of the line
    "provinces": ("provinces over\nthe nation", "省份高出\n全国"),
    "cities": ("large cities over\ntheir province", "大城市高出\n本省"),
}


def target_amplification(excess: pd.DataFrame) -> Figure:
    """Draw how far targets exceed those of the level above, for constant places, as from `excess_by_year`."""
    with plt.style.context(style_sheet()):
        fig, (upper, lower) = plt.subplots(2, 1, figsize=page_size(5.4, 5.2), sharex=True, height_ratios=(3, 2))
        ends = {ax: list[LineLabel]() for ax in (upper, lower)}
        for ax, value in ((upper, "mean"), (lower, "higher")):
            for group, name in _STEPS.items():
                own, colour = excess[excess["group"] == group].sort_values("year"), _GROUPS[group][2]
                _all_on_file(ax, excess, group, value, named=ax is upper)
                end = broken_line(ax, own["year"], own[value], own["n"], colour, linewidth=2.2)
                n = f"n = {number_span(own['n'])}"
                said = f"{bilingual(*name)}\n{n}" if ax is upper else bilingual(*_RUNGS[group])
                ends[ax].append(LineLabel(said, end, colour))
                if group == "provinces":
                    range_strokes(ax, own["year"], own[value], own[f"{value}_upper"], colour)
                if ax is upper:
                    line = own.set_index("year").reindex(range(own["year"].min(), own["year"].max() + 1))
                    ax.fill_between(line.index, line["low"], line["high"], color=colour, alpha=0.13, linewidth=0)
            _single_years(ax, excess[excess["group"] == "prefectures"], value, named=ax is upper)
            ax.set_xlim(excess["year"].min() - 0.5, excess["year"].max() + 0.5)
            ax.xaxis.set_major_locator(MultipleLocator(10 if is_narrow() else 5))
        upper.yaxis.set_major_locator(MultipleLocator(1))
        upper.yaxis.set_major_formatter("{x:.0f}")
        lower.yaxis.set_major_locator(MultipleLocator(0.5))
        upper.set_title(bilingual("mean excess, percentage points", "平均高出（百分点）"))
        lower.set_title(bilingual("share above the level above", "高于上级的比例"))
        lower.yaxis.set_major_formatter(PercentFormatter(1))
        upper.set_ylim(0, excess.loc[~excess["group"].isin(_EVERY), "high"].max() * 1.02)
        lower.set_ylim(0, 1.04)
        for ax, labels in ends.items():
            label_at_end(ax, *labels)
            ax.spines["bottom"].set_bounds(excess["year"].min() - 0.5, excess["year"].max() + 0.1)
    return fig


def _all_on_file(ax: Axes, table: pd.DataFrame, like: str, value: str, *, named: bool) -> None:
    """Draw all places of a level as a dotted line that breaks where a year is missing, named above or below it."""
    group = next(every for every, alike in _EVERY.items() if alike == like)
    own, colour = table[table["group"] == group].sort_values("year"), _GROUPS[like][2]
    broken_line(ax, own["year"], own[value], own["n"], colour, linewidth=1, linestyle=":")
    if named:
        early, over = own[own["year"] < own["year"].iloc[0] + 5], like == "cities"
        said = f"{bilingual(*_ALL_NAMES[group])}\nn = {number_span(own['n'])}"
        at = (float(own["year"].iloc[0]), float(early[value].max() if over else early[value].min()))
        va, up = ("bottom", 3) if over else ("top", -4)
        write_at(ax, said, at, (0, up), color=colour, va=va, linespacing=1.1, fontsize=SMALLEST)


def _single_years(ax: Axes, own: pd.DataFrame, value: str, *, named: bool) -> None:
    """Draw the prefectures that have targets in four years, as diamonds; where they are named, with intervals."""
    colour = _GROUPS["prefectures"][2]
    if named:
        ax.vlines(own["year"], own["low"], own["high"], color=colour, linewidth=1)
        third, n = own.sort_values("year").iloc[2], f"n = {number_span(own['n'])}"
        english = (
            "prefectures over\ntheir province,\nfour years,"
            if is_narrow()
            else "prefectures over their\nprovince, four years,"
        )
        said = bilingual(f"{english} {n}", f"地市高出本省，\n四个年份，{n}")
        line = {"arrowstyle": "-", "color": colour, "linewidth": 0.8, "shrinkB": 1}
        how = {"va": "bottom", "ha": "center", "color": colour, "linespacing": 1.1, "arrowprops": line}
        write_at(ax, said, (third["year"], third["high"]), (-10, 34), **how)
    else:
        first = own.sort_values("year").iloc[0]
        at = (float(first["year"]), float(first[value]))
        write_at(ax, bilingual("prefectures", "地市"), at, (-5, -3), ha="right", va="top", color=colour)
    ax.scatter(own["year"], own[value], marker="D", s=26, facecolor=PAPER, edgecolor=colour, zorder=4)


def amplification_by_indicator(indicators: pd.DataFrame) -> Figure:
    """Draw by how much each indicator is outbid, with intervals, as from `excess_by_indicator`.

    What a government steers is first, then what it partly steers, then what others decide, and prices apart.
    """
    rows = {group: own.set_index("indicator") for group, own in indicators.groupby("group")}
    ranked = rows["prefectures"].sort_values("mean", ascending=False)
    with plt.style.context(style_sheet()):
        heights = [int((ranked["decided"] == decided).sum()) for decided in _DECIDED]
        size = page_size(0.34 * sum(heights) + 1.5, 0.36 * sum(heights) + 1.6)
        fig, axes = plt.subplots(len(_DECIDED), 1, figsize=size, sharex=True, height_ratios=heights)
        for ax, (decided, (name, zh, colour)) in zip(axes, _DECIDED.items(), strict=True):
            names = list(ranked.index[ranked["decided"] == decided])
            for y, indicator in enumerate(names):
                for group, shift in (("prefectures", -0.14), ("cities", 0.22)):
                    if indicator in rows[group].index:
                        _draw_excess(ax, rows[group].loc[indicator], group, (y + shift, colour))
            ax.set_title(bilingual(name, zh), color=colour)
            ax.xaxis.set_major_locator(MultipleLocator(1))
            ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}".replace("-", "−"))
            ax.set_yticks(range(len(names)), [_indicator(name) for name in names], color=INK)
            ax.set_ylim(len(names) - 0.4, -0.6)
            ax.axvline(0, color=MUTED, linewidth=0.8)
            ax.grid(axis="x", visible=True)
            ax.grid(axis="y", visible=False)
            ax.spines["bottom"].set_visible(ax is axes[-1])
            ax.tick_params(axis="x", length=3.5 if ax is axes[-1] else 0)
        _name_excess(axes[0], rows, str(ranked.index[ranked["decided"] == "steered"][0]))
    return fig


def _indicator(name: str) -> str:
    english, chinese = _INDICATORS[name]
    return bilingual(english.replace(" ", "\n", 1) if is_narrow() else english, chinese)


def _draw_excess(ax: Axes, row: Any, group: str, at: tuple[float, str]) -> None:
    (y, colour), large = at, group == "prefectures"
    ax.plot([row["low"], row["high"]], [y, y], color=colour, linewidth=1.6 if large else 1, zorder=2)
    face, size = (colour, 44) if large else (PAPER, 26)
    ax.scatter(row["mean"], y, marker="o" if large else "D", s=size, facecolor=face, edgecolor=colour, zorder=3)
    write_at(ax, f"{row['places']}/{row['n']}", (row["high"], y), (5, 0), fontsize=SMALLEST, color=MUTED)


def _name_excess(ax: Axes, rows: dict[Any, pd.DataFrame], first: str) -> None:
    """Say at the first row which mark is which group, after its places and reports."""
    names = {"prefectures": (-0.14, "prefectures", "地市"), "cities": (0.22, "large cities", "大城市")}
    for group, (shift, name, zh) in names.items():
        at = (float(rows[group].loc[first, "high"]), shift)  # type: ignore[arg-type]
        write_at(ax, bilingual(name, zh), at, (40, 0), fontsize=SMALLEST, color=INK)


# Where the texts are


_KIND = " (Province|Municipality|((Zhuang|Hui|Uygur) )?Autonomous Region)$"
_ABOVE = 7  # rows of dots that the labels over the highest stack take


def growth_standing(strips: pd.DataFrame) -> Figure:
    """Draw each text's growth target among the prefectures of the country in its year, as from `target_strips`.

    A dot is a prefecture; those of the text's province are lowest in a stack. Targets of one half of a point are one
    stack, on which the text lies.
    """
    texts = dict(list(strips.groupby("label", sort=False)))
    across = 3 if is_narrow() else 5
    tops = [-(-int(_halves(own).value_counts().max()) // across) + _ABOVE for own in texts.values()]
    with plt.style.context(style_sheet()):
        size = page_size(0.085 * sum(tops) + 1.3, 0.075 * sum(tops) + 1.4)
        fig, axes = plt.subplots(len(texts), 1, figsize=size, sharex=True, squeeze=False, height_ratios=tops)
        for ax, own, top in zip(axes[:, 0], texts.values(), tops, strict=True):
            ax.set(ylim=(0, top), yticks=[])
            ax.tick_params(axis="x", labelbottom=True)
            ax.grid(visible=False)
            _levels_above(ax, own, top)
            _draw_strip(ax, own, across)
        axes[-1, 0].set_xlim(_halves(strips).min() - 0.4, _halves(strips).max() + 0.4)
        axes[-1, 0].xaxis.set_major_locator(MultipleLocator(1))
        axes[-1, 0].xaxis.set_major_formatter("{x:.0f}%")
    return fig


def _halves(own: pd.DataFrame) -> pd.Series:
    """Return the targets of the country's prefectures to the half of a point."""
    far = own[(own["among"] == "country") & (own["kind"] == "prefecture")]
    return (far["value"] * 2).round() / 2


def _draw_strip(ax: Axes, own: pd.DataFrame, across: int) -> None:
    """Draw the prefectures as stacked dots, and the text with what it exceeds."""
    text = own[own["kind"] == "text"].iloc[0]
    value, colour = float(text["value"]), LEVEL_COLOURS["prefecture"]
    near = own[(own["among"] == "province") & (own["kind"] == "prefecture")]
    halves = _halves(own)
    far = own.loc[halves.index].assign(half=halves, near=own["place"].isin(near["place"]))
    for half, same in far.sort_values("near", ascending=False, kind="stable").groupby("half"):
        steps = np.arange(len(same))
        x = float(half) + 0.4 / across * (steps % across - (min(across, len(same)) - 1) / 2)  # type: ignore[arg-type]
        colours = [colour if neighbour else CONTEXT for neighbour in same["near"]]
        ax.scatter(x, steps // across + 0.6, s=15, color=colours, linewidth=0, zorder=3)
    y = -(-int((halves == value).sum()) // across) + 1.2
    ax.scatter(value, y, s=52, color=FOCUS, zorder=4)
    lower, over = int((near["value"] < value).sum()), float((far["value"] < value).mean())
    of_near = bilingual(
        f"above {lower} of {len(near)} of its province", f"高于本省有报告的{len(near)}个地市中的{lower}个"
    )
    said = (
        (f"{text_name(text['label'])}{bilingual(': ', '：')}{value:g}%", FOCUS),
        (of_near, colour),
        (bilingual(f"and {over:.0%} of all, n = {len(far)}", f"高于全国地市的{over:.0%}，n = {len(far)}"), MUTED),
    )
    for line, (words, ink) in enumerate(said):
        write_at(ax, words, (value, y), (8, 12.5 * (2 - line)), color=ink)


def _levels_above(ax: Axes, own: pd.DataFrame, top: float) -> None:
    """Draw the targets of the province and of the nation as lines, one where they are the same."""
    levels = own[own["kind"].isin(["nation", "province"])].drop_duplicates("kind")
    for place, value in enumerate(sorted(levels["value"].astype(float).unique())):
        same = levels[levels["value"] == value]
        nation, province = (same[same["kind"] == kind] for kind in ("nation", "province"))
        names = [bilingual(re.sub(_KIND, "", row["english"]), row["place"]) for row in province.to_dict("records")]
        names += [bilingual("the nation", "全国")] * len(nation)
        colour = LEVEL_COLOURS["province" if len(province) else "national"]
        height = top - 0.4 - 2.3 * place
        ax.plot([value, value], [0, height], color=colour, linewidth=1.2, zorder=1)
        said = bilingual(" and\n" if is_narrow() else " and ", "、").join(names) + f" {value:g}%"
        write_at(ax, said, (value, height), (4, 0), va="top", color=colour, linespacing=1.1)


# Wording

_ORDER = ("bare", "at least", "about", "range", "strive")
_LEAST = 0.05  # of a bar, from which a part has its number
_WORDING_KEYS = {  # with the word of Chinese that stands beside the number
    name: (english if name == "bare" else f"{english} ({'力争' if name == 'strive' else chinese})", chinese)
    for name, (english, chinese) in WORDING_NAMES.items()
}


def target_wording(groups: pd.DataFrame) -> Figure:
    """Draw how the nation and constant places word their growth targets, as from `wording_by_group`."""
    blocks = [group for group in ("prefectures", "cities", "provinces", "nation") if group in set(groups["group"])]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(4.9, 5.2))
        y, names = 0.0, dict[float, str]()
        for block in blocks:
            own = groups[groups["group"] == block]
            name, zh, colour = _GROUPS[block]
            at = {"xycoords": ax.get_yaxis_transform(), "ha": "right", "va": "bottom"}
            write_at(ax, bilingual(name, zh), (0, y + 0.6), (-5, 3), color=colour, **at)
            for _, bar in own.groupby("first"):
                y += 1
                names[y] = _bar_name(bar.iloc[0].to_dict())
                _worded(ax, bar.set_index("wording"), y)
            y += 1.35
        ax.set_yticks(list(names), list(names.values()), color=INK)
        ax.set(ylim=(y - 0.8, -0.5), xlim=(0, 1))
        without_values(ax)
        key_above(ax, {WORDING_COLOURS[name]: bilingual(*_WORDING_KEYS[name]) for name in _ORDER}, 2)
    return fig


def _worded(ax: Axes, bar: pd.DataFrame, y: float) -> None:
    """Draw the wordings of one group in one span of years."""
    left = 0.0
    for wording in _ORDER:
        share, colour = float(bar.loc[wording, "share"]), WORDING_COLOURS[wording]  # type: ignore[arg-type]
        ax.barh(y, share, left=left, color=colour, edgecolor=PAPER, linewidth=0.6, height=0.8)
        if share >= _LEAST:
            said = f"{100 * share:.0f}" if is_narrow() else f"{share:.0%}"
            ax.text(left + share / 2, y, said, ha="center", va="center", color=ink_on(colour))
        left += share


def _bar_name(row: dict[Any, Any]) -> str:
    years = (
        str(row["first"])
        if row["first"] == row["last"]
        else bilingual(f"{row['first']}–{row['last']}", f"{row['first']}—{row['last']}")
    )
    return f"{years}, n = {row['of']}" if bilingual("en", "zh") == "en" else f"{years}，n = {row['of']}"
