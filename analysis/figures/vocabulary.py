"""Figures of words: each function draws one table and nothing else, as in `analysis.figures`."""

import math
from collections.abc import Hashable
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator, NullFormatter
from wordcloud import WordCloud

from ..texts.labels import bilingual, contrast_name, text_name
from ..vocabulary.glossary import term_glosses
from .style import GRID, INK, PAPER, TERM_COLOUR, TEXT_MARKERS, font_path, style_sheet, two_lines

CLOUD_SEED = 20240102  # the first working day that one of the texts opens
_CLOUD_TERMS = 80
_LISTED_TERMS = 15
_TABLE_SHADES = LinearSegmentedColormap.from_list("rates", [PAPER, TERM_COLOUR])
_DARKEST = 0.6  # of the way to the dark end: ink can be read on it


def term_frequencies(rates: pd.DataFrame) -> Figure:
    """Draw how often terms stand in each text as a table of rates, darker the higher; the highest of a row is framed.

    Parameters
    ----------
    rates
        As from `compared_rates`: columns `term`, `gloss`, `label`, `words`, `frequency` and `per_10k`.
    """
    wide = rates.pivot_table(index="term", columns="label", values="per_10k", sort=False)
    glosses = rates.drop_duplicates("term").set_index("term")["gloss"]
    words = rates.drop_duplicates("label").set_index("label")["words"]
    deepest = float(wide.to_numpy().max())
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(8.6, 0.27 * len(wide) + 1.1))
        for row, (_, own) in enumerate(wide.iterrows()):
            for column, rate in enumerate(own):
                colour = _TABLE_SHADES(_DARKEST * rate / deepest)
                cell = Rectangle((column + 0.02, row + 0.04), 0.96, 0.92, facecolor=colour)
                if rate == own.max():
                    cell.set(edgecolor=INK, linewidth=1.2, zorder=3)
                ax.add_patch(cell)
                said = f"{rate:.0f}" if rate else "–"
                ax.text(column + 0.5, row + 0.52, said, ha="center", va="center", fontsize=9, zorder=4)
        ax.set_xlim(0, wide.shape[1])
        ax.set_ylim(len(wide), 0)
        names = [bilingual(f"{term}  {glosses[term]}", str(term)) for term in wide.index]
        ax.set_yticks([row + 0.52 for row in range(len(wide))], names)
        n = [bilingual(f"n = {count:,} words", f"n = {count:,}词") for count in words.loc[wide.columns]]
        heads = [two_lines(text_name(label), size) for label, size in zip(wide.columns, n, strict=True)]
        ax.set_xticks([column + 0.5 for column in range(wide.shape[1])], heads)
        ax.tick_params(length=0, labeltop=True, labelbottom=False)
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
        ax.set_xlabel(
            bilingual("mentions per 10,000 words; framed: the highest of a row", "每万词次数；框出者为该行最高")
        )
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
        right.set_yticks(places, [_named(token) for token in listed["token"]])
        right.invert_yaxis()
        right.bar_label(right.containers[0], padding=3, fontsize=8.5)
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
            ax.set_title(f"{_named(term)} (n = {own['frequency'].sum()})", fontsize=9)
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
        ax.set_yticks(places, [_named(term) for term in terms])
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
        fig, axes = plt.subplots(rows, columns, sharex=True, figsize=(10, rows * (0.24 * most + 0.7)), squeeze=False)
        for ax, contrast in zip(axes.flat, contrasts, strict=False):
            own = table[table["contrast"] == contrast].sort_values("log_ratio", ascending=False, kind="stable")
            places = range(len(own))
            bars = ax.barh(places, own["log_ratio"], color=TERM_COLOUR, height=0.66)
            sizes = f"n = {own['words'].iloc[0]:,} : {own['reference_words'].iloc[0]:,}"
            ax.set_title(f"{contrast_name(contrast)}\n{bilingual(f'{sizes} words', f'{sizes}词')}", fontsize=8.5)
            ax.set_yticks(places, [_named(token) for token in own["token"]])
            ax.set_ylim(most - 0.4, -0.6)
            counts = zip(own["frequency"], own["reference_frequency"], strict=True)
            ax.bar_label(bars, [bilingual(f"{a} vs {b}", f"{a} 比 {b}") for a, b in counts], padding=3, fontsize=8.5)
        for ax in axes.flat[len(contrasts) :]:
            ax.set_axis_off()
        axes[0][0].set_xlim(0, table["log_ratio"].max() * 1.35)
        fig.supxlabel(
            bilingual(
                "log ratio (one point is a doubling); labels: mentions in the text vs in those it is compared with",
                "对数比（每增一即翻倍）；标注为本文本与对照文本的次数",
            ),
            fontsize=9,
        )
    return fig


