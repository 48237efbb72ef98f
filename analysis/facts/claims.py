"""Claims: sentences of the book that fail the build when they stop being true.

A sentence that says *most*, *none*, *highest* or *doubled* has a condition here; whoever changes data or rules so
that it no longer holds is told which sentence to write anew. Every claim is tested on a table made to contradict it.
"""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd

from .. import paths
from ..language import read_yaml

Facts = dict[str, str]
"""Numbers as the prose prints them, by the names by which a chapter quotes them."""


_gathered: list[str] | None = None


@contextmanager
def gathering_claims() -> Iterator[list[str]]:
    """Gather the sentences that are no longer true instead of stopping at the first, as when a text is added."""
    global _gathered  # noqa: PLW0603  # claims are checked where no caller could hand a list down
    before, _gathered = _gathered, []
    try:
        yield _gathered
    finally:
        _gathered = before


class ClaimError(ValueError):
    """A sentence of the book is no longer true of its tables."""


def claim(holds: object, sentence: str) -> None:
    """Check that a sentence of the book is true.

    Parameters
    ----------
    holds
        Whether it is.
    sentence
        Chapter and sentence, as ``slogans: own numbers are spelled out more often than cited ones``.

    Raises
    ------
    ClaimError
        If it is not; the message names the sentence, which must be written anew.
    """
    if holds:
        return
    if _gathered is None:
        raise ClaimError(f"no longer true, write the sentence anew: {sentence}")
    _gathered.append(sentence)


def of_prose(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the texts of which the prose was written: those that annotators have read.

    A sentence on each of them stays true when a text joins, which is in every table and figure by itself; whoever adds
    it is told which sentences give the number of texts (`python -m analysis add --left`).

    Parameters
    ----------
    table
        With a column `doc_id`; one in which no text is annotated is returned whole.
    """
    annotated = [(paths.GOLD / f"{doc_id}.json").is_file() for doc_id in table["doc_id"]]
    return table[annotated] if any(annotated) else table


@functools.cache
def _told() -> dict[str, Any]:
    told: dict[str, Any] = read_yaml((paths.DATA / "told.yml").read_text(encoding="utf-8"))
    return told


def told_texts(part: str) -> tuple[str, ...]:
    """Return the ids of the texts of which a sentence speaks, by the part that they have in it (`data/told.yml`).

    Raises
    ------
    KeyError
        If no text has the part.
    """
    return tuple(_told()[part])


def described_by() -> dict[str, tuple[str, ...]]:
    """Return the keywords by which the chapter on words says what each text is about, by the ids of the texts."""
    return {doc_id: tuple(words) for doc_id, words in _told()["described-by"].items()}
