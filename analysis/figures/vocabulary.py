"""Figures of words: each function draws one table and nothing else, as in `analysis.figures`."""

import math

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from wordcloud import WordCloud

from ..texts.labels import bilingual, contrast_name, text_name
from .style import GRID, MUTED, PAPER, TERM_COLOUR, TEXT_MARKERS, font_path, style_sheet, two_lines

CLOUD_SEED = 20240102  # the first working day that one of the texts opens
_CLOUD_TERMS = 80
_LISTED_TERMS = 15


def term_frequencies(rates: pd.DataFrame) -> Figure:
    """Draw how often terms stand in each text, a panel a text on one scale.

    Parameters
    ----------
    rates
        As from `compared_rates`: columns `term`, `gloss`, `label`, `words`, `frequency` and `per_10k`.
    """
    with plt.style.context(style_sheet()):
        terms = list(rates["term"].drop_duplicates())
        glosses = rates.drop_duplicates("term").set_index("term")["gloss"]
        texts = list(rates["label"].drop_duplicates())
        fig, axes = plt.subplots(1, len(texts), sharex=True, sharey=True, figsize=(10.5, 0.27 * len(terms) + 1.1))
        for ax, label in zip(axes, texts, strict=True):
            own = rates[rates["label"] == label].set_index("term").loc[terms]
            ax.barh(range(len(terms)), own["per_10k"], color=TERM_COLOUR, height=0.68)
            n = f"n = {own['words'].iloc[0]:,}"
            ax.set_title(two_lines(text_name(label), bilingual(f"{n} words", f"{n}词")), fontsize=9)
            ax.xaxis.set_major_locator(MaxNLocator(3, integer=True))
        axes[0].set_yticks(range(len(terms)), [bilingual(f"{term}  {glosses[term]}", term) for term in terms])
        axes[0].invert_yaxis()
        fig.supxlabel(bilingual("mentions per 10,000 words", "每万词次数"), fontsize=9)
    return fig


def word_cloud(frequencies: pd.DataFrame, of: str) -> Figure:
    """Draw the most frequent words of one text as a cloud, with their ranked list beside it.

    Parameters
    ----------
    frequencies
        As from `term_frequencies`.
    of
        Id of the text.
    """
    own = frequencies[frequencies["doc_id"] == of].head(_CLOUD_TERMS)
    with plt.style.context(style_sheet()):
        fig, (left, right) = plt.subplots(1, 2, figsize=(9, 4.4), width_ratios=(2.1, 1))
        cloud = WordCloud(
            font_path=str(font_path()),
            random_state=CLOUD_SEED,
            width=480,
            height=336,
            scale=3,  # words are placed on the small canvas and drawn on the large one: a ninth of the time
            background_color=PAPER,
            prefer_horizontal=1.0,
            relative_scaling=0.6,
            color_func=lambda *_, **__: TERM_COLOUR,
        ).generate_from_frequencies(dict(zip(own["token"], own["frequency"], strict=True)))
        left.imshow(cloud.to_array(), interpolation="bilinear")
        left.set_axis_off()
        listed = own.head(_LISTED_TERMS)
        places = range(len(listed))
        right.barh(places, listed["frequency"], color=TERM_COLOUR, height=0.66)
        right.set_yticks(places, listed["token"])
        right.invert_yaxis()
        right.bar_label(right.containers[0], padding=3, fontsize=8)
        right.margins(x=0.14)
        n = f"n = {own['words'].iloc[0]:,}"
        right.set_xlabel(bilingual(f"mentions, {n} words", f"次数，{n}词"))
        right.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    return fig


_MORE, _LESS = TERM_COLOUR, "#B8A07E"  # commoner in the text, commoner in the reports
_CUTTER_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#5b636b")  # Okabe and Ito; each has a marker of its own as well

_CUTTERS_ZH = {
    "jieba plain": "jieba 原样",
    "with lexicon": "加词表",
    "without HMM": "不用隐马尔可夫模型",
    "exact substring": "逐字查找",
}


