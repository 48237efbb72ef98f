"""Figures of rhetoric: each function draws one table and nothing else, as in `analysis.figures`."""

from collections.abc import Callable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from ..language import load_lexicon
from ..rhetoric import QUOTATION
from ..rhetoric.devices import STANCE_NAMES, STANCE_NAMES_ZH
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_point
from .style import INK, LEVEL_COLOURS, LEVEL_NAMES, METAPHOR_COLOURS, TERM_COLOUR, style_sheet


def source_domains(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses each source domain, a panel a text on one scale, with interval and count.

    Parameters
    ----------
    rates
        As from `rates_of_metaphor`.
    """
    names = {domain: bilingual(entry["en"], entry["zh"]) for domain, entry in load_lexicon("metaphors").items()}
    return _by_text(rates, names, METAPHOR_COLOURS.__getitem__, "tab-metaphors")


def stance_rates(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses words of each kind of stance, as `source_domains` does.

    Parameters
    ----------
    rates
        As from `rates_of_stance`.
    """
    names = {kind: bilingual(name, STANCE_NAMES_ZH[kind]) for kind, name in STANCE_NAMES.items()}
    return _by_text(rates, names, lambda _: TERM_COLOUR, "tab-stance")


def _by_text(rates: pd.DataFrame, names: Mapping[str, str], colour: Callable[[str], str], register: str) -> Figure:
    texts = list(rates.groupby("label", sort=False))
    domains = list(rates["domain"].drop_duplicates())
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(
            1, len(texts), sharex=True, sharey=True, figsize=(max(5.0, 2.1 * len(texts) + 0.8), 3.6), squeeze=False
        )
        for ax, (label, own) in zip(axes.flat, texts, strict=True):
            colours = [colour(domain) for domain in own["domain"]]
            places = range(len(own))
            ax.hlines(places, own["low"], own["high"], color=colours, linewidth=4)
            ax.scatter(
                own["per_1000"], places, c=colours, s=34, edgecolors=INK, linewidths=0.8, zorder=3, clip_on=False
            )
            for place, high, count in zip(places, own["high"], own["mentions"], strict=True):
                ax.annotate(str(count), (high, place), (4, 0), textcoords="offset points", va="center", fontsize=8)
            for place, row in enumerate(own.to_dict("records")):
                table = "tab-quotations" if row["domain"] == QUOTATION else register
                said = label_with(label, f"{names[row['domain']]} ({row['mentions']})")
                only = {} if table == "tab-quotations" else {"domain": row["domain"]}
                mark_point(ax, (row["per_1000"], place), said, table, doc_id=row["doc_id"], **only)
            n, size = f"n = {own['mentions'].sum()}", f"{own['characters'].iloc[0]:,}"
            counted = bilingual(f"{n} in {size} characters", f"{n}，共{size}字")
            ax.set_title(f"{text_name(label)}\n{counted}", fontsize=8)
        axes[0][0].set_yticks(range(len(domains)), [names[domain] for domain in domains])
        axes[0][0].tick_params(axis="y", pad=6)  # clear of a dot at zero
        axes[0][0].invert_yaxis()
        axes[0][0].set_xlim(0, 1.2 * rates["high"].max())
        fig.supxlabel(
            bilingual("mentions per 1,000 characters; labels: mentions", "每千字次数；标注为次数"), fontsize=9
        )
    return fig


def beside_reports(rates: pd.DataFrame) -> Figure:
    """Draw how often each text uses words of each kind, beside the reports of its year at three levels.

    Parameters
    ----------
    rates
        As from `rates_beside_reports`.
    """
    names = {domain: entry for name in ("metaphors", "stance") for domain, entry in load_lexicon(name).items()}
    texts = list(rates.groupby("label", sort=False))
    domains = list(rates["domain"].drop_duplicates())
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(
            1, len(texts), sharex=True, sharey=True, figsize=(2.1 * len(texts) + 0.8, 5.4), squeeze=False
        )
        for ax, (label, own) in zip(axes.flat, texts, strict=True):
            places = range(len(own))
            for level, name in LEVEL_NAMES.items():
                ax.plot(
                    own[level],
                    places,
                    "|",
                    color=LEVEL_COLOURS[level],
                    markersize=11,
                    mew=2,
                    label=bilingual(*name),
                )
            said = bilingual("text", "文本")
            ax.plot(own["per_10k"], places, "o", color="#EE7733", mec=INK, mew=0.8, markersize=6, label=said)
            first = own.iloc[0]
            n = own["mentions"].sum()
            counted = bilingual(f"n = {n} mentions, {first['reports']} reports", f"n = {n}次，报告{first['reports']}份")
            ax.set_title(f"{text_name(label)}\n{counted}", fontsize=8)
        axes[0][0].set_yticks(
            range(len(domains)), [bilingual(names[domain]["en"], names[domain]["zh"]) for domain in domains]
        )
        axes[0][0].invert_yaxis()
        axes[0][0].set_xscale("symlog", linthresh=10)  # zero has a place, and obligation does not hide the rest
        axes[0][0].set_xlim(-0.6, 1.6 * max(100.0, *(float(rates[name].max()) for name in ("per_10k", *LEVEL_NAMES))))
        axes[0][0].set_xticks([0, 5, 10, 50, 100], ["0", "5", "10", "50", "100"])
        axis = bilingual("mentions per 10,000 words (above 10 logarithmic)", "每万词次数（大于10为对数刻度）")
        fig.supxlabel(axis, fontsize=9)
        fig.legend(*axes[0][0].get_legend_handles_labels(), loc="outside upper center", ncols=4)
    return fig
