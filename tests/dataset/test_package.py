"""The data package of the shipped tables: valid by Frictionless, true of its files, and stale when they change."""

import hashlib
import json
import shutil

import pyarrow.parquet as pq
import pytest
from frictionless import Package, Resource, Schema, system

from analysis import paths
from analysis.dataset import dataset_problems, described_files, described_tables
from analysis.dataset.columns import table_files
from analysis.dataset.descriptor import (
    DESCRIPTOR_NAME,
    descriptor_bytes,
    package_descriptor,
    table_columns,
)
from analysis.dataset.listing import ListingError, listed_readme

LARGE = 40_000  # rows: of larger tables Frictionless, which reads them row by row, takes the first two thousand
SHIPPED = json.loads((paths.REFERENCE / DESCRIPTOR_NAME).read_text(encoding="utf-8"))
TABLES = [resource for resource in SHIPPED["resources"] if resource["type"] == "table"]


def faults(report):
    return [error.message for task in report.tasks for error in task.errors] + [each.message for each in report.errors]


def test_the_descriptor_keeps_the_rules_of_its_format():
    assert [error.message for error in Package.metadata_validate(SHIPPED)] == []


@pytest.mark.parametrize("resource", TABLES, ids=lambda resource: resource["path"])
def test_every_table_is_valid_by_frictionless(resource):
    """Every CSV file and small Parquet table wholly; `dataset_problems` looks at every row of all."""
    if resource["format"] == "csv":
        with system.use_context(trusted=True):
            described = {key: value for key, value in resource.items() if key != "type"}
            described["schema"] = {key: value for key, value in resource["schema"].items() if key != "foreignKeys"}
            table = Resource.from_descriptor(described, basepath=str(paths.REFERENCE))
            assert faults(table.validate()) == []
        return
    rows = pq.read_table(paths.REFERENCE / resource["path"])
    rows = rows.slice(0, 2000) if rows.num_rows > LARGE else rows
    schema = {key: value for key, value in resource["schema"].items() if key != "foreignKeys"}
    table = Resource(data=rows.to_pylist(), schema=Schema.from_descriptor(schema), name=resource["name"])
    assert faults(table.validate()) == []


def test_frictionless_sees_what_is_wrong():
    (firsts,) = [resource for resource in TABLES if resource["name"] == "firsts"]
    fields = [
        {"name": field["name"], "type": "integer" if field["name"] == "day" else field["type"]}
        for field in firsts["schema"]["fields"]
    ]
    wrong = {"name": "firsts", "path": "firsts.csv", "schema": {"fields": fields}}
    found = faults(Resource.from_descriptor(wrong, basepath=str(paths.REFERENCE)).validate())
    assert 'type is "integer/default"' in found[0]
    schema = Schema.from_descriptor({"fields": [{"name": "level", "constraints": {"enum": ["national"]}}]})
    assert faults(Resource(data=[{"level": "national"}, {"level": "zone"}], schema=schema, name="made").validate())


def test_the_shipped_tables_are_as_described():
    assert dataset_problems(paths.REFERENCE) == []


def test_every_column_of_every_table_is_described_and_the_reverse():
    for name, table in described_tables().tables.items():
        for path in table_files(name, paths.REFERENCE)[:1]:
            assert sorted(table.columns) == sorted(table_columns(path)), name
    assert {resource["name"] for resource in TABLES} >= set(described_tables().tables)


def test_the_descriptor_is_true_of_its_files():
    for resource in SHIPPED["resources"]:
        content = (paths.REFERENCE / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_what_describes_the_tables_is_made_from_the_descriptions_byte_for_byte():
    for name, content in described_files(paths.REFERENCE).items():
        assert (paths.REFERENCE / name).read_bytes() == content, name


def test_a_package_of_other_files_is_stale(tmp_path):
    shutil.copytree(paths.REFERENCE, tmp_path / "reference")
    stale = package_descriptor(paths.REFERENCE) | {"version": "0.0.1"}
    (tmp_path / "reference" / DESCRIPTOR_NAME).write_bytes(descriptor_bytes(stale))
    (problem,) = dataset_problems(tmp_path / "reference")
    assert problem.startswith("datapackage.json: missing, or describes other files")
    assert "run python -m analysis dataset" in problem


def test_accuracy_stands_beside_the_columns():
    fields = {(table["name"], field["name"]): field for table in TABLES for field in table["schema"]["fields"]}
    scope = fields["slogans", "scope"]
    assert scope["accuracy"] == round(scope["accuracy"], 3)
    assert scope["accuracyInterval"][0] < scope["accuracy"] < scope["accuracyInterval"][1]
    assert scope["accuracyN"] > 0
    assert scope["accuracyHow"]
    assert fields["targets", "value"]["accuracyByIndicator"]["gdp"]["accuracyN"] > 0
    assert "accuracy" not in fields["reports", "bytes"]


def test_a_readme_names_every_table_once():
    text = (paths.REFERENCE / "README.md").read_text(encoding="utf-8")
    with pytest.raises(ListingError, match="must name totals once"):
        listed_readme(text.replace("terms totals -->", "terms -->"), paths.REFERENCE)
    with pytest.raises(ListingError, match="must name terms once"):
        listed_readme(text.replace("terms totals -->", "terms terms totals -->"), paths.REFERENCE)


def test_what_the_package_says_of_its_sources_is_what_the_readme_says():
    text = (paths.REFERENCE / "README.md").read_text(encoding="utf-8")
    for source in SHIPPED["sources"]:
        assert f"`{source['collection']}` (commit {source['commit']}" in text