def rate_intervals(intervals: pd.DataFrame) -> Figure:
    """Draw the rate of each term in each text with its bootstrap interval, a panel a term on one scale.

    Parameters
    ----------
    intervals
        As from `term_intervals`.
    """
    terms = list(intervals["token"].drop_duplicates())
    columns = 3
    rows = math.ceil(len(terms) / columns)
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(
            rows, columns, sharex=True, sharey=True, figsize=(8.6, 1.9 * rows + 0.5), squeeze=False
        )
        for ax, term in zip(axes.flat, terms, strict=False):
            own = intervals[intervals["token"] == term].reset_index(drop=True)
            ax.hlines(own.index, own["low"], own["high"], color=TERM_COLOUR, linewidth=1.6)
            ax.plot(own["per_10k"], own.index, "o", color=TERM_COLOUR, markersize=5)
            ax.set_title(f"{term} (n = {own['frequency'].sum()})", fontsize=9)
            ax.set_yticks(
                own.index, [_sentences(label, n) for label, n in zip(own["label"], own["sentences"], strict=True)]
            )
        for ax in axes.flat[len(terms) :]:
            ax.set_axis_off()
        axes[0][0].set_xlim(0, 1.03 * float(intervals["high"].to_numpy(dtype=float, na_value=0).max()))
        axes[0][0].invert_yaxis()
        fig.supxlabel(bilingual("mentions per 10,000 words", "每万词次数"), fontsize=9)
    return fig


def cutter_sensitivity(counts: pd.DataFrame) -> Figure:
    """Draw how often each term is counted under each cutter, a row a term.

    Parameters
    ----------
    counts
        As from `counts_by_cutter`.
    """
    terms = list(counts["term"].drop_duplicates())
    wide = counts.pivot_table(index="term", columns="cutter", values="frequency", sort=False).loc[terms]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 0.26 * len(terms) + 1.2))
        places = range(len(terms))
        ax.hlines(places, wide.min(axis=1), wide.max(axis=1), color=GRID, linewidth=3)
        shifts = (-0.18, 0.0, 0.18, 0.0)  # equal counts stay visible
        for cutter, marker, colour, shift in zip(wide.columns, TEXT_MARKERS, _CUTTER_COLOURS, shifts, strict=False):
            total = int(wide[cutter].sum())
            heights = [place + shift for place in places]
            ax.plot(
                wide[cutter],
                heights,
                marker,
                color=colour,
                markersize=4.5,
                label=bilingual(f"{cutter} ({total:,})", f"{_CUTTERS_ZH.get(str(cutter), cutter)}（{total:,}）"),
            )
        ax.set_yticks(places, terms)
        ax.invert_yaxis()
        ax.set_xlim(left=0)
        n = counts["texts"].iloc[0]
        ax.set_xlabel(bilingual(f"mentions in all texts (n = {n} texts)", f"全部文本中的次数（n = {n} 个文本）"))
        ax.legend(loc="lower right")
    return fig


def keywords(table: pd.DataFrame) -> Figure:
    """Draw the keywords of each contrast by log ratio, a panel a contrast, with both raw counts.

    Parameters
    ----------
    table
        As from `leading_keywords`.
    """
    contrasts = list(table["contrast"].drop_duplicates())
    columns = 2
    rows = math.ceil(len(contrasts) / columns)
    most = int(table.groupby("contrast").size().max())
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(rows, columns, sharex=True, figsize=(9, rows * (0.24 * most + 0.7)), squeeze=False)
        for ax, contrast in zip(axes.flat, contrasts, strict=False):
            own = table[table["contrast"] == contrast]
            places = range(len(own))
            bars = ax.barh(places, own["log_ratio"], color=TERM_COLOUR, height=0.66)
            sizes = f"n = {own['words'].iloc[0]:,} : {own['reference_words'].iloc[0]:,}"
            ax.set_title(f"{contrast_name(contrast)}\n{bilingual(f'{sizes} words', f'{sizes}词')}", fontsize=8.5)
            ax.set_yticks(places, own["token"])
            ax.set_ylim(most - 0.4, -0.6)
            counts = zip(own["frequency"], own["reference_frequency"], own["g2"], strict=True)
            ax.bar_label(bars, [f"{a}:{b}, G² {g2:.0f}" for a, b, g2 in counts], padding=3, fontsize=7.5)
        for ax in axes.flat[len(contrasts) :]:
            ax.set_axis_off()
        axes[0][0].set_xlim(0, table["log_ratio"].max() * 1.35)
        fig.supxlabel(
            bilingual(
                "log ratio (one point is a doubling); labels: mentions in target : reference",
                "对数比（每增一即翻倍）；标注为目标文本：参照文本的次数",
            ),
            fontsize=9,
        )
    return fig


