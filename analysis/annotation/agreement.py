"""Agreement of the rules with the annotation: precision, recall, F1, agreement on attributes, and every error.

A mention is found if a found span overlaps its span and, for statements, states the same value: 增长7% is no hit for
增长8%, wherever it stands. Each mention is paired once, best overlap first. With M pairs, G annotated (gold) and N
found mentions, recall = M / G, precision = M / N and F1 = 2 * precision * recall / (precision + recall); attributes are
compared on the pairs. No kappa is given: what neither side marks cannot be counted (Hripcsak and Rothschild 2005).

References
----------
Hripcsak, G. and Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal
of the American Medical Informatics Association 12, 296-298.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from .gold import LAYER_ATTRIBUTES, PLACE_COLUMNS, Annotations, layer_columns

MATCHED, MISSED, SPURIOUS = "matched", "missed", "spurious"
_TOLERANCE = 1e-9  # relative: 0.6667 is 0.6667 after any way through a file

Mention = Mapping[str, Any]

# Pairs of mentions


def match_mentions(gold: Sequence[Mention], found: Sequence[Mention], layer: str) -> list[tuple[int, int]]:
    """Return the pairs of mentions of one document, best overlap first.

    Overlap is shared code points over the longer span. Of equal overlaps the earlier position goes first, of equal
    spans the given order; so the number of pairs depends neither on the order of the rows nor on which side is called
    gold.

    Parameters
    ----------
    gold, found
        Rows with `start` and `end`, and `value` for the layer `targets`.
    layer
        `slogans` or `targets`.

    Returns
    -------
    list of tuple of int
        Indices into `gold` and `found`; each is in one pair at most.

    Examples
    --------
    >>> gold = [{"start": 0, "end": 10}]
    >>> match_mentions(gold, [{"start": 0, "end": 5}, {"start": 0, "end": 9}], "slogans")
    [(0, 1)]
    """
    possible = []
    for i, left in enumerate(gold):
        for j, right in enumerate(found):
            shared = min(left["end"], right["end"]) - max(left["start"], right["start"])
            if shared > 0 and (layer == "slogans" or same_value(left["value"], right["value"])):
                longer = max(left["end"] - left["start"], right["end"] - right["start"])
                # the sums tell any two pairs of one mention apart, and are the same from the other side
                place = left["start"] + right["start"], left["end"] + right["end"]
                possible.append((-shared / longer, *place, i, j))
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for *_, i, j in sorted(possible):
        if i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            pairs.append((i, j))
    return pairs


def same_value(left: Any, right: Any) -> bool:
    """Return whether two statements have the same value; without a value they equal only another without one."""
    if _is_null(left) or _is_null(right):
        return _is_null(left) and _is_null(right)
    return bool(abs(left - right) <= _TOLERANCE * max(1.0, abs(left)))


def same_attribute(left: Any, right: Any) -> bool:
    """Return whether two annotators gave an attribute the same content; lists must have the same order."""
    if isinstance(left, list | tuple) or isinstance(right, list | tuple):
        return isinstance(left, list | tuple) and isinstance(right, list | tuple) and list(left) == list(right)
    if _is_null(left) or _is_null(right):
        return _is_null(left) and _is_null(right)
    return bool(left == right)


def _is_null(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)  # noqa: PLR0124  NaN


def align_mentions(gold: Annotations, found: Annotations, layer: str) -> pd.DataFrame:
    """Return what became of every mention of a layer.

    Parameters
    ----------
    gold
        The annotations that are taken as right. Only its documents, and in them only its windows, are compared.
    found
        The annotations that are judged.
    layer
        `slogans` or `targets`.

    Returns
    -------
    DataFrame
        A row a pair, missed or spurious mention, in order of document and place: `doc_id`, `outcome` (matched, missed
        or spurious) and, for `start`, `end`, `quote`, for statements `value`, and each attribute of the layer,
        `<name>_gold` and `<name>_found`; None on the side that has no such mention.
    """
    fields = layer_columns(layer)
    left_rows, right_rows = _by_document(getattr(gold, layer)), _by_document(getattr(found, layer))
    rows = []
    for doc_id in sorted(gold.windows):
        left = left_rows.get(doc_id, [])
        right = _within(right_rows.get(doc_id, []), gold.windows[doc_id])
        pairs = match_mentions(left, right, layer)
        taken_left, taken_right = {i for i, _ in pairs}, {j for _, j in pairs}
        outcomes: list[tuple[str, Mention | None, Mention | None]] = [(MATCHED, left[i], right[j]) for i, j in pairs]
        outcomes += [(MISSED, row, None) for i, row in enumerate(left) if i not in taken_left]
        outcomes += [(SPURIOUS, None, row) for j, row in enumerate(right) if j not in taken_right]
        outcomes.sort(key=lambda outcome: _place(outcome[1] or outcome[2]))
        rows += [
            [doc_id, outcome, *(row.get(name) if row else None for name in fields for row in (one, other))]
            for outcome, one, other in outcomes
        ]
    columns = ["doc_id", "outcome", *(f"{name}_{side}" for name in fields for side in ("gold", "found"))]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _by_document(table: pd.DataFrame) -> dict[str, list[Mention]]:
    rows: dict[str, list[Mention]] = {}
    columns = [str(name) for name in table.columns]
    for values in table.itertuples(index=False, name=None):
        row = dict(zip(columns, values, strict=True))
        rows.setdefault(row["doc_id"], []).append(row)
    return rows


def _within(rows: list[Mention], windows: list[tuple[int, int]] | None) -> list[Mention]:
    if windows is None:
        return rows
    return [row for row in rows if any(start <= row["start"] and row["end"] <= end for start, end in windows)]


def _place(row: Mention | None) -> tuple[int, int]:
    return (row["start"], row["end"]) if row else (0, 0)


# Scores


def annotated_attributes(gold: Annotations) -> dict[str, list[str]]:
    """Return of each layer the attributes that an annotation says: the first ones had no direction and no span."""
    return {
        layer: [name for name in attributes if name in getattr(gold, layer).columns]
        for layer, attributes in LAYER_ATTRIBUTES.items()
    }


def agreement_scores(gold: Annotations, found: Annotations) -> pd.DataFrame:
    """Return how well each layer agrees.

    Parameters
    ----------
    gold, found
        As in `align_mentions`.

    Returns
    -------
    DataFrame
        A row a layer (the index): `f1`, `precision`, `recall`, `gold`, `found` and `matched` (mentions),
        `exact_span` (share of pairs with the same span), and for each attribute of either layer the share of pairs that
        agree on it, NaN where the layer has no such attribute or the annotation does not say it. Shares of nothing
        are 0.
    """
    rows = {}
    for layer, attributes in annotated_attributes(gold).items():
        aligned = align_mentions(gold, found, layer)
        pairs = aligned[aligned["outcome"] == MATCHED]
        exact = (pairs["start_gold"] == pairs["start_found"]) & (pairs["end_gold"] == pairs["end_found"])
        rows[layer] = {
            **_rates(aligned["outcome"]),
            "exact_span": _share(exact),
            **{name: _share(_agree(pairs, name)) for name in attributes},
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("layer").astype(_COUNTS)


_COUNTS = {"gold": int, "found": int, "matched": int}


def _rates(outcomes: "pd.Series[Any]") -> dict[str, float]:
    counts = outcomes.value_counts()
    matched, missed, spurious = (int(counts.get(outcome, 0)) for outcome in (MATCHED, MISSED, SPURIOUS))
    return _measures(matched, matched + missed, matched, matched + spurious)


def _measures(recalled: int, gold: int, precise: int, found: int) -> dict[str, float]:
    precision, recall = precise / max(found, 1), recalled / max(gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": f1, "precision": precision, "recall": recall, "gold": gold, "found": found, "matched": recalled}


def _share(agreed: Iterable[bool]) -> float:
    values = list(agreed)
    return sum(values) / max(len(values), 1)


def _agree(pairs: pd.DataFrame, name: str) -> list[bool]:
    return [same_attribute(*sides) for sides in zip(pairs[f"{name}_gold"], pairs[f"{name}_found"], strict=True)]


def agreement_scores_by(gold: Annotations, found: Annotations, layer: str, by: str) -> pd.DataFrame:
    """Return how well one layer agrees within each document (`by="doc_id"`) or each value of an attribute.

    A mention counts as found if it has a pair, whatever attribute the other side gave it: recall is taken over the
    gold mentions of a value, precision over the found mentions of it.

    Parameters
    ----------
    gold, found, layer
        As in `align_mentions`.
    by
        "doc_id", or an attribute of the layer.

    Returns
    -------
    DataFrame
        A row a value (the index, sorted, named `by`): `f1`, `precision`, `recall`, `gold`, `found`, and `matched`, the
        gold mentions that have a pair.
    """
    aligned = align_mentions(gold, found, layer)
    is_pair = aligned["outcome"] == MATCHED
    if by == "doc_id":
        left = right = aligned["doc_id"]
    else:
        left, right = _labels(aligned[f"{by}_gold"]), _labels(aligned[f"{by}_found"])
    in_gold, in_found = aligned["outcome"] != SPURIOUS, aligned["outcome"] != MISSED
    rows = {}
    for value in sorted({*left[in_gold], *right[in_found]}):
        has, got = in_gold & (left == value), in_found & (right == value)
        rows[value] = _measures(int((has & is_pair).sum()), int(has.sum()), int((got & is_pair).sum()), int(got.sum()))
    columns = ["f1", "precision", "recall", *_COUNTS]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis(by).astype(_COUNTS)


def _labels(contents: "pd.Series[Any]") -> "pd.Series[str]":
    """Return the contents of an attribute as words to be sorted and counted; "none" where there is none."""
    return contents.map(lambda content: "none" if _is_null(content) else str(content)).astype(object)


def confusion_table(gold: Annotations, found: Annotations, layer: str = "targets", by: str = "status") -> pd.DataFrame:
    """Return how often the pairs of a layer have each combination of an attribute's contents.

    Parameters
    ----------
    gold, found, layer
        As in `align_mentions`.
    by
        An attribute of the layer.

    Returns
    -------
    DataFrame
        Counts of pairs: a row for what the gold says, a column for what was found, the same values in both.
    """
    aligned = align_mentions(gold, found, layer)
    pairs = aligned[aligned["outcome"] == MATCHED]
    left, right = _labels(pairs[f"{by}_gold"]), _labels(pairs[f"{by}_found"])
    values = sorted({*left, *right})
    counts = Counter(zip(left, right, strict=True))
    cells = [[counts[one, other] for other in values] for one in values]
    return pd.DataFrame(
        cells, index=pd.Index(values, name=f"{by}_gold"), columns=pd.Index(values, name=f"{by}_found"), dtype=int
    )


# Errors


class Disagreement(NamedTuple):
    """One disagreement; a row of the error list."""

    layer: str  # slogans or targets
    doc_id: str
    start: int  # code points; of the gold mention, or of the spurious one
    end: int
    quote: str
    error: str  # missed, spurious, or the attribute that differs
    gold: Any  # value (statements) or type (slogans) of a missed mention; content of the attribute; None if spurious
    found: Any  # the same of the found mention; None if missed


def disagreements(gold: Annotations, found: Annotations) -> pd.DataFrame:
    """Return every disagreement: a row a missed or spurious mention, or a differing attribute of a pair.

    Parameters
    ----------
    gold, found
        As in `align_mentions`.

    Returns
    -------
    DataFrame
        Columns as `Disagreement`, in order of layer, document and place.
    """
    rows = []
    for layer, attributes in annotated_attributes(gold).items():
        shown = "value" if layer == "targets" else "type"
        for row in align_mentions(gold, found, layer).to_dict("records"):
            side = "found" if row["outcome"] == SPURIOUS else "gold"
            start, end, quote = (row[f"{name}_{side}"] for name in PLACE_COLUMNS)
            place = (layer, row["doc_id"], start, end, quote)
            if row["outcome"] == MATCHED:
                contents = ((name, row[f"{name}_gold"], row[f"{name}_found"]) for name in attributes)
                rows += [
                    Disagreement(*place, name, one, other)
                    for name, one, other in contents
                    if not same_attribute(one, other)
                ]
            else:
                rows.append(Disagreement(*place, row["outcome"], row[f"{shown}_gold"], row[f"{shown}_found"]))
    return pd.DataFrame(rows, columns=list(Disagreement._fields))
