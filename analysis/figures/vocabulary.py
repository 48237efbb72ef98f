"""Figures of words: each function draws one table and nothing else, as in `analysis.figures`."""

import functools
import re
from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D, Bbox
from wordcloud import WordCloud

from ..language import load_lexicon
from ..texts.labels import bilingual, contrast_name, text_name
from .marks import APART, glossed_line, glossed_word, short_gloss, write_words
from .style import (
    CONTEXT,
    FOCUS,
    INK,
    MUTED,
    SMALLEST,
    TERM_COLOUR,
    font_path,
    is_narrow,
    page_size,
    shaded,
    style_sheet,
)

CLOUD_SEED = 20240102  # the first working day that one of the texts opens
_CLOUD_TERMS = 45
_CLOUD = (480, 400)
_AMONG_STROKES = 0.2  # of the box of a word: with more of it in that of another it lies between its strokes
_LISTED_TERMS = 12
_DARKEST = 0.5  # of a shade of a heat table: ink can be read on it
_ROW = 0.205  # inches of a row of words
_MOST_HEADS = 5  # that stand beside each other on a phone


class _Row(NamedTuple):
    """A word with its bar."""

    word: str
    beside: str  # its gloss, or what else is told of it
    length: float
    said: str  # at the end of the bar
    colour: str


class _Panel(NamedTuple):
    """Words under one head."""

    title: str
    size: str  # of what the words are, n
    rows: list[_Row]


def term_frequencies(rates: pd.DataFrame) -> Figure:
    """Draw how often terms stand in each text as a table of rates, darker the higher; the highest of a row is framed.

    Words that the same text uses most stand together, in the order of the texts.

    Parameters
    ----------
    rates
        As from `compared_rates`: columns `term`, `gloss`, `label`, `words`, `frequency` and `per_10k`.
    """
    wide = rates.pivot_table(index="term", columns="label", values="per_10k", sort=False)
    first = wide.to_numpy().argmax(axis=1)
    highest = pd.DataFrame({"text": first, "rate": -wide.max(axis=1).to_numpy()}, index=wide.index)
    wide = wide.loc[highest.sort_values(["text", "rate"], kind="stable").index]
    words = rates.drop_duplicates("label").set_index("label")["words"]
    deepest = float(wide.to_numpy().max())
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(0.235 * len(wide) + 0.55))
        for row, (_, own) in enumerate(wide.iterrows()):
            for column, rate in enumerate(own):
                _cell(ax, (column, row), _DARKEST * rate / deepest, framed=rate == own.max())
                said = f"{rate:.0f}" if rate else "–"
                ax.text(column + 0.5, row + 0.5, said, ha="center", va="center", zorder=4)
        _table_axes(ax, [_text_head(label, int(words[label])) for label in wide.columns], len(wide))
        glosses = rates.drop_duplicates("term").set_index("term")["gloss"]
        named = [(str(term), bilingual(short_gloss(str(glosses[term])), "")) for term in wide.index]
        write_words([(ax, [row + 0.5 for row in range(len(named))], named)])
    return fig


def _cell(ax: Axes, at: tuple[float, float], strength: float, *, framed: bool) -> None:
    """Draw a cell of a table of one unit; the highest of a row or column is framed in the colour of the focus."""
    face = Rectangle((at[0] + 0.02, at[1] + 0.05), 0.96, 0.9, facecolor=shaded(TERM_COLOUR, strength), linewidth=0)
    if framed:
        face.set(edgecolor=FOCUS, linewidth=1.5, zorder=3)
    ax.add_patch(face)


def _table_axes(ax: Axes, heads: Sequence[str], rows: int) -> None:
    """Set the axes of a table: heads above its columns, neither ticks nor lines."""
    ax.set(xlim=(0, len(heads)), ylim=(rows, 0), yticks=[])
    turned = is_narrow() and len(heads) > _MOST_HEADS
    told = [head.replace("\n", " ") for head in heads] if turned else heads
    places = [column + 0.5 for column in range(len(heads))]
    ax.set_xticks(places, told, linespacing=1.15, fontsize=SMALLEST, rotation=90 if turned else 0)
    ax.tick_params(length=0, labeltop=True, labelbottom=False)
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)


