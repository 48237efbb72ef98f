"""How figures look: one palette with one colour for one meaning, two widths, and fonts that have every character.

A figure is drawn wide for the page and for the file that travels, and narrow for a phone (`drawing_width`). Each colour
of the palette has a dark one (`DARK_COLOURS`), so that a dark page shows a figure that was drawn for it.
"""

import contextlib
import dataclasses
import functools
import importlib.util
import math
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

from matplotlib import font_manager
from matplotlib.colors import to_hex, to_rgb

from ..closure import VERDICTS
from ..texts.labels import bilingual
from ..texts.levels import REPORT_LEVELS

WIDTHS = {"wide": 7.4, "narrow": 3.75}
"""Width of a figure in inches: as a page shows it, and as a phone does."""

SMALLEST = 8.5
"""Points: no text of a figure is smaller."""

LEAST_CONTRAST = 4.5
"""Of a text and the ground on which it stands (WCAG 2, AA)."""

INK, MUTED, GRID, PAPER = "#1c1f23", "#565d66", "#e4e1da", "#ffffff"
FOCUS, CONTEXT = "#a6291c", "#8a9099"
"""What a figure of one series points at, and what stands around it."""

STATUS_COLOURS = {"target": "#0067a3", "achieved": "#007a58", "ongoing": "#a46200"}
LAYER_COLOURS = {"slogans": FOCUS, "statements": "#3f5f7f"}
TERM_COLOUR = "#56606b"

TYPE_COLOURS = {
    "list": "#332288",
    "compression": "#882255",
    "formula": "#c2404f",
    "ordinal": "#24759b",
    "round": "#8a7420",
    "staged": "#117733",
}
SHADES = (0.10, 0.28, 0.48, 0.80, 1.0)
"""Strengths of `FOCUS` for the five classes of a heat table: a number can be read on each of them."""

VERDICT_COLOURS = dict(zip(VERDICTS, ("#00606e", "#8cc3cc", PAPER), strict=True))
TYPE_NAMES_ZH = {
    "list": "列举型",
    "compression": "缩略型",
    "formula": "公式型",
    "ordinal": "序数型",
    "round": "整数型",
    "staged": "阶段型",
}
PART_NAMES_ZH = {
    **TYPE_NAMES_ZH,
    "target": "目标",
    "achieved": "成绩",
    "ongoing": "在建或现状",
    **dict(zip(VERDICTS, ("列全", "部分列出", "未列"), strict=True)),
}

# Levels of government, from the nation down; what a level owns has its colour
LEVEL_COLOURS = dict(zip(REPORT_LEVELS, (INK, "#8f2d6b", "#2f6aa8"), strict=True))
LEVEL_NAMES = dict(
    zip(REPORT_LEVELS, (("nation", "全国"), ("provinces", "省级"), ("prefectures", "地级")), strict=True)
)
OWNER_COLOURS = {
    "own": "#00737a",
    "above": LEVEL_COLOURS["province"],
    "centre": LEVEL_COLOURS["national"],
    "cited": "#6b6f76",
}
WORDING_COLOURS = {
    "range": "#b08d57",
    "about": "#dcd7cc",
    "at least": "#7fb6c9",
    "strive": "#d9798c",
    "bare": "#2c6e49",
}
WORDING_NAMES = {
    "range": ("range", "区间"),
    "about": ("about", "左右"),
    "at least": ("at least", "以上"),
    "strive": ("strive for", "力争"),
    "bare": ("bare number", "不加修饰"),
}
ORIGIN_COLOURS = {
    "nation": LEVEL_COLOURS["national"],
    "province": LEVEL_COLOURS["province"],
    "prefecture": LEVEL_COLOURS["prefecture"],
    "elsewhere": "#8cb7d9",
    "later": "#ddcc99",
    "nowhere": "#f0f0ec",
}
STANDING_COLOURS = {
    "not found": "#e9e6df",
    "one place": "#c9b458",
    "one province": "#d9813a",
    "several provinces": "#4b2a7b",
}
STANDING_NAMES = {
    "not found": ("in no report", "未见于报告"),
    "one place": ("one place", "一地"),
    "one province": ("one province", "一省"),
    "several provinces": ("several provinces", "多省"),
}
COLOUR_MEANINGS: dict[str, dict[str, str]] = {
    "status": STATUS_COLOURS,
    "layer": LAYER_COLOURS,
    "type": TYPE_COLOURS,
    "verdict": VERDICT_COLOURS,
    "level": LEVEL_COLOURS,
    "owner": OWNER_COLOURS,
    "wording": WORDING_COLOURS,
    "origin": ORIGIN_COLOURS,
    "standing": STANDING_COLOURS,
    "term": {"term": TERM_COLOUR},
}
"""What each colour means, by what it divides."""

