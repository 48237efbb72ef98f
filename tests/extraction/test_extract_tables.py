"""The tables of a text, a file or a folder in one call: those of the command, with the text that they point into."""

import inspect
import re
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis import paths
from analysis.extraction import EXTRACT_TABLES
from analysis.extraction.registers import metaphor_register, refusal_register, stance_register, token_table
from analysis.extraction.tables import TextTables
from analysis.publication import publish
from analysis.rhetoric.parallelism import parallel_runs
from analysis.runs.tablefiles import joined_list
from analysis.runs.tablesets import TABLE_SET_FORMATS
from analysis.texts import DocumentError, make_reading
from analysis.texts.corpus import read_corpus
from analysis.vocabulary.frequency import term_frequencies
from tests.made_files import html_page, word_of_text

TEXT = (
    "2024年政府工作报告\n各位代表：\n今年地区生产总值增长5.5%左右，吹响冲锋号。\n"
    "建设“三个北海”，即创新北海、开放北海、文明北海。\n"
)
PLACED = ("slogans", "statements", "metaphors", "stance", "parallelism", "refusals")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mine")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.docx").write_bytes(word_of_text(TEXT))
    (folder / "c").mkdir()
    (folder / "c" / "d.html").write_bytes(html_page("gov", TEXT, "gb18030"))
    (folder / "bad.zip").write_bytes(b"PK")
    return folder


def quoted(tables):
    for name in PLACED:
        for row in getattr(tables, name).itertuples():
            assert tables.texts[row.doc_id][row.start : row.end] == row.quote


def test_a_folder_gives_every_table_and_the_texts_they_point_into(folder):
    tables = analysis.read(folder)
    assert list(tables.documents["doc_id"]) == ["a", "b", "c/d"]
    assert list(tables.slogans["quote"]) == ["三个北海"] * 3
    assert list(tables.slogans["found"]) == [3] * 3
    assert list(tables.unread["reason"]) == ["an archive; unpack it"]
    quoted(tables)


def test_the_call_is_documented_with_all_tables_and_columns():
    described = re.sub(r"\s+", " ", inspect.getdoc(analysis.read))
    for name, columns in EXTRACT_TABLES.items():
        assert f"`{name}`" in described
        assert ", ".join(column.name for column in columns) in described
    assert TextTables._fields == (*EXTRACT_TABLES, "texts")


@pytest.mark.parametrize("form", TABLE_SET_FORMATS)
def test_it_writes_what_the_command_writes(folder, tmp_path, form):
    analysis.read(folder).write(tmp_path / "notebook", form)
    command = [sys.executable, "-m", "analysis", "extract", str(folder), "--out", str(tmp_path / "command")]
    subprocess.run([*command, "--format", form], check=False, capture_output=True, cwd=paths.ROOT)  # noqa: S603
    made, told = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("notebook", "command")
    )
    assert set(made) == set(told)
    assert len(made) > 2
    assert [name for name in made if made[name] != told[name]] == []


def test_a_text_may_be_given_itself():
    tables = analysis.read(TEXT)
    assert list(tables.documents["doc_id"]) == ["your-text"]
    assert list(tables.statements["quote"]) == ["地区生产总值增长5.5%左右"]
    assert list(tables.statements["period"]) == [2024]
    assert list(analysis.read(TEXT, year=2031).statements["period"]) == [2031]
    quoted(tables)


@pytest.mark.parametrize("missing", ["speech.txt", "我的讲话.docx", "data/nowhere", "/none/冲锋号.txt"])
def test_a_file_that_is_missing_is_not_taken_for_a_text(missing):
    with pytest.raises(DocumentError, match="No such file"):
        analysis.read(missing)


def test_nothing_that_can_be_read_is_an_error_with_its_reason(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK")
    with pytest.raises(DocumentError, match="an archive; unpack it"):
        analysis.read(tmp_path)
    with pytest.raises(DocumentError, match="half of a surrogate pair"):
        analysis.read("今年增长8%，\ud800很好。")


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_any_text_with_a_sentence_has_tables(words):
    tables = analysis.read(f"{words}\n今年增长8%，很好。")
    assert tables.texts["your-text"].startswith(words)
    quoted(tables)


def test_the_rows_are_those_of_the_registers_of_the_book():
    docs = read_corpus().sort_values("doc_id", ignore_index=True)
    plain = analysis.read([paths.CORPUS / f"{doc_id}.txt" for doc_id in docs["doc_id"]])
    own = docs.assign(reading=[make_reading(raw) for raw in docs["raw"]])
    for found, register in (
        (plain.metaphors, metaphor_register(own)),
        (plain.stance, stance_register(own)),
        (plain.refusals, refusal_register(own)),
    ):
        assert list(found.columns) == list(register.columns)
        pd.testing.assert_frame_equal(found, register.reset_index(drop=True), check_dtype=False)
    runs = parallel_runs(own).drop(columns="label")
    pd.testing.assert_frame_equal(plain.parallelism.drop(columns="quote"), runs, check_dtype=False)
    pd.testing.assert_frame_equal(plain.terms, term_frequencies(token_table(own)), check_dtype=False)


@given(st.lists(st.one_of(st.integers(0, 999), st.sampled_from(["N", "X", "创新北海", "=甲"]))))
def test_lists_are_spelled_as_in_the_published_tables(items):
    assert joined_list(items) == publish._plain(tuple(items)) or publish._plain(tuple(items)).startswith("'")


def test_an_empty_text_and_an_unknown_form_are_told(tmp_path):
    with pytest.raises(DocumentError, match="the text is empty"):
        analysis.read(" ")
    with pytest.raises(ValueError, match="form is 'foo'; name one of csv, jsonl, parquet, xlsx"):
        analysis.read("打造“四个高地”，今年增长。").write(tmp_path / "out", "foo")
    assert not (tmp_path / "out").exists()
