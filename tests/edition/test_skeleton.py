"""Skeletons: heads by rule, whose a slogan is, and a drawing of any text."""

import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis import figures, paths
from analysis.annotation.adjudicated import adjudicated_closures, adjudicated_slogans, adjudicated_statements
from analysis.edition.skeleton import SKELETON_COLUMNS, section_heads, text_skeletons
from analysis.figures.marks import marks_of
from analysis.figures.skeleton import _abreast, _crossings, _spread
from analysis.figures.style import WIDTHS, drawing_width, style_sheet
from analysis.publication.template import check_drawing, settled
from analysis.texts import Mark, make_reading
from analysis.texts.corpus import read_corpus
from analysis.texts.labels import LANGUAGES, drawing_language
from analysis.vocabulary.glossary import book_terms

DOCS = read_corpus()
SKELETONS = text_skeletons(DOCS, adjudicated_slogans(DOCS), adjudicated_closures(DOCS), adjudicated_statements(DOCS))
MADE = "某区开会\n第一句话。\n步伐坚实\n照片\n又一句:\n一、客观总结发展成绩\n(一)抓实教育。后面是正文。\n10%\n完。”\n"


def heads(text, marks=None):
    read = make_reading(text, marks)
    return [(read.text[start:end], kind) for start, end, kind in section_heads(read)]


def test_a_head_is_a_line_without_an_end_or_a_numbered_opening():
    assert heads(MADE, [Mark(16, 18, "caption")]) == [
        ("某区开会", "title"), ("步伐坚实", "section"), ("一、客观总结发展成绩", "section"), ("(一)抓实教育", "point"),
    ]  # fmt: skip


def test_a_text_without_heads_has_none():
    assert heads("一句话。\n另一句话!\n") == []


@pytest.mark.parametrize("doc_id", DOCS["doc_id"])
def test_heads_are_of_known_kinds_and_those_of_an_annotated_text_have_english(doc_id):
    own = SKELETONS[(SKELETONS["doc_id"] == doc_id) & (SKELETONS["part"] == "head")]
    assert set(own["kind"]) <= {"title", "section", "point"}
    if (paths.GOLD / f"{doc_id}.json").is_file():  # of a text that has joined a person writes it
        assert (own["gloss"] != "").all()


def test_every_head_has_its_row_and_no_row_is_of_a_head_that_is_gone():
    listed = {term.term for term in book_terms().values() if term.kind == "head"}
    assert listed == set(SKELETONS.loc[SKELETONS["part"] == "head", "words"])


def test_rows_are_places_of_the_raw_text_in_order():
    assert tuple(SKELETONS.columns) == SKELETON_COLUMNS
    raws = DOCS.set_index("doc_id")["raw"]
    for doc_id, own in SKELETONS.groupby("doc_id"):
        assert own["start"].is_monotonic_increasing
        for row in own.itertuples():
            assert raws[doc_id][row.start : row.end].replace("\n", "") == row.words.replace("\n", "")


def table(rows, columns):
    return pd.DataFrame(rows, columns=columns)


def made_skeleton():
    read = make_reading("正文三高。增长8%。")
    docs = pd.DataFrame({"doc_id": ["made"], "label": ["Madeup 2025"], "raw": [read.raw], "reading": [read]})
    found = table(
        [("made", 2, 4, "三高", "local", 3), ("made", 3, 4, "高", "national", None)],
        ["doc_id", "start", "end", "quote", "scope", "announced"],
    ).astype({"announced": "Int64"})
    closures = table([("made", 2, "partial 2/3"), ("made", 3, "not enumerated here")], ["doc_id", "start", "closure"])
    stated = table(
        [("made", 5, 9, "增长8%", "target", None), ("made", 7, 9, "8%", "target", 5)],
        ["doc_id", "start", "end", "quote", "status", "repeats"],
    )
    return text_skeletons(docs, found, closures, stated)


