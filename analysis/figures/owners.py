"""Figures of whose a slogan is: what the five texts and the reports spell out of it, and how often it is mentioned."""

from collections.abc import Hashable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ..closure import VERDICTS
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_bar
from .style import INK, LEVEL_NAMES, MUTED, OWNER_COLOURS, PAPER, PART_NAMES_ZH, VERDICT_COLOURS, style_sheet

_SPEECH = "official speech"
_SIZE = 0.82  # of a square
_BETWEEN = 1.45  # from a text to the next
_SMALL = 8.5  # points: nothing is smaller

# The texts


def closure_by_text(slogans: pd.DataFrame) -> Figure:
    """Draw a square for each slogan of the texts that announces two items or more, as from `owned_slogans`.

    Its own slogans are left, those from above right; the official speech is apart from the press.
    """
    titles = {"own": bilingual("own numbers", "自有口号"), "above": bilingual("from the levels above", "援引上级")}
    texts = slogans.drop_duplicates("doc_id")[["doc_id", "label", "genre"]].to_dict("records")
    texts.sort(key=lambda text: text["genre"] == _SPEECH)
    rows = {text["doc_id"]: place * _BETWEEN for place, text in enumerate(texts)}
    rows |= {text["doc_id"]: rows[text["doc_id"]] + 0.9 for text in texts if text["genre"] == _SPEECH}
    widest = slogans.groupby(["doc_id", "owner"]).size().max()
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, 2, sharey=True, figsize=(7.4, 2.8))
        for ax, (owner, title) in zip(axes, titles.items(), strict=True):
            own = slogans[slogans["owner"] == owner]
            closing = int((own["verdict"] == VERDICTS[0]).sum())
            ax.set_title(
                bilingual(f"{title}: {closing} of n = {len(own)} in full", f"{title}：n = {len(own)}，列全 {closing}")
            )
            for text in texts:
                _squares(ax, own[own["doc_id"] == text["doc_id"]], rows[text["doc_id"]])
            ax.set(xlim=(-0.6, widest + 3.2), ylim=(max(rows.values()) + 0.8, -0.8), xticks=[])
            ax.set_aspect("equal")
            ax.grid(visible=False)
            ax.spines[["left", "bottom"]].set_visible(False)
        names = [_text_of(text) for text in texts]
        axes[0].set_yticks([rows[text["doc_id"]] for text in texts], names)
        fig.legend(handles=_verdict_keys(), loc="outside lower center", ncols=len(VERDICTS))
    return fig


def _text_of(text: Mapping[Hashable, object]) -> str:
    name = text_name(text["label"])
    speech = bilingual("a speech", "讲话")
    return f"{name}\n{speech}" if text["genre"] == _SPEECH else name


def _squares(ax: Axes, slogans: pd.DataFrame, y: float) -> None:
    """Draw the slogans of a text in one row, those that it lists in full first, and say how many these are."""
    ordered = slogans.sort_values("verdict", key=lambda verdicts: verdicts.map(VERDICTS.index), kind="stable")
    for place, row in enumerate(ordered.to_dict("records")):
        square = Rectangle(
            (place - _SIZE / 2, y - _SIZE / 2),
            _SIZE,
            _SIZE,
            facecolor=VERDICT_COLOURS[row["verdict"]],
            edgecolor=VERDICT_COLOURS[VERDICTS[0]],
            linewidth=0.8,
        )
        ax.add_patch(square)
        said = bilingual(f"{row['quote']} (1)", f"{row['quote']}（1）")
        mark_bar(square, label_with(row["label"], said), "tab-closure", doc_id=row["doc_id"], quote=row["quote"])
    if len(ordered):
        closing = int((ordered["verdict"] == VERDICTS[0]).sum())
        count = bilingual(f"{closing} of {len(ordered)}", f"{closing}/{len(ordered)}")
        ax.text(len(ordered) - 0.25, y, count, va="center", fontsize=_SMALL, color=INK)


def _verdict_keys() -> list[Patch]:
    names = dict(zip(VERDICTS, ("all members listed", "some of them", "none"), strict=True))
    edge = VERDICT_COLOURS[VERDICTS[0]]
    return [
        Patch(
            facecolor=VERDICT_COLOURS[verdict],
            edgecolor=edge,
            label=bilingual(names[verdict], PART_NAMES_ZH[verdict]),
        )
        for verdict in VERDICTS
    ]


# The reports

_GROUPS = {
    "names in quotation marks": ("names in quotation marks", "加引号的名称"),
    "lists": ("lists", "列举式"),
    "compressions": ("compressions", "缩略式"),
    "provinces": ("reports of provinces", "省级报告"),
    "prefectures": ("of prefectures", "地级报告"),
    "same provinces": ("of the same provinces each year", "历年同一批省份"),
    "same prefectures": ("of the same prefectures", "历年同一批地市"),
    "2 announced": ("two things announced", "所称两项"),
    "3 announced": ("three", "三项"),
    "4 announced": ("four", "四项"),
    "5 announced": ("five", "五项"),
    "6 or more announced": ("six or more", "六项以上"),
    "mentioned once": ("mentioned once in the report", "全文仅提一次"),
    "owner told by words or documents": ("owner told by words or documents", "归属有词语或文件可据"),
    "the same names": ("names that some own and others cite", "各地或自有或援引的同名"),
    "glossary of the report counted": ("with the report's own glossary", "计入报告名词解释"),
    "all names, marked or not": ("all names, marked or not", "全部名称（含未加引号）"),
}
_APART = {"lists", "provinces", "same provinces", "2 announced", "mentioned once", "glossary of the report counted"}


