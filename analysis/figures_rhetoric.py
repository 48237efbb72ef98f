"""Figures of rhetoric: each function draws one table and nothing else, as in `analysis.figures`."""

from collections.abc import Callable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from analysis import lexicon, stance, style


def source_domains(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses each source domain, a panel a text on one scale, with interval and count.

    Parameters
    ----------
    rates
        As from `source_domains.rates`.
    """
    names = {domain: f"{entry['en']}\n{entry['zh']}" for domain, entry in lexicon.load("metaphors").items()}
    return _by_text(rates, names, style.METAPHOR_COLOURS.__getitem__, 3.8)


def stance_rates(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses words of each kind of stance, as `source_domains` does.

    Parameters
    ----------
    rates
        As from `stance.rates`.
    """
    names = {kind: f"{name}\n{stance.NAMES_ZH[kind]}" for kind, name in stance.NAMES.items()}
    return _by_text(rates, names, lambda _: style.TERM_COLOUR, 3.5)


def _by_text(rates: pd.DataFrame, names: Mapping[str, str], colour: Callable[[str], str], height: float) -> Figure:
    texts = list(rates.groupby("label", sort=False))
    domains = list(rates["domain"].drop_duplicates())
    with plt.style.context(style.sheet()):
        fig, axes = plt.subplots(
            1, len(texts), sharex=True, sharey=True, figsize=(max(5.0, 2.1 * len(texts) + 0.8), height), squeeze=False
        )
        for ax, (label, own) in zip(axes.flat, texts, strict=True):
            colours = [colour(domain) for domain in own["domain"]]
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
        axes[0][0].set_yticks(range(len(domains)), [names[domain] for domain in domains])
        axes[0][0].tick_params(axis="y", pad=6)  # clear of a dot at zero
        axes[0][0].invert_yaxis()
        axes[0][0].set_xlim(0, 1.2 * rates["high"].max())
        fig.supxlabel("mentions per 1,000 characters 每千字次数; labels: mentions 次数", fontsize=9)
    return fig


def beside_reports(rates: pd.DataFrame) -> Figure:
    """Draw how often each text uses words of each kind, beside the reports of its year at three levels.

    Parameters
    ----------
    rates
        As from `reference_rates.beside_reports`.
    """
    names = {domain: entry for name in ("metaphors", "stance") for domain, entry in lexicon.load(name).items()}
    texts = list(rates.groupby("label", sort=False))
    domains = list(rates["domain"].drop_duplicates())
    with plt.style.context(style.sheet()):
        fig, axes = plt.subplots(
            1, len(texts), sharex=True, sharey=True, figsize=(2.1 * len(texts) + 0.8, 5.4), squeeze=False
        )
        for ax, (label, own) in zip(axes.flat, texts, strict=True):
            places = range(len(own))
            for level, name in style.LEVEL_NAMES.items():
                ax.plot(own[level], places, "|", color=style.LEVEL_COLOURS[level], markersize=11, mew=2, label=name)
            ax.plot(
                own["per_10k"], places, "o", color="#EE7733", mec=style.INK, mew=0.8, markersize=6, label="text 文本"
            )
            first = own.iloc[0]
            ax.set_title(f"{label}\nn = {own['mentions'].sum()} mentions, {first['reports']} reports", fontsize=8)
        axes[0][0].set_yticks(
            range(len(domains)), [f"{names[domain]['en']} {names[domain]['zh']}" for domain in domains]
        )
        axes[0][0].invert_yaxis()
        axes[0][0].set_xscale("symlog", linthresh=10)  # zero has a place, and obligation does not hide the rest
        axes[0][0].set_xlim(
            -0.6, 1.6 * max(100.0, *(float(rates[name].max()) for name in ("per_10k", *style.LEVEL_NAMES)))
        )
        axes[0][0].set_xticks([0, 5, 10, 50, 100], ["0", "5", "10", "50", "100"])
        fig.supxlabel("mentions per 10,000 words 每万词次数 (above 10 logarithmic 大于10为对数)", fontsize=9)
        fig.legend(*axes[0][0].get_legend_handles_labels(), loc="outside upper center", ncols=4)
    return fig
