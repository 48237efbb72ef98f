"""Figures of targets and promises: what the texts state, what the same places ask for, what is met, what follows."""

from collections.abc import Hashable
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MultipleLocator

from ..extraction.standings import FEW_REPORTS
from ..texts.labels import bilingual, label_with, text_name
from .bars import stacked_bars, without_values
from .marks import mark_point, number_span, write_at
from .style import (
    CONTEXT,
    FOCUS,
    GRID,
    INK,
    LEVEL_COLOURS,
    LEVEL_NAMES,
    MUTED,
    PAPER,
    SMALLEST,
    STATUS_COLOURS,
    ink_on,
    is_narrow,
    page_size,
    shaded,
    style_sheet,
    text_marker,
)

_SPLIT = 2011.5  # growth slowed
_WORST = (2014, 2020, 2022)  # prefectures' three lowest
_LOCKDOWNS = _WORST[1:]
_PANDEMIC = (2020, 2022)  # first and last of the years that are left out elsewhere


def targets_and_results(levels: pd.DataFrame) -> Figure:
    """Draw the share of targets met by level and year, as from `outturns_by_level`."""
    with plt.style.context(style_sheet()):
        fig, axes = plt.subplots(2, 1, figsize=page_size(5.0, 4.6))
        for ax, level in zip(axes, ("province", "prefecture"), strict=True):
            own = levels[levels["level"] == level].sort_values("year")
            colours = [FOCUS if year in _WORST else LEVEL_COLOURS[level] for year in own["year"]]
            inside = [PAPER if n < FEW_REPORTS else colour for n, colour in zip(own["n"], colours, strict=True)]
            ax.bar(own["year"], own["met"], width=0.72, color=inside, edgecolor=colours, linewidth=0.8, zorder=2)
            _draw_periods(ax, own)
            _dress(ax, levels["year"], own, level)
            worst = own[own["year"].isin(_WORST)]
            for year, met in zip(worst["year"], worst["met"], strict=True):
                said = f"{100 * met:.0f}" if is_narrow() else f"{met:.0%}"
                ax.annotate(said, (year, met + 0.02), ha="center", va="bottom", fontsize=SMALLEST, color=FOCUS)
            _draw_pandemic(ax, own)
            _draw_lockdowns(ax)
    return fig


def _draw_pandemic(ax: Axes, own: pd.DataFrame) -> None:
    """Shade the years of the pandemic, and draw the share of the later period without them as a dashed line."""
    first, last = _PANDEMIC
    ax.add_patch(Rectangle((first - 0.5, 0), last - first + 1, 1, facecolor=shaded(GRID, 0.55), linewidth=0, zorder=0))
    rest = own[(own["year"] > _SPLIT) & ~own["year"].between(first, last)]
    mean, end = (rest["met"] * rest["n"]).sum() / rest["n"].sum(), rest["year"].max() + 0.4
    ax.plot([rest["year"].min() - 0.4, end], [mean, mean], color=INK, linewidth=1.2, linestyle=(0, (3, 2)), zorder=3)
    without = bilingual(f"without {first}–{last}: ", f"不计{first}—{last}年为")
    if is_narrow():
        without = bilingual(f"without {first}–{last % 100}: ", without)
    ax.annotate(f"{without}{mean:.0%}", (end, 1.03), ha="right", va="bottom", color=INK)


def _draw_lockdowns(ax: Axes) -> None:
    """Point at the two years of lockdowns from above with a bracket that is broken over the year between them."""
    middle = sum(_LOCKDOWNS) / 2
    for year in _LOCKDOWNS:
        ax.plot([year, year, (year + middle) / 2], [0.15, 0.9, 0.9], color=FOCUS, linewidth=0.8)
    said = bilingual("lockdowns", "封控年份")
    ax.annotate(said, (middle, 0.91), ha="center", va="bottom", fontsize=SMALLEST, color=FOCUS)


