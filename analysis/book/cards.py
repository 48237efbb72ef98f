"""Cards: the picture that other programs show beside a link to a page (`og:image`), 1200 by 630 pixels.

That of a chapter has its title and the figure by which it is known; that of a landing page has the formula and the
title. The same input gives the same bytes: all is drawn with fonts of the lock file.
"""

import functools
import io
import re
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFont

from .. import paths
from ..figures.style import font_path, serif_path
from ..publication import captions
from ..runs.kept import kept_file
from ..runs.sources import code_key, key_of

CARD_SIZE = (1200, 630)
HEROES = ("fig-closure-by-text", "fig-slogan-density", "fig-formulas-by-year", "fig-growth-ladder")
"""By which a chapter is known, though it shows another figure first."""

_BRAND = "Sounding the Charge 吹响冲锋号"
_PAPER, _INK, _ACCENT = "#ffffff", "#1c1f23", "#a6291c"
_MARGIN, _COLUMN = 52, 350  # pixels; the column of the title beside a figure
_COLOURS = 96
_PACKAGES = ("pillow", "font-source-serif-pro", "zhplot")
_HAN = "\u2018-\u201d\u2e80-\u9fff\uff00-\uffef"
_PIECES = re.compile(rf"[{_HAN}]|[^\s{_HAN}]+|\s+")
_CLOSING = "，。、；：？！》”）"  # no line begins with one
_FIGURE = re.compile(r"^```\{published\} (\S+)\n(?::wide:\n)?```$", re.MULTILINE)


def hero_figure(chapter: str) -> str:
    """Return the id of the figure that a chapter is known by, or else of the first that it shows; "" if it has none."""
    own = [label for label, entry in captions.caption_catalogue()["figures"].items() if entry["chapter"] == chapter]
    source = paths.CHAPTERS / f"{chapter}.md"
    shown = _FIGURE.findall(source.read_text(encoding="utf-8")) if source.is_file() else []
    return next((label for label in (*HEROES, *shown, *own) if label in own), "")


def chapter_card(title: str, picture: bytes) -> bytes:
    """Return the card of a chapter as PNG.

    Parameters
    ----------
    title
        Of the chapter.
    picture
        Its figure, as PNG.
    """
    return kept_file("cards", lambda: key_of(_code(), title, picture), lambda: _chapter_card(title, picture))


def landing_card(title: str, formula: str) -> bytes:
    """Return the card of a landing page as PNG.

    Parameters
    ----------
    title
        Of the page.
    formula
        That it decodes, such as 1+1269.
    """
    return kept_file("cards", lambda: key_of(_code(), title, formula), lambda: _landing_card(title, formula))


@functools.cache
def _code() -> str:
    return code_key("book.cards", packages=_PACKAGES)


def _chapter_card(title: str, picture: bytes) -> bytes:
    card, pen = _blank()
    width, height = CARD_SIZE
    _write(pen, _MARGIN + 16, title, size=46, width=_COLUMN)
    box = (width - _COLUMN - 3 * _MARGIN, height - 2 * _MARGIN)
    with Image.open(io.BytesIO(picture)) as figure:
        shown = figure.convert("RGB")
        scale = min(box[0] / shown.width, box[1] / shown.height)
        shown = shown.resize((round(shown.width * scale), round(shown.height * scale)), Image.Resampling.LANCZOS)
    left, top = _COLUMN + 2 * _MARGIN, (height - shown.height) // 2
    card.paste(shown, (left + (box[0] - shown.width) // 2, top + 6))
    return _png(card)


def _landing_card(title: str, formula: str) -> bytes:
    card, pen = _blank()
    pen.text((_MARGIN - 6, 40), formula, font=_font(210, han=False), fill=_ACCENT)
    _write(pen, 310, title, size=66)
    return _png(card)


def _blank() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an empty card with its rule and the name of the book."""
    card = Image.new("RGB", CARD_SIZE, _PAPER)
    pen = ImageDraw.Draw(card)
    pen.rectangle((0, 0, CARD_SIZE[0], 11), fill=_ACCENT)
    _write(pen, CARD_SIZE[1] - _MARGIN - 14, _BRAND, size=26)
    return card, pen


def _write(
    pen: ImageDraw.ImageDraw, top: int, words: str, *, size: int, width: int = CARD_SIZE[0] - 2 * _MARGIN
) -> None:
    """Write words in lines of at most `width` pixels, Chinese and other signs each in its font on one base line."""
    left, base = _MARGIN, top + size
    for line in _lines(words, size, width):
        x = float(left)
        for piece in line:
            pen.text(
                (x, base),
                piece,
                font=_font(size, han=_is_han(piece)),
                fill=_ACCENT if words == _BRAND else _INK,
                anchor="ls",
            )
            x += _length(piece, size)
        base += round(size * 1.25)


def _lines(words: str, size: int, width: int) -> Iterator[list[str]]:
    """Yield the pieces of each line: words, spaces and single Chinese signs."""
    line: list[str] = []
    used = 0.0
    for piece in _PIECES.findall(words):
        length = _length(piece, size)
        if line and used + length > width and not piece.isspace() and piece not in _CLOSING:
            yield line
            line, used = [], 0.0
        if line or not piece.isspace():
            line.append(piece)
            used += length
    if line:
        yield line


def _is_han(piece: str) -> bool:
    return re.match(f"[{_HAN}]", piece) is not None


def _length(piece: str, size: int) -> float:
    return _font(size, han=_is_han(piece)).getlength(piece)


def _font(size: int, *, han: bool) -> ImageFont.FreeTypeFont:
    # the plain layout: with the other one the bytes would depend on a library of the system
    path = font_path() if han else serif_path()
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _png(card: Image.Image) -> bytes:
    """Return a card as PNG with few colours."""
    made = io.BytesIO()
    card.quantize(_COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()
