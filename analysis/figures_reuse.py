"""Figures of text reuse and likeness: each function draws one table and nothing else, as in `analysis.figures`."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from analysis import style


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
