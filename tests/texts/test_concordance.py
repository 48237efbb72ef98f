"""Concordance: every place, in context, with offsets into the raw text."""

import pytest

from analysis.texts import make_reading
from analysis.texts.concordance import (
    CONCORDANCE_COLUMNS,
    concordance_lines,
    concordance_table,
    printed_line,
    search_pattern,
)
from analysis.texts.corpus import read_corpus

DOCS = read_corpus()


def found(raw, words, **options):
    return list(concordance_lines(make_reading(raw), "甲", search_pattern(words, **options)))


def test_a_word_stands_in_its_context():
    (line,) = found("我们要吹响冲锋号，加快建设。", "冲锋号")
    assert line == ("甲", 5, 8, "我们要吹响", "冲锋号", "，加快建设。")


def test_context_is_as_wide_as_asked():
    read = make_reading("一二三四五六七八九")
    (line,) = concordance_lines(read, "甲", search_pattern("五"), context=2)
    assert (line.left, line.right) == ("三四", "六七")


def test_words_are_taken_as_they_are_written_unless_asked():
    assert [line.quote for line in found("1+1269和11269", "1+1269")] == ["1+1269"]
    assert [line.quote for line in found("三个北海，六个北海", "[三六]个北海", regex=True)] == ["三个北海", "六个北海"]


def test_a_word_broken_over_lines_is_found_with_its_raw_place():
    raw = "今年主要目\n\n标是增长。主要目标不变，主要目标明确。"
    lines = found(raw, "主要目标")
    assert [line.quote for line in lines] == ["主要目标"] * 3
    assert raw[lines[0].start : lines[0].end] == "主要目\n\n标"


@pytest.mark.parametrize("words", ["建设", "1+1269", "高质量发展", "冲锋号"])
def test_every_place_of_the_corpus_is_found_at_its_raw_offset(words):
    for doc in DOCS.to_dict("records"):
        lines = list(concordance_lines(doc["reading"], doc["doc_id"], search_pattern(words)))
        assert len(lines) == doc["reading"].text.count(words)
        for line in lines:
            printed = doc["raw"][line.start : line.end]
            assert printed.replace("\n", "") == words or len(printed) > 200  # a word with a caption inside
            assert f"{line.left}{line.quote}{line.right}" in doc["reading"].text


@pytest.mark.parametrize(
    ("words", "regex", "told"), [("", False, "empty"), ("a*", True, "empty"), ("(", True, "no reg")]
)
def test_a_pattern_that_cannot_be_used_is_told(words, regex, told):
    with pytest.raises(ValueError, match=told):
        search_pattern(words, regex=regex)


def test_a_table_has_a_row_a_place_and_keeps_its_columns():
    table = concordance_table(DOCS, ["冲锋号", "没有这个词"])
    assert list(table.columns) == list(CONCORDANCE_COLUMNS)
    assert len(table) == sum(read.text.count("冲锋号") for read in DOCS["reading"])
    assert list(concordance_table(DOCS, []).columns) == list(CONCORDANCE_COLUMNS)


def test_a_printed_line_is_one_line():
    (line,) = found("一\n二冲锋号三\n四", "冲锋号")
    assert "\n" not in printed_line(line)
    assert printed_line(line).endswith("甲:3-6")
