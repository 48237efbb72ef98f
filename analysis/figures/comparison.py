"""Figures that set texts side by side, and their slogans beside those of reports.

Each function draws one table and nothing else, as in `analysis.figures`.
"""

import math
from collections.abc import Hashable
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, NullLocator, PercentFormatter

from ..extraction.profiles import DIMENSIONS
from ..extraction.standings import FEW_REPORTS
from ..texts.labels import bilingual, label_with, text_name
from .bars import without_values
from .marks import (
    APART,
    LineLabel,
    glossed_line,
    glossed_word,
    label_above,
    mark_bar,
    write_at,
    write_words,
)
from .style import (
    CONTEXT,
    FOCUS,
    GRID,
    INK,
    MUTED,
    ORIGIN_COLOURS,
    PAPER,
    SERIES_MARKERS,
    SMALLEST,
    STANDING_COLOURS,
    STANDING_NAMES,
    TERM_COLOUR,
    ink_on,
    is_narrow,
    page_size,
    panel_columns,
    style_sheet,
    two_lines,
)

_ORIGIN_HEADS = {
    "nation": ("State\nCouncil", "国务院"),
    "province": ("own\nprovince", "本省"),
    "prefecture": ("own\nprefecture", "本市"),
    "elsewhere": ("only\nother places", "仅外地"),
    "later": ("only\nlater", "仅见于\n其后报告"),
}
_NOT_COMPARED = ("not compared with the reports", "未与报告比对")
_NO_REPORT = ("no report of the own prefecture", "没有本市报告可比")
_LEAST_PRINTED = {False: 0.03, True: 0.036}  # of a text, on a phone: the share of a shorter part does not fit into it


def shared_formulas(shares: pd.DataFrame) -> Figure:
    """Draw how much of each text was in which work reports, a bar a text below one of all; the rest is at the right.

    Parameters
    ----------
    shares
        As from `origin_shares`; a text that was not compared has its row, which says so.
    """
    sizes = shares.drop_duplicates("label").set_index("label")["of"]
    wide = shares.pivot(index="label", columns="origin", values="share").reindex(sizes.index)
    every = bilingual("all texts", "各篇合计")
    pooled = (shares["share"] * shares["of"]).groupby(shares["origin"]).sum() / sizes.sum()
    wide = pd.concat([pooled.to_frame(every).T, wide.sort_values("nowhere", kind="stable")])
    sizes[every] = sizes.sum()
    with plt.style.context(style_sheet() | {"axes.grid.axis": "x"}):
        fig, ax = plt.subplots(figsize=page_size(0.42 * len(wide) + 0.9))
        reached, labels = pd.Series(0.0, wide.index), []
        for origin, name in _ORIGIN_HEADS.items():
            width, colour = wide[origin].fillna(0), ORIGIN_COLOURS[origin]
            bars = ax.barh(range(len(wide)), width, left=reached, color=colour, height=0.62, edgecolor="none")
            texts = [f"{share:.0%}" if share >= _LEAST_PRINTED[is_narrow()] else "" for share in width]
            ax.bar_label(bars, texts, label_type="center", color=ink_on(colour))
            labels.append(LineLabel(bilingual(*name), (float(reached.iloc[0] + width.iloc[0] / 2), -0.31), INK))
            reached = reached + width
        beside: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "color": INK}
        for place, (share, of_prefecture) in enumerate(zip(wide["nowhere"], wide["prefecture"], strict=True)):
            if pd.isna(share):
                write_at(ax, bilingual(*_NOT_COMPARED), (0, place), (4, 0), color=MUTED)
            else:
                if pd.isna(of_prefecture):  # said above the bar, where its part would be
                    at = (float(wide.loc[wide.index[place], ["nation", "province"]].sum()), place - 0.31)
                    write_at(ax, bilingual(*_NO_REPORT), at, (0, 1), color=MUTED, fontsize=SMALLEST, va="bottom")
                ax.annotate(f"{share:.0%}", (1, place), (34, 0), va="center", ha="right", **beside)
        head = bilingual("no\nreport", "未见于\n报告")
        ax.annotate(head, (1, -0.31), (34, 2), va="bottom", ha="right", fontsize=SMALLEST, linespacing=1, **beside)
        known = wide["nowhere"].notna()
        names = [_sized(label, int(sizes[label])) if known[label] else text_name(label) for label in wide.index]
        ax.set_yticks(range(len(wide)), names, color=INK)
        ax.set(xlim=(0, 0.05 * (int(reached.max() / 0.05) + 1)), ylim=(len(wide) - 0.5, -0.5))
        ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        label_above(ax, *labels)
    return fig


