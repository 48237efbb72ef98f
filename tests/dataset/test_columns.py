"""Descriptions of columns: whole, in two languages, and of tables that are there."""

import pytest

from analysis.dataset.columns import DescriptionError, described_tables, read_descriptions

HEAD = """
package: {name: made, title: Made, title_zh: 试, says: [Made up, 试], keywords: [a],
  temporal: 2020/2021, spatial: nowhere, limits: [], sources: []}
shared:
  report: {type: string, title: [Report, 报告], says: [which, 哪份]}
tables:
  reports: {title: [Reports, 报告], says: [reports, 报告], key: [report], columns: [report]}
"""
TARGETS = "  targets: {title: [Targets, 目标], says: [targets, 目标], links: {report: reports}, columns: [COLUMNS]}\n"
VALUE = "value: {type: number, title: [Value, 值], says: [how much, 多少]}"


def described(columns):
    return read_descriptions(HEAD + TARGETS.replace("COLUMNS", columns))


def test_a_column_is_that_of_all_tables_but_for_what_its_table_says():
    found = described("report: {says: [whose, 谁的]}, " + VALUE).tables["targets"]
    assert found.columns["report"].says == ("whose", "谁的")
    assert found.columns["report"].title == ("Report", "报告")
    assert (found.columns["value"].nullable, found.columns["value"].unit) == (False, "")


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ("report, report", "targets, report: described twice"),
        ("report, level", "targets, level: says, title, type is missing or no field"),
        ("report, value: {type: decimal, title: [a, b], says: [a, b]}", "type is 'decimal'; take one of string"),
        ("report, value: {type: number, title: [a, b], says: only English}", "is no pair of texts"),
        ("report, value: {type: number, title: [a, b], says: [a, b], unti: '%'}", "unti is missing or no field"),
        (VALUE, "report cannot link to reports"),
        ("report, [", "the head of the file says what stands in it"),
    ],
)
def test_a_description_that_is_not_whole_is_named(columns, reason):
    with pytest.raises(DescriptionError, match=rf"reference_columns\.yml.*{reason}"):
        described(columns)


def test_a_key_names_columns():
    with pytest.raises(DescriptionError, match="reports: the key names rapport, which is no column"):
        read_descriptions(HEAD.replace("key: [report]", "key: [rapport]"))


def test_every_text_is_in_english_and_in_chinese():
    for table in described_tables().tables.values():
        for said in (table.title, table.says, *(each for column in table.columns.values() for each in column[2:4])):
            assert said[0].isascii() or said[0].replace("国务院", "").replace("é", "").isascii() or "(" in said[0], said
            assert any("\u4e00" <= sign <= "\u9fff" for sign in said[1]) or said[1] == "SHA-256", said
