"""Documents: which files a path names, how their bytes are read, and one clear reason for each that is no document."""

import os
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.texts import DocumentError, Problem, Source, decode_text, find_sources, read_document, year_in_name
from analysis.texts.documents import document_content

REPORT = "2024年全市地区生产总值增长5.5%左右，落实“六个北海”。\n"


def ids(*paths):
    return [source.doc_id for source in find_sources(paths)[0]]


def reasons(*paths):
    return {os.path.basename(found.path): found.reason for found in find_sources(paths)[1]}  # noqa: PTH119


@pytest.fixture
def folder(tmp_path):
    for name in ("b/2024.md", "b/2023.md", "a.txt", "A.B.TXT", "notes.pdf", ".hidden/x.txt", ".hidden.md"):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORT, encoding="utf-8")
    return tmp_path / "reports"


def test_a_folder_gives_its_text_files_at_any_depth_in_order(folder):
    assert ids(folder) == ["A.B", "a", "b/2023", "b/2024"]
    assert reasons(folder) == {}


def test_a_file_is_named_by_its_stem(folder):
    assert ids(folder / "b" / "2024.md") == ["2024"]


def test_a_file_named_twice_is_read_once(folder):
    assert ids(folder, folder, folder / "a.txt", folder / "b" / ".." / "a.txt") == ["A.B", "a", "b/2023", "b/2024"]
    assert reasons(folder, folder / "a.txt") == {}


def test_two_files_of_one_id_are_told(folder):
    (folder / "a.md").write_text(REPORT, encoding="utf-8")
    assert "taken by" in reasons(folder)["a.txt"]
    assert "rename one of them" in reasons(folder / "b", folder / "b" / "2024.md", folder / "a.txt", folder)["a.md"]
    (folder / "c").mkdir()
    (folder / "c" / "2024.md").write_text(f"{REPORT}二", encoding="utf-8")
    told = find_sources([folder / "b" / "2024.md", folder / "c" / "2024.md"])[1]
    assert "name the folder above both" in told[0].reason


