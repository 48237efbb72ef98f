"""Reliability: the agreement of the rules with the annotation, arranged for readers, beside that of two annotators."""

import re
from typing import NamedTuple

import pandas as pd

from analysis import agreement, paths, registers
from analysis.annotations import Annotations

CEILING = {"slogans": 0.97, "targets": 0.99}
"""F1 of two independent annotation passes on other texts of the same kind (codebook): no rule can be asked for more."""


_ENDS = re.compile("[。！？；;!?\n]")
_REACH = 60  # code points


class Share(NamedTuple):
    """One measure of agreement of one layer."""

    layer: str
    measure: str  # precision, recall, f1, or an attribute
    share: float  # from 0 to 1
    n: int  # mentions that it is a share of; for f1 the annotated mentions
    ceiling: float | None  # F1 of two annotators; None for other measures


def rules(docs: pd.DataFrame) -> Annotations:
    """Return what the rules find in the documents in the form of an annotation."""
    return Annotations(registers.slogans(docs), registers.statements(docs), dict.fromkeys(docs["doc_id"]))


def shares(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of each layer as one row a measure: columns of `Share`, from `agreement.scores`."""
    counts = ("gold", "found", "matched")
    basis = {"precision": "found", "recall": "gold", "f1": "gold"}
    rows = [
        Share(
            str(layer),
            str(measure),
            float(share),
            int(row[basis.get(str(measure), "matched")]),
            _ceiling(layer, measure),
        )
        for layer, row in scores.to_dict("index").items()
        for measure, share in row.items()
        if measure not in counts and not pd.isna(share)
    ]
    return pd.DataFrame(rows, columns=list(Share._fields))


def reports() -> pd.DataFrame:
    """Return the scores on annotated work reports, as the command `score` printed them.

    Returns
    -------
    DataFrame
        A row a layer and measure: `layer`, `measure`, and for the reports of `development` and of the `check`, which
        was looked at once, the share and the number that it is a share of (`development_n`, `check_n`).
    """
    table = pd.read_csv(paths.GOLD / "reports" / "scores.csv")
    halves = [
        table[table["reports"] == name]
        .set_index(["layer", "measure"])[["share", "n"]]
        .set_axis([name, f"{name}_n"], axis=1)
        for name in ("development", "check")
    ]
    return pd.concat(halves, axis=1).reset_index()


def _ceiling(layer: object, measure: object) -> float | None:
    return CEILING[str(layer)] if measure == "f1" else None


def by_kind(gold: Annotations, found: Annotations) -> pd.DataFrame:
    """Return precision, recall and F1 of slogans by type and of statements by status.

    Returns
    -------
    DataFrame
        A row a kind: `layer`, `kind`, and the columns of `by_text` from `precision` on. A mention counts under the kind
        that each side gave it, so that precision and recall of a kind may rest on different mentions.
    """
    tables = [
        agreement.scores_by(gold, found, layer, kind).rename_axis("kind").reset_index().assign(layer=layer)
        for layer, kind in (("slogans", "type"), ("targets", "status"))
    ]
    return _arranged(pd.concat(tables, ignore_index=True), "kind")


def with_sentences(errors: pd.DataFrame, docs: pd.DataFrame) -> pd.DataFrame:
    """Return the errors with the sentence of each, from the raw text, at most some sixty characters to either side."""
    raws = dict(zip(docs["doc_id"], docs["raw"], strict=True))
    sentences = [
        _sentence(raws[doc_id], start, end)
        for doc_id, start, end in zip(errors["doc_id"], errors["start"], errors["end"], strict=True)
    ]
    return errors.assign(sentence=sentences)


def _sentence(raw: str, start: int, end: int) -> str:
    before = _ENDS.split(raw[max(0, start - _REACH) : start])[-1]
    after = _ENDS.split(raw[end : end + _REACH])[0]
    return f"{before}{raw[start:end]}{after}"


def by_text(gold: Annotations, found: Annotations) -> pd.DataFrame:
    """Return precision, recall and F1 of both layers for each text.

    Returns
    -------
    DataFrame
        A row a layer and text: `layer`, `doc_id`, `precision`, `recall`, `f1`, and the numbers of mentions `annotated`,
        `extracted` and `matched`.
    """
    tables = [agreement.scores_by(gold, found, layer, "doc_id").reset_index().assign(layer=layer) for layer in CEILING]
    return _arranged(pd.concat(tables, ignore_index=True), "doc_id")


def _arranged(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    table = table.rename(columns={"gold": "annotated", "found": "extracted"})
    return table[["layer", kind, "precision", "recall", "f1", "annotated", "extracted", "matched"]]
