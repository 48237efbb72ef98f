"""Precision of the metaphors: how many judged hits are metaphorical, by domain, and how steady the judgement is."""

import json
from typing import NamedTuple

import pandas as pd

from analysis import paths, rhetoric

METAPHORICAL, LITERAL = "metaphorical", "literal"
ALL = "all"


class DomainPrecision(NamedTuple):
    """What two passes judged of the hits of one source domain."""

    domain: str  # or `ALL`
    n: int  # hits judged
    first: float  # share judged metaphorical in the first pass
    second: float  # and in the second
    kappa: float | None  # Cohen's; None where both passes gave all hits the same judgement
    kept: int  # hits that the lexicon still finds after it was mended
    kept_precision: float | None  # share of them judged metaphorical in both passes


def judgements() -> pd.DataFrame:
    """Return the judged hits: columns `doc_id`, `start`, `end`, `quote`, `domain`, `first` and `second`."""
    return pd.DataFrame(
        json.loads((paths.GOLD / "rhetoric" / "judgements.json").read_text(encoding="utf-8")),
        columns=["doc_id", "start", "end", "quote", "domain", "first", "second"],
    )


def precision(judged: pd.DataFrame) -> pd.DataFrame:
    """Return the precision of each source domain and of all together: columns of `DomainPrecision`.

    Parameters
    ----------
    judged
        As from `judgements`.
    """
    groups = [(domain, judged[judged["domain"] == domain]) for domain in rhetoric.domains()]
    rows = [_row(domain, hits) for domain, hits in [*groups, (ALL, judged)] if len(hits)]
    return pd.DataFrame(rows, columns=list(DomainPrecision._fields))


def _row(domain: str, hits: pd.DataFrame) -> DomainPrecision:
    first, second = hits["first"] == METAPHORICAL, hits["second"] == METAPHORICAL
    kept = hits["quote"].map(lambda quote: bool(rhetoric.metaphors("".join(quote.split()))))
    both = (first & second)[kept]
    return DomainPrecision(
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
    every = table[table["domain"] == ALL].to_dict("records")[0]
    own = table[table["domain"] != ALL]
    return {
        "judged": str(every["n"]),
        "judged-first": f"{every['first']:.1%}",
        "judged-second": f"{every['second']:.1%}",
        "judged-kappa": "not defined" if every["kappa"] is None else f"{every['kappa']:.2f}",
        "judged-kept": str(every["kept"]),
        "judged-kept-precision": f"{every['kept_precision']:.0%}",
        "judged-least-n": str(own["n"].min()),
    }