def _draw_periods(ax: Axes, own: pd.DataFrame) -> None:
    """Split the series where growth slowed, and draw the mean of either part."""
    ax.axvline(_SPLIT, color=MUTED, linewidth=0.9, linestyle=":")
    for part in (own[own["year"] < _SPLIT], own[own["year"] > _SPLIT]):
        mean = (part["met"] * part["n"]).sum() / part["n"].sum()
        first, last = part["year"].min(), part["year"].max()
        ax.plot([first - 0.4, last + 0.4], [mean, mean], color=INK, linewidth=1.4, zorder=3)
        span = bilingual(f"{first}–{last}: ", f"{first}—{last}年") if not is_narrow() else ""
        said = bilingual(f"{span}{mean:.0%} of all", f"{span}合计{mean:.0%}")
        early = last < _SPLIT
        at = (first - 0.4, 1.03) if early else (last + 0.4, 1.16)
        ax.annotate(said, at, ha="left" if early else "right", va="bottom", color=INK)


def _dress(ax: Axes, years: pd.Series, own: pd.DataFrame, level: str) -> None:
    sizes = dict(zip(own["year"], own["n"], strict=True))
    span = range(int(years.min()), int(years.max()) + 1)
    name, n = bilingual(*LEVEL_NAMES[level]), f"n = {number_span(own['n'])}"
    if is_narrow():
        ax.set_xticks([year for year in span if year % 5 == 0])
        ax.set_title(bilingual(f"{name}, {n} a year", f"{name}，每年 {n}"), color=LEVEL_COLOURS[level])
    else:
        ax.set_xticks(list(span), [f"{year}\n{sizes.get(year, 0)}" for year in span], fontsize=SMALLEST)
        ax.set_title(name, color=LEVEL_COLOURS[level])
        ax.annotate(
            bilingual("year\nn =", "年度\nn ="),
            (0, 0),
            xycoords="axes fraction",
            xytext=(-6, -4.5),
            textcoords="offset points",
            ha="right",
            va="top",
            fontsize=SMALLEST,
            color=MUTED,
        )
    ax.set_xlim(span[0] - 0.6, span[-1] + 0.6)
    ax.set_ylim(0, 1.29)
    ax.set_yticks([0, 0.5, 1], ["0%" if is_narrow() else "", "50%", "100%"])


_ROUND = 0.45  # strength of the colour of results that are printed as whole numbers or hedged


def just_met(bins: pd.DataFrame) -> Figure:
    """Draw how far results lie from their target in tenths of a point, by level, as from `just_met_bins`."""
    levels = list(dict.fromkeys(bins["level"]))[::-1]
    tops = [1.14 * max(own["n"].max(), own["expected"].max()) for own in (bins[bins["level"] == of] for of in levels)]
    with plt.style.context(style_sheet()):
        grid: dict[str, Any] = {"nrows": len(levels), "height_ratios": tops} if is_narrow() else {"ncols": len(levels)}
        fig = plt.figure(figsize=page_size(3.9, 5.6))
        axes = fig.subplots(squeeze=False, sharex=True, **grid)
        for ax, level, top in zip(axes.flat, levels, tops, strict=True):
            own = bins[bins["level"] == level].reset_index(drop=True)
            _draw_bins(ax, own)
            name, n = bilingual(*LEVEL_NAMES[level]), f"n = {own['n'].sum():,}"
            ax.set_title(bilingual(f"{name}, {n}", f"{name}，{n}"), color=LEVEL_COLOURS[level])
            ax.set_ylim(0, top if is_narrow() else max(tops))
            ax.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1", "−0.5", bilingual("target", "目标"), "+0.5", "+1"])
            ax.yaxis.set_major_locator(MultipleLocator(20))
            ax.set_xlabel(bilingual("result less target, percentage points", "结果减目标（百分点）"), color=MUTED)
        axes[0][0].set_ylabel(bilingual("results", "结果（个）"), color=MUTED)
    return fig


def _draw_bins(ax: Axes, own: pd.DataFrame) -> None:
    """Draw the tenths, printed ones over rounded ones, what is expected beside other targets, and the share at nought.

    Numbers stand at nought alone: over a low bar they would be read as those of the stroke above it.
    """
    at, rounded = own["tenths"] / 10, own["whole"] + own["hedged"]
    colours = [FOCUS if tenths == 0 else CONTEXT for tenths in own["tenths"]]
    ax.bar(at, rounded, width=0.08, color=PAPER, zorder=1.9)  # no grid shines through
    ax.bar(at, rounded, width=0.08, color=[shaded(colour, _ROUND) for colour in colours], zorder=2)
    ax.bar(at, own["tenth"], width=0.08, bottom=rounded, color=colours, zorder=2)
    near = own.dropna(subset="expected")
    places = near["tenths"] / 10
    ax.hlines(near["expected"], places - 0.046, places + 0.046, color=INK, linewidth=1.8, zorder=3)
    _name_bins(ax, near[near["tenths"] == 0].iloc[0], int(near["n"].sum()))


