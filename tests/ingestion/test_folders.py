"""Folders of files of every kind: each file is a document or has a reason, and offsets fit whatever the kind."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.extraction.extracts import extract_document, taken_text_name
from analysis.ingestion import MOST_BYTES, find_files, read_content, read_file
from analysis.texts import DocumentError, Source
from tests.made_files import PAGES, encrypted, html_page, pdf_file, word_of_text

TEXT = (
    "2024年政府工作报告\n各位代表：\n今年地区生产总值增长5.5%左右，吹响冲锋号，必须全力以赴。\n"
    "建设“三个北海”，即创新北海、开放北海、文明北海。\n"
)
KINDS = {
    "a.txt": TEXT.encode(),
    "b-bom.TXT": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
    "c-gb.md": TEXT.encode("gb18030"),
    "d-16.txt": TEXT.encode("utf-16"),
    "e.docx": word_of_text(TEXT),
    "f.HTM": html_page("trs", TEXT, "gbk"),
    "g/2024-01.html": html_page("breaks", TEXT),
    "h.pdf": pdf_file([TEXT.splitlines()]),
}


def filled(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def reasons(*paths, outside=None):
    return {os.path.basename(found.path): (found.reason, found.passed) for found in find_files(paths, outside)[1]}  # noqa: PTH119


def test_every_kind_gives_the_same_rows_which_point_into_its_text(tmp_path):
    found, problems = find_files([filled(tmp_path, KINDS)])
    assert not problems
    assert [source.doc_id for source in found] == ["a", "b-bom", "c-gb", "d-16", "e", "f", "g/2024-01", "h"]
    for source in found:
        document = read_file(source)
        tables = extract_document(document).tables
        quoted = [
            row for name in ("slogans", "statements", "metaphors", "stance", "parallelism") for row in tables[name]
        ]
        assert all(document.raw[row[1] : row[2]] == row[3] for row in quoted)
        assert [row[3] for row in quoted if row in tables["slogans"]] == ["三个北海"], source
        assert [row[3] for row in tables["statements"]] == ["地区生产总值增长5.5%左右"], source
        assert [row[3] for row in tables["metaphors"]] == ["冲锋号"], source
        assert (document.kind == "text") == (source.path.lower().endswith((".txt", ".md")))


WORDS = st.lists(
    st.sampled_from(
        [
            *TEXT.splitlines(),
            "增长８％，",
            "落实「双百工程」。",
            "地區生產總值增長7%。",
            "\u3000",
            "一是甲；二是乙；三是丙。",
            "& < >",
            "第3页",
        ]
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(WORDS, st.sampled_from([".txt", ".docx", *PAGES]))
def test_offsets_give_the_quoted_characters_in_the_text_of_any_kind(lines, form):
    text = "\n".join(lines)
    name = form if form.startswith(".") else ".html"
    content = {".txt": text.encode(), ".docx": word_of_text(text)}.get(form) or html_page(form, text)
    try:
        document = read_content(Source("a", f"a{name}", None), content)
    except DocumentError:
        assert not text.strip() or name == ".html"
        return
    written = document.raw.encode("utf-8").decode("utf-8")  # as it is written beside the tables
    for table in ("slogans", "statements", "metaphors", "stance", "parallelism"):
        for _, start, end, quote, *_ in extract_document(document).tables[table]:
            assert written[start:end] == quote != ""


OTHERS = {
    "old.doc": ("save it as .docx", False),
    "x.wps": ("save it as .docx", False),
    "x.ofd": ("save it as PDF", False),
    "x.zip": ("an archive; unpack it", False),
    "x.pptx": ("slides", False),
    "x.JPG": ("a picture", True),
    "x.xlsx": ("a table", True),
    "x.csv": ("name it by itself if it is a manifest", True),
    "LICENSE": ("of an unknown kind", True),
}


def test_what_a_folder_holds_and_is_not_read_is_listed_with_its_reason(tmp_path):
    filled(tmp_path, KINDS | dict.fromkeys([*OTHERS, ".hidden", "~$e.docx"], b"x"))
    told = reasons(tmp_path)
    assert set(told) == set(OTHERS)
    for name, (words, passed) in OTHERS.items():
        assert words in told[name][0]
        assert told[name][1] == passed


def test_a_file_that_is_named_is_never_passed_over(tmp_path):
    filled(tmp_path, {"x.jpg": b"x"})
    assert reasons(tmp_path / "x.jpg") == {
        "x.jpg": ("a picture; have its text recognised (OCR) and save it as .txt", False)
    }


def test_two_forms_of_one_text_are_read_once(tmp_path):
    told = reasons(filled(tmp_path, {"a.docx": KINDS["e.docx"], "a.pdf": KINDS["h.pdf"]}))
    assert "its id a is taken by" in told["a.pdf"][0]
    assert "rename one of them" in told["a.pdf"][0]


@pytest.mark.parametrize("names", [("documents.csv", "unread.csv"), ("tables.xlsx",)])
def test_the_tables_of_a_run_and_their_texts_are_not_read(tmp_path, names):
    filled(tmp_path, {"a.txt": TEXT.encode(), "out/texts/b.txt": b"x", **{f"out/{name}": b"" for name in names}})
    filled(tmp_path, {"new/texts/c.txt": b"x"})
    found, _ = find_files([tmp_path], tmp_path / "new")
    assert [source.doc_id for source in found] == ["a"]
    assert reasons(tmp_path, outside=tmp_path / "new") == {
        "out": ("the tables of an earlier run", True),
        "new": ("the folder that is written to", True),
    }


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not docx but an old or an encrypted Office file"),
        ("a.pdf", KINDS["e.docx"], "not pdf but a Word file or an archive"),
        ("a.txt", KINDS["h.pdf"], "not a text but a PDF; give its name the ending .pdf"),
        ("a.html", KINDS["h.pdf"], "not html but a PDF"),
        ("a.md", b"{\\rtf1", "another word processor"),
        ("a.pdf", encrypted(KINDS["h.pdf"], "x"), "encrypted"),
        ("a.docx", b"PK\x03\x04", "broken Word file"),
    ],
)
def test_bad_input_has_one_reason(name, content, reason):
    with pytest.raises(DocumentError, match=reason) as told:
        read_content(Source("a", name, None), content)
    assert "\n" not in str(told.value)


def test_a_file_of_two_hundred_megabytes_is_told(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(2 * MOST_BYTES)
    with pytest.raises(DocumentError, match="of 200 MB, and 100 MB are read at most"):
        read_file(Source("a", str(tmp_path / "a.txt"), None))


def test_a_text_of_any_length_is_not_analysed(monkeypatch):
    from analysis.ingestion import contents

    monkeypatch.setattr(contents, "MOST_CHARACTERS", 10)
    with pytest.raises(DocumentError, match="cut it into several files"):
        read_content(Source("a", "a.txt", None), "长".encode() * 11)


@given(st.text(max_size=300))
def test_no_id_leads_out_of_the_folder_of_texts(doc_id):
    name = taken_text_name(doc_id)
    parts = name.split("/")
    assert parts[0] == "texts"
    assert not {"", ".", ".."} & set(parts)
    assert all(len(part.encode("utf-8", "replace")) < 256 for part in parts)
    assert not set(name) & set('<>:"\\|?*\0\n')


def test_an_id_that_is_a_name_stays_one():
    assert taken_text_name("甲市/2024-01") == "texts/甲市/2024-01.txt"
    assert taken_text_name("../../a") != taken_text_name("a")
