"""Stacked bars, one a text, by which figures of several fields are drawn; and the figure of agreement."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from ..closure import VERDICTS
from ..texts.labels import bilingual, label_with, text_name
from .marks import mark_bar
from .style import INK, LAYER_COLOURS, PAPER, PART_NAMES_ZH, style_sheet, two_lines


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
