"""What a report's own glossary explains, beside what its body makes of it.

`read_explanations` reads the slogans that the glossary of a report decodes and looks for each of them in the body: how
often the body has the name, and at how many of these places the rules find a slogan. The rules never read the glossary,
so that both can be compared. Sources: the reading texts of a report with and without its annexes.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..decodings import Decoding, decodings_of, glossary_flaws, read_glossary
from ..slogans import Owner, Slogan, slogan_name
from ..slogans.scopes import OWN, owner_in_definition
from ..texts import Reading
from .reports import SPEAKING, Notice

_TOLD = 5  # terms that a notice names
_LEFT_OUT = re.compile(r"[“”\"‘’「」『』《》〈〉\s*]+")


class UnmarkedText:
    """A text without the signs that names are compared without, to be searched for many names."""

    def __init__(self, text: str) -> None:
        """Leave the signs out and keep where each part of the rest stands."""
        self._starts, self._shifts, parts, end = [0], [0], list[str](), 0
        for found in _LEFT_OUT.finditer(text):
            parts.append(text[end : found.start()])
            self._starts.append(self._starts[-1] + len(parts[-1]))
            self._shifts.append(found.end() - self._starts[-1])
            end = found.end()
        self._text = "".join([*parts, text[end:]]).lower()

    @property
    def text(self) -> str:
        """Return the text without the signs, in small letters."""
        return self._text

    def uses(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of a name in the text, none of which overlaps another."""
        wanted = name.lower()
        start = self._text.find(wanted)
        while start >= 0:
            yield self.place(start), self.place(start + len(wanted) - 1) + 1
            start = self._text.find(wanted, start + len(wanted))

    def place(self, position: int) -> int:
        """Return where a character of `text` stands in the text with its signs."""
        return position + self._shifts[bisect.bisect_right(self._starts, position) - 1]


class Explained(NamedTuple):
    """A slogan that the glossary of a report explains, and what the body makes of it."""

    note: str  # the mark of the entry, as printed; "" if it has none
    term: str  # of the entry, as printed
    slogan: str
    type: str
    digits: tuple[str, ...]
    announced: int | None
    members: tuple[str, ...]  # short exact phrases of the definition
    found: int
    closes: bool
    form: str  # how the definition gives the members
    used: int  # how often the body has the name
    recognised: int  # at how many of these places the rules find a slogan
    first: int | None  # where the body has it first
    start: int  # of the term, code points of the file's text
    end: int  # exclusive
    definition_start: int
    definition_end: int  # exclusive
    member_starts: tuple[int, ...]
    member_ends: tuple[int, ...]  # exclusive


class Glossary(NamedTuple):
    """What the glossary of a report explains."""

    entries: int  # how many words it explains, slogans or not
    slogans: list[Explained]
    lists: frozenset[str]  # names of which it lists as many members as they announce


NO_GLOSSARY = Glossary(0, [], frozenset())


def read_explanations(whole: Reading, body: Reading, mentions: Sequence[Slogan]) -> Glossary:
    """Return what the glossary of a report explains, and where the body has it.

    Parameters
    ----------
    whole
        The reading of the file, with its annexes.
    body
        The reading of the report without them.
    mentions
        The slogans that the rules find in the body; offsets of its reading text.
    """
    entries = read_glossary(whole.text)
    if not entries:
        return NO_GLOSSARY
    spans = sorted((mention.start, mention.end) for mention in mentions)
    plain = UnmarkedText(body.text)
    rows = [_explained(row, body, plain, spans) for row in decodings_of(whole)]
    return Glossary(len(entries), rows, frozenset(row.slogan for row in rows if row.closes))


def _explained(row: Decoding, body: Reading, plain: UnmarkedText, spans: Sequence[tuple[int, int]]) -> Explained:
    """Return a decoding with its uses in the body."""
    name = slogan_name(row.slogan)
    uses = list(plain.uses(name))
    recognised = sum(_meets(use, spans) for use in uses)
    first = body.raw_span(*uses[0])[0] if uses else None
    return Explained(
        note=row.note,
        term=row.term,
        slogan=name,
        type=row.type,
        digits=tuple(map(str, row.digits)),
        announced=row.announced,
        members=row.members,
        found=row.found,
        closes=row.closes,
        form=row.form,
        used=len(uses),
        recognised=recognised,
        first=first,
        start=row.start,
        end=row.end,
        definition_start=row.definition_start,
        definition_end=row.definition_end,
        member_starts=tuple(start for start, _ in row.spans),
        member_ends=tuple(end for _, end in row.spans),
    )


def _meets(use: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a slogan overlaps a use."""
    place = bisect.bisect_left(spans, (use[1], 0))
    return place > 0 and spans[place - 1][1] > use[0]


def owners_in_glossary(raw: str, glossary: Glossary, level: str) -> dict[str, Owner]:
    """Return whose programme each explained slogan is, where its definition says so, by name."""
    found = {}
    for row in glossary.slogans:
        owner = owner_in_definition(raw[row.definition_start : row.definition_end], SPEAKING[level])
        if owner != OWN:
            found[row.slogan] = owner
    return found


def glossary_notices(report: str, whole: Reading, glossary: Glossary) -> list[Notice]:
    """Return what is odd about the glossary of a report, by line.

    What cannot be read in it (`glossary_flaws`), and the slogans that it explains though the report never uses them.
    """
    flaws = [Notice(report, "glossary", note=flaw) for flaw in glossary_flaws(whole)]
    unused = [row for row in glossary.slogans if not row.used]
    if not unused:
        return flaws
    told = ", ".join(f"{row.slogan} (line {whole.raw.count(chr(10), 0, row.start) + 1})" for row in unused[:_TOLD])
    more = f" and {len(unused) - _TOLD} more" if len(unused) > _TOLD else ""
    note = f"explains {len(unused)} of {len(glossary.slogans)} slogans that the report never uses: {told}{more}"
    return [*flaws, Notice(report, "unused_term", note=note)]
