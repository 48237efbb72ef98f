"""The font of the PDF figures, cut once for all of them.

matplotlib puts the glyphs of a figure into its PDF by parsing the whole font (30,898 glyphs) for every file, twice,
which took half of the time that a figure takes. Here it is given a font that has only the glyphs that the study may
need, and none of the tables that lay text out: that is done before, with the whole font. Text and pixels of the files
are the same (`tests/figures/test_embedding.py`).
"""

import functools
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib.backends import _backend_pdf_ps
from matplotlib.backends._backend_pdf_ps import SubsetResults
from matplotlib.font_manager import FontPath

from .. import paths
from ..runs.kept import kept_files
from ..runs.sources import key_of
from .style import font_path

_LAYOUT = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx")
_TEXTS = ("data/corpus/*.txt", "data/*.csv", "data/*.yml", "data/lexicon/*.yml")
_BY_MATPLOTLIB = _backend_pdf_ps.get_glyphs_subset


@contextmanager
def light_embedding() -> Iterator[None]:
    """Let PDF files take their glyphs from the cut font while the block runs."""
    _backend_pdf_ps.get_glyphs_subset = _glyphs_subset  # type: ignore[assignment]
    try:
        yield
    finally:
        _backend_pdf_ps.get_glyphs_subset = _BY_MATPLOTLIB


@contextmanager
def _glyphs_subset(font: FontPath, glyphs: set[int]) -> Iterator[SubsetResults]:
    """Do what matplotlib's function of this name does; glyphs are numbered as in the whole font."""
    content, places = _cut()
    if font.path != str(font_path()) or not places.keys() >= set(glyphs):
        with _BY_MATPLOTLIB(font, glyphs) as found:  # another font, or a glyph that no data of the study holds
            yield found
        return
    options = subset.Options(glyph_names=True, recommended_glyphs=True)
    with TTFont(io.BytesIO(content), lazy=True, recalcTimestamp=False) as cut:
        cutter = subset.Subsetter(options)
        cutter.populate(gids=[places[glyph] for glyph in glyphs])
        cutter.subset(cut)
        yield SubsetResults(cut, {glyph: cutter.glyph_index_map[places[glyph]] for glyph in glyphs})


@functools.cache
def _cut() -> tuple[bytes, dict[int, int]]:
    """Return the cut font, and where each of its glyphs stands by its number in the whole font."""
    whole = font_path().read_bytes()
    signs = "".join(sorted(_signs()))
    files = kept_files("fonts", lambda: key_of(whole, signs, fontTools.version), lambda: _cut_font(whole, signs))
    return files["font.ttf"], dict(json.loads(files["glyphs.json"]))


def cut_for_embedding() -> None:
    """Cut the font once, before processes that draw are forked."""
    _cut()


def _signs() -> set[str]:
    """Return the characters that figures may hold: Latin, punctuation, and all of the data and of the code."""
    signs = {chr(code) for code in (*range(0x20, 0x250), *range(0x2010, 0x2040), *range(0x2190, 0x2200))}
    files = [path for pattern in _TEXTS for path in paths.ROOT.glob(pattern)]
    files += sorted(Path(__file__).parents[1].rglob("*.py"))
    return signs.union(*(path.read_text(encoding="utf-8") for path in files))


def _cut_font(whole: bytes, signs: str) -> dict[str, bytes]:
    # forms of a character that the layout may choose belong to it, so the tables go only when the glyphs are chosen
    options = subset.Options(notdef_outline=True, glyph_names=True, layout_features=["*"], name_IDs=["*"])
    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(sign) for sign in signs])
    cutter.subset(font)
    for table in _LAYOUT:
        if table in font:
            del font[table]
    content = io.BytesIO()
    font.save(content)
    return {"font.ttf": content.getvalue(), "glyphs.json": json.dumps([*cutter.glyph_index_map.items()]).encode()}