def test_slogans_and_statements_are_told_apart_and_repeats_left_out():
    rows = made_skeleton()
    assert rows[["part", "kind", "whose"]].to_numpy().tolist() == [
        ["slogan", "partial", "own"], ["slogan", "no list announced", "above"], ["statement", "target", ""],
    ]  # fmt: skip
    assert list(rows["characters"]) == [10] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_heads_is_drawn(language):
    with drawing_language(language):
        fig = figures.skeleton(made_skeleton(), "made")
    fig.canvas.draw()
    shown = [text.get_text() for text in fig.axes[0].texts]
    assert any(re.search(r"n = 10(?!\d)", words) for words in shown)
    assert len(marks_of(fig)) == 3
    plt.close(fig)


@pytest.mark.parametrize("doc_id", DOCS["doc_id"])
def test_each_slogan_and_statement_has_a_mark(doc_id):
    own = SKELETONS[SKELETONS["doc_id"] == doc_id]
    fig = figures.skeleton(SKELETONS, doc_id)
    assert len(marks_of(fig)) == (own["part"] != "head").sum()
    shown = [text.get_text() for text in fig.axes[0].texts]
    plt.close(fig)
    assert sum("\nn = " in words for words in shown) == 4  # slogans and three statuses


@pytest.mark.parametrize("doc_id", DOCS["doc_id"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_head_and_name_can_be_read_at_both_widths(doc_id, width, language):
    own = SKELETONS[(SKELETONS["doc_id"] == doc_id) & (SKELETONS["part"] != "statement") & SKELETONS["first"]]
    with drawing_language(language), drawing_width(width), plt.style.context(style_sheet()):
        fig = figures.skeleton(SKELETONS, doc_id)
        check_drawing(settled(fig), f"fig-skeleton-{doc_id}")
    shown = "".join(text.get_text() for text in fig.axes[0].texts)
    plt.close(fig)
    shown = "".join(shown.split())
    for row in own[own["kind"] != "title"].itertuples():
        said = row.gloss if row.part == "head" and language == "en" else row.words
        if said == row.words:
            said = said.translate(str.maketrans(",()", "，（）"))  # as Chinese has these marks in every language
        assert "".join(said.split()) in shown


@pytest.mark.parametrize(
    ("language", "evidence"), [("en", ("words", "glossary", "documents")), ("zh", ("上下文", "名词解释", "文件"))]
)
def test_the_key_of_a_file_says_by_what_a_slogan_is_from_above(language, evidence):
    with drawing_language(language), plt.style.context(style_sheet()):
        fig = figures.skeleton(SKELETONS, "2024-alxa")
    key = " ".join(text.get_text() for text in fig.legends[0].get_texts())
    plt.close(fig)
    assert [word for word in evidence if word not in key] == []


def test_a_gloss_stands_below_its_name_where_they_do_not_fit_into_a_line():
    label = "Three Raises and Three Strivings"
    for width, between in (("wide", " "), ("narrow", "\n")):
        with drawing_width(width), plt.style.context(style_sheet()):
            fig = figures.skeleton(SKELETONS, "2023-zibo")
        assert f"三提三争{between}{label}" in [text.get_text() for text in fig.axes[0].texts]
        plt.close(fig)


def test_labels_keep_their_order_and_never_overlap():
    assert _spread([0, 1, 50], [10, 10, 10], 100) == [0, 10, 50]
    assert _spread([40, 40], [10, 10], 100) == [35, 45]
    assert _spread([95, 99], [10, 10], 100) == [80, 90]


@pytest.mark.parametrize("down", [True, False])
def test_threads_of_marks_abreast_do_not_cross(down):
    starts = [100, 101, 102, 103]
    told = {start: start + (200 if down else -200) + 50 * place for place, start in enumerate(starts)}
    places = _abreast(starts, told, 10, 0.5)
    assert sorted(places.values()) == [0, 1, 2, 3]
    assert [places[start] for start in starts] == ([3, 2, 1, 0] if down else [0, 1, 2, 3])
    assert _crossings({}, places, told, 0.5) == 0
    assert _crossings({}, {start: 3 - place for start, place in places.items()}, told, 0.5) > 0


def test_marks_far_apart_are_on_the_line():
    assert _abreast([0, 100], {0: 0.0, 100: 100.0}, 10, 0.5) == {0: 0, 100: 0}
