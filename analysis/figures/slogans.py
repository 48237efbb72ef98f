"""Figures of numeric slogans: those of the texts by type, numeral and closure, those of the work reports over all."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator, PercentFormatter

from ..texts.labels import bilingual, text_name
from .bars import stacked_bars
from .marks import mark_bar
from .style import (
    GRID,
    INK,
    LAYER_COLOURS,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    PAPER,
    STANDING_COLOURS,
    STANDING_NAMES,
    TYPE_COLOURS,
    TYPE_NAMES_ZH,
    VERDICT_COLOURS,
    style_sheet,
)


def slogans_by_type(counts: pd.DataFrame) -> Figure:
    """Draw the slogan mentions of each text by type, as from `count_slogan_types`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots()
        stacked_bars(ax, counts, ("type", "mentions", TYPE_COLOURS), ("tab-slogans", "type"))
        ax.set_xlabel(bilingual("mentions of numeric slogans", "数字口号次数"))
    return fig


def slogan_numerals(counts: pd.DataFrame) -> Figure:
    """Draw how often each numeral stands in slogans, as from `count_slogan_numerals`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 3.4))
        numerals = [text if text.isdecimal() else bilingual(text, "大于10") for text in counts["numeral"]]
        bars = ax.bar(numerals, counts["mentions"], color=LAYER_COLOURS["slogans"], width=0.7)
        ax.bar_label(bars, padding=2, fontsize=8)
        for numeral, mentions, artist in zip(counts["numeral"], counts["mentions"], bars, strict=True):
            if str(numeral).isdecimal():
                mark_bar(artist, f"{numeral} ({mentions})", "tab-slogans", digits=numeral)
        ax.grid(axis="x", visible=False)
        ax.grid(axis="y", visible=True)
        ax.yaxis.set_major_locator(MaxNLocator(5, integer=True))
        ax.set_xlabel(bilingual("numeral in the slogan", "口号中的数字"))
        n = f"n = {counts['mentions'].sum()}"
        ax.set_ylabel(bilingual(f"mentions ({n})", f"次数（{n}）"))
    return fig


def closure_by_text(counts: pd.DataFrame) -> Figure:
    """Draw how many of each text's slogans are enumerated in it, as from `count_verdicts`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 3.8))
        stacked_bars(ax, counts, ("verdict", "slogans", VERDICT_COLOURS), ("tab-closure", "verdict"))
        ax.set_xlabel(bilingual("different slogans that announce two items or more", "宣称两项以上的不同口号"))
    return fig


_MAP = "YlGnBu"
_DARK = 0.55  # of the scale: from here on a tile carries light text


