"""Sheets for annotators on the command line, from making them to accuracy, on a made-up collection."""

import io

import pandas as pd
import pytest

from analysis import paths
from analysis.annotation.coders import table_answers
from analysis.annotation.sampling import read_kit_rows
from analysis.reference import reference_table
from tests import made_kit

NAMES = ("targets", "results", "closures", "decodings", "slogans")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    with made_kit.standing_in(tmp_path_factory.mktemp("annotators")) as folder:
        yield folder


@pytest.fixture
def told():
    return table_answers(read_kit_rows(), {name: reference_table(name) for name in NAMES})


@pytest.fixture
def sheets(made, told, tmp_path):
    """Return how to make two filled sheets: a workbook, and a CSV file that is changed as told."""
    rows = read_kit_rows()
    window = rows.index[rows["table"] == "windows"][0]
    marks = [{"row": window, "kind": "slogan", "label": "compression", "words": "三提三争"}]

    def fill(changed=None):
        second = {row: {**own, **(changed or {}).get(row, {})} for row, own in told.items()}
        return (
            made_kit.filled_workbook(made / "sheets" / "annotator-A.xlsx", told, marks, tmp_path / "A.xlsx"),
            made_kit.filled_csv(made / "sheets" / "annotator-B.csv", second, marks, tmp_path / "B.csv"),
        )

    return fill


def test_sheets_filled_alike_agree_wholly_and_with_the_tables(sheets, tmp_path):
    done = made_kit.run("kappa", *sheets(), "--rules", "--out", tmp_path / "out", "--date", "2027-02-01")
    assert done.exit_code == 0, done.output
    assert "0 disagreements, 0 not settled" in done.stderr
    agreement = pd.read_csv(tmp_path / "out" / "agreement.csv").set_index(["part", "field"])
    assert set(agreement["agreement"].dropna()) == {1}
    assert agreement.loc[("figures", "value"), "kappa"] == 1
    assert agreement.loc[("marks", "mark slogan"), "n"] == 1
    rules = pd.read_csv(tmp_path / "out" / "rules.csv")
    assert (rules["right"] == rules["n"]).all()
    accuracy = pd.read_csv(tmp_path / "out" / "accuracy.csv", keep_default_na=False)
    assert list(accuracy.columns) == ["table", "field", "indicator", "n", "right", "how", "date"]
    assert {*accuracy["table"]} == {*NAMES}
    assert set(accuracy["date"]) == {"2027-02-01"}


def test_what_is_printed_is_the_table(sheets):
    done = made_kit.run("kappa", *sheets())
    assert done.exit_code == 0
    found = pd.read_csv(io.StringIO(done.stdout))
    assert list(found.columns[:4]) == ["part", "field", "n", "agreement"]
    assert ",1.000,1.000,1.000," in done.stdout