def reference_keywords(table: pd.DataFrame) -> Figure:
    """Draw the words that a text uses more than the reports of its year, a panel a text, and last those it uses less.

    Parameters
    ----------
    table
        As from `leading_reference_keywords`.
    """
    more, less = table[table["log_ratio"] > 0], table[table["log_ratio"] < 0]
    texts = list(more["label"].drop_duplicates())
    panels = [(_beside_name(own), own, False) for own in (more[more["label"] == label] for label in texts)]
    if len(less):
        panels.append((bilingual("avoided: log ratio below zero", "少用的词：对数比为负"), less, True))
    rows, most = math.ceil(len(panels) / 2), max(len(own) for _, own, _ in panels)
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(rows, 2, figsize=(10, rows * (0.24 * most + 0.75)), squeeze=False)
        for ax, (title, rows_of, avoided) in zip(axes.flat, panels, strict=False):
            own = rows_of.sort_values("log_ratio", ascending=avoided, kind="stable")
            colour, lengths = (_LESS, -own["log_ratio"]) if avoided else (_MORE, own["log_ratio"])
            bars = ax.barh(range(len(own)), lengths, color=colour, height=0.66)
            counts = zip(own["frequency"], own["reference_frequency"], strict=True)
            ax.bar_label(
                bars, [bilingual(f"{a} vs {b:,}", f"{a} 比 {b:,}") for a, b in counts], padding=3, fontsize=8.5
            )
            ax.set_yticks(range(len(own)), [_glossed(row, of_text=avoided) for row in own.to_dict("records")])
            ax.set_ylim(most - 0.4, -0.6)
            ax.set_xlim(0, 1.22 * float(table["log_ratio"].abs().max()))
            ax.set_title(title, fontsize=9)
        for ax in axes.flat[len(panels) :]:
            ax.set_axis_off()
        fig.supxlabel(
            bilingual(
                "log ratio (one point is a doubling); labels: mentions in the text vs in the reports",
                "对数比（每增一即翻倍）；标注为文本与报告中的次数",
            ),
            fontsize=9,
        )
    return fig


def _beside_name(own: pd.DataFrame) -> str:
    """Return the title of the panel of a text: its name, its words, and how many reports it is compared with."""
    first = own.iloc[0]
    n = f"n = {first['words']:,}"
    sizes = bilingual(f"{n} words, {first['reports']} reports", f"{n}词，报告{first['reports']}份")
    return f"{text_name(first['label'])}{bilingual(' (', '（')}{sizes}{bilingual(')', '）')}"


def _glossed(row: dict[Hashable, Any], *, of_text: bool) -> str:
    """Return a keyword with its English gloss, and if asked the text that it is of."""
    name = text_name(row["label"])
    shown = bilingual(f"{row['token']}  {row['gloss'].partition(';')[0]}", str(row["token"]))
    return shown + bilingual(f" ({name})", f"（{name}）") if of_text else shown


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
        for axis in (ax.xaxis, ax.yaxis):  # powers of ten would be written as a formula
            axis.set_major_formatter("{x:,g}")
            axis.set_minor_formatter(NullFormatter())
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


def _named(term: object) -> str:
    """Return a word with its English gloss, if the glossary has one, in the language that is drawn."""
    word = str(term)
    gloss = term_glosses().get(word, "").partition(";")[0]
    return bilingual(f"{word}  {gloss}".rstrip(), word)


def _sentences(label: str, number: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}, {number} sentences", f"{name}，{number}句")


def _words(label: object, number: int) -> str:
    name = text_name(label)
    return bilingual(f"{name} (n = {number:,} words)", f"{name}（n = {number:,}词）")
