"""PDF figures take their glyphs from a font cut once: the same text in the same places, the same outlines."""

import io

import matplotlib.pyplot as plt
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from analysis.figures.embedding import _cut, light_embedding
from analysis.figures.style import font_path, style_sheet

WORDS = ["吹响冲锋号 1+1269", "Beihai 2017: n = 13 (50%)", "地区生产总值≥7%", "office fi fl — “六个北海”"]


def pdf(words, light):
    with plt.style.context(style_sheet()):
        figure = plt.figure()
        for row, line in enumerate(words):
            figure.text(0.1, 0.1 + row / 5, line)
        content = io.BytesIO()
        if light:
            with light_embedding():
                figure.savefig(content, format="pdf")
        else:
            figure.savefig(content, format="pdf")
        plt.close(figure)
    return PdfReader(content).pages[0]


def fonts(page):
    """Return for each font of a page the outlines of its characters."""
    found = {}
    for name, font in page["/Resources"]["/Font"].items():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        loaded = TTFont(io.BytesIO(descriptor["/FontFile2"].get_object().get_data()))
        glyphs, drawn = loaded.getGlyphSet(), {}
        for code, glyph in loaded.getBestCmap().items():
            pen = DecomposingRecordingPen(glyphs)
            glyphs[glyph].draw(pen)
            drawn[code] = (pen.value, glyphs[glyph].width)
        found[name] = drawn
    return found


def test_text_places_and_outlines_are_the_same():
    whole, cut = pdf(WORDS, light=False), pdf(WORDS, light=True)
    assert cut.extract_text() == whole.extract_text()
    for line in WORDS:
        assert line.replace(" ", "") in cut.extract_text().replace(" ", "")
    assert cut["/MediaBox"] == whole["/MediaBox"]
    ours, theirs = fonts(cut), fonts(whole)
    assert ours.keys() == theirs.keys()
    for name, drawn in ours.items():
        assert drawn
        assert {code: theirs[name][code] for code in drawn} == drawn


def test_a_character_that_no_data_holds_is_embedded_all_the_same():
    known, cut = (TTFont(font).getBestCmap() for font in (font_path(), io.BytesIO(_cut()[str(font_path())][0])))
    rare = next(chr(code) for code in sorted(known, reverse=True) if 0x4E00 < code < 0x9FA5 and code not in cut)
    assert rare in pdf([rare], light=True).extract_text()


def test_matplotlib_has_its_own_function_again():
    from matplotlib.backends import _backend_pdf_ps

    before = _backend_pdf_ps.get_glyphs_subset
    with light_embedding():
        assert _backend_pdf_ps.get_glyphs_subset is not before
    assert _backend_pdf_ps.get_glyphs_subset is before
