"""A text with its marks: the rows of the command line, the words of the frequency tables, and nothing heavy."""

import csv
import io
import json
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import paths
from analysis.edition.marked_text import (
    FOUND_TABLES,
    MOST_FILE_BYTES,
    MOST_SHOWN_ROWS,
    MOST_TERMS,
    MOST_TEXT_BYTES,
    answer_json,
    document_of_bytes,
    find_in_document,
    page_values,
    table_as_csv,
)
from analysis.extraction.own_text import frequent_terms, text_from_file
from analysis.extraction.registers import closure_register, metaphor_register
from analysis.extraction.tables import read_texts
from analysis.texts import DocumentError, decode_text
from analysis.texts.corpus import read_corpus

IDS = list(read_corpus()["doc_id"])
# What a browser has not: packages with machine code, and those that only other parts of the study need.
BLOCKED = ("matplotlib", "numpy", "pandas", "pyarrow", "pypdf", "rjieba", "scipy", "sphinx", "typer")


def content(doc_id):
    return (paths.CORPUS / f"{doc_id}.txt").read_bytes()


def rows(text):
    """Return the rows of a file that begins with the mark by which Excel knows UTF-8."""
    assert text[0] == "\ufeff"
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Return the folder of the tables that the command line writes of the five texts."""
    out = tmp_path_factory.mktemp("tables")
    command = [sys.executable, "-m", "analysis", "extract", str(paths.CORPUS), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return out


@pytest.mark.parametrize("doc_id", IDS)
@pytest.mark.parametrize("table", FOUND_TABLES)
def test_a_file_has_the_rows_of_the_command_line_field_by_field(written, doc_id, table):
    made = page_values(content(doc_id), f"{doc_id}.txt")["tables"][table]
    told = (written / f"{table}.csv").read_text(encoding="utf-8")
    assert made["csv"].splitlines()[0] == "\ufeff" + told.splitlines()[0]
    expected = [row for row in rows("\ufeff" + told) if row["doc_id"] == doc_id]
    assert rows(made["csv"]) == expected
    assert made["total"] == len(expected)
    assert expected or table == "parallelism"


@pytest.mark.parametrize("doc_id", IDS)
def test_terms_metaphors_and_closures_are_those_of_the_notebook(doc_id):
    docs = text_from_file(paths.CORPUS / f"{doc_id}.txt")
    found = find_in_document(document_of_bytes(content(doc_id)))
    terms = frequent_terms(docs, 10**9)
    assert [term[1:] for term in found.tables["terms"]] == list(terms.itertuples(index=False, name=None))
    metaphors = metaphor_register(docs).drop(columns="doc_id")
    assert [tuple(hit)[1:] for hit in found.tables["metaphors"]] == list(metaphors.itertuples(index=False, name=None))
    assert found.closures == list(closure_register(docs)["closure"])


def check(text, made):
    """Hold a page against the text that it is made from."""
    assert "".join(words for words, _ in made["segments"]) == text
    for mark in made["marks"]:
        assert mark["layer"] == "term" or text[mark["start"] : mark["end"]] == mark["quote"]
    for place, mark in enumerate(made["marks"]):
        covered = "".join(words for words, over in made["segments"] if place in over)
        assert covered == text[mark["start"] : mark["end"]]
    for table in made["tables"].values():
        assert len(rows(table["csv"])) == table["total"]
        assert len(table["rows"]) == min(table["total"], MOST_SHOWN_ROWS)


@pytest.mark.parametrize("doc_id", IDS)
def test_marks_stand_where_their_rows_say(doc_id):
    made = page_values(content(doc_id))
    check(content(doc_id).decode(), made)
    counts = {layer: sum(mark["layer"] == layer for mark in made["marks"]) for layer in ("slogan", "metaphor", "term")}
    most = made["tables"]["terms"]["rows"][:MOST_TERMS]
    assert counts["slogan"] == made["tables"]["slogans"]["total"]
    assert counts["metaphor"] == made["tables"]["metaphors"]["total"]
    assert counts["term"] == sum(frequency for _, frequency, _ in most if frequency > 1)


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), max_size=60) | st.text("打造“三个高地”增长8%，。\r\n=<b>冲锋号 ", max_size=60)
)
def test_any_text_has_a_page_or_a_reason(text):
    answer = json.loads(answer_json(text.encode()))
    if "error" in answer:
        with pytest.raises(DocumentError, match=answer["error"].split(":")[0]):
            decode_text(text.encode())
    else:
        check(text, answer)


@pytest.mark.parametrize(
    ("given_bytes", "reason"),
    [(b"", "empty"), (b" \n\xef\xbb\xbf", "empty"), (b"\0\1", "binary"), ("增长".encode("utf-16")[:-1], "UTF-16")],
)
def test_what_is_no_text_is_told(given_bytes, reason):
    assert reason in json.loads(answer_json(given_bytes))["error"]


def as_word(*lines):
    """Return a Word file of some paragraphs."""
    held = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


LINES = ("打造“四个高地”，吹响冲锋号。", "今年主要预期目标是：地区生产总值增长7%以上。")
PAGE = f"<html><body><nav>首页</nav><div id='zoom'><p>{LINES[0]}</p><p>{LINES[1]}</p></div></body></html>"


@pytest.mark.parametrize(("name", "given_bytes"), [("讲话.docx", as_word(*LINES)), ("讲话.html", PAGE.encode())])
def test_word_and_html_are_read_as_the_command_reads_them(tmp_path, name, given_bytes):
    (tmp_path / name).write_bytes(given_bytes)
    told = read_texts(tmp_path / name)
    made = page_values(given_bytes, name)
    text = "\n".join(LINES) + "\n"
    assert told.texts["讲话"] == text
    assert (made["document"]["taken"], made["document"]["kind"]) == ("讲话.txt", name.split(".")[1])
    check(text, made)
    told.write(tmp_path / "tables", mark=True)
    for table in FOUND_TABLES:
        assert made["tables"][table]["csv"] == (tmp_path / "tables" / f"{table}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "given_bytes", "kind"),
    [
        *(("a.pdf", b"%PDF-1.7", "pdf"), ("a.txt", b"%PDF-1.7", "pdf"), ("a.zip", b"PK\x03\x04", "archive")),
        ("a.docx", as_word(*LINES)[:-30], "broken"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "encrypted"),
        *(("a.docx", as_word(), "scanned"), ("a.html", b"<p></p>", "web"), ("a.png", b"\x89PNG", "scanned")),
        *(("a.doc", b"\xd0\xcf", "processor"), ("a.txt", b"", "empty"), ("a.txt", b"\0", "binary")),
        *(("a.html", b" " * (MOST_FILE_BYTES + 1), "large"), ("a.txt", b"a" * (MOST_TEXT_BYTES + 1), "large")),
        ("a.docx", as_word("增长" * MOST_TEXT_BYTES), "large"),
    ],
)
def test_what_is_refused_is_of_a_kind_that_the_page_has_words_for(name, given_bytes, kind):
    assert json.loads(answer_json(given_bytes, name))["kind"] == kind


def test_a_text_that_is_too_long_is_told_with_what_to_do():
    said = json.loads(answer_json(b"\n" * (MOST_TEXT_BYTES + 1)))["error"]
    assert "command line" in said
    assert "2,000,000" in said


def test_a_file_in_gb18030_is_read_as_the_command_line_reads_it():
    text = "打造“四个高地”，地区生产总值增长8%。"
    made = page_values(text.encode("gb18030"), "计划2024.txt")
    assert (made["document"]["encoding"], made["document"]["plan_year"]) == ("gb18030", 2024)
    assert made["document"]["year_from"] == "name"
    assert made["document"]["damage"] == ""
    check(text, made)


def test_the_year_may_be_given():
    made = page_values("力争增长8%。".encode(), year=2031)
    assert (made["document"]["plan_year"], made["document"]["year_from"]) == (2031, "option")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝"])
def test_no_field_of_a_file_is_a_formula(sign):
    given_document = document_of_bytes("增长8%。".encode(), f"{sign}SUM(A1).txt")
    found = find_in_document(given_document)
    for table in FOUND_TABLES:
        for row in rows(table_as_csv(found, table)):
            assert row["doc_id"] == f"'{sign}SUM(A1)"
    terms = {"terms": [("a", f"{sign}1", 1, 1, 1.0)]}
    (row,) = rows(table_as_csv(found._replace(tables=terms), "terms"))
    assert row["token"] == f"'{sign}1"


def test_a_browser_needs_nothing_heavy():
    program = "\n".join(
        [
            "import sys",
            f"sys.modules.update(dict.fromkeys({BLOCKED!r}))",  # importing one fails
            "from analysis.edition import marked_text",
            "print(marked_text.answer_json('打造“三个高地”，增长8%。'.encode()))",
            f"assert not [name for name in {BLOCKED!r} if sys.modules.get(name)]",
        ]
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)  # noqa: S603
    assert json.loads(done.stdout)["tables"]["statements"]["total"] == 1