def test_disagreements_are_settled_in_their_table(sheets, told, tmp_path):
    row = next(row for row in told if told[row].get("status") == "target")
    filled, out = sheets({row: {"value": "99", "year": "1999"}}), tmp_path / "out"
    first = made_kit.run("kappa", *filled, "--rules", "--out", out)
    assert "2 disagreements, 2 not settled" in first.stderr
    assert not (out / "accuracy.csv").exists()
    lines = (out / "disagreements.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[2] for line in lines[1:]] == ["value", "year"]
    lines[1] += "99"
    (out / "disagreements.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    second = made_kit.run("kappa", *filled, "--rules", "--out", out)
    assert "2 disagreements, 1 not settled" in second.stderr
    kept = (out / "disagreements.csv").read_text(encoding="utf-8").splitlines()
    assert kept == lines
    lines[2] += told[row]["year"]
    (out / "disagreements.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    third = made_kit.run("kappa", *filled, "--rules", "--out", out)
    assert "2 disagreements, 0 not settled" in third.stderr
    accuracy = pd.read_csv(out / "accuracy.csv", keep_default_na=False).set_index(["table", "field", "indicator"])
    value, year = (accuracy.loc[("targets", field, "")] for field in ("value", "year"))
    assert value["n"] - value["right"] == 1
    assert year["n"] == year["right"]
    again = made_kit.run("kappa", *sheets(), "--out", out)  # the annotators have changed their sheets
    assert f"note: row {row}, value: is settled but no longer a disagreement" in again.stderr


@pytest.mark.parametrize("date", ["2027-02-30", "1 February 2027", "2027-2-1", "2027"])
def test_a_date_that_is_no_day_is_told_before_anything_is_read(date, sheets, tmp_path):
    done = made_kit.run("kappa", *sheets(), "--rules", "--out", tmp_path / "out", "--date", date)
    assert done.exit_code == 1
    assert done.stderr == f"--date: {date} is no day; write YYYY-MM-DD, such as 2027-02-01\n"
    assert done.stdout == ""
    assert not (tmp_path / "out").exists()


def test_the_same_sheets_give_the_same_tables(sheets, tmp_path):
    for name in ("one", "two"):
        made_kit.run("kappa", *sheets(), "--rules", "--out", tmp_path / name)
    files = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two")]
    assert files[0] == files[1]


def test_a_wrong_sheet_ends_with_one_line(sheets, told, tmp_path):
    row = next(row for row in told if "status" in told[row])
    done = made_kit.run("kappa", *sheets({row: {"status": "goal"}}), "--out", tmp_path / "out")
    assert done.exit_code == 1
    wrong = "status: 'goal' is no category; take one of: target, achieved, ongoing, none"
    assert done.stderr == f"{tmp_path / 'B.csv'}: row {row}: {wrong}\n"
    assert not (tmp_path / "out").exists()


def test_filled_sheets_stay(made, told, tmp_path):
    made_kit.filled_csv(made / "sheets" / "annotator-B.csv", told, [], tmp_path / "annotator-B.csv")
    before = (tmp_path / "annotator-B.csv").read_bytes()
    done = made_kit.run("kit", "--reports", made / "reports", "--out", tmp_path)
    assert done.exit_code == 1
    assert (
        done.stderr
        == f"{tmp_path / 'annotator-B.csv'}: has answers; name another folder with --out; nothing was written\n"
    )
    assert (tmp_path / "annotator-B.csv").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["annotator-B.csv"]


def test_another_version_of_a_file_is_told_with_its_rows(made, tmp_path):
    rows = read_kit_rows()
    name = next(name for name in rows["report"] if name not in set(rows.loc[rows["table"] == "windows", "report"]))
    path = made / "reports" / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    try:
        path.write_text(text.replace("各位代表", "各位人大代表", 1), encoding="utf-8")
        done = made_kit.run("kit", "--reports", made / "reports", "--out", tmp_path / "sheets")
        assert done.exit_code == 0
        own = ", ".join(rows.index[rows["report"] == name])
        assert f"note: {name}: another version of the file than the tables were made from; rows {own}" in done.stderr
    finally:
        path.write_text(text, encoding="utf-8")


REMEDY = "name the folder of the collection lawtext/gov (commit fc1a2f67) with --reports; nothing was written\n"


def test_without_the_folder_of_reports_that_alone_is_told(tmp_path):
    done = made_kit.run("kit", "--reports", tmp_path / "none", "--out", tmp_path / "sheets")
    assert done.exit_code == 1
    assert done.stderr == f"{tmp_path / 'none'}: no such folder; {REMEDY}"
    assert not (tmp_path / "sheets").exists()


def test_a_folder_without_the_reports_makes_no_sheets_and_names_three(tmp_path):
    rows = read_kit_rows()
    named = list(rows["report"].drop_duplicates())
    assert len(named) > 4
    done = made_kit.run("kit", "--reports", tmp_path, "--out", tmp_path / "sheets")
    assert done.exit_code == 1
    assert [name for name in named if f"{name} (row" in done.stderr] == named[:3]
    assert done.stderr.endswith(f"; and {len(named) - 3} more like them; {REMEDY}")
    assert len(done.stderr) < 1000
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "sheets").exists()


@pytest.mark.parametrize("command", ["kit", "kappa"])
def test_without_the_kit_the_remedy_is_told(command, tmp_path, monkeypatch, sheets):
    filled = sheets()
    monkeypatch.setattr(paths, "KIT", tmp_path / "none")
    arguments = ("--reports", tmp_path, "--out", tmp_path) if command == "kit" else filled
    done = made_kit.run(command, *arguments)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{tmp_path / 'none' / 'rows.csv'}: no such file; the kit is part of a clone")


def test_tables_that_are_too_small_keep_the_rows(made):
    before = (paths.KIT / "rows.csv").read_bytes()
    done = made_kit.run("kit", "--draw", "--reports", made / "reports", "--out", made / "never")
    assert done.exit_code == 1
    assert "rows are wanted" in done.stderr
    assert (paths.KIT / "rows.csv").read_bytes() == before
