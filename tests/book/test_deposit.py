"""The catalogues, the archive of figures and tables, and the deposit, which holds no text of a newspaper."""

import hashlib
import io
import json
import os
import re
import subprocess
import tarfile
import zipfile

import pytest

from analysis import paths
from analysis.book import deposit
from analysis.book.deposit import (
    ARCHIVE_NAME,
    CHECKSUMS_NAME,
    STUDY_NAME,
    DepositError,
    assemble_deposit,
    figure_catalogue,
    press_texts,
    source_archive,
    table_catalogue,
    write_data_set,
    write_deposit,
)
from analysis.publication import captions, download_links
from analysis.publication.captions import CAPTION_FILES, caption_of
from analysis.publication.citations import CITATION_ENDINGS
from analysis.texts.labels import LANGUAGES

ENTRIES = {
    "figures": {"fig-a": {"chapter": "targets", "title": ["A", "甲"], "caption": ["a", "甲图"], "alt": ["dots", "点"]}},
    "tables": {"tab-b": {"chapter": "targets", "title": ["B", "乙"], "caption": ["b", "乙表"]}},
    "columns": {"value": ["value", "数值"]},
    "units": {"per cent": ["value"], "count": ["n"]},
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
    for ending in (*CAPTION_FILES, *CITATION_ENDINGS):
        (tmp_path / "figures" / f"fig-a.{ending}").write_text(ending, encoding="utf-8")
    rows = "label,n,value,known,none\n甲,1,1.5,True,\n乙,2,2,False,\n"
    for ending in CITATION_ENDINGS:
        (tmp_path / "tables" / f"tab-b.{ending}").write_text(ending, encoding="utf-8")
    (tmp_path / "tables" / "tab-b.csv").write_text(rows, encoding="utf-8")
    return tmp_path


def test_a_figure_is_named_with_its_words_page_and_files(built):
    (entry,) = figure_catalogue(built)
    assert entry["title"] == {"en": "A", "zh": "甲"}
    assert entry["page"] == "chapters/targets.html#fig-a"
    assert entry["alt"] == {"en": "dots", "zh": "点"}
    assert entry["drawn_by"] == "analysis.figures.a"
    assert [*entry["citation"]] == [*LANGUAGES]
    assert all(set(forms) == {"apa", "gbt", "bib", "ris"} for forms in entry["citation"].values())
    assert "A (fig-a) [Figure]. In Sounding the charge: " in entry["citation"]["en"]["apa"]
    assert "甲: fig-a[Z/OL]//" in entry["citation"]["zh"]["gbt"]
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


def test_whole_numbers_without_a_unit_are_refused(built, monkeypatch):
    monkeypatch.setattr(captions, "caption_catalogue", lambda: ENTRIES | {"units": {"per cent": ["value"]}})
    with pytest.raises(captions.CaptionError, match=r"tab-b.* column n have no unit; add it to units"):
        table_catalogue(built)


def test_the_archive_holds_all_and_is_the_same_every_time(built):
    write_deposit(built)
    first = (built / ARCHIVE_NAME).read_bytes()
    write_deposit(built)
    assert (built / ARCHIVE_NAME).read_bytes() == first
    with zipfile.ZipFile(built / ARCHIVE_NAME) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {
            *(f"figures/fig-a.{ending}" for ending in (*CAPTION_FILES, *CITATION_ENDINGS)),
            *("figures.json", "tables.json", "tables/tab-b.csv"),
            *(f"tables/tab-b.{ending}" for ending in CITATION_ENDINGS),
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


# The deposit

SETTINGS = ("-c", "user.name=made", "-c", "user.email=made@example.org", "-c", "commit.gpgsign=false")


def git(folder, *command):
    subprocess.run(["git", "-C", str(folder), *SETTINGS, *command], check=True, capture_output=True)  # noqa: S603, S607


@pytest.fixture
def project(tmp_path):
    """Return a clone with one commit: a module and the text of a newspaper, which is marked."""
    folder = tmp_path / "clone"
    (folder / "data").mkdir(parents=True)
    (folder / ".gitattributes").write_text("/data/news.txt export-ignore\n", encoding="utf-8")
    (folder / "CITATION.cff").write_text("cff-version: 1.2.0\n", encoding="utf-8")
    (folder / "LICENSE").write_text("MIT\n", encoding="utf-8")
    (folder / "data" / "news.txt").write_text("吹响冲锋号。", encoding="utf-8")
    git(tmp_path, "init", "--quiet", str(folder))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "first")
    return folder


@pytest.fixture
def finished(tmp_path, monkeypatch):
    """Return the folder of a built book of the commit `abc`, and its print editions."""
    monkeypatch.setattr(deposit, "book_commit", lambda: "abc")
    monkeypatch.setattr(deposit, "book_revision", lambda: ("1.2.3", "2026-11-29"))
    built = tmp_path / "html"
    for name in ("chapters/findings.html", "index.html", ARCHIVE_NAME, "data/set.zip"):
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text(f"{name} <code>abc</code>", encoding="utf-8")
    monkeypatch.setattr(deposit, "package_descriptor", lambda folder: {"name": "set"})
    printed = {language: tmp_path / f"{language}.pdf" for language in ("en", "zh")}
    for path in printed.values():
        path.write_bytes(b"%PDF")
    return built, printed


def texts_of(content):
    """Return the names of an archive of the source, without its folder, and the text of each."""
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        files = {member.name: archive.extractfile(member) for member in archive if member.isfile()}
        return {name.removeprefix("p/"): file.read().decode(errors="replace") for name, file in files.items()}


def test_all_that_is_made_lies_in_the_folder_with_its_checksum(finished, project, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / f"{STUDY_NAME}-1.2.2-book.zip").write_bytes(b"the version before")
    listed = assemble_deposit(*finished, project, out)
    stem = f"{STUDY_NAME}-1.2.3"
    assert [file.name for file in listed] == [
        *(f"{stem}-{name}" for name in ("book.zip", "en.pdf", "zh.pdf", ARCHIVE_NAME)),
        *("set-1.2.3.zip", f"{stem}-source.tar.gz", "CITATION.cff", "LICENSE"),
    ]
    names = {path.name for path in out.iterdir()}
    assert names == {*(file.name for file in listed), "README.md", CHECKSUMS_NAME}
    sums = dict(line.split("  ")[::-1] for line in (out / CHECKSUMS_NAME).read_text(encoding="utf-8").splitlines())
    assert sums == {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names - {CHECKSUMS_NAME}}
    with zipfile.ZipFile(out / f"{stem}-book.zip") as book:
        assert f"{stem}/index.html" in book.namelist()
        assert len(book.namelist()) == 4
    readme = (out / "README.md").read_text(encoding="utf-8")
    for file in listed:
        assert f"| `{file.name}` |" in readme
        assert f"| {file.bytes:,} |" in readme
    assert all(row["sha256"] in readme for row in press_texts())


def test_the_same_book_gives_the_same_bytes(finished, project, tmp_path):
    made = []
    for name in ("one", "two"):
        assemble_deposit(*finished, project, tmp_path / name)
        os.utime(finished[0] / "index.html", (10**9, 10**9))  # dates of files do not enter
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert made[0] == made[1]


def test_the_source_goes_without_what_is_marked(project):
    assert set(texts_of(source_archive(project, "p", []))) == {".gitattributes", "CITATION.cff", "LICENSE"}


def test_a_text_of_a_newspaper_that_is_not_marked_stops_it(finished, project, tmp_path, monkeypatch):
    (project / ".gitattributes").write_text("", encoding="utf-8")
    git(project, "commit", "--quiet", "--all", "--message", "no longer marked")
    row = {"doc_id": "news", "sha256": hashlib.sha256("吹响冲锋号。".encode()).hexdigest()}
    monkeypatch.setattr(deposit, "press_texts", lambda: [row])
    with pytest.raises(DepositError, match=r"data/news\.txt: .* add the line /data/corpus/news\.txt export-ignore"):
        assemble_deposit(*finished, project, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_change_that_is_not_committed_stops_it(project):
    (project / "LICENSE").write_text("other\n", encoding="utf-8")
    with pytest.raises(DepositError, match=r"1 files have changes that are not committed \(LICENSE\)"):
        source_archive(project, "p", [])


def test_a_folder_that_is_no_clone_is_told(tmp_path):
    with pytest.raises(DepositError, match="needs a clone of the repository"):
        source_archive(tmp_path, "p", [])


def test_what_is_not_made_is_told_before_anything_is_written(finished, project, tmp_path, monkeypatch):
    built, printed = finished
    out = tmp_path / "out"

    def refused(message):
        with pytest.raises(DepositError, match=message):
            assemble_deposit(built, printed, project, out)
        assert not out.exists()

    os.utime(printed["zh"], (10**9, 10**9))
    refused(r"zh\.pdf is older than the book; run make pdf")
    printed["zh"].unlink()
    refused(r"the print edition \(zh\) is not made .*run make pdf")
    monkeypatch.setattr(deposit, "book_commit", lambda: "def")
    refused("not built from the last commit, def; run make book pdf")
    (built / ARCHIVE_NAME).unlink()
    refused("the book is not built .*run make book pdf")


def test_every_text_of_a_newspaper_is_marked_for_git_and_no_other():
    told = (paths.ROOT / ".gitattributes").read_text(encoding="utf-8")
    marked = re.findall(r"^/data/corpus/(\S+)\.txt export-ignore$", told, re.MULTILINE)
    assert sorted(marked) == sorted(row["doc_id"] for row in press_texts())


def test_the_source_holds_no_newspaper_in_any_form():
    """Words of twenty characters in a row are quoted here and there; of no text a twentieth stands in one file."""
    if not (paths.ROOT / ".git").exists():
        pytest.skip("this copy of the project is no repository of git")
    command = ["git", "-C", str(paths.ROOT), "archive", "--worktree-attributes", "HEAD"]
    files = texts_of(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603
    assert len(files) > 500
    for row in press_texts():
        pieces = runs_of((paths.CORPUS / f"{row['doc_id']}.txt").read_text(encoding="utf-8"))
        shares = {name: len(pieces & runs_of(text)) / len(pieces) for name, text in files.items()}
        assert not {name: share for name, share in shares.items() if share > 0.05}, row["doc_id"]


def runs_of(text):
    """Return the runs of twenty Chinese characters of a text, whatever stands between them."""
    han = "".join(re.findall("[\u4e00-\u9fff]", text))
    return {han[place : place + 20] for place in range(len(han) - 19)}
