"""CITATION.cff keeps the rules of the Citation File Format 1.2.0 that concern it, and says what the project says."""

import datetime
import json
import re

import pytest
import yaml

from analysis import paths

TEXT = (paths.ROOT / "CITATION.cff").read_text(encoding="utf-8")
REQUIRED = {"authors", "cff-version", "message", "title"}
KEYS = REQUIRED | {
    *("abstract", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url"),
    *("preferred-citation", "references", "repository", "repository-artifact", "repository-code", "type", "url"),
    "version",
}
PERSON = {
    *("address", "affiliation", "alias", "city", "country", "email", "family-names", "fax", "given-names"),
    *("name-particle", "name-suffix", "orcid", "post-code", "region", "tel", "website"),
}
ENTITY = {
    *("address", "alias", "city", "country", "date-end", "date-start", "email", "fax", "location", "name", "orcid"),
    *("post-code", "region", "tel", "website"),
}
REFERENCE = {"authors": [{"name": "A"}], "title": "T", "type": "data"}
LICENCES = {"MIT", "CC-BY-4.0"}  # of the many that the format knows, those of LICENSE


def faults(text):
    """Return the rules that a citation file breaks."""
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # all values as they are printed
    if not isinstance(said, dict):
        return ["not a mapping"]
    rules = {
        "required keys": set(said) >= REQUIRED,
        "known keys": set(said) <= KEYS,
        "format": said.get("cff-version") == "1.2.0",
        "words": all(is_words(said.get(key)) for key in ("message", "title")),
        "abstract": is_words(said.get("abstract", "none")),
        "authors": is_list(said.get("authors"), is_author),
        "type": said.get("type", "software") in ("software", "dataset"),
        "date": is_date(said.get("date-released", "2020-01-01")),
        "version": is_words(said.get("version", "1")),
        "licence": str(said.get("license", "MIT"))
        in LICENCES,  # one: archives refuse a list, and it would mean a choice
        "keywords": is_list(said.get("keywords", ["none"]), is_words),
        "references": is_list(said.get("references", [REFERENCE]), is_reference),
        "doi": bool(re.fullmatch(r"10\.\d{4,9}(\.\d+)?/\S+", said.get("doi", "10.1234/x"))),
        "addresses": all(
            re.match(r"(https?|s?ftp)://\S+$", said.get(key, "https://x.org/"))
            for key in ("license-url", "repository", "repository-artifact", "repository-code", "url")
        ),
    }
    return [rule for rule, is_kept in rules.items() if not is_kept]


def is_words(value):
    return isinstance(value, str) and bool(value.strip())


def is_list(values, is_one):
    if not isinstance(values, list) or not values or not all(map(is_one, values)):
        return False
    return len(set(map(str, values))) == len(values)


def is_author(value):
    if not isinstance(value, dict):
        return False
    return set(value) <= ENTITY if "name" in value else bool(value) and set(value) <= PERSON


def is_reference(value):
    """Return whether a work that is cited has what the format wants of it; a data set is `data` there."""
    return (
        isinstance(value, dict)
        and set(value) >= {"authors", "title", "type"}
        and value["type"] in ("data", "dataset", "software")
        and is_words(value["title"])
        and is_list(value["authors"], is_author)
        and value.get("year", "2026").isdecimal()
        and value.get("license", "MIT") in LICENCES
    )


def is_date(value):
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def test_the_file_keeps_the_rules():
    assert faults(TEXT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("cff-version: 1.2.0", "cff-version: 1.1.0", "format"),
        ("title:", "titel:", "known keys"),
        ("message: ", "# ", "required keys"),
        ("type: software", "type: study", "type"),
        ("- name: Sounding", "- nam: Sounding", "authors"),
        ("license: MIT", "license: [MIT, CC-BY-4.0]", "licence"),
        ("license: MIT", "license: MIT License", "licence"),
        ("  - China\n", "  - China\n  - China\n", "keywords"),
        ('date-released: "', 'date-released: "1', "date"),
        ("version: 0", 'version: ""\nurl: www.x.org  # ', "version"),
        ("version: 0", "url: www.x.org\nversion: 0", "addresses"),
        ("  - type: data\n", "  - type: table\n", "references"),
        ('    title: "China', '    titel: "China', "references"),
        ("version: 0", "doi: doi.org/10.1/x\nversion: 0", "doi"),
    ],
)
def test_a_broken_rule_is_seen(right, wrong, rule):
    assert right in TEXT
    assert rule in faults(TEXT.replace(right, wrong))


def test_it_says_what_the_project_says():
    said = yaml.safe_load(TEXT)
    project = (paths.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{said["version"]}"' in project
    assert f'license = "{said["license"]}"' in project
    assert said["title"].startswith(yaml.safe_load((paths.ROOT / "_config.yml").read_text(encoding="utf-8"))["title"])
    assert f"\n## {said['version']}" in (paths.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_what_archives_and_catalogues_of_software_read_says_the_same():
    said = yaml.safe_load(TEXT)
    zenodo, meta = (
        json.loads((paths.ROOT / name).read_text(encoding="utf-8")) for name in (".zenodo.json", "codemeta.json")
    )
    assert {said["title"]} == {zenodo["title"], meta["name"]}
    assert {said["version"]} == {zenodo["version"], meta["version"]}
    assert {said["date-released"]} == {zenodo["publication_date"], meta["dateModified"]}
    assert {said["abstract"].strip()} == {zenodo["description"], meta["description"]}
    assert said["keywords"] == zenodo["keywords"] == meta["keywords"]
    names = [author["name"] for author in said["authors"]]
    assert names == [each["name"] for each in zenodo["creators"]] == [each["name"] for each in meta["author"]]
    assert meta["license"] == f"https://spdx.org/licenses/{said['license']}"
    assert zenodo["license"] == "cc-by-4.0"  # of what is deposited; the notes tell that of the software
    assert said["license"] in zenodo["notes"]