def profile(rates: pd.DataFrame, of: str) -> Figure:
    """Draw the profile of one text: each dimension as a share of the highest rate among the texts, the others in grey.

    Dimensions in which it leads are first, and have their numbers in ink.

    Parameters
    ----------
    rates
        As from `text_profiles`.
    of
        Id of the text.
    """
    own = rates[rates["doc_id"] == of].sort_values("of_highest", ascending=False, kind="stable").set_index("dimension")
    order = list(own.index)
    others = rates[(rates["doc_id"] != of) & rates["dimension"].isin(order)]
    with plt.style.context(style_sheet() | {"axes.grid.axis": "x"}):
        fig, ax = plt.subplots(figsize=page_size(0.25 * len(order) + 0.5))
        places = range(len(order))
        ax.hlines(places, 0, own["of_highest"], color=FOCUS, linewidth=1.4)
        heights = [order.index(name) for name in others["dimension"]]
        ax.plot(others["of_highest"], heights, "o", color=CONTEXT, markersize=4.5, clip_on=False, zorder=2)
        inside = [PAPER if n < FEW_REPORTS else FOCUS for n in own["mentions"]]
        ax.scatter(own["of_highest"], places, s=50, c=inside, edgecolors=FOCUS, linewidths=1.3, clip_on=False, zorder=3)
        for place, row in zip(places, own.to_dict("records"), strict=True):
            said = f"{row['per_1000']:.1f}  ({row['mentions']})"
            leads = row["of_highest"] == 1
            beside: dict[str, Any] = {"textcoords": "offset points", "va": "center", "color": FOCUS if leads else MUTED}
            ax.annotate(said, (1, place), (10, 0), xycoords=("axes fraction", "data"), **beside)
        ax.set_yticks(places, [bilingual(*DIMENSIONS[name]) for name in order], color=INK)
        ax.tick_params(axis="y", pad=8)  # clear of a dot at zero
        ax.set(xlim=(0, 1), ylim=(len(order) - 0.5, -0.5))
        ax.set_xticks([0, 0.5, 1], ["0", "½", bilingual("highest", "最高")])
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
        said = label_with(row["label"], f"{title}" + bilingual(f" ({row['mentions']})", f"（{row['mentions']}）"))
        mark_bar(artist, said, register, doc_id=row["doc_id"], **only)


