"""compare: a line a figure, tables on request, and what cannot be compared is told."""

import json
import re

import pytest
from typer.testing import CliRunner

from analysis import paths
from analysis.cli.app import app
from analysis.reference.comparing import COMPARISON_TABLES

TEXT = "今年主要预期目标是：地区生产总值增长7%以上。打造“四个高地”：产业高地、创新高地、开放高地、生态高地。"


@pytest.fixture
def speech(tmp_path):
    path = tmp_path / "讲话 1.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["compare", *map(str, arguments)])


def test_a_text_is_told_in_lines(speech):
    done = run(speech, "--year", 2025, "--level", "province")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0] == "讲话 1 (2025)"
    assert sum("province reports (n = " in line for line in lines) == 2
    assert not any("prefecture reports" in line for line in lines)
    assert any(line.startswith("  gdp: 地区生产总值增长7%以上; province reports") for line in lines)
    assert any(line.startswith("  四个高地: local") for line in lines)
    place = next(number for number, line in enumerate(lines) if line.startswith("  slogans: "))
    assert re.fullmatch(
        r"    note: short: [0-9]+ characters, all of these reports have [0-9,]+ or more; .*", lines[place + 1]
    )


def test_tables_are_written_on_request(speech, tmp_path):
    done = run(speech, "--year", 2025, "--out", tmp_path / "out", "--format", "jsonl")
    assert done.exit_code == 0, done.output
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {
        f"{name}.jsonl" for name in ("density", "targets", "stance", "owners")
    }
    rows = [json.loads(line) for line in (tmp_path / "out" / "targets.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["indicator"], row["level"]) for row in rows] == [("gdp", "province"), ("gdp", "prefecture")]
    assert all(row["reports"] > 10 and 0 <= row["percentile"] <= 100 for row in rows)


def test_a_text_of_no_year_is_told_and_the_others_are_compared(speech, tmp_path):
    (tmp_path / "b.txt").write_text("推进“三大战役”。", encoding="utf-8")
    (tmp_path / "2025.txt").write_text(TEXT, encoding="utf-8")
    done = run(tmp_path)
    assert done.exit_code == 1
    assert "b: not compared: it does not say for which year it plans; name the year with --year" in done.stderr
    assert "2025 (2025)" in done.stdout
    assert "三大战役" in done.stdout


def test_what_is_not_there_is_told_in_one_line(tmp_path):
    done = run(tmp_path / "nothing.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("book", [paths.ROOT / "docs" / "codebook.md", paths.CHAPTERS / "zh" / "codebook.md"])
@pytest.mark.parametrize("table", COMPARISON_TABLES)
def test_the_codebook_describes_every_column(book, table):
    (line,) = [line for line in book.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{table}`")]
    assert set(re.findall("`([a-z0-9_]+)`", line)) == {table, *(column.name for column in COMPARISON_TABLES[table])}


def test_words_of_stance_stand_beside_the_reports_of_each_level():
    assert [column.name for column in COMPARISON_TABLES["stance"]] == [
        *("doc_id", "year", "domain", "mentions", "per_10k"),
        *("per_10k_national", "per_10k_province", "per_10k_prefecture"),
        *("reports_national", "reports_province", "reports_prefecture"),
    ]