def closure_by_owner(shares: pd.DataFrame) -> Figure:
    """Draw which share of own and of cited slogans the reports enumerate, by group, as from `enumeration_by_owner`."""
    groups = list(shares["group"].drop_duplicates())
    heights, y = {}, 0.0
    for group in groups:
        y += 1.5 if group in _APART else 1.0
        heights[group] = y
    names = {"own": bilingual("own", "自有"), "cited": bilingual("cited from above", "援引上级")}
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(7.4, 0.245 * y + 0.9))
        for owner, name in names.items():
            rows = shares[shares["owner"] == owner].set_index("group").loc[groups]
            at, colour = [heights[group] for group in groups], OWNER_COLOURS[owner]
            ax.hlines(at, rows["low"], rows["high"], color=colour, linewidth=2)
            ax.scatter(rows["share"], at, s=34, color=colour, zorder=3)
            first = rows.iloc[0]
            ax.text(first["share"], heights[groups[0]] - 0.75, name, color=colour, ha="center", fontsize=9)
        sizes = shares.pivot_table(index="group", columns="owner", values="n")
        for group in groups:
            _beside(ax, heights[group], f"{sizes.loc[group, 'own']:,.0f} / {sizes.loc[group, 'cited']:,.0f}")
        _beside(ax, heights[groups[0]] - 0.75, bilingual("n own / cited", "n 自有 / 援引"))
        ax.set_yticks([heights[group] for group in groups], [bilingual(*_GROUPS[group]) for group in groups])
        ax.set_ylim(y + 0.7, heights[groups[0]] - 1.2)
        ax.set_xlim(left=0)
        ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{100 * value:.0f}%"))
        ax.set_xlabel(
            bilingual(
                "slogans of which all members are listed, with 95% intervals", "列全所称各项的口号比例（95% 区间）"
            )
        )
    return fig


def _beside(ax: Axes, y: float, words: str) -> None:
    ax.text(1.01, y, words, transform=ax.get_yaxis_transform(), va="center", fontsize=_SMALL, color=MUTED)


_OWNERS = {
    "own": ("the place's own", "自有"),
    "centre": ("the centre's", "中央"),
    "above": ("the province's", "省级"),
}
_PANEL_NAMES = {
    "provinces_long": ("the same provinces", "同一批省份"),
    "cities_long": ("the same large cities", "同一批大城市"),
}
_FEW = 10  # reports of a year, under which a mark is hollow


def slogans_by_owner(density: pd.DataFrame) -> Figure:
    """Draw mentions per 10,000 characters by owner and year, as from `density_by_owner`.

    Thick: the same places in every year; thin: all of the level, hollow dots where a year has few reports.
    """
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, 2, figsize=(7.4, 3.9), sharey=True)
        for ax, panel in zip(axes, _PANEL_NAMES, strict=True):
            same = density[density["panel"] == panel]
            every = density[(density["level"] == same["level"].iloc[0]) & (density["panel"] == "all places")]
            for owner in _OWNERS:
                _owner_lines(ax, *(rows[rows["owner"] == owner] for rows in (same, every)))
            n, name = same["n"].max(), bilingual(*_PANEL_NAMES[panel])
            ax.set_title(bilingual(f"{name}, n = {n} a year", f"{name}，每年 n = {n}"))
            level = bilingual(*LEVEL_NAMES[str(same["level"].iloc[0])])
            span = f"n = {every['n'].min()}-{every['n'].max()}"
            ax.set_xlabel(bilingual(f"plan year; thin: all {level}, {span}", f"计划年度；细线为全部{level}，{span}"))
            ax.grid(axis="y", visible=True)
            ax.grid(axis="x", visible=False)
            ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        axes[0].set_ylim(bottom=0)
        axes[0].set_ylabel(bilingual("mentions per 10,000 characters", "每万字次数"))
    return fig


def _owner_lines(ax: Axes, same: pd.DataFrame, every: pd.DataFrame) -> None:
    """Draw one owner: all places thin, the same places thick and named."""
    owner = str(same["owner"].iloc[0])
    colour = OWNER_COLOURS[owner]
    if not same["per_10k"].max() > 1:  # a province has the nation alone above it
        return
    yearly = every.set_index("year")["per_10k"]
    yearly = yearly.reindex(range(yearly.index.min(), yearly.index.max() + 1))  # broken at missing years
    ax.plot(yearly.index, yearly, color=colour, linewidth=0.8, alpha=0.7)
    few = every[every["n"] < _FEW]
    ax.scatter(few["year"], few["per_10k"], s=12, facecolor=PAPER, edgecolor=colour, linewidth=0.8, zorder=3)
    ax.plot(same["year"], same["per_10k"], color=colour, linewidth=2.4)
    place = {"own": (2011, 9), "centre": (2012, -12), "above": (2018, -14)}[owner]
    at = same.loc[same["year"] == place[0], "per_10k"].iloc[0]
    ax.annotate(
        bilingual(*_OWNERS[owner]),
        (place[0], at),
        xytext=(0, place[1]),
        textcoords="offset points",
        color=colour,
        ha="center",
        va="bottom" if place[1] > 0 else "center",
        fontsize=9,
    )
