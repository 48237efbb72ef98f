"""Figures that set texts side by side: each function draws one table and nothing else, as in `analysis.figures`."""

import math
from collections.abc import Hashable
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator, PercentFormatter

from ..extraction.profiles import DIMENSIONS
from ..texts.labels import bilingual, label_with, text_name
from .marks import FEW, LineLabel, label_above, mark_bar
from .style import (
    CONTEXT,
    FOCUS,
    INK,
    LAYER_COLOURS,
    MUTED,
    ORIGIN_COLOURS,
    PAPER,
    SMALLEST,
    STATUS_COLOURS,
    TERM_COLOUR,
    ink_on,
    is_narrow,
    page_size,
    style_sheet,
)

_ORIGIN_HEADS = {
    "nation": ("the\nnation", "全国"),
    "province": ("own\nprovince", "本省"),
    "prefecture": ("own\nprefecture", "本市"),
    "elsewhere": ("only\nother places", "仅他处"),
    "later": ("only\nlater", "仅以后"),
}
_LEAST_PRINTED = {False: 0.03, True: 0.036}  # of a text, on a phone: the share of a shorter part does not fit into it


def shared_formulas(shares: pd.DataFrame) -> Figure:
    """Draw how much of each text was in which work reports, a bar a text; what is in none is told at the right.

    Parameters
    ----------
    shares
        As from `origin_shares`.
    """
    wide = shares.pivot_table(index="label", columns="origin", values="share", sort=False)
    wide = wide.sort_values("nowhere", kind="stable")
    sizes = shares.drop_duplicates("label").set_index("label")["of"]
    with plt.style.context(style_sheet() | {"axes.grid.axis": "x"}):
        fig, ax = plt.subplots(figsize=page_size(0.42 * len(wide) + 0.9))
        reached, labels = pd.Series(0.0, wide.index), []
        for origin, name in _ORIGIN_HEADS.items():
            width, colour = wide[origin], ORIGIN_COLOURS[origin]
            bars = ax.barh(range(len(wide)), width, left=reached, color=colour, height=0.62, edgecolor="none")
            texts = [f"{share:.0%}" if share >= _LEAST_PRINTED[is_narrow()] else "" for share in width]
            ax.bar_label(bars, texts, label_type="center", color=ink_on(colour))
            labels.append(LineLabel(bilingual(*name), (float(reached.iloc[0] + width.iloc[0] / 2), -0.31), INK))
            reached = reached + width
        beside: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "color": INK}
        for place, share in enumerate(wide["nowhere"]):
            ax.annotate(f"{share:.0%}", (1, place), (34, 0), va="center", ha="right", **beside)
        head = bilingual("no\nreport", "未见于\n报告")
        ax.annotate(head, (1, -0.31), (34, 2), va="bottom", ha="right", fontsize=SMALLEST, linespacing=1, **beside)
        names = [_sized(str(label), int(sizes[label])) for label in wide.index]
        ax.set_yticks(range(len(wide)), names, color=INK)
        ax.set(xlim=(0, 0.05 * (int(reached.max() / 0.05) + 1)), ylim=(len(wide) - 0.5, -0.5))
        ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        label_above(ax, *labels)
    return fig


