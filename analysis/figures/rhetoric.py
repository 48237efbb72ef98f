"""Figures of rhetoric, and of the slogans that carry it from year to year.

Each function draws one table and nothing else, as in `analysis.figures`.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from ..language import load_lexicon
from ..rhetoric import QUOTATION
from ..rhetoric.devices import STANCE_NAMES, STANCE_NAMES_ZH
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_point
from .style import (
    FOCUS,
    GRID,
    INK,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    PAPER,
    SMALLEST,
    TERM_COLOUR,
    is_narrow,
    page_size,
    shaded,
    style_sheet,
)


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


# How a slogan lives

_SHADES = ((0.1, 0.16, "<10%"), (0.25, 0.34, "10–25%"), (0.5, 0.54, "25–50%"), (0.75, 0.77, "50–75%"), (2, 1, "≥75%"))
"""Shares under so much, the strength of their shade, and their name."""

_OLD = 2010  # a slogan that begins later is in focus
_HAN, _LATIN = 9.2, 4.25  # points that a letter of a name takes
_CELL, _HEAD, _FOOT = 11.0, 36.0, 14.0  # points: height of a cell, and of what is above and below all of them


class _Strip(NamedTuple):
    """Where the years of slogans are, in points from the upper left."""

    left: float
    step: float  # from a year to the next
    years: Sequence[int]

    def at(self, year: int) -> float:
        """Return where the cell of a year begins."""
        return self.left + self.step * (year - self.years[0])


def slogan_lives(lives: pd.DataFrame) -> Figure:
    """Draw a strip of years for each of the most widespread slogans, those that peak first first.

    Parameters
    ----------
    lives
        As from `years_of_lives`.
    """
    slogans = [own for _, own in lives.groupby("slogan", sort=False)]
    longest = bilingual(max(lives["gloss"], key=len), "")
    stacked = is_narrow() and bool(longest)  # names above the strips, where they have no room beside them
    width, names = 72 * page_size(1)[0], max(map(_points, lives["slogan"]))
    left = 1.0 if stacked else names + 8
    right = 28 if stacked or not longest else 34 + _LATIN * len(longest)
    years = range(int(lives["year"].min()), int(lives["year"].max()) + 1)
    strip = _Strip(left, (width - left - right) / len(years), years)
    row = _CELL + (13.5 if stacked else 2)
    height = _HEAD + row * len(slogans) + _FOOT
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(height / 72))
        fig.set_layout_engine("none")  # all is placed in points
        ax.set(position=(0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        ax.set_axis_off()
        _keys_of_lives(ax, strip, (_HEAD - 8, height - _FOOT + 6))
        tops = [_HEAD + row * place - _CELL for place in range(1, len(slogans) + 1)]
        _draw_lives(ax, slogans, strip, tops)
        for own, top in zip(slogans, tops, strict=True):
            _name_life(ax, own.iloc[0].to_dict(), strip, top, stacked)
    return fig


def _points(name: str) -> float:
    return sum(_HAN if sign > "\u2e80" else _LATIN + 0.9 for sign in name)


def _keys_of_lives(ax: Axes, strip: _Strip, heights: tuple[float, float]) -> None:
    """Draw the years above and below the strips, the names of the shades, and that of the numbers at the right."""
    style: dict[str, Any] = {"va": "center", "fontsize": SMALLEST, "color": MUTED}
    for year in strip.years:
        if year % 5 == 0:
            for height in heights:
                ax.text(strip.at(year) + strip.step / 2, height, str(year), ha="center", **style)
    x = 0.0 if is_narrow() else strip.left
    for _, strength, name in _SHADES:
        ax.add_patch(Rectangle((x, 2), 9, 9, facecolor=shaded(FOCUS, strength), linewidth=0))
        ax.text(x + 12, 6.5, name, **style)
        x += 21 + _LATIN * len(name)
    ax.text(ax.get_xlim()[1] - 1, heights[0], "n", ha="right", **style)


def _draw_lives(ax: Axes, slogans: Sequence[pd.DataFrame], strip: _Strip, tops: Sequence[float]) -> None:
    """Draw the cells of slogans, those of one shade as one path, which keeps the file small, and a dot in each peak."""
    cells: dict[tuple[str, float], list[Path]] = {}
    for own, top in zip(slogans, tops, strict=True):
        colour = FOCUS if own["first"].iloc[0] > _OLD else MUTED
        for year, share in zip(own["year"], own["share"], strict=True):
            strength = next(shade for under, shade, _ in _SHADES if share < under)
            shade, thick = ((colour, strength), _CELL) if share else ((GRID, 1.0), 0.8)  # a line where it is in none
            low, end = top + (_CELL + thick) / 2, strip.at(year) + strip.step - (0.7 if share else 0)
            corners = [(strip.at(year), low - thick), (end, low - thick), (end, low), (strip.at(year), low)]
            cells.setdefault(shade, []).append(Path([*corners, corners[0]], closed=True))
        peak = strip.at(own["peak"].iloc[0]) + strip.step / 2 - 0.35
        ax.scatter(peak, top + _CELL / 2, s=7, color=PAPER, linewidth=0, zorder=3, clip_on=False)
    for (colour, strength), paths in cells.items():
        whole = Path.make_compound_path(*paths)
        ax.add_patch(PathPatch(whole, facecolor=shaded(colour, strength), linewidth=0, zorder=2, clip_on=False))


def _name_life(ax: Axes, life: Mapping[Hashable, Any], strip: _Strip, top: float, stacked: bool) -> None:
    """Write the name of a slogan, its gloss for English readers, and in how many reports it is."""
    middle, style = top + _CELL / 2, dict[str, Any](va="center", fontsize=9)
    name, gloss = life["slogan"] + "*" * bool(life["homonym"]), bilingual(life["gloss"], "")
    if stacked:
        ax.text(0, top - 6.5, name, **style)
        ax.text(_points(name) + 6, top - 6.5, gloss, color=MUTED, **style)
    else:
        ax.text(strip.left - 5, middle, name, ha="right", **style)
        ax.text(strip.at(strip.years[-1] + 1) + 5, middle, gloss, color=MUTED, **style)
    n = f"{life['reports']:,}"
    ax.text(ax.get_xlim()[1] - 1, middle, n, ha="right", va="center", fontsize=SMALLEST, color=MUTED)
