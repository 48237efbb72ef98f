"""Annotations of texts: the gold files, and what was found in the same form.

Annotators mark whole documents or windows of them; outside the windows nothing is known.
"""

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from .. import paths
from ..language import read_yaml

LAYER_ATTRIBUTES = {
    "slogans": ("type", "scope", "digits", "announced"),
    "targets": ("indicator", "measure", "relation", "unit", "status", "period", "headline", "direction", "span"),
}
"""The two layers and what an annotator says of a mention of each; what an older annotation lacks is not compared."""

PLACE_COLUMNS = ("start", "end", "quote")


class Annotations(NamedTuple):
    """What annotators, or rules, marked in a set of documents."""

    slogans: pd.DataFrame  # a row a mention, at least the columns of the codebook
    targets: pd.DataFrame
    windows: dict[str, list[tuple[int, int]] | None]  # [start, end) that were annotated, by document; None: all of it


def layer_columns(layer: str) -> tuple[str, ...]:
    """Return the columns that say where a mention stands and what it is."""
    return (*PLACE_COLUMNS, *(("value",) if layer == "targets" else ()), *LAYER_ATTRIBUTES[layer])


class AnnotationError(ValueError):
    """Annotations that cannot be used; the message names the file and the remedy."""


def read_gold(folder: Path = paths.GOLD) -> Annotations:
    """Return the annotations of a folder, in order of document and start.

    Parameters
    ----------
    folder
        Folder of `<name>.json`, one a document: {"doc_id", "slogans": [row, ...], "targets": [row, ...], and
        "windows": [[start, end], ...] if only these were annotated}. Folders within it are not read.

    Raises
    ------
    AnnotationError
        If the folder holds no such file, or one cannot be read.
    """
    layers: dict[str, list[dict[str, Any]]] = {layer: [] for layer in LAYER_ATTRIBUTES}
    windows: dict[str, list[tuple[int, int]] | None] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
            doc_id = document["doc_id"]
            if not isinstance(doc_id, str):
                raise TypeError("doc_id is no text")  # noqa: TRY301
            for layer, rows in layers.items():
                rows += [{"doc_id": doc_id, **_mention(row)} for row in document[layer]]
            given = document.get("windows")
            windows[doc_id] = None if given is None else [(int(start), int(end)) for start, end in given]
        except (ValueError, KeyError, TypeError) as error:
            raise AnnotationError(f"{path.name}: is no annotation of a document ({error!r}); restore it") from None
    if not windows:
        raise AnnotationError(f"{folder.name}: holds no annotation; name a folder of .json files")
    columns = {layer: ["doc_id", *layer_columns(layer)] for layer in LAYER_ATTRIBUTES}
    # dtype object: None stays None, a whole year stays whole
    slogans, targets = (
        pd.DataFrame(rows, columns=None if rows else columns[layer], dtype=object)
        .sort_values(["doc_id", "start", "end"], kind="stable", ignore_index=True)
        .astype({"start": int, "end": int})
        for layer, rows in layers.items()
    )
    return Annotations(slogans, targets, windows)


def _mention(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row of a mention; raise TypeError if it does not say where it stands."""
    if not all(type(row[name]) is kind for name, kind in zip(PLACE_COLUMNS, (int, int, str), strict=True)):
        raise TypeError("start and end must be whole numbers, quote text")
    return row


def read_extracted(folder: Path) -> Annotations:
    """Return what the command `extract` wrote to a folder as JSON Lines, in the form of an annotation.

    Parameters
    ----------
    folder
        Folder of `slogans.jsonl` and `statements.jsonl`.

    Raises
    ------
    AnnotationError
        If one of them is missing or is no JSON Lines.
    """
    names = {layer: "statements" if layer == "targets" else layer for layer in LAYER_ATTRIBUTES}
    tables = {layer: pd.DataFrame(_lines(folder / f"{name}.jsonl"), dtype=object) for layer, name in names.items()}
    filled = {
        layer: table if len(table) else pd.DataFrame(columns=["doc_id", *layer_columns(layer)], dtype=object)
        for layer, table in tables.items()
    }
    return Annotations(filled["slogans"], filled["targets"], {})


def _lines(path: Path) -> list[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            return [_mention(json.loads(line)) for line in lines]
    except FileNotFoundError:
        raise AnnotationError(f"{path.name}: no such file; run extract with --format jsonl first") from None
    except (ValueError, KeyError, TypeError) as error:
        raise AnnotationError(f"{path.name}: is no JSON Lines of mentions ({error}); run extract again") from None


# A city's formula and its zone's


class FormulaPart(NamedTuple):
    """A digit of a formula."""

    year: int
    formula: str
    digit: int
    kind: str  # what it counts: lead, aim, focus, pursuits, qualities or tasks
    name: str  # what it counts, in the words of the text
    gloss: str


class FormulaSide(NamedTuple):
    """Whose formula it is, as figures name it in both languages."""

    place: str  # in full, as tables name it
    en: str
    zh: str
    formula: str  # that is set beside the other's


class FormulaReading(NamedTuple):
    """How readers took a city's formula and its zone's apart."""

    year: int
    sides: dict[str, FormulaSide]  # city and zone
    parts: dict[str, tuple[FormulaPart, ...]]  # the city's of several years, the zone's
    answers: Mapping[int, int]  # part of the zone: part of the city's formula, by their places
    glosses: Mapping[str, str]  # English of members


@functools.cache
def read_formulas() -> FormulaReading:
    """Return the reading of two formulas, `data/gold/formulas.yml`."""
    said = read_yaml((paths.GOLD / "formulas.yml").read_text(encoding="utf-8"))
    sides = {side: FormulaSide(**said[side]) for side in ("city", "zone")}
    parts = {side: tuple(FormulaPart(*part) for part in said[f"{side}-parts"]) for side in sides}
    return FormulaReading(said["year"], sides, parts, said["answers"], said["glosses"])
