"""Sections: what the search knows of a page: its sections, figures, tables and passages, each with its anchor.

A reader who looks for words wants the place and not the top of a page of ten screens. So every heading, figure, table,
paragraph of an edition and function of the code is an entry of its own, with the text that stands there as a reader
sees it: without code, citation boxes, lists of files and the bodies of long tables. Of a long table only its Chinese
cells are kept, as words without a context.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import CData, NavigableString
from bs4.filter import SoupStrainer

from ..publication.chinese import HAN_RUN

LONG_TABLE = 40  # rows; the body of a longer table is looked up in the table itself
_LONGEST_WORD = 24  # characters of a cell that is a word and no sentence
_TEXT_NAME = re.compile(r"[A-Z][a-z]+ \d{4} ")  # Beihai 2017 北海, in every row
_NUMBER = re.compile(r"[-−+<>=≥≤]*[\d.,]*[%‰]?")

_ARTICLE = SoupStrainer("article")
_NOT_READ = frozenset({"pre", "script", "style", "template", "noscript", "svg", "thead", "form", "select"})
_NOT_READ_CLASSES = frozenset(
    {"headerlink", "cell_input", "figure-files", "citation", "table-tools", "edition-card", "edition-legend"}
    | {"page-colophon", "caption-number", "backrefs", "departed", "nosearch", "page-next", "page-cite"}
)
_FOLDED = frozenset({"hide", "source"})  # details with code
_GLOSSED = "glossed-term"  # the one kind of button whose words are part of a sentence
_HEADINGS = ("h1", "h2", "h3", "h4")
_BLOCKS = frozenset(
    {"p", "div", "li", "dd", "dt", "ul", "ol", "dl", "section", "figure", "figcaption", "blockquote", "details"}
    | {"table", "thead", "tbody", "tr", "summary", "aside", "header", "br", "hr", *_HEADINGS, "h5", "h6"}
)
_CELLS = ("td", "th")
_BETWEEN_CELLS = " · "


class Landing(NamedTuple):
    """A place of a page that can be landed at."""

    anchor: str  # without #; "" is the top of the page
    heading: str
    text: str  # blocks, each on a line of its own
    words: tuple[str, ...]  # of a long table: its Chinese cells, each once
    is_long: bool  # a table whose body is left out


class _Open:
    """A section whose text is still being gathered."""

    def __init__(self, anchor: str, heading: str) -> None:
        self.anchor, self.heading = anchor, heading
        self.pieces: list[str] = []
        self.words: dict[str, None] = {}
        self.is_long = False

    def closed(self) -> Landing:
        lines = ("".join(self.pieces)).split("\n")
        said = (re.sub(r"(?: ·)+ ", " · ", " ".join(line.split())).strip(" ·") for line in lines)
        blocks = [block for block in dict.fromkeys(said) if block and block != self.heading]
        return Landing(self.anchor, self.heading, "\n".join(blocks), tuple(self.words), self.is_long)


def page_sections(page: str) -> list[Landing]:
    """Return the places of a page in their order; those without words and heading are left out.

    Parameters
    ----------
    page
        HTML of a whole page; only its article counts.
    """
    article = BeautifulSoup(page, "lxml", parse_only=_ARTICLE)
    for tag in article.find_all(_is_left_out):
        tag.extract()
    found = [_Open("", "")]
    _gather(article, found[0], found)
    title = next((section.heading for section in found if section.heading), "")
    closed = (section.closed() for section in found)
    return [
        section._replace(heading=section.heading or title)
        for section in closed
        if section.text or section.words or section.heading
    ]


def _is_left_out(tag: Tag) -> bool:
    """Return whether a tag holds nothing that a reader of the page reads in its place.

    Asked of every tag of the book: a selector of CSS with thirty parts took half of the time of the search.
    """
    classes = tag.get("class") or ()
    return (
        tag.name in _NOT_READ
        or not _NOT_READ_CLASSES.isdisjoint(classes)
        or tag.get("aria-hidden") == "true"
        or tag.has_attr("popover")
        or (tag.name == "details" and not _FOLDED.isdisjoint(classes))
        or (tag.name == "a" and tag.has_attr("download"))
        or (tag.name == "button" and _GLOSSED not in classes)
    )


def _gather(node: Tag, into: _Open, found: list[_Open]) -> None:
    for child in node.children:
        if isinstance(child, Tag):
            place = _place(child)
            if place is None:
                _gather_tag(child, into, found)
            else:
                found.append(place)
                _gather_tag(child, place, found)
        elif isinstance(child, NavigableString) and _is_said(child, node):
            into.pieces.append(re.sub(r"\s+", " ", str(child)))


def _is_said(words: NavigableString, node: Tag) -> bool:
    """Return whether words are read, and are no comment and no number of a table."""
    return type(words) in (NavigableString, CData) and not (node.name in _CELLS and _NUMBER.fullmatch(words.strip()))


def _gather_tag(tag: Tag, into: _Open, found: list[_Open]) -> None:
    if tag.name == "dl" and "py" in (tag.get("class") or []):
        module = into.anchor.removeprefix("module-")
        into.words |= dict.fromkeys(str(name["id"]).removeprefix(f"{module}.") for name in tag.select("dt[id]"))
        return
    if tag.name == "tbody" and len(tag.find_all("tr", recursive=False)) > LONG_TABLE:
        into.words |= dict.fromkeys(_words_of_table(tag))
        into.is_long = True
        return
    edge = "\n" if tag.name in _BLOCKS else _BETWEEN_CELLS if tag.name in _CELLS else ""
    into.pieces.append(edge)
    _gather(tag, into, found)
    into.pieces.append("\n" if edge == "\n" else "")


def _words_of_table(body: Tag) -> Iterator[str]:
    for cell in body.find_all(_CELLS):
        said = _said(cell)
        if (
            len(said) <= _LONGEST_WORD
            and not _TEXT_NAME.match(said)
            and (HAN_RUN.search(said) or (cell.find("a") and "+" in said))
        ):
            yield said


def _place(tag: Tag) -> _Open | None:
    """Return a new section if a tag begins one."""
    anchor = str(tag.get("id", ""))
    classes: list[str] = list(tag.get("class") or [])
    if tag.name == "section" and anchor:
        return _Open(anchor, _first(tag, *_HEADINGS))
    if tag.name == "figure" and anchor.startswith("fig-"):
        return _Open(anchor, _first(tag, ".figure-title", "strong") or anchor)
    if anchor.startswith("tab-") and "published-table" in classes:
        return _Open(anchor, _first(tag, ".table-title", ".caption strong", "strong") or anchor)
    if "edition-paragraph" in classes:
        inner = tag if anchor else tag.find(id=True)
        return _Open(str(inner["id"]) if inner else "", "")
    return None


def _first(tag: Tag, *selectors: str) -> str:
    """Return the words of the first heading within a tag."""
    for selector in selectors:
        heading = tag.select_one(selector)
        if heading is not None and (said := _said(heading).rstrip(" .：:#")):
            return said
    return ""


def _said(tag: Tag) -> str:
    return " ".join(tag.get_text().split())
