"""Styles: one sheet for all pages, of what they use of the theme's and of the book's own.

The own sheet is written in parts, a file a field, in the folder `sheets`; the numbers of their names are their order.
What is for a few pages alone, such as the landing page, stands in their heads and burdens no other page.
A book in another theme than the stock one keeps its sheets and gets the own one beside them.
"""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sphinx.application import Sphinx

from .pruning import Elements, prune_sheet, short_sheet, without_overruled, without_unread

OWN_SHEET = "book.css"
SHEETS = Path(__file__).parent / "sheets"
FOR_SOME = {
    "45-search.css": "book-search",
    "50-edition.css": "edition(?:-list)?",
    "62-code-reference.css": "sig",
    "70-own-text.css": "browser-text",
    "80-landing.css": "landing-bar",
    "85-look-up.css": "look-up",
    "86-look-up-pages.css": "looked-up",
}
"""Parts of the own sheet that pages have in their heads, by a pattern of the class that these pages alone have."""

_LINK = re.compile(r'<link (?=[^>]*\brel="stylesheet")[^>]*\bhref="[^"]*_static/([^"?]+)')
_IMPORT = re.compile(r'@import\s+(?:url\()?["\']?([^"\')]+)["\']?\)?\s*;')
_OWN_LINK = re.compile(rf"(_static/{re.escape(OWN_SHEET)})(?:\?v=\w+)?([^<>]*>)")
_ICONS = re.compile(r"(?:^|(?<=\})|(?<=\}\n))\.fa-[^{}]*\{[^{}]*\}|@font-face\{[^{}]*Font Awesome[^{}]*\}")
# what the own sheet says anew, shorter: colours of code, cells, tabs and cards that no page has, buttons that copy
_REPLACED = re.compile(r"(?:^|/)(?:pygments|mystnb|sphinx-design|sphinx-thebe|togglebutton|copybutton)\b")
# Bootstrap's parts with their many names of colours, and what the theme has for more than one version of a book
_LEFT_OUT = re.compile(
    r"^\.(?:btn|form-control|nav|navbar|nav-link|card|container|row|list-group|dropdown|rounded|table|admonition|alert|badge|progress|modal"
    r"|tooltip|popover|toast|accordion|breadcrumb|page-link|offcanvas|spinner|fa)(?:-[\w-]+)?(?=[.:>+~ \[]|$)"
    r"|btn-check|div\.admonition|admonition-title|version-warning|version-switcher|announcement|pst-squeeze|pst-collapse|jb-print|copybtn|thebe|dataframe"
    r"|nbinput|nboutput|jp-Rendered|bs-theme|-webkit-(?:datetime|calendar|color)"
    # what the own sheet rules: colours, keyboard, icons, code, what is under the pointer
    r"|^:root|focus-visible|^kbd|^code\.literal|^\.bd-header$|pst-navbar-icon:|prev-next-title:|prev-next-area a:"
    r"|a\.github|onthispage:after|blockquote:before|highlight-link|theme-switch-button:(?:active|hover)|pst-back-to-top:"
    r"|above-input|:host|^table$|bd-article :target|data-theme=(?:light|dark)\] "
    r"(?:\.admon|details|\.bd-content div|img)|not\(\[data-theme\]\)"
)
_SETTLED = re.compile(r"^html[^{]*\{([^{}]*)\}", re.MULTILINE)
_DECLARED = re.compile(r"(?:^|;)(--[\w-]+):")


class StyleError(ValueError):
    """A sheet that cannot be put together; the message names it."""


class Sheet(NamedTuple):
    """A sheet of the theme or an extension."""

    name: str  # below _static
    content: str


def write_own_sheet(app: Sphinx) -> None:
    """Write the book's own sheet beside the pages to come, which name it."""
    if app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    static.mkdir(parents=True, exist_ok=True)
    (static / OWN_SHEET).write_text(own_sheet(), encoding="utf-8")


