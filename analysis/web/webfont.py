"""Web fonts: those of the book cut down to the characters that stand in it, the Chinese one again for each page.

A reader without a Chinese font loads the few characters of the page; those that a script writes come from the font of
the whole book. Latin letters are the same on all pages. The licence of their fonts reserves the name Source: cut, they
bear another.
"""

import functools
import io
import os
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont, woff2

from ..bilingual.frame_words import FRAME_WORDS
from ..bilingual.languages import is_chinese_page
from ..figures.style import font_path
from ..publication.rendering import render_template
from ..runs import map_in_order
from ..runs.kept import kept_file
from ..runs.sources import key_of
from .frame import with_policy
from .styles import own_sheet

WHOLE_FONT = "noto-sans-sc-subset.woff2"
FONT_FOLDER = "fonts"
PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňĀÁǍÀĒÉĚÈŌÓǑÒ"
_DOT = "•"  # under each character of a stressed word of a Chinese page: of the sheet, which no page has
_TYPED = "".join(map(chr, range(0x20, 0x7F)))
_SCRIPTS = (
    "registers.js",
    "figures.js",
    "edition.js",
    "browser-text.js",
    "search-query.js",
)  # they put Chinese words on pages
_GRADE = 10  # of Brotli, up to 11
_OF_LATIN = ("kern", "liga", "ccmp", "locl", "mark", "mkmk", "lnum", "pnum", "tnum")


class LatinFont(NamedTuple):
    """A font of Latin letters that the pages load."""

    name: str  # of the file that is written
    package: str
    file: str  # within the package
    family: str
    style: str


_SANS, _SERIF = "font_source_sans_pro", "font_source_serif_pro"
LATIN_FONTS = (
    LatinFont("book-sans", _SANS, "SourceSansPro-Regular.ttf", "Book Sans", "Regular"),
    LatinFont("book-sans-italic", _SANS, "SourceSansPro-It.ttf", "Book Sans", "Italic"),
    LatinFont("book-sans-semibold", _SANS, "SourceSansPro-Semibold.ttf", "Book Sans", "Semibold"),
    LatinFont("book-serif", _SERIF, "SourceSerifPro-Semibold.ttf", "Book Serif", "Semibold"),
)


def han_characters(text: str) -> set[str]:
    """Return the characters of a text that no Latin font need have: all from U+2000 on."""
    return {sign for sign in set(text) if ord(sign) > 0x2000}


def latin_characters(text: str) -> set[str]:
    """Return the characters that Latin fonts need for a text: its own, and all of keyboards and pinyin."""
    return {sign for sign in {*text, *_TYPED, *PINYIN} if 0x20 <= ord(sign) < 0x2E80}


def cut_font(font: bytes, wanted: set[str], flavor: str | None = "woff2") -> bytes:
    """Return a TrueType font with just some characters, as woff2 or, without a flavor, as TrueType."""
    return _saved(_cut(font, wanted, subset.Options(flavor=flavor, layout_features=["*"], notdef_outline=True)))


def cut_latin_font(font: bytes, wanted: set[str], family: str, style: str) -> bytes:
    """Return a font of Latin letters with just some characters, as woff2, under another name.

    Parameters
    ----------
    font
        TrueType.
    wanted
        Characters; those that the font lacks are left to others.
    family, style
        The new name.
    """
    options = subset.Options(
        flavor="woff2",
        layout_features=list(_OF_LATIN),
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        hinting=False,  # drawn at today's sizes letters look the same, and are a third lighter
    )
    cut = _cut(font, wanted, options)
    whole = f"{family} {style}"
    for number, words in {1: family, 2: style, 3: whole, 4: whole, 6: whole.replace(" ", "-")}.items():
        cut[0]["name"].setName(words, number, 3, 1, 0x409)
    cut[0]["name"].names = [record for record in cut[0]["name"].names if record.platformID == 3]
    return _saved(cut)


