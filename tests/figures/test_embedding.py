"""PDF figures take their glyphs from a font cut once: the same text in the same places, the same outlines."""

import contextlib
import io

import matplotlib.pyplot as plt
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from matplotlib.text import Text
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


def drawing(ending, *, light, size=9):
    """Return a file of a figure whose words turn, break and stand by marks, drawn three times."""
    with plt.style.context(style_sheet()):
        figure, ax = plt.subplots(layout="constrained")
        ax.plot([1, 1269], [1, 2], label="1+1269")
        ax.set_xlabel("吹响冲锋号\ntwo lines", fontsize=size, linespacing=1.4)
        ax.set_ylabel("turned", ha="right")
        ax.set_title("left", loc="left", va="bottom")
        ax.legend()
        for turned, words in enumerate(WORDS):
            ax.annotate(words, (0.5, 0.5), xycoords="axes fraction", rotation=30 * turned, rotation_mode="anchor")
        ax.text(1, 1, "long words that break at the edge of the figure " * 4, wrap=True)
        for _ in range(2):
            figure.draw_without_rendering()
        content = io.BytesIO()
        options = {"format": ending, "metadata": {"Date": None} if ending == "svg" else {}}
        with light_embedding() if light else contextlib.nullcontext():
            figure.draw_without_rendering()
            figure.savefig(content, **options)
            again = io.BytesIO()
            figure.savefig(again, **options)
        plt.close(figure)
    return content.getvalue(), again.getvalue()


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_layouts_that_are_remembered_draw_the_same(ending, monkeypatch):
    monkeypatch.setitem(plt.rcParams, "svg.hashsalt", "same")
    plain = drawing(ending, light=False)
    assert drawing(ending, light=True) == plain
    assert drawing(ending, light=True) == plain  # from what was remembered


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_layout_is_not_remembered_for_other_letters(ending, monkeypatch):
    monkeypatch.setitem(plt.rcParams, "svg.hashsalt", "same")
    drawing(ending, light=True)
    larger = drawing(ending, light=True, size=14)
    assert larger == drawing(ending, light=False, size=14)
    assert larger != drawing(ending, light=True)


def test_matplotlib_has_its_own_function_again():
    from matplotlib.backends import _backend_pdf_ps

    before, lay_out = _backend_pdf_ps.get_glyphs_subset, Text._get_layout
    with light_embedding():
        assert _backend_pdf_ps.get_glyphs_subset is not before
        assert Text._get_layout is not lay_out
    assert Text._get_layout is lay_out
    assert _backend_pdf_ps.get_glyphs_subset is before
