"""Figures of rhetoric: every text and count is shown."""

import matplotlib.pyplot as plt
import pandas as pd

from analysis import figures
from analysis.extraction.registers import metaphor_register
from analysis.rhetoric.devices import rates_of_metaphor
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import text_name

DOCS = read_corpus()


def test_the_figure_shows_every_text_and_count():
    rates = rates_of_metaphor(DOCS, metaphor_register(DOCS))
    fig = figures.source_domains(rates)
    titles = " ".join(ax.get_title(loc="left") for ax in fig.axes)
    assert all(f"{text_name(label)}\nn = " in titles for label in rates["label"])
    shown = [int(text.get_text()) for ax in fig.axes for text in ax.texts]
    assert sum(shown) == rates["mentions"].sum()
    assert fig.axes[0].get_xlim()[1] > rates["high"].max()
    plt.close(fig)


def test_a_ratio_of_few_mentions_is_hatched_and_a_kind_of_few_is_left_out():
    rows = [("war", 6, 30.0, 10.0), ("resolve", 4, 20.0, 10.0), ("we", 0, 0.0, 10.0), ("resolve", 8, 5.0, 10.0)]
    rates = pd.DataFrame(rows, columns=["domain", "mentions", "per_10k", "province"])
    rates["label"] = ["Zibo 2023 淄博", "Zibo 2023 淄博", "Zibo 2023 淄博", "Alxa 2024 阿拉善"]
    fig = figures.beside_reports(pd.concat([rates, rates.iloc[:1].assign(label="Alxa 2024 阿拉善")]))
    ax = fig.axes[0]
    assert [text.get_text() for text in ax.texts] == ["×3.0 (6)", "×2.0 (4)", "×0.5 (8)", "×3.0 (6)"]
    assert [patch.get_hatch() for patch in ax.patches] == [None, "////", None, None]
    plt.close(fig)


def test_lines_break_at_missing_years_and_marks_of_few_reports_are_hollow():
    kinds = ("war", "other_war", "resolve", "time_pressure", "market_and_reform", "security_and_quality")
    rows = [
        (level, year, kind, 2.0, 30 if year > 2000 else 4)
        for level in ("national", "province", "prefecture")
        for year in (1999, 2001, 2002)
        for kind in kinds
    ]
    course = pd.DataFrame(rows, columns=["level", "year", "kind", "per_10k", "reports"])
    fig = figures.mobilisation_words(course)
    line, marks = fig.axes[0].lines[2], fig.axes[0].lines[3]  # of the provinces, after the nation's
    drawn = dict(zip(line.get_xdata(), line.get_ydata(), strict=True))
    assert pd.isna(drawn[2000])
    assert list(marks.get_xdata()) == [1999]
    said = [text.get_text() for text in fig.axes[0].texts]
    assert said[0].startswith("nation (n = ")
    plt.close(fig)


def test_what_is_in_no_report_is_told_at_the_right():
    origins = {"nation": 0.1, "province": 0.0, "prefecture": 0.0, "elsewhere": 0.2, "later": 0.0, "nowhere": 0.7}
    shares = pd.DataFrame({"label": "Zibo 2023 淄博", "origin": list(origins), "share": origins.values(), "of": 100})
    fig = figures.shared_formulas(shares)
    ax = fig.axes[0]
    assert "70%" in [text.get_text() for text in ax.texts]
    assert 0.3 < ax.get_xlim()[1] < 0.5
    plt.close(fig)
