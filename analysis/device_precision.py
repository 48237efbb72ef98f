"""Precision of the rhetorical devices: how many hits two annotators accepted, by kind, and how far they agree."""

import json
from typing import NamedTuple

import pandas as pd

from analysis import paths, rhetoric

ACCEPTED = {rhetoric.METAPHORS: "metaphorical", rhetoric.STANCE: "of the kind"}
ALL = "all"
DRAWS = {1: "first draw", 2: "second draw"}  # before the lexicon was mended, and with the mended lexicon
COLUMNS = ("doc_id", "start", "end", "quote", "within", "domain", "draw", "first", "second")
_FIND = {rhetoric.METAPHORS: rhetoric.metaphors, rhetoric.STANCE: rhetoric.stances}


class DomainPrecision(NamedTuple):
    """What two annotators judged of the hits of one kind in one draw."""

    sample: str  # a value of `DRAWS`
    domain: str  # or `ALL`
    n: int  # hits judged
    first_annotator: float  # share that the first annotator accepted as of the kind
    second_annotator: float
    kappa: float | None  # Cohen's; None where both gave all hits the same judgement
    kept: int  # hits that the lexicon of today still finds as of the kind
    kept_precision: float | None  # share of them that both accepted


def judgements(name: str = rhetoric.METAPHORS) -> pd.DataFrame:
    """Return the judged hits of a lexicon, "metaphors" or "stance": columns `COLUMNS`.

    `within` is the longer expression by which the lexicon of today leaves the hit out, "" if there is none.
    """
    rows = json.loads((paths.GOLD / "rhetoric" / f"{name}.json").read_text(encoding="utf-8"))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def precision(judged: pd.DataFrame, name: str = rhetoric.METAPHORS) -> pd.DataFrame:
    """Return the precision of each kind and of all together in each draw: columns of `DomainPrecision`.

    Parameters
    ----------
    judged
        As from `judgements`.
    name
        The lexicon that found the hits.
    """
    rows = []
    for draw, sample in DRAWS.items():
        hits = judged[judged["draw"] == draw]
        groups = [(domain, hits[hits["domain"] == domain]) for domain in rhetoric.domains(name)]
        rows += [_row(sample, domain, own, name) for domain, own in [*groups, (ALL, hits)] if len(own)]
    return pd.DataFrame(rows, columns=list(DomainPrecision._fields))


def _row(sample: str, domain: str, hits: pd.DataFrame, name: str) -> DomainPrecision:
    first, second = (hits[side] == ACCEPTED[name] for side in ("first", "second"))
    # the name of a year is found between the quotation marks that a quote leaves out
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
        kappa(list(first), list(second)),
        len(both),
        float(both.mean()) if len(both) else None,
    )


def kappa(first: list[bool], second: list[bool]) -> float | None:
    """Return Cohen's kappa of two passes over the same hits, None where chance alone gives full agreement.

    Cohen (1960), Educational and Psychological Measurement 20, 37-46.

    Raises
    ------
    ValueError
        If the passes have different lengths.
    """
    n = len(first)
    observed = sum(a == b for a, b in zip(first, second, strict=True))
    # in whole numbers, so that full agreement by chance is seen exactly
    chance = sum(first) * sum(second) + (n - sum(first)) * (n - sum(second))
    return None if chance == n * n else (observed * n - chance) / (n * n - chance)


def facts(judged: pd.DataFrame, name: str = rhetoric.METAPHORS) -> dict[str, str]:
    """Return the numbers that the prose quotes of the judged hits; their names begin with the lexicon's."""
    table = precision(judged, name)
    names = rhetoric.domains(name)
    found: dict[str, str] = {f"{name}-judged": str(len(judged))}
    for draw, sample in DRAWS.items():
        own = table[table["sample"] == sample]
        every = own[own["domain"] == ALL].to_dict("records")[0]
        domains = own[own["domain"] != ALL]
        passes = domains[["first_annotator", "second_annotator"]]
        ranked = domains.assign(stricter=passes.min(axis=1), both=passes.sum(axis=1)).sort_values(["stricter", "both"])
        lowest = ranked.to_dict("records")[0]
        found |= {
            f"{name}-{draw}": str(every["n"]),
            f"{name}-{draw}-first": f"{every['first_annotator']:.1%}",
            f"{name}-{draw}-second": f"{every['second_annotator']:.1%}",
            f"{name}-{draw}-kappa": "not defined" if every["kappa"] is None else f"{every['kappa']:.2f}",
            f"{name}-{draw}-lowest": names[str(lowest["domain"])].lower(),
            f"{name}-{draw}-lowest-share": f"{lowest['stricter']:.0%}",
            f"{name}-{draw}-kept": str(every["kept"]),
            f"{name}-{draw}-kept-precision": f"{every['kept_precision']:.1%}",
        }
    return found
