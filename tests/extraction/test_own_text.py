"""A reader's own text: its tables are those that the command line writes, whatever the text."""

import base64
import json
import re
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import figures, paths
from analysis.extraction.own_text import decoded_slogans, frequent_terms, own_corpus, pasted_text, text_from_file
from analysis.extraction.registers import metaphor_register, slogan_register, stance_register, statement_register
from analysis.publication import preview_table, show_picture
from analysis.rhetoric.devices import rates_of_metaphor
from analysis.texts import DocumentError
from analysis.texts.corpus import read_corpus
from tests.made_files import word_of_text

YOUR_TEXT = paths.CHAPTERS / "your-text.md"
TEXT = "打造“四个高地”：产业高地、创新高地、开放高地、生态高地。今年地区生产总值增长7%以上，我们必须吹响冲锋号。"


def test_slogans_are_decoded_and_closed():
    row = decoded_slogans(pasted_text(TEXT)).iloc[0]
    assert (row["quote"], list(row["digits"]), row["announced"], row["verdict"]) == ("四个高地", [4], 4, "closes")
    assert list(row["items"]) == ["产业高地", "创新高地", "开放高地", "生态高地"]


@pytest.mark.parametrize("doc_id", read_corpus()["doc_id"])
def test_a_text_of_the_corpus_has_the_rows_of_the_command_line(tmp_path, doc_id):
    path = tmp_path / f"{doc_id}.txt"
    path.write_bytes((paths.CORPUS / f"{doc_id}.txt").read_bytes())
    command = [
        sys.executable,
        "-m",
        "analysis",
        "extract",
        str(path),
        "--out",
        str(tmp_path / "out"),
        "--format",
        "jsonl",
    ]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    docs = text_from_file(path)
    for name, table in (("slogans", slogan_register(docs)), ("statements", statement_register(docs))):
        written = [json.loads(line) for line in (tmp_path / "out" / f"{name}.jsonl").read_text("utf-8").splitlines()]
        assert [(row["start"], row["end"], row["quote"]) for row in written] == list(
            table[["start", "end", "quote"]].itertuples(index=False, name=None)
        )


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_tables(text):
    docs = pasted_text(text)
    assert len(decoded_slogans(docs)) == len(slogan_register(docs))
    for table in (statement_register(docs), metaphor_register(docs), stance_register(docs)):
        assert all(text[row.start : row.end] == row.quote for row in table.itertuples())
    assert frequent_terms(docs)["frequency"].sum() <= len(text)


def test_the_year_may_be_given():
    assert pasted_text(TEXT)["plan_year"].isna().all()
    assert pasted_text(TEXT, year=2025)["plan_year"].tolist() == [2025]


def test_a_file_that_is_no_text_is_told(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"\0\1\2")
    with pytest.raises(DocumentError, match=f"^{re.escape(str(path))}: binary"):
        text_from_file(path)


def test_what_is_no_file_is_named_with_what_to_do(tmp_path, monkeypatch):
    """Bugs: "No such file or directory", "empty" and "no regular file" were all that was said."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"^empty\.txt: empty$"):
        text_from_file("empty.txt")
    with pytest.raises(DocumentError) as told:
        text_from_file("none.docx")
    assert str(told.value) == f"none.docx: No such file or directory; names of files are read from {tmp_path}"
    with pytest.raises(DocumentError, match="a folder; read") as told:
        own_corpus(tmp_path)
    assert str(told.value).startswith(f"{tmp_path}: ")


# a source of the chapter: a text, or the name of a file


def test_a_source_is_a_text_or_a_file(tmp_path):
    path = tmp_path / "讲话.docx"
    path.write_bytes(word_of_text(TEXT))
    for source in (str(path), path):
        pd.testing.assert_series_equal(own_corpus(source)["raw"], text_from_file(path)["raw"])
    assert own_corpus(TEXT, year=2025)[["raw", "plan_year"]].values.tolist() == [[TEXT, 2025]]
    for wrong in ("讲话.docx", " "):
        with pytest.raises(DocumentError):
            own_corpus(wrong)


CELLS = re.findall(r"^```\{code-cell\} ipython3\n(.*?)^```$", YOUR_TEXT.read_text("utf-8"), re.MULTILINE | re.DOTALL)
OWN = "建设“三个强县”：工业强县、农业强县、文化强县。今年地区生产总值增长6%以上，必须吹响冲锋号。"


def test_all_cells_of_the_chapter_read_the_source_of_the_first(tmp_path, monkeypatch):
    """A bug: who named a file in the first cell found the made-up example in later ones."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "讲话.docx").write_bytes(word_of_text(OWN))
    first, *later = CELLS
    changed = re.sub(r'^SOURCE = """.*?"""', 'SOURCE = "讲话.docx"', first, flags=re.MULTILINE | re.DOTALL)
    assert changed != first
    names = {}
    for cell in (changed, *later):
        exec(cell, names)  # noqa: S102
    assert names["slogans"]["quote"].tolist() == ["三个强县"]
    assert names["docs"]["raw"].tolist() == list(names["tables"].texts.values())
    assert names["tables"].documents["kind"].tolist() == ["docx"]
    assert names["compared"].owners["slogan"].tolist() == ["三个强县"]
    example = set(re.findall("“(.*?)”", first))
    assert not any(name in cell for cell in later for name in example)


def test_a_preview_is_a_table_with_a_name():
    shown = preview_table(decoded_slogans(pasted_text("实施“1+3+5”行动。")), "a <b>").data
    assert 'aria-label="a &lt;b&gt;"' in shown
    assert "<td>1, 3, 5</td>" in shown
    assert 'href="../tables' not in shown


def test_a_picture_is_shown_with_its_words_and_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    docs = pasted_text(TEXT)
    rates = rates_of_metaphor(docs, metaphor_register(docs))
    shown = show_picture(figures.source_domains, rates, "a <b>").data
    assert 'alt="a &lt;b&gt;"' in shown
    files = [base64.b64decode(file).decode() for file in re.findall('base64,([^"]+)', shown)]
    assert len({*files}) == 4  # for a page and for a phone, light and dark
    assert ["#15181c" in file for file in files] == [False, False, True, True]
    assert '<picture class="only-dark" hidden>' in shown  # a notebook has no style that would hide it
    assert list(tmp_path.iterdir()) == []
