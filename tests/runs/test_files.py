"""One file: written whole, read as a table, packed."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.runs import write_whole
from analysis.runs.files import CsvError, lines_of_rows, pack_zip, parse_csv, read_rows


def test_a_file_is_written_with_its_folder_and_over_an_older_one(tmp_path):
    for content in (b"old", b"new"):
        write_whole(tmp_path / "a" / "b.csv", content)
        assert {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()} == {"b.csv": content}


def test_a_file_that_cannot_be_written_leaves_the_older_one(tmp_path):
    write_whole(tmp_path / "a", b"old")
    with pytest.raises(TypeError):
        write_whole(tmp_path / "a", "no bytes")
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "b", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert (tmp_path / "a").read_bytes() == b"old"


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=5))
def test_rows_are_read_as_they_were_written(cells):
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["a", "b"], *cells])
    heading, rows = parse_csv("\ufeff" + written.getvalue())
    assert heading == ["a", "b"]
    assert [list(row.values()) for row in rows] == cells


def test_a_heading_alone_and_no_line_at_all():
    assert parse_csv("a,b\n") == (["a", "b"], [])
    assert parse_csv("") == ([], [])


def test_rows_of_another_length_are_not_hidden():
    assert parse_csv("a,b\n1\n1,2,3\n")[1] == [{"a": "1", "b": None}, {"a": "1", "b": "2", None: ["3"]}]


def test_what_is_no_csv_is_told_with_its_reason():
    with pytest.raises(CsvError, match="unexpected end of data"):
        parse_csv('a\n"1\n')


def test_every_table_in_the_data_of_the_project_is_read_and_whole():
    tables = sorted(paths.DATA.rglob("*.csv"))
    assert len(tables) > 15
    for path in tables:
        rows = read_rows(path)
        assert not [row for row in rows if None in row or None in row.values()], path


@given(st.dictionaries(st.sampled_from("abc"), st.binary(max_size=50)), st.randoms())
def test_files_are_packed_the_same_in_any_order(files, chance):
    members = list(files.items())
    chance.shuffle(members)
    packed = pack_zip(members)
    assert packed == pack_zip(files.items())
    archive = zipfile.ZipFile(io.BytesIO(packed))
    assert {name: archive.read(name) for name in archive.namelist()} == files
    assert {entry.date_time for entry in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a,b\n", []),
        ("a,b\n1,2\n3,4\n", [2, 3]),
        ("a,b\r\n1,2\r\n\r\n3,4", [2, 4]),
        ('a,b\n1,"x\ny\n"\n\n\n3,4\n', [2, 7]),
        ('\ufeff"a\nb",c\n1,2\n', [3]),
    ],
)
def test_a_row_begins_in_the_line_that_an_editor_shows(text, lines):
    assert lines_of_rows(text) == lines
    assert len(lines) == len(parse_csv(text)[1])
