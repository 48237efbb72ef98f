"""Figures: each function draws one table and nothing else; its name is the figure's label and the stem of its files."""

from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from wordcloud import WordCloud

from analysis import labels, marks, style

SEED = 20240102  # the first working day that one of the texts opens
_CLOUD_TERMS = 80
_LISTED_TERMS = 15
_MARKERS = "oDs^v"


def term_frequencies(rates: pd.DataFrame) -> Figure:
    """Draw how often terms stand in each text, a panel a text on one scale.

    Parameters
    ----------
    rates
        As from `terms.compared`: columns `term`, `gloss`, `label`, `words`, `frequency` and `per_10k`.
    """
    with plt.style.context(style.sheet()):
        terms = list(rates["term"].drop_duplicates())
        glosses = rates.drop_duplicates("term").set_index("term")["gloss"]
        texts = list(rates["label"].drop_duplicates())
        fig, axes = plt.subplots(1, len(texts), sharex=True, sharey=True, figsize=(10.5, 0.27 * len(terms) + 1.1))
        for ax, label in zip(axes, texts, strict=True):
            own = rates[rates["label"] == label].set_index("term").loc[terms]
            ax.barh(range(len(terms)), own["per_10k"], color=style.TERM_COLOUR, height=0.68)
            n = f"n = {own['words'].iloc[0]:,}"
            ax.set_title(_two_lines(labels.text(label), labels.say(f"{n} words", f"{n}词")), fontsize=9)
            ax.xaxis.set_major_locator(MaxNLocator(3, integer=True))
        axes[0].set_yticks(range(len(terms)), [labels.say(f"{term}  {glosses[term]}", term) for term in terms])
        axes[0].invert_yaxis()
        fig.supxlabel(labels.say("mentions per 10,000 words", "每万词次数"), fontsize=9)
    return fig


def word_cloud(frequencies: pd.DataFrame, of: str) -> Figure:
    """Draw the most frequent words of one text as a cloud, with their ranked list beside it.

    Parameters
    ----------
    frequencies
        As from `frequency.by_text`.
    of
        Id of the text.
    """
    own = frequencies[frequencies["doc_id"] == of].head(_CLOUD_TERMS)
    with plt.style.context(style.sheet()):
        fig, (left, right) = plt.subplots(1, 2, figsize=(9, 4.4), width_ratios=(2.1, 1))
        cloud = WordCloud(
            font_path=str(style.font_path()),
            random_state=SEED,
            width=480,
            height=336,
            scale=3,  # words are placed on the small canvas and drawn on the large one: a ninth of the time
            background_color=style.PAPER,
            prefer_horizontal=1.0,
            relative_scaling=0.6,
            color_func=lambda *_, **__: style.TERM_COLOUR,
        ).generate_from_frequencies(dict(zip(own["token"], own["frequency"], strict=True)))
        left.imshow(cloud.to_array(), interpolation="bilinear")
        left.set_axis_off()
        listed = own.head(_LISTED_TERMS)
        places = range(len(listed))
        right.barh(places, listed["frequency"], color=style.TERM_COLOUR, height=0.66)
        right.set_yticks(places, listed["token"])
        right.invert_yaxis()
        right.bar_label(right.containers[0], padding=3, fontsize=8)
        right.margins(x=0.14)
        n = f"n = {own['words'].iloc[0]:,}"
        right.set_xlabel(labels.say(f"mentions, {n} words", f"次数，{n}词"))
        right.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    return fig


def slogans_by_type(counts: pd.DataFrame) -> Figure:
    """Draw the slogan mentions of each text by type, as from `profiles.slogan_types`."""
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots()
        _stack(ax, counts, ("type", "mentions", style.TYPE_COLOURS), ("tab-slogans", "type"))
        ax.set_xlabel(labels.say("mentions of numeric slogans", "数字口号次数"))
    return fig


def slogan_numerals(counts: pd.DataFrame) -> Figure:
    """Draw how often each numeral stands in slogans, as from `profiles.slogan_numerals`."""
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 3.4))
        numerals = [text if text.isdecimal() else labels.say(text, "大于10") for text in counts["numeral"]]
        bars = ax.bar(numerals, counts["mentions"], color=style.LAYER_COLOURS["slogans"], width=0.7)
        ax.bar_label(bars, padding=2, fontsize=8)
        for numeral, mentions, artist in zip(counts["numeral"], counts["mentions"], bars, strict=True):
            if str(numeral).isdecimal():
                marks.bar(artist, f"{numeral} ({mentions})", "tab-slogans", digits=numeral)
        ax.grid(axis="x", visible=False)
        ax.grid(axis="y", visible=True)
        ax.yaxis.set_major_locator(MaxNLocator(5, integer=True))
        ax.set_xlabel(labels.say("numeral in the slogan", "口号中的数字"))
        n = f"n = {counts['mentions'].sum()}"
        ax.set_ylabel(labels.say(f"mentions ({n})", f"次数（{n}）"))
    return fig


def statements_by_status(counts: pd.DataFrame) -> Figure:
    """Draw the quantified statements of each text by status, as from `profiles.statement_status`."""
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots()
        _stack(ax, counts, ("status", "statements", style.STATUS_COLOURS), ("tab-statements", "status"))
        ax.set_xlabel(labels.say("quantified statements", "数量表述"))
    return fig


