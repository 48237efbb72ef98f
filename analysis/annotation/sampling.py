"""Samples of hits and refusals from many documents, printed in context to be judged by a reader."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from ..extraction import plan_year_of, slogan_candidates, statement_candidates
from ..slogans import Slogan
from ..targets import Statement
from ..texts import DocumentError, Problem, Source, make_reading, read_document

SAMPLE_LAYERS = ("slogans", "targets")
SAMPLE_CONTEXT = 24  # code points to either side


class SampledHit(NamedTuple):
    """A candidate in its context."""

    doc_id: str
    start: int  # code points into the raw text
    left: str
    quote: str
    right: str
    judgement: str  # what the rules made of it, or why they refused it


class Sample(NamedTuple):
    """A sample and what it was drawn from."""

    hits: list[SampledHit]  # in order of document and place
    documents: int  # read
    candidates: int  # in these documents, of the kind that was asked for
    problems: list[Problem]  # files that could not be read


def draw_sample(sources: Sequence[Source], layer: str, n: int, *, refused: bool, seed: int) -> Sample:
    """Return a random sample of the slogans or statements of a collection, or of what was refused.

    Documents are taken at random until there are as many of them as hits are wanted, with enough candidates in them;
    the hits are drawn from these documents together. So a sample of fifty reads fifty documents, not thousands.

    Parameters
    ----------
    sources
        The collection.
    layer
        `slogans` or `targets`.
    n
        How many hits; fewer if there are not so many.
    refused
        Whether refused candidates are drawn, or accepted ones.
    seed
        The same seed draws the same sample.
    """
    chance = random.Random(seed)  # noqa: S311  repeatable, nothing to protect
    order = sorted(sources)
    chance.shuffle(order)
    hits: list[SampledHit] = []
    problems = []
    count = 0
    for source in order:
        if count >= n and len(hits) >= n:
            break
        try:
            hits += _hits(source, layer, refused)
            count += 1
        except DocumentError as error:
            problems.append(Problem(source.path, str(error)))
    return Sample(sorted(chance.sample(hits, min(n, len(hits)))), count, len(hits), problems)


def _hits(source: Source, layer: str, refused: bool) -> list[SampledHit]:
    document = read_document(source)
    read = make_reading(document.raw)
    rows: Sequence[Slogan | Statement]
    if layer == "slogans":
        rows = slogan_candidates(read, document.doc_id)
    else:
        rows = statement_candidates(read, document.doc_id, plan_year_of(document, read=read)[0])
    return [_hit(document.raw, row) for row in rows if bool(row.refused) == refused]


def _hit(raw: str, row: Slogan | Statement) -> SampledHit:
    left, right = raw[max(0, row.start - SAMPLE_CONTEXT) : row.start], raw[row.end : row.end + SAMPLE_CONTEXT]
    return SampledHit(row.doc_id, row.start, left, row.quote, right, row.refused or _judgement(row))


def _judgement(row: Slogan | Statement) -> str:
    contents: tuple[object, ...]
    if isinstance(row, Slogan):
        contents = (row.type, row.scope, row.digits, row.announced)
    else:
        value = f"{row.relation} {row.value if row.value is None else format(row.value, 'g')} {row.unit or ''}".rstrip()
        contents = (row.indicator, row.measure, value, row.status, row.period, row.headline and "headline")
    return ", ".join(str(content) for content in contents if content not in (None, False, ""))


def sample_line(hit: SampledHit) -> str:
    """Return a hit as a line, as in a concordance (KWIC): quote in context, then judgement and place.

    The context is padded with full-width spaces, so that the quotes stand below each other.
    """
    left = _flat(hit.left).rjust(SAMPLE_CONTEXT, "\u3000")
    right = _flat(hit.right).ljust(SAMPLE_CONTEXT, "\u3000")
    return f"{left}【{_flat(hit.quote)}】{right}  {hit.judgement}  {hit.doc_id}:{hit.start}"


def _flat(words: str) -> str:
    return "".join("⏎" if sign == "\n" else sign if sign.isprintable() else " " for sign in words)