def own_sheet() -> str:
    """Return the book's own sheet, all parts in their order."""
    return "\n".join(_own_parts().values())


def _own_parts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SHEETS.glob("*.css"))}


def sheet_without_icons(sheet: str) -> str:
    """Return a style sheet without the rules of the icon font."""
    return _ICONS.sub("", sheet)


def sheets_of(page: str) -> list[str]:
    """Return the names of the sheets that a page asks for, in their order, without the own one."""
    return [name for name in _LINK.findall(page.partition("</head>")[0]) if name != OWN_SHEET]


def read_sheets(static: Path, names: Iterable[str]) -> list[Sheet]:
    """Return sheets with those that they import in the places where they do.

    Raises
    ------
    StyleError
        If one is not there.
    """
    return [Sheet(name, _with_imports(static / name)) for name in names]


def _with_imports(path: Path) -> str:
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise StyleError(f"pages ask for the style sheet {path.name}, which is not there; look at theme.py") from None
    return _IMPORT.sub(lambda found: _with_imports(path.parent / found[1].partition("?")[0]), content)


def one_sheet(sheets: Sequence[Sheet], own: str, pages: Iterable[str], scripts: Sequence[str], apart: str = "") -> str:
    """Return one sheet for all pages: what they use of `sheets`, then the own one.

    Parameters
    ----------
    sheets
        Those of the theme and its extensions, in their order.
    own
        The own sheet; all of it stays.
    pages, scripts
        HTML and JavaScript of the book.
    apart
        What some pages have in their heads: it is not in the sheet, and reads what the sheet sets.
    """
    kept = [sheet_without_icons(sheet.content) for sheet in sheets if not _REPLACED.search(sheet.name)]
    pages = list(pages)
    there = Elements(pages, scripts, kept)
    short = short_sheet(own)
    settled = frozenset(name for body in _SETTLED.findall(short) for name in _DECLARED.findall(body))
    used = "".join(prune_sheet(sheet, there, _LEFT_OUT) for sheet in kept)
    styled = "".join(found for page in pages for found in re.findall(r'style="[^"]*--[^"]*"', page))
    read = short + apart + styled + "".join(scripts)
    # rules of the own sheet are counted and not cut
    needed = without_overruled(used + short).removesuffix(without_overruled(short))
    return without_unread(needed, read, settled) + short


def write_one_sheet(out: Path, sheets: Sequence[Sheet], pages: dict[Path, str]) -> dict[Path, str]:
    """Write the sheet of a built book in place of all others; return its pages, which tell its digest.

    Parameters
    ----------
    out
        Folder of the book.
    sheets
        As for `one_sheet`.
    pages
        HTML by path.
    """
    static = out / "_static"
    scripts = [path.read_text(encoding="utf-8") for path in sorted(static.rglob("*.js"))]
    parts = _own_parts()
    apart = {mark: short_sheet(parts.pop(name)) for name, mark in FOR_SOME.items()}
    sheet = one_sheet(sheets, "\n".join(parts.values()), pages.values(), scripts, "".join(apart.values()))
    sheet = sheet.replace("}\n", "}")  # a byte a rule; no string of a sheet breaks its line
    for path in sorted(static.rglob("*.css")):
        path.unlink()
    (static / OWN_SHEET).write_text(sheet, encoding="utf-8")
    digest = f"{zlib.crc32(sheet.encode()):08x}"
    return {path: _with_styles(page, digest, apart) for path, page in pages.items()}


def _with_styles(page: str, digest: str, apart: Mapping[str, str]) -> str:
    style = _head_style(page, apart)
    return _OWN_LINK.sub(lambda link: f"{link[1]}?v={digest}{link[2]}{style}", page)


def _head_style(page: str, apart: Mapping[str, str]) -> str:
    """Return the element with the styles that a page alone needs, "" for most pages."""
    style = "".join(sheet for mark, sheet in apart.items() if re.search(rf'class="(?:[^"]* )?{mark}[ "]', page))
    return f"<style>{style}</style>" if style else ""
