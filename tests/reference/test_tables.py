"""The shipped reference: whole, small, and without any text of a report."""

from analysis import paths
from analysis.reference import reference_reports, reference_table, upper_places
from analysis.reference.tables import filed_notices
from analysis.texts.corpus import read_corpus
from analysis.texts.places import find_place, placed_row_faults

PLACED = ["report", "place", "code", "level", "province", "year"]


def test_the_reference_is_whole():
    reports, totals = reference_reports(), reference_table("totals")
    assert totals["documents"].sum() == len(reports)
    assert reports["report"].is_unique
    for name in ("targets", "results", "slogans"):
        assert set(reference_table(name)["report"]) <= set(reports["report"])
    assert not (reports["year"] < reports["filed"] - 2).any()


def test_every_row_has_the_code_of_its_place():
    reports = reference_table("reports")
    codes = reports.set_index("report")["code"]
    for name in ("reports", "targets", "results", "slogans", "closures", "decodings"):
        rows = reference_table(name)
        assert list(rows)[: len(PLACED)] == PLACED, name
        assert (rows["code"] == rows["report"].map(codes)).all(), name
        # A result is of the year before its report, in which the place may not yet have been one
        ahead = 1 if name == "results" else 0
        placed = rows[PLACED].assign(year=rows["year"] + ahead).drop_duplicates().to_dict("records")
        assert list(placed_row_faults(placed, name)) == []
    firsts = reference_table("firsts")
    assert (firsts["code"] == firsts["report"].map(codes)).all()
    assert (reports["pinyin"] + reports["english"]).map(str.isascii).all()


def test_no_report_has_another_name_or_code_in_its_year():
    """README.md says so: a row that parts from the standard's list of its year would have to be told there."""
    reports = reference_reports()
    listed = [find_place(place, year) for place, year in zip(reports["place"], reports["year"], strict=True)]
    known = [(row.listed_code or row.code, row.listed_name or row.place) for row in listed]
    assert known == list(zip(reports["code"], reports["place"], strict=True))


def test_a_notice_names_a_place_and_years_also_of_the_nation():
    """The nation's reports have no folder of their own: the year of 国务院/1954 once stood for the place."""
    notices = filed_notices()
    assert set(notices["place"]) <= set(reference_table("reports")["place"])
    assert notices["filed"].str.fullmatch(r"\d{4}(-\w+)?").all()
    assert notices["true"].str.fullmatch(r"(\d{4})?").all()
    delivered = notices[notices["kind"] == "delivered"]
    assert set(delivered["place"]) == {"国务院"}
    assert (delivered["true"] == "").all()


def test_reference_tables_hold_no_sentences():
    for name, column in (("targets", "quote"), ("results", "quote"), ("slogans", "slogan")):
        phrases = reference_table(name)[column]
        assert phrases.str.len().max() <= 80, name
        assert not phrases.str.contains("[。！？].").any(), name


def test_reference_tables_are_small():
    size = sum(path.stat().st_size for path in paths.REFERENCE.iterdir() if path.is_file())
    assert size < 25_000_000


def test_every_text_has_a_jurisdiction_with_reports():
    upper = upper_places()
    assert list(upper) == ["prefecture", "prefecture_code", "province", "province_code", "nation", "nation_code"]
    assert (upper["nation_code"] == "000000").all()
    assert (upper["prefecture_code"].str[:2] == upper["province_code"].str[:2]).all()
    assert set(upper.index) == set(read_corpus()["doc_id"])
    assert set(upper["province"]) <= set(reference_reports()["place"])
