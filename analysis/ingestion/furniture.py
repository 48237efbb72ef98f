"""Furniture of printed pages: page numbers, running heads and feet, which stand at the edge of many pages."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 3  # lines of a page on either side that may be furniture, as it is drawn first or last
_LEAST_PAGES = 3  # a line at the edge of two pages may be a heading that is said twice
_LEAST_SHARE = 0.4  # of the pages: left and right pages may have other heads
_LONGEST = 40  # characters of a running head
_DIGITS = re.compile(r"\d+")
_DECORATED = re.compile(r"[-—–―－‐─·•~～]*第?\d{1,4}页?(?:[/／共]共?\d{1,4}页?)?[-—–―－‐─·•~～]*")
"""A page number without its spaces."""
_BARE = re.compile(r"\d{1,4}")


def without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of pages without page numbers and running heads.

    A line is furniture where it stands within three lines of the edge of its page and is a page number (7, — 7 —,
    第7页 共12页, 7/12) that grows with the pages, or a short line that, its numbers aside, stands at the edge of two
    pages in five and of three at least.

    Parameters
    ----------
    pages
        The lines of each page, in the order of the file.

    Examples
    --------
    >>> pages = [["市政府公报", "甲", "— 1 —"], ["市政府公报", "乙", "— 2 —"], ["市政府公报", "丙", "— 3 —"]]
    >>> without_furniture(pages)
    [['甲'], ['乙'], ['丙']]
    """
    filled = [[line for line in page if line.strip()] for page in pages]
    numbers = _page_numbers(filled)
    running = _running_lines(filled)
    kept = []
    for place, lines in enumerate(filled):

        def is_furniture(line: str, place: int = place) -> bool:
            return _as_head(line) in running or (place, line.strip()) in numbers

        top = next((at for at, line in enumerate(lines[:_EDGE]) if not is_furniture(line)), min(_EDGE, len(lines)))
        rest = lines[top:]
        bottom = next((at for at, line in enumerate(rest[: -_EDGE - 1 : -1]) if not is_furniture(line)), _EDGE)
        kept.append(rest[: max(0, len(rest) - bottom)])
    return kept


def _edges(lines: Sequence[str]) -> set[str]:
    return {line.strip() for line in (*lines[:_EDGE], *lines[-_EDGE:])}


def _as_head(line: str) -> str:
    """Return a line as it runs through the pages, with one sign for every number."""
    return _DIGITS.sub("#", "".join(line.split()))


def _running_lines(pages: Sequence[Sequence[str]]) -> set[str]:
    counts = Counter(
        head for page in pages for head in {_as_head(line) for line in _edges(page) if len(line) <= _LONGEST}
    )
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    return {head for head, count in counts.items() if count >= least and head != "#"}


def _page_numbers(pages: Sequence[Sequence[str]]) -> set[tuple[int, str]]:
    """Return page and line of the numbers at the edges of pages that grow by one from page to page, or are decorated.

    A number by itself is a page number only if it is one of such a series: it may be a figure of a table as well.
    """
    series: dict[int, list[tuple[int, str]]] = {}  # by the number that the first page would have
    decorated = set()
    for place, page in enumerate(pages):
        for line in _edges(page):
            if not _DECORATED.fullmatch("".join(line.split())):
                continue
            number = int(_DIGITS.findall(line)[0])
            series.setdefault(number - place, []).append((place, line))
            if not _BARE.fullmatch(line):
                decorated.add((place, line))
    longest = max(series.values(), key=len, default=[])
    return decorated | (set(longest) if len(longest) > 1 else set())
