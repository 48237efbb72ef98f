"""Skeletons of texts: one function that draws one table, as in `analysis.figures`."""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from ..closure import VERDICTS
from ..texts.labels import bilingual, text_name
from .marks import mark_point
from .style import GRID, INK, MUTED, PAPER, PART_NAMES_ZH, STATUS_COLOURS, VERDICT_COLOURS, style_sheet

# Of the width: right end of the heads, marks of slogans, their names, three statuses
_HEADS, _SLOGANS, _NAMES, _NUMBERS = 0.30, 0.34, 0.41, (0.82, 0.89, 0.96)
_STATUSES = ("achieved", "ongoing", "target")
_STATUS_NAMES = {"achieved": ("results", "结果"), "ongoing": ("under way", "在建"), "target": ("targets", "目标")}
_OWNERS = {"own": ("o", "own", "自有"), "above": ("^", "from above", "援引上级")}
_LINE = 0.175  # inches between labels
_HEAD_CHARACTERS = ("39", "20")  # of a line of a head, in English and in Chinese
_NAME_CHARACTERS = 52  # of a slogan with its gloss; a Chinese character is two wide
_MOST_ABREAST = 4  # marks beside each other


def skeleton(table: pd.DataFrame, of: str) -> Figure:
    """Draw one text from its beginning to its end: heads at the left, slogans in the middle, numbers at the right.

    Parameters
    ----------
    table
        As from `text_skeletons`.
    of
        Id of the text.
    """
    own = table[table["doc_id"] == of]
    length = int(own["characters"].iloc[0])
    heads = own[(own["part"] == "head") & (own["kind"] != "title")]
    slogans, numbers = own[own["part"] == "slogan"], own[own["part"] == "statement"]
    lines = max(1.3 * int(slogans["first"].sum()), 3 * len(heads))
    height = max(4.2, _LINE * lines + 1.5)
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=(9.4, height))
        ax.set_xlim(0, 1)
        ax.set_ylim(length, 0)
        ax.grid(visible=False)
        ax.spines["bottom"].set_visible(False)
        ax.set_xticks([])
        unit = length / ((height - 1.5) / _LINE)  # characters that a label is high
        _draw_heads(ax, heads, unit)
        _draw_slogans(ax, slogans, unit)
        _draw_numbers(ax, numbers)
        name = text_name(own["label"].iloc[0])
        n = f"n = {length:,}"
        ax.set_ylabel(bilingual(f"{name}: characters from the beginning, {n}", f"{name}：自开头起的字符位置，{n}"))
        fig.legend(handles=_legend(), loc="outside lower center", ncols=4)
    return fig


def _draw_heads(ax: Axes, heads: pd.DataFrame, unit: float) -> None:
    width = int(bilingual(*_HEAD_CHARACTERS))
    lines = [
        _wrapped(bilingual(gloss or words, words), width)
        for gloss, words in zip(heads["gloss"], heads["words"], strict=True)
    ]
    heights = [unit * (0.95 * words.count("\n") + 1.3) for words in lines]
    wanted = [start - height / 2 for start, height in zip(heads["start"], heights, strict=True)]
    tops = _spread(wanted, heights, ax.get_ylim()[0])
    for start, kind, words, top, height in zip(heads["start"], heads["kind"], lines, tops, heights, strict=True):
        main = kind == "section"
        colour, strength = (MUTED, 1.0) if main else (GRID, 0.8)
        middle = top + height / 2
        ax.plot([_HEADS + 0.005, _HEADS + 0.02, _NAMES - 0.03], [middle, start, start], color=colour, lw=strength)
        ax.plot([_NUMBERS[0] - 0.04, 1], [start] * 2, color=colour, lw=strength)
        size, ink = (9, INK) if main else (8.5, MUTED)
        ax.annotate(words, (_HEADS, middle), ha="right", va="center", fontsize=size, color=ink, linespacing=1.15)


