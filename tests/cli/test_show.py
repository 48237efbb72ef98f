"""The sentence behind a row on the command line: rows by number, place and slogan, from a made-up collection."""

import pytest
from typer.testing import CliRunner

from analysis import paths
from analysis.cli.app import app
from analysis.reference import reference_table, tables
from tests import made_reports

PLACE = "政府工作报告-其他地市/滨州市/2023"


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a folder with a collection, upper sources and the reference made of both."""
    folder = tmp_path_factory.mktemp("show")
    made_reports.write(folder / "reports")
    report = folder / "reports" / f"{PLACE}.md"
    text = report.read_text(encoding="utf-8") + "再次实施“1+838”，\n加快建设。\n\n**名词解释**\n“1+838”：一个目标。\n"
    report.write_text(text, encoding="utf-8")
    upper = folder / "sources" / "党规" / "甲.md"
    upper.parent.mkdir(parents=True)
    upper.write_text("---\ntitle: 甲\ndate: '2013-09-03'\n---\n坚决反对“四风”。", encoding="utf-8")
    assert run("reference", folder / "reports", "--out", folder / "tables", "--all", "--workers", 1).exit_code == 0
    assert run("sources", folder / "sources", "--out", folder / "tables").exit_code == 0
    for name in ("formulas", "passages", "firsts"):
        (folder / "tables" / f"{name}.csv").write_bytes((paths.REFERENCE / f"{name}.csv").read_bytes())
    return folder


@pytest.fixture(autouse=True)
def reference(made, monkeypatch):
    monkeypatch.setattr(paths, "REFERENCE", made / "tables")
    tables._read.cache_clear()
    yield
    tables._read.cache_clear()


def show(made, row, *more, reports="reports"):
    return run("show", row, "--reports", made / reports, *more)


def number_of(table, **fields):
    rows = reference_table(table)
    for name, value in fields.items():
        rows = rows[rows[name] == value]
    return int(rows.index[0])


@pytest.fixture
def target():
    """Return the row of a target and what is printed of it."""
    number = number_of("targets", report=PLACE, indicator="gdp")
    return number, reference_table("targets").iloc[number]


def test_a_row_is_shown_with_its_sentence_by_number_and_by_place(made, target):
    number, row = target
    by_number = show(made, f"targets:{number}")
    assert (by_number.exit_code, by_number.stderr) == (0, "")
    lines = by_number.stdout.splitlines()
    assert lines[0] == f"targets:{number}"
    assert lines[-1].startswith(
        "  今年经济社会发展的主要预期目标是：«地区生产总值增长7%左右»，固定资产投资增长9%以上，"
    )
    assert lines[-1].endswith("，社会消费品零售总额增长8%。")
    raw = (made / "reports" / f"{PLACE}.md").read_text(encoding="utf-8")
    line = raw.count("\n", 0, row["start"]) + 1
    assert lines[-2] == f"line {line}, characters {row['start']}-{row['end']}:"
    told = dict(line.split(maxsplit=1) for line in lines[1:-2])
    assert told["report"] == PLACE
    assert (told["place"], told["province"], told["year"]) == ("滨州市", "山东省", "2023")
    assert (told["value"], told["unit"], told["source"]) == ("7", "%", "https://example.org/滨州市/2023")
    assert told["file"] == str(made / "reports" / f"{PLACE}.md")
    cited = lines[-3].split()[-1]
    assert cited == f"{PLACE}@{row['start']}-{row['end']}"
    for words in (cited, cited.removeprefix("政府工作报告-其他地市/")):
        assert show(made, words).stdout == by_number.stdout
    for words in (f"targets.parquet:{number}", f" targets: {number} "):
        assert show(made, words).stdout == by_number.stdout
    assert show(made, number, "--table", "targets").stdout == by_number.stdout
    assert show(made, cited, "--table", "targets").stdout == by_number.stdout
    assert show(made, cited, "--table", "results").exit_code == 2


def test_a_slogan_is_shown_with_each_mention_of_the_body(made):
    result = show(made, "滨州市/2023@1+838")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == f"slogans:{number_of('slogans', report=PLACE, slogan='1+838')}"
    sentences = [line for line in result.stdout.splitlines() if "«" in line]
    assert sentences == [
        "  我们要实施“«1+838»”行动，加快建设现代化产业体系。",
        "  再次实施“«1+838»”，加快建设。",  # a line end in a sentence is not shown; the glossary is not read
    ]
    assert show(made, "滨州市/2023@“1+838”").stdout == result.stdout


def test_an_upper_slogan_is_shown_from_the_document_of_its_first_use(made):
    for words in ("upper_slogans:0", "党规/甲@四风"):
        result = show(made, words, reports="sources")
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.splitlines()[-1] == "  坚决反对“«四风»”。"
        assert "  date       2013-09-03\n" in result.stdout


def test_rows_of_the_five_texts_need_no_folder():
    row = reference_table("formulas").iloc[5]
    result = run("show", "formulas:5")
    assert result.exit_code == 0
    assert f"{row['doc_id']}@{row['start']}-{row['end']}" in result.stdout
    quoted = result.stdout.splitlines()[-1].partition("«")[2].partition("»")[0]
    assert "".join(sign for sign in quoted if "一" <= sign <= "\u9fff") == row["formula"]


@pytest.mark.parametrize("row", ["totals:0", "reports:0"])
def test_a_row_of_no_single_sentence_says_so(made, row):
    result = show(made, row)
    assert result.exit_code == 0
    assert "«" not in result.stdout
    assert "note:" in result.stderr


def test_a_place_that_no_row_is_of_is_shown_and_told(made):
    result = show(made, "滨州市/2023@4-9")
    assert result.exit_code == 0
    assert "«" in result.stdout
    assert "note: no row of the reference is of this place" in result.stderr
    assert show(made, "滨州市/2023@99999990-99999999").exit_code == 1


# Another version of the file.


def clone(made, tmp_path, change):
    path = tmp_path / f"{PLACE}.md"
    path.parent.mkdir(parents=True)
    path.write_text(change((made / "reports" / f"{PLACE}.md").read_text(encoding="utf-8")), encoding="utf-8")
    return tmp_path


def test_words_that_moved_are_found_and_told(made, tmp_path, target):
    number, row = target
    other = clone(made, tmp_path, lambda raw: raw.replace("各位代表：", "各位代表，同志们："))
    result = run("show", f"targets:{number}", "--reports", other)
    assert result.exit_code == 0
    assert "«地区生产总值增长7%左右»" in result.stdout
    version, moved = result.stderr.splitlines()
    assert "note: another version of the file than the tables were made from (sha256 " in version
    assert "lawtext/gov (commit fc1a2f67)" in version
    start, end = row["start"], row["end"]
    assert moved.endswith(f"the words stand not at {start}-{end} but at {start + 4}-{end + 4}")


def test_a_version_in_which_the_words_stay_is_told_all_the_same(made, tmp_path, target):
    other = clone(made, tmp_path, lambda raw: raw + "完毕。")
    result = run("show", f"targets:{target[0]}", "--reports", other)
    assert result.exit_code == 0
    assert result.stderr.count("\n") == 1
    assert "another version" in result.stderr


def test_words_that_are_gone_end_with_a_line(made, tmp_path, target):
    other = clone(made, tmp_path, lambda raw: raw.replace("地区生产总值增长7%", "经济总量增长7%").replace("838", "939"))
    for row in (f"targets:{target[0]}", "滨州市/2023@1+838"):
        result = run("show", row, "--reports", other)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"{other / PLACE}.md: has nowhere ")
        assert result.stderr.count("\n") == 1


# What names no row.


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("nonsense", "names no row; write TABLE:NUMBER"),
        ("@1-2", "names no row"),
        ("targets:-1", "names no row"),
        ("targets:99999", "rows, 0 to"),
        ("nothing:1", "there is no table nothing; the reference has attested, closures"),
        ("滨洲市/2023@1-2", "the tables know no text 滨洲市/2023; perhaps 滨州市/2023"),
        ("山东省/2023@没有", "has no row 没有 in any table"),
        ("2023@1-2", "2023 may be"),
    ],
)
def test_what_names_no_row_is_told_in_one_line(made, words, told):
    result = show(made, words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_table_and_a_number_of_another_are_refused(made):
    assert "is no row of results" in show(made, "targets:1", "--table", "results").stderr
    assert "there is no table nix" in show(made, "1", "--table", "nix").stderr


def test_a_missing_folder_or_file_is_told_with_its_remedy(made, tmp_path):
    result = run("show", "targets:0")
    assert result.exit_code == 2
    assert result.stderr.endswith("--reports FOLDER\n")
    result = run("show", "targets:0", "--reports", tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "No such file or directory; --reports names the folder that holds 政府工作报告-" in result.stderr


def test_without_tables_there_is_nothing_to_show(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "REFERENCE", tmp_path)
    tables._read.cache_clear()
    result = run("show", "targets:0")
    assert result.exit_code == 1
    assert "the tables are part of a clone" in result.stderr


def test_what_a_file_holds_does_not_steer_the_terminal(made, tmp_path, target):
    other = clone(made, tmp_path, lambda raw: raw.replace("主要预期目标是", "主要\x1b[31m预期目标是"))
    assert "\x1b" not in run("show", f"targets:{target[0]}", "--reports", other).stdout