def test_what_is_no_text_is_told_by_name(folder, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "unknown kind" in reasons(folder / "notes.pdf")["notes.pdf"]
    assert "No such file" in reasons(folder / "nowhere.txt")["nowhere.txt"]
    assert "holds no .txt or .md file" in reasons(tmp_path / "empty")["empty"]


def test_links_are_followed_but_not_in_circles(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "c.txt").write_text(REPORT, encoding="utf-8")
    (folder / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (folder / "b" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    found, problems = find_sources([folder])
    assert [source.doc_id for source in found] == ["A.B", "a", "b/2023", "b/2024", "gone", "linked/c", "self"]
    assert problems == [Problem(str(folder / "b" / "up"), "a link to a folder above it; take the link away")]
    for name in ("gone", "self"):
        with pytest.raises(DocumentError, match=r"No such file|symbolic links"):
            read_document(next(source for source in found if source.doc_id == name))


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentError, match="no regular file"):
        read_document(Source("pipe", str(tmp_path / "pipe.txt"), None))


def test_a_socket_is_no_document(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        with pytest.raises(DocumentError, match="no regular file"):
            read_document(Source("s", "s.txt", None))


def test_a_file_name_that_is_not_utf8_is_told(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xd0\xc5.txt"
    try:
        with open(path, "w") as file:  # noqa: PTH123  a path of bytes
            file.write(REPORT)
    except OSError:
        pytest.skip("this file system refuses such names")
    found, problems = find_sources([tmp_path])
    assert found == []
    assert "rename" in problems[0].reason


MANIFEST = "doc_id,path,plan_year,title\nx-2024,b/2024.md,2024,甲\n,a.txt,,乙\n"


def test_a_manifest_names_files_ids_and_years(folder):
    (folder / "texts.csv").write_text("\ufeff" + MANIFEST, encoding="utf-8")
    assert find_sources([folder / "texts.csv"]) == (
        [Source("a", str(folder / "a.txt"), None), Source("x-2024", str(folder / "b/2024.md"), 2024)],
        [],
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "empty"),
        ("doc_id,path\n", "lists no text"),
        ("doc_id,title\na,b\n", "no column path"),
        ("path,plan_year\na.txt,next\n", "is no year"),
        ("doc_id,path\nx,\n", "path is empty"),
        ("doc_id,path\nx\n", "path is empty"),
        ('doc_id,path\nx,"a.txt\n', "no CSV"),
        ("doc_id,path\nx,a.txt\nx,b/2024.md\n", "taken by"),
    ],
)
def test_a_manifest_that_is_wrong_is_told(folder, content, told):
    (folder / "texts.csv").write_text(content, encoding="utf-8")
    assert told in find_sources([folder / "texts.csv"])[1][0].reason


def test_a_document_is_its_file_unchanged(tmp_path):
    content = "\ufeff---\r\ntitle: 报告\r\n---\r\n增长8％\r\n".encode()
    (tmp_path / "a.txt").write_bytes(content)
    document = read_document(Source("a", str(tmp_path / "a.txt"), 2024))
    assert document.raw.encode() == content
    assert (document.size, document.year, document.encoding) == (len(content), 2024, "utf-8")
    assert len(document.sha256) == 64


NO_TEXT = [
    (b"", "empty"),
    (" \n\u3000\ufeff".encode(), "empty"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL"),
    (b"PK\x03\x04\x14\x08\x08\x05", "binary"),
    (REPORT.encode("utf-16")[:-1], "UTF-16"),
    (REPORT.encode("big5", "ignore"), "neither UTF-8"),
    (REPORT.encode() + b"\xff", "neither UTF-8 .see byte"),
    ("Größe".encode("latin-1"), "neither UTF-8 .see byte 2"),
    (b"\xed\xa0\x80", "neither UTF-8"),  # half of a surrogate pair
]


@pytest.mark.parametrize(("content", "told"), NO_TEXT)
def test_bytes_that_are_no_text_are_told(content, told):
    with pytest.raises(DocumentError, match=told):
        decode_text(content)


def test_gb18030_is_recognised():
    assert decode_text(REPORT.encode("gb18030")) == (REPORT, "gb18030")
    assert decode_text(REPORT.encode("gbk")) == (REPORT, "gb18030")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_in_utf8_is_read_back(text):
    if text.replace("\ufeff", "").strip():
        assert decode_text(text.encode()) == (text, "utf-8")


@given(st.binary())
def test_any_bytes_give_a_text_or_one_clear_reason(content):
    try:
        text, encoding = decode_text(content)
    except DocumentError as error:
        reason = str(error)
    else:
        reason = "" if encoding != "utf-8" or text.encode() == content else "changed"
        assert text.strip()
    assert reason != "changed"
    assert "\n" not in reason


@pytest.mark.parametrize(
    ("path", "year"), [("x/2024.md", 2024), ("北京市_2011.txt", 2011), ("2024/report.txt", None), ("120241.txt", None)]
)
def test_the_year_in_a_file_name(path, year):
    assert year_in_name(path) == year


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark_which_stays_in_the_text(encoding):
    content = f"\ufeff{REPORT}".encode(encoding)
    assert decode_text(content) == (f"\ufeff{REPORT}", encoding)
    assert content.decode(decode_text(content)[1]) == decode_text(content)[0]  # what offsets count


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(REPORT * 100, encoding="utf-8")
    states = iter([os.stat(path), os.stat_result((*os.stat(path)[:6], 7, *os.stat(path)[7:]))])  # noqa: PTH116
    with monkeypatch.context() as patched:  # whoever else asks of a file afterwards is answered as ever
        patched.setattr(os, "fstat", lambda _descriptor: next(states))
        with pytest.raises(DocumentError, match="changed while it was read"):
            read_document(Source("a", str(path), None))


def test_a_file_that_is_too_large_is_not_even_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(DocumentError, match="of 200 MB, and 100 MB are read at most; cut it"):
        document_content(str(tmp_path / "a.txt"), 100_000_000)
