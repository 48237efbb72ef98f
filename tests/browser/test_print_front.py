"""The front matter of the print edition: as wide as its page, with the pages of its contents."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from analysis.book.imposition import PrintedPart
from analysis.book.printing import front_matter

MARGIN, WIDTH = 28 / 25.4 * 72, 210 / 25.4 * 72  # points


def a_page():
    content = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(width=WIDTH, height=842)
    writer.write(content)
    return content.getvalue()


@pytest.mark.parametrize(("language", "title"), [("en", "Sounding the Charge"), ("zh", "吹响冲锋号")])
def test_the_title_keeps_its_margin_and_contents_have_their_pages(browser, address, language, title):
    page = browser.new_page()
    parts = [PrintedPart(name, a_page(), f"chapters/{name}") for name in ("one", "two")]
    leaf, contents = PdfReader(io.BytesIO(front_matter(page, address, parts, language))).pages
    page.close()
    assert title in leaf.extract_text()
    assert contents.extract_text().split()[1:] == ["one", "3", "two", "4"]
    placed = []
    contents.extract_text(visitor_text=lambda text, *where: placed.append((text, where)) if text.strip() else None)
    starts = [cm[0] * tm[4] + cm[4] for text, (cm, tm, *_) in placed if text.strip() in ("one", "two")]
    ends = [cm[0] * tm[4] + cm[4] for text, (cm, tm, *_) in placed if text.strip() in ("3", "4")]
    assert starts == pytest.approx([MARGIN] * 2, abs=2)  # nothing is shrunk to fit
    assert all(WIDTH - MARGIN - 20 < end < WIDTH - MARGIN for end in ends)