def profile(rates: pd.DataFrame, of: str) -> Figure:
    """Draw the profile of one text: each dimension as a share of the highest rate among the texts, the others in grey.

    Dimensions in which it leads are first, and have their numbers in ink.

    Parameters
    ----------
    rates
        As from `text_profiles`.
    of
        Id of the text.
    """
    own = rates[rates["doc_id"] == of].sort_values("of_highest", ascending=False, kind="stable").set_index("dimension")
    order = list(own.index)
    others = rates[(rates["doc_id"] != of) & rates["dimension"].isin(order)]
    with plt.style.context(style_sheet() | {"axes.grid.axis": "x"}):
        fig, ax = plt.subplots(figsize=page_size(0.25 * len(order) + 0.5))
        places = range(len(order))
        ax.hlines(places, 0, own["of_highest"], color=FOCUS, linewidth=1.4)
        heights = [order.index(name) for name in others["dimension"]]
        ax.plot(others["of_highest"], heights, "o", color=CONTEXT, markersize=4.5, clip_on=False, zorder=2)
        inside = [PAPER if n < FEW else FOCUS for n in own["mentions"]]
        ax.scatter(own["of_highest"], places, s=50, c=inside, edgecolors=FOCUS, linewidths=1.3, clip_on=False, zorder=3)
        for place, row in zip(places, own.to_dict("records"), strict=True):
            said = f"{row['per_1000']:.1f}  ({row['mentions']})"
            leads = row["of_highest"] == 1
            beside: dict[str, Any] = {"textcoords": "offset points", "va": "center", "color": FOCUS if leads else MUTED}
            ax.annotate(said, (1, place), (10, 0), xycoords=("axes fraction", "data"), **beside)
        ax.set_yticks(places, [bilingual(*DIMENSIONS[name]) for name in order], color=INK)
        ax.tick_params(axis="y", pad=8)  # clear of a dot at zero
        ax.set(xlim=(0, 1), ylim=(len(order) - 0.5, -0.5))
        ax.set_xticks([0, 0.5, 1], ["0", "½", bilingual("highest", "最高")])
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
    """Draw the tree of the texts (dendrogram) in the order of its joins, with the support and distance of each.

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
        fig, ax = plt.subplots(figsize=page_size(0.45 * len(order) + 0.2))
        for step, join in enumerate(rows, start=1):
            sides = [places[frozenset(join[part])] for part in ("part", "other_part")]
            for start, place in sides:
                ax.hlines(place, start, step, color=TERM_COLOUR, linewidth=1.6)
            low, high = sorted(place for _, place in sides)
            ax.vlines(step, low, high, color=TERM_COLOUR, linewidth=1.6)
            here = (float(step), (low + high) / 2)
            places[frozenset(join["texts"])] = here
            last = step == len(rows)  # it unites all texts and is always there
            at: dict[str, Any] = {"textcoords": "offset points", "ha": "left"}
            ax.annotate(f"{join['support']:.0%}", here, (4, 2), va="bottom", color=MUTED if last else FOCUS, **at)
            ax.annotate(f"{join['height']:.2f}", here, (4, -3), va="top", color=MUTED, fontsize=SMALLEST, **at)
        ax.set_yticks(range(len(order)), [text_name(label) for label in order], color=INK)
        ax.set(xlim=(0, len(rows) + 0.5), ylim=(len(order) - 0.6, -0.4), xticks=[])
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
    return fig


def _sized(label: str, characters: int) -> str:
    n = f"n = {characters:,}"
    if is_narrow():
        return f"{text_name(label)}\n{n}"
    return f"{text_name(label)}\n{bilingual(f'{n} characters', f'{n}字')}"


def zipf(ranks: pd.DataFrame) -> Figure:
    """Draw the frequency of every word by its rank on logarithmic axes, a panel a text, the others behind it in grey.

    Parameters
    ----------
    ranks
        As from `word_ranks`.
    """
    steps = ranks.drop_duplicates(["label", "frequency"], keep="last")  # the end of each step of equal frequencies
    texts = list(steps["label"].drop_duplicates())
    columns = 2 if is_narrow() else len(texts)
    rows = math.ceil(len(texts) / columns)
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(
            rows, columns, sharex=True, sharey=True, squeeze=False, figsize=page_size(2.3, 1.75 * rows)
        )
        for ax, label in zip(axes.flat, texts, strict=False):
            for other, own in steps.groupby("label", sort=False):
                mine = other == label
                how = {"color": FOCUS, "linewidth": 1.8, "zorder": 3} if mine else {"color": CONTEXT, "linewidth": 0.7}
                ax.plot(own["rank"], own["per_10k"], **how)
            ax.set_title(_words(label, int(ranks.loc[ranks["label"] == label, "words"].iloc[0])), fontsize=9.5)
        axes[0][0].set(xscale="log", yscale="log")
        for axis in (axes[0][0].xaxis, axes[0][0].yaxis):
            axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
            axis.set_minor_locator(NullLocator())
        for ax in axes.flat[len(texts) :]:
            ax.set_axis_off()
        fig.supxlabel(bilingual("rank of the word", "位次"), fontsize=9.5, color=MUTED)
    return fig


def _words(label: object, number: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}\nn = {number:,} words", f"{name}\nn = {number:,}词")
