"""Precision of the metaphors: how many hits two annotators judged metaphorical, by domain, and how far they agree."""

import json
from typing import NamedTuple

import pandas as pd

from analysis import paths, rhetoric

METAPHORICAL, LITERAL, OTHER_DOMAIN = "metaphorical", "literal", "other domain"
ALL = "all"
DRAWS = {1: "first draw", 2: "second draw"}  # before the lexicon was mended, and with the mended lexicon


class DomainPrecision(NamedTuple):
    """What two annotators judged of the hits of one source domain in one draw."""

    sample: str  # a value of `DRAWS`
    domain: str  # or `ALL`
    n: int  # hits judged
    first_annotator: float  # share that the first annotator judged metaphorical and of the domain
    second_annotator: float
    kappa: float | None  # Cohen's; None where both gave all hits the same judgement
    kept: int  # hits that the lexicon of today still finds in the domain
    kept_precision: float | None  # share of them judged metaphorical and of the domain by both


def judgements() -> pd.DataFrame:
    """Return the judged hits: `doc_id`, `start`, `end`, `quote`, `domain`, `draw`, `first` and `second`."""
    return pd.DataFrame(
        json.loads((paths.GOLD / "rhetoric" / "judgements.json").read_text(encoding="utf-8")),
        columns=["doc_id", "start", "end", "quote", "domain", "draw", "first", "second"],
    )


def precision(judged: pd.DataFrame) -> pd.DataFrame:
    """Return the precision of each source domain and of all together in each draw: columns of `DomainPrecision`.

    Parameters
    ----------
    judged
        As from `judgements`.
    """
    rows = []
    for draw, hits in judged.groupby("draw"):
        groups = [(domain, hits[hits["domain"] == domain]) for domain in rhetoric.domains()]
        rows += [_row(DRAWS[draw], domain, own) for domain, own in [*groups, (ALL, hits)] if len(own)]  # type: ignore[index]
    return pd.DataFrame(rows, columns=list(DomainPrecision._fields))


def _row(sample: str, domain: str, hits: pd.DataFrame) -> DomainPrecision:
    first, second = hits["first"] == METAPHORICAL, hits["second"] == METAPHORICAL
    found = [rhetoric.metaphors("".join(quote.split())) for quote in hits["quote"]]
    kept = pd.Series(
        [any(hit.domain == own for hit in now) for own, now in zip(hits["domain"], found, strict=True)], hits.index
    )
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


def facts(judged: pd.DataFrame) -> dict[str, str]:
    """Return the numbers that the prose quotes of the judged hits."""
    table = precision(judged)
    found: dict[str, str] = {"judged": str(len(judged))}
    for draw, sample in DRAWS.items():
        own = table[table["sample"] == sample]
        every = own[own["domain"] == ALL].to_dict("records")[0]
        domains = own[own["domain"] != ALL]
        least = domains[["first_annotator", "second_annotator"]].min(axis=1)
        lowest = domains.loc[least.idxmin()]
        found |= {
            f"judged-{draw}": str(every["n"]),
            f"judged-{draw}-first": f"{every['first_annotator']:.1%}",
            f"judged-{draw}-second": f"{every['second_annotator']:.1%}",
            f"judged-{draw}-kappa": "not defined" if every["kappa"] is None else f"{every['kappa']:.2f}",
            f"judged-{draw}-lowest": rhetoric.domains()[str(lowest["domain"])].lower(),
            f"judged-{draw}-lowest-share": f"{least.min():.0%}",
            f"judged-{draw}-kept": str(every["kept"]),
            f"judged-{draw}-kept-precision": f"{every['kept_precision']:.1%}",
        }
    return found