def _cut(font: bytes, wanted: set[str], options: subset.Options) -> tuple[TTFont, subset.Options]:
    loaded = subset.load_font(io.BytesIO(font), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(sign) for sign in wanted])
    cutter.subset(loaded)
    return loaded, options


def _saved(cut: tuple[TTFont, subset.Options]) -> bytes:
    content = io.BytesIO()
    compress = woff2.brotli.compress
    # the hardest grade, which fontTools asks for, takes twice as long and makes a thousandth less of a font
    woff2.brotli.compress = functools.partial(compress, quality=_GRADE)
    try:
        subset.save_font(cut[0], content, cut[1])
    finally:
        woff2.brotli.compress = compress
    return content.getvalue()


def write_webfonts(out: Path, more: str = "") -> None:
    """Write the fonts of a built book, and one for each page with Chinese; the heads of pages name them.

    The heads are whole then, and each page says what it may load (`with_policy`).

    Parameters
    ----------
    out
        Folder of the book.
    more
        Text whose characters the font of the whole book has too: of pages that have no font of their own.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html"))}
    scripts = [path.read_text(encoding="utf-8") for name in _SCRIPTS for path in (out / "_static").glob(name)]
    drawn = han_characters("".join(scripts) + own_sheet())  # sheets write words beside tables
    chinese = {path for path in pages if is_chinese_page(path.relative_to(out).with_suffix("").as_posix())}
    frame = han_characters("".join([*FRAME_WORDS.values(), _DOT]) if chinese else "")  # put there when fonts are cut
    everything = han_characters("".join([*pages.values(), *scripts, own_sheet(), more])) | frame
    book = cut_font(font_path().read_bytes(), everything, None)
    static = out / "_static"
    (static / FONT_FOLDER).mkdir(exist_ok=True)
    _write_latin_fonts(static / FONT_FOLDER, "".join(pages.values()))
    wanted = {path: signs for path, page in pages.items() if (signs := han_characters(page))}
    for path in wanted:
        if any(word in pages[path] for word in ("published-table", "figure-files", 'class="edition')):
            wanted[path] |= drawn
    for path in sorted(chinese):
        wanted[path] = wanted.get(path, set()) | frame
    texts = ["".join(sorted(signs)) for signs in (everything, *wanted.values())]
    fonts = map_in_order(functools.partial(_kept_font, book), texts, workers=os.cpu_count() or 1)
    (static / WHOLE_FONT).write_bytes(next(fonts))
    named = {path: path.relative_to(out).with_suffix(".woff2").as_posix().replace("/", "-") for path in wanted}
    for path, font in zip(wanted, fonts, strict=True):
        (static / FONT_FOLDER / named[path]).write_bytes(font)
    for path, page in pages.items():
        folder = Path(os.path.relpath(static / FONT_FOLDER, path.parent)).as_posix()
        told = render_template("web/font.html", folder=folder, name=named.get(path, ""), chinese=path in chinese)
        path.write_text(with_policy(page.replace("</head>", f"{told}\n</head>", 1)), encoding="utf-8")


def _write_latin_fonts(folder: Path, text: str) -> None:
    signs = "".join(sorted(latin_characters(text)))
    for font in LATIN_FONTS:
        source = resources.files(font.package).joinpath("files", font.file).read_bytes()
        (folder / f"{font.name}.woff2").write_bytes(_kept_latin_font(source, signs, font))


def _kept_latin_font(source: bytes, signs: str, font: LatinFont) -> bytes:
    name = (font.family, font.style)
    return kept_file(
        "webfonts",
        lambda: key_of(source, signs, *name, *_OF_LATIN, fontTools.version),
        lambda: cut_latin_font(source, set(signs), *name),
    )


def _kept_font(book: bytes, signs: str) -> bytes:
    return kept_file("webfonts", lambda: key_of(book, signs, fontTools.version), lambda: cut_font(book, set(signs)))
