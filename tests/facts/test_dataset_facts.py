"""The numbers on the data set are those of its tables."""

import pandas as pd
import pytest

from analysis.facts import dataset_facts, other_report_facts
from analysis.facts.claims import ClaimError
from analysis.facts.dataset import OTHER_REPORTS

DESCRIPTOR = {
    "title": "Made",
    "version": "0.2.0",
    "temporalCoverage": "1954/2026",
    "resources": [
        {"name": "reports", "type": "table"},
        {"name": "panel", "type": "table"},
        {"name": "panel-csv", "type": "table"},
        {"name": "panel-dta", "type": "file"},
    ],
}
FILES = pd.DataFrame(
    {
        "file": ["reports.csv", "targets.parquet", "results.parquet", "slogans.parquet"],
        "rows": [2986, 18589, 4, 5],
        "kilobytes": [1000, 250, 100, 100],
    }
)
ACCURACY = pd.DataFrame(
    [("slogans", "scope_why", "", 0.87, 300), ("targets", "value", "gdp", 0.97, 100)],
    columns=["table", "field", "indicator", "share", "n"],
)


def test_they_are_those_of_the_tables():
    found = dataset_facts(DESCRIPTOR, FILES, ACCURACY)
    assert found["data-tables"] == "2"
    assert (found["data-reports"], found["data-targets"], found["data-slogans"]) == ("2,986", "18,589", "5")
    assert found["data-megabytes"] == "1.4"
    assert (found["data-first"], found["data-last"], found["data-measured"]) == ("1954", "2026", "2")
    assert (found["data-right-slogans-scope-why"], found["data-right-slogans-scope-why-n"]) == ("87.0%", "300")
    assert found["data-right-targets-value-gdp"] == "97.0%"
    assert (found["data-targets-drawn"], found["data-targets-least"], found["data-targets-whole"]) == (
        "100",
        "97.0%",
        "0",
    )


def test_draws_of_different_size_are_not_told_as_one():
    more = pd.DataFrame([("targets", "value", "cpi", 0.97, 200)], columns=ACCURACY.columns)
    with pytest.raises(ValueError, match="as many targets"):
        dataset_facts(DESCRIPTOR, FILES, pd.concat([ACCURACY, more]))


def test_files_that_are_no_work_reports_are_told_by_year():
    reports = pd.DataFrame({"level": "national", "year": [*OTHER_REPORTS, 2023]})
    assert other_report_facts(reports)["data-other-years"] == "1955, 1956, 1958, 1960, 1980 and 1991"
    with pytest.raises(ClaimError, match="data: the files that are no work reports of a premier are in the collection"):
        other_report_facts(reports[reports["year"] != 1958])


def test_no_series_has_a_file_that_is_no_work_report(monkeypatch):
    monkeypatch.setattr("analysis.facts.dataset.OTHER_REPORTS", (2003,))
    with pytest.raises(ClaimError, match="data: no series since 2003 has a file that is no work report"):
        other_report_facts(pd.DataFrame({"level": ["national"], "year": [2003]}))