def _name_bins(ax: Axes, nought: pd.Series, of: int) -> None:
    """Say at the bar of results that equal their target how many these are, and where it is high what its parts are."""
    n, other, rounded = nought["n"], nought["expected"], nought["whole"] + nought["hedged"]
    how: dict[str, Any] = {"va": "center", "linespacing": 1.1}
    right, left = {"ha": "right", "color": INK, **how}, {"ha": "left", **how}
    equal = bilingual(
        f"{n} equal it: {n / of:.0%} of\nthe {of} in ±0.4", f"{n}个恰好相等，占\n±0.4内{of}个的{n / of:.0%}"
    )
    beside = bilingual(
        f"{other:.0f} beside others’\ntargets: {other / of:.0%}", f"与他处目标相比\n为{other:.0f}个，占{other / of:.0%}"
    )
    write_at(ax, equal, (-0.04, n), (-4, -7), **{**right, "color": FOCUS})
    if n < other:
        write_at(ax, beside, (0.046, other), (4, 2), color=INK, **left)
        return
    write_at(ax, beside, (-0.046, other), (-4, 0), **right)
    printed = bilingual(f"{nought['tenth']} with\na decimal", f"{nought['tenth']}个\n写有小数")
    whole = bilingual(f"{rounded} whole\nor hedged", f"{rounded}个为整数\n或带“左右”等")
    write_at(ax, printed, (0.04, rounded + nought["tenth"] / 2), (5, 0), color=FOCUS, **left)
    write_at(ax, whole, (0.04, rounded * 0.62), (5, 0), color=FOCUS, **left)


_ANSWERS = {  # name, colour and its strength
    "share_cut": ("cut", "下调", FOCUS, 1.0),
    "share_kept": ("kept", "持平", CONTEXT, 0.25),
    "share_raised": ("raised", "上调", CONTEXT, 0.6),
}
_LABELLED = 0.05  # share from which a part of a bar has its number


def after_a_miss(bins: pd.DataFrame) -> Figure:
    """Draw what places do with their next target by how far the last was missed or met, as from `answers_by_gap`.

    All misses and all hits are the first row of either block.
    """
    missed = int((bins["gap_to"] <= 0).sum()) - 1  # exact hits are no misses
    blocks = {bilingual("all misses", "未完成合计"): bins[:missed], bilingual("all hits", "完成合计"): bins[missed:]}
    names, rows = list[str](), list[pd.DataFrame]()
    for name, block in blocks.items():
        names += [name, *(_gap_name(row["gap_from"], row["gap_to"]) for row in block.to_dict("records"))]
        rows += [_pooled(block), block]
    bins = pd.concat(rows, ignore_index=True)
    places = [place + 0.5 * (place > missed) for place in range(len(bins))]
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(4.1, 4.3))
        left = pd.Series(0.0, index=bins.index)
        for name, (_, _, colour, strength) in _ANSWERS.items():
            bars = ax.barh(places, bins[name], left=left, color=shaded(colour, strength), height=0.74)
            unit = "" if is_narrow() else "%"
            shown = [f"{100 * share:.0f}{unit}" if share >= _LABELLED else "" for share in bins[name]]
            ax.bar_label(bars, shown, label_type="center", color=ink_on(colour, strength))
            left += bins[name]
        ax.set_yticks(places, names, color=INK)
        for row in (0, missed + 1):
            ax.get_yticklabels()[row].set_color(FOCUS)
        ax.set(ylim=(places[-1] + 1.1, -1.3), xlim=(0, 1))
        without_values(ax)
        for place, change, n in zip(places, bins["mean_change"], bins["n"], strict=True):
            _at_end(ax, (place, 34), _signed(change), INK)
            _at_end(ax, (place, 78), f"n = {n}", MUTED)
        head = bilingual("mean change,\npoints", "平均变动\n（百分点）")
        _at_end(ax, (-0.45, 13), head, MUTED, va="bottom", ha="left", fontsize=SMALLEST)
        _name_answers(ax, bins, places)
    return fig


