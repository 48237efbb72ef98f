"""Quotations: words stand in their text or the build stops, and each leads to the nearest marked passage."""

import re

import pytest
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.edition import quoting
from analysis.edition.quoting import QuotationError, QuotedNode, find_quotation, nearest_passage, read_text_of
from analysis.texts.corpus import read_corpus

RAW = "锚定六高,加快\n\n发展(扩大)。六高, 六高。"
HERE = "reading-a.md, line 7"
READINGS = sorted(paths.CHAPTERS.glob("**/reading-*.md"))  # English and Chinese
SAID = re.compile(r"\{said\}`([^`]+)`")


def find(words):
    return find_quotation(RAW, words, "a.txt", HERE)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("六高", 2),
        ("六高 (2)", 16),
        ("六高 (3)", 20),
        ("加快发展", 5),
        ("加快 发展(扩大)", 5),
        ("六高，加快发展（扩大）", 2),
    ],
)
def test_words_are_found_across_lines_and_in_either_width(words, start):
    assert find(words) == (start, words.removesuffix(" (2)").removesuffix(" (3)"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("六高,加强", "“六高,加强” does not stand in a.txt (it has “六高,加”); quote the text as it is printed"),
        ("七高", "“七高” does not stand in a.txt; quote the text as it is printed"),
        ("六高 (4)", "“六高” stands in a.txt 3 times; take the number (4) away or lower it"),
        ("锚定 (2)", "“锚定” stands in a.txt once; take the number (2) away or lower it"),
        ("锚定 (0)", "“锚定” stands in a.txt once; take the number (0) away or lower it"),
    ],
)
def test_words_that_are_not_there_are_told(words, told):
    with pytest.raises(QuotationError) as raised:
        find(words)
    assert str(raised.value) == f"{HERE}: {told}"


def test_the_role_is_for_readings():
    assert read_text_of("chapters/reading-2024-alxa", HERE) == "2024-alxa"
    with pytest.raises(QuotationError, match=r"the role said is for chapters reading-<doc_id>\.md; quote in"):
        read_text_of("chapters/findings", HERE)


@given(st.lists(st.integers(0, 500), min_size=1), st.integers(0, 500))
def test_no_passage_is_nearer_than_the_nearest(starts, place):
    chosen = nearest_passage(starts, place)
    assert all(abs(chosen - place) <= abs(start - place) for start in starts)


def test_of_two_passages_the_earlier_is_taken_and_without_any_none():
    assert nearest_passage([9, 3], 6) == 3
    assert nearest_passage([], 6) is None


@pytest.mark.parametrize(
    ("doc_id", "told"), [("2024-alxa", 'refuri="edition-2024-alxa.html#p-2024-alxa-120"'), ("2025-none", "")]
)
def test_a_quotation_becomes_a_link_where_the_book_has_the_text(doc_id, told, monkeypatch):
    monkeypatch.setattr(quoting, "passage_starts", lambda of: [90, 120])
    tree = new_document("x")
    tree += QuotedNode("", doc_id=doc_id, start=118, words="六高")
    quoting.link_quotations(None, tree, "chapters/reading")
    assert told in str(tree)
    assert ("<reference" in str(tree)) == bool(told)
    assert '<inline classes="language-zh-Hans unbroken said">六高</inline>' in str(tree)


def test_a_chinese_page_sets_the_inner_marks_of_a_quotation():
    assert find_quotation("围绕“一条主线”展开", "围绕‘一条主线’", "a.txt", HERE) == (0, "围绕‘一条主线’")


@pytest.mark.parametrize("file", READINGS, ids=[path.relative_to(paths.CHAPTERS).as_posix() for path in READINGS])
def test_every_quotation_of_a_reading_stands_in_its_text(file):
    doc_id = read_text_of(f"chapters/{file.stem}", HERE)
    raw = read_corpus().set_index("doc_id").loc[doc_id, "raw"]
    text = file.read_text(encoding="utf-8")
    for match in SAID.finditer(text):
        find_quotation(raw, match[1], f"{doc_id}.txt", f"{file.name}, line {text.count(chr(10), 0, match.start()) + 1}")
