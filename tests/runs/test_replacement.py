"""Interrupted and concurrent work: a folder holds the older files or the new ones, and one run writes at a time."""

import errno
import fcntl
import gc
import os
import random
import resource
import stat
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from analysis import paths
from analysis.archive import REFERENCE_FILES, reduction
from analysis.cli.app import app
from analysis.runs import holding_folder, put_in_place, staged_files
from analysis.runs.files import PART
from analysis.runs.replacement import LOCK_NAME, WHOLE
from tests import made_reports
from tests.made_files import paragraph, word_file

KILLS = 3 if settings.default.max_examples <= 100 else 100
TEXT = "各位代表：建设“三个北海”，即甲北海、乙北海、丙北海。今年地区生产总值增长5.5%左右。\n"
# Writes three files to the folder that is its argument, with a pause between any two renames.
SLOW = """
import sys, time
from pathlib import Path
from analysis.runs import replacement
put = replacement.put_in_place
replacement.put_in_place = lambda new, place: (put(new, place), time.sleep(1))
with replacement.holding_folder(Path(sys.argv[1])) as held, replacement.staged_files(held) as part:
    for name in "abc":
        (part / name).write_text("new")
"""


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def visible(folder):
    return {name: found for name, found in content(folder).items() if not name.startswith(".")}


def extract(source, out, *options):
    command = [sys.executable, "-m", "analysis", "extract", str(source), "--out", str(out), *options]
    return subprocess.Popen(  # noqa: S603  our own
        command, cwd=paths.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def written(folder, files):
    folder.mkdir()
    for number in range(files):
        (folder / f"{number}.txt").write_text(TEXT * (files + number), encoding="utf-8")
    return folder


def test_what_a_run_killed_between_two_renames_left_is_put_in_place_by_the_next(tmp_path):
    for name in "abc":
        (tmp_path / name).write_text("old")
    command = [sys.executable, "-c", SLOW, str(tmp_path)]
    with subprocess.Popen(command, cwd=paths.ROOT) as run:  # noqa: S603  our own
        deadline = time.monotonic() + 60
        while (tmp_path / "a").read_text() == "old" and time.monotonic() < deadline:
            time.sleep(0.01)
        run.kill()
    assert content(tmp_path)["c"] == b"old"
    with holding_folder(tmp_path, patience=0):
        assert visible(tmp_path) == dict.fromkeys("abc", b"new")
    assert not list(tmp_path.glob(".*"))


def test_what_a_loss_of_power_left_is_put_in_place_first(tmp_path):
    whole, part = tmp_path / f".x{WHOLE}", tmp_path / f".y{PART}"
    for folder in (whole, part):
        folder.mkdir()
        (folder / "b.csv").write_text("new")
    (tmp_path / "a.csv").write_text("new")
    (tmp_path / "b.csv").write_text("old")
    with holding_folder(tmp_path):
        assert visible(tmp_path) == {"a.csv": b"new", "b.csv": b"new"}
    assert not list(tmp_path.glob(".*"))


def test_a_folder_in_the_place_of_another_leaves_it_beside_where_it_was(tmp_path):
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text(name)
    put_in_place(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old" / "new").is_file()
    assert (tmp_path / "new.old" / "old").is_file()


def test_a_folder_takes_its_place_also_where_a_killed_run_has_put_the_older_one_aside(tmp_path):
    (tmp_path / "new").mkdir()
    put_in_place(tmp_path / "new", tmp_path / "old")
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_the_lock_is_one_hidden_file_that_goes_with_the_run(tmp_path):
    with holding_folder(tmp_path / "out") as held:
        assert [path.name for path in (tmp_path / "out").iterdir()] == [LOCK_NAME]
        assert [os.fstat(descriptor).st_ino for descriptor in held.descriptors] == [
            (tmp_path / "out" / LOCK_NAME).stat().st_ino
        ]
    assert not list((tmp_path / "out").iterdir())


def test_a_lock_that_a_killed_run_left_holds_nothing(tmp_path):
    (tmp_path / LOCK_NAME).write_bytes(b"")
    with holding_folder(tmp_path, patience=0):
        pass
    assert not list(tmp_path.iterdir())


def test_a_run_that_waited_holds_the_folder_alone(tmp_path):
    """The file that it waited for has been taken away meanwhile, and a third run may have made another."""
    code = "import sys, time; from pathlib import Path; from analysis.runs import holding_folder\n"
    code += "with holding_folder(Path(sys.argv[1]), patience=60): print(flush=True); time.sleep(60)"
    with holding_folder(tmp_path):
        waiting = subprocess.Popen(  # noqa: S603  our own
            [sys.executable, "-c", code, str(tmp_path)], cwd=paths.ROOT, stdout=subprocess.PIPE
        )
        time.sleep(1)
    with waiting:
        assert waiting.stdout.readline()
        with pytest.raises(BlockingIOError), holding_folder(tmp_path, patience=0.5):
            pass
        waiting.kill()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP])
def test_where_nothing_can_be_locked_files_are_written_without_a_lock(tmp_path, monkeypatch, number):
    def refuse(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    write_two(tmp_path)
    assert content(tmp_path) == {"a": b"new", "b": b"new"}
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(OSError, match="Input/output error") as told, holding_folder(tmp_path, patience=0):
        pass
    assert told.value.filename == str(tmp_path)


def test_files_are_readable_as_any_other(tmp_path):
    write_two(tmp_path)
    (tmp_path / "plain").touch()
    assert len({stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}) == 1


def test_runs_can_be_imported_where_files_cannot_be_locked():
    """On Windows there is no fcntl, in a browser no filelock."""
    code = "import sys; sys.modules |= {'fcntl': None, 'filelock': None, 'ctypes': None}; import analysis.runs"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=paths.ROOT, check=True)  # noqa: S603  our own


