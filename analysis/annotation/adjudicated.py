"""The registers that readers cite: the adjudicated annotation of a text that has one, the rules' rows of any other.

The column `read_by` says who gives a row: `both` (annotators and rules say the same of it), `hand` (only the annotators
have the row, or the rules say something else of it) or `rule` (the text has no annotation). What the rules find in an
annotated text and the annotators do not is refused `by hand`.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from .. import paths
from ..closure.closing import CLOSES, NOT_ENUMERATED, PARTIAL, Closure, verdict_label
from ..extraction import Findings, find_in_corpus
from ..extraction.registers import (
    Refusal,
    metaphor_register,
    refusal_register,
    stance_register,
    table_of_rows,
    token_table,
)
from ..rhetoric import QUOTATION
from ..slogans import Slogan
from ..targets import Statement
from .agreement import match_mentions, same_attribute
from .gold import LAYER_ATTRIBUTES, PLACE_COLUMNS, AnnotationError, read_gold

HAND, RULE, BOTH = "hand", "rule", "both"
ADJUDICATED_COLUMNS = {
    "slogans": (*Slogan._fields, "scope_evidence", "short_for", "read_by"),
    "statements": (*Statement._fields, "note", "repeats", "read_by"),
    "closures": ("doc_id", *Closure._fields, "closure", "read_by"),
}
"""The columns of the three registers: those of the rules' rows, and what only annotators say of a row."""

BY_HAND = "by hand"
"""The form of an enumeration that the rules do not see, and the reason of a refusal that only annotators make."""


AnnotatedRow = Mapping[str, Any]


class _Pair(NamedTuple):
    """A row of the annotation with the row of the rules that stands at its place, if there is one."""

    annotated: AnnotatedRow
    found: Any  # a Slogan, a Statement or None
    read_by: str


class _TextRows(NamedTuple):
    """What is known of one text: what the rules find in it and, if it is annotated, the pairs of both layers."""

    found: Findings
    slogans: list[_Pair] | None
    statements: list[_Pair] | None
    raw: str


def adjudicated_slogans(docs: pd.DataFrame, folder: Path = paths.GOLD) -> pd.DataFrame:
    """Return the numeric slogans of the documents, as annotators have settled them where they did.

    Parameters
    ----------
    docs
        As from `read_corpus`.
    folder
        Folder of the annotations, as for `read_gold`.

    Returns
    -------
    DataFrame
        A row a mention in order of the documents and of the raw text. The columns of `slogan_register`, and
        `scope_evidence` (where a document says whose programme it is), `short_for` (the longer name that the mention
        stands for, "" if none) and `read_by` (hand, rule or both).

    Raises
    ------
    AnnotationError
        If an annotation does not fit its text.
    """
    return table_of_rows(_slogan_rows(docs, folder), ADJUDICATED_COLUMNS["slogans"])


