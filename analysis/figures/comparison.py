"""Figures that set texts side by side, and their slogans beside those of reports.

Each function draws one table and nothing else, as in `analysis.figures`.
"""

from collections.abc import Hashable, Sequence
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from ..extraction.profiles import DIMENSIONS
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_bar, share_label
from .style import (
    CONTEXT,
    FOCUS,
    GRID,
    INK,
    LAYER_COLOURS,
    MUTED,
    ORIGIN_COLOURS,
    ORIGIN_NAMES,
    PAPER,
    SMALLEST,
    STANDING_COLOURS,
    STANDING_NAMES,
    STATUS_COLOURS,
    TERM_COLOUR,
    ink_on,
    is_narrow,
    page_size,
    style_sheet,
    two_lines,
)


def shared_formulas(shares: pd.DataFrame) -> Figure:
    """Draw how much of each text was in which work reports, a bar a text; what is in none is told at the right.

    Parameters
    ----------
    shares
        As from `origin_shares`.
    """
    wide = shares.pivot_table(index="label", columns="origin", values="share", sort=False)
    sizes = shares.drop_duplicates("label").set_index("label")["of"]
    shared = {origin: name for origin, name in ORIGIN_NAMES.items() if origin != "nowhere"}
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.4, 0.52 * len(wide) + 1.7))
        reached = pd.Series(0.0, wide.index)
        for origin, name in shared.items():
            width, colour = wide[origin], ORIGIN_COLOURS[origin]
            bars = ax.barh(range(len(wide)), width, left=reached, color=colour, height=0.66, label=bilingual(*name))
            dark = origin in ("nation", "province", "prefecture")
            texts = [f"{share:.0%}" if share >= 0.02 else "" for share in width]
            ax.bar_label(bars, texts, label_type="center", fontsize=8.5, color=PAPER if dark else INK)
            reached = reached + width
        for place, share in enumerate(wide["nowhere"]):
            ax.annotate(f"{share:.0%}", (1.03, place), xycoords=("axes fraction", "data"), va="center", fontsize=9.5)
        head = bilingual("in no work\nreport", "未见于\n任何报告")
        ax.annotate(head, (1.03, 1.02), xycoords="axes fraction", va="bottom", fontsize=8.5, color=MUTED)
        ax.set_yticks(range(len(wide)), [_sized(str(label), int(sizes[label])) for label in wide.index])
        ax.invert_yaxis()
        ax.set_xlim(0, 0.05 * (int(reached.max() / 0.05) + 1))
        ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        axis = "share of the Chinese characters of the text, without names of places"
        ax.set_xlabel(bilingual(axis, "占文本汉字的比例（不含地名）"))
        fig.legend(loc="outside lower center", ncols=2)
    return fig


def profile(rates: pd.DataFrame, of: str) -> Figure:
    """Draw the profile of one text: each dimension as a share of the highest rate among the texts, the others in grey.

    Parameters
    ----------
    rates
        As from `text_profiles`.
    of
        Id of the text.
    """
    order = list(DIMENSIONS)
    own = rates[rates["doc_id"] == of].set_index("dimension").loc[order]
    others = rates[rates["doc_id"] != of]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 0.3 * len(order) + 1.0))
        places = range(len(order))
        ax.hlines(places, 0, own["of_highest"], color=TERM_COLOUR, linewidth=2)
        heights = [order.index(name) for name in others["dimension"]]
        ax.plot(
            others["of_highest"],
            heights,
            "o",
            color=GRID,
            mec=MUTED,
            mew=0.6,
            markersize=5,
            label=bilingual("other texts", "其他文本"),
        )
        ax.plot(
            own["of_highest"],
            places,
            "o",
            color="#EE7733",
            mec=INK,
            mew=0.8,
            markersize=8,
            label=bilingual("this text", "本文"),
        )
        for place, (_, row) in zip(places, own.iterrows(), strict=True):
            said = f"{row['per_1000']:.1f}  ({row['mentions']})"
            ax.annotate(said, (1.06, place), va="center", fontsize=8, annotation_clip=False)
        ax.set_yticks(places, [bilingual(*DIMENSIONS[name]) for name in order])
        ax.invert_yaxis()
        ax.set_xlim(0, 1.24)
        ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "¼", "½", "¾", bilingual("highest", "最高")])
        first = own.iloc[0]
        name = text_name(first["label"])
        ax.set_title(
            bilingual(
                f"{name}, n = {first['characters']:,} characters; right: per 1,000 characters (mentions)",
                f"{name}，n = {first['characters']:,}字；右侧为每千字次数（次数）",
            ),
            fontsize=9,
        )
        fig.legend(loc="outside lower center", ncols=2)
    return fig


