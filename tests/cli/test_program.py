"""The program itself: version, help, exit status, completion, and every example of every help, run as it is printed."""

import json
import os
import re
import shlex
import subprocess
import sys

import pandas as pd
import pytest
from typer.testing import CliRunner

from analysis import paths
from analysis.cli import options
from analysis.cli.app import app
from tests.made_files import html_page, pdf_file, word_of_text

TEXT = (
    "2024年政府工作报告\n各位代表：\n今年地区生产总值增长5.5%左右，吹响冲锋号。"
    "建设“三个北海”，即创新北海、开放北海、文明北海。\n"
)
COMMANDS = sorted(command.callback.__name__ for command in app.registered_commands)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize("asked", ["--version", "-V"])
def test_the_version_is_that_of_the_project(asked):
    declared = re.search(r'^version = "(.+)"$', (paths.ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    result = run(asked)
    assert (result.exit_code, result.stdout) == (0, f"charge {declared[1]}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_h_is_help(command):
    short, long = run(command, "-h"), run(command, "--help")
    assert short.exit_code == 0
    assert short.stdout == long.stdout != ""


def test_help_documents_the_exit_status():
    for arguments in (["-h"], ["extract", "-h"]):
        told = run(*arguments).stdout
        assert [int(number) for number in re.findall(r"^ +(\d+)  +\w", told, re.MULTILINE)] == [0, 1, 2, 130]


def test_the_exit_status_is_as_documented(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("extract", tmp_path / "a.txt", "--out", tmp_path / "out").exit_code == 0
    assert run("extract", tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path / "out").exit_code == 1
    assert run("extract", tmp_path / "a.txt").exit_code == 2
    assert run("extract", tmp_path / "a.txt", "--out", tmp_path / "new", "--format", "xlsx", "--bom").exit_code == 2
    assert run("kwic", "冲", tmp_path / "a.txt", "--out", tmp_path / "a.doc").exit_code == 2
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_the_words_of_the_command(tmp_path, shell):
    launcher = tmp_path / "charge"
    launcher.write_text("from analysis.cli.app import main\nmain()\n", encoding="utf-8")

    def completed(words, place):
        asked = {"COMP_WORDS": words, "COMP_CWORD": str(place), "_TYPER_COMPLETE_ARGS": words}
        if shell == "fish":
            asked["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
        command = [sys.executable, str(launcher)]
        environment = {**os.environ, "PYTHONPATH": str(paths.ROOT), "_CHARGE_COMPLETE": f"complete_{shell}", **asked}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout  # noqa: S603

    assert "extract" in completed("charge ext", 1)
    assert "--format" in completed("charge extract --for", 2)
    assert "xlsx" in completed("charge extract --format ", 3)


# Every example


def examples():
    for name, told in sorted(vars(options).items()):
        if name.endswith("_EXAMPLES"):
            for line in told.splitlines():
                if line.startswith(f"  {options.PROGRAM} "):
                    yield pytest.param(line.strip().removeprefix(options.PROGRAM), id=line.strip())


# What needs the collections of reports, a cluster or filled sheets runs in the tests of its command; here its options
# are read, and it ends because a file is missing or the scheduler does not answer.
NEEDS_MORE = ("reference", "formulas", "sources", "show", "kit", "kappa", "dataset", "add")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Return a folder with the files that examples name."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "2024.md").write_text(TEXT, encoding="utf-8")
    (reports / "a.html").write_bytes(html_page("trs", TEXT))
    (reports / "b.pdf").write_bytes(pdf_file([TEXT.splitlines()]))
    (tmp_path / "speech.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "speech.docx").write_bytes(word_of_text(TEXT))
    (tmp_path / "texts.csv").write_text("path,plan_year\nreports/2024.md,2024\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def annotate(tables, gold):
    gold.mkdir(parents=True)
    rows = {
        layer: [json.loads(line) for line in (tables / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for layer, name in (("slogans", "slogans"), ("targets", "statements"))
    }
    for doc_id in {row["doc_id"] for row in rows["slogans"]}:
        own = {layer: [row for row in all_rows if row["doc_id"] == doc_id] for layer, all_rows in rows.items()}
        (gold / f"{doc_id}.json").write_text(json.dumps({"doc_id": doc_id, **own}), encoding="utf-8")


@pytest.mark.parametrize("example", [*examples()])
def test_every_example_of_every_help_runs(desk, example):
    words = shlex.split(example)
    if words[0] == "score":
        assert run("extract", "reports", "--out", "tables", "--format", "jsonl").exit_code == 0
        annotate(desk / "tables", desk / "data/gold/reports/development")
    if words[0] in NEEDS_MORE:
        result = run(words[0], "--help")
        known = set(re.findall(r"--[a-z-]+", result.stdout))
        assert {word for word in words if word.startswith("--")} <= known
        return
    result = run(*words)
    assert result.exit_code == 0, result.output
    if words[0] in ("extract", "kwic") and "--out" in words:
        assert (desk / words[words.index("--out") + 1]).exists()


def test_every_command_that_reads_files_has_examples():
    told = {param.values[0].split()[0] for param in examples()}
    assert told == set(COMMANDS) - {"moved", "verify"}


# kwic


def test_a_concordance_has_the_width_that_is_asked_for(desk):
    result = run("kwic", "冲锋号", "speech.txt", "--width", "3")
    assert result.stdout == "，吹响【冲锋号】。建设  speech:34-37\n".replace(
        "34-37", f"{TEXT.index('冲锋号')}-{TEXT.index('冲锋号') + 3}"
    )
    assert run("kwic", "冲锋号", "speech.txt", "--width", "0").exit_code == 2


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("place", ["乙号甲", "甲号丙", "丙号乙"]),
        ("left", ["丙号乙", "乙号甲", "甲号丙"]),
        ("right", ["甲号丙", "丙号乙", "乙号甲"]),
        ("found", ["甲号丙", "丙号乙", "乙号甲"]),
    ],
)
def test_a_concordance_is_sorted(tmp_path, order, expected):
    (tmp_path / "a.txt").write_text("。".join(["乙号甲", "甲号丙", "丙号乙"]), encoding="utf-8")
    result = run("kwic", "号", tmp_path / "a.txt", "--width", "1", "--sort", order)
    shown = [line.split("  ")[0].replace("【", "").replace("】", "") for line in result.stdout.splitlines()]
    assert (
        shown
        == expected
        == sorted(
            expected,
            key={
                "place": lambda _: 0,
                "left": lambda words: words[0],
                "right": lambda words: words[2],
                "found": lambda words: words[2],
            }[order],
        )
    )


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx"])
def test_a_concordance_is_written_to_a_file(desk, ending):
    result = run("kwic", "北海", "speech.docx", "--out", desk / f"k.{ending}", "--width", "2")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "4 places in 1 document\n")
    read = {
        "csv": pd.read_csv,
        "jsonl": lambda path: pd.read_json(path, lines=True),
        "parquet": pd.read_parquet,
        "xlsx": lambda path: pd.read_excel(path, sheet_name="kwic"),
    }[ending](desk / f"k.{ending}")
    assert list(read.columns) == ["doc_id", "start", "end", "left", "quote", "right"]
    assert list(read["left"]) == ["三个", "创新", "开放", "文明"]
    assert [TEXT[start:end] for start, end in zip(read["start"], read["end"], strict=True)] == ["北海"] * 4


# extract of real files


def test_texts_that_were_taken_out_are_written_and_everything_else_is_listed(desk):
    (desk / "reports" / "x.zip").write_bytes(b"PK")
    for name in ("p", "q", "r", "s"):
        (desk / "reports" / f"{name}.jpg").write_bytes(b"x")
    result = run("extract", "reports", "--out", "reports/out", "--bom")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "reports/x.zip: an archive; unpack it",
        "reports/p.jpg, reports/q.jpg, reports/r.jpg and 1 more: note: not read, a picture; have its text recognised "
        "(OCR) and save it as .txt",
    ]
    unread = pd.read_csv(desk / "reports/out/unread.csv")
    assert sorted(unread["path"]) == [f"reports/{name}" for name in ("p.jpg", "q.jpg", "r.jpg", "s.jpg", "x.zip")]
    documents = pd.read_csv(desk / "reports/out/documents.csv", keep_default_na=False)
    assert list(documents["text"]) == ["", "texts/a.txt", "texts/b.txt"]
    slogans = pd.read_csv(desk / "reports/out/slogans.csv")
    for row in slogans.itertuples():
        place = documents.set_index("doc_id")["text"][row.doc_id]
        text = (desk / "reports/out" / place if place else desk / "reports/2024.md").read_bytes().decode()
        assert text[row.start : row.end] == row.quote == "三个北海"
    assert len(slogans) == 3
    again = run("extract", "reports", "--out", "other")  # the texts of the first run are not read again
    assert again.stdout == "3 documents, 3 slogans, 3 statements in other; 1 not read\n"
    assert "reports/out: note: not read, the tables of an earlier run" in again.stderr
