"""Stacked bars, one a text, by which figures of several fields are drawn; squares; agreement and recall."""

from collections.abc import Hashable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator, MultipleLocator, PercentFormatter

from ..closure import VERDICTS
from ..rhetoric.devices import wilson_interval
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_bar
from .style import (
    INK,
    LAYER_COLOURS,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    OWNER_COLOURS,
    PAPER,
    PART_NAMES_ZH,
    SMALLEST,
    VERDICT_COLOURS,
    is_narrow,
    page_size,
    style_sheet,
    two_lines,
)

_SPEECH = "official speech"
_SIZE = 0.82  # of a square
_BETWEEN = 1.45  # from a text to the next


def agreement(shares: pd.DataFrame) -> Figure:
    """Draw precision, recall and F1 of each layer, and the F1 of two annotators, as from `agreement_shares`."""
    titles = {"slogans": bilingual("slogans", "口号"), "targets": bilingual("statements", "数量表述")}
    measures = ["precision", "recall", "f1"]
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(1, len(titles), sharey=True, sharex=True, figsize=(7.2, 2.3))
        for ax, (layer, title) in zip(axes, titles.items(), strict=True):
            own = shares[shares["layer"] == layer].set_index("measure").loc[measures]
            ax.axvline(own.loc["f1", "ceiling"], color=INK, linewidth=1, linestyle="--")
            ax.scatter(
                own["share"],
                measures,
                s=42,
                color=LAYER_COLOURS["statements" if layer == "targets" else layer],
                zorder=2,
            )
            for measure, share in own["share"].items():
                ax.annotate(
                    f"{share:.2f}",
                    (share, measure),
                    xytext=(-7, 0),
                    textcoords="offset points",
                    ha="right",
                    va="center",
                    fontsize=8,
                )
            n = f"n = {own.loc['recall', 'n']!s}"
            ax.set_title(bilingual(f"{title} ({n} annotated)", f"{title}（标注 {n}）"), fontsize=9)
        axes[0].set_yticks(measures, [bilingual("precision", "精确率"), bilingual("recall", "召回率"), "F1"])
        axes[0].set_ylim(2.5, -0.5)
        axes[0].set_xlim(0.5, 1.01)
        dashed = bilingual("share; dashed: F1 of two annotation passes", "比例；虚线为两遍标注之间的 F1")
        fig.supxlabel(dashed, fontsize=9)
    return fig


def stacked_bars(ax: Axes, counts: pd.DataFrame, drawn: tuple[str, str, dict[str, str]], rows: tuple[str, str]) -> None:
    """Draw one stacked bar a text, with its total in the tick label.

    `drawn` are the columns of part and value, and the colours of the parts; `rows` are the register that holds what is
    counted, and its column of the part.
    """
    part, value, colours = drawn
    register, column = rows
    texts = list(counts["label"].drop_duplicates())
    ids = counts.drop_duplicates("label").set_index("label")["doc_id"]
    left = pd.Series(0, index=texts)
    for name, colour in colours.items():
        own = counts[counts[part] == name].set_index("label")[value].reindex(texts, fill_value=0)
        bars = ax.barh(texts, own, left=left, color=colour, height=0.62, label=_named(name, int(own.sum())))
        for text, artist in zip(texts, bars, strict=True):
            said = label_with(text, _named(name, int(own[text])))
            mark_bar(artist, said, register, doc_id=ids[text], **{column: name})
        shown = [str(count) if count >= 3 else "" for count in own]
        dark = name not in {"round", "ordinal", "ongoing", *VERDICTS[1:]}
        ax.bar_label(bars, shown, label_type="center", fontsize=8, color=PAPER if dark else INK)
        left += own
    ax.set_yticks(range(len(texts)), [two_lines(text_name(text), f"n = {left[text]}") for text in texts])
    ax.invert_yaxis()
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    ax.legend(loc="upper center", bbox_to_anchor=(0.45, 1.16), ncols=len(colours), columnspacing=1.0, handlelength=1.0)


