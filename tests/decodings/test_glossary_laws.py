"""Laws of every glossary, whatever its lines: nothing raises, entries follow one another and flaws have a line."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from analysis.decodings import decodings_of, glossary_flaws, glossary_rows, read_glossary
from analysis.texts import make_reading

BODY = "各位代表，现在报告工作，请予审议。\n一年来，全市上下奋力拼搏，各项事业稳步前进。\n" * 9
PIECES = [
    *(
        "1.",
        "2.",
        "3、",
        "[1]",
        "[2]",
        "（1）",
        "①",
        "②",
        "⑪",
        "注1：",
        "一、",
        "（二）",
        "〇",
        "●",
        "**",
        "9",
        "[^1]:",
    ),
    *("：", ":", "。", "；", " ", "　", "——", "“", "”", "（", "）", "【", "】", "，即", "是指", "解释：", "原文："),
    *(
        "三馆",
        "“两港”",
        "甲馆、乙馆、丙馆。",
        "两港：东港、西港",
        "名词解释",
        "附件2：",
        "（第5页）",
        "2024年1月9日",
        "来源",
    ),
]
LINES = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), max_size=7)
TEXTS = st.tuples(st.sampled_from(["名词解释\n", "注：\n", "", "附件1：名词解释\n"]), LINES, st.booleans()).map(
    lambda parts: BODY + parts[0] + "\n".join(parts[1]) + "\n" * parts[2]
)


@given(TEXTS)
def test_entries_follow_one_another_and_have_a_term_and_a_text(text):
    entries = read_glossary(text)
    assert all(text[entry.start : entry.end] == entry.term for entry in entries)
    assert all(re.search(r"\w", entry.term) and len(entry.term) <= 60 for entry in entries)
    assert all(entry.end <= entry.definition_start < entry.definition_end <= len(text) for entry in entries)
    assert all(one.definition_end <= other.start for one, other in itertools.pairwise(entries))


@given(TEXTS)
def test_flaws_have_a_line_of_the_file(text):
    flaws = glossary_flaws(make_reading(text))
    lines = [int(re.match(r"line ([0-9]+): ", flaw)[1]) for flaw in flaws]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@given(TEXTS)
def test_rows_lead_to_the_raw_text(text):
    read = make_reading(text)
    assert all(read.raw[row.start : row.end] == row.term for row in glossary_rows(read))
    for row in decodings_of(read):
        assert row.found == len(row.members) == len(row.spans)
        assert row.closes is (0 < row.found == row.announced)
        assert bool(row.form) is bool(row.found)
        assert all(row.definition_start <= low < high <= row.definition_end for low, high in row.spans)
