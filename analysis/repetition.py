"""Repetition: the parallelism of each text as a table, with its place in the raw text."""

from typing import NamedTuple

import pandas as pd

from analysis import parallelism, profiles


class ParallelRun(NamedTuple):
    """Neighbouring units of a document that begin with the same words."""

    doc_id: str
    label: str
    start: int  # code points; the run is raw[start:end]
    end: int  # exclusive
    opening: str  # as in the reading text
    unit: str  # paragraph, sentence or clause
    units: int


def runs(docs: pd.DataFrame) -> pd.DataFrame:
    """Return the runs of the documents: columns of `ParallelRun`, in order of the documents and of the text.

    Parameters
    ----------
    docs
        As from `corpus.read`.
    """
    rows = []
    for (doc_id, label), read in zip(profiles.labels(docs).items(), docs["reading"], strict=True):
        for run in parallelism.runs(read.text):
            start, end = read.raw_span(run.start, run.end)
            rows.append(ParallelRun(doc_id, label, start, end, run.opening, run.unit, run.units))
    return pd.DataFrame(rows, columns=list(ParallelRun._fields)).astype({"start": "int64", "end": "int64"})


def facts(table: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes of the runs, from the table of `runs`."""
    longest = table.sort_values("units", ascending=False, kind="stable")
    most = table["units"].max()
    leading = [f"{row['opening']}… ({row['label']})" for row in longest.to_dict("records") if row["units"] == most]
    return {
        "runs": str(len(table)),
        "runs-sentences": str((table["unit"] == "sentence").sum()),
        "runs-longest": "; ".join(leading) or "none",
        "runs-longest-n": str(most) if len(table) else "0",
    }
