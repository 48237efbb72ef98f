"""The command that takes a text into the corpus: the example of its help, what it writes, and what it refuses."""

import csv
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from analysis import paths
from analysis.accession import AccessionError, remaining_work, take_in, taking, write_accession
from analysis.accession.pages import contents_with_page, edition_pages
from analysis.bilingual import pair_problems
from analysis.cli.app import app
from analysis.texts.corpus import corpus_problems, read_corpus
from tests import golden
from tests.made_text import DETAILS, DOC_ID, LABEL, TEXT, copy_project, example_of_help, run_in, state_of
from tests.named_texts import NAMED


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return a copy of the project and what it held, the example of the help run in it, and what that printed."""
    root = tmp_path_factory.mktemp("project")
    copy_project(root)
    before = state_of(root)
    (root / "speech.txt").write_text(TEXT, encoding="utf-8")
    done = run_in(root, *example_of_help())
    assert done.returncode == 0, done.stderr
    return root, before, done.stdout


def rows(path: Path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_example_says_what_the_details_of_tests_say():
    words = example_of_help()
    said = dict(zip(words[2::2], words[3::2], strict=True))
    assert list(said.values()) == [str(value) for value in DETAILS[:12]]


def test_the_corpus_is_whole_with_the_text(project):
    root, _, _ = project
    manifest, folder = root / "data/corpus.csv", root / "data/corpus"
    assert corpus_problems(manifest, folder) == []
    text = read_corpus(manifest, folder).set_index("doc_id").loc[DOC_ID]
    assert (text["raw"], text["label"], text["province"], text["plan_year"]) == (TEXT, LABEL, "山东", 2025)
    assert "营商环境" in text["reading"].text  # the broken line is joined
    assert text["title"] == TEXT.partition("\n")[0]


def test_nothing_that_was_there_is_changed(project):
    root, before, _ = project
    after = state_of(root)
    assert set(before) <= set(after)
    grown = {name for name in before if after[name] != before[name]}
    assert grown == {
        *("data/corpus.csv", "data/corpus/furniture.csv", "data/ids.csv", "data/jurisdictions.csv"),
        *("data/licences.csv", "data/terms.csv", "_toc.yml", ".gitattributes"),
        *(f"tests/golden/{name}.csv" for name in ("closures", "refusals", "slogans", "targets")),
    }
    for name in grown - {"_toc.yml", "tests/golden/refusals.csv"}:
        assert after[name].startswith(before[name]), name
    for name in ("_toc.yml", "tests/golden/refusals.csv"):
        assert not set(before[name].splitlines()) - set(after[name].splitlines())


def test_every_table_has_its_rows(project):
    root, _, _ = project
    above = next(row for row in rows(root / "data/jurisdictions.csv") if row["doc_id"] == DOC_ID)
    assert (above["prefecture_code"], above["province_code"], above["called_zh"]) == ("370200", "370000", DETAILS.place)
    ids = {row["id"]: row["was"] for row in rows(root / "data/ids.csv")}
    assert {ids[f"fig-word-cloud-{DOC_ID}"], ids[f"fig-profile-{DOC_ID}"]} == {"appendix"}
    assert any(DOC_ID in row["name"] for row in rows(root / "data/licences.csv"))
    terms = {row["term"]: row["gloss"] for row in rows(root / "data/terms.csv")}
    assert terms["四个高地"] == ""
    for name in ("slogans", "targets", "closures", "refusals"):
        assert any(row["doc_id"] == DOC_ID for row in rows(root / f"tests/golden/{name}.csv"))


def test_the_pages_are_in_the_book_in_both_languages(project):
    root, _, _ = project
    contents = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    listed = str(contents)
    for page in (f"chapters/edition-{DOC_ID}", f"chapters/zh/edition-{DOC_ID}"):
        assert listed.count(f"'{page}'") == 1
        assert "nobody has annotated" in (root / f"{page}.md").read_text(encoding="utf-8") or "尚无人标注" in (
            root / f"{page}.md"
        ).read_text(encoding="utf-8")
    found = pair_problems(f"edition-{DOC_ID}", root / "chapters", root / "chapters/zh", root / "data/chinese")
    assert found == []


def test_a_text_of_a_newspaper_stays_out_of_archives_of_the_source(project):
    root, before, told = project
    line = f"/data/corpus/{DOC_ID}.txt export-ignore\n"
    assert DETAILS.rights == "press"
    assert (root / ".gitattributes").read_bytes() == before[".gitattributes"] + line.encode()
    assert "stays out of archives of the source (.gitattributes)" in told


def test_an_official_text_is_not_kept_back(file):
    taken = take_in(file, DETAILS._replace(rights="official"))
    assert not taken.is_kept_back
    assert Path(".gitattributes") not in taken.files


def test_what_is_left_is_told_and_found_again(project):
    root, _, told = project
    assert f"Added {DOC_ID}" in told
    left = [remainder.what for remainder in remaining_work(root)]
    assert all(what in told for what in left)
    for words in (
        "write the English of",
        "look at 1 line end judged by rule",
        "not compared",
        f"(five texts); there are {len(read_corpus()) + 1} now",
    ):
        assert any(words in what for what in left), words
    assert [remainder.where for remainder in remaining_work(root) if "of a number of texts" in remainder.what] == [
        *("chapters/texts.md", "chapters/zh/texts.md", "chapters/zh/targets.md", "_toc.yml")
    ]


def test_the_named_texts_are_compared():
    open_ones = [remainder.what.partition(":")[0] for remainder in remaining_work() if "not compared" in remainder.what]
    assert not set(open_ones) & set(NAMED)


def test_the_templates_write_the_pages_that_are_there():
    for doc in read_corpus().to_dict("records"):
        doc_id = doc["doc_id"]
        there = [
            (paths.CHAPTERS / folder / f"edition-{doc_id}.md").read_text(encoding="utf-8") for folder in ("", "zh")
        ]
        label_zh = there[1].partition("# 标注本：")[2].partition("\n")[0]
        annotated = (paths.GOLD / f"{doc_id}.json").is_file()
        assert list(edition_pages(doc_id, doc["label"], label_zh, annotated=annotated)) == there


def test_the_registers_of_tests_are_those_that_the_command_writes(project):
    root, _, _ = project
    docs = read_corpus(root / "data/corpus.csv", root / "data/corpus")
    found = golden.golden_registers(docs)
    assert found == {name: (root / f"tests/golden/{name}.csv").read_text(encoding="utf-8") for name in found}


# What is refused


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "speech.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (TEXT.encode("gb18030"), "is not UTF-8"),
        (TEXT.encode("utf-8-sig"), "byte order mark"),
        (b"PK\x03\x04" + TEXT.encode(), "is no plain text"),
        (b"No Chinese at all.\n", "no Chinese character"),
        ((paths.CORPUS / "2023-zibo.txt").read_bytes(), "in the corpus already, as 2023-zibo"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told(file, content, told):
    file.write_bytes(content)
    with pytest.raises(AccessionError, match=told):
        take_in(file, DETAILS)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(AccessionError, match=r"none\.txt: cannot be read"):
        take_in(tmp_path / "none.txt", DETAILS)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": "云溪"}, "--name '云溪' is no name in Latin letters"),
        ({"name_zh": "Yunxi"}, "--name-zh"),
        ({"date": "2025/2/5"}, "--date '2025/2/5' is no date"),
        ({"date": "2025-02-30"}, "--date '2025-02-30' is no day"),
        ({"name": "Zibo", "date": "2023-01-30"}, "the id 2023-zibo is taken"),
        ({"prefecture": "青岛"}, "--prefecture '青岛' is no prefecture"),
        ({"level": "town"}, "--level 'town' is unknown; write one of"),
        ({"genre": "poem"}, "--genre 'poem' is unknown"),
        ({"rights": "free"}, "--rights 'free' is unknown"),
        ({"publisher": " "}, "--publisher is empty"),
    ],
)
def test_what_is_said_wrongly_is_told_by_its_option(file, said, told):
    with pytest.raises(AccessionError) as error:
        take_in(file, DETAILS._replace(**said))
    assert str(error.value).startswith(told)


def test_a_text_without_a_title_asks_for_one(file):
    file.write_text("我们" * 70 + "。\n", encoding="utf-8")
    with pytest.raises(AccessionError, match="--title"):
        take_in(file, DETAILS)


def test_the_command_names_what_is_missing_and_changes_nothing(project):
    root, _, _ = project
    before = state_of(root)
    words = example_of_help()
    place = words.index("--date")
    done = run_in(root, *words[:place], *words[place + 2 :])
    assert (done.returncode, done.stderr) == (2, "missing: --date; see --help\n")
    again = run_in(root, *words)
    assert again.returncode == 1
    assert again.stderr.splitlines() == [
        f"the same text is in the corpus already, as {DOC_ID}; there is nothing to add",
        "nothing was added",
    ]
    assert state_of(root) == before


def test_a_write_that_fails_leaves_everything_as_it_was(tmp_path, monkeypatch):
    files = {Path("new/a.csv"): b"new", Path("b.csv"): b"longer", Path("c.csv"): b"never written"}
    (tmp_path / "b.csv").write_bytes(b"older")
    (tmp_path / "c.csv").write_bytes(b"older too")
    write = taking.write_whole

    def failing(path, content):
        if path.name == "c.csv":
            raise OSError(28, "No space left on device", str(path))
        write(path, content)

    monkeypatch.setattr(taking, "write_whole", failing)
    with pytest.raises(OSError, match="No space left"):
        write_accession(taking.Accession(DOC_ID, files, [], 0, is_kept_back=False), tmp_path)
    assert (tmp_path / "b.csv").read_bytes() == b"older"
    assert (tmp_path / "c.csv").read_bytes() == b"older too"
    assert not (tmp_path / "new/a.csv").exists()


def test_a_contents_without_pages_of_the_edition_is_told():
    with pytest.raises(AccessionError, match="lists no page"):
        contents_with_page("format: jb-book\n", "edition-x")


def test_outside_of_a_clone_the_command_says_where_the_corpus_is(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "CORPUS", tmp_path / "corpus")
    told = CliRunner().invoke(app, ["add", "--left"])
    assert told.exit_code == 1
    assert "the corpus is part of a clone" in told.stderr
