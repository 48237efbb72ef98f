"""The bound book: bookmarks, contents, running heads, and links that lead within it."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link

from analysis.book.imposition import ContentsLine, PrintedPart, contents_of, merge_pdfs, page_count

ADDRESS = "http://127.0.0.1:9"


def pdf(pages, *, headings=(), links=()):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    for title, page in headings:
        writer.add_outline_item(title=title, page_number=page)
    for target in links:
        writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=target))
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def part(title, pages, *, headings=(), links=(), name=""):
    return PrintedPart(title, pdf(pages, headings=headings, links=links), name)


def bookmarks(reader, entries, depth=0):
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(reader, entry, depth + 1)
        else:
            yield depth, entry.title, reader.get_destination_page_number(entry)


def leads(reader, number):
    return [link.get_object()["/A"] for link in reader.pages[number].get("/Annots", ())]


def test_parts_follow_each_other_with_their_bookmarks():
    parts = [part("甲 A", 2, headings=[("一", 0), ("二", 1)]), part("乙 B", 1), part("丙 C", 1, headings=[("三", 0)])]
    reader = PdfReader(io.BytesIO(merge_pdfs(parts)))
    assert len(reader.pages) == 4
    assert list(bookmarks(reader, reader.outline)) == [
        *((0, "甲 A", 0), (1, "一", 0), (1, "二", 1)),
        *((0, "乙 B", 2), (0, "丙 C", 3), (1, "三", 3)),
    ]
    assert reader.metadata.title == "Sounding the Charge 吹响冲锋号"


def test_the_front_stands_before_all_and_moves_the_bookmarks():
    reader = PdfReader(io.BytesIO(merge_pdfs([part("A", 1), part("B", 1)], front=pdf(2))))
    assert len(reader.pages) == 4
    assert [place for _, _, place in bookmarks(reader, reader.outline)] == [2, 3]


def test_the_contents_count_what_stands_before():
    parts = [part("A", 3), part("B", 1), part("C", 2)]
    assert contents_of(parts, 2) == [ContentsLine("A", 3), ContentsLine("B", 6), ContentsLine("C", 7)]
    assert page_count(parts[0].content) == 3


def test_a_running_head_is_wanted_for_each_page():
    with pytest.raises(ValueError, match="3 running heads for 2 pages"):
        merge_pdfs([part("A", 2)], heads=pdf(3))


def test_links_lead_within_the_book_to_the_public_one_or_nowhere():
    links = [f"{ADDRESS}/chapters/b.html?x=1#y", f"{ADDRESS}/figures/fig-a.csv", "https://elsewhere.example/"]
    parts = [part("A", 1, links=links, name="chapters/a"), part("B", 1, name="chapters/b")]
    alone = PdfReader(io.BytesIO(merge_pdfs(parts, front=pdf(1), address=ADDRESS)))
    within, out = leads(alone, 1)
    assert within["/S"] == "/GoTo"
    assert within["/D"][0].get_object() == alone.pages[2].get_object()
    assert out["/URI"] == "https://elsewhere.example/"
    public = PdfReader(io.BytesIO(merge_pdfs(parts, address=ADDRESS, public="https://book.example")))
    assert [lead.get("/URI") for lead in leads(public, 0)][1:] == [
        "https://book.example/figures/fig-a.csv",
        "https://elsewhere.example/",
    ]
