"""Figures of numeric slogans: by type and numeral, formulas, by year and owner, beside other series of places."""

import math
from collections.abc import Sequence

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MultipleLocator, PercentFormatter

from ..texts.labels import bilingual, label_with, text_name
from .marks import LineLabel, broken_line, key_above, label_at_end, mark_bar, number_span, share_label, write_at
from .style import (
    CONTEXT,
    FOCUS,
    INK,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    OWNER_COLOURS,
    PAPER,
    SMALLEST,
    TYPE_COLOURS,
    TYPE_NAMES_ZH,
    ink_on,
    is_narrow,
    page_size,
    style_sheet,
    two_lines,
)


def slogans_by_type(counts: pd.DataFrame) -> Figure:
    """Draw the slogan mentions of each text by type, as from `count_slogan_types`.

    A key above the bars names the types, with how many all texts have.
    """
    table = counts.pivot_table(index="label", columns="type", values="mentions", aggfunc="sum", fill_value=0)
    table = table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index, list(TYPE_COLOURS)]
    ids = counts.drop_duplicates("label").set_index("label")["doc_id"]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(0.5 * len(table) + 0.45, 0.5 * len(table) + 0.75))
        for y, (label, own) in enumerate(table.iterrows()):
            left = 0
            for kind, colour in TYPE_COLOURS.items():
                mentions = int(own[kind])
                if mentions:
                    (bar,) = ax.barh(y, mentions, left=left, color=colour, height=0.56)
                    said = bilingual(f"{kind} ({mentions})", f"{_type(kind)}（{mentions}）")
                    mark_bar(bar, label_with(label, said), "tab-slogans", doc_id=ids[str(label)], type=kind)
                    _number_of_part(ax, bar)
                left += mentions
        ax.set_yticks(range(len(table)), [_counted_below(str(label), int(n)) for label, n in table.sum(axis=1).items()])
        ax.tick_params(axis="y", labelcolor=INK)
        ax.set(xlim=(0, table.sum(axis=1).max() * 1.01), ylim=(len(table) - 0.6, -0.62))
        _no_value_axis(ax)
        totals = {colour: (_type(kind), int(table[kind].sum())) for kind, colour in TYPE_COLOURS.items()}
        names = {colour: bilingual(f"{name} ({n})", f"{name}（{n}）") for colour, (name, n) in totals.items() if n}
        key_above(ax, names, 2)
    return fig


def _number_of_part(ax: Axes, bar: Rectangle) -> None:
    """Write the number into a part."""
    mentions = round(bar.get_width())
    at = bar.get_x() + bar.get_width() / 2, bar.get_y() + bar.get_height() / 2
    if mentions > is_narrow():  # on a phone a part of one has no room
        ink = ink_on(to_hex(bar.get_facecolor()))
        ax.text(*at, str(mentions), ha="center", va="center", fontsize=SMALLEST, color=ink)


def _counted_below(label: str, n: int) -> str:
    return two_lines(text_name(label), f"n = {n}")


def _no_value_axis(ax: Axes) -> None:
    ax.set_xticks([])
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)


