"""How figures look: one sheet, one colour for one meaning, and a font that has every Chinese character."""

import functools
import importlib.util
from pathlib import Path

from matplotlib import font_manager

from ..closure import VERDICTS
from ..texts.levels import REPORT_LEVELS

INK, MUTED, GRID, PAPER = "#1f2328", "#5b636b", "#d9dde1", "#ffffff"

# Okabe and Ito (2002): distinct for every common form of colour vision.
STATUS_COLOURS = {"target": "#0072B2", "achieved": "#009E73", "ongoing": "#E69F00"}
LAYER_COLOURS = {"slogans": "#D55E00", "statements": "#0072B2"}
TERM_COLOUR = "#56606B"

# Tol's muted scheme, so that a slogan type never shares a colour with a status.
TYPE_COLOURS = {
    "list": "#332288",
    "compression": "#882255",
    "formula": "#CC6677",
    "ordinal": "#88CCEE",
    "round": "#DDCC77",
    "staged": "#999933",
}
VERDICT_COLOURS = dict(zip(VERDICTS, ("#117733", "#93C5A3", "#FFFFFF"), strict=True))
TYPE_NAMES_ZH = {
    "list": "列举式",
    "compression": "缩略式",
    "formula": "公式型",
    "ordinal": "序数式",
    "round": "约数式",
    "staged": "阶段式",
}
PART_NAMES_ZH = {
    **TYPE_NAMES_ZH,
    "target": "目标",
    "achieved": "已有成绩",
    "ongoing": "现状描述",
    **dict(zip(VERDICTS, ("列全", "部分列出", "未列"), strict=True)),
}

# Tol's light scheme, for marks with a dark edge; source domains share no colour with types or statuses.
METAPHOR_COLOURS = {
    "war": "#EE8866",
    "race": "#77AADD",
    "journey": "#99DDFF",
    "building": "#AAAA00",
    "organism": "#44BB99",
    "warmth": "#FFAABB",
    "theatre": "#EEDD88",
    "machine": "#BBCC33",
}

# Levels of government, dark to light from the nation down; shares no colour with a type or status.
LEVEL_COLOURS = dict(zip(REPORT_LEVELS, ("#1f2328", "#AA3377", "#4477AA"), strict=True))
LEVEL_NAMES = dict(
    zip(REPORT_LEVELS, (("nation", "全国"), ("provinces", "省级"), ("prefectures", "地级")), strict=True)
)
# Whose a slogan is: the levels above have the colours of their level.
OWNER_COLOURS = {
    "own": "#009988",
    "above": LEVEL_COLOURS["province"],
    "centre": LEVEL_COLOURS["national"],
    "cited": MUTED,
}
WORDING_COLOURS = {
    "range": "#BBBBBB",
    "about": "#DDDDDD",
    "at least": "#66CCEE",
    "strive": "#EE6677",
    "bare": "#228833",
}
WORDING_NAMES = {
    "range": ("range", "区间"),
    "about": ("about", "左右"),
    "at least": ("at least", "以上"),
    "strive": ("strive for", "力争"),
    "bare": ("bare number", "无修饰"),
}
ORIGIN_COLOURS = {
    "nation": LEVEL_COLOURS["national"],
    "province": LEVEL_COLOURS["province"],
    "prefecture": LEVEL_COLOURS["prefecture"],
    "elsewhere": "#8CB7D9",
    "later": "#DDCC99",
    "nowhere": "#F0F0EC",
}
ORIGIN_NAMES = {
    "nation": ("in a national report", "见于全国报告"),
    "province": ("in one of the own province", "见于本省报告"),
    "prefecture": ("in one of the own prefecture", "见于本市报告"),
    "elsewhere": ("only in those of other places", "仅见于他处报告"),
    "later": ("only in later ones", "仅见于以后"),
    "nowhere": ("in no work report", "未见于任何报告"),
}
STANDING_COLOURS = {"not found": "#EEEEEE", "one place": "#CCBB44", "regional": "#EE7733", "national": "#332288"}
STANDING_NAMES = {
    "not found": ("in no report", "未见于报告"),
    "one place": ("one place", "一地"),
    "regional": ("one province", "一省"),
    "national": ("several provinces", "多省"),
}

STYLE_RULES = {
    "figure.figsize": (7.2, 4.2),
    "figure.dpi": 100,
    "figure.facecolor": PAPER,
    "figure.constrained_layout.use": True,
    "savefig.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "axes.labelsize": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "x",
    "axes.unicode_minus": False,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 8.5,
    "ytick.labelsize": 8.5,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": 8.5,
    "font.size": 9,
    "svg.fonttype": "path",  # a reader needs no font
    "svg.hashsalt": "sounding-the-charge",  # the same bytes in every run
    "pdf.fonttype": 42,  # TrueType: text of the PDF can be selected and searched
}


@functools.cache
def font_path() -> Path:
    """Return the TrueType file of Noto Sans SC that the package zhplot carries under the SIL Open Font License.

    Raises
    ------
    FileNotFoundError
        If the package is not installed.
    """
    found = importlib.util.find_spec("zhplot")  # importing it would change matplotlib's settings
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise FileNotFoundError("the font package zhplot is not installed; run `make setup`")
    return Path(folders[0]) / "fonts" / "NotoSansSC-Regular.ttf"


TEXT_MARKERS = "oDs^v"
"""A mark for each text, in the order of the corpus."""


@functools.cache
def style_sheet() -> dict[str, object]:
    """Return the style sheet with the Chinese font registered; for `matplotlib.pyplot.style.context`."""
    font_manager.fontManager.addfont(font_path())
    name = font_manager.FontProperties(fname=font_path()).get_name()
    return {**STYLE_RULES, "font.family": [name, "DejaVu Sans"]}


def two_lines(first: str, second: str) -> str:
    """Return a label of two lines."""
    return f"{first}\n{second}"