def _named(part: str, mentions: int) -> str:
    name = bilingual(part, PART_NAMES_ZH[part])
    return bilingual(f"{name} ({mentions})", f"{name}（{mentions}）")


_OWNERS = {"own": ("own numbers", "自有口号"), "above": ("cited from above", "援引上级")}
_WIDTH_OF_COUNT = 3.2  # squares


def closure_by_text(slogans: pd.DataFrame) -> Figure:
    """Draw a square for each slogan of the texts that announces two items or more, as from `owned_slogans`.

    Its own slogans are left, those from above right, on a phone below; the official speech is apart from the press.
    """
    texts = slogans.drop_duplicates("doc_id")[["doc_id", "label", "genre"]].to_dict("records")
    texts.sort(key=lambda text: text["genre"] == _SPEECH)
    rows = {text["doc_id"]: place * _BETWEEN + 0.6 * (text["genre"] == _SPEECH) for place, text in enumerate(texts)}
    widest = slogans.groupby(["owner", "doc_id"]).size().groupby("owner").max()
    below = max(rows.values()) + 3.8
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(3.2, 4.5))
        x = y = 0.0
        for owner, title in _OWNERS.items():
            own = slogans[slogans["owner"] == owner]
            _head(ax, (x, y - 1.7), own, bilingual(*title))
            for text in texts:
                _squares(ax, own[own["doc_id"] == text["doc_id"]], (x, y + rows[text["doc_id"]]))
                if not x:
                    ax.text(-0.9, y + rows[text["doc_id"]], _text_of(text), ha="right", va="center", color=INK)
            x, y = (0, below) if is_narrow() else (x + widest[owner] + _WIDTH_OF_COUNT, y)
        end = max(widest) + 2 if is_narrow() else x - 0.5
        depth = below * (2 if is_narrow() else 1)
        _verdict_keys(ax, depth - 2)
        ax.set(xlim=(-0.6, end), ylim=(depth - 1.2, -2.4))
        ax.set_aspect("equal", anchor="W")
        ax.set_axis_off()
    return fig


def _head(ax: Axes, at: tuple[float, float], own: pd.DataFrame, title: str) -> None:
    closing = int((own["verdict"] == VERDICTS[0]).sum())
    said = bilingual(f"{title}: {closing} of {len(own)} listed in full", f"{title}：{len(own)} 个中列全 {closing} 个")
    ax.text(at[0] - _SIZE / 2, at[1], said, fontsize=10.5, va="center", color=INK)


def _text_of(text: Mapping[Hashable, object]) -> str:
    name = text_name(text["label"])
    speech = bilingual("a speech", "讲话")
    return f"{name}\n{speech}" if text["genre"] == _SPEECH else name


def _squares(ax: Axes, slogans: pd.DataFrame, at: tuple[float, float]) -> None:
    """Draw the slogans of a text in one row, those that it lists in full first, and say how many these are."""
    x, y = at
    ordered = slogans.sort_values("verdict", key=lambda verdicts: verdicts.map(VERDICTS.index), kind="stable")
    for place, row in enumerate(ordered.to_dict("records")):
        square = _square(ax, (x + place, y), row["verdict"])
        said = bilingual(f"{row['quote']} (1)", f"{row['quote']}（1）")
        mark_bar(square, label_with(row["label"], said), "tab-closure", doc_id=row["doc_id"], quote=row["quote"])
    if len(ordered):
        closing = int((ordered["verdict"] == VERDICTS[0]).sum())
        count = bilingual(f"{closing} of {len(ordered)}", f"{closing}/{len(ordered)}")
        ax.text(x + len(ordered) - 0.2, y, count, va="center", fontsize=SMALLEST, color=MUTED)


def _square(ax: Axes, at: tuple[float, float], verdict: str) -> Rectangle:
    square = Rectangle(
        (at[0] - _SIZE / 2, at[1] - _SIZE / 2),
        _SIZE,
        _SIZE,
        facecolor=VERDICT_COLOURS[verdict],
        edgecolor=VERDICT_COLOURS[VERDICTS[0]],
        linewidth=0.8,
    )
    ax.add_patch(square)
    return square