def target_distribution(targets: pd.DataFrame) -> Figure:
    """Draw the headline growth targets of all texts on one axis, as from `profiles.headline_growth`."""
    with plt.style.context(style.sheet()):
        stated = targets.dropna(subset="value")
        highest = stated.groupby("indicator")["value"].max().sort_values(ascending=False)
        names = stated.drop_duplicates("indicator").set_index("indicator")
        places = {indicator: place for place, indicator in enumerate(highest.index)}
        fig, ax = plt.subplots(figsize=(7.8, 0.46 * len(places) + 1.9))
        for indicator, place in places.items():
            own = stated.loc[stated["indicator"] == indicator, "value"]
            ax.plot([own.min(), own.max()], [place, place], color=style.GRID, linewidth=3, zorder=1)
        markers = dict(zip(targets["label"].drop_duplicates(), _MARKERS, strict=False))
        for label, marker in markers.items():
            own = stated[stated["label"] == label]
            name = labels.text(label)
            none = labels.say(f"{name}: no headline growth target", f"{name}：未列增长目标")
            title = labels.say(f"{name} (n = {len(own)})", f"{name}（n = {len(own)}）") if len(own) else none
            ax.scatter(
                own["value"],
                own["indicator"].map(places),
                marker=marker,
                s=46,
                zorder=2,
                color=style.STATUS_COLOURS["target"] if len(own) else style.GRID,
                facecolor=style.PAPER if marker == "D" else None,
                linewidth=1.4,
                label=title,
            )
            for row in own.to_dict("records"):
                indicator = labels.say(row["indicator_en"], row["indicator_zh"])
                said = labels.of(label, f"{indicator} {row['value']:g}%")
                at = (row["value"], places[row["indicator"]])
                marks.point(ax, at, said, "tab-headline-targets", doc_id=row["doc_id"], indicator=row["indicator"])
        for row in _value_labels(stated):
            ax.annotate(
                row["text"],
                (row["value"], places[row["indicator"]]),
                xytext=(0, 6),
                textcoords="offset points",
                ha=row["side"],
                fontsize=8,
            )
        ax.set_yticks(
            list(places.values()),
            [labels.say(names.loc[name, "indicator_en"], names.loc[name, "indicator_zh"]) for name in places],
        )
        ax.set_ylim(len(places) - 0.4, -0.75)
        ax.set_xlim(0, highest.max() * 1.08)
        ax.set_xlabel(labels.say("growth target for the year, %", "当年增长目标（%）"))
        fig.legend(loc="outside lower left", ncols=2)
    return fig


def closure_by_text(counts: pd.DataFrame) -> Figure:
    """Draw how many of each text's slogans are enumerated in it, as from `profiles.closure_verdicts`."""
    with plt.style.context(style.sheet()):
        fig, ax = plt.subplots(figsize=(7.2, 3.8))
        _stack(ax, counts, ("verdict", "slogans", style.VERDICT_COLOURS), ("tab-closure", "verdict"))
        ax.set_xlabel(labels.say("different slogans that announce two items or more", "宣称两项以上的不同口号"))
    return fig


def agreement(shares: pd.DataFrame) -> Figure:
    """Draw precision, recall and F1 of each layer, and the F1 of two annotators, as from `reliability.shares`."""
    titles = {"slogans": labels.say("slogans", "口号"), "targets": labels.say("statements", "数量表述")}
    measures = ["precision", "recall", "f1"]
    with plt.style.context(style.sheet()):
        fig, axes = plt.subplots(1, len(titles), sharey=True, sharex=True, figsize=(7.2, 2.3))
        for ax, (layer, title) in zip(axes, titles.items(), strict=True):
            own = shares[shares["layer"] == layer].set_index("measure").loc[measures]
            ax.axvline(own.loc["f1", "ceiling"], color=style.INK, linewidth=1, linestyle="--")
            ax.scatter(
                own["share"],
                measures,
                s=42,
                color=style.LAYER_COLOURS["statements" if layer == "targets" else layer],
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
            ax.set_title(labels.say(f"{title} ({n} annotated)", f"{title}（标注 {n}）"), fontsize=9)
        axes[0].set_yticks(measures, [labels.say("precision", "精确率"), labels.say("recall", "召回率"), "F1"])
        axes[0].set_ylim(2.5, -0.5)
        axes[0].set_xlim(0.5, 1.01)
        dashed = labels.say("share; dashed: F1 of two annotation passes", "比例；虚线为两遍标注之间的 F1")
        fig.supxlabel(dashed, fontsize=9)
    return fig


def _stack(ax: Axes, counts: pd.DataFrame, drawn: tuple[str, str, dict[str, str]], rows: tuple[str, str]) -> None:
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
            said = labels.of(text, _named(name, int(own[text])))
            marks.bar(artist, said, register, doc_id=ids[text], **{column: name})
        shown = [str(count) if count >= 3 else "" for count in own]
        dark = name not in {"round", "ordinal", "ongoing", "partial", "not enumerated here"}
        ax.bar_label(bars, shown, label_type="center", fontsize=8, color=style.PAPER if dark else style.INK)
        left += own
    ax.set_yticks(range(len(texts)), [_two_lines(labels.text(text), f"n = {left[text]}") for text in texts])
    ax.invert_yaxis()
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    ax.legend(loc="upper center", bbox_to_anchor=(0.45, 1.16), ncols=len(colours), columnspacing=1.0, handlelength=1.0)


def _value_labels(stated: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the printed values, set apart where two texts have nearly the same."""
    found: list[dict[str, Any]] = []
    for indicator, own in stated.groupby("indicator", sort=False):
        values = own["value"].drop_duplicates().sort_values().tolist()
        close = len(values) == 2 and values[1] - values[0] < 4
        for place, value in enumerate(values):
            side = ("right", "left")[place] if close else "center"
            found.append({"indicator": indicator, "value": value, "text": f"{value:g}", "side": side})
    return found


def _named(part: str, mentions: int) -> str:
    name = labels.say(part, style.PART_NAMES_ZH[part])
    return labels.say(f"{name} ({mentions})", f"{name}（{mentions}）")


def _two_lines(first: str, second: str) -> str:
    return f"{first}\n{second}"