def _draw_slogans(ax: Axes, slogans: pd.DataFrame, unit: float) -> None:
    ax.plot([_SLOGANS] * 2, ax.get_ylim(), color=GRID, linewidth=1, zorder=0)
    at: dict[int, float] = {}
    abreast, last = 0, -unit
    for start, announced, whose, kind, words, gloss, doc_id in zip(
        *(slogans[name] for name in ("start", "kind", "whose", "kind", "words", "gloss", "doc_id")), strict=True
    ):
        abreast = (abreast + 1) % _MOST_ABREAST if start - last < 0.75 * unit else 0
        last, at[start] = start, _SLOGANS + 0.014 * abreast
        listed = announced in VERDICT_COLOURS
        colour = VERDICT_COLOURS.get(kind, PAPER)
        size = 7.5 if listed else 5.5
        ax.plot(at[start], start, _OWNERS[whose][0], color=colour, mec=INK, mew=0.7, ms=size, clip_on=False)
        said = bilingual(gloss or words, words)
        mark_point(ax, (at[start], start), said, "tab-slogans", doc_id=doc_id, start=start)
    first = slogans[slogans["first"]]
    places = _spread(list(first["start"]), [unit] * len(first), ax.get_ylim()[0])
    for (_, row), top in zip(first.iterrows(), places, strict=True):
        place = top + unit / 2
        ax.plot([at[row["start"]] + 0.01, _NAMES - 0.004], [row["start"], place], color=MUTED, linewidth=0.5)
        colour = INK if row["kind"] in VERDICT_COLOURS else MUTED
        ax.annotate(_name(row["words"], row["gloss"]), (_NAMES, place), va="center", fontsize=8.5, color=colour)


def _name(words: str, gloss: str) -> str:
    """Return a slogan with its English beside it in an English figure, as far as there is room."""
    room = _NAME_CHARACTERS - 2 * len(words)
    brief = gloss.partition(" (")[0]
    return bilingual(f"{words}  {_shortened(brief, room)}" if brief and room > 8 else words, words)


def _draw_numbers(ax: Axes, numbers: pd.DataFrame) -> None:
    for x, status in zip(_NUMBERS, _STATUSES, strict=True):
        own = numbers[numbers["kind"] == status]
        ax.plot([x] * len(own), own["start"], "_", color=STATUS_COLOURS[status], markersize=17, mew=1.6)
        for row in own.to_dict("records"):
            mark_point(ax, (x, row["start"]), row["words"], "tab-statements", doc_id=row["doc_id"], start=row["start"])
        name = f"{bilingual(*_STATUS_NAMES[status])}\n(n = {len(own)})"
        ax.annotate(name, (x, 1), xycoords=ax.get_xaxis_transform(), ha="center", va="bottom", fontsize=8.5)


def _legend() -> list[Line2D]:
    marks = [
        Line2D([], [], marker="s", linestyle="", color=VERDICT_COLOURS[verdict], mec=INK, mew=0.7, label=words)
        for verdict, words in zip(
            VERDICTS,
            (
                bilingual("list given in full", PART_NAMES_ZH[VERDICTS[0]]),
                bilingual("in part", PART_NAMES_ZH[VERDICTS[1]]),
                bilingual("not given", PART_NAMES_ZH[VERDICTS[2]]),
            ),
            strict=True,
        )
    ]
    marks.append(
        Line2D(
            [],
            [],
            marker="s",
            linestyle="",
            color=PAPER,
            mec=INK,
            mew=0.7,
            markersize=4.5,
            label=bilingual("announces no list", "不含项数"),
        )
    )
    marks += [
        Line2D([], [], marker=shape, linestyle="", color=GRID, mec=INK, mew=0.7, label=bilingual(english, chinese))
        for shape, english, chinese in _OWNERS.values()
    ]
    return marks


def _spread(wanted: Sequence[float], heights: Sequence[float], end: float) -> list[float]:
    """Return tops of labels near those wanted, in their order, none over another, if there is room before the end."""
    groups: list[list[float]] = []  # top, number and height of labels that touch
    for place, height in zip(wanted, heights, strict=True):
        groups.append([max(0.0, min(place, end - height)), 1, height])
        while len(groups) > 1 and groups[-2][0] + groups[-2][2] > groups[-1][0]:
            after, before = groups.pop(), groups.pop()
            number, total = before[1] + after[1], before[2] + after[2]
            top = (before[0] * before[1] + (after[0] - before[2]) * after[1]) / number
            groups.append([max(0.0, min(top, end - total)), number, total])
    places: list[float] = []
    for top, number, _ in groups:
        reached = top
        for _ in range(int(number)):
            places.append(reached)
            reached += heights[len(places) - 1]
    return places


def _wrapped(words: str, width: int) -> str:
    """Return words in lines of about so many characters; Chinese is broken anywhere, English between words."""
    lines = [""]
    for part in words.split(" ") if words.isascii() else words:
        joined = f"{lines[-1]} {part}".strip() if words.isascii() else lines[-1] + part
        if len(joined) > width and lines[-1]:
            lines.append(part)
        else:
            lines[-1] = joined
    return "\n".join(lines)


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else words[: max(most - 1, 0)].rstrip() + "…"
