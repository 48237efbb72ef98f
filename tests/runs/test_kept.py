"""What is kept: made once, made anew when it is damaged or its key changes, forgotten when nobody asks."""

import os

import pytest

from analysis import paths
from analysis.runs.kept import forget_unused, kept_file


@pytest.fixture
def made(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "KEPT", tmp_path)
    return []


def kept(made, key="a"):
    return kept_file("numbers", lambda: key, lambda: made.append(key) or b"%d" % len(made))


def test_a_result_is_made_once(made):
    assert [kept(made), kept(made), kept(made, "b"), kept(made)] == [b"1", b"1", b"2", b"1"]
    assert made == ["a", "b"]


def test_a_changed_byte_is_noticed(made, tmp_path):
    kept(made)
    path = tmp_path / "numbers" / "a.zip"
    content = bytearray(path.read_bytes())
    place = content.index(b"file1") + len(b"file")  # the content stands behind its name; a date before it may have a 1
    content[place] = ord("7")
    path.write_bytes(content)
    assert kept(made) == b"2"


@pytest.mark.parametrize("damage", [b"", b"no archive", b"PK\x05\x06" + bytes(17)])
def test_a_damaged_file_is_made_anew(made, tmp_path, damage):
    kept(made)
    (tmp_path / "numbers" / "a.zip").write_bytes(damage)
    assert [kept(made), kept(made)] == [b"2", b"2"]


def test_nothing_is_kept_where_there_is_no_folder(made, monkeypatch):
    monkeypatch.setattr(paths, "KEPT", None)
    assert [kept(made), kept(made)] == [b"1", b"2"]


def test_what_fails_is_not_kept(made, tmp_path):
    with pytest.raises(ZeroDivisionError):
        kept_file("numbers", lambda: "a", lambda: 1 // 0)
    assert not list(tmp_path.rglob("*.zip"))


def test_what_nobody_asks_for_is_forgotten(made, tmp_path):
    kept(made)
    kept(made, "b")
    for path in (tmp_path / "numbers").iterdir():
        os.utime(path, (1, 1))
    kept(made)
    forget_unused(tmp_path, 2)
    assert [path.stem for path in (tmp_path / "numbers").iterdir()] == ["a"]