def slogan_density(levels: pd.DataFrame) -> Figure:
    """Draw how densely slogans stand in the reports of each level by year, as from `density_by_level`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 4.2))
        for level, colour in LEVEL_COLOURS.items():
            own = levels[levels["level"] == level].sort_values("year")
            name, n = bilingual(*LEVEL_NAMES[level]), f"n = {own['n'].sum():,}"
            label = bilingual(f"{name}, {n} reports", f"{name}，{n} 份报告")
            ax.plot(
                own["year"],
                own["per_10k_characters"],
                color=colour,
                marker="o",
                markersize=3,
                linewidth=1.4,
                label=label,
            )
        ax.grid(axis="y", visible=True)
        ax.grid(axis="x", visible=False)
        ax.xaxis.set_major_locator(MaxNLocator(8, integer=True))
        ax.set_xlabel(bilingual("plan year", "计划年度"))
        ax.set_ylabel(bilingual("mentions per 10,000 characters", "每万字次数"))
        ax.set_ylim(bottom=0)
        ax.legend(loc="upper left")
    return fig


def slogan_map(tiles: pd.DataFrame) -> Figure:
    """Draw how densely slogans stand in each province on equal tiles, as from `density_by_province`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(6.6, 5.4))
        scale = Normalize(tiles["per_10k_characters"].min(), tiles["per_10k_characters"].max())
        colours = plt.get_cmap(_MAP)
        for tile in tiles.to_dict("records"):
            shade = float(scale(tile["per_10k_characters"]))
            x, y = tile["column"], tile["row"]
            ax.add_patch(Rectangle((x, y), 0.94, 0.94, facecolor=colours(shade), edgecolor=PAPER))
            ink = PAPER if shade > _DARK else INK
            ax.text(x + 0.47, y + 0.33, tile["short"], ha="center", va="center", fontsize=12, color=ink)
            name = bilingual(tile["en"], "")
            ax.text(x + 0.47, y + 0.59, name, ha="center", va="center", fontsize=5.4, color=ink)
            ax.text(
                x + 0.47, y + 0.78, f"{tile['per_10k_characters']:.0f}", ha="center", va="center", fontsize=8, color=ink
            )
        ax.set_xlim(tiles["column"].min(), tiles["column"].max() + 1)
        ax.set_ylim(tiles["row"].max() + 1, tiles["row"].min())
        ax.set_aspect("equal")
        ax.set_axis_off()
        bar = fig.colorbar(ScalarMappable(scale, colours), ax=ax, orientation="horizontal", shrink=0.6, aspect=30)
        n = f"n = {tiles['n'].sum():,}"
        bar.set_label(
            bilingual(f"mentions per 10,000 characters, {n} reports since 2014", f"2014年以来每万字次数（{n} 份报告）")
        )
    return fig


