"""The annotated reading edition: a text cut into segments by the rows of the registers that point into it.

Rows come from the published tables, so that whatever a table says of a place can be read at that place. Official
documents are shown whole; of press texts only the clauses around a row are shown.
"""

import bisect
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..texts import Reading
from ..texts.passages import REGISTERS, row_names

if TYPE_CHECKING:
    import pandas as pd


EDITION_LAYERS = {
    "slogan": ("Slogans", "数字口号"),
    "target": ("Targets", "目标"),
    "achieved": ("Results", "成绩"),
    "ongoing": ("Under way", "在建或现状"),
    "metaphor": ("Metaphors", "隐喻"),
    "stance": ("Stance", "立场用语"),
    "refused": ("Refused", "未采纳的候选"),
    "other": ("Quotations, parallels, terms", "引号短语、排比、术语"),
}


class LayerGroup(NamedTuple):
    """Layers that a legend shows together."""

    english: str
    chinese: str
    layers: tuple[str, ...]
    shown: bool  # when a reader comes for the first time


EDITION_GROUPS = (
    LayerGroup("What it counts", "计数", ("slogan", "target", "achieved", "ongoing"), shown=True),
    LayerGroup("How it speaks", "修辞", ("metaphor", "stance", "other"), shown=False),
    LayerGroup("What was refused", "排除", ("refused",), shown=False),
)
_FIRST_CLAUSE = re.compile(r".[^，,。；;！!？?\n]*", re.DOTALL)
_CLAUSE_END = re.compile(r"[，,。；;！!？?\n]")


class MarkedRow(NamedTuple):
    """A row of a published table that points into the text."""

    start: int  # code points of the reading text
    end: int  # exclusive
    raw_start: int  # code points of the raw text: what the table prints
    layer: str  # one of LAYERS
    label: str  # tab-slogans
    name: str  # of the row, see passages.row_names
    fields: Mapping[str, str]  # the row as published


class TextSegment(NamedTuple):
    """A stretch of the text under the same rows; all segments in order are the text that is shown."""

    text: str
    rows: tuple[MarkedRow, ...]  # that cover it, in order of their start, the longest first
    starts: tuple[int, ...]  # raw starts of the rows that begin here
    left_out: bool  # the text before it was left out


def rows_of_text(read: Reading, doc_id: str, tables: Mapping[str, "pd.DataFrame"]) -> list[MarkedRow]:
    """Return the rows of published tables that point into a text.

    Parameters
    ----------
    read
        The text.
    doc_id
        Its id.
    tables
        Published tables by label, all cells text; those of `REGISTERS` are read.

    Returns
    -------
    list of Row
        By start, the longest first. A row whose place is left out of the reading text stands at what follows it.
    """
    found = []
    for label in REGISTERS:
        if label not in tables:
            continue
        table = tables[label]
        names = row_names(label, table[["doc_id", "start"]].itertuples(index=False, name=None))
        for name, record in zip(names, table.to_dict("records"), strict=True):
            fields = {str(column): str(value) for column, value in record.items()}
            if fields["doc_id"] == doc_id:
                raw_start, raw_end = int(fields["start"]), int(fields["end"])
                if "shared" in fields:  # a run covers paragraphs: its first clause is marked
                    raw_end = _FIRST_CLAUSE.match(read.raw, raw_start, raw_end).end()  # type: ignore[union-attr]
                    fields["quote"] = read.raw[raw_start:raw_end]
                start, end = _span(read, raw_start, raw_end)
                layer = REGISTERS[label]
                layer = fields["status"] if layer == "status" else layer
                found.append(MarkedRow(start, end, raw_start, layer, label, name, fields))
    return sorted(found, key=lambda row: (row.start, -row.end, row.name))


def _span(read: Reading, raw_start: int, raw_end: int) -> tuple[int, int]:
    """Return where a raw span is read: its characters that stand in the reading text, at least one."""
    places = [place for offset in range(raw_start, raw_end) if (place := read.position(offset)) is not None]
    if places:
        return min(places), max(places) + 1
    after = (read.position(offset) for offset in range(raw_end, len(read.raw)))
    start = next((place for place in after if place is not None), len(read.text) - 1)
    return start, start + 1


def cut_segments(text: str, marked: Sequence[MarkedRow], *, whole: bool) -> list[TextSegment]:
    """Cut a reading text at the ends of its rows.

    Parameters
    ----------
    text
        The reading text, as it is printed.
    marked
        As from `rows_of_text`, in that order; they may overlap and nest.
    whole
        Show everything; otherwise only the clauses that hold a row, with `left_out` where something is missing.

    Returns
    -------
    list of Segment
        In order of the text. If `whole`, their texts together are the text.
    """
    shown = [(0, len(text))] if whole else _clauses(text, marked)
    places = sorted({place for row in marked for place in (row.start, row.end)})
    coming = iter([*marked, None])
    following = next(coming)
    under: list[MarkedRow] = []  # the rows that have begun and may not have ended
    result = []
    for low, high in shown:
        inside = places[bisect.bisect_right(places, low) : bisect.bisect_left(places, high)]
        for start, end in itertools.pairwise([low, *inside, high]):
            while following and following.start <= start:
                under.append(following)
                following = next(coming)
            under = [row for row in under if row.end > start]
            over = tuple(row for row in under if end <= row.end)
            begins = tuple(dict.fromkeys(row.raw_start for row in over if row.start == start))
            result.append(TextSegment(text[start:end], over, begins, start == low > 0))
    return result


def _clauses(text: str, marked: Iterable[MarkedRow]) -> list[tuple[int, int]]:
    """Return the clauses that hold a row; neighbours are joined."""
    ends = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    spans: list[tuple[int, int]] = []
    for row in marked:
        low = ends[bisect.bisect_right(ends, row.start) - 1]
        high = ends[bisect.bisect_left(ends, row.end)]
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(high, spans[-1][1]))
        else:
            spans.append((low, high))
    return spans