def _text_head(label: object, words: int) -> str:
    """Return the head of the column of a text: its name, and of how many words it is."""
    name = text_name(label)
    if is_narrow():
        return f"{_place(label)}\n{name.removeprefix(_place(label)).strip()}\n{words:,}"
    return f"{name}\n{bilingual(f'n = {words:,} words', f'n = {words:,}词')}"


def _place(label: object) -> str:
    """Return the place that a text is of: two texts of one place share it."""
    return text_name(label).rstrip("0123456789 ")


def word_cloud(frequencies: pd.DataFrame, of: str) -> Figure:
    """Draw the most frequent words of one text as a cloud, with their ranked list beside it, on a phone below it.

    Parameters
    ----------
    frequencies
        As from `term_frequencies`.
    of
        Id of the text.
    """
    own = frequencies[frequencies["doc_id"] == of].head(_CLOUD_TERMS)
    listed = own.head(_LISTED_TERMS)
    grid, ratios = ((2, 1), {"height_ratios": (1, 1.1)}) if is_narrow() else ((1, 2), {"width_ratios": (1.15, 1)})
    with plt.style.context(style_sheet()):
        fig, (cloud, ranks) = plt.subplots(*grid, figsize=page_size(3.2, 5.6), **ratios)
        _draw_cloud(cloud, dict(zip(own["token"], own["frequency"], strict=True)))
        colours = [TERM_COLOUR if place else FOCUS for place in range(len(listed))]
        bars = ranks.barh(range(len(listed)), listed["frequency"], color=colours, height=0.66)
        ranks.bar_label(bars, padding=3, color=MUTED)
        names = [glossed_line(token) for token in listed["token"]]
        ranks.set_yticks(range(len(listed)), names)
        ranks.tick_params(axis="y", labelcolor=INK)
        ranks.set(ylim=(len(listed) - 0.5, -0.5), xticks=[])
        ranks.margins(x=0.14)
        ranks.grid(visible=False)
        ranks.spines[:].set_visible(False)
        words = own["words"].iloc[0]
        ranks.set_xlabel(bilingual(f"mentions, n = {words:,} words", f"次数，n = {words:,}词"), color=MUTED)
    return fig


def _draw_cloud(ax: Axes, frequencies: dict[str, int]) -> None:
    """Draw the words of a cloud as outlines, the most frequent one in a colour of its own."""
    for place, (outline, at) in _placed_words(tuple(frequencies.items())):
        how: dict[str, Any] = {"facecolor": TERM_COLOUR if place else FOCUS, "edgecolor": "none"}
        ax.add_patch(PathPatch(outline, transform=at + ax.transData, **how))
    width, height = _CLOUD
    ax.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    ax.set_axis_off()


@functools.lru_cache(maxsize=1)  # the cloud of a text is drawn in two languages and two widths, one after the other
def _placed_words(frequencies: tuple[tuple[str, int], ...]) -> list[tuple[int, tuple[TextPath, Affine2D]]]:
    """Place words by their frequency; places mean nothing and are always the same.

    The cloud fits small words between the strokes of large ones, where nobody can read them: these are left out.

    Returns
    -------
    list
        Rank of each word from 0, its outline, and what moves it to its place.
    """
    width, height = _CLOUD
    found = list[tuple[int, tuple[TextPath, Affine2D]]]()
    laid = WordCloud(
        font_path=str(font_path()), random_state=CLOUD_SEED, width=width, height=height, prefer_horizontal=1.0,
        relative_scaling=0.6, min_font_size=17,
    ).generate_from_frequencies(dict(frequencies))  # fmt: skip
    font, drawn = FontProperties(fname=font_path()), list[Bbox]()
    for place, ((word, _), size, (row, column), *_) in enumerate(laid.layout_):
        outline = TextPath((0, 0), word, size=size, prop=font, usetex=False)
        ink = outline.get_extents()
        at = Affine2D().translate(column, height - row - ink.y1)  # a row is the upper edge of the ink
        box = ink.transformed(at)
        shared = [both.width * both.height for other in drawn if (both := Bbox.intersection(box, other))]
        if max(shared, default=0) > _AMONG_STROKES * box.width * box.height:
            continue
        drawn.append(box)
        found.append((place, (outline, at)))
    return found