def _verdict_keys(ax: Axes, y: float) -> None:
    """Say in a line what a square means."""
    x = 0.0
    names = dict(zip(VERDICTS, ("all members listed", "some", "none"), strict=True))
    for verdict, name in names.items():
        _square(ax, (x, y), verdict)
        said = bilingual(name, PART_NAMES_ZH[verdict])
        ax.text(x + 0.7, y, said, va="center", fontsize=SMALLEST, color=MUTED)
        x += 1.8 + sum(2 if sign > "\u2e80" else 1 for sign in said) * (0.33 if is_narrow() else 0.22)


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


# Whose the slogans of the work reports are

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
    "owner told by words or glossary": ("owner told by words or glossary", "归属有词语或名词解释可据"),
    "the same names": ("names that some own and others cite", "各地或自有或援引的同名"),
    "glossary of the report counted": ("with the report's own glossary", "计入报告名词解释"),
    "all names, marked or not": ("all names, marked or not", "全部名称（含未加引号）"),
}
_APART = {"lists", "provinces", "same provinces", "2 announced", "mentioned once", "glossary of the report counted"}


def closure_by_owner(shares: pd.DataFrame) -> Figure:
    """Draw which share of own and of cited slogans the reports enumerate, by group, as from `enumeration_by_owner`.

    On a phone the names stand above the rows.
    """
    groups = list(shares["group"].drop_duplicates())
    heights, y = {}, 0.0
    for group in groups:
        y += 1.5 if group in _APART else 1.0
        heights[group] = y
    with plt.style.context(style_sheet()):
        above = is_narrow()  # where there is room for the name, "from above" is said too
        cited = bilingual("cited", "援引") if above else bilingual("cited from above", "援引上级")
        names = {"own": bilingual("own", "自有"), "cited": cited}
        fig, ax = plt.subplots(figsize=page_size(0.225 * y + 0.6, 0.33 * y + 0.6))
        rows = {owner: shares[shares["owner"] == owner].set_index("group").loc[groups] for owner in names}
        for owner, own in rows.items():
            at, colour = [heights[group] for group in groups], OWNER_COLOURS[owner]
            ax.hlines(at, own["low"], own["high"], color=colour, linewidth=2)
            ax.scatter(own["share"], at, s=34, color=colour, zorder=3)
            said = f"{names[owner]} {own['share'].iloc[0]:.0%}"
            place = (own["share"].iloc[0], heights[groups[0]] - (1.1 if above else 0.72))
            ax.text(*place, said, color=colour, ha="center", va="center")
        for group in groups:
            _beside(ax, heights[group], f"{rows['own'].loc[group, 'n']:,.0f} / {rows['cited'].loc[group, 'n']:,.0f}")
        _beside(ax, heights[groups[0]] - 0.75, bilingual("n own / cited", "n 自有 / 援引"))
        _name_groups(ax, heights)
        ax.set_ylim(y + 0.6, heights[groups[0]] - (1.5 if above else 1.15))
        ax.set_xlim(left=0)
        ax.grid(axis="x", visible=True)
        ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        ax.xaxis.set_major_locator(MultipleLocator(0.1 if above else 0.05))
    return fig


def _name_groups(ax: Axes, heights: Mapping[str, float]) -> None:
    """Name the rows at the left, on a phone above each."""
    first = next(iter(heights))
    if not is_narrow():
        ax.set_yticks([*heights.values()], [bilingual(*_GROUPS[group]) for group in heights])
        for label, group in zip(ax.get_yticklabels(), heights, strict=True):
            label.set_color(INK if group == first else MUTED)
        ax.grid(axis="y", visible=False)
        return
    ax.set_yticks([])
    for group, y in heights.items():
        ax.text(
            0,
            y - 0.45,
            bilingual(*_GROUPS[group]),
            fontsize=SMALLEST,
            va="center",
            color=INK if group == first else MUTED,
        )


def _beside(ax: Axes, y: float, words: str) -> None:
    ax.text(1.01, y, words, transform=ax.get_yaxis_transform(), va="center", fontsize=SMALLEST, color=MUTED)