def write_two(folder):
    with holding_folder(folder) as held, staged_files(held) as part:
        for name in "ab":
            (part / name).write_text("new")


def test_a_folder_in_the_place_of_a_file_is_told_and_nothing_changes(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_text("old")
    with pytest.raises(IsADirectoryError, match=r"b'$"):
        write_two(tmp_path)
    assert content(tmp_path) == {"a": b"old"}
    assert not list(tmp_path.glob(".*"))


def test_a_file_in_the_place_of_a_folder_is_told_and_nothing_changes(tmp_path):
    def write():
        with holding_folder(tmp_path) as held, staged_files(held) as part:
            (part / "texts").mkdir()
            (part / "texts" / "a").write_text("new")

    (tmp_path / "texts").write_text("old")
    with pytest.raises(NotADirectoryError, match=r"texts'$"):
        write()
    assert content(tmp_path) == {"texts": b"old"}


def test_a_folder_is_filled_and_what_lies_beside_stays(tmp_path):
    (tmp_path / "texts" / "b").mkdir(parents=True)
    for name in ("a", "own", "b/c"):
        (tmp_path / "texts" / name).write_text("old")
    with holding_folder(tmp_path) as held, staged_files(held) as part:
        (part / "texts" / "b").mkdir(parents=True)
        for name in ("a", "b/c", "b/d"):
            (part / "texts" / name).write_text("new")
    found = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"texts/a": "new", "texts/own": "old", "texts/b/c": "new", "texts/b/d": "new"}


def test_a_second_run_over_a_word_file_replaces_the_first(tmp_path):
    """Bug of 29 November 2026: the folder of extracted texts stopped the second run."""
    (tmp_path / "a.docx").write_bytes(word_file(paragraph(TEXT)))
    command = ["extract", str(tmp_path / "a.docx"), "--out", str(tmp_path / "out")]
    first, second = (CliRunner().invoke(app, [*command, *more]) for more in ([], ["--format", "xlsx"]))
    assert (first.exit_code, second.exit_code, second.stderr) == (0, 0, "")
    assert [path.name for path in (tmp_path / "out" / "texts").iterdir()] == ["a.txt"]


def test_a_second_run_is_told_to_wait(tmp_path, monkeypatch):
    monkeypatch.setattr(holding_folder.__wrapped__, "__kwdefaults__", {"patience": 0})
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with holding_folder(tmp_path / "out"):
        done = CliRunner().invoke(app, ["extract", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1
    assert done.stderr == (
        f"{tmp_path / 'out'}: another run is writing there; wait until it has ended, or name another folder; "
        "nothing was written\n"
    )


def test_extract_killed_at_any_moment_leaves_the_older_tables_or_the_new(tmp_path):
    older, newer = written(tmp_path / "older", 3), written(tmp_path / "newer", 8)
    states = []
    for number, source in enumerate((older, newer)):
        with extract(source, tmp_path / str(number)) as run:
            run.communicate()
        states.append(content(tmp_path / str(number)))
    out, chance = tmp_path / "0", random.Random(1)  # noqa: S311
    began = time.monotonic()
    with extract(newer, tmp_path / "1") as run:
        run.communicate()
    takes = time.monotonic() - began
    for _ in range(KILLS):
        with extract(chance.choice((older, newer)), out, "--workers", chance.choice("12")) as run:
            time.sleep(chance.uniform(0.3, 1.1) * takes)
            run.kill()
        with holding_folder(out, patience=60):
            assert visible(out) in states


def test_two_runs_at_once_leave_the_tables_of_one(tmp_path):
    older, newer = written(tmp_path / "older", 3), written(tmp_path / "newer", 8)
    runs = [extract(source, tmp_path / "out") for source in (older, newer)]
    told = [run.communicate()[1] for run in runs]
    assert all(run.returncode == 0 or "wait until it has ended" in said for run, said in zip(runs, told, strict=True))
    lines = {name: text.count(b"\n") - 1 for name, text in content(tmp_path / "out").items()}
    assert (lines["documents.csv"], lines["slogans.csv"]) in ((3, 12), (8, 92))


@contextmanager
def full_disk(size):
    """Let no file grow beyond a size, as on a disk without space."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_full_disk_is_told_and_leaves_no_file(tmp_path, form):
    written(tmp_path / "texts", 4)
    command = ["extract", str(tmp_path / "texts"), "--out", str(tmp_path / "out"), "--format", form]
    with full_disk(200):
        done = CliRunner().invoke(app, command)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.endswith("File too large; nothing was written\n")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("size", [100, 8000])
def test_a_full_disk_leaves_the_reference_as_it_was(tmp_path, size, monkeypatch):
    monkeypatch.setattr(reduction, "LEAST_REPORTS", 2)
    folder = made_reports.write(tmp_path / "reports")
    command = ["reference", str(folder), "--out", str(tmp_path / "out"), "--all", "--workers", "1"]
    with full_disk(size):
        done = CliRunner().invoke(app, command)
    assert done.exit_code == 1
    assert done.stderr.endswith("; the tables stay as they were\n")
    assert "large" in done.stderr
    assert content(tmp_path / "out") == {}
    assert not list((tmp_path / "out").rglob(f"*{PART}"))
    assert CliRunner().invoke(app, command).exit_code == 0
    assert len(content(tmp_path / "out")) == len(REFERENCE_FILES)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_full_disk_says_nothing_more_when_the_tables_are_forgotten(tmp_path, form):
    written(tmp_path / "texts", 4)
    command = ["extract", str(tmp_path / "texts"), "--out", str(tmp_path / "out"), "--format", form]
    with full_disk(200):
        CliRunner().invoke(app, command)
    gc.collect()  # what an object raises when it is collected is an error of the test