def keywords(table: pd.DataFrame) -> Figure:
    """Draw the keywords of each contrast by log ratio, a panel a contrast, with both raw counts.

    Names of places stand out.

    Parameters
    ----------
    table
        As from `leading_keywords`.
    """
    texts = "".join(table["contrast"].drop_duplicates())  # "Zibo 2023 淄博 against the others"
    places = {*load_lexicon("vocabulary")["places"]["words"], *re.findall("[\u4e00-\u9fff]+", texts)}
    panels = []
    for contrast, own in table.groupby("contrast", sort=False):
        first = own.iloc[0]
        sizes = f"n = {first['words']:,} : {first['reference_words']:,}"
        rows = [
            _keyword(row, glossed_word(str(row["token"])), FOCUS if row["token"] in places else CONTEXT)
            for row in _falling(own)
        ]
        panels.append(_Panel(contrast_name(str(contrast)), bilingual(f"{sizes} words", f"{sizes}词"), rows))
    with plt.style.context(style_sheet()):
        return _word_panels(panels)


def reference_keywords(table: pd.DataFrame) -> Figure:
    """Draw the words that a text uses more than the reports of its year, a panel a text, and last those it uses less.

    Texts of a place that has several stand out.

    Parameters
    ----------
    table
        As from `leading_reference_keywords`.
    """
    more, less = table[table["log_ratio"] > 0], table[table["log_ratio"] < 0]
    places = pd.Series({label: _place(label) for label in more["label"].drop_duplicates()})
    panels = []
    for label, own in more.groupby("label", sort=False):
        colour = FOCUS if (places == places[label]).sum() > 1 else CONTEXT
        rows = [_keyword(row, _word_of(row), colour) for row in _falling(own)]
        panels.append(_Panel(text_name(label), _beside_size(own), rows))
    if len(less):
        rows = [_keyword(row, _word_of(row, of_text=True), CONTEXT) for row in reversed(_falling(less))]
        panels.append(_Panel(bilingual("Used less than in the reports", "少用的词"), "", rows))
    with plt.style.context(style_sheet()):
        return _word_panels(panels)


