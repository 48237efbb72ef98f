"""The figures of accuracy of targets and results are those of the rows that two annotators read."""

import pandas as pd
import pytest

from analysis import paths
from analysis.dataset.accuracy import measured_accuracy
from analysis.extraction.main_values import MAIN_INDICATORS

DRAWN = pd.read_csv(paths.DATA / "gold" / "drawn_values.csv", keep_default_na=False)
MEASURED = {(row.table, row.field, row.indicator): (row.right, row.n) for row in measured_accuracy()}


def wrong(rows, *fields):
    """Return whether either annotator read another value in one of some fields, by row."""
    said = rows["first"] + ";" + rows["second"]
    return said.map(lambda text: any(f"{field}=" in text for field in fields))


@pytest.mark.parametrize("indicator", MAIN_INDICATORS)
def test_targets_of_each_indicator(indicator):
    rows = DRAWN[(DRAWN["table"] == "targets") & (DRAWN["indicator"] == indicator)]
    right = ~wrong(rows, "indicator", "measure", "relation", "value", "year", "status", "span")
    assert MEASURED["targets", "value", indicator] == (right.sum(), len(rows))


@pytest.mark.parametrize("table", ["targets", "results"])
@pytest.mark.parametrize("field", ["indicator", "relation", "direction", "year"])
def test_single_fields(table, field):
    rows = DRAWN[DRAWN["table"] == table]
    assert MEASURED[table, field, ""] == ((~wrong(rows, field)).sum(), len(rows))


def test_results_as_a_whole():
    rows = DRAWN[DRAWN["table"] == "results"]
    right = ~wrong(rows, "indicator", "measure", "relation", "value", "year", "status", "span")
    assert MEASURED["results", "value", ""] == (right.sum(), len(rows))


def test_no_row_was_drawn_twice():
    assert not DRAWN.duplicated(["table", "report", "start", "end", "indicator"]).any()
