"""Figures of rhetoric: each function draws one table and nothing else, as in `analysis.figures`."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from analysis import lexicon, style


def source_domains(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses each source domain, a panel a text on one scale, with interval and count.

    Parameters
    ----------
    rates
        As from `source_domains.rates`.
    """
    texts = list(rates.groupby("label", sort=False))
    domains, names = list(rates["domain"].drop_duplicates()), lexicon.load("metaphors")
    with plt.style.context(style.sheet()):
        fig, axes = plt.subplots(
            1, len(texts), sharex=True, sharey=True, figsize=(2.1 * len(texts) + 0.8, 3.8), squeeze=False
        )
        for ax, (label, own) in zip(axes.flat, texts, strict=True):
            colours = [style.METAPHOR_COLOURS[domain] for domain in own["domain"]]
            places = range(len(own))
            ax.hlines(places, own["low"], own["high"], color=colours, linewidth=4)
            ax.scatter(
                own["per_1000"], places, c=colours, s=34, edgecolors=style.INK, linewidths=0.8, zorder=3, clip_on=False
            )
            for place, high, count in zip(places, own["high"], own["mentions"], strict=True):
                ax.annotate(str(count), (high, place), (4, 0), textcoords="offset points", va="center", fontsize=8)
            ax.set_title(
                f"{label}\nn = {own['mentions'].sum()} in {own['characters'].iloc[0]:,} characters", fontsize=8
            )
        axes[0][0].set_yticks(
            range(len(domains)), [f"{names[domain]['en']}\n{names[domain]['zh']}" for domain in domains]
        )
        axes[0][0].tick_params(axis="y", pad=6)  # clear of a dot at zero
        axes[0][0].invert_yaxis()
        axes[0][0].set_xlim(0, 1.2 * rates["high"].max())
        fig.supxlabel("mentions per 1,000 characters 每千字次数; labels: mentions 次数", fontsize=9)
    return fig
