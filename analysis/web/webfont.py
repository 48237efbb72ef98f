"""Web font: the Chinese font cut down to the characters that stand in the book, and again for each page.

A reader without a Chinese font loads the few characters of the page; those that a script writes come from the font of
the whole book.
"""

import functools
import io
import os
from pathlib import Path

import fontTools
from fontTools import subset

from ..figures.style import font_path
from ..publication.rendering import render_template
from ..runs import map_in_order
from ..runs.kept import kept_file
from ..runs.sources import key_of

WHOLE_FONT = "noto-sans-sc-subset.woff2"
FONT_FOLDER = "fonts"
_SCRIPTS = ("registers.js", "browser-text.js")  # they put Chinese words on pages


def han_characters(text: str) -> set[str]:
    """Return the characters of a text that no Latin font need have: all from U+2000 on."""
    return {sign for sign in set(text) if ord(sign) > 0x2000}


def cut_font(font: bytes, wanted: set[str], flavor: str | None = "woff2") -> bytes:
    """Return a TrueType font with just some characters, as woff2 or, without a flavor, as TrueType."""
    options = subset.Options(flavor=flavor, layout_features=["*"], notdef_outline=True)
    loaded = subset.load_font(io.BytesIO(font), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(sign) for sign in wanted])
    cutter.subset(loaded)
    content = io.BytesIO()
    subset.save_font(loaded, content, options)
    return content.getvalue()


def write_webfonts(out: Path) -> None:
    """Write the font of the book built in `out`, and one for each page with Chinese, which its head names."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html"))}
    scripts = [path.read_text(encoding="utf-8") for name in _SCRIPTS for path in (out / "_static").glob(name)]
    drawn = han_characters("".join(scripts))
    everything = han_characters("".join([*pages.values(), *scripts]))
    book = cut_font(font_path().read_bytes(), everything, None)
    static = out / "_static"
    (static / FONT_FOLDER).mkdir(exist_ok=True)
    wanted = {path: signs for path, page in pages.items() if (signs := han_characters(page))}
    for path in wanted:
        if "published-table" in pages[path]:
            wanted[path] |= drawn
    texts = ["".join(sorted(signs)) for signs in (everything, *wanted.values())]
    fonts = map_in_order(functools.partial(_kept_font, book), texts, workers=os.cpu_count() or 1)
    (static / WHOLE_FONT).write_bytes(next(fonts))
    for path, font in zip(wanted, fonts, strict=True):
        name = path.relative_to(out).with_suffix(".woff2").as_posix().replace("/", "-")
        (static / FONT_FOLDER / name).write_bytes(font)
        address = Path(os.path.relpath(static / FONT_FOLDER / name, path.parent)).as_posix()
        face = render_template("web/font.html", address=address)
        path.write_text(pages[path].replace("</head>", f"{face}\n</head>", 1), encoding="utf-8")


def _kept_font(book: bytes, signs: str) -> bytes:
    return kept_file("webfonts", lambda: key_of(book, signs, fontTools.version), lambda: cut_font(book, set(signs)))
