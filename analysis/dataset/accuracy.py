"""How often a field of the reference was right where somebody looked: the kept measurements, with intervals."""

import functools
from typing import NamedTuple

from .. import paths
from ..rhetoric.devices import wilson_interval
from ..runs.files import read_rows

_COLUMNS = ("table", "field", "indicator", "n", "right", "how", "date")


class FieldAccuracy(NamedTuple):
    """One measurement of a field: of so many rows, so many were right."""

    table: str
    field: str
    indicator: str  # "" for all
    n: int
    right: int
    how: str
    date: str

    @property
    def share(self) -> float:
        """Right rows, of 1."""
        return self.right / self.n

    def interval(self) -> tuple[float, float]:
        """Return the limits of the share's 95% interval, by Wilson's formula."""
        return wilson_interval(self.right, self.n)


class AccuracyError(ValueError):
    """A table of measurements with a fault; the message names file, row and remedy."""


@functools.cache
def measured_accuracy() -> tuple[FieldAccuracy, ...]:
    """Return the rows of `data/accuracy.csv`.

    Raises
    ------
    AccuracyError
        If a row has a count that is none, or a field is measured twice.
    """
    path = paths.DATA / "accuracy.csv"
    return check_accuracy(read_rows(path), path.name)


def check_accuracy(rows: list[dict[str, str]], file: str = "accuracy.csv") -> tuple[FieldAccuracy, ...]:
    """Return rows of measurements with their counts as numbers (see `measured_accuracy`)."""
    found: dict[tuple[str, str, str], FieldAccuracy] = {}
    for line, row in enumerate(rows, 2):
        where = f"{file}, line {line}"
        if tuple(row) != _COLUMNS or None in row.values():
            raise AccuracyError(f"{where}: a field is missing or too many; the columns are {', '.join(_COLUMNS)}")
        counts = row["n"], row["right"]
        if not all(count.isdecimal() for count in counts) or not 0 <= int(row["right"]) <= int(row["n"]) != 0:
            raise AccuracyError(f"{where}: {row['right']} right of {row['n']} is no share; count rows, right of n")
        measured = FieldAccuracy(**{**row, "n": int(row["n"]), "right": int(row["right"])})  # type: ignore[arg-type]
        key = measured.table, measured.field, measured.indicator
        if key in found:
            raise AccuracyError(f"{where}: {'.'.join(filter(None, key))} stands twice; keep the one that holds")
        found[key] = measured
    return tuple(found.values())