DARK_COLOURS = {
    INK: "#e8e6e1",
    MUTED: "#a8adb5",
    GRID: "#33383f",
    PAPER: "#15181c",
    FOCUS: "#ff8f78",
    CONTEXT: "#7b828c",
    "#0067a3": "#6cb8ee",
    "#007a58": "#4fc9a0",
    "#a46200": "#f0b04a",
    "#3f5f7f": "#9db9d6",
    TERM_COLOUR: "#aab2bb",
    "#332288": "#a99bff",
    "#882255": "#e58ab8",
    "#c2404f": "#ff909c",
    "#24759b": "#88ccee",
    "#8a7420": "#ddcc77",
    "#117733": "#79c98f",
    "#00606e": "#5cc4d2",
    "#8cc3cc": "#2f6f79",
    "#8f2d6b": "#e58ac4",
    "#2f6aa8": "#7fb3ea",
    "#00737a": "#45c2c9",
    "#6b6f76": "#9aa0a8",
    "#b08d57": "#7a5f35",
    "#dcd7cc": "#55514a",
    "#7fb6c9": "#31606f",
    "#d9798c": "#a34a5e",
    "#2c6e49": "#7fcf9f",
    "#8cb7d9": "#2f5c80",
    "#ddcc99": "#6e6238",
    "#f0f0ec": "#25292e",
    "#e9e6df": "#2b2f34",
    "#c9b458": "#6e6120",
    "#d9813a": "#8f4f17",
    "#4b2a7b": "#bda0f0",
}
"""Each colour that a figure may have, and what it is on a dark page."""

STYLE_RULES = {
    "figure.dpi": 100,
    "figure.facecolor": PAPER,
    "figure.constrained_layout.use": True,
    "savefig.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.titlesize": 10.5,
    "axes.titlelocation": "left",
    "axes.titlecolor": INK,
    "axes.labelsize": 9.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.unicode_minus": False,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "lines.linewidth": 1.8,
    "patch.edgecolor": INK,
    "text.color": INK,
    "text.hinting": "none",  # a text is as wide in the files as where it was laid out
    "text.parse_math": False,  # a dollar is a dollar
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": MUTED,
    "ytick.labelcolor": MUTED,
    "xtick.labelsize": 9.5,
    "ytick.labelsize": 9.5,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": 9.5,
    "font.size": 9.5,
    "svg.fonttype": "path",  # a reader needs no font
    "svg.hashsalt": "sounding-the-charge",  # the same bytes in every run
    "pdf.fonttype": 42,  # TrueType: text of the PDF can be selected and searched
}

_WIDTH = ContextVar("width", default="wide")


@contextlib.contextmanager
def drawing_width(name: str) -> Iterator[None]:
    """Let figures be drawn in one of the `WIDTHS` until the block ends.

    Raises
    ------
    ValueError
        If it is none of them.
    """
    if name not in WIDTHS:
        raise ValueError(f"no figure is drawn {name!r}; choose one of {', '.join(WIDTHS)}")
    token = _WIDTH.set(name)
    try:
        yield
    finally:
        _WIDTH.reset(token)


def is_narrow() -> bool:
    """Return whether a figure is drawn for a phone."""
    return _WIDTH.get() == "narrow"


def page_size(height: float, narrow: float | None = None) -> tuple[float, float]:
    """Return the size of a figure in inches, as wide as what is drawn.

    Parameters
    ----------
    height
        Inches.
    narrow
        Inches, where a narrow figure has another height, as when its panels stand one above the other.
    """
    return WIDTHS[_WIDTH.get()], narrow if narrow is not None and is_narrow() else height


