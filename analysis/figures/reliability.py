"""Figures of the chapter on reliability: what governments explain themselves, and how much of it the rules find."""

import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from ..rhetoric.devices import wilson_interval
from ..texts.labels import bilingual
from .style import INK, LEVEL_COLOURS, LEVEL_NAMES, MUTED, PAPER, style_sheet

_LEAST = 20  # explained slogans: a share of fewer says little


def explained_recall(table: pd.DataFrame) -> Figure:
    """Draw which share of the slogans that governments explain the rules find, as from `explained_recall`.

    Parameters
    ----------
    table
        A row a level and period; those of fewer than twenty explained slogans are left out.
    """
    rows = table[(table["period"] != "all") & (table["explained"] >= _LEAST)]
    levels = [level for level in LEVEL_COLOURS if level in set(rows["level"])]
    heights = [int((rows["level"] == level).sum()) for level in levels]
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(
            len(levels), 1, sharex=True, squeeze=False, height_ratios=heights, figsize=(7.2, 0.9 + 0.27 * sum(heights))
        )
        for ax, level in zip(axes[:, 0], levels, strict=True):
            own = rows[rows["level"] == level].reset_index(drop=True)
            slogans = own["explained"] - own["none"]
            for place, (found, of) in enumerate(zip(own["recognised"], slogans, strict=True)):
                ax.plot(wilson_interval(int(found), int(of)), [place, place], color=MUTED, linewidth=1.2, zorder=1)
            colour = LEVEL_COLOURS[level]
            ax.scatter(own["share"], own.index, s=34, facecolor=PAPER, edgecolor=colour, linewidth=1.2, zorder=2)
            ax.scatter(own["share_sorted"], own.index, s=34, color=colour, zorder=3)
            names = [
                f"{period.replace('-', '–')}  n = {n:,}"
                for period, n in zip(own["period"], own["explained"], strict=True)
            ]
            ax.set_yticks(own.index, names)
            ax.set_ylim(len(own) - 0.5, -0.5)
            ax.set_title(bilingual(*LEVEL_NAMES[level]), fontsize=9, color=INK)
        axes[-1, 0].set_xlim(right=1.005)
        axes[-1, 0].xaxis.set_major_formatter("{x:.0%}")
        fig.supxlabel(
            bilingual(
                "explained slogans that the rules find; hollow: of all terms, filled: of those that are slogans",
                "规则识别出的释义口号比例；空心：占全部词条，实心：占其中确为口号者",
            ),
            fontsize=9,
        )
    return fig