def slogan_density(levels: pd.DataFrame) -> Figure:
    """Draw how densely slogans are mentioned in the reports of each level by year, as from `density_by_level`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(4.2, 3.7))
        labels = []
        for level, colour in LEVEL_COLOURS.items():
            own = levels[levels["level"] == level].sort_values("year")
            sizes = None if level == "national" else own["n"]
            end = broken_line(ax, own["year"], own["per_10k_characters"], sizes, colour)
            name, n = bilingual(*LEVEL_NAMES[level]), f"{own['n'].sum():,}"
            counted = bilingual(f"n = {n}" if is_narrow() else f"{n} reports", f"{n}份")
            labels.append(LineLabel(two_lines(name, counted), end, colour))
        ax.set_xlim(levels["year"].min() - 1, levels["year"].max() + 1)
        ax.set_ylim(bottom=0)
        ax.xaxis.set_major_locator(MultipleLocator(20 if is_narrow() else 10))
        label_at_end(ax, *labels)
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

_OWNERS = {
    "own": (("the place’s", "own"), "自有"),
    "centre": (("nation-", "wide"), "全国性"),
    "above": (("the", "province’s"), "省级"),
}
_PANEL_NAMES = {
    "provinces_long": ("the same provinces", "同一批省份"),
    "cities_long": ("the same large cities", "同一批大城市"),
}
_RISE = (2012, 2022)  # years between which the title compares


def slogans_by_owner(density: pd.DataFrame) -> Figure:
    """Draw mentions per 10,000 characters by owner and year, as from `density_by_owner`.

    Thick: the same places in every year; thin: all of the level, hollow dots where a year has few reports.
    """
    with plt.style.context(style_sheet()):
        shape = (2, 1) if is_narrow() else (1, 2)
        fig, axes = plt.subplots(*shape, figsize=page_size(3.9, 6.2), sharey=True, sharex=True)
        first, last = density["year"].min(), density["year"].max()
        for ax in axes:
            ax.set(xlim=(first - 0.5, last + 0.5), ylim=(0, density["per_10k"].max() * 1.12))
            ax.xaxis.set_major_locator(MultipleLocator(10))
            ax.tick_params(axis="both", labelleft=True, labelbottom=True)
        for ax, panel in zip(axes, _PANEL_NAMES, strict=True):
            same = density[density["panel"] == panel]
            every = density[(density["level"] == same["level"].iloc[0]) & (density["panel"] == "all places")]
            told = (_owner_lines(ax, *(rows[rows["owner"] == owner] for rows in (same, every))) for owner in _OWNERS)
            labels = [label for label in told if label]
            n, name = same["n"].max(), bilingual(*_PANEL_NAMES[panel])
            level = bilingual(*LEVEL_NAMES[str(same["level"].iloc[0])])
            span = f"n = {number_span(every['n'])}"
            thin = bilingual(f"thin: all {level}, {span}", f"细线：全部{level}，{span}")
            ax.set_title(two_lines(bilingual(f"{name}, n = {n}", f"{name}，n = {n}"), thin), fontsize=9.5)
            label_at_end(ax, *labels)
        centre = density[(density["level"] == "province") & (density["owner"] == "centre")]
        _tell_rise(axes[0], centre.set_index(["panel", "year"])["per_10k"])
    return fig


def _owner_lines(ax: Axes, same: pd.DataFrame, every: pd.DataFrame) -> LineLabel | None:
    """Draw one owner, all places thin, the same places thick; return the name of the line."""
    if not same["per_10k"].max() > 1:  # a province has the nation alone above it
        return None
    owner = str(same["owner"].iloc[0])
    colour = OWNER_COLOURS[owner]
    broken_line(ax, every["year"], every["per_10k"], every["n"], colour, linewidth=0.8)
    end = broken_line(ax, same["year"], same["per_10k"], None, colour, linewidth=2.4)
    name, zh = _OWNERS[owner]
    return LineLabel(bilingual(two_lines(*name), zh), end, colour)


def _tell_rise(ax: Axes, centre: "pd.Series[float]") -> None:
    """Say what the centre's slogans were in the years that the title compares, above or below all lines."""
    for year, aside in zip(_RISE, (-5, 4), strict=True):
        at = centre.get(("provinces_long", year))
        if at is None:
            continue
        end = float(centre.xs(year, level="year").agg("max" if aside > 0 else "min")) + aside / 4
        ax.plot([year, year], [at, end], color=OWNER_COLOURS["centre"], linewidth=0.8)
        ax.scatter(year, at, s=26, color=OWNER_COLOURS["centre"], zorder=4)
        ax.annotate(
            bilingual(f"{at:.0f} in {year}", f"{year}年{at:.0f}次"),
            (year, end), (0, aside), textcoords="offset points",
            ha="center", va="bottom" if aside > 0 else "top", color=OWNER_COLOURS["centre"],
        )  # fmt: skip


_TYPE_NAMES = {"round": "round number", "staged": "stages"}


def _type(kind: str) -> str:
    return bilingual(_TYPE_NAMES.get(kind, kind), TYPE_NAMES_ZH[kind])


def _counted(label: str, slogans: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}, n = {slogans}", f"{name}，n = {slogans}")


def slogan_numerals(counts: pd.DataFrame) -> Figure:
    """Draw which share of the numerals in slogans each numeral is, as from `count_slogan_numerals`."""
    numerals = [str(text).replace("over ", ">") for text in counts["numeral"]]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(2.7, 2.5))
        shares = counts["mentions"] / counts["mentions"].sum()
        bars = _bars_of_shares(ax, numerals, shares, "123")
        for numeral, mentions, artist in zip(counts["numeral"], counts["mentions"], bars, strict=True):
            if str(numeral).isdecimal():
                mark_bar(
                    artist,
                    bilingual(f"{numeral} ({mentions})", f"{numeral}（{mentions}）"),
                    "tab-slogans",
                    digits=numeral,
                )
        n = f"n = {counts['mentions'].sum()}"
        ax.set_title(bilingual(f"{n} numerals", f"数字 {n} 个"), loc="right", fontsize=SMALLEST, color=MUTED)
    return fig