def _pooled(block: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a block as one, each share weighed by its results."""
    sums = block[[*_ANSWERS, "mean_change"]].mul(block["n"], axis=0).sum() / block["n"].sum()
    return pd.DataFrame([{"n": block["n"].sum(), **sums}])


def _signed(change: float) -> str:
    """Return a change to the tenth with its sign; nought has none."""
    return f"{change:+.1f}".replace("-", "−") if round(change, 1) else "0.0"


def _at_end(ax: Axes, at: tuple[float, float], words: str, colour: str, **how: Any) -> None:
    """Write words that end some points right of the bars, at the height of a row."""
    (y, right), kept = at, {"ha": "right", "color": colour, "xycoords": ax.get_yaxis_transform()}
    write_at(ax, words, (1, y), (right, 0), **{**kept, **how})


def _name_answers(ax: Axes, bins: pd.DataFrame, places: list[float]) -> None:
    """Name what is cut and kept over the first bar, and what is raised under the last."""
    first, last = bins.iloc[0], bins.iloc[-1]
    kept = first["share_cut"] + first["share_kept"] / 2
    raised = 1 - last["share_raised"] / 2
    ends = {
        "share_cut": (0, -0.45, "left"),
        "share_kept": (kept, -0.45, "center"),
        "share_raised": (raised, places[-1] + 0.45, "center"),
    }
    for name, (x, y, ha) in ends.items():
        english, chinese, colour, strength = _ANSWERS[name]
        ink = colour if strength == 1 else MUTED
        write_at(ax, bilingual(english, chinese), (x, y), (0, 0), ha=ha, va="top" if y > 0 else "bottom", color=ink)


def _gap_name(low: float | None, high: float | None) -> str:
    """Return the name of a group of results in the language that is drawn."""
    known = sorted(abs(value) for value in (low, high) if value is not None and pd.notna(value))
    if known == [0, 0]:
        return bilingual("met exactly", "恰好完成")
    verb = bilingual("missed", "差") if high is not None and high <= 0 else bilingual("beaten", "超")
    if len(known) == 1:
        return bilingual(f"{verb} by {known[0]:g} or more", f"{verb}{known[0]:g}及以上")
    if known[0] == 0:
        return bilingual(f"{verb} by less than {known[1]:g}", f"{verb}不足{known[1]:g}")
    return bilingual(f"{verb} by {known[0]:g} to under {known[1]:g}", f"{verb}{known[0]:g}至不足{known[1]:g}")


def statements_by_status(counts: pd.DataFrame) -> Figure:
    """Draw the quantified statements of each text by status, as from `count_statuses`."""
    with plt.style.context(style_sheet()):
        fig, ax = plt.subplots(figsize=page_size(2.3, 2.3))
        stacked_bars(ax, counts, ("status", "statements", STATUS_COLOURS), ("tab-statements", "status"))
    return fig


_FIRST_ROW = "fai"  # the gap to the level above that the title tells
_RUNGS_UP = {"prefecture": ("level above", "上一级"), "province": ("two levels up", "上两级")}
_NEAR = 4.0  # points of growth: room for a number


def target_distribution(targets: pd.DataFrame) -> Figure:
    """Draw the headline growth targets of the texts that have any, as from `targets_beside_above`.

    A stroke is the target of the next level above on file, which may be two levels up; the widest of a text is named.
    Without its column `above` none is drawn.
    """
    stated = targets.dropna(subset="value")
    highest = stated.groupby("indicator")["value"].max().sort_values(ascending=False)
    order = sorted(highest.index, key=lambda name: name != _FIRST_ROW)
    places = {indicator: float(place) for place, indicator in enumerate(order)}
    texts = list(stated["label"].drop_duplicates())
    above = stated.get("above", pd.Series(dtype=float)).astype(float).dropna()
    stated = stated.assign(named=stated.index.isin(above.groupby(stated["label"]).idxmax()))
    upper = stated["indicator"].map(places).sort_values(kind="stable")
    stated["names_text"] = stated.index.isin(stated.loc[upper.index].drop_duplicates("label").index)
    stated["of_text"] = stated.groupby("label")["value"].transform("size")
    with plt.style.context(style_sheet()):
        of_row = max(1.0, len(texts) / 2) * len(places)
        fig, ax = plt.subplots(figsize=page_size(0.46 * of_row + 0.4, 0.5 * of_row + 0.4))
        for indicator, place in places.items():
            _draw_indicator(ax, stated[stated["indicator"] == indicator], place, texts)
        names = stated.drop_duplicates("indicator").set_index("indicator")
        labels = [bilingual(*names.loc[name, ["indicator_en", "indicator_zh"]]) for name in places]
        ax.set_yticks(list(places.values()), [_short(label) for label in labels], color=INK)
        ax.set_ylim(len(places) - 0.4, -0.6)
        ax.set_xlim(0, highest.max() * 1.08)
        without_values(ax)
        ax.grid(axis="y", visible=True)
    return fig


def _heights(own: pd.DataFrame, y: float, texts: list[str]) -> list[float]:
    """Return where the texts stand that have a target for an indicator: side by side about its line."""
    if len(own) == 1:
        return [y]
    apart = 0.84 / len(texts)  # of the room of an indicator
    return [y + apart * (texts.index(label) - (len(texts) - 1) / 2) for label in own["label"]]


def _short(label: str) -> str:
    """Break the name of an indicator where a phone has no room for it."""
    cut = label.find(" ", len(label) // 3)
    return f"{label[:cut]}\n{label[cut + 1 :]}" if is_narrow() and cut > 0 else label


def _draw_indicator(ax: Axes, own: pd.DataFrame, y: float, texts: list[str]) -> None:
    """Draw the targets of one indicator, joined by a line, and those of the level above as strokes."""
    heights = _heights(own, y, texts)
    first = own["indicator"].iloc[0] == _FIRST_ROW
    ax.plot(own["value"], heights, color=FOCUS if first else CONTEXT, linewidth=1.4, zorder=1.5)
    colour = FOCUS if first else STATUS_COLOURS["target"]
    for row, height in zip(own.to_dict("records"), heights, strict=True):
        value, above = row["value"], row.get("above")
        ax.scatter(value, height, s=42, marker=text_marker(texts.index(row["label"])), color=colour, zorder=3)
        known = above is not None and pd.notna(above)
        lower = value < own["value"].max() and not (known and value > above > value - _NEAR)
        side = -1 if lower else 1  # the number lies neither on the stroke nor on the line
        write_at(ax, f"{value:g}", (value, height), (7 * side, 0), ha="left" if side > 0 else "right", color=colour)
        if row["names_text"]:
            told = text_name(row["label"]) + bilingual(", n = ", "，n = ") + str(row["of_text"])
            write_at(ax, told, (value, height), (26, 0), color=colour)
        if known:
            _draw_above(ax, row, height, 0.34 / max(2, len(texts)))
        said = label_with(row["label"], f"{bilingual(row['indicator_en'], row['indicator_zh'])} {value:g}%")
        mark_point(ax, (value, height), said, "tab-headline-targets", doc_id=row["doc_id"], indicator=row["indicator"])


def _draw_above(ax: Axes, row: dict[Hashable, Any], y: float, half: float) -> None:
    """Draw the target of the level above, its number on the side where the text's is not; one of a text has a name."""
    above, side = row["above"], 1 if row["above"] > row["value"] else -1
    ax.plot([above, above], [y - half, y + half], color=MUTED, linewidth=2, zorder=2)
    english, chinese = _RUNGS_UP[row.get("above_level") or "prefecture"]
    name = bilingual(english.replace(" ", "\n", 1) if is_narrow() else english, chinese)
    said = f"{name} {above:g}" if row["named"] else f"{above:g}"
    ha = "left" if side > 0 else "right"
    write_at(ax, said, (above, y), (5 * side, 0), ha=ha, color=MUTED, fontsize=SMALLEST, linespacing=1.0)
