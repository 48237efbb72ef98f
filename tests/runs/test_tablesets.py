"""Sets of tables: one spelling in every form, whole or not at all, and no cell that a program runs or mends."""

import csv
import io
import itertools
import json

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.runs import Column
from analysis.runs.tablefiles import joined_list
from analysis.runs.tablesets import TABLE_SET_FORMATS, write_table, writing_table_set

COLUMNS = [
    Column("doc_id", "text", True, "the text"),
    Column("digits", "digits"),
    Column("items", "words", True),
    Column("n", "whole"),
    Column("value", "number"),
    Column("headline", "flag"),
]
ROWS = [
    ("2024-01", (1, 3, "N"), ("甲", "乙;丙"), None, 5.5, True),
    ("=1+1", (), ("=a",), 3, None, False),
    ("007", (100,), (), 0, 1e-7, False),
]


def written(folder, form, rows=ROWS, mark=False):
    with writing_table_set(folder, {"made": COLUMNS}, form, mark=mark) as opened:
        opened.tables["made"].add(rows[:1])
        opened.tables["made"].add(rows[1:])
        opened.add_text("texts/a/b.txt", "一\r\n二")
    return folder


def test_csv_has_the_spelling_of_the_published_tables(tmp_path):
    assert (written(tmp_path, "csv") / "made.csv").read_text(encoding="utf-8") == (
        "doc_id,digits,items,n,value,headline\n2024-01,1;3;N,甲;乙；丙,,5.5,True\n'=1+1,,'=a,3,,False\n007,100,,0,1e-07,False\n"
    )


def test_the_mark_is_the_only_difference_that_it_makes(tmp_path):
    plain, marked = (written(tmp_path / str(mark), "csv", mark=mark) / "made.csv" for mark in (False, True))
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
    for form in ("jsonl", "parquet"):
        assert (
            written(tmp_path / f"{form}-mark", form, mark=True).joinpath(f"made.{form}").read_bytes()
            == written(tmp_path / form, form).joinpath(f"made.{form}").read_bytes()
        )


def test_a_workbook_keeps_dates_codes_and_formulas_as_text_and_numbers_as_numbers(tmp_path):
    book = openpyxl.load_workbook(written(tmp_path, "xlsx") / "tables.xlsx")
    assert book.sheetnames == ["made", "columns"]
    cells = [[cell.value for cell in row] for row in book["made"].iter_rows()]
    assert cells[0] == [column.name for column in COLUMNS]
    assert cells[1:] == [
        ["2024-01", "1;3;N", "甲;乙；丙", None, 5.5, True],
        ["=1+1", None, "'=a", 3, None, False],
        ["007", "100", None, 0, 1e-7, False],
    ]
    kinds = {row[0].data_type for row in book["made"].iter_rows(min_row=2)}
    assert kinds == {"s"}  # no formula
    assert book["made"].freeze_panes == "A2"
    told = [[cell.value for cell in row] for row in book["columns"].iter_rows(min_row=2)]
    assert told[0] == ["made", "doc_id", "text", "the text"]
    assert [row[1] for row in told] == cells[0]


@pytest.mark.parametrize("form", TABLE_SET_FORMATS)
def test_the_same_rows_give_the_same_bytes_and_texts_lie_beside(tmp_path, form):
    one, two = (written(tmp_path / name, form) for name in ("one", "two"))
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert [(one / name).read_bytes() for name in files] == [(two / name).read_bytes() for name in files]
    assert (one / "texts/a/b.txt").read_bytes() == "一\r\n二".encode()


def failing(folder, form):
    with writing_table_set(folder, {"made": COLUMNS}, form) as opened:
        opened.tables["made"].add(ROWS)
        opened.add_text("texts/new.txt", "x")
        raise RuntimeError


@pytest.mark.parametrize("form", TABLE_SET_FORMATS)
def test_a_run_that_fails_leaves_the_older_tables_and_texts(tmp_path, form):
    written(tmp_path, form)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(RuntimeError):
        failing(tmp_path, form)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_two_runs_do_not_write_to_one_folder_at_once(tmp_path):
    with (
        writing_table_set(tmp_path, {"made": COLUMNS}, "csv"),
        pytest.raises(BlockingIOError, match="another run is writing there"),
        writing_table_set(tmp_path, {"made": COLUMNS}, "xlsx"),
    ):
        pass


def test_a_sheet_that_is_full_is_told(tmp_path, monkeypatch):
    from analysis.runs import workbooks

    monkeypatch.setattr(workbooks, "_MOST_ROWS", 3)
    with pytest.raises(OSError, match="Excel holds 2 rows; take --format csv"):
        written(tmp_path, "xlsx")
    assert not list(tmp_path.iterdir())


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=30)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=3)), max_size=5))
def test_any_words_come_back_from_every_form(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("forms")
    columns = [Column("words", "text"), Column("items", "words")]
    for form in ("csv", "jsonl", "xlsx"):
        write_table(folder / f"t.{form}", "t", columns, rows)
    content = (folder / "t.csv").read_bytes().decode("utf-8")
    assert list(csv.reader(io.StringIO(content, newline="")))[1:] == [
        [words, joined_list(items)] for words, items in rows
    ]
    lines = (folder / "t.jsonl").read_bytes().decode("utf-8").split("\n")[:-1]
    assert [tuple(json.loads(line).values()) for line in lines] == rows
    sheet = openpyxl.load_workbook(folder / "t.xlsx")["t"]
    found = [row[0] or "" for row in sheet.iter_rows(min_row=2, values_only=True)]
    for back, words in itertools.zip_longest(found, [words for words, _ in rows], fillvalue=""):
        assert back == words or any(sign < " " or sign > "\ud7ff" for sign in words) or "_x" in words
