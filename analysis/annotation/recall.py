"""Recall of the lexicons of rhetoric: windows in which two annotators marked all metaphors and words of stance.

Precision can be judged hit by hit (`device_precision`); what the lexicons miss shows only where somebody has marked
everything. Two independent passes did so in windows of the five texts and of work reports. A mark is met where a mark
of the other side shares a character with it: annotators cut idioms differently. `pass_agreement` sets the passes beside
each other, `rhetoric_recall` the rules beside the passes, as they were before they were tuned and after.
"""

import itertools
import json
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from .. import paths
from ..rhetoric import METAPHORS, STANCE, expression_kinds
from .reliability import ALL_KINDS, cohens_kappa

RHETORIC_LAYERS = {"metaphor": METAPHORS, "stance": STANCE}
"""The layers that the passes marked, with the lexicon of each."""
OTHER_DOMAIN = "other"  # a metaphor whose picture comes from none of the domains of the lexicon
PASSES = ("first", "second")
RULES_BEFORE, RULES_AFTER = "rules before", "rules"
FIVE_TEXTS, REPORTS, ALL_WINDOWS = "five texts", "reports", "all windows"
WINDOW_COLUMNS = ("window", "doc_id", "start", "end")
PASS_MARK_COLUMNS = ("window", "start", "end", "quote", "layer", "kind", "by")


class PassAgreement(NamedTuple):
    """How far two passes agree on one kind."""

    layer: str  # of `RHETORIC_LAYERS`
    domain: str  # kind, `OTHER_DOMAIN` or `ALL_KINDS`
    first_marks: int
    second_marks: int
    both: int  # marks of the first pass that one of the second meets
    f1: float | None  # harmonic mean of the shares of the two passes that are met; None without a mark
    kappa: float | None  # Cohen's, of the characters: whether each pass marked them


class RhetoricRecall(NamedTuple):
    """What the rules find of one kind in one part of the windows, beside two passes."""

    sample: str  # `FIVE_TEXTS`, `REPORTS` or `ALL_WINDOWS`
    layer: str
    domain: str  # kind or `ALL_KINDS`, without `OTHER_DOMAIN`
    rules: str  # `RULES_BEFORE` or `RULES_AFTER`
    hits: int
    first_marks: int
    second_marks: int
    both: int
    recall_first: float | None  # share of the marks of the first pass that a hit meets; None without a mark
    recall_second: float | None
    recall_both: float | None  # of the marks of the first pass that the second pass meets
    precision_first: float | None  # share of the hits that a mark of the first pass meets; None without a hit
    precision_second: float | None
    precision_both: float | None  # share of the hits that both passes meet


def read_windows() -> pd.DataFrame:
    """Return the windows that were marked: columns `WINDOW_COLUMNS`, offsets into the raw text of the source."""
    return pd.DataFrame(_read("windows"), columns=list(WINDOW_COLUMNS))


def read_marks() -> pd.DataFrame:
    """Return all marks in the windows: columns `PASS_MARK_COLUMNS`, offsets into the raw text of the source.

    `by` is one of `PASSES`, `RULES_BEFORE` or `RULES_AFTER`; the rules' marks are what they found when the recall was
    measured.
    """
    return pd.DataFrame(_read("marks"), columns=list(PASS_MARK_COLUMNS))


def _read(name: str) -> list[dict[str, str | int]]:
    found: list[dict[str, str | int]] = json.loads(
        (paths.GOLD / "rhetoric" / f"{name}.json").read_text(encoding="utf-8")
    )
    return found


