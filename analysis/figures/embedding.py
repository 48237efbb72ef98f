"""What the files of figures hold: the fonts of PDF files, cut once for all, and pictures light enough for pages.

matplotlib puts the glyphs of a figure into its PDF by parsing whole fonts (one has 30,898 glyphs) for every file,
twice, which took half of the time that a figure takes. Here it is given fonts that have only the glyphs that the study
may need, and none of the tables that lay text out: that is done before, with the whole fonts. Text and pixels of the
files are the same (`tests/figures/test_embedding.py`). It also looks for the fonts of a text, and lays it out, whenever
it asks how large it is, dozens of times for a label; here it is told what it has found.
"""

import functools
import io
import json
import math
import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import fontTools
import matplotlib as mpl
from fontTools import subset
from fontTools.ttLib import TTFont
from matplotlib import font_manager
from matplotlib.backends import _backend_pdf_ps
from matplotlib.backends._backend_pdf_ps import SubsetResults
from matplotlib.font_manager import FontPath
from matplotlib.text import Text
from matplotlib.textpath import TextToPath

from .. import paths
from ..runs.kept import kept_files
from ..runs.sources import key_of
from .style import DARK_COLOURS, font_path, latin_paths

_LAYOUT = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx")
_TEXTS = ("data/corpus/*.txt", "data/*.csv", "data/*.yml", "data/lexicon/*.yml")
_SVG = "http://www.w3.org/2000/svg"
_NAMED = re.compile(r"#([^)\s]+)")
_SHIFT = re.compile(r"translate\((\S+) (\S+)\)")
_STEP = re.compile(r"([MLQCZz])([^MLQCZz]*)")
_OF_GLYPHS, _GLYPH_UNIT = "scale(0.015625)", 0.15625  # matplotlib draws them 6400 units high, fonts have 1000
_BY_MATPLOTLIB = _backend_pdf_ps.get_glyphs_subset
_LAID_OUT: dict[Hashable, dict[Hashable, Any]] = {}  # by the rules for text
_OUTLINES: dict[Hashable, Any] = {}
_RULES_OF_TEXT = re.compile("font|text|mathtext|axes.unicode_minus|pdf|svg")


@contextmanager
def light_embedding() -> Iterator[None]:
    """Let PDF files take their glyphs from the cut fonts, and fonts and layouts be found once, while the block runs.

    The rules for fonts must not change within the block.
    """
    _backend_pdf_ps.get_glyphs_subset = _glyphs_subset  # type: ignore[assignment]
    manager, lay_out = font_manager.fontManager, Text._get_layout  # type: ignore[attr-defined]
    manager._find_fonts_by_props = functools.cache(manager._find_fonts_by_props)  # type: ignore[method-assign, assignment]
    Text._get_layout = _remembered(lay_out)  # type: ignore[attr-defined]
    outlines = TextToPath.get_glyphs_with_font
    TextToPath.get_glyphs_with_font = _remembered_outlines(outlines)  # type: ignore[method-assign]
    try:
        yield
    finally:
        _backend_pdf_ps.get_glyphs_subset = _BY_MATPLOTLIB
        del manager._find_fonts_by_props
        Text._get_layout = lay_out  # type: ignore[attr-defined]
        TextToPath.get_glyphs_with_font = outlines  # type: ignore[method-assign]


