"""Python for the browser: complete by itself, the same bytes twice, told to the page once, missing parts told."""

import gzip
import io
import json
import re
import subprocess
import sys
import zipfile

import pytest

from analysis import paths
from analysis.edition.marked_text import answer_json
from analysis.edition.reader import form_html
from analysis.edition.runtime import (
    READER_PAGE,
    RUNTIME_REPORTS,
    RuntimeFilesError,
    put_runtime,
    runtime_archive,
    runtime_files,
)

CHINESE_PAGE = "chapters/zh/browser-text.html"


@pytest.fixture(scope="module")
def packed():
    return runtime_archive()


@pytest.fixture
def pyodide(tmp_path):
    """Return a folder that looks like the package of npm."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "console.html"):
        (folder / name).write_bytes(name.encode() * 9)
    (folder / "pyodide-lock.json").write_text('{"info": {"python": "3.14"}, "packages": {"numpy": {}}}')
    (folder / "package.json").write_text('{"version": "1.2.3"}')
    return folder


@pytest.fixture
def book(tmp_path):
    """Return a folder that looks like the built book."""
    (tmp_path / "book" / "chapters" / "zh").mkdir(parents=True)
    (tmp_path / "book" / "_static").mkdir()
    for page in (tmp_path / "book" / READER_PAGE, tmp_path / "book" / CHINESE_PAGE):
        page.write_text(f"<article>{form_html('例')}</article>", encoding="utf-8")
    return tmp_path / "book"


def test_the_archive_is_enough_for_the_rules(packed, tmp_path):
    """Read a text in an empty folder with nothing but the archive and the standard library."""
    zipfile.ZipFile(io.BytesIO(packed)).extractall(tmp_path)
    program = "import sys; sys.path.insert(0, '.'); from analysis.edition import marked_text as m; print(m.__file__); "
    program += "print(m.answer_json('打造“三个高地”，增长8%，吹响冲锋号。'.encode()))"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-S", "-c", program], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    place, answer = done.stdout.splitlines()
    assert str(tmp_path) in place
    assert json.loads(answer) == json.loads(answer_json("打造“三个高地”，增长8%，吹响冲锋号。".encode()))


def test_the_archive_has_the_same_bytes_twice_and_no_dates(packed):
    assert runtime_archive() == packed
    entries = zipfile.ZipFile(io.BytesIO(packed)).infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(set(names))
    assert "data/characters.csv" in names
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    others = [name.split("/", 1)[1] for name in names if name != "data/reference/attested.csv"]  # names, no texts
    assert not [name for name in others if re.search(r"corpus|gold|reference|_test|\.so$|\.pyc$", name)]


def test_the_runtime_has_what_is_needed_and_no_more(pyodide):
    made = runtime_files(pyodide)
    assert set(made) == {
        *("pyodide.mjs", "pyodide.asm.mjs.packed", "pyodide.asm.wasm.packed", "python_stdlib.zip"),
        *("worker.js", "lock.json", "analysis.zip", "licences.txt", RUNTIME_REPORTS),
    }
    assert gzip.decompress(made["pyodide.asm.wasm.packed"]) == (pyodide / "pyodide.asm.wasm").read_bytes()
    assert json.loads(made["lock.json"]) == {"info": {"python": "3.14"}, "packages": {}}
    assert runtime_files(pyodide) == made
    assert "Pyodide 1.2.3" in made["licences.txt"].decode()


def test_the_page_is_told_once_and_an_older_runtime_goes(book):
    first = put_runtime({"a": b"1", "licences.txt": b"23", RUNTIME_REPORTS: b"56789"}, book)
    second = put_runtime({"a": b"4567", "licences.txt": b"23", RUNTIME_REPORTS: b"56789"}, book)
    assert [path.name for path in (book / "_static").iterdir()] == [second.name]
    assert first.name != second.name
    page = (book / READER_PAGE).read_text(encoding="utf-8")
    assert re.findall(r'data-runtime="([^"]*)" data-size="(\d*)"', page) == [(f"../_static/{second.name}/", "4")]
    page = (book / CHINESE_PAGE).read_text(encoding="utf-8")
    assert re.findall(r'data-runtime="([^"]*)" data-size="(\d*)"', page) == [(f"../../_static/{second.name}/", "4")]


def test_what_is_missing_is_told_with_what_to_do(tmp_path, pyodide):
    (pyodide / "python_stdlib.zip").unlink()
    with pytest.raises(RuntimeFilesError, match=r"python_stdlib.zip is missing; run make site"):
        runtime_files(pyodide)
    with pytest.raises(RuntimeFilesError, match="not built; run make site"):
        put_runtime({}, tmp_path)


def test_pyodide_is_pinned_with_its_hash_and_no_registry_is_named():
    text = (paths.ROOT / "browser" / "package-lock.json").read_text(encoding="utf-8")
    wanted = json.loads((paths.ROOT / "browser" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads(text)["packages"]
    assert "://" not in text
    assert locked["node_modules/pyodide"]["version"] == wanted["pyodide"]
    assert all(entry["integrity"].startswith("sha512-") for name, entry in locked.items() if name)
