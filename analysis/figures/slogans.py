"""Figures of numeric slogans: by type and numeral, by year and owner, and where else they are."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator, MultipleLocator, PercentFormatter

from ..texts.labels import bilingual, label_with, text_name
from .marks import LineLabel, broken_line, label_at_end, mark_bar
from .style import (
    GRID,
    INK,
    LAYER_COLOURS,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    OWNER_COLOURS,
    PAPER,
    SMALLEST,
    STANDING_COLOURS,
    STANDING_NAMES,
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

    Each type has its name over the longest of its parts.
    """
    table = counts.pivot_table(index="label", columns="type", values="mentions", aggfunc="sum", fill_value=0)
    table = table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index, list(TYPE_COLOURS)]
    ids = counts.drop_duplicates("label").set_index("label")["doc_id"]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(0.62 * len(table) + 0.2))
        for y, (label, own) in enumerate(table.iterrows()):
            left = 0
            for kind, colour in TYPE_COLOURS.items():
                mentions = int(own[kind])
                if mentions:
                    (bar,) = ax.barh(y, mentions, left=left, color=colour, height=0.56)
                    said = bilingual(f"{kind} ({mentions})", f"{_type(kind)}（{mentions}）")
                    mark_bar(bar, label_with(label, said), "tab-slogans", doc_id=ids[str(label)], type=kind)
                    _name_of_part(ax, bar, mentions, kind if table[kind].idxmax() == label else "")
                left += mentions
        ax.set_yticks(range(len(table)), [_counted_below(str(label), int(n)) for label, n in table.sum(axis=1).items()])
        ax.tick_params(axis="y", labelcolor=INK)
        ax.set(xlim=(0, table.sum(axis=1).max() * 1.01), ylim=(len(table) - 0.6, -0.62))
        _no_value_axis(ax)
    return fig


def _name_of_part(ax: Axes, bar: Rectangle, mentions: int, kind: str) -> None:
    """Write the number into a part, and the name of its type above it where it is the longest of its type."""
    middle = bar.get_x() + bar.get_width() / 2
    y = bar.get_y() + bar.get_height() / 2
    if mentions > 1:
        ink = ink_on(to_hex(bar.get_facecolor()))
        ax.text(middle, y, str(mentions), ha="center", va="center", fontsize=SMALLEST, color=ink)
    if kind:
        ax.annotate(
            _type(kind), (middle, bar.get_y()), (0, 2), textcoords="offset points", ha="center", va="bottom",
            color=TYPE_COLOURS[kind], fontsize=SMALLEST if is_narrow() else 9.5,
        )  # fmt: skip


def _counted_below(label: str, n: int) -> str:
    return two_lines(text_name(label), f"n = {n}")


def _no_value_axis(ax: Axes) -> None:
    ax.set_xticks([])
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)


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


# Whose a slogan is

_OWNERS = {
    "own": (("the place’s", "own"), "自有"),
    "centre": (("the", "centre’s"), "中央"),
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
            span = f"n = {every['n'].min()}–{every['n'].max()}"
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
    for year, aside in zip(_RISE, (-12, 4), strict=True):
        at = centre.get(("provinces_long", year))
        if at is None:
            continue
        ends = centre.xs(year, level="year")
        ax.scatter(year, at, s=26, color=OWNER_COLOURS["centre"], zorder=4)
        ax.annotate(
            bilingual(f"{at:.0f} in {year}", f"{year}年{at:.0f}次"),
            (year, ends.max() if aside > 0 else ends.min()), (0, aside), textcoords="offset points",
            ha="center", va="bottom" if aside > 0 else "top", color=OWNER_COLOURS["centre"],
        )  # fmt: skip


def _type(kind: str) -> str:
    return bilingual(kind, TYPE_NAMES_ZH[kind])


def _counted(label: str, slogans: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}, n = {slogans}", f"{name}，n = {slogans}")
