"""Figures of rhetoric: each function draws one table and nothing else, as in `analysis.figures`."""

from collections.abc import Callable, Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..language import load_lexicon
from ..rhetoric import QUOTATION
from ..rhetoric.devices import STANCE_NAMES, STANCE_NAMES_ZH
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_point
from .style import GRID, INK, LEVEL_COLOURS, LEVEL_NAMES, PAPER, TERM_COLOUR, style_sheet


def source_domains(rates: pd.DataFrame) -> Figure:
    """Draw how densely each text uses each source domain, a panel a text on one scale, with interval and count.

    Parameters
    ----------
    rates
        As from `rates_of_metaphor`.
    """
    names = {domain: bilingual(entry["en"], entry["zh"]) for domain, entry in load_lexicon("metaphors").items()}
    return _by_text(rates, names, lambda _: TERM_COLOUR, "tab-metaphors")


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


_LEAST_COUNTED = 5  # mentions of a text below which a ratio is hatched
_LEAST_ROW = 10  # mentions of all texts below which a kind is left to the table
_FURTHEST = 2.6  # of the binary logarithm of a ratio: what lies further has the colour of the end


def beside_reports(rates: pd.DataFrame) -> Figure:
    """Draw how many times as often each text uses words of each kind as the provincial reports of its year.

    Parameters
    ----------
    rates
        As from `rates_beside_reports`.
    """
    names = {domain: entry for name in ("metaphors", "stance") for domain, entry in load_lexicon(name).items()}
    totals = rates.groupby("domain")["mentions"].sum().sort_values(ascending=False, kind="stable")
    domains = [domain for domain in totals.index if totals[domain] >= _LEAST_ROW]
    labels = list(rates["label"].drop_duplicates())
    colours = plt.get_cmap("PuOr_r")
    with plt.style.context(style_sheet() | {"hatch.linewidth": 0.6}):
        fig, ax = plt.subplots(figsize=(7.4, 0.46 * len(domains) + 1.5))
        for row in rates[rates["domain"].isin(domains)].to_dict("records"):
            left, top = labels.index(row["label"]), domains.index(row["domain"])
            few = row["mentions"] < _LEAST_COUNTED
            known = bool(row["province"]) and pd.notna(row["province"])
            ratio = row["per_10k"] / row["province"] if known else float("nan")
            reach = float(np.clip(np.log2(ratio), -_FURTHEST, _FURTHEST)) if ratio > 0 else -_FURTHEST
            shade = PAPER if few or not known else colours(0.5 + reach / (2.6 * _FURTHEST))
            cell = Rectangle((left - 0.5, top - 0.5), 1, 1, hatch="////" if few else None)
            cell.set(facecolor=shade, edgecolor=GRID, linewidth=1.5)
            ax.add_patch(cell)
            said = f"×{ratio:.1f} ({row['mentions']})" if known and row["mentions"] else str(row["mentions"])
            box = {"facecolor": shade, "edgecolor": "none", "pad": 1.2}
            ax.text(left, top, said, ha="center", va="center", fontsize=9, bbox=box)
        sizes = rates[rates["domain"].isin(domains)].groupby("label")["mentions"].sum()
        ax.set_xticks(range(len(labels)), [f"{text_name(label)}\nn = {sizes[label]}" for label in labels])
        ax.set_yticks(range(len(domains)), [bilingual(names[d]["en"], names[d]["zh"]) for d in domains])
        ax.set(xlim=(-0.5, len(labels) - 0.5), ylim=(len(domains) - 0.5, -0.5))
        ax.tick_params(length=0, labeltop=True, labelbottom=False)
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
        told = "times the rate of the provincial reports of the year (mentions in the text); hatched: under 5 mentions"
        fig.supxlabel(bilingual(told, "为当年省级报告用频的倍数（括号内为文本次数）；斜线为不足5次"), fontsize=9)
    return fig


_KINDS = {
    "war": ("Words of war", "战争词语"),
    "other_war": ("Words of war outside the campaign's name", "“打赢脱贫攻坚战”以外的战争词语"),
    "resolve": ("Words of resolve", "决心词语"),
    "time_pressure": ("Words of time pressure", "时间紧迫词语"),
    "market_and_reform": ("Market, reform, opening", "市场、改革、开放"),
    "security_and_quality": ("Security, high quality", "安全、高质量"),
}
_DRAWN_FROM, _FEW_REPORTS = 1978, 10


def mobilisation_words(course: pd.DataFrame) -> Figure:
    """Draw how often reports of each level use words of mobilisation and their contrast, by year.

    Lines break at years without reports; marks are hollow where a level has fewer than ten reports. The nation has
    one report a year, and no marks.

    Parameters
    ----------
    course
        As from `mobilisation_course`.
    """
    shown = course[course["year"] >= _DRAWN_FROM]
    with plt.style.context(style_sheet() | {"axes.grid.axis": "y"}):
        fig, axes = plt.subplots(3, 2, sharex=True, figsize=(7.4, 7.2))
        for ax, (kind, title) in zip(axes.flat, _KINDS.items(), strict=True):
            for level, colour in LEVEL_COLOURS.items():
                own = shown[(shown["kind"] == kind) & (shown["level"] == level)].set_index("year").sort_index()
                whole = own["per_10k"].reindex(range(_DRAWN_FROM, int(shown["year"].max()) + 1))
                ax.plot(whole.index, whole, color=colour, linewidth=1 if level == "national" else 1.8)
                few = own[own["reports"] < _FEW_REPORTS] if level != "national" else own.head(0)
                ax.plot(few.index, few["per_10k"], "o", color=colour, mfc=PAPER, markersize=3.5)
            ax.set_title(bilingual(*title), fontsize=9.5)
            ax.set_ylim(0)
            ax.set_xlim(_DRAWN_FROM - 1, shown["year"].max() + 1)
        for place, (level, name) in enumerate(LEVEL_NAMES.items()):
            n = shown.loc[(shown["kind"] == "war") & (shown["level"] == level), "reports"].sum()
            said = bilingual(f"{name[0]} (n = {n:,})", f"{name[1]}（n = {n:,}）")
            at = (0.04, 0.9 - 0.11 * place)
            axes[0][0].text(*at, said, color=LEVEL_COLOURS[level], transform=axes[0][0].transAxes, va="top")
        told = ("mentions per 10,000 words; hollow: fewer than ten reports", "每万词次数；空心点为不足十份报告")
        fig.supxlabel(bilingual(*told), fontsize=9)
    return fig