def _remembered(lay_out: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Return what lays out a text as matplotlib does, once for all texts that would be laid out alike.

    A layout says where the lines of a text are from its place, wherever that is; who draws it, how finely, and the
    rules for text decide it, with the words and what is set for them.
    """
    rules = tuple((name, str(rule)) for name, rule in mpl.rcParams.items() if _RULES_OF_TEXT.match(name))
    known = _LAID_OUT.setdefault(rules, {})

    def _layout(text: Any, renderer: Any) -> Any:
        if text.get_wrap():  # breaks its lines by its place
            return lay_out(text, renderer)
        drawing = getattr(renderer, "_renderer", renderer)
        key = (
            *(type(drawing), getattr(drawing, "dpi", None), text.get_figure(root=True).dpi),
            *(text.get_text(), hash(text.get_fontproperties()), text.get_rotation(), text.get_rotation_mode()),
            *(text.get_horizontalalignment(), text.get_verticalalignment(), text._get_multialignment()),
            *(text._linespacing, text.get_usetex(), text.get_parse_math()),
        )
        if key not in known:
            known[key] = lay_out(text, renderer)
        return known[key]

    return _layout


def _remembered_outlines(outlines: Callable[..., Any]) -> Callable[..., Any]:
    """Return what finds the letters of a line and their outlines as matplotlib does for SVG files, once for a line.

    There all lines have one size, so that fonts and words decide it. Of letters that a file has, no outline is wanted.
    """

    def _outlines(
        maker: Any, font: Any, words: str, glyph_map: Any = None, return_new_glyphs_only: bool = False, **how: Any
    ) -> Any:
        if glyph_map is None or not return_new_glyphs_only:
            return outlines(maker, font, words, glyph_map, return_new_glyphs_only, **how)
        key = (font, words, *(repr(each) for each in sorted(how.items())))
        if key not in _OUTLINES:
            _OUTLINES[key] = outlines(maker, font, words, {}, return_new_glyphs_only=True, **how)
        places, letters, boxes = _OUTLINES[key]
        return list(places), {name: path for name, path in letters.items() if name not in glyph_map}, list(boxes)

    return _outlines


@contextmanager
def _glyphs_subset(font: FontPath, glyphs: set[int]) -> Iterator[SubsetResults]:
    """Do what matplotlib's function of this name does; glyphs are numbered as in the whole font."""
    content, places = _cut().get(font.path, (b"", {}))
    if not places.keys() >= set(glyphs):
        with _BY_MATPLOTLIB(font, glyphs) as found:  # another font, or a glyph that no data of the study holds
            yield found
        return
    options = subset.Options(glyph_names=True, recommended_glyphs=True)
    with TTFont(io.BytesIO(content), lazy=True, recalcTimestamp=False) as cut:
        cut.setGlyphOrder(list(_glyph_order(content)))
        cutter = subset.Subsetter(options)
        cutter.populate(gids=[places[glyph] for glyph in glyphs])
        cutter.subset(cut)
        yield SubsetResults(cut, {glyph: cutter.glyph_index_map[places[glyph]] for glyph in glyphs})


@functools.cache
def _glyph_order(content: bytes) -> list[str]:
    """Return the names of the glyphs of a font, which has to be read to the end for them."""
    with TTFont(io.BytesIO(content), lazy=True) as font:
        return list(font.getGlyphOrder())


@functools.cache
def _cut() -> dict[str, tuple[bytes, dict[int, int]]]:
    """Return each cut font by its path, and where each of its glyphs stands by its number in the whole font."""
    signs = "".join(sorted(_signs()))
    return {str(path): _kept_font(path.read_bytes(), signs) for path in (font_path(), *latin_paths())}


def _kept_font(whole: bytes, signs: str) -> tuple[bytes, dict[int, int]]:
    files = kept_files("fonts", lambda: key_of(whole, signs, fontTools.version), lambda: _cut_font(whole, signs))
    return files["font.ttf"], dict(json.loads(files["glyphs.json"]))


def cut_for_embedding() -> None:
    """Cut the fonts once, before processes that draw are forked."""
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


def light_svg(content: bytes) -> bytes:
    """Return an SVG of matplotlib as small as a page wants it: short names and numbers, one copy of each glyph.

    What it shows is the same to a hundredth of a point; it has no metadata.
    """
    root = ElementTree.fromstring(content)  # noqa: S314  our own drawing
    for unused in root.findall(f"{{{_SVG}}}metadata"):
        root.remove(unused)
    names: dict[str, str] = {}
    for element in root.iter():
        for key, value in element.attrib.items():
            names |= {name: "" for name in _NAMED.findall(value) if key.endswith("href") or key == "clip-path"}
    names = {name: _short(place) for place, name in enumerate(names)}
    _lighten(root, names)
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode").replace(" />", "/>").encode()


def _lighten(element: ElementTree.Element, names: dict[str, str]) -> None:
    """Make an element and all in it small; groups that say nothing give way to what they hold."""
    kept = []
    for child in element:
        _lighten(child, names)
        child.tail = None
        kept += list(child) if child.tag == f"{{{_SVG}}}g" and not child.attrib else [child]
    element[:] = kept
    if element.text and not element.text.strip():
        element.text = None
    attributes = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
    element.attrib.clear()
    if attributes.get("transform") == _OF_GLYPHS and "d" in attributes:  # that of a space draws nothing
        attributes |= {"transform": "scale(.1)", "d": _path(attributes["d"], _GLYPH_UNIT, 0)}
    for key, value in attributes.items():
        if key == "id" and value not in names:
            continue
        if key == "transform" and (shift := _SHIFT.fullmatch(value)) and element.tag == f"{{{_SVG}}}use":
            element.attrib |= {
                axis: _number(part) for axis, part in zip("xy", shift.groups(), strict=True) if float(part)
            }
            continue
        element.set(key, _shortened(key, value, names))


def _shortened(key: str, value: str, names: dict[str, str]) -> str:
    ways: dict[str, Callable[[str], str]] = {
        "id": names.__getitem__,
        "href": lambda words: _NAMED.sub(lambda found: "#" + names[found[1]], words),
        "d": lambda words: words if words.startswith("m") else _path(words),
        "style": lambda words: re.sub(r"(?<!\s)\s*+([:;])\s*+", r"\1", words),
        "transform": lambda words: re.sub(
            r"(?<=translate\()[^)]+", lambda found: " ".join(map(_number, found[0].split())), words
        ),
    }
    ways["clip-path"] = ways["href"]
    if key in {"x", "y", "width", "height"} and value.replace(".", "").replace("-", "").isdigit():
        return _number(value)
    return ways[key](value) if key in ways else value


@functools.lru_cache(maxsize=8192)  # all files of a figure, and most of a chapter, draw the same letters
def _path(drawn: str, scale: float = 1, places: int = 2) -> str:
    """Return the data of a path with relative steps, each from where the rounded steps before it have come.

    Parameters
    ----------
    drawn
        As matplotlib writes it: absolute, with one of M, L, Q, C and z before the numbers of each step.
    scale
        By which it is drawn larger.
    places
        Of its numbers after the point. A curve that goes on as the one before it, to a unit of the last place, is
        written as such.
    """
    written, last = list[str](), ""
    here = start = control = (0.0, 0.0)
    for command, numbers in _STEP.findall(drawn):
        if command in "zZ":
            written.append("z")
            here, last = start, "z"
            continue
        values = [round(float(number) * scale, places) for number in numbers.split()]
        points = list(zip(values[::2], values[1::2], strict=True))
        name = command.lower()
        mirrored = (2 * here[0] - control[0], 2 * here[1] - control[1])
        goes_on = name == "q" and last in ("q", "t") and math.dist(mirrored, points[0]) <= 1.001 * 10**-places
        control = mirrored if goes_on else points[0]
        name, steps = _step("t" if goes_on else name, points[goes_on:], here)
        here = points[-1]
        start = here if name == "m" else start
        same = name == last and name != "m"
        written.append(steps if same and steps.startswith("-") else f"{' ' if same else name}{steps}")
        last = name
    return "".join(written)


def _step(name: str, points: list[tuple[float, float]], here: tuple[float, float]) -> tuple[str, str]:
    """Return a step of a path, and its numbers, which count from where it begins; a level or upright line has one."""
    steps = [_number(part - at) for point in points for part, at in zip(point, here, strict=True)]
    if name == "l" and "0" in steps:
        name, steps = ("h", steps[:1]) if steps[1] == "0" else ("v", steps[1:])
    return name, " ".join(steps).replace(" -", "-")


def _number(value: float | str) -> str:
    written = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written.replace("-0.", "-.").removeprefix("0") or "0"


def _short(place: int) -> str:
    """Return a short name of a place: a, b, …, aa, ab, …, never one of hexadecimal digits alone."""
    name = ""
    while place >= 0:
        place, letter = divmod(place, 20)
        name = "ghijklmnopqrstuvwxyz"[letter] + name
        place -= 1
    return name


def dark_svg(content: bytes, figure: str) -> bytes:
    """Return a light SVG in the colours of a dark page.

    Parameters
    ----------
    content
        As from `light_svg`.
    figure
        Its label, for an error.

    Raises
    ------
    ValueError
        If the drawing has a colour that is not in `DARK_COLOURS`.
    """

    def _dark(found: re.Match[str]) -> str:
        if found[0] not in DARK_COLOURS:
            raise ValueError(
                f"{figure}: its drawing has the colour {found[0]}; use one of the palette in figures/style.py"
            )
        return DARK_COLOURS[found[0]]

    return re.sub(r"(?<=:)#[0-9a-f]{6}", _dark, content.decode()).encode()
