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


class Lacking:
    """An importer that finds no module of Unix, as on Windows; it stands before all others."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in UNIX_ONLY:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def test_tables_are_written_where_the_modules_of_unix_cannot_be_found(speech):
    import inspect

    lacking = f"""UNIX_ONLY = {UNIX_ONLY}
for name in UNIX_ONLY: sys.modules.pop(name, None)
{inspect.getsource(Lacking)}
sys.meta_path.insert(0, Lacking())
"""
    done = charge(speech, "extract", "讲 话.txt", "--out", "表 格", before=f"exec({lacking!r})", LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr.decode()
    assert "讲 话" in (speech / "表 格" / "slogans.csv").read_text(encoding="utf-8")
    assert not list((speech / "表 格").glob(".*"))


def test_a_machine_without_a_language_writes_utf_8_as_well(speech):
    """LANG=C and no PYTHONIOENCODING: a cron job, a container, a redirected line."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-m", "analysis", "kwic", "冲锋号", "讲 话.txt"]
    environment = kept | {"LANG": "C", "PYTHONPATH": str(paths.ROOT)}
    done = subprocess.run(command, cwd=speech, env=environment, capture_output=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, b"1 place in 1 document\n")
    assert "吹响【冲锋号】" in done.stdout.decode("utf-8")


def test_a_file_name_of_an_old_archive_is_told_and_the_rest_is_read(speech):
    """What Windows packed with Chinese names unpacks elsewhere to names in GBK, which are no UTF-8."""
    name = os.fsdecode("讲话".encode("gbk") + b".txt")
    try:
        (speech / name).write_bytes((speech / "讲 话.txt").read_bytes())
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    done = charge(speech, "extract", ".", "--out", "out", LC_ALL="C.UTF-8")
    assert done.returncode == 1
    assert done.stderr.decode().endswith("the file name is not UTF-8; rename the file\n")
    table = (speech / "out" / "unread.csv").read_text(encoding="utf-8")
    assert table == "path,reason\n\\udcbd\\udcb2\\udcbb\\udcb0.txt,the file name is not UTF-8; rename the file\n"
    assert "四个高地" in (speech / "out" / "slogans.csv").read_text(encoding="utf-8")


def test_what_is_redirected_is_utf_8_where_the_machine_writes_otherwise(speech):
    # Code page 437 has no Chinese: without help the line could not be written at all.
    page = "import io; sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='cp437')"
    done = charge(speech, "kwic", "冲锋号", "讲 话.txt", before=page, LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stderr.decode()
    assert "吹响【冲锋号】" in done.stdout.decode("utf-8")


def test_who_names_an_encoding_has_chosen(speech):
    done = charge(speech, "kwic", "冲锋号", "讲 话.txt", LC_ALL="C.UTF-8", PYTHONIOENCODING="gb18030")
    assert "吹响【冲锋号】" in done.stdout.decode("gb18030")
