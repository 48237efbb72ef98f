"""Other machines: no module that Windows lacks is needed to begin, and what is redirected is UTF-8 everywhere."""

import os
import subprocess
import sys

import pytest

from analysis import paths

UNIX_ONLY = ("fcntl", "grp", "pwd", "resource", "termios")


def charge(folder, *arguments, before="pass", **environment):
    code = f"import sys; {before}; from analysis.cli.app import main; main()"
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8", "LANG")}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-X", "utf8=0", "-c", code, *arguments],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(paths.ROOT), "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"} | environment,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def speech(tmp_path):
    (tmp_path / "讲 话.txt").write_text("今年，吹响冲锋号，打造“四个高地”。", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["kwic", "冲锋号", "讲 话.txt"]])
def test_nothing_that_windows_lacks_is_imported_at_the_start(speech, arguments):
    lacking = f"sys.modules.update(dict.fromkeys({UNIX_ONLY}))"
    done = charge(speech, *arguments, before=lacking, LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr.decode()


def test_what_is_redirected_is_utf_8_where_the_machine_writes_otherwise(speech):
    # Code page 437 has no Chinese: without help the line could not be written at all.
    page = "import io; sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='cp437')"
    done = charge(speech, "kwic", "冲锋号", "讲 话.txt", before=page, LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr.decode()
    assert "吹响【冲锋号】" in done.stdout.decode("utf-8")


def test_who_names_an_encoding_has_chosen(speech):
    done = charge(speech, "kwic", "冲锋号", "讲 话.txt", LC_ALL="C.UTF-8", PYTHONIOENCODING="gb18030")
    assert "吹响【冲锋号】" in done.stdout.decode("gb18030")
