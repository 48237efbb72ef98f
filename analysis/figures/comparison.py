"""Figures that set texts side by side: each function draws one table and nothing else, as in `analysis.figures`."""

from collections.abc import Hashable
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from ..extraction.profiles import DIMENSIONS
from ..texts.labels import bilingual, label_with, text_name
from .bars import without_values
from .marks import mark_bar, write_at
from .style import (
    CONTEXT,
    FOCUS,
    GRID,
    INK,
    MUTED,
    ORIGIN_COLOURS,
    ORIGIN_NAMES,
    PAPER,
    TERM_COLOUR,
    is_narrow,
    page_size,
    style_sheet,
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


_COUNTED = {
    "slogans": ("numeric slogans", "数字口号"),
    "statements": ("quantified statements", "数量表述"),
    "targets": ("targets among them", "其中目标"),
}


def densities(table: pd.DataFrame) -> Figure:
    """Draw slogans, statements and targets per 1,000 characters of each text, as from `mention_densities`."""
    densest = table[table["measure"] == "slogans"].sort_values("per_1000", ascending=False)
    texts, measures = list(densest["label"]), list(table["measure"].drop_duplicates())
    with plt.style.context(style_sheet()):
        grid = (len(measures), 1) if is_narrow() else (1, len(measures))
        heights = [1.3, *[1.0] * (grid[0] - 1)]
        fig, axes = plt.subplots(*grid, sharex=True, figsize=page_size(2.3, 5.4), height_ratios=heights)
        for place, (ax, measure) in enumerate(zip(axes, measures, strict=True)):
            own = table[table["measure"] == measure].set_index("label").loc[texts].reset_index()
            _draw_rates(ax, own, bilingual(*_COUNTED[measure]), measure)
            ax.set_title(bilingual(*_COUNTED[measure]))
            without_values(ax)
            names = [text_name(label) for label in texts] if is_narrow() else [""] * len(texts)
            sizes = zip(texts, densest["characters"], strict=True)
            ax.set_yticks(range(len(texts)), names if place else [_sized(*size) for size in sizes], color=INK)
            ax.set(ylim=(len(texts) - 0.5, -0.5), xlim=(0, table["per_1000"].max() * 1.42))
    return fig


def _draw_rates(ax: Axes, own: pd.DataFrame, title: str, measure: str) -> None:
    """Draw the rates of a measure, the first text in the focus, with their counts in brackets."""
    colours = [FOCUS, *[CONTEXT] * (len(own) - 1)]
    bars = ax.barh(range(len(own)), own["per_1000"], color=colours, height=0.62)
    register = {"slogans": "tab-slogans"}.get(measure, "tab-statements")
    only = {"status": "target"} if measure == "targets" else {}
    for place, (row, artist) in enumerate(zip(own.to_dict("records"), bars, strict=True)):
        at = (row["per_1000"], place)
        write_at(ax, f"{row['per_1000']:.1f}", at, (4, 0), color=INK)
        write_at(ax, f"({row['mentions']})", at, (21, 0), color=MUTED)
        said = label_with(row["label"], f"{title} ({row['mentions']})")
        mark_bar(artist, said, register, doc_id=row["doc_id"], **only)


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