def shaded(colour: str, strength: float) -> tuple[float, float, float, float]:
    """Return a colour of the palette let through by a share, as for cells of a heat table; it has a dark form too."""
    return (*to_rgb(colour), strength)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two opaque colours by WCAG 2, from 1 to 21."""
    darker, lighter = sorted((_luminance(to_rgb(one)), _luminance(to_rgb(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(rgb: tuple[float, float, float]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ink_on(fill: str, strength: float = 1) -> str:
    """Return the colour of text on a fill, ink or paper, that can be read on light and on dark pages.

    Parameters
    ----------
    fill
        A colour of the palette.
    strength
        As for `shaded`.

    Raises
    ------
    ValueError
        If neither can be read.
    """
    least = {colour: min(_contrasts(colour, fill.lower(), strength)) for colour in (INK, PAPER)}
    best = max(least, key=least.__getitem__)
    if least[best] < LEAST_CONTRAST:
        raise ValueError(
            f"no text can be read on {fill} at {strength:.2f}: its contrast is {least[best]:.1f}, less than "
            f"{LEAST_CONTRAST}; set the label beside it, or choose another strength"
        )
    return best


def _contrasts(colour: str, fill: str, strength: float) -> Iterator[float]:
    """Yield the contrast of a text and a fill on light and on dark paper."""
    for shown in (lambda name: name, DARK_COLOURS.__getitem__):
        over = zip(to_rgb(shown(fill)), to_rgb(shown(PAPER)), strict=True)
        red, green, blue = (strength * above + (1 - strength) * below for above, below in over)
        ground = to_hex((red, green, blue))
        yield contrast(shown(colour), ground)


@functools.cache
def font_path() -> Path:
    """Return the TrueType file of Noto Sans SC that the package zhplot carries under the SIL Open Font License.

    Raises
    ------
    FileNotFoundError
        If the package is not installed.
    """
    return _font_file("zhplot", "fonts/NotoSansSC-Regular.ttf")  # importing it would change matplotlib's settings


def _font_file(package: str, name: str) -> Path:
    found = importlib.util.find_spec(package)
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise FileNotFoundError(f"the font package {package} is not installed; run `make setup`")
    return Path(folders[0]) / name


@functools.cache
def latin_paths() -> tuple[Path, ...]:
    """Return the TrueType files of Source Sans Pro, Regular and Semibold, under the SIL Open Font License."""
    return tuple(
        _font_file("font_source_sans_pro", f"files/SourceSansPro-{weight}.ttf") for weight in ("Regular", "Semibold")
    )


@functools.cache
def serif_path() -> Path:
    """Return the TrueType file of Source Serif Pro Semibold, the letters of titles, under the SIL Open Font License."""
    return _font_file("font_source_serif_pro", "files/SourceSerifPro-Semibold.ttf")


SERIES_MARKERS = "oDs^v"
"""A mark for each series of a figure, in the order of the series."""

_TEXT_SHAPES = "os^DvP<>ph*X"
_MOST_PANELS = 5  # beside each other on a wide page


def text_marker(place: int) -> str:
    """Return the mark of a text by its place among those that a figure draws; no two of any number have the same.

    The first are shapes, those behind them numbers.
    """
    return _TEXT_SHAPES[place] if place < len(_TEXT_SHAPES) else f"${place + 1}$"


def panel_columns(panels: int) -> int:
    """Return how many panels of texts stand beside each other: on a phone two, else all up to five, or even lines."""
    if is_narrow():
        return 2
    return math.ceil(panels / math.ceil(panels / _MOST_PANELS))


@functools.cache
def _families() -> tuple[str, str, str]:
    """Register the fonts and return the names of the Latin one, the Chinese one and the Latin one of titles."""
    regular, semibold = latin_paths()
    for path in (font_path(), regular):
        font_manager.fontManager.addfont(path)
    names = [font_manager.FontProperties(fname=path).get_name() for path in (regular, font_path())]
    title = f"{names[0]} Semibold"  # a name of its own: no weight is asked of fonts that have but one
    entry = font_manager.ttfFontProperty(font_manager.get_font(semibold))
    font_manager.fontManager.ttflist.append(dataclasses.replace(entry, name=title, weight=400))
    return names[0], names[1], title


def _in_order(latin: str, chinese: str) -> list[str]:
    """Return fonts as a text of the language that is drawn asks for them.

    English has the Latin font first, since the Chinese one sets ’ as wide as a character.
    """
    return [bilingual(latin, chinese), bilingual(chinese, latin), "DejaVu Sans"]


def title_fonts() -> list[str]:
    """Return the fonts of a title in the language that is drawn; there is no Chinese one that is heavier."""
    _, chinese, title = _families()
    return _in_order(title, chinese)


def style_sheet() -> dict[str, object]:
    """Return the style sheet of the language and width that are drawn; for `matplotlib.pyplot.style.context`."""
    latin, chinese, _ = _families()
    return {**STYLE_RULES, "figure.figsize": page_size(4.3, 3.3), "font.family": _in_order(latin, chinese)}


def two_lines(first: str, second: str) -> str:
    """Return a label of two lines."""
    return f"{first}\n{second}"
