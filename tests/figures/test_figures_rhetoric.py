"""Figures of rhetoric: every text and count is shown."""

import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis import figures
from analysis.extraction.registers import metaphor_register
from analysis.figures.rhetoric import _KINDS
from analysis.figures.style import CONTEXT, FOCUS, PAPER
from analysis.language import load_lexicon
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


def test_the_highest_rate_of_a_text_has_the_colour_of_the_focus_and_few_mentions_are_hollow():
    rows = [("war", 12, 4.0, 2.0, 7.0), ("race", 3, 1.0, 0.5, 2.0), ("journey", 20, 3.0, 2.0, 5.0)]
    rates = pd.DataFrame(rows, columns=["domain", "mentions", "per_1000", "low", "high"])
    fig = figures.source_domains(rates.assign(label="Zibo 2023 淄博", doc_id="2023-zibo", characters=9))
    drawn = [(to_hex(dot.get_edgecolor()[0]), to_hex(dot.get_facecolor()[0])) for dot in fig.axes[0].collections[1::2]]
    assert drawn == [(CONTEXT, CONTEXT), (FOCUS, FOCUS), (CONTEXT, PAPER)]  # by their mentions: journey, war, race
    assert [label.get_text() for label in fig.axes[0].get_yticklabels()] == ["Journey and sea", "War", "Race and speed"]
    plt.close(fig)


def test_a_ratio_of_few_mentions_is_hatched_and_a_kind_of_few_is_left_out():
    rows = [("war", 6, 30.0, 10.0), ("resolve", 4, 20.0, 10.0), ("we", 0, 0.0, 10.0), ("resolve", 8, 5.0, 10.0)]
    rates = pd.DataFrame(rows, columns=["domain", "mentions", "per_10k", "province"])
    rates["label"] = ["Zibo 2023 淄博", "Zibo 2023 淄博", "Zibo 2023 淄博", "Alxa 2024 阿拉善"]
    fig = figures.beside_reports(pd.concat([rates, rates.iloc[:1].assign(label="Alxa 2024 阿拉善")]))
    ax = fig.axes[0]
    assert [text.get_text() for text in ax.texts] == ["×3.0 (6)", "×2.0 (4)", "×0.5 (8)", "×3.0 (6)"]
    assert len(ax.collections) == 1  # the lines of one hatched cell
    (lines,) = ax.collections
    inside = ax.patches[1].get_bbox()
    assert all(inside.padded(1e-9).contains(*end) for line in lines.get_segments() for end in line)
    plt.close(fig)


def test_more_is_red_less_is_grey_and_what_is_furthest_above_is_first():
    rows = [("war", 12, 5.0, 10.0), ("resolve", 12, 40.0, 10.0), ("we", 12, 20.0, 10.0)]
    rates = pd.DataFrame(rows, columns=["domain", "mentions", "per_10k", "province"]).assign(label="Zibo 2023 淄博")
    fig = figures.beside_reports(rates)
    ax = fig.axes[0]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Resolve", "We", "War"]
    faces = {text.get_text(): cell.get_facecolor() for text, cell in zip(ax.texts, ax.patches, strict=True)}
    assert [to_hex(faces[said]) for said in ("×4.0 (12)", "×2.0 (12)", "×0.5 (12)")] == [FOCUS, FOCUS, CONTEXT]
    assert faces["×4.0 (12)"][3] > faces["×2.0 (12)"][3]
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
    line = fig.axes[0].lines[1]  # of the provinces, after the nation's
    drawn = dict(zip(line.get_xdata(), line.get_ydata(), strict=True))
    assert pd.isna(drawn[2000])
    hollow = [
        list(dots.get_offsets()[:, 0])
        for dots in fig.axes[0].collections
        if len(dots.get_offsets()) and to_hex(dots.get_facecolor()[0]) == PAPER
    ]
    assert hollow == [[1999], [1999]]  # of provinces and prefectures; the nation has one report a year
    examples, *said = [text.get_text() for text in fig.axes[0].texts]
    assert examples == "as 攻坚战 (battle), 战场 (battlefield), 冲锋 (charge)"
    assert said == ["nation (n = 64)", "provinces (n = 64)", "prefectures (n = 64)", "since 2016"]
    plt.close(fig)


