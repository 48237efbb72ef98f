"""The book is built beside the older one and takes its place whole; a build that fails changes nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis import paths
from analysis.book import binding
from analysis.book.binding import BindingError, alone_in_folder, bind_book, current_book
from analysis.runs import holding_folder

# Builds as jupyter-book does: pages below the folder that is named last, figures and tables where BOOK_FOLDER says.
BUILD = """
import os, sys, time
from pathlib import Path
made, word, pause = Path(os.environ["BOOK_FOLDER"]), sys.argv[1], float(sys.argv[2])
for place in ("_build/html", "figures", "tables"):
    (made / place).mkdir(parents=True)
    for number in range(20):
        (made / place / f"{number}").write_text(word)
        time.sleep(pause)
print("Your book is in", made)
assert sys.argv[-2:] == ["--path-output", str(made)]
sys.exit(word == "bad")
"""


def command(word, pause=0.0):
    return (sys.executable, "-c", BUILD, word, str(pause))


def words(root):
    """Return what stands in the pages, the figures and the tables."""
    return [{path.read_text() for path in (root / place).iterdir()} for place in ("_build/html", "figures", "tables")]


@pytest.fixture
def root(tmp_path):
    """Return a project with a built book."""
    bind_book(command("old"), tmp_path)
    return tmp_path


def test_a_book_takes_the_place_of_the_older_one(root):
    assert words(root) == [{"old"}] * 3
    assert bind_book(command("new"), root) == root / "_build" / "html"
    assert words(root) == [{"new"}] * 3
    assert [path.name for path in (root / "_build").iterdir()] == ["html"]


def test_a_build_that_fails_changes_nothing_and_says_where_it_left_what_it_made(root):
    with pytest.raises(BindingError, match="the older one stays as it was; what was made is in _build/next-"):
        bind_book(command("bad"), root)
    assert words(root) == [{"old"}] * 3
    assert len(list((root / "_build").iterdir())) == 2
    bind_book(command("new"), root)
    assert [path.name for path in (root / "_build").iterdir()] == ["html"]


def test_folders_that_are_gone_afterwards_are_told_of_a_failure_only(root, capfd):
    bind_book(command("new"), root)
    assert capfd.readouterr().out == ""
    with pytest.raises(BindingError):
        bind_book(command("bad"), root)
    assert capfd.readouterr().out.startswith("Your book is in ")


def test_a_second_build_is_told_to_wait(root):
    with (
        holding_folder(root / "_build"),
        pytest.raises(BindingError, match="another make book is running in this folder; wait"),
    ):
        bind_book(command("new"), root)
    assert words(root) == [{"old"}] * 3


def test_a_command_that_is_missing_is_told(root):
    with pytest.raises(BindingError, match="nowhere: No such file or directory; the book was not built"):
        bind_book(("nowhere",), root)


@pytest.fixture
def built(tmp_path):
    """Return a project with a source, and a book that is built from it as it is."""
    (tmp_path / "source").write_text("as it is")
    assert current_book(command("old"), tmp_path) == (tmp_path / "_build" / "html", True)
    return tmp_path


def stamp_of(root):
    return (root / "_build" / "built-from").read_bytes()


def test_a_book_is_not_built_again_while_nothing_has_changed(built):
    marks = {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()}
    assert current_book(command("old"), built) == (built / "_build" / "html", False)
    assert {path: path.stat().st_mtime_ns for path in marks} == marks


@pytest.mark.parametrize("place", ["source", "_build/html/3", "figures/3", "tables/3"])
@pytest.mark.parametrize("change", ["changed", "gone", "new"])
def test_a_book_is_built_again_when_a_source_or_a_file_of_it_has_changed(built, place, change):
    path = built / place
    if change == "gone":
        path.unlink()
    else:
        (path if change == "changed" else path.with_name("more")).write_text("other")
    assert current_book(command("old"), built)[1]
    assert words(built) == [{"old"}] * 3
    assert not current_book(command("old"), built)[1]


def test_a_book_is_built_again_by_another_command(built):
    assert current_book(command("new"), built)[1]
    assert words(built) == [{"new"}] * 3


def test_a_build_that_fails_is_not_taken_for_a_book_that_is_as_it_should_be(built):
    (built / "source").write_text("worse")
    with pytest.raises(BindingError):
        current_book(command("bad"), built)
    with pytest.raises(BindingError):
        current_book(command("bad"), built)
    assert words(built) == [{"old"}] * 3


def test_a_book_is_built_where_a_file_cannot_be_read(built, monkeypatch):
    def unreadable(folders, left_out=()):
        raise PermissionError

    monkeypatch.setattr(binding, "key_of_files", unreadable)
    for _ in range(2):
        assert current_book(command("old"), built)[1]
    assert not (built / "_build" / "built-from").exists()


def test_what_is_changed_while_a_book_is_built_counts_for_the_next(built):
    changes = f"from pathlib import Path; Path({str(built / 'source')!r}).write_text('changed meanwhile')\n"
    slow = (sys.executable, "-c", changes + BUILD, "old", "0")
    assert current_book(slow, built)[1]
    stamped = stamp_of(built)
    assert current_book(slow, built)[1]
    assert stamp_of(built) != stamped
    assert not current_book(slow, built)[1]


def test_what_a_killed_build_left_is_put_in_place_before_the_book_is_looked_at(built):
    left = built / "_build" / "whole-left"
    for place in ("_build/html", "figures", "tables"):
        (left / place).mkdir(parents=True)
        (left / place / "1").write_text("left")
    assert current_book(command("old"), built)[1]
    assert words(built) == [{"old"}] * 3


@pytest.mark.parametrize("after", [0.2, 0.8])
def test_a_killed_build_leaves_the_older_book_and_what_it_left_running_is_waited_for(root, after):
    code = "import json, sys; from pathlib import Path; from analysis.book import binding; "
    code += "binding.bind_book(tuple(json.loads(sys.argv[1])), Path(sys.argv[2]))"
    arguments = [sys.executable, "-c", code, json.dumps(command("new", 0.04)), str(root)]
    with subprocess.Popen(arguments, cwd=paths.ROOT) as run:  # noqa: S603  our own
        deadline = time.monotonic() + 60
        while not list((root / "_build").glob("next-*/_build")) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(after)
        os.kill(run.pid, signal.SIGKILL)
    assert words(root) == [{"old"}] * 3
    with pytest.raises(BlockingIOError), holding_folder(root / "_build", patience=0):
        pass  # the build itself, which was not killed, still writes
    with holding_folder(root / "_build", patience=60):
        assert words(root) == [{"old"}] * 3


def test_a_build_that_makes_no_tables_is_no_book(root):
    code = BUILD.replace(', "tables")', ")")
    with pytest.raises(BindingError, match="tables: No such file or directory; the book was not built"):
        bind_book((sys.executable, "-c", code, "new", "0"), root)
    assert words(root) == [{"old"}] * 3


@pytest.mark.parametrize("done", range(7))
def test_what_a_build_killed_between_two_renames_left_is_put_in_place_by_the_next(root, done, monkeypatch):
    """Seven renames: of the folder that is whole, and two for each of pages, figures and tables."""
    left = iter(range(done))

    def rename_while(renamed):
        def rename(path, target):
            if next(left, None) is None:
                raise KeyboardInterrupt
            return renamed(path, target)

        return rename

    with monkeypatch.context() as patch:
        for name in ("rename", "replace"):
            patch.setattr(Path, name, rename_while(getattr(Path, name)))
        with pytest.raises(KeyboardInterrupt):
            bind_book(command("new"), root)
    with alone_in_folder(root):
        assert words(root) == [{"new" if done else "old"}] * 3
    assert [path.name for path in (root / "_build").iterdir()] == ["html"]


def test_chapters_publish_where_the_build_says(tmp_path):
    code = "from analysis import paths; print(paths.FIGURES, paths.TABLES)"
    for environment, folder in (({"BOOK_FOLDER": str(tmp_path)}, tmp_path), ({}, paths.ROOT)):
        told = subprocess.run(  # noqa: S603  our own
            [sys.executable, "-c", code],
            env={key: value for key, value in os.environ.items() if key != "BOOK_FOLDER"} | environment,
            cwd=paths.ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.split() == [str(folder / "figures"), str(folder / "tables")]
