"""A key of files changes with every name and every byte that counts, and with nothing else."""

import os
import subprocess

import pytest

from analysis.runs.unchanged import key_of_files, key_of_programs


@pytest.fixture
def folder(tmp_path):
    """Return a folder with two files, one of them deeper."""
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_text("two")
    return tmp_path


CHANGES = {
    "a byte": lambda folder: (folder / "a").write_text("onE"),
    "a deeper byte": lambda folder: (folder / "b" / "c").write_text(""),
    "a new file": lambda folder: (folder / "b" / "d").write_text(""),
    "a name": lambda folder: (folder / "a").rename(folder / "z"),
    "a place": lambda folder: (folder / "b" / "c").rename(folder / "c"),
    "a file that has gone": lambda folder: (folder / "a").unlink(),
    "two contents that change places": lambda folder: [
        (folder / "a").write_text("two"),
        (folder / "b" / "c").write_text("one"),
    ],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(folder, change):
    before = key_of_files([folder])
    change(folder)
    assert key_of_files([folder]) != before


def test_a_time_a_hidden_file_and_what_python_compiles_are_no_change(folder):
    before = key_of_files([folder])
    os.utime(folder / "a", (1, 1))
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("x")
    (folder / "b" / ".hidden").write_text("x")
    (folder / "b" / "__pycache__").mkdir()
    (folder / "b" / "__pycache__" / "c.pyc").write_bytes(b"x")
    assert key_of_files([folder]) == before


def test_what_is_left_out_is_so_at_the_top_alone(folder):
    before = key_of_files([folder], ["made"])
    (folder / "made").mkdir()
    (folder / "made" / "x").write_text("x")
    assert key_of_files([folder], ["made"]) == before
    (folder / "b" / "made").write_text("x")
    assert key_of_files([folder], ["made"]) != before


def test_a_link_to_a_folder_is_not_followed(folder):
    before = key_of_files([folder])
    (folder / "b" / "back").symlink_to(folder, target_is_directory=True)
    assert key_of_files([folder]) == before


def test_an_empty_folder_is_not_one_that_is_not_there(tmp_path):
    empty = tmp_path / "empty"
    before = key_of_files([empty])
    empty.mkdir()
    assert key_of_files([empty]) != before


def test_a_commit_changes_the_key_of_programs(tmp_path):
    outside = key_of_programs(tmp_path)
    assert key_of_programs(tmp_path) == outside
    for command in (
        ["init", "--quiet"],
        ["-c", "user.name=n", "-c", "user.email=e", "commit", "--quiet", "--allow-empty", "-m", "m"],
    ):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)  # noqa: S603, S607  our own
    assert key_of_programs(tmp_path) != outside


def test_a_package_of_another_version_changes_the_key_of_programs(tmp_path, monkeypatch):
    before = key_of_programs(tmp_path)
    (tmp_path / "added-1.dist-info").mkdir()
    (tmp_path / "added-1.dist-info" / "METADATA").write_text("Name: added\nVersion: 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert key_of_programs(tmp_path) != before