def test_what_is_in_no_report_is_told_at_the_right():
    origins = {"nation": 0.1, "province": 0.0, "prefecture": 0.0, "elsewhere": 0.2, "later": 0.0, "nowhere": 0.7}
    shares = pd.DataFrame({"label": "Zibo 2023 淄博", "origin": list(origins), "share": origins.values(), "of": 100})
    fig = figures.shared_formulas(shares)
    ax = fig.axes[0]
    assert [label.get_text().partition("\n")[0] for label in ax.get_yticklabels()] == ["all texts", "Zibo 2023"]
    assert "70%" in [text.get_text() for text in ax.texts]
    assert 0.3 < ax.get_xlim()[1] < 0.5
    assert "own\nprovince" in [text.get_text() for text in ax.texts]
    plt.close(fig)


def test_a_text_that_was_not_compared_has_a_word_and_no_bar():
    origins = ("nation", "province", "prefecture", "elsewhere", "later", "nowhere")
    known = pd.DataFrame({"label": "Zibo 2023 淄博", "origin": origins, "share": [0.1, 0, 0, 0.2, 0, 0.7], "of": 100})
    new = pd.DataFrame({"label": "Yunxi 2025 云溪", "origin": origins, "share": float("nan"), "of": pd.NA})
    fig = figures.shared_formulas(pd.concat([new, known]).astype({"of": "Int64"}))
    (ax,) = fig.axes
    names = [label.get_text().partition("\n")[0] for label in ax.get_yticklabels()]
    assert names == ["all texts", "Zibo 2023", "Yunxi 2025"]
    (told,) = [text for text in ax.texts if text.get_text() == "not compared with the reports"]
    assert told.xy == (0, 2)
    own = [bar for bar in ax.patches if bar.get_y() > 1.5]
    assert sum(bar.get_width() for bar in own) == 0
    assert [text.get_text() for text in ax.texts].count("70%") == 2  # of Zibo and of all that were compared
    plt.close(fig)


def test_a_share_that_nothing_tells_is_named_over_its_bar_and_is_no_nought():
    origins = ("nation", "province", "prefecture", "elsewhere", "later", "nowhere")
    shares = [0.1, 0.05, float("nan"), 0.2, 0, 0.65]
    fig = figures.shared_formulas(
        pd.DataFrame({"label": "Alxa 2024 阿拉善", "origin": origins, "share": shares, "of": 100})
    )
    (told,) = [text for text in fig.axes[0].texts if text.get_text() == "no report of the own prefecture"]
    assert told.xy == (pytest.approx(0.15), pytest.approx(0.69))
    plt.close(fig)


def test_all_texts_together_are_weighed_by_their_length():
    origins = ("nation", "province", "prefecture", "elsewhere", "later", "nowhere")
    long = pd.DataFrame({"label": "Zibo 2023 淄博", "origin": origins, "share": [0.5, 0, 0, 0, 0, 0.5], "of": 300})
    short = pd.DataFrame({"label": "Alxa 2024 阿拉善", "origin": origins, "share": [0.1, 0, 0, 0, 0, 0.9], "of": 100})
    fig = figures.shared_formulas(pd.concat([long, short]))
    bars = [text.get_text() for text in fig.axes[0].texts]
    assert bars[:3] == ["40%", "50%", "10%"]  # not 30%
    plt.close(fig)


def test_examples_of_words_are_words_that_are_counted():
    lexicon = {**load_lexicon("metaphors"), **load_lexicon("stance")}
    for kind in ("war", "resolve", "time_pressure"):
        for _, examples in _KINDS[kind]:
            named = re.findall(r"[\u4e00-\u9fff]{2,}", examples.removeprefix("如"))
            assert len(named) >= 2
            assert set(named) <= set(lexicon[kind]["words"])