def preferred_numerals(counts: pd.DataFrame) -> Figure:
    """Draw which numerals slogans hold and how many items they announce, as from `numerals_in_reports`."""
    panels = {
        "different": bilingual("slogans that have the number", "含该数字的口号"),
        "announced": bilingual("slogans that announce so many items", "所称为该项数的口号"),
    }
    tops = [1.12 * float(counts[f"{column}_share"].max()) for column in panels]
    heights, grid = (tops, (2, 1)) if is_narrow() else ([max(tops)], (1, 2))  # a per cent is as tall in both
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(*grid, figsize=page_size(2.7, 4.2), height_ratios=heights)
        for ax, (column, title), top in zip(axes, panels.items(), heights * (3 - len(heights)), strict=True):
            _bars_of_shares(ax, list(counts["numeral"]), counts[f"{column}_share"], "3")
            ax.set_ylim(0, top)
            ax.set_title(title)
    return fig


def _bars_of_shares(ax: Axes, numerals: Sequence[str], shares: pd.Series, led_by: str) -> BarContainer:
    """Draw shares by numeral with their values and no value axis; numerals that lead are in focus, others grey."""
    leads = [numeral in led_by for numeral in numerals]
    bars = ax.bar(numerals, shares, color=[FOCUS if lead else CONTEXT for lead in leads], width=0.72)
    said = [share_label(share) for share in shares]
    for label, lead in zip(ax.bar_label(bars, said, padding=2, fontsize=9), leads, strict=True):
        label.set_color(FOCUS if lead else MUTED)
    for tick, lead in zip(ax.get_xticklabels(), leads, strict=True):
        tick.set_color(FOCUS if lead else MUTED)
    ax.tick_params(axis="x", length=0)
    ax.set_yticks([])
    ax.margins(x=0.01, y=0.12)
    return bars


# What else rises and falls in the same places

_SERIES = {
    "growth target": ("growth target, %", "增长目标（%）"),
    "excess over the level above": ("over the level above, points", "高出上级（百分点）"),
    "targets met": ("targets met", "完成目标的比例"),
    "slogans": ("slogans per 10,000 characters", "每万字口号次数"),
    "reports with a formula": ("reports with a formula", "含公式型口号的报告"),
}
_SHARES = ("targets met", "reports with a formula")
_SAME = {
    "provinces": ("the same provinces", "同一批省份"),
    "cities": ("the same large cities", "同一批大城市"),
    "prefectures": ("the same prefectures", "同一批地市"),
}


def same_places(series: pd.DataFrame) -> Figure:
    """Draw each series for all places of a level and for constant places, as from `series_of_same_places`."""
    levels = list(dict.fromkeys(series["level"]))
    with plt.style.context(style_sheet()):
        size = page_size(8.6, 8.2)
        fig, grid = plt.subplots(len(_SERIES), len(levels), figsize=size, sharex=True, sharey="row", squeeze=False)
        for axes, (name, title) in zip(grid, _SERIES.items(), strict=True):
            own = series[series["series"] == name]
            for ax, level in zip(axes, levels, strict=True):
                _draw_panels(ax, own[own["level"] == level], level)
            axes[0].set_title(bilingual(*title))
            axes[0].set_ylim(0, own["value"].max() * 1.06)
            if name in _SHARES:
                axes[0].yaxis.set_major_locator(MultipleLocator(0.5))
                axes[0].yaxis.set_major_formatter(PercentFormatter(1))
        grid[0][0].set_xlim(series["year"].min() - 0.5, series["year"].max() + 0.5)
        grid[0][0].xaxis.set_major_locator(MultipleLocator(10))
        for ax, level in zip(grid[0], levels, strict=True):
            _name_panels(ax, series[(series["series"] == "slogans") & (series["level"] == level)], level)
    return fig


def _draw_panels(ax: Axes, own: pd.DataFrame, level: str) -> None:
    """Draw all places of a level as a thin line, and each panel of constant places over it."""
    every = own[~own["panel"].isin(_SAME)]
    broken_line(ax, every["year"], every["value"], every["n"], CONTEXT, linewidth=1)
    for panel in _SAME:
        rows, colour = own[own["panel"] == panel], LEVEL_COLOURS[level]
        if panel == "prefectures":  # of single years: marks without a line
            ax.scatter(rows["year"], rows["value"], marker="D", s=22, facecolor=PAPER, edgecolor=colour, zorder=4)
        elif len(rows):
            broken_line(ax, rows["year"], rows["value"], rows["n"], colour, linewidth=2.2)