def slogan_types_by_period(counts: pd.DataFrame) -> Figure:
    """Draw the share of each slogan type by period, as from `types_by_period`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 4))
        table = counts.pivot_table(index="period", columns="type", values="mentions", fill_value=0, sort=False)
        table = table.reindex(columns=[kind for kind in TYPE_COLOURS if kind in table])
        totals = table.sum(axis=1)
        left = pd.Series(0.0, index=table.index)
        for kind in table:
            share = table[kind] / totals
            ax.barh(table.index, share, left=left, color=TYPE_COLOURS[str(kind)], height=0.74, label=_type(str(kind)))
            left += share
        ax.set_yticks(range(len(table)), [f"{period}, n = {int(totals[period]):,}" for period in table.index])
        ax.invert_yaxis()
        ax.xaxis.set_major_formatter(PercentFormatter(1))
        ax.set_xlabel(bilingual("share of slogan mentions", "占口号次数的比例"))
        fig.legend(loc="outside lower center", ncols=6)
    return fig


def preferred_numerals(counts: pd.DataFrame) -> Figure:
    """Draw which numerals slogans hold and how many items they announce, as from `numerals_in_reports`."""
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, 2, figsize=(9, 3.4), sharex=True)
        panels = (
            ("different", bilingual("different slogans with it", "含该数字的不同口号")),
            ("announced", bilingual("slogans that announce so many", "预告该项数的口号")),
        )
        for ax, (column, label) in zip(axes, panels, strict=True):
            bars = ax.bar(counts["numeral"], counts[column], color=LAYER_COLOURS["slogans"], width=0.7)
            ax.bar_label(bars, labels=[f"{value:,}" for value in counts[column]], padding=2, fontsize=7.5)
            n = f"n = {counts[column].sum():,}"
            ax.set_title(bilingual(f"{label}, {n}", f"{label}，{n}"), fontsize=9)
            ax.grid(axis="x", visible=False)
            ax.grid(axis="y", visible=True)
            ax.margins(y=0.12)
        fig.supxlabel(bilingual("number", "数字"), fontsize=9)
    return fig


def formulas_by_year(years: pd.DataFrame) -> Figure:
    """Draw how many reports hold a formula with a plus sign, and how long, as from `formulas_in_reports`."""
    with plt.style.context(style_sheet()):
        fig, (left, right) = plt.subplots(1, 2, figsize=(9.6, 3.6))
        colour = TYPE_COLOURS["formula"]
        left.plot(years["year"], years["with_formula"], color=colour, marker="o", markersize=3.5)
        left.yaxis.set_major_formatter(PercentFormatter(1))
        left.set_ylim(0, 1.04)
        left.set_title(bilingual("reports with a formula (1+N)", "含公式型口号（1+N）的报告"))
        right.plot(
            years["year"], years["terms"], color=colour, marker="o", markersize=3.5, label=bilingual("mean", "平均")
        )
        longest = years["longest"].astype(float)
        right.plot(years["year"], longest, color=MUTED, linestyle=":", label=bilingual("longest", "最长"))
        right.set_ylim(bottom=0)
        right.set_title(bilingual("numerals of a formula", "公式的数字个数"))
        right.legend(loc="lower right")
        for ax in (left, right):
            ax.grid(axis="y", visible=True)
            ax.grid(axis="x", visible=False)
            ax.xaxis.set_major_locator(MaxNLocator(7, integer=True))
            n = f"n = {years['n'].min()}-{years['n'].max()}"
            ax.set_xlabel(bilingual(f"plan year ({n} reports a year)", f"计划年度（每年 {n} 份报告）"))
    return fig


def slogan_lives(lives: pd.DataFrame) -> Figure:
    """Draw first, peak and last year of the most widespread slogans, hollow where a name has several meanings.

    Parameters
    ----------
    lives
        As from `life_spans`.
    """
    rows = lives.sort_values(["first", "peak"]).reset_index(drop=True)
    colours = [MUTED if homonym else LAYER_COLOURS["slogans"] for homonym in rows["homonym"]]
    filled = [PAPER if homonym else LAYER_COLOURS["slogans"] for homonym in rows["homonym"]]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(8.6, 0.25 * len(rows) + 1))
        ax.hlines(rows.index, rows["first"], rows["last"], color=colours, linewidth=2.4, alpha=0.55)
        ax.scatter(rows["peak"], rows.index, facecolor=filled, edgecolor=colours, s=36, zorder=3)
        names = [
            bilingual(f"{row['slogan']}  {row['gloss']}".rstrip(), row["slogan"]) for row in rows.to_dict("records")
        ]
        ax.set_yticks(rows.index, [f"{name}, n = {n:,}" for name, n in zip(names, rows["reports"], strict=True)])
        ax.invert_yaxis()
        ax.xaxis.set_major_locator(MaxNLocator(8, integer=True))
        ax.set_xlabel(
            bilingual(
                "first to last plan year; dot: peak, hollow: several meanings (n: reports)",
                "首见至末见年度；圆点为峰值，空心为一名多义（n 为报告数）",
            )
        )
    return fig


def slogan_spread(counts: pd.DataFrame) -> Figure:
    """Draw how many slogans of each text stand in work reports too, as from `spread_standings`."""
    with plt.style.context(style_sheet()):
        texts = list(counts["label"].drop_duplicates())
        fig, ax = plt.subplots(figsize=(7.2, 0.5 * len(texts) + 1.5))
        left = pd.Series(0, index=texts)
        for standing, colour in STANDING_COLOURS.items():
            own = (
                counts[counts["standing"] == standing]
                .set_index("label")["slogans"]
                .reindex(texts)
                .fillna(0)
                .astype(int)
            )
            bars = ax.barh(
                texts,
                own,
                left=left,
                color=colour,
                edgecolor=GRID,
                height=0.66,
                label=bilingual(*STANDING_NAMES[standing]),
            )
            ink = PAPER if standing == "national" else INK
            ax.bar_label(
                bars, [str(value) if value else "" for value in own], label_type="center", fontsize=8, color=ink
            )
            left += own
        ax.set_yticks(range(len(texts)), [_counted(str(text), int(left[text])) for text in texts])
        ax.invert_yaxis()
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        ax.set_xlabel(bilingual("different slogans", "不同口号数"))
        fig.legend(loc="outside lower center", ncols=4)
    return fig


def _type(kind: str) -> str:
    return bilingual(kind, TYPE_NAMES_ZH[kind])


def _counted(label: str, slogans: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}, n = {slogans}", f"{name}，n = {slogans}")
