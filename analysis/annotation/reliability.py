"""Reliability: how far the rules can be trusted, arranged for readers.

- Slogans and statements: the agreement of the rules with the annotation, by measure, text and kind, and every error
  with its sentence. Beside it stands `annotator_ceilings`, the agreement of two annotation passes.
- Metaphors and words of stance: the precision of the lexicons in hits that two annotators judged, with Cohen's kappa of
  the two.
"""

import functools
import json
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

import pandas as pd

from .. import paths
from ..extraction.registers import slogan_register, statement_register
from ..rhetoric import METAPHORS, STANCE, expression_kinds, find_metaphors, find_stances
from ..runs.files import read_rows_by
from .agreement import agreement_scores_by
from .gold import Annotations

ANNOTATED_LAYERS = ("slogans", "targets")


class AgreementShare(NamedTuple):
    """One measure of agreement of one layer."""

    layer: str
    measure: str  # precision, recall, f1, or an attribute
    share: float  # from 0 to 1
    n: int  # mentions that it is a share of; for f1 the annotated mentions
    ceiling: float | None  # F1 of two annotators; None for other measures


# Agreement with the annotation


@functools.cache
def annotator_ceilings() -> dict[str, float]:
    """Return the F1 of two independent annotation passes for each layer: no rule can be asked for more."""
    reported = read_rows_by(paths.REPORTED, "what")
    return {layer: float(reported[f"F1 of two annotation passes, {layer}"]["value"]) for layer in ANNOTATED_LAYERS}


def rules_as_annotation(docs: pd.DataFrame) -> Annotations:
    """Return what the rules find in the documents in the form of an annotation."""
    return Annotations(slogan_register(docs), statement_register(docs), dict.fromkeys(docs["doc_id"]))