def text_tree(joins: pd.DataFrame) -> Figure:
    """Draw the tree of the texts (dendrogram) in the order of its joins, with the support and distance of each.

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
        fig, ax = plt.subplots(figsize=page_size(0.45 * len(order) + 0.2))
        for step, join in enumerate(rows, start=1):
            sides = [places[frozenset(join[part])] for part in ("part", "other_part")]
            for start, place in sides:
                ax.hlines(place, start, step, color=TERM_COLOUR, linewidth=1.6)
            low, high = sorted(place for _, place in sides)
            ax.vlines(step, low, high, color=TERM_COLOUR, linewidth=1.6)
            here = (float(step), (low + high) / 2)
            places[frozenset(join["texts"])] = here
            last = step == len(rows)  # it unites all texts and is always there
            at: dict[str, Any] = {"textcoords": "offset points", "ha": "left"}
            ax.annotate(f"{join['support']:.0%}", here, (4, 2), va="bottom", color=MUTED if last else FOCUS, **at)
            ax.annotate(f"{join['height']:.2f}", here, (4, -3), va="top", color=MUTED, fontsize=SMALLEST, **at)
        ax.set_yticks(range(len(order)), [text_name(label) for label in order], color=INK)
        ax.set(xlim=(0, len(rows) + 0.5), ylim=(len(order) - 0.6, -0.4), xticks=[])
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
    return fig


def _sized(label: str, characters: int) -> str:
    n = f"n = {characters:,}"
    if is_narrow():
        return f"{text_name(label)}\n{n}"
    return f"{text_name(label)}\n{bilingual(f'{n} characters', f'{n}字')}"


def zipf(ranks: pd.DataFrame) -> Figure:
    """Draw the frequency of every word by its rank on logarithmic axes, a panel a text, the others behind it in grey.

    Parameters
    ----------
    ranks
        As from `word_ranks`.
    """
    steps = ranks.drop_duplicates(["label", "frequency"], keep="last")  # the end of each step of equal frequencies
    texts = list(steps["label"].drop_duplicates())
    columns = panel_columns(len(texts))
    rows = math.ceil(len(texts) / columns)
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(
            rows, columns, sharex=True, sharey=True, squeeze=False, figsize=page_size(2.3, 1.75 * rows)
        )
        for ax, label in zip(axes.flat, texts, strict=False):
            for other, own in steps.groupby("label", sort=False):
                mine = other == label
                how = {"color": FOCUS, "linewidth": 1.8, "zorder": 3} if mine else {"color": CONTEXT, "linewidth": 0.7}
                ax.plot(own["rank"], own["per_10k"], **how)
            ax.set_title(_words(label, int(ranks.loc[ranks["label"] == label, "words"].iloc[0])), fontsize=9.5)
        axes[0][0].set(xscale="log", yscale="log")
        for axis in (axes[0][0].xaxis, axes[0][0].yaxis):
            axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
            axis.set_minor_locator(NullLocator())
        for ax in axes.flat[len(texts) :]:
            ax.set_axis_off()
        fig.supxlabel(bilingual("rank of the word", "位次"), fontsize=9.5, color=MUTED)
    return fig


def _words(label: object, number: int) -> str:
    name = text_name(label)
    return bilingual(f"{name}\nn = {number:,} words", f"{name}\nn = {number:,}词")


def slogan_spread(counts: pd.DataFrame) -> Figure:
    """Draw how many slogans of each text stand in work reports too, as from `spread_standings`."""
    table = counts.pivot_table(index="label", columns="standing", values="slogans", aggfunc="sum", sort=False)
    totals = table.sum(axis=1).sort_values(ascending=False, kind="stable")
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(0.42 * len(totals) + 0.75))
        left = pd.Series(0, index=totals.index)
        for standing in reversed(STANDING_COLOURS):  # the widest first: its parts begin at one edge
            own, colour = table[standing].reindex(totals.index), STANDING_COLOURS[standing]
            bars = ax.barh(range(len(own)), own, left=left, color=colour, edgecolor=PAPER, linewidth=0.8, height=0.72)
            ax.bar_label(bars, [str(n) if n else "" for n in own], label_type="center", color=ink_on(colour))
            _name_standing(ax, standing, (float(left.iloc[0]), float(own.iloc[0])), int(own.sum()))
            left += own
        ax.set_yticks(range(len(totals)), [two_lines(text_name(text), f"n = {n}") for text, n in totals.items()])
        ax.set(xlim=(0, totals.max()), ylim=(len(totals) - 0.5, -1.35))
        ax.spines["bottom"].set_visible(False)
        ax.set_xticks([])
        ax.grid(visible=False)
    return fig


def _name_standing(ax: Axes, standing: str, part: tuple[float, float], of_all: int) -> None:
    """Write what a part of the longest bar is above it: the large parts at their edge, others higher, with a line.

    `part` is where it begins and how long it is, `of_all` how many slogans all texts have of it.
    """
    (left, length), (english, chinese) = part, STANDING_NAMES[standing]
    said, colour = (
        bilingual(f"{english} ({of_all})", f"{chinese}（{of_all}）"),
        INK if standing == "several provinces" else MUTED,
    )
    if standing in {"several provinces", "not found"}:
        ax.text(left, -0.46, said, va="bottom", color=colour)
        return
    middle = left + length / 2
    ax.plot([middle, middle], [-0.4, -0.84], color=MUTED, linewidth=0.8)
    ax.text(middle, -0.94, said, va="bottom", ha="right" if standing == "one province" else "left", color=colour)


_TERM_ROW = 0.205  # inches of a row of terms
_LONGEST_LINE = 24  # signs of a word with its gloss, above half a phone
_CUTTERS_ZH = {
    "jieba plain": "jieba 原样",
    "with lexicon": "加词表",
    "without HMM": "不用隐马尔可夫模型",
    "exact substring": "原文字符串检索",
}


def rate_intervals(intervals: pd.DataFrame) -> Figure:
    """Draw the rate of each term in each text with its bootstrap interval, a panel a term on one scale.

    Parameters
    ----------
    intervals
        As from `term_intervals`.
    """
    terms = list(intervals["token"].drop_duplicates())
    columns = 2 if is_narrow() else 3
    rows = math.ceil(len(terms) / columns)
    with plt.style.context(style_sheet() | {"axes.grid.axis": "x"}):
        fig, axes = plt.subplots(
            rows, columns, sharex=True, sharey=True, figsize=page_size(1.5 * rows + 0.2), squeeze=False
        )
        for ax, term in zip(axes.flat, terms, strict=False):
            own = intervals[intervals["token"] == term].reset_index(drop=True)
            ax.hlines(own.index, own["low"], own["high"], color=TERM_COLOUR, linewidth=1.6)
            few = own["frequency"] < FEW_REPORTS
            inside = [PAPER if small else TERM_COLOUR for small in few]
            ax.scatter(own["per_10k"], own.index, s=26, c=inside, edgecolors=TERM_COLOUR, zorder=3)
            n = f"n = {own['frequency'].sum()}"
            said = (
                f"{_broken(glossed_line(term))}\n{n}"
                if is_narrow()
                else bilingual(f"{glossed_line(term)}, {n}", f"{glossed_line(term)}，{n}")
            )
            ax.set_title(said, fontsize=9.5)
            ax.set_yticks(own.index, [text_name(label) for label in own["label"]])
            ax.tick_params(axis="y", labelcolor=INK)
        for ax in axes.flat[len(terms) :]:
            ax.set_axis_off()
        axes[0][0].set(xlim=(0, 1.03 * _most(intervals["high"])), ylim=(len(own) - 0.5, -0.5))
        axes[0][0].xaxis.set_major_locator(MaxNLocator(3 if is_narrow() else 4, integer=True))
    return fig


def _broken(line: str) -> str:
    """Return a word and its gloss in two lines where a panel of a phone has no room for them in one."""
    return line if len(line) <= _LONGEST_LINE else line.replace(" ", "\n", 1)


def _most(values: pd.Series) -> float:
    return float(values.to_numpy(dtype=float, na_value=0).max())


def cutter_sensitivity(counts: pd.DataFrame) -> Figure:
    """Draw how often each term is counted under each cutter, a row a term; cutters that always agree share a mark.

    Parameters
    ----------
    counts
        As from `counts_by_cutter`.
    """
    wide = counts.pivot_table(index="term", columns="cutter", values="frequency", sort=False)
    spread = wide.max(axis=1) - wide.min(axis=1)
    wide = wide.loc[spread.sort_values(ascending=False, kind="stable").index]
    alike: dict[tuple[float, ...], list[str]] = {}
    for cutter in wide.columns:
        alike.setdefault(tuple(wide[cutter]), []).append(str(cutter))
    with plt.style.context(style_sheet() | {"axes.grid.axis": "x"}):
        fig, ax = plt.subplots(figsize=page_size(_TERM_ROW * len(wide) + 1.1, _TERM_ROW * len(wide) + 1.4))
        places = range(len(wide))
        ax.hlines(places, wide.min(axis=1), wide.max(axis=1), color=GRID, linewidth=3)
        labels = []
        for marker, (values, cutters) in zip(SERIES_MARKERS, alike.items(), strict=False):
            apart = [(value, place) for place, value in enumerate(values) if wide.iloc[place].nunique() > 1]
            ax.plot(*zip(*apart, strict=True), marker, color=TERM_COLOUR, mec=PAPER, mew=0.6, markersize=6)
            labels.append(LineLabel(_cutters(cutters), (values[0], -0.35), MUTED))
        same = [(float(own.iloc[0]), place) for place, (_, own) in enumerate(wide.iterrows()) if own.nunique() == 1]
        for value, place in same:
            ax.plot(value, place, "o", color=FOCUS, markersize=6)
            said = bilingual(f"always {value:.0f}", f"均为{value:.0f}")
            ax.annotate(said, (value, place), (APART, 0), textcoords="offset points", va="center", color=FOCUS)
        ax.set(yticks=[], xlim=(0, 1.06 * float(wide.to_numpy().max())), ylim=(len(wide) - 0.4, -0.6))
        write_words([(ax, list(places), [glossed_word(str(term)) for term in wide.index])])
        label_above(ax, *labels)
    return fig


def _cutters(names: list[str]) -> str:
    """Return the name of cutters that share a mark."""
    if names == ["with lexicon", "without HMM"]:
        return bilingual("with lexicon,\nwith or without HMM", "加词表\n（用或不用HMM）")
    return bilingual(" = ".join(names), "、".join(_CUTTERS_ZH.get(name, name) for name in names))
