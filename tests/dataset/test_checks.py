"""Broken copies of the shipped tables: the check stops, and names file, row and remedy."""

import shutil

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis import paths
from analysis.dataset import dataset_problems, described_tables
from analysis.dataset.checks import read_whole_table, table_faults


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(paths.REFERENCE, tmp_path / "reference")
    return tmp_path / "reference"


def faults(name, change):
    """Return what is wrong with a shipped table in which a function has changed the first rows."""
    path = next(path for path in paths.REFERENCE.glob(f"{name}.*") if path.suffix in (".parquet", ".csv"))
    whole = read_whole_table(path)
    rows = whole.slice(0, 200).to_pylist()
    change(rows)
    return list(table_faults(pa.Table.from_pylist(rows, whole.schema), path.name, described_tables().tables[name]))


def setting(row, **fields):
    return lambda rows: rows[row].update(fields)


def test_a_table_that_is_right_has_no_faults():
    for name in ("targets", "results", "slogans", "reports"):
        assert faults(name, lambda rows: None) == []


BROKEN = [
    # A row without place
    ("targets", setting(3, place=""), r"targets\.parquet, row 3 .*place.*: a row needs a place"),
    (
        "targets",
        setting(3, place=""),
        r"targets\.parquet, row 3 \(no place, [0-9]{4}\), column place: empty; every row needs one",
    ),
    # An unknown code
    (
        "results",
        setting(5, code="999999"),
        r"results\.parquet, row 5 .*no place has the code '999999'; add it to data/places\.csv or correct",
    ),
    ("results", setting(5, code="37"), r"results\.parquet, row 5 .*, column code: '37' does not fit"),
    # A place in two provinces
    ("slogans", setting(7, province="云南省"), r"slogans\.parquet, row 7 .*belongs to .*, not to 云南省"),
    # A target without unit
    (
        "targets",
        lambda rows: next(row for row in rows if row["measure"] == "growth").update(unit=None),
        r"targets\.parquet, row [0-9]+ .*: a 'growth' needs a number and a unit; .* correct it in data/errata\.csv",
    ),
    (
        "results",
        lambda rows: next(row for row in rows if row["measure"] == "level").update(unit=""),
        r"results\.parquet, row .*: a 'level' needs a number and a unit",
    ),
    (
        "results",
        lambda rows: next(row for row in rows if row["measure"] == "growth").update(value=None),
        r"results\.parquet, row .*: a 'growth' needs a number and a unit",
    ),
    # Values of a column
    ("targets", setting(0, relation="<"), r"targets\.parquet, row 0 .*, column relation: '<' is none of =, ~, >="),
    ("slogans", setting(0, mentions=0), r"slogans\.parquet, row 0 .*, column mentions: 0 is less than 1"),
    ("reports", setting(0, bytes="many"), r"reports\.csv, row 0 .*, column bytes: 'many' is no integer"),
    ("reports", setting(0, used="yes"), r"reports\.csv, row 0 .*, column used: 'yes' is no boolean"),
    # Rows of one key
    (
        "reports",
        lambda rows: rows[9].update(report=rows[2]["report"]),
        r"reports\.csv, row 9: has report of row 2 .*; keep one of them",
    ),
]


@pytest.mark.parametrize(("name", "change", "said"), BROKEN)
def test_what_is_broken_is_named_with_file_row_and_remedy(name, change, said):
    import re

    found = faults(name, change)
    assert [line for line in found if re.match(said, line)], found


def test_a_target_without_a_number_needs_no_unit():
    def change(rows):
        rows[0].update(measure="qualitative", value=None, unit=None)
        rows[1].update(measure="parity", value=None, unit=None)

    assert faults("targets", change) == []


def test_few_faults_of_a_kind_are_told_and_the_rest_counted():
    found = faults("targets", lambda rows: [row.update(relation="<") for row in rows])
    assert len(found) == 4
    assert found[-1].endswith("197 more like these")


def test_a_column_that_is_new_or_gone_is_named(copy):
    rows = pq.read_table(copy / "totals.parquet")
    pq.write_table(
        rows.rename_columns(["level", "year", "documents", "words", "characters", "slogans"]), copy / "totals.parquet"
    )
    assert dataset_problems(copy) == [
        "totals.parquet, column tokens: described, but not in the table; take it out of data/reference_columns.yml, or "
        "make the table anew",
        "totals.parquet, column words: not described; describe it in data/reference_columns.yml",
    ]


def test_a_table_that_is_new_or_gone_is_named(copy):
    (copy / "firsts.csv").rename(copy / "seconds.csv")
    found = dataset_problems(copy)
    assert found[0].startswith("seconds.csv: not described; describe its columns")
    assert found[1].startswith("firsts: no firsts.parquet or firsts.csv in")


def test_a_link_that_leads_nowhere_is_named(copy):
    path = copy / "firsts.csv"
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    rows.loc[1, "report"] = "政府工作报告-其他地市/乌有市/2023"
    rows.to_csv(path, index=False, lineterminator="\n")
    (found,) = dataset_problems(copy)
    assert found.startswith("firsts.csv, row 1 (")
    assert "'政府工作报告-其他地市/乌有市/2023' stands in no row of reports; make both anew" in found


def test_the_command_that_stops_the_book_tells_the_row(copy, monkeypatch):
    from typer.testing import CliRunner

    from analysis.cli.app import app

    rows = pq.read_table(copy / "targets.parquet").to_pylist()
    schema = pq.read_schema(copy / "targets.parquet")
    rows[4]["code"] = "999999"
    pq.write_table(pa.Table.from_pylist(rows, schema), copy / "targets.parquet")
    monkeypatch.setattr(paths, "REFERENCE", copy)
    outcome = CliRunner().invoke(app, ["verify"])
    assert outcome.exit_code == 1
    assert "targets.parquet, row 4 (" in outcome.output
    assert "'999999'" in outcome.output
