"""Pairs: a Chinese chapter says what its English twin says, section by section, from the same figures and numbers.

What is asked: every English section has a Chinese one that names it and says something; every figure, table and fact
stands in both or is excused in the Chinese file with a reason; and no English paragraph has changed since its Chinese
was last confirmed (`confirmed`). Facts that print words (`WORDING`) may differ.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .. import paths
from .confirmed import confirmed_paragraphs
from .languages import CHINESE_CHAPTERS
from .sources import ChapterSource, SourceSection, read_chapter

WORDING = re.compile(
    r"-(?:text|texts|name|names|place|places|word|words|slogan|slogans|list|indicator|kind|lowest|highest|domain|type)"
    r"(?:-\w+)?$|-zh$|:no-results$"
)
"""Facts that print words: a Chinese sentence may need other ones."""

_BEGINS = 60  # characters of a paragraph by which a message names it


class PairProblem(NamedTuple):
    """What keeps a Chinese chapter from answering to the English one."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        """Return file, line and what is wrong, for a terminal."""
        return f"{self.path.relative_to(paths.ROOT)}, line {self.line}: {self.what}"


def paired_chapters() -> list[str]:
    """Return the names of the chapters that have a Chinese file, such as slogans and look-up/places."""
    return sorted(
        path.relative_to(CHINESE_CHAPTERS).with_suffix("").as_posix() for path in CHINESE_CHAPTERS.rglob("*.md")
    )


def pair_problems(
    name: str, english: Path = paths.CHAPTERS, chinese: Path = CHINESE_CHAPTERS, confirmed: Path = paths.CONFIRMED
) -> list[PairProblem]:
    """Return where a Chinese chapter does not answer to its English twin; nothing of one that is still unwritten.

    Parameters
    ----------
    name
        Of the chapter, such as `slogans`.
    english, chinese
        Folders of the chapters.
    confirmed
        Folder of the lists of confirmed paragraphs.
    """
    path = chinese / f"{name}.md"
    if not path.is_file():
        return [PairProblem(path, 1, "is missing; `python -m analysis chinese start` makes it")]
    if not (english / f"{name}.md").is_file():
        return [PairProblem(path, 1, f"answers to no chapter: there is no {english.name}/{name}.md")]
    told, source = read_chapter(path), read_chapter(english / f"{name}.md")
    if told.is_unwritten:
        return []
    found = [*_sections(told, source), *_facts(told, source), *_changes(name, told, source, confirmed)]
    return sorted(found, key=lambda problem: (str(problem.path), problem.line))


def _sections(told: ChapterSource, source: ChapterSource) -> Iterator[PairProblem]:
    known = [section.heading for section in source.sections]
    for section in told.sections:
        if not section.answers:
            yield PairProblem(
                told.path, section.line, f"{section.heading} names no English section; write `% en: HEADING` above it"
            )
        elif section.answers not in known:
            yield PairProblem(told.path, section.line, f"there is no section “{section.answers}” in {source.path.name}")
    for section in source.sections:
        answer = told.section(section.heading)
        if answer is None:
            if section.heading not in told.without:
                yield PairProblem(
                    told.path, 1, f"no section answers to “{section.heading}” ({source.path.name}, line {section.line})"
                )
            continue
        if section.blocks and not answer.blocks and section.heading not in told.without:
            first = section.blocks[0]
            yield PairProblem(
                told.path, answer.line, f"says nothing; {source.path.name}, line {first.line}: “{_begins(first.text)}”"
            )
        yield from _published(told, section, answer)


def _published(told: ChapterSource, section: SourceSection, answer: SourceSection) -> Iterator[PairProblem]:
    for label in section.published:
        if label not in answer.published and label not in told.without:
            yield PairProblem(told.path, answer.line, f"{label} is missing in the section on “{section.heading}”")
    for label in answer.published:
        if label not in section.published and label not in told.without:
            yield PairProblem(told.path, answer.line, f"{label} does not stand in “{section.heading}”")


def _facts(told: ChapterSource, source: ChapterSource) -> Iterator[PairProblem]:
    for name, line in source.facts.items():
        if name not in told.facts and not WORDING.search(name) and name.partition(":")[2] not in told.without:
            yield PairProblem(told.path, 1, f"the fact {name} of {source.path.name}, line {line}, is missing")
    for name, line in told.facts.items():
        if name not in source.facts and not WORDING.search(name) and name.partition(":")[2] not in told.without:
            yield PairProblem(told.path, line, f"the fact {name} is not quoted in {source.path.name}")


def _changes(name: str, told: ChapterSource, source: ChapterSource, folder: Path) -> Iterator[PairProblem]:
    known = {row.paragraph for row in confirmed_paragraphs(name, folder)}
    if not known:
        what = "was never confirmed; when it says what the English says: "
        yield PairProblem(told.path, 1, f"{what}`python -m analysis chinese confirm {name}`")
        return
    for section in source.sections:
        answer = told.section(section.heading)
        for block in section.blocks:
            if block.digest not in known:
                yield PairProblem(
                    told.path,
                    answer.line if answer else 1,
                    f"{source.path.name}, line {block.line}, is new or has changed: “{_begins(block.text)}”; bring the "
                    f"Chinese up to date, then `python -m analysis chinese confirm {name}`",
                )
    present = {block.digest for section in source.sections for block in section.blocks}
    for row in confirmed_paragraphs(name, folder):
        if row.paragraph not in present and told.section(row.section):
            yield PairProblem(
                told.path,
                1,
                f"{source.path.name} no longer says “{row.begins}…” in “{row.section}”; take it out of the Chinese, "
                f"then `python -m analysis chinese confirm {name}`",
            )


def _begins(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _BEGINS else words[:_BEGINS] + "…"
