"""A folder as people have them: a line for each file that cannot be read, the rest is read, nothing half-written."""

import csv
import io
import zipfile

import pytest
from typer.testing import CliRunner

from analysis.cli.app import app
from tests.made_files import encrypted, pdf_file, word_of_text

TEXT = "今年，打造“四个高地”：产业高地、创新高地、开放高地、生态高地。"


def packed(name, text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, text)
    return made.getvalue()


BAD = {
    "encrypted.pdf": (lambda: encrypted(pdf_file([[TEXT]]), "secret"), "encrypted; take the password away"),
    "scanned.pdf": (lambda: pdf_file([[]], pictures=(0,)), "has no text layer: 1 page is a picture; have the text"),
    "cut.docx": (lambda: word_of_text(TEXT)[:300], "broken Word file"),
    "cut-short.pdf": (lambda: pdf_file([[TEXT]])[:300], "broken PDF"),
    "script.html": (lambda: b"<html><body><script>write()</script></body></html>", "a page without text"),
    "texts.zip": (lambda: packed("a.txt", TEXT), "an archive; unpack it"),
    "nothing.txt": (lambda: b"", "empty"),
}


@pytest.fixture
def folder(tmp_path):
    for name, (content, _) in BAD.items():
        (tmp_path / "texts" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "texts" / name).write_bytes(content())
    (tmp_path / "texts" / "good.txt").write_text(TEXT, encoding="utf-8")
    with (tmp_path / "texts" / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    return tmp_path / "texts"


def test_each_bad_file_is_told_in_one_line_and_the_rest_is_read(folder, tmp_path):
    out = tmp_path / "out"
    done = CliRunner().invoke(app, ["extract", str(folder), "--out", str(out)])
    told = dict(line.removeprefix(f"{folder}/").split(": ", 1) for line in done.stderr.splitlines())
    expected = {name: reason for name, (_, reason) in BAD.items()}
    expected["large.txt"] = "of 200 MB, and 100 MB are read at most; cut it into several files"
    assert {name: expected[name] in reason for name, reason in told.items()} == dict.fromkeys(expected, True)
    assert (done.exit_code, done.stdout) == (
        1,
        f"1 document, 1 slogan, 0 statements in {out}; {len(expected)} not read\n",
    )
    listed = list(csv.DictReader(io.StringIO((out / "unread.csv").read_text(encoding="utf-8"))))
    assert {row["path"].removeprefix(f"{folder}/"): row["reason"] for row in listed} == told
    assert not list(out.glob(".*"))


def test_where_a_file_stands_no_folder_is_made(folder, tmp_path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", str(folder / "good.txt"), "--out", str(tmp_path / "taken")])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path / 'taken'}: is a file; name a folder; nothing was written\n"
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"