def _falling(own: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return own.sort_values("log_ratio", ascending=False, kind="stable").to_dict("records")


def _keyword(row: dict[Hashable, Any], named: tuple[str, str], colour: str) -> _Row:
    more, less = row["frequency"], f"{row['reference_frequency']:,}"
    return _Row(*named, abs(row["log_ratio"]), bilingual(f"{more} vs {less}", f"{more} 比 {less}"), colour)


def _word_of(row: dict[Hashable, Any], *, of_text: bool = False) -> tuple[str, str]:
    """Return a keyword and what stands beside it: its gloss, and if asked the text that it is of."""
    gloss, name = short_gloss(str(row["gloss"])), text_name(row["label"])
    if of_text:
        return str(row["token"]), bilingual(f"{gloss}, {name}", name)
    return str(row["token"]), bilingual(gloss, "")


def _beside_size(own: pd.DataFrame) -> str:
    """Return of how many words a text is, and with how many reports it is compared."""
    words, reports = f"{own['words'].iloc[0]:,}", own["reports"].iloc[0]
    return bilingual(f"n = {words} words, {reports} reports", f"n = {words}词，报告{reports}份")


def _word_panels(panels: list[_Panel]) -> Figure:
    """Draw panels of words with bars on one scale: two columns of panels, on a phone one."""
    columns = 1 if is_narrow() else 2
    lines = [panels[at : at + columns] for at in range(0, len(panels), columns)]
    titled = 0.5 if panels[0].title else 0.3
    heights = [_ROW * max(len(panel.rows) for panel in line) + titled for line in lines]
    fig, axes = plt.subplots(
        len(lines), columns, height_ratios=heights, figsize=page_size(sum(heights)), squeeze=False, sharex=True
    )
    for ax, panel in zip(axes.flat, panels, strict=False):
        most = max(len(other.rows) for line in lines if panel in line for other in line)
        bars = ax.barh(range(len(panel.rows)), [row.length for row in panel.rows], height=0.64)
        for bar, row in zip(bars, panel.rows, strict=True):
            bar.set(facecolor=row.colour, edgecolor="none")
        ax.bar_label(bars, [row.said for row in panel.rows], padding=APART / 2, fontsize=SMALLEST, color=MUTED)
        ax.set(ylim=(most - 0.5, -0.5), yticks=[], xticks=[])
        ax.grid(visible=False)
        ax.spines[:].set_visible(False)
    for ax in axes.flat[len(panels) :]:
        ax.set_axis_off()
    drawn = zip(axes.flat, panels, strict=False)
    listed = [(ax, list(range(len(own.rows))), [(row.word, row.beside) for row in own.rows]) for ax, own in drawn]
    rooms = write_words(listed)
    wide = (page_size(1)[0] * 72 - sum(rooms[:columns])) / columns - 2 * APART  # points of the axes, nearly
    ends = [row.length * wide / (wide - _letters(row.said)) for panel in panels for row in panel.rows]
    axes[0][0].set_xlim(0, max(ends))
    for ax, panel, room in zip(axes.flat, panels, rooms, strict=False):
        _write_head(ax, panel, room)
    return fig


def _write_head(ax: Axes, panel: _Panel, room: float) -> None:
    for words, height, size, colour in ((panel.title, 17, 10.5, INK), (panel.size, 5, SMALLEST, MUTED)):
        above: dict[str, Any] = {"textcoords": "offset points", "fontsize": size, "color": colour, "va": "bottom"}
        if words:
            ax.annotate(words, (0, 1), (-room, height if panel.size else 5), xycoords="axes fraction", **above)


def _letters(said: str) -> float:
    """Return how many points a count takes, nearly, with the gap before it."""
    return APART + SMALLEST * sum(1.0 if sign > "\u2e80" else 0.5 for sign in said)


def diversity(table: pd.DataFrame) -> Figure:
    """Draw lexical diversity and the lengths of sentences and clauses as a table, the highest of a column framed.

    Parameters
    ----------
    table
        As from `lexical_diversity`.
    """
    measures = {
        "mtld": bilingual("MTLD,\nwords", "MTLD\n（词）"),
        "hdd": bilingual("HD-D,\nshare", "HD-D\n（比例）"),
        "words_per_sentence": bilingual("words a\nsentence", "每句\n词数"),
        "words_per_clause": bilingual("words a\nclause", "每小句\n词数"),
    }
    rows = table.sort_values("words", ascending=False, kind="stable").reset_index(drop=True)
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(0.32 * len(rows) + 0.5, 0.42 * len(rows) + 0.5))
        for column, name in enumerate(measures):
            for row, value in enumerate(rows[name]):
                _cell(ax, (column, row), 0.12, framed=value == rows[name].max())
                said = f"{value:.2f}" if name == "hdd" else f"{value:.1f}"
                ax.text(column + 0.5, row + 0.5, said, ha="center", va="center", zorder=4)
        _table_axes(ax, list(measures.values()), len(rows))
        sizes = zip(rows["words"], rows["sentences"], strict=True)
        n = [bilingual(f"n = {words:,} words, {of} sentences", f"n = {words:,}词，{of}句") for words, of in sizes]
        if is_narrow():
            n = [size.replace(", ", ",\n").replace("，", "，\n") for size in n]
        named = list(zip(map(text_name, rows["label"]), n, strict=True))
        write_words([(ax, [row + 0.5 for row in range(len(rows))], named)])
    return fig
