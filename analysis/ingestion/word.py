"""Word files (.docx): the text of the body, a paragraph a line.

Taken are paragraphs, tables (a row a line, cells parted by tabs) and text boxes, as they are shown: with automatic
numbers, insertions that are tracked and not yet accepted, without deletions, hidden words, notes, comments, headers,
footers and tables of contents. The standard library reads it, in a browser as well.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ..texts import DocumentError
from .numbering import ListCounter, W

_MOST_XML = 100_000_000  # bytes of an unpacked part: a small archive may unpack to any size
_DEEPEST = 200  # levels of tables in tables, boxes in boxes
_PART = "word/document.xml"
_REMEDY = "open it in Word and save it again as .docx"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_CONTENTS = re.compile(r"toc ?\d?|目录 ?\d?", re.IGNORECASE)
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {
    *(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sectPr", "instrText", "delText", "rt", "tblPr")),
    *(f"{W}{name}" for name in ("footnoteReference", "endnoteReference", "commentReference", "sdtPr", "tblGrid")),
    f"{_COMPATIBLE}Fallback",  # the same text box for older programs
}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BOX = f"{W}txbxContent"


class _Style(NamedTuple):
    """What a style of paragraphs says of them."""

    name: str
    based_on: str
    list_name: str  # numId; "" if it numbers nothing
    level: int


def read_word(content: bytes) -> str:
    """Return the text of a Word file.

    Parameters
    ----------
    content
        The bytes of the file.

    Raises
    ------
    DocumentError
        If it is broken, no Word file, unpacks to more than 100 MB a part, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if _PART not in archive.namelist():
                raise DocumentError(f"no Word file, though its name says so: it holds no {_PART}; {_REMEDY}")
            body = _part(archive, _PART)
            styles, numbering = (_optional(archive, f"word/{name}.xml") for name in ("styles", "numbering"))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError(f"broken Word file ({error}); {_REMEDY}") from None
    except RuntimeError:  # zipfile asks for a password
        raise DocumentError("encrypted; save it without a password") from None
    text = "\n".join(_Reader(_styles(styles), ListCounter(numbering)).lines(body))
    if not text.strip():
        raise DocumentError("holds no text; if its pages are pictures, have them recognised (OCR) first")
    return text + "\n"


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element:
    with archive.open(name) as part:
        xml = part.read(_MOST_XML + 1)
    if len(xml) > _MOST_XML:
        raise DocumentError(f"unpacks to more than {_MOST_XML / 1e6:,.0f} MB; cut it into several files")
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml[:4096]:  # no Word writes one; it could stand for any size
        raise DocumentError(f"broken Word file (it declares entities); {_REMEDY}")
    try:
        return ET.fromstring(xml.replace(_STRICT, W[1:-1].encode()))  # noqa: S314  without entities, bounded
    except ET.ParseError as error:
        raise DocumentError(f"broken Word file ({name}: {error}); {_REMEDY}") from None


def _optional(archive: zipfile.ZipFile, name: str) -> ET.Element | None:
    return _part(archive, name) if name in archive.namelist() else None


def _value(node: ET.Element | None, path: str) -> str:
    found = None if node is None else node.find(path)
    return "" if found is None else found.get(f"{W}val", "")


def _styles(root: ET.Element | None) -> dict[str, _Style]:
    if root is None:
        return {}
    found = {}
    for style in root.iter(f"{W}style"):
        numbers = style.find(f"{W}pPr/{W}numPr")
        level = _value(numbers, f"{W}ilvl")
        found[style.get(f"{W}styleId", "")] = _Style(
            _value(style, f"{W}name"),
            _value(style, f"{W}basedOn"),
            _value(numbers, f"{W}numId"),
            int(level) if level.isdecimal() else 0,
        )
    return found


class _Reader:
    """Reads the paragraphs of one document, whose numbers are counted on the way."""

    def __init__(self, styles: dict[str, _Style], counter: ListCounter) -> None:
        self._styles = styles
        self._counter = counter

    def lines(self, root: ET.Element) -> Iterator[str]:
        """Yield the lines of a part of a document that are not blank."""
        body = root.find(f"{W}body")
        for line in self._blocks(root if body is None else body, 0):
            for own in line.split("\n"):
                if own.strip():
                    yield own.rstrip()

    def _blocks(self, node: ET.Element, depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            raise DocumentError(f"broken Word file (parts nested {_DEEPEST} deep); {_REMEDY}")
        for child in node:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{W}tr":
                yield self._row(child, depth)
            elif child.tag == f"{W}sdt" and "Table of Contents" in _value(
                child, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
            ):
                continue
            else:
                yield from self._blocks(child, depth + 1)

    def _row(self, row: ET.Element, depth: int) -> str:
        cells = (" ".join(" ".join(self._blocks(cell, depth + 1)).split("\n")) for cell in row.iter(f"{W}tc"))
        return "\t".join(cells).strip("\t")

    def _paragraph(self, paragraph: ET.Element, depth: int) -> Iterator[str]:
        style, list_name, level = self._numbered(paragraph)
        if _CONTENTS.fullmatch(style):
            return
        words: list[str] = []
        boxes: list[ET.Element] = []
        self._collect(paragraph, words, boxes, depth)
        text = "".join(words)
        if text.strip():
            yield (self._counter.label(list_name, level) if list_name not in ("", "0") else "") + text
        for box in boxes:
            yield from self._blocks(box, depth + 1)

    def _numbered(self, paragraph: ET.Element) -> tuple[str, str, int]:
        """Return the name of the style of a paragraph, and of which list and level it is, itself or by its style."""
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.get(_value(properties, f"{W}pStyle"))
        name = style.name if style else ""
        own = None if properties is None else properties.find(f"{W}numPr")
        list_name, own_level = _value(own, f"{W}numId"), _value(own, f"{W}ilvl")
        level = int(own_level) if own_level.isdecimal() else 0
        for _ in range(len(self._styles)):
            if list_name or style is None:
                break
            list_name = style.list_name
            level = int(own_level) if own_level.isdecimal() else style.level
            style = self._styles.get(style.based_on)
        return name, list_name, level

    def _collect(self, node: ET.Element, words: list[str], boxes: list[ET.Element], depth: int) -> None:
        if depth > _DEEPEST:
            raise DocumentError(f"broken Word file (parts nested {_DEEPEST} deep); {_REMEDY}")
        for child in node:
            name = child.tag.removeprefix(W)
            if child.tag in _LEFT_OUT or (name == "r" and _is_hidden(child)):
                continue
            if child.tag == _BOX:
                boxes.append(child)
            elif child.tag == f"{W}t":
                words.append(child.text or "")
            elif name in _SIGNS:
                words.append(_SIGNS[name])
            else:
                self._collect(child, words, boxes, depth + 1)


def _is_hidden(run: ET.Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val", "true") not in ("0", "false", "off")
