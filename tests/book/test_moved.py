"""What moved between two built books: the same books differ in nothing, and every difference is told once."""

import csv
import io
import json
import re
from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.book.comparison import MovedData, moved_data, moved_facts
from analysis.reference import reference_reports, reference_table
from analysis.reference.ladder import report_growth_targets
from analysis.reference.outturns import targets_with_results
from tests.cli.test_cli import run

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=3)
FACTS = st.dictionaries(st.sampled_from("abc"), st.dictionaries(st.sampled_from("xyz"), st.sampled_from(["1", "2"])))


@pytest.fixture
def books(tmp_path):
    """Return a function that makes a book of facts and tables."""

    def made(name, facts, **tables):
        (tmp_path / name / "tables").mkdir(parents=True)
        (tmp_path / name / paths.FACTS_NAME).write_text(json.dumps(facts), encoding="utf-8")
        for label, text in tables.items():
            (tmp_path / name / "tables" / f"{label}.csv").write_text(text, encoding="utf-8")
        return tmp_path / name

    return made


@given(FACTS, FACTS)
def test_facts_differ_both_ways_alike_and_not_from_themselves(old, new):
    there, back = moved_facts(old, new), moved_facts(new, old)
    assert [(fact.chapter, fact.name, fact.new, fact.old) for fact in back] == [tuple(fact) for fact in there]
    assert moved_facts(old, old) == []
    for fact in there:
        assert old.get(fact.chapter, {}).get(fact.name, "") == fact.old


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=5), st.integers(0, 4), CELL)
def test_one_changed_cell_is_one_cell(rows, place, value):
    def text(rows):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([["a", "b"], *rows])
        return out.getvalue()

    assert moved_data("tab-x", text(rows), text(rows)) is None
    if place < len(rows) and rows[place][1] != value:
        changed = [[row[0], value] if number == place else row for number, row in enumerate(rows)]
        found = moved_data("tab-x", text(rows), text(changed))
        assert (found.cells, found.gone, found.added) == (1, 1, 1)


def test_the_name_of_the_facts_is_that_of_books_published_before():
    assert paths.FACTS_NAME == "facts.json"


def test_a_row_put_first_is_one_row_and_not_all():
    found = moved_data("tab-x", "a\n1\n2\n", "a\n0\n1\n2\n")
    assert found == MovedData("tab-x", 2, 3, None, 0, 1)


def test_tables_come_and_go():
    assert moved_data("tab-x", None, "a\n1\n") == MovedData("tab-x", None, 1, None, 0, 1)
    assert moved_data("tab-x", "a\n1\n", None) == MovedData("tab-x", 1, None, None, 1, 0)


def test_the_command_tells_what_moved(books):
    old = books("old", {"slogans": {"mentions": "136", "n": "5"}}, a="x\n1\n", b="x\n1\n", gone="x\n")
    new = books("new", {"slogans": {"mentions": "137", "n": "5"}}, a="x\n2\n", b="x\n1\n", new="x,y\n1,2\n")
    result = run("moved", old, new)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "- slogans, `mentions`: 136 → 137",
        "- `a`: cells changed: 1, in 1 of 1 rows",
        "- `gone`: gone, had 0 rows",
        "- `new`: new, 1 rows",
    ]
    assert run("moved", old, old).stdout == "Nothing moved.\n"


def test_a_folder_that_is_no_book_is_told(books, tmp_path):
    result = run("moved", tmp_path, books("new", {}))
    assert result.exit_code == 1
    assert "has no facts.json; name the folder of a built book" in result.stderr


LISTED = (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("<!-- moved: begin -->")[1]
LISTED = LISTED.split("<!-- moved: end -->")[0]
LISTED_ZH = (paths.CHAPTERS / "zh" / "moved.md").read_text(encoding="utf-8").partition("\n- ")[2].partition("% en")[0]
NUMBER = re.compile(r"\d(?:[\d,]*\d)?%?")


def test_both_languages_list_the_same_numbers_that_moved():
    assert Counter(NUMBER.findall(LISTED_ZH)) == Counter(NUMBER.findall(LISTED))


@pytest.mark.parametrize("name", ["slogans", "targets", "results"])
def test_what_moved_leads_to_the_rows_of_today(name):
    told = re.search(rf"Rows of the national reference:.*?{name} [\d,]+ → ([\d,]+)", LISTED)
    assert int(told[1].replace(",", "")) == len(pd.read_parquet(paths.REFERENCE / f"{name}.parquet"))


def test_what_moved_leads_to_the_reports_and_pairs_of_today():
    pairs = targets_with_results(report_growth_targets(reference_table("targets")), reference_table("results"))
    assert f"→ {len(reference_reports()):,}." in LISTED
    assert f"→ {len(pairs):,}, of which none" in LISTED
