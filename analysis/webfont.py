"""Web font: the Chinese font cut down to the characters that stand in the book, and again for each page.

A reader without a Chinese font loads the few characters of the page; those that a script writes come from the font of
the whole book.
"""

import io
import os
from pathlib import Path

from fontTools import subset

from analysis import style

WHOLE = "noto-sans-sc-subset.woff2"
FOLDER = "fonts"
_SCRIPTS = ("registers.js", "browser-text.js")  # they put Chinese words on pages
_FACE = (
    '<style>@font-face{{font-family:"Book Han";src:url("{address}") format("woff2");font-display:block;'
    "unicode-range:U+2460-24FF,U+2E80-9FFF,U+FF00-FFEF}}"
    '@font-face{{font-family:"Book Han Marks";src:url("{address}") format("woff2");font-display:block;'
    "unicode-range:U+2010-2027}}</style>\n</head>"
)


def characters(text: str) -> set[str]:
    """Return the characters of a text that no Latin font need have: all from U+2000 on."""
    return {sign for sign in text if ord(sign) > 0x2000}


def cut(font: bytes, wanted: set[str], flavor: str | None = "woff2") -> bytes:
    """Return a TrueType font with just some characters, as woff2 or, without a flavor, as TrueType."""
    options = subset.Options(flavor=flavor, layout_features=["*"], notdef_outline=True)
    loaded = subset.load_font(io.BytesIO(font), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(sign) for sign in wanted])
    cutter.subset(loaded)
    content = io.BytesIO()
    subset.save_font(loaded, content, options)
    return content.getvalue()


def write(out: Path) -> None:
    """Write the font of the book built in `out`, and one for each page with Chinese, which its head names."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html"))}
    scripts = [path.read_text(encoding="utf-8") for name in _SCRIPTS for path in (out / "_static").glob(name)]
    drawn = characters("".join(scripts))
    book = cut(style.font_path().read_bytes(), characters("".join([*pages.values(), *scripts])), None)
    static = out / "_static"
    (static / WHOLE).write_bytes(cut(book, characters("".join([*pages.values(), *scripts]))))
    (static / FOLDER).mkdir(exist_ok=True)
    for path, page in pages.items():
        if not (wanted := characters(page)):
            continue
        wanted |= drawn if "published-table" in page else set()
        name = path.relative_to(out).with_suffix(".woff2").as_posix().replace("/", "-")
        (static / FOLDER / name).write_bytes(cut(book, wanted))
        address = Path(os.path.relpath(static / FOLDER / name, path.parent)).as_posix()
        path.write_text(page.replace("</head>", _FACE.format(address=address), 1), encoding="utf-8")
