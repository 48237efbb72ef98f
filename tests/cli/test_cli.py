"""The command line, as scripts use it: exit status, standard error, files."""

import csv
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet
import pytest
from typer.testing import CliRunner

from analysis import paths
from analysis.annotation import draw_sample
from analysis.cli.app import app
from analysis.closure import Closure
from analysis.extraction import EXTRACT_TABLES, File, collection
from analysis.extraction.collection import extract_collection
from analysis.ingestion import find_files
from analysis.slogans import Slogan
from analysis.targets import Statement
from analysis.texts import Problem, Source, corpus

REPORT = """2024年政府工作报告
各位代表：
今年工作的主要预期目标是：地区生产总值增长5.5%左右，居民收入与经济增长同步。
深入实施“双百工程”，建设“三个北海”，即创新北海、开放北海、文明北海。
"""
HEADINGS = {
    "slogans": [
        "doc_id",
        "start",
        "end",
        "quote",
        "type",
        "scope",
        "scope_why",
        "digits",
        "announced",
        "items",
        "note",
        *("found", "verdict", "form", "programme", "lent"),
    ],
    "statements": [
        *("doc_id", "start", "end", "quote", "indicator_text", "indicator", "measure", "relation", "value", "unit"),
        *("status", "period", "direction", "span", "headline", "modifier"),
    ],
}


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def reports(tmp_path):
    """Return a folder of twelve reports of two places."""
    for number in range(12):
        path = tmp_path / "reports" / ("甲市" if number % 2 else "乙市") / f"{2012 + number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORT.replace("2024", str(2012 + number)) * (1 + number % 3), encoding="utf-8")
    return tmp_path / "reports"


