"""The data set is made from the shipped tables alone, whole or not at all, the same each time."""

import shutil

import pandas as pd
import pytest
from typer.testing import CliRunner

from analysis import paths
from analysis.cli.app import app

NEEDED = ("reports.csv", "targets.parquet", "results.parquet")
MADE = {"panel.csv", "panel.dta", "panel.parquet", "panels.csv", "coverage.csv"}


def run(*arguments):
    return CliRunner().invoke(app, ["dataset", *map(str, arguments)])


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Return a folder with nothing but the tables that the panel needs, and those that are made of them."""
    folder = tmp_path_factory.mktemp("tables")
    for name in NEEDED:
        shutil.copy(paths.REFERENCE / name, folder)
    result = run("--out", folder, "--tables", folder)
    assert result.exit_code == 0, result.output
    return folder


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_panel_is_made_from_the_shipped_tables_alone(tables):
    assert {*content(tables)} == {*NEEDED, *MADE, "datapackage.json"}


def test_a_second_run_gives_the_same_bytes(tables, tmp_path):
    assert run("--out", tmp_path, "--tables", tables).exit_code == 0
    assert content(tmp_path) == {name: made for name, made in content(tables).items() if name in MADE}


def test_what_ships_is_small(tables):
    assert sum(len(made) for name, made in content(tables).items() if name in MADE) < 8_000_000


def test_every_table_is_written_in_the_form_that_is_asked_for(tables, tmp_path):
    result = run("--out", tmp_path, "--tables", tables, "--format", "csv", "--format", "parquet")
    assert result.exit_code == 0, result.output
    names = {"reports", "targets", "results", "panel", "panels", "coverage"}
    assert {*content(tmp_path)} == {f"{name}.{form}" for name in names for form in ("csv", "parquet")}
    assert (tmp_path / "panel.csv").read_bytes() == (tables / "panel.csv").read_bytes()
    targets = pd.read_csv(tmp_path / "targets.csv", keep_default_na=False)
    assert len(targets) == len(pd.read_parquet(tables / "targets.parquet"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--tables", "nowhere"], "reports.csv: no such table; make reference makes it; nothing was written"),
        (["--tables", "nowhere", "--format", "dta"], "no tables there; make reference makes them"),
        (["--tables", "out", "--format", "csv"], "the tables lie there; name another folder"),
    ],
)
def test_bad_input_is_told_in_a_line_and_nothing_is_written(tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    result = run("--out", "out", *arguments)
    assert result.exit_code == 1
    assert words in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert not list(tmp_path.glob("out/*.*"))
