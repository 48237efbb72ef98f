"""A clone where git converts line ends, as on Windows, holds the same bytes: no checksum and no offset moves."""

import hashlib
import subprocess
import sys

import pytest

from analysis import paths

KEPT = ("data/corpus", "data/corpus.csv", "data/gold", "data/reference", "tests/golden")
GIT = ["git", "-c", "core.autocrlf=true", "-c", "core.eol=crlf"]


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, capture_output=True, check=True).stdout  # noqa: S603


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    if not (paths.ROOT / ".git").exists():
        pytest.skip("this copy of the project is no repository of git")
    folder = tmp_path_factory.mktemp("windows") / "clone"
    run(*GIT, "clone", "--quiet", "--no-hardlinks", str(paths.ROOT), str(folder), cwd=folder.parent)
    return folder


def test_every_file_has_the_bytes_that_were_committed(clone):
    """Compare with what git holds, so that the working copy may be in the middle of a change."""
    listed = run("git", "ls-tree", "-r", "-z", "HEAD", *KEPT, cwd=clone).decode().split("\0")
    assert len(listed) > 50
    for line in filter(None, listed):
        told, _, name = line.partition("\t")
        content = (clone / name).read_bytes()
        assert hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest() == told.split()[2], name  # noqa: S324


def test_no_text_file_has_the_line_ends_of_windows(clone):
    converted = [
        line.partition(b"\t")[2].decode()
        for line in run("git", "ls-files", "--eol", cwd=clone).splitlines()
        if b" w/crlf" in line or b" w/mixed" in line
    ]
    assert converted == []


def test_the_corpus_is_whole_in_such_a_clone(clone):
    assert b"nothing wrong" in run(sys.executable, "-m", "analysis", "verify", cwd=clone)
