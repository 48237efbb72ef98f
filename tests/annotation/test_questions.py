"""What annotators are asked: categories are those of the codebook and the rules, and a cell is an answer or not."""

import re

import pytest

from analysis import paths
from analysis.annotation.questions import AnswerError, cell_text, comparable_number, sheet_instructions, sheet_parts
from analysis.extraction.main_values import MAIN_INDICATORS
from analysis.runs.tablefiles import FORMULA_SIGNS
from analysis.slogans.numerology import SLOGAN_TYPES

FIGURES = sheet_parts()["figures"].questions
CODEBOOK = (paths.ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
QUESTIONS = {question.name: question for part in sheet_parts().values() for question in part.questions.values()}


def test_categories_are_those_of_the_rules():
    assert {*FIGURES["indicator"].choices} == {*MAIN_INDICATORS, "other"}
    assert {*QUESTIONS["type"].choices} == {*SLOGAN_TYPES, "none"}
    assert {*QUESTIONS["label"].choices} == {*SLOGAN_TYPES, *MAIN_INDICATORS}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_names_a_section_of_the_codebook_and_its_categories_stand_there(name):
    question = QUESTIONS[name]
    assert re.search(rf"^#+ {question.see}|\*\*{question.see}[*.]|^\*\*{question.see}\*\*", CODEBOOK, re.MULTILINE)
    if name not in ("closes", "kind"):
        assert not [
            choice
            for choice in question.choices
            if choice not in ("none", "other") and f"`{choice}`" not in CODEBOOK and choice not in CODEBOOK
        ]


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_category_begins_like_a_formula_and_each_is_told_in_both_languages(name):
    labels = QUESTIONS[name].labels()
    assert len(set(labels)) == len(labels)
    assert not [label for label in labels if label[0] in FORMULA_SIGNS]
    assert all(re.search("[\u4e00-\u9fff]", words) for words in (*labels, QUESTIONS[name].zh))


def test_instructions_stand_in_both_languages():
    assert all(english.isascii() or "【" in english or "⏎" in english for english, _ in sheet_instructions())
    assert all(re.search("[\u4e00-\u9fff]", chinese) for _, chinese in sheet_instructions())


@pytest.mark.parametrize(
    ("field", "cell", "answer"),
    [
        ("status", "target", "target"),
        ("status", "target 目标", "target"),
        ("relation", "不低于 >=", ">="),
        ("relation", "＞＝", ">="),
        ("value", 8.0, "8"),
        ("value", "8.50", "8.5"),
        ("value", "２６，５３０", "26530"),
        ("value", "—", ""),
        ("year", 2023, "2023"),
        ("year", "无", ""),
    ],
)
def test_an_answer_is_read_however_it_is_written(field, cell, answer):
    assert FIGURES[field].answer(cell) == answer


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_label_is_read_as_its_category(name):
    question = QUESTIONS[name]
    assert [question.answer(label) for label in question.labels()] == [*question.choices]


@pytest.mark.parametrize(
    ("field", "cell", "told"),
    [
        ("status", "goal", "is no category; take one of: target, achieved, ongoing, none"),
        ("value", "8%", "is not a number without unit or - for none"),
        ("value", "-3", "is not a number"),
        ("value", "nan", "is not a number"),
        ("year", "2023.5", "is not a whole number"),
        ("status", "-", "is no category"),
    ],
)
def test_what_is_no_answer_is_told(field, cell, told):
    with pytest.raises(AnswerError, match=re.escape(told)):
        FIGURES[field].answer(cell)


def test_a_number_without_none_cannot_be_left_out():
    with pytest.raises(AnswerError, match=r"is not a whole number$"):
        QUESTIONS["members"].answer("-")


LINE = {"status": "target", "indicator": "gdp", "measure": "growth", "relation": "~", "value": "6", "direction": "up"}
LINE |= {"span": "year", "year": "2023"}


def test_a_line_is_answered_wholly_or_said_to_be_no_row():
    figures = sheet_parts()["figures"]
    assert figures.answers(LINE) == LINE
    assert figures.answers({"status": "none", "indicator": " ", "year": None}) == {"status": "none"}
    with pytest.raises(AnswerError, match="year is empty; answer it, with - if there is none"):
        figures.answers(LINE | {"year": ""})
    with pytest.raises(AnswerError, match="indicator is filled though status is none"):
        figures.answers(LINE | {"status": "none"})


@pytest.mark.parametrize(("value", "words"), [(8.0, "8"), (1.67, "1.67"), (100, "100"), (None, ""), (float("nan"), "")])
def test_numbers_are_compared_by_their_shortest_words(value, words):
    assert comparable_number(value) == words


def test_a_cell_is_text():
    assert [cell_text(cell) for cell in (None, 8.0, 8.5, " 甲 ")] == ["", "8", "8.5", "甲"]
