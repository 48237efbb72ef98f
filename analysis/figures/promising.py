"""Figures of targets and promises: what the texts state, what the same places ask for, what is met, what follows."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator, MultipleLocator, PercentFormatter

from ..texts.labels import bilingual, label_with, text_name
from .bars import stacked_bars
from .marks import FEW, mark_point
from .style import (
    FOCUS,
    GRID,
    INK,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    PAPER,
    SMALLEST,
    STATUS_COLOURS,
    is_narrow,
    page_size,
    style_sheet,
)

_SPLIT = 2011.5  # growth slowed
_WORST = (2014, 2020, 2022)  # next to none was met


def targets_and_results(levels: pd.DataFrame) -> Figure:
    """Draw the share of targets met by level and year, as from `outturns_by_level`."""
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(2, 1, figsize=page_size(5.0, 4.6))
        for ax, level in zip(axes, ("province", "prefecture"), strict=True):
            own = levels[levels["level"] == level].sort_values("year")
            colours = [FOCUS if year in _WORST else LEVEL_COLOURS[level] for year in own["year"]]
            inside = [PAPER if n < FEW else colour for n, colour in zip(own["n"], colours, strict=True)]
            ax.bar(own["year"], own["met"], width=0.72, color=inside, edgecolor=colours, linewidth=0.8, zorder=2)
            _draw_periods(ax, own)
            _dress(ax, levels["year"], own, level)
            worst = own[own["year"].isin(_WORST)]
            for year, met in zip(worst["year"], worst["met"], strict=True):
                said = f"{100 * met:.0f}" if is_narrow() else f"{met:.0%}"
                ax.annotate(said, (year, met + 0.02), ha="center", va="bottom", fontsize=SMALLEST, color=FOCUS)
        lockdowns = bilingual("lockdowns", "封控")
        axes[0].annotate(lockdowns, (2021, 0.86), ha="center", va="bottom", fontsize=SMALLEST, color=FOCUS)
    return fig


def _draw_periods(ax: Axes, own: pd.DataFrame) -> None:
    """Split the series where growth slowed, and draw the mean of either part."""
    ax.axvline(_SPLIT, color=MUTED, linewidth=0.9, linestyle=":")
    for part in (own[own["year"] < _SPLIT], own[own["year"] > _SPLIT]):
        mean = (part["met"] * part["n"]).sum() / part["n"].sum()
        first, last = part["year"].min(), part["year"].max()
        ax.plot([first - 0.4, last + 0.4], [mean, mean], color=INK, linewidth=1.4, zorder=3)
        span = bilingual(f" {first}–{last}:", f"（{first}—{last}年）") if not is_narrow() else ""
        said = bilingual(f"mean{span} {mean:.0%}", f"均值{span} {mean:.0%}")
        early = last < _SPLIT
        at = (first - 0.4, 1.03) if early else (last + 0.4, 1.03)
        ax.annotate(said, at, ha="left" if early else "right", va="bottom", color=INK)


def _dress(ax: Axes, years: pd.Series, own: pd.DataFrame, level: str) -> None:
    sizes = dict(zip(own["year"], own["n"], strict=True))
    span = range(int(years.min()), int(years.max()) + 1)
    name, n = bilingual(*LEVEL_NAMES[level]), f"n = {own['n'].min()}–{own['n'].max()}"
    if is_narrow():
        ax.set_xticks([year for year in span if year % 5 == 0])
        ax.set_title(bilingual(f"{name}, {n} a year", f"{name}，每年 {n}"), color=LEVEL_COLOURS[level])
    else:
        ax.set_xticks(list(span), [f"{year % 100:02d}\n{sizes.get(year, 0)}" for year in span], fontsize=SMALLEST)
        ax.set_title(name, color=LEVEL_COLOURS[level])
        ax.annotate(
            bilingual("year\nn =", "年度\nn ="),
            (0, 0),
            xycoords="axes fraction",
            xytext=(-6, -4.5),
            textcoords="offset points",
            ha="right",
            va="top",
            fontsize=SMALLEST,
            color=MUTED,
        )
    ax.set_xlim(span[0] - 0.6, span[-1] + 0.6)
    ax.set_ylim(0, 1.16)
    ax.set_yticks([0, 0.5, 1], ["0%" if is_narrow() else "", "50%", "100%"])


_PRINTED = {
    "tenth": ("printed with a decimal", "印有小数", STATUS_COLOURS["achieved"]),
    "whole": ("printed as a whole number", "印为整数", "#80C9B4"),
    "hedged": ("worded about, above or the like", "带“左右”“以上”等", "#CDEAE2"),
}


def just_met(bins: pd.DataFrame) -> Figure:
    """Draw how far results lie from their target in tenths of a point, by level, as from `just_met_bins`."""
    levels = list(dict.fromkeys(bins["level"]))[::-1]
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, len(levels), figsize=(8.2, 4.3), sharey=True, squeeze=False)
        for ax, level in zip(axes[0], levels, strict=True):
            own = bins[bins["level"] == level].reset_index(drop=True)
            _draw_bins(ax, own)
            name, n = bilingual(*LEVEL_NAMES[level]), f"n = {own['n'].sum():,}"
            ax.set_title(bilingual(f"{name}, {n}", f"{name}，{n}"))
            ax.set_xlabel(bilingual("result less target, points", "结果减目标（百分点）"))
        axes[0][0].set_ylabel(bilingual("pairs of target and result", "目标与结果对数"))
        said = bilingual("as often as results lie so\nfar from others' targets", "结果与他处目标\n相距同样远的频率")
        middle = bins[(bins["level"] == levels[0]) & (bins["tenths"] == 0)]["expected"].iloc[0]
        line = {"arrowstyle": "-", "color": MUTED, "linewidth": 0.8, "shrinkB": 1}
        axes[0][0].annotate(
            said, (-0.05, middle), xytext=(-0.55, middle + 22), ha="center", va="center", arrowprops=line
        )
        patches = [Patch(color=colour, label=bilingual(en, zh)) for en, zh, colour in _PRINTED.values()]
        fig.legend(handles=patches, loc="outside upper center", ncols=3)
    return fig


def _draw_bins(ax: Axes, own: pd.DataFrame) -> None:
    """Draw stacked bars of the tenths, what is expected beside other targets, and the numbers about nought."""
    at, base = own["tenths"] / 10, pd.Series(0, index=own.index)
    for name, (_, _, colour) in _PRINTED.items():
        ax.bar(at, own[name], width=0.082, bottom=base, color=colour, edgecolor=PAPER, linewidth=0.4, zorder=2)
        base += own[name]
    near = own.dropna(subset="expected")
    places = near["tenths"] / 10
    ax.hlines(near["expected"], places - 0.046, places + 0.046, color=INK, linewidth=1.8, zorder=3)
    for row in near[near["tenths"].between(-1, 1)].to_dict("records"):
        top = (row["tenths"] / 10, max(row["n"], row["expected"]))
        ax.annotate(str(row["n"]), top, xytext=(0, 3), textcoords="offset points", ha="center")
    ax.xaxis.set_major_locator(MultipleLocator(0.5))
    ax.grid(axis="y", visible=True)
    ax.grid(axis="x", visible=False)


_ANSWERS = {
    "share_cut": ("cut", "下调", "#CC3311", PAPER),
    "share_kept": ("kept", "持平", "#C9CED3", INK),
    "share_raised": ("raised", "上调", "#0077BB", PAPER),
}
_LABELLED = 0.06  # share from which a part of a bar has its number


def after_a_miss(bins: pd.DataFrame) -> Figure:
    """Draw what places do with their next target by how far the last was missed or met, as from `answers_by_gap`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.4, 4.3))
        left = pd.Series(0.0, index=bins.index)
        for name, (english, chinese, colour, ink) in _ANSWERS.items():
            bars = ax.barh(
                bins.index, bins[name], left=left, color=colour, height=0.68, label=bilingual(english, chinese)
            )
            shown = [f"{share:.0%}" if share >= _LABELLED else "" for share in bins[name]]
            ax.bar_label(bars, shown, label_type="center", color=ink, fontsize=8.5)
            left += bins[name]
        names = [_gap_name(row["gap_from"], row["gap_to"]) for row in bins.to_dict("records")]
        ax.set_yticks(bins.index, [f"{name}\nn = {n}" for name, n in zip(names, bins["n"], strict=True)])
        ax.invert_yaxis()
        for place, change in bins["mean_change"].items():
            ax.annotate(
                f"{change:+.1f}".replace("-", "−"), (1.09, place), ha="right", va="center", annotation_clip=False
            )
        ax.annotate(
            bilingual("mean change,\npoints", "平均变动\n（百分点）"),
            (1.09, -0.62),
            ha="right",
            va="bottom",
            fontsize=8.5,
            color=MUTED,
            annotation_clip=False,
        )
        missed = int((bins["gap_to"] <= 0).sum()) - 1  # exact hits are no misses
        ax.axhline(missed - 0.5, color=INK, linewidth=1)
        ax.set_xlim(0, 1)
        ax.xaxis.set_major_formatter(PercentFormatter(1))
        ax.set_xlabel(bilingual("next target, share of the pairs", "次年目标，占各组比例"))
        fig.legend(loc="outside upper center", ncols=3)
    return fig


def _gap_name(low: float | None, high: float | None) -> str:
    """Return the name of a group of results in the language that is drawn."""
    known = sorted(abs(value) for value in (low, high) if value is not None and pd.notna(value))
    if known == [0, 0]:
        return bilingual("met exactly", "恰好完成")
    verb = bilingual("missed", "低") if high is not None and high <= 0 else bilingual("beaten", "高")
    if len(known) == 1:
        return bilingual(f"{verb} by {known[0]:g} or more", f"{verb} {known[0]:g} 及以上")
    if known[0] == 0:
        return bilingual(f"{verb} by less than {known[1]:g}", f"{verb}不足 {known[1]:g}")
    return bilingual(f"{verb} by {known[0]:g} to {known[1]:g}", f"{verb} {known[0]:g} 至 {known[1]:g}")


def statements_by_status(counts: pd.DataFrame) -> Figure:
    """Draw the quantified statements of each text by status, as from `count_statuses`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(2.3, 2.3))
        stacked_bars(ax, counts, ("status", "statements", STATUS_COLOURS), ("tab-statements", "status"))
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
