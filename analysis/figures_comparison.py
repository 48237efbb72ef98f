"""Figures that set texts side by side: each function draws one table and nothing else, as in `analysis.figures`."""

from collections.abc import Hashable
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from analysis import dimensions, style


def shared_formulas(shares: pd.DataFrame) -> Figure:
    """Draw how much of each text stands in which reports as well, a bar a text.

    Parameters
    ----------
    shares
        As from `borrowing.shares`.
    """
    wide = shares.pivot_table(index="label", columns="origin", values="share", sort=False)
    sizes = shares.drop_duplicates("label").set_index("label")["of"]
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(8.6, 0.5 * len(wide) + 1.3))
        reached = pd.Series(0.0, wide.index)
        for origin, name in style.ORIGIN_NAMES.items():
            width = wide[origin]
            colour = style.ORIGIN_COLOURS[origin]
            bars = ax.barh(range(len(wide)), width, left=reached, color=colour, height=0.66, label=name)
            dark = origin in ("nation", "province", "prefecture")
            texts = [f"{share:.0%}" if share >= 0.035 else "" for share in width]
            ax.bar_label(bars, texts, label_type="center", fontsize=8, color=style.PAPER if dark else style.INK)
            reached = reached + width
        ax.set_yticks(range(len(wide)), [f"{label}\nn = {sizes[label]:,} characters" for label in wide.index])
        ax.invert_yaxis()
        ax.set_xlim(0, 1)
        ax.xaxis.set_major_formatter(PercentFormatter(1))
        ax.set_xlabel("Chinese characters of the text, without names of places 文本汉字（不含地名）")
        fig.legend(loc="outside upper center", ncols=3)
    return fig


def profile(rates: pd.DataFrame, of: str) -> Figure:
    """Draw the profile of one text: each dimension as a share of the highest rate among the texts, the others in grey.

    Parameters
    ----------
    rates
        As from `dimensions.table`.
    of
        Id of the text.
    """
    order = list(dimensions.DIMENSIONS)
    own = rates[rates["doc_id"] == of].set_index("dimension").loc[order]
    others = rates[rates["doc_id"] != of]
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 0.3 * len(order) + 1.0))
        places = range(len(order))
        ax.hlines(places, 0, own["of_highest"], color=style.TERM_COLOUR, linewidth=2)
        heights = [order.index(name) for name in others["dimension"]]
        ax.plot(
            others["of_highest"],
            heights,
            "o",
            color=style.GRID,
            mec=style.MUTED,
            mew=0.6,
            markersize=5,
            label="other texts 其他文本",
        )
        ax.plot(
            own["of_highest"],
            places,
            "o",
            color="#EE7733",
            mec=style.INK,
            mew=0.8,
            markersize=8,
            label="this text 本文",
        )
        for place, (_, row) in zip(places, own.iterrows(), strict=True):
            said = f"{row['per_1000']:.1f}  ({row['mentions']})"
            ax.annotate(said, (1.06, place), va="center", fontsize=8, annotation_clip=False)
        ax.set_yticks(places, [" ".join(dimensions.DIMENSIONS[name]) for name in order])
        ax.invert_yaxis()
        ax.set_xlim(0, 1.24)
        ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "¼", "½", "¾", "highest\n最高"])
        first = own.iloc[0]
        ax.set_title(
            f"{first['label']}, n = {first['characters']:,} characters; right: per 1,000 characters (mentions)",
            fontsize=9,
        )
        fig.legend(loc="outside lower center", ncols=2)
    return fig


def text_tree(joins: pd.DataFrame) -> Figure:
    """Draw the tree of the texts (dendrogram), with the support of each join.

    Parameters
    ----------
    joins
        As from `similarity.compare`.
    """
    rows: list[dict[Hashable, Any]] = joins.to_dict("records")
    by_texts = {frozenset(row["texts"]): row for row in rows}

    def leaves(texts: tuple[str, ...]) -> list[str]:
        join = by_texts.get(frozenset(texts))
        return list(texts) if join is None else leaves(join["part"]) + leaves(join["other_part"])

    order = leaves(rows[-1]["texts"])
    places = {frozenset([label]): (0.0, float(place)) for place, label in enumerate(order)}
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 0.5 * len(order) + 1.0))
        for join in rows:
            sides = [places[frozenset(join[part])] for part in ("part", "other_part")]
            for height, place in sides:
                ax.hlines(place, height, join["height"], color=style.TERM_COLOUR, linewidth=1.6)
            low, high = sorted(place for _, place in sides)
            ax.vlines(join["height"], low, high, color=style.TERM_COLOUR, linewidth=1.6)
            here = (join["height"], (low + high) / 2)
            places[frozenset(join["texts"])] = here
            ax.annotate(f"{join['support']:.0%}", here, (4, 4), textcoords="offset points", va="bottom", fontsize=8.5)
        ax.set_yticks(range(len(order)), order)
        ax.invert_yaxis()
        ax.set_xlim(0, 1.12 * joins["height"].max())
        n = f"n = {rows[0]['resamples']} resamples of sentences"
        ax.set_xlabel(f"1 − cosine of log ratios 对数比余弦距离; labels: support 支持度 ({n})")
    return fig
