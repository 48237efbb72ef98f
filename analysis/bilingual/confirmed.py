"""Confirmed paragraphs: which English paragraphs the Chinese of a chapter was last read against, by their digests.

`data/chinese/<chapter>.csv` has a row a paragraph; a list a chapter, so that several can be written side by side.
"""

import csv
import io
from pathlib import Path
from typing import NamedTuple

from .. import paths
from ..runs import write_whole
from ..runs.files import read_rows
from .sources import read_chapter

_BEGINS = 40  # characters by which a reader of the list knows the paragraph


class ConfirmedParagraph(NamedTuple):
    """A row of a list of confirmed paragraphs."""

    section: str  # English heading
    paragraph: str  # digest
    begins: str  # its first words


def confirmed_paragraphs(name: str, folder: Path = paths.CONFIRMED) -> list[ConfirmedParagraph]:
    """Return the paragraphs against which the Chinese of a chapter was confirmed; none where it never was."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        return []
    return [ConfirmedParagraph(row["section"], row["paragraph"], row["begins"]) for row in read_rows(path)]


def english_paragraphs(name: str, english: Path = paths.CHAPTERS) -> list[ConfirmedParagraph]:
    """Return the paragraphs of an English chapter as rows of its list."""
    return [
        ConfirmedParagraph(section.heading, block.digest, " ".join(block.text.split())[:_BEGINS])
        for section in read_chapter(english / f"{name}.md").sections
        for block in section.blocks
    ]


def confirm_chapter(name: str, english: Path = paths.CHAPTERS, folder: Path = paths.CONFIRMED) -> int:
    """Write that the Chinese of a chapter says what the English says now; return the number of paragraphs."""
    rows = english_paragraphs(name, english)
    path = folder / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, confirmed_list(rows).encode())
    return len(rows)


def confirmed_list(rows: list[ConfirmedParagraph]) -> str:
    """Return a list of confirmed paragraphs as the file holds it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(ConfirmedParagraph._fields)
    writer.writerows(rows)
    return written.getvalue()
