"""The print edition: parts are merged in order, with a bookmark each and their headings below."""

import io
import urllib.request

import pytest
from pypdf import PdfReader, PdfWriter

from analysis import paths
from analysis.book import printing
from analysis.book.printing import PrintError, _served, main, merge_pdfs, printed_pages


def part(pages, *headings):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    for title, page in headings:
        writer.add_outline_item(title=title, page_number=page)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def bookmarks(reader, entries, depth=0):
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(reader, entry, depth + 1)
        else:
            yield depth, entry.title, reader.get_destination_page_number(entry)


def test_parts_follow_each_other_with_their_bookmarks():
    made = merge_pdfs([("甲 A", part(2, ("一", 0), ("二", 1))), ("乙 B", part(1)), ("丙 C", part(1, ("三", 0)))])
    reader = PdfReader(io.BytesIO(made))
    assert len(reader.pages) == 4
    assert list(bookmarks(reader, reader.outline)) == [
        *((0, "甲 A", 0), (1, "一", 0), (1, "二", 1)),
        *((0, "乙 B", 2), (0, "丙 C", 3), (1, "三", 3)),
    ]
    assert reader.metadata.title == "Sounding the Charge 吹响冲锋号"


def test_all_pages_of_the_book_are_printed_in_order():
    listed = printed_pages()
    assert listed[0] == "chapters/findings"
    assert {f"chapters/{path.stem}" for path in paths.CHAPTERS.glob("*.md")} == set(listed)


def test_a_book_that_is_not_built_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "PRINTED_BOOK", tmp_path)
    with pytest.raises(PrintError, match="run make book first"):
        main()


def test_a_machine_without_chromium_is_told(tmp_path, monkeypatch):
    (tmp_path / "index.html").touch()
    monkeypatch.setattr(printing, "PRINTED_BOOK", tmp_path)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PrintError, match="install Debian's package or set CHROMIUM to its path"):
        main()


def test_the_book_is_served_on_this_machine_only_while_it_is_printed(tmp_path):
    (tmp_path / "index.html").write_text("吹响冲锋号", encoding="utf-8")
    with _served(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}/index.html") as page:  # noqa: S310
            assert page.read().decode() == "吹响冲锋号"
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{address}/index.html")  # noqa: S310
