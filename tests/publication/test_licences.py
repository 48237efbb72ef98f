"""Licences: every locked package names one that fits, and nothing that readers get or the study uses is left out."""

import csv
import re

import pytest

from analysis import paths
from analysis.publication.licences import (
    LOCK_FILE,
    LicenceError,
    is_compatible,
    licence_expression,
    licence_of,
    listed_licences,
    locked_packages,
    package_uses,
)

LOCKED = re.findall(r"^([a-z0-9][\w.-]*)==", LOCK_FILE.read_text(encoding="utf-8"), re.MULTILINE)
LOCK = """
a==1.0 \\
    --hash=sha256:0
    # via -r requirements.in
b==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:0
    # via
    #   a
    #   c
c==3.0 \\
    --hash=sha256:0
    # via -r requirements.in
d==4.0 \\
    --hash=sha256:0
    # via b
"""


@pytest.mark.parametrize("package", locked_packages(), ids=lambda package: package.package)
def test_every_locked_package_has_a_licence_that_fits(package):
    assert is_compatible(package.licence), package.licence
    assert package.use


def test_the_table_is_that_of_the_lock_and_not_of_the_machine():
    assert [package.package for package in locked_packages()] == sorted(set(LOCKED))


@pytest.mark.parametrize(
    ("spdx", "free", "classifiers", "found"),
    [
        ("MIT", "GPL", [], "MIT"),
        ("", "MIT License", [], "MIT"),
        ("", "BSD-3-Clause", ["License :: OSI Approved :: BSD License"], "BSD-3-Clause"),
        ("", "UNKNOWN", ["License :: OSI Approved :: ISC License (ISCL)"], "ISC"),
        ("", "Copyright (c) 2015 A long text", ["License :: OSI Approved :: BSD License"], "BSD"),
        ("", "", ["License :: OSI Approved"], "unknown"),
        ("", "GPLv3", [], "unknown"),
        ("", "", [], "unknown"),
    ],
)
def test_a_licence_is_read_from_the_field_that_says_it_best(spdx, free, classifiers, found):
    assert licence_expression(spdx, free, classifiers) == found


@pytest.mark.parametrize(
    ("spdx", "fits"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND (Apache-2.0 OR GPL-3.0-only)", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_a_licence_fits_if_all_its_parts_do(spdx, fits):
    assert is_compatible(spdx) is fits


def test_a_package_that_is_nowhere_is_told_with_the_remedy():
    with pytest.raises(LicenceError, match=r"no-such-package is not installed.*data/licences\.csv"):
        licence_of("no-such-package")


def test_a_package_is_for_the_first_section_that_needs_it():
    wanted = "# The book\na>=1 # why\n\n# Checks\nc\n"
    assert package_uses(LOCK, wanted) == {"a": "The book", "b": "The book", "d": "The book", "c": "Checks"}


def test_every_row_is_used_and_names_where_things_come_from():
    rows = listed_licences()
    assert {row["kind"] for row in rows} == {"package", "shipped", "data"}
    assert all(row["licence"] and row["origin"] and row["note"] for row in rows)
    assert {row["name"] for row in rows if row["kind"] == "package"} <= set(LOCKED)
    origins = {row["origin"] for row in rows if row["kind"] == "shipped"}
    assert origins <= {*LOCKED, "docs/vendored.csv", "browser/package-lock.json", "the project"}


def test_every_file_of_data_is_named():
    # facts written down here
    own = {"corpus.csv", "ids.csv", "jurisdictions.csv", "report_errata.csv", "errata.csv", "licences.csv"}
    own |= {"communique_differences.csv", "national_statements.csv"}
    named = " ".join(row["name"] for row in listed_licences() if row["kind"] == "data")
    for path in [*paths.DATA.glob("*.csv"), *paths.DATA.glob("*.yml"), *paths.CORPUS.glob("*.txt")]:
        assert path.name in named or path.name in own, path.name


def test_libraries_that_are_kept_here_are_named_with_their_licence():
    with (paths.ROOT / "docs" / "vendored.csv").open(encoding="utf-8", newline="") as lines:
        kept = [row for row in csv.DictReader(lines) if row["file"].startswith("_static/")]
    for library in kept:
        (row,) = [row for row in listed_licences() if library["package"] in row["name"]]
        assert row["licence"] == library["licence"]
