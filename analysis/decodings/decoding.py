"""What governments say their numbers mean: slogans that a report's glossary explains, with the members it gives.

`decodings_of` reads the entries of a glossary (`glossaries`) and, for each slogan in a term, has `definitions` look for
its members. Sources: the reading text of a report with its annexes. The rules for the body of a report never read them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..closure import Span
from ..slogans.typology import NUMERALS
from ..texts import Reading
from .definitions import decode_term
from .glossaries import ExplainedTerm, read_glossary


class Decoding(NamedTuple):
    """A slogan that a glossary explains; offsets are code points into the raw text."""

    note: str  # the mark of the entry, as printed
    term: str  # the term of the entry, as printed
    slogan: str  # as in the table of slogans
    type: str
    digits: tuple[int | str, ...]
    announced: int | None
    members: tuple[str, ...]  # exact phrases of the definition, as they are read
    found: int
    closes: bool
    form: str  # how the members are given; "" if none are found
    printed: str  # how the entry is printed (`ExplainedTerm.form`)
    start: int  # of the term
    end: int  # exclusive
    definition_start: int
    definition_end: int  # exclusive
    spans: tuple[Span, ...]  # of the members


_NUMERAL = re.compile(rf"[{NUMERALS}0-9]")


def decodings_of(read: Reading) -> list[Decoding]:
    """Return every slogan that the glossary of a report explains, in the order of the raw text.

    Parameters
    ----------
    read
        The reading of a report with its annexes. The time grows linearly with the text; no input raises an error.
    """
    return [row for entry in read_glossary(read.text) for row in _decoded(read, entry)]


def _decoded(read: Reading, entry: ExplainedTerm) -> Iterator[Decoding]:
    """Yield the rows of one entry."""
    if not _NUMERAL.search(entry.term):
        return
    definition = read.text[entry.definition_start : entry.definition_end]
    start, end = read.raw_span(entry.start, entry.end)
    first, last = read.raw_span(entry.definition_start, entry.definition_end)
    for slogan, spans, form in decode_term(entry.term, definition):
        places = [(entry.definition_start + low, entry.definition_start + high) for low, high in spans]
        yield Decoding(
            note=entry.mark,
            term=read.raw[start:end],
            slogan=slogan.quote,
            type=slogan.type,
            digits=slogan.digits,
            announced=slogan.announced,
            members=tuple(definition[low:high] for low, high in spans),
            found=len(spans),
            closes=bool(spans) and len(spans) == slogan.announced,
            form=form,
            printed=entry.form,
            start=start,
            end=end,
            definition_start=first,
            definition_end=last,
            spans=tuple(read.raw_span(*place) for place in places),
        )
