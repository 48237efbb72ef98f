"""What is written about the data set: the datasheet, its citation, the list of changed columns."""

import csv
import re

import pytest
import rispy
import yaml
from pybtex.database import parse_string

from analysis import paths
from analysis.dataset import changed_columns, described_tables
from analysis.publication.citations import bibtex_entry, ris_entry, study_as_source, styled_citation

DATASHEET = (paths.REFERENCE / "DATASHEET.md").read_text(encoding="utf-8")
SAID = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
# The columns of the tables of 25 November 2026, version 0.1
FIRST = {
    "reports": (
        "report place level province year filed delivered source sha256 encoding bytes characters characters_read "
        "annex used tokens"
    ),
    "notices": "report kind filed true note",
    "targets": ("report place level province year indicator measure relation value unit modifier start end quote"),
    "results": ("report place level province year indicator measure relation value unit modifier start end quote"),
    "slogans": "slogan type scope digits announced mentions report place level province year",
    "terms": "token level year count documents",
    "totals": "level year documents tokens characters slogans",
    "formulas": "doc_id start end formula length origin reports places first last everywhere",
    "passages": "doc_id start end characters origin before",
}


def test_every_table_and_column_that_came_since_the_first_version_is_listed():
    changes = changed_columns()
    tables = set(changes[changes["change"] == "table"]["table"])
    assert tables == set(described_tables().tables) - set(FIRST)
    for name, columns in FIRST.items():
        rows = changes[(changes["table"] == name) & (changes["change"] == "added")]
        assert sorted(rows["column"]) == sorted(set(described_tables().tables[name].columns) - set(columns.split())), (
            name
        )


def test_no_column_of_the_first_version_is_gone():
    """The page *What moved since the first draft* says so."""
    for name, columns in FIRST.items():
        assert set(columns.split()) <= set(described_tables().tables[name].columns), name


def test_the_data_set_is_cited_by_the_same_words_everywhere():
    (cited,) = SAID["references"]
    package = described_tables().package
    assert cited["title"] == package.title
    assert cited["version"] == SAID["version"]
    assert DATASHEET.startswith(f"# Datasheet: {package.title}\n")
    assert cited["authors"] == SAID["authors"]


@pytest.mark.parametrize("chinese", [False, True])
def test_the_data_set_is_cited_in_four_styles_as_the_study_is(chinese):
    package = described_tables().package
    told = {"id": package.name, "type": "dataset", "title": package.title_zh if chinese else package.title}
    source = study_as_source(chinese=chinese) | told
    assert f"> {styled_citation(source, 'gbt')}\n" in DATASHEET
    assert f"```bibtex\n{bibtex_entry(source)}```" in DATASHEET
    assert f"```text\n{ris_entry(source)}```".replace("\r\n", "\n") in DATASHEET
    if not chinese:
        line = styled_citation(source, "apa")
        assert line.endswith(f"{package.title} (Version {SAID['version']}) [Data set].")
        assert f"> {line.replace(package.title, f'*{package.title}*')}\n" in DATASHEET


def test_the_entries_for_bibtex_and_ris_are_read():
    package = described_tables().package
    entries = [
        parse_string(words, "bibtex").entries[package.name]
        for words in re.findall(r"```bibtex\n(.*?)```", DATASHEET, re.DOTALL)
    ]
    records = rispy.loads("".join(re.findall(r"```text\n(TY  - .*?)```", DATASHEET, re.DOTALL)))
    titles = [package.title, package.title_zh]
    assert [entry.fields["title"].strip("{}") for entry in entries] == titles
    assert [str(entry.persons["author"][0]).strip("{}") for entry in entries] == [SAID["authors"][0]["name"]] * 2
    assert [record["title"] for record in records] == titles


def test_the_page_of_the_book_takes_the_parts_that_the_datasheet_marks():
    for name, text in (("data", DATASHEET), ("moved", (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))):
        chapter = (paths.CHAPTERS / f"{name}.md").read_text(encoding="utf-8")
        marks = re.findall(r':(?:start-after|end-before): "([^"]+)"', chapter)
        assert marks
        for mark in marks:
            assert text.count(mark) == 1, mark


