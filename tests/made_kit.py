"""A kit of the made-up collection: the tables made of it, rows for a draw, and sheets filled by program."""

import csv
import io
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analysis import paths
from analysis.annotation.questions import KIT_WINDOWS, MARKS, sheet_parts
from analysis.annotation.sampling import KIT_COLUMNS
from analysis.cli.app import app
from analysis.reference import reference_table, tables
from analysis.runs.files import parse_csv
from tests import made_reports

WINDOW = "政府工作报告-其他地市/滨州市/2023"
GLOSSARY = "\n**名词解释**\n\n1.“1+838”：一个目标。\n2.三提三争：提标、提速、提效，争先、争优、争效。\n"


def write_reports(folder: Path) -> Path:
    """Write the collection, with a glossary and a list of three in one report."""
    made_reports.write(folder)
    report = folder / f"{WINDOW}.md"
    text = report.read_text(encoding="utf-8").replace("加快建设现代", "深入开展“三提三争”活动，加快建设现代")
    report.write_text(text + GLOSSARY, encoding="utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@contextmanager
def standing_in(folder: Path):
    """Let the tables and the kit of a folder stand in for those of the project; `reports`, `tables` and `kit` in it."""
    write_reports(folder / "reports")
    made = run("reference", folder / "reports", "--out", folder / "tables", "--all", "--workers", 1)
    assert made.exit_code == 0, made.output
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paths, "REFERENCE", folder / "tables")
        tables._read.cache_clear()
        write_rows(folder / "kit")
        patched.setattr(paths, "KIT", folder / "kit")
        made = run("kit", "--reports", folder / "reports", "--out", folder / "sheets")
        assert made.exit_code == 0, made.output
        yield folder
    tables._read.cache_clear()


def write_rows(folder: Path) -> None:
    """Write `rows.csv` of all rows of the made-up tables and a window, and the questions beside them."""
    rows = []
    for table, words in (("targets", "quote"), ("results", "quote"), ("closures", "slogan"), ("decodings", "term")):
        found = reference_table(table)
        rows += [(table, *row) for row in found[["report", "start", "end", words]].itertuples(index=False, name=None)]
    first = min(start for table, report, start, *_ in rows if table == "targets" and report == WINDOW)
    rows.append((KIT_WINDOWS, WINDOW, first - 100, first + 100, ""))
    folder.mkdir(exist_ok=True)
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([KIT_COLUMNS, *sorted(rows, key=lambda row: row[1:3])])
    (folder / "questions.yml").write_bytes((paths.DATA / "kit" / "questions.yml").read_bytes())


def filled_csv(path: Path, told: dict[str, dict[str, str]], marks: list[dict[str, str]], to: Path) -> Path:
    """Fill the CSV sheet with the answers that are told of each row, and marks."""
    heading, lines = parse_csv(path.read_bytes().decode("utf-8"))
    for line in lines:
        for field, answer in told.get(line["row"], {}).items():
            line[field] = answer or "-"
    content = io.StringIO()
    writer = csv.DictWriter(content, heading, lineterminator="\n")
    writer.writeheader()
    writer.writerows([*lines, *({"part": MARKS, **mark} for mark in marks)])
    to.write_text(content.getvalue(), encoding="utf-8")
    return to


def filled_workbook(path: Path, told: dict[str, dict[str, str]], marks: list[dict[str, str]], to: Path) -> Path:
    """Fill the workbook as a person does: by what the lists of the cells show, numbers as numbers."""
    from openpyxl import load_workbook

    book = load_workbook(path, rich_text=True)
    for name, part in sheet_parts().items():
        sheet = book[name]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for line in range(3, sheet.max_row + 1):
            answers = told.get(sheet.cell(line, 1).value, {})
            if name == MARKS and line - 3 < len(marks):
                answers = marks[line - 3]
            for field, answer in answers.items():
                if field == "row":
                    sheet.cell(line, 1).value = answer
                    continue
                choices = part.questions[field].choices
                shown = dict(zip(choices, part.questions[field].labels(), strict=True)).get(answer, answer or "-")
                cell = sheet.cell(line, columns[field])
                cell.value = float(shown) if shown.replace(".", "").isdigit() else shown
    book.save(to)
    return to
