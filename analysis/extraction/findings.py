"""Everything that the rules find in one text, found once and kept.

The registers, the figures, the numbers of the prose, the marked page and the page for a reader's own text all take
their rows from here. Chapters run side by side in processes of their own: while a book is built, what was found in a
text lies in a folder under a key of the text and of all code and words that find, so that a change in either always
shows.
"""

import functools
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import paths
from ..closure import Closure
from ..rhetoric import RhetoricHit, find_metaphors, find_short_quotations, find_stances, place_expressions
from ..runs.kept import kept_file
from ..runs.sources import code_key, key_of
from ..slogans import Slogan
from ..targets import Statement, propose_statements
from ..texts import Reading
from ..vocabulary import Token, text_tokens
from .document import place_rows, read_slogans

if TYPE_CHECKING:
    import pandas as pd

_PACKAGES = ("cn2an", "jieba", "stopwordsiso")


class Findings(NamedTuple):
    """What the rules find in one text; every row has its quote and place in the raw text.

    Rows stand in the order of the raw text, closures in that of the reading text.
    """

    doc_id: str
    slogan_candidates: tuple[Slogan, ...]  # accepted and refused; the accepted with the members that the text lists
    closures: tuple[Closure, ...]  # one of each accepted slogan
    statement_candidates: tuple[Statement, ...]  # accepted and refused
    metaphors: tuple[RhetoricHit, ...]
    stances: tuple[RhetoricHit, ...]  # words of stance
    quotations: tuple[RhetoricHit, ...]  # short ones
    tokens: tuple[Token, ...]  # words; marks and bare numbers left out, stop words kept

    @property
    def slogans(self) -> list[Slogan]:
        """The accepted slogans."""
        return [row for row in self.slogan_candidates if not row.refused]

    @property
    def statements(self) -> list[Statement]:
        """The accepted statements."""
        return [row for row in self.statement_candidates if not row.refused]


_ROWS: tuple[Callable[..., Any], ...] = (
    *(Slogan, Closure, Statement),
    *(RhetoricHit, RhetoricHit, RhetoricHit),
    Token,
)
"""The row type of each layer, in the order of `Findings`."""


def find_in_text(read: Reading, doc_id: str = "", year: int | None = None, *, with_tokens: bool = True) -> Findings:
    """Return what the rules find in a text.

    Parameters
    ----------
    read
        The reading of the text.
    doc_id
        Copied into every row.
    year
        The year that the text plans for; taken from the text if not given.
    with_tokens
        Whether the text is cut into words, which takes twice the time of all rules; without, `tokens` is empty.
    """
    text = read.text
    slogans, closed = read_slogans(text, doc_id)
    spans = [(row.start, row.end) for row in slogans if not row.refused]
    return Findings(
        doc_id,
        slogan_candidates=tuple(place_rows(slogans, read)),
        closures=tuple(_placed_closure(row, read) for row in closed),
        statement_candidates=tuple(place_rows(propose_statements(text, doc_id, year, spans), read)),
        metaphors=tuple(place_expressions(find_metaphors(text), read, doc_id)),
        stances=tuple(place_expressions(find_stances(text), read, doc_id)),
        quotations=tuple(place_expressions(find_short_quotations(text), read, doc_id)),
        tokens=tuple(text_tokens(doc_id, read)) if with_tokens else (),
    )


def _placed_closure(row: Closure, read: Reading) -> Closure:
    start, end = read.raw_span(row.start, row.end)
    spans = tuple(read.raw_span(*span) for span in row.spans)
    return row._replace(start=start, end=end, quote=read.raw[start:end], spans=spans)


def find_in_corpus(docs: "pd.DataFrame") -> Iterator[Findings]:
    """Yield what the rules find in each text of a corpus; they run once on a text, however often this is asked.

    Parameters
    ----------
    docs
        One row a text with `doc_id`, `reading` and, if it is known, `plan_year` (else taken from the text), as
        `read_corpus` returns it.
    """
    planned = docs.reindex(columns=["plan_year"])["plan_year"]
    years = planned.astype(object).where(planned.notna(), None)
    for doc_id, read, year in zip(docs["doc_id"], docs["reading"], years, strict=True):
        key = key_of(doc_id, str(year), read.raw, read.text, repr(read.pieces))
        if key not in _FOUND:
            make = functools.partial(_found_as_json, read, doc_id, year)
            _FOUND[key] = _from_json(kept_file("findings", functools.partial(_key_of_findings, key), make))
        yield _FOUND[key]


def _found_as_json(read: Reading, doc_id: str, year: int | None) -> bytes:
    return json.dumps(find_in_text(read, doc_id, year), ensure_ascii=False).encode()


def _from_json(content: bytes) -> Findings:
    doc_id, *layers = json.loads(content)
    rows = (tuple(row(*map(_as_tuple, fields)) for fields in layer) for row, layer in zip(_ROWS, layers, strict=True))
    return Findings(doc_id, *rows)


def _as_tuple(value: Any) -> Any:
    """Return a value of JSON with tuples in the place of lists, as rows have them."""
    return tuple(map(_as_tuple, value)) if isinstance(value, list) else value


_FOUND: dict[str, Findings] = {}
"""What this process has found, by the key of the text."""


def _key_of_findings(text: str) -> str:
    return key_of(_rules(), text)


@functools.cache
def _rules() -> str:
    words = [*sorted(paths.LEXICON.glob("*.yml")), *paths.RULE_TABLES]
    return code_key("extraction.findings", files=words, packages=_PACKAGES)