def jsonl(folder, table):
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_json_lines_have_the_columns_of_the_codebook_with_lists_and_nulls(reports, tmp_path):
    result = run("extract", reports, "--out", tmp_path / "out", "--format", "jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    for table, heading in HEADINGS.items():
        assert all(list(row) == heading for row in jsonl(tmp_path / "out", table))
    slogans = [row for row in jsonl(tmp_path / "out", "slogans") if row["doc_id"] == "乙市/2012"]
    assert [(row["quote"], row["digits"], row["announced"], row["items"]) for row in slogans] == [
        ("双百工程", [2, 100], 2, []),
        ("三个北海", [3], 3, ["创新北海", "开放北海", "文明北海"]),
    ]
    growth, parity = [row for row in jsonl(tmp_path / "out", "statements") if row["doc_id"] == "乙市/2012"]
    assert [growth[name] for name in ("indicator", "relation", "value", "unit", "status", "period", "headline")] == [
        *("gdp", "~", 5.5, "%", "target", 2012, True)
    ]
    assert (parity["measure"], parity["value"], parity["unit"]) == ("parity", None, None)


def test_offsets_point_into_the_file_as_it_stands(tmp_path):
    raw = "\ufeff---\r\ntitle: 报告\r\n---\r\n" + REPORT.replace("\n", "\r\n")
    (tmp_path / "a.md").write_bytes(raw.encode())
    run("extract", tmp_path / "a.md", "--out", tmp_path, "--format", "jsonl")
    rows = jsonl(tmp_path, "slogans") + jsonl(tmp_path, "statements")
    assert len(rows) == 4
    assert all(raw[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_the_document_table_says_what_was_read(tmp_path):
    (tmp_path / "2023.txt").write_text(REPORT, encoding="gb18030")
    result = run("extract", tmp_path / "2023.txt", "--out", tmp_path / "out", "--format", "jsonl")
    (row,) = jsonl(tmp_path / "out", "documents")
    assert list(row) == [column.name for column in EXTRACT_TABLES["documents"]]
    assert (row["doc_id"], row["encoding"], row["characters"]) == ("2023", "gb18030", len(REPORT))
    assert (row["plan_year"], row["year_from"], row["slogans"], row["statements"]) == (2024, "text", 2, 2)
    assert (result.exit_code, result.stderr) == (
        0,
        f"{tmp_path / '2023.txt'}: note: not UTF-8, read as gb18030\n",
    )
    assert result.stdout == f"1 document, 2 slogans, 2 statements in {tmp_path / 'out'}\n"


def test_a_file_with_lost_digits_is_told_in_one_line(tmp_path):
    (tmp_path / "2023.txt").write_text(f"{REPORT}\n出口增长1$1.$2%。", encoding="utf-8")
    result = run("extract", tmp_path / "2023.txt", "--out", tmp_path / "out")
    note = f"the digits of 1 number are lost (the first at {len(REPORT) + 5}: 1$1.$2) and give no row"
    assert result.stderr == f"{tmp_path / '2023.txt'}: note: {note}; take them from the source\n"
    assert result.stdout == f"1 document, 2 slogans, 2 statements in {tmp_path / 'out'}\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("2021", "2022", "2023年", "2024"), (2021, "option")),
        ((None, "2022", "2023年", "2024"), (2022, "manifest")),
        ((None, "", "2023年", "2024"), (2023, "text")),
        ((None, "", "", "2024"), (2024, "name")),
        ((None, "", "", "report"), (None, "")),
    ],
)
def test_who_says_which_year_is_planned(tmp_path, said, expected):
    option, manifest, text, name = said
    (tmp_path / f"{name}.txt").write_text(f"{text}政府工作报告\n各位代表：建设“六个北海”。", encoding="utf-8")
    (tmp_path / "texts.csv").write_text(f"path,plan_year\n{name}.txt,{manifest}\n", encoding="utf-8")
    given = ["--year", option] if option else []
    assert run("extract", tmp_path / "texts.csv", "--out", tmp_path, "--format", "jsonl", *given).exit_code == 0
    (row,) = jsonl(tmp_path, "documents")
    assert (row["plan_year"], row["year_from"]) == expected


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_the_tables_do_not_depend_on_the_number_of_processes(reports, tmp_path, form):
    for workers in (1, 3):
        arguments = ("--out", tmp_path / str(workers), "--format", form, "--workers", workers)
        assert run("extract", reports, *arguments).exit_code == 0
    for table in EXTRACT_TABLES:
        one, many = ((tmp_path / workers / f"{table}.{form}").read_bytes() for workers in ("1", "3"))
        assert one == many


def test_rows_are_ordered_by_document_and_place(reports, tmp_path):
    run("extract", reports / "甲市", reports, "--out", tmp_path, "--format", "jsonl")
    for table in HEADINGS:
        places = [(row["doc_id"], row["start"]) for row in jsonl(tmp_path, table)]
        assert places == sorted(places)
        assert len(places) > 24


def test_parquet_keeps_lists_nulls_and_the_schema_of_an_empty_table(reports, tmp_path):
    run("extract", reports, "--out", tmp_path, "--format", "parquet")
    slogans = pyarrow.parquet.read_table(tmp_path / "slogans.parquet")
    assert slogans.column_names == HEADINGS["slogans"]
    assert slogans.to_pylist()[0]["digits"] == ["2", "100"]
    assert pyarrow.parquet.read_table(tmp_path / "statements.parquet").to_pylist()[1]["value"] is None
    (tmp_path / "dull.txt").write_text("一句话。", encoding="utf-8")
    run("extract", tmp_path / "dull.txt", "--out", tmp_path / "dull", "--format", "parquet")
    assert pyarrow.parquet.read_schema(tmp_path / "dull" / "slogans.parquet") == slogans.schema


def test_csv_runs_nothing_in_a_spreadsheet(tmp_path):
    folder = tmp_path / "=cmd"
    folder.mkdir()
    for name in ("=SUM(1)", "+1", "@x", "-1"):
        (folder / f"{name}.txt").write_text(REPORT, encoding="utf-8")
    assert run("extract", folder, "--out", tmp_path, "--format", "csv").exit_code == 0
    for table in ("documents", "slogans", "statements", "terms"):
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert {row["doc_id"] for row in rows} == {"'=SUM(1)", "'+1", "'@x", "'-1"}
        assert {field for row in rows for field in row.values() if field[:1] in tuple("=+-@")} <= {"="}  # a relation


def test_csv_writes_nulls_empty_and_lists_as_the_published_tables(reports, tmp_path):
    run("extract", reports, "--out", tmp_path)
    with (tmp_path / "slogans.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["digits"], row["items"]) for row in rows[:2]] == [("2;100", ""), ("3", "创新北海;开放北海;文明北海")]
    assert [(row["found"], row["verdict"], row["lent"]) for row in rows[:2]] == [
        ("0", "not enumerated here", "False"),
        ("3", "closes", "False"),
    ]
    with (tmp_path / "statements.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == HEADINGS["statements"]
    assert [(row["value"], row["headline"]) for row in rows[:2]] == [("5.5", "True"), ("", "True")]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(reports, tmp_path):
    (reports / "binary.txt").write_bytes(b"\0\1\2")
    (reports / "empty.md").write_bytes(b"")
    (reports / "latin.txt").write_bytes("Größe".encode("latin-1"))
    (reports / "gone.txt").symlink_to(reports / "nowhere.txt")
    result = run("extract", reports, tmp_path / "x.pdf", "--out", tmp_path / "out", "--format", "jsonl")
    assert result.exit_code == 1
    told = dict(line.split(": ", 1) for line in result.stderr.splitlines())
    assert {Path(path).name: reason.split(" ")[0] for path, reason in told.items()} == {
        "x.pdf": "No",
        "binary.txt": "binary:",
        "empty.md": "empty",
        "gone.txt": "No",
        "latin.txt": "neither",
    }
    assert result.stdout.endswith("; 5 not read\n")
    assert len(jsonl(tmp_path / "out", "documents")) == 12


def test_nothing_is_left_when_nothing_was_read(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("extract", tmp_path / "empty.txt", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "nothing was written" in result.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_older_tables_stay_whole_when_a_run_fails(reports, tmp_path, monkeypatch):
    run("extract", reports, "--out", tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    results = iter([Problem("x", "y")])

    def broken(*_arguments, **_options):
        yield from results
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(collection, "extract_collection", broken)
    result = run("extract", reports, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "No space left on device; nothing was written" in result.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_folder_that_cannot_be_made_is_told(reports, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = run("extract", reports, "--out", tmp_path / "file")
    assert result.exit_code == 1
    assert f"{tmp_path / 'file'}: is a file; name a folder" in result.stderr


def test_an_error_of_the_program_ends_one_document_only(reports, tmp_path, monkeypatch):
    extract = collection.extract_document

    def failing(document, year):
        if document.doc_id.endswith("2015"):
            raise RuntimeError("no such rule")
        return extract(document, year)

    monkeypatch.setattr(collection, "extract_document", failing)
    result = run("extract", reports, "--out", tmp_path, "--format", "jsonl")
    assert result.exit_code == 1
    assert "2015.md: cannot be analysed (RuntimeError('no such rule'))" in result.stderr
    assert len(jsonl(tmp_path, "documents")) == 11


@pytest.mark.parametrize(
    "arguments", [["--format", "xml"], ["--workers", "0"], ["--year", "24"], ["--workers", "many"], ["--unknown"]]
)
def test_a_wrong_option_is_refused_before_anything_is_read(reports, tmp_path, arguments):
    result = run("extract", reports, "--out", tmp_path / "out", *arguments)
    assert result.exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", [["--help"], ["extract", "--help"], ["sample", "--help"], ["verify", "--help"]])
def test_help(command):
    result = run(*command)
    assert result.exit_code == 0
    assert command[0] not in ("extract", "sample") or "\n    python -m analysis " in result.stdout


def python(*arguments):
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=paths.ROOT)  # noqa: S603  our own


@pytest.mark.parametrize(
    ("code", "kept_out"),
    [
        ("import analysis.__main__", ("pandas", "pyarrow", "rich", "yaml")),
        ("import analysis.extraction.collection", ("pandas", "pyarrow", "numpy", "jieba", "matplotlib")),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code, kept_out):
    loaded = python("-c", f"{code}; import sys; print(*sys.modules)").stdout.split()
    assert not set(loaded) & set(kept_out)


def test_a_pipe_gets_no_progress_and_a_terminal_does(reports, tmp_path):
    command = ["-m", "analysis", "extract", str(reports), "--out", str(tmp_path)]
    piped = python(*command)
    assert (piped.stderr, piped.stdout.count("\n")) == ("", 1)
    main, terminal = pty.openpty()
    with subprocess.Popen(  # noqa: S603  our own
        [sys.executable, *command],
        stdout=subprocess.PIPE,
        stderr=terminal,
        cwd=paths.ROOT,
        env={**os.environ, "TERM": "xterm"},
        text=True,
    ) as process:
        assert process.stdout.read() == piped.stdout
    os.close(terminal)
    shown = b""
    while b"12/12" not in shown:
        shown += os.read(main, 100_000)  # a part at a time; at its end an error
    os.close(main)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_run_that_is_ended_leaves_nothing(tmp_path, workers):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(REPORT * 100, encoding="utf-8")
    command = [sys.executable, "-m", "analysis", "extract", folder, "--out", tmp_path / "out", "--workers", workers]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=paths.ROOT) as process:  # noqa: S603
        try:
            deadline = time.monotonic() + 60
            while not list(tmp_path.glob("out/.*.part")) and time.monotonic() < deadline:
                time.sleep(0.02)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 128 + signal.SIGTERM
    assert list((tmp_path / "out").iterdir()) == []


def test_columns_are_fields_of_the_rows():
    for table, fields in (("slogans", Slogan._fields), ("statements", Statement._fields)):
        assert [column.name for column in EXTRACT_TABLES[table]] == HEADINGS[table]
        assert set(fields) - set(HEADINGS[table]) == {"refused"}
    assert set(HEADINGS["slogans"]) <= {*Slogan._fields, *Closure._fields}
    assert [column.name for column in EXTRACT_TABLES["documents"]] == list(File._fields[:-1])


# sample and verify


def test_a_sample_is_repeatable_and_of_what_was_asked_for(reports):
    sources, _ = find_files([reports])
    drawn = draw_sample(sources, "targets", 5, refused=False, seed=7)
    assert drawn == draw_sample(sources[::-1], "targets", 5, refused=False, seed=7)
    assert drawn != draw_sample(sources, "targets", 5, refused=False, seed=8)
    assert len(drawn.hits) == 5
    assert drawn.documents == 5  # no more are read than hits are wanted
    assert {hit.judgement.split(",")[0] for hit in drawn.hits} <= {"gdp", "household_income"}
    refused = draw_sample(sources, "slogans", 1000, refused=True, seed=7)
    assert len(refused.hits) == refused.candidates


def test_a_sample_is_printed_in_context(reports):
    result = run("sample", reports, "--layer", "slogans", "--n", "4", "--seed", "3")
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 4
    assert "实施“【双百工程】”，建设" in result.stdout
    assert re.search("【双百工程】.*  [a-z]+, [a-z]+, 2;100, 2  ", result.stdout)
    assert result.stderr.endswith("accepted slogans in 4 documents, seed 3\n")


def test_a_sample_tells_what_could_not_be_read(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("sample", tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path / 'empty.txt'}: empty\n" in result.stderr


def test_verify_tells_each_error_on_a_line(monkeypatch):
    assert run("verify").exit_code == 0
    monkeypatch.setattr(corpus, "corpus_problems", lambda: ["corpus.csv: one", "a.txt: two"])
    result = run("verify")
    assert (result.exit_code, result.stderr) == (1, "corpus.csv: one\na.txt: two\n")


def killed(_source, year):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_ended_from_outside_is_told(reports, tmp_path, monkeypatch):
    monkeypatch.setattr(collection, "_extract", killed)
    result = run("extract", reports, "--out", tmp_path / "out", "--workers", "2")
    assert result.exit_code == 1
    assert "ended from outside" in result.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_memory_holds_only_the_documents_ahead():
    taken = []

    def sources():
        for number in range(100):
            taken.append(number)
            yield Source(str(number), "nowhere.txt", None)

    results = extract_collection(sources(), workers=2)
    assert isinstance(next(results), Problem)
    assert len(taken) < 10
    assert len(list(results)) == 99


def test_score_compares_extracted_tables_with_annotations(tmp_path):
    text = tmp_path / "甲区.txt"
    text.write_text("建设“三个北海”。今年将签约项目12个。", encoding="utf-8")
    assert run("extract", text, "--out", tmp_path / "out", "--format", "jsonl").exit_code == 0
    found = {"slogans": jsonl(tmp_path / "out", "slogans"), "targets": jsonl(tmp_path / "out", "statements")}
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.json").write_text(json.dumps({"doc_id": "甲区", **found}), encoding="utf-8")
    result = run("score", tmp_path / "out", "--gold", gold)
    assert result.exit_code == 0
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert {(row["layer"], row["n"]) for row in rows if row["measure"] == "f1"} == {("slogans", "1"), ("targets", "1")}
    assert {row["share"] for row in rows} == {"1.000"}


def test_score_tells_when_no_text_is_annotated(reports, tmp_path):
    assert run("extract", reports, "--out", tmp_path / "out", "--format", "jsonl").exit_code == 0
    result = run("score", tmp_path / "out", "--gold", paths.GOLD / "reports" / "development")
    assert result.exit_code == 1
    assert "annotates no document of" in result.stderr


@pytest.mark.parametrize("content", [None, "{not json\n"])
def test_score_tells_what_is_missing_or_broken(tmp_path, content):
    if content is not None:
        (tmp_path / "slogans.jsonl").write_text(content, encoding="utf-8")
    result = run("score", tmp_path, "--gold", paths.GOLD)
    assert result.exit_code == 1
    assert result.stderr.startswith("slogans.jsonl: ")
    assert result.stderr.count("\n") == 1
