"""Measurements of fields: counts that make shares, each once, of columns that are there."""

import pytest

from analysis.dataset.accuracy import AccuracyError, check_accuracy, measured_accuracy
from analysis.dataset.checks import accuracy_faults
from analysis.dataset.columns import described_tables

ROW = {"table": "targets", "field": "value", "indicator": "gdp", "n": "100", "right": "97", "how": "x", "date": "2026"}


def test_a_share_has_its_interval():
    (found,) = check_accuracy([ROW])
    assert found.share == 0.97
    assert found.interval() == pytest.approx((0.9155, 0.9897), abs=1e-4)  # Wilson's formula, as R's prop.test gives it


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([ROW | {"right": "101"}], "line 2: 101 right of 100 is no share"),
        ([ROW | {"n": "0", "right": "0"}], "line 2: 0 right of 0 is no share"),
        ([ROW | {"n": "many"}], "line 2: 97 right of many is no share"),
        ([ROW, ROW], "line 3: targets.value.gdp stands twice"),
        ([{"table": "targets"}], "line 2: a field is missing"),
    ],
)
def test_a_row_that_is_no_measurement_is_named(rows, reason):
    with pytest.raises(AccuracyError, match=rf"accuracy\.csv, {reason}"):
        check_accuracy(rows)


def test_the_kept_measurements_are_of_described_columns():
    assert list(accuracy_faults(measured_accuracy(), described_tables())) == []
    (wrong,) = check_accuracy([ROW | {"field": "worth"}])
    assert list(accuracy_faults([wrong], described_tables())) == [
        "accuracy.csv: targets.worth is no described column; correct its name"
    ]