def pass_agreement(windows: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """Return the agreement of the two passes by kind: columns of `PassAgreement`; all kinds together come last.

    Of a kind, only marks of that kind meet; together, marks of the layer meet whatever their kinds.

    Parameters
    ----------
    windows, marks
        As from `read_windows` and `read_marks`.
    """
    rows = []
    for layer, kind in _kinds(with_other=True):
        first, second = (_of(marks, by, layer, kind) for by in PASSES)
        met, back = _met(first, second), _met(second, first)
        total = len(first) + len(second)
        shares = [sum(met) / len(first) if len(first) else 0.0, sum(back) / len(second) if len(second) else 0.0]
        f1 = None if not total else 0.0 if not sum(shares) else 2 * shares[0] * shares[1] / sum(shares)
        kappa = cohens_kappa(_marked(windows, first), _marked(windows, second)) if total else None
        rows.append(PassAgreement(layer, kind, len(first), len(second), sum(met), f1, kappa))
    return pd.DataFrame(rows, columns=list(PassAgreement._fields))


def rhetoric_recall(windows: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """Return recall and precision of the rules by sample, kind and state of the rules: columns of `RhetoricRecall`.

    Parameters
    ----------
    windows, marks
        As from `read_windows` and `read_marks`.

    Returns
    -------
    DataFrame
        Recall of all kinds together leaves marks of `OTHER_DOMAIN` out, which the lexicon does not seek; a hit there is
        right all the same.
    """
    reported = set(windows.loc[windows["doc_id"].str.contains("/"), "window"])
    samples = {FIVE_TEXTS: set(windows["window"]) - reported, REPORTS: reported, ALL_WINDOWS: set(windows["window"])}
    rows = []
    for (sample, chosen), (layer, kind), rules in itertools.product(
        samples.items(), _kinds(with_other=False), (RULES_BEFORE, RULES_AFTER)
    ):
        own = marks[marks["window"].isin(chosen)]
        hits = _of(own, rules, layer, kind)
        first, second = (_of(own, by, layer, kind) for by in PASSES)
        right = [_met(hits, marked) for marked in (first, second)]
        sought = [marked[marked["kind"] != OTHER_DOMAIN] for marked in (first, second)]
        both = sought[0].loc[pd.Series(_met(sought[0], second), sought[0].index, dtype=bool)]
        rows.append(
            RhetoricRecall(
                *(sample, layer, kind, rules, len(hits)),
                *(len(sought[0]), len(sought[1]), len(both)),
                *(_share(_met(marked, hits)) for marked in (*sought, both)),
                *(_share(found) for found in (*right, [one and other for one, other in zip(*right, strict=True)])),
            )
        )
    return pd.DataFrame(rows, columns=list(RhetoricRecall._fields))


def _kinds(*, with_other: bool) -> Iterable[tuple[str, str]]:
    for layer, lexicon in RHETORIC_LAYERS.items():
        for kind in expression_kinds(lexicon):
            yield layer, kind
        if with_other and lexicon == METAPHORS:
            yield layer, OTHER_DOMAIN
        yield layer, ALL_KINDS


def _of(marks: pd.DataFrame, by: str, layer: str, kind: str) -> pd.DataFrame:
    own = marks[(marks["by"] == by) & (marks["layer"] == layer)]
    return own if kind == ALL_KINDS else own[own["kind"] == kind]


def _met(marks: pd.DataFrame, others: pd.DataFrame) -> list[bool]:
    """Tell of each mark whether one of the others shares a character with it."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for window, start, end in others[["window", "start", "end"]].itertuples(index=False, name=None):
        spans.setdefault(window, []).append((start, end))
    return [
        any(one < end and start < other for one, other in spans.get(window, ()))
        for window, start, end in marks[["window", "start", "end"]].itertuples(index=False, name=None)
    ]


def _marked(windows: pd.DataFrame, marks: pd.DataFrame) -> list[bool]:
    """Tell of each character of the windows whether it is marked."""
    found = {
        (window, place)
        for window, start, end in marks[["window", "start", "end"]].itertuples(index=False, name=None)
        for place in range(start, end)
    }
    return [
        (window, place) in found
        for window, start, end in windows[["window", "start", "end"]].itertuples(index=False, name=None)
        for place in range(start, end)
    ]


def _share(met: list[bool]) -> float | None:
    return sum(met) / len(met) if met else None
