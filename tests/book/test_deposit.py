"""The catalogues and the archive of figures and tables."""

import hashlib
import json
import zipfile

import pytest

from analysis import paths
from analysis.book.deposit import (
    ARCHIVE_NAME,
    CITED_FIELDS,
    figure_catalogue,
    table_catalogue,
    write_data_set,
    write_deposit,
)
from analysis.publication import captions, download_links
from analysis.publication.captions import CAPTION_FILES, caption_of

ENTRIES = {
    "figures": {"fig-a": {"chapter": "targets", "title": ["A", "甲"], "caption": ["a", "甲图"], "alt": ["dots", "点"]}},
    "tables": {"tab-b": {"chapter": "targets", "title": ["B", "乙"], "caption": ["b", "乙表"]}},
    "columns": {"value": ["value", "数值"]},
    "units": {"per cent": ["value"]},
}


@pytest.fixture
def built(tmp_path, monkeypatch):
    """Return the folder of a made book with one figure and one table."""
    monkeypatch.setattr(captions, "caption_catalogue", lambda: ENTRIES)
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "published")
    for folder in ("published", "figures", "tables"):
        (tmp_path / folder).mkdir()
    said = caption_of("fig-a")._asdict() | {"drawn_from": "0", "drawn_by": "analysis.figures.a"}
    (tmp_path / "published" / "fig-a.json").write_text(json.dumps(said), encoding="utf-8")
    for ending in (*CAPTION_FILES, *CITED_FIELDS):
        (tmp_path / "figures" / f"fig-a.{ending}").write_text(ending, encoding="utf-8")
    rows = "label,n,value,known,none\n甲,1,1.5,True,\n乙,2,2,False,\n"
    for ending in CITED_FIELDS:
        (tmp_path / "tables" / f"tab-b.{ending}").write_text(ending, encoding="utf-8")
    (tmp_path / "tables" / "tab-b.csv").write_text(rows, encoding="utf-8")
    return tmp_path


def test_a_figure_is_named_with_its_words_page_and_files(built):
    (entry,) = figure_catalogue(built)
    assert entry["title"] == {"en": "A", "zh": "甲"}
    assert entry["page"] == "chapters/targets.html#fig-a"
    assert entry["alt"] == {"en": "dots", "zh": "点"}
    assert entry["drawn_by"] == "analysis.figures.a"
    assert set(entry["citation"]) == {"apa", "gbt", "bib", "ris"}
    assert "A (fig-a) [Graphic]. In Sounding the Charge" in entry["citation"]["apa"]
    assert entry["files"][0] == {
        "path": "figures/fig-a.en.svg",
        "bytes": 6,
        "sha256": hashlib.sha256(b"en.svg").hexdigest(),
    }


def test_the_columns_of_a_table_have_types_and_headings(built):
    (entry,) = table_catalogue(built)
    assert entry["rows"] == 2
    assert [column["type"] for column in entry["columns"]] == ["text", "integer", "number", "boolean", "empty"]
    assert entry["columns"][2] == {"name": "value", "type": "number", "unit": "per cent", "en": "value", "zh": "数值"}
    assert [column["unit"] for column in entry["columns"]] == ["", "count", "per cent", "", ""]


def test_the_archive_holds_all_and_is_the_same_every_time(built):
    write_deposit(built)
    first = (built / ARCHIVE_NAME).read_bytes()
    write_deposit(built)
    assert (built / ARCHIVE_NAME).read_bytes() == first
    with zipfile.ZipFile(built / ARCHIVE_NAME) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {
            *(f"figures/fig-a.{ending}" for ending in (*CAPTION_FILES, *CITED_FIELDS)),
            *("figures.json", "tables.json", "tables/tab-b.csv", "tables/tab-b.bib", "tables/tab-b.ris"),
        }


def test_a_missing_file_is_named(built):
    (built / "figures" / "fig-a.zh.pdf").unlink()
    with pytest.raises(FileNotFoundError, match=r"fig-a\.zh\.pdf"):
        write_deposit(built)
    assert not (built / ARCHIVE_NAME).exists()


def test_the_data_set_lies_beside_the_pages_with_all_that_describes_it(tmp_path):
    write_data_set(tmp_path)
    package = json.loads((tmp_path / "data" / "datapackage.json").read_bytes())
    names = {resource["path"] for resource in package["resources"]} | {"datapackage.json", "README.md", "DATASHEET.md"}
    archive = f"{package['name']}.zip"
    assert {path.name for path in (tmp_path / "data").iterdir()} == {*names, archive}
    for resource in package["resources"]:
        content = (tmp_path / "data" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    with zipfile.ZipFile(tmp_path / "data" / archive) as packed:
        assert set(packed.namelist()) == names


def test_the_page_leads_to_every_file_of_the_data_set():
    package = {"name": "made", "resources": [{"path": "targets.csv", "bytes": 1_234_567, "title": "Targets <b>"}]}
    shown = download_links(package).data
    assert '<a href="../data/targets.csv" download>targets.csv</a> (1,235 KB): Targets &lt;b&gt;' in shown
    assert '<a href="../data/made.zip" download>' in shown
