"""Recomputation: each published number, figure and table that is not what the raw data give is named."""

import hashlib
import json
import sys

import pytest

from analysis.book import comparison
from analysis.book.binding import BindingError
from analysis.book.comparison import BookError, book_differences, main, recompute_book


def book(folder, *, number="12", rows="a\n1\n"):
    """Write a built book with one number and one table."""
    (folder / "tables").mkdir(parents=True)
    (folder / "tables" / "tab-a.csv").write_text(rows, encoding="utf-8")
    file = {"path": "tables/tab-a.csv", "sha256": hashlib.sha256(rows.encode()).hexdigest()}
    listed = [{"id": "tab-a", "files": [file]}]
    for name, content in (
        ("facts.json", {"slogans": {"mentions": number}}),
        ("tables.json", listed),
        ("figures.json", []),
    ):
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_equal_books_differ_in_nothing(tmp_path):
    assert list(book_differences(book(tmp_path / "a"), book(tmp_path / "b"))) == []


def test_a_number_and_a_table_that_moved_are_named(tmp_path):
    published, computed = book(tmp_path / "a"), book(tmp_path / "b", number="13", rows="a\n2\n")
    number, table = book_differences(published, computed)
    assert number == "slogans, mentions: published 12, computed 13"
    assert table.startswith("tables/tab-a.csv: published ")


def test_what_one_book_lacks_is_named(tmp_path):
    published, computed = book(tmp_path / "a"), book(tmp_path / "b")
    (computed / "facts.json").write_text('{"slogans": {}}', encoding="utf-8")
    (computed / "tables.json").write_text("[]", encoding="utf-8")
    number, table = book_differences(published, computed)
    assert number.endswith("computed nothing")
    assert table.endswith("computed nothing")


def test_a_published_file_that_was_changed_is_named(tmp_path):
    published, computed = book(tmp_path / "a"), book(tmp_path / "b")
    (published / "tables" / "tab-a.csv").write_text("a\n3\n", encoding="utf-8")
    assert list(book_differences(published, computed)) == [
        "tables/tab-a.csv: the file is not the one that tables.json names"
    ]
    (published / "tables" / "tab-a.csv").unlink()
    assert len(list(book_differences(published, computed))) == 1


@pytest.mark.parametrize(("spoil", "told"), [("unlink", "has no tables.json"), ("write", "is no JSON")])
def test_a_folder_that_is_no_book_is_told(tmp_path, spoil, told):
    published = book(tmp_path / "a")
    (published / "tables.json").unlink()
    if spoil == "write":
        (published / "tables.json").write_text("{", encoding="utf-8")
    with pytest.raises(BookError, match=told):
        recompute_book(published, (sys.executable, "-c", "raise SystemExit(1)"), tmp_path)


def test_the_book_is_made_anew_and_nothing_is_left_of_it(tmp_path):
    published = book(tmp_path / "published")
    book(tmp_path / "made" / "html", number="13")
    copy = "import shutil, sys; shutil.copytree('made', sys.argv[-1] + '/_build')"
    found = recompute_book(published, (sys.executable, "-c", copy), tmp_path)
    assert found == ["slogans, mentions: published 12, computed 13"]
    assert list((tmp_path / "_build").iterdir()) == []


def test_a_build_that_fails_is_told(tmp_path):
    published = book(tmp_path / "published")
    with pytest.raises(BindingError, match="was not built"):
        recompute_book(published, (sys.executable, "-c", "raise SystemExit(1)"), tmp_path)


def test_the_command_ends_with_one_if_anything_differs(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(comparison, "recompute_book", lambda _: ["a: published 1, computed 2"])
    assert main([str(tmp_path)]) == 1
    assert "published 1" in capsys.readouterr().out
    monkeypatch.setattr(comparison, "recompute_book", lambda _: [])
    assert main([]) == 0
    monkeypatch.undo()
    assert main([str(tmp_path)]) == 2
    assert "has no facts.json" in capsys.readouterr().err
