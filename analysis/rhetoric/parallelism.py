"""Parallelism (排比) of a corpus: the runs of like units of each text, as a table.

What a run is, and how it is found in one text, stands in `unit_runs`, which needs no pandas.
"""

from typing import NamedTuple

import pandas as pd

from ..texts.corpus import text_labels
from .unit_runs import find_parallel_units


class ParallelRun(NamedTuple):
    """Neighbouring units of a document of the same build."""

    doc_id: str
    label: str
    start: int  # code points; the run is raw[start:end]
    end: int  # exclusive
    shared: str  # as in the reading text
    unit: str  # paragraph, sentence or clause
    units: int
    device: str  # of `DEVICES`


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
            rows.append(ParallelRun(doc_id, label, start, end, run.shared, run.unit, run.units, run.device))
    return pd.DataFrame(rows, columns=list(ParallelRun._fields)).astype({"start": "int64", "end": "int64"})