def _name_panels(ax: Axes, own: pd.DataFrame, level: str) -> None:
    """Write over the panels of a level what its lines and diamonds are."""
    said = []
    for panel, names in _SAME.items():
        rows = own[own["panel"] == panel]
        if len(rows):
            mark = "◇ " if panel == "prefectures" else ""
            n = f"n = {number_span(rows['n'])}"
            said.append((mark + bilingual(f"{names[0]}, {n}", f"{names[1]}，{n}"), LEVEL_COLOURS[level]))
    every = own[~own["panel"].isin(_SAME)]
    said.append(
        (bilingual(f"all reports, n = {number_span(every['n'])}", f"全部，n = {number_span(every['n'])}"), MUTED)
    )
    for line, (words, colour) in enumerate(reversed(said)):
        write_at(ax, words, (0, 1), (0, 22 + 12.5 * line), xycoords="axes fraction", va="bottom", color=colour)


_FORMULA_ROWS = {"provinces": "province", "cities": "prefecture"}
_SAME_NAMES = {"provinces": ("the same\nprovinces", "同一批省份"), "cities": ("the same\nlarge cities", "同一批大城市")}
_ALL_NAMES = {
    "province": ("dotted: all provinces", "点线：全部省份"),
    "prefecture": ("dotted: all prefectures", "点线：全部地市"),
}
_SPANS = ((2014, 2016), (2024, 2026))  # whose means the title compares


def formulas_by_year(years: pd.DataFrame) -> Figure:
    """Draw which share of reports has a formula with a plus sign, by level, as from `years_with_formulas`.

    The same places are a line with a band of 95 per cent and a stroke at either mean, all of a level a dotted line.
    """
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(2, 1, sharex=True, figsize=page_size(5.0, 5.0))
        labels = []
        for ax, (panel, level) in zip(axes, _FORMULA_ROWS.items(), strict=True):
            colour = LEVEL_COLOURS[level]
            own, every = (years[years["panel"] == name].sort_values("year") for name in (panel, f"all {level}s"))
            ax.fill_between(own["year"], own["low"], own["high"], color=colour, alpha=0.15, linewidth=0)
            broken_line(ax, every["year"], every["with_formula"], every["n"], colour, linewidth=1, linestyle=":")
            end = broken_line(ax, own["year"], own["with_formula"], own["n"], colour, linewidth=2.2)
            labels.append(
                LineLabel(two_lines(bilingual(*_SAME_NAMES[panel]), f"n = {number_span(own['n'])}"), end, colour)
            )
            _draw_spans(ax, own)
            said = bilingual(*_ALL_NAMES[level]) + bilingual(", ", "，") + f"n = {number_span(every['n'])}"
            ax.set_title(said, fontsize=SMALLEST, color=colour)
            ax.yaxis.set_major_formatter(PercentFormatter(1))
            ax.yaxis.set_major_locator(MultipleLocator(0.5))
            ax.set(xlim=(years["year"].min() - 0.5, years["year"].max() + 0.5), ylim=(0, 1))
            ax.xaxis.set_major_locator(MultipleLocator(10 if is_narrow() else 5))
        for ax, label in zip(axes, labels, strict=True):
            label_at_end(ax, label)
    return fig


def _draw_spans(ax: Axes, own: pd.DataFrame) -> None:
    """Draw the means of the two spans as strokes; the share of the late one stands below its band."""
    for first, last in _SPANS:
        rows = own[own["year"].between(first, last)]
        mean = float((rows["with_formula"] * rows["n"]).sum() / rows["n"].sum())
        ax.plot([first - 0.4, last], [mean, mean], color=INK, linewidth=1.6, zorder=4)
        if (first, last) == _SPANS[0]:
            write_at(ax, f"{mean:.0%}", (last, mean), (5, -1), color=INK)
            continue
        middle, foot = (first + last) / 2, float(rows["low"].min()) - 0.06
        ax.plot([middle, middle], [mean, foot], color=INK, linewidth=0.8)
        write_at(ax, f"{mean:.0%}", (middle, foot), (0, -2), ha="center", va="top", color=INK)
