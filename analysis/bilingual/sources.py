"""Sources of chapters: a file of MyST taken apart into sections, paragraphs, figures, tables and facts.

Both languages are read by the same rules; what a chapter includes of another file is read as its own. In a Chinese file
a comment above each heading names the heading of the English section that it answers to, `% en: Limits`, and
`% without NAME: reason` excuses what is left out on purpose.
"""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from docutils import nodes

HEADER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
"""The front matter of a chapter."""

HEADING = re.compile(r"(#{1,4}) +(.*\S)")
"""A heading: its signs and its words."""

FACT_ROLE = re.compile(r"\{(?:glue:text|fact)\}`([^`]+)`")
"""The place of a number in prose, and its name."""

_LABEL = re.compile(r"\(([a-z0-9-]+)\)=")
_FENCE = re.compile(r"(`{3,})(?:\{([a-z:-]+)\} ?(.*))?")
_BOX = re.compile(r":{3,}(?:\{([a-z-]+)\} ?(.*))?")
_OPTION = re.compile(r":[a-z-]+:.*")
_CUT = re.compile(r"^:(start-after|end-before): *\"?(.*?)\"?$", re.MULTILINE)
_ANSWERS = re.compile(r"% en: (.*\S)")
_WITHOUT = re.compile(r"% without ([^:]+): *(\S.*)")
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")
_TABLE = re.compile(r"publish_(?:table|list)\(.*?\"(tab-[a-z0-9-]+)\"", re.DOTALL)
_KEY = re.compile(r"`([a-z0-9-]+)`")
_ROLE = re.compile(r"\{[a-z:]+\}`(?:([^`<]*?) ?<[^`>]*>|([^`]*))`|\[([^\]]*)\]\([^)]*\)|[`*]")


class SourceBlock(NamedTuple):
    """A paragraph, an item of a list or a box of a chapter."""

    text: str
    line: int  # where it begins, from 1

    @property
    def digest(self) -> str:
        """A name of what it says, which changes with every word."""
        return hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()[:12]


class SourceSection(NamedTuple):
    """A heading of a chapter and what stands below it, up to the next one."""

    heading: str
    line: int
    labels: list[str]
    answers: str  # heading of the English section; "" in English files
    blocks: list[SourceBlock]
    published: list[str]  # figures and tables

    @property
    def anchor(self) -> str:
        """The id that docutils makes of the heading: that of the English page, and so of both."""
        plain = _ROLE.sub(lambda role: role[1] or role[2] or role[3] or "", self.heading)
        return nodes.make_id(" ".join(plain.split()))


class ChapterSource(NamedTuple):
    """A chapter as its file has it."""

    path: Path
    header: str  # front matter
    sections: list[SourceSection]
    without: dict[str, str]  # what a Chinese file leaves out on purpose, and why
    facts: dict[str, int]  # chapter:name, and the line where it is first quoted

    @property
    def is_unwritten(self) -> bool:
        """Whether its text is still to be written."""
        return "unwritten: true" in self.header.splitlines()

    def section(self, heading: str) -> SourceSection | None:
        """Return the section of a heading, or in a Chinese file the one that answers to it."""
        return next((part for part in self.sections if heading in (part.heading, part.answers)), None)


class _Reader:
    """Reads a file line by line."""

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        header = HEADER.match(text)
        self.header = header[1] if header else ""
        self.skipped = header[0].count("\n") if header else 0
        self.lines = text.split("\n")
        self.chapter, self.folder = path.stem, path.parent
        self.included_at = 0  # line of the include whose text is read; 0 outside of one
        self.sections: list[SourceSection] = []
        self.without: dict[str, str] = {}
        self.facts: dict[str, int] = {}
        self.labels: list[str] = []
        self.answers = ""
        self.open: list[str] = []  # lines of a paragraph
        self.began = 0

    def read(self) -> None:
        place = self.skipped
        while place < len(self.lines):
            place = self.step(place)
        self.close()

    def step(self, place: int) -> int:
        """Take the line at `place` and return the place of the next one."""
        line = self.lines[place]
        fence, box = _FENCE.match(line), _BOX.match(line)
        heading, label = HEADING.fullmatch(line), _LABEL.fullmatch(line)
        if fence or box or heading or label or line.startswith("%") or not line.strip():
            self.close()
        if fence:
            return self.fenced(place, fence)
        if box:
            if box[1] == "figure-number":
                self.publish(box[2])
        elif heading:
            self.sections.append(SourceSection(heading[2], self.line_of(place), self.labels, self.answers, [], []))
            self.labels, self.answers = [], ""
        elif label:
            self.labels.append(label[1])
        elif line.startswith("%"):
            self.comment(line)
        elif line.strip() and not _OPTION.fullmatch(line):
            if _ITEM.match(line):
                self.close()
            self.began = self.began or self.line_of(place)
            self.open.append(line)
        return place + 1

    def comment(self, line: str) -> None:
        if answers := _ANSWERS.fullmatch(line):
            self.answers = answers[1]
        elif without := _WITHOUT.fullmatch(line):
            self.without[without[1].strip()] = without[2]

    def fenced(self, place: int, fence: re.Match[str]) -> int:
        """Take a block between fences and return the place behind it."""
        ends = next((n for n in range(place + 1, len(self.lines)) if self.lines[n] == fence[1]), len(self.lines))
        inner = "\n".join(self.lines[place + 1 : ends])
        if fence[2] == "published":
            self.publish(fence[3].strip())
        elif fence[2] == "code-cell":
            for label in [*_TABLE.findall(inner), *(["tab-downloads"] if "download_links(" in inner else [])]:
                self.publish(label)
        elif fence[2] == "include":
            self.include(fence[3].strip(), inner, place)
        elif fence[2] == "keys":
            self.add(inner, self.line_of(place), _KEY.findall(inner))
        elif fence[2] in ("cite-study", None):
            self.add(inner, self.line_of(place), [])
        return ends + 1

    def include(self, name: str, options: str, place: int) -> None:
        """Read what is included of another file as if it stood here."""
        text, cuts = (self.folder / name).read_text(encoding="utf-8"), dict(_CUT.findall(options))
        if "start-after" in cuts:
            text = text.partition(cuts["start-after"])[2]
        if "end-before" in cuts:
            text = text.partition(cuts["end-before"])[0]
        outer, self.lines, self.included_at = self.lines, text.split("\n"), place + 1
        inner_place = 0
        while inner_place < len(self.lines):
            inner_place = self.step(inner_place)
        self.close()
        self.lines, self.included_at = outer, 0

    def line_of(self, place: int) -> int:
        """Return the line of the chapter that stands for a place of what is read."""
        return self.included_at or place + 1

    def publish(self, label: str) -> None:
        if self.sections:
            self.sections[-1].published.append(label)

    def close(self) -> None:
        if self.open:
            text = "\n".join(self.open)
            self.add(text, self.began, FACT_ROLE.findall(text))
        self.open, self.began = [], 0

    def add(self, text: str, line: int, facts: list[str]) -> None:
        if self.sections and text.strip():
            self.sections[-1].blocks.append(SourceBlock(text, line))
        for name in facts:
            self.facts.setdefault(name if ":" in name else f"{self.chapter}:{name}", line)


def read_chapter(path: Path) -> ChapterSource:
    """Return a chapter taken apart.

    Parameters
    ----------
    path
        Of its file, English or Chinese.
    """
    reader = _Reader(path)
    reader.read()
    return ChapterSource(path, reader.header, reader.sections, reader.without, reader.facts)
