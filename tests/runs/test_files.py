"""One file: written whole."""

import pytest

from analysis.runs import write_whole


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
