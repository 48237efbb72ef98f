"""The tables that the data set is made from, also those of a folder that an earlier version made."""

import pandas as pd
import pytest

from analysis import paths
from analysis.dataset import read_shipped

SHIPPED = read_shipped(paths.REFERENCE)


@pytest.fixture(scope="module")
def earlier(tmp_path_factory):
    """Return a folder with the tables as they were before they had codes and normal units."""
    folder = tmp_path_factory.mktemp("earlier")
    gone = ["code", "pinyin", "english", "value_norm", "unit_norm"]
    reports = pd.read_csv(paths.REFERENCE / "reports.csv", dtype={"code": str}, keep_default_na=False)
    reports.drop(columns=gone, errors="ignore").to_csv(folder / "reports.csv", index=False)
    for name in ("targets", "results"):
        table = pd.read_parquet(paths.REFERENCE / f"{name}.parquet").drop(columns=gone, errors="ignore")
        table.to_parquet(folder / f"{name}.parquet")
    return folder


@pytest.mark.parametrize("name", ["reports", "targets", "results"])
def test_codes_and_normal_units_are_added_where_they_are_missing(earlier, name):
    completed, whole = getattr(read_shipped(earlier), name), getattr(SHIPPED, name)
    columns = [column for column in whole if column in completed]
    assert {"code", "value_norm", "unit_norm"} & set(whole) <= set(columns)
    pd.testing.assert_frame_equal(completed[columns], whole[columns], check_dtype=False)


def test_only_used_reports_are_taken_each_with_its_year():
    assert set(SHIPPED.reports["used"].astype(str).str.lower()) == {"true"}
    assert SHIPPED.reports["year"].dtype == int
    assert SHIPPED.reports["code"].str.fullmatch("[0-9]{6}").all()


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(FileNotFoundError) as told:
        read_shipped(tmp_path)
    assert told.value.filename == str(tmp_path / "reports.csv")
    assert "make reference" in told.value.strerror