def registers_by_kind(docs: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return where slogans, words, metaphors and words of stance stand, as `glossary_table` asks for them.

    Parameters
    ----------
    docs
        As for `adjudicated_slogans`.
    """
    stances = stance_register(docs)
    return {
        "slogan": adjudicated_slogans(docs),
        "term": token_table(docs),
        "metaphor": metaphor_register(docs),
        "stance": stances[stances["domain"] != QUOTATION],
    }


def adjudicated_statements(docs: pd.DataFrame, folder: Path = paths.GOLD) -> pd.DataFrame:
    """Return the quantified statements of the documents, as annotators have settled them where they did.

    Parameters
    ----------
    docs, folder
        As for `adjudicated_slogans`.

    Returns
    -------
    DataFrame
        A row an indicator and value in order of the documents and of the raw text. The columns of
        `statement_register`, and `note`, `repeats` (`start` of the first statement of the same fact in the text, if
        this one repeats it) and `read_by` (hand, rule or both). `modifier` is that of the rules' row.
    """
    return table_of_rows(_statement_rows(docs, folder), ADJUDICATED_COLUMNS["statements"])


def adjudicated_closures(docs: pd.DataFrame, folder: Path = paths.GOLD) -> pd.DataFrame:
    """Return for every slogan mention what it announces and what the document enumerates of it.

    Parameters
    ----------
    docs, folder
        As for `adjudicated_slogans`.

    Returns
    -------
    DataFrame
        A row a mention. The columns of `closure_register`, and `read_by` as in `adjudicated_slogans`; a mention that is
        `short_for` another name has that name as its `programme`.
        Members that only annotators see have the form `by hand`.
    """
    return table_of_rows(_closure_rows(docs, folder), ADJUDICATED_COLUMNS["closures"])


def adjudicated_refusals(docs: pd.DataFrame, folder: Path = paths.GOLD) -> pd.DataFrame:
    """Return the refused candidates of both layers with the reason for each.

    Parameters
    ----------
    docs, folder
        As for `adjudicated_slogans`.

    Returns
    -------
    DataFrame
        The rows of `refusal_register` without those at the place of a row that only annotators have, and with the rows
        that only the rules have, refused `by hand`.
    """
    rows = refusal_register(docs).itertuples(index=False, name=None)
    by_text: dict[str, list[Refusal]] = {}
    for row in itertools.starmap(Refusal, rows):
        by_text.setdefault(row.doc_id, []).append(row)
    settled = [
        row for text in _texts(docs, folder) for row in _settled_refusals(text, by_text.get(text.found.doc_id, []))
    ]
    return table_of_rows(settled, Refusal._fields)


def reasons_in_turn(refusals: pd.DataFrame) -> pd.DataFrame:
    """Return refusals by layer, the first of every reason before the second of any: a reader sees all kinds at once.

    Parameters
    ----------
    refusals
        As from `adjudicated_refusals`.
    """
    turn = refusals.groupby(["layer", "refused"]).cumcount()
    return refusals.assign(turn=turn).sort_values(["layer", "turn"], kind="stable").drop(columns="turn")


# Pairs of annotation and rules.


def _texts(docs: pd.DataFrame, folder: Path) -> Iterator[_TextRows]:
    """Yield what is known of each text, in the order of the documents."""
    gold = read_gold(folder)
    layers = {layer: getattr(gold, layer).to_dict("records") for layer in LAYER_ATTRIBUTES}
    for doc_id, read, found in zip(docs["doc_id"], docs["reading"], find_in_corpus(docs), strict=True):
        # of a text that is annotated in part the annotation cannot be the register
        if doc_id not in gold.windows or gold.windows[doc_id] is not None:
            yield _TextRows(found, None, None, read.raw)
            continue
        own = {layer: [row for row in rows if row["doc_id"] == doc_id] for layer, rows in layers.items()}
        _check_places(doc_id, read.raw, [*own["slogans"], *own["targets"]])
        slogans = _pairs(own["slogans"], found.slogans, "slogans")
        yield _TextRows(found, slogans, _pairs(own["targets"], found.statements, "targets"), read.raw)


def _check_places(doc_id: str, raw: str, rows: Iterable[AnnotatedRow]) -> None:
    """Raise AnnotationError if a row does not quote what stands at its place."""
    for row in rows:
        if raw[row["start"] : row["end"]] != row["quote"]:
            raise AnnotationError(f"{doc_id}: the annotation does not fit the text at {row['start']}; restore both")


def _pairs(annotated: Sequence[AnnotatedRow], found: Sequence[Slogan | Statement], layer: str) -> list[_Pair]:
    rows = [row._asdict() for row in found]
    paired = dict(match_mentions(annotated, rows, layer))
    pairs = []
    for place, row in enumerate(annotated):
        other = paired.get(place)
        same = other is not None and _say_the_same(row, rows[other], layer)
        pairs.append(_Pair(row, None if other is None else found[other], BOTH if same else HAND))
    return pairs


def _say_the_same(annotated: AnnotatedRow, found: AnnotatedRow, layer: str) -> bool:
    """Return whether two paired rows say the same.

    Of a statement the rules may quote more or fewer words; a slogan is its words and its members.
    """
    names = LAYER_ATTRIBUTES[layer]
    if layer == "slogans":
        names = (*PLACE_COLUMNS, *names, "items")
    return all(same_attribute(annotated[name], found[name]) for name in names)


# Rows of the registers.


def _slogan_rows(docs: pd.DataFrame, folder: Path) -> Iterator[tuple[object, ...]]:
    for text in _texts(docs, folder):
        if text.slogans is None:
            yield from ((*row, "", "", RULE) for row in text.found.slogans)
            continue
        for row, found, read_by in text.slogans:
            settled = {**row, "digits": tuple(row["digits"]), "items": tuple(row["items"])}
            told = row.get("scope_evidence", ""), row["short_for"], read_by
            yield (*_settled_fields(settled, found, Slogan._fields), *told)


def _statement_rows(docs: pd.DataFrame, folder: Path) -> Iterator[tuple[object, ...]]:
    for text in _texts(docs, folder):
        if text.statements is None:
            yield from ((*row, "", None, RULE) for row in text.found.statements)
            continue
        for row, found, read_by in text.statements:
            yield (*_settled_fields(row, found, Statement._fields), row["note"], row["repeats"], read_by)


def _settled_fields(row: AnnotatedRow, found: Any, names: Iterable[str]) -> Iterator[Any]:
    """Yield the fields of an annotated row; what only rules say (the modifier) is theirs, "" if they have no row."""
    return (row[name] if name in row else getattr(found, name, "") for name in names)


def _closure_rows(docs: pd.DataFrame, folder: Path) -> Iterator[tuple[object, ...]]:
    for text in _texts(docs, folder):
        doc_id = text.found.doc_id
        if text.slogans is None:
            yield from ((doc_id, *row, verdict_label(row), RULE) for row in text.found.closures)
            continue
        by_place = {(row.start, row.end): row for row in text.found.closures}
        for row, found, read_by in text.slogans:
            closure = _settled_closure(row, by_place.get((found.start, found.end)) if found else None, text.raw)
            yield (doc_id, *closure, verdict_label(closure), read_by)


def _settled_closure(row: AnnotatedRow, found: Closure | None, raw: str) -> Closure:
    """Return the closure of an annotated mention: the members of the annotation, placed by the rules if they agree."""
    items, announced = tuple(row["items"]), row["announced"]
    verdict = NOT_ENUMERATED if not items else CLOSES if len(items) == announced else PARTIAL
    if found and found.items == items:
        form, spans, lent = found.form, found.spans, found.lent
    else:
        # by hand a list is placed beside the mention, if the text has it there
        lent = False
        form, spans = BY_HAND if items else "", tuple(_place_of(item, raw, row["end"]) for item in items)
    programme = row["short_for"] or row["quote"]
    return Closure(
        row["start"], row["end"], row["quote"], announced, len(items), verdict, form, items, spans, programme, lent
    )


def _settled_refusals(text: _TextRows, refused: list[Refusal]) -> list[Refusal]:
    """Return the refusals of one text: those of the rules, but where annotators refuse or accept otherwise."""
    layers = (("slogans", text.slogans, text.found.slogans), ("targets", text.statements, text.found.statements))
    settled = list(refused)
    for layer, pairs, found in layers:
        if pairs is None:
            continue
        taken = {(pair.found.start, pair.found.end, pair.found.quote) for pair in pairs if pair.found}
        missed = [(pair.annotated["start"], pair.annotated["end"]) for pair in pairs if not pair.found]
        settled = [
            row
            for row in settled
            if row.layer != layer or not any(start < row.end and row.start < end for start, end in missed)
        ] + [
            Refusal(layer, row.doc_id, row.start, row.end, row.quote, BY_HAND)
            for row in found
            if (row.start, row.end, row.quote) not in taken
        ]
    return sorted(settled, key=lambda row: (row.layer, row.start, row.end))


def _place_of(item: str, raw: str, after: int) -> tuple[int, int]:
    """Return where a member stands: the first place after the mention, else the last before it."""
    # line ends may break the words of the raw text
    places = [match.span() for match in re.finditer(r"\n*".join(map(re.escape, item)), raw)]
    if not places:
        raise AnnotationError(f"{item}: stands nowhere in its text; correct the items of the annotation")
    return next((span for span in places if span[0] >= after), places[-1])


def without_repeats(statements: pd.DataFrame) -> pd.DataFrame:
    """Return the statements that do not repeat an earlier one of the same fact; of a rules' row nobody has said so.

    Parameters
    ----------
    statements
        As from `adjudicated_statements`.
    """
    return statements[statements["repeats"].isna()]