def agreement_shares(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of each layer as one row a measure: columns of `AgreementShare`.

    Parameters
    ----------
    scores
        As from `agreement_scores`.
    """
    counts = ("gold", "found", "matched")
    basis = {"precision": "found", "recall": "gold", "f1": "gold"}
    rows = [
        AgreementShare(
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
    return pd.DataFrame(rows, columns=list(AgreementShare._fields))


def _ceiling(layer: object, measure: object) -> float | None:
    return annotator_ceilings()[str(layer)] if measure == "f1" else None


def agreement_by_text(gold: Annotations, found: Annotations) -> pd.DataFrame:
    """Return precision, recall and F1 of both layers for each text.

    Returns
    -------
    DataFrame
        A row a layer and text: `layer`, `doc_id`, `precision`, `recall`, `f1`, and the numbers of mentions `annotated`,
        `extracted` and `matched`.
    """
    tables = [
        agreement_scores_by(gold, found, layer, "doc_id").reset_index().assign(layer=layer)
        for layer in ANNOTATED_LAYERS
    ]
    return _arranged(pd.concat(tables, ignore_index=True), "doc_id")


def agreement_by_kind(gold: Annotations, found: Annotations) -> pd.DataFrame:
    """Return precision, recall and F1 of slogans by type and of statements by status.

    Returns
    -------
    DataFrame
        A row a kind: `layer`, `kind`, and the columns of `agreement_by_text` from `precision` on. A mention counts
        under the kind that each side gave it, so that precision and recall of a kind may rest on different mentions.
    """
    tables = [
        agreement_scores_by(gold, found, layer, kind).rename_axis("kind").reset_index().assign(layer=layer)
        for layer, kind in (("slogans", "type"), ("targets", "status"))
    ]
    return _arranged(pd.concat(tables, ignore_index=True), "kind")


def _arranged(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    table = table.rename(columns={"gold": "annotated", "found": "extracted"})
    return table[["layer", kind, "precision", "recall", "f1", "annotated", "extracted", "matched"]]


SCORED_SETS = ("development", "first_check", "check", "news")
"""What the rules were scored on: work reports that rules may be written after, two sets of reports that were looked at
once, and news and bulletins that two readers annotated and that are not part of the project."""
_BOUNDED_SETS = ("check", "news")


def scores_on_reports() -> pd.DataFrame:
    """Return the scores on annotated work reports, as the command `score` printed them.

    Returns
    -------
    DataFrame
        A row a layer and measure: `layer`, `measure`, and for each of `SCORED_SETS` the share and the number that it
        is a share of (`development_n`); of `check` and `news` also a 95% interval (`check_low`, `check_high`).
    """
    table = pd.read_csv(paths.GOLD / "reports" / "scores.csv").set_index(["layer", "measure"])
    sets = [
        table.loc[table["reports"] == name, ["share", "n"]].set_axis([name, f"{name}_n"], axis=1)
        for name in SCORED_SETS
    ]
    bounds = [table.loc[table["reports"] == name, ["low", "high"]].add_prefix(f"{name}_") for name in _BOUNDED_SETS]
    return pd.concat([*sets, *bounds], axis=1).reset_index()


_ENDS = re.compile("[。！？；;!?\n]")
_REACH = 60  # code points to either side of an error


def errors_with_sentences(errors: pd.DataFrame, docs: pd.DataFrame) -> pd.DataFrame:
    """Return errors with the sentence of each, at most some sixty characters to either side.

    Parameters
    ----------
    errors
        As from `disagreements`.
    docs
        As from `read_corpus`: the sentences are those of the raw text.

    Returns
    -------
    DataFrame
        The columns of `errors` and `sentence`.
    """
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


# Judged hits of the lexicons of rhetoric

ACCEPTED_VERDICT = {METAPHORS: "metaphorical", STANCE: "of the kind"}
ALL_KINDS = "all"
JUDGED_DRAWS = {1: "first draw", 2: "second draw"}  # before the lexicon was mended, and with the mended lexicon
JUDGEMENT_COLUMNS = ("doc_id", "start", "end", "quote", "within", "domain", "draw", "first", "second")
_FIND = {METAPHORS: find_metaphors, STANCE: find_stances}


class DomainPrecision(NamedTuple):
    """What two annotators judged of the hits of one kind in one draw."""

    sample: str  # a value of `JUDGED_DRAWS`
    domain: str  # or `ALL_KINDS`
    n: int  # hits judged
    first_annotator: float  # share that the first annotator accepted as of the kind
    second_annotator: float
    kappa: float | None  # Cohen's; None where both gave all hits the same judgement
    kept: int  # hits that the lexicon of today still finds as of the kind
    kept_precision: float | None  # share of them that both accepted


def read_judgements(name: str = METAPHORS) -> pd.DataFrame:
    """Return the judged hits of a lexicon: columns `JUDGEMENT_COLUMNS`.

    Parameters
    ----------
    name
        The lexicon, "metaphors" or "stance".

    Returns
    -------
    DataFrame
        A row a hit. `within` is the longer expression by which the lexicon of today leaves the hit out, "" if there is
        none; `first` and `second` are the verdicts of the two annotators.
    """
    rows = json.loads((paths.GOLD / "rhetoric" / f"{name}.json").read_text(encoding="utf-8"))
    return pd.DataFrame(rows, columns=list(JUDGEMENT_COLUMNS))


def device_precision(judged: pd.DataFrame, name: str = METAPHORS) -> pd.DataFrame:
    """Return the precision of each kind and of all together in each draw: columns of `DomainPrecision`.

    Parameters
    ----------
    judged
        As from `read_judgements`.
    name
        The lexicon that found the hits.
    """
    rows = []
    for draw, sample in JUDGED_DRAWS.items():
        hits = judged[judged["draw"] == draw]
        groups = [(domain, hits[hits["domain"] == domain]) for domain in expression_kinds(name)]
        rows += [_precision_row(sample, domain, own, name) for domain, own in [*groups, (ALL_KINDS, hits)] if len(own)]
    return pd.DataFrame(rows, columns=list(DomainPrecision._fields))


def _precision_row(sample: str, domain: str, hits: pd.DataFrame, name: str) -> DomainPrecision:
    first, second = (hits[side] == ACCEPTED_VERDICT[name] for side in ("first", "second"))
    # what the lexicon of today finds: within the longer expression where there is one, else in the quote, also between
    # the quotation marks that it leaves out but that the name of a year needs (“作风建设年”)
    read = [
        [within] if within else [plain := "".join(quote.split()), f"“{plain}”"]
        for quote, within in zip(hits["quote"], hits["within"], strict=True)
    ]
    found = [{hit.domain for text in texts for hit in _FIND[name](text)} for texts in read]
    kept = pd.Series([own in now for own, now in zip(hits["domain"], found, strict=True)], hits.index)
    both = (first & second)[kept]
    return DomainPrecision(
        sample,
        domain,
        len(hits),
        float(first.mean()),
        float(second.mean()),
        cohens_kappa(list(first), list(second)),
        len(both),
        float(both.mean()) if len(both) else None,
    )


def cohens_kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Return Cohen's kappa, the agreement of two annotators beyond chance (Cohen 1960).

    kappa = (p_o - p_e) / (1 - p_e), where p_o is the share of hits that both judge alike, and p_e the share to be
    expected if each kept to the own shares of the categories but judged at random.

    Parameters
    ----------
    first, second
        Shape (hits,): the category that each annotator gave each of the same hits, such as accepted or not.

    Returns
    -------
    float or None
        1 for full agreement, 0 for that of chance; None where chance alone gives full agreement, as when both accept
        everything.

    Raises
    ------
    ValueError
        If the two have different lengths.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20,
    37-46.

    Examples
    --------
    >>> cohens_kappa([True, True, False, False], [True, False, False, False])
    0.5
    """
    n = len(first)
    observed = sum(a == b for a, b in zip(first, second, strict=True))
    # in whole numbers, so that full agreement by chance is seen exactly
    own, others = Counter(first), Counter(second)
    chance = sum(count * others[category] for category, count in own.items())
    return None if chance == n * n else (observed * n - chance) / (n * n - chance)
