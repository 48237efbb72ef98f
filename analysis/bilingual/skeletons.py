"""Skeletons: how a Chinese chapter begins, with the English of each paragraph as a comment where its Chinese belongs.

Headings name what they answer to, figures and tables stand in their places. The page says `unwritten: true` until its
writer takes that line out; until then it is not compared with the English one, and shows nothing but its title.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from .. import paths
from ..runs import write_whole
from .languages import CHINESE_CHAPTERS
from .sources import HEADER, HEADING, read_chapter

_KEPT = ("landing", "layout", "html_theme")  # of the front matter of an English chapter
_TABLE = re.compile(r"\"(tab-[a-z0-9-]+)\"")


class SkeletonError(ValueError):
    """A chapter that cannot be begun; the message says why."""


def chinese_skeleton(source: str, title: str) -> str:
    """Return the beginning of a Chinese chapter.

    Parameters
    ----------
    source
        The English file.
    title
        In Chinese.
    """
    header = HEADER.match(source)
    kept = [line for line in (header[1] if header else "").splitlines() if line.startswith(_KEPT)]
    body = source[header.end() :] if header else source
    lines = ["---", *kept, "unwritten: true", "---", ""]
    lines += _body(body.split("\n"), title)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def _body(lines: list[str], title: str) -> Iterator[str]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.startswith(("```{code-cell}", "```{published}")):
            ends = lines.index("```", place + 1)
            inner = lines[place : ends + 1]
            if line.startswith("```{published}"):
                yield from inner
            else:
                code = "\n".join(inner)
                for label in [*_TABLE.findall(code), *(["tab-downloads"] if "download_links(" in code else [])]:
                    yield from ("```{published} " + label, "```", "")
            place = ends + 1
            continue
        heading = HEADING.fullmatch(line)
        if heading:
            yield f"% en: {heading[2]}"
            yield f"{heading[1]} {title if heading[1] == '#' else '……'}"
        elif line.strip() and not re.fullmatch(r"\([a-z0-9-]+\)=", line):
            yield f"% {line}"
        else:
            yield ""
        place += 1


def start_chapter(name: str, title: str = "", english: Path = paths.CHAPTERS, chinese: Path = CHINESE_CHAPTERS) -> Path:
    """Write the beginning of a Chinese chapter and return its file; one that is still unwritten is begun anew.

    Parameters
    ----------
    name
        Of the chapter.
    title
        In Chinese; that of the file that is there, if not given.
    english, chinese
        Folders of the chapters.

    Raises
    ------
    SkeletonError
        If there is no such English chapter, the Chinese one is written already, or it has no title.
    """
    path = chinese / f"{name}.md"
    if not (english / f"{name}.md").is_file():
        raise SkeletonError(f"chapters/{name}.md: there is no such chapter")
    if path.is_file():
        told = read_chapter(path)
        if not told.is_unwritten:
            raise SkeletonError(f"chapters/zh/{name}.md is written; edit it, or move it away to begin anew")
        title = title or (told.sections[0].heading if told.sections else "")
    if not title:
        raise SkeletonError(f"chapters/zh/{name}.md: give the title of the chapter in Chinese, --title")
    write_whole(path, chinese_skeleton((english / f"{name}.md").read_text(encoding="utf-8"), title).encode())
    return path
