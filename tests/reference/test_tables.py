"""The shipped reference: whole, small, and without any text of a report."""

from analysis import paths
from analysis.reference import reference_reports, reference_table, upper_places
from analysis.texts.corpus import read_corpus


def test_the_reference_is_whole():
    reports, totals = reference_reports(), reference_table("totals")
    assert totals["documents"].sum() == len(reports)
    assert reports["report"].is_unique
    for name in ("targets", "results", "slogans"):
        assert set(reference_table(name)["report"]) <= set(reports["report"])
    assert not (reports["year"] < reports["filed"] - 2).any()


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
    assert set(upper.index) == set(read_corpus()["doc_id"])
    assert set(upper["province"]) <= set(reference_reports()["place"])