def reference_keywords(table: pd.DataFrame) -> Figure:
    """Draw the words that a text uses more, and less, than the reports of its year, a panel a text.

    Parameters
    ----------
    table
        As from `leading_reference_keywords`.
    """
    texts = list(table["label"].drop_duplicates())
    rows = math.ceil(len(texts) / 2)
    most = int(table.groupby("label").size().max())
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(rows, 2, sharex=True, figsize=(9, rows * (0.24 * most + 0.7)), squeeze=False)
        for ax, label in zip(axes.flat, texts, strict=False):
            own = table[table["label"] == label]
            colours = [_MORE if value > 0 else _LESS for value in own["log_ratio"]]
            bars = ax.barh(range(len(own)), own["log_ratio"], color=colours, height=0.66)
            first = own.iloc[0]
            sizes = f"n = {first['words']:,} : {first['reference_words']:,}"
            reports = bilingual(f"{sizes} words, {first['reports']} reports", f"{sizes}词，报告{first['reports']}份")
            ax.set_title(f"{text_name(label)}\n{reports}", fontsize=8.5)
            ax.set_yticks(range(len(own)), own["token"])
            ax.set_ylim(most - 0.4, -0.6)
            ax.axvline(0, color=MUTED, linewidth=0.8)
            counts = zip(own["frequency"], own["reference_frequency"], own["g2"], strict=True)
            ax.bar_label(bars, [f"{a}:{b:,}, G² {abs(g2):.0f}" for a, b, g2 in counts], padding=3, fontsize=7)
        for ax in axes.flat[len(texts) :]:
            ax.set_axis_off()
        axes[0][0].set_xlim(table["log_ratio"].min() - 8, table["log_ratio"].max() + 7)  # room for the labels
        fig.supxlabel(
            bilingual(
                "log ratio (one point is a doubling); labels: mentions in text : reports",
                "对数比（每增一即翻倍）；标注为文本：报告中的次数",
            ),
            fontsize=9,
        )
    return fig


def zipf(ranks: pd.DataFrame) -> Figure:
    """Draw the frequency of every word of each text by its rank, both axes logarithmic.

    Parameters
    ----------
    ranks
        As from `word_ranks`.
    """
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(6.2, 4.2))
        for place, (label, own) in enumerate(ranks.groupby("label", sort=False)):
            shown = own.drop_duplicates("frequency", keep="last")  # the end of each step of equal frequencies
            colour = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#5b636b")[place % 5]
            ax.plot(
                shown["rank"],
                shown["per_10k"],
                marker=TEXT_MARKERS[place % 5],
                color=colour,
                markersize=3.5,
                linewidth=1,
                label=_words(label, int(own["words"].iloc[0])),
            )
        ax.set_xscale("log")
        ax.set_yscale("log")
        ax.grid(axis="y", visible=True)
        ax.set_xlabel(bilingual("rank", "位次"))
        ax.set_ylabel(bilingual("mentions per 10,000 words", "每万词次数"))
        ax.legend(loc="upper right")
    return fig


def diversity(table: pd.DataFrame) -> Figure:
    """Draw lexical diversity and the lengths of sentences and clauses, a panel a measure, a bar a text.

    Parameters
    ----------
    table
        As from `lexical_diversity`.
    """
    measures = {
        "mtld": bilingual("MTLD (words)", "MTLD（词）"),
        "hdd": "HD-D",
        "words_per_sentence": bilingual("words a sentence", "每句词数"),
        "words_per_clause": bilingual("words a clause", "每小句词数"),
    }
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, len(measures), sharey=True, figsize=(9.4, 0.42 * len(table) + 1.0))
        for ax, (name, title) in zip(axes, measures.items(), strict=True):
            bars = ax.barh(range(len(table)), table[name], color=TERM_COLOUR, height=0.62)
            ax.bar_label(bars, fmt="%.2f" if name == "hdd" else "%.1f", padding=3, fontsize=8)
            ax.set_title(title, fontsize=9)
            ax.margins(x=0.25)
            ax.xaxis.set_major_locator(MaxNLocator(3))
        sizes = zip(table["label"], table["words"], table["sentences"], strict=True)
        axes[0].set_yticks(
            range(len(table)),
            [
                f"{text_name(label)}\n{bilingual(f'n = {words:,} words, {n} sentences', f'n = {words:,}词，{n}句')}"
                for label, words, n in sizes
            ],
        )
        axes[0].invert_yaxis()
    return fig


def _sentences(label: str, number: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}, {number} sentences", f"{name}，{number}句")


def _words(label: object, number: int) -> str:
    name = text_name(label)
    return bilingual(f"{name} (n = {number:,} words)", f"{name}（n = {number:,}词）")
