"""The slogans of upper sources on the command line: two tables, what is left out and what cannot be read."""

import csv

import pytest
from typer.testing import CliRunner

from analysis.cli.app import app


def run(*arguments):
    return CliRunner().invoke(app, ["sources", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path):
    files = {
        "党代会报告/2012-报告": "---\ntitle: 报告\ndate: '2012-11-08'\n---\n推进“五位一体”，反对“四风”。",
        "党规/甲": "---\ntitle: =甲\ndate: '2013-09-03'\n---\n坚决反对“四风”。",
        "机构改革/1998": "---\ntitle: 乙\n---\n实行“三定”。",
        "政府工作报告-国务院/2024": "各位代表",
    }
    for name, text in files.items():
        path = tmp_path / "sources" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "sources"


def rows(out, table):
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_two_tables_are_written_and_what_is_left_out_is_told(folder, tmp_path):
    result = run(folder, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == f"2 slogans in 2 of 3 documents in {tmp_path / 'out'}\n"
    assert result.stderr.splitlines() == [
        "政府工作报告-国务院: note: 1 files left out, of no group of sources",
        "机构改革/1998: note: left out: a file of several documents, without a date that holds for all",
    ]
    slogans = rows(tmp_path / "out", "upper_slogans")
    assert [(row["slogan"], row["first"], row["documents"]) for row in slogans] == [
        ("五位一体", "2012-11-08", "1"),
        ("四风", "2012-11-08", "2"),
    ]
    sources = {row["document"]: row for row in rows(tmp_path / "out", "upper_sources")}
    assert sources["党规/甲"]["title"] == "'=甲"  # no formula for a spreadsheet
    assert [row["used"] for row in sources.values()] == ["true", "true", "false"]


def test_two_runs_give_the_same_bytes(folder, tmp_path):
    for name in ("one", "two"):
        assert run(folder, "--out", tmp_path / name).exit_code == 0
    for table in ("upper_slogans", "upper_sources"):
        one, two = ((tmp_path / name / f"{table}.csv").read_bytes() for name in ("one", "two"))
        assert one == two


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(folder, tmp_path):
    (folder / "党规" / "坏.md").write_bytes(b"\0\1")
    result = run(folder, tmp_path / "nowhere", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert f"{folder / '党规' / '坏.md'}: binary: byte 0 is NUL" in result.stderr.splitlines()
    assert f"{tmp_path / 'nowhere'}: No such file or directory" in result.stderr.splitlines()
    assert result.stdout.startswith("2 slogans in 2 of 4 documents")
    assert result.stdout.endswith("; 2 not read\n")


def test_a_folder_without_sources_writes_nothing(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.md").write_text("x", encoding="utf-8")
    result = run(tmp_path / "a", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "holds none of the folders 党代会报告" in result.stderr
    assert result.stderr.endswith("nothing was written\n")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_told(folder, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = run(folder, "--out", tmp_path / "file")
    assert result.exit_code == 1
    assert f"{tmp_path / 'file'}: is a file; name a folder; nothing was written" in result.stderr
