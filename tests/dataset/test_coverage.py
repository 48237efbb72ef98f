"""Coverage counts places, not rows, and says of which panel."""

from analysis import paths
from analysis.dataset import coverage_by_year, panel_members, read_shipped
from analysis.dataset.coverage import places_by_year

SHIPPED = read_shipped(paths.REFERENCE)
MEMBERS = panel_members(SHIPPED.reports)
COVERAGE = coverage_by_year(SHIPPED, MEMBERS)


def test_reports_add_up_to_all_that_are_used():
    every = COVERAGE[(COVERAGE["table"] == "reports") & (COVERAGE["panel"] == "")]
    assert every["rows"].sum() == len(SHIPPED.reports)
    # a place with two reports for a year is one place
    assert every["places"].sum() == len(SHIPPED.reports.drop_duplicates(["code", "year"]))


def test_a_panel_has_as_many_reports_as_members():
    for panel, own in MEMBERS.groupby("panel"):
        rows = COVERAGE[(COVERAGE["table"] == "reports") & (COVERAGE["panel"] == panel)]
        assert rows["places"].sum() == rows["rows"].sum() == len(own)


def test_no_indicator_has_more_places_than_the_year_has_reports():
    every = COVERAGE[COVERAGE["panel"] == ""]
    reports = every[every["table"] == "reports"].set_index(["level", "year"])["places"]
    for row in every[every["table"] == "targets"].itertuples():
        assert row.places <= reports[row.level, row.year]
    for row in every[every["table"] == "results"].itertuples():  # of the year before their report
        assert row.places <= reports[row.level, row.year + 1]


def test_a_row_is_named_once():
    assert not COVERAGE.duplicated(["table", "indicator", "panel", "level", "year"]).any()


def test_the_places_of_each_year_are_those_of_the_reports():
    table = places_by_year(COVERAGE).set_index("year")
    reports = SHIPPED.reports.drop_duplicates(["code", "year"])
    assert table.to_numpy().sum() == len(reports)
    assert table.loc[2023, "prefectures"] == len(
        reports[(reports["year"] == 2023) & (reports["level"] == "prefecture")]
    )
    assert set(table["nation"]) <= {0, 1}
