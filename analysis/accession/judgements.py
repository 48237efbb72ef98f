"""Judgements: which line ends of a raw text are broken lines, as rows of `data/corpus/furniture.csv`, proposed by rule.

Bylines, captions and page furniture are not proposed: no rule knows them, and what a rule cuts out nobody sees.
"""

import re
from collections.abc import Iterator

from ..texts.corpus import Furniture, furniture_quote
from ..texts.reading import BREAK, WRAP, find_wraps

BY_RULE = "by rule"
"""The note of a judgement that nobody has looked at."""

# a line end that somebody must judge: one that may stand inside a word
_BETWEEN_CHARACTERS = re.compile(r"(?<=[\u4e00-\u9fff])\n+(?=[\u4e00-\u9fff])")


def propose_judgements(raw: str, doc_id: str) -> list[Furniture]:
    """Return a row for each line end that is inside a sentence by rule (wrap), and for those that may be (break).

    Parameters
    ----------
    raw
        The raw text.
    doc_id
        Its id.
    """
    return sorted(_rows(raw, doc_id), key=lambda row: row.start)


def _rows(raw: str, doc_id: str) -> Iterator[Furniture]:
    wraps = [(mark.start, mark.end) for mark in find_wraps(raw)]
    breaks = [
        found.span()
        for found in _BETWEEN_CHARACTERS.finditer(raw)
        if not any(start < found.end() and found.start() < end for start, end in wraps)
    ]
    for kind, spans in ((WRAP, wraps), (BREAK, breaks)):
        for start, end in spans:
            yield Furniture(doc_id, start, end, kind, furniture_quote(raw, start, end, kind), BY_RULE)