def densities(table: pd.DataFrame) -> Figure:
    """Draw slogans, statements and targets per 1,000 characters of each text, as from `mention_densities`."""
    titles = {
        "slogans": bilingual("slogans", "口号"),
        "statements": bilingual("statements", "数量表述"),
        "targets": bilingual("of these targets", "其中目标"),
    }
    colours = {**LAYER_COLOURS, "targets": STATUS_COLOURS["target"]}
    with plt.style.context(style_sheet()):
        measures = list(table["measure"].drop_duplicates())
        fig, axes = plt.subplots(1, len(measures), sharey=True, figsize=(9, 2.9))
        for ax, measure in zip(axes, measures, strict=True):
            own = table[table["measure"] == measure]
            bars = ax.barh(range(len(own)), own["per_1000"], color=colours[measure], height=0.6)
            ax.bar_label(
                bars,
                [f"{rate:.1f} ({n})" for rate, n in zip(own["per_1000"], own["mentions"], strict=True)],
                padding=3,
                fontsize=8,
            )
            register = {"slogans": "tab-slogans"}.get(measure, "tab-statements")
            only = {"status": "target"} if measure == "targets" else {}
            for row, artist in zip(own.to_dict("records"), bars, strict=True):
                said = label_with(row["label"], f"{titles[measure]} ({row['mentions']})")
                mark_bar(artist, said, register, doc_id=row["doc_id"], **only)
            ax.set_title(titles[measure], fontsize=9)
            ax.margins(x=0.32)
            ax.xaxis.set_major_locator(MaxNLocator(4))
        own = table[table["measure"] == measures[0]]
        axes[0].set_yticks(
            range(len(own)),
            [_sized(str(label), n) for label, n in zip(own["label"], own["characters"], strict=True)],
        )
        axes[0].invert_yaxis()
        fig.supxlabel(bilingual("per 1,000 characters (number)", "每千字次数（括号内为次数）"), fontsize=9)
    return fig


def text_tree(joins: pd.DataFrame) -> Figure:
    """Draw the tree of the texts (dendrogram), with the support of each join.

    Parameters
    ----------
    joins
        As from `compare_texts`.
    """
    rows: list[dict[Hashable, Any]] = joins.to_dict("records")
    by_texts = {frozenset(row["texts"]): row for row in rows}

    def leaves(texts: tuple[str, ...]) -> list[str]:
        join = by_texts.get(frozenset(texts))
        return list(texts) if join is None else leaves(join["part"]) + leaves(join["other_part"])

    order = leaves(rows[-1]["texts"])
    places = {frozenset([label]): (0.0, float(place)) for place, label in enumerate(order)}
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 0.5 * len(order) + 1.0))
        for join in rows:
            sides = [places[frozenset(join[part])] for part in ("part", "other_part")]
            for height, place in sides:
                ax.hlines(place, height, join["height"], color=TERM_COLOUR, linewidth=1.6)
            low, high = sorted(place for _, place in sides)
            ax.vlines(join["height"], low, high, color=TERM_COLOUR, linewidth=1.6)
            here = (join["height"], (low + high) / 2)
            places[frozenset(join["texts"])] = here
            ax.annotate(f"{join['support']:.0%}", here, (4, 4), textcoords="offset points", va="bottom", fontsize=8.5)
        ax.set_yticks(range(len(order)), [text_name(label) for label in order])
        ax.invert_yaxis()
        ax.set_xlim(0, 1.12 * joins["height"].max())
        n = f"n = {rows[0]['resamples']}"
        ax.set_xlabel(
            bilingual(
                f"1 − cosine of log ratios; labels: support ({n} resamples of sentences)",
                f"1 − 对数比余弦；标注为支持度（句子重抽样 {n} 次）",
            )
        )
    return fig


def _sized(label: str, characters: int) -> str:
    n = f"n = {characters:,}"
    return f"{text_name(label)}\n{bilingual(f'{n} characters', f'{n}字')}"


def slogan_spread(counts: pd.DataFrame) -> Figure:
    """Draw how many slogans of each text stand in work reports too, as from `spread_standings`."""
    table = counts.pivot_table(index="label", columns="standing", values="slogans", aggfunc="sum", sort=False)
    totals = table.sum(axis=1).sort_values(ascending=False, kind="stable")
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(0.42 * len(totals) + 0.75))
        left = pd.Series(0, index=totals.index)
        for standing in reversed(STANDING_COLOURS):  # the widest first: its parts begin at one edge
            own, colour = table[standing].reindex(totals.index), STANDING_COLOURS[standing]
            bars = ax.barh(range(len(own)), own, left=left, color=colour, edgecolor=PAPER, linewidth=0.8, height=0.72)
            ax.bar_label(bars, [str(n) if n else "" for n in own], label_type="center", color=ink_on(colour))
            _name_standing(ax, standing, float(left.iloc[0]), float(own.iloc[0]))
            left += own
        ax.set_yticks(range(len(totals)), [two_lines(text_name(text), f"n = {n}") for text, n in totals.items()])
        ax.set(xlim=(0, totals.max()), ylim=(len(totals) - 0.5, -1.35))
        ax.spines["bottom"].set_visible(False)
        ax.set_xticks([])
        ax.grid(visible=False)
    return fig


def _name_standing(ax: Axes, standing: str, left: float, length: float) -> None:
    """Write what a part of the longest bar is above it: the large parts at their edge, others higher, with a line."""
    said, colour = bilingual(*STANDING_NAMES[standing]), INK if standing == "national" else MUTED
    if standing in {"national", "not found"}:
        ax.text(left, -0.46, said, va="bottom", color=colour)
        return
    middle = left + length / 2
    ax.plot([middle, middle], [-0.4, -0.84], color=MUTED, linewidth=0.8)
    ax.text(middle, -0.94, said, va="bottom", ha="right" if standing == "regional" else "left", color=colour)


def slogan_numerals(counts: pd.DataFrame) -> Figure:
    """Draw which share of the numerals in slogans each numeral is, as from `count_slogan_numerals`."""
    numerals = [str(text).replace("over ", ">") for text in counts["numeral"]]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(2.7, 2.5))
        shares = counts["mentions"] / counts["mentions"].sum()
        bars = _bars_of_shares(ax, numerals, shares, "123")
        for numeral, mentions, artist in zip(counts["numeral"], counts["mentions"], bars, strict=True):
            if str(numeral).isdecimal():
                mark_bar(artist, f"{numeral} ({mentions})", "tab-slogans", digits=numeral)
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
