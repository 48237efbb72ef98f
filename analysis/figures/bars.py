"""Stacked bars, one a text, by which figures of several fields are drawn; squares; agreement and recall."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MultipleLocator, PercentFormatter

from ..closure import VERDICTS
from ..rhetoric.devices import wilson_interval
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_bar, write_at
from .style import (
    CONTEXT,
    FOCUS,
    INK,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    OWNER_COLOURS,
    PAPER,
    PART_NAMES_ZH,
    SMALLEST,
    VERDICT_COLOURS,
    ink_on,
    is_narrow,
    page_size,
    style_sheet,
)

_SPEECH = "official speech"
_SIZE = 0.82  # of a square
_BETWEEN = 1.45  # from a text to the next
_GAP = 7.0  # points between two names of parts
_PART_NAMES = {"target": "targets", "achieved": "results", "ongoing": "under way"}
_LAYERS = {"slogans": ("slogans", "口号"), "targets": ("quantified statements", "数量表述")}
_MEASURES = {"precision": ("precision", "精确率"), "recall": ("recall", "召回率"), "f1": ("F1", "F1")}


def agreement(shares: pd.DataFrame) -> Figure:
    """Draw precision, recall and F1 of each layer, and the F1 of two annotation passes, as from `agreement_shares`."""
    with plt.style.context(style_sheet()):
        grid = (len(_LAYERS), 1) if is_narrow() else (1, len(_LAYERS))
        fig, axes = plt.subplots(*grid, sharey=True, sharex=True, figsize=page_size(1.9, 3.4))
        for ax, (layer, title) in zip(axes, _LAYERS.items(), strict=True):
            own = shares[shares["layer"] == layer].set_index("measure").loc[list(_MEASURES)]
            _draw_agreement(ax, own)
            n = f"n = {own.loc['recall', 'n']!s}"
            ax.set_title(bilingual(f"{bilingual(*title)}, {n} annotated", f"{bilingual(*title)}，标注 {n}"))
            ax.set_yticks(range(len(_MEASURES)), [bilingual(*names) for names in _MEASURES.values()], color=INK)
            ax.set_ylim(len(_MEASURES) - 0.25, -0.5)
        axes[0].set_xlim(min(0.9, shares.loc[shares["measure"].isin(_MEASURES), "share"].min() - 0.01), 1.002)
        axes[0].xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    return fig


def _draw_agreement(ax: Axes, own: pd.DataFrame) -> None:
    """Draw the scores of a layer with their numbers at the right, and beside its F1 that of two annotation passes."""
    places = list(range(len(own)))
    colours = [FOCUS if measure == "f1" else CONTEXT for measure in own.index]
    ax.scatter(own["share"], places, s=46, color=colours, zorder=3, clip_on=False)
    for place, (measure, share) in enumerate(own["share"].items()):
        colour = FOCUS if measure == "f1" else INK
        beside(ax, place, f"{share:.1%}", colour)
    last, ceiling = len(own) - 1, float(own["ceiling"].iloc[-1])
    ax.plot([ceiling, ceiling], [last - 0.34, last + 0.34], color=INK, linewidth=1.6, zorder=4)
    said = bilingual(f"two passes {ceiling:.0%}", f"两遍标注之间 {ceiling:.0%}")
    write_at(ax, said, (ceiling, last + 0.3), (-4, 0), ha="right", fontsize=SMALLEST, color=INK)
    ax.grid(axis="x", visible=True)
    ax.grid(axis="y", visible=False)


def beside(ax: Axes, y: float, words: str, colour: str = MUTED) -> None:
    """Write words at the right of a drawing, at the height of a row."""
    write_at(ax, words, (1, y), (8, 0), xycoords=ax.get_yaxis_transform(), color=colour)


_SEEN, _SEEN_NARROW = 0.0115, 0.0225  # of the longest bar: the room for a digit of a count


def stacked_bars(ax: Axes, counts: pd.DataFrame, drawn: tuple[str, str, dict[str, str]], rows: tuple[str, str]) -> None:
    """Draw one stacked bar a text, the longest first, with the names of the parts over it and its total at its end.

    `drawn` are the columns of part and value, and the colours of the parts; `rows` are the register that holds what is
    counted, and its column of the part.
    """
    part, value, colours = drawn
    register, column = rows
    totals = counts.groupby("label", sort=False)[value].sum().sort_values(ascending=False, kind="stable")
    texts, places = list(totals.index), list(range(len(totals)))
    ids = counts.drop_duplicates("label").set_index("label")["doc_id"]
    least = (_SEEN_NARROW if is_narrow() else _SEEN) * totals.max()
    left, names = pd.Series(0, index=texts), list[PartName]()
    for name, colour in colours.items():
        own = counts[counts[part] == name].set_index("label")[value].reindex(texts, fill_value=0)
        bars = ax.barh(places, own, left=left, color=colour, height=0.62)
        for text, artist in zip(texts, bars, strict=True):
            said = label_with(text, _named(name, int(own[text])))
            mark_bar(artist, said, register, doc_id=ids[text], **{column: name})
        shown = [str(count) if count and count >= least * len(str(count)) else "" for count in own]
        ax.bar_label(bars, shown, label_type="center", fontsize=SMALLEST, color=ink_on(colour))
        if own.sum():
            names.append(PartName(_named(name, int(own.sum())), float(left.iloc[0]), colour))
        left += own
    for place, total in zip(places, totals, strict=True):
        write_at(ax, f"n = {total}", (total, place), (5, 0), color=MUTED)
    ax.set_yticks(places, [text_name(text) for text in texts], color=INK)
    ax.set(ylim=(len(places) - 0.5, -0.5), xlim=(0, totals.max()))
    without_values(ax)
    name_parts(ax, -0.36, *names)


def without_values(ax: Axes) -> None:
    """Take the axis of values and its grid away: each bar has its number."""
    ax.xaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)
    ax.grid(visible=False)


class PartName(NamedTuple):
    """The name of a part of a stacked bar."""

    name: str
    start: float  # where the part begins, in the data of its axes
    colour: str


def name_parts(ax: Axes, y: float, *parts: PartName) -> None:
    """Write the names of the parts of a bar over it, each where its part begins; those that would touch move apart.

    Parameters
    ----------
    ax
        Its limits must be set: names are placed by them.
    y
        Upper edge of the bar, in the data of the axes.
    parts
        From left to right.
    """
    fig = ax.get_figure(root=True)
    if fig is None:
        raise ValueError("what is drawn on no figure cannot be labelled")
    made = [write_at(ax, part.name, (part.start, y), (0, 3), va="bottom", color=part.colour) for part in parts]
    for text in made:
        text.set_in_layout(False)  # a name that is not in its place yet takes no room
    fig.draw_without_rendering()
    points = 72 / fig.dpi
    wanted = [float(ax.transData.transform((part.start, y))[0]) * points for part in parts]
    widths = [float(text.get_window_extent().width) * points + _GAP for text in made]
    left, right = float(ax.get_window_extent().x0) * points, float(fig.bbox.width) * points
    cut = 0 if sum(widths) <= right - left else (len(parts) + 1) // 2  # the first of two lines, where one is too short
    for up, line in ((1, slice(None, cut)), (0, slice(cut, None))):
        places = _level(wanted[line], widths[line], right)
        for text, wish, place in zip(made[line], wanted[line], places, strict=True):
            text.set_position((place - wish, 3 + up * 1.2 * float(text.get_fontsize())))
            text.set_in_layout(True)


def _level(wanted: Sequence[float], widths: Sequence[float], right: float) -> list[float]:
    """Return where names begin: where they wish to, or next to the one before, and none beyond the right edge."""
    places = list[float]()
    for wish, before in zip(wanted, [0.0, *widths], strict=False):
        places.append(max(wish, places[-1] + before) if places else wish)
    for place in reversed(range(len(places))):
        right = min(places[place], right - widths[place])
        places[place] = right
    return places


def _named(part: str, mentions: int) -> str:
    name = bilingual(_PART_NAMES.get(part, part), PART_NAMES_ZH[part])
    return bilingual(f"{name} ({mentions})", f"{name}（{mentions}）")


_OWNERS = {"own": ("own slogans", "自有口号"), "above": ("cited from above", "援引上级")}
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
    said = bilingual(f"{title}: {closing} of {len(own)} listed in full", f"{title}：{len(own)}个中列全{closing}个")
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
    names = dict(zip(VERDICTS, ("all items listed", "some", "none"), strict=True))
    for verdict, name in names.items():
        _square(ax, (x, y), verdict)
        said = bilingual(name, PART_NAMES_ZH[verdict])
        ax.text(x + 0.7, y, said, va="center", fontsize=SMALLEST, color=MUTED)
        x += 1.8 + sum(2 if sign > "\u2e80" else 1 for sign in said) * (0.33 if is_narrow() else 0.22)


_ALL = "all"  # reports, levels or periods
_LEAST = 20  # explained slogans: a share of fewer says little


def explained_recall(table: pd.DataFrame) -> Figure:
    """Draw which share of the slogans that governments explain the rules find, as from `explained_recall`.

    Parameters
    ----------
    table
        A row a level and period; those of fewer than twenty explained slogans are left out. That of all is the first.
    """
    rows = table[(table["level"] == _ALL) | ((table["period"] != _ALL) & (table["explained"] >= _LEAST))]
    colours, titles = {_ALL: FOCUS, **LEVEL_COLOURS}, {_ALL: ("", ""), **LEVEL_NAMES}
    levels = [level for level in colours if level in set(rows["level"])]
    heights = [int((rows["level"] == level).sum()) for level in levels]
    with plt.style.context(style_sheet()):
        size = page_size(1.0 + 0.27 * sum(heights), 1.2 + 0.27 * sum(heights))
        fig, axes = plt.subplots(len(levels), 1, sharex=True, squeeze=False, height_ratios=heights, figsize=size)
        for ax, level in zip(axes[:, 0], levels, strict=True):
            _draw_recall(ax, rows[rows["level"] == level].reset_index(drop=True), colours[level])
            ax.set_title(bilingual(*titles[level]), color=colours[level])
        _recall_keys(axes[-1, 0], rows[rows["level"] == levels[-1]].reset_index(drop=True))
        axes[-1, 0].set_xlim(right=1.003)
        axes[-1, 0].xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    return fig


def _draw_recall(ax: Axes, own: pd.DataFrame, colour: str) -> None:
    """Draw the periods of a level, a row each, with the share and the number of slogans at its right."""
    slogans = own["explained"] - own["none"]
    for place, (found, of) in enumerate(zip(own["recognised"], slogans, strict=True)):
        ax.plot(wilson_interval(int(found), int(of)), [place, place], color=colour, linewidth=1.2, zorder=1)
        n = f"n = {of:,}"
        write_at(ax, n, (1, place), (84, 0), xycoords=ax.get_yaxis_transform(), ha="right", color=MUTED)
        whole = own["period"][place] == _ALL
        beside(ax, place, f"{own['share_sorted'][place]:.{int(whole)}%}", colour if whole else INK)
    ax.scatter(own["share"], own.index, s=30, facecolor=PAPER, edgecolor=colour, linewidth=1.2, zorder=2)
    ax.scatter(own["share_sorted"], own.index, s=34, color=colour, zorder=3, clip_on=False)
    every, dash = bilingual("all reports", "全部报告"), bilingual("–", "—")
    ax.set_yticks(own.index, [every if name == _ALL else name.replace("-", dash) for name in own["period"]], color=INK)
    ax.set_ylim(len(own) - 0.5, -0.5)
    ax.grid(axis="x", visible=True)
    ax.grid(axis="y", visible=False)


def _recall_keys(ax: Axes, own: pd.DataFrame) -> None:
    """Say over the dots that are farthest from each other what they are."""
    gaps = list(own["share_sorted"] - own["share"])
    place = gaps.index(max(gaps))
    for column, said in (("share", bilingual("all terms", "全部词条")), ("share_sorted", bilingual("slogans", "口号"))):
        at = (float(own[column][place]), place)
        write_at(ax, said, at, (0, 5), ha="center", va="bottom", fontsize=SMALLEST, color=MUTED)


# Whose the slogans of the work reports are

_GROUPS = {
    "names in quotation marks": ("slogans in quotation marks", "加引号的口号"),
    "lists": ("lists (three critical battles)", "列举型（三大攻坚战）"),
    "compressions": ("compressions (two reductions)", "缩略型（双减）"),
    "provinces": ("reports of provinces", "省级报告"),
    "prefectures": ("of prefectures", "地级报告"),
    "same provinces": ("of the same {n} provinces", "同一批{n}个省份"),
    "same prefectures": ("of the same {n} prefectures", "同一批{n}个地市"),
    "2 announced": ("two items announced", "所称两项"),
    "3 announced": ("three", "三项"),
    "4 announced": ("four", "四项"),
    "5 announced": ("five", "五项"),
    "6 or more announced": ("six or more", "六项及以上"),
    "mentioned once": ("mentioned once in the report", "全文只提一次"),
    "owner told by words or glossary": ("owner stated in text or glossary", "正文或名词解释写明归属"),
    "the same names": ("the same slogan: own here, cited there", "此地自有、彼地援引的同名口号"),
    "glossary of the report counted": ("counting what the glossary lists", "计入所附名词解释所列"),
    "all names, marked or not": ("all slogans, marked or not", "全部口号（含未加引号）"),
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
        places = rows["own"]["places"]
        _name_groups(ax, heights, {name: bilingual(*_GROUPS[name]).format(n=places[name]) for name in groups})
        ax.set_ylim(y + 0.6, heights[groups[0]] - (1.5 if above else 1.15))
        ax.set_xlim(left=0)
        ax.grid(axis="x", visible=True)
        ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        ax.xaxis.set_major_locator(MultipleLocator(0.1 if above else 0.05))
    return fig


def _name_groups(ax: Axes, heights: Mapping[str, float], names: Mapping[str, str]) -> None:
    """Name the rows at the left, on a phone above each."""
    first = next(iter(heights))
    if not is_narrow():
        ax.set_yticks([*heights.values()], [names[group] for group in heights])
        for label, group in zip(ax.get_yticklabels(), heights, strict=True):
            label.set_color(INK if group == first else MUTED)
        ax.grid(axis="y", visible=False)
        return
    ax.set_yticks([])
    for group, y in heights.items():
        ax.text(
            0,
            y - 0.45,
            names[group],
            fontsize=SMALLEST,
            va="center",
            color=INK if group == first else MUTED,
        )


def _beside(ax: Axes, y: float, words: str) -> None:
    ax.text(1.01, y, words, transform=ax.get_yaxis_transform(), va="center", fontsize=SMALLEST, color=MUTED)
