"""Parallelism by a shared opening (首语反复, anaphora): three or more neighbouring units begin with the same words.

狠抓城市治理;狠抓民生治理;狠抓社区治理 is a run of three sentences that open with 狠抓 (grasp firmly). A name that opens
three paragraphs (北海经济开发区) makes a run too: whether a run is rhetoric is for a reader to say.
`find_parallel_units` finds the runs of one text, `parallel_runs` makes the table of a corpus.
"""

import itertools
import re
from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels

LEAST_UNITS = 3  # units of a run: two alike may be chance
SHARED_CHARACTERS = 2  # Chinese characters that the openings must have in common: most words have two
UNIT_PATTERNS = {
    "paragraph": re.compile(r"[^\r\n]+"),
    "sentence": re.compile(r"[^\r\n。！？!?；;]+"),
    "clause": re.compile(r"[^\r\n。！？!?；;，,]+"),
}
_HAN = re.compile(rf"[\u4e00-\u9fff]{{{SHARED_CHARACTERS}}}")


class UnitRun(NamedTuple):
    """A run of units with the same opening."""

    start: int  # code points; the first unit begins at text[start]
    end: int  # exclusive; where the last unit ends
    opening: str  # the words that all units begin with
    unit: str  # paragraph, sentence or clause
    units: int  # at least `LEAST_UNITS`


class ParallelRun(NamedTuple):
    """Neighbouring units of a document that begin with the same words."""

    doc_id: str
    label: str
    start: int  # code points; the run is raw[start:end]
    end: int  # exclusive
    opening: str  # as in the reading text
    unit: str  # paragraph, sentence or clause
    units: int


def find_parallel_units(text: str) -> list[UnitRun]:
    """Return the runs of a text in its order; of runs that begin together, the longest first.

    Only units that follow each other directly count, and only by how they begin: a frame that is shared in the middle
    (把…作为“第一…”) is not seen unless the openings agree. Runs of different units may lie inside each other.

    Parameters
    ----------
    text
        Any text, best a reading text.

    Examples
    --------
    >>> text = "狠抓城市，改观；狠抓民生，有温度；狠抓社区，闭环"
    >>> [(run.opening, run.unit, run.units) for run in find_parallel_units(text)]
    [('狠抓', 'sentence', 3)]
    """
    found = [run for unit in UNIT_PATTERNS for run in _unit_runs(text, unit)]
    return sorted(found, key=lambda run: (run.start, -run.end))


def _unit_runs(text: str, unit: str) -> list[UnitRun]:
    """Return the runs of one kind of unit."""
    units = [(match.start() + _indent(match[0]), match.end()) for match in UNIT_PATTERNS[unit].finditer(text)]
    stretches = [span for span in units if span[0] < span[1]]
    found = []
    for opening, group in itertools.groupby(stretches, key=lambda span: _opening(text, span)):
        members = list(group)
        if opening and len(members) >= LEAST_UNITS:
            shared = _shared([text[start:end] for start, end in members])
            found.append(UnitRun(members[0][0], members[-1][1], shared, unit, len(members)))
    return found


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip())


def _opening(text: str, span: tuple[int, int]) -> str:
    found = _HAN.match(text, *span)
    return found[0] if found else ""


def _shared(members: list[str]) -> str:
    """Return the longest opening that all members share: that of the first and the last in their sorted order."""
    first, last = min(members), max(members)
    length = next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:length].rstrip()


def parallel_runs(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the runs of the documents: columns of `ParallelRun`, in order of the documents and of the text.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    """
    rows = []
    for (doc_id, label), read in zip(text_labels(docs).items(), docs["reading"], strict=True):
        for run in find_parallel_units(read.text):
            start, end = read.raw_span(run.start, run.end)
            rows.append(ParallelRun(doc_id, label, start, end, run.opening, run.unit, run.units))
    return pd.DataFrame(rows, columns=list(ParallelRun._fields)).astype({"start": "int64", "end": "int64"})