def test_the_years_of_the_title_are_those_of_the_tables():
    with (paths.REFERENCE / "reports.csv").open(encoding="utf-8", newline="") as lines:
        years = sorted(int(row["year"]) for row in csv.DictReader(lines) if row["used"] == "true")
    package = described_tables().package
    assert package.temporal == f"{years[0]}/{years[-1]}"
    assert package.title.endswith(f"{years[0]}-{years[-1]}")
    assert package.title_zh.endswith(f"{years[0]}—{years[-1]}")


def test_the_issue_form_asks_for_what_an_erratum_needs():
    form = yaml.safe_load((paths.ROOT / ".github" / "ISSUE_TEMPLATE" / "wrong-row.yml").read_text(encoding="utf-8"))
    asked = {part["id"]: part for part in form["body"] if "id" in part}
    assert set(asked) == {"table", "row", "kind", "field", "should", "sentence", "version", "reporter"}
    from analysis.archive.errata import CORRECTED_TABLES

    assert asked["table"]["attributes"]["options"][: len(CORRECTED_TABLES)] == list(CORRECTED_TABLES)
    assert not asked["reporter"].get("validations")


def _panel():
    import pandas as pd

    return pd.read_parquet(paths.REFERENCE / "panel.parquet")


def test_the_example_of_loading_gives_what_the_sentence_before_it_says():
    panel = _panel()
    row = panel[(panel["code"] == "370000") & (panel["year"] == 2023)].iloc[0]
    assert (row["gdp_target"], row["gdp_wording"], row["gdp_result"]) == (5, "at least", 6)


def test_the_recipes_of_the_datasheet_give_the_numbers_of_the_book():
    from analysis.reference import reference_table
    from analysis.reference.ladder import growth_by_level, report_growth_targets
    from analysis.reference.outturns import targets_with_results
    from analysis.studies.amplification import excess_by_year, target_excess

    recipe = re.search(r"```python\n(provinces = .*?)```", DATASHEET, re.DOTALL)[1]
    lines = [line.split("  #")[0] for line in recipe.splitlines()]
    told = {"panel": _panel()}
    values = []
    for line in lines:
        if re.match(r"[a-z]+ = ", line):
            exec(line, told)  # noqa: S102  the lines of the datasheet, as a reader runs them
        else:
            values.append(eval(line, told))  # noqa: S307
    medians, wordings, excess, met = values
    growth = report_growth_targets(reference_table("targets"))
    levels = growth_by_level(growth).set_index(["level", "year"])
    for year in (2008, 2023):
        assert medians.loc[year, "median"] == levels.loc[("province", year), "median"]
        assert medians.loc[year, "count"] == levels.loc[("province", year), "n"]
    steps = excess_by_year(target_excess(_panel())).set_index(["group", "year"])["mean"]
    assert abs(excess[2022] - steps["all prefectures", 2022]) < 1e-9
    both = targets_with_results(growth, reference_table("results"))
    for level in ("province", "prefecture"):
        own = both[(both["level"] == level) & (both["year"] >= 2003)]
        assert abs(met[level] - own["met"].mean()) < 1e-9
    late = growth[(growth["year"] >= 2003) & (growth["level"] == "prefecture")]
    assert abs(wordings["prefecture", "about"] - (late["wording"] == "about").mean()) < 1e-9


def test_the_datasheet_names_every_column_of_the_panel():
    prefixes = ("gdp", "industry", "fai", "retail_sales", "trade", "budget_revenue", "urban_income", "rural_income")
    said = set(re.findall("`([a-z_]+)`", DATASHEET))
    others = {"place", "pinyin", "english", "level", "province", "province_code"}  # as in the tables of the README
    for column in _panel():
        prefix = next((each for each in (*prefixes, "cpi", "jobs") if column.startswith(f"{each}_")), "")
        assert column in others or (column.replace(f"{prefix}_", "gdp_", 1) if prefix else column) in said, column
